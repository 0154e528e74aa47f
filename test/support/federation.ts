import { buildSubgraphSchema } from '@apollo/subgraph';
import { composeServices } from '@theguild/federation-composition';
import {
  execute,
  getOperationAST,
  parse,
  subscribe,
  validate,
  type ExecutionResult,
  type GraphQLSchema,
} from 'graphql';
import {
  federationGateway,
  SubgraphUnavailable,
  type RequestContext,
  type Transport,
} from '../../gateway/federation/supergraph.ts';

// oxlint-disable-next-line typescript/no-explicit-any -- subgraphs of every shape
export type SubgraphParts = { sdl: string; resolvers?: any };
export type Result = {
  // oxlint-disable-next-line typescript/no-explicit-any -- answers are as varied as questions
  data: any;
  // oxlint-disable-next-line typescript/no-explicit-any -- so are extensions
  errors?: { message: string; path?: (string | number)[]; extensions: Record<string, any> }[];
};

const IMPORTS = [
  '@key',
  '@external',
  '@requires',
  '@provides',
  '@shareable',
  '@override',
  '@inaccessible',
  '@interfaceObject',
  '@tag',
  '@context',
  '@fromContext',
];
const LINK = `extend schema @link(
  url: "https://specs.apollo.dev/federation/v2.9",
  import: [${IMPORTS.map((name) => `"${name}"`).join(', ')}]
)\n`;

/** As over HTTP, nothing is shared with a subgraph. */
const copied = (value: unknown) => JSON.parse(JSON.stringify(value)) as ExecutionResult;

/** What subgraphs have been asked, and which of them are away. */
interface Subgraphs {
  requests: { subgraph: string; variables?: Record<string, unknown> }[];
  down: Set<string>;
}

/** Small subgraphs in this process; documents that are not valid there fail. */
function transportTo(schemas: ReadonlyMap<string, GraphQLSchema>, { requests, down }: Subgraphs): Transport {
  const check = (subgraph: string, request: Parameters<Transport>[1]) => {
    requests.push({ subgraph, variables: request.variables });
    if (down.has(subgraph)) throw new SubgraphUnavailable(`The subgraph "${subgraph}" did not answer.`);
    const schema = schemas.get(subgraph)!;
    const [invalid] = validate(schema, request.document);
    if (invalid) throw invalid;
    const { document, variables: variableValues, operationName } = request;
    return { schema, document, variableValues, operationName, contextValue: {} };
  };
  const ask = async (subgraph: string, request: Parameters<Transport>[1]) =>
    copied(await execute(check(subgraph, request)));
  return Object.assign(ask, {
    async subscribe(subgraph: string, request: Parameters<Transport>[1]) {
      const events = await subscribe(check(subgraph, request));
      if (!(Symbol.asyncIterator in events)) throw new SubgraphUnavailable(events.errors![0]!.message);
      return events;
    },
  });
}

/** The supergraph of small subgraphs. */
export function supergraphOf(parts: Record<string, SubgraphParts>): string {
  const services = Object.entries(parts).map(([name, { sdl }]) => ({
    name,
    url: `http://${name}`,
    typeDefs: parse(LINK + sdl),
  }));
  const composed = composeServices(services);
  if (!composed.supergraphSdl) throw new Error(JSON.stringify(composed.errors));
  return composed.supergraphSdl;
}

/** A supergraph of small subgraphs in this process, to ask. */
export async function federation(parts: Record<string, SubgraphParts>) {
  const schemas = new Map(
    Object.entries(parts).map(([name, { sdl, resolvers }]) => {
      const typeDefs = parse(LINK + sdl);
      return [name, buildSubgraphSchema([{ typeDefs, resolvers: resolvers ?? {} }])];
    }),
  );
  const subgraphs: Subgraphs = { requests: [], down: new Set() };
  const gateway = await federationGateway(supergraphOf(parts), transportTo(schemas, subgraphs));
  const { executor } = await gateway.load({} as never);

  const ask = async (
    query: string,
    variables: Record<string, unknown> = {},
    operationName?: string,
  ): Promise<Result> => {
    const document = parse(query);
    const operation = getOperationAST(document, operationName)!;
    const name = operation.name?.value ?? null;
    const context: RequestContext = {};
    const result = await executor!({
      document,
      operation,
      operationName: name,
      request: { variables },
      context,
    } as never);
    return copied(result) as Result;
  };
  return { ask, gateway, schema: gateway.apiSchema, ...subgraphs };
}
