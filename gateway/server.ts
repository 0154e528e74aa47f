import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { ApolloServer } from '@apollo/server';
import { unwrapResolverError } from '@apollo/server/errors';
import { ApolloServerPluginLandingPageLocalDefault } from '@apollo/server/plugin/landingPage/default';
import fastifyApollo, { fastifyApolloDrainPlugin } from '@as-integrations/fastify';
import cors from '@fastify/cors';
import fastify, { type FastifyBaseLogger, type FastifyInstance, type FastifyRequest } from 'fastify';
import type { Logger } from 'pino';
import type { IncomingHttpHeaders } from 'node:http';
import { GraphQLError, type DocumentNode, type GraphQLFormattedError, type GraphQLSchema } from 'graphql';
import type { GatewayInterface } from '@apollo/server-gateway-interface';
import { boundedCache, shortKey } from '../subgraphs/kit/read/boundedCache.ts';
import { NOBODY } from '../subgraphs/kit/caller.ts';
import { Deadline, endWith } from '../subgraphs/kit/read/deadline.ts';
import { closeUnused } from '../subgraphs/kit/process/drain.ts';
import { clientErrorHandler, frameworkErrors, registerHttpErrors } from '../subgraphs/kit/serve/httpErrors.ts';
import { createLog, errorLog, logRequests, requestNames } from '../subgraphs/kit/process/log.ts';
import { holdsMetricsToken, METRICS_PATH } from '../subgraphs/kit/process/metrics.ts';
import { isLoopback, timesIn, type RateLimit } from '../subgraphs/kit/process/settings.ts';
import { Refused, type Identify } from './identity/identify.ts';
import { failure } from './http/ask.ts';
import { faultsPlugin } from './federation/faults.ts';
import { registerExport } from './http/export.ts';
import { deferPlugin } from './federation/defer.ts';
import { documentLengthRule, PARTNER_INPUT_LIMITS, type InputLimits } from './limits/inputLimits.ts';
import { registerJsonBodies } from './http/jsonBody.ts';
import { costLimit, depthRule, introspectionRule, MAX_TOKENS } from './limits/limits.ts';
import { metrics, type Metrics, type MetricsAccess } from './metrics.ts';
import { operationCheck } from './federation/operationCheck.ts';
import { planExtension } from './federation/planExtension.ts';
import { rateLimit } from './limits/rateLimit.ts';
import { shedLoad } from './limits/shedding.ts';
import { storableTexts } from './limits/storableTexts.ts';
import { registerSubmissions } from './http/submissions/route.ts';
import { registerSubscriptions } from './http/subscriptions.ts';
import type { RequestContext, Told } from './federation/supergraph.ts';

declare module 'fastify' {
  export interface FastifyRequest {
    /** What is logged of the operation that was asked for; null where there is none. */
    told: Told | null;
  }
}

/** Most documents that are kept parsed, planned and compiled. */
const MOST_DOCUMENTS = 300;
/**
 * About what a document takes with everything that is made of it, in bytes: an operation of 2,000 characters takes about
 * a megabyte once it is planned for several callers and compiled in every subgraph.
 */
const DOCUMENT_BYTES = 100_000;
const BYTES_PER_CHARACTER = 500;

/** Where Apollo Sandbox runs. */
const SANDBOX_ORIGINS = ['https://studio.apollographql.com', 'https://sandbox.embed.apollographql.com'];

/** Asks for a school's whole history in one request; what Sandbox shows first. */
export const HISTORY_QUERY = readFileSync(fileURLToPath(new URL('history.graphql', import.meta.url)), 'utf8');

export interface ServerOptions {
  gateway: GatewayInterface;
  port: number;
  host: string;
  /** Whether each subgraph answers and is up to date, by name. */
  ready: () => Promise<Record<string, boolean>>;
  /** Counts what is asked; left out: only what the gateway itself does. */
  metrics?: Metrics;
  /** What may read the counts from anywhere; left out: staff do, and this machine if the server is reached from here only. */
  metricsToken?: string;
  corsOrigins?: string[];
  logLevel?: string;
  /** Operation that Sandbox shows first, and the token that it sends. */
  initialDocument?: string;
  sandboxToken?: string;
  /** Finds out who asks; left out: it is always nobody. */
  identify?: Identify;
  /** Whether only requests to this machine's own names are taken, so that no page of another site can ask through a browser here. */
  loopbackOnly?: boolean;
  /** What each client may cost in a minute; left out: nothing is limited. */
  rateLimit?: RateLimit;
  /** How long what a client sends may be; left out: as our own graph has it. */
  inputs?: InputLimits;
  /** Whether requests are refused that cannot be carried; left out: they are. In a process with others, their work counts, too. */
  sheds?: boolean;
  /** Longest time of a request, in milliseconds; left out: as the environment says. */
  timeout?: number;
  /** Where lines are logged; left out: on standard output, from `logLevel` on. */
  log?: Logger;
}

/** Serves a graph: GraphQL and Apollo Sandbox at `/graphql`, health checks at `/health`. */
export async function serve({
  gateway,
  port,
  host,
  ready,
  metrics: counted = metrics(),
  metricsToken,
  corsOrigins = [],
  logLevel = 'warn',
  initialDocument,
  sandboxToken,
  identify = async () => NOBODY,
  loopbackOnly = false,
  rateLimit: limit,
  inputs = PARTNER_INPUT_LIMITS,
  timeout = timesIn().request,
  log = createLog(logLevel),
  sheds = true,
}: ServerOptions): Promise<FastifyInstance> {
  const app = fastify({
    loggerInstance: log as FastifyBaseLogger,
    ...requestNames,
    forceCloseConnections: 'idle',
    bodyLimit: 8 * 1024 * 1024,
    clientErrorHandler,
    frameworkErrors,
  });
  registerHttpErrors(app);
  closeUnused(app);
  const load = shedLoad(app, isForOperators, sheds);
  counted.watch(load);
  logRequests(app, log, ({ told }) => ({ ...told }));
  const report = errorLog(log);
  const { apiSchema, coreSupergraphSdl } = await schemasOf(gateway);
  const formatError = (formatted: GraphQLFormattedError, error: unknown) => clientError(formatted, error, report);
  const format = (error: GraphQLError) => formatError(withCode(error), error);
  const limiter = limit ? rateLimit(limit) : null;
  const apollo = new ApolloServer<RequestContext>({
    gateway,
    documentStore: documentStore(),
    persistedQueries: { cache: persistedDocuments() },
    introspection: true,
    includeStacktraceInErrorResponses: false,
    csrfPrevention: true,
    stopOnTerminationSignals: false,
    parseOptions: { maxTokens: MAX_TOKENS },
    validationRules: [documentLengthRule, depthRule, introspectionRule],
    plugins: [
      ApolloServerPluginLandingPageLocalDefault({
        embed: true,
        includeCookies: false,
        document: initialDocument,
        headers: sandboxToken ? { Authorization: `Bearer ${sandboxToken}` } : undefined,
      }),
      operationCheck(),
      storableTexts(),
      costLimit(coreSupergraphSdl, apiSchema, inputs),
      deferPlugin(format),
      planExtension(),
      faultsPlugin(),
      ...(limiter ? [limiter.plugin] : []),
      counted.plugin,
      fastifyApolloDrainPlugin(app),
    ],
    formatError,
    logger: {
      debug: (text) => app.log.debug(text),
      info: (text) => app.log.debug(text),
      warn: (text) => app.log.warn(text),
      error: (text) => app.log.error(text),
    },
  });
  await apollo.start();
  await app.register(cors, { origin: [...SANDBOX_ORIGINS, ...corsOrigins], strictPreflight: false });
  if (loopbackOnly) {
    app.addHook('onRequest', async (request, reply) => {
      if (!isLoopback(request.hostname.replace(/^\[|\]$/g, '')))
        return reply
          .code(421)
          .send(failure('MISDIRECTED_REQUEST', 'This server answers this machine only, by the name localhost.'));
    });
  }
  app.decorateRequest('caller', null);
  app.decorateRequest('told', null);
  const metricsAccess: MetricsAccess = { token: metricsToken, loopback: isLoopback(host) };
  // Who asks is known before anything of a body is read.
  app.addHook('onRequest', async (request, reply) => {
    // Its token is nobody's: it is neither the issuer's nor an API key.
    if (request.routeOptions.url === METRICS_PATH && holdsMetricsToken(request.headers, metricsAccess.token))
      return undefined;
    try {
      request.caller = await identify(request.headers, request.ip);
    } catch (error) {
      if (!(error instanceof Refused)) throw error;
      if (error.status === 401) reply.header('www-authenticate', 'Bearer realm="partner-graph", error="invalid_token"');
      return reply
        .code(error.status)
        .send(failure(error.status === 401 ? 'UNAUTHENTICATED' : 'IDENTITY_UNAVAILABLE', error.message));
    }
  });
  registerJsonBodies(app);
  const contextOf = (request: FastifyRequest): RequestContext => {
    const { caller, headers, id } = request;
    request.told = {};
    return { caller: caller!, forward: { ...forwarded(headers), 'x-request-id': id }, told: request.told };
  };
  // Whoever has used up everything waits before anything of a body is read.
  app.addHook('preParsing', async ({ caller, routeOptions }, reply) => {
    const wait = caller && !isForOperators(routeOptions.url ?? '') ? limiter?.waits(caller) : null;
    if (!wait) return undefined;
    const { code, message, ...more } = wait;
    reply.header('retry-after', more.retryAfter);
    return reply.code(429).send(failure(code, message, more));
  });
  registerSubscriptions(app, apollo, contextOf, format);
  await app.register(fastifyApollo<RequestContext>(apollo), {
    path: '/graphql',
    async context(request, reply) {
      const deadline = new Deadline(timeout);
      endWith(deadline, reply.raw);
      return Object.assign(contextOf(request), { deadline });
    },
  });

  registerExport(app, apollo);
  registerSubmissions(app, apollo, apiSchema);
  counted.register(app, metricsAccess);
  app.get('/', (_, reply) => reply.redirect('/graphql'));
  app.get('/health/live', async () => ({ status: 'live' }));
  let known: { subgraphs: Record<string, boolean>; at: number } | null = null;
  const look = async () => {
    const subgraphs = await ready();
    known = { subgraphs, at: performance.now() };
    return subgraphs;
  };
  /** A server that has more to do than it can says what it knew a moment ago, so as to answer at once. */
  const readiness = async () => {
    if (!load.overloaded || !known || performance.now() - known.at > KNOWN_FOR) return look();
    if (performance.now() - known.at > KNOWN_FOR / 4) void look().catch(() => {});
    return known.subgraphs;
  };
  app.get('/health/ready', async (_, reply) => {
    const subgraphs = await readiness();
    const all = Object.values(subgraphs).every(Boolean);
    return reply.code(all ? 200 : 503).send({ status: all ? 'ready' : 'not ready', subgraphs });
  });
  await app.listen({ port, host });
  return app;
}

/** How long what is known of subgraphs is told by a server that is overloaded, in milliseconds. */
const KNOWN_FOR = 5_000;

/** Headers of a client that subgraphs are handed: what requests are traced by. */
const FORWARDED = ['x-request-id', 'traceparent', 'tracestate', 'baggage', 'authorization'] as const;

function forwarded(headers: IncomingHttpHeaders): Record<string, string> {
  const found: Record<string, string> = {};
  for (const name of FORWARDED) {
    const value = headers[name];
    if (typeof value === 'string') found[name] = value;
  }
  return found;
}

/** An error as it is told, with a code. */
const withCode = (error: GraphQLError): GraphQLFormattedError => {
  const formatted = error.toJSON();
  return { ...formatted, extensions: { code: 'INTERNAL_SERVER_ERROR', ...formatted.extensions } };
};

/** A gateway's supergraph, and what clients see of it. */
const schemasOf = (gateway: GatewayInterface) =>
  new Promise<{ apiSchema: GraphQLSchema; coreSupergraphSdl: string }>((resolve) =>
    gateway.onSchemaLoadOrUpdate(resolve)(),
  );

/** Keeps the documents that clients have sent once, to be asked for by their hash. */
function persistedDocuments() {
  const texts = boundedCache<{ text: string }>('persisted');
  return {
    get: async (key: string) => texts.get(shortKey(key))?.text,
    set: async (key: string, text: string) => void texts.set(shortKey(key), { text }),
    delete: async (key: string) => texts.delete(shortKey(key)),
  };
}

/** Keeps the documents that were used last; what was made of a document is kept as long as it is. */
function documentStore() {
  const documents = boundedCache<DocumentNode>('documents', {
    max: MOST_DOCUMENTS,
    sizeOf: ({ loc }) => DOCUMENT_BYTES + BYTES_PER_CHARACTER * (loc?.source.body.length ?? 0),
  });
  return {
    get: async (key: string) => documents.get(shortKey(key)),
    set: async (key: string, document: DocumentNode) => void documents.set(shortKey(key), document),
    delete: async (key: string) => documents.delete(shortKey(key)),
  };
}

/** What clients are told of an error: those meant for them as they are, others without what is inside. */
function clientError(
  formatted: GraphQLFormattedError,
  error: unknown,
  log: (error: unknown) => void,
): GraphQLFormattedError {
  const cause = unwrapResolverError(error);
  const meant = cause instanceof GraphQLError && cause.extensions['code'] !== undefined;
  // Apollo Server gives some mistakes of clients a status and no code.
  const { status = 500 } =
    (cause instanceof GraphQLError && (cause.extensions['http'] as { status?: number } | undefined)) || {};
  if (!meant && status >= 400 && status < 500) return { ...formatted, extensions: { code: 'BAD_REQUEST' } };
  if (meant || formatted.extensions?.['code'] !== 'INTERNAL_SERVER_ERROR') return formatted;
  log(cause);
  return {
    message: 'Something went wrong here; try again in a moment.',
    path: formatted.path,
    extensions: { code: 'INTERNAL_SERVER_ERROR' },
  };
}

/** Whether a path is for those who watch over the server: it is answered whatever else is refused. */
const isForOperators = (path: string): boolean => path.startsWith('/health/') || path === METRICS_PATH;
