import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { demoFiles, demoSource } from '../../gateway/demo/files.ts';
import { importInto } from '../../gateway/commands/import.ts';
import { fileSource } from '../../subgraphs/kit/import/read.ts';
import { Graph } from '../support/graph.ts';

const SCHOOLS =
  'URN,EstablishmentName,EstablishmentStatus (name),PhaseOfEducation (name),TypeOfEstablishment (name),OpenDate,CloseDate,Linked establishments';
const LINKS = 'URN,LinkURN,LinkName,LinkType,LinkEstablishedDate';
const KS2 =
  'RECTYPE,LEA,URN,SCHNAME,TELIG,TFSM6CLA1A,TNotFSM6CLA1A,PTRWM_EXP,PTRWM_EXP_FSM6CLA1A,PTRWM_EXP_NotFSM6CLA1A,DIFFN_RWM_EXP,READPROG,READPROG_LOWER,READPROG_UPPER';

describe('importing', () => {
  let graph: Graph;
  let directory: string;
  beforeAll(async () => {
    graph = await Graph.start('empty');
    directory = mkdtempSync(join(tmpdir(), 'partner-graph-files-'));
  });
  afterAll(async () => {
    rmSync(directory, { recursive: true });
    await graph.stop();
  });

  /** Imports bytes as a file on disk. */
  const file = async (kind: string, name: string, bytes: string | Buffer, options = {}) => {
    writeFileSync(join(directory, name), bytes);
    return importInto(graph.running, kind, await fileSource(join(directory, name)), options);
  };
  /** A file of results with a few of the columns that the Department publishes. */
  const FEW_COLUMNS = { acceptMissing: true };
  const count = async () => (await graph.ask('{ schools { totalCount } }')).data.schools.totalCount;
  const school = (n: number, name = `Example ${n} School`) => `${n},${name},Open,Primary,Community school,01-09-1990,,`;

  it('replaces a membership whose day of joining is corrected, and keeps those of other times', async () => {
    const HEADER = 'Record,Hub ID,Hub name,Hub kind,Region,Hub Manager,URN,Trust UID,Joined,Left';
    const member = (joined: string, left = '') => `MEMBER,,,,,,999001,,${joined},${left}`;
    await file('gias-establishments', 'one.csv', `${SCHOOLS}\n${school(999_001)}\n`);
    const before = [member('2009-09-01', '2012-08-31'), member('2014-09-01')];
    await file('members', 'members.csv', [HEADER, ...before, ''].join('\n'));
    const report = await file('members', 'corrected.csv', [HEADER, member('2015-09-01'), ''].join('\n'));
    expect(report.tables['membership']).toMatchObject({ inserted: 1, removed: 1 });
    expect(report.lines().join('\n')).toContain('999001 joined on 2015-09-01 and not on 2014-09-01');
    const { data } = await graph.ask('{ school(urn: "999001") { memberships { joined left } } }');
    expect(data.school.memberships).toHaveLength(2);
    expect(data.school.memberships).toEqual(
      expect.arrayContaining([
        { joined: '2015-09-01', left: null },
        { joined: '2009-09-01', left: '2012-08-31' },
      ]),
    );
    expect(
      (await file('members', 'again.csv', [HEADER, member('2015-09-01'), ''].join('\n'))).tables['membership'],
    ).toMatchObject({ inserted: 0, changed: 0, unchanged: 1, removed: 0 });
    await graph
      .subgraph('schools')
      .database.orm.em.fork()
      .execute("delete from membership where urn = '999001'; delete from school where urn = '999001'");
  });

  it('takes 10,000 rows with 3 bad ones: 9,997 in, 3 rejected with line, column, value and reason', async () => {
    const lines = Array.from({ length: 10_000 }, (_, i) => school(910_000 + i));
    lines[4] = school(910_004).replace('Open', 'Opened');
    lines[5_000] = school(910_004).replace('910004', '91000');
    lines[9_998] = school(919_998).replace('01-09-1990', '31-02-1990');
    const report = await file('gias-establishments', 'many.csv', `${SCHOOLS}\r\n${lines.join('\r\n')}\r\n`, {
      reportPath: join(directory, 'report.csv'),
    });
    expect(report.rowsRead).toBe(10_000);
    expect(report.tables['school']).toMatchObject({ inserted: 9_997 });
    expect(report.rejections.map(({ line, column, value }) => [line, column, value])).toEqual([
      [6, 'EstablishmentStatus (name)', 'Opened'],
      [5_002, 'URN', '91000'],
      [10_000, 'OpenDate', '31-02-1990'],
    ]);
    expect(report.rejections[0]!.reason).toContain('none of "Open"');
    expect(readFileSync(join(directory, 'report.csv'), 'utf8').trim().split('\n')).toHaveLength(4);
    expect(await count()).toBe(9_997);
  });

  it('changes nothing the second time, and in a dry run', async () => {
    const text = `${SCHOOLS}\n${school(920_001)}\n${school(920_002)}\n`;
    expect((await file('gias-establishments', 'dry.csv', text, { dryRun: true })).tables['school']).toMatchObject({
      inserted: 2,
    });
    expect((await graph.ask('{ school(urn: "920001") { name } }')).data.school).toBeNull();
    expect((await file('gias-establishments', 'a.csv', text)).tables['school']).toMatchObject({
      inserted: 2,
      changed: 0,
    });
    expect((await file('gias-establishments', 'a.csv', text)).tables['school']).toMatchObject({
      inserted: 0,
      changed: 0,
      unchanged: 2,
    });
    expect(
      (await file('gias-establishments', 'b.csv', text.replace('Example 920002', 'Renamed'))).tables['school'],
    ).toMatchObject({ inserted: 0, changed: 1, unchanged: 1 });
  });

  it.each([
    ['UTF-8', Buffer.from('Sainte Thérèse’s School')],
    [
      'Windows-1252',
      Buffer.from([
        ...Buffer.from('Sainte Th'),
        0xe9,
        ...Buffer.from('r'),
        0xe8,
        ...Buffer.from('se'),
        0x92,
        ...Buffer.from('s School'),
      ]),
    ],
  ])('reads %s', async (encoding, name) => {
    await file(
      'gias-establishments',
      `${encoding}.csv`,
      Buffer.concat([Buffer.from(`${SCHOOLS}\n920010,`), name, Buffer.from(',Open,Primary,Community school,,,\n')]),
    );
    expect((await graph.ask('{ school(urn: "920010") { name } }')).data.school.name).toBe('Sainte Thérèse’s School');
  });

  it('reads UTF-16 and a byte order mark', async () => {
    await file(
      'gias-establishments',
      'utf16.csv',
      Buffer.from(`\ufeff${SCHOOLS}\n${school(920_011, 'École')}\n`, 'utf16le'),
    );
    await file('gias-establishments', 'bom.csv', `\ufeff${SCHOOLS}\n${school(920_012, 'École')}\n`);
    expect(
      (await graph.ask('{ schools(filter: { urns: ["920011", "920012"] }) { nodes { name } } }')).data.schools.nodes,
    ).toEqual([{ name: 'École' }, { name: 'École' }]);
  });

  it.each([
    [
      'cut off in the middle of a row',
      `${SCHOOLS}\n${school(930_001)}\n930002,Exam`,
      /line 3: the file ends in the middle of a row/,
    ],
    [
      'cut off in the last field',
      `${LINKS}\n930001,930002,A,Predecessor,01-09-2014\n930003,930004,B,Predecessor,01-0`,
      /is not a file of kind gias-establishments.*It looks like gias-links/,
    ],
    [
      'cut off within quotation marks',
      `${SCHOOLS}\n930001,"Example`,
      /line 2: a quotation mark is opened and never closed/,
    ],
    [
      'with a quotation mark out of place',
      `${SCHOOLS}\n930001,Exam"ple" School,Open,Primary,,,,\n`,
      /line 2: this is not CSV/,
    ],
    [
      'with columns missing',
      `URN,EstablishmentName\n930001,A\n`,
      /line 1: .*no columns "EstablishmentStatus \(name\)", "PhaseOfEducation \(name\)"/,
    ],
    ['that is a spreadsheet', Buffer.from('504b030414000600', 'hex'), /save it as .xlsx again/],
    ['that is empty', '', /is empty/],
    ['of zero bytes', Buffer.alloc(100), /zero bytes/],
  ])('refuses a file %s, and keeps nothing of it', async (_, bytes, reason) => {
    const before = await count();
    await expect(file('gias-establishments', 'broken.csv', bytes)).rejects.toThrow(reason);
    expect(await count()).toBe(before);
  });

  it('refuses links cut off in the last field, which no longer make sense', async () => {
    await expect(
      file(
        'gias-links',
        'cut.csv',
        `${LINKS}\n930001,930002,A,Predecessor,01-09-2014\n930003,930004,B,Predecessor,01-0`,
      ),
    ).rejects.toThrow(/line 3: the file ends in the middle of a row/);
  });

  it('reads rows that spill over the header where the register does so, and rejects them elsewhere', async () => {
    const report = await file(
      'gias-establishments',
      'ragged.csv',
      `${SCHOOLS}\n${school(920_020)}930001 Predecessor,930002 Predecessor\n920021,Short\n`,
    );
    expect(report.tables['school']).toMatchObject({ inserted: 1 });
    expect(report.rejections).toMatchObject([
      { line: 3, reason: 'has no such field: the row has 2 fields and the header 8' },
    ]);
    expect(
      (await file('gias-links', 'ragged-links.csv', `${LINKS}\n920020,920021,A,Predecessor,,more\n`)).rejected,
    ).toBe(1);
  });

  it('follows conversions, mergers, splits and a link that leads back', async () => {
    await file(
      'gias-establishments',
      'lineage.csv',
      `${SCHOOLS}\n${[940_001, 940_002, 940_003, 940_004, 940_005, 940_006, 940_007].map((n) => school(n)).join('\n')}\n`,
    );
    // 940001 became 940002; 940002 and 940003 were merged into 940004; 940004 was split into 940005 and 940006; 940006 and 940007 point at each other.
    await file(
      'gias-links',
      'links.csv',
      `${LINKS}\n940002,940001,A,Predecessor,01-09-2012\n940002,940004,D,Successor - merged,\n940004,940003,C,Predecessor - merged,01-09-2015\n940004,940002,B,Predecessor,01-09-2015\n940005,940004,D,Predecessor - Split School,\n940004,940006,F,Successor - Split School,\n940006,940007,G,Predecessor,\n940007,940006,F,Predecessor,\n940001,940099,X,Sixth Form Centre Link,\n`,
    );
    const { data } = await graph.ask(
      '{ a: school(urn: "940001") { lineage successors { urn name kind } } c: school(urn: "940003") { lineage } d: school(urn: "940004") { lineage predecessors { urn kind date } } e: school(urn: "940005") { lineage } g: school(urn: "940007") { lineage } }',
    );
    expect(data.a.lineage).toEqual(['940001', '940002', '940004', '940005', '940006', '940007']);
    expect(data.c.lineage).not.toContain('940002');
    expect(new Set(data.d.lineage)).toEqual(
      new Set(['940001', '940002', '940003', '940004', '940005', '940006', '940007']),
    );
    expect(data.d.predecessors).toEqual([
      { urn: '940002', kind: 'MERGER', date: '2015-09-01' },
      { urn: '940003', kind: 'MERGER', date: '2015-09-01' },
    ]);
    expect(new Set(data.e.lineage)).toEqual(new Set(['940001', '940002', '940003', '940004', '940005']));
    expect(new Set(data.g.lineage).size).toBe(data.g.lineage.length);
    const again = await file('gias-links', 'links.csv', readFileSync(join(directory, 'links.csv')));
    expect(again.tables['school link']).toMatchObject({ inserted: 0, changed: 0 });
  });

  it('keeps a marker apart from a value and from no row, and gives a gap with them', async () => {
    await file(
      'ks2',
      'x_2017-2018_ks2final.csv',
      `${KS2}\n1,850,940004,D,60,18,42,63%,61%,64%,-10,-1.9,-3.4,-0.4\n1,850,940005,E,40,4,36,70%,SUPP,71%,SUPP,LOWCOV,,\n1,850,940999,?,9,5,4,NE,SUPP,SUPP,,NP,,\n3,850, ,Hampshire,14855,3000,11855,68%,49%,73%,-22,-0.4,-0.5,-0.3\n5, , ,,644967,190000,450000,65%,51%,71%,0,0,0,0\n`,
      FEW_COLUMNS,
    );
    const { data } =
      await graph.ask(`{ d: school(urn: "940004") { outcomes(measures: ["PTRWM_EXP", "READPROG"], pupilGroups: [ALL], first: 9) { nodes { measure { code } value marker noValue pupils confidenceInterval { lower upper } status source { file fictional } localAuthority { value difference } england { value difference } } } disadvantageGap(measure: "PTRWM_EXP") { academicYear gap gapToNationalOthers localAuthorityGap englandGap } }
      e: school(urn: "940005") { outcomes(includePredecessors: false, pupilGroups: [DISADVANTAGED], measures: ["PTRWM_EXP", "PTMAT_EXP"]) { totalCount nodes { value marker noValue pupils } } disadvantageGap(measure: "PTRWM_EXP", includePredecessors: false) { gap disadvantagedNoValue others } } }`);
    expect(data.d.outcomes.nodes).toMatchObject([
      {
        measure: { code: 'PTRWM_EXP' },
        value: 63,
        marker: null,
        noValue: null,
        pupils: 60,
        confidenceInterval: null,
        status: 'FINAL',
        source: { file: 'x_2017-2018_ks2final.csv', fictional: false },
        localAuthority: { value: 68, difference: -5 },
        england: { value: 65, difference: -2 },
      },
      {
        measure: { code: 'READPROG' },
        value: -1.9,
        confidenceInterval: { lower: -3.4, upper: -0.4 },
        localAuthority: { difference: -1.5 },
      },
    ]);
    expect(data.d.disadvantageGap).toEqual([
      { academicYear: '2017/18', gap: -3, gapToNationalOthers: -10, localAuthorityGap: -24, englandGap: -20 },
    ]);
    expect(data.e.outcomes).toEqual({
      totalCount: 1,
      nodes: [{ value: null, marker: 'SUPP', noValue: 'SUPPRESSED', pupils: 4 }],
    });
    expect(data.e.disadvantageGap).toEqual([{ gap: null, disadvantagedNoValue: 'SUPPRESSED', others: 71 }]);
  });

  it('lists results for schools that are not on the register, and keeps them', async () => {
    const report = await file(
      'ks2',
      'y_2017-2018_ks2final.csv',
      `${KS2}\n1,850,950001,?,9,5,4,50%,SUPP,SUPP,,NP,,\n`,
      FEW_COLUMNS,
    );
    expect(report.unknownUrns).toEqual(['950001']);
    expect(report.rejected).toBe(0);
  });

  it('lets a later release replace an earlier one, and never the reverse', async () => {
    const release = (value: string, status: string) =>
      file('ks2', 'z.csv', `${KS2}\n1,850,940004,D,60,18,42,${value},,,,,,\n`, {
        year: '2015/16',
        status,
        ...FEW_COLUMNS,
      });
    const value = async () =>
      (
        await graph.ask(
          '{ school(urn: "940004") { outcomes(measures: ["PTRWM_EXP"], from: "2015/16", to: "2015/16") { nodes { value status } } } }',
        )
      ).data.school.outcomes.nodes[0];
    await release('50%', 'provisional');
    expect(await value()).toEqual({ value: 50, status: 'PROVISIONAL' });
    await release('52%', 'final');
    expect((await release('51%', 'revised')).tables['result']).toMatchObject({ inserted: 0, changed: 0 });
    expect(await value()).toEqual({ value: 52, status: 'FINAL' });
  });

  it.each([
    ['whose year nobody says', 'results.csv', {}, KS2, /give --year 2018\/19/],
    [
      'of another year than its columns',
      'a_2018-2019_ks2final.csv',
      {},
      `${KS2},PTRWM_EXP_17`,
      /the columns are those of 2018\/19|those of 2017\/18 and not of 2018\/19/,
    ],
    ['with a year that is none', 'results.csv', { year: '2018-2020' }, KS2, /is not an academic year/],
    ['with no measure in it', 'b_2018-2019_ks2final.csv', {}, 'RECTYPE,LEA,URN', /no columns "PTRWM_EXP", "TELIG"/],
  ])('refuses results %s', async (_, name, options, header, reason) => {
    await expect(file('ks2', name, `${header}\n`, options)).rejects.toThrow(reason);
  });

  it('rejects a value that is neither a number nor a marker, and the row with it', async () => {
    const report = await file(
      'ks2',
      'v_2021-2022_ks2final.csv',
      `${KS2}\n1,850,940004,D,60,18,42,n/a?,61%,64%,,,,\n1,850,940005,E,60,18,42,163%,61%,64%,,,,\n9,850,940005,E,60,18,42,63%,61%,64%,,,,\n`,
      FEW_COLUMNS,
    );
    expect(report.rejections.map(({ line, column }) => [line, column])).toEqual([
      [2, 'PTRWM_EXP'],
      [3, 'PTRWM_EXP'],
      [4, 'RECTYPE'],
    ]);
    expect(
      (await graph.ask('{ school(urn: "940004") { outcomes(from: "2021/22") { totalCount } } }')).data.school.outcomes
        .totalCount,
    ).toBe(0);
  });

  it('writes two imports at once one after the other, and loses nothing', async () => {
    const text = (from: number) =>
      `${SCHOOLS}\n${Array.from({ length: 500 }, (_, i) => school(from + i)).join('\n')}\n`;
    const [a, b] = await Promise.all([
      graph.import('gias-establishments', 'a', text(960_000)),
      graph.import('gias-establishments', 'b', text(960_250)),
    ]);
    expect(a.tables['school']!.inserted + b.tables['school']!.inserted).toBe(750);
    expect(a.tables['school']!.unchanged + b.tables['school']!.unchanged).toBe(250);
  });

  it('says what is wrong in a row of reviews, and goes on', async () => {
    const header =
      'Record,Review ID,Framework,URN,Trust UID,Start date,End date,Mode,Phase,ID,Role,Name,Heading,Estimate,Finding,Text,Title,Theme,Status,Accredited on,Valid until';
    const row = (...fields: string[]) => [...fields, ...Array<string>(21 - fields.length).fill('')].join(',');
    const report = await file(
      'reviews',
      'reviews.csv',
      [
        header,
        row('REVIEW', 'R1', 'QAR_2019', '940004', '', '2022-11-14', '2022-11-16', 'ON_SITE'),
        row('HEADING', 'R1', '', '', '', '', '', '', '', '', '', '', 'LEADERSHIP', 'OUTSTANDING'),
        row('HEADING', 'R1', '', '', '', '', '', '', '', '', '', '', 'LEADERSHIP', 'LEADING'),
        row('REVIEW', 'R2', 'QAR_1999', '940004', '', '2022-11-14', '2022-11-16', 'ON_SITE'),
        row('TEAM', 'R2', '', '940005', '', '', '', '', '', 'R2-1', 'REVIEWER'),
        row('REVIEW', 'R3', 'TPR', '940004', '', '2022-11-14', '2022-11-16', 'ON_SITE'),
        row('REVIEW', 'R4', 'QAR_2019', '940004', '', '2022-11-14', '2022-11-10', 'ON_SITE'),
        '',
      ].join('\n'),
    );
    expect(report.rejections.map(({ line, column }) => [line, column])).toEqual([
      [3, 'Estimate'],
      [5, 'Framework'],
      [6, 'Review ID'],
      [7, 'URN'],
      [8, 'End date'],
    ]);
    expect((await graph.ask('{ review(id: "R1") { headings { code estimate } } }')).data.review.headings[0]).toEqual({
      code: 'LEADERSHIP',
      estimate: 'LEADING',
    });
  });

  it('takes back what a later file no longer says of a review', async () => {
    const header =
      'Record,Review ID,Framework,URN,Trust UID,Start date,End date,Mode,Phase,ID,Role,Name,Heading,Estimate,Finding,Text,Title,Theme,Status,Accredited on,Valid until';
    const review = 'REVIEW,R9,QAR_2019,940004,,2022-11-14,2022-11-16,ON_SITE,,,,,,,,,,,,,';
    const finding = (text: string) => `FINDING,R9,,,,,,,,,,,LEADERSHIP,,WHAT_WENT_WELL,${text},,,,,`;
    await file('reviews', 'r9.csv', `${header}\n${review}\n${finding('one')}\n${finding('two')}\n`);
    const report = await file('reviews', 'r9.csv', `${header}\n${review}\n${finding('two')}\n`);
    expect(report.tables['finding']).toEqual({ inserted: 0, changed: 1, unchanged: 0, removed: 1 });
    expect(
      (await graph.ask('{ review(id: "R9") { headings { findings { text } } } }')).data.review.headings[0].findings,
    ).toEqual([{ text: 'two' }]);
  });

  it('moves a school from one trust to another when a later release says so', async () => {
    const header =
      'URN,Group UID,Group ID,Group Name,Companies House Number,Group Type,Closed Date,Open date,Group Status,Joined date';
    await file(
      'gias-group-links',
      'links2017.csv',
      `${header}\n940005,90011,,First Trust,,Multi-academy trust,,2010-01-01,Open,2012-09-01\n940005,90012,,A Sponsor,,School sponsor,,,Open,2012-09-01\n`,
    );
    await file(
      'gias-group-links',
      'links2022.csv',
      `${header}\n940005,90013,,Second Trust,,Multi-academy trust,,2010-01-01,Open,2019-09-01\n`,
    );
    const { data } = await graph.ask(
      '{ school(urn: "940005") { trust { name } trustHistory { trust { name } joined left } } first: trust(uid: "90011") { schoolCount } }',
    );
    expect(data.school).toEqual({
      trust: { name: 'Second Trust' },
      trustHistory: [
        { trust: { name: 'Second Trust' }, joined: '2019-09-01', left: null },
        { trust: { name: 'First Trust' }, joined: '2012-09-01', left: '2019-09-01' },
      ],
    });
    expect(data.first.schoolCount).toBe(0);
  });
});

describe('the demo network', () => {
  it('is the same each time, and loading it again changes nothing', async () => {
    const [one, two] = [demoFiles(), demoFiles()];
    expect(one[0]!.rows()).toEqual(two[0]!.rows());
    const graph = await Graph.start('demo');
    for (const file of one.filter(({ kind }) => kind !== 'ks2' && kind !== 'ks4')) {
      const report = await importInto(graph.running, file.kind, demoSource(file), { fictional: true });
      for (const { inserted, changed, removed } of Object.values(report.tables))
        expect([inserted, changed, removed], file.name).toEqual([0, 0, 0]);
    }
    await graph.stop();
  });

  it("cannot be mistaken for real: its URNs, UKPRNs, authorities, trusts, postcodes and websites are nobody's", () => {
    const [header, ...rows] = demoFiles()[0]!.rows();
    const at = (row: string[], column: string) => row[header!.indexOf(column)]!;
    for (const row of rows) {
      expect(Number(at(row, 'URN'))).toBeGreaterThan(900_000);
      expect(at(row, 'LA (code)') >= '970').toBe(true);
      expect(at(row, 'Postcode')).toMatch(/^ZZ/);
      expect(at(row, 'UKPRN') || '19').toMatch(/^19/);
      expect(at(row, 'SchoolWebsite') || '.example').toMatch(/\.example$/);
    }
  });
});
