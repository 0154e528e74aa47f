import { readFileSync } from 'node:fs';
import { Random } from '../../gateway/demo/random.ts';
import { SUPERGRAPH } from '../../gateway/federation/partnerGraph.ts';
import type { Fetch } from '../../gateway/engine/plan.ts';
import {
  readSupergraph,
  type FieldView,
  type SupergraphModel,
  type TypeView,
} from '../../gateway/engine/supergraphModel.ts';
import { federationGateway, type FederationGateway } from '../../gateway/federation/supergraph.ts';
import { CASES } from '../federation/cases.ts';
import { documentOf, operationsIn, operationsOf, type Asked } from '../support/documents.ts';
import { supergraphOf } from '../support/federation.ts';
import { RandomOperations } from '../support/randomOperations.ts';
import { queriesOf } from '../support/printed.ts';
import { OPERATIONS } from './operations.ts';

type SelectionNode = NonNullable<FieldView['requires']>[number];
type FieldNode = Extract<SelectionNode, { kind: 'Field' }>;

/** What one planner makes of an operation. */
interface Planned {
  fetches: number;
  levels: number;
  /** A field that a subgraph is asked for and does not have as it is asked: the plan would get wrong answers. */
  unanswerable: string | null;
  /** How long the first plan took, and the fastest of five, in ms. */
  first: number;
  best: number;
  text: string;
}

/** The figures of one source of operations. */
interface Row {
  source: string;
  operations: number;
  /** Operations that Apollo's planner refuses, or plans so that subgraphs cannot answer. */
  incomparable: number;
  pairs: { ours: Planned; theirs: Planned }[];
  worse: { why: 'levels' | 'fetches' | 'refused' | 'unanswerable'; asked: Asked; ours: Planned; theirs: Planned }[];
}

export interface PlansOptions {
  /** Other supergraphs, and for each at the same place a file of its documents, with lines of `---` between them. */
  supergraph?: readonly string[];
  operations?: readonly string[];
  /** How many random operations are compared beside: over our own graph, or over each of the others. */
  random?: number;
}

function randomOperations(schema: FederationGateway['apiSchema'], count: number): string[] {
  const some = new RandomOperations(schema, new Random('plans'));
  return Array.from({ length: count }, () => some.next());
}

const median = (numbers: readonly number[]) => numbers.toSorted((a, b) => a - b)[Math.floor(numbers.length / 2)] ?? 0;
const fastest = (run: () => unknown) => Math.min(...Array.from({ length: 5 }, () => timed(run)));

function timed(run: () => unknown): number {
  const began = performance.now();
  run();
  return performance.now() - began;
}

/** Nothing is asked of subgraphs here. */
const nowhere = () => Promise.reject(new Error('Plans are not executed.'));

function ours(
  { engine }: FederationGateway,
  model: SupergraphModel,
  { text, operationName, variables }: Asked,
): Planned {
  // Plans are kept by document: a document that is read anew is planned anew.
  const fresh = () => {
    const document = documentOf(text);
    return () => engine.plan({ document, operationName, variables });
  };
  const plan = fresh();
  const began = performance.now();
  const { fetches, levels } = plan();
  const first = performance.now() - began;
  const again = Array.from({ length: 5 }, () => timed(fresh()));
  return {
    fetches: fetches.length,
    levels,
    first,
    best: Math.min(...again),
    unanswerable: unanswerable(model, fetches),
    text: JSON.stringify(engine.describe({ document: documentOf(text), operationName, variables }), null, 2),
  };
}

async function compare(
  source: string,
  supergraph: string,
  operations: (schema: FederationGateway['apiSchema']) => readonly Asked[],
): Promise<Row> {
  // Its package is there only once the benchmark is.
  const { apolloPlanner } = await import(new URL('./stacks/apolloPlanner.ts', import.meta.url).href);
  const gateway = await federationGateway(supergraph, nowhere);
  const model = readSupergraph(documentOf(supergraph));
  const graphOf = new Map([...model.graphs].map(([graph, name]) => [name, graph]));
  const theirPlan = apolloPlanner(supergraph);
  const all = operations(gateway.apiSchema);
  const row: Row = { source, operations: all.length, incomparable: 0, pairs: [], worse: [] };
  for (const asked of all) {
    let own: Planned | Error;
    let theirs: Planned | Error;
    try {
      own = ours(gateway, model, asked);
    } catch (error) {
      own = error as Error;
    }
    try {
      const { again, requests, ...planned } = theirPlan(asked.text, asked.operationName, asked.variables);
      const fetches = requests.map(({ name, operation }: any) => ({
        graph: graphOf.get(name)!,
        document: documentOf(operation),
      }));
      theirs = { ...planned, best: fastest(again), text: planned.text(), unanswerable: unanswerable(model, fetches) };
    } catch (error) {
      theirs = error as Error;
    }
    judge(row, asked, own, theirs);
  }
  return row;
}

function judge(row: Row, asked: Asked, own: Planned | Error, theirs: Planned | Error): void {
  const failed = ({ message }: Error): Planned => ({
    fetches: 0,
    levels: 0,
    first: 0,
    best: 0,
    unanswerable: null,
    text: message,
  });
  const plans = {
    asked,
    ours: own instanceof Error ? failed(own) : own,
    theirs: theirs instanceof Error ? failed(theirs) : theirs,
  };
  if (plans.ours.unanswerable) row.worse.push({ why: 'unanswerable', ...plans });
  // A plan of no fetches answers null where there are objects of which nothing is left to be asked.
  const comparable =
    !(theirs instanceof Error) && !theirs.unanswerable && (theirs.fetches > 0 || plans.ours.fetches === 0);
  if (!comparable || own instanceof Error) {
    row.incomparable += 1;
    if (own instanceof Error && comparable && plans.theirs.fetches > 0) row.worse.push({ why: 'refused', ...plans });
    return;
  }
  row.pairs.push(plans);
  if (own.levels > theirs.levels) row.worse.push({ why: 'levels', ...plans });
  if (own.fetches > theirs.fetches + 1) row.worse.push({ why: 'fetches', ...plans });
}

/** The first field that a subgraph is asked for though it is another's, or though what it requires is not told. */
function unanswerable(model: SupergraphModel, fetches: readonly Pick<Fetch, 'graph' | 'document'>[]): string | null {
  for (const { graph, document } of fetches) {
    const viewOf = (type: string | undefined) => model.views.get(type ?? '')?.get(graph);
    const inside = (
      nodes: readonly SelectionNode[],
      type: TypeView | undefined,
      provided: readonly SelectionNode[],
      isTold: boolean,
    ): string | null => {
      for (const node of nodes) {
        let wrong: string | null = null;
        if (node.kind === 'InlineFragment') {
          wrong = inside(
            node.selectionSet.selections,
            viewOf(node.typeCondition?.name.value) ?? type,
            provided,
            isTold,
          );
        } else if (node.kind === 'Field' && node.name.value === '_entities') {
          wrong = inside(node.selectionSet!.selections, undefined, [], true);
        } else if (node.kind === 'Field' && !node.name.value.startsWith('__')) {
          const field = type?.fields.get(node.name.value);
          const given = fieldsOf(provided).filter(({ name }) => name.value === node.name.value);
          const isKey = type?.keys.some(({ selections }) =>
            fieldsOf(selections).some(({ name }) => name.value === node.name.value),
          );
          if (field?.external && !isKey && given.length === 0) return `${type!.name}.${field.name} of ${graph}`;
          if (field?.requires && !isTold) return `${type!.name}.${field.name} of ${graph}`;
          // A field of an interface provides what it does on the types that implement it.
          const own =
            type?.kind === 'interface'
              ? [...type.members].map((each) => viewOf(each)?.fields.get(node.name.value))
              : [field];
          const below = [
            ...own.flatMap((each) => each?.provides ?? []),
            ...given.flatMap(({ selectionSet }) => selectionSet?.selections ?? []),
          ];
          if (node.selectionSet) wrong = inside(node.selectionSet.selections, viewOf(field?.typeName), below, false);
        }
        if (wrong) return wrong;
      }
      return null;
    };
    for (const definition of document.definitions) {
      if (definition.kind !== 'OperationDefinition') continue;
      const { operation } = definition;
      const wrong = inside(
        definition.selectionSet.selections,
        viewOf(operation[0]!.toUpperCase() + operation.slice(1)),
        [],
        false,
      );
      if (wrong) return wrong;
    }
  }
  return null;
}

/** The fields of a field set, on whichever types. */
const fieldsOf = (nodes: readonly SelectionNode[]): FieldNode[] =>
  nodes.flatMap((node) => {
    if (node.kind === 'Field') return [node];
    return node.kind === 'InlineFragment' ? fieldsOf(node.selectionSet.selections) : [];
  });

function together(source: string, rows: readonly Row[]): Row {
  const sum = (of: (row: Row) => number) => rows.reduce((total, row) => total + of(row), 0);
  return {
    source,
    operations: sum(({ operations }) => operations),
    incomparable: sum(({ incomparable }) => incomparable),
    pairs: rows.flatMap(({ pairs }) => pairs),
    worse: rows.flatMap(({ worse }) => worse),
  };
}

function line({ source, operations, incomparable, pairs, worse }: Row): string {
  const both = (of: (planned: Planned) => number) =>
    [pairs.map(({ ours: each }) => of(each)), pairs.map(({ theirs }) => of(theirs))] as const;
  const sums = (of: (planned: Planned) => number) =>
    both(of)
      .map((numbers) => numbers.reduce((total, each) => total + each, 0))
      .join(' / ');
  const medians = (of: (planned: Planned) => number) =>
    both(of)
      .map((numbers) => median(numbers).toFixed(2))
      .join(' / ');
  const count = (why: string) => worse.filter((each) => each.why === why).length;
  return `| ${[source, operations, incomparable, sums(({ fetches }) => fetches), sums(({ levels }) => levels), count('levels'), count('fetches'), count('refused') + count('unanswerable'), medians(({ first }) => first), medians(({ best }) => best)].join(' | ')} |`;
}

/**
 * Compares the plans of our planner with those of Apollo's: never more fetches one after the other, and never more than
 * one more in all. Prints a table, and every plan that is worse; true if there is none.
 */
export async function comparePlans({ supergraph = [], operations = [], random }: PlansOptions): Promise<boolean> {
  const rows: Row[] = [];
  if (supergraph.length > 0) {
    for (const [index, file] of supergraph.entries()) {
      const documents = operations[index] ? readFileSync(operations[index], 'utf8').split(/^---$/m) : [];
      rows.push(
        await compare(file.split('/').at(-1)!, readFileSync(file, 'utf8'), (schema) =>
          [...documents, ...randomOperations(schema, random ?? 0)].flatMap((text) => operationsOf(text, schema)),
        ),
      );
    }
  } else {
    const own = (source: string, texts: readonly string[]) =>
      compare(source, SUPERGRAPH, (schema) => texts.flatMap((text) => operationsOf(text, schema)));
    rows.push(await own('README and guides', queriesOf()));
    rows.push(
      await own('gateway/history.graphql', [
        readFileSync(new URL('../../gateway/history.graphql', import.meta.url), 'utf8'),
      ]),
    );
    rows.push(
      await own(
        'test/bench',
        OPERATIONS.map(({ query }) => query),
      ),
    );
    for (const directory of ['journeys', 'access', 'faults', 'subgraphs', 'contract']) {
      rows.push(await compare(`test/${directory}`, SUPERGRAPH, (schema) => operationsIn(directory, schema)));
    }
    const features: Row[] = [];
    for (const { feature, subgraphs, asks } of CASES) {
      features.push(
        await compare(feature, supergraphOf(subgraphs), (schema) =>
          asks.flatMap(({ query }) => operationsOf(query, schema)),
        ),
      );
    }
    rows.push(together('test/federation', features));
    rows.push(
      await compare('random', SUPERGRAPH, (schema) =>
        randomOperations(schema, random ?? 300).flatMap((text) => operationsOf(text, schema)),
      ),
    );
  }
  const all = together('**all**', rows);
  for (const { why, asked, ours: own, theirs } of all.worse) {
    console.log(
      `More ${why} (${own.fetches} in ${own.levels} for ${theirs.fetches} in ${theirs.levels}):\n${asked.text}\n${JSON.stringify(asked.variables)}\nOurs: ${own.text}\nApollo's: ${theirs.text}\n`,
    );
  }
  console.log(
    "| source | operations | Apollo's plan is wrong | fetches, ours / Apollo | levels, ours / Apollo | worse in levels | worse by more than 1 fetch | ours is wrong | first plan, ms, ours / Apollo | best of 5, ms, ours / Apollo |",
  );
  console.log('| --- | --- | --- | --- | --- | --- | --- | --- | --- | --- |');
  for (const row of [...rows, all]) console.log(line(row));
  return all.worse.length === 0;
}
