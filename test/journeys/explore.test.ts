import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { Graph } from '../support/graph.ts';

describe('looking around', () => {
  let graph: Graph;
  beforeAll(async () => {
    graph = await Graph.start('demo');
  });
  afterAll(() => graph.stop());

  const found = async (filter: string) =>
    (
      await graph.ask(
        `{ schools(filter: ${filter}, first: 100) { totalCount nodes { urn name laestab ukprn phase fsmShare address { postcode } localAuthority { code } trust { uid } hub { id } member } } }`,
      )
    ).data.schools;

  it('finds a school by a misspelt name, and by each of its identifiers', async () => {
    const { data } = await graph.ask('{ school(urn: "900016") { name laestab ukprn address { postcode } } }');
    const { name, laestab, ukprn, address } = data.school;
    const misspelt = name.replace('amc', 'anc').replace('Academy', 'Acadmy');
    expect(misspelt).not.toBe(name);
    for (const search of [
      misspelt,
      '900016',
      laestab,
      laestab.replace('/', ''),
      ukprn,
      address.postcode,
      address.postcode.replace(' ', '').toLowerCase(),
    ]) {
      expect(
        (await found(`{ search: "${search}" }`)).nodes.map(({ urn }: { urn: string }) => urn),
        search,
      ).toContain('900016');
    }
    expect((await found(`{ search: "${misspelt}" }`)).nodes[0].urn).toBe('900016');
  });

  it('narrows a list by phase, authority, trust, hub, membership and disadvantage', async () => {
    const [school] = (await found('{ urns: ["900016"] }')).nodes;
    for (const filter of [
      `{ trust: ["${school.trust.uid}"] }`,
      `{ hub: ["${school.hub.id}"] }`,
      `{ localAuthority: ["${school.localAuthority.code}"], phase: [SECONDARY], status: [OPEN] }`,
    ]) {
      const { nodes } = await found(filter);
      expect(nodes.map(({ urn }: { urn: string }) => urn)).toContain('900016');
    }
    for (const { fsmShare } of (await found('{ fsmShare: { min: 30, max: 40 } }')).nodes)
      expect(fsmShare).toSatisfy((share: number) => share >= 30 && share <= 40);
    expect((await found('{ member: true }')).totalCount).toBe(550);
    expect((await found('{ member: true, memberAsOf: "2013-01-01" }')).totalCount).toBe(
      (await graph.ask('{ network(asOf: "2013-01-01") { schools } }')).data.network.schools,
    );
  });

  it('counts the network: 550 schools, 104 trusts, 54 hubs and about 290,000 pupils', async () => {
    const { network } = (
      await graph.ask(
        '{ network { schools trusts hubs pupils byPhase { schools pupils } byRegion { schools pupils } } }',
      )
    ).data;
    expect(network).toMatchObject({ schools: 550, trusts: 104, hubs: 54 });
    expect(network.pupils).toBeGreaterThan(280_000);
    expect(network.pupils).toBeLessThan(300_000);
    for (const parts of [network.byPhase, network.byRegion]) {
      expect(parts.reduce((sum: number, { schools }: { schools: number }) => sum + schools, 0)).toBe(550);
      expect(parts.reduce((sum: number, { pupils }: { pupils: number }) => sum + pupils, 0)).toBe(network.pupils);
    }
  });

  it('gives null for what is unknown, and says what a right one looks like for what is malformed', async () => {
    const unknown = await graph.ask(
      '{ school(urn: "999999") { name } trust(uid: "nope") { name } hub(id: "HUB-99") { name } review(id: "x") { id } programme(code: "x") { name } measure(code: "x") { name } localAuthority(code: "000") { name } }',
    );
    expect(unknown.errors).toBeUndefined();
    expect(new Set(Object.values(unknown.data))).toEqual(new Set([null]));
    const inline = await graph.ask('{ school(urn: "12345") { name } }');
    expect(inline.errors![0]!.message).toContain('a URN is six digits');
    const variable = await graph.ask(
      'query ($y: AcademicYear) { school(urn: "900016") { outcomes(from: $y) { totalCount } } }',
      { y: '2018-2020' },
    );
    expect(variable.errors![0]!.message).toContain('"2018-2020" is not a AcademicYear');
    const date = await graph.ask('{ network(asOf: "2019-02-30") { schools } }');
    expect(date.errors![0]!.message).toContain('year-month-day');
  });

  it('takes an academic year in each of the ways people write it', async () => {
    const counts = await Promise.all(
      ['2018/19', '2018-2019', '201819', '2018-19'].map(
        async (year) =>
          (
            await graph.ask(
              'query ($y: AcademicYear!) { reviews(filter: { academicYear: [$y] }) { totalCount nodes { academicYear } } }',
              { y: year },
            )
          ).data.reviews,
      ),
    );
    expect(new Set(counts.map(({ totalCount }) => totalCount)).size).toBe(1);
    expect(counts[0].nodes[0].academicYear).toBe('2018/19');
  });

  it('says that nothing was published for the pandemic, rather than nothing at all', async () => {
    const { data } = await graph.ask(
      '{ school(urn: "900016") { outcomes(measures: ["P8MEA"], first: 20) { nodes { academicYear value noValue marker confidenceInterval { lower upper } } } } }',
    );
    const byYear = Object.fromEntries(
      data.school.outcomes.nodes.map((outcome: { academicYear: string }) => [outcome.academicYear, outcome]),
    );
    for (const year of ['2019/20', '2020/21', '2024/25', '2025/26'])
      expect(byYear[year]).toMatchObject({ value: null, noValue: 'NOT_PUBLISHED', marker: null });
    expect(byYear['2018/19'].value).toBeTypeOf('number');
    expect(byYear['2018/19'].confidenceInterval.lower).toBeLessThan(byYear['2018/19'].value);
  });

  it('gives no mean that few pupils or schools stand behind', async () => {
    const { databaseUrl } = graph;
    expect(databaseUrl).toContain('test_');
    const { data } = await graph.ask(
      '{ network(asOf: "2011-10-01") { schools outcomes(measures: ["PTRWM_EXP"], from: "2015/16", to: "2015/16") { pupilGroup schools pupils value } } }',
    );
    for (const { schools, pupils, value } of data.network.outcomes)
      expect(value === null).toBe(schools < 3 || pupils < 30);
    const { reports } = (
      await graph.ask(
        '{ reports: network { outcomes(measures: ["PTRWM_EXP"], pupilGroups: [ALL], from: "2018/19", to: "2018/19") { value schools pupils england difference } } }',
      )
    ).data;
    const [all] = reports.outcomes;
    expect(all.difference).toBeCloseTo(all.value - all.england, 1);
  });

  it('refuses what is nested too deep or costs too much, and says how much', async () => {
    const deep = `{ school(urn: "900016") { ${'trust { schools { nodes { '.repeat(6)} urn ${'} } }'.repeat(6)} } }`;
    expect((await graph.ask(deep)).errors![0]!.message).toContain('nested more than 16 deep');
    const costly = await graph.ask(
      '{ schools(first: 100) { nodes { reviews(first: 100) { nodes { team { name role urn } headings { title code estimate } } } } } }',
    );
    expect(costly.errors![0]).toMatchObject({ extensions: { code: 'QUERY_TOO_COSTLY', limit: 500_000 } });
    expect(costly.status).toBe(400);
  });

  it('hides what is inside when something breaks', async () => {
    const { database } = graph.subgraph('programmes');
    await database.orm.em.execute('alter table session rename to session_away');
    const { data, errors } = await graph.ask(
      '{ programme(code: "GTT") { name cohorts(first: 1) { nodes { name sessions { title } } } } }',
    );
    await database.orm.em.execute('alter table session_away rename to session');
    expect(data.programme).toBeNull();
    expect(errors![0]!.message).toBe('The programmes data could not be read just now; try again in a moment.');
    expect(JSON.stringify(errors)).not.toMatch(/session_away|select|\.ts|stack/);
    expect(String(graph.logged.at(-1))).toContain('session');
  });

  it('shows Apollo Sandbox to a browser, with an operation that runs, and takes no simple cross-site request', async () => {
    const page = await fetch(graph.url, { headers: { accept: 'text/html' } });
    expect(await page.text()).toContain('Apollo Server');
    const simple = await fetch(graph.url, {
      method: 'POST',
      headers: { 'content-type': 'text/plain' },
      body: '{"query":"{ __typename }"}',
    });
    expect(simple.status).toBeGreaterThanOrEqual(400);
    const preflight = await fetch(graph.url, {
      method: 'OPTIONS',
      headers: { origin: 'https://studio.apollographql.com', 'access-control-request-method': 'POST' },
    });
    expect(preflight.headers.get('access-control-allow-origin')).toBe('https://studio.apollographql.com');
    const other = await fetch(graph.url, {
      method: 'OPTIONS',
      headers: { origin: 'https://elsewhere.example', 'access-control-request-method': 'POST' },
    });
    expect(other.headers.get('access-control-allow-origin')).toBeNull();
  });

  it('counts operations, statements and what was answered from memory', async () => {
    const count = async (name: string) =>
      Number(
        new RegExp(`^${name.replace(/[{}]/g, '\\$&')} (\\S+)`, 'm').exec(
          await (await fetch(new URL('/metrics', graph.url))).text(),
        )![1],
      );
    const counts = async () =>
      Promise.all(
        [
          'graphql_operation_duration_seconds_count{outcome="ok"}',
          'answer_cache_hits_total',
          'subgraph_cache_hits_total{subgraph="schools"}',
        ].map(count),
      );
    await graph.ask('{ school(urn: "900020") { name } }');
    const [operations, answers, rows] = (await counts()) as [number, number, number];
    // The same question is answered as a whole, another one from the same row.
    await graph.ask('{ school(urn: "900020") { name } }');
    expect(await counts()).toEqual([operations + 1, answers + 1, rows]);
    await graph.ask('{ school(urn: "900020") { name phase } }');
    expect(await counts()).toEqual([operations + 2, answers + 1, rows + 1]);
  });
});
