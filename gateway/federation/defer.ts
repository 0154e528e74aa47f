import type {
  ApolloServerPlugin,
  GraphQLExperimentalFormattedSubsequentIncrementalExecutionResultAlpha2,
} from '@apollo/server';
import { GraphQLError, visit, BREAK, type DocumentNode, type GraphQLFormattedError } from 'graphql';
import type { DeferredPart } from '../engine/engine.ts';
import type { RequestContext } from './supergraph.ts';

type Subsequent = GraphQLExperimentalFormattedSubsequentIncrementalExecutionResultAlpha2;

/** How a client says that it takes answers in parts. */
export const DEFER_ACCEPT = 'multipart/mixed; deferSpec=20220824, application/json';

/**
 * Serves `@defer`: the first part of an answer at once, and each deferred fragment when it is there, as
 * `multipart/mixed`. A client that cannot read that is told how to, rather than left to wait for all of it.
 */
export function deferPlugin(
  format: (error: GraphQLError) => GraphQLFormattedError,
): ApolloServerPlugin<RequestContext> {
  const deferring = new WeakMap<DocumentNode, boolean>();
  const defers = (document: DocumentNode) => {
    let known = deferring.get(document);
    if (known === undefined) deferring.set(document, (known = hasDefer(document)));
    return known;
  };
  return {
    async requestDidStart() {
      return {
        async didResolveOperation({ document, request: { http }, contextValue }) {
          if (!http || !defers(document)) return;
          if (!/multipart\/mixed/.test(http.headers.get('accept') ?? '')) {
            throw new GraphQLError(
              `@defer needs a client that takes an answer in parts: send \`Accept: ${DEFER_ACCEPT}\`, or leave @defer out.`,
              {
                extensions: { code: 'DEFER_NOT_ACCEPTED', http: { status: 400 } },
              },
            );
          }
          contextValue.incremental = { rest: null };
        },
        async willSendResponse({ response, contextValue }) {
          const rest = contextValue.incremental?.rest;
          if (!rest || response.body.kind !== 'single') return;
          const { singleResult } = response.body;
          response.body = {
            kind: 'incremental',
            initialResult: { ...singleResult, hasNext: true },
            subsequentResults: payloads(rest, format),
          };
        },
      };
    },
  };
}

function hasDefer(document: DocumentNode): boolean {
  let found = false;
  visit(document, {
    Directive({ name }) {
      if (name.value !== 'defer') return undefined;
      found = true;
      return BREAK;
    },
  });
  return found;
}

async function* payloads(
  rest: AsyncGenerator<DeferredPart[]>,
  format: (error: GraphQLError) => GraphQLFormattedError,
): AsyncGenerator<Subsequent> {
  for await (const parts of rest) {
    const incremental = parts.map(({ errors, ...part }) => (errors ? { ...part, errors: errors.map(format) } : part));
    if (incremental.length > 0) yield { incremental, hasNext: true };
  }
  yield { hasNext: false };
}
