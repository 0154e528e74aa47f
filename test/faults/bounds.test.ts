import { once } from 'node:events';
import { createServer, type Server } from 'node:http';
import { connect } from 'node:net';
import { setTimeout as sleep } from 'node:timers/promises';
import { parse } from 'graphql';
import { Client } from 'pg';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { partnerGateway, readiness } from '../../gateway/federation/partnerGraph.ts';
import { boundedTransport, type BoundedTransport } from '../../gateway/federation/transport/bounded.ts';
import { httpTransport } from '../../gateway/federation/transport/http.ts';
import { passportsAt, passportsFrom } from '../../subgraphs/kit/serve/passport.ts';
import { SUBGRAPHS } from '../../subgraphs/kit/serve/sdl.ts';
import { serveSubgraph } from '../../subgraphs/kit/serve/http.ts';
import { ask, Graph } from '../support/graph.ts';
import { until } from '../support/processes.ts';
import { Wire } from '../support/wire.ts';
import { scaled } from '../support/time.ts';
import { serveHere } from '../support/serve.ts';

const SECRET = 'a secret of this test, which is long enough';
const TIMEOUT = 2_000;
const BOTH = '{ school(urn: "900016") { name outcomes { totalCount } } }';
const codesOf = ({ errors }: { errors?: { extensions?: Record<string, unknown> }[] }) =>
  errors?.map(({ extensions }) => extensions?.['code']);

describe('a request', () => {
  let graph: Graph;
  let client: Client;
  let url: string;
  let wire: Wire;
  let transport: BoundedTransport;
  const stops: (() => Promise<unknown>)[] = [];
  beforeAll(async () => {
    graph = await Graph.start('demo', { cache: false });
    client = new Client({ connectionString: graph.databaseUrl });
    await client.connect();
    const urls = new Map<string, string>();
    for (const name of SUBGRAPHS) {
      const app = await serveSubgraph(graph.subgraph(name), {
        port: 0,
        host: '127.0.0.1',
        logLevel: 'silent',
        passports: passportsAt(name, SECRET),
      });
      const { port } = app.server.address() as { port: number };
      if (name === 'outcomes') wire = await Wire.to({ host: '127.0.0.1', port });
      urls.set(name, `http://127.0.0.1:${name === 'outcomes' ? wire.port : port}/graphql`);
      stops.unshift(() => app.close());
    }
    const http = httpTransport(urls, { timeout: TIMEOUT, passport: passportsFrom(SECRET) });
    transport = boundedTransport(http, { timeout: TIMEOUT, atOnce: 32, waiting: 40 });
    const app = await serveHere({
      gateway: await partnerGateway(transport),
      identify: graph.identity.identify,
      ready: () => readiness(graph.running),
      timeout: TIMEOUT,
    });
    url = app.url;
    stops.unshift(
      () => app.close(),
      () => http.close(),
    );
  });
  afterAll(async () => {
    wire.mend();
    for (const stop of [...stops, () => wire.close(), () => client.end(), () => graph.stop()]) await stop();
  });

  const timed = async (query: string) => {
    const began = Date.now();
    return { ...(await ask(url, query)), took: Date.now() - began };
  };
  const locked = async (work: () => Promise<void>) => {
    const holder = new Client({ connectionString: graph.databaseUrl });
    await holder.connect();
    await holder.query('begin; lock table outcomes.result in access exclusive mode');
    try {
      await work();
    } finally {
      await holder.query('rollback');
      await holder.end();
    }
  };
  const waitingForLock = async () =>
    (
      await client.query(
        `select 1 from pg_stat_activity where datname = current_database() and wait_event_type = 'Lock'`,
      )
    ).rows.length;

  it('of many that a silent subgraph does not answer waits for its time only, or is refused at once, and others are not held up', async () => {
    await timed(BOTH);
    wire.delay = 60_000;
    const all = Array.from({ length: 130 }, () => timed(BOTH));
    await expect.poll(() => transport.use().get('outcomes')!.underWay, { timeout: TIMEOUT, interval: 10 }).toBe(32);
    const beside = await timed('{ school(urn: "900016") { name } }');
    expect(beside.took).toBeLessThan(500);
    const answers = await Promise.all(all);
    for (const { data, errors, took } of answers) {
      expect(data.school).toEqual({ name: expect.any(String), outcomes: null });
      expect(errors![0]!.extensions).toMatchObject({ serviceName: 'outcomes', retryAfter: 1 });
      // All of it shares one process.
      expect(took).toBeLessThan(TIMEOUT + 2_000);
    }
    const codes = answers.flatMap(codesOf);
    expect(codes.filter((code) => code === 'SUBGRAPH_TIMEOUT').length).toBeGreaterThanOrEqual(32);
    expect(codes.filter((code) => code === 'SUBGRAPH_UNAVAILABLE').length).toBeGreaterThanOrEqual(130 - 72);
    // It is left alone: nobody waits for it any more, but for one now and then that tries.
    const after = await Promise.all(Array.from({ length: 5 }, () => timed(BOTH)));
    const atOnce = after.filter(
      (answer) => codesOf(answer)![0] === 'SUBGRAPH_UNAVAILABLE' && answer.took < TIMEOUT / 4,
    );
    expect(atOnce.length).toBeGreaterThanOrEqual(4);
    wire.mend();
    const began = Date.now();
    await expect.poll(async () => codesOf(await timed(BOTH)), { timeout: 5_000, interval: 50 }).toBeUndefined();
    expect(Date.now() - began).toBeLessThan(scaled(2_000));
  });

  afterEach(async () => {
    wire.mend();
    wire.end();
    await until(async () => (await ask(url, BOTH)).errors === undefined, 20);
  });

  it('is told that a lock takes too long, and what it waited for is cancelled', () =>
    locked(async () => {
      const { status, took, ...answer } = await timed(
        '{ benchmark: school(urn: "900016") { outcomes { totalCount } } }',
      );
      expect(codesOf(answer)).toEqual(['SUBGRAPH_TIMEOUT']);
      expect([status, took < TIMEOUT + 1_000]).toEqual([200, true]);
      await expect.poll(waitingForLock, { timeout: scaled(2_000) }).toBe(0);
    }));

  it.each(['over HTTP', 'in one process'])('of a client that goes away is cancelled, down to PostgreSQL: %s', (where) =>
    locked(async () => {
      const gone = new AbortController();
      const headers = { 'content-type': 'application/json' };
      const asked = fetch(where === 'over HTTP' ? url : graph.url, {
        method: 'POST',
        headers,
        body: JSON.stringify({ query: BOTH }),
        signal: gone.signal,
      }).catch(() => null);
      await expect.poll(waitingForLock, { timeout: 5_000, interval: 20 }).toBeGreaterThan(0);
      gone.abort();
      expect(await asked).toBeNull();
      await expect.poll(waitingForLock, { timeout: 1_000, interval: 20 }).toBe(0);
    }),
  );

  it('that never came over a connection does not keep the server from stopping', async () => {
    const { app, close } = await serveHere({
      gateway: await partnerGateway(transport),
    });
    const socket = connect((app.server.address() as { port: number }).port, '127.0.0.1');
    await once(app.server, 'connection');
    await close();
    socket.destroy();
  });

  it('is signed when it is sent, however long it waits before', async () => {
    const signed: number[] = [];
    const ages: number[] = [];
    const slow: Server = createServer(async (_, response) => {
      ages.push(Date.now() - signed.shift()!);
      await sleep(100);
      response.setHeader('content-type', 'application/json').end('{"data": {"a": 1}}');
    }).listen(0, '127.0.0.1');
    await once(slow, 'listening');
    const http = httpTransport(
      new Map([['a', `http://127.0.0.1:${(slow.address() as { port: number }).port}/graphql`]]),
      { passport: () => String(signed.push(Date.now())) },
    );
    const one = boundedTransport(http, { timeout: 5_000, atOnce: 1 });
    await Promise.all(Array.from({ length: 5 }, () => one('a', { document: parse('{ a }') })));
    expect(Math.max(...ages)).toBeLessThan(90);
    await http.close();
    slow.close();
  });
});
