import { chmodSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { getOperationAST, type ExecutionResult, type GraphQLSchema } from 'graphql';
import { loadDemo } from '../../gateway/demo/load.ts';
import { partnerGateway, startSubgraphs, SUPERGRAPH } from '../../gateway/federation/partnerGraph.ts';
import { SCOPES_OF } from '../../gateway/identity/localIssuer.ts';
import { localTransport } from '../../gateway/federation/transport/local.ts';
import { Caller } from '../../subgraphs/kit/caller.ts';
import { embeddedServer } from '../../subgraphs/kit/process/embedded.ts';
import type { SubgraphName } from '../../subgraphs/kit/serve/sdl.ts';
import type { RunningSubgraph } from '../../subgraphs/kit/subgraph.ts';
import { subgraphs } from '../../subgraphs/index.ts';
import { asJson, differences, type Answer, type Difference } from './answers.ts';
import { operationOf, type Operation } from './operations.ts';
import { reference, type Reference } from './reference.ts';
import { operationSpecOf } from './run.ts';

/** Values for arguments of our own graph, by name; those that are not here are left out. */
const ARGUMENTS: Readonly<Record<string, readonly string[]>> = {
  urn: ['"900374"', '"900016"', '"900001"', '"999999"'],
  uid: ['"90001"', '"90050"', '"1"'],
  id: ['"HUB-01"', '"QAR-2025-0245"', '"nothing"'],
  code: ['"GTT"', '"PTRWM_EXP"', '"970"'],
  first: ['1', '2', '3'],
  measures: ['["PTRWM_EXP", "P8MEA"]'],
  measure: ['"PTRWM_EXP"', '"NONE"'],
  includePredecessors: ['true', 'false'],
  valid: ['true'],
  asOf: ['"2020-01-01"'],
  trustOnly: ['true', 'false'],
};

/** Fields that need not be the same twice, and why. */
const EXCLUDED: Readonly<Record<string, string>> = {
  'Query.changes': 'its end moves with every transaction of the database, those that read included',
};

/** Operations that the gateway refuses, and rightly so, are none that can be compared. */
const REFUSALS = new Set(['QUERY_TOO_COSTLY', 'GRAPHQL_VALIDATION_FAILED', 'GRAPHQL_PARSE_FAILED']);

const STAFF = new Caller({ client: 'staff', scopes: SCOPES_OF.staff, urns: [] });

/** The reference over subgraphs that run: what staff may see. */
export function ownReference(running: readonly RunningSubgraph[]): Reference {
  // No selection is known where a field is resolved by itself: all columns are read.
  const selects = new Set(running.flatMap(({ schema }) => fieldNames(schema)));
  return reference(SUPERGRAPH, {
    subgraphs: running,
    contexts: (name) =>
      subgraphs[name as SubgraphName].loaders(running.find((each) => each.name === name)!.database, STAFF) as unknown,
    info: { selects },
  });
}

const fieldNames = (schema: GraphQLSchema): string[] =>
  Object.values(schema.getTypeMap()).flatMap((type) => ('getFields' in type ? Object.keys(type.getFields()) : []));

/** A random query over our own graph; null if none could be made. */
export function ownOperation(schema: GraphQLSchema, seed: number, number: number): Operation | null {
  const spec = operationSpecOf(seed, -1, number);
  return operationOf(
    schema,
    { ...spec, kind: spec.kind % 10 },
    {
      argumentsOf(parent, field, pick) {
        if (EXCLUDED[`${parent.name}.${field.name}`]) return null;
        const given: string[] = [];
        for (const { name, type, defaultValue } of field.args) {
          const values = ARGUMENTS[name];
          const needed = String(type).endsWith('!') && defaultValue === undefined;
          if (values && (needed || name === 'first' || pick(3) === 1))
            given.push(`${name}: ${values[pick(values.length)]!}`);
          else if (needed) return null;
        }
        return given.length ? `(${given.join(', ')})` : '';
      },
    },
  );
}

export interface OwnRun {
  asked: number;
  refused: number;
  /** Answers that hold data and no error. */
  answered: number;
  differing: { operation: Operation; differences: Difference[]; answer: Answer; right: Answer }[];
}

/** Asks random operations over our own graph, and compares the answers. */
export async function compareOwn(
  right: Reference,
  ask: (operation: Operation) => Promise<Answer>,
  { seed, operations }: { seed: number; operations: number },
): Promise<OwnRun> {
  const run: OwnRun = { asked: 0, refused: 0, answered: 0, differing: [] };
  for (let number = 0; run.asked < operations; number++) {
    const operation = ownOperation(right.schema, seed, number);
    if (!operation) continue;
    const asked = await ask(operation).catch((error: unknown) => error as Error);
    const answer = asked instanceof Error ? {} : asked;
    if (answer.errors?.some(({ extensions }) => REFUSALS.has(String(extensions?.['code'])))) {
      run.refused++;
      continue;
    }
    run.asked++;
    const expected = asJson(await right.execute(operation));
    const found: Difference[] = asked instanceof Error ? ['thrown'] : differences(answer, expected);
    if (found.length) run.differing.push({ operation, differences: found, answer, right: expected });
    else if (!answer.errors) run.answered++;
  }
  return run;
}

/** Starts PostgreSQL and the demo network, and asks the gateway in this process; for use outside of tests. */
export async function runOwn(seed: number, operations: number): Promise<void> {
  const dataDir = mkdtempSync(join(tmpdir(), 'oracle-own-'));
  chmodSync(dataDir, 0o755);
  const server = await embeddedServer({ dataDir });
  try {
    const running = await startSubgraphs({ url: server.url, log: () => {} });
    await loadDemo(running, () => {});
    const gateway = await partnerGateway(localTransport(running));
    const { executor } = await gateway.load({} as never);
    const ask = async ({ document, variables, operationName }: Operation): Promise<Answer> => {
      const operation = getOperationAST(document, operationName)!;
      const asked = {
        document,
        operation,
        operationName: operationName ?? null,
        request: { variables },
        context: { caller: STAFF },
      };
      return asJson((await executor!(asked as never)) as ExecutionResult);
    };
    const began = Date.now();
    const { asked, answered, differing } = await compareOwn(ownReference(running), ask, { seed, operations });
    for (const { operation, differences, answer, right } of differing.slice(0, 5)) {
      console.log(`\n=== our own graph: ${differences.join(', ')}\n${operation.text}`);
      console.log(`# variables ${JSON.stringify(operation.variables)}\n# the gateway: ${JSON.stringify(answer)}`);
      console.log(`# it must be: ${JSON.stringify(right)}`);
    }
    const seconds = ((Date.now() - began) / 1_000).toFixed(1);
    console.log(`our own graph: ${asked} operations, ${answered} answered without an error, ${seconds} seconds`);
    console.log(`our own graph: ${differing.length} different`);
    if (differing.length) process.exitCode = 1;
    await Promise.all(running.map((subgraph) => subgraph.close()));
  } finally {
    await server.stop();
    rmSync(dataDir, { recursive: true, force: true });
  }
}
