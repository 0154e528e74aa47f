import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import { Reads, type Statement } from '../../subgraphs/kit/read/pipeline.ts';
import { exampleOperations } from '../support/printed.ts';
import { Graph, STAFF } from '../support/graph.ts';

/** What differs from one start to the next and says nothing of how an operation is answered. */
const shapeOf = (statement: string) => statement.replaceAll(/\s+/g, ' ').trim();

describe('how the example operations are answered', () => {
  let graph: Graph;
  beforeAll(async () => {
    graph = await Graph.start('demo', { cache: false });
    // Whatever is asked of PostgreSQL once, before the first operation, is asked now.
    await graph.ask('{ network { schools } }', {}, STAFF);
  });
  afterAll(() => graph.stop());

  it.each(exampleOperations().filter(({ query }) => !/^mutation/m.test(query)))(
    '$name: its plan, and the SQL that is sent',
    async ({ query }) => {
      const sent: string[] = [];
      const send = Reads.prototype.send;
      const spy = vi.spyOn(Reads.prototype, 'send').mockImplementation(function (
        this: Reads,
        statement: Statement,
        values: unknown[],
      ) {
        sent.push(shapeOf(statement.text));
        return send.call(this, statement, values);
      } as typeof send);
      const response = await fetch(graph.url, {
        method: 'POST',
        headers: { 'content-type': 'application/json', authorization: `Bearer ${STAFF}` },
        body: JSON.stringify({ query, extensions: { plan: true } }),
      });
      spy.mockRestore();
      const { errors, extensions } = (await response.json()) as { errors?: object[]; extensions: { plan: object } };
      expect(errors).toBeUndefined();
      expect(extensions.plan).toMatchSnapshot('plan');
      expect(sent.toSorted()).toMatchSnapshot('SQL');
    },
  );
});
