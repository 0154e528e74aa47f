import { parse } from 'graphql';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { NOBODY } from '../../subgraphs/kit/caller.ts';
import { federation } from '../support/federation.ts';
import { serveHere, type Served } from '../support/serve.ts';

type Row = Record<string, unknown>;
const shelf = {
  books: {
    sdl: `
      type Query { books: [Book!]! echo(of: String = "nothing", in: In): String }
      type Book @key(fields: "id") { id: ID! title: String }
      input In { of: String = "nothing", list: [String] }
    `,
    resolvers: {
      Query: { books: () => [{ id: '1', title: 'One' }], echo: (_: unknown, args: Row) => JSON.stringify(args) },
    },
  },
  notes: {
    sdl: 'type Book @key(fields: "id") { id: ID! note(of: String = "nothing"): String again: Book }',
    resolvers: {
      Book: { note: ({ id }: Row, { of }: Row) => `${String(id)} ${String(of)}`, again: () => ({ id: '1' }) },
    },
  },
  strict: { sdl: 'type Book @key(fields: "id") { id: ID! must: String! }', resolvers: { Book: { must: () => null } } },
};

/** Names that objects of JavaScript have, or that look as if they meant something. */
const INHERITED = [
  'constructor',
  'toString',
  'hasOwnProperty',
  '__defineGetter__',
  'valueOf',
  'isPrototypeOf',
  'then',
  'length',
  'prototype',
];
const NAMES = [...INHERITED, '__proto__'];

const { gateway, ask } = await federation(shelf);
let app: Served;
beforeAll(async () => {
  app = await serveHere({
    gateway,
    identify: async () => NOBODY,
  });
});
afterAll(() => app.close());

/** Asks over HTTP; the variables are JSON as it is sent, since an object of JavaScript loses some names. */
async function get(query: string, variables = '{}') {
  const search = new URLSearchParams({ query, variables });
  const response = await fetch(`${app.url}?${search}`, {
    headers: { 'apollo-require-preflight': 'yes' },
  });
  return { status: response.status, text: await response.text() };
}
const parsed = ({ text }: { text: string }) =>
  JSON.parse(text) as { data?: Row; errors?: { message: string; extensions: Row }[] };

describe.each(NAMES)('somebody who calls something %s', (name) => {
  it('gets a field of that alias', async () => {
    const { status, text } = await get(`{ ${name}: books { ${name}: note(of: "x") title } }`);
    expect([status, text.trim()]).toEqual([200, `{"data":{"${name}":[{"${name}":"1 x","title":"One"}]}}`]);
  });

  it('gets what a fragment or an operation of that name asks for', async () => {
    const { text } = await get(`query ${name} { books { ...${name} } } fragment ${name} on Book { note }`);
    expect(text.trim()).toBe('{"data":{"books":[{"note":"1 nothing"}]}}');
  });

  it('is told that there is no such argument, field or type', async () => {
    for (const query of [
      `{ echo(${name}: 1) }`,
      `{ echo(in: { ${name}: 1 }) }`,
      `{ ${name} }`,
      `{ books { ... on ${name} { id } } }`,
    ]) {
      const answer = await get(query);
      expect([query, answer.status]).toEqual([query, 400]);
      expect(parsed(answer).errors![0]!.extensions['code']).toBe('GRAPHQL_VALIDATION_FAILED');
    }
    const sent = await get('query ($in: In) { echo(in: $in) }', `{"in":{"${name}":"x"}}`);
    expect([sent.status, parsed(sent).errors![0]!.extensions['code']]).toEqual([400, 'BAD_USER_INPUT']);
  });
});

describe.each(INHERITED)('a variable with the name %s', (name) => {
  const query = `query ($${name}: String) { echo(of: $${name}, in: { of: $${name}, list: [$${name}] }) books { note(of: $${name}) } }`;

  it('has the value that is sent', async () => {
    const { data } = parsed(await get(query, `{"${name}":"v"}`));
    expect(data).toEqual({ echo: '{"of":"v","in":{"of":"v","list":["v"]}}', books: [{ note: '1 v' }] });
  });

  it('has its default, or none, where nothing is sent', async () => {
    const { data } = parsed(await get(query.replace(': String', ': String = "own"')));
    expect(data).toEqual({ echo: '{"of":"own","in":{"of":"own","list":["own"]}}', books: [{ note: '1 own' }] });
    const left = parsed(await get(`query ($${name}: String) { echo(of: $${name}) books { note(of: $${name}) } }`));
    expect(left.data).toEqual({ echo: '{"of":"nothing"}', books: [{ note: '1 nothing' }] });
  });

  it('decides about fields', async () => {
    const conditional = `query ($${name}: Boolean = true) { books { title @skip(if: $${name}) note @include(if: $${name}) } }`;
    expect(parsed(await get(conditional)).data).toEqual({ books: [{ note: '1 nothing' }] });
    expect(parsed(await get(conditional, `{"${name}":false}`)).data).toEqual({ books: [{ title: 'One' }] });
  });
});

it('refuses a variable named __proto__, which would get lost', async () => {
  for (const query of [
    'query ($__proto__: String!) { echo(of: $__proto__) }',
    'query ($__proto__: String = "own") { echo(of: $__proto__) }',
    'query ($__proto__: Boolean!) { books { id @include(if: $__proto__) } }',
    'query ($a: String, $__proto__: String) { echo(of: $a, in: { of: $__proto__ }) }',
  ]) {
    for (const variables of ['{}', '{"__proto__":"x"}', '{"__proto__":{}}']) {
      const answer = await get(query, variables);
      expect(answer.status, query).toBe(400);
      expect(parsed(answer).errors, query).toEqual([
        expect.objectContaining({
          message: 'A variable cannot be named "__proto__": give it another name.',
          extensions: { code: 'BAD_USER_INPUT' },
        }),
      ]);
    }
  }
});

it('adds what comes later to no object but those of the answer', async () => {
  const query = '{ books { title ... @defer { must __proto__: again { ... @defer { title note } } } } }';
  const { rest } = await gateway.engine.executeIncrementally({ document: parse(query), context: {} });
  for await (const parts of rest!) expect(parts.length).toBeLessThan(2);
  expect([({} as Row)['title'], ({} as Row)['note']]).toEqual([undefined, undefined]);
});

it('gives what comes later of a field that is called __proto__', async () => {
  const query = '{ books { title ... @defer { __proto__: again { id ... @defer { note } } } } }';
  const { first, rest } = await gateway.engine.executeIncrementally({ document: parse(query), context: {} });
  const later: unknown[] = [];
  for await (const parts of rest!) later.push(...parts);
  expect(first).toEqual({ data: { books: [{ title: 'One' }] } });
  expect(JSON.stringify(later)).toBe(
    '[{"path":["books",0],"data":{"__proto__":{"id":"1"}}},{"path":["books",0,"__proto__"],"data":{"note":"1 nothing"}}]',
  );
});

it('refuses kinds of operations that the graph does not have', async () => {
  const { errors } = await ask('mutation { add }');
  expect(errors).toMatchObject([{ message: 'The schema has no mutations.', extensions: { code: 'BAD_USER_INPUT' } }]);
});
