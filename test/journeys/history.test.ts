import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { Graph } from '../support/graph.ts';

interface Event {
  id: string;
  date: string;
  kind: string;
  urn: string;
  academicYear: string;
}

describe('the collaboration history of a school', () => {
  let graph: Graph;
  beforeAll(async () => {
    graph = await Graph.start('demo');
  });
  afterAll(() => graph.stop());

  const history = async (
    urn: string,
    args = 'first: 100',
  ): Promise<{ nodes: Event[]; totalCount: number; missingSources: string[] }> =>
    (
      await graph.ask(
        `query ($urn: URN!) { school(urn: $urn) { collaborationHistory(${args}) { totalCount missingSources nodes { id date kind urn academicYear } } } }`,
        { urn },
      )
    ).data.school.collaborationHistory;

  it('has everything in one request: register, trust, hub, reviews with findings, programmes and outcomes', async () => {
    const { data, errors } = await graph.ask(`{
      school(urn: "900016") {
        name trust { name } hub { name }
        collaborationHistory(first: 100) { totalCount missingSources nodes {
          __typename date urn
          ... on ReviewHostedEvent { review { headings { estimate findings { kind text } } team { role school { name } } } }
          ... on ReviewVisitEvent { reviewVisit { review { hostSchool { name } } } }
          ... on AccreditationEvent { areaOfExcellence { title validUntil } }
          ... on EnrolmentEvent { enrolment { programme { name } cohort { sessions { date } } } }
          ... on VisitEvent { role visit { hostSchool { name } visitingSchool { name } } }
          ... on PracticeSharedEvent { practice { title } }
          ... on MembershipEvent { membership { kind hub { name } } }
        } }
        reviews(first: 3) { totalCount nodes { id framework { name } } }
        enrolments { nodes { status } }
        outcomes(first: 5, to: "2023/24") { nodes { academicYear value measure { name } source { fictional } } }
        disadvantageGap(measure: "PTL2BASICS_95") { academicYear gap }
        collaborators(first: 5) { nodes { times ways { way times } school { name } } }
      } }`);
    expect(errors).toBeUndefined();
    const { nodes, totalCount, missingSources } = data.school.collaborationHistory;
    expect(missingSources).toEqual([]);
    expect(nodes).toHaveLength(totalCount);
    const types = new Set(nodes.map(({ __typename }: { __typename: string }) => __typename));
    expect([...types].sort()).toEqual(
      expect.arrayContaining([
        'EnrolmentEvent',
        'MembershipEvent',
        'PracticeSharedEvent',
        'ReviewHostedEvent',
        'ReviewVisitEvent',
        'VisitEvent',
      ]),
    );
    const hosted = nodes.find(({ __typename }: { __typename: string }) => __typename === 'ReviewHostedEvent');
    expect(hosted.review.headings[0].findings.length).toBeGreaterThan(2);
    expect(data.school.outcomes.nodes[0].source.fictional).toBe(true);
    expect(data.school.disadvantageGap.length).toBeGreaterThan(4);
  });

  it('is interleaved by date, newest first, with the academic year of each date', async () => {
    const { nodes } = await history('900016');
    const dates = nodes.map(({ date }) => date);
    expect(dates).toEqual(dates.toSorted().toReversed());
    expect(new Set(nodes.map(({ kind }) => kind)).size).toBeGreaterThan(4);
    for (const { date, academicYear } of nodes) {
      const start = Number(date.slice(0, 4)) - (date.slice(5) < '09' ? 1 : 0);
      expect(academicYear).toBe(`${start}/${String((start + 1) % 100).padStart(2, '0')}`);
    }
  });

  it('can be narrowed to kinds and days', async () => {
    const all = (await history('900016')).nodes;
    const some = (
      await history('900016', 'first: 100, kinds: [REVIEW_VISIT, VISIT], from: "2025-01-01", to: "2026-03-01"')
    ).nodes;
    expect(some.length).toBeGreaterThan(0);
    expect(some).toEqual(
      all.filter(
        ({ kind, date }) => ['REVIEW_VISIT', 'VISIT'].includes(kind) && date >= '2025-01-01' && date <= '2026-03-01',
      ),
    );
  });

  it('keeps the history of a school that became an academy, under the URN of each time', async () => {
    const { data } = await graph.ask(
      '{ schools(filter: { member: true }, first: 100) { nodes { urn lineage opened predecessors { urn } } } }',
    );
    const converted = data.schools.nodes.filter(
      ({ predecessors, opened }: { predecessors: unknown[]; opened: string }) =>
        predecessors.length === 1 && opened > '2017',
    );
    expect(converted.length).toBeGreaterThan(3);
    let before = 0;
    for (const { urn, lineage, opened } of converted.slice(0, 6)) {
      const whole = await history(urn);
      const own = await history(urn, 'first: 100, includePredecessors: false');
      expect(own.nodes).toEqual(whole.nodes.filter((event) => event.urn === urn));
      for (const event of whole.nodes) {
        expect(lineage).toContain(event.urn);
        if (event.urn !== urn && event.kind !== 'LEFT_NETWORK')
          expect(event.date <= opened || event.kind.includes('HUB')).toBe(true);
      }
      before += whole.nodes.filter((event) => event.urn !== urn).length;
    }
    expect(before).toBeGreaterThan(10);
  });

  it('is there for a trust, with its own reviews and those of its schools', async () => {
    const { data } =
      await graph.ask(`{ reviews(filter: { kind: [TRUST_PEER_REVIEW] }, first: 1) { nodes { id hostTrust { uid name
      historyOf: collaborationHistory(first: 100) { totalCount nodes { kind urn ... on ReviewHostedEvent { review { id kind } } } }
      reviews(trustOnly: true) { nodes { id kind } } } } } }`);
    const [{ id, hostTrust }] = data.reviews.nodes;
    expect(hostTrust.reviews.nodes.map((review: { id: string }) => review.id)).toContain(id);
    expect(
      hostTrust.historyOf.nodes.some(
        ({ urn, review }: { urn: string | null; review?: { kind: string } }) =>
          urn === null && review?.kind === 'TRUST_PEER_REVIEW',
      ),
    ).toBe(true);
    expect(hostTrust.historyOf.nodes.some(({ urn }: { urn: string | null }) => urn !== null)).toBe(true);
  });

  it('is the same seen from the other side: who visited whom', async () => {
    const { data } = await graph.ask(
      '{ school(urn: "900016") { urn lineage collaborators(first: 100) { totalCount nodes { urn times ways { way times } firstDate lastDate } } } }',
    );
    const { nodes, totalCount } = data.school.collaborators;
    expect(nodes).toHaveLength(totalCount);
    const mirror: Record<string, string> = {
      REVIEWED_BY: 'REVIEWED',
      REVIEWED: 'REVIEWED_BY',
      REVIEWED_ALONGSIDE: 'REVIEWED_ALONGSIDE',
      HOSTED: 'VISITED',
      VISITED: 'HOSTED',
      SHARED_WITH: 'LEARNT_FROM',
      LEARNT_FROM: 'SHARED_WITH',
    };
    for (const other of nodes.slice(0, 3)) {
      const there = (
        await graph.ask(
          'query ($urn: URN!) { school(urn: $urn) { collaborators(first: 100) { nodes { urn times ways { way times } firstDate lastDate } } } }',
          { urn: other.urn },
        )
      ).data.school.collaborators.nodes;
      const back = there.find(({ urn }: { urn: string }) => urn === '900016');
      const key = ({ way, times }: { way: string; times: number }) => `${way} ${times}`;
      expect(back).toMatchObject({ times: other.times, firstDate: other.firstDate, lastDate: other.lastDate });
      expect(back.ways.map(key).sort()).toEqual(
        other.ways.map(({ way, times }: { way: string; times: number }) => key({ way: mirror[way]!, times })).sort(),
      );
    }
  });
});
