import { existsSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { importInto } from '../../gateway/commands/import.ts';
import type { ImportReport } from '../../subgraphs/kit/import/report.ts';
import { fileSource } from '../../subgraphs/kit/import/read.ts';
import { Graph } from '../support/graph.ts';
import { answerAfter, queriesOf } from '../support/printed.ts';

// Open data of the Department for Education, which is not part of the project: see subgraphs/README.md, "Real data".
const DIRECTORY = resolve(process.env['REAL_DATA_DIR'] ?? '../shared/data');

// The figures expected here were counted in the files with another program.
const PRESENT = existsSync(join(DIRECTORY, 'gias'));
if (!PRESENT) console.warn(`The Department's own files are not in ${DIRECTORY}: tests on them are skipped.`);

describe.skipIf(!PRESENT)(`the Department's own files, in REAL_DATA_DIR`, () => {
  let graph: Graph;
  const reports: Record<string, ImportReport> = {};
  // Of key stage 4 in all England somebody has kept a few columns.
  const take = async (kind: string, path: string) =>
    importInto(graph.running, kind, await fileSource(join(DIRECTORY, path)), {
      acceptMissing: path.includes('england_ks4final'),
    });

  beforeAll(async () => {
    graph = await Graph.start('empty');
    for (const [kind, path] of [
      ['gias-establishments', 'gias/edubasealldata20220420.csv'],
      ['gias-links', 'gias/links_edubasealldata20250422.csv'],
      ['gias-groups', 'gias/allgroupsdata2022.csv'],
      ['gias-group-links', 'gias/allgrouplinks2022.csv'],
      ['ks2', 'performance-tables/2017-2018_850_ks2final.csv'],
      ['ks2', 'performance-tables/2017-2018_936_ks2final.csv'],
      ['ks2', 'performance-tables/2018-2019_850_ks2final.csv'],
      ['ks2', 'performance-tables/2018-2019_936_ks2final.csv'],
      ['ks4', 'performance-tables/2018-2019_england_ks4final.csv'],
      ['mats', 'performance-tables/2023-2024_england_ks4-mats-performance.csv'],
    ] as const)
      reports[path] = await take(kind, path);
  });
  afterAll(() => graph.stop());

  it('go in row by row, with nothing rejected', () => {
    const rows = Object.fromEntries(
      Object.entries(reports).map(([path, { rowsRead, rejected }]) => [path.split('/')[1], [rowsRead, rejected]]),
    );
    expect(rows).toEqual({
      'edubasealldata20220420.csv': [1_096, 0],
      'links_edubasealldata20250422.csv': [33_801, 0],
      'allgroupsdata2022.csv': [6_883, 0],
      'allgrouplinks2022.csv': [20_395, 0],
      '2017-2018_850_ks2final.csv': [331, 0],
      '2017-2018_936_ks2final.csv': [238, 0],
      '2018-2019_850_ks2final.csv': [334, 0],
      '2018-2019_936_ks2final.csv': [242, 0],
      '2018-2019_england_ks4final.csv': [5_516, 0],
      '2023-2024_england_ks4-mats-performance.csv': [235, 0],
    });
    expect(reports['gias/allgroupsdata2022.csv']!.tables['trust']).toMatchObject({ inserted: 1_914 + 1_682 });
    expect(reports['gias/allgrouplinks2022.csv']!.tables['trust membership']).toMatchObject({
      inserted: 8_737 + 1_168,
    });
  });

  it('name the results of schools that are not on the register: 16 special schools in each of the Hampshire files', () => {
    expect(reports['performance-tables/2018-2019_850_ks2final.csv']!.unknownUrns).toHaveLength(16);
    expect(reports['performance-tables/2017-2018_936_ks2final.csv']!.unknownUrns).toHaveLength(13);
  });

  it('have 331 schools in Hampshire in 2018/19, with 68% at the expected standard there and 65% in England', async () => {
    const { database } = graph.subgraph('outcomes');
    const [{ schools }] = (await database.orm.em.execute(
      `select count(*)::int as schools from result where level = 'SCHOOL' and academic_year = '2018/19' and local_authority_code = '850' and measure_code = 'PTRWM_EXP' and pupil_group = 'ALL'`,
    )) as [{ schools: number }];
    expect(schools).toBe(331);
    const { data } = await graph.ask(
      '{ school(urn: 115851) { outcomes(measures: ["PTRWM_EXP"], from: "2018/19", to: "2018/19") { nodes { localAuthority { value pupils } england { value pupils } } } } }',
    );
    expect(data.school.outcomes.nodes).toEqual([
      { localAuthority: { value: 68, pupils: 14_855 }, england: { value: 65, pupils: 644_967 } },
    ]);
  });

  it('keep every SUPP of the columns of measures: 10,433 in Hampshire, 5,879 in Surrey in 2018/19', async () => {
    expect(reports['performance-tables/2018-2019_850_ks2final.csv']!.markers['SUPP']).toBe(10_433);
    const { database } = graph.subgraph('outcomes');
    const [{ suppressed }] = (await database.orm.em.execute(
      `select count(*)::int as suppressed from result where academic_year = '2018/19' and marker = 'SUPP' and local_authority_code = '936'`,
    )) as [{ suppressed: number }];
    expect(suppressed).toBe(5_879);
  });

  it('give Anstey Junior School its results of two years with authority, England, disadvantaged and gap', async () => {
    const { data } =
      await graph.ask(`{ school(urn: 115851) { name laestab outcomes(measures: ["PTRWM_EXP"], pupilGroups: [ALL, DISADVANTAGED], from: "2017/18", to: "2018/19") { nodes { academicYear pupilGroup value pupils localAuthority { value } england { value } } }
      disadvantageGap(measure: "PTRWM_EXP") { academicYear gap gapToNationalOthers localAuthorityGap englandGap disadvantagedNoValue } } }`);
    expect(data.school).toMatchObject({ name: 'Anstey Junior School', laestab: '850/2001' });
    expect(data.school.outcomes.nodes).toEqual([
      {
        academicYear: '2018/19',
        pupilGroup: 'ALL',
        value: 63,
        pupils: 60,
        localAuthority: { value: 68 },
        england: { value: 65 },
      },
      {
        academicYear: '2018/19',
        pupilGroup: 'DISADVANTAGED',
        value: 61,
        pupils: 18,
        localAuthority: { value: 49 },
        england: { value: 51 },
      },
      {
        academicYear: '2017/18',
        pupilGroup: 'ALL',
        value: 57,
        pupils: 63,
        localAuthority: { value: 68 },
        england: { value: 64 },
      },
      {
        academicYear: '2017/18',
        pupilGroup: 'DISADVANTAGED',
        value: 38,
        pupils: 21,
        localAuthority: { value: 49 },
        england: { value: 51 },
      },
    ]);
    expect(data.school.disadvantageGap).toMatchObject([
      { academicYear: '2020/21', disadvantagedNoValue: 'NOT_PUBLISHED' },
      { academicYear: '2019/20' },
      { academicYear: '2018/19', gap: -3, gapToNationalOthers: -10 },
      { academicYear: '2017/18', gap: -29, gapToNationalOthers: -32 },
    ]);
  });

  it('give the answer that subgraphs/README.md prints', async () => {
    const query = queriesOf('subgraphs/README.md').find((each) => each.includes('115851'))!;
    const { data, errors } = await graph.ask(query);
    expect(errors).toBeUndefined();
    expect({ data }).toEqual(answerAfter('subgraphs/README.md', query));
  });

  it("give a school whose URN changed its predecessor's results", async () => {
    const { data } = await graph.ask(
      '{ school(urn: 146661) { name lineage predecessors { urn name } outcomes(measures: ["PTRWM_EXP"], first: 20) { nodes { urn academicYear noValue } } } }',
    );
    expect(data.school.predecessors.map(({ urn }: { urn: string }) => urn)).toContain('124990');
    const years = data.school.outcomes.nodes.map(
      ({ urn, academicYear }: { urn: string; academicYear: string }) => `${academicYear} ${urn}`,
    );
    expect(years).toContain('2017/18 124990');
  });

  it('change nothing when they are imported again, in any order', async () => {
    for (const [kind, path] of [
      ['ks2', 'performance-tables/2018-2019_936_ks2final.csv'],
      ['ks2', 'performance-tables/2018-2019_850_ks2final.csv'],
      ['gias-links', 'gias/links_edubasealldata20250422.csv'],
      ['gias-establishments', 'gias/edubasealldata20220420.csv'],
      ['gias-group-links', 'gias/allgrouplinks2022.csv'],
    ] as const) {
      for (const { inserted, changed, removed } of Object.values((await take(kind, path)).tables))
        expect([inserted, changed, removed], path).toEqual([0, 0, 0]);
    }
  });

  it('are nobody of the demo network: no name of an invented school is on the register', async () => {
    const { demoFiles } = await import('../../gateway/demo/files.ts');
    const invented = new Set(
      demoFiles()[0]!
        .rows()
        .slice(1)
        .map((row) => row[4]!),
    );
    const real = (await graph
      .subgraph('schools')
      .database.orm.em.execute(
        'select name from school union select predecessor_name from school_link union select successor_name from school_link',
      )) as { name: string }[];
    expect(real.length).toBeGreaterThan(20_000);
    expect(real.filter(({ name }) => invented.has(name))).toEqual([]);
  });
});
