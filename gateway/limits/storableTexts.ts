import type { ApolloServerPlugin } from '@apollo/server';
import { GraphQLError, Kind, OperationTypeNode, visit, type DocumentNode } from 'graphql';
import { isStorableText, unstorableText } from '../../subgraphs/kit/domain/errors.ts';
import type { RequestContext } from '../federation/supergraph.ts';

/**
 * Refuses texts that PostgreSQL cannot hold, with U+0000 or half of a surrogate pair, before any subgraph is asked:
 * what many requests ask for together is read by one statement, and one such text would fail it for all of them. The
 * rows of a submission are left to it, which rejects the row and takes the others.
 */
export function storableTexts(): ApolloServerPlugin<RequestContext> {
  const checked = new WeakSet<DocumentNode>();
  return {
    async requestDidStart() {
      return {
        async didResolveOperation({ document, operation, request: { variables } }) {
          const isMutation = operation?.operation === OperationTypeNode.MUTATION;
          for (const [name, value] of Object.entries(variables ?? {})) {
            if (isMutation && isRows(value)) continue;
            if (unstorableText(value)) throw refusal(`The variable \`$${name}\``);
          }
          if (checked.has(document)) return;
          if (literalHoldsUnstorable(document)) throw refusal('A text in the operation');
          checked.add(document);
        },
      };
    },
  };
}

const isRows = (value: unknown) => Array.isArray(value) && typeof value[0] === 'object';

function literalHoldsUnstorable(document: DocumentNode): boolean {
  let found = false;
  visit(document, {
    Argument: ({ name, value }) => (name.value === 'rows' && value.kind === Kind.LIST ? false : undefined),
    StringValue: ({ value }) => {
      found ||= !isStorableText(value);
    },
  });
  return found;
}

function refusal(what: string): GraphQLError {
  const character = 'the character U+0000 or half of a surrogate pair';
  return new GraphQLError(`${what} holds ${character}, which no text here has: leave it out.`, {
    extensions: { code: 'BAD_USER_INPUT', http: { status: 400 } },
  });
}
