import { setTimeout as sleep } from 'node:timers/promises';
import { Client } from 'pg';
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import { batchAcrossRequests } from '../../subgraphs/kit/read/loaders.ts';
import { Graph } from '../support/graph.ts';
import { scaled } from '../support/time.ts';

const itself = (key: string) => key;

describe('what many requests ask for at the same time', () => {
  let graph: Graph;
  let ids: string[];
  beforeAll(async () => {
    graph = await Graph.start('demo', { cache: false });
    ids = (await graph.ask('{ reviews(first: 40) { nodes { id } } }')).data.reviews.nodes.map(
      ({ id }: { id: string }) => id,
    );
  });
  afterAll(() => graph.stop());

  const review = (id: string) => graph.ask('query ($id: ID!) { review(id: $id) { id headings { code } } }', { id });

  it('is read together, each thing once', async () => {
    // While somebody holds the table, reads take their time.
    const holder = new Client({ connectionString: graph.databaseUrl });
    await holder.connect();
    await holder.query('begin; lock table reviews.review in access exclusive mode');
    const before = graph.statements;
    const execute = vi.spyOn(graph.subgraph('reviews'), 'execute');
    const asked = [...ids, ...ids].map(review);
    // All of them have come to the subgraph, and none has been answered.
    await expect.poll(() => execute.mock.calls.length, { timeout: scaled(10_000) }).toBe(asked.length);
    expect(graph.statements - before).toBeGreaterThan(1);
    execute.mockRestore();
    await holder.query('rollback');
    await holder.end();
    expect((await Promise.all(asked)).map(({ data }) => data.review.id)).toEqual([...ids, ...ids]);
    expect(graph.statements - before).toBeLessThan(20);
  });

  it('fails only for whom it is wrong, and says why', async () => {
    const answers = await Promise.all([...ids.slice(0, 20), 'a\u0000b', ...ids.slice(20)].map(review));
    const [wrong] = answers.splice(20, 1);
    expect(answers.map(({ data }) => data.review?.id)).toEqual(ids);
    expect(wrong!.errors).toMatchObject([
      { message: expect.stringContaining('U+0000'), extensions: { code: 'BAD_USER_INPUT' } },
    ]);
  });

  it('is never answered with what was read before it was asked for', async () => {
    let version = 1;
    const waiting: (() => void)[] = [];
    const read = batchAcrossRequests<string, number>(async (keys) => {
      const seen = version;
      await new Promise<void>((resolve) => waiting.push(resolve));
      return keys.map(() => seen);
    }, itself);
    const first = read(['a']);
    await expect.poll(() => waiting.length).toBe(1);
    version = 2;
    const second = read(['a']);
    const third = read(['a', 'b']);
    waiting.shift()!();
    await expect.poll(() => waiting.length).toBe(1);
    waiting.shift()!();
    expect([await first, await second, await third]).toEqual([[1], [2], [2, 2]]);
  });

  it('does not wait long for what somebody else waits for', async () => {
    const read = batchAcrossRequests<string, string>(
      (keys) => (keys.includes('slow') ? new Promise(() => {}) : Promise.resolve([...keys])),
      itself,
    );
    void read(['slow']);
    expect(await read(['quick'])).toEqual(['quick']);
    // Another that hangs, too, and there is still a way past.
    void read(['slow', 'again']);
    await sleep(20);
    expect(await read(['next'])).toEqual(['next']);
  });
});
