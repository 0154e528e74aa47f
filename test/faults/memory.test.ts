import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import {
  boundedCache,
  bytesOf,
  cacheBudget,
  CACHE_KINDS,
  cacheUse,
  shortKey,
} from '../../subgraphs/kit/read/boundedCache.ts';
import { RowCache } from '../../subgraphs/kit/read/cache.ts';
import { ImportReport } from '../../subgraphs/kit/import/report.ts';
import { reasonOf } from '../../subgraphs/kit/domain/markers.ts';
import { rangeOf } from '../../subgraphs/outcomes/measures.ts';
import { ANONYMOUS, Graph } from '../support/graph.ts';

describe('what is kept in memory', () => {
  let graph: Graph;
  beforeAll(async () => {
    graph = await Graph.start('demo');
  });
  afterAll(() => graph.stop());

  it('is bounded by bytes, of which all caches together have as many as CACHE_MB says', () => {
    process.env['CACHE_MB'] = '100';
    const cache = new RowCache('answers', 'schools');
    delete process.env['CACHE_MB'];
    cache.hears('schools', true);
    const keep = (key: string, value: string) => cache.put(key, { value }, [`school.urn=${key}`], cache.begin()!);
    // The share of answers is 20 MB: two of these go in, and one that is larger than all of it does not.
    for (const key of ['a', 'b', 'c']) keep(key, key.repeat(4_000_000));
    keep('d', 'd'.repeat(11_000_000));
    expect(['a', 'b', 'c', 'd'].map((key) => cache.get(key) !== undefined)).toEqual([false, true, true, false]);
  });

  it('is shown in the metrics, kind by kind', async () => {
    await graph.ask('{ school(urn: "900374") { name } }');
    const text = await (await fetch(graph.url.replace('/graphql', '/metrics'))).text();
    const figures = new Map(
      [...text.matchAll(/^cache_limit_bytes\{cache="(\w+)"\} (\d+)$/gm)].map(([, kind, bytes]) => [
        kind,
        Number(bytes),
      ]),
    );
    expect([...figures.keys()]).toEqual(CACHE_KINDS);
    expect(Number(/^cache_bytes\{cache="rows"\} (\d+)$/m.exec(text)![1])).toBeGreaterThan(0);
  });

  it('has no key that is as long as what a client has sent', async () => {
    for (const kind of CACHE_KINDS) expect(cacheUse(kind).bytes).toBeLessThanOrEqual(cacheUse(kind).limit);
    expect(shortKey('x'.repeat(4_000_000)).length).toBeLessThan(50);
    const cache = new RowCache('rows', 'schools');
    cache.hears('schools', true);
    const long = 'x'.repeat(1_000_000);
    cache.put(long, 'value', [`school.name=${long}`], cache.begin()!);
    expect(cache.get(long)?.value).toBe('value');
    cache.changed({ table: 'school', keys: { name: [long] } });
    expect(cache.get(long)).toBeUndefined();
  });

  it('is estimated without recursion', () => {
    let deep: unknown = 'x';
    for (let depth = 0; depth < 500_000; depth++) deep = [deep];
    expect(bytesOf(deep)).toBeGreaterThan(500_000);
    expect(bytesOf({ name: 'x'.repeat(1_000) })).toBeGreaterThan(2_000);
    // A list is estimated from some of its items.
    const rows = Array.from({ length: 10_000 }, () => ({ name: 'x'.repeat(100) }));
    expect(bytesOf(rows) / (10_000 * bytesOf(rows[0]))).toBeCloseTo(1, 0);
  });

  it('has a default, and refuses an amount that is none', () => {
    expect(cacheBudget({})).toBeGreaterThan(50_000_000);
    expect(() => cacheBudget({ CACHE_MB: 'much' })).toThrow('CACHE_MB=much is not an amount of memory');
    expect(boundedCache('tokens').maxSize).toBe(Math.floor((cacheBudget() * 2) / 100));
  });

  it('tells questions apart by the variables that they declare', async () => {
    const query = 'query ($u: URN!) { school(urn: $u) { urn } }';
    const asked = [{ u: '900374' }, { u: '900374', other: 1 }];
    for (const variables of asked)
      expect((await graph.ask(query, variables, ANONYMOUS)).data.school.urn).toBe('900374');
    expect(
      (await graph.ask('query ($u: URN = "900374") { school(urn: $u) { urn } }', {}, ANONYMOUS)).data.school,
    ).toEqual({ urn: '900374' });
  });
});

describe('words of files', () => {
  it('are never taken for properties of objects', () => {
    for (const word of ['constructor', '__proto__', 'toString']) {
      expect(reasonOf(word)).toBe('OTHER');
      expect(rangeOf({ code: word, unit: 'PERCENT' })).toEqual([0, 100]);
      const report = new ImportReport();
      report.marker(word);
      expect(Object.entries(report.markers)).toEqual([[word, 1]]);
    }
  });
});
