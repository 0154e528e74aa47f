import type { GatewayInterface } from '@apollo/server-gateway-interface';
import { unifiedGraphHandler } from '@graphql-hive/router-runtime';
import { buildASTSchema, GraphQLError, parse, type ExecutionResult, type GraphQLFormattedError, type GraphQLSchema } from 'graphql';
import { transformSupergraphToPublicSchema } from '@theguild/federation-composition';
import type { SubgraphRequest } from '../subgraphs/kit/subgraph.ts';

/** Sends a request to a subgraph, in this process or elsewhere. */
export type Transport = (subgraph: string, request: SubgraphRequest) => Promise<ExecutionResult>;

/** A subgraph could not be asked; clients may read why. */
export class SubgraphUnavailable extends Error {}

/** The runtime logs through this, and nothing: what goes wrong is in the answer. Without it, LOG_LEVEL would be read as its own. */
const SILENT = { log() {}, trace() {}, debug() {}, info() {}, warn() {}, error() {}, child: () => SILENT };

/** Where the subgraphs of a supergraph are: names and addresses, as its `join__Graph` says. */
export function subgraphUrls(supergraph: string): Map<string, string> {
  const urls = new Map<string, string>();
  for (const [, name, url] of supergraph.matchAll(/@join__graph\(name: "([^"]+)", url: "([^"]*)"\)/g)) urls.set(name!, url!);
  return urls;
}

/**
 * A gateway for Apollo Server: plans operations over a supergraph with the Rust query planner, and executes them
 * over a transport.
 * @param refine changes the schema that clients see before it is used, for instance gives scalars their parsing
 */
export async function federationGateway(supergraph: string, transport: Transport, refine: (schema: GraphQLSchema) => GraphQLSchema = (schema) => schema): Promise<GatewayInterface> {
  const document = parse(supergraph, { noLocation: true });
  const names = graphNames(supergraph);
  const { executor, unifiedGraph } = await unifiedGraphHandler({
    unifiedGraph: buildASTSchema(document, { assumeValid: true, assumeValidSDL: true }),
    getUnifiedGraphSDL: () => supergraph,
    onSubgraphExecute: (async (graph: string, request: SubgraphRequest) => {
      const name = names.get(graph) ?? graph;
      try {
        const result = await transport(name, request);
        return result.errors?.length ? { ...result, errors: result.errors.map((error) => fromSubgraph(error, name)) } : result;
      } catch (error) {
        if (!(error instanceof SubgraphUnavailable)) console.error(error);
        throw new GraphQLError(error instanceof SubgraphUnavailable ? error.message : `The subgraph "${name}" failed.`, { extensions: { code: 'DOWNSTREAM_SERVICE_ERROR', serviceName: name } });
      }
    }) as never,
    log: SILENT as never,
  });
  refine(unifiedGraph);
  const apiSchema = refine(buildASTSchema(transformSupergraphToPublicSchema(document), { assumeValidSDL: true }));

  return {
    onSchemaLoadOrUpdate(callback) {
      callback({ apiSchema, coreSupergraphSdl: supergraph });
      return () => {};
    },
    load: async () => ({
      async executor({ document, request, operationName, operation, context }) {
        const result = (await executor!({ document, variables: request.variables ?? {}, operationName: operationName ?? undefined, operationType: operation.operation, context } as never)) as ExecutionResult;
        return { ...result, data: result.data ?? null } as never;
      },
    }),
    stop: async () => {},
  };
}

/** An error of a subgraph as the gateway passes it on: with whose it is, and without places in a document that the client has never seen. */
function fromSubgraph({ message, path, extensions }: GraphQLFormattedError, serviceName: string): GraphQLError {
  return new GraphQLError(message, { path, extensions: { code: 'DOWNSTREAM_SERVICE_ERROR', serviceName, ...extensions } });
}

/** The names of subgraphs by their values in the `join__Graph` enumeration. */
function graphNames(supergraph: string): Map<string, string> {
  return new Map([...supergraph.matchAll(/(\w+)\s+@join__graph\(name: "([^"]+)"/g)].map(([, value, name]) => [value!, name!]));
}
