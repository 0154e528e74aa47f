import { academicYear, parseAcademicYear, startOf } from '../../kit/academicYear.ts';
import { text, word } from '../../kit/import/columns.ts';
import { ImportRefused, type ImportKind, type ImportSession, type RowPlace } from '../../kit/import/kind.ts';
import { Result, type Level } from '../entities.ts';
import type { ReleaseStatus } from '../generated.ts';
import { KS2, KS4, MATS, MEASURES, type Layout } from '../measures.ts';

const BATCH = 5_000;

/** A cell: a number, or a marker in its place. */
const NUMBER = /^-?\d+(\.\d+)?%?$/;
const MARKER = /^[A-Z]{0,8}$/;

/** A status replaces an earlier one, or the same. */
const NOT_EARLIER = `array_position(array['PROVISIONAL', 'REVISED', 'FINAL'], new.status) >= array_position(array['PROVISIONAL', 'REVISED', 'FINAL'], old.status)`;

/** One value of a row: where it stands, and what it is. */
interface Cell {
  column: string;
  lower?: string;
  upper?: string;
  gap?: string;
  pupils?: string;
  measureCode: string;
  pupilGroup: string;
  percent: boolean;
}

/** Which values a header has, by the layout of its kind. */
function cellsOf({ measures, groups }: Layout, header: ReadonlySet<string>): Cell[] {
  const present = (column: string | undefined) => (column !== undefined && header.has(column) ? column : undefined);
  const units = new Map(MEASURES.map(({ code, unit }) => [code, unit]));
  return measures.flatMap(({ measure, column, limits, gap }) =>
    groups.flatMap(({ group, suffix, pupils }): Cell[] => {
      const name = `${column}${suffix}`;
      if (!header.has(name)) return [];
      const [lower, upper] = limits ? limits.map((limit) => `${limit}${suffix}`) : [`${name}_LOWER`, `${name}_UPPER`];
      return [{
        column: name,
        lower: present(lower),
        upper: present(upper),
        gap: group === 'DISADVANTAGED' ? present(gap) : undefined,
        pupils: present(pupils),
        measureCode: measure,
        pupilGroup: group,
        percent: units.get(measure) === 'PERCENT',
      }];
    }),
  );
}

/** A number, or null for a marker: for what stands beside a value. */
function beside(at: RowPlace, column: string | undefined): number | null {
  const cell = column === undefined ? '' : at.text(column).trim();
  return NUMBER.test(cell) ? Number.parseFloat(cell) : null;
}

/** Year and status of a release: as given, or as the file's name says. */
function releaseOf({ file, refuse }: ImportSession): { year: string; status: ReleaseStatus } {
  const named = /(\d{4})-(\d{4})/.exec(file.name);
  const year = file.year ? parseAcademicYear(file.year) : named ? parseAcademicYear(`${named[1]}-${named[2]}`) : null;
  if (file.year && !year) refuse(`--year ${file.year} is not an academic year: write --year 2018/19.`);
  if (!year) refuse(`which academic year is this? The name ${file.name} does not say: give --year 2018/19.`);
  const status = (file.status ?? /provisional|revised/i.exec(file.name)?.[0] ?? 'FINAL').toUpperCase();
  if (!['PROVISIONAL', 'REVISED', 'FINAL'].includes(status)) refuse(`--status ${file.status} is none of provisional, revised, final.`);
  return { year: year!, status: status as ReleaseStatus };
}

/** What takes the rows of a file of results. */
async function results(session: ImportSession, layout: Layout, title: string, release: { year: string; status: ReleaseStatus }, subjectOf: (at: RowPlace) => { level: Level; subject: string; localAuthorityCode: string | null } | null) {
  const { em, merge, report, file, header, sawUrn, refuse } = session;
  const { year, status } = release;
  const cells = cellsOf(layout, header);
  if (!cells.length) refuse(`none of the columns of measures is in the header; expected some of ${layout.measures.map(({ column }) => column).join(', ')}.`, 1);
  const source = { title: `${title}, ${year}`, file: file.name, fictional: file.fictional };
  await em.execute('insert into result_file (title, file, fictional) values (?, ?, ?) on conflict (file, title) do nothing', [source.title, source.file, source.fictional]);
  const [{ id: fileId }] = (await em.execute('select id from result_file where file = ? and title = ?', [source.file, source.title])) as [{ id: number }];

  const lines = new Map<string, number>();
  let batch: object[] = [];
  const write = async () => {
    if (batch.length) await merge(Result, batch, { alongside: ['fileId'], when: NOT_EARLIER });
    batch = [];
  };

  return {
    async row(_: unknown, at: RowPlace) {
      const of = subjectOf(at);
      if (!of) return;
      const key = `${of.level} ${of.subject}`;
      if (lines.has(key)) return at.reject(of.level === 'SCHOOL' ? 'URN' : 'RECTYPE', of.subject, `stands in line ${lines.get(key)} already`);
      const found: object[] = [];
      const markers: string[] = [];
      // The row of a school without results ends early, with NEW as its last word if the school is new.
      const endsNew = at.fields.length < header.size && at.fields.at(-1) === 'NEW';
      for (const { column, lower, upper, gap, pupils, measureCode, pupilGroup, percent } of cells) {
        const text = at.text(column).trim();
        const cell = text === '' && endsNew ? 'NEW' : text;
        const isNumber = NUMBER.test(cell);
        if (!isNumber && !MARKER.test(cell)) return at.reject(column, cell, 'is neither a number nor one of the markers (SUPP, NE, NP, …)');
        const value = isNumber ? Number.parseFloat(cell) : null;
        if (percent && value !== null && (value < 0 || value > 100)) return at.reject(column, cell, 'is not a percentage from 0 to 100');
        if (value === null) markers.push(cell);
        found.push({
          level: of.level, subject: of.subject, academicYear: year, measureCode, pupilGroup, source: 'PUBLISHED',
          value, marker: value === null ? cell : null, pupils: beside(at, pupils), lower: beside(at, lower), upper: beside(at, upper),
          gapToNationalOthers: beside(at, gap), status, localAuthorityCode: of.localAuthorityCode, fileId, submittedBy: null,
        });
      }
      lines.set(key, at.line);
      if (of.level === 'SCHOOL') sawUrn(of.subject);
      for (const marker of markers) report.marker(marker);
      batch.push(...found);
      if (batch.length >= BATCH) await write();
    },
    async finish() {
      await write();
      await sayNotPublished(session, year);
    },
    cutShort: () => (layout === MATS ? 'ends the row before the header does' : undefined),
  };
}

/**
 * For the years without results, such as those of the pandemic, says so of every school that had results in the last
 * year before: NOT_PUBLISHED is not missing data.
 */
async function sayNotPublished({ em, report }: ImportSession, year: string): Promise<void> {
  const gaps = MEASURES.flatMap(({ code, yearsNotPublished }) => yearsNotPublished.flatMap((gap) => {
    let before = academicYear(startOf(gap) - 1);
    while (yearsNotPublished.includes(before)) before = academicYear(startOf(before) - 1);
    return before === year ? [{ code, gap }] : [];
  }));
  if (!gaps.length) return;
  const inserted = (await em.execute(
    `with written as (
      insert into result (level, subject, academic_year, measure_code, pupil_group, marker, status, local_authority_code)
      select r.level, r.subject, g.gap, r.measure_code, r.pupil_group, 'NP', 'FINAL', r.local_authority_code
      from json_to_recordset(?::json) as g(code text, gap text)
      join result r on r.source = 'PUBLISHED' and r.measure_code = g.code and r.academic_year = ? and r.level = 'SCHOOL' and r.pupil_group in ('ALL', 'DISADVANTAGED', 'OTHERS')
      on conflict do nothing returning 1)
    select count(*)::int as count from written`,
    [JSON.stringify(gaps), year],
  )) as [{ count: number }];
  if (inserted[0].count) report.count('years without published results', 'inserted', inserted[0].count);
}

/** England, and the England of the fictional demo network: made-up values are never compared with real ones. */
const england = (fictional: boolean) => (fictional ? 'demo' : '-');

/** Whose row it is, by RECTYPE: 1 and 2 schools, 3 local authority, 4 England, 5 England (state-funded). */
const subjectByRecordType = ({ file }: ImportSession) => (at: RowPlace): { level: Level; subject: string; localAuthorityCode: string | null } | null => {
  const type = at.text('RECTYPE').trim();
  const authority = at.text('LEA').trim();
  const localAuthorityCode = /^\d{3}$/.test(authority) ? authority : null;
  const none = (column: string, value: string, reason: string) => {
    at.reject(column, value, reason);
    return null;
  };
  switch (type) {
    case '1':
    case '2': {
      const urn = at.text('URN').trim();
      return /^[1-9]\d{5}$/.test(urn) ? { level: 'SCHOOL', subject: urn, localAuthorityCode } : none('URN', urn, 'is not a URN: a URN is six digits');
    }
    case '3':
      return localAuthorityCode ? { level: 'LOCAL_AUTHORITY', subject: localAuthorityCode, localAuthorityCode } : none('LEA', authority, 'is not the three-digit code of a local authority');
    case '4':
      return { level: 'ENGLAND_ALL', subject: england(file.fictional), localAuthorityCode: null };
    case '5':
      return { level: 'ENGLAND_STATE_FUNDED', subject: england(file.fictional), localAuthorityCode: null };
    default:
      return none('RECTYPE', type, 'is not a record type: 1 and 2 are schools, 3 a local authority, 4 and 5 England');
  }
};

const recordType = { from: 'RECTYPE', to: 'recordType', read: text, must: 'value' } as const;
const schoolUrn = { from: 'URN', to: 'urn', read: text, must: 'column' } as const;

export const ks2: ImportKind = {
  kind: 'ks2',
  describes: 'Key stage 2 performance tables (…_ks2final.csv)',
  columns: [recordType, schoolUrn, { from: 'LEA', to: 'authority', read: text, must: 'column' }, { from: 'PTRWM_EXP', to: 'expected', read: text, must: 'column' }, { from: 'TELIG', to: 'pupils', read: text, must: 'column' }],
  open(session) {
    const release = releaseOf(session);
    // A file repeats its two years before under `…_18`, `…_17`: the latest of them is the year before its own.
    const earlier = [...session.header].flatMap((name) => /^PTRWM_EXP_(\d{2})$/.exec(name)?.[1] ?? []).map(Number);
    if (earlier.length && Math.max(...earlier) !== startOf(release.year) % 100) {
      session.refuse(`the columns are those of ${academicYear(2000 + Math.max(...earlier))} and not of ${release.year}, which ${session.file.year ? '--year' : 'the name of the file'} says.`, 1);
    }
    return results(session, KS2, 'Key stage 2 performance tables', release, subjectByRecordType(session));
  },
};

export const ks4: ImportKind = {
  kind: 'ks4',
  describes: 'Key stage 4 performance tables (…_ks4final.csv)',
  columns: [recordType, schoolUrn, { from: 'ATT8SCR', to: 'attainment', read: text, must: 'column' }],
  open: (session) => results(session, KS4, 'Key stage 4 performance tables', releaseOf(session), subjectByRecordType(session)),
};

export const mats: ImportKind = {
  kind: 'mats',
  describes: 'Results of multi-academy trusts (…_ks4-mats-performance.csv)',
  columns: [
    { from: 'TRUST_UID', to: 'uid', read: text, must: 'value' },
    { from: 'TIME_PERIOD', to: 'year', read: text, must: 'value' },
    { from: 'TRUST_GROUP_TYPE', to: 'type', read: word('Multi-academy trust'), must: 'value' },
    { from: 'ATT8SCR_WGTAVG', to: 'attainment', read: text, must: 'column' },
  ],
  open(session) {
    const release = releaseOf(session);
    return results(session, MATS, 'Multi-academy trust performance measures, key stage 4', release, (at) => {
      const period = at.text('TIME_PERIOD').trim();
      if (parseAcademicYear(period) !== release.year) throw new ImportRefused(`TIME_PERIOD is ${period} and not ${release.year}, which ${session.file.year ? '--year' : 'the name of the file'} says.`, at.line);
      return { level: 'TRUST', subject: at.text('TRUST_UID').trim(), localAuthorityCode: null };
    });
  },
};

