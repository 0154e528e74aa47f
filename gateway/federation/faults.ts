import type { ApolloServerPlugin } from '@apollo/server';
import type { GraphQLFormattedError } from 'graphql';
import { RETRY_AFTER, type Fault } from '../../subgraphs/kit/domain/errors.ts';

const FAULTS: ReadonlySet<unknown> = new Set<Fault>(['SUBGRAPH_TIMEOUT', 'SUBGRAPH_UNAVAILABLE', 'OVERLOADED']);
const isFault = ({ extensions }: GraphQLFormattedError) => FAULTS.has(extensions?.['code']);

/**
 * Says in HTTP what passes: `Retry-After` where a part of an answer is missing because a subgraph is away, and 503 where
 * nothing at all could be answered.
 */
export function faultsPlugin(): ApolloServerPlugin {
  return {
    async requestDidStart() {
      return {
        async willSendResponse({ response: { body, http } }) {
          if (body.kind !== 'single' || !body.singleResult.errors?.some(isFault)) return;
          http.headers.set('retry-after', String(RETRY_AFTER));
          const { data, errors } = body.singleResult;
          const isNothing = Object.values(data ?? {}).every((value) => value === null);
          if (isNothing && errors.every(isFault)) http.status = 503;
        },
      };
    },
  };
}
