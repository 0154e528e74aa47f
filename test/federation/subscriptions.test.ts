import { parse, type ExecutionResult } from 'graphql';
import { createClient } from 'graphql-sse';
import { expect, it } from 'vitest';
import { createServer } from 'node:http';
import { once } from 'node:events';
import { setImmediate } from 'node:timers/promises';
import { createHandler } from 'graphql-sse/lib/use/http';
import { buildSubgraphSchema } from '@apollo/subgraph';
import { composeServices } from '@theguild/federation-composition';
import { NOBODY } from '../../subgraphs/kit/caller.ts';
import { federationGateway, type FederationGateway } from '../../gateway/federation/supergraph.ts';
import { httpTransport } from '../../gateway/federation/transport/http.ts';
import { federation } from '../support/federation.ts';
import { serveHere } from '../support/serve.ts';

type Row = Record<string, unknown>;
let ended = 0;

async function* ticks(count: number): AsyncGenerator<Row> {
  try {
    for (let id = 1; id <= count; id += 1) {
      yield { tick: { id: String(id), at: id * 10 } };
      await setImmediate();
    }
  } finally {
    ended += 1;
  }
}

const clock = {
  clock: {
    sdl: 'type Query { now: Int } type Subscription { tick(count: Int! = 3): Tick } type Tick @key(fields: "id") { id: ID! at: Int }',
    resolvers: {
      Query: { now: () => 1 },
      Subscription: { tick: { subscribe: (_: unknown, { count }: { count: number }) => ticks(count) } },
    },
  },
  names: {
    sdl: 'type Tick @key(fields: "id") { id: ID! name: String label(of: String): String }',
    resolvers: {
      Tick: {
        name: ({ id }: Row) => {
          if (id === '2') throw new Error('no name for 2');
          return `tick ${String(id)}`;
        },
        label: ({ id }: Row, { of }: Row) => `${String(of)}${String(id)}`,
      },
    },
  },
};

const QUERY = 'subscription ($of: String) { tick { at n: name label(of: $of) } }';
const EVENTS = [
  { data: { tick: { at: 10, n: 'tick 1', label: 'x1' } } },
  {
    data: { tick: { at: 20, n: null, label: 'x2' } },
    errors: [{ message: 'no name for 2', path: ['tick', 'n'], extensions: { serviceName: 'names' } }],
  },
  { data: { tick: { at: 30, n: 'tick 3', label: 'x3' } } },
];

async function collect(events: AsyncIterable<ExecutionResult>): Promise<unknown[]> {
  const found: unknown[] = [];
  for await (const event of events) found.push(JSON.parse(JSON.stringify(event)));
  return found;
}

/** Serves a gateway, and closes it when `use` is done. */
async function served(gateway: FederationGateway, use: (url: string) => Promise<void>): Promise<void> {
  const app = await serveHere({
    gateway,
    identify: async () => NOBODY,
  });
  try {
    await use(app.url);
  } finally {
    await app.close();
  }
}

it('fills each event in from other subgraphs, and tells errors with the event that they are in', async () => {
  const { gateway } = await federation(clock);
  const events = await gateway.engine.subscribe({ document: parse(QUERY), variables: { of: 'x' }, context: {} });
  expect(await collect(events as AsyncIterable<ExecutionResult>)).toMatchObject(EVENTS);
});

it('comes as server-sent events, and ends at the subgraph when the client goes', async () => {
  const { gateway } = await federation(clock);
  await served(gateway, async (url) => {
    const client = createClient({ url, retryAttempts: 0 });
    const all = await collect(
      client.iterate({ query: QUERY, variables: { of: 'x' } }) as AsyncIterable<ExecutionResult>,
    );
    expect(all).toMatchObject(EVENTS);

    const before = ended;
    for await (const event of client.iterate({ query: 'subscription { tick(count: 1000000) { id } }' })) {
      expect(event).toMatchObject({ data: { tick: { id: '1' } } });
      break;
    }
    await expect.poll(() => ended).toBe(before + 1);
    client.dispose();
  });
});

it('is validated, limited and refused like every other operation', async () => {
  const { gateway } = await federation(clock);
  await served(gateway, async (url) => {
    const post = async (query: string, accept = 'application/json') => {
      const response = await fetch(url, {
        method: 'POST',
        headers: { 'content-type': 'application/json', accept },
        body: JSON.stringify({ query }),
      });
      return [response.status, await response.text()] as const;
    };
    const [status, text] = await post('subscription { tick { id } }');
    expect([status, JSON.parse(text)]).toMatchObject([
      400,
      { errors: [{ extensions: { code: 'SUBSCRIPTION_NOT_ACCEPTED' } }] },
    ]);
    const [, refused] = await post('subscription { tock }', 'text/event-stream');
    expect(refused).toMatch(/GRAPHQL_VALIDATION_FAILED/);
  });
  const { gateway: without } = await federation({ a: { sdl: 'type Query { x: Int }' } });
  await served(without, async (url) => {
    const response = await fetch(url, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: '{"query":"subscription { x }"}',
    });
    expect([response.status, await response.json()]).toMatchObject([
      400,
      { errors: [{ extensions: { code: 'NO_SUBSCRIPTIONS' } }] },
    ]);
  });
});

it('subscribes to subgraphs elsewhere over HTTP, and tells when one ends it', async () => {
  const services = Object.entries(clock).map(([name, { sdl, resolvers }]) => {
    const typeDefs = parse(
      `extend schema @link(url: "https://specs.apollo.dev/federation/v2.7", import: ["@key"])\n${sdl}`,
    );
    const schema = buildSubgraphSchema([{ typeDefs, resolvers: resolvers as never }]);
    return { name, typeDefs, server: createServer(createHandler({ schema })) };
  });
  const urls = new Map<string, string>();
  for (const { name, server } of services) {
    server.listen(0, '127.0.0.1');
    await once(server, 'listening');
    urls.set(name, `http://127.0.0.1:${(server.address() as { port: number }).port}/graphql`);
  }
  const { supergraphSdl } = composeServices(
    services.map(({ name, typeDefs }) => ({ name, typeDefs, url: urls.get(name)! })),
  );
  const transport = httpTransport(urls);
  const { engine } = await federationGateway(supergraphSdl!, transport);
  const subscribe = (query: string) =>
    engine.subscribe({ document: parse(query), context: {} }) as Promise<AsyncGenerator<ExecutionResult>>;

  expect(await collect(await subscribe('subscription { tick(count: 2) { id at } }'))).toEqual([
    { data: { tick: { id: '1', at: 10 } } },
    { data: { tick: { id: '2', at: 20 } } },
  ]);
  const broken = await subscribe('subscription { tick(count: 1000000) { id } }');
  await broken.next();
  for (const { server } of services) {
    server.closeAllConnections();
    server.close();
  }
  const rest = await collect(broken);
  expect(rest.at(-1)).toMatchObject({ data: { tick: null }, errors: [{ extensions: { serviceName: 'clock' } }] });
  await transport.close();
});
