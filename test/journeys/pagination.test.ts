import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { Graph } from '../support/graph.ts';

interface Page {
  nodes: { id: string }[];
  totalCount: number;
  pageInfo: { hasNextPage: boolean; hasPreviousPage: boolean; startCursor: string; endCursor: string };
}

describe('walking through a list', () => {
  let graph: Graph;
  beforeAll(async () => {
    graph = await Graph.start('demo');
  });
  afterAll(() => graph.stop());

  const FIELDS = 'totalCount pageInfo { hasNextPage hasPreviousPage startCursor endCursor }';
  const lists: Record<string, { page: (args: string) => Promise<Page>; insert: (n: number) => Promise<unknown> }> = {
    'reviews, from the newest': {
      page: async (args) =>
        (
          await graph.ask(
            `{ reviews(filter: { academicYear: ["2018/19"], phase: [SECONDARY] }, ${args}) { ${FIELDS} nodes { id } } }`,
          )
        ).data.reviews,
      // Newer than the newest and older than the oldest, so that every page boundary would move if pages were counted.
      insert: (n) =>
        graph.import(
          'reviews',
          'reviews.csv',
          reviewFile([`QAR-NEW-${n}`, '2019-07-30'], [`QAR-OLD-${n}`, '2018-09-01']),
        ),
    },
    'schools, by name': {
      page: async (args) =>
        (await graph.ask(`{ schools(filter: { phase: [ALL_THROUGH] }, ${args}) { ${FIELDS} nodes { id: urn } } }`)).data
          .schools,
      insert: (n) =>
        graph.import(
          'gias-establishments',
          'new.csv',
          schoolFile([`98000${n}`, `Aaa ${n} School`], [`98001${n}`, `Zzz ${n} School`]),
        ),
    },
    "a school's collaboration history": {
      page: async (args) =>
        (await graph.ask(`{ school(urn: "900016") { collaborationHistory(${args}) { ${FIELDS} nodes { id } } } }`)).data
          .school.collaborationHistory,
      insert: (n) =>
        graph.import(
          'reviews',
          'reviews.csv',
          reviewFile([`QAR-LATE-${n}`, '2026-08-20'], [`QAR-EARLY-${n}`, '2005-09-01']),
        ),
    },
  };

  const reviewFile = (...reviews: [id: string, date: string][]) =>
    `Record,Review ID,Framework,URN,Trust UID,Start date,End date,Mode,Phase,ID,Role,Heading,Estimate,Finding,Text,Title,Theme,Status,Accredited on,Valid until\n${reviews.map(([id, date]) => `REVIEW,${id},QAR_2011,900016,,${date},${date},ON_SITE,SECONDARY,,,,,,,,,,,\n`).join('')}`;
  const schoolFile = (...schools: [urn: string, name: string][]) =>
    `URN,EstablishmentName,EstablishmentStatus (name),PhaseOfEducation (name),TypeOfEstablishment (name)\n${schools.map(([urn, name]) => `${urn},${name},Open,All-through,Free schools\n`).join('')}`;

  it.each(Object.entries(lists))(
    '%s: forwards to the end while rows are inserted, each once and none missed',
    async (_, { page, insert }) => {
      const before = await page('first: 1');
      expect(before.totalCount).toBeGreaterThan(12);
      const seen: string[] = [];
      let cursor = '';
      for (let turn = 0; ; turn++) {
        const { nodes, pageInfo } = await page(`first: 5${cursor && `, after: "${cursor}"`}`);
        seen.push(...nodes.map(({ id }) => id));
        expect(pageInfo.hasPreviousPage).toBe(turn > 0);
        if (!pageInfo.hasNextPage) break;
        cursor = pageInfo.endCursor;
        if (turn < 2) await insert(turn);
      }
      expect(new Set(seen).size).toBe(seen.length);
      // All that were there, and of the new ones those that lie ahead.
      expect(seen.length).toBeGreaterThanOrEqual(before.totalCount);
      expect(seen.length).toBeLessThanOrEqual(before.totalCount + 4);
    },
  );

  it.each(Object.entries(lists))('%s: backwards it is the same list', async (_, { page }) => {
    const forwards: string[] = [];
    const backwards: string[] = [];
    for (let cursor = ''; ;) {
      const { nodes, pageInfo } = await page(`first: 7${cursor && `, after: "${cursor}"`}`);
      forwards.push(...nodes.map(({ id }) => id));
      if (!pageInfo.hasNextPage) break;
      cursor = pageInfo.endCursor;
    }
    for (let cursor = ''; ;) {
      const { nodes, pageInfo } = await page(`last: 4${cursor && `, before: "${cursor}"`}`);
      backwards.unshift(...nodes.map(({ id }) => id));
      if (!pageInfo.hasPreviousPage) break;
      cursor = pageInfo.startCursor;
    }
    expect(backwards).toEqual(forwards);
    expect((await page('first: 1')).totalCount).toBe(forwards.length);
  });

  it.each([
    ['first: 101', 'PAGE_TOO_LARGE', 'at most 100'],
    ['first: -1', 'BAD_USER_INPUT', 'ask for 0 to 100'],
    ['first: 5, last: 5', 'BAD_USER_INPUT', 'give one of them'],
    ['first: 5, after: "nonsense"', 'BAD_CURSOR', '"nonsense"` is not a cursor'],
    ['last: 5, before: "WyJuYW1lLHVybiIsIkEiLCI5MDAwMDEiXQ"', 'BAD_CURSOR', 'not a cursor of this list in this order'],
  ])('refuses %s with %s', async (args, code, words) => {
    const { errors } = await graph.ask(`{ reviews(${args}) { nodes { id } } }`);
    expect(errors![0]!.extensions!['code']).toBe(code);
    expect(errors![0]!.message).toContain(words);
  });

  it('gives an empty page for first: 0, and the count all the same', async () => {
    const { data } = await graph.ask(
      '{ reviews(first: 0) { totalCount nodes { id } pageInfo { hasNextPage endCursor } } }',
    );
    expect(data.reviews).toMatchObject({ nodes: [], pageInfo: { hasNextPage: true, endCursor: null } });
    expect(data.reviews.totalCount).toBeGreaterThan(4_000);
  });
});
