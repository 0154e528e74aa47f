import { readFileSync } from 'node:fs';
import { parse, print } from 'graphql';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { partnerGateway } from '../../gateway/federation/partnerGraph.ts';
import { federation } from '../support/federation.ts';
import { Graph, STAFF } from '../support/graph.ts';
import { queriesOf } from '../support/printed.ts';
import { rewritings, WAY_NAMES, type Answer } from '../support/rewritings.ts';
import { CASES, log } from './cases.ts';
import { OPERATIONS, type AskedOperation } from './operations.ts';

interface Said extends Answer {
  errors?: readonly { message: string; path?: readonly (string | number)[]; extensions?: Record<string, unknown> }[];
}

/** What two wordings must have in common: the data, and where which errors are. */
function comparable({ data, errors }: Said) {
  const said = errors?.map(({ path, extensions }) => JSON.stringify([path ?? null, extensions?.['code'] ?? null]));
  return { data, errors: said && [...new Set(said)].toSorted() };
}

describe.each(CASES)('somebody who asks in another way for: $feature', ({ subgraphs, asks }) => {
  beforeEach(() => {
    log.length = 0;
  });

  it('gets the same', async () => {
    const { ask, schema } = await federation(subgraphs);
    let ways = 0;
    for (const { query, variables = {}, data } of asks) {
      const before = [...log];
      const original = await ask(query, variables);
      expect(original.data, query).toEqual(data);
      const after = [...log];
      for (const { way, document, variables: given, operationName, back } of rewritings(
        schema,
        parse(query),
        variables,
      )) {
        // What a mutation does, it does anew.
        log.splice(0, log.length, ...before);
        const answer = await ask(print(document), given, operationName);
        expect(comparable(back(answer)), `${way}: ${print(document)}`).toEqual(comparable(original));
        expect(log, way).toEqual(after);
        ways += 1;
      }
    }
    expect(ways).toBeGreaterThan(asks.length * 8);
  });
});

describe('somebody who asks our own graph in another way', () => {
  let graph: Graph;
  let schema: Awaited<ReturnType<typeof partnerGateway>>['apiSchema'];
  beforeAll(async () => {
    graph = await Graph.start('demo');
    ({ apiSchema: schema } = await partnerGateway(async () => ({ data: {} })));
  });
  afterAll(() => graph.stop());

  const history = readFileSync(new URL('../../gateway/history.graphql', import.meta.url), 'utf8');
  const all: AskedOperation[] = [...queriesOf(), history].map((query) => ({ query }));
  all.push(...OPERATIONS);
  const named = all.map((each) => ({ ...each, name: each.query.replace(/\s+/g, ' ').trim().slice(0, 100) }));
  let asked = 0;
  let skipped = 0;
  const used = new Map<string, number>();

  const ask = async (query: string, variables: Record<string, unknown>, operationName?: string): Promise<Said> => {
    const headers = { 'content-type': 'application/json', authorization: `Bearer ${STAFF}` };
    const body = JSON.stringify({ query, variables, operationName });
    return (await (await fetch(graph.url, { method: 'POST', headers, body })).json()) as Said;
  };

  it.each(named)('gets the same: $name', async ({ query, variables = {} }) => {
    const original = await ask(query, variables);
    expect(original.data, JSON.stringify(original.errors)).toBeDefined();
    for (const { way, document, variables: given, operationName, back } of rewritings(
      schema,
      parse(query),
      variables,
    )) {
      const answer = await ask(print(document), given, operationName);
      asked += 1;
      if (isOverLimit(answer)) {
        skipped += 1;
        continue;
      }
      used.set(way, (used.get(way) ?? 0) + 1);
      expect(comparable(back(answer)), `${way}: ${print(document)}`).toEqual(comparable(original));
    }
  });

  it('was heard in every way, and seldom refused for its length, cost or depth', () => {
    expect(named.length).toBeGreaterThan(45);
    expect(WAY_NAMES.filter((way) => !used.get(way))).toEqual([]);
    expect(asked).toBeGreaterThan(700);
    expect(skipped).toBeLessThan(asked / 20);
  });
});

/** Whether an operation was refused before it was executed, as it is too long, too deep or too costly. */
function isOverLimit({ data, errors }: Said): boolean {
  if (data !== undefined || !errors) return false;
  return errors.every(({ message, extensions }) => {
    const code = extensions?.['code'];
    if (code === 'QUERY_TOO_COSTLY' || code === 'PLAN_TOO_COMPLEX') return true;
    return /nested more than \d+ deep|contains more than 4000 tokens/.test(message);
  });
}
