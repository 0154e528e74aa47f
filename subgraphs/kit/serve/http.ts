import { ApolloServer } from '@apollo/server';
import {
  ApolloServerPluginInlineTraceDisabled,
  ApolloServerPluginLandingPageDisabled,
} from '@apollo/server/plugin/disabled';
import fastifyApollo, { fastifyApolloDrainPlugin } from '@as-integrations/fastify';
import fastify, { type FastifyBaseLogger, type FastifyInstance } from 'fastify';
import type { Logger } from 'pino';
import type { GatewayInterface } from '@apollo/server-gateway-interface';
import type { Caller } from '../caller.ts';
import { closeUnused } from '../process/drain.ts';
import { clientErrorHandler, failure, frameworkErrors, registerHttpErrors } from './httpErrors.ts';
import { Deadline, endWith } from '../read/deadline.ts';
import { PASSPORT, PassportRefused, type Admitted } from './passport.ts';
import { createLog, logRequests, requestNames } from '../process/log.ts';
import { holdsMetricsToken, METRICS_PATH, registryOf } from '../process/metrics.ts';
import { isLoopback, timesIn } from '../process/settings.ts';
import type { RunningSubgraph } from '../subgraph.ts';

declare module 'fastify' {
  export interface FastifyRequest {
    /** Who asks; null until that is known. */
    caller: Caller | null;
    /** Until when it must be answered; null until somebody is known to wait. */
    deadline: Deadline | null;
    /** Why it is not known; undefined where nobody has said anything. */
    refusal?: string;
  }
  export interface FastifyContextConfig {
    /** Whether the route answers whoever reaches the port, as health checks do; any other answers known callers only. */
    open?: boolean;
  }
}

export interface ServeOptions {
  port: number;
  host: string;
  logLevel?: string;
  /** Checks that requests come from the gateway, and finds out for whom. */
  passports: (passport: string | undefined, body: string) => Admitted;
  /** Longest time of a request, in milliseconds; left out: as the environment says. */
  timeout?: number;
  /** Where lines are logged; left out: on standard output, from `logLevel` on. */
  log?: Logger;
  /** What may read metrics; left out: anyone, if the server is reached from this machine only. */
  metricsToken?: string;
}

interface SubgraphContext {
  caller: Caller;
  deadline: Deadline | null;
}

const OPEN = { config: { open: true } };

/** Serves one subgraph over HTTP, to the gateway: a request that it has not signed is refused. */
export async function serveSubgraph(
  subgraph: RunningSubgraph,
  {
    port,
    host,
    logLevel = 'warn',
    passports,
    timeout = timesIn().request,
    log = createLog(logLevel),
    metricsToken,
  }: ServeOptions,
): Promise<FastifyInstance> {
  const app = fastify({
    loggerInstance: log as FastifyBaseLogger,
    ...requestNames,
    forceCloseConnections: 'idle',
    bodyLimit: 20 * 1024 * 1024,
    clientErrorHandler,
    frameworkErrors,
  });
  registerHttpErrors(app);
  closeUnused(app);
  logRequests(app, log, () => ({ subgraph: subgraph.name }));
  const apollo = new ApolloServer<SubgraphContext>({
    gateway: executing(subgraph),
    plugins: [
      ApolloServerPluginLandingPageDisabled(),
      ApolloServerPluginInlineTraceDisabled(),
      fastifyApolloDrainPlugin(app),
    ],
    introspection: true,
    includeStacktraceInErrorResponses: false,
    csrfPrevention: true,
    stopOnTerminationSignals: false,
  });
  await apollo.start();
  app.decorateRequest('caller', null);
  app.decorateRequest('deadline', null);
  const parseJson = app.getDefaultJsonParser('error', 'error');
  app.addContentTypeParser('application/json', { parseAs: 'string' }, (request, body, done) => {
    try {
      // Before anything of it is read.
      const { caller, left = timeout } = passports(request.headers[PASSPORT] as string | undefined, body as string);
      request.caller = caller;
      request.deadline = new Deadline(Math.min(left, timeout));
    } catch (error) {
      if (!(error instanceof PassportRefused)) return done(error as Error);
      // The route is not reached without a caller, and what is asked for is not read.
      request.refusal = error.message;
      return done(null, null);
    }
    parseJson(request, body as string, done);
  });
  app.addHook('preHandler', async (request, reply) => {
    // By the route that answers it, however its address is written. Whatever has no body that was signed, such as a GET,
    // has no caller.
    if (request.deadline) endWith(request.deadline, reply.raw);
    if (request.caller || request.routeOptions.config.open) return undefined;
    const message = request.refusal ?? `The ${subgraph.name} subgraph answers its gateway only: ask there.`;
    return reply.code(401).send(failure('UNAUTHENTICATED', message));
  });
  await app.register(fastifyApollo<SubgraphContext>(apollo), {
    path: '/graphql',
    context: async ({ caller, deadline }) => ({ caller: caller!, deadline }),
  });
  app.get('/health/live', OPEN, async () => ({ status: 'live' }));
  app.get('/health/ready', OPEN, async (_, reply) => {
    const ready = await subgraph.ready().catch(() => false);
    return reply
      .code(ready ? 200 : 503)
      .send({ status: ready ? 'ready' : 'not ready', subgraphs: { [subgraph.name]: ready } });
  });
  const registry = registryOf([subgraph]);
  app.get(METRICS_PATH, OPEN, async ({ headers }, reply) => {
    const mayRead = metricsToken ? holdsMetricsToken(headers, metricsToken) : isLoopback(host);
    if (mayRead) return reply.type(registry.contentType).send(await registry.metrics());
    return reply
      .code(401)
      .send(
        failure('UNAUTHENTICATED', 'Metrics are for whoever holds METRICS_TOKEN: send it as `Authorization: Bearer`.'),
      );
  });
  await app.listen({ port, host });
  return app;
}

/** Lets Apollo Server execute with the subgraph's own executor, the same that serves a gateway in this process. */
function executing({ schema, execute }: RunningSubgraph): GatewayInterface {
  return {
    onSchemaLoadOrUpdate(callback) {
      callback({ apiSchema: schema, coreSupergraphSdl: '' });
      return () => {};
    },
    load: async () => ({
      executor: ({ document, request, operationName, context }) =>
        execute({
          document,
          variables: request.variables,
          operationName: operationName ?? undefined,
          context,
          deadline: (context as SubgraphContext).deadline ?? undefined,
        }) as never,
    }),
    stop: async () => {},
  };
}
