import { execFileSync } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { ANONYMOUS, EXPLORER, Graph, STAFF } from '../support/graph.ts';

const QUERY = '{ school(urn: "900374") { name outcomes(first: 1) { nodes { value } } } }';

describe('a plan', () => {
  let graph: Graph;
  beforeAll(async () => {
    graph = await Graph.start('demo');
  });
  afterAll(() => graph.stop());

  /** Asks for a plan beside the answer. */
  const planned = async (token: string) => {
    const authorization: Record<string, string> = token ? { authorization: `Bearer ${token}` } : {};
    const response = await fetch(graph.url, {
      method: 'POST',
      headers: { 'content-type': 'application/json', ...authorization },
      body: JSON.stringify({ query: QUERY, extensions: { plan: true } }),
    });
    return [response.status, await response.json()] as const;
  };

  it('is told to staff who ask for it, beside the answer', async () => {
    const [status, answer] = await planned(STAFF);
    expect([status, answer]).toMatchObject([
      200,
      {
        data: { school: { name: 'Nether Orrinmere Primary Academy' } },
        extensions: {
          plan: {
            levels: 2,
            fetches: [
              { subgraph: 'schools', level: 1, after: [] },
              { subgraph: 'outcomes', level: 2, after: [0], at: ['school__1'] },
            ],
          },
        },
      },
    ]);
    expect((await graph.ask(QUERY)).text).not.toContain('"plan"');
  });

  it.each([
    ['an explorer', EXPLORER],
    ['nobody', ANONYMOUS],
  ])('is not told to %s', async (_, token) => {
    expect(await planned(token)).toMatchObject([403, { errors: [{ extensions: { code: 'FORBIDDEN' } }] }]);
  });

  it('is printed by a command, which asks nobody', () => {
    const run = (...args: string[]) =>
      execFileSync('npm', ['run', '--silent', 'plan', '--', ...args], {
        cwd: fileURLToPath(new URL('../..', import.meta.url)),
        encoding: 'utf8',
        env: { ...process.env, DATABASE_URL: 'postgres://nobody@127.0.0.1:1/none' },
      });
    expect(run(QUERY)).toMatch(
      /^2 requests, 2 one after the other\n\n0\. schools \(level 1\)\n[^]*\n1\. outcomes \(level 2; after 0; for school__1\)/,
    );
    expect(JSON.parse(run(QUERY, '--json'))).toMatchObject({ levels: 2 });
    expect(() => run('{ nothing }')).toThrow(/Cannot query field "nothing"/);
  });
});

describe('a mistake of the client', () => {
  let graph: Graph;
  beforeAll(async () => {
    graph = await Graph.start('demo');
  });
  afterAll(() => graph.stop());

  it.each([
    ['query ($n: Int) { schools(first: $n) { nodes { urn } } }', { n: 'abc' }, 'Variable "$n" got invalid value "abc"'],
    ['query ($n: Int) { schools(first: $n) { nodes { urn } } }', { n: 1.5 }, 'Variable "$n" got invalid value 1.5'],
    [
      'query ($p: [Phase!]) { schools(filter: { phase: $p }) { totalCount } }',
      { p: [null] },
      '"$p" got invalid value null',
    ],
    [
      'query ($p: [Phase!]) { schools(filter: { phase: $p }) { totalCount } }',
      { p: ['FOO'] },
      '"$p" got invalid value "FOO"',
    ],
    ['query ($u: URN!) { school(urn: $u) { name } }', {}, 'Variable "$u" of required type "URN!" was not provided'],
  ])('in a variable is told with its name and value: %s %j', async (query, variables, message) => {
    const { status, errors } = await graph.ask(query, variables, ANONYMOUS);
    expect([status, errors![0]!.message]).toEqual([400, expect.stringContaining(message)]);
    expect(errors![0]!.extensions!['code']).toBe('BAD_USER_INPUT');
  });

  it('about which operation is meant is told with the names that there are', async () => {
    const query = 'query A { network { schools } } query B { __typename }';
    const { status, errors } = await graph.ask(query);
    expect([status, errors]).toMatchObject([400, [{ extensions: { code: 'OPERATION_RESOLUTION_FAILURE' } }]]);
    expect(errors![0]!.message).toContain('"A", "B"');
    expect((await graph.ask('fragment F on School { name }')).status).toBe(400);
    expect(graph.logged).toEqual([]);
  });
});
