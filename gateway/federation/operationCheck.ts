import type { ApolloServerPlugin } from '@apollo/server';
import { GraphQLError, Kind, type DocumentNode } from 'graphql';
import type { RequestContext } from './supergraph.ts';

/** Refuses a request that does not say which operation of its document is meant. */
export function operationCheck(): ApolloServerPlugin<RequestContext> {
  return {
    async requestDidStart() {
      return {
        async didResolveOperation({ document, operation, request: { operationName } }) {
          if (operation) return;
          throw new GraphQLError(reason(document, operationName), {
            extensions: { code: 'OPERATION_RESOLUTION_FAILURE', http: { status: 400 } },
          });
        },
      };
    },
  };
}

function reason({ definitions }: DocumentNode, operationName: string | null | undefined): string {
  const operations = definitions.filter(({ kind }) => kind === Kind.OPERATION_DEFINITION);
  const names = operations.flatMap((each) => ('name' in each && each.name ? `"${each.name.value}"` : []));
  if (operations.length === 0) return 'The document has no operation: it holds fragments only.';
  const choice = `send one of ${names.join(', ')} as \`operationName\``;
  if (!operationName) return `The document has ${operations.length} operations: ${choice}.`;
  const asked = `The document has no operation "${operationName.slice(0, 100)}"`;
  return names.length > 0 ? `${asked}: ${choice}.` : `${asked}: leave \`operationName\` out.`;
}
