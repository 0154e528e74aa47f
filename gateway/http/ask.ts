import type { ApolloServer } from '@apollo/server';
import type { FastifyReply } from 'fastify';
import type { GraphQLFormattedError } from 'graphql';
import type { Caller } from '../../subgraphs/kit/caller.ts';
import type { RequestContext } from '../federation/supergraph.ts';

export { failure } from '../../subgraphs/kit/serve/httpErrors.ts';

/** What is answered to an operation. */
export interface Answer {
  data?: Record<string, unknown> | null;
  errors?: readonly GraphQLFormattedError[];
  status?: number;
  headers: Iterable<[string, string]>;
}

/** Has an operation executed for a client who asks in another way than GraphQL over HTTP, with the same limits. */
export async function ask(
  apollo: ApolloServer<RequestContext>,
  caller: Caller,
  operation: { query: string; variables: Record<string, unknown>; operationName?: string },
): Promise<Answer> {
  const { body, http } = await apollo.executeOperation(operation, { contextValue: { caller } });
  if (body.kind !== 'single') throw new Error('The answer came in parts.');
  return { data: body.singleResult.data, errors: body.singleResult.errors, status: http.status, headers: http.headers };
}

/** Says why there is no answer: with the status that the gateway gives it, or that of what is not allowed or not right. */
export function refuse(reply: FastifyReply, { errors, status, headers }: Answer): FastifyReply {
  for (const [name, value] of headers) if (/^(ratelimit|retry-after)/.test(name)) reply.header(name, value);
  return reply
    .code(status ?? (errors?.some(({ extensions }) => extensions?.['code'] === 'UNAUTHORIZED_FIELD') ? 403 : 400))
    .send({ errors });
}
