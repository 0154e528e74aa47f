import { operationFromDocument, Supergraph } from '@apollo/federation-internals';
import { prettyFormatQueryPlan, QueryPlanner } from '@apollo/query-planner';
import { parse } from 'graphql';
import { withoutScopes } from '../scopes.ts';

/** Plans operations with the planner of @apollo/gateway, and counts what they take. */
export function apolloPlanner(supergraphSdl: string) {
  // It knows nothing of scopes.
  const supergraph = Supergraph.build(withoutScopes(supergraphSdl), {
    supportedFeatures: null,
    validateSupergraph: false,
  });
  const planner = new QueryPlanner(supergraph);
  return (text: string, operationName: string | undefined, variables: Record<string, unknown>) => {
    const document = parse(text);
    const plan = () =>
      planner.buildQueryPlan(operationFromDocument(supergraph.apiSchema(), document, { operationName }));
    const began = performance.now();
    const found = plan();
    const first = performance.now() - began;
    return {
      ...countsOf(found.node, variables),
      requests: requestsOf(found.node),
      first,
      again: plan,
      text: () => prettyFormatQueryPlan(found),
    };
  };
}

/** The number of fetches in a part of a plan, and of those that follow one another. */
function countsOf(node: any, variables: Record<string, unknown>): { fetches: number; levels: number } {
  if (!node) return { fetches: 0, levels: 0 };
  const sum = (nodes: any[], longest: (levels: number[]) => number) => {
    const all = nodes.map((each) => countsOf(each, variables));
    return {
      fetches: all.reduce((total, { fetches }) => total + fetches, 0),
      levels: longest(all.map(({ levels }) => levels)),
    };
  };
  const oneAfterTheOther = (levels: number[]) => levels.reduce((total, each) => total + each, 0);
  switch (node.kind) {
    case 'Fetch':
      return { fetches: 1, levels: 1 };
    case 'Flatten':
      return countsOf(node.node, variables);
    case 'Sequence':
      return sum(node.nodes, oneAfterTheOther);
    case 'Parallel':
      return sum(node.nodes, (levels) => Math.max(0, ...levels));
    case 'Subscription':
      return sum([node.primary, node.rest], oneAfterTheOther);
    case 'Condition':
      return countsOf(variables[node.condition] === true ? node.ifClause : node.elseClause, variables);
    default:
      throw new Error(`A plan has a node of another kind: ${node.kind}`);
  }
}

/** What the fetches of a plan ask of subgraphs, whatever the conditions. */
function requestsOf(node: any): { name: string; operation: string }[] {
  if (!node) return [];
  if (node.kind === 'Fetch') return [{ name: node.serviceName, operation: node.operation }];
  return [...(node.nodes ?? []), node.node, node.primary, node.rest, node.ifClause, node.elseClause].flatMap(
    requestsOf,
  );
}
