import { parse, validate } from 'graphql';
import { beforeEach, describe, expect, it } from 'vitest';
import { CASES, log } from '../federation/cases.ts';
import { asJson } from './answers.ts';
import { reference } from './reference.ts';
import { compose } from './supergraphs.ts';

describe('the reference', () => {
  beforeEach(() => {
    log.length = 0;
  });

  it.each(CASES)('gives the answers that were worked out by hand: $feature', async ({ subgraphs, asks }) => {
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
      if (errors) expect(answer.errors, query).toMatchObject(errors);
      // Where an entity is gone, graphql-js says what must not be null because of it.
      else
        expect(
          answer.errors?.filter(({ message }) => !message.startsWith('Cannot return null for non-nullable')) ?? [],
          query,
        ).toEqual([]);
    }
  });
});
