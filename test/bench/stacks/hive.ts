import { createServer } from 'node:http';
import { createGatewayRuntime } from '@graphql-hive/gateway-runtime';
import { unifiedGraphHandler } from '@graphql-hive/router-runtime';

// Hive Gateway with its Rust planner, over subgraphs whose addresses are in the supergraph.
const gateway = createGatewayRuntime({ supergraph: process.env['SUPERGRAPH']!, unifiedGraphHandler: unifiedGraphHandler as never, logging: false, maskedErrors: false, landingPage: false, graphiql: false, graphqlEndpoint: '/graphql' });
const server = createServer(gateway as never);
server.listen(0, '127.0.0.1', () => console.log(`http://127.0.0.1:${(server.address() as { port: number }).port}/graphql`));
