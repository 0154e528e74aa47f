import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { Graph, STAFF } from '../support/graph.ts';
import type { Answer } from './answers.ts';
import type { Operation } from './operations.ts';
import { compareOwn, ownReference } from './ownGraph.ts';
import { scaled } from '../support/time.ts';

describe('our own graph', () => {
  let graph: Graph;
  beforeAll(async () => {
    graph = await Graph.start('demo');
  });
  afterAll(() => graph.stop());

  /** Asks as a client does, and every fifth question twice: the second answer may come from the cache. */
  const ask = () => {
    let asked = 0;
    return async ({ text, variables, operationName }: Operation): Promise<Answer> => {
      const once = async () => {
        const headers = { 'content-type': 'application/json', authorization: `Bearer ${STAFF}` };
        const response = await fetch(graph.url, {
          method: 'POST',
          headers,
          body: JSON.stringify({ query: text, variables, operationName }),
        });
        return response.text();
      };
      const answer = await once();
      if (asked++ % 5 === 0) expect(await once(), text).toBe(answer);
      return JSON.parse(answer) as Answer;
    };
  };

  it(
    'answers 300 random operations as graphql-js does over the same resolvers',
    async () => {
      const { asked, answered, refused, differing } = await compareOwn(ownReference(graph.running), ask(), {
        seed: 11,
        operations: 300,
      });
      for (const { operation, differences, answer, right } of differing) {
        expect({ differences, ...answer }, `${operation.text}\n${JSON.stringify(operation.variables)}`).toEqual({
          differences: [],
          ...right,
        });
      }
      expect(asked).toBe(300);
      expect(answered).toBeGreaterThan(200);
      expect(refused).toBeLessThan(60);
    },
    scaled(120_000),
  );
});
