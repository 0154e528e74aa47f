import type { ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { ApolloServer } from '@apollo/server';
import { ApolloServerPluginInlineTraceDisabled } from '@apollo/server/plugin/disabled';
import { buildSubgraphSchema } from '@apollo/subgraph';
import fastifyApollo from '@as-integrations/fastify';
import { composeServices } from '@theguild/federation-composition';
import fastify, { type FastifyInstance } from 'fastify';
import { parse } from 'graphql';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { startChild } from '../support/children.ts';
import { ANONYMOUS, ask as askAs } from '../support/graph.ts';

const FEDERATION =
  'extend schema @link(url: "https://specs.apollo.dev/federation/v2.5", import: ["@key", "@external", "@requires", "@shareable"])\n';

/** Two subgraphs that have nothing to do with schools. */
const makers = {
  parcels: {
    typeDefs: `${FEDERATION}
      type Query { parcel(id: ID!): Parcel, parcels: [Parcel!]! }
      type Mutation { rename(id: ID!, name: String!): Parcel! }
      type Parcel @key(fields: "id") { id: ID! name: String! weight: Int! }`,
    resolvers: {
      Query: { parcel: (_: unknown, { id }: { id: string }) => stock.get(id), parcels: () => [...stock.values()] },
      Mutation: {
        rename: (_: unknown, { id, name }: { id: string; name: string }) => Object.assign(stock.get(id)!, { name }),
      },
      Parcel: { __resolveReference: ({ id }: { id: string }) => stock.get(id) ?? null },
    },
  },
  postage: {
    typeDefs: `${FEDERATION}
      type Query { zones: [String!]! }
      type Parcel @key(fields: "id") { id: ID! weight: Int! @external postage(zone: String!): Int @requires(fields: "weight") lost: Int! }`,
    resolvers: {
      Query: { zones: () => ['near', 'far'] },
      Parcel: {
        postage: ({ weight }: { weight: number }, { zone }: { zone: string }) => weight * (zone === 'far' ? 3 : 1),
        lost: () => {
          throw new Error('it fell off the cart');
        },
      },
    },
  },
};
const stock = new Map([
  ['1', { id: '1', name: 'One', weight: 4 }],
  ['2', { id: '2', name: 'Two', weight: 9 }],
]);

const directory = mkdtempSync(join(tmpdir(), 'partner-graph-foreign-'));
const servers: FastifyInstance[] = [];
let gateway: ChildProcess;
let url: string;

beforeAll(async () => {
  const services = await Promise.all(
    Object.entries(makers).map(async ([name, { typeDefs, resolvers }]) => {
      const apollo = new ApolloServer({
        plugins: [ApolloServerPluginInlineTraceDisabled()],
        schema: buildSubgraphSchema([{ typeDefs: parse(typeDefs), resolvers: resolvers as never }]),
      });
      await apollo.start();
      const app = fastify();
      servers.push(app);
      await app.register(fastifyApollo(apollo));
      return { name, url: `${await app.listen({ port: 0, host: '127.0.0.1' })}/graphql`, typeDefs: parse(typeDefs) };
    }),
  );
  const { supergraphSdl } = composeServices(services);
  writeFileSync(join(directory, 'supergraph.graphql'), supergraphSdl!);
  const root = fileURLToPath(new URL('../..', import.meta.url));
  gateway = startChild(
    'npm',
    ['run', '--silent', 'gateway', '--', '--supergraph', join(directory, 'supergraph.graphql'), '--port', '0'],
    { cwd: root, env: { ...process.env, LOG_LEVEL: 'error' }, stdio: ['ignore', 'pipe', 'inherit'] },
  );
  let output = '';
  for await (const chunk of gateway.stdout!) {
    output += String(chunk);
    url = /http:\S+graphql/.exec(output)?.[0] ?? '';
    if (url) break;
  }
});
afterAll(async () => {
  gateway.kill('SIGTERM');
  await once(gateway, 'exit');
  await Promise.all(servers.map((server) => server.close()));
  rmSync(directory, { recursive: true });
});

const ask = (url: string, query: string, variables: Record<string, unknown> = {}) =>
  askAs(url, query, variables, ANONYMOUS);

it('serves any supergraph: entities, @requires, arguments, mutations', async () => {
  const { data, errors } = await ask(
    url,
    'query ($zone: String!) { parcels { name postage(zone: $zone) near: postage(zone: "near") } zones }',
    { zone: 'far' },
  );
  expect(errors).toBeUndefined();
  expect(data).toEqual({
    parcels: [
      { name: 'One', postage: 12, near: 4 },
      { name: 'Two', postage: 27, near: 9 },
    ],
    zones: ['near', 'far'],
  });
  expect((await ask(url, 'mutation { rename(id: "2", name: "Zwei") { name postage(zone: "near") } }')).data).toEqual({
    rename: { name: 'Zwei', postage: 9 },
  });
});

it('passes on what a subgraph says of an error, with its place in the answer, and nulls as far as it must', async () => {
  const { data, errors } = await ask(url, '{ whole: parcel(id: "1") { name } broken: parcel(id: "1") { name lost } }');
  expect(data).toEqual({ whole: { name: 'One' }, broken: null });
  expect(errors).toMatchObject([
    { message: 'it fell off the cart', path: ['broken', 'lost'], extensions: { serviceName: 'postage' } },
  ]);
});

it('is ready when every subgraph answers', async () => {
  expect(await (await fetch(new URL('/health/ready', url))).json()).toEqual({
    status: 'ready',
    subgraphs: { parcels: true, postage: true },
  });
});
