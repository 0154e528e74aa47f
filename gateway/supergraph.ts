import type { GatewayInterface } from '@apollo/server-gateway-interface';
import { transformSupergraphToPublicSchema } from '@theguild/federation-composition';
import { buildASTSchema, GraphQLError, parse, type ExecutionResult, type GraphQLFormattedError, type GraphQLSchema } from 'graphql';
import { NOBODY } from '../subgraphs/kit/caller.ts';
import type { RowCache } from '../subgraphs/kit/cache.ts';
import type { RequestWork, SubgraphRequest } from '../subgraphs/kit/subgraph.ts';
import { answering } from './answers.ts';
import { authorizing } from './authorization.ts';
import { compiledEngine } from './engine/compiled.ts';
import type { EngineName } from './engine/engine.ts';
import type { Ask } from './engine/plan.ts';

/** Sends a request to a subgraph, in this process or elsewhere. */
export type Transport = (subgraph: string, request: SubgraphRequest) => Promise<ExecutionResult>;

/** What is known of a request beside its operation. */
export interface RequestContext extends RequestWork {
  /** What the operation may cost. */
  cost?: number;
}

/** A trust's client gets what everyone gets while its schools are not known, and is told so. */
const SCHOOLS_UNKNOWN = new GraphQLError('Which schools are yours could not be asked just now: what only you may see is missing here.', { extensions: { code: 'DOWNSTREAM_SERVICE_ERROR', serviceName: 'schools' } });

/** A subgraph could not be asked; clients may read why. */
export class SubgraphUnavailable extends Error {}

/** Where the subgraphs of a supergraph are: names and addresses, as its `join__Graph` says. */
export function subgraphUrls(supergraph: string): Map<string, string> {
  const urls = new Map<string, string>();
  for (const [, name, url] of supergraph.matchAll(/@join__graph\(name: "([^"]+)", url: "([^"]*)"\)/g)) urls.set(name!, url!);
  return urls;
}

export interface GatewayOptions {
  /** Changes the schema that clients see before it is used, for instance gives scalars their parsing. */
  refine?: (schema: GraphQLSchema) => GraphQLSchema;
  engine?: EngineName;
  /** Keeps answers, where all subgraphs are of this process. */
  answers?: RowCache;
}

/** A gateway for Apollo Server: plans operations over a supergraph, and executes them over a transport. */
export async function federationGateway(supergraph: string, transport: Transport, { refine = (schema) => schema, engine: name = 'compiled', answers }: GatewayOptions = {}): Promise<GatewayInterface> {
  const document = parse(supergraph, { noLocation: true });
  const schema = refine(buildASTSchema(document, { assumeValid: true, assumeValidSDL: true }));
  const apiSchema = refine(buildASTSchema(transformSupergraphToPublicSchema(document), { assumeValidSDL: true }));
  const authorize = authorizing(schema, apiSchema);
  const options = { supergraph, schema, apiSchema, ask: asking(supergraph, transport) };
  const engine = name === 'compiled' ? compiledEngine(options) : await (await import('./engine/routerRuntime.ts')).routerRuntimeEngine(options);

  const remembered = answers ? answering(answers) : (_: unknown, answer: () => Promise<ExecutionResult>) => answer();

  return {
    onSchemaLoadOrUpdate(callback) {
      callback({ apiSchema, coreSupergraphSdl: supergraph });
      return () => {};
    },
    load: async () => ({
      async executor({ document: operation, request: { variables = {} }, operationName: name, context }) {
        const operationName = name ?? undefined;
        const { caller = NOBODY } = context as RequestContext;
        const allowed = authorize(operation, operationName, caller);
        const question = { document: allowed?.document ?? operation, operationName, variables, context: context as RequestContext };
        const result = allowed && !allowed.document ? { data: {} } : await remembered(question, () => engine.execute(question));
        const errors = [...(result.errors ?? []), ...(allowed?.refusals ?? []), ...(caller.urns ? [] : [SCHOOLS_UNKNOWN])];
        const data = allowed && result.data ? allowed.complete(result.data, variables) : result.data;
        return { data, ...(errors.length ? { errors } : {}) } as never;
      },
    }),
    stop: async () => {},
  };
}

/** Asks subgraphs by their names in a plan; what goes wrong becomes an error that says which subgraph it was. */
function asking(supergraph: string, transport: Transport): Ask {
  const names = graphNames(supergraph);
  return async (graph, request) => {
    const name = names.get(graph) ?? graph;
    try {
      const result = await transport(name, request);
      return result.errors?.length ? { ...result, errors: result.errors.map((error) => fromSubgraph(error, name)) } : result;
    } catch (error) {
      if (!(error instanceof SubgraphUnavailable)) console.error(error);
      throw new GraphQLError(error instanceof SubgraphUnavailable ? error.message : `The subgraph "${name}" failed.`, { extensions: { code: 'DOWNSTREAM_SERVICE_ERROR', serviceName: name } });
    }
  };
}

/** An error of a subgraph as the gateway passes it on: with whose it is, and without places in a document that the client has never seen. */
function fromSubgraph({ message, path, extensions }: GraphQLFormattedError, serviceName: string): GraphQLError {
  return new GraphQLError(message, { path, extensions: { code: 'DOWNSTREAM_SERVICE_ERROR', serviceName, ...extensions } });
}

/** The names of subgraphs by their values in the `join__Graph` enumeration. */
function graphNames(supergraph: string): Map<string, string> {
  return new Map([...supergraph.matchAll(/(\w+)\s+@join__graph\(name: "([^"]+)"/g)].map(([, value, graph]) => [value!, graph!]));
}
