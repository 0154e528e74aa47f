import { describe, expect, it } from 'vitest';
import { described, runSupergraph, shrunkFinding } from './run.ts';
import { scaled } from '../support/time.ts';

const SEED = 11;
const SUPERGRAPHS = 80;
const OPERATIONS = 25;

/** What must have been made use of, in how many operations at least. */
const COVERED: Readonly<Record<string, number>> = {
  entities: 300,
  '@requires': 30,
  '@requires with arguments': 5,
  '@requires, nested': 10,
  'interface objects': 30,
  'entities by their interface': 10,
  '@override': 10,
  '@provides (external field asked)': 5,
  '@shareable fields': 30,
  'shared value types': 100,
  'compound keys or requirements': 20,
  'nested keys or requirements': 5,
  mutations: 50,
};

describe('the gateway', () => {
  it(
    `answers random operations over random supergraphs as graphql-js does over all of it at once`,
    async () => {
      const features = new Map<string, number>();
      let asked = 0;
      let discarded = 0;
      for (let index = 0; index < SUPERGRAPHS; index++) {
        const run = await runSupergraph({ seed: SEED, index, operations: OPERATIONS });
        const [first] = run.differing;
        if (first) {
          const finding = await shrunkFinding(SEED, index, first.number, 20_000);
          const what = `supergraph ${index}, operation ${first.number}: ${first.differences.join(', ')}`;
          expect.fail(`${what}
${finding ? described(finding) : ''}`);
        }
        asked += run.operations;
        if (run.discarded) discarded++;
        for (const [name, count] of Object.entries(run.features)) features.set(name, (features.get(name) ?? 0) + count);
      }
      expect(discarded).toBeLessThan(SUPERGRAPHS / 10);
      expect(asked).toBeGreaterThan(SUPERGRAPHS * OPERATIONS * 0.9);
      for (const [name, least] of Object.entries(COVERED))
        expect(features.get(name) ?? 0, name).toBeGreaterThanOrEqual(least);
    },
    scaled(120_000),
  );
});
