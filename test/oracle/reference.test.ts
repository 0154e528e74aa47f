import { parse, validate } from 'graphql';
import { beforeEach, describe, expect, it } from 'vitest';
import { CASES, log } from '../federation/cases.ts';
import { asJson } from './answers.ts';
import { reference } from './reference.ts';
import { compose } from './supergraphs.ts';

const placeText = (error: unknown) => JSON.stringify((error as { path?: unknown }).path);

describe('the reference', () => {
  beforeEach(() => {
    log.length = 0;
  });

  // Contexts are the one feature that the reference does not know.
  const known = CASES.filter(({ feature }) => !feature.startsWith('@fromContext'));

  it.each(known)('gives the answers that were worked out by hand: $feature', async ({ subgraphs, asks }) => {
    const composed = compose(subgraphs);
    if ('reasons' in composed) throw new Error(composed.reasons.join('\n'));
    const { schema, execute } = reference(composed.supergraph, {
      subgraphs: Array.from(composed.schemas, ([name, each]) => ({ name, schema: each })),
    });
    for (const { query, variables, data, errors } of asks) {
      const document = parse(query);
      expect(validate(schema, document), query).toEqual([]);
      const answer = asJson(await execute({ document, variables }));
      expect(answer.data, query).toEqual(data);
      // Errors have no order.
      const inOrder = (all: readonly unknown[] = []) =>
        all.toSorted((a, b) => placeText(a).localeCompare(placeText(b)));
      if (errors) expect(inOrder(answer.errors), query).toMatchObject(inOrder(errors));
      // Where an entity is gone, graphql-js says what must not be null because of it.
      else
        expect(
          answer.errors?.filter(({ message }) => !message.startsWith('Cannot return null for non-nullable')) ?? [],
          query,
        ).toEqual([]);
    }
  });
});
