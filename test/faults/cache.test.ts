import { randomUUID } from 'node:crypto';
import { Client } from 'pg';
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import { RowCache } from '../../subgraphs/kit/read/cache.ts';
import { SUBGRAPHS, type SubgraphName } from '../../subgraphs/kit/serve/sdl.ts';
import { ask, EXPLORER, Graph, trustToken } from '../support/graph.ts';
import { scaled } from '../support/time.ts';

const QUESTION =
  '{ school(urn: "900374") { name reviews(first: 1) { nodes { id headings { findings { text } } } } enrolments(first: 1) { nodes { role } } outcomes(measures: ["PTRWM_EXP"], first: 1) { nodes { value localAuthority { value } } } collaborationHistory(first: 1) { totalCount } } schools(filter: { phase: [PRIMARY] }, first: 1) { totalCount nodes { name } } }';

describe('rows that are kept', () => {
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

  const asked = async () => (await graph.ask(QUESTION)).data;
  const statementsOf = async (question = QUESTION) => {
    const before = graph.statements;
    await graph.ask(question);
    return graph.statements - before;
  };
  /** Listening is back after an interruption. */
  const listening = () =>
    expect
      .poll(() => SUBGRAPHS.every((name) => graph.subgraph(name).database.cache!.begin() !== null), {
        timeout: scaled(10_000),
      })
      .toBe(true);
  /** Changes something behind the server's back, and waits until every subgraph has heard of what is announced after it. */
  const change = async (statement: string) => {
    await client.query(statement);
    const table = `none_${randomUUID()}`;
    const spies = SUBGRAPHS.map((name) => vi.spyOn(graph.subgraph(name).database.cache!, 'changed'));
    // Who has just lost the connection that changes are heard of over hears of the next one.
    const heard = async () => {
      for (const name of SUBGRAPHS)
        await client.query('select pg_notify($1, $2)', [`${name}_changes`, JSON.stringify({ table, keys: {} })]);
      return spies.every(({ mock }) => mock.calls.some(([change]) => change.table === table));
    };
    await expect.poll(heard, { interval: 5, timeout: scaled(20_000) }).toBe(true);
    for (const spy of spies) spy.mockRestore();
  };

  it('answer the same question again without a statement', async () => {
    await listening();
    const first = await asked();
    expect(await statementsOf()).toBe(0);
    expect(await asked()).toEqual(first);
  });

  it.each<[string, SubgraphName, string, (data: Awaited<ReturnType<typeof asked>>) => unknown, unknown]>([
    [
      'a school',
      'schools',
      `update schools.school set name = 'Renamed' where urn = '900374'`,
      ({ school }) => school.name,
      'Renamed',
    ],
    [
      'a finding',
      'reviews',
      `update reviews.finding set text = 'Written anew' where review_id = 'QAR-2025-0245'`,
      ({ school }) => school.reviews.nodes[0].headings[0].findings[0].text,
      'Written anew',
    ],
    [
      'a review that is gone',
      'reviews',
      `delete from reviews.review where id = 'QAR-2025-0245'`,
      ({ school }) => school.reviews.nodes[0].id,
      expect.not.stringMatching('QAR-2025-0245'),
    ],
    [
      'an enrolment',
      'programmes',
      `update programmes.enrolment set role = 'FACILITATOR' where urn = '900374'`,
      ({ school }) => school.enrolments.nodes[0].role,
      'FACILITATOR',
    ],
    [
      'a result',
      'outcomes',
      `update outcomes.result set value = 1.5, marker = null where subject = '900374'`,
      ({ school }) => school.outcomes.nodes[0].value,
      1.5,
    ],
    [
      "the local authority's result beside it",
      'outcomes',
      `update outcomes.result set value = 2.5, marker = null where subject = (select local_authority_code from outcomes.result where subject = '900374' limit 1)`,
      ({ school }) => school.outcomes.nodes[0].localAuthority.value,
      2.5,
    ],
    [
      'a list that a new school comes into',
      'schools',
      `insert into schools.school (urn, name, status, phase) values ('999990', 'AAA first of all', 'OPEN', 'PRIMARY')`,
      ({ schools }) => schools.nodes[0].name,
      'AAA first of all',
    ],
    [
      'more rows than are announced one by one',
      'outcomes',
      `update outcomes.result set value = 3.5 where level = 'SCHOOL' and value is not null`,
      ({ school }) => school.outcomes.nodes[0].value,
      3.5,
    ],
  ])('are read anew after a write behind the back: %s', async (_, subgraph, statement, look, expected) => {
    await asked();
    expect(look(await asked())).not.toEqual(expected);
    const before = graph.subgraph(subgraph).database.statements;
    await change(statement);
    expect(look(await asked())).toEqual(expected);
    expect(graph.subgraph(subgraph).database.statements).toBeGreaterThan(before);
  });

  it('are read anew where a trust hosts a review itself, which belongs to no school', async () => {
    const history = async () =>
      (await graph.ask('{ trust(uid: "90001") { collaborationHistory(first: 1) { totalCount } } }')).data.trust
        .collaborationHistory.totalCount;
    const before = await history();
    expect(await history()).toBe(before);
    await change(
      `insert into reviews.review (id, kind, framework_code, trust_uid, start_date, end_date, mode) select 'TPR-NEW', kind, code, '90001', '2026-11-02', '2026-11-04', 'ON_SITE' from reviews.framework where code = 'TPR'`,
    );
    expect(await history()).toBe(before + 1);
  });

  it('stay when something else changes', async () => {
    await graph.ask('{ school(urn: "900016") { name reviews(first: 2) { nodes { id } } } }');
    await change(
      `update schools.school set name = 'Renamed too' where urn = '900001'; update reviews.review set mode = 'REMOTE' where urn = '900001'`,
    );
    expect(await statementsOf('{ school(urn: "900016") { name reviews(first: 2) { nodes { id } } } }')).toBe(0);
  });

  it('are not served while nobody listens: a cut connection gives no stale answer', async () => {
    await asked();
    expect(await statementsOf()).toBe(0);
    // Waits until each connection has ended, for ten seconds at most.
    await client.query(
      `select pg_terminate_backend(pid, 10000) from pg_stat_activity where query like 'listen %' and datname = current_database()`,
    );
    await client.query(`update schools.school set name = 'Changed unheard' where urn = '900374'`);
    expect((await asked()).school.name).toBe('Changed unheard');
    await listening();
    await asked();
    expect(await statementsOf()).toBe(0);
  });

  it('and whole answers are given to the same question of the same rights only, and not from what is not followed', async () => {
    const query = '{ reviews(first: 50) { nodes { id headings { code } } } }';
    const hits = async () =>
      Number(/^answer_cache_hits_total (\S+)/m.exec(await (await fetch(new URL('/metrics', graph.url))).text())![1]);
    const hidden = ({ data }: Awaited<ReturnType<typeof ask>>) =>
      data.reviews.nodes.filter(({ headings }: { headings: unknown }) => headings === null).length;
    await ask(graph.url, query);
    const before = await hits();
    expect(hidden(await ask(graph.url, query))).toBe(0);
    expect(await hits()).toBe(before + 1);
    expect(hidden(await ask(graph.url, query, {}, EXPLORER))).toBeGreaterThan(0);
    expect(hidden(await ask(graph.url, query, {}, await trustToken('90001')))).toBeGreaterThan(0);
    expect(await hits()).toBe(before + 1);
    // The feed is read anew each time.
    await ask(graph.url, '{ changes(first: 1) { nodes { id } } }');
    await ask(graph.url, '{ changes(first: 1) { nodes { id } } }');
    expect(await hits()).toBe(before + 1);
    // More schools than are followed one by one: the answer goes with any of them.
    const many = '{ schools(first: 100) { nodes { name reviews(first: 5) { nodes { id mode team { role } } } } } }';
    const { data } = await ask(graph.url, many);
    const reviews = data.schools.nodes.flatMap(
      (school: { reviews: { nodes: { id: string }[] } }) => school.reviews.nodes,
    ) as { id: string }[];
    expect(reviews.length).toBeGreaterThan(200);
    await ask(graph.url, many);
    expect(await hits()).toBe(before + 2);
    await change(`update reviews.reviewer set role = role where review_id = '${reviews[100]!.id}'`);
    await ask(graph.url, many);
    expect(await hits()).toBe(before + 2);
  });

  it('are not kept from a read that a write overtook', () => {
    const cache = new RowCache('rows', 'reviews');
    cache.hears('reviews', true);
    const since = cache.begin()!;
    cache.changed({ table: 'review', keys: { urn: ['1'] } });
    cache.put('a', ['old'], ['review.urn=1'], since);
    cache.put('b', ['else'], ['review.urn=2'], since);
    expect(cache.get('a')).toBeUndefined();
    expect(cache.get('b')?.value).toEqual(['else']);
    cache.changed({ table: 'review' });
    expect(cache.size).toBe(0);
    cache.put('b', ['else'], ['review.urn=2'], since);
    expect(cache.size).toBe(0);
  });
});
