import {
  buildSchema,
  defaultFieldResolver,
  execute,
  getNamedType,
  GraphQLError,
  isLeafType,
  parse,
  print,
  validate,
  type GraphQLFieldResolver,
} from 'graphql';
import { describe, expect, it } from 'vitest';
import { rewritings, WAY_NAMES, type Answer } from '../support/rewritings.ts';

const schema = buildSchema(`
  scalar Json
  scalar Day
  enum Size { SMALL LARGE }
  input Range { from: Int = 1, to: Int, sizes: [Size!] }
  input Filter { name: String, ids: [ID!], ranges: [Range!], size: Size, not: Filter, any: Json }
  input Choice @oneOf { id: ID, name: String }
  interface Named { id: ID! name: String friend: Named friends(first: Int = 2): [Named!] label: String }
  interface Aged implements Named {
    id: ID! name: String friend: Named friends(first: Int = 2): [Named!] label: String age: Int
  }
  type Cat implements Aged & Named {
    id: ID! name: String friend: Cat friends(first: Int = 2): [Named!] label: String! age: Int lives: Int!
    toy(size: Size): Toy
  }
  type Dog implements Aged & Named {
    id: ID! name: String friend: Named friends(first: Int = 2, sorted: Boolean): [Named!] label: String age: Int
    toy(size: Size): Toy tricks: [[String]] broken: String brokenForSure: String!
  }
  type Stone implements Named {
    id: ID! name: String friend: Named friends(first: Int = 2): [Named!] label: String weight(in: String): Float
  }
  type Toy { id: ID! size: Size! owner: Thing things: [Thing] }
  union Thing = Cat | Dog | Toy
  type Query {
    id: ID
    name: String
    node(id: ID!): Named
    cat: Cat
    dog: Dog
    things: [Thing]
    named: [[Named]]
    aged: [Aged!]!
    none: Cat
    noThings: [Thing!]
    echo(
      filter: Filter, filters: [Filter!], ids: [ID!], size: Size, sizes: [Size], number: Float, flag: Boolean
    ): String
    chosen(by: Choice!): String
    json(value: Json): Json
    day(on: Day): Day
    fails: String
    brokenDog: Dog
    brokenDogs: [Dog]
  }
  type Change { count: Int! before: Int query: Query }
  type Mutation { add(number: Int!): Change multiply(by: Int!): Change fails(why: String): Change }
`);

type Row = Record<string, unknown>;

/** Rows anew for each operation, as mutations change them. */
function rows(): Row {
  const cat: Row = { __typename: 'Cat', id: 'c', name: 'Cleo', age: 3, lives: 9, label: 'a cat' };
  const dog: Row = { __typename: 'Dog', id: 'd', name: null, age: null, label: null };
  const tricks = [['sit', null], [], null];
  const stone: Row = { __typename: 'Stone', id: 's', name: 'Sid', label: 'a stone' };
  const toy: Row = { __typename: 'Toy', id: 't', size: 'LARGE', owner: dog, things: [cat, null, dog] };
  const fails = (message: string) => () => {
    throw new GraphQLError(message, { extensions: { code: 'BROKEN' } });
  };
  Object.assign(cat, { friend: cat, toy: (args: Row) => (args['size'] === 'SMALL' ? null : toy) });
  Object.assign(dog, { friend: stone, toy, tricks, broken: fails('It is broken.') });
  Object.assign(dog, { brokenForSure: fails('It is broken for sure.') });
  Object.assign(stone, { friend: null, weight: (args: Row) => (args['in'] === 'kg' ? 1.5 : 1500) });
  const all = [cat, dog, stone];
  for (const row of all) row['friends'] = ({ first }: { first: number }) => all.slice(0, first);
  const echo = (args: Row) => JSON.stringify(sorted(args));
  let count = 1;
  const changed = (next: number) => {
    const before = count;
    count = next;
    return { count, before, query: root };
  };
  const root: Row = {
    id: 'root',
    name: 'the root',
    cat,
    dog,
    none: null,
    noThings: [],
    things: [cat, null, dog, toy],
    aged: [cat, dog],
    named: [[cat, dog], [], null, [stone, null]],
    brokenDog: dog,
    brokenDogs: [dog, null, dog],
    node: ({ id }: Row) => all.find((row) => row['id'] === id) ?? null,
    echo,
    chosen: echo,
    json: ({ value }: Row) => value,
    day: ({ on }: Row) => on,
    fails: fails('It fails.'),
    add: ({ number }: { number: number }) => changed(count + number),
    multiply: ({ by }: { by: number }) => changed(count * by),
  };
  return root;
}

const OPERATIONS: { query: string; variables?: Row; operationName?: string }[] = [
  { query: '{ id name }' },
  { query: '{ name: id id: name }' },
  { query: '{ __typename cat { __typename id name lives } }' },
  { query: '{ cat { friend { friend { id name } name } id } none { id } }' },
  { query: '{ dog { id name label tricks } }' },
  { query: '{ node(id: "s") { id name ... on Stone { weight(in: "kg") } } }' },
  { query: '{ node(id: "nobody") { id } other: node(id: "d") { id ... on Aged { age } } }' },
  { query: '{ things { __typename ... on Cat { id lives } ... on Dog { tricks id } ... on Toy { size } } }' },
  { query: '{ things { ... on Named { id friends { id __typename } } ... on Toy { owner { ... on Dog { id } } } } }' },
  {
    query: `
      { things { kind: __typename ... on Cat { it: lives } ... on Dog { age } ... on Toy { it2: id } } noThings {
      __typename } }
    `,
  },
  { query: '{ named { id name label friend { id ... on Cat { lives } } } }' },
  { query: '{ named { id friends(first: 3) { name label } ... on Dog { friends(first: 3) { id } toy { size } } } }' },
  { query: '{ aged { ... on Named { name } age ... on Cat { toy(size: SMALL) { id } } ... on Dog { toy { id } } } }' },
  {
    query: `
      { aged { ...A friend { ...N ...A } } } fragment A on Aged { id age ...N } fragment N on Named { id name }
    `,
  },
  {
    query: `
      { cat { ...C toy { ...T owner { ...O } } } } fragment C on Cat { id } fragment T on Toy { id things { ...O }
      } fragment O on Thing { ... on Named { id } ... on Toy { id } }
    `,
  },
  {
    query: `
      { cat { id ...C @include(if: false) } dog { ... @skip(if: true) { id } name } } fragment C on Cat { lives }
    `,
  },
  {
    query: `
      query ($yes: Boolean!, $no: Boolean = false) { cat @include(if: $yes) { id @skip(if: $no) name @include(if:
      $no) } dog @skip(if: $yes) { id } }
    `,
    variables: { yes: true },
  },
  { query: '{ cat { id __typename @skip(if: true) } things { ... on Cat { __typename } ... on Dog { id } } }' },
  {
    query: `
      { echo(filter: { name: "n", ids: ["1", 2], ranges: [{ to: 3, sizes: [SMALL] }, { from: null }], not: { not:
      { size: LARGE } } }) }
    `,
  },
  {
    query: `
      { echo(filters: { name: "alone" }, ids: "alone", sizes: [LARGE, null], number: 3, flag: true, size: null) }
    `,
  },
  {
    query: `
      query ($to: Int, $none: Int) { echo(filter: { ranges: [{ from: $none, to: $to }, { from: 4 }] }, number:
      1.5e3) }
    `,
    variables: { to: 7 },
  },
  { query: 'query ($filter: Filter = { name: "by default" }) { echo(filter: $filter, ids: []) }' },
  { query: '{ echo(filter: { any: { a: [1, "x", { b: true }] } }) json(value: { a: [1, 2] }) day(on: "2026-01-01") }' },
  {
    query: `
      { a: echo(number: 1) b: echo(number: 1.0) cat { toy(size: LARGE) { id } } more: cat { toy(size: LARGE) {
      size } } }
    `,
  },
  { query: '{ chosen(by: { id: "1" }) more: chosen(by: { name: "n" }) }' },
  { query: '{ id fails name }' },
  { query: '{ dog { id broken } cat { id } }' },
  { query: '{ brokenDog { id brokenForSure } id }' },
  { query: '{ brokenDogs { id bad: brokenForSure } name }' },
  { query: '{ brokenDogs { name ... on Named { id ... on Dog { alias: broken } } } }' },
  { query: '{ cat { id } cat { name } ... on Query { cat { lives } } ... { cat { friend { id } } } }' },
  { query: '{ __schema { queryType { name kind } } __type(name: "Cat") { name fields { name } } id }' },
  {
    query: `
      query A { id } query B { cat { name ...C } } query C { name } fragment C on Cat { lives }
    `,
    operationName: 'B',
  },
  { query: '{ id yes: name typename: id excluded: name no: id }' },
  { query: '{ json(value: { id: 1, name: { id: 2 } }) named { id } }' },
  {
    query: `
      mutation { one: add(number: 2) { count before } two: multiply(by: 5) { before count } three: add(number: 1)
      { count } }
    `,
  },
  {
    query: `
      mutation ($by: Int!) { ...M multiply(by: $by) { count query { id cat { name } } } } fragment M on Mutation {
      add(number: 3) { count } }
    `,
    variables: { by: 4 },
  },
  { query: 'mutation { add(number: 2) { count before query { things { __typename } } } multiply(by: 3) { count } }' },
];

/** Executes an operation; says errors in an order of their own, as the order of fields is theirs. */
function answered(
  document: ReturnType<typeof parse>,
  variables: Row,
  operationName?: string,
  fieldResolver: GraphQLFieldResolver<unknown, unknown> = defaultFieldResolver,
): Answer {
  const rootValue = rows();
  const result = execute({ schema, document, variableValues: variables, operationName, rootValue, fieldResolver });
  return JSON.parse(JSON.stringify(result)) as Answer;
}

function comparable({ data, errors }: Answer) {
  const said = errors?.map(({ message, path }) => JSON.stringify({ message, path })).toSorted();
  return { data, errors: said };
}

/** All operations in all ways, with the answers to the original and to the rewritten, turned back. */
function* everyWay(fieldResolver?: GraphQLFieldResolver<unknown, unknown>) {
  for (const { query, variables = {}, operationName } of OPERATIONS) {
    const document = parse(query);
    const original = answered(document, variables, operationName, fieldResolver);
    for (const rewritten of rewritings(schema, document, variables, operationName)) {
      const answer = answered(rewritten.document, rewritten.variables, rewritten.operationName, fieldResolver);
      yield { query, rewritten, original, answer, back: rewritten.back(answer) };
    }
  }
}

describe('an operation rewritten', () => {
  const cases = OPERATIONS.map((each) => ({ ...each, query: each.query.replace(/\s+/g, ' ').trim() }));
  it.each(cases)('has the answer of the original: $query', ({ query, variables = {}, operationName }) => {
    const document = parse(query);
    expect(validate(schema, document)).toEqual([]);
    const original = comparable(answered(document, variables, operationName));
    const all = rewritings(schema, document, variables, operationName);
    expect(all.length).toBeGreaterThan(5);
    for (const { way, document: changed, variables: given, operationName: name, back } of all) {
      const text = `${way}: ${print(changed)}`;
      expect(
        validate(schema, changed).map(({ message }) => message),
        text,
      ).toEqual([]);
      // What is printed and read again is what a subgraph or a client of another make would see.
      expect(print(parse(print(changed))), text).toBe(print(changed));
      expect(comparable(back(answered(changed, given, name))), text).toEqual(original);
    }
  });

  it('is rewritten in every way by one operation or another', () => {
    const counts = new Map(WAY_NAMES.map((way) => [way, 0]));
    for (const {
      rewritten: { way },
    } of everyWay())
      counts.set(way, counts.get(way)! + 1);
    expect([...counts].filter(([, count]) => count < 3)).toEqual([]);
  });

  it('has another answer before it is turned back, where keys are renamed or something is added', () => {
    const changed = new Set<string>();
    for (const {
      rewritten: { way },
      original,
      answer,
    } of everyWay()) {
      if (JSON.stringify(comparable(answer)) !== JSON.stringify(comparable(original))) changed.add(way);
    }
    expect([...changed]).toEqual(
      expect.arrayContaining([
        'aliases swapped',
        'aliases of other fields',
        'aliases unique',
        'typename everywhere',
        'introspection beside',
        'introspection in fragments',
      ]),
    );
  });

  it('keeps the number and the order of what a mutation does', () => {
    const document = parse('mutation { add(number: 2) { count before } multiply(by: 5) { count } }');
    const ways = rewritings(schema, document, {});
    expect(ways.map(({ way }) => way)).toEqual(expect.arrayContaining(['selections doubled', 'selections reversed']));
    for (const { way, document: changed, variables, operationName } of ways) {
      const done: string[] = [];
      answered(changed, variables, operationName, (source, args: Row, context, info) => {
        if (info.parentType.name === 'Mutation' && !info.fieldName.startsWith('__')) done.push(info.fieldName);
        return defaultFieldResolver(source, args, context, info);
      });
      expect(done, way).toEqual(['add', 'multiply']);
    }
  });
});

describe('an executor that is wrong', () => {
  /** The ways by which a wrong executor shows. */
  const waysThatShow = (fieldResolver: GraphQLFieldResolver<unknown, unknown>) => {
    const shown = new Set<string>();
    for (const {
      rewritten: { way },
      original,
      back,
    } of everyWay(fieldResolver)) {
      if (JSON.stringify(sorted(comparable(back))) !== JSON.stringify(sorted(comparable(original)))) shown.add(way);
    }
    return [...shown];
  };

  it('shows where it takes response keys for names of fields', () => {
    const ways = waysThatShow((source, args: Row, context, info) => {
      const isLeaf = info.parentType.name !== 'Query' && isLeafType(getNamedType(info.returnType));
      const fieldName = isLeaf ? String(info.path.key) : info.fieldName;
      return defaultFieldResolver(source, args, context, { ...info, fieldName });
    });
    expect(ways).toEqual(expect.arrayContaining(['aliases swapped', 'aliases of other fields', 'aliases unique']));
    expect(ways).not.toContain('inline fragments');
  });

  it('shows where it takes only the first of the selections that make up a field', () => {
    const ways = waysThatShow((source, args: Row, context, info) => {
      const value: unknown = defaultFieldResolver(source, args, context, info);
      const [first, ...others] = info.fieldNodes.map((node) => print(node));
      return others.some((other) => other !== first) ? null : value;
    });
    expect(ways).toContain('root fields torn');
  });

  it('shows where it does not read variables', () => {
    const ways = waysThatShow((source, args: Row, context, info) => {
      const isGiven = info.fieldNodes.some((node) => JSON.stringify(node.arguments).includes('"Variable"'));
      return isGiven ? null : defaultFieldResolver(source, args, context, info);
    });
    expect(ways.toSorted()).toEqual(['arguments as variables', 'values as variables']);
  });
});

function sorted(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(sorted);
  if (!value || typeof value !== 'object') return value;
  const entries = Object.entries(value).toSorted(([one], [other]) => (one < other ? -1 : 1));
  return Object.fromEntries(entries.map(([key, inner]) => [key, sorted(inner)]));
}
