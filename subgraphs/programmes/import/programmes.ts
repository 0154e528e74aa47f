import { academicYear, count, date, text, urn, website, word } from '../../kit/import/columns.ts';
import type { ImportKind, Row, RowPlace } from '../../kit/import/kind.ts';
import { cameThroughApi, checkWholeExport, deleteMissing, type Removable } from '../../kit/import/missing.ts';
import type { AnyEntitySchema } from '../../kit/read/database.ts';
import { Cohort, Enrolment, PracticeShared, Programme, Session, Visit } from '../entities.ts';

type Record = 'PROGRAMME' | 'COHORT' | 'SESSION' | 'ENROLMENT' | 'VISIT' | 'PRACTICE';

/** What each sort of row is written to, and which columns it takes into which properties; those with `!` must have a value. */
const RECORDS: { [R in Record]: { entity: AnyEntitySchema; takes: { [column: string]: string } } } = {
  PROGRAMME: { entity: Programme, takes: { 'ID!': 'code', 'Name!': 'name', 'Kind!': 'kind', Text: 'description' } },
  COHORT: {
    entity: Cohort,
    takes: {
      'ID!': 'id',
      'Belongs to!': 'programmeCode',
      'Name!': 'name',
      'Academic year!': 'academicYear',
      'Date!': 'startsOn',
      'End date': 'endsOn',
      Place: 'place',
    },
  },
  SESSION: {
    entity: Session,
    takes: {
      'ID!': 'id',
      'Belongs to!': 'cohortId',
      'Name!': 'title',
      'Date!': 'date',
      'Mode!': 'mode',
      URN: 'hostUrn',
    },
  },
  ENROLMENT: {
    entity: Enrolment,
    takes: {
      'ID!': 'id',
      'Belongs to!': 'cohortId',
      'URN!': 'urn',
      'Role!': 'role',
      'Status!': 'status',
      Number: 'staff',
      'Date!': 'enrolledOn',
      'End date': 'completedOn',
    },
  },
  VISIT: {
    entity: Visit,
    takes: {
      'ID!': 'id',
      'Belongs to': 'cohortId',
      'Kind!': 'kind',
      'URN!': 'hostUrn',
      'Other URN!': 'visitingUrn',
      'Date!': 'date',
      'Number!': 'days',
      'Mode!': 'mode',
      Text: 'focus',
    },
  },
  PRACTICE: {
    entity: PracticeShared,
    takes: {
      'ID!': 'id',
      'URN!': 'urn',
      'Name!': 'title',
      'Theme!': 'theme',
      'Kind!': 'channel',
      'Date!': 'sharedOn',
      'Other URN': 'recipientUrn',
      URL: 'url',
    },
  },
};

/** The words that `Kind` may have in each sort of row. */
const KINDS: { [R in Record]?: readonly string[] } = {
  PROGRAMME: [
    'PEER_VISITS',
    'RESIDENCY',
    'LEADERSHIP_DEVELOPMENT',
    'DISADVANTAGE',
    'TEACHING',
    'CONFERENCE',
    'PLACE_BASED',
  ],
  VISIT: ['RESIDENCY', 'VISIT'],
  PRACTICE: ['SCHOOL_SUPPORT_DIRECTORY', 'LEADING_PRACTICE_DIRECTORY', 'CONFERENCE', 'OPEN_DAY', 'ONLINE'],
};

/** The names that a sheet or file of each sort of row may have. */
const NAMES: { [R in Record]: readonly string[] } = {
  PROGRAMME: ['programmes'],
  COHORT: ['cohorts'],
  SESSION: ['sessions'],
  ENROLMENT: ['enrolments', 'enrollments'],
  VISIT: ['visits', 'visits and residencies'],
  PRACTICE: ['practices', 'practice shared'],
};

/** Where each sort of row is kept, what belongs to others before them. */
const TABLES: [Record, Removable][] = [
  ['PRACTICE', { table: 'practice_shared', key: 'id', what: 'practices shared' }],
  ['VISIT', { table: 'visit', key: 'id', what: 'visits' }],
  [
    'ENROLMENT',
    { table: 'enrolment', key: 'id', what: 'enrolments', stays: cameThroughApi('ENROLMENT', 'enrolment.id') },
  ],
  ['SESSION', { table: 'session', key: 'id', what: 'sessions' }],
  [
    'COHORT',
    {
      table: 'cohort',
      key: 'id',
      what: 'cohorts',
      stays: 'exists (select 1 from enrolment e where e.cohort_id = cohort.id)',
    },
  ],
  [
    'PROGRAMME',
    {
      table: 'programme',
      key: 'code',
      what: 'programmes',
      stays: 'exists (select 1 from cohort c where c.programme_code = programme.code)',
    },
  ],
];

/** The word in `Kind`, which may be in any case, with spaces or underscores. */
const kindOf = (row: Row): string | undefined => {
  const written = row['Kind'] as string | null;
  return written?.toUpperCase().replaceAll(/[\s_-]+/g, '_');
};

const BATCH = 2_000;

/** Programmes with cohorts, sessions, enrolments, visits and practice shared: the charity's own record. */
export const programmes: ImportKind = {
  kind: 'programmes',
  describes: "Programmes, cohorts, sessions, enrolments, visits and practice shared, from the charity's own records",
  template: `Record,ID,Belongs to,Kind,Name,Academic year,Date,End date,Mode,URN,Other URN,Role,Status,Number,Theme,Place,Text,URL
PROGRAMME,GTT,,PEER_VISITS,Growing the Top,,,,,,,,,,,,Stand-out schools visit each other.,
COHORT,GTT-2022-1,GTT,,"Growing the Top 2022/23, South",2022/23,2022-10-03,2023-07-07,,,,,,,,,,
SESSION,GTT-2022-1-1,GTT-2022-1,,Opening day,,2022-10-03,,REMOTE,,,,,,,,,
ENROLMENT,ENR-2022-0001,GTT-2022-1,,,,2022-09-20,,,900001,,PARTICIPANT,ENROLLED,3,,,,
VISIT,VIS-2022-0001,GTT-2022-1,VISIT,,,2022-11-21,,ON_SITE,900002,900001,,,1,,,How subject leaders are developed,
PRACTICE,PRA-2022-0001,,LEADING_PRACTICE_DIRECTORY,Talk for writing,,2023-01-09,,,900001,,,,,Early reading,,,
`,
  legend: [
    ...Object.entries(KINDS).map(([record, kinds]) => `Kind of ${record} rows: ${kinds.join(', ')}`),
    'Belongs to: the ID of the programme in COHORT rows, of the cohort in others',
    'Theme: any words, for example Early reading',
  ],
  records: Object.fromEntries(
    Object.entries(RECORDS).map(([record, { takes }]) => [
      record,
      {
        names: NAMES[record as Record],
        columns: Object.keys(takes).flatMap((column) =>
          column.endsWith('!') || column === 'End date' ? [column.replace('!', '')] : [],
        ),
      },
    ]),
  ),
  columns: [
    { from: 'Record', to: 'Record', read: word(...(Object.keys(RECORDS) as Record[])), must: 'value' },
    { from: 'ID', to: 'ID', read: text, must: 'value' },
    { from: 'Belongs to', to: 'Belongs to', read: text, must: 'column' },
    { from: 'Kind', to: 'Kind', read: text, must: 'column' },
    { from: 'Name', to: 'Name', read: text, must: 'column' },
    { from: 'Academic year', to: 'Academic year', read: academicYear, must: 'column' },
    { from: 'Date', to: 'Date', read: date, must: 'column' },
    { from: 'End date', to: 'End date', read: date, must: 'column' },
    { from: 'Mode', to: 'Mode', read: word('ON_SITE', 'REMOTE', 'HYBRID'), must: 'column' },
    { from: 'URN', to: 'URN', read: urn, must: 'column' },
    { from: 'Other URN', to: 'Other URN', read: urn, must: 'column' },
    { from: 'Role', to: 'Role', read: word('PARTICIPANT', 'HOST', 'FACILITATOR'), must: 'column' },
    { from: 'Status', to: 'Status', read: word('APPLIED', 'ENROLLED', 'COMPLETED', 'WITHDRAWN'), must: 'column' },
    { from: 'Number', to: 'Number', read: count, must: 'column' },
    { from: 'Theme', to: 'Theme', read: text },
    { from: 'Place', to: 'Place', read: text },
    { from: 'Text', to: 'Text', read: text },
    { from: 'URL', to: 'URL', read: website },
  ],

  async open(session) {
    const { em, merge, sawUrn } = session;
    const known = async (statement: string) =>
      new Set(((await em.execute(statement)) as { id: string }[]).map(({ id }) => id));
    const codes = await known('select code as id from programme');
    const cohorts = await known('select id from cohort');
    const lines = new Map<string, number>();
    const waiting = Object.fromEntries(Object.keys(RECORDS).map((record) => [record, []])) as unknown as {
      [R in Record]: object[];
    };

    const write = async () => {
      // Programmes before cohorts before what belongs to them.
      for (const record of Object.keys(RECORDS) as Record[]) {
        if (waiting[record].length) await merge(RECORDS[record].entity, waiting[record]);
        waiting[record] = [];
      }
    };

    /** Rows whose programme or cohort has not come yet. */
    const early: { row: Row; at: RowPlace }[] = [];
    const isKnown = (row: Row) => {
      const owner = row['Belongs to'] as string | null;
      const record = row['Record'] as Record;
      if (owner === null || record === 'PROGRAMME' || record === 'PRACTICE') return true;
      return (record === 'COHORT' ? codes : cohorts).has(owner);
    };

    const take = async (row: Row, { line, reject }: RowPlace) => {
      const record = row['Record'] as Record;
      const { takes } = RECORDS[record];
      const entry: { [property: string]: unknown } = {};
      for (const [column, property] of Object.entries(takes)) {
        const name = column.replace('!', '');
        if (column.endsWith('!') && row[name] == null)
          return reject(name, '', `is empty: a ${record} row needs ${name}`);
        entry[property] = row[name];
      }
      const id = `${record} ${String(row['ID'])}`;
      if (lines.has(id)) return reject('ID', String(row['ID']), `stands in line ${lines.get(id)} already`);
      if (KINDS[record] && !KINDS[record].includes(kindOf(row)!))
        return reject('Kind', String(row['Kind']), `is none of ${KINDS[record].join(', ')}`);
      const owner = row['Belongs to'] as string | null;
      if (record === 'COHORT' && !codes.has(owner!))
        return reject('Belongs to', owner!, 'is no programme of this file or of an earlier one');
      if (record !== 'COHORT' && 'cohortId' in entry && owner && !cohorts.has(owner))
        return reject('Belongs to', owner, 'is no cohort of this file or of an earlier one');
      if (row['Date'] && row['End date'] && row['End date'] < row['Date'])
        return reject('End date', String(row['End date']), `is before Date ${String(row['Date'])}`);
      if (record === 'VISIT' && row['URN'] === row['Other URN'])
        return reject('Other URN', String(row['URN']), 'is the host itself: a visit is to another school');
      if (record === 'VISIT' && !row['Number']) return reject('Number', '0', 'of days must be at least 1');

      if ('Kind!' in takes) entry[takes['Kind!']!] = kindOf(row);
      lines.set(id, line);
      if (record === 'PROGRAMME') codes.add(entry['code'] as string);
      if (record === 'COHORT') cohorts.add(entry['id'] as string);
      for (const column of ['URN', 'Other URN']) if (row[column]) sawUrn(row[column] as string);
      waiting[record].push(entry);
      if (waiting[record].length === BATCH) await write();
    };

    return {
      async row(row, at) {
        if (isKnown(row)) await take(row, at);
        else early.push({ row, at });
      },
      async finish() {
        // Cohorts first, since others belong to them.
        const isCohort = ({ row }: { row: Row }) => row['Record'] === 'COHORT';
        for (const { row, at } of [...early.filter(isCohort), ...early.filter((each) => !isCohort(each))])
          await take(row, at);
        checkWholeExport(session, Object.keys(RECORDS));
        await write();
        for (const [record, place] of TABLES) {
          const ids = [...lines.keys()].filter((id) => id.startsWith(`${record} `));
          await deleteMissing(
            session,
            place,
            ids.map((id) => id.slice(record.length + 1)),
          );
        }
      },
    };
  },
};
