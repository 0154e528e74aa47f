import { Client } from 'pg';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { FOLLOWED } from '../../subgraphs/outcomes/followed.ts';
import { ANONYMOUS, EXPLORER, Graph, STAFF, trustToken } from '../support/graph.ts';
import { scaled } from '../support/time.ts';

describe('deletions in the feed of changes', () => {
  let graph: Graph;
  let client: Client;
  let trusts: { uid: string; urn: string }[];
  beforeAll(async () => {
    graph = await Graph.start('demo');
    client = new Client({ connectionString: graph.databaseUrl });
    await client.connect();
    const { rows } = await client.query(`
      select m.trust_uid as uid, min(m.urn) as urn from schools.trust_membership m
      join outcomes.result r on r.level = 'SCHOOL' and r.subject = m.urn and r.academic_year = '2025/26'
      where m."left" is null and r.status = 'PROVISIONAL' group by 1 order by 1 limit 2`);
    trusts = rows;
  });
  afterAll(async () => {
    await client.end();
    await graph.stop();
  });

  /** A cursor from which on all is new that is written after now. */
  const now = async () => {
    const { rows } = await client.query<{ id: string }>('select pg_current_xact_id()::text as id');
    const day = Math.floor(Date.now() / 86_400_000);
    return Buffer.from(JSON.stringify(['changes', day, { outcomes: [rows[0]!.id, '', ''] }])).toString('base64url');
  };
  /** What somebody hears of as deleted. */
  const deleted = async (since: string, as: string): Promise<string[]> => {
    const query = `query ($since: String) {
      changes(since: $since, first: 500, types: [OUTCOME]) { nodes { id operation } missingSources }
    }`;
    const { data, errors } = await graph.ask(query, { since }, as);
    expect([errors, data.changes.missingSources]).toEqual([undefined, []]);
    const nodes = data.changes.nodes as { id: string; operation: string }[];
    return nodes.filter(({ operation }) => operation === 'DELETE').map(({ id }) => id);
  };
  const remove = async (condition: string, values: unknown[]): Promise<string[]> => {
    const { rows } = await client.query<{ id: string }>(
      `delete from outcomes.result where ${condition}
      returning concat_ws(':', level, subject, academic_year, measure_code, pupil_group) as id`,
      values,
    );
    expect(rows.length).toBeGreaterThan(0);
    return rows.map(({ id }) => id);
  };
  const hearing = (since: string, as: string) =>
    expect.poll(async () => (await deleted(since, as)).sort(), { timeout: scaled(15_000) });

  it('are told to those who could see the row', async () => {
    const [own, other] = trusts as [(typeof trusts)[0], (typeof trusts)[0]];
    const [token, another] = [await trustToken(own.uid), await trustToken(other.uid)];
    const since = await now();
    const measure = `level = 'SCHOOL' and subject = $1 and measure_code = 'PTRWM_EXP'`;
    const provisional = await remove(`${measure} and status = 'PROVISIONAL'`, [own.urn]);
    await client.query(
      `update outcomes.result set source = 'SUBMITTED', submitted_by = $2 where ${measure} and academic_year = '2023/24'`,
      [own.urn, own.uid],
    );
    const removed = await remove(`${measure} and academic_year = '2023/24'`, [own.urn]);
    const submitted = removed.map((id) => `${id}:SUBMITTED`);
    const published = await remove(`${measure} and academic_year = '2024/25'`, [own.urn]);
    const all = [...provisional, ...submitted, ...published].sort();
    await hearing(since, STAFF).toEqual(all);
    expect((await deleted(since, token)).sort()).toEqual(all);
    for (const as of [another, EXPLORER, ANONYMOUS])
      expect((await deleted(since, as)).sort()).toEqual(published.sort());
  });

  it('of which it is not known whose they were are told to staff only', async () => {
    const since = await now();
    const { uid, urn } = trusts[0]!;
    const gone = await remove(`level = 'SCHOOL' and subject = $1 and academic_year = '2022/23'`, [urn]);
    await client.query('update outcomes.tombstone set scope = null where id = any($1)', [gone]);
    await hearing(since, STAFF).toEqual(gone.sort());
    for (const as of [await trustToken(uid), EXPLORER, ANONYMOUS]) expect(await deleted(since, as)).toEqual([]);
  });

  it('keep every column that decides who could see a row', async () => {
    const { rows } = await client.query<{ scope: object }>(
      `select scope from outcomes.tombstone where scope is not null limit 1`,
    );
    const decided = FOLLOWED.flatMap(({ rows: scope }) => scope?.by ?? []);
    expect(Object.keys(rows[0]!.scope).sort()).toEqual(decided.toSorted());
  });
});
