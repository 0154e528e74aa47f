import type { ApolloServerPlugin } from '@apollo/server';
import { maxDepthRule } from '@escape.tech/graphql-armor-max-depth';
import {
  type DocumentNode,
  getVariableValues,
  GraphQLError,
  type GraphQLSchema,
  type OperationDefinitionNode,
  type ValidationRule,
} from 'graphql';
import { createCosts, tooCostly } from './cost.ts';
import { inputCheck, type InputLimits } from './inputLimits.ts';
import type { RequestContext } from '../federation/supergraph.ts';

/** Deepest nesting of an operation. */
export const MAX_DEPTH = 16;
/** Most tokens of a document. */
export const MAX_TOKENS = 4_000;
/**
 * Most that an operation may cost, before it is known what it does. The estimate takes every page for full, which most
 * are not: on the demo, the schools of a hub, a hundred at most and five in truth, each with fifty events, are estimated
 * at 26,500 and cost 2,100, and the reviews of a hundred schools with all that was found at 233,000 and cost 26,000.
 * Therefore the limit lies well above what an operation should cost, and what a client is charged is what was spent. The
 * alternative, to ask first how many schools the hub has, is a request more for everybody. What costs that much in truth,
 * ten aggregates of the network over twenty combinations each, takes 1.7 seconds on two shared cores.
 */
export const MAX_COST = 500_000;
/** What every operation costs beside its fields: reading, checking and planning it, and a round through the subgraphs. */
export const OPERATION_COST = 100;
/**
 * What a token of a document costs that has not been read before: it is parsed, validated, planned and compiled. A
 * document that comes again, by its text or as a persisted query, costs nothing of it for as long as it is kept.
 */
export const TOKEN_COST = 5;
/** What it costs to read a document for the first time. One that could not be parsed is taken for as long as its text may be. */
export const costOfReading = (document: DocumentNode | undefined, text: string): number =>
  TOKEN_COST * (document?.tokenCount ?? Math.min(MAX_TOKENS, Math.ceil(text.length / CHARACTERS_OF_A_TOKEN)));
const CHARACTERS_OF_A_TOKEN = 4;
/** How often a document may ask for the schema, or for a type of it: each time takes as long as a page of schools. */
const MOST_INTROSPECTIONS = new Map([
  ['__schema', 2],
  ['__type', 20],
]);

/** Refuses documents that ask for the schema again and again under other names. */
export const introspectionRule: ValidationRule = (context) => {
  const asked = new Map<string, number>();
  return {
    Field(node) {
      const name = node.name.value;
      const most = MOST_INTROSPECTIONS.get(name);
      if (most === undefined) return;
      const times = (asked.get(name) ?? 0) + 1;
      asked.set(name, times);
      if (times === most + 1)
        context.reportError(
          new GraphQLError(
            `The document asks for \`${name}\` more than ${most} times: ask once for all that is needed.`,
            { nodes: node, extensions: { limit: most } },
          ),
        );
    },
  };
};

export const depthRule: ValidationRule = maxDepthRule({
  n: MAX_DEPTH,
  ignoreIntrospection: true,
  propagateOnRejection: false,
  onReject: [
    (context, error) => {
      context?.reportError(
        new GraphQLError(`The operation is nested more than ${MAX_DEPTH} deep: ask for less at once.`, {
          nodes: error.nodes,
          extensions: { limit: MAX_DEPTH },
        }),
      );
    },
  ],
});

/** Variables as an operation declares them; null if they do not have its types. */
function fits(
  schema: GraphQLSchema,
  { variableDefinitions = [] }: OperationDefinitionNode,
  variables: Record<string, unknown>,
): Record<string, unknown> | null {
  if (variableDefinitions.length === 0) return {};
  return getVariableValues(schema, variableDefinitions, variables, { maxErrors: 1 }).coerced ?? null;
}

/**
 * Refuses operations whose inputs are too long, and those that may cost too much. Says what the others may cost and, once
 * they are answered, what they have cost.
 */
export function costLimit(
  supergraph: string,
  schema: GraphQLSchema,
  inputs: InputLimits,
): ApolloServerPlugin<RequestContext> {
  const costOf = createCosts(supergraph, schema);
  const checkInputs = inputCheck(inputs);
  const read = new WeakSet<DocumentNode>();
  const firstReading = (document: DocumentNode): number => {
    if (read.has(document)) return 0;
    read.add(document);
    return costOfReading(document, '');
  };
  return {
    async requestDidStart() {
      return {
        async didResolveOperation({ document, operation, operationName, contextValue, request }) {
          const variables = request.variables ?? {};
          const reading = firstReading(document);
          // What is refused here has cost next to nothing beside.
          contextValue.cost = 1 + reading;
          contextValue.reading = reading;
          if (!operation) return;
          checkInputs(schema, document, operation, variables);
          // What does not fit is told why by what executes it.
          const coerced = fits(schema, operation, variables);
          if (!coerced) return;
          const cost = costOf(document, operationName ?? undefined);
          const own = OPERATION_COST + reading;
          const requested = own + cost.estimate(coerced);
          if (!(requested <= MAX_COST)) throw tooCostly(requested, MAX_COST);
          contextValue.cost = Math.round(requested);
          contextValue.spent = (data) => Math.round(own + cost.measure(data, coerced));
        },
      };
    },
  };
}
