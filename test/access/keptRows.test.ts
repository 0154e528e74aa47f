import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { RowCache } from '../../subgraphs/kit/read/cache.ts';
import { Caller, NOBODY, SCOPES } from '../../subgraphs/kit/caller.ts';
import type { Database } from '../../subgraphs/kit/read/database.ts';
import { cachedQuery, type Loading } from '../../subgraphs/kit/read/loaders.ts';
import { ANONYMOUS, EXPLORER, Graph, STAFF } from '../support/graph.ts';

describe('rows that are kept in memory', () => {
  let graph: Graph;
  let hub: string;
  let localAuthority: string;
  beforeAll(async () => {
    graph = await Graph.start('demo');
    const { data } = await graph.ask(`{
      hubs(first: 1) { nodes { id } }
      school(urn: "900374") { localAuthority { code } }
    }`);
    hub = data.hubs.nodes[0].id;
    localAuthority = data.school.localAuthority.code;
  });
  afterAll(() => graph.stop());

  const LISTS = {
    'a trust': (filter: string) =>
      `{ trust(uid: "90001") { schools(first: 50, filter: { ${filter} }) { totalCount nodes { urn name } } } }`,
    'a local authority': (filter: string) =>
      `{ school(urn: "900374") { localAuthority { schools(first: 50, filter: { ${filter} }) { totalCount nodes { urn } } } } }`,
    'the register': (filter: string) =>
      `{ schools(first: 50, filter: { localAuthority: ["${localAuthority}"], ${filter} }) { totalCount nodes { urn } } }`,
  };

  it.each(Object.entries(LISTS))(
    'of the schools of %s tell nobody without a token who is in the network',
    async (_, list) => {
      for (const filter of ['member: true', 'member: false', `hub: ["${hub}"]`]) {
        const query = list(filter);
        // Staff first, so that what is kept for them is there when others ask; twice, since a kept answer is another thing.
        for (const as of [STAFF, EXPLORER]) expect((await graph.ask(query, {}, as)).errors, query).toBeUndefined();
        for (const text of [query, query.replace('totalCount', 'n: totalCount')]) {
          const { errors, text: answer } = await graph.ask(text, {}, ANONYMOUS);
          expect(errors, text).toMatchObject([{ extensions: { code: 'UNAUTHORIZED_FIELD' } }]);
          expect(answer).not.toContain('"urn"');
        }
      }
    },
  );

  it('are kept for each row scope apart, unless their loader says that they are the same for everyone', async () => {
    const cache = new RowCache('rows', 'schools');
    cache.hears('schools', true);
    const db = { cache, checkAnnounced: () => undefined } as unknown as Database;
    const staff = new Caller({ client: 'staff', scopes: SCOPES });
    const client = new Caller({ client: 'explorer', scopes: [] });
    const ofTrust = new Caller({ client: 'explorer', trust: '90001', scopes: [] });
    const read = (seenBy: Loading['seenBy'], value: string) =>
      cachedQuery(db, { name: 'list', seenBy, from: ['school.*'] }, [1], async () => value);
    const callers = [staff, client, ofTrust, NOBODY];
    const answers = await Promise.all(callers.map((caller, index) => read(caller, `of ${index}`)));
    expect(answers).toEqual(['of 0', 'of 1', 'of 2', 'of 3']);
    expect(await read(new Caller({ client: 'another', scopes: [] }), 'anew')).toBe('of 1');
    expect([await read('everyone', 'first'), await read('everyone', 'second')]).toEqual(['first', 'first']);
  });

  it('cannot be declared without saying who may have them', () => {
    // @ts-expect-error -- whose the rows are is part of what a loader declares
    const loading: Loading = { name: 'list', from: ['school.*'] };
    expect(loading).toBeDefined();
  });
});
