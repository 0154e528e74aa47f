import * as fc from 'fast-check';
import type { Difference } from './answers.ts';
import { comparing, type Outcome } from './comparison.ts';
import { hash } from './data.ts';
import { operationOf, operationSpecs, type Operation, type OperationSpec } from './operations.ts';
import { supergraphOf, type TestSupergraph } from './supergraphs.ts';
import { supergraphSpecs, type SupergraphSpec } from './supergraphSpec.ts';

/** What came of the operations over one supergraph. */
export interface SupergraphRun {
  index: number;
  /** Why it did not compose. */
  discarded?: string[];
  operations: number;
  equal: number;
  /** Numbers of operations that were answered otherwise. */
  differing: { number: number; differences: Difference[] }[];
  /** How many operations made use of what. */
  features: Record<string, number>;
}

const drawn = <Value>(arbitrary: fc.Arbitrary<Value>, seed: string): Value =>
  fc.sample(fc.noBias(arbitrary), { seed: hash(seed) | 0, numRuns: 1 })[0]!;

/** The specification of a supergraph of a run, by the run's seed: the same each time. */
export const supergraphSpecOf = (seed: number, index: number): SupergraphSpec =>
  drawn(supergraphSpecs, `supergraph ${seed} ${index}`);

/** The specification of an operation over it. */
export const operationSpecOf = (seed: number, index: number, number: number): OperationSpec =>
  drawn(operationSpecs, `operation ${seed} ${index} ${number}`);

export interface RunOptions {
  seed: number;
  index: number;
  operations: number;
  /** The first operation to be asked. */
  from?: number;
  /** Told before each operation. */
  begins?: (number: number) => void;
}

/** Asks random operations over one random supergraph. */
export async function runSupergraph({ seed, index, operations, from = 0, begins }: RunOptions): Promise<SupergraphRun> {
  const run: SupergraphRun = { index, operations: 0, equal: 0, differing: [], features: {} };
  begins?.(from);
  const supergraph = supergraphOf(supergraphSpecOf(seed, index));
  if ('reasons' in supergraph) return { ...run, discarded: supergraph.reasons };
  const { schema, compare } = await comparing(supergraph);
  for (let number = from; number < operations; number++) {
    begins?.(number);
    const operation = operationOf(schema, operationSpecOf(seed, index, number));
    if (!operation) continue;
    run.operations++;
    const { differences, features } = await compare(operation);
    if (differences.length) run.differing.push({ number, differences });
    else run.equal++;
    for (const feature of features) run.features[feature] = (run.features[feature] ?? 0) + 1;
  }
  return run;
}

/** A supergraph and an operation that is not answered rightly over it. */
export interface Finding {
  supergraph: TestSupergraph;
  operation: Operation;
  outcome: Outcome;
}

/** A finding that is as small as fast-check can make it, in the time there is. */
export async function shrunkFinding(
  seed: number,
  index: number,
  number: number,
  milliseconds = 30_000,
): Promise<Finding | null> {
  const end = Date.now() + milliseconds;
  let spec = supergraphSpecOf(seed, index);
  let asked = operationSpecOf(seed, index, number);
  let found = await findingOf(spec, asked, null);
  if (!found) return null;
  const kind = found.outcome.differences[0]!;

  const smaller = async <Value>(
    arbitrary: fc.Arbitrary<Value>,
    value: Value,
    attempt: (value: Value) => Promise<Finding | null>,
  ): Promise<Value> => {
    let best = value;
    let context: unknown;
    for (let going = true; going;) {
      going = false;
      for (const next of arbitrary.shrink(best, context)) {
        if (Date.now() > end) return best;
        const finding = await attempt(next.value_);
        if (!finding) continue;
        found = finding;
        ({ value_: best, context } = next);
        going = true;
        break;
      }
    }
    return best;
  };

  for (let before = ''; before !== JSON.stringify([spec, asked]) && Date.now() < end;) {
    before = JSON.stringify([spec, asked]);
    asked = await smaller(operationSpecs, asked, (value) => findingOf(spec, value, kind));
    spec = await smaller(supergraphSpecs, spec, (value) => findingOf(value, asked, kind));
  }
  return found;
}

/** What a pair of specifications finds, if it is a difference of a kind. */
async function findingOf(spec: SupergraphSpec, asked: OperationSpec, kind: Difference | null): Promise<Finding | null> {
  const supergraph = supergraphOf(spec);
  if ('reasons' in supergraph) return null;
  try {
    const { schema, compare } = await comparing(supergraph);
    const operation = operationOf(schema, asked);
    if (!operation) return null;
    const outcome = await compare(operation);
    return (kind ? outcome.differences[0] === kind : outcome.differences.length > 0)
      ? { supergraph, operation, outcome }
      : null;
  } catch (error) {
    if (kind) return null;
    throw error;
  }
}

/** A finding as text: what a developer needs to see it again by hand. */
export function described({ supergraph, operation, outcome }: Finding): string {
  const { text, variables, operationName } = operation;
  return [
    ...Object.entries(supergraph.sdl).map(([name, sdl]) => `# subgraph ${name}\n${sdl}`),
    `# operation${operationName ? ` ${operationName}` : ''}, variables ${JSON.stringify(variables)}\n${text}`,
    `# differs in: ${outcome.differences.join(', ')}`,
    `# the gateway: ${JSON.stringify(outcome.answer)}`,
    `# it must be: ${JSON.stringify(outcome.right)}`,
    ...outcome.notes.map((note) => `# note: ${note}`),
  ].join('\n');
}
