import { Client } from 'pg';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { sql } from 'kysely';
import { Deadline, NobodyWaits, waiting } from '../../subgraphs/kit/read/deadline.ts';
import { subgraphs } from '../../subgraphs/index.ts';
import { Database } from '../../subgraphs/kit/read/database.ts';
import { freshDatabase } from '../support/graph.ts';
import { wired, type Wire } from '../support/wire.ts';
import { scaled } from '../support/time.ts';

const ONE = sql`select 1 as one`;

describe('reads of a database', () => {
  let stops: (() => Promise<unknown>)[] = [];
  let direct: Client;
  let wire: Wire;
  let db: Database;
  beforeAll(async () => {
    const { url, drop } = await freshDatabase('empty');
    const far = await wired(url);
    wire = far.wire;
    direct = new Client({ connectionString: url });
    await direct.connect();
    db = await Database.open({
      schema: 'schools',
      url: far.url,
      entities: subgraphs.schools.entities,
      migrations: [],
      poolSize: 2,
      timeout: 3_000,
    });
    stops = [() => db.close(), () => direct.end(), () => wire.close(), drop];
  });
  afterAll(async () => {
    for (const stop of stops) await stop();
  });

  const atWork = async () =>
    (
      await direct.query<{ query: string }>(
        `select query from pg_stat_activity where state = 'active' and datname = current_database() and query like '%pg_sleep%' and pid <> pg_backend_pid()`,
      )
    ).rows.length;

  it('over a connection that died without a word are done again on another', async () => {
    expect(await db.rows(ONE)).toEqual([{ one: 1 }]);
    wire.cut();
    const began = Date.now();
    expect(await Promise.all([db.rows(ONE), db.rows(ONE), db.rows(ONE)])).toEqual([
      [{ one: 1 }],
      [{ one: 1 }],
      [{ one: 1 }],
    ]);
    expect(Date.now() - began).toBeLessThan(scaled(4_000));
    expect(await db.rows(ONE)).toEqual([{ one: 1 }]);
  });

  it('that the server works on are waited for, and given up once they take too long', async () => {
    expect(await db.rows(sql`select 2 as two from pg_sleep(1.8)`)).toEqual([{ two: 2 }]);
    await expect(db.rows(sql`select pg_sleep(20)`)).rejects.toMatchObject({ code: '57014' });
  });

  it('that nobody waits for any more are cancelled, and no others with them', async () => {
    const deadline = new Deadline(60_000);
    const given = waiting.run(deadline, () => db.rows(sql`select pg_sleep(2.5)`));
    const refused = expect(given).rejects.toBeInstanceOf(NobodyWaits);
    const others = Array.from({ length: 6 }, () => db.rows(sql`select 3 as three, pg_sleep(0.1)`));
    await expect.poll(atWork).toBeGreaterThan(0);
    deadline.giveUp(new NobodyWaits('gone'));
    await refused;
    await expect.poll(atWork, { timeout: 2_000, interval: 20 }).toBe(0);
    for (const rows of await Promise.all(others)) expect(rows).toMatchObject([{ three: 3 }]);
    await expect(waiting.run(deadline, () => db.rows(ONE))).rejects.toBeInstanceOf(NobodyWaits);
  });

  it('go on after the server ended every connection', async () => {
    await db.rows(ONE);
    await direct.query(
      'select pg_terminate_backend(pid) from pg_stat_activity where datname = current_database() and pid <> pg_backend_pid()',
    );
    expect(await db.rows(ONE)).toEqual([{ one: 1 }]);
  });
});

describe('what is kept in memory', () => {
  it('is not older than the heartbeat allows, when the connection that changes are heard of over dies without a word', async () => {
    const database = await freshDatabase('demo');
    const far = await wired(database.url);
    const db = await Database.open({
      schema: 'schools',
      url: far.url,
      entities: subgraphs.schools.entities,
      migrations: [],
      cache: true,
    });
    await db.remember();
    const cache = db.cache!;
    await expect.poll(() => cache.begin()).not.toBeNull();
    const settled = () => db.settled;
    await expect.poll(settled, { timeout: scaled(3_000) }).toBeGreaterThan(0n);
    far.wire.cut();
    const began = Date.now();
    await expect.poll(() => cache.begin(), { interval: 10, timeout: scaled(5_000) }).toBeNull();
    expect(Date.now() - began).toBeLessThan(scaled(2_200));
    await expect.poll(() => cache.begin(), { interval: 10, timeout: scaled(5_000) }).not.toBeNull();
    await db.close();
    await far.wire.close();
    await database.drop();
  });
});
