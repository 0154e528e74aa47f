import { createSigner } from 'fast-jwt';
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import { partnerGateway, readiness } from '../../gateway/federation/partnerGraph.ts';
import { httpTransport } from '../../gateway/federation/transport/http.ts';
import { Caller, SCOPES } from '../../subgraphs/kit/caller.ts';
import { PASSPORT, passportsAt, passportsFrom } from '../../subgraphs/kit/serve/passport.ts';
import { SUBGRAPHS } from '../../subgraphs/kit/serve/sdl.ts';
import { subgraphSecret } from '../../subgraphs/kit/process/secret.ts';
import { serveSubgraph } from '../../subgraphs/kit/serve/http.ts';
import { ask, Graph } from '../support/graph.ts';
import { serveHere } from '../support/serve.ts';

const SECRET = 'a secret of this test, which is long enough';
const staff = new Caller({ client: 'staff', scopes: SCOPES });
const body = JSON.stringify({ query: '{ reviews(first: 1) { totalCount } }' });

describe('a subgraph on a port of its own', () => {
  let graph: Graph;
  let url: string;
  const stops: (() => Promise<unknown>)[] = [];
  beforeAll(async () => {
    graph = await Graph.start('demo');
    const app = await serveSubgraph(graph.subgraph('reviews'), {
      port: 0,
      host: '127.0.0.1',
      logLevel: 'silent',
      passports: passportsAt('reviews', SECRET),
    });
    url = `http://127.0.0.1:${(app.server.address() as { port: number }).port}/graphql`;
    stops.push(() => app.close());
  });
  afterAll(async () => {
    for (const stop of stops) await stop();
    await graph.stop();
  });

  const send = async (passport: string | undefined, text = body, headers: Record<string, string> = {}) => {
    const response = await fetch(url, {
      method: 'POST',
      headers: { 'content-type': 'application/json', ...headers, ...(passport ? { [PASSPORT]: passport } : {}) },
      body: text,
    });
    return { status: response.status, text: await response.text() };
  };
  const sign = passportsFrom(SECRET);

  it('answers a request that the gateway has signed', async () => {
    const { status, text } = await send(sign('reviews', body, staff));
    expect([status, JSON.parse(text).data.reviews.totalCount > 1000]).toEqual([200, true]);
  });

  it.each([
    ['is not signed', async () => send(undefined)],
    [
      'is signed with another secret',
      async () => send(passportsFrom('another secret, which is as long as that one')('reviews', body, staff)),
    ],
    ['is signed for another subgraph', async () => send(sign('schools', body, staff))],
    [
      'is another than the one that was signed',
      async () => send(sign('reviews', body, staff), body.replace('first: 1', 'first: 2')),
    ],
    [
      'says itself that it need not be signed',
      async () =>
        send(`${Buffer.from('{"alg":"none"}').toString('base64url')}.${sign('reviews', body, staff).split('.')[1]}.`),
    ],
    [
      "brings a client's token instead",
      async () => send(undefined, body, { authorization: 'Bearer x', 'x-api-key': 'cp_x' }),
    ],
    ['has its signature cut off', async () => send(sign('reviews', body, staff).split('.').slice(0, 2).join('.'))],
  ])('refuses one that %s', async (_, request) => {
    const { status, text } = await request();
    expect(status).toBe(401);
    expect(JSON.parse(text)).toEqual({
      errors: [{ message: expect.any(String), extensions: { code: 'UNAUTHENTICATED' } }],
    });
  });

  it('refuses one that was answered before, or comes too late', async () => {
    const once = sign('reviews', body, staff);
    expect((await send(once)).status).toBe(200);
    expect(await send(once)).toMatchObject({ status: 401, text: expect.stringContaining('answered before') });
    const stale = createSigner({
      key: SECRET,
      algorithm: 'HS256',
      clockTimestamp: Date.now() - 60_000,
      expiresIn: 15_000,
      iss: 'partner-graph-gateway',
    });
    const { createHash, randomUUID } = await import('node:crypto');
    const late = stale({
      aud: 'reviews',
      jti: randomUUID(),
      body: createHash('sha256').update(body).digest('base64url'),
      caller: { client: 'staff', scopes: [...SCOPES] },
    });
    expect(await send(late)).toMatchObject({ status: 401, text: expect.stringContaining('too late') });
  });

  it('refuses a GET, and says nothing of its schema', async () => {
    for (const query of [
      '{ reviews(first: 1) { totalCount } }',
      '{ _service { sdl } }',
      '{ __schema { types { name } } }',
    ]) {
      const response = await fetch(`${url}?query=${encodeURIComponent(query)}`, {
        headers: { 'apollo-require-preflight': 'yes' },
      });
      expect(response.status).toBe(401);
      expect(await response.text()).not.toContain('data');
    }
  });

  it('refuses what is not signed by whichever route and spelling, and answers health checks only', async () => {
    const query = encodeURIComponent('{ reviews(first: 1) { totalCount } }');
    const { origin } = new URL(url);
    const { Client } = await import('undici');
    const client = new Client(origin);
    const paths = ['/graphql', '/%67raphql', '/graphq%6C', '/graphql/', '//graphql', '/GRAPHQL', '/other', '/health'];
    for (const path of paths) {
      for (const method of ['GET', 'HEAD', 'POST', 'PUT', 'OPTIONS'] as const) {
        const { statusCode, body: answer } = await client.request({
          path: `${path}?query=${query}`,
          method,
          headers: { 'apollo-require-preflight': '1' },
        });
        expect([method, path, statusCode]).toEqual([method, path, 401]);
        expect(await answer.text()).not.toContain('data');
      }
    }
    await client.close();
    for (const path of ['/health/live', '/health/ready'])
      expect((await fetch(`${origin}${path}`)).status, path).toBe(200);
  });

  it('gives nothing that needs a scope to a caller without it, even if nobody has asked the gateway', async () => {
    const nobody = new Caller({ client: null, scopes: [] });
    const other = new Caller({ client: 'a vendor', scopes: ['programmes:read'] });
    const entities = `query ($of: [_Any!]!) { _entities(representations: $of) { ... on School { urn reviews { ...All } } } }
      fragment All on ReviewConnection { totalCount }`;
    const of = [{ __typename: 'School', urn: '900374', historyUrns: ['900374'] }];
    const asked = [
      { query: '{ reviews(first: 1) { totalCount } }' },
      { query: '{ reviews { __typename } }' },
      { query: 'query ($yes: Boolean!) { r: reviews @include(if: $yes) { nodes { id } } }', variables: { yes: true } },
      { query: entities, variables: { of } },
    ];
    for (const each of asked) {
      const text = JSON.stringify(each);
      for (const caller of [nobody, other]) {
        const answer = JSON.parse((await send(sign('reviews', text, caller), text)).text);
        const error = {
          message: expect.stringContaining('"reviews:read"'),
          extensions: { code: 'UNAUTHORIZED_FIELD' },
        };
        expect(answer, text).toMatchObject({ data: null, errors: [error] });
      }
      const allowed = await send(
        sign('reviews', text, new Caller({ client: 'explorer', scopes: ['reviews:read'] })),
        text,
      );
      expect(JSON.parse(allowed.text).errors, text).toBeUndefined();
    }
    const off = JSON.stringify({ query: '{ __typename reviews @skip(if: true) { totalCount } }' });
    expect(JSON.parse((await send(sign('reviews', off, nobody), off)).text)).toEqual({ data: { __typename: 'Query' } });
  });

  it('asks again over a new connection, signed anew, when one breaks', async () => {
    const requests: string[] = [];
    const { createServer } = await import('node:http');
    const flaky = createServer((request, response) => {
      requests.push(request.headers[PASSPORT] as string);
      if (requests.length === 1) return void request.socket.destroy();
      response.setHeader('content-type', 'application/json').end('{"data":{"__typename":"Query"}}');
    });
    await new Promise<void>((resolve) => flaky.listen(0, '127.0.0.1', resolve));
    const transport = httpTransport(
      new Map([['reviews', `http://127.0.0.1:${(flaky.address() as { port: number }).port}/`]]),
      { passport: sign },
    );
    const { parse } = await import('graphql');
    expect(await transport('reviews', { document: parse('{ __typename }') })).toEqual({
      data: { __typename: 'Query' },
    });
    expect(new Set(requests).size).toBe(2);
    // What writes is not sent twice.
    requests.length = 0;
    await expect(transport('reviews', { document: parse('mutation { __typename }') })).rejects.toThrow(
      'did not answer',
    );
    expect(requests).toHaveLength(1);
    await transport.close();
    flaky.close();
  });

  it('gives rows to whom the gateway says asks', async () => {
    const query = JSON.stringify({ query: '{ reviews(first: 50) { nodes { reportShared headings { code } } } }' });
    const open = async (caller: Caller) =>
      (
        JSON.parse((await send(sign('reviews', query, caller), query)).text).data.reviews.nodes as {
          reportShared: boolean;
          headings: unknown;
        }[]
      ).filter(({ headings }) => headings !== null);
    expect(await open(staff)).toHaveLength(50);
    expect(
      (await open(new Caller({ client: 'explorer', scopes: ['reviews:read'] }))).every(
        ({ reportShared }) => reportShared,
      ),
    ).toBe(true);
  });
});

it('one secret serves the processes of one machine; a short one is refused', async () => {
  const { mkdtempSync, rmSync, statSync } = await import('node:fs');
  const { join } = await import('node:path');
  const directory = mkdtempSync('/tmp/partner-graph-secret-');
  expect(subgraphSecret(directory, {})).toBe(subgraphSecret(directory, {}));
  expect(statSync(join(directory, 'subgraph-secret')).mode & 0o777).toBe(0o600);
  expect(subgraphSecret(directory, { SUBGRAPH_SECRET: SECRET })).toBe(SECRET);
  expect(() => subgraphSecret(directory, { SUBGRAPH_SECRET: 'short' })).toThrow(/at least 32/);
  rmSync(directory, { recursive: true });
});

it('a trust gets what everyone gets, and is told so, while its schools cannot be asked', async () => {
  const graph = await Graph.start('demo');
  const { SubgraphUnavailable } = await import('../../gateway/federation/supergraph.ts');
  const { localTransport } = await import('../../gateway/federation/transport/local.ts');
  const { identifier, schoolsOfTrusts } = await import('../../gateway/identity/identify.ts');
  const local = localTransport(graph.running);
  const transport = vi.fn<typeof local>((name, request) =>
    name === 'schools'
      ? Promise.reject(new SubgraphUnavailable('The subgraph "schools" did not answer.'))
      : local(name, request),
  );
  const identify = identifier({
    token: async () => ({
      client: 'trust-90001',
      issuedBy: 'an issuer',
      trust: '90001',
      scopes: ['reviews:read'],
      expires: Infinity,
    }),
    schoolsOf: schoolsOfTrusts(transport),
  });
  const app = await serveHere({
    gateway: await partnerGateway(transport),
    identify,
    ready: () => readiness(graph.running),
  });
  const { data, errors } = await ask(app.url, '{ reviews(first: 20) { nodes { reportShared headings { code } } } }');
  expect(
    data.reviews.nodes.every(
      ({ reportShared, headings }: { reportShared: boolean; headings: unknown }) =>
        (headings !== null) === reportShared,
    ),
  ).toBe(true);
  expect(errors).toMatchObject([
    { extensions: { code: 'SUBGRAPH_UNAVAILABLE', serviceName: 'schools', retryAfter: 1 } },
  ]);
  expect(SUBGRAPHS).toContain('schools');
  await app.close();
  await graph.stop();
});
