import { execFile } from 'node:child_process';
import { randomUUID } from 'node:crypto';
import { once } from 'node:events';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { promisify } from 'node:util';
import { Client } from 'pg';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { Random } from '../../gateway/demo/random.ts';
import { SUBGRAPHS } from '../../subgraphs/kit/serve/sdl.ts';
import { startChild } from '../support/children.ts';
import { syncClient } from '../support/printed.ts';
import { Graph, STAFF, trustToken } from '../support/graph.ts';
import { scaled } from '../support/time.ts';

const run = promisify(execFile);
const directory = mkdtempSync(join(tmpdir(), 'partner-graph-clients-'));
const python = await run('python3', ['-c', 'pass']).then(
  () => true,
  () => false,
);

interface Copy {
  since: string;
  things: Record<string, object>;
}

/** A sync client of gateway/examples, which keeps its copy in a file of its own. */
class SyncClient {
  readonly file = join(directory, `${randomUUID()}.json`);
  private readonly command: string[];

  constructor(language: 'ts' | 'python') {
    const script = syncClient(language);
    this.command = language === 'ts' ? [process.execPath, script] : ['python3', script];
  }

  start(url: string, token: string) {
    const [program, ...args] = this.command;
    return startChild(program!, [...args, this.file], {
      env: { ...process.env, GRAPH_URL: url, GRAPH_TOKEN: token },
      stdio: ['ignore', 'pipe', 'inherit'],
    });
  }

  async run(url: string, token: string): Promise<void> {
    const [code] = (await once(this.start(url, token), 'exit')) as [number];
    expect(code).toBe(0);
  }

  get copy(): Copy {
    return JSON.parse(readFileSync(this.file, 'utf8')) as Copy;
  }
}

describe('the sync clients of gateway/examples', () => {
  let graph: Graph;
  let client: Client;
  let trust: string;
  let own: string[];
  let token: string;
  beforeAll(async () => {
    graph = await Graph.start('demo');
    client = new Client({ connectionString: graph.databaseUrl });
    await client.connect();
    // A few years are enough to read.
    await client.query(
      `delete from outcomes.result where academic_year < '2024/25' or measure_code <> all('{PTRWM_EXP,ATT8SCR}')`,
    );
    const { rows } = await client.query<{ trust: string; urns: string[] }>(
      `select trust_uid as trust, array_agg(urn order by urn) as urns from schools.trust_membership where "left" is null group by 1 order by count(*) desc, 1 limit 1`,
    );
    [{ trust, urns: own }] = rows as [{ trust: string; urns: string[] }];
    token = await trustToken(trust);
  });
  afterAll(async () => {
    await client.end();
    await graph.stop();
    rmSync(directory, { recursive: true });
  });

  it('are short', () => {
    for (const language of ['ts', 'python'] as const)
      expect(readFileSync(syncClient(language), 'utf8').trimEnd().split('\n').length).toBeLessThan(60);
  });

  /** What a copy must hold: for staff all there is, for a trust what it may see. */
  const expected = async (staff: boolean): Promise<Map<string, unknown>> => {
    const things = new Map<string, unknown>();
    const add = async (type: string, statement: string, values: unknown[] = []) => {
      for (const { id, thing } of (await client.query<{ id: string; thing: unknown }>(statement, values)).rows)
        things.set(`${type} ${id}`, thing);
    };
    await add('SCHOOL', `select urn as id, json_build_object('name', name, 'roll', roll) as thing from schools.school`);
    await add(
      'MEMBERSHIP',
      `select id, json_build_object('memberUrn', urn, 'joined', joined, 'left', "left") as thing from schools.membership`,
    );
    await add(
      'ENROLMENT',
      `select id, json_build_object('role', role, 'staff', staff) as thing from programmes.enrolment`,
    );
    const seen = `(r.status <> 'PROVISIONAL' and r.submitted_by is null) or r.subject = any($1) or $2`;
    const urns = (
      await client.query<{ urns: string[] }>(
        `select array_agg(urn) as urns from (select unnest($1::text[]) as urn union select ancestor from schools.ancestor where urn = any($1)) u`,
        [own],
      )
    ).rows[0]!.urns;
    await add(
      'OUTCOME',
      `select concat_ws(':', level, subject, academic_year, measure_code, pupil_group, case source when 'SUBMITTED' then source end) as id, json_build_object('academicYear', academic_year, 'value', value, 'pupils', pupils) as thing from outcomes.result r where level in ('LOCAL_AUTHORITY', 'ENGLAND_STATE_FUNDED', 'ENGLAND_ALL') or ${seen}`,
      [urns, staff],
    );
    await add(
      'REVIEW',
      `select r.id, json_build_object('hostUrn', urn, 'startDate', start_date, 'headings', case when $2 or shared or coalesce(urn = any($1), false) or coalesce(trust_uid = $3, false) then
      (select json_agg(json_build_object('code', k->>'code', 'estimate', h.estimate) order by n) from reviews.framework f, jsonb_array_elements(f.headings) with ordinality as heads(k, n) left join reviews.heading h on h.review_id = r.id and h.code = k->>'code' where f.code = r.framework_code) end) as thing from reviews.review r`,
      [urns, staff, trust],
    );
    return things;
  };
  const compare = async (sync: SyncClient, staff: boolean) => {
    const want = await expected(staff);
    const { things } = sync.copy;
    const differing = [...new Set([...want.keys(), ...Object.keys(things)])].filter(
      (key) => JSON.stringify(want.get(key)) !== JSON.stringify(things[key]),
    );
    expect(differing.slice(0, 5).map((key) => [key, want.get(key), things[key]])).toEqual([]);
    expect(want.size).toBeGreaterThan(10_000);
  };

  it.skipIf(!python)(
    'end a day of random writes, deletions and submissions, run now and then, with exactly what is there: for a trust what it may see, for staff all',
    async () => {
      const clients = [
        [new SyncClient('ts'), STAFF],
        [new SyncClient('python'), token],
      ] as const;
      const all = () => Promise.all(clients.map(([sync, as]) => sync.run(graph.url, as)));
      await all();

      const writers = Array.from({ length: 3 }, async (_, writer) => {
        const random = new Random(`clients ${writer}`);
        const db = new Client({ connectionString: graph.databaseUrl });
        await db.connect();
        const writes = [
          () =>
            db.query(
              `insert into schools.school (urn, name, status, phase, roll) values ($1, 'Written', 'OPEN', 'PRIMARY', $2) on conflict (urn) do update set roll = excluded.roll`,
              [String(990_000 + random.whole(0, 20)), random.whole(1, 900)],
            ),
          () => db.query('delete from schools.school where urn = $1', [String(990_000 + random.whole(0, 20))]),
          () =>
            db.query(
              `update schools.membership set "left" = current_date where id = (select id from schools.membership where "left" is null order by md5(id || $1) limit 1)`,
              [String(random.next())],
            ),
          () =>
            db.query(
              `update reviews.review set shared = not shared where id = (select id from reviews.review order by md5(id || $1) limit 1)`,
              [String(random.next())],
            ),
          () =>
            db.query(
              `update reviews.heading set estimate = 'LEADING' where review_id = (select review_id from reviews.heading order by md5(review_id || $1) limit 1)`,
              [String(random.next())],
            ),
          () =>
            db.query(
              `delete from reviews.review where id = (select id from reviews.review order by md5(id || $1) limit 1)`,
              [String(random.next())],
            ),
          () =>
            db.query(
              `delete from programmes.enrolment where id = (select id from programmes.enrolment order by md5(id || $1) limit 1)`,
              [String(random.next())],
            ),
          () =>
            db.query(
              `update programmes.enrolment set staff = $2 where id = (select id from programmes.enrolment order by md5(id || $1) limit 1)`,
              [String(random.next()), random.whole(1, 30)],
            ),
          () =>
            db.query(
              `delete from outcomes.result where ctid = (select ctid from outcomes.result where level = 'SCHOOL' order by md5(subject || $1) limit 1)`,
              [String(random.next())],
            ),
          () =>
            graph.ask(
              'mutation ($rows: [OutcomeInput!]!, $key: String!) { submitOutcomes(rows: $rows, idempotencyKey: $key) { written } }',
              {
                rows: [
                  {
                    urn: random.pick(own),
                    academicYear: '2025/26',
                    measure: 'PTRWM_EXP',
                    value: random.whole(0, 100),
                    pupils: 40,
                  },
                ],
                key: randomUUID(),
              },
              token,
            ),
        ];
        for (let i = 0; i < 60; i++) {
          const whole = random.chance(0.5);
          if (whole) await db.query('begin');
          try {
            for (let n = random.whole(1, 4); n > 0; n--) await random.pick(writes)();
            if (whole) await db.query(random.chance(0.8) ? 'commit' : 'rollback');
          } catch (error) {
            // Two of them wait for each other, which PostgreSQL ends by refusing one: nothing of that one is written.
            if ((error as { code?: string }).code !== '40P01') throw error;
            if (whole) await db.query('rollback');
          }
          await sleep(random.whole(1, 30));
        }
        await db.end();
      });
      const day = { over: false };
      const written = Promise.all(writers).finally(() => (day.over = true));
      for (let night = 0; !day.over; night++) {
        await all();
        // One is killed while it runs: it goes on from the copy that it had.
        if (night === 0) {
          const child = clients[0][0].start(graph.url, STAFF);
          await sleep(150);
          child.kill('SIGKILL');
        }
      }
      await written;
      const { mark } = (await client.query<{ mark: string }>('select pg_current_xact_id()::text as mark')).rows[0]!;
      await expect
        .poll(
          async () =>
            (await client.query('select pg_snapshot_xmin(pg_current_snapshot()) > $1::xid8 as past', [mark])).rows[0]
              .past,
          { timeout: scaled(20_000) },
        )
        .toBe(true);
      await all();
      await compare(clients[0][0], true);
      await compare(clients[1][0], false);

      // And with nothing new they cost a handful of statements: the feed asks each subgraph once, whatever there is.
      const before = graph.statements;
      await clients[0][0].run(graph.url, STAFF);
      expect(graph.statements - before).toBeLessThanOrEqual(SUBGRAPHS.length);
    },
    scaled(120_000),
  );

  it(
    'begin again when their cursor is too old',
    async () => {
      const sync = new SyncClient('ts');
      const old = Buffer.from(JSON.stringify(['changes', Math.floor(Date.now() / 86_400_000) - 91, {}])).toString(
        'base64url',
      );
      writeFileSync(sync.file, JSON.stringify({ since: old, things: { 'SCHOOL 999999': { name: 'Gone' } } }));
      await sync.run(graph.url, token);
      await compare(sync, false);
    },
    scaled(60_000),
  );
});
