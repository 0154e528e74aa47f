import type { SubgraphParts } from '../support/federation.ts';

export type Row = Record<string, unknown>;
const byId = (rows: Row[]) => ({ __resolveReference: ({ id }: Row) => rows.find((row) => row['id'] === id) ?? null });

/** A feature of Federation: subgraphs, and questions with the answers that they must get. */
export interface Case {
  feature: string;
  subgraphs: Record<string, SubgraphParts>;
  asks: { query: string; variables?: Row; data: unknown; errors?: unknown[] }[];
}

export const items = [
  { id: '1', price: 10, weight: 3 },
  { id: '2', price: 20, weight: 5 },
  { id: '3', price: null, weight: 7 },
];
const people = [
  { id: 'a', name: 'Ada', __typename: 'Teacher' },
  { id: 'b', name: 'Ben', __typename: 'Pupil' },
];

/** Houses with rooms, of which one is in two houses. */
const houses = [
  { id: 'h1', street: { name: 'High Street' }, locale: 'en', rooms: [{ id: '1' }, { id: '2' }] },
  { id: 'h2', street: { name: 'High Street' }, locale: 'cy', rooms: [{ id: '2' }] },
  { id: 'h3', street: { name: 'High Street' }, locale: 'en', rooms: [{ id: '3' }] },
];

/** A house and a flat, which tell their language in different fields. */
const sites = [
  { __typename: 'House', id: 'h1', locale: 'en', rooms: [{ id: '1' }], owner: { name: 'Ada' } },
  { __typename: 'Flat', id: 'f1', locale: 'gd', language: 'cy', rooms: [{ id: '2' }], owner: { name: 'Ben' } },
];

export const CASES: Case[] = [
  {
    feature: '@requires, in a chain, with arguments, and where what is required is null',
    subgraphs: {
      stock: {
        sdl: 'type Query { items: [Item!]! } type Item @key(fields: "id") { id: ID! price(in: String = "GBP"): Int weight: Int! }',
        resolvers: {
          Query: { items: () => items },
          Item: {
            ...byId(items),
            price: ({ price }: Row, { in: unit }: Row) =>
              price === null ? null : unit === 'p' ? Number(price) * 100 : price,
          },
        },
      },
      post: {
        sdl: 'type Item @key(fields: "id") { id: ID! price(in: String): Int @external weight: Int! @external postage: Int @requires(fields: "weight price(in: \\"p\\")") }',
        resolvers: {
          Item: { postage: ({ weight, price }: Row) => (price == null ? null : Number(weight) + Number(price)) },
        },
      },
      till: {
        sdl: 'type Item @key(fields: "id") { id: ID! postage: Int @external total(fee: Int!): String @requires(fields: "postage") }',
        resolvers: { Item: { total: ({ postage }: Row, { fee }: Row) => `${postage ?? 'none'}+${fee}` } },
      },
    },
    asks: [
      {
        query: '{ items { id postage total(fee: 1) } }',
        data: {
          items: [
            { id: '1', postage: 1003, total: '1003+1' },
            { id: '2', postage: 2005, total: '2005+1' },
            { id: '3', postage: null, total: 'none+1' },
          ],
        },
      },
      {
        query: 'query ($fee: Int!) { items { low: total(fee: 0) high: total(fee: $fee) price } }',
        variables: { fee: 9 },
        data: {
          items: [
            { low: '1003+0', high: '1003+9', price: 10 },
            { low: '2005+0', high: '2005+9', price: 20 },
            { low: 'none+0', high: 'none+9', price: null },
          ],
        },
      },
    ],
  },
  {
    feature: '@provides, which spares a request',
    subgraphs: {
      users: {
        sdl: 'type Query { user(id: ID!): User } type User @key(fields: "id") { id: ID! name: String @shareable age: Int }',
        resolvers: {
          Query: { user: (_: unknown, { id }: Row) => ({ id, name: 'from users', age: 7 }) },
          User: { __resolveReference: ({ id }: Row) => ({ id, name: 'from users', age: 7 }) },
        },
      },
      posts: {
        sdl: 'type Query { posts: [Post!]! } type Post { text: String! author: User @provides(fields: "name") } type User @key(fields: "id") { id: ID! name: String @external }',
        resolvers: { Query: { posts: () => [{ text: 'x', author: { id: '1', name: 'from posts' } }] } },
      },
    },
    asks: [
      { query: '{ posts { text author { name } } }', data: { posts: [{ text: 'x', author: { name: 'from posts' } }] } },
      { query: '{ posts { author { age } } }', data: { posts: [{ author: { age: 7 } }] } },
    ],
  },
  {
    feature: 'interfaces and unions over subgraphs, with type conditions, fragments and equal keys of different fields',
    subgraphs: {
      school: {
        sdl: `type Query { people: [Person!]! anyone: [Anyone] } interface Person { id: ID! name: String! } union Anyone = Teacher | Pupil
          type Teacher implements Person @key(fields: "id") { id: ID! name: String! } type Pupil implements Person @key(fields: "id") { id: ID! name: String! }`,
        resolvers: {
          Query: { people: () => people, anyone: () => [people[1], null, people[0]] },
          Teacher: byId(people),
          Pupil: byId(people),
        },
      },
      work: {
        sdl: 'type Teacher @key(fields: "id") { id: ID! teaches: [String!]! size: Int! } type Pupil @key(fields: "id") { id: ID! year: Int size: String }',
        resolvers: {
          Teacher: { teaches: () => ['maths', 'art'], size: () => 3 },
          Pupil: { year: () => 6, size: () => 'small' },
        },
      },
    },
    asks: [
      {
        query: '{ people { __typename name ... on Teacher { teaches } ... on Pupil { year } } }',
        data: {
          people: [
            { __typename: 'Teacher', name: 'Ada', teaches: ['maths', 'art'] },
            { __typename: 'Pupil', name: 'Ben', year: 6 },
          ],
        },
      },
      {
        query:
          'fragment T on Teacher { kind: __typename teaches } { anyone { ...T ... on Person { name } ... on Pupil { years: year year } } }',
        data: {
          anyone: [
            { name: 'Ben', years: 6, year: 6 },
            null,
            { kind: 'Teacher', teaches: ['maths', 'art'], name: 'Ada' },
          ],
        },
      },
      {
        query: '{ people { ... on Teacher { a: size } ... on Pupil { b: size } } }',
        data: { people: [{ a: 3 }, { b: 'small' }] },
      },
    ],
  },
  {
    feature: '@override, whole and by share',
    subgraphs: {
      old: {
        sdl: 'type Query { thing: Thing } type Thing @key(fields: "id") { id: ID! a: String b: String c: String }',
        resolvers: {
          Query: { thing: () => ({ id: '1', a: 'old', b: 'old', c: 'old' }) },
          Thing: { __resolveReference: () => ({ id: '1', a: 'old', b: 'old', c: 'old' }) },
        },
      },
      next: {
        sdl: 'type Thing @key(fields: "id") { id: ID! a: String @override(from: "old") b: String @override(from: "old", label: "percent(100)") c: String @override(from: "old", label: "percent(0)") }',
        resolvers: { Thing: { a: () => 'next', b: () => 'next', c: () => 'next' } },
      },
    },
    asks: [
      { query: '{ thing { a } }', data: { thing: { a: 'next' } } },
      { query: '{ thing { b } }', data: { thing: { b: 'next' } } },
      { query: '{ thing { c } }', data: { thing: { c: 'old' } } },
    ],
  },
  {
    feature: '@interfaceObject: fields added to every implementation at once',
    subgraphs: {
      media: {
        sdl: 'type Query { media: [Media!]! } interface Media @key(fields: "id") { id: ID! title: String! } type Book implements Media @key(fields: "id") { id: ID! title: String! pages: Int! } type Film implements Media @key(fields: "id") { id: ID! title: String! minutes: Int! }',
        resolvers: {
          Query: {
            media: () => [
              { __typename: 'Book', id: '1', title: 'B', pages: 9 },
              { __typename: 'Film', id: '2', title: 'F', minutes: 90 },
            ],
          },
          Media: {
            __resolveReference: ({ id }: Row) =>
              id === '1'
                ? { __typename: 'Book', id, title: 'B', pages: 9 }
                : { __typename: 'Film', id, title: 'F', minutes: 90 },
          },
          Book: { __resolveReference: ({ id }: Row) => ({ id, title: 'B', pages: 9 }) },
          Film: { __resolveReference: ({ id }: Row) => ({ id, title: 'F', minutes: 90 }) },
        },
      },
      stars: {
        sdl: 'type Query { best: Media } type Media @key(fields: "id") @interfaceObject { id: ID! stars: Int! }',
        resolvers: {
          Query: { best: () => ({ id: '2' }) },
          Media: { __resolveReference: ({ id }: Row) => ({ id }), stars: ({ id }: Row) => Number(id) + 3 },
        },
      },
    },
    asks: [
      {
        query: '{ media { id stars ... on Book { pages } } }',
        data: {
          media: [
            { id: '1', stars: 4, pages: 9 },
            { id: '2', stars: 5 },
          ],
        },
      },
      {
        query: '{ best { __typename stars title ... on Film { minutes } } }',
        data: { best: { __typename: 'Film', stars: 5, title: 'F', minutes: 90 } },
      },
      { query: '{ best { stars id } }', data: { best: { stars: 5, id: '2' } } },
    ],
  },
  {
    feature: 'compound and nested keys, several keys, and a key that is not resolvable',
    subgraphs: {
      staff: {
        sdl: 'type Query { staff: [Member!]! } type Member @key(fields: "id team { id }") @key(fields: "email") { id: ID! email: String! team: Team! } type Team @key(fields: "id", resolvable: false) { id: ID! }',
        resolvers: {
          Query: {
            staff: () => [
              { id: '1', email: 'a@x', team: { id: 'T' } },
              { id: '2', email: 'b@x', team: { id: 'U' } },
            ],
          },
        },
      },
      pay: {
        sdl: 'type Member @key(fields: "id team { id }") { id: ID! team: Team! @external pay: String } type Team { id: ID! @external }',
        resolvers: { Member: { pay: ({ id, team }: { id: string; team: Row }) => `${id}/${team['id']}` } },
      },
      mail: {
        sdl: 'type Member @key(fields: "email") { email: String! boxes: [[Box]] } type Box { n: Int! }',
        resolvers: { Member: { boxes: ({ email }: Row) => [[{ n: 1 }, null], [{ n: String(email).length }]] } },
      },
      teams: {
        sdl: 'type Team @key(fields: "id") { id: ID! motto: String }',
        resolvers: { Team: { motto: ({ id }: Row) => `we are ${id}` } },
      },
    },
    asks: [
      {
        query: '{ staff { pay boxes { n } team { motto } } }',
        data: {
          staff: [
            { pay: '1/T', boxes: [[{ n: 1 }, null], [{ n: 3 }]], team: { motto: 'we are T' } },
            { pay: '2/U', boxes: [[{ n: 1 }, null], [{ n: 3 }]], team: { motto: 'we are U' } },
          ],
        },
      },
    ],
  },
  {
    feature:
      'references to nothing: null in lists, entities that are not known, and null as far up as the schema demands',
    subgraphs: {
      lists: {
        sdl: 'type Query { list: [Node] strict: [Node!] one: Node sure: Holder } type Holder { node: Node! } type Node @key(fields: "id") { id: ID! }',
        resolvers: {
          Query: {
            list: () => [{ id: '1' }, null, { id: 'gone' }],
            strict: () => [{ id: '1' }, { id: 'gone' }],
            one: () => ({ id: 'gone' }),
            sure: () => ({ node: { id: 'gone' } }),
          },
        },
      },
      nodes: {
        sdl: 'type Node @key(fields: "id") { id: ID! label: String! note: String }',
        resolvers: {
          Node: { __resolveReference: ({ id }: Row) => (id === 'gone' ? null : { id, label: `L${id}`, note: null }) },
        },
      },
    },
    asks: [
      {
        query: '{ list { id note } one { id note } }',
        data: { list: [{ id: '1', note: null }, null, { id: 'gone', note: null }], one: { id: 'gone', note: null } },
      },
      {
        query: '{ list { label } one { label } }',
        data: { list: [{ label: 'L1' }, null, null], one: null },
        errors: [
          { message: 'Cannot return null for non-nullable field Node.label.', path: ['list', 2, 'label'] },
          { message: 'Cannot return null for non-nullable field Node.label.', path: ['one', 'label'] },
        ],
      },
      {
        query: '{ strict { label } sure { node { label } } }',
        data: { strict: null, sure: null },
        errors: [{ path: ['strict', 1, 'label'] }, { path: ['sure', 'node', 'label'] }],
      },
    ],
  },
  {
    feature: '@skip and @include on fields and fragments that need other subgraphs',
    subgraphs: {
      one: {
        sdl: 'type Query { a: A } type A @key(fields: "id") { id: ID! x: Int }',
        resolvers: { Query: { a: () => ({ id: '1', x: 1 }) } },
      },
      two: { sdl: 'type A @key(fields: "id") { id: ID! y: Int z: Int }', resolvers: { A: { y: () => 2, z: () => 3 } } },
    },
    asks: [
      {
        query: 'query ($yes: Boolean!) { a { x @skip(if: $yes) y @include(if: $yes) ... @include(if: $yes) { z } } }',
        variables: { yes: true },
        data: { a: { y: 2, z: 3 } },
      },
      {
        query: 'query ($yes: Boolean!) { a { x @skip(if: $yes) y @include(if: $yes) ... @include(if: $yes) { z } } }',
        variables: { yes: false },
        data: { a: { x: 1 } },
      },
      {
        query: 'query ($yes: Boolean = true) { a @skip(if: false) { ...F @skip(if: $yes) z } } fragment F on A { y }',
        data: { a: { z: 3 } },
      },
      { query: '{ a @include(if: false) { x } __typename }', data: { __typename: 'Query' } },
    ],
  },
  {
    feature: 'mutations over subgraphs, one after the other',
    subgraphs: {
      first: {
        sdl: 'type Query { log: [String!]! } type Mutation { add(text: String!): Entry! } type Entry @key(fields: "id") { id: ID! text: String! }',
        resolvers: {
          Query: { log: () => log },
          Mutation: {
            add: (_: unknown, { text }: Row) => {
              log.push(String(text));
              return { id: String(log.length), text };
            },
          },
          Entry: { __resolveReference: ({ id }: Row) => ({ id, text: log[Number(id) - 1] }) },
        },
      },
      second: {
        sdl: 'type Mutation { stamp(mark: String!): String! } type Entry @key(fields: "id") { id: ID! length: Int! }',
        resolvers: {
          Mutation: {
            stamp: (_: unknown, { mark }: Row) => {
              log.push(`#${mark}`);
              return `#${mark}`;
            },
          },
          Entry: { length: () => log.length },
        },
      },
    },
    asks: [
      {
        query: 'mutation { a: add(text: "x") { text length } b: stamp(mark: "m") c: add(text: "y") { text } }',
        data: { a: { text: 'x', length: 1 }, b: '#m', c: { text: 'y' } },
      },
      { query: '{ log }', data: { log: ['x', '#m', 'y'] } },
    ],
  },
  {
    feature: '@fromContext: a context that several types set, each with a value of its own',
    subgraphs: {
      sites: {
        sdl: `
          type Query { houses: [House!]! flats: [Flat!]! homes: [Home!]! sites: [Site!]! }
          union Home = House | Flat
          interface Site { id: ID! rooms: [Room!]! owner: Owner }
          type House implements Site @key(fields: "id") @context(name: "site") { id: ID! locale: String! rooms: [Room!]! owner: Owner }
          type Flat implements Site @key(fields: "id") @context(name: "site") { id: ID! locale: String language: String rooms: [Room!]! owner: Owner }
          type Owner { name: String! }
          type Room @key(fields: "id") {
            id: ID!
            sign(locale: String @fromContext(field: "$site ... on House { locale } ... on Flat { language }")): String
            place(locale: String @fromContext(field: "$site ... on House { locale } ... on Flat { locale }")): String
            whose(of: String @fromContext(field: "$site { owner { name } }")): String
          }
        `,
        resolvers: {
          Query: {
            houses: () => sites.slice(0, 1),
            flats: () => sites.slice(1),
            homes: () => sites,
            sites: () => sites,
          },
          Room: {
            sign: ({ id }: Row, { locale }: Row) => `${String(id)} ${String(locale)}`,
            place: ({ id }: Row, { locale }: Row) => `${String(id)} in ${String(locale)}`,
            whose: (_: unknown, { of }: Row) => `of ${String(of)}`,
          },
        },
      },
      heat: { sdl: 'type Room @key(fields: "id") { id: ID! heat: Int }', resolvers: { Room: { heat: () => 19 } } },
    },
    asks: [
      {
        query: '{ houses { rooms { sign place whose } } }',
        data: { houses: [{ rooms: [{ sign: '1 en', place: '1 in en', whose: 'of Ada' }] }] },
      },
      {
        query: '{ flats { rooms { sign place whose } } }',
        data: { flats: [{ rooms: [{ sign: '2 cy', place: '2 in gd', whose: 'of Ben' }] }] },
      },
      {
        query: '{ homes { ... on House { rooms { sign place } } ... on Flat { language: id rooms { sign place } } } }',
        data: {
          homes: [
            { rooms: [{ sign: '1 en', place: '1 in en' }] },
            { language: 'f1', rooms: [{ sign: '2 cy', place: '2 in gd' }] },
          ],
        },
      },
      {
        query: '{ sites { rooms { sign place whose } } }',
        data: {
          sites: [
            { rooms: [{ sign: '1 en', place: '1 in en', whose: 'of Ada' }] },
            { rooms: [{ sign: '2 cy', place: '2 in gd', whose: 'of Ben' }] },
          ],
        },
      },
    ],
  },
  {
    feature: '@fromContext: a context that an interface sets, with a value of each type',
    subgraphs: {
      sites: {
        sdl: `
          type Query { sites: [Site!]! }
          interface Site @context(name: "site") { id: ID! rooms: [Room!]! }
          type House implements Site @key(fields: "id") { id: ID! locale: String! rooms: [Room!]! }
          type Flat implements Site @key(fields: "id") { id: ID! locale: String language: String rooms: [Room!]! }
          type Room @key(fields: "id") {
            id: ID!
            sign(locale: String @fromContext(field: "$site ... on House { locale } ... on Flat { language }")): String
            place(locale: String @fromContext(field: "$site ... on House { locale } ... on Flat { locale }")): String
          }
        `,
        resolvers: {
          Query: { sites: () => sites },
          Room: {
            sign: ({ id }: Row, { locale }: Row) => `${String(id)} ${String(locale)}`,
            place: ({ id }: Row, { locale }: Row) => `${String(id)} in ${String(locale)}`,
          },
        },
      },
      heat: { sdl: 'type Room @key(fields: "id") { id: ID! heat: Int }', resolvers: { Room: { heat: () => 19 } } },
    },
    asks: [
      {
        query: '{ sites { rooms { sign place heat } } }',
        data: {
          sites: [
            { rooms: [{ sign: '1 en', place: '1 in en', heat: 19 }] },
            { rooms: [{ sign: '2 cy', place: '2 in gd', heat: 19 }] },
          ],
        },
      },
      { query: '{ sites { ... on Flat { rooms { sign } } } }', data: { sites: [{}, { rooms: [{ sign: '2 cy' }] }] } },
    ],
  },
  {
    feature: '@fromContext: values that objects above set, each for what is below it',
    subgraphs: {
      rooms: {
        sdl: `
          type Query { houses: [House!]! }
          type House @key(fields: "id") @context(name: "house") { id: ID! locale: String! rooms: [Room!]! street: Street }
          type Street @key(fields: "name") { name: ID! }
          type Room @key(fields: "id") {
            id: ID!
            sign(text: String!, locale: String @fromContext(field: "$house { locale }")): String
          }
        `,
        resolvers: {
          Query: { houses: () => houses },
          Room: { sign: ({ id }: Row, { text, locale }: Row) => `${String(text)} ${String(id)} (${String(locale)})` },
        },
      },
      heat: {
        sdl: `
          type Room @key(fields: "id") { id: ID! heat: Int }
          type Street @key(fields: "name") { name: ID! hall: Room }
        `,
        resolvers: { Room: { heat: ({ id }: Row) => Number(id) + 18 }, Street: { hall: () => ({ id: '9' }) } },
      },
    },
    asks: [
      {
        query: 'query ($text: String!) { houses { rooms { sign(text: $text) heat } } }',
        variables: { text: 'Room' },
        data: {
          houses: [
            {
              rooms: [
                { sign: 'Room 1 (en)', heat: 19 },
                { sign: 'Room 2 (en)', heat: 20 },
              ],
            },
            { rooms: [{ sign: 'Room 2 (cy)', heat: 20 }] },
            { rooms: [{ sign: 'Room 3 (en)', heat: 21 }] },
          ],
        },
      },
      {
        query: '{ houses { street { hall { sign(text: "Hall") } } } }',
        data: {
          houses: ['en', 'cy', 'en'].map((locale) => ({ street: { hall: { sign: `Hall 9 (${locale})` } } })),
        },
      },
      {
        query: '{ houses { id locale: id rooms { a: sign(text: "A") b: sign(text: "B") } } }',
        data: {
          houses: [
            {
              id: 'h1',
              locale: 'h1',
              rooms: [
                { a: 'A 1 (en)', b: 'B 1 (en)' },
                { a: 'A 2 (en)', b: 'B 2 (en)' },
              ],
            },
            { id: 'h2', locale: 'h2', rooms: [{ a: 'A 2 (cy)', b: 'B 2 (cy)' }] },
            { id: 'h3', locale: 'h3', rooms: [{ a: 'A 3 (en)', b: 'B 3 (en)' }] },
          ],
        },
      },
    ],
  },
  {
    feature: 'what clients may not see: @inaccessible values and types become null',
    subgraphs: {
      only: {
        sdl: 'type Query { colours: [Colour] shapes: [Shape] } enum Colour { RED SECRET @inaccessible } interface Shape { n: Int } type Round implements Shape { n: Int } type Hidden implements Shape @inaccessible { n: Int }',
        resolvers: {
          Query: {
            colours: () => ['RED', 'SECRET'],
            shapes: () => [
              { __typename: 'Round', n: 1 },
              { __typename: 'Hidden', n: 2 },
            ],
          },
        },
      },
    },
    asks: [
      {
        query: '{ colours shapes { __typename n } }',
        data: { colours: ['RED', null], shapes: [{ __typename: 'Round', n: 1 }, null] },
      },
    ],
  },
  {
    feature: 'errors at the items of lists that are null because of them',
    subgraphs: {
      lists: {
        sdl: 'type Query { plain: [Item!] nested: [[Item!]!] either: [Either!] } union Either = Item type Item { x: Int! }',
        resolvers: {
          Query: {
            plain: () => [{ x: 1 }, {}],
            nested: () => [[{ x: 1 }], [{ x: 2 }, {}]],
            either: () => [{ __typename: 'Item', x: 1 }, { __typename: 'Item' }],
          },
          Item: {
            x: ({ x }: Row) => {
              if (x === undefined) throw new Error('no x');
              return x;
            },
          },
        },
      },
    },
    asks: [
      { query: '{ plain { q: x } }', data: { plain: null }, errors: [{ message: 'no x', path: ['plain', 1, 'q'] }] },
      { query: '{ p: nested { x } }', data: { p: null }, errors: [{ message: 'no x', path: ['p', 1, 1, 'x'] }] },
      { query: '{ either { ... on Item { y: x } } }', data: { either: null }, errors: [{ path: ['either', 1, 'y'] }] },
    ],
  },
  {
    feature: 'a field of an interface object that requires what the interface has',
    subgraphs: {
      real: {
        sdl: 'type Query { all: [Ac!]! } interface Ac @key(fields: "id") { id: ID! n: String } type User implements Ac @key(fields: "id") { id: ID! n: String }',
        resolvers: {
          Query: { all: () => [{ __typename: 'User', id: 'u', n: 'U' }] },
          Ac: { __resolveReference: ({ id }: Row) => ({ __typename: 'User', id, n: 'U' }) },
          User: { __resolveReference: ({ id }: Row) => ({ id, n: 'U' }) },
        },
      },
      added: {
        sdl: 'type Query { io: Ac } type Ac @key(fields: "id") @interfaceObject { id: ID! f: Int n: String @external g: String @requires(fields: "n") }',
        resolvers: { Query: { io: () => ({ id: 'u', f: 7 }) }, Ac: { f: () => 7, g: ({ n }: Row) => `${String(n)}?` } },
      },
    },
    asks: [
      { query: '{ io { f n } }', data: { io: { f: 7, n: 'U' } } },
      { query: '{ io { g } all { g f } }', data: { io: { g: 'U?' }, all: [{ g: 'U?', f: 7 }] } },
    ],
  },
  {
    feature: 'value types of several subgraphs, put together item by item',
    subgraphs: {
      names: {
        sdl: 'type Query { book: Book } type Book @key(fields: "id") { id: ID! parts: [Part!]! @shareable } type Part @shareable { n: Int! }',
        resolvers: { Query: { book: () => ({ id: '1', parts: [{ n: 1 }, { n: 2 }] }) } },
      },
      texts: {
        sdl: 'type Book @key(fields: "id") { id: ID! parts: [Part!]! @shareable } type Part { n: Int! @shareable text: String! }',
        resolvers: {
          Book: {
            parts: () => [
              { n: 1, text: 'one' },
              { n: 2, text: 'two' },
            ],
          },
        },
      },
    },
    asks: [
      {
        query: '{ book { parts { n text } } }',
        data: {
          book: {
            parts: [
              { n: 1, text: 'one' },
              { n: 2, text: 'two' },
            ],
          },
        },
      },
    ],
  },
  {
    feature: 'errors at the places of the entities that they are about',
    subgraphs: {
      refs: {
        sdl: 'type Query { a: [Thing!]! b: Thing } type Thing @key(fields: "id") { id: ID! }',
        resolvers: { Query: { a: () => [{ id: '1' }, { id: '2' }, { id: '2' }], b: () => ({ id: '2' }) } },
      },
      rows: {
        sdl: 'type Thing @key(fields: "id") { id: ID! word: String }',
        resolvers: {
          Thing: {
            word: ({ id }: Row) => {
              if (id === '2') throw new Error('no word for 2');
              return 'one';
            },
          },
        },
      },
    },
    asks: [
      {
        query: '{ a { word } }',
        data: { a: [{ word: 'one' }, { word: null }, { word: null }] },
        errors: [
          { message: 'no word for 2', path: ['a', 1, 'word'] },
          { message: 'no word for 2', path: ['a', 2, 'word'] },
        ],
      },
    ],
  },
];
/** What the mutations of the cases have done: to be emptied before each. */
export const log: string[] = [];
