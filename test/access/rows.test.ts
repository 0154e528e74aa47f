import { Client } from 'pg';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { ANONYMOUS, EXPLORER, Graph, STAFF, trustToken } from '../support/graph.ts';
import { scaled } from '../support/time.ts';

interface Review {
  id: string;
  urn: string;
  reportShared: boolean;
  headings: { estimate: string | null; findings: { text: string }[] }[] | null;
  team: { name: string | null; school: { name: string } | null }[];
}

const REVIEWS = `query ($urns: [URN!]) { schools(filter: { urns: $urns }, first: 100) { nodes { urn reviews(first: 20) { nodes { id urn reportShared headings { estimate findings { text } } team { name school { name } } } } } } }`;

describe('rows that are not for everyone', () => {
  let graph: Graph;
  let client: Client;
  let trust: string;
  let own: string[];
  /** All URNs of the trust's schools. */
  let history: Set<string>;
  let others: string[];
  let token: string;
  beforeAll(async () => {
    graph = await Graph.start('demo');
    client = new Client({ connectionString: graph.databaseUrl });
    await client.connect();
    const { data } = await graph.ask(
      '{ trusts(first: 100) { nodes { uid schools(first: 100, filter: { phase: [PRIMARY], member: true }) { nodes { urn } } } } }',
    );
    const trusts = (data.trusts.nodes as { uid: string; schools: { nodes: { urn: string }[] } }[]).toSorted(
      (a, b) => b.schools.nodes.length - a.schools.nodes.length,
    );
    trust = trusts[0]!.uid;
    own = trusts[0]!.schools.nodes.map(({ urn }) => urn);
    others = trusts[1]!.schools.nodes.map(({ urn }) => urn);
    const { rows } = await client.query<{ urn: string }>(
      `with now as (select urn from schools.trust_membership where trust_uid = $1 and "left" is null) select urn from now union select a.ancestor from schools.ancestor a join now using (urn)`,
      [trust],
    );
    history = new Set(rows.map(({ urn }) => urn));
    token = await trustToken(trust);
  });
  afterAll(async () => {
    await client.end();
    await graph.stop();
  });

  const reviewsOf = async (urns: string[], as: string): Promise<Review[]> =>
    (await graph.ask(REVIEWS, { urns }, as)).data.schools.nodes.flatMap(
      ({ reviews }: { reviews: { nodes: Review[] } }) => reviews.nodes,
    );

  it("a report is seen by the host's trust and staff, and by others once the host has shared it", async () => {
    // Staff first, so that what is kept for them is there when others ask.
    const whole = await reviewsOf([...own, ...others], STAFF);
    expect(whole.filter(({ headings }) => headings?.some(({ findings }) => findings.length > 0))).toHaveLength(
      whole.length,
    );
    expect(await reviewsOf(own, token)).toEqual(await reviewsOf(own, STAFF));
    for (const [urns, as] of [
      [others, token],
      [own, EXPLORER],
      [others, EXPLORER],
    ] as const) {
      const seen = await reviewsOf(urns, as);
      expect(seen.map(({ id }) => id)).toEqual((await reviewsOf(urns, STAFF)).map(({ id }) => id));
      expect(new Set(seen.map(({ reportShared }) => reportShared))).toEqual(new Set([true, false]));
      for (const { reportShared, headings } of seen) expect(headings !== null).toBe(reportShared);
    }
    // By way of single reviews and of events, too.
    const hidden = whole.find(({ urn, reportShared }) => others.includes(urn) && !reportShared)!;
    const asked = await graph.ask(
      'query ($id: ID!) { review(id: $id) { id headings { code } } }',
      { id: hidden.id },
      token,
    );
    expect(asked.data.review).toEqual({ id: hidden.id, headings: null });
    const { data } = await graph.ask(
      'query ($urn: URN!) { school(urn: $urn) { collaborationHistory(first: 100, kinds: [REVIEW_HOSTED]) { nodes { ... on ReviewHostedEvent { review { id headings { code } } } } } } }',
      { urn: hidden.urn },
      token,
    );
    expect(data.school.collaborationHistory.nodes).toContainEqual({ review: { id: hidden.id, headings: null } });
  });

  it("a reviewer's name is for the host's trust and staff; others see the school", async () => {
    for (const [as, urns, named] of [
      [STAFF, others, true],
      [token, own, true],
      [token, others, false],
      [EXPLORER, own, false],
    ] as const) {
      const team = (await reviewsOf([...urns], as)).flatMap((review) => review.team);
      expect(team.length).toBeGreaterThan(10);
      expect(team.every(({ name }) => (name !== null) === named)).toBe(true);
      expect(team.some(({ school }) => school !== null)).toBe(true);
    }
    const visits = async (as: string) =>
      (
        await graph.ask(
          'query ($urns: [URN!]) { schools(filter: { urns: $urns }) { nodes { reviewVisits(first: 50) { nodes { name review { urn } } } } } }',
          { urns: own },
          as,
        )
      ).data.schools.nodes.flatMap((school: { reviewVisits: { nodes: object[] } }) => school.reviewVisits.nodes) as {
        name: string | null;
        review: { urn: string | null };
      }[];
    for (const { name, review } of await visits(token))
      expect(name !== null, review.urn ?? '').toBe(review.urn !== null && history.has(review.urn));
  });

  it("practice that was not accredited is for the host's trust and staff", async () => {
    const list = async (urns: string[], as: string) =>
      (
        await graph.ask(
          'query ($urns: [URN!]) { schools(filter: { urns: $urns }, first: 100) { nodes { areasOfExcellence(first: 50) { totalCount nodes { id status } } } } }',
          { urns },
          as,
        )
      ).data.schools.nodes.flatMap(
        (school: { areasOfExcellence: { nodes: object[]; totalCount: number } }) => school.areasOfExcellence.nodes,
      ) as { id: string; status: string }[];
    const whole = await list(own, STAFF);
    expect(new Set(whole.map(({ status }) => status)).size).toBeGreaterThan(1);
    expect(await list(own, token)).toEqual(whole);
    expect(await list(own, EXPLORER)).toEqual(whole.filter(({ status }) => status === 'ACCREDITED'));
    const { data } = await graph.ask('{ areasOfExcellence(first: 100) { nodes { status } } }', {}, EXPLORER);
    expect(new Set(data.areasOfExcellence.nodes.map(({ status }: { status: string }) => status))).toEqual(
      new Set(['ACCREDITED']),
    );
  });

  it("provisional outcomes are seen by the school's trust and staff, in lists, counts, gaps and the feed", async () => {
    const query =
      'query ($urns: [URN!]) { schools(filter: { urns: $urns }, first: 100) { nodes { urn outcomes(first: 10, from: "2024/25", measures: ["PTRWM_EXP"]) { totalCount nodes { id academicYear status } } disadvantageGap(measure: "PTRWM_EXP") { academicYear } } } }';
    const years = async (urns: string[], as: string) => {
      const { data } = await graph.ask(query, { urns }, as);
      const nodes = data.schools.nodes as {
        outcomes: { totalCount: number; nodes: { academicYear: string }[] };
        disadvantageGap: { academicYear: string }[];
      }[];
      for (const { outcomes } of nodes) expect(outcomes.totalCount).toBe(outcomes.nodes.length);
      return new Set(
        nodes.flatMap(({ outcomes, disadvantageGap }) =>
          [...outcomes.nodes, ...disadvantageGap].map(({ academicYear }) => academicYear),
        ),
      );
    };
    expect(await years(others, STAFF)).toContain('2025/26');
    expect(await years(own, token)).toContain('2025/26');
    for (const [urns, as] of [
      [others, token],
      [own, EXPLORER],
      [own, ANONYMOUS],
    ] as const)
      expect(await years([...urns], as)).not.toContain('2025/26');

    const ids = async (as: string) => {
      const found: string[] = [];
      for (let since: string | null = null, more = true; more;) {
        const {
          data,
        }: {
          data: { changes: { nodes: { id: string; node: object | null }[]; endCursor: string; hasMore: boolean } };
        } = await graph.ask(
          'query ($since: String) { changes(since: $since, first: 500, types: [OUTCOME]) { nodes { id } endCursor hasMore } }',
          { since },
          as,
        );
        found.push(
          ...data.changes.nodes
            .map(({ id }) => id)
            .filter((id) => id.includes(':2025/26:PTRWM_EXP:') && id.startsWith('SCHOOL')),
        );
        ({ endCursor: since, hasMore: more } = data.changes);
      }
      return found;
    };
    // Behind the back of the feed, which would tell of each of them that it is gone.
    await client.query('set session_replication_role = replica');
    await client.query(`delete from outcomes.result where academic_year < '2024/25'`);
    await client.query('set session_replication_role = origin');
    const provisional = await ids(token);
    expect(provisional.every((id) => history.has(id.split(':')[1]!))).toBe(true);
    expect(provisional.length).toBeGreaterThan(own.length);
    expect(await ids(ANONYMOUS)).toEqual([]);
    expect((await ids(STAFF)).length).toBeGreaterThan(provisional.length * 10);
  });

  it(
    'a trust is its schools of today: one that leaves takes its rows along',
    async () => {
      const leaving = own[0]!;
      const provisional = async () =>
        (
          await graph.ask(
            'query ($urn: URN!) { school(urn: $urn) { outcomes(first: 1, measures: ["PTRWM_EXP"]) { nodes { academicYear } } } }',
            { urn: leaving },
            token,
          )
        ).data.school.outcomes.nodes[0].academicYear;
      expect(await provisional()).toBe('2025/26');
      await client.query(
        `update schools.trust_membership set "left" = current_date where urn = $1 and trust_uid = $2`,
        [leaving, trust],
      );
      await expect.poll(provisional, { timeout: 10_000, interval: 500 }).toBe('2024/25');
    },
    scaled(20_000),
  );

  it('an aggregate of few schools or few pupils is not given', async () => {
    const measure = 'PTSCITA_EXP';
    const aggregate = async () =>
      (
        await graph.ask(
          `{ network { outcomes(measures: ["${measure}"], pupilGroups: [ALL], from: "2024/25", to: "2024/25") { schools pupils value } } }`,
          {},
          EXPLORER,
        )
      ).data.network.outcomes[0];
    const { schools } = await aggregate();
    expect(schools).toBeGreaterThan(100);
    const three = (
      await client.query<{ subject: string }>(
        `select r.subject from outcomes.result r join schools.membership m on m.urn = r.subject and m.kind = 'NETWORK' and m."left" is null join schools.school s on s.urn = r.subject and s.closed is null
      where r.level = 'SCHOOL' and r.academic_year = '2024/25' and r.measure_code = $1 and r.pupil_group = 'ALL' and r.value is not null order by 1 limit 3`,
        [measure],
      )
    ).rows.map(({ subject }) => subject);
    await client.query(
      `delete from outcomes.result where level = 'SCHOOL' and academic_year = '2024/25' and measure_code = $1 and subject <> all($2)`,
      [measure, three],
    );
    await client.query(
      `update outcomes.result set pupils = 10 where academic_year = '2024/25' and measure_code = $1 and subject = any($2)`,
      [measure, three],
    );
    await expect.poll(aggregate).toEqual({ schools: 3, pupils: 30, value: expect.any(Number) });
    await client.query(
      `update outcomes.result set pupils = 9 where academic_year = '2024/25' and measure_code = $1 and subject = $2`,
      [measure, three[0]],
    );
    await expect.poll(aggregate).toEqual({ schools: 3, pupils: 29, value: null });
    await client.query(
      `update outcomes.result set pupils = 50 where academic_year = '2024/25' and measure_code = $1 and subject = any($2)`,
      [measure, three],
    );
    await client.query(
      `delete from outcomes.result where academic_year = '2024/25' and measure_code = $1 and subject = $2`,
      [measure, three[0]],
    );
    await expect.poll(aggregate).toEqual({ schools: 2, pupils: 100, value: null });
  });

  it('a suppressed value cannot be worked out from an aggregate by subtracting', async () => {
    type Row = { pupilGroup: string; schools: number; pupils: number; value: number };
    const aggregates = async () => {
      const { data } = await graph.ask(
        '{ network { outcomes(measures: ["PTRWM_EXP"], pupilGroups: [ALL, DISADVANTAGED, OTHERS], from: "2024/25", to: "2024/25") { pupilGroup schools pupils value } } }',
        {},
        EXPLORER,
      );
      return new Map((data.network.outcomes as Row[]).map((row) => [row.pupilGroup, row]));
    };
    const before = await aggregates();
    expect(before.get('DISADVANTAGED')!.schools).toBe(before.get('OTHERS')!.schools);
    // A school whose disadvantaged pupils are suppressed, while those of all pupils and of the others are not.
    const [{ subject }] = (
      await client.query<{ subject: string }>(
        `select subject from outcomes.result where level = 'SCHOOL' and academic_year = '2024/25' and measure_code = 'PTRWM_EXP' and pupil_group = 'DISADVANTAGED' and value is not null and subject = any($1)`,
        [others],
      )
    ).rows as [{ subject: string }];
    const hide = (group: string) =>
      client.query(
        `update outcomes.result set value = null, marker = 'SUPP' where level = 'SCHOOL' and academic_year = '2024/25' and measure_code = 'PTRWM_EXP' and pupil_group = $2 and subject = $1`,
        [subject, group],
      );
    await hide('DISADVANTAGED');
    await expect
      .poll(async () => (await aggregates()).get('DISADVANTAGED')!.schools)
      .toBe(before.get('DISADVANTAGED')!.schools - 1);
    const after = await aggregates();
    // All less the others less the disadvantaged leaves what all pupils of schools without these groups have, and nothing of this school's: its others are not in either.
    expect(after.get('OTHERS')!.schools).toBe(before.get('OTHERS')!.schools - 1);
    expect(after.get('ALL')).toEqual(before.get('ALL'));
    await hide('OTHERS');
    await expect
      .poll(
        async () =>
          (
            await client.query(
              `select count(*)::int as n from outcomes.result where subject = $1 and marker = 'SUPP'`,
              [subject],
            )
          ).rows[0].n,
      )
      .toBeGreaterThan(1);
    expect((await aggregates()).get('OTHERS')).toEqual(after.get('OTHERS'));
    // The school itself: the gap is gone with the value it is made of, to national others as well.
    const { data } = await graph.ask(
      'query ($urn: URN!) { school(urn: $urn) { disadvantageGap(measure: "PTRWM_EXP") { academicYear disadvantaged gap gapToNationalOthers } } }',
      { urn: subject },
    );
    expect(data.school.disadvantageGap).toContainEqual({
      academicYear: '2024/25',
      disadvantaged: null,
      gap: null,
      gapToNationalOthers: null,
    });
    // What is provisional is in no aggregate.
    expect(
      (await graph.ask('{ network { outcomes(measures: ["PTRWM_EXP"], from: "2025/26") { value } } }', {}, STAFF)).data
        .network.outcomes,
    ).toEqual([]);
  });
});
