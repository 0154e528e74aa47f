import { ApolloServer } from '@apollo/server';
import { ApolloServerPluginInlineTraceDisabled, ApolloServerPluginLandingPageDisabled } from '@apollo/server/plugin/disabled';
import fastifyApollo, { fastifyApolloDrainPlugin } from '@as-integrations/fastify';
import fastify, { LogController, type FastifyInstance } from 'fastify';
import type { GatewayInterface } from '@apollo/server-gateway-interface';
import type { RunningSubgraph } from './subgraph.ts';

export interface ServeOptions {
  port: number;
  host: string;
  logLevel?: string;
}

/** Serves one subgraph over HTTP, as any Federation router expects it. */
export async function serveSubgraph(subgraph: RunningSubgraph, { port, host, logLevel = 'warn' }: ServeOptions): Promise<FastifyInstance> {
  const app = fastify({ logger: { level: logLevel }, logController: new LogController({ disableRequestLogging: true }), forceCloseConnections: 'idle', bodyLimit: 20 * 1024 * 1024 });
  const apollo = new ApolloServer({
    gateway: executing(subgraph),
    plugins: [ApolloServerPluginLandingPageDisabled(), ApolloServerPluginInlineTraceDisabled(), fastifyApolloDrainPlugin(app)],
    introspection: true,
    includeStacktraceInErrorResponses: false,
    csrfPrevention: true,
    stopOnTerminationSignals: false,
  });
  await apollo.start();
  await app.register(fastifyApollo(apollo), { path: '/graphql' });
  app.get('/health/live', async () => ({ status: 'live' }));
  app.get('/health/ready', async (_, reply) => {
    const ready = await subgraph.ready().catch(() => false);
    return reply.code(ready ? 200 : 503).send({ status: ready ? 'ready' : 'not ready', subgraphs: { [subgraph.name]: ready } });
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
      executor: ({ document, request, operationName, context }) => execute({ document, variables: request.variables, operationName: operationName ?? undefined, context }) as never,
    }),
    stop: async () => {},
  };
}
