import { existsSync, globSync, readdirSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { parse, validate } from 'graphql';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { publicSchema } from '../../schema/compose.ts';
import { SUPERGRAPH } from '../../gateway/federation/partnerGraph.ts';
import {
  answerAfter,
  exampleOperations,
  firstSpreadsheet,
  linksOf,
  postsOf,
  queriesOf,
  timeline,
} from '../support/printed.ts';
import { EXPLORER, Graph, STAFF, trustToken } from '../support/graph.ts';

const ROOT = fileURLToPath(new URL('../..', import.meta.url));
const inSubgraphs = queriesOf('subgraphs/README.md');

describe('what documents print', () => {
  let graph: Graph;
  beforeAll(async () => {
    graph = await Graph.start('demo');
  });
  afterAll(() => graph.stop());

  const history = queriesOf('README.md')[0]!;

  it('README opens with a history query and the answer that it gets: events of four kinds and more, from four subgraphs', async () => {
    const { data, errors } = await graph.ask(history);
    expect(errors).toBeUndefined();
    expect({ data }).toEqual(answerAfter('README.md', history));
    expect(
      new Set(data.school.collaborationHistory.nodes.map(({ kind }: { kind: string }) => kind)).size,
    ).toBeGreaterThanOrEqual(4);
  });

  it('README draws the events of that answer as a timeline', async () => {
    const { data } = await graph.ask(history);
    const drawn = timeline().trim().split('\n');
    expect(drawn.shift()).toBe(`title ${data.school.name}`);
    const events = data.school.collaborationHistory.nodes as { date: string; kind: string }[];
    expect(drawn.map((line) => line.trim().split(' : ').slice(0, 2))).toEqual(
      events.map(({ date, kind }) => [date, kind]).toReversed(),
    );
  });

  it.each(
    (['README.md', 'schema/guide.md', 'subgraphs/README.md'] as const).flatMap((document) =>
      queriesOf(document).map((query) => ({ document, query })),
    ),
  )('$document shows a query that runs, with the answer that it gets where one is printed: $query', async (each) => {
    const { document, query } = each;
    const { data, errors } = await graph.ask(query);
    expect(errors).toBeUndefined();
    // The one about a real school finds nobody in the fictional network: another test asks it of real data.
    if (query.includes('115851')) return;
    const answer = answerAfter(document, query);
    if (answer) expect({ data }).toEqual(answer);
    else expect(JSON.stringify(data)).toMatch(/9\d{5}/);
  });

  it('the guide prints answers of its whole history, of a submission and of values that are null', () => {
    for (const part of [
      'missingSources\n      nodes {\n        date',
      'idempotencyKey: "5d9b6b0e"',
      'noValue }\n    }',
    ]) {
      const query = queriesOf('schema/guide.md').find((each) => each.includes(part))!;
      expect(answerAfter('schema/guide.md', query), part).not.toBeNull();
    }
    expect(inSubgraphs).toHaveLength(1);
  });

  it.each(postsOf('schema/guide.md'))('the guide has trust $trust send a request to $path', async (each) => {
    const response = await fetch(new URL(each.path, graph.url), {
      method: 'POST',
      headers: { 'content-type': 'application/json', authorization: `Bearer ${await trustToken(each.trust)}` },
      body: each.body,
    });
    const text = await response.text();
    expect(response.status, text).toBe(200);
    expect(text).not.toContain('"errors"');
    expect(text).toMatch(/"(urn|id)":/);
  });

  it('the guide has a trust send a first spreadsheet, with the answer that it gets', async () => {
    const { csv, path, trust, answer } = firstSpreadsheet();
    const headers = { 'content-type': 'text/csv', authorization: `Bearer ${await trustToken(trust)}` };
    const response = await fetch(new URL(path, graph.url), { method: 'POST', headers, body: csv });
    expect(await response.json()).toEqual({ ...answer, submittedAt: expect.stringMatching(/^\d{4}-/) });
  });

  it.each(exampleOperations())('gateway/examples/operations/$name is valid and answered, as $as', async (each) => {
    const schema = publicSchema(SUPERGRAPH);
    expect(validate(schema, parse(each.query))).toEqual([]);
    const trust = /^trust (\d+)$/.exec(each.as)?.[1];
    const token = trust ? await trustToken(trust) : each.as === 'staff' ? STAFF : EXPLORER;
    const { data, errors } = await graph.ask(each.query, {}, token);
    expect(errors).toBeUndefined();
    if (data.submitOutcomes) expect(data.submitOutcomes).toMatchObject({ received: 1, written: 1, rejected: 0 });
    else expect(JSON.stringify(data)).toMatch(/9\d{4}/);
  });
});

describe('documents', () => {
  const documents = [
    'README.md',
    'CONTRIBUTING.md',
    ...globSync('{schema,gateway,subgraphs,test}/**/*.md', { cwd: ROOT }),
  ].filter((path) => !path.includes('node_modules'));

  it.each(documents)('%s links only to files that are there', (document) => {
    expect(linksOf(document).filter((path) => !existsSync(path))).toEqual([]);
  });

  it('README names every example', () => {
    expect(readdirSync(fileURLToPath(new URL('../../gateway/examples', import.meta.url))).toSorted()).toEqual([
      'README.md',
      'operations',
      'sync.py',
      'sync.ts',
    ]);
    expect(linksOf('README.md').map((path) => path.slice(ROOT.length))).toEqual(
      expect.arrayContaining(['gateway/examples', 'gateway/examples/sync.ts', 'gateway/examples/sync.py']),
    );
  });
});
