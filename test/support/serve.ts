import type { FastifyInstance } from 'fastify';
import { serve, type ServerOptions } from '../../gateway/server.ts';

/** A server in the process of the tests. */
export interface Served {
  app: FastifyInstance;
  /** Where it answers, without a path. */
  origin: string;
  /** Where it answers operations. */
  url: string;
  close: () => Promise<unknown>;
}

/**
 * Serves a gateway on a port of this machine that is free. What tests do in the same process would be measured as load,
 * too: so that no request is refused for it, none is refused for load at all.
 */
export async function serveHere(options: Pick<ServerOptions, 'gateway'> & Partial<ServerOptions>): Promise<Served> {
  const app = await serve({
    port: 0,
    host: '127.0.0.1',
    ready: async () => ({}),
    logLevel: 'silent',
    sheds: false,
    ...options,
  });
  const origin = `http://127.0.0.1:${(app.server.address() as { port: number }).port}`;
  return { app, origin, url: `${origin}/graphql`, close: () => app.close() };
}
