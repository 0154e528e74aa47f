import { setTimeout as sleep } from 'node:timers/promises';
import { afterAll, beforeAll, describe, expect, inject, it } from 'vitest';
import { SCOPES_OF, localIssuer } from '../../gateway/identity/localIssuer.ts';
import { errorLog } from '../../subgraphs/kit/process/log.ts';
import { freshDatabase, STAFF } from '../support/graph.ts';
import { freePort, isReady, Running, until } from '../support/processes.ts';
import { scaled } from '../support/time.ts';

const LIST =
  '{ schools(first: 100) { nodes { urn name phase reviews(first: 3) { nodes { id startDate } } outcomes(first: 3) { nodes { value } } } } }';

describe('a server with more to do than it can', () => {
  let database: Awaited<ReturnType<typeof freshDatabase>>;
  let server: Running;
  let origin: string;
  beforeAll(async () => {
    database = await freshDatabase('demo');
    const port = await freePort();
    origin = `http://localhost:${port}`;
    server = new Running('gateway/main.ts', [], {
      DATABASE_URL: database.url,
      DATA_DIR: inject('identityDir'),
      PORT: String(port),
      ENTITY_CACHE: 'off',
      RATE_LIMIT: 'off',
      LOG_LEVEL: 'info',
    });
    await until(() => isReady(origin), 40);
  });
  afterAll(async () => {
    await server.end();
    await database.drop();
  });

  const ask = async (query: string, headers: Record<string, string> = {}) => {
    const response = await fetch(`${origin}/graphql`, {
      method: 'POST',
      headers: { 'content-type': 'application/json', authorization: `Bearer ${STAFF}`, ...headers },
      body: JSON.stringify({ query }),
    });
    return {
      status: response.status,
      retryAfter: response.headers.get('retry-after'),
      body: (await response.json()) as { data?: unknown; errors?: { extensions: object }[] },
    };
  };

  it('refuses some, answers others and its health all the while, and is back at once', async () => {
    await ask(LIST);
    const asked: ReturnType<typeof ask>[] = [];
    for (let tick = 0; tick < 60; tick++) {
      for (let i = 0; i < 12; i++) asked.push(ask(LIST));
      if (tick % 10 === 5) {
        expect((await fetch(`${origin}/health/live`)).status).toBe(200);
        expect((await fetch(`${origin}/health/ready`)).status).toBe(200);
      }
      await sleep(50);
    }
    const answers = await Promise.all(asked);
    const shed = answers.filter(({ status }) => status === 503);
    expect(shed.length).toBeGreaterThan(20);
    for (const { body, retryAfter } of shed) {
      expect(body).toEqual({
        errors: [{ message: expect.any(String), extensions: { code: 'OVERLOADED', retryAfter: 1 } }],
      });
      expect(retryAfter).toBe('1');
    }
    const taken = answers.filter(({ status }) => status === 200);
    expect(taken.length).toBeGreaterThan(20);
    expect(shed.length + taken.length).toBe(answers.length);
    for (const { body } of taken) expect(body.errors).toBeUndefined();
    await expect.poll(async () => (await ask('{ __typename }')).status, { timeout: scaled(2_000) }).toBe(200);
    const metrics = await (await fetch(`${origin}/metrics`)).text();
    expect(Number(/^requests_shed_total (\d+)$/m.exec(metrics)![1])).toBeGreaterThanOrEqual(shed.length);
  });

  it("tells of each request in a line, of nobody's token, and counts by operation, subgraph, pool and breaker", async () => {
    const issuer = await localIssuer(inject('identityDir'));
    const token = await issuer.issue({ client: 'someone', scopes: SCOPES_OF.staff });
    const headers = {
      authorization: `Bearer ${token}`,
      'x-request-id': 'one-of-ours',
      traceparent: `00-${'a1'.repeat(16)}-${'b2'.repeat(8)}-01`,
    };
    await ask('query Names { school(urn: "900016") { name } }', headers);
    const lines = () =>
      server.output
        .split('\n')
        .filter((line) => line.includes('one-of-ours'))
        .map((line) => JSON.parse(line) as Record<string, unknown>);
    await expect.poll(lines).toHaveLength(1);
    expect(lines()[0]).toMatchObject({
      msg: 'request',
      requestId: 'one-of-ours',
      traceId: 'a1'.repeat(16),
      path: '/graphql',
      client: 'someone',
      operation: 'Names',
      cost: expect.any(Number),
      status: 200,
      milliseconds: expect.any(Number),
    });
    expect(server.output).not.toContain(token.slice(-40));
    expect(server.output).not.toContain(STAFF.slice(-40));
    const metrics = await (await fetch(`${origin}/metrics`)).text();
    for (const line of [
      /^graphql_named_operation_duration_seconds_bucket\{le="30",operation="Names"\} 1$/m,
      /^subgraph_request_duration_seconds_count\{subgraph="schools",outcome="ok"\} \d+$/m,
      /^subgraph_breaker\{subgraph="schools"\} 0$/m,
      /^subgraph_requests_in_flight\{subgraph="reviews"\} 0$/m,
      /^subgraph_connections_idle\{subgraph="schools"\} \d+$/m,
      /^requests_in_flight \d+$/m,
    ])
      expect(metrics).toMatch(line);
  });
});

describe('errors', () => {
  it('are logged once and then counted, without values', () => {
    const lines: unknown[] = [];
    const report = errorLog({ error: (about: object) => lines.push(about) } as never);
    const cause = Object.assign(new Error('duplicate key value violates unique constraint "x"'), { code: '23505' });
    for (let i = 0; i < 1000; i++) report(new Error("insert into school values ('a name')", { cause }));
    expect(lines).toHaveLength(1);
    expect(lines[0]).toMatchObject({ code: '23505', message: cause.message });
    expect(JSON.stringify(lines)).not.toContain('a name');
  });
});
