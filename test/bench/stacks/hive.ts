import { createServer } from 'node:http';
import { createGatewayRuntime } from '@graphql-hive/gateway-runtime';
import { unifiedGraphHandler } from '@graphql-hive/router-runtime';
import { Caller, SCOPES } from '../../../subgraphs/kit/caller.ts';
import { PASSPORT, passportsFrom } from '../../../subgraphs/kit/serve/passport.ts';
import { subgraphSecret } from '../../../subgraphs/kit/process/secret.ts';

// Hive Gateway with its Rust planner, over subgraphs whose addresses are in the supergraph. Our subgraphs answer who
// signs what is asked, so that it does, as our gateway does.
const sign = passportsFrom(subgraphSecret(process.env['DATA_DIR']!));
const names = JSON.parse(process.env['SUBGRAPH_NAMES']!) as Record<string, string>;
const staff = new Caller({ client: 'bench', scopes: SCOPES });
const signing = {
  onFetch({ url, options, setOptions }: any) {
    if (typeof options.body === 'string')
      setOptions({ ...options, headers: { ...options.headers, [PASSPORT]: sign(names[url]!, options.body, staff) } });
  },
};
const gateway = createGatewayRuntime({
  supergraph: process.env['SUPERGRAPH']!,
  unifiedGraphHandler: unifiedGraphHandler as never,
  plugins: () => [signing as never],
  logging: false,
  maskedErrors: false,
  landingPage: false,
  graphiql: false,
  graphqlEndpoint: '/graphql',
});
const server = createServer(gateway as never);
server.listen(0, '127.0.0.1', () =>
  console.log(`http://127.0.0.1:${(server.address() as { port: number }).port}/graphql`),
);
