import { once } from 'node:events';
import { createServer, type Server } from 'node:http';
import { Client } from 'pg';
import { afterAll, beforeAll, describe, expect, inject, it } from 'vitest';
import { SUBGRAPHS } from '../../subgraphs/kit/serve/sdl.ts';
import { ANONYMOUS, ask, freshDatabase } from '../support/graph.ts';
import { freePort, isReady, lives, Running } from '../support/processes.ts';
import { scaled } from '../support/time.ts';

const DATA_DIR = inject('identityDir');
const MAIN = 'gateway/main.ts';

describe('a start', () => {
  let taken: Server;
  let port: number;
  let degraded: Running | undefined;
  beforeAll(async () => {
    taken = createServer().listen(0, '127.0.0.1');
    await once(taken, 'listening');
    ({ port } = taken.address() as { port: number });
  });
  afterAll(async () => {
    taken.close();
    await degraded?.end('SIGKILL');
  });

  it.each<[string, readonly [string, ...string[]], Record<string, string>, RegExp]>([
    ['PORT that is empty', [MAIN], { PORT: '' }, /PORT= is not a port/],
    [
      'DATABASE_URL that is none',
      ['subgraphs/main.ts', 'reviews'],
      { DATABASE_URL: 'nonsense' },
      /DATABASE_URL is not the address of a PostgreSQL server: one is postgres:/,
    ],
    [
      'LOG_LEVEL that is none',
      ['gateway/commands/services.ts'],
      { LOG_LEVEL: 'loud' },
      /LOG_LEVEL=loud is not a level: it is one of/,
    ],
    [
      'REQUEST_TIMEOUT that is none',
      ['gateway/commands/gateway.ts'],
      { REQUEST_TIMEOUT: 'soon' },
      /REQUEST_TIMEOUT=soon is not a time/,
    ],
  ])('with a %s ends with a sentence', async (_, [script, ...args], env, sentence) => {
    const started = new Running(script, args, { DATA_DIR, ...env });
    expect(await started.exit()).toBe(1);
    expect(started.output).toMatch(sentence);
    expect(started.output.trim().split('\n'), started.output).toHaveLength(1);
  });

  it('at a port that is taken says by whom, before anything is done', async () => {
    const url = 'postgres://nobody@127.0.0.1:1/nowhere';
    for (const [script, args, env, code] of [
      [MAIN, [], { PORT: port }, 1],
      ['subgraphs/main.ts', ['reviews', '--port', port], {}, 98],
      ['gateway/commands/services.ts', [], { SUBGRAPH_PORT: port - 3, PORT: 0 }, 1],
    ] as const) {
      const started = new Running(script, args.map(String), {
        DATA_DIR,
        DATABASE_URL: url,
        ...Object.fromEntries(Object.entries(env).map(([name, value]) => [name, String(value)])),
      });
      expect(await started.exit(), started.output).toBe(code);
      expect(started.output).toContain(`Port ${port} is in use by process ${process.pid} (`);
    }
  });

  it('of a gateway without PostgreSQL and subgraphs goes well, and says what is missing', async () => {
    const own = await freePort();
    const url = `http://127.0.0.1:${own}/graphql`;
    const nowhere = await freePort();
    const urls = Object.fromEntries(
      SUBGRAPHS.map((name) => [`${name.toUpperCase()}_URL`, `http://127.0.0.1:${nowhere}/graphql`]),
    );
    const gateway = (degraded = new Running('gateway/commands/gateway.ts', ['--port', String(own)], {
      DATA_DIR,
      DATABASE_URL: 'postgres://nobody@127.0.0.1:1/nowhere',
      ...urls,
    }));
    await expect
      .poll(() => gateway.output, { timeout: scaled(20_000) })
      .toMatch(/Not ready yet: outcomes, programmes, reviews, schools\./);
    expect(gateway.output).toContain('API keys cannot be checked');
    expect(await isReady(url)).toBe(false);
    const { status, errors } = await ask(url, '{ school(urn: "900016") { name } }', {}, ANONYMOUS);
    expect([status, errors![0]!.extensions]).toMatchObject([
      503,
      { code: 'SUBGRAPH_UNAVAILABLE', serviceName: 'schools', retryAfter: 1 },
    ]);
    const key = await fetch(url, {
      method: 'POST',
      headers: { 'x-api-key': `cp_0123456789_${'x'.repeat(43)}`, 'content-type': 'application/json' },
      body: '{"query": "{ __typename }"}',
    });
    expect(key.status).toBe(503);
    expect(await gateway.end()).toBe(0);
  });
});

describe('npm run services', () => {
  let database: Awaited<ReturnType<typeof freshDatabase>>;
  let ports: number;
  let env: Record<string, string>;
  let url: string;
  const started: Running[] = [];
  beforeAll(async () => {
    database = await freshDatabase('demo');
    ports = 20_000 + ((await freePort()) % 10_000);
    const port = await freePort();
    env = {
      DATA_DIR,
      DATABASE_URL: database.url,
      SUBGRAPH_PORT: String(ports),
      PORT: String(port),
      REQUEST_TIMEOUT: '3',
      SHUTDOWN_TIMEOUT: '2',
    };
    url = `http://127.0.0.1:${port}/graphql`;
  });
  afterAll(async () => {
    for (const each of started) await each.end();
    await database.drop();
  });
  const start = async () => {
    const services = new Running('gateway/commands/services.ts', [], env);
    started.push(services);
    await expect.poll(() => isReady(url), { timeout: scaled(50_000) }).toBe(true);
    return services;
  };
  const processOf = ({ output }: Running, name: string) =>
    Number([...output.matchAll(new RegExp(`^${name}: process (\\d+)$`, 'gm'))].at(-1)![1]);

  it('starts a process that ends again at once, and later when it ends again and again', async () => {
    const services = await start();
    for (const [times, pause] of [
      [1, 'at once'],
      [2, 'in 1 seconds'],
    ] as const) {
      const pid = processOf(services, 'reviews');
      process.kill(pid, 'SIGKILL');
      await expect.poll(() => services.output.split('reviews ended').length - 1).toBe(times);
      expect(services.output).toContain(`reviews ended (SIGKILL); it starts again ${pause}`);
      await expect.poll(() => isReady(url), { timeout: scaled(15_000) }).toBe(true);
      expect(processOf(services, 'reviews')).not.toBe(pid);
    }
  });

  it('takes its processes with it when it is killed, so that it can be started anew', async () => {
    const [services] = started as [Running];
    const pids = [...SUBGRAPHS, 'gateway'].map((name) => processOf(services, name));
    expect(pids.every(lives)).toBe(true);
    // It is not taken for one of its own by the next, as long as it is there.
    const second = new Running('gateway/commands/services.ts', [], env);
    expect(await second.exit()).toBe(1);
    expect(second.output).toMatch(
      new RegExp(`Port ${env['PORT']} is in use by process ${pids.at(-1)} \\(.*gateway.ts`),
    );
    await services.end('SIGKILL');
    await expect.poll(() => pids.filter(lives), { timeout: scaled(10_000) }).toEqual([]);
  });

  it('ends within its time though a request does not', async () => {
    const services = await start();
    const holder = new Client({ connectionString: database.url });
    await holder.connect();
    await holder.query('begin; lock table reviews.review in access exclusive mode');
    const asked = ask(url, '{ reviews(first: 1) { nodes { id } } }').catch(() => null);
    await expect
      .poll(
        async () =>
          (
            await holder.query(
              `select 1 from pg_stat_activity where datname = current_database() and wait_event_type = 'Lock'`,
            )
          ).rowCount,
        { timeout: scaled(3_000) },
      )
      .toBe(1);
    const began = Date.now();
    await services.end('SIGTERM');
    expect(Date.now() - began).toBeLessThan(scaled(7_000));
    await asked;
    await holder.end();
  });
});
