import type { ApolloServerPlugin } from '@apollo/server';
import { maxDepthRule } from '@escape.tech/graphql-armor-max-depth';
import {
  GraphQLError,
  getNamedType,
  getVariableValues,
  type DocumentNode,
  type GraphQLSchema,
  type OperationDefinitionNode,
  type ValidationRule,
} from 'graphql';
import { getComplexity, type ComplexityEstimator } from 'graphql-query-complexity';
import { DEFAULT_PAGE } from '../subgraphs/kit/connection.ts';
import type { RequestContext } from './supergraph.ts';

/** Deepest nesting of an operation. */
export const MAX_DEPTH = 16;
/** Most tokens of a document. */
export const MAX_TOKENS = 4_000;
/** Highest cost of an operation: about the number of fields that its answer may hold. */
export const MAX_COST = 60_000;

/** A page costs what is asked of each item, as many times as it may have items; any other field costs 1 and what is below it. */
const cost: ComplexityEstimator = ({ args, childComplexity, field }) => {
  const items = /Connection$|^ChangeFeed$/.test(getNamedType(field.type).name) ? Number(args['first'] ?? args['last'] ?? DEFAULT_PAGE) : 1;
  return 1 + Math.max(0, items) * childComplexity;
};

export const depthRule: ValidationRule = maxDepthRule({
  n: MAX_DEPTH,
  ignoreIntrospection: true,
  propagateOnRejection: false,
  onReject: [
    (context, error) => {
      context?.reportError(new GraphQLError(`The operation is nested more than ${MAX_DEPTH} deep: ask for less at once.`, { nodes: error.nodes, extensions: { limit: MAX_DEPTH } }));
    },
  ],
});

/** Each row of a submission costs 1. */
const rowsIn = (variables: Record<string, unknown> | undefined) => Object.values(variables ?? {}).reduce((sum: number, value) => sum + (Array.isArray(value) ? value.length : 0), 0);

/** Whether variables have the types that an operation declares. */
const fits = (schema: GraphQLSchema, { variableDefinitions = [] }: OperationDefinitionNode, variables: Record<string, unknown>) =>
  variableDefinitions.length === 0 || !getVariableValues(schema, variableDefinitions, variables, { maxErrors: 1 }).errors;

/** Refuses operations that cost too much; the cost of a document is computed once for each set of page sizes. */
export function costLimit(): ApolloServerPlugin<RequestContext> {
  const known = new WeakMap<DocumentNode, Map<string, number>>();
  return {
    async requestDidStart() {
      return {
        async didResolveOperation({ schema, document, operation, operationName, contextValue, request: { variables } }) {
          let costs = known.get(document);
          if (!costs) known.set(document, (costs = new Map()));
          const numbers = variables ? JSON.stringify(Object.entries(variables).filter(([, value]) => typeof value === 'number' || typeof value === 'boolean')) : '';
          const key = `${operationName ?? ''} ${numbers}`;
          let total = costs.get(key);
          // What does not fit costs next to nothing, and is told why by what executes it.
          if (total === undefined && !fits(schema, operation!, variables ?? {})) {
            contextValue.cost = 1;
            return;
          }
          if (total === undefined) {
            total = getComplexity({ schema, query: document, operationName: operationName ?? undefined, variables: variables ?? {}, estimators: [cost] });
            if (costs.size < 1_000) costs.set(key, total);
          }
          contextValue.cost = Math.min(total, MAX_COST) + rowsIn(variables);
          if (total > MAX_COST) {
            throw new GraphQLError(`The operation may cost ${total.toLocaleString('en-GB')}, and at most ${MAX_COST.toLocaleString('en-GB')} is allowed: ask for smaller pages (first) or fewer fields, and follow pageInfo.`, {
              extensions: { code: 'QUERY_TOO_COSTLY', cost: total, limit: MAX_COST, http: { status: 400 } },
            });
          }
        },
      };
    },
  };
}
