import { execFile } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { stringify } from 'csv-stringify/sync';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { yearIn } from '../../subgraphs/outcomes/import/release.ts';
import { ANONYMOUS, Graph } from '../support/graph.ts';
import { resultsFile, urnOf } from '../support/resultsFile.ts';
import { scaled } from '../support/time.ts';

const SCHOOLS =
  'URN,EstablishmentName,EstablishmentStatus (name),PhaseOfEducation (name),TypeOfEstablishment (name),OpenDate,CloseDate';
const nameOf = (kind: string, year: string, authority = '977') =>
  `${year.slice(0, 4)}-20${year.slice(5)}_${authority}_${kind}.csv`;
/** Changes cells of a table, by the header's names; the header stays. */
const changed = (rows: string[][], change: (column: string, value: string, row: string[]) => string): string[][] => [
  rows[0]!,
  ...rows.slice(1).map((row) => row.map((value, at) => change(rows[0]![at]!, value, row))),
];

describe('files of results, kind by kind', () => {
  let graph: Graph;
  beforeAll(async () => {
    graph = await Graph.start('empty');
    await graph.import(
      'gias-establishments',
      'register.csv',
      `${SCHOOLS}\n${Array.from({ length: 40 }, (_, n) => `${urnOf(n)},Fictional School ${n},Open,Secondary,Community school,,`).join('\n')}\n`,
    );
    await graph.import(
      'gias-groups',
      'groups.csv',
      'Group UID,Group ID,Group Name,Companies House Number,Group Type,Closed Date,Open date,Group Status,UKPRN,Group Street\n99001,TR99001,Fictional Trust,00990010,Multi-academy trust,,,Open,,\n',
    );
  });
  afterAll(() => graph.stop());
  const take = (kind: string, name: string, rows: string[][], options = {}) =>
    graph.import(kind, name, stringify(rows), options);

  it('takes what the census and absence say of whole schools, neither blanking the other', async () => {
    const census = 'URN,LA,Estab,SCHOOLTYPE,NOR,TSENELSE,PSENELSE,TSENELK,PSENELK,PNUMEAL,PNUMFSMEVER\n';
    const report = await graph.import(
      'census',
      nameOf('census', '2024/25'),
      `${census}${urnOf(1)},977,2001,State-funded secondary,"1,015",13,3.13%,62,14.94%,9.20%,11.93%\n${urnOf(2)},977,2002,Independent school,195,2,1.03%,31,15.90%,NA,NA\n${urnOf(3)},977,2003,State-funded secondary,60.5,2,1.03%,31,15.90%,NA,NA\nNAT,,,,8000000,,2.5%,,,,\n`,
    );
    expect(report.rejections).toMatchObject([{ line: 4, column: 'NOR', value: '60.5' }]);
    await graph.import(
      'absence',
      nameOf('abs', '2024/25'),
      `LA,ESTAB,URN,PERCTOT,PPERSABS10\n977,2001,${urnOf(1)},5.5,14\n977,SEC,,8,22.8\nNAT,SEC,,8.9,25.6\n`,
    );
    const { data } = await graph.ask(
      `{ a: school(urn: "${urnOf(1)}") { characteristics { academicYear pupilsOf roll cohort disadvantaged eal senPlan senSupport absence persistentAbsence stateFunded } } b: school(urn: "${urnOf(2)}") { characteristics { stateFunded eal } } }`,
      {},
      ANONYMOUS,
    );
    expect(data.a.characteristics).toEqual([
      {
        academicYear: '2024/25',
        pupilsOf: 'SCHOOL',
        roll: 1015,
        cohort: null,
        disadvantaged: 11.93,
        eal: 9.2,
        senPlan: 3.13,
        senSupport: 14.94,
        absence: 5.5,
        persistentAbsence: 14,
        stateFunded: true,
      },
    ]);
    expect(data.b.characteristics).toEqual([{ stateFunded: false, eal: null }]);
  });

  it('takes results of trusts at key stage 2', async () => {
    const suffixes = ['', '_FSM6CLA1A', '_NOTFSM6CLA1A'];
    const columns = suffixes.flatMap((suffix) => [
      `PRWM_EXP_WGTAVG${suffix}`,
      ...['READ', 'WRIT', 'MAT'].flatMap((subject) => [
        `${subject}_PROGSCORE_EM_ADJ_WGTAVG${suffix}`,
        `${subject}_PROGSCORE_ADJ_UPPER${suffix}`,
        `${subject}_PROGSCORE_ADJ_LOWER${suffix}`,
      ]),
    ]);
    const header = `TIME_PERIOD,TRUST_GROUP_TYPE,TRUST_UID,TELIG_MATPTINC,${columns.join()}`;
    const values = suffixes.flatMap((_, n) => [
      `${60 - n}%`,
      ...[1, 2, 3].flatMap((subject) => [String(subject / 10 - n), '1.5', '-2.5']),
    ]);
    await graph.import(
      'ks2-mats',
      '2022-2023_england_ks2-mats-performance.csv',
      `${header}\n202223,Multi-academy trust,99001,240,${values.join()}\n`,
    );
    const { data } = await graph.ask(
      '{ trust(uid: "99001") { outcomes(keyStage: KS2, pupilGroups: [ALL, DISADVANTAGED]) { nodes { measure { code } pupilGroup value pupils confidenceInterval { lower upper } } } disadvantageGap(measure: "PTRWM_EXP") { gap } } }',
      {},
      ANONYMOUS,
    );
    expect(data.trust.outcomes.nodes).toContainEqual({
      measure: { code: 'PTRWM_EXP' },
      pupilGroup: 'ALL',
      value: 60,
      pupils: 240,
      confidenceInterval: null,
    });
    expect(data.trust.outcomes.nodes).toContainEqual({
      measure: { code: 'READPROG' },
      pupilGroup: 'DISADVANTAGED',
      value: -0.9,
      pupils: null,
      confidenceInterval: { lower: -2.5, upper: 1.5 },
    });
    expect(data.trust.disadvantageGap).toEqual([{ gap: 1 }]);
    await expect(
      graph.import(
        'ks2-mats',
        '2021-2022_england_ks2-mats-performance.csv',
        `${header}\n202223,Multi-academy trust,99001,240,${values.join()}\n`,
      ),
    ).rejects.toThrow(/TIME_PERIOD is 202223 and not 2021\/22/);
  });

  it('takes the tidy layout of Explore Education Statistics, with its markers and several years', async () => {
    const header =
      'time_period,time_identifier,geographic_level,old_la_code,school_urn,school_name,version,breakdown_topic,breakdown,subject,expected_standard_pupil_percent,higher_standard_pupil_percent,average_scaled_score,progress_measure_score,progress_measure_lower_conf_interval,progress_measure_upper_conf_interval';
    const row = (
      period: string,
      level: string,
      code: string,
      urn: string,
      breakdown: string,
      subject: string,
      ...values: string[]
    ) =>
      [
        period,
        'Academic year',
        level,
        code,
        urn,
        'x',
        'Revised',
        'y',
        breakdown,
        subject,
        ...values,
        ...Array<string>(6 - values.length).fill('z'),
      ].join();
    const report = await graph.import(
      'ees',
      'ks2_school_attainment.csv',
      [
        header,
        row('202223', 'School', '977', urnOf(5), 'Total', '"Reading, writing and maths"', '61', '8'),
        row('202223', 'School', '977', urnOf(5), 'Disadvantaged', '"Reading, writing and maths"', 'c', 'c'),
        row('202223', 'School', '977', urnOf(5), 'Total', 'Reading', '74.5', '30', '105', '0.4', '-1.2', '2'),
        row('202324', 'School', '977', urnOf(5), 'Total', 'Reading', '75', '31', '106'),
        row('202324', 'School', '977', urnOf(5), '3 year average', 'Reading', '70', '31', '106'),
        row('202324', 'School', '977', urnOf(5), 'Total', 'Reading', '75', '31', '106'),
        row('202324', 'Local authority', '977', '', 'Total', 'Reading', '76', '31', '106'),
        row('202324', 'National', '', '', 'Total', 'Reading', '77', '31', '106'),
        row('202324', 'Regional', '', '', 'Total', 'Reading', '77', '31', '106'),
        '',
      ].join('\n'),
    );
    expect(report.rejections).toMatchObject([{ line: 7, reason: 'stands in line 5 already' }]);
    expect(report.passedOver).toEqual({ 'rows of other groups of pupils': 1, 'rows of level Regional': 1 });
    const { data } = await graph.ask(
      `{ school(urn: "${urnOf(5)}") { outcomes(pupilGroups: [ALL, DISADVANTAGED], keyStage: KS2, first: 50) { nodes { academicYear measure { code } pupilGroup value noValue marker status confidenceInterval { lower } localAuthority { value } england { value } } } } }`,
      {},
      ANONYMOUS,
    );
    const of = (year: string, code: string, group = 'ALL') =>
      data.school.outcomes.nodes.find(
        (each: { academicYear: string; measure: { code: string }; pupilGroup: string }) =>
          each.academicYear === year && each.measure.code === code && each.pupilGroup === group,
      );
    expect(of('2022/23', 'PTRWM_EXP')).toMatchObject({ value: 61, status: 'REVISED' });
    expect(of('2022/23', 'PTRWM_EXP', 'DISADVANTAGED')).toMatchObject({
      value: null,
      noValue: 'SUPPRESSED',
      marker: 'c',
    });
    expect(of('2022/23', 'READPROG')).toMatchObject({ value: 0.4, confidenceInterval: { lower: -1.2 } });
    expect(of('2023/24', 'READPROG')).toMatchObject({ value: null, noValue: 'NOT_PUBLISHED', marker: 'z' });
    expect(of('2023/24', 'PTREAD_EXP')).toMatchObject({
      value: 75,
      localAuthority: { value: 76 },
      england: { value: 77 },
    });
    await expect(
      graph.import(
        'ees',
        'destinations.csv',
        'time_period,geographic_level,breakdown,school_urn,overall\n202223,School,Total,990005,90\n',
      ),
    ).rejects.toThrow(/none of the measures is in the header/);
  });

  it('takes for England and authorities only the tidy rows of all state-funded schools, and no numbers for percentages', async () => {
    const header =
      'time_period,time_identifier,geographic_level,old_la_code,school_urn,institution_group,institution_type,entry_gender,breakdown_topic,breakdown,data_type,version,attainment8_average,engmath_95_percent,engmath_94_percent,ebacc_entering_percent,ebacc_aps_average,pupil_count';
    const row = (level: string, urn: string, kinds: string, type: string, percent: string) =>
      `202223,Academic year,${level},977,${urn},${kinds},Total,Total,${type},Final,46,${percent},64,40,4.1,100`;
    const report = await graph.import(
      'ees',
      'ks4_tidy.csv',
      [
        header,
        row('School', urnOf(5), 'State-funded mainstream,Academy,Girls', 'Percentage', '55'),
        row('School', urnOf(5), 'State-funded mainstream,Academy,Girls', 'Number of pupils', '12'),
        row('National', '', 'State-funded mainstream,Total,Total', 'Percentage', '52'),
        row('National', '', 'State-funded,Academies,Total', 'Percentage', '53'),
        row('National', '', 'State-funded,Total,Girls', 'Percentage', '54'),
        row('National', '', 'State-funded,Total,Total', 'Percentage', '45'),
        '',
      ].join('\n'),
    );
    expect(report.rejections).toEqual([]);
    expect(report.passedOver).toEqual({
      'rows of some types of schools': 3,
      'rows of numbers of pupils in place of percentages': 1,
    });
    const { data } = await graph.ask(
      `{ school(urn: "${urnOf(5)}") { outcomes(pupilGroups: [ALL], measures: ["PTL2BASICS_95"], from: "2022/23", to: "2022/23", first: 9) { nodes { value england { value } } } } }`,
    );
    expect(data.school?.outcomes.nodes ?? []).toEqual([{ value: 55, england: { value: 45 } }]);
  });

  it('refuses the tidy layout of destinations, which has none of the measures', async () => {
    const header =
      'time_period,time_identifier,geographic_level,country_code,country_name,region_code,region_name,old_la_code,new_la_code,la_name,local_authority_selection_status,school_laestab,school_urn,school_name,admission_policy,entry_gender,institution_group,institution_type,breakdown_topic,breakdown,data_type,version,cohort,overall,education,fe,ssf,sfc,other_edu,appren,all_work,all_notsust,all_unknown';
    await expect(graph.import('ees', 'ks4_school_destinations.csv', `${header}\n`)).rejects.toThrow(
      /line 1: none of the measures is in the header, which would be under .*attainment8_average/,
    );
  });

  it('leaves schools that are not state-funded out of a mean, as England does', async () => {
    const independent = (row: string[]) => ['990000', '990001'].includes(row[4]!);
    const file = changed(resultsFile('ks4', '2022/23'), (column, value, row) =>
      row[0] !== '1'
        ? value
        : column === 'NFTYPE' && independent(row)
          ? 'IND'
          : column === 'ATT8SCR'
            ? independent(row)
              ? '80'
              : '40'
            : column === 'TPUP'
              ? '50'
              : value,
    );
    await take('ks4', nameOf('ks4final', '2022/23'), file);
    await graph.import(
      'members',
      'members.csv',
      `Record,URN,Joined,Left,Hub ID,Hub name,Hub kind,Region,Hub Manager,Trust UID\n${Array.from({ length: 8 }, (_, n) => `MEMBER,${urnOf(n)},2015-09-01,,,,,,,`).join('\n')}\n`,
    );
    const { data } = await graph.ask(
      '{ network { all: outcomes(measures: ["ATT8SCR"], pupilGroups: [ALL]) { value schools } stateFunded: outcomes(measures: ["ATT8SCR"], pupilGroups: [ALL], schools: STATE_FUNDED) { value schools } } }',
    );
    expect(data.network).toEqual({ all: [{ value: 50, schools: 8 }], stateFunded: [{ value: 40, schools: 6 }] });
  });

  it('refuses figures that are far from those of the year before, unless that is accepted', async () => {
    const many = (year: string, change: (column: string, value: string, row: string[]) => string) =>
      changed(resultsFile('ks2', year, 30), (column, value, row) =>
        column === 'LEA' && value ? '978' : change(column, value, row),
      );
    const plain = (_: string, value: string) => value;
    await take('ks2', nameOf('ks2final', '2017/18', '978'), many('2017/18', plain));
    await expect(
      take(
        'ks2',
        nameOf('ks2final', '2018/19', '978'),
        many('2018/19', (column, value, row) => (column === 'PTMAT_EXP' && row[0] === '1' ? '12%' : value)),
      ),
    ).rejects.toThrow(/the median of PTMAT_EXP is 12, and was [\d.]+ in 2017\/18[^]*--accept-unusual/);
    await expect(
      take(
        'ks2',
        nameOf('ks2final', '2018/19', '978'),
        many('2018/19', (column, value, row) => (column === 'PTMAT_EXP' && Number(row[4]) % 2 ? 'SUPP' : value)),
      ),
    ).rejects.toThrow(/of PTMAT_EXP are markers, and \d+% were in 2017\/18/);
    await expect(
      take(
        'ks2',
        nameOf('ks2final', '2018/19', '978'),
        many('2018/19', (column, value, row) => (column === 'PTMAT_EXP' && row[0] === '1' ? 'NA' : value)),
      ),
    ).rejects.toThrow(/not one of 30 schools has a value/);
    const report = await take(
      'ks2',
      nameOf('ks2final', '2018/19', '978'),
      many('2018/19', (column, value, row) => (column === 'PTMAT_EXP' && row[0] === '1' ? '12%' : value)),
      { acceptUnusual: true },
    );
    expect(report.notes.join('\n')).toMatch(/unusual, and accepted so: the median of PTMAT_EXP/);
  });

  it('says of an authority that its value is far from the mean of its schools', async () => {
    const file = changed(resultsFile('ks2', '2022/23', 10), (column, value, row) =>
      column === 'LEA' && value
        ? '979'
        : column === 'TELIG'
          ? row[0] === '3'
            ? '400'
            : '40'
          : column === 'PTRWM_EXP'
            ? row[0] === '3'
              ? '70%'
              : '60%'
            : value,
    );
    expect((await take('ks2', nameOf('ks2final', '2022/23', '979'), file)).notes).toContain(
      'PTRWM_EXP of authority 979 is 70, and the mean of its schools 60',
    );
  });

  it('is told the year by the folder, or by what the header repeats of the year before', async () => {
    const { report } = { report: await take('ks2', 'ks2final.csv', resultsFile('ks2', '2018/19')) };
    expect(report.notes).toContain('the year 2018/19 is that of what the header repeats of the year before');
    expect(yearIn('2024-2025')).toBe('2024/25');
  });

  it('keeps the account of a file with it, and changes nothing when it comes again', async () => {
    const file = resultsFile('ks4', '2018/19');
    await take('ks4', nameOf('ks4final', '2018/19'), file);
    const again = await take('ks4', nameOf('ks4final', '2018/19'), file);
    for (const { inserted, changed: changes, removed } of Object.values(again.tables))
      expect([inserted, changes, removed]).toEqual([0, 0, 0]);
    const { data } = await graph.ask(
      '{ resultFiles(academicYear: "2018/19") { file coverage { measure pupilGroup column status values markers } } }',
    );
    const { coverage } = data.resultFiles.find((each: { file: string }) => each.file === nameOf('ks4final', '2018/19'));
    expect(coverage).toContainEqual(
      expect.objectContaining({
        measure: 'PTL2BASICS_95',
        pupilGroup: 'DISADVANTAGED',
        column: 'PTFSM6CLA1ABASICS_95',
        status: 'FOUND',
      }),
    );
    expect(again.account[0]).toBe(
      'account of Key stage 4 performance tables, 2018/19: values, and markers in their place',
    );
  });
});

describe('npm run import -- check', () => {
  it(
    'says what a file is, its year, its account and what would change, writes nothing, and goes on behind a file that is refused',
    { timeout: scaled(120_000) },
    async () => {
      const directory = mkdtempSync(join(tmpdir(), 'partner-graph-check-'));
      const graph = await Graph.start('empty');
      try {
        const at = (name: string, text: string) => {
          writeFileSync(join(directory, name), text);
          return join(directory, name);
        };
        const files = [
          at('some.csv', 'a,b\n1,2\n'),
          at(nameOf('ks2final', '2018/19'), stringify(resultsFile('ks2', '2018/19'))),
          at(nameOf('ks4final', '2022/23'), stringify(resultsFile('ks4', '2022/23'))),
        ];
        const { stdout, stderr, code } = await promisify(execFile)(process.execPath, [
          '--max-old-space-size=192',
          'gateway/commands/import.ts',
          'check',
          ...files,
          '--database-url',
          graph.databaseUrl,
        ]).then(
          (done) => ({ ...done, code: 0 }),
          (error: { stdout: string; stderr: string; code: number }) => error,
        );
        expect(code).toBe(1);
        expect(stderr).toMatch(/some\.csv was refused.*header is that of no kind/);
        expect(stdout).toMatch(/ks2final\.csv, ks2 \(nothing is kept\)/);
        expect(stdout).toMatch(/account of Key stage 4 performance tables, 2022\/23/);
        expect(stdout).toMatch(/result: inserted [\d,]+, changed 0/);
        expect((await graph.ask('{ resultFiles { title } }')).data.resultFiles).toEqual([]);
      } finally {
        await graph.stop();
        rmSync(directory, { recursive: true });
      }
    },
  );
});
