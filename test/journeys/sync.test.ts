import { Client } from 'pg';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { Random } from '../../gateway/demo/random.ts';
import { Graph } from '../support/graph.ts';
import { scaled } from '../support/time.ts';

interface Change {
  type: string;
  id: string;
  operation: 'UPSERT' | 'DELETE';
  node: { __typename: string; name?: string } | null;
}

const PAGE = `query ($since: String, $first: Int!, $types: [ChangeType!]) { changes(since: $since, first: $first, types: $types) {
  nodes { type id operation node { __typename ... on School { name roll } ... on Review { mode startDate } ... on Enrolment { status } ... on Outcome { value } ... on Membership { left } } } endCursor hasMore missingSources
} }`;

describe('a system that keeps a copy', () => {
  let graph: Graph;
  let client: Client;
  beforeAll(async () => {
    graph = await Graph.start('demo');
    client = new Client({ connectionString: graph.databaseUrl });
    await client.connect();
  });
  afterAll(async () => {
    await client.end();
    await graph.stop();
  });

  const page = async (since: string | null, first = 500, types?: string[]) => {
    const { data, errors } = await graph.ask(PAGE, { since, first, types });
    expect(errors).toBeUndefined();
    return data.changes as { nodes: Change[]; endCursor: string; hasMore: boolean; missingSources: string[] };
  };
  /** All changes from a cursor on. */
  const all = async (since: string | null, types?: string[]) => {
    const changes: Change[] = [];
    for (let cursor = since; ;) {
      const { nodes, endCursor, hasMore } = await page(cursor, 500, types);
      changes.push(...nodes);
      cursor = endCursor;
      if (!hasMore) return { changes, cursor };
    }
  };
  /** The cursor behind everything there is: of each sort read to its end, with nothing expanded. */
  const now = async (types?: string[]) => {
    await settled();
    for (let cursor: string | null = null; ;) {
      const { data }: { data: { changes: { endCursor: string; hasMore: boolean } } } = await graph.ask(
        'query ($since: String, $types: [ChangeType!]) { changes(since: $since, first: 500, types: $types) { endCursor hasMore } }',
        { since: cursor, types },
      );
      cursor = data.changes.endCursor;
      if (!data.changes.hasMore) return cursor;
    }
  };

  /** Waits until the feed may tell of all that is committed: transactions that began earlier, also of other tests, have ended. */
  const settled = async () => {
    const { mark } = (await client.query<{ mark: string }>('select pg_current_xact_id()::text as mark')).rows[0]!;
    await expect
      .poll(
        async () =>
          (await client.query('select pg_snapshot_xmin(pg_current_snapshot()) > $1::xid8 as past', [mark])).rows[0]
            .past,
        { timeout: scaled(20_000) },
      )
      .toBe(true);
  };

  it('begins with everything there is, each thing once', async () => {
    await settled();
    const { changes } = await all(null, ['SCHOOL', 'TRUST', 'MEMBERSHIP', 'REVIEW', 'ENROLMENT']);
    const count = async (table: string) => Number((await client.query(`select count(*) from ${table}`)).rows[0].count);
    const tables = {
      SCHOOL: 'schools.school',
      TRUST: 'schools.trust',
      MEMBERSHIP: 'schools.membership',
      REVIEW: 'reviews.review',
      ENROLMENT: 'programmes.enrolment',
    };
    for (const [type, table] of Object.entries(tables)) {
      const of = changes.filter((change) => change.type === type);
      expect([type, of.length, new Set(of.map(({ id }) => id)).size]).toEqual([
        type,
        await count(table),
        await count(table),
      ]);
    }
    expect(changes.every(({ operation, node }) => operation === 'UPSERT' && node !== null)).toBe(true);
  });

  it('hears nothing when nothing has changed, for a handful of statements', async () => {
    const cursor = await now();
    const before = graph.statements;
    expect(await page(cursor)).toMatchObject({ nodes: [], hasMore: false, missingSources: [] });
    expect(graph.statements - before).toBeLessThanOrEqual(4);
  });

  it('hears of what was added, changed, deleted and brought back, with the thing itself', async () => {
    const cursor = await now();
    await client.query(
      `insert into schools.school (urn, name, status, phase) values ('999991', 'New School', 'OPEN', 'PRIMARY')`,
    );
    await client.query(
      `update reviews.finding set text = 'Written anew' where review_id = 'QAR-2025-0245' and position = 1`,
    );
    await client.query(
      `delete from programmes.enrolment where id in (select id from programmes.enrolment order by id limit 1)`,
    );
    const {
      rows: [first],
    } = await client.query<{ id: string }>(`select id from schools.membership order by id limit 1`);
    await client.query(
      `create temp table kept as select * from schools.membership where id = '${first!.id}'; delete from schools.membership where id = '${first!.id}'; insert into schools.membership (id, kind, urn, hub_id, joined, "left") select id, kind, urn, hub_id, joined, "left" from kept`,
    );
    await settled();
    const { changes } = await all(cursor);
    expect(changes).toEqual([
      expect.objectContaining({
        type: 'SCHOOL',
        id: '999991',
        operation: 'UPSERT',
        node: { __typename: 'School', name: 'New School', roll: null },
      }),
      expect.objectContaining({ type: 'MEMBERSHIP', id: first!.id, operation: 'UPSERT' }),
      expect.objectContaining({
        type: 'REVIEW',
        id: 'QAR-2025-0245',
        operation: 'UPSERT',
        node: expect.objectContaining({ __typename: 'Review', mode: expect.any(String) }),
      }),
      expect.objectContaining({ type: 'ENROLMENT', operation: 'DELETE', node: null }),
    ]);
  });

  it('misses nothing that a slow transaction commits late', async () => {
    const cursor = await now(['SCHOOL']);
    const slow = new Client({ connectionString: graph.databaseUrl });
    await slow.connect();
    await slow.query('begin');
    await slow.query(`update schools.school set name = 'Slow' where urn = '900001'`);
    await client.query(`update schools.school set name = 'Quick' where urn = '900002'`);
    // The quick one is committed, and waits for the slow one that began before it.
    const meanwhile = await all(cursor, ['SCHOOL']);
    expect(meanwhile.changes).toEqual([]);
    await slow.query('commit');
    await slow.end();
    await settled();
    const { changes } = await all(meanwhile.cursor, ['SCHOOL']);
    expect(changes.map(({ id, node }) => [id, node!.name])).toEqual([
      ['900001', 'Slow'],
      ['900002', 'Quick'],
    ]);
    // One that is rolled back leaves nothing.
    await client.query(`begin; update schools.school set name = 'Never' where urn = '900003'; rollback`);
    await settled();
    expect((await all((await all(cursor, ['SCHOOL'])).cursor, ['SCHOOL'])).changes).toEqual([]);
  });

  it('goes on where it was through pages of one transaction, one by one', async () => {
    const cursor = await now(['OUTCOME']);
    const { rowCount } = await client.query(
      `update outcomes.result set pupils = coalesce(pupils, 0) + 1 where subject = '900374'`,
    );
    await settled();
    const seen: string[] = [];
    for (let since = cursor; ;) {
      const { nodes, endCursor, hasMore } = await page(since, 7, ['OUTCOME']);
      seen.push(...nodes.map(({ id }) => id));
      since = endCursor;
      if (!hasMore) break;
    }
    expect(rowCount).toBeGreaterThan(50);
    expect(new Set(seen).size).toBe(rowCount);
    expect(seen).toHaveLength(rowCount!);
  });

  it('is told what is wrong with a cursor, and how to begin again', async () => {
    const bad = await graph.ask('{ changes(since: "nonsense") { hasMore } }');
    expect(bad.errors![0]).toMatchObject({ extensions: { code: 'BAD_CURSOR' } });
    const old = Buffer.from(JSON.stringify(['changes', Math.floor(Date.now() / 86_400_000) - 91, {}])).toString(
      'base64url',
    );
    expect(
      (await graph.ask('query ($since: String) { changes(since: $since) { hasMore } }', { since: old })).errors![0],
    ).toMatchObject({
      message: expect.stringContaining('begin again without `since`'),
      extensions: { code: 'STALE_CURSOR' },
    });
    expect((await graph.ask('{ changes(first: 501) { hasMore } }')).errors![0]).toMatchObject({
      extensions: { code: 'PAGE_TOO_LARGE' },
    });
  });

  it('may ask lists for what was changed since a moment', async () => {
    const { now: moment } = (await client.query<{ now: Date }>('select clock_timestamp() as now')).rows[0]!;
    await client.query(
      `update schools.school set roll = 321 where urn = '900005'; update reviews.finding set text = 'Seen anew' where review_id = (select min(id) from reviews.review where urn = '900374')`,
    );
    await client.query(
      `update programmes.enrolment set staff = 9 where id = (select min(id) from programmes.enrolment where urn = '900374'); update outcomes.result set pupils = 77 where subject = '900374' and academic_year = '2024/25' and measure_code = 'PTRWM_EXP' and pupil_group = 'ALL'`,
    );
    const query = `query ($since: DateTime!) {
      schools(filter: { updatedSince: $since }) { nodes { urn roll updatedAt } } reviews(filter: { updatedSince: $since }) { totalCount nodes { urn updatedAt } } trusts(updatedSince: $since) { totalCount }
      school(urn: "900374") { reviews(filter: { updatedSince: $since }) { totalCount } enrolments(updatedSince: $since) { nodes { staff updatedAt } } outcomes(updatedSince: $since) { nodes { pupils updatedAt } } }
    }`;
    const { data, errors } = await graph.ask(query, { since: moment.toISOString() });
    expect(errors).toBeUndefined();
    const updatedAt = expect.stringMatching(/^\d{4}-\d\d-\d\dT[\d:.]+Z$/);
    expect(data).toEqual({
      schools: { nodes: [{ urn: '900005', roll: 321, updatedAt }] },
      reviews: { totalCount: 1, nodes: [{ urn: '900374', updatedAt }] },
      trusts: { totalCount: 0 },
      school: {
        reviews: { totalCount: 1 },
        enrolments: { nodes: [{ staff: 9, updatedAt }] },
        outcomes: { nodes: [{ pupils: 77, updatedAt }] },
      },
    });
    expect((await graph.ask(query, { since: 'yesterday' })).errors![0]!.message).toContain('2026-11-24T09:30:00Z');
  });

  it('has exactly the state of the database after a day of writes, whenever it asked', async () => {
    const state = async () =>
      new Map(
        (await client.query<{ urn: string; roll: number | null }>('select urn, roll from schools.school')).rows.map(
          ({ urn, roll }) => [urn, roll],
        ),
      );
    const copy = new Map<string, number | null>();
    let cursor: string | null = null;
    const sync = async () => {
      for (let more = true; more;) {
        const { nodes, endCursor, hasMore } = await page(cursor, 100, ['SCHOOL']);
        for (const { id, operation, node } of nodes) {
          if (operation === 'DELETE') copy.delete(id);
          else if (node) copy.set(id, (node as { roll?: number | null }).roll ?? null);
        }
        cursor = endCursor;
        more = hasMore;
      }
    };
    await sync();
    const writing = Array.from({ length: 4 }, async (_, writer) => {
      const random = new Random(`writer ${writer}`);
      const own = new Client({ connectionString: graph.databaseUrl });
      await own.connect();
      for (let i = 0; i < 40; i++) {
        const urn = String(990_000 + writer * 100 + random.whole(0, 9));
        await own.query('begin');
        if (random.chance(0.3)) await own.query('delete from schools.school where urn = $1', [urn]);
        else
          await own.query(
            `insert into schools.school (urn, name, status, phase, roll) values ($1, 'S', 'OPEN', 'PRIMARY', $2) on conflict (urn) do update set roll = excluded.roll`,
            [urn, random.whole(1, 999)],
          );
        if (random.chance(0.3)) await new Promise((resolve) => setTimeout(resolve, random.whole(1, 20)));
        await own.query(random.chance(0.8) ? 'commit' : 'rollback');
      }
      await own.end();
    });
    const writers = { busy: true };
    const done = Promise.all(writing).finally(() => (writers.busy = false));
    while (writers.busy) await sync();
    await done;
    await settled();
    await sync();
    expect(copy).toEqual(await state());
  });
});
