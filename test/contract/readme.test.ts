import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { answerAfter, firstSpreadsheet, queriesOf } from '../support/readme.ts';
import { Graph, trustToken } from '../support/graph.ts';

describe('README', () => {
  let graph: Graph;
  beforeAll(async () => {
    graph = await Graph.start('demo');
  });
  afterAll(() => graph.stop());

  it('opens with a history query and the answer that it gets: events of four kinds and more, from four subgraphs', async () => {
    const { data, errors } = await graph.ask(queriesOf()[0]!);
    expect(errors).toBeUndefined();
    expect({ data }).toEqual(answerAfter('collaborationHistory'));
    expect(
      new Set(data.school.collaborationHistory.nodes.map(({ kind }: { kind: string }) => kind)).size,
    ).toBeGreaterThanOrEqual(4);
  });

  it.each(queriesOf().slice(1))('shows a query that runs: %s', async (query) => {
    const { data, errors } = await graph.ask(query);
    expect(errors).toBeUndefined();
    if (query.includes('mutation')) expect({ data }).toEqual(answerAfter('idempotencyKey'));
    // The one about a real school finds nobody in the fictional network.
    else if (!query.includes('115851')) expect(JSON.stringify(data)).toMatch(/9\d{5}/);
  });

  it('has a trust send a first spreadsheet, with the answer that it gets', async () => {
    const { csv, path, trust, answer } = firstSpreadsheet();
    const headers = { 'content-type': 'text/csv', authorization: `Bearer ${await trustToken(trust)}` };
    const response = await fetch(new URL(path, graph.url), { method: 'POST', headers, body: csv });
    expect(await response.json()).toEqual({ ...answer, submittedAt: expect.stringMatching(/^\d{4}-/) });
  });
});
