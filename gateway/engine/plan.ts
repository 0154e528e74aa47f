import type { BatchFetchNode, EntityBatchAlias, FetchNode, FlattenNode, PlanNode } from '@graphql-hive/router-query-planner';
import { GraphQLError, Kind, parse, type DocumentNode, type ExecutionResult } from 'graphql';
import type { SubgraphRequest } from '../../subgraphs/kit/subgraph.ts';
import { isData, merge, representing, rewriting, walker, type Data, type Fulfils, type Path, type Represent, type Walk } from './entities.ts';

/** One client's request while it is executed. */
export interface Execution {
  /** What has been fetched so far, in the shape of the plan. */
  data: Data;
  errors: GraphQLError[];
  /** The client's variables, coerced. */
  variables: Data;
  context: object;
}

/** Asks a subgraph. Fails with a `GraphQLError` if it cannot be asked. */
export type Ask = (subgraph: string, request: SubgraphRequest) => Promise<ExecutionResult>;

/** A part of a plan as a function: a promise while it waits for a subgraph. */
export type Step = (execution: Execution) => Promise<void> | void;

/** Prepares a plan: its documents are parsed, and its paths, representations and rewrites are functions. */
export function compilePlan(node: PlanNode, ask: Ask, fulfils: Fulfils): Step {
  const compile = (child: PlanNode): Step => {
    switch (child.kind) {
      case 'Sequence': {
        const steps = child.nodes.map(compile);
        return async (execution) => {
          for (const step of steps) await step(execution);
        };
      }
      case 'Parallel': {
        const steps = child.nodes.map(compile);
        return (execution) => {
          const waiting: Promise<void>[] = [];
          for (const step of steps) {
            const promise = step(execution);
            if (promise) waiting.push(promise);
          }
          return waiting.length > 1 ? (Promise.all(waiting) as Promise<unknown> as Promise<void>) : waiting[0];
        };
      }
      case 'Condition': {
        const { condition, ifClause, elseClause } = child;
        const then = ifClause && compile(ifClause);
        const otherwise = elseClause && compile(elseClause);
        return (execution) => (execution.variables[condition] === true ? then : otherwise)?.(execution);
      }
      case 'Fetch':
        return rootFetch(child, ask, fulfils);
      case 'Flatten':
        return entityFetch(entitiesOf(child), ask, fulfils);
      case 'BatchFetch':
        return entityFetch(child, ask, fulfils);
      default:
        throw new Error(`The plan has a part of a kind that is not known here: ${child.kind}`);
    }
  };
  return compile(node);
}

/** What is the same for every kind of fetch: sends it, and takes in its data or its errors. */
function fetching({ serviceName, operation, operationName, variableUsages }: FetchNode | BatchFetchNode, ask: Ask) {
  const document = parse(operation, { noLocation: true });
  const send = (execution: Execution, variables: Data | undefined): Promise<ExecutionResult> => {
    let all = variables;
    for (const name of variableUsages ?? []) if (name in execution.variables) (all ??= {})[name] = execution.variables[name];
    return ask(serviceName, { document, text: operation, variables: all, operationName, context: execution.context });
  };
  /** Takes in an answer; `place` says where its errors belong. */
  const exchange = async (execution: Execution, variables: Data | undefined, take: (data: Data) => void, place: (path: readonly (string | number)[] | undefined) => Path[] | undefined) => {
    let result: ExecutionResult;
    try {
      result = await send(execution, variables);
    } catch (error) {
      execution.errors.push(error as GraphQLError);
      return;
    }
    for (const error of result.errors ?? []) {
      for (const path of place(error.path) ?? [error.path]) execution.errors.push(new GraphQLError(error.message, { path, extensions: error.extensions, originalError: error.originalError }));
    }
    if (result.data) take(result.data);
  };
  return { document, exchange };
}

/** A fetch of root fields, whose answer is at the top of the client's. */
function rootFetch(node: FetchNode, ask: Ask, fulfils: Fulfils): Step {
  const { document, exchange } = fetching(node, ask);
  const rewrite = rewriting(node.outputRewrites, fulfils);
  const fallback = firstKey(document);
  return (execution) =>
    exchange(
      execution,
      undefined,
      (data) => merge(execution.data, rewrite(data) as Data),
      (path) => (path || !fallback ? undefined : [[fallback]]),
    );
}

function firstKey({ definitions }: DocumentNode): string | undefined {
  const operation = definitions.find((node) => node.kind === Kind.OPERATION_DEFINITION);
  const field = operation?.selectionSet.selections.find((selection) => selection.kind === Kind.FIELD);
  return field?.alias?.value ?? field?.name.value;
}

/** A flattened fetch as a batch of one. */
function entitiesOf({ path, node }: FlattenNode): BatchFetchNode {
  if (node.kind !== 'Fetch') throw new Error(`The plan flattens a part of a kind that is not known here: ${node.kind}`);
  const { inputRewrites, outputRewrites, requires, ...fetch } = node;
  const alias: EntityBatchAlias = { alias: '_entities', representationsVariableName: 'representations', paths: [path], requires: requires ?? [], inputRewrites };
  return { ...fetch, kind: 'BatchFetch', entityBatch: { aliases: [{ ...alias, outputRewrites: outputRewrites?.map(withoutEntities) }] } };
}

/** The rewrites of a flattened fetch begin at the whole answer, ours at its entities. */
function withoutEntities(rewrite: NonNullable<FetchNode['outputRewrites']>[number]): typeof rewrite {
  const strip = <R extends { path: readonly object[] }>(inner: R): R => {
    const [first] = inner.path as { Key?: string }[];
    return first?.Key === '_entities' ? { ...inner, path: inner.path.slice(1) } : inner;
  };
  if ('KeyRenamer' in rewrite) return { KeyRenamer: strip(rewrite.KeyRenamer) };
  if ('ValueSetter' in rewrite) return { ValueSetter: strip(rewrite.ValueSetter) };
  return strip(rewrite);
}

/** The entities under one alias of a fetch. */
interface Alias {
  alias: string;
  /** Name of the variable that carries the representations; aliases may share it. */
  variable: string;
  walks: Walk[];
  represent: Represent;
  rewrite: (value: unknown) => unknown;
  /** Where an error belongs that names no entity. */
  fallback: Path;
}

/** Entities found in the answer, and which representation stands for each. */
interface Found {
  targets: Data[];
  indexes: number[];
}

/** A fetch of entities: represents those that the answer holds so far, each once, and puts what comes into all of them. */
function entityFetch(node: BatchFetchNode, ask: Ask, fulfils: Fulfils): Step {
  const { exchange } = fetching(node, ask);
  const aliases = node.entityBatch.aliases.map(({ alias, representationsVariableName, paths, requires, inputRewrites, outputRewrites }): Alias => ({
    alias,
    variable: representationsVariableName,
    walks: paths.map((path) => walker(path, fulfils)),
    represent: representing(requires, inputRewrites, fulfils),
    rewrite: rewriting(outputRewrites, fulfils),
    fallback: (paths[0] ?? []).flatMap((segment) => (segment !== '@' && 'Field' in segment ? segment.Field : [])),
  }));

  return (execution) => {
    const variables: Data = {};
    const known = new Map<string, Map<string, number>>();
    let asked = 0;
    const found = aliases.map(({ variable, walks, represent }): Found => {
      const representations = (variables[variable] ??= []) as Data[];
      let indexOf = known.get(variable);
      if (!indexOf) known.set(variable, (indexOf = new Map()));
      const targets: Data[] = [];
      const indexes: number[] = [];
      const find = (entity: Data) => {
        if (entity['__typename'] == null) return;
        const representation = represent(entity);
        if (!representation) return;
        const identity = JSON.stringify(representation);
        let index = indexOf.get(identity);
        if (index === undefined) indexOf.set(identity, (index = representations.push(representation) - 1));
        targets.push(entity);
        indexes.push(index);
      };
      for (const walk of walks) walk(execution.data, find);
      asked += targets.length;
      return { targets, indexes };
    });
    if (!asked) return;
    return exchange(
      execution,
      variables,
      (data) => aliases.forEach(({ alias, rewrite }, i) => putIn(rewrite(data[alias]), found[i]!)),
      (path) => placesOf(path, aliases, found, execution.data),
    );
  };
}

function putIn(entities: unknown, { targets, indexes }: Found): void {
  if (!Array.isArray(entities)) return;
  for (let i = 0; i < targets.length; i++) {
    const entity: unknown = entities[indexes[i]!];
    if (isData(entity)) merge(targets[i]!, entity);
  }
}

/** Where in the client's answer an error of an entity belongs: at every place of that entity. */
function placesOf(path: readonly (string | number)[] | undefined, aliases: readonly Alias[], found: readonly Found[], data: Data): Path[] {
  const at = aliases.findIndex(({ alias }) => alias === path?.[0]);
  const index = path?.[1];
  if (at < 0 || typeof index !== 'number') return [aliases[Math.max(at, 0)]!.fallback];
  const { walks, fallback } = aliases[at]!;
  const { targets, indexes } = found[at]!;
  const those = new Set(targets.filter((_, i) => indexes[i] === index));
  const places: Path[] = [];
  for (const walk of walks) walk(data, (entity, place) => those.has(entity) && places.push([...place!, ...path!.slice(2)]), []);
  return places.length ? places : [fallback];
}
