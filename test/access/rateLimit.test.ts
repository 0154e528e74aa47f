import { spawnSync } from 'node:child_process';
import { once } from 'node:events';
import { createServer } from 'node:net';
import { describe, expect, it } from 'vitest';
import { startChild } from '../support/children.ts';
import { ANONYMOUS, ask, EXPLORER, Graph, STAFF, trustToken } from '../support/graph.ts';
import { scaled } from '../support/time.ts';

describe('what a client may cost in a minute', () => {
  it('is limited for each, told in headers and the answer, and is there again when the minute is over', async () => {
    const graph = await Graph.start('demo');
    const app = await graph.serveAgain({ rateLimit: { scale: 0.0012 } });
    const { url } = app;
    const query = '{ schools(first: 10) { nodes { urn name phase } } }';
    const send = (token: string) =>
      fetch(url, {
        method: 'POST',
        headers: { 'content-type': 'application/json', ...(token ? { authorization: `Bearer ${token}` } : {}) },
        body: JSON.stringify({ query }),
      });
    const first = await send(EXPLORER);
    const { extensions } = (await first.json()) as { extensions: { cost: Record<string, number> } };
    expect(extensions.cost).toEqual({ requested: 241, spent: 241, limit: 3_600, remaining: 3_359, resetIn: 60 });
    expect([first.headers.get('ratelimit-policy'), first.headers.get('ratelimit')]).toEqual([
      '"client";q=3600;w=60',
      '"client";r=3359;t=60',
    ]);
    await send(ANONYMOUS);
    await send(ANONYMOUS);
    const refused = await send(ANONYMOUS);
    expect([refused.status, refused.headers.get('retry-after'), refused.headers.get('ratelimit')]).toEqual([
      429,
      '60',
      '"anonymous";r=0;t=60',
    ]);
    expect(await refused.json()).toMatchObject({
      errors: [
        {
          message: expect.stringContaining('try again in 60 seconds'),
          extensions: { code: 'RATE_LIMITED', retryAfter: 60 },
        },
      ],
    });
    // To be refused costs nothing, however often: the document has been read.
    for (let times = 0; times < 5; times++)
      expect(await (await send(ANONYMOUS)).json()).toMatchObject({ errors: [{ extensions: { cost: 161 } }] });
    // Others go on.
    expect((await send(EXPLORER)).status).toBe(200);
    expect((await ask(url, query, {}, STAFF)).errors).toBeUndefined();
    await app.close();
    await graph.stop();
  });

  it('is charged for documents that are refused, and who has used up everything is refused before one is read', async () => {
    const graph = await Graph.start('demo');
    const app = await graph.serveAgain({ rateLimit: { scale: 0.15 } });
    const url = app.origin;
    const send = (query: string, path = '/graphql', token?: string) =>
      fetch(`${url}${path}`, {
        method: 'POST',
        headers: { 'content-type': 'application/json', ...(token ? { authorization: `Bearer ${token}` } : {}) },
        body: JSON.stringify({ query }),
      });
    // Each has 3,000 tokens and is refused by validation or, taken for longer, by the parser: 45,000 is allowed.
    const wrong = (index: number) => `{ ${Array.from({ length: 2_998 }, () => `none${index}`).join(' ')} }`;
    expect((await send(wrong(1))).status).toBe(400);
    expect((await send(`${wrong(2)} }`)).status).toBe(400);
    expect((await send('{ network { asOf } }')).status).toBe(200);
    expect((await send(wrong(3))).status).toBe(400);
    const refused = await send('{ network { asOf } }');
    expect([refused.status, refused.headers.get('retry-after')]).toEqual([429, '60']);
    expect(await refused.json()).toMatchObject({
      errors: [{ message: expect.stringContaining('45,000'), extensions: { code: 'RATE_LIMITED', retryAfter: 60 } }],
    });
    expect((await send(wrong(4), '/export')).status).toBe(429);
    // So is a file of a client that may write, before it is read.
    const trust = await trustToken('90001');
    for (let index = 0; index < 23; index++) await send(`${wrong(index)} }`, '/graphql', trust);
    expect((await send('', '/submissions?operation=submitOutcomes', trust)).status).toBe(429);
    // Others go on, and health is told to everybody.
    expect((await send('{ network { asOf } }', '/graphql', EXPLORER)).status).toBe(200);
    expect((await fetch(`${url}/health/live`)).status).toBe(200);
    await app.close();
    await graph.stop();
  });

  const redisServer = spawnSync('redis-server', ['--version']).status === 0;
  it.skipIf(!redisServer)(
    'is counted by all gateways together in Redis, and by each for itself while that is away',
    async () => {
      const graph = await Graph.start('demo');
      const free = createServer().listen(0, '127.0.0.1');
      await once(free, 'listening');
      const { port } = free.address() as { port: number };
      free.close();
      const redis = startChild(
        'redis-server',
        ['--port', String(port), '--bind', '127.0.0.1', '--save', '', '--appendonly', 'no'],
        { stdio: 'ignore' },
      );
      const gateways = await Promise.all(
        [1, 2].map(() => graph.serveAgain({ rateLimit: { scale: 0.001, redisUrl: `redis://127.0.0.1:${port}` } })),
      );
      const remaining = async (of: number) => {
        const { url } = gateways[of]!;
        return (
          (await ask(url, '{ schools(first: 10) { nodes { urn name phase } } }', {}, EXPLORER)) as unknown as {
            extensions: { cost: { remaining: number } };
          }
        ).extensions.cost.remaining;
      };
      // Once both have found it, what one has used up is gone for the other.
      let last = Infinity;
      await expect
        .poll(
          async () => {
            const [one, other] = [await remaining(0), await remaining(1)];
            const together = other === one - 161 && one < last;
            last = other;
            return together;
          },
          { timeout: scaled(10_000) },
        )
        .toBe(true);
      expect(await remaining(0)).toBe(last - 161);
      const gone = once(redis, 'exit');
      redis.kill();
      await gone;
      await expect.poll(() => remaining(0)).toBeGreaterThan(0);
      await Promise.all(gateways.map((app) => app.close()));
      await graph.stop();
    },
    scaled(60_000),
  );
});
