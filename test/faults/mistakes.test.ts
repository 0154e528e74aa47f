import { connect } from 'node:net';
import { request } from 'undici';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { sql } from 'kysely';
import { GraphQLError } from 'graphql';
import { presentable } from '../../subgraphs/kit/domain/errors.ts';
import { Graph } from '../support/graph.ts';

const base64 = (value: unknown) => Buffer.from(JSON.stringify(value)).toString('base64url');

describe('a mistake of a client', () => {
  let graph: Graph;
  beforeAll(async () => {
    graph = await Graph.start('demo');
  });
  afterAll(async () => {
    expect(graph.logged).toEqual([]);
    await graph.stop();
  });

  const codesOf = async (query: string, variables: Record<string, unknown> = {}) => {
    const { errors, text } = await graph.ask(query, variables);
    expect(text, text.slice(0, 300)).not.toMatch(/INTERNAL_SERVER_ERROR|stacktrace|select /);
    return (errors ?? []).map(({ extensions }) => extensions?.['code']);
  };

  const DATES = ['0000-01-01', '10000-01-01', '-0001-01-01', '2019-02-29', '2019-13-01', '01/02/2019', 'yesterday', ''];
  const MOMENTS = [
    '+275760-09-13T00:00:00Z',
    '-000001-01-01T00:00:00Z',
    '0000-01-01T00:00:00Z',
    '2026-02-30T00:00:00Z',
    '1',
    '0001-01-01T00:00:00+14:00',
    '9999-12-31T23:59:59-14:00',
    'Tue Nov 24 2026',
    '2026-11-24T25:00:00Z',
  ];
  const YEARS = ['0000/01', '0999/00', '9999/00', '9999-10000', '2018/20'];
  const ASKED = {
    Date: 'query ($value: Date!) { network(asOf: $value) { schools } reviews(filter: { from: $value }) { totalCount } }',
    DateTime: 'query ($value: DateTime!) { schools(filter: { updatedSince: $value }) { totalCount } }',
    AcademicYear: `query ($value: AcademicYear!) {
      reviews(filter: { academicYear: [$value] }) { totalCount }
      school(urn: "900374") { outcomes(from: $value) { totalCount } }
    }`,
  };

  it.each([
    ['Date', DATES],
    ['DateTime', MOMENTS],
    ['AcademicYear', YEARS],
  ] as const)(
    'in a %s that PostgreSQL does not take is told as such, as a variable and as a literal',
    async (type, values) => {
      const query = ASKED[type];
      for (const value of values) {
        const literal = query.replace(/^query \(.*?\)/, 'query').replaceAll('$value', JSON.stringify(value));
        for (const [text, variables] of [
          [query, { value }],
          [literal, {}],
        ] as const) {
          const codes = await codesOf(text, variables);
          expect(codes.length, value).toBeGreaterThan(0);
          for (const code of codes) expect(['BAD_USER_INPUT', 'GRAPHQL_VALIDATION_FAILED'], value).toContain(code);
        }
      }
    },
  );

  it('is none where the date, moment or year is right', async () => {
    for (const value of ['0001-01-01', '9999-12-31', '2020-02-29'])
      expect(await codesOf(ASKED.Date, { value }), value).toEqual([]);
    for (const value of [
      '2026-11-24T09:30:00Z',
      '2026-11-24T09:30:00.123+01:00',
      '2026-11-24',
      '0001-01-01T00:00:00Z',
    ]) {
      expect(await codesOf(ASKED.DateTime, { value }), value).toEqual([]);
    }
    for (const value of ['1000/01', '2018/19', '1999-2000', '9998/99'])
      expect(await codesOf(ASKED.AcademicYear, { value }), value).toEqual([]);
  });

  it('in a cursor is told as such: dates, numbers and texts that are made up', async () => {
    const reviews =
      'query ($after: String) { reviews(first: 1, after: $after) { nodes { id } pageInfo { endCursor } } }';
    const { data } = await graph.ask(reviews, {});
    const [kind, date, id] = JSON.parse(Buffer.from(data.reviews.pageInfo.endCursor, 'base64url').toString());
    expect(await codesOf(reviews, { after: base64([kind, date, id]) })).toEqual([]);
    const days = ['0000-01-01', '2019-02-31', 'infinity', 'now', '+275760-09-13', ''].map((day) => [kind, day, id]);
    for (const cursor of [...days, [kind, date, '\u0000'], [kind, date, '\ud800'], [kind, date, 1]]) {
      expect(await codesOf(reviews, { after: base64(cursor) }), JSON.stringify(cursor)).toEqual(['BAD_CURSOR']);
    }
    const byRoll =
      'query ($after: String) { schools(first: 1, after: $after, orderBy: { field: ROLL }) { nodes { urn } pageInfo { endCursor } } }';
    const rolls = JSON.parse(
      Buffer.from((await graph.ask(byRoll)).data.schools.pageInfo.endCursor, 'base64url').toString(),
    );
    for (const roll of [1e300, 2 ** 31, 0.5, '1', null]) {
      expect(await codesOf(byRoll, { after: base64([rolls[0], roll, rolls[2]]) }), String(roll)).toEqual([
        'BAD_CURSOR',
      ]);
    }
    const today = Math.floor(Date.now() / 86_400_000);
    const positions = { schools: ['1', '', ''] };
    const feed = 'query ($since: String) { changes(since: $since, first: 1) { hasMore } }';
    expect(await codesOf(feed, { since: base64(['changes', today, positions]) })).toEqual([]);
    const made = [
      ['changes', today + 1000, positions],
      ['changes', 1e300, positions],
      ['changes', today + 0.5, positions],
      ['changes', -1, positions],
      ['changes', today, { schools: ['99999999999999999999', '', ''] }],
      ['changes', today, { schools: ['1', '\u0000', ''] }],
    ];
    for (const cursor of made)
      expect(await codesOf(feed, { since: base64(cursor) }), JSON.stringify(cursor)).toEqual(['BAD_CURSOR']);
  });

  it('that only the database finds is one all the same, and not logged', async () => {
    const { database } = graph.subgraph('schools');
    const logged: unknown[] = [];
    const refused = [
      "cast('0000-01-01' as date)",
      "cast('x' as int)",
      'cast(1e300 as int)',
      `cast('{"a":"\\u0000"}' as jsonb)`,
      "cast('2019-99-01' as date)",
    ];
    for (const expression of refused) {
      const error = await database.rows(sql.raw(`select ${expression}`)).catch((thrown: Error) => thrown);
      const told = presentable(new GraphQLError('', { originalError: error as Error }), 'schools', (hidden) =>
        logged.push(hidden),
      );
      expect(told.extensions['code'], expression).toBe('BAD_USER_INPUT');
      expect(told.message).not.toMatch(/select|cast/);
    }
    expect(logged).toEqual([]);
    const broken = await database.rows(sql`select * from nothing_of_this_name`).catch((thrown: Error) => thrown);
    const told = presentable(new GraphQLError('', { originalError: broken as Error }), 'schools', (hidden) =>
      logged.push(hidden),
    );
    expect([told.extensions['code'], logged]).toEqual(['INTERNAL_SERVER_ERROR', [broken]]);
  });

  it('in a text with a character that is none is told as such', async () => {
    expect(
      await codesOf('query ($hub: ID!) { schools(filter: { hub: [$hub] }) { totalCount } }', { hub: 'HUB\u0000' }),
    ).toEqual(['BAD_USER_INPUT']);
  });

  it('that Node finds before there is a request has the shape of every other', async () => {
    const { port } = new URL(graph.url);
    const answerTo = async (text: string) => {
      const socket = connect(Number(port), '127.0.0.1');
      socket.end(text);
      let answer = '';
      for await (const chunk of socket) answer += String(chunk);
      const [head = '', body = ''] = answer.split('\r\n\r\n');
      return [head.split('\r\n')[0], JSON.parse(body)];
    };
    const told = (code: string) => ({ errors: [{ message: expect.any(String), extensions: { code } }] });
    const large = `GET /graphql HTTP/1.1\r\nhost: localhost\r\nx-large: ${'x'.repeat(40_000)}\r\n\r\n`;
    expect(await answerTo(large)).toEqual(['HTTP/1.1 431 Request Header Fields Too Large', told('HEADERS_TOO_LARGE')]);
    expect(await answerTo('hello\r\n\r\n')).toEqual(['HTTP/1.1 400 Bad Request', told('BAD_REQUEST')]);
  });

  const JSON_TYPE = { 'content-type': 'application/json' };
  it.each([
    [
      'of an unknown media type',
      'POST',
      '/graphql',
      { 'content-type': 'application/yaml' },
      'query: x',
      415,
      'UNSUPPORTED_MEDIA_TYPE',
    ],
    ['of JSON that is none', 'POST', '/graphql', JSON_TYPE, '{"query": ', 400, 'BAD_REQUEST'],
    ['with an empty body', 'POST', '/graphql', JSON_TYPE, '', 400, 'BAD_REQUEST'],
    ['that is too large', 'POST', '/graphql', JSON_TYPE, 'x'.repeat(9 * 1024 * 1024), 413, 'PAYLOAD_TOO_LARGE'],
    [
      "whose hash is not its document's",
      'POST',
      '/graphql',
      JSON_TYPE,
      JSON.stringify({ query: '{ __typename }', extensions: { persistedQuery: { version: 1, sha256Hash: 'x' } } }),
      400,
      'BAD_REQUEST',
    ],
    ['by PUT', 'PUT', '/graphql', JSON_TYPE, '{}', 405, 'METHOD_NOT_ALLOWED'],
    ['by DELETE', 'DELETE', '/graphql?query={__typename}', {}, undefined, 405, 'METHOD_NOT_ALLOWED'],
    ['by GET where rows are posted', 'GET', '/submissions', {}, undefined, 405, 'METHOD_NOT_ALLOWED'],
    ['for an address that is none', 'GET', '/graph', {}, undefined, 404, 'NOT_FOUND'],
    ['for an address that cannot be read', 'GET', '/%zz', {}, undefined, 400, 'BAD_REQUEST'],
  ] as const)('in a request %s has the shape of every other', async (_, method, path, headers, body, status, code) => {
    const response = await request(`${new URL(graph.url).origin}${path}`, { method, headers, body });
    const answer = await response.body.json();
    expect([response.statusCode, answer]).toEqual([
      status,
      { errors: [{ message: expect.any(String), extensions: { code } }] },
    ]);
    if (status === 405) expect(response.headers['allow']).toContain('POST');
  });
});
