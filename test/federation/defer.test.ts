import { setTimeout as sleep } from 'node:timers/promises';
import { parse } from 'graphql';
import { expect, it } from 'vitest';
import { NOBODY } from '../../subgraphs/kit/caller.ts';
import { federation } from '../support/federation.ts';
import { serveHere } from '../support/serve.ts';

type Row = Record<string, unknown>;
const BOOKS = [
  { id: '1', title: 'One' },
  { id: '2', title: 'Two' },
];
const released: (() => void)[] = [];

/** Books with reviews in a subgraph that answers when it is let. */
const library = {
  books: {
    sdl: `
      type Query { books: [Book!]! book(id: ID!): Book colour: String }
      type Book @key(fields: "id") { id: ID! title: String cover: Cover }
      type Cover { colour: String }
    `,
    resolvers: {
      Query: {
        books: () => BOOKS,
        book: (_: unknown, { id }: Row) => BOOKS.find((book) => book.id === id),
        colour: () => 'red',
      },
      Book: {
        __resolveReference: ({ id }: Row) => BOOKS.find((book) => book.id === id),
        cover: () => ({ colour: 'blue' }),
      },
    },
  },
  reviews: {
    sdl: 'type Book @key(fields: "id") { id: ID! stars: Int must: Int! author: Author } type Author @key(fields: "name") { name: String }',
    resolvers: {
      Book: {
        stars: ({ id }: Row) => new Promise((resolve) => released.push(() => resolve(Number(id) * 2))),
        must: () => null,
        author: ({ id }: Row) => ({ name: `A${String(id)}` }),
      },
    },
  },
  people: {
    sdl: 'type Author @key(fields: "name") { name: String age: Int }',
    resolvers: { Author: { age: ({ name }: Row) => String(name).length } },
  },
};
const letGo = async () => {
  while (released.length === 0) await sleep(5);
  for (const release of released.splice(0)) release();
};

/** The parts of an answer, as they come. */
async function parts(query: string) {
  const { gateway } = await federation(library);
  const { first, rest } = await gateway.engine.executeIncrementally({ document: parse(query), context: {} });
  const later: unknown[] = [];
  const reading = (async () => {
    for await (const each of rest ?? []) later.push(...each);
  })();
  return { first: JSON.parse(JSON.stringify(first)) as Row, later, reading };
}

it('gives what is there at once, and what a slow subgraph has when it is there', async () => {
  const { first, later, reading } = await parts('{ books { title ... @defer(label: "stars") { stars } } colour }');
  expect(first).toEqual({ data: { books: [{ title: 'One' }, { title: 'Two' }], colour: 'red' } });
  expect(later).toEqual([]);
  await letGo();
  await reading;
  expect(later).toEqual([
    { path: ['books', 0], label: 'stars', data: { stars: 2 } },
    { path: ['books', 1], label: 'stars', data: { stars: 4 } },
  ]);
});

it('does not wait for a fragment that is deferred beside another', async () => {
  const query = '{ book(id: "1") { id ... @defer(label: "a") { stars } ... @defer(label: "b") { author { age } } } }';
  const { first, later, reading } = await parts(query);
  expect(first['data']).toEqual({ book: { id: '1' } });
  while (later.length === 0) await sleep(5);
  expect(later).toEqual([{ path: ['book'], label: 'b', data: { author: { age: 2 } } }]);
  await letGo();
  await reading;
  expect(later[1]).toEqual({ path: ['book'], label: 'a', data: { stars: 2 } });
});

it('gives a fragment within a fragment after it, fragments on the root, and what no key leads to', async () => {
  const nested = await parts(
    '{ book(id: "2") { title ... @defer { author { name ... @defer { age } } } } ... @defer { colour } }',
  );
  await nested.reading;
  expect(nested.first['data']).toEqual({ book: { title: 'Two' } });
  expect(nested.later).toHaveLength(3);
  const order = nested.later.map((each) => JSON.stringify((each as Row)['data']));
  expect(order.indexOf('{"author":{"name":"A2"}}')).toBeLessThan(order.indexOf('{"age":2}'));
  expect(nested.later).toContainEqual({ path: ['book', 'author'], data: { age: 2 } });
  expect(nested.later).toContainEqual({ path: [], data: { colour: 'red' } });

  const value = await parts('{ book(id: "1") { cover { ... @defer { colour } } } }');
  await value.reading;
  expect(value.later).toEqual([{ path: ['book', 'cover'], data: { colour: 'blue' } }]);

  const within = await parts('{ colour ... @defer { book(id: "1") { id cover { ... @defer { colour } } } } }');
  await within.reading;
  expect(within.first['data']).toEqual({ colour: 'red' });
  expect(within.later).toEqual([
    { path: [], data: { book: { id: '1', cover: {} } } },
    { path: ['book', 'cover'], data: { colour: 'blue' } },
  ]);
});

it('tells an error with the part that it is in, whose data is null as far as it must be', async () => {
  const { first, later, reading } = await parts('{ book(id: "1") { title ... @defer { must } } }');
  await reading;
  expect(first).toEqual({ data: { book: { title: 'One' } } });
  expect(later).toMatchObject([{ path: ['book'], data: null, errors: [{ path: ['book', 'must'] }] }]);
});

it('follows conditions, and gives all at once to who does not take parts', async () => {
  const condition = await parts('{ books { title ... @defer(if: false) { id } } }');
  expect(condition.first['data']).toEqual({
    books: [
      { title: 'One', id: '1' },
      { title: 'Two', id: '2' },
    ],
  });
  const { ask } = await federation(library);
  expect((await ask('{ books { ... @defer { title } } }')).data).toEqual({
    books: [{ title: 'One' }, { title: 'Two' }],
  });
});

it('comes over HTTP in parts, and a client that cannot read them is told what to send', async () => {
  const { gateway } = await federation(library);
  const app = await serveHere({
    gateway,
    identify: async () => NOBODY,
  });
  const url = app.url;
  const post = (query: string, accept: string) =>
    fetch(url, {
      method: 'POST',
      headers: { 'content-type': 'application/json', accept },
      body: JSON.stringify({ query }),
    });
  const query = '{ book(id: "1") { title ... @defer { author { age } must } } }';

  const response = await post(query, 'multipart/mixed; deferSpec=20220824, application/json');
  expect(response.headers.get('content-type')).toMatch(/^multipart\/mixed; boundary="-"/);
  const sections = (await response.text()).split('---').flatMap((part) => /\{.*\}/s.exec(part) ?? []);
  expect(sections.map((section) => JSON.parse(section) as unknown)).toMatchObject([
    { data: { book: { title: 'One' } }, hasNext: true },
    {
      incremental: [
        { path: ['book'], data: null, errors: [{ path: ['book', 'must'], extensions: { serviceName: 'reviews' } }] },
      ],
      hasNext: true,
    },
    { hasNext: false },
  ]);

  const refused = await post(query, 'application/json');
  expect([refused.status, await refused.json()]).toMatchObject([
    400,
    { errors: [{ extensions: { code: 'DEFER_NOT_ACCEPTED' } }] },
  ]);
  await app.close();
});
