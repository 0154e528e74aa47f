import { beforeEach, describe, expect, it } from 'vitest';
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
    stock: { sdl: 'type Query { items: [Item!]! same: [Item!]! } type Item @key(fields: "id") { id: ID! name: String! }', resolvers: { Query: { items: () => items.map(({ id }) => ({ id, name: `n${id}` })), same: () => [items[0], items[0], items[0]].map((item) => ({ id: item!.id, name: 'n1' })) } } },
    notes: { sdl: 'type Query { other: String } type Item @key(fields: "id") { id: ID! note(of: String): String must: String! }', resolvers: { Query: { other: () => 'here' }, Item: { note: ({ id }: Row, { of }: Row) => `${id}${of ?? ''}`, must: () => 'yes' } } },
  };

  it('asks for each entity once, however often it is there', async () => {
    const { ask, requests } = await federation(shop);
    expect((await ask('{ same { note } }')).data).toEqual({ same: [{ note: '1' }, { note: '1' }, { note: '1' }] });
    expect(requests.find(({ subgraph }) => subgraph === 'notes')!.variables).toEqual({ representations: [{ __typename: 'Item', id: '1' }] });
  });

  it('answers what it can when a subgraph is away, and says which it was', async () => {
    const { ask, down } = await federation(shop);
    down.add('notes');
    const { data, errors } = await ask('{ items { id note } other }');
    expect(data).toEqual({ items: [{ id: '1', note: null }, { id: '2', note: null }, { id: '3', note: null }], other: null });
    expect(errors!.every(({ extensions }) => extensions['serviceName'] === 'notes')).toBe(true);
    expect((await ask('{ items { must } }')).data).toBeNull();
    down.add('stock');
    expect((await ask('{ other }')).data).toEqual({ other: null });
  });

  it('answers questions about the schema beside others, and those alone', async () => {
    const { ask } = await federation(shop);
    const { data } = await ask('query ($name: String!) { __type(name: $name) { name fields { name } } items { ...I } } fragment I on Item { id }', { name: 'Item' });
    expect(data).toEqual({ __type: { name: 'Item', fields: expect.arrayContaining([{ name: 'id' }, { name: 'name' }, { name: 'note' }, { name: 'must' }]) }, items: [{ id: '1' }, { id: '2' }, { id: '3' }] });
    expect((await ask('{ __schema { queryType { name } } }')).data).toEqual({ __schema: { queryType: { name: 'Query' } } });
    expect((await ask('{ __typename }')).data).toEqual({ __typename: 'Query' });
  });

  it('refuses variables that do not fit, and says why', async () => {
    const { ask } = await federation(shop);
    const { data, errors } = await ask('query ($of: String) { items { note(of: $of) } }', { of: { no: 'string' } });
    expect(data).toBeUndefined();
    expect(errors).toMatchObject([{ message: expect.stringContaining('"$of" got invalid value'), extensions: { code: 'BAD_USER_INPUT' } }]);
  });
});
