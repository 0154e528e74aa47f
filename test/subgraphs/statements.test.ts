import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { Graph } from '../support/graph.ts';

describe('the number of SQL statements', () => {
  let graph: Graph;
  beforeAll(async () => {
    graph = await Graph.start('demo', { cache: false });
  });
  afterAll(() => graph.stop());

  const statements = async (query: string) => {
    const before = graph.statements;
    const { errors } = await graph.ask(query);
    expect(errors).toBeUndefined();
    return graph.statements - before;
  };

  /** A school that has something of everything. */
  const ONE = '{ urns: ["900016"] }';
  const MANY = '{ member: true, phase: [SECONDARY] }';

  const page = (filter: string) => `{
    schools(first: 50, filter: ${filter}) { totalCount nodes {
      name trust { name schoolCount } trustHistory { trust { name } } hub { name schoolCount } localAuthority { name } memberships { joined } lineage predecessors { name }
      reviews(first: 5) { totalCount nodes { framework { name } team { role school { name } } headings { title findings { text } } areasOfExcellence { title } } }
      reviewVisits(first: 2) { nodes { review { hostSchool { name } } } }
      enrolments(first: 5) { nodes { programme { name } cohort { sessions { title } } } }
      visits(first: 2) { nodes { hostSchool { name } visitingSchool { name } } }
      outcomes(first: 6, pupilGroups: [ALL, DISADVANTAGED]) { nodes { value measure { name } localAuthority { value } england { value } } }
      disadvantageGap(measure: "PTL2BASICS_95") { gap }
    } } }`;
  const history = (filter: string) => `{
    schools(first: 20, filter: ${filter}) { nodes { collaborationHistory(first: 20) { totalCount nodes { school { name }
      ... on ReviewHostedEvent { review { id } } ... on ReviewVisitEvent { reviewVisit { review { id } } } ... on EnrolmentEvent { enrolment { programme { name } } } ... on VisitEvent { visit { focus } } } } collaborators(first: 2) { nodes { times } } } } }`;

  it('is the same for a page of 50 schools as for a page of 1', async () => {
    const one = await statements(page(ONE));
    expect(await statements(page(MANY))).toBe(one);
    expect(one).toBeLessThan(40);
  });

  it('is the same for 20 histories as for 1', async () => {
    const one = await statements(history(ONE));
    expect(await statements(history(MANY))).toBe(one);
    expect(one).toBeLessThan(25);
  });

  it('is one less when totalCount is not asked for', async () => {
    const counted = await statements('{ reviews(first: 5) { totalCount nodes { id } } }');
    expect(await statements('{ reviews(first: 5) { nodes { id } } }')).toBe(counted - 1);
  });
});
