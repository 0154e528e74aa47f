import { setImmediate } from 'node:timers/promises';
import type { ApolloServer } from '@apollo/server';
import type { FastifyInstance, FastifyRequest } from 'fastify';
import { GraphQLError, type ExecutionResult, type GraphQLFormattedError } from 'graphql';
import { createHandler } from 'graphql-sse/lib/use/fastify';
import type { RequestContext } from '../federation/supergraph.ts';

/** Most subscriptions at a time. */
const MOST_OPEN = 1_000;

/**
 * Serves subscriptions as server-sent events (the protocol of graphql-sse, one operation a connection) to requests for
 * `/graphql` that accept `text/event-stream`. They go the way of every operation, with the same limits and rights.
 */
export function registerSubscriptions(
  app: FastifyInstance,
  apollo: ApolloServer<RequestContext>,
  contextOf: (request: FastifyRequest) => RequestContext,
  format: (error: GraphQLError) => GraphQLFormattedError,
): void {
  const open = new Set<AsyncGenerator<ExecutionResult>>();
  app.addHook('preClose', async () => {
    await Promise.all(Array.from(open, (events) => events.return(undefined)));
  });

  const counted = async function* (events: AsyncGenerator<ExecutionResult>): AsyncGenerator<ExecutionResult> {
    open.add(events);
    try {
      for await (const { errors, ...result } of events) {
        // However fast events come, others have their turn.
        await setImmediate();
        yield errors ? ({ ...result, errors: errors.map(format) } as unknown as ExecutionResult) : result;
      }
    } finally {
      open.delete(events);
    }
  };

  const handler = createHandler({
    // Each connection is one operation.
    authenticate: () => null,
    async onSubscribe({ raw }, { query, variables, operationName }) {
      const contextValue: RequestContext = { ...contextOf(raw), subscription: { events: null } };
      if (open.size >= MOST_OPEN)
        return refused('TOO_MANY_SUBSCRIPTIONS', `There are ${MOST_OPEN} subscriptions already: try again later.`);
      const operation = {
        query: String(query),
        variables: variables as Record<string, unknown>,
        operationName: operationName ?? undefined,
      };
      const { body } = await apollo.executeOperation(operation, { contextValue });
      const { events } = contextValue.subscription!;
      if (events) return counted(events);
      if (body.kind === 'single') return { data: null, ...body.singleResult } as unknown as ExecutionResult;
      return refused('BAD_USER_INPUT', 'An answer in parts does not come as events: send `Accept: multipart/mixed`.');
    },
  });

  app.addHook('preHandler', async (request, reply) => {
    const accepts = request.headers.accept ?? '';
    if (request.routeOptions.url !== '/graphql' || !accepts.includes('text/event-stream')) return undefined;
    await handler(request as never, reply as never);
    return reply;
  });
}

const refused = (code: string, message: string): ExecutionResult => ({
  data: null,
  errors: [new GraphQLError(message, { extensions: { code } })],
});
