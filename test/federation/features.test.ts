import { getOperationAST, parse } from 'graphql';
import { beforeEach, describe, expect, it } from 'vitest';
import type { PlanDescription } from '../../gateway/engine/plan.ts';
import type { RequestContext } from '../../gateway/federation/supergraph.ts';
import { federation } from '../support/federation.ts';
import { CASES, items, log, type Row } from './cases.ts';

describe('the engine', () => {
  beforeEach(() => {
    log.length = 0;
  });
  it.each(CASES)('$feature', async ({ subgraphs, asks }) => {
    const { ask } = await federation(subgraphs);
    for (const { query, variables, data, errors } of asks) {
      const result = await ask(query, variables);
      expect(result.data, query).toEqual(data);
      if (errors) expect(result.errors).toMatchObject(errors);
      // An entity that is gone is no error by itself: only where it must not be null.
      else expect(result.errors, query).toBeUndefined();
    }
  });
});

describe('our engine', () => {
  const shop = {
    stock: {
      sdl: 'type Query { items: [Item!]! same: [Item!]! } type Item @key(fields: "id") { id: ID! name: String! }',
      resolvers: {
        Query: {
          items: () => items.map(({ id }) => ({ id, name: `n${id}` })),
          same: () => [items[0], items[0], items[0]].map((item) => ({ id: item!.id, name: 'n1' })),
        },
      },
    },
    notes: {
      sdl: 'type Query { other: String } type Item @key(fields: "id") { id: ID! note(of: String): String must: String! }',
      resolvers: {
        Query: { other: () => 'here' },
        Item: { note: ({ id }: Row, { of }: Row) => `${id}${of ?? ''}`, must: () => 'yes' },
      },
    },
  };

  it('asks for each entity once, however often it is there', async () => {
    const { ask, requests } = await federation(shop);
    expect((await ask('{ same { note } }')).data).toEqual({ same: [{ note: '1' }, { note: '1' }, { note: '1' }] });
    expect(requests.find(({ subgraph }) => subgraph === 'notes')!.variables).toEqual({
      representations: [{ __typename: 'Item', id: '1' }],
    });
  });

  it('answers what it can when a subgraph is away, and says which it was', async () => {
    const { ask, down } = await federation(shop);
    down.add('notes');
    const { data, errors } = await ask('{ items { id note } other }');
    expect(data).toEqual({
      items: [
        { id: '1', note: null },
        { id: '2', note: null },
        { id: '3', note: null },
      ],
      other: null,
    });
    expect(errors!.every(({ extensions }) => extensions['serviceName'] === 'notes')).toBe(true);
    expect((await ask('{ items { must } }')).data).toBeNull();
    down.add('stock');
    expect((await ask('{ other }')).data).toEqual({ other: null });
  });

  it('tells the plan that is executed, whichever share of a progressive override a request belongs to', async () => {
    const { gateway, requests } = await federation({
      old: {
        sdl: 'type Query { thing: Thing } type Thing @key(fields: "id") { id: ID! a: String }',
        resolvers: { Query: { thing: () => ({ id: '1', a: 'old' }) } },
      },
      next: {
        sdl: 'type Thing @key(fields: "id") { id: ID! a: String @override(from: "old", label: "percent(50)") }',
        resolvers: { Thing: { a: () => 'next' } },
      },
    });
    const { executor } = await gateway.load({} as never);
    const document = parse('query ($with: Boolean! = true) { thing { a @include(if: $with) } }');
    const told = new Set<string>();
    for (let time = 0; time < 60; time += 1) {
      requests.length = 0;
      const context: RequestContext = { plan: {} };
      const { data } = await executor!({
        document,
        operation: getOperationAST(document),
        request: {},
        context,
      } as never);
      const { fetches } = context.plan!.found as PlanDescription;
      const names = fetches.map(({ subgraph }) => subgraph);
      expect(names).toEqual(requests.map(({ subgraph }) => subgraph));
      expect(data).toEqual({ thing: { a: names.at(-1) } });
      told.add(names.join());
    }
    expect([...told].sort()).toEqual(['old', 'old,next']);
    // What is refused has no plan, and is refused as ever.
    const context: RequestContext = { plan: {} };
    const { errors } = await executor!({
      document,
      operation: getOperationAST(document),
      request: { variables: { with: 'x' } },
      context,
    } as never);
    expect(errors).toMatchObject([{ extensions: { code: 'BAD_USER_INPUT' } }]);
    expect(context.plan).toEqual({});
  });

  it('answers questions about the schema beside others, and those alone', async () => {
    const { ask } = await federation(shop);
    const { data } = await ask(
      'query ($name: String!) { __type(name: $name) { name fields { name } } items { ...I } } fragment I on Item { id }',
      { name: 'Item' },
    );
    expect(data).toEqual({
      __type: {
        name: 'Item',
        fields: expect.arrayContaining([{ name: 'id' }, { name: 'name' }, { name: 'note' }, { name: 'must' }]),
      },
      items: [{ id: '1' }, { id: '2' }, { id: '3' }],
    });
    expect((await ask('{ __schema { queryType { name } } }')).data).toEqual({
      __schema: { queryType: { name: 'Query' } },
    });
    expect((await ask('{ __typename }')).data).toEqual({ __typename: 'Query' });
  });

  it('refuses variables that do not fit, and says why', async () => {
    const { ask } = await federation(shop);
    const { data, errors } = await ask('query ($of: String) { items { note(of: $of) } }', { of: { no: 'string' } });
    expect(data).toBeUndefined();
    expect(errors).toMatchObject([
      { message: expect.stringContaining('"$of" got invalid value'), extensions: { code: 'BAD_USER_INPUT' } },
    ]);
  });
});
