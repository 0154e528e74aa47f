import type { ApolloServerPlugin } from '@apollo/server';
import { GraphQLError } from 'graphql';
import type { RequestContext } from './supergraph.ts';

/**
 * Tells the plan of an operation beside its answer, in `extensions.plan`, where the request asks for it with
 * `"extensions": { "plan": true }` and comes from staff.
 */
export function planExtension(): ApolloServerPlugin<RequestContext> {
  return {
    async requestDidStart() {
      return {
        async didResolveOperation({ request: { extensions }, contextValue }) {
          if (extensions?.['plan'] !== true) return;
          if (!contextValue.caller?.scopes.has('network:admin')) {
            throw new GraphQLError(
              'Plans are told to staff: leave `extensions.plan` out, or send a token with the scope "network:admin".',
              {
                extensions: { code: 'FORBIDDEN', http: { status: 403 } },
              },
            );
          }
          contextValue.plan = {};
        },
        async willSendResponse({ response: { body }, contextValue }) {
          const { plan } = contextValue;
          if (!plan?.found || body.kind !== 'single') return;
          body.singleResult.extensions = { ...body.singleResult.extensions, plan: plan.found };
        },
      };
    },
  };
}
