import type { GatewayInterface } from '@apollo/server-gateway-interface';
import { transformSupergraphToPublicSchema } from '@theguild/federation-composition';
import {
  buildASTSchema,
  extendSchema,
  GraphQLError,
  parse,
  type DocumentNode,
  type ExecutionResult,
  type GraphQLFormattedError,
  type GraphQLSchema,
} from 'graphql';
import { NOBODY } from '../../subgraphs/kit/caller.ts';
import { NobodyWaits, type Deadline } from '../../subgraphs/kit/read/deadline.ts';
import { RETRY_AFTER } from '../../subgraphs/kit/domain/errors.ts';
import type { RowCache } from '../../subgraphs/kit/read/cache.ts';
import type { RequestScope, SubgraphRequest } from '../../subgraphs/kit/subgraph.ts';
import { answering } from './answerCache.ts';
import { createAuthorizer, demandsOfSupergraph, describeDemands } from './authorization.ts';
import { createEngine, type Engine, type EngineSubgraphRequest, type IncrementalResult } from '../engine/engine.ts';
import { isData } from '../engine/entities.ts';
import { readGraphs } from '../engine/supergraphModel.ts';

/** Sends a request to a subgraph, in this process or elsewhere. */
export interface Transport {
  (subgraph: string, request: SubgraphRequest): Promise<ExecutionResult>;
  /** Subscribes to a subgraph; left out where there are no subscriptions. */
  subscribe?(subgraph: string, request: SubgraphRequest): Promise<AsyncIterable<ExecutionResult>>;
}

/** What is logged of an operation: its name, what it may cost, and the codes of what went wrong. */
export interface Told {
  operation?: string;
  cost?: number;
  errors?: string[];
}

/** What is known of a request beside its operation. */
export interface RequestContext extends RequestScope {
  /** Until when it must be answered; left out: each subgraph has the time that a request may take. */
  deadline?: Deadline;
  /** Takes what is logged of the operation, if somebody wants to know. */
  told?: Told;
  /** What the operation may cost. */
  cost?: number;
  /** What it has cost, by its answer. */
  spent?: (data: unknown) => number;
  /** What it has cost to read its document, which is spent whatever comes of it. */
  reading?: number;
  /** Headers of the client's request that subgraphs are handed. */
  forward?: Readonly<Record<string, string>>;
  /** Set where the client takes events; receives those of a subscription. */
  subscription?: { events: AsyncGenerator<ExecutionResult> | null };
  /** Set where the client takes an answer in parts; receives what follows the first. */
  incremental?: { rest: IncrementalResult['rest'] };
  /** Set where the plan is to be told with the answer. */
  plan?: { found?: object };
}

/** A trust's client gets what everyone gets while its schools are not known, and is told so. */
const SCHOOLS_UNKNOWN = new GraphQLError(
  'Which schools are yours could not be asked just now: what only you may see is missing here.',
  { extensions: { code: 'SUBGRAPH_UNAVAILABLE', serviceName: 'schools', retryAfter: RETRY_AFTER } },
);

/** A subgraph could not be asked; clients may read why. */
export class SubgraphUnavailable extends Error {
  readonly code: 'SUBGRAPH_UNAVAILABLE' | 'SUBGRAPH_TIMEOUT' | 'DOWNSTREAM_SERVICE_ERROR';

  /** @param code one of a fault that passes, or of a subgraph that does not do what it should */
  constructor(message: string, code: SubgraphUnavailable['code'] = 'SUBGRAPH_UNAVAILABLE') {
    super(message);
    this.code = code;
  }

  /** Whether it passes, so that a client may ask again. */
  get isFault(): boolean {
    return this.code !== 'DOWNSTREAM_SERVICE_ERROR';
  }
}

/** Where the subgraphs of a supergraph are: names and addresses, as its `join__Graph` says. */
export function subgraphUrls(supergraph: string): Map<string, string> {
  const graphs = readGraphs(parse(supergraph, { noLocation: true }));
  return new Map(Array.from(graphs.values(), ({ name, url }) => [name, url]));
}

export interface GatewayOptions {
  /** Changes the schema that clients see before it is used, for instance gives scalars their parsing. */
  refine?: (schema: GraphQLSchema) => GraphQLSchema;
  /** Keeps answers, where all subgraphs are of this process. */
  answers?: RowCache;
  /** Receives errors that clients are told nothing of. */
  report?: (error: unknown) => void;
}

/** A gateway for Apollo Server over a supergraph, and what Apollo Server does not ask of one. */
export interface FederationGateway extends GatewayInterface {
  engine: Engine;
  apiSchema: GraphQLSchema;
}

/** A client's validated operation, and who asks. */
export interface GatewayQuestion {
  document: DocumentNode;
  operationName?: string;
  variables?: Record<string, unknown>;
  context: RequestContext;
}

/** A gateway for Apollo Server: plans operations over a supergraph, and executes them over a transport. */
export async function federationGateway(
  supergraph: string,
  transport: Transport,
  { refine = (schema) => schema, answers, report = console.error }: GatewayOptions = {},
): Promise<FederationGateway> {
  const document = parse(supergraph, { noLocation: true });
  const schema = refine(buildASTSchema(document, { assumeValid: true, assumeValidSDL: true }));
  const publicSchema = buildASTSchema(transformSupergraphToPublicSchema(document), { assumeValidSDL: true });
  const demands = demandsOfSupergraph(schema);
  const apiSchema = describeDemands(demands, withDefer(refine(publicSchema)));
  const authorize = createAuthorizer(demands);
  const { ask, subscribe } = asking(transport, report);
  const engine = createEngine({ supergraph: document, schema, apiSchema, ask, subscribe, report });
  const remembered = answers ? answering(answers) : null;

  const subscribed = async (request: GatewayQuestion): Promise<ExecutionResult> => {
    const { subscription } = request.context;
    if (!apiSchema.getSubscriptionType()) return { errors: [NO_SUBSCRIPTIONS] };
    if (!subscription) return { errors: [NOT_EVENTS] };
    const events = await engine.subscribe(request);
    if (!(Symbol.asyncIterator in events)) return events;
    subscription.events = events;
    return { data: null };
  };

  const executed = async (question: GatewayQuestion, isSubscription: boolean): Promise<ExecutionResult> => {
    const { context } = question;
    const { plan: told } = context;
    const planned = told && ((plan: object) => void (told.found = plan));
    const request = { ...question, policy: authorize(context.caller ?? NOBODY), planned };
    if (isSubscription) return subscribed(request);
    if (context.incremental) {
      const { first, rest } = await engine.executeIncrementally(request);
      context.incremental.rest = rest;
      return first;
    }
    // An answer that was given before has no plan to tell.
    return remembered && !told ? remembered(request, () => engine.execute(request)) : engine.execute(request);
  };

  return {
    engine,
    apiSchema,
    onSchemaLoadOrUpdate(callback) {
      callback({ apiSchema, coreSupergraphSdl: supergraph });
      return () => {};
    },
    load: async () => ({
      async executor({ document, operation, request: { variables = {} }, operationName, context: given }) {
        const context = given as RequestContext;
        const question = { document, operationName: operationName ?? undefined, variables, context };
        const result = await executed(question, operation?.operation === 'subscription');
        if ((context.caller ?? NOBODY).urns) return result as never;
        return { ...result, errors: [...(result.errors ?? []), SCHOOLS_UNKNOWN] } as never;
      },
    }),
    stop: async () => {},
  };
}

const NOT_EVENTS = new GraphQLError('Subscriptions come as server-sent events: send `Accept: text/event-stream`.', {
  extensions: { code: 'SUBSCRIPTION_NOT_ACCEPTED', http: { status: 400 } },
});

const NO_SUBSCRIPTIONS = new GraphQLError('This graph has no subscriptions.', {
  extensions: { code: 'NO_SUBSCRIPTIONS', http: { status: 400 } },
});

const DEFER = parse('directive @defer(if: Boolean! = true, label: String) on FRAGMENT_SPREAD | INLINE_FRAGMENT');

/** Clients may defer fragments of every graph: the gateway does that, and subgraphs know nothing of it. */
function withDefer(schema: GraphQLSchema): GraphQLSchema {
  return schema.getDirective('defer') ? schema : extendSchema(schema, DEFER, { assumeValid: true });
}

/** Asks subgraphs by their names; what goes wrong becomes an error that says which subgraph it was. */
function asking(transport: Transport, report: (error: unknown) => void) {
  const failure = (error: unknown, name: string) => {
    if (error instanceof SubgraphUnavailable) {
      const { message, code, isFault } = error;
      return new GraphQLError(message, {
        extensions: { code, serviceName: name, ...(isFault ? { retryAfter: RETRY_AFTER } : {}) },
      });
    }
    // Nobody reads what a client is answered that has gone.
    if (!(error instanceof NobodyWaits)) report(error);
    return new GraphQLError(`The subgraph "${name}" failed.`, {
      extensions: { code: 'DOWNSTREAM_SERVICE_ERROR', serviceName: name },
    });
  };

  const ask = async (name: string, request: EngineSubgraphRequest): Promise<ExecutionResult> => {
    try {
      return checkedResult(await transport(name, request as SubgraphRequest), name);
    } catch (error) {
      throw failure(error, name);
    }
  };

  const subscribe = async function* (name: string, request: EngineSubgraphRequest): AsyncGenerator<ExecutionResult> {
    try {
      if (!transport.subscribe) throw new SubgraphUnavailable(`The subgraph "${name}" has no subscriptions.`);
      for await (const event of await transport.subscribe(name, request as SubgraphRequest))
        yield checkedResult(event, name);
    } catch (error) {
      yield { data: null, errors: [failure(error, name)] };
    }
  };
  return { ask, subscribe: async (name: string, request: EngineSubgraphRequest) => subscribe(name, request) };
}

/** What a subgraph answered, if it can be taken for a GraphQL result; whatever cannot becomes an error that names it. */
function checkedResult(result: ExecutionResult, name: string): ExecutionResult {
  const { data, errors } = result as { data?: unknown; errors?: unknown };
  if (isData(data) && errors === undefined) return result;
  const problem = (message: string) => fromSubgraph({ message }, name);
  const found: GraphQLError[] = [];
  if (Array.isArray(errors)) found.push(...errors.map((error: unknown) => fromSubgraph(error, name)));
  else if (errors !== undefined && errors !== null) found.push(fromSubgraph(errors, name));
  if (isData(data)) return { data: data as ExecutionResult['data'], ...(found.length > 0 ? { errors: found } : {}) };
  if (data !== null && data !== undefined)
    found.push(problem(`The subgraph "${name}" answered with data that is no object.`));
  if (found.length === 0) found.push(problem(`The subgraph "${name}" answered with no data, and did not say why.`));
  return { data: null, errors: found };
}

/** What servers put into errors for their own developers, in whatever case they write it. */
const INTERNAL = new Set(['stacktrace', 'exception', 'http']);

/**
 * An error of a subgraph as the gateway passes it on: with whose it is, and without places in a document that the client
 * has never seen, or anything of the inside of that server.
 */
function fromSubgraph(error: unknown, serviceName: string): GraphQLError {
  const { message, path, extensions } = (
    isData(error) || error instanceof Error ? error : { message: error }
  ) as Partial<GraphQLFormattedError & { path: unknown }>;
  const text = typeof message === 'string' ? message : `The subgraph "${serviceName}" failed.`;
  const place = Array.isArray(path)
    ? path.filter((step) => typeof step === 'string' || typeof step === 'number')
    : undefined;
  const own = isData(extensions) ? Object.entries(extensions).filter(([key]) => !INTERNAL.has(key.toLowerCase())) : [];
  const more: Record<string, unknown> = { code: 'DOWNSTREAM_SERVICE_ERROR', ...Object.fromEntries(own), serviceName };
  if (typeof more['code'] !== 'string') more['code'] = 'DOWNSTREAM_SERVICE_ERROR';
  return new GraphQLError(text, { path: place, extensions: more });
}
