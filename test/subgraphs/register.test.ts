import { existsSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { importInto } from '../../gateway/commands/import.ts';
import { fileSource } from '../../subgraphs/kit/import/read.ts';
import { Graph } from '../support/graph.ts';

const SCHOOLS =
  'URN,LA (code),LA (name),EstablishmentNumber,EstablishmentName,EstablishmentStatus (name),PhaseOfEducation (name),TypeOfEstablishment (name),NumberOfPupils,OpenDate,CloseDate,Easting,Northing';
const LINKS = 'URN,LinkURN,LinkName,LinkType,LinkEstablishedDate';
const GROUP_LINKS =
  'URN,Group UID,Group ID,Group Name,Companies House Number,Group Type,Group Status,Open date,Closed Date,Joined date';

/** A link as a whole release has it, with the word of both sides. */
const link = (before: number, after: number) => [
  `${after},${before},Old ${before},Predecessor,01-09-2015`,
  `${before},${after},New ${after},Successor,01-09-2015`,
];
const inTrust = (urn: number, uid: number, joined = '2015-09-01') =>
  `${urn},${uid},TR${uid},Trust ${uid},,Multi-academy trust,Open,2012-01-01,,${joined}`;

describe('releases of the register', () => {
  let graph: Graph;
  beforeAll(async () => (graph = await Graph.start('empty')));
  afterAll(() => graph.stop());

  const links = (name: string, lines: string[], options = {}) =>
    graph.import('gias-links', name, `${LINKS}\n${lines.join('\n')}\n`, options);
  const groupLinks = (name: string, lines: string[], options = {}) =>
    graph.import('gias-group-links', name, `${GROUP_LINKS}\n${lines.join('\n')}\n`, options);
  const rows = async (statement: string) =>
    (await graph.subgraph('schools').database.orm.em.execute(statement)) as Record<string, unknown>[];
  const school = (
    urn: number,
    { la = '970', name = 'Example School', pupils = '200', easting = '442357', northing = '556208' } = {},
  ) =>
    `${urn},${la},Quillshire,1001,${name},Open,Primary,Community school,${pupils},01-09-1990,,${easting},${northing}`;

  it('withdraw links that a later one does not have any more, and name them', async () => {
    const many = Array.from({ length: 20 }, (_, n) => link(910_100 + n, 910_200 + n)).flat();
    await links('links_edubasealldata20250422.csv', [
      ...many,
      ...link(910_001, 910_002),
      `910001,910002,x,Predecessor,`,
    ]);
    const report = await links('links_edubasealldata20250727.csv', [...many, ...link(910_001, 910_002)]);
    expect(report.tables['school link']).toMatchObject({ inserted: 0, changed: 0, removed: 1 });
    expect(report.lines()).toContain('withdrawn 1: 910002 before 910001');
    expect(report.lines()).toContain('whole release of 2025-07-27: what is not in it is withdrawn');
    const { data } = await graph.ask('{ a: school(urn: "910001") { urn } }');
    expect(data.a).toBeNull();
    expect(
      await rows(`select predecessor, successor from school_link where '910001' in (predecessor, successor)`),
    ).toEqual([{ predecessor: '910001', successor: '910002' }]);
  });

  it('do not come back with an older one', async () => {
    await expect(links('links_edubasealldata20250422.csv', link(910_001, 910_002))).rejects.toThrow(
      'this is the release of 2025-04-22, and that of 2025-07-27 has been imported',
    );
    await expect(links('links.csv', link(910_001, 910_002), { release: '22/04/2025' })).rejects.toThrow(
      'this is the release of 2025-04-22',
    );
    await expect(links('links.csv', link(910_001, 910_002), { release: 'April' })).rejects.toThrow(
      '--release April is not a date: write --release 2025-07-27.',
    );
  });

  it('leave alone, where they are of academies only, what the other sides said', async () => {
    const academies = Array.from({ length: 19 }, (_, n) => link(910_100 + n, 910_200 + n)[0]!);
    const report = await links('links_edubaseallacademies20250901.csv', [
      ...academies,
      '910219,910118,Old 910118,Predecessor,',
    ]);
    // Every link but one is as it was; that of 910219 is still told by its other side.
    expect(report.tables['school link']).toMatchObject({ inserted: 1, changed: 0, removed: 0 });
    expect(report.lines()).toContain(
      'release of 2025-09-01, in part: it replaces the links of the 20 establishments in it, and leaves others alone',
    );
    expect(await rows('select count(*)::int as n from school_link where successor_name is null')).toEqual([{ n: 1 }]);
    const corrected = await links(
      'links_edubaseallacademies20250902.csv',
      academies.concat('910219,910117,Old 910117,Predecessor,'),
    );
    expect(corrected.lines()).toContain('withdrawn 1: 910118 before 910219');
  });

  it('leave everything that is not in a file of which nobody says that it is a release', async () => {
    const report = await links('links.csv', link(910_001, 910_002));
    expect(report.tables['school link']).toMatchObject({ inserted: 0, changed: 0, removed: 0 });
    expect(report.lines().join()).toContain('give --release 2025-07-27');
  });

  it('take schools out of trusts that they are no longer in, and keep what has ended', async () => {
    await graph.import(
      'gias-establishments',
      's.csv',
      `${SCHOOLS}\n${[1, 2, 3].map((n) => school(920_000 + n)).join('\n')}\n920004,970,Quillshire,1004,Closed School,Closed,Primary,Community school,,01-09-1990,31-08-2024,442357,556208\n`,
    );
    const others = Array.from({ length: 20 }, (_, n) => inTrust(920_100 + n, 90_001));
    await groupLinks('allgrouplinks20250101.csv', [
      ...others,
      inTrust(920_001, 90_001),
      inTrust(920_002, 90_001),
      inTrust(920_004, 90_001),
    ]);
    const report = await groupLinks('allgrouplinks20250601.csv', [
      ...others,
      inTrust(920_001, 90_001, '2016-09-01'),
      inTrust(920_002, 90_002, '2025-03-01'),
    ]);
    expect(report.tables['trust membership']).toMatchObject({ inserted: 1, changed: 1, removed: 0 });
    expect(
      await rows(
        `select urn, trust_uid, joined, "left" from trust_membership where urn like '92000%' order by urn, joined`,
      ),
    ).toMatchObject([
      { urn: '920001', trust_uid: '90001', joined: '2016-09-01', left: null },
      { urn: '920002', trust_uid: '90001', left: '2025-03-01' },
      { urn: '920002', trust_uid: '90002', left: null },
      { urn: '920004', trust_uid: '90001', left: '2024-08-31' },
    ]);
    const withdrawn = await groupLinks('allgrouplinks20250701.csv', [
      ...others,
      inTrust(920_002, 90_002, '2025-03-01'),
    ]);
    expect(withdrawn.lines()).toContain('withdrawn 1: 920001 in trust 90001');
    const part = await groupLinks('allgrouplinks20250801.csv', [inTrust(920_100, 90_002)]);
    expect(part.tables['trust membership']).toMatchObject({ inserted: 1, removed: 1 });
  });

  it('blank nothing that they have no column for', async () => {
    await graph.import('gias-establishments', 'whole.csv', `${SCHOOLS}\n${school(930_001)}\n`);
    await graph.import(
      'gias-establishments',
      'part.csv',
      'URN,EstablishmentName,EstablishmentStatus (name),PhaseOfEducation (name),TypeOfEstablishment (name)\n930001,Renamed School,Open,Primary,Academy converter\n',
    );
    const { data } = await graph.ask(
      '{ school(urn: "930001") { name laestab roll opened location { easting } localAuthority { code } } }',
    );
    expect(data.school).toEqual({
      name: 'Renamed School',
      laestab: '970/1001',
      roll: 200,
      opened: '1990-09-01',
      location: { easting: 442357 },
      localAuthority: { code: '970' },
    });
  });

  it('say of how many schools they know no location, and keep the numbers as they are', async () => {
    const report = await graph.import(
      'gias-establishments',
      'nowhere.csv',
      `${SCHOOLS}\n${school(930_002, { easting: '0', northing: '0' })}\n`,
    );
    expect(report.lines()).toContain(
      'without a location: 1 (Easting and Northing 0: the register says so where it knows no location)',
    );
    expect(await rows(`select easting, northing, latitude from school where urn = '930002'`)).toEqual([
      { easting: 0, northing: 0, latitude: null },
    ]);
    expect((await graph.ask('{ school(urn: "930002") { location { easting } } }')).data.school.location).toBeNull();
  });

  it.each(['93', 'ABC', '9700'])('refuse %s as the code of a local authority', async (la) => {
    const report = await graph.import('gias-establishments', 'la.csv', `${SCHOOLS}\n${school(930_003, { la })}\n`);
    expect(report.rejections).toEqual([
      {
        line: 2,
        column: 'LA (code)',
        value: la,
        reason: 'is not the code of a local authority: a code is three digits',
      },
    ]);
  });

  it('have 000 for schools of no local authority', async () => {
    await graph.import('gias-establishments', 'none.csv', `${SCHOOLS}\n${school(930_004, { la: '000' })}\n`);
    expect((await graph.ask('{ school(urn: "930004") { laestab localAuthority { code } } }')).data.school).toEqual({
      laestab: null,
      localAuthority: null,
    });
  });

  it('reject a row that is longer than the header, where the last column is not one that spills', async () => {
    const report = await graph.import('gias-establishments', 'long.csv', `${SCHOOLS}\n${school(930_005)},more\n`);
    expect(report.rejections).toMatchObject([{ line: 2, column: 'Northing', value: 'more' }]);
  });
});

const DIRECTORY = resolve(process.env['REAL_DATA_DIR'] ?? '../shared/data');

// What is withdrawn was found by another program: links of April that July does not have, each by its two ends.
describe.skipIf(!existsSync(join(DIRECTORY, 'current')))('releases of the register, in REAL_DATA_DIR', () => {
  let graph: Graph;
  beforeAll(async () => (graph = await Graph.start('empty')));
  afterAll(() => graph.stop());
  const take = async (kind: string, path: string, options = {}) =>
    importInto(graph.running, kind, await fileSource(join(DIRECTORY, path)), options);

  it('have 34,044 rows of links in July 2025, and three fewer of those of April', async () => {
    await take('gias-links', 'gias/links_edubasealldata20250422.csv');
    const report = await take('gias-links', 'current/links_edubasealldata20250727.csv');
    expect([report.rowsRead, report.rejected]).toEqual([34_044, 0]);
    expect(report.tables['school link']).toMatchObject({ inserted: 125, removed: 3 });
    expect(report.lines()).toContain('withdrawn 3: 118718 before 151542, 150536 before 146327, 402458 before 400485');
    const both = await graph
      .subgraph('schools')
      .database.orm.em.execute(
        `select predecessor, successor from school_link where '146327' in (predecessor, successor) and '150536' in (predecessor, successor)`,
      );
    expect(both).toEqual([{ predecessor: '146327', successor: '150536' }]);
  });

  it('read the download of state-funded schools, and leave what it has no column for', async () => {
    await take('gias-establishments', 'gias/edubasealldata20220420.csv');
    const report = await take('gias-establishments', 'current/gias_edubaseallstatefunded.csv');
    expect([report.rowsRead, report.rejected, report.tables['school']!.inserted]).toEqual([3, 0, 3]);
    const { data } = await graph.ask(
      '{ school(urn: 100000) { name phase type laestab ukprn ages { from to } religiousCharacter address { street locality town postcode } website localAuthority { name } region roll location { easting } } }',
    );
    expect(data.school).toEqual({
      name: 'The Aldgate School',
      phase: 'PRIMARY',
      type: 'Voluntary aided school',
      laestab: '201/3614',
      ukprn: '10079319',
      ages: { from: 3, to: 11 },
      religiousCharacter: 'Church of England',
      address: { street: "St James's Passage", locality: "Duke's Place", town: 'London', postcode: 'EC3A 5DE' },
      website: 'http://www.thealdgateschool.org/',
      localAuthority: { name: 'City of London' },
      region: 'LONDON',
      roll: null,
      location: null,
    });
  });
});
