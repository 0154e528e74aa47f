import { once } from 'node:events';
import { createServer, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { buildSubgraphSchema } from '@apollo/subgraph';
import { composeServices } from '@theguild/federation-composition';
import { execute, getOperationAST, parse, type ExecutionResult } from 'graphql';
import { afterEach, describe, expect, it } from 'vitest';
import { Random } from '../../gateway/demo/random.ts';
import { federationGateway, type Transport } from '../../gateway/federation/supergraph.ts';
import { httpTransport } from '../../gateway/federation/transport/http.ts';
import type { SubgraphRequest } from '../../subgraphs/kit/subgraph.ts';
import type { Result } from '../support/federation.ts';
import { scaled } from '../support/time.ts';

const LINK = 'extend schema @link(url: "https://specs.apollo.dev/federation/v2.7", import: ["@key"])\n';

/** Two subgraphs: one knows what is on the shelves, the other what a reader wants to know of it. */
const SDL = {
  shelf: `${LINK}
    type Query {
      book: Book
      sure: Book!
      books: [Book!]!
      maybe: [Book]
      items: [Item!]
      things: [Thing]
      count: Int
      total: Int!
      grid: [[Int!]]
      cover: Cover
      note: String
      constructor: Box
    }
    interface Item { id: ID! title: String! }
    union Thing = Book | Film | Box
    type Book implements Item @key(fields: "id") { id: ID! title: String! }
    type Film implements Item @key(fields: "id") { id: ID! title: String! }
    type Box { size: Int toString: String }
    type Shut { size: Int }
    enum Cover { HARD SOFT }`,
  desk: `${LINK}
    type Book @key(fields: "id") {
      id: ID!
      note: String
      must: String!
      tags: [String!]
      author: Author
      bound: Cover
      valueOf: Author
    }
    type Film @key(fields: "id") { id: ID! minutes: Int! note: String }
    type Author { name: String! born: Int }
    enum Cover { HARD SOFT }`,
};

type Named = { id: string };
const book = (id: string) => ({ __typename: 'Book', id, title: `Book ${id}` });
const film = (id: string) => ({ __typename: 'Film', id, title: `Film ${id}` });
const SCHEMAS = {
  shelf: buildSubgraphSchema([
    {
      typeDefs: parse(SDL.shelf),
      resolvers: {
        Query: {
          book: () => book('1'),
          sure: () => book('2'),
          books: () => [book('1'), book('2'), book('3')],
          maybe: () => [book('2'), book('3')],
          items: () => [book('1'), film('1'), book('2'), film('2')],
          things: () => [film('2'), { __typename: 'Box', size: 4, toString: null }, book('3')],
          count: () => 3,
          total: () => 5,
          grid: () => [[1, 2], [3]],
          cover: () => 'HARD',
          note: () => 'of the shelf',
          constructor: () => ({ size: 9, toString: 'a box' }),
        },
      },
    },
  ]),
  desk: buildSubgraphSchema([
    {
      typeDefs: parse(SDL.desk),
      resolvers: {
        Book: {
          __resolveReference: ({ id }: Named) => ({ id }),
          note: ({ id }: Named) => `note ${id}`,
          must: ({ id }: Named) => `must ${id}`,
          tags: ({ id }: Named) => [`a${id}`, `b${id}`],
          author: ({ id }: Named) => ({ name: `author ${id}`, born: 1900 + id.length }),
          bound: () => 'SOFT',
          valueOf: ({ id }: Named) => ({ name: `value ${id}`, born: null }),
        },
        Film: {
          __resolveReference: ({ id }: Named) => ({ id }),
          minutes: ({ id }: Named) => 90 + id.length,
          note: () => null,
        },
      },
    },
  ]),
};

const { supergraphSdl: SUPERGRAPH } = composeServices(
  Object.entries(SDL).map(([name, sdl]) => ({ name, url: `http://${name}`, typeDefs: parse(sdl) })),
);

type Subgraph = keyof typeof SDL;
type Change = (right: Result, request: SubgraphRequest) => unknown;
type Changes = Partial<Record<Subgraph, Change>>;

/** What a subgraph answers if nothing is wrong with it, as over HTTP. */
async function right(subgraph: string, { document, variables }: SubgraphRequest): Promise<Result> {
  const schema = SCHEMAS[subgraph as Subgraph];
  return copy(await execute({ schema, document, variableValues: variables, contextValue: {} })) as Result;
}

const copy = (value: unknown): unknown => JSON.parse(JSON.stringify(value));

async function asking(transport: Transport) {
  const { executor } = await (await federationGateway(SUPERGRAPH!, transport)).load({} as never);
  return async (query: string): Promise<Result> => {
    const document = parse(query);
    const operation = getOperationAST(document);
    const result = await executor!({ document, operation, request: {}, context: {} } as never);
    return copy(result) as Result;
  };
}

/** Subgraphs whose right answers are changed on their way. */
let changes: Changes = {};
afterEach(() => {
  changes = {};
});
const ask = await asking(async (subgraph, request) => {
  const result = await right(subgraph, request);
  const change = changes[subgraph as Subgraph];
  try {
    return (change ? change(result, request) : result) as ExecutionResult;
  } catch (error) {
    // The gateway would take it for the subgraph's failure.
    mistakes.push(error);
    throw error;
  }
});
const mistakes: unknown[] = [];

/** Asks while subgraphs answer in odd ways; whatever they do, errors are as they should be. */
async function oddly(query: string, odd: Changes): Promise<Result> {
  changes = odd;
  const answer = await ask(query);
  expect(mistakes).toEqual([]);
  expectSound(answer);
  return answer;
}

/** Every error says whose it is, has a code, and lies at a place that the answer has; nothing of a server's inside. */
function expectSound({ data, errors }: Result): void {
  for (const { message, path, extensions } of errors ?? []) {
    expect(message.length).toBeGreaterThan(3);
    expect(extensions['serviceName']).toMatch(/^(shelf|desk|shelf, desk|desk, shelf)$/);
    expect(extensions['code']).toMatch(/^[A-Z_]+$/);
    expect(extensions['code']).not.toMatch(/INTERNAL/);
    expect(Object.keys(extensions)).not.toEqual(
      expect.arrayContaining([expect.stringMatching(/stacktrace|exception|http/)]),
    );
    let value: unknown = data;
    for (const step of path ?? []) {
      // What is null ends the answer, and a path may say which field below made it so.
      if (value === null) {
        expect(typeof step === 'string' ? step : Number.isInteger(step), JSON.stringify(path)).toBeTruthy();
        break;
      }
      const holds = Array.isArray(value)
        ? Number.isInteger(step) && Number(step) in value
        : Object.hasOwn(value as object, step);
      expect([step, holds], `${message} ${JSON.stringify(path)}`.slice(0, 300)).toEqual([step, true]);
      value = (value as Record<string | number, unknown>)[step];
    }
  }
}

/** What an error is to be like. */
const told = (serviceName: Subgraph, path: unknown, message: string = '') =>
  expect.objectContaining({
    path,
    message: expect.stringContaining(message),
    extensions: expect.objectContaining({ serviceName }),
  });

const entities =
  (change: (entities: Record<string, unknown>[]) => unknown): Change =>
  (answer) => ({
    data: { ...answer.data, _entities: change(answer.data['_entities']) },
  });

describe('a subgraph that was asked for entities', () => {
  const QUERY = '{ books { id note } }';
  const without = [1, 2, 3].map((id) => ({ id: `${id}`, note: null }));

  it.each([
    ['none', entities(() => []), 'answered none of 3 entities'],
    ['null', entities(() => null), 'answered none of 3 entities'],
    ['an object in their place', entities((all) => ({ ...all })), 'answered none of 3 entities'],
    ['a text in their place', entities(() => 'abc'), 'answered none of 3 entities'],
    ['a number in their place', entities(() => 3), 'answered none of 3 entities'],
    ['nothing', () => ({ data: {} }), 'answered none of 3 entities'],
    [
      'them under another name',
      (answer: Result) => ({ data: { entities: answer.data['_entities'] } }),
      'answered none of',
    ],
  ])("and answers %s: nobody gets another's data, and an error says why", async (_, desk, message) => {
    const { data, errors } = await oddly(QUERY, { desk });
    expect(data).toEqual({ books: without });
    expect(errors).toEqual([told('desk', ['books', 0, 'note'], message)]);
  });

  it('and answers fewer or more than asked for: they are taken in their order, and an error says so', async () => {
    const fewer = await oddly(QUERY, { desk: entities((all) => all.slice(0, 2)) });
    expect(fewer.data.books.map(({ note }: { note: string }) => note)).toEqual(['note 1', 'note 2', null]);
    expect(fewer.errors).toEqual([told('desk', ['books', 2, 'note'], 'answered 2 of 3 entities')]);
    const more = await oddly(QUERY, { desk: entities((all) => [...all, all[0]]) });
    expect(more.data.books.map(({ note }: { note: string }) => note)).toEqual(['note 1', 'note 2', 'note 3']);
    expect(more.errors).toEqual([told('desk', ['books', 0, 'note'], 'answered 4 of 3 entities')]);
  });

  it('and answers null for one of them: it is gone, which is no error', async () => {
    const { data, errors } = await oddly(QUERY, { desk: entities(([one, , three]) => [one, null, three]) });
    expect(errors).toBeUndefined();
    expect(data.books.map(({ note }: { note: string }) => note)).toEqual(['note 1', null, 'note 3']);
  });

  it.each([
    ['a number', 7],
    ['a text', 'Book'],
    ['a list', [{ note: 'in a list' }]],
    ['true', true],
  ])('and answers %s in the place of one: the others are right, and an error says so', async (_, odd) => {
    const { data, errors } = await oddly(QUERY, { desk: entities(([one, , three]) => [one, odd, three]) });
    expect(data.books.map(({ note }: { note: string }) => note)).toEqual(['note 1', null, 'note 3']);
    expect(errors).toEqual([told('desk', ['books', 1, 'note'])]);
  });

  it('and calls them something else: they are what they were', async () => {
    for (const __typename of ['Nothing', 'Box', 'Film', 'Query', '', 5, null, {}]) {
      const { data, errors } = await oddly(QUERY, {
        desk: entities((all) => all.map((each) => ({ __typename, ...each }))),
      });
      expect([data, errors]).toEqual([
        { books: [1, 2, 3].map((id) => ({ id: `${id}`, note: `note ${id}` })) },
        undefined,
      ]);
    }
  });

  it('and gives null where there must be something: no more than must be is null, and an error says so', async () => {
    const desk = entities((all) => all.map((each) => (each['must'] === 'must 2' ? { ...each, must: null } : each)));
    const { data, errors } = await oddly('{ maybe { id must } book { must } }', { desk });
    expect(data).toEqual({ maybe: [null, { id: '3', must: 'must 3' }], book: { must: 'must 1' } });
    expect(errors).toEqual([
      told('desk', ['maybe', 0, 'must'], 'Cannot return null for non-nullable field Book.must.'),
    ]);
    const sure = await oddly('{ count sure { must } }', { desk });
    expect(sure.data).toBeNull();
    expect(sure.errors).toEqual([told('desk', ['sure', 'must'])]);
  });

  it('and gives null in a list of what must be something', async () => {
    const desk = entities((all) => all.map((each) => ({ ...each, tags: ['a', null] })));
    const { data, errors } = await oddly('{ book { id tags } }', { desk });
    expect(data).toEqual({ book: { id: '1', tags: null } });
    expect(errors).toEqual([told('desk', ['book', 'tags', 1], 'Book.tags')]);
  });

  it.each([
    ['tags', 7, '{ book { tags } }'],
    ['tags', 'ab', '{ book { tags } }'],
    ['tags', { 0: 'a', length: 1 }, '{ book { tags } }'],
    ['note', { text: 'a' }, '{ book { note } }'],
    ['note', ['a'], '{ book { note } }'],
    ['note', 4, '{ book { note } }'],
    ['author', [{ name: 'a' }], '{ book { author { name } } }'],
    ['author', 'a', '{ book { author { name } } }'],
    ['author', 0, '{ book { author { name } } }'],
    ['author', 5, '{ book { author { __proto__: name } } }'],
    ['bound', { HARD: true }, '{ book { bound } }'],
    ['bound', ['HARD'], '{ book { bound } }'],
    ['bound', 'LEATHER', '{ book { bound } }'],
    ['bound', 1, '{ book { bound } }'],
  ])('and gives as %s the value %j: it is null, and an error says so', async (field, value, query) => {
    const { data, errors } = await oddly(query, {
      desk: entities((all) => all.map((each) => ({ ...each, [field]: value }))),
    });
    expect(data).toEqual({ book: { [field]: null } });
    expect(errors).toEqual([told('desk', ['book', field], `Book.${field}`)]);
  });

  it('and leaves out a field whose name every object of JavaScript has: it is null', async () => {
    // Such names are asked for under others.
    const complete = await oddly('{ book { valueOf { name } } constructor { size toString } }', {});
    expect(complete).toEqual({
      data: { book: { valueOf: { name: 'value 1' } }, constructor: { size: 9, toString: 'a box' } },
    });
    const empty = await oddly('{ book { valueOf { name } } constructor { size toString } }', {
      desk: entities(() => [{}]),
      shelf: ({ data }) => ({
        data: Object.fromEntries(Object.keys(data).map((key) => [key, key === 'book' ? data[key] : {}])),
      }),
    });
    expect(empty).toEqual({ data: { book: { valueOf: null }, constructor: { size: null, toString: null } } });
    const nothing = await oddly('{ constructor { size } }', { shelf: () => ({ data: {} }) });
    expect(Object.entries(nothing.data)).toEqual([['constructor', null]]);
  });
});

describe('a subgraph that was asked for root fields', () => {
  it('and calls an object what cannot be there: it is null, and an error says what it was', async () => {
    for (const __typename of ['Nothing', 'Box', 'Shut', 'Query', 'Cover', 'Item_', '__proto__', 'constructor', '']) {
      const shelf: Change = ({ data }) => ({
        data: { items: data.items.map((item: Named, index: number) => (index === 1 ? { ...item, __typename } : item)) },
      });
      const { data, errors } = await oddly('{ items { __typename title } }', { shelf });
      expect(data, __typename).toEqual({ items: null });
      expect(errors).toEqual([told('shelf', ['items', 1], __typename)]);
      const things = await oddly('{ things { ... on Film { title } ... on Box { size } } }', {
        shelf: () => ({
          data: {
            things: [
              { __typename: 'Film', title: 'F' },
              { __typename: `${__typename}s`, size: 3 },
            ],
          },
        }),
      });
      expect(things.data).toEqual({ things: [{ title: 'F' }, null] });
      expect(things.errors).toEqual([told('shelf', ['things', 1], `${__typename}s`)]);
    }
  });

  it('and calls a film a book: it is asked for as a book, and gets nothing of the film', async () => {
    const shelf: Change = ({ data }) => ({ data: { items: [{ ...data.items[1], __typename: 'Book', id: 'x' }] } });
    const { data, errors } = await oddly('{ items { __typename id ... on Book { note } ... on Film { minutes } } }', {
      shelf,
    });
    expect([data, errors]).toEqual([{ items: [{ __typename: 'Book', id: 'x', note: 'note x' }] }, undefined]);
  });

  it('and does not say what an object is: it is null, and an error says so', async () => {
    for (const __typename of [undefined, null, 5, ['Book'], {}]) {
      const shelf: Change = ({ data }) => ({ data: { things: [{ ...data.things[0], __typename }, data.things[1]] } });
      const { data, errors } = await oddly('{ things { ... on Film { title } ... on Box { size } } }', { shelf });
      expect(data).toEqual({ things: [null, { size: 4 }] });
      expect(errors).toEqual([told('shelf', ['things', 0])]);
      const item = await oddly('{ items { id ... on Book { title } } }', {
        shelf: () => ({ data: { items: [{ id: '1', __typename }] } }),
      });
      expect(item.data).toEqual({ items: null });
      expect(item.errors).toEqual([told('shelf', ['items', 0], 'could not be found out')]);
    }
  });

  it('and gives null where there must be something', async () => {
    const root = await oddly('{ count total }', { shelf: () => ({ data: { count: 1, total: null } }) });
    expect(root.data).toBeNull();
    expect(root.errors).toEqual([told('shelf', ['total'], 'Cannot return null for non-nullable field Query.total.')]);
    const item = await oddly('{ books { id } }', { shelf: () => ({ data: { books: [{ id: '1' }, null] } }) });
    expect(item.data).toBeNull();
    expect(item.errors).toEqual([told('shelf', ['books', 1])]);
    const inner = await oddly('{ grid count }', { shelf: () => ({ data: { grid: [[1, null], [3]], count: 2 } }) });
    expect(inner.data).toEqual({ grid: [null, [3]], count: 2 });
    expect(inner.errors).toEqual([told('shelf', ['grid', 0, 1])]);
  });

  it.each([
    ['{ count }', { count: {} }, { count: null }, ['count']],
    ['{ count }', { count: 1.5 }, { count: null }, ['count']],
    ['{ count }', { count: '3' }, { count: null }, ['count']],
    ['{ grid }', { grid: 5 }, { grid: null }, ['grid']],
    ['{ grid }', { grid: [5, [1]] }, { grid: [null, [1]] }, ['grid', 0]],
    ['{ grid }', { grid: [[[1]], [1]] }, { grid: [null, [1]] }, ['grid', 0, 0]],
    ['{ book { id } }', { book: [{ id: '1' }] }, { book: null }, ['book']],
    ['{ book { id } }', { book: 'Book' }, { book: null }, ['book']],
    ['{ book { id } }', { book: { id: { id: 1 } } }, { book: null }, ['book', 'id']],
    ['{ maybe { id } }', { maybe: { id: '1' } }, { maybe: null }, ['maybe']],
    ['{ maybe { id } }', { maybe: [7, { id: '1' }] }, { maybe: [null, { id: '1' }] }, ['maybe', 0]],
    ['{ cover }', { cover: 'LEATHER' }, { cover: null }, ['cover']],
    ['{ cover }', { cover: {} }, { cover: null }, ['cover']],
  ])('%s and answers %j: null with an error there', async (query, data, expected, path) => {
    const answer = await oddly(query, { shelf: () => ({ data }) });
    expect(answer.data).toEqual(expected);
    expect(answer.errors).toEqual([told('shelf', path)]);
  });

  it.each([
    ['null without errors', { data: null }],
    ['null with no errors in a list', { data: null, errors: [] }],
    ['a list', { data: [1] }],
    ['a number', { data: 5 }],
    ['a text', { data: 'data' }],
    ['nothing at all', {}],
    ['an object of another kind', { message: 'I am a teapot' }],
  ])('and answers with %s: an error says so', async (_, answer) => {
    for (const [query, expected, subgraph] of [
      ['{ count book { id } }', { count: null, book: null }, 'shelf'],
      ['{ book { id note } }', { book: { id: '1', note: null } }, 'desk'],
    ] as const) {
      const { data, errors } = await oddly(query, { [subgraph]: () => answer });
      expect(data).toEqual(expected);
      expect(errors!.length).toBeGreaterThan(0);
      for (const error of errors!) expect(error.extensions['serviceName']).toBe(subgraph);
    }
  });

  it('and puts more into its answer than it was asked for: that is not passed on, and does no harm', async () => {
    const more =
      '{"data":{"book":{"id":"1","title":"T","__proto__":{"polluted":1},"constructor":{"prototype":{"polluted":2}},' +
      '"extra":[1]},"__proto__":{"polluted":3},"extra":{}},"extensions":{"x":1},"more":2}';
    const { data, errors } = await oddly('{ book { id title note } }', { shelf: () => JSON.parse(more) });
    expect(errors).toBeUndefined();
    expect(JSON.stringify(data)).toBe('{"book":{"id":"1","title":"T","note":"note 1"}}');
    expect(({} as { polluted?: number }).polluted).toBeUndefined();
  });

  it('and answers lists in lists without end: an error says so, and the next is answered', async () => {
    const deep = (depth: number) => JSON.parse(`${'['.repeat(depth)}${']'.repeat(depth)}`) as unknown;
    for (const depth of [50, 5_000, 200_000]) {
      for (const field of ['book', 'maybe']) {
        const place = await oddly(`{ ${field} { id note } }`, { shelf: () => ({ data: { [field]: deep(depth) } }) });
        expect(place.data[field] === null || Array.isArray(place.data[field])).toBe(true);
        expect(place.errors!.length).toBeGreaterThan(0);
      }
      const key = await oddly('{ book { note } }', {
        shelf: () => ({ data: { book: { id: deep(depth) } } }),
        desk: () => ({ data: { _entities: [null] } }),
      });
      expect(key.data).toEqual({ book: { note: null } });
      const entity = await oddly('{ book { id note author { name } } }', { desk: entities(() => [deep(depth)]) });
      expect(entity.data).toEqual({ book: { id: '1', note: null, author: null } });
    }
    expect(await oddly('{ count }', {})).toEqual({ data: { count: 3 } });
  });
});

describe('the errors of a subgraph', () => {
  const failing = (errors: unknown, data: unknown = { book: null }): Changes => ({ shelf: () => ({ data, errors }) });

  it.each([
    ['no path', {}, ['book']],
    ['path null', { path: null }, ['book']],
    ['a path that is a text', { path: 'book' }, ['book']],
    ['a path that is an object', { path: { 0: 'book' } }, ['book']],
    ['a path to nowhere', { path: ['nowhere', 0, 'at', 'all'] }, ['book']],
    ['a path to a field that was not asked for', { path: ['book', 'note'] }, ['book']],
    ['an index where a name belongs', { path: [0, 'book'] }, ['book']],
    ['objects in its path', { path: [{ book: 1 }, 'book', null, 'title'] }, ['book', 'title']],
    ['a path through a leaf', { path: ['book', 'title', 'length', 0] }, ['book', 'title']],
    ['a path below what an object is', { path: ['book', '__typename', 'x', 4] }, ['book', '__typename']],
    ['a path of inherited names', { path: ['book', 'constructor', 'prototype'] }, ['book']],
    ['a very long path', { path: ['book', ...Array.from({ length: 10_000 }, () => 'title')] }, ['book', 'title']],
    [
      'a very long path of indexes',
      { path: ['book', ...Array.from({ length: 10_000 }, (_, index) => index)] },
      ['book'],
    ],
    ['the path of a request for entities', { path: ['_entities', 0, 'title'] }, ['book']],
    ['a mark of a list in its path', { path: ['book', '@', 'title'] }, ['book']],
    ['such a mark first', { path: ['@', 'book'] }, ['book']],
  ])('with %s are told as far down as the answer goes', async (_, error, path) => {
    const { data, errors } = await oddly('{ book { title __typename } }', failing([{ message: 'no luck', ...error }]));
    expect(data).toEqual({ book: null });
    expect(errors).toEqual([told('shelf', path, 'no luck')]);
  });

  it.each([
    [
      ['books', 1, 'title'],
      ['books', 1, 'title'],
    ],
    [['books', 'title'], ['books']],
    [['books', '1', 'title'], ['books']],
    [['books', 7, 'title'], ['books']],
    [['books', -1, 'title'], ['books']],
    [['books', 0.5, 'title'], ['books']],
    [
      ['books', 0, 0, 'title'],
      ['books', 0],
    ],
    [
      ['grid', 0, 1, 2],
      ['grid', 0, 1],
    ],
    [
      ['grid', 0, 9],
      ['grid', 0],
    ],
    [['grid', 'length'], ['grid']],
  ])('at %j of lists are told at %j', async (path, expected) => {
    const { data, errors } = await oddly('{ books { title } grid }', {
      shelf: (answer) => ({ ...answer, errors: [{ message: 'no luck', path }] }),
    });
    expect(data).toEqual({ books: [1, 2, 3].map((id) => ({ title: `Book ${id}` })), grid: [[1, 2], [3]] });
    expect(errors).toEqual([told('shelf', expected, 'no luck')]);
  });

  it.each([
    [
      ['_entities', 1, 'note'],
      ['books', 1, 'note'],
    ],
    [
      ['_entities', 1],
      ['books', 1],
    ],
    [
      ['_entities', 1, 'author', 'name', 'x'],
      ['books', 1],
    ],
    [
      ['_entities', 1, 'tags', 1],
      ['books', 1, 'tags', 1],
    ],
    [
      ['_entities', 1, 'tags', 9],
      ['books', 1, 'tags'],
    ],
    [
      ['_entities', 1, 5, 'note'],
      ['books', 1],
    ],
    [
      ['_entities', 9, 'note'],
      ['books', 0, 'note'],
    ],
    [
      ['_entities', -1, 'note'],
      ['books', 0, 'note'],
    ],
    [
      ['_entities', 'note'],
      ['books', 0, 'note'],
    ],
    [['_entities'], ['books', 0, 'note']],
    [[], ['books', 0, 'note']],
    [['note'], ['books', 0, 'note']],
    [
      ['elsewhere', 1, 'note'],
      ['books', 0, 'note'],
    ],
    [undefined, ['books', 0, 'note']],
  ])('at %j of entities are told at %j', async (path, expected) => {
    // The root has a field of the same name, at which it must not be told.
    const { data, errors } = await oddly('{ books { note tags } note }', {
      desk: (answer) => ({ ...answer, errors: [{ message: 'no luck', path }] }),
    });
    expect(data.books[1]).toEqual({ note: 'note 2', tags: ['a2', 'b2'] });
    expect(data.note).toBe('of the shelf');
    expect(errors).toEqual([told('desk', expected, 'no luck')]);
  });

  it.each([
    ['an object', { message: 'alone' }, 'alone'],
    ['a text', 'alone', 'alone'],
    ['a number', 7, 'shelf'],
    ['true', true, 'shelf'],
    ['a list of texts', ['alone'], 'alone'],
    ['a list of null', [null], 'shelf'],
    ['a list of lists', [['alone']], 'shelf'],
    ['a message that is no text', [{ message: { text: 'x' } }], 'shelf'],
  ])('that are %s are errors all the same', async (_, errors, message) => {
    const { data, errors: found } = await oddly('{ count }', failing(errors, { count: 4 }));
    expect(data).toEqual({ count: 4 });
    expect(found).toEqual([told('shelf', ['count'], message)]);
  });

  it('that make all of an answer null are the reason for each field of it, and the only one', async () => {
    const message = 'There is no total today.';
    const odd = () => ({ data: null, errors: [{ message, path: ['total'], extensions: { code: 'NO_TOTAL' } }] });
    const { data, errors } = await oddly('{ sure { id } other: sure { title } total count }', { shelf: odd });
    expect(data).toBeNull();
    expect(errors!.map(({ path, extensions }) => [path, extensions['code']])).toEqual([[['total'], 'NO_TOTAL']]);
  });

  it('that come with data are told beside it', async () => {
    const { data, errors } = await oddly('{ books { id must } count }', {
      desk: ({ data: answered }) => ({
        data: answered,
        errors: [{ message: 'half of it', path: ['_entities', 2, 'must'] }],
      }),
    });
    expect(data).toEqual({ books: [1, 2, 3].map((id) => ({ id: `${id}`, must: `must ${id}` })), count: 3 });
    expect(errors).toEqual([told('desk', ['books', 2, 'must'], 'half of it')]);
  });

  it("say nothing of the inside of a server, and not that they are another's", async () => {
    const extensions = {
      stacktrace: ['at x.ts:1'],
      exception: { stacktrace: ['at y.ts:2'] },
      http: { status: 418 },
      serviceName: 'somebody',
      code: 'TEAPOT',
      kind: 'x',
    };
    const { errors } = await oddly(
      '{ count }',
      failing([{ message: 'no luck', extensions, stack: 'at z.ts:3', locations: [{ line: 77, column: 1 }] }], null),
    );
    expect(errors).toEqual([
      { message: 'no luck', path: ['count'], extensions: { code: 'TEAPOT', serviceName: 'shelf', kind: 'x' } },
    ]);
    for (const odd of [null, 'x', [1], { code: null }, { code: 5 }, { code: {} }]) {
      const { errors: found } = await oddly('{ count }', failing([{ message: 'no luck', extensions: odd }], null));
      expect(found![0]!.extensions).toMatchObject({ code: 'DOWNSTREAM_SERVICE_ERROR', serviceName: 'shelf' });
    }
  });

  it('that are thousands are told in bounded time', async () => {
    const errors = Array.from({ length: 5_000 }, (_, index) => ({
      message: `no ${index}`,
      path: ['_entities', index % 3, 'must'],
    }));
    const started = performance.now();
    const { data, errors: found } = await oddly('{ maybe { must } books { id note } }', {
      desk: ({ data: answered }) => ({
        data: Object.fromEntries(Object.keys(answered).map((key) => [key, null])),
        errors,
      }),
    });
    expect(performance.now() - started).toBeLessThan(scaled(10_000));
    expect(data.maybe).toEqual([null, null]);
    expect(found!.length).toBeGreaterThanOrEqual(5_000);
  });
});

describe('a subgraph over HTTP', () => {
  /** What a server that answers so makes of a question. */
  const served = async (answer: (response: ServerResponse, body: string) => void): Promise<Result> => {
    const server = createServer((request, response) => {
      let body = '';
      request
        .setEncoding('utf8')
        .on('data', (chunk: string) => (body += chunk))
        .on('end', () => answer(response, body));
    });
    await once(server.listen(0, '127.0.0.1'), 'listening');
    const url = `http://127.0.0.1:${(server.address() as AddressInfo).port}/`;
    const transport = httpTransport(
      new Map([
        ['shelf', url],
        ['desk', url],
      ]),
      { timeout: scaled(5_000) },
    );
    try {
      const result = await (await asking(transport))('{ count book { title } }');
      expectSound(result);
      return result;
    } finally {
      await transport.close();
      server.close();
    }
  };
  const GOOD = { data: { count: 3, book: { title: 'Book 1' } } };

  it.each([
    ['with a mark of byte order', 200, `\uFEFF${JSON.stringify(GOOD)}`],
    ['with status 500', 500, JSON.stringify(GOOD)],
    ['with status 404, under blanks', 404, `  \n${JSON.stringify(GOOD)}\n\n`],
  ])('that answers %s is understood', async (_, status, text) => {
    expect(await served((response) => response.writeHead(status).end(text))).toEqual(GOOD);
  });

  it.each([
    ['HTML', 200, '<html><body>Welcome! stack at x.ts:1</body></html>'],
    ['nothing', 200, ''],
    ['nothing, and says that it fails', 503, ''],
    ['half of it', 200, JSON.stringify(GOOD).slice(0, 20)],
    ['null', 200, 'null'],
    ['a list', 200, '[{"data":{"count":3}}]'],
    ['a text', 200, '"data"'],
    ['an object that is no result', 500, '{"error":"at x.ts:1"}'],
    ['10 MB of garbage', 200, '\u0000garbage;'.repeat(1_100_000)],
    ['10 MB of brackets', 200, '['.repeat(10_000_000)],
  ])('that answers with %s: an error says that it gave no result', async (_, status, text) => {
    const { data, errors } = await served((response) =>
      response.writeHead(status, { 'content-type': 'text/html' }).end(text),
    );
    expect(data).toEqual({ count: null, book: null });
    const message = `The subgraph "shelf" answered with status ${status} and no GraphQL result.`;
    expect(errors).toEqual([told('shelf', ['count'], message), told('shelf', ['book'], message)]);
    expect(JSON.stringify(errors)).not.toMatch(/x\.ts|html|garbage/);
  });

  const answering = (result: unknown) => served((response) => response.end(JSON.stringify(result)));

  it('that names items of lists in its own way in paths: only names and indexes of the answer are told', async () => {
    const paths = [
      ['book', '@', 'title'],
      ['@'],
      ['book', 'title', '@'],
      ['book', 0, 'title'],
      [],
      [{}],
      'book',
      undefined,
    ];
    const { errors } = await answering({
      data: { count: 1, book: null },
      errors: paths.map((path) => ({ message: 'no luck', path })),
    });
    expect(errors!.map(({ path }) => path)).toEqual([
      ['book'],
      ['count'],
      ['book', 'title'],
      ['book'],
      ['count'],
      ['count'],
      ['count'],
      ['count'],
    ]);
  });

  it('that tells clients of its inside, under whatever name: it is not passed on', async () => {
    const inside = {
      stacktrace: ['at x.ts:1'],
      exception: { stacktrace: ['at y.ts:2'] },
      stackTrace: 'at z.cs:3',
      Exception: {},
      StackTrace: [],
    };
    const { errors } = await answering({
      data: null,
      errors: [{ message: 'no luck', extensions: { ...inside, reason: 'full' } }],
    });
    expect(errors).toEqual([
      {
        message: 'no luck',
        path: ['count'],
        extensions: { code: 'DOWNSTREAM_SERVICE_ERROR', serviceName: 'shelf', reason: 'full' },
      },
    ]);
  });

  it.each([
    ['errors that are an object', { data: null, errors: { message: 'no luck' } }],
    ['errors that are a text', { data: null, errors: 'no luck' }],
    ['errors that are a number', { data: null, errors: 7 }],
    ['errors that are false', { data: null, errors: false }],
    ['data null and no error', { data: null }],
    ['data null and an empty list of errors', { data: null, errors: [] }],
    ['data null and errors null', { data: null, errors: null }],
  ])('that answers with %s: an error with a path names it', async (_, result) => {
    const { data, errors } = await answering(result);
    expect(data).toEqual({ count: null, book: null });
    expect(errors!.length).toBeGreaterThan(0);
    for (const error of errors!) expect(error).toEqual(told('shelf', ['count']));
  });

  it('that breaks off in the middle: an error says that it did not answer', async () => {
    const { data, errors } = await served((response) => {
      response.writeHead(200, { 'content-length': 1_000 });
      response.write('{"data":', () => response.destroy());
    });
    expect(data).toEqual({ count: null, book: null });
    expect(errors![0]).toEqual(told('shelf', ['count'], 'did not answer'));
  });

  it('that adds 10 MB which nobody asked for is understood', async () => {
    const more = { ...GOOD, data: { ...GOOD.data, more: 'x'.repeat(10_000_000) } };
    expect(await served((response) => response.end(JSON.stringify(more)))).toEqual(GOOD);
  });
});

describe('subgraphs that answer at random', () => {
  const QUERIES = [
    '{ book { id title note must } count }',
    '{ books { id note tags author { name born } } total }',
    '{ maybe { id must bound } grid cover }',
    '{ items { id title ... on Book { note must } ... on Film { minutes } } note }',
    `{
      things { ... on Book { id must author { name } } ... on Film { id title minutes } ... on Box { size } }
      sure { id tags }
    }`,
    '{ sure { id author { born } } maybe { title tags } items { id ... on Film { note } } }',
  ];
  type Json = Record<string | number, unknown>;
  type Path = (string | number)[];

  /** All places of a value. */
  function places(value: unknown, path: Path = []): Path[] {
    if (typeof value !== 'object' || value === null) return [path];
    return [
      path,
      ...Object.entries(value).flatMap(([key, inner]) =>
        places(inner, [...path, Array.isArray(value) ? Number(key) : key]),
      ),
    ];
  }
  const at = (value: unknown, path: Path): unknown =>
    path.reduce<unknown>(
      (inner, step) =>
        typeof inner === 'object' && inner !== null && Object.hasOwn(inner, step) ? (inner as Json)[step] : undefined,
      value,
    );

  let count = 0;
  /** A value that is nowhere else. */
  function something(random: Random): unknown {
    count += 1;
    return random.pick<unknown>([
      `odd ${count}`,
      1_000_000 + count,
      0.5 + count,
      true,
      [],
      {},
      [`odd ${count}`],
      { id: `odd ${count}` },
      null,
    ]);
  }

  /** Changes a value at a random place. */
  function mutate(value: unknown, random: Random): Path {
    const below = places(value).filter(({ length }) => length > 0);
    if (below.length === 0) return [];
    const path = random.pick(below);
    const parent = at(value, path.slice(0, -1)) as Json;
    const step = path.at(-1)!;
    const list = Array.isArray(parent) ? (parent as unknown[]) : null;
    const ways: (() => void)[] = [
      () => (list ? void list.splice(Number(step), 1) : void delete parent[step]),
      () => void (parent[step] = null),
      () => void (parent[step] = something(random)),
      () => void (parent[step] = Array.isArray(parent[step]) ? { ...(parent[step] as object) } : [parent[step]]),
      () =>
        list
          ? void list.splice(Number(step), 0, structuredClone(list[Number(step)]))
          : void (parent[`${step}2`] = parent[step]),
      () => (list ? void list.push(something(random)) : void (parent['more'] = something(random))),
      () => {
        const entries = Object.entries(parent).toReversed();
        if (list) return;
        for (const [key] of entries) delete parent[key];
        Object.assign(parent, Object.fromEntries(entries));
      },
    ];
    random.pick(ways)();
    return path;
  }

  it(
    'never take the gateway down, give each entity its own data, and leave no gap unexplained',
    async () => {
      const random = new Random('odd answers');
      const expected = new Map<string, Result>();
      for (const query of QUERIES) expected.set(query, await oddly(query, {}));
      const seen = { nulls: 0, odd: 0, right: 0, errors: 0, untouched: 0 };

      for (let round = 0; round < 2_000; round += 1) {
        const query = QUERIES[round % QUERIES.length]!;
        const touched = random.pick<Subgraph>(['shelf', 'desk']);
        const times = random.pick([1, 1, 1, 2, 3]);
        let shelf: unknown;
        let firstPath: Path = [];
        const asked: { representation: Json; entity: unknown; isOdd: boolean }[] = [];
        const changing =
          (subgraph: Subgraph): Change =>
          (result, { variables }) => {
            if (subgraph === touched)
              for (let time = 0; time < times; time += 1) firstPath = mutate(result.data, random);
            if (subgraph === 'shelf') shelf = copy(result.data);
            for (const [name, list] of Object.entries(variables ?? {})) {
              const entities = at(result.data, [name.replace('representations', '_entities')]);
              for (const [index, representation] of (list as Json[]).entries()) {
                // Of more or fewer than were asked for nothing may be used.
                const isOddList = !Array.isArray(entities) || entities.length !== (list as Json[]).length;
                const entity = Array.isArray(entities) ? copy(entities[index] ?? null) : null;
                const isOdd = isOddList || (entity !== null && (typeof entity !== 'object' || Array.isArray(entity)));
                asked.push({ representation, entity, isOdd });
              }
            }
            return result;
          };
        const answer = await oddly(query, { shelf: changing('shelf'), desk: changing('desk') });
        const context = JSON.stringify({ round, query, shelf, asked, answer });
        const paths = (answer.errors ?? []).map(({ path = [] }) =>
          path.filter((step) => typeof step === 'string').join('.'),
        );
        seen.errors += paths.length;
        if (asked.some(({ isOdd }) => isOdd)) expect(paths.length, context).toBeGreaterThan(0);
        if (answer.data === null) {
          expect(paths.length, context).toBeGreaterThan(0);
          continue;
        }

        for (const place of places(answer.data)) {
          const value = at(answer.data, place);
          if (typeof value === 'object' && value !== null) continue;
          // What the subgraphs held there: the shelf at the same place, the desk for the entity above.
          const held: unknown[] = [];
          for (let length = place.length; length > 0; length -= 1) {
            const own = at(shelf, place.slice(0, length)) as Json | undefined;
            if (length === place.length) held.push(own);
            else if (own && typeof own === 'object' && !Array.isArray(own)) {
              const id = JSON.stringify(own['id']);
              const those = asked.filter(({ representation }) => JSON.stringify(representation['id']) === id);
              held.push(...those.map(({ entity }) => at(entity, place.slice(length))));
            }
          }
          if (value !== null) {
            expect(
              held.map((each) => (place.at(-1) === 'id' ? String(each) : each)),
              `${place.join('.')} ${context}`,
            ).toContainEqual(value);
            seen.right += 1;
            if (/odd|^1000/.test(String(value))) seen.odd += 1;
            continue;
          }
          seen.nulls += 1;
          // What was there and is not in the answer must have been wrong, and an error says so.
          if (!held.some((each) => each !== null && each !== undefined)) continue;
          const bare = place.filter((step) => typeof step === 'string').join('.');
          expect(
            paths.some((path) => path === bare || path.startsWith(`${bare}.`)),
            `${place.join('.')} ${context}`,
          ).toBe(true);
        }
        // One thing that is wrong does not change what is beside it.
        if (touched === 'shelf' && times === 1) {
          const wanted = expected.get(query)!.data as Json;
          for (const [key, value] of Object.entries(wanted)) {
            if (key === firstPath[0]) continue;
            expect((answer.data as Json)[key], context).toEqual(value);
            seen.untouched += 1;
          }
        }
      }
      expect(seen.nulls).toBeGreaterThan(500);
      expect(seen.right).toBeGreaterThan(5_000);
      expect(seen.odd).toBeGreaterThan(20);
      expect(seen.errors).toBeGreaterThan(500);
      expect(seen.untouched).toBeGreaterThan(500);
    },
    scaled(60_000),
  );
});
