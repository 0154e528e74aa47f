import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { writeXlsx } from 'hucre/xlsx';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { importInto } from '../../gateway/commands/import.ts';
import { importKinds } from '../../subgraphs/index.ts';
import { sourcesOf } from '../../subgraphs/kit/import/archive.ts';
import { kindsIn, type ImportOptions } from '../../subgraphs/kit/import/run.ts';
import { templateOf } from '../../subgraphs/kit/import/template.ts';
import { FRAMEWORKS } from '../../subgraphs/reviews/frameworks.ts';
import { Graph } from '../support/graph.ts';

type Cell = string | number | Date | null;

const day = (year: number, month: number, date: number) => new Date(Date.UTC(year, month - 1, date));

describe("the charity's own records", () => {
  let graph: Graph;
  let directory: string;
  beforeAll(async () => {
    graph = await Graph.start('empty');
    directory = mkdtempSync(join(tmpdir(), 'partner-graph-records-'));
  });
  afterAll(async () => {
    rmSync(directory, { recursive: true });
    await graph.stop();
  });
  beforeEach(async () => {
    const empty = (name: 'schools' | 'reviews' | 'programmes', tables: string) =>
      graph.subgraph(name).database.orm.em.fork().execute(`truncate ${tables} cascade`);
    await empty('schools', 'school, membership, hub, trust');
    await empty('reviews', 'review');
    await empty('programmes', 'programme, visit, practice_shared');
  });

  const file = async (kind: string, name: string, bytes: string | Uint8Array, options: ImportOptions = {}) => {
    writeFileSync(join(directory, name), bytes);
    const [source] = await sourcesOf(join(directory, name));
    return importInto(graph.running, kind, source!, options);
  };
  const workbook = (sheets: Record<string, Cell[][]>) =>
    writeXlsx({ sheets: Object.entries(sheets).map(([name, rows]) => ({ name, rows })) });

  it('import from their templates as they are printed, one after the other, into nothing', async () => {
    const kinds = importKinds.flatMap(({ kind }) => (kind.template ? [kind] : []));
    expect(kinds.map(({ kind }) => kind)).toEqual([
      'gias-establishments',
      'gias-groups',
      'members',
      'reviews',
      'programmes',
    ]);
    for (const kind of kinds) {
      const report = await file(kind.kind, `${kind.kind}.csv`, templateOf(kind)!);
      expect(report.rejections, kind.kind).toEqual([]);
      expect(report.rowsRead).toBe(kind.template!.trim().split('\n').length - 1);
      expect(report.unknownUrns, kind.kind).toEqual([]);
    }
    const { data } = await graph.ask(
      '{ trust(uid: "90001") { joinedNetwork } school(urn: "900001") { name memberships { joined } } review(id: "QAR-2022-0001") { headings { code } } }',
    );
    expect(data.trust).toEqual({ joinedNetwork: '2016-09-01' });
    expect(data.school.memberships).toContainEqual({ joined: '2014-09-01' });
    expect(data.review.headings).not.toEqual([]);
  });

  it('have templates that list the words which may stand in them', () => {
    const of = (name: string) => templateOf(importKinds.find(({ kind }) => kind.kind === name)!.kind)!;
    for (const { code, headings, estimates } of FRAMEWORKS) {
      expect(of('reviews')).toContain(code);
      for (const heading of headings) expect(of('reviews')).toContain(heading.code);
      for (const estimate of estimates) expect(of('reviews')).toContain(estimate);
    }
    expect(of('programmes')).toContain('Kind of PRACTICE rows: SCHOOL_SUPPORT_DIRECTORY');
    expect(of('programmes')).toContain('Theme: any words');
    expect(of('members')).toContain('Hub kind: Local, Regional, Virtual');
  });

  const REVIEW = ['START_DATE', 'End date', 'review id', 'Framework', 'urn', 'Mode', 'Owner'];
  const book = () =>
    workbook({
      Findings: [
        ['TEXT', 'finding', 'Heading', 'Review_ID'],
        ['Leaders know their school.', 'What went well', 'LEADERSHIP', 'R1'],
        [null],
        ['Nothing', 'WHAT_WENT_WELL', 'LEADERSHIP', 'R7'],
      ],
      Team: [
        ['Review ID', 'ID', 'Role', 'URN'],
        ['R1', 'R1-1', 'LEAD_REVIEWER', 900_002],
      ],
      Reviews: [
        [null],
        REVIEW,
        [null],
        ['14/11/2022', day(2022, 11, 16), 'R1', 'QAR_2019', 900_001, 'On site', 'somebody'],
      ],
      Headings: [
        ['Review ID', 'Heading', 'Estimate'],
        ['R1', 'LEADERSHIP', 'EFFECTIVE'],
      ],
      Notes: [['what this is']],
    });

  it('come as a workbook with a sheet for each sort of record, headings in any order and case, and blank rows', async () => {
    const report = await file('reviews', 'reviews.xlsx', await book());
    expect(report.rejections).toMatchObject([
      { line: 4, column: 'Review ID', cell: 'Findings!D4', value: 'R7', reason: 'has no REVIEW row in this file' },
    ]);
    expect(report.lines().join('\n')).toContain('line 4: Review ID "R7" (cell Findings!D4)');
    expect(report.notes).toEqual([
      'columns that are not read in the sheet "Reviews": Owner',
      expect.stringMatching(/^sheets that are not read.*: Notes$/),
    ]);
    const { data } = await graph.ask(
      '{ review(id: "R1") { startDate endDate mode headings { estimate findings { text } } } }',
    );
    expect(data.review).toMatchObject({ startDate: '2022-11-14', endDate: '2022-11-16', mode: 'ON_SITE' });
    expect(data.review.headings[0]).toEqual({
      estimate: 'EFFECTIVE',
      findings: [{ text: 'Leaders know their school.' }],
    });
  });

  it('are told by what is in a workbook', async () => {
    writeFileSync(join(directory, 'what.xlsx'), await book());
    const [source] = await sourcesOf(join(directory, 'what.xlsx'));
    const kinds = await kindsIn(
      source!,
      importKinds.map(({ kind }) => kind),
    );
    expect(kinds.map(({ kind }) => kind)).toEqual(['reviews']);
  });

  it('come as a file for each sort of record, which leaves the others as they are', async () => {
    await file('reviews', 'reviews.xlsx', await book());
    const team = await file('reviews', 'Team.csv', 'role,id,review_id,urn\nREVIEWER,R1-2,R1,900001\n');
    expect(team.tables).toMatchObject({ reviewer: { inserted: 1, removed: 1 } });
    expect(team.rejected).toBe(0);
    await file(
      'reviews',
      'reviews.csv',
      'Review ID,Framework,URN,Start date,End date,Mode\nR1,QAR_2019,900001,7/11/2022,09/11/2022,REMOTE\n',
    );
    const { data } = await graph.ask(
      '{ review(id: "R1") { startDate mode team { role } headings { findings { text } } } }',
    );
    expect(data.review).toMatchObject({ startDate: '2022-11-07', mode: 'REMOTE', team: [{ role: 'REVIEWER' }] });
    expect(data.review.headings[0].findings).toHaveLength(1);
    const { rejections } = await file('reviews', 'Team.csv', 'role,id,review_id,urn\nREVIEWER,R9-1,R9,900001\n');
    expect(rejections).toMatchObject([{ line: 2, value: 'R9', reason: 'is no review that is known' }]);
  });

  it('are refused where a sheet lacks a column, and told which is alike', async () => {
    const lacking = await workbook({
      Team: [
        ['Review ID', 'ID', 'Roles', 'URN'],
        ['R1', 'R1-1', 'LEAD_REVIEWER', 900_002],
      ],
    });
    await expect(file('reviews', 'lacking.xlsx', lacking)).rejects.toThrow(
      /line 1: the sheet "Team" holds TEAM rows and has no column "Role". Alike: "Roles"/,
    );
    await expect(
      file('members', 'members.csv', 'Record,Hub ID,Hub name,Hub kind,URN,Joined\nMEMBER,,,,900001,1/9/2014\n'),
    ).rejects.toThrow(/no column "Left"/);
    await expect(file('members', 'twice.csv', 'Record,URN,urn,Joined,Left\n')).rejects.toThrow(
      /names the column "urn" twice/,
    );
  });

  it('may have rows in any order', async () => {
    for (const { kind } of importKinds.filter((each) => each.kind.records)) {
      const [header, ...rows] = kind.template!.trim().split('\n');
      if (kind.kind === 'members') rows.pop();
      const report = await file(kind.kind, 'reversed.csv', `${[header, ...rows.toReversed()].join('\n')}\n`);
      expect(report.rejections, kind.kind).toEqual([]);
    }
  });

  const reviews = (...ids: string[]) =>
    `Record,Review ID,Framework,URN,Trust UID,Start date,End date,Mode,ID,Role,Heading,Estimate,Finding,Text,Title,Theme,Status,Accredited on,Valid until\n${ids
      .map(
        (id) =>
          `REVIEW,${id},QAR_2019,${id === 'bad' ? '1' : '900001'},,01/11/2022,02/11/2022,REMOTE${','.repeat(11)}\n`,
      )
      .join('')}`;
  const total = async () => (await graph.ask('{ reviews { totalCount } }')).data.reviews.totalCount;

  it('go with what a whole export does not hold any more, and the report says which', async () => {
    await file('reviews', 'all.csv', reviews('A', 'B', 'C'));
    const report = await file('reviews', 'all.csv', reviews('A', 'C'), { deleteMissing: true });
    expect(report.tables['review']).toMatchObject({ inserted: 0, changed: 0, unchanged: 2, removed: 1 });
    expect(report.lines()).toContain('deleted 1 reviews: B');
    expect(await total()).toBe(2);
    // Without the word for it, what is missing stays.
    await file('reviews', 'all.csv', reviews('A'));
    expect(await total()).toBe(2);
  });

  it('are not deleted where a row was rejected, a sort of record is missing, or more than half would go', async () => {
    await file('reviews', 'all.csv', reviews('A', 'B', 'C'));
    const whole = { deleteMissing: true };
    await expect(file('reviews', 'all.csv', reviews('A', 'B', 'bad'), whole)).rejects.toThrow(
      /1 row was rejected.*line 4: URN "1" is not a URN/,
    );
    await expect(file('reviews', 'all.csv', reviews('A'), whole)).rejects.toThrow(
      /would delete 2 of 3 reviews, more than half: give --accept-unusual/,
    );
    await expect(
      file(
        'reviews',
        'Reviews.csv',
        'Review ID,Framework,URN,Start date,End date,Mode\nA,QAR_2019,900001,1/11/2022,2/11/2022,REMOTE\n',
        whole,
      ),
    ).rejects.toThrow(/no sheet of TEAM, HEADING, FINDING, AREA/);
    await expect(file('gias-groups', 'g.csv', templateOf(importKinds[2]!.kind)!, whole)).rejects.toThrow(
      /--delete-missing is for the charity's own records/,
    );
    expect(await total()).toBe(3);
    await file('reviews', 'all.csv', reviews('A'), { ...whole, acceptUnusual: true });
    expect(await total()).toBe(1);
  });

  it('of trusts that joined are not taken back where that is more than half of them', async () => {
    for (const name of ['gias-establishments', 'gias-groups', 'members'])
      await file(name, `${name}.csv`, templateOf(importKinds.find(({ kind }) => kind.kind === name)!.kind)!);
    const { template } = importKinds.find(({ kind }) => kind.kind === 'members')!.kind;
    const others = template!.replaceAll(/^TRUST,.*\n/gm, '');
    await expect(file('members', 'members.csv', others, { deleteMissing: true })).rejects.toThrow(
      /would delete 1 of 1 trusts that joined, more than half/,
    );
    const report = await file('members', 'members.csv', others, { deleteMissing: true, acceptUnusual: true });
    expect(report.notes.join()).toMatch(/not in the network any more: trusts 9\d{4}/);
  });

  it('stay where they came through the API, which no export knows of', async () => {
    await file('reviews', 'all.csv', reviews('A', 'B', 'C'));
    const { em } = graph.subgraph('reviews').database.orm;
    await em
      .fork()
      .execute(
        `insert into audit (client, operation, type, subject, after) values ('a trust', 'recordReview', 'REVIEW', 'B', '{}')`,
      );
    const report = await file('reviews', 'all.csv', reviews('A', 'C'), { deleteMissing: true });
    expect(report.notes).toContain(
      'kept 1 reviews that the file does not hold, since they came through the API or have what did: B',
    );
    expect(await total()).toBe(3);
    await em.fork().execute('truncate audit');
  });

  it('of members and programmes go in the same way', async () => {
    const members = (...urns: number[]) =>
      `Record,Hub ID,Hub name,Hub kind,URN,Joined,Left\n${urns.map((urn) => `MEMBER,,,,${urn},1/9/2014,\n`).join('')}`;
    await file('members', 'members.csv', members(900_001, 900_002, 900_003));
    const report = await file('members', 'members.csv', members(900_001, 900_003), { deleteMissing: true });
    expect(report.notes).toContain('deleted 1 memberships: NETWORK:900002:2014-09-01');

    const { template } = importKinds.find(({ kind }) => kind.kind === 'programmes')!.kind;
    const second = template!.split('\n')[2]!.replace('GTT-2022-1', 'GTT-2022-2');
    await file('programmes', 'programmes.csv', `${template}${second}\n`);
    const later = await file('programmes', 'programmes.csv', template!, { deleteMissing: true });
    expect(later.notes).toContain('deleted 1 cohorts: GTT-2022-2');
  });

  describe('and other kinds in a workbook', () => {
    const HEADER = templateOf(importKinds[0]!.kind)!.split('\n', 1)[0]!.split(',');
    const school = (urn: number, name: string, opened: Cell = day(1990, 9, 1)): Cell[] => [
      urn,
      970,
      'Exampleshire',
      2001,
      name,
      'Community school',
      'Open',
      'Primary',
      opened,
    ];

    it('are read from the sheet of the kind, and say the cell of what is wrong', async () => {
      const bytes = await workbook({
        Read: [['Notes of somebody']],
        edubasealldata: [HEADER, school(900_001, 'One'), [null], school(900_002, 'Two', '31-02-1990')],
      });
      const report = await file('gias-establishments', 'schools.xlsx', bytes);
      expect(report.tables['school']).toMatchObject({ inserted: 1 });
      expect(report.rejections).toMatchObject([
        { line: 4, column: 'OpenDate', cell: 'edubasealldata!I4', value: '31-02-1990' },
      ]);
      expect(report.notes).toContain('sheets that are not read: "Read"');
      const { data } = await graph.ask('{ schools { nodes { name } } }');
      expect(data.schools.nodes).toEqual([{ name: 'One' }]);
      await expect(
        file('gias-establishments', 'two.xlsx', await workbook({ A: [HEADER, school(900_001, 'One')], B: [HEADER] })),
      ).rejects.toThrow(/the sheets "A", "B" of two.xlsx are all of this kind/);
      await expect(file('gias-links', 'schools.xlsx', bytes)).rejects.toThrow(/is not a file of kind gias-links/);
    });

    it.each(['#REF!', '#N/A', '#VALUE!', '#DIV/0!', '#NAME?'])('never take %s for a value', async (error) => {
      const bytes = await workbook({ A: [HEADER, school(900_001, error), school(900_002, 'Two')] });
      const { rejections, tables } = await file('gias-establishments', 'errors.xlsx', bytes);
      expect(rejections).toMatchObject([
        {
          line: 2,
          column: 'EstablishmentName',
          value: error,
          reason: expect.stringContaining('in cell A!E2 is an error'),
        },
      ]);
      expect(tables['school']).toMatchObject({ inserted: 1 });
      const csv = `${HEADER.join()},Notes\n900003,970,X,2001,Three,Community school,Open,Primary,,,,,,${error}\n`;
      const { rejections: inText } = await file('gias-establishments', 'errors.csv', csv);
      expect(inText).toMatchObject([{ line: 2, column: 'Notes', reason: expect.stringContaining('in cell N2') }]);
    });

    it('are taken with columns that nobody knows, and refused without one, naming those that are alike', async () => {
      const [header, row] = templateOf(importKinds[0]!.kind)!.split('\n');
      const report = await file(
        'gias-establishments',
        'new.csv',
        `${header},AccreditationExpiryDate,CHNumber\n${row},,x\n`,
      );
      expect([report.rejected, report.tables['school']!.inserted]).toEqual([0, 1]);
      await expect(
        file(
          'gias-establishments',
          'codes.csv',
          `${header!.replace('EstablishmentStatus (name)', 'EstablishmentStatus (code)')}\n${row}\n`,
        ),
      ).rejects.toThrow(/no column "EstablishmentStatus \(name\)"\. Alike: "EstablishmentStatus \(code\)"/);
    });

    const header2025 = resolve(
      process.env['REAL_DATA_DIR'] ?? '../shared/data',
      'current/gias_edubasealldata_20250109.header.csv',
    );
    it.skipIf(!existsSync(header2025))('are taken under the whole header of the register in 2025', async () => {
      const header = readFileSync(header2025, 'utf8').trim();
      const [names, row] = templateOf(importKinds[0]!.kind)!
        .split('\n', 2)
        .map((line) => line.split(','));
      const full = header.split(',').map((name) => row![names!.indexOf(name)] ?? '');
      const report = await file('gias-establishments', 'edubasealldata20250109.csv', `${header}\n${full.join()}\n`);
      expect([report.rejected, report.tables['school']!.inserted]).toEqual([0, 1]);
    });

    it('say of columns without a name that they are not read', async () => {
      const [header, row] = templateOf(importKinds[0]!.kind)!.split('\n');
      const report = await file('gias-establishments', 'nameless.csv', `,${header},\n0,${row},x\n`);
      expect(report.notes).toContain(`not read, since they have no name: columns 1, ${HEADER.length + 2}`);
      expect(report.tables['school']).toMatchObject({ inserted: 1 });
    });
  });
});
