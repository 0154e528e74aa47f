import { createServer, request as forward, type IncomingMessage, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { text } from 'node:stream/consumers';
import { Client } from 'pg';
import { afterAll, beforeAll, describe, expect, inject, it } from 'vitest';
import { freshDatabase } from '../support/graph.ts';
import { fuzz } from './run.ts';
import { FuzzedServer } from './server.ts';
import type { Tally } from './tally.ts';
import { scaled } from '../support/time.ts';

describe('random requests of all kinds of callers', () => {
  let database: Awaited<ReturnType<typeof freshDatabase>>;
  let server: FuzzedServer;
  beforeAll(async () => {
    database = await freshDatabase('demo');
    server = await FuzzedServer.start(database.url, inject('identityDir'));
  });
  afterAll(async () => {
    await server.stop();
    await database.drop();
  });

  const run = (url: string, requests: number): Promise<Tally> =>
    fuzz({
      url,
      vitals: () => server.vitals(),
      databaseUrl: database.url,
      dataDir: inject('identityDir'),
      requests,
      seed: 3,
      seconds: 20,
    });

  it(
    'are answered, each as it should be',
    async () => {
      const tally = await run(server.url, 800);
      tally.logged = server.logged;
      const found = { failures: tally.failures, outOfScope: tally.outOfScope, logged: tally.logged };
      expect(found).toEqual({ failures: [], outOfScope: [], logged: [] });
      expect(server.lives).toBe(true);
      // It has looked at something.
      expect(tally.requests).toBeGreaterThan(200);
      expect(tally.looked).toBeGreaterThan(20);
    },
    scaled(60_000),
  );

  it(
    'would find a server that fails, is slow, says what is inside, or gives rows to whom they are not for',
    async () => {
      const client = new Client({ connectionString: database.url });
      await client.connect();
      const { rows } = await client.query<{ id: string }>(
        `select concat_ws(':', level, subject, academic_year, measure_code, pupil_group) as id
       from outcomes.result where status = 'PROVISIONAL' and level = 'SCHOOL' limit 1`,
      );
      await client.end();
      const proxy = await faulty(server.url, rows[0]!.id);
      const tally = await run(`http://127.0.0.1:${(proxy.address() as AddressInfo).port}`, 100);
      proxy.closeAllConnections();
      proxy.close();
      for (const what of [
        'status 500',
        'slow',
        'tells what is inside',
        'no answer',
        'not an answer of GraphQL',
      ] as const) {
        expect(tally.of(what), what).toBeGreaterThan(0);
      }
      expect(tally.outOfScope).toContainEqual(
        expect.objectContaining({ kind: 'outcome', id: rows[0]!.id, caller: 'anonymous' }),
      );
      expect(tally.isClean).toBe(false);
    },
    scaled(60_000),
  );
});

/** A server between the two that spoils some of the answers. */
async function faulty(url: string, provisional: string): Promise<Server> {
  let asked = 0;
  let slow: string | null = null;
  const proxy = createServer(async (request, response) => {
    const body = await text(request);
    // The schema is asked for first, and must come.
    const number = asked++;
    const answer = await new Promise<IncomingMessage>((resolve, reject) => {
      const sent = forward(new URL(request.url!, url), { method: request.method, headers: request.headers }, resolve);
      sent.on('error', reject);
      sent.end(body);
    });
    const whole = await text(answer);
    if (number === 20) slow = body;
    if (slow !== null && body === slow) await new Promise((resolve) => setTimeout(resolve, 2_100));
    const give = (status: number, told: string) =>
      response.writeHead(status, { 'content-type': 'application/json' }).end(told);
    if (number === 30) return give(500, '{"errors":[{"message":"TypeError: Cannot read properties of undefined"}]}');
    if (number === 40) return give(400, 'Bad');
    if (number === 50) return request.socket.destroy();
    if (number > 60 && !request.headers.authorization)
      return give(200, JSON.stringify({ data: { a: { fz_outcome: provisional } } }));
    return response
      .writeHead(answer.statusCode!, { 'content-type': answer.headers['content-type'] ?? 'text/plain' })
      .end(whole);
  });
  await new Promise<void>((resolve) => proxy.listen(0, '127.0.0.1', resolve));
  return proxy;
}
