import { buildSubgraphSchema } from '@apollo/subgraph';
import { composeServices } from '@theguild/federation-composition';
import { execute, getOperationAST, parse, type ExecutionResult } from 'graphql';
import { federationGateway, SubgraphUnavailable } from '../../gateway/supergraph.ts';

// oxlint-disable-next-line typescript/no-explicit-any -- subgraphs of every shape
export type SubgraphParts = { sdl: string; resolvers?: any };
// oxlint-disable-next-line typescript/no-explicit-any -- answers are as varied as questions
export type Result = { data: any; errors?: { message: string; path?: (string | number)[]; extensions: Record<string, any> }[] };

const LINK = 'extend schema @link(url: "https://specs.apollo.dev/federation/v2.7", import: ["@key", "@external", "@requires", "@provides", "@shareable", "@override", "@inaccessible", "@interfaceObject", "@tag"])\n';

/** A supergraph of small subgraphs in this process, to ask. */
export async function federation(parts: Record<string, SubgraphParts>) {
  const schemas = new Map(Object.entries(parts).map(([name, { sdl, resolvers }]) => [name, buildSubgraphSchema([{ typeDefs: parse(LINK + sdl), resolvers: resolvers ?? {} }])]));
  const composed = composeServices(Object.entries(parts).map(([name, { sdl }]) => ({ name, url: `http://${name}`, typeDefs: parse(LINK + sdl) })));
  if (!composed.supergraphSdl) throw new Error(JSON.stringify(composed.errors));
  const supergraph = composed.supergraphSdl;
  /** Every request that a subgraph got. */
  const requests: { subgraph: string; variables?: Record<string, unknown> }[] = [];
  const down = new Set<string>();

  const ask = async (query: string, variables: Record<string, unknown> = {}): Promise<Result> => {
    const gateway = await federationGateway(supergraph, async (subgraph, { document, variables: given, operationName }) => {
      requests.push({ subgraph, variables: given });
      if (down.has(subgraph)) throw new SubgraphUnavailable(`The subgraph "${subgraph}" did not answer.`);
      // As over HTTP, nothing is shared with the subgraph.
      return JSON.parse(JSON.stringify(await execute({ schema: schemas.get(subgraph)!, document, variableValues: given, operationName, contextValue: {} }))) as ExecutionResult;
    });
    const { executor } = await gateway.load({} as never);
    const document = parse(query);
    const operation = getOperationAST(document)!;
    const result = await executor!({ document, operation, operationName: operation.name?.value ?? null, request: { variables }, context: {} } as never);
    return JSON.parse(JSON.stringify(result)) as Result;
  };
  return { ask, requests, down };
}
