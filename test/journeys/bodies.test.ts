import { monitorEventLoopDelay } from 'node:perf_hooks';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { structureProblem } from '../../gateway/http/jsonBody.ts';
import { ANONYMOUS, Graph, STAFF } from '../support/graph.ts';

describe('a body of JSON', () => {
  let graph: Graph;
  beforeAll(async () => {
    graph = await Graph.start('empty');
  });
  afterAll(async () => {
    expect(graph.logged).toEqual([]);
    await graph.stop();
  });

  const post = async (path: string, body: string, token = ANONYMOUS) => {
    const response = await fetch(new URL(path, graph.url), {
      method: 'POST',
      headers: { 'content-type': 'application/json', ...(token ? { authorization: `Bearer ${token}` } : {}) },
      body,
    });
    return { status: response.status, ...((await response.json()) as object) };
  };
  const nested = (depth: number) =>
    `{"query":"query ($a: String) { schools(filter: { search: $a }) { totalCount } }","variables":{"a":${'['.repeat(depth)}${']'.repeat(depth)}}}`;

  it('that nests lists is refused before it is parsed, wherever it comes', async () => {
    const delay = monitorEventLoopDelay({ resolution: 5 });
    delay.enable();
    for (const path of ['/graphql', '/export']) {
      for (const depth of [60, 5_000, 400_000]) {
        expect(await post(path, nested(depth))).toMatchObject({
          status: 400,
          errors: [{ message: expect.stringContaining('50 deep'), extensions: { code: 'BAD_USER_INPUT' } }],
        });
      }
    }
    delay.disable();
    expect(delay.max / 1e6).toBeLessThan(1_000);
    const url = new URL(graph.url);
    url.search = new URLSearchParams({ query: '{ __typename }', variables: '['.repeat(5_000) }).toString();
    const response = await fetch(url, { headers: { 'apollo-require-preflight': '1' } });
    expect([
      response.status,
      ((await response.json()) as { errors: { message: string }[] }).errors[0]!.message,
    ]).toEqual([400, expect.stringContaining('50 deep')]);
  });

  it('that holds too much is refused: a megabyte of somebody unknown, a million items of anybody', async () => {
    const large = JSON.stringify({ query: '{ __typename }', variables: { a: 'x'.repeat(2_000_000) } });
    expect(await post('/graphql', large)).toMatchObject({
      status: 413,
      errors: [{ extensions: { code: 'BAD_USER_INPUT' } }],
    });
    expect(await post('/graphql', large, STAFF)).toMatchObject({ status: 200 });
    expect(
      await post('/graphql', `{"query":"{ __typename }","variables":{"a":[0${',0'.repeat(1_000_000)}]}}`, STAFF),
    ).toMatchObject({ status: 400, errors: [{ message: expect.stringContaining('items') }] });
    expect(await post('/graphql', '{"query": ')).toMatchObject({
      status: 400,
      errors: [{ message: expect.stringContaining('not JSON') }],
    });
  });

  it('has no text that cannot be stored, in variables or in the operation', async () => {
    const query = 'query ($text: String!) { schools(filter: { search: $text }) { totalCount } }';
    for (const bad of ['a\u0000', '\ud800', '\udc00a']) {
      expect(await post('/graphql', JSON.stringify({ query, variables: { text: bad } }))).toMatchObject({
        status: 400,
        errors: [{ message: expect.stringContaining('`$text`'), extensions: { code: 'BAD_USER_INPUT' } }],
      });
      expect(
        await post('/graphql', JSON.stringify({ query: `{ measure(code: ${JSON.stringify(bad)}) { code } }` })),
      ).toMatchObject({ status: 400 });
    }
    const nested = {
      query: 'query ($filter: SchoolFilter) { schools(filter: $filter) { totalCount } }',
      variables: { filter: { trust: ['90001', '\0'] } },
    };
    expect(await post('/graphql', JSON.stringify(nested))).toMatchObject({
      status: 400,
      errors: [{ message: expect.stringContaining('`$filter`') }],
    });
    expect(
      await post('/graphql', JSON.stringify({ query: '{ schools(filter: { search: "😀" }) { totalCount } }' })),
    ).toMatchObject({ status: 200 });
  });

  it('may have brackets in its texts', () => {
    expect(structureProblem(JSON.stringify({ text: `${'['.repeat(1_000)}"\\"${'{'.repeat(1_000)}\\` }))).toBeNull();
    expect(structureProblem('"never closed [[['.repeat(3))).toBeNull();
    expect(structureProblem('['.repeat(51))).toContain('50 deep');
    expect(structureProblem('[[]],'.repeat(100))).toBeNull();
  });
});
