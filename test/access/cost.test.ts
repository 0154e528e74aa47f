import { transformSupergraphToPublicSchema } from '@theguild/federation-composition';
import { buildASTSchema, buildSchema, getIntrospectionQuery, Kind, parse, print } from 'graphql';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { createCosts } from '../../gateway/limits/cost.ts';
import { SUPERGRAPH } from '../../gateway/federation/partnerGraph.ts';
import { PARTNER_INPUT_LIMITS } from '../../gateway/limits/inputLimits.ts';
import { TOKEN_COST, MAX_COST } from '../../gateway/limits/limits.ts';
import { ANONYMOUS, ask, Graph, STAFF } from '../support/graph.ts';
import { scaled } from '../support/time.ts';

const apiSchema = buildASTSchema(transformSupergraphToPublicSchema(parse(SUPERGRAPH)), { assumeValidSDL: true });
const costOf = createCosts(SUPERGRAPH, apiSchema);
const estimate = (query: string, variables: Record<string, unknown> = {}) => costOf(parse(query)).estimate(variables);
const times = (number: number, field: (index: number) => string) =>
  `{ ${Array.from({ length: number }, (_, index) => `a${index}: ${field(index)}`).join(' ')} }`;

describe('what an operation may cost', () => {
  it('follows the sizes of pages, in whatever way they are given', () => {
    const page = (first: string) => `query ($n: Int) { schools(${first}) { nodes { urn name } } }`;
    // The list itself costs 20, and each school 1 and its two fields.
    expect(estimate(page('first: 10'))).toBe(20 + 1 + 10 * 3);
    expect(estimate(page('last: 10'))).toBe(51);
    expect(estimate(page('first: $n'), { n: 10 })).toBe(51);
    expect(estimate('query ($n: Int = 10) { schools(first: $n) { nodes { urn name } } }')).toBe(51);
    expect(estimate('{ schools { nodes { urn name } } }')).toBe(20 + 1 + 20 * 3);
    // To count costs 10, and counts once.
    expect(estimate('{ schools(first: 10) { totalCount } }')).toBe(31);
  });

  it('is that of the most expensive member where an object has one of several types', () => {
    const history = (fields: string) =>
      estimate(`{ school(urn: "900374") { collaborationHistory(first: 1) { nodes { ${fields} } } } }`);
    const [visit, review] = [
      '... on VisitEvent { id date }',
      '... on ReviewHostedEvent { review { id startDate mode } }',
    ];
    expect(history(`${visit} ${review}`)).toBe(Math.max(history(visit), history(review)));
  });

  it('counts a selection once, however often it is written', () => {
    const once = '{ school(urn: "900374") { trust { name } } }';
    const often = '{ school(urn: "900374") { trust { name } ...F ...F } } fragment F on School { trust { name } }';
    expect(estimate(often)).toBe(estimate(once));
  });

  it('leaves out what is skipped', () => {
    const query = 'query ($no: Boolean!) { school(urn: "900374") { urn trust @include(if: $no) { name } } }';
    expect(estimate(query, { no: false })).toBe(7);
    expect(estimate(query, { no: true })).toBe(9);
  });

  it('counts the rows of a mutation for each field that takes them', () => {
    const rows = Array.from({ length: 10_000 }, () => ({ urn: '900374' }));
    const submit = (number: number) =>
      estimate(
        `mutation ($rows: [OutcomeInput!]!) ${times(number, (index) => `submitOutcomes(rows: $rows, idempotencyKey: "${index}") { received }`)}`,
        { rows },
      );
    expect(submit(1)).toBeGreaterThan(100_000);
    expect(submit(1)).toBeLessThan(MAX_COST);
    expect(submit(10)).toBe(10 * submit(1));
  });

  it('grows with what an aggregate is made of', () => {
    const network = (measures: number, groups: string) =>
      estimate('query ($m: [ID!]!) { network { outcomes(measures: $m, pupilGroups: ' + groups + ') { value } } }', {
        m: Array.from({ length: measures }, () => 'PTRWM_EXP'),
      });
    expect(network(10, '[ALL]') - network(1, '[ALL]')).toBe(27_000);
    expect(network(1, '[ALL, BOYS, GIRLS]') - network(1, '[ALL]')).toBe(6_000);
  });

  it('is bounded by how many fields an operation has once its fragments are inlined', () => {
    const levels = Array.from(
      { length: 12 },
      (_, level) =>
        `fragment F${level} on School { a: predecessors { school { ...F${level + 1} } } b: predecessors { school { ...F${level + 1} } } c: predecessors { school { ...F${level + 1} } } }`,
    );
    const query = `{ school(urn: "900374") { ...F0 } } ${levels.join(' ')} fragment F12 on School { urn }`;
    expect(() => estimate(query)).toThrow('too complex');
  });

  it('is what it is for a supergraph that declares no costs', () => {
    const sdl =
      'type Query { books(first: Int): BookConnection tags: [String!] } type BookConnection { nodes: [Book!]! } type Book { title: String }';
    const cost = createCosts(sdl, buildSchema(sdl))(parse('{ books(first: 5) { nodes { title } } tags }'));
    expect(cost.estimate({})).toBe(1 + 5 * 2 + 10);
    expect(cost.measure({ books: { nodes: [{ title: 'a' }] }, tags: ['x'] }, {})).toBe(1 + 2 + 1);
  });

  it('is declared in the schema for every list', () => {
    const missing = parse(SUPERGRAPH).definitions.flatMap((type) => {
      if (type.kind !== Kind.OBJECT_TYPE_DEFINITION || !apiSchema.getType(type.name.value)) return [];
      return (type.fields ?? []).flatMap(({ name, type: of, directives }) => {
        const isPage = type.name.value.endsWith('Connection') || type.name.value === 'ChangeFeed';
        const isSized = isPage && ['nodes', 'edges'].includes(name.value);
        const isHidden = directives!.some((directive) => directive.name.value === 'inaccessible');
        const isList = /^\[|Connection!?$/.test(print(of));
        const declared = directives!.some((directive) => directive.name.value === 'listSize');
        return isList && !isSized && !isHidden && !declared ? [`${type.name.value}.${name.value}`] : [];
      });
    });
    expect(missing).toEqual([]);
  });
});

describe('what clients send', () => {
  let graph: Graph;
  let url = '';
  let stop: () => Promise<unknown>;
  beforeAll(async () => {
    graph = await Graph.start('demo');
    const app = await graph.serveAgain({ rateLimit: { scale: 1 } });
    url = app.url;
    stop = () => app.close();
  });
  afterAll(async () => {
    await stop();
    await graph.stop();
  });
  const costIn = (answer: unknown) =>
    (answer as { extensions: { cost: { requested: number; spent: number; remaining: number; limit: number } } })
      .extensions.cost;
  /** What it costs to read a document for the first time. */
  const reading = (query: string) => TOKEN_COST * parse(query).tokenCount!;
  const refusal = async (query: string, variables?: Record<string, unknown>, token = STAFF) => {
    const { status, errors } = await ask(url, query, variables, token);
    return { status, code: errors?.[0]?.extensions?.['code'], message: errors?.[0]?.message };
  };

  it('is charged what was spent: the dashboard of a hub with few schools is answered', async () => {
    const query = `{ hub(id: "HUB-01") { schoolCount schools(first: 100) { nodes { urn name
      collaborationHistory(first: 50) { nodes { id date kind } } } } } }`;
    const before = costIn(await ask(url, '{ network { asOf } }'));
    const answer = await ask(url, query);
    expect(answer.errors).toBeUndefined();
    const { requested, spent, remaining } = costIn(answer);
    const schools = answer.data.hub.schools.nodes as { collaborationHistory: { nodes: object[] } }[];
    const events = schools.reduce((sum, { collaborationHistory }) => sum + collaborationHistory.nodes.length, 0);
    // The operation 100 and each token of its document 5; the hub 1 and its count 5; the list 5 and 1; a school 1, two fields, the history 50 and 1; an event 1 and three fields.
    expect(spent).toBe(100 + reading(query) + 1 + 5 + 6 + schools.length * (3 + 51) + events * 4);
    expect(requested).toBeGreaterThan(20_000);
    expect(before.remaining - remaining).toBe(spent);
    // A document that has been read costs nothing of it.
    expect(costIn(await ask(url, query)).spent).toBe(spent - reading(query));
  });

  it('costs nothing more than its reading and 1 when it is refused', async () => {
    const before = costIn(await ask(url, '{ network { asOf } }'));
    const heavy = times(
      100,
      (index) =>
        `network(asOf: "2026-01-${String((index % 28) + 1).padStart(2, '0')}") { outcomes(measures: ["PTRWM_EXP", "PTREAD_EXP", "PTMAT_EXP", "PTRWM_HIGH"]) { value } }`,
    );
    expect(await refusal(heavy)).toMatchObject({ status: 400, code: 'QUERY_TOO_COSTLY' });
    const after = costIn(await ask(url, '{ network { asOf } }'));
    expect(before.remaining - after.remaining).toBe(after.spent + 1 + reading(heavy));
  });

  it('is refused if a list is longer than it may be, before a subgraph is asked', async () => {
    const statements = graph.statements;
    const academicYear = Array.from({ length: 30_000 }, () => '2024/25');
    const whole = 'query ($filter: ReviewFilter) { reviews(filter: $filter) { totalCount } }';
    const inside = 'query ($years: [AcademicYear!]) { reviews(filter: { academicYear: $years }) { totalCount } }';
    const message = '`filter.academicYear` holds 30,000 values: at most 100 are taken at once.';
    expect(await refusal(whole, { filter: { academicYear } })).toEqual({
      status: 400,
      code: 'BAD_USER_INPUT',
      message,
    });
    expect(await refusal(inside, { years: academicYear })).toEqual({ status: 400, code: 'BAD_USER_INPUT', message });
    const written = `{ reviews(filter: { kind: [${Array.from({ length: 101 }, () => 'QA_REVIEW').join()}] }) { totalCount } }`;
    expect(await refusal(written)).toMatchObject({
      status: 400,
      message: '`filter.kind` holds 101 values: at most 100 are taken at once.',
    });
    const byDefault = `query ($kind: [ReviewKind!] = [${Array.from({ length: 101 }, () => 'QA_REVIEW').join()}]) { reviews(filter: { kind: $kind }) { totalCount } }`;
    expect(await refusal(byDefault)).toMatchObject({ status: 400, code: 'BAD_USER_INPUT' });
    expect(graph.statements).toBe(statements);
  });

  it('is refused if a text or an identifier is longer than it may be', async () => {
    const search = 'query ($s: String!) { schools(filter: { search: $s }) { totalCount } }';
    expect(await refusal(search, { s: 'x'.repeat(200_000) })).toEqual({
      status: 400,
      code: 'BAD_USER_INPUT',
      message: '`filter.search` has 200,000 characters: it has at most 1,000.',
    });
    expect((await ask(url, search, { s: 'x'.repeat(1_000) })).errors).toBeUndefined();
    expect(await refusal(`{ trust(uid: "${'1'.repeat(201)}") { name } }`)).toMatchObject({
      status: 400,
      message: '`uid` has 201 characters: an identifier has at most 200.',
    });
    const { message } = await refusal('query ($u: URN!) { school(urn: $u) { name } }', { u: '9'.repeat(900) });
    expect(message!.length).toBeLessThan(1_300);
    expect(await refusal(`{ school(urn: "900374") { name } } # ${'x'.repeat(200_000)}`)).toMatchObject({
      status: 400,
      message: expect.stringContaining('at most 200,000'),
    });
  });

  it('leaves memory as it was, however large the identifiers are that are asked for', async () => {
    const query = 'query ($u: ID!) { trust(uid: $u) { uid } }';
    for (let index = 0; index < 20; index++) {
      expect((await refusal(query, { u: `${index}`.padEnd(4_000_000, 'x') })).status).toBe(400);
      expect((await refusal(query, { u: `${index}`.padEnd(1_000_000, 'x') }, ANONYMOUS)).status).toBe(400);
      expect((await refusal(query, { u: `${index}`.padEnd(4_000_000, 'x') }, ANONYMOUS)).status).toBe(413);
    }
  });

  it('is refused if it is nested deeper than anything that is taken, without being walked through', async () => {
    for (const depth of [5_000, 500_000]) {
      const nested = `${'['.repeat(depth)}${']'.repeat(depth)}`;
      const began = performance.now();
      const response = await fetch(url, {
        method: 'POST',
        headers: { 'content-type': 'application/json' },
        body: `{"query":"{ school(urn: \\"900374\\") { name } }","variables":{"a":${nested}}}`,
      });
      expect(response.status).toBe(400);
      expect(await response.json()).toMatchObject({
        errors: [{ message: expect.stringContaining('more than 50 deep'), extensions: { code: 'BAD_USER_INPUT' } }],
      });
      expect(performance.now() - began).toBeLessThan(scaled(1_000));
    }
    const byGet = new URLSearchParams({
      query: '{ school(urn: "900374") { name } }',
      variables: `{"a":${'['.repeat(1_000)}${']'.repeat(1_000)}}`,
    });
    const response = await fetch(`${url}?${byGet.toString()}`, { headers: { 'apollo-require-preflight': '1' } });
    expect(response.status).toBe(400);
    // Brackets in texts are none.
    const harmless = await ask(url, 'query ($s: String!) { schools(filter: { search: $s }) { totalCount } }', {
      s: `"\\${'['.repeat(500)}`,
    });
    expect(harmless.errors).toBeUndefined();
  });

  it('asks for the schema as often as it needs to', async () => {
    const fields = getIntrospectionQuery()
      .replace(/^[^{]*\{\s*__schema/, '')
      .replace(/\}\s*fragment FullType[^]*$/, '');
    const fragments = getIntrospectionQuery().match(/fragment FullType[^]*$/)![0];
    const often = (number: number) =>
      `{ ${Array.from({ length: number }, (_, index) => `a${index}: __schema ${fields}`).join(' ')} } ${fragments}`;
    const { requested, spent } = costIn(await ask(url, often(2)));
    expect([requested, spent]).toEqual([10_100 + reading(often(2)), 10_100 + reading(often(2))]);
    expect(await refusal(often(20))).toMatchObject({
      status: 400,
      message: 'The document asks for `__schema` more than 2 times: ask once for all that is needed.',
    });
  });

  it('has limits at places that the schema has', () => {
    const places = [...PARTNER_INPUT_LIMITS.lists.keys(), ...PARTNER_INPUT_LIMITS.texts.keys()];
    for (const place of places) {
      const [, type, field, argument] = /^(\w+)\.(\w+)(?:\((\w+):\))?$/.exec(place)!;
      const found = (
        apiSchema.getType(type!) as unknown as { getFields(): Record<string, { args?: { name: string }[] }> }
      ).getFields()[field!];
      expect(found, place).toBeDefined();
      if (argument) expect(found!.args!.map(({ name }) => name)).toContain(argument);
    }
  });
});
