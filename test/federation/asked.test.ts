import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { ask, Graph, STAFF, type Answer } from '../support/graph.ts';

describe('somebody who asks our graph in ways that few do', () => {
  let graph: Graph;
  beforeAll(async () => {
    graph = await Graph.start('demo');
  });
  afterAll(() => graph.stop());

  /** An answer without errors. */
  const answered = async (query: string, variables?: Record<string, unknown>): Promise<Answer> => {
    const answer = await graph.ask(query, variables);
    expect(answer.errors, query).toBeUndefined();
    expect(answer.status, query).toBe(200);
    return answer;
  };
  const data = async (query: string, variables?: Record<string, unknown>) => (await answered(query, variables)).data;

  describe('for an entity within itself', () => {
    it('gets the reviews of the school whose reviews they are', async () => {
      const { school } = await data(`{
        school(urn: "900374") {
          reviews(first: 1) { nodes { hostSchool { urn reviews(first: 1) { totalCount } } } }
        }
      }`);
      const { school: direct } = await data(
        '{ school(urn: "900374") { reviews(first: 1) { totalCount nodes { id } } } }',
      );
      expect(direct.reviews.totalCount).toBeGreaterThan(1);
      const { totalCount } = direct.reviews;
      expect(school).toEqual({ reviews: { nodes: [{ hostSchool: { urn: '900374', reviews: { totalCount } } }] } });
      const { school: bare } = await data(`{
        school(urn: "900374") { reviews(first: 1) { nodes { hostSchool { reviews(first: 1) { totalCount } } } } }
      }`);
      expect(bare).toEqual({ reviews: { nodes: [{ hostSchool: { reviews: { totalCount } } }] } });
    });

    it('gets the areas of excellence of the school whose they are', async () => {
      const { areasOfExcellence } = await data(`{
        areasOfExcellence(first: 1) { nodes { school { areasOfExcellence(first: 1) { totalCount } } } }
      }`);
      const { areasOfExcellence: named } = await data('{ areasOfExcellence(first: 1) { nodes { school { urn } } } }');
      const { school } = await data('query ($urn: URN!) { school(urn: $urn) { areasOfExcellence { totalCount } } }', {
        urn: named.nodes[0].school.urn,
      });
      expect(school.areasOfExcellence.totalCount).toBeGreaterThan(0);
      expect(areasOfExcellence).toEqual({ nodes: [{ school }] });
    });

    it('gets different pages of the same list at two places', async () => {
      const within = (first: number) =>
        `reviews(first: 1) { nodes { hostSchool { outcomes(first: ${first}) { nodes { value } } } } }`;
      const { a, b } = await data(`{
        a: school(urn: "900374") { ${within(1)} }
        b: school(urn: "900374") { ${within(2)} }
      }`);
      const { school } = await data('{ school(urn: "900374") { outcomes(first: 2) { nodes { value } } } }');
      const outcomes = (of: typeof a) => of.reviews.nodes[0].hostSchool.outcomes.nodes;
      expect(school.outcomes.nodes).toHaveLength(2);
      expect(outcomes(a)).toEqual(school.outcomes.nodes.slice(0, 1));
      expect(outcomes(b)).toEqual(school.outcomes.nodes);
    });
  });

  it('gets the histories of schools that have changed', async () => {
    const { changes } = await data(`{
      changes(first: 2, types: [SCHOOL]) {
        nodes { id node { ... on School { collaborationHistory(first: 1) { totalCount } } } }
      }
    }`);
    expect(changes.nodes).toHaveLength(2);
    for (const { id, node } of changes.nodes) {
      const { school } = await data(
        'query ($urn: URN!) { school(urn: $urn) { collaborationHistory { totalCount } } }',
        { urn: id },
      );
      expect(node).toEqual(school);
      expect(node.collaborationHistory.totalCount).toEqual(expect.any(Number));
    }
    const { changes: ofAllTypes } = await data(`{
      changes(first: 2) { nodes { type node { ... on School { collaborationHistory(first: 1) { totalCount } } } } }
    }`);
    for (const { type, node } of ofAllTypes.nodes) {
      expect(node).toEqual(type === 'SCHOOL' ? { collaborationHistory: { totalCount: expect.any(Number) } } : {});
    }
  });

  it('gets what events of different types ask of the same trust, each with a page of its own', async () => {
    const { school } = await data(`{
      school(urn: "900374") {
        collaborationHistory(first: 100) {
          nodes {
            ... on VisitEvent { school { trust { uid outcomes(first: 1) { totalCount } } } }
            ... on ReviewVisitEvent { school { trust { uid outcomes(first: 2) { totalCount } } } }
          }
        }
      }
    }`);
    const trusts = school.collaborationHistory.nodes.flatMap(
      (node: { school?: { trust: unknown } }) => node.school?.trust ?? [],
    );
    expect(trusts.length).toBeGreaterThan(1);
    for (const trust of trusts)
      expect(trust).toEqual({ uid: expect.any(String), outcomes: { totalCount: expect.any(Number) } });
    const { trust } = await data('query ($uid: ID!) { trust(uid: $uid) { uid outcomes { totalCount } } }', {
      uid: trusts[0].uid,
    });
    expect(trusts[0]).toEqual(trust);
  });

  it('gets the school that they asked for, whatever they call its fields', async () => {
    const { school } = await data('{ school(urn: "900374") { urn: name lineage reviews { totalCount } } }');
    const { school: plain } = await data('{ school(urn: "900374") { name lineage reviews { totalCount } } }');
    const { name, ...rest } = plain;
    expect(rest.reviews.totalCount).toBeGreaterThan(0);
    expect(school).toEqual({ urn: name, ...rest });
    const counted = 'reviews { totalCount } outcomes { totalCount } enrolments { totalCount }';
    const ownNames = await data(`{
      school(urn: "900374") { lineage: name urn: phase ${counted} trust { uid: name outcomes { totalCount } } }
    }`);
    const itsNames = await data(`{
      school(urn: "900374") { name phase ${counted} trust { name outcomes { totalCount } } }
    }`);
    const { phase, trust, name: _, ...counts } = itsNames.school;
    const { name: trustName, ...ofTrust } = trust;
    expect(counts.outcomes.totalCount).toBeGreaterThan(0);
    expect(ownNames.school).toEqual({ lineage: name, urn: phase, ...counts, trust: { uid: trustName, ...ofTrust } });
  });

  describe('what things are, under a name of their own', () => {
    it('is told of what has changed', async () => {
      const { changes } = await data('{ changes(first: 2, types: [SCHOOL]) { nodes { node { t: __typename } } } }');
      expect(changes).toEqual({ nodes: [{ node: { t: 'School' } }, { node: { t: 'School' } }] });
    });

    it('is told of events', async () => {
      const events = (type: string) =>
        `{ school(urn: "900374") { collaborationHistory(first: 3) { nodes { ${type} date kind } } } }`;
      const named = (await data(events('t: __typename'))).school.collaborationHistory.nodes;
      const plain = (await data(events('__typename'))).school.collaborationHistory.nodes;
      expect(named.map(({ t }: { t: string }) => t)).toEqual(
        plain.map(({ __typename: type }: { __typename: string }) => type),
      );
      expect(named).toHaveLength(3);
      const types: Record<string, string> = {
        VISIT: 'VisitEvent',
        REVIEW_VISIT: 'ReviewVisitEvent',
        REVIEW_HOSTED: 'ReviewHostedEvent',
        PRACTICE_SHARED: 'PracticeSharedEvent',
        ACCREDITATION: 'AccreditationEvent',
        ENROLMENT: 'EnrolmentEvent',
      };
      for (const { t, kind } of named) expect(t).toBe(types[kind]);
    });
  });

  it('gets what the schema says of itself beside data, in fragments too', async () => {
    expect(await data('{ __type(name: "School") { name } ... on Query { school(urn: "900374") { name } } }')).toEqual({
      __type: { name: 'School' },
      school: { name: expect.any(String) },
    });
    expect(await data('{ ... on Query { __schema { queryType { name } } } }')).toEqual({
      __schema: { queryType: { name: 'Query' } },
    });
  });

  it('gets keys in the order in which they are asked for', async () => {
    const { text } = await answered('{ school(urn: "900374") { name } __schema { queryType { name } } __typename }');
    const { school } = await data('{ school(urn: "900374") { name } }');
    const expected = { school, __schema: { queryType: { name: 'Query' } }, __typename: 'Query' };
    expect(text.trim()).toBe(JSON.stringify({ data: expected }));
  });

  it('gets nothing, and no error, where everything is left out', async () => {
    expect((await answered('{ frameworks @skip(if: true) { code } }')).text.trim()).toBe('{"data":{}}');
    expect(await data('{ ... @include(if: false) { school(urn: "900374") { name } } }')).toEqual({});
    const about = await data(`{
      __type(name: "Query") {
        fields { name args { name type { kind ofType { name kind } } } type { ...Named } }
      }
    }
    fragment Named on __Type { kind name ofType { kind name ofType { kind name ofType { kind name } } } }`);
    interface Type {
      kind: string;
      name: string | null;
      ofType?: Type;
    }
    const named = (type: Type): Type => (type.ofType ? named(type.ofType) : type);
    const values: Record<string, string> = { URN: '"900374"', Int: '1' };
    let asked = 0;
    for (const { name, args, type } of about.__type.fields) {
      const needed = (args as { name: string; type: Type }[]).filter((arg) => arg.type.kind === 'NON_NULL');
      const given = needed.map((arg) => `${arg.name}: ${values[arg.type.ofType!.name!] ?? '"x"'}`).join(', ');
      const below = ['OBJECT', 'INTERFACE', 'UNION'].includes(named(type).kind) ? ' { __typename }' : '';
      const query = `{ ${name}${given && `(${given})`} @skip(if: true)${below} }`;
      expect((await answered(query)).text.trim(), query).toBe('{"data":{}}');
      asked += 1;
    }
    expect(asked).toBeGreaterThan(15);
  });

  it('gets a field that is for everyone without a token, beside one that is left out', async () => {
    for (const token of ['', STAFF]) {
      const { data: found, errors } = await graph.ask(
        '{ school(urn: "900374") { name hub @skip(if: true) { name } } }',
        {},
        token,
      );
      expect(errors).toBeUndefined();
      expect(found).toEqual({ school: { name: expect.any(String) } });
    }
  });

  it('may call a field __proto__, and changes nothing by that', async () => {
    const before = Object.getOwnPropertyNames(Object.prototype);
    const query = '{ __proto__: school(urn: "900374") { urn } }';
    const expected = '{"data":{"__proto__":{"urn":"900374"}}}';
    const posted = await answered(query);
    expect(posted.text.trim()).toBe(expected);
    const url = `${graph.url}?query=${encodeURIComponent(query)}`;
    const got = await fetch(url, { headers: { authorization: `Bearer ${STAFF}`, 'apollo-require-preflight': 'yes' } });
    expect((await got.text()).trim()).toBe(expected);
    const nested = await answered(
      '{ school(urn: "900374") { __proto__: name constructor: urn hub { __proto__: id } } }',
    );
    const { school } = await data('{ school(urn: "900374") { name urn hub { id } } }');
    const hub = `{"__proto__":${JSON.stringify(school.hub.id)}}`;
    const inside = `"__proto__":${JSON.stringify(school.name)},"constructor":"900374","hub":${hub}`;
    expect(nested.text.trim()).toBe(`{"data":{"school":{${inside}}}}`);
    expect(Object.getOwnPropertyNames(Object.prototype)).toEqual(before);
    expect(({} as { urn?: unknown }).urn).toBeUndefined();
    expect(await data('{ school(urn: "900374") { urn } }')).toEqual({ school: { urn: '900374' } });
  });

  it('gets what is far below under a condition', async () => {
    const query = `query ($t: Boolean! = true) {
      cohort(id: "x") {
        sessions {
          ... @include(if: $t) { host { predecessors { school { collaborators(first: 1) { totalCount } } } } }
        }
      }
    }`;
    expect(await data(query)).toEqual({ cohort: null });
    expect(await data(query, { t: false })).toEqual({ cohort: null });
  });

  it('is told with a code that there is nothing to subscribe to', async () => {
    const { status, errors } = await ask(graph.url, 'subscription { x }');
    expect(status).toBe(400);
    expect(errors![0]!.extensions!['code']).toEqual(expect.stringMatching(/^[A-Z_]+$/));
    expect(errors![0]!.extensions!['code']).not.toBe('INTERNAL_SERVER_ERROR');
    await answered('{ __typename }');
  });
});
