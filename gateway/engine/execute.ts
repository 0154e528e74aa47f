import { GraphQLError, type DocumentNode, type ExecutionResult } from 'graphql';
import type { Selection } from './canonical.ts';
import {
  isData,
  merging,
  representing,
  walker,
  type Data,
  type Fulfils,
  type Merge,
  type Path,
  type Represent,
  type Walk,
} from './entities.ts';
import type { ContextSource, EntityAlias, Fetch, Plan } from './plan.ts';

/** A request to a subgraph. */
export interface EngineSubgraphRequest {
  document: DocumentNode;
  variables?: Record<string, unknown>;
  /** Stands for the client's request. */
  context: object;
}

/** Asks a subgraph, by its name. Fails with a `GraphQLError` if it cannot be asked. */
export type Ask = (subgraph: string, request: EngineSubgraphRequest) => Promise<ExecutionResult>;

/** An error of a subgraph, at its place among canonical keys. */
export interface PlacedError {
  path: Path;
  error: GraphQLError;
  /** The part of the answer that the fetch was for. */
  deferral: number;
}

/** One client's request while it is executed. */
export interface Execution {
  /** What has been fetched so far, with canonical keys. */
  data: Data;
  errors: PlacedError[];
  /** The places of entities that could not be fetched; what is missing there is explained. */
  missing: (() => Path[])[];
  /** The client's variables, coerced: defaults are filled in. */
  variables: Data;
  context: object;
}

type Run = (execution: Execution) => Promise<void> | void;

interface CompiledFetch {
  id: number;
  run: Run;
  after: number;
  before: number[];
  deferral: number;
}

/** A plan as functions. */
export interface CompiledPlan {
  /**
   * Sends all requests, each as soon as those before it are answered.
   * @returns a promise for the first part of the answer, and one for each deferred fragment
   */
  start(execution: Execution): { first: Promise<void>; deferred: Map<number, Promise<void>> };
  /** Takes in an event of a subscription's subgraph in place of the first request, and sends the others. */
  event(execution: Execution, result: ExecutionResult): Promise<void>;
  /** The request that a subscription begins with. */
  subscription(variables: Data, context: object): { graph: string; request: EngineSubgraphRequest } | null;
}

export interface CompileOptions {
  /** Asks a subgraph by its value in `join__Graph`, as everything here names it. */
  ask: Ask;
  /** Makes the error for a subgraph that answered something else than it was asked for. */
  oddAnswer(graph: string, message: string): GraphQLError;
  fulfils: Fulfils;
  /** Receives errors that are nobody's but the engine's. */
  report(error: unknown): void;
  /** Root fields that must not be null: where one of a mutation is, nothing after it is done. */
  mustNotBeNull: ReadonlySet<string>;
  isMutation: boolean;
}

/** Whether one object may stand at all places of an entity: not where what is fetched below depends on what is above. */
const mayShare = ({ fetches }: Plan) => fetches.every(({ context }) => context.length === 0);

export function compilePlan(plan: Plan, options: CompileOptions): CompiledPlan {
  const { fetches } = plan;
  const shares = mayShare(plan);
  const compiled = fetches.map((fetch): CompiledFetch => ({
    id: fetch.id,
    run: compileFetch(fetch, { ...options, shares }),
    after: fetch.after.length,
    before: fetches.flatMap(({ id, after }) => (after.includes(fetch.id) ? id : [])),
    deferral: fetch.deferral,
  }));
  const deferrals = [...new Set(fetches.map(({ deferral }) => deferral))].filter((each) => each !== 0);

  const start = (execution: Execution, done: ReadonlySet<number> = new Set()) => {
    const waiting = compiled.map(({ after }) => after);
    const open = new Map<number, number>([[0, 0]]);
    const resolvers = new Map<number, () => void>();
    const promises = new Map<number, Promise<void>>();
    for (const { id, deferral } of compiled) if (!done.has(id)) open.set(deferral, (open.get(deferral) ?? 0) + 1);
    for (const [part, count] of open) {
      promises.set(part, count === 0 ? Promise.resolve() : new Promise((resolve) => resolvers.set(part, resolve)));
    }
    const finish = (fetch: CompiledFetch) => {
      for (const next of fetch.before) {
        waiting[next]! -= 1;
        if (waiting[next] === 0) begin(compiled[next]!);
      }
      if (done.has(fetch.id)) return;
      const left = open.get(fetch.deferral)! - 1;
      open.set(fetch.deferral, left);
      if (left === 0) resolvers.get(fetch.deferral)!();
    };
    const begin = (fetch: CompiledFetch) => {
      const running = done.has(fetch.id) ? undefined : fetch.run(execution);
      if (running) void running.then(() => finish(fetch));
      else finish(fetch);
    };
    for (const fetch of compiled) if (fetch.after === 0) begin(fetch);
    return promises;
  };

  const single = compiled.length === 1 && compiled[0]!.deferral === 0 ? compiled[0]! : null;
  const [first] = fetches;
  /** What takes in events, made for the first of them. */
  let root: ReturnType<typeof rootOf> | undefined;
  return {
    start(execution) {
      // Most operations ask one subgraph once.
      if (single) return { first: Promise.resolve(single.run(execution)), deferred: new Map() };
      const promises = start(execution);
      return { first: promises.get(0)!, deferred: new Map(deferrals.map((each) => [each, promises.get(each)!])) };
    },
    async event(execution, result) {
      root ??= rootOf(first!);
      const { merge, keys } = root;
      takeRoot(execution, first!, result, merge, keys);
      await Promise.all(start(execution, new Set([first!.id])).values());
    },
    subscription(variables, context) {
      if (!first?.root) return null;
      const request = { document: first.document, variables: usedVariables(first, variables, undefined), context };
      return { graph: first.graph, request };
    },
  };
}

interface FetchOptions extends CompileOptions {
  /** Whether one object may stand at all places of an entity. */
  shares: boolean;
}

function compileFetch(fetch: Fetch, options: FetchOptions): Run {
  if (fetch.root) return guarded(rootFetch(fetch, options), fetch, options);
  const run = fetch.context.length > 0 ? contextFetch(fetch, options) : entityFetch(fetch, options);
  return guarded(run, fetch, options);
}

/** What a subgraph answered may be such that it cannot be read at all: that costs its own part, and the others go on. */
function guarded(run: Run, fetch: Fetch, { oddAnswer, report }: CompileOptions): Run {
  const [place = fetch.at] = fetch.entities.flatMap(({ paths }) => paths);
  const above = place.flatMap((step) => ('key' in step ? step.key : []));
  const keys = [...above, ...[...(fetch.root?.fields.keys() ?? [])].slice(0, 1)];
  const failed = (execution: Execution, cause: unknown) => {
    report(cause);
    tell(
      execution,
      fetch,
      keys,
      oddAnswer(fetch.graph, 'could not be asked with what was answered so far, or its answer not be read'),
    );
  };
  return (execution) => {
    try {
      return run(execution)?.catch((cause: unknown) => failed(execution, cause));
    } catch (cause) {
      failed(execution, cause);
      return undefined;
    }
  };
}

/** The client's variables that a fetch uses, beside its own; those that the client left out are left out. */
function usedVariables({ variables: names }: Fetch, variables: Data, own: Data | undefined): Data | undefined {
  let all = own;
  for (const name of names) if (Object.hasOwn(variables, name)) (all ??= {})[name] = variables[name];
  return all;
}

async function send(
  fetch: Fetch,
  { ask }: CompileOptions,
  execution: Execution,
  own: Data | undefined,
): Promise<ExecutionResult> {
  const { variables, context } = execution;
  return ask(fetch.graph, { document: fetch.document, variables: usedVariables(fetch, variables, own), context });
}

const rootOf = ({ root }: Fetch) => ({ merge: merging([root!]), keys: [...root!.fields.keys()] });

/** A fetch of root fields, whose answer is at the top of the client's, or where a field returns the root of queries. */
function rootFetch(fetch: Fetch, options: FetchOptions): Run {
  const { merge, keys } = rootOf(fetch);
  const earlier = options.isMutation ? [...options.mustNotBeNull] : [];
  const walk = walker(fetch.at);
  return async (execution) => {
    // As the specification has it, nothing is done after a field of a mutation that made all of the answer null.
    if (earlier.some((key) => execution.data[key] === null)) return;
    const places: { root: Data; path: Path }[] = [];
    walk(execution.data, (root, path) => void places.push({ root, path: [...path!] }), []);
    if (places.length === 0) return;
    try {
      const result = await send(fetch, options, execution, undefined);
      for (const { root, path } of places) {
        const own = options.shares ? result : { ...result, data: structuredClone(result.data) };
        takeRoot(execution, fetch, own, merge, keys, root, path);
      }
    } catch (error) {
      for (const { root, path } of places) {
        for (const key of keys) {
          root[key] ??= null;
          tell(execution, fetch, [...path, key], error);
        }
      }
    }
  };
}

function tell({ errors }: Execution, { deferral }: Fetch, path: readonly (string | number)[], error: unknown): void {
  errors.push({ path: [...path], error: error as GraphQLError, deferral });
}

function takeRoot(
  execution: Execution,
  fetch: Fetch,
  { data, errors }: ExecutionResult,
  merge: Merge,
  keys: readonly string[],
  root: Data = execution.data,
  path: Path = [],
): void {
  // An error that leads to nothing which was asked for is told at the first field.
  const isOwn = ({ path: own }: GraphQLError) => keys.includes(String(own?.[0])) || own?.[0] === '__typename';
  for (const error of errors ?? [])
    tell(execution, fetch, [...path, ...(isOwn(error) ? error.path! : keys.slice(0, 1))], error);
  if (data) merge(root, data as Data);
  // Where all of an answer is null, each of its fields is.
  else {
    for (const key of keys) root[key] ??= null;
    // The error that made it null explains the others, too.
    if (errors?.length) execution.missing.push(() => keys.map((key) => [...path, key]));
  }
}

/** The entities under one alias of a fetch, prepared. */
interface CompiledAlias {
  alias: string;
  variable: string;
  walks: Walk[];
  represent: Represent;
  merge: Merge;
  /** What an error is put at that names no field. */
  firstKey: string[];
}

/** Entities that were found in the answer, and which representation stands for each. */
interface Found {
  targets: Data[];
  indexes: number[];
  representations: Data[];
}

function compileAlias(
  { alias, variable, paths, representation, selection }: EntityAlias,
  fulfils: Fulfils,
): CompiledAlias {
  const [firstKey] = [selection, ...selection.on.values()].flatMap(({ fields }) => [...fields.keys()]);
  return {
    alias,
    variable,
    walks: paths.map(walker),
    represent: representing(representation, fulfils),
    merge: merging([selection]),
    firstKey: firstKey === undefined ? [] : [firstKey],
  };
}

/** A fetch of entities: represents those that the answer holds so far, each once, and puts what comes into all of them. */
function entityFetch(fetch: Fetch, options: FetchOptions): Run {
  const aliases = fetch.entities.map((each) => compileAlias(each, options.fulfils));
  return (execution) => {
    const variables: Data = {};
    let asked = false;
    const found = aliases.map(({ variable, walks, represent }) => {
      const finder = new EntityFinder(represent);
      for (const walk of walks) walk(execution.data, finder.find);
      variables[variable] = finder.found.representations;
      asked ||= finder.found.targets.length > 0;
      return finder.found;
    });
    if (!asked) return undefined;
    return exchange(fetch, options, execution, variables, aliases, found);
  };
}

class EntityFinder {
  readonly found: Found = { targets: [], indexes: [], representations: [] };
  private readonly indexes = new Map<unknown, number>();
  private readonly represent: Represent;

  constructor(represent: Represent) {
    this.represent = represent;
  }

  readonly find = (entity: Data): void => {
    const represented = this.represent(entity);
    if (!represented) return;
    const { targets, indexes, representations } = this.found;
    let index = this.indexes.get(represented.identity);
    if (index === undefined) {
      index = representations.push(represented.representation) - 1;
      this.indexes.set(represented.identity, index);
    }
    targets.push(entity);
    indexes.push(index);
  };
}

async function exchange(
  fetch: Fetch,
  options: FetchOptions,
  execution: Execution,
  variables: Data,
  aliases: readonly CompiledAlias[],
  found: readonly Found[],
): Promise<void> {
  let result: ExecutionResult;
  try {
    result = await send(fetch, options, execution, variables);
  } catch (error) {
    for (const [index, alias] of aliases.entries()) fail(execution, fetch, alias, found[index]!.targets, error);
    return;
  }
  const { data, errors } = result;
  for (const error of errors ?? []) {
    for (const path of placesOf(error.path, aliases, found, execution.data)) tell(execution, fetch, path, error);
  }
  for (const [index, alias] of aliases.entries()) {
    const entities = (data as Data | null | undefined)?.[alias.alias];
    const those = found[index]!;
    const { representations } = those;
    if (representations.length === 0) continue;
    if (Array.isArray(entities)) {
      // Entities come in the order of their representations, as far as they come.
      const odd = putIn(entities, those, alias.merge, options.shares);
      const problem = 'answered with something else where an entity is expected';
      if (odd.length > 0) fail(execution, fetch, alias, odd, options.oddAnswer(fetch.graph, problem));
      if (entities.length === representations.length) continue;
    }
    const count = Array.isArray(entities) ? entities.length : 0;
    const lacking = those.targets.filter((_, each) => those.indexes[each]! >= count);
    const message = `answered ${count || 'none'} of ${representations.length} entities that it was asked for`;
    if ((errors ?? []).length > 0) lack(execution, alias, lacking);
    else
      fail(
        execution,
        fetch,
        alias,
        lacking.length > 0 ? lacking : those.targets,
        options.oddAnswer(fetch.graph, message),
      );
  }
}

/** Puts entities where they belong; returns the places of those that are neither objects nor null. */
function putIn(entities: readonly unknown[], { targets, indexes }: Found, merge: Merge, shares: boolean): Data[] {
  const odd: Data[] = [];
  for (let index = 0; index < targets.length; index += 1) {
    const entity = entities[indexes[index]!];
    if (isData(entity)) merge(targets[index]!, shares ? entity : structuredClone(entity));
    else if (entity !== null && entity !== undefined) odd.push(targets[index]!);
  }
  return odd;
}

/** Tells that entities of an alias could not be had: once, at the first of them. */
function fail(
  execution: Execution,
  fetch: Fetch,
  alias: CompiledAlias,
  targets: readonly Data[],
  error: unknown,
): void {
  if (targets.length === 0) return;
  const [place] = placesWhere(alias, execution.data, (entity) => entity === targets[0]);
  tell(execution, fetch, [...(place ?? []), ...alias.firstKey], error);
  lack(execution, alias, targets);
}

/** Takes note of entities that are not there, for a reason that is told. */
function lack({ missing, data }: Execution, alias: CompiledAlias, targets: readonly Data[]): void {
  const those = new Set(targets);
  missing.push(() => placesWhere(alias, data, (entity) => those.has(entity)));
}

function placesWhere({ walks }: CompiledAlias, data: Data, holds: (entity: Data) => boolean): Path[] {
  const places: Path[] = [];
  for (const walk of walks) {
    walk(data, (entity, path) => void (holds(entity) && places.push([...path!])), []);
  }
  return places;
}

/** Where in the answer an error of an entity belongs: at every place of that entity. */
function placesOf(
  path: readonly (string | number)[] | undefined,
  aliases: readonly CompiledAlias[],
  found: readonly Found[],
  data: Data,
): Path[] {
  const at = aliases.findIndex(({ alias }) => alias === path?.[0]);
  const alias = aliases[Math.max(at, 0)]!;
  const { targets, indexes } = found[Math.max(at, 0)]!;
  const index = at < 0 ? undefined : path?.[1];
  const those = new Set(targets.filter((_, each) => indexes[each] === index));
  if (those.size === 0) {
    // It says nothing of an entity that was asked for: it is told at the first.
    const [place] = placesWhere(alias, data, (entity) => entity === targets[0]);
    return [[...(place ?? []), ...alias.firstKey]];
  }
  return placesWhere(alias, data, (entity) => those.has(entity)).map((place) => [...place, ...path!.slice(2)]);
}

/** A fetch that takes values from objects above its entities: one request for each combination of values. */
function contextFetch(fetch: Fetch, options: FetchOptions): Run {
  const [entity] = fetch.entities as [EntityAlias];
  const alias = compileAlias(entity, options.fulfils);
  const sources = fetch.context.map((source) => ({ ...source, read: valueOf(source, options.fulfils) }));
  return async (execution) => {
    const perValues = new Map<string, { values: Data; finder: EntityFinder }>();
    for (const path of entity.paths) {
      withContext(execution.data, path, sources, (target, values) => {
        const identity = JSON.stringify(values);
        let known = perValues.get(identity);
        if (!known) perValues.set(identity, (known = { values, finder: new EntityFinder(alias.represent) }));
        known.finder.find(target);
      });
    }
    const requests = [...perValues.values()].map(({ values, finder: { found } }) => {
      const variables = { ...values, [alias.variable]: found.representations };
      return found.targets.length > 0 ? exchange(fetch, options, execution, variables, [alias], [found]) : undefined;
    });
    await Promise.all(requests);
  };
}

/** Reads the value of a context from the object that sets it. */
function valueOf({ selections }: ContextSource, fulfils: Fulfils): (source: Data) => unknown {
  const read = (list: readonly Selection[], source: unknown): unknown => {
    if (Array.isArray(source)) return source.map((item: unknown) => read(list, item));
    if (!isData(source)) return source;
    for (const selection of list) {
      if (selection.kind === 'field') {
        const value = source[selection.key];
        return selection.selections ? read(selection.selections, value) : value;
      }
      if (fulfils(source['__typename'], selection.on)) return read(selection.selections, source);
    }
    return undefined;
  };
  return (source) => read(selections, source);
}

/** Walks to entities, and reads the values of contexts from the objects that are passed on the way. */
function withContext(
  data: Data,
  path: Fetch['entities'][number]['paths'][number],
  sources: readonly (ContextSource & { read: (source: Data) => unknown })[],
  found: (entity: Data, values: Data) => void,
): void {
  const at = (index: number, value: unknown, values: Data): void => {
    if (Array.isArray(value)) {
      for (const item of value) at(index, item, values);
      return;
    }
    if (!isData(value)) return;
    let known = values;
    for (const { path: above, variable, read } of sources) {
      if (above.length === index) known = { ...known, [variable]: read(value) ?? null };
    }
    const step = path[index];
    if (!step) found(value, known);
    else if ('key' in step) at(index + 1, value[step.key], known);
    else if (value['__typename'] === step.on) at(index + 1, value, known);
  };
  at(0, data, {});
}
