import { buildSubgraphSchema } from '@apollo/subgraph';
import { compileQuery, isCompiledQuery, type CompiledQuery } from 'graphql-jit';
import {
  isObjectType,
  Kind,
  parse,
  type DocumentNode,
  type ExecutionResult,
  type FieldNode,
  type FragmentDefinitionNode,
  type GraphQLError,
  type GraphQLResolveInfo,
  type GraphQLSchema,
  type InlineFragmentNode,
} from 'graphql';
import { requestTrace, RequestTrace, type RowCache } from './read/cache.ts';
import { NOBODY, type Caller } from './caller.ts';
import type { Page } from './read/pages.ts';
import { limited, waiting, type Deadline } from './read/deadline.ts';
import { Database, type AnyEntitySchema, type DatabaseOptions } from './read/database.ts';
import { checkOf, demandsIn, needText, type OperationCheck } from './serve/demands.ts';
import { presentable, problem } from './domain/errors.ts';
import { scalars } from './serve/scalars.ts';
import { sdlOf, type SubgraphName } from './serve/sdl.ts';
import type { ImportKind } from './import/kind.ts';

/** Resolvers as `@apollo/subgraph` takes them: by type and field. */
// oxlint-disable-next-line typescript/no-explicit-any -- each subgraph checks its own against its generated types
export type Resolvers = Record<string, any>;

/** What a subgraph consists of. */
export interface SubgraphDefinition<Loaders> {
  name: SubgraphName;
  entities: AnyEntitySchema[];
  migrations: DatabaseOptions['migrations'];
  resolvers: Resolvers;
  /** Reference data that belongs to this version of the code, written after migrations. */
  prepare?(db: Database): Promise<void>;
  /** One set for all requests of a caller, of what they may see; resolvers get it as their context. */
  loaders(db: Database, caller: Caller): Loaders;
  imports: ImportKind[];
}

/** A client's request, as subgraphs know it. */
export interface RequestScope {
  /** Who asks; left out: nobody. */
  caller?: Caller;
  /** Where subgraphs of this process note what they do for it, if somebody wants to know. */
  traces?: [subgraph: SubgraphName, trace: RequestTrace][];
}

/** A request to a subgraph: the seam between gateway and subgraph. */
export interface SubgraphRequest {
  document: DocumentNode;
  variables?: Record<string, unknown>;
  operationName?: string;
  /** Stands for the client's request: what is loaded once for it is not loaded again. */
  context?: RequestScope;
  /** Until when it must be answered, and whether somebody waits for it; left out: nobody gives up. */
  deadline?: Deadline;
}

export type SubgraphExecutor = (request: SubgraphRequest) => Promise<ExecutionResult>;

/** A subgraph that runs in this process. */
export interface RunningSubgraph {
  name: SubgraphName;
  schema: GraphQLSchema;
  database: Database;
  execute: SubgraphExecutor;
  ready(): Promise<boolean>;
  close(): Promise<void>;
}

export interface StartOptions {
  url: string;
  poolSize?: number;
  /** Whether rows that were read are kept until they change; yes unless ENTITY_CACHE=off. */
  cache?: boolean;
  /** Keeps answers that are made of rows of several subgraphs. */
  answers?: RowCache;
  /** Receives errors that clients are not shown. */
  log?: (error: unknown) => void;
}

/** How long it may take to say whether a subgraph is ready, in milliseconds. */
export const READY_WITHIN = 900;

/** Opens the subgraph's database, brings it up to date and makes its schema ready to execute. */
export async function startSubgraph<Loaders extends object>(
  definition: SubgraphDefinition<Loaders>,
  options: StartOptions,
): Promise<RunningSubgraph> {
  const { name, entities, migrations } = definition;
  const schema = schemaOf(definition);
  const database = await Database.open({
    schema: name,
    url: options.url,
    entities,
    migrations,
    poolSize: options.poolSize,
    cache: options.cache ?? process.env['ENTITY_CACHE'] !== 'off',
    answers: options.answers,
  });
  await database.migrate();
  await definition.prepare?.(database);
  await database.remember();
  const loadersOf = new WeakMap<Caller, Loaders>();
  const context = (caller: Caller) => {
    let loaders = loadersOf.get(caller);
    if (!loaders) loadersOf.set(caller, (loaders = definition.loaders(database, caller)));
    return loaders;
  };
  return {
    name,
    schema,
    database,
    execute: executorOf(schema, context, name, options.log ?? console.error),
    ready: () => limited(READY_WITHIN, () => database.ready()).catch(() => false),
    close: () => database.close(),
  };
}

/** The executable schema of a subgraph: its SDL, its resolvers, and what every connection does. */
export function schemaOf({ name, resolvers }: Pick<SubgraphDefinition<never>, 'name' | 'resolvers'>): GraphQLSchema {
  const typeDefs = parse(sdlOf(name));
  const declared = new Set(
    typeDefs.definitions.flatMap((node) => ('name' in node && node.name ? [node.name.value] : [])),
  );
  const known = Object.fromEntries(Object.entries(scalars).filter(([scalar]) => declared.has(scalar)));
  const schema = buildSubgraphSchema([{ typeDefs, resolvers: { ...known, ...resolvers } }]);
  for (const type of Object.values(schema.getTypeMap())) {
    if (isObjectType(type) && type.name.endsWith('Connection')) {
      const fields = type.getFields();
      for (const [field, resolve] of Object.entries(connectionFields))
        if (fields[field]) fields[field].resolve = resolve as never;
    }
  }
  return schema;
}

const connectionFields = {
  edges: (page: Page<object>) => page.rows.map((node) => ({ cursor: page.cursor(node), node })),
  nodes: (page: Page<object>) => page.rows,
  totalCount: (page: Page<object>) => page.count(),
  pageInfo: (page: Page<object>) => ({
    hasNextPage: page.hasNextPage,
    hasPreviousPage: page.hasPreviousPage,
    startCursor: page.rows.length ? page.cursor(page.rows[0]!) : null,
    endCursor: page.rows.length ? page.cursor(page.rows.at(-1)!) : null,
  }),
};

/** What a resolver is told of its place in the operation: the names of all fields that are selected below it, worked out once. */
export interface Selecting {
  selects: ReadonlySet<string>;
}

/** The names of the fields that an operation selects below a field. */
export function selectedBelow(info: object): ReadonlySet<string> {
  const { selects, fieldNodes, fragments } = info as Partial<Selecting> &
    Pick<GraphQLResolveInfo, 'fieldNodes' | 'fragments'>;
  return selects ?? namesIn(fieldNodes, fragments);
}

/**
 * The properties of rows that an operation needs below a field: those that fields are made of, as a table says, and
 * otherwise those of the same names.
 */
export function neededBelow(info: object, made: MadeOf): readonly string[] {
  const selects = selectedBelow(info);
  let known = needed.get(selects);
  if (!known) needed.set(selects, (known = new Map()));
  let properties = known.get(made);
  if (!properties)
    known.set(
      made,
      (properties = [...new Set([...made.always, ...[...selects].flatMap((name) => made[name] ?? [name])])].sort()),
    );
  return properties;
}

/** The properties that fields are made of; `always`: those that are needed whatever is asked. */
export type MadeOf = Readonly<Record<string, readonly string[]>> & { readonly always: readonly string[] };

/** What a field is made of: what the table says, or else the property of its name, and what is always there. */
type PropertiesOf<Row, Made extends MadeOf, Field> = Extract<
  keyof Row,
  (Field extends keyof Made ? Made[Field][number] : Field) | Made['always'][number]
>;

/** A resolver that sees no more of a row than its field is made of. */
type Narrowed<Resolver, Seen> = Resolver extends (parent: never, ...rest: infer Rest) => infer Result
  ? (parent: Seen, ...rest: Rest) => Result
  : Resolver;

/**
 * Resolvers of a type whose rows are read with the columns that are needed, as a table says: each sees those of its own
 * field only, so that one that reads anything else is an error of its type. `Given` is what is there whatever is asked,
 * since other subgraphs have handed it over.
 */
export const fieldsOf =
  <Row, Resolvers, Given extends keyof Row = never>() =>
  <const Made extends MadeOf>(
    _made: Made,
    resolvers: {
      [Field in keyof Resolvers]: Field extends '__resolveReference'
        ? Resolvers[Field]
        : Narrowed<Resolvers[Field], Pick<Row, PropertiesOf<Row, Made, Field> | Given>>;
    },
  ): Resolvers =>
    resolvers as Resolvers;
const needed = new WeakMap<ReadonlySet<string>, Map<MadeOf, readonly string[]>>();

function namesIn(
  nodes: readonly (FieldNode | FragmentDefinitionNode | InlineFragmentNode)[],
  fragments: Readonly<Record<string, FragmentDefinitionNode>>,
  names = new Set<string>(),
): Set<string> {
  for (const { selectionSet } of nodes) {
    for (const selection of selectionSet?.selections ?? []) {
      if (selection.kind === Kind.FIELD) names.add(selection.name.value);
      namesIn(
        [selection.kind === Kind.FRAGMENT_SPREAD ? fragments[selection.name.value]! : selection],
        fragments,
        names,
      );
    }
  }
  return names;
}

/**
 * Executes documents compiled to functions (graphql-jit), each compiled once and kept for as long as its document
 * is: plans and Apollo Server's document store are bounded, and so is this.
 */
function executorOf<Loaders extends object>(
  schema: GraphQLSchema,
  context: (caller: Caller) => Loaders,
  name: SubgraphName,
  log: (error: unknown) => void,
): SubgraphExecutor {
  const compiled = new WeakMap<DocumentNode, Map<string, CompiledQuery | ExecutionResult>>();
  const traces = new WeakMap<RequestScope, RequestTrace>();
  const traceOf = (request: RequestScope) => {
    let doing = traces.get(request);
    if (!doing) {
      traces.set(request, (doing = new RequestTrace()));
      request.traces?.push([name, doing]);
    }
    return doing;
  };
  const compile = (document: DocumentNode, operationName = '') => {
    let operations = compiled.get(document);
    if (!operations) compiled.set(document, (operations = new Map()));
    let query = operations.get(operationName);
    if (!query)
      operations.set(
        operationName,
        (query = compileQuery(schema, document, operationName || undefined, {
          resolverInfoEnricher: ({ fieldNodes, fragments }) => ({ selects: namesIn(fieldNodes, fragments) }),
        })),
      );
    return query;
  };
  const demands = demandsIn(schema);
  const checks = new WeakMap<DocumentNode, OperationCheck>();
  /** The gateway asks for nothing that a caller may not have; whoever comes around it gets nothing. */
  const refusal = (
    document: DocumentNode,
    caller: Caller,
    variables: Record<string, unknown>,
  ): ExecutionResult | null => {
    let check = checks.get(document);
    if (!check) checks.set(document, (check = checkOf(schema, demands, document)));
    const found = check(caller, variables);
    if (!found) return null;
    return {
      data: null,
      errors: [problem('UNAUTHORIZED_FIELD', `${found.coordinate} needs ${needText(found.lack)}.`)],
    };
  };
  return async ({ document, variables, operationName, context: request = {}, deadline }) => {
    const refused = refusal(document, request.caller ?? NOBODY, variables ?? {});
    if (refused) return refused;
    const query = compile(document, operationName);
    const result = isCompiledQuery(query)
      ? await waiting.run(deadline, () =>
          requestTrace.run(traceOf(request), () =>
            query.query(undefined, context(request.caller ?? NOBODY), variables ?? {}),
          ),
        )
      : query;
    if (!result.errors) return result;
    return { ...result, errors: result.errors.map((error) => presentable(error as GraphQLError, name, log)) };
  };
}
