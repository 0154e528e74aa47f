import { academicYear, parseAcademicYear, startOf } from '../../kit/domain/academicYear.ts';
import { text, word } from '../../kit/import/columns.ts';
import {
  ImportRefused,
  type ImportKind,
  type ImportSession,
  type RowPlace,
  type RowSink,
} from '../../kit/import/kind.ts';
import { Result, SchoolCharacteristics } from '../entities.ts';
import { isZeroInEngland, measureOf, MEASURES, NOT_EARLIER, PANDEMIC, rangeOf } from '../measures.ts';
import { accountOf, checkMissing, type FoundLine } from './account.ts';
import { readBeside, readCount, readValue } from './cells.ts';
import { Alignment } from './alignment.ts';
import { characteristicsIn } from './characteristics.ts';
import { Coverage } from './coverage.ts';
import { RECORD_TYPES, type LayoutKind } from './layouts.ts';
import { Plausibility } from './plausible.ts';
import { releaseOf, type Release } from './release.ts';
import { keepAccount, resultFileOf } from './resultFile.ts';
import { PercentSigns } from './signs.ts';
import { BATCH, subjectByRecordType, type Subject } from './subjects.ts';

/** The row of a school without results ends some columns before the first of them. */
const BEFORE_RESULTS = 6;

/** The values that stand beside the value of a cell. */
interface Beside {
  pupils: number | null;
  lower: number | null;
  upper: number | null;
  gapToNationalOthers: number | null;
}

/** The limits of an interval may be outside of what a value can be, by half its range. */
function limitsOf(code: string): [least: number, most: number] {
  const [least, most] = rangeOf(measureOf(code)!);
  return [least * 1.5, most * 1.5];
}

/** Reads what stands beside a value; null if something is wrong, and the row is rejected. */
function besideOf({ line, pupils, coverage, lower, upper, gap }: FoundLine, at: RowPlace): Beside | null {
  const wrong = (column: string, reason: string) => {
    at.reject(column, at.text(column).trim(), reason);
    return null;
  };
  const beside: Beside = { pupils: null, lower: null, upper: null, gapToNationalOthers: null };
  for (const [name, column] of [
    ['lower', lower],
    ['upper', upper],
    ['gapToNationalOthers', gap],
  ] as const) {
    if (!column) continue;
    const cell = readBeside(at.text(column).trim(), ...(name === 'gapToNationalOthers' ? [] : limitsOf(line.of)));
    if ('wrong' in cell) return wrong(column, cell.wrong);
    beside[name] = cell.value;
  }
  if (beside.lower !== null && beside.upper !== null && beside.lower > beside.upper)
    return wrong(lower!, `is above the upper limit, ${beside.upper}`);
  if (pupils) {
    const count = readCount(at.text(pupils).trim());
    if ('wrong' in count) return wrong(pupils, count.wrong);
    beside.pupils = count.value;
  }
  if (line.coverage.length && !coverage) beside.pupils = null;
  if (coverage && beside.pupils !== null) {
    // The pupils whom a progress score covers; the Department gives their share of all pupils, not of each group.
    const share = readBeside(at.text(coverage).trim(), 0);
    if ('wrong' in share) return wrong(coverage, share.wrong);
    beside.pupils = share.value === null ? null : Math.round((beside.pupils * share.value) / 100);
  }
  return beside;
}

/** Why a row that ends early is not whole: it may end behind the last result, or, of a school without any, before the first. */
function cutShort(cells: readonly FoundLine[], names: readonly string[]) {
  const places = cells.flatMap(({ column, pupils, coverage, lower, upper, gap }) =>
    [column, pupils, coverage, lower, upper, gap].flatMap((name) => (name === undefined ? [] : [names.indexOf(name)])),
  );
  const [first, last] = [Math.min(...places), Math.max(...places)];
  return {
    last,
    why: ({ length }: readonly string[]): string | undefined => {
      if (length > last || (length <= first && length >= first - BEFORE_RESULTS)) return undefined;
      return `ends the row among the results: it has ${length} fields, and the last that is read is the ${last + 1}th, ${names[last]}`;
    },
  };
}

/** What takes the rows of a file of results. */
async function results(
  session: ImportSession,
  kind: LayoutKind,
  title: string,
  release: Release,
  subjectOf: (at: RowPlace) => Subject | null,
): Promise<RowSink> {
  const { em, merge, report, file, header, sawUrn, refuse } = session;
  const { year, status } = release;
  if (PANDEMIC.includes(year)) refuse(`no results of schools were published for ${year}.`);
  const account = accountOf(kind, year, header);
  checkMissing(account, year, session);
  const cells = account.found.filter(({ line }) => line.group !== null);
  const described = account.found.filter(({ line }) => line.group === null);
  const coverage = new Coverage(account);
  const plausibility = new Plausibility();
  const columns = cells.map(({ line, column, publication }) =>
    plausibility.column(line.of, line.group!, column, publication === 'PUBLISHED'),
  );
  const name = `${title}, ${year}`;
  const fileId = await resultFileOf(em, file, name, year);

  const signs = new PercentSigns();
  const lines = new Map<string, number>();
  let batch: object[] = [];
  let schools: object[] = [];
  const write = async () => {
    if (schools.length) await merge(SchoolCharacteristics, schools, { alongside: ['fileId'] });
    if (batch.length) await merge(Result, batch, { alongside: ['fileId'], when: NOT_EARLIER });
    batch = [];
    schools = [];
  };

  const sink: RowSink = {
    async row(_: unknown, at: RowPlace) {
      const of = subjectOf(at);
      if (!of) return;
      const key = `${of.level} ${of.subject}`;
      if (lines.has(key))
        return at.reject(
          of.level === 'SCHOOL' ? 'URN' : 'RECTYPE',
          of.subject,
          `stands in line ${lines.get(key)} already`,
        );
      // The row of a new school has NEW in one of its fields, and no results.
      const isNew = at.fields.includes('NEW') && cells.every(({ column }) => at.text(column).trim() === '');
      const found: { value: number | null; marker: string | null; beside: Beside }[] = [];
      for (const cell of cells) {
        const { line, column, publication } = cell;
        const printed = at.text(column).trim();
        const read = readValue(isNew ? 'NEW' : printed, measureOf(line.of)!);
        if ('wrong' in read) return at.reject(column, printed, read.wrong);
        const beside = besideOf(cell, at);
        if (!beside) return;
        const zero =
          read.marker === '' &&
          publication !== 'NOT_PUBLISHED' &&
          of.level === 'ENGLAND_STATE_FUNDED' &&
          line.group === 'ALL' &&
          isZeroInEngland(line.of);
        found.push(zero ? { value: 0, marker: null, beside } : { ...read, beside });
      }
      const moved = signs.moved(at.line, at.fields);
      if (moved !== null)
        return at.reject(
          session.columns[moved] ?? '',
          at.fields[moved]!.trim(),
          'has a percent sign where other rows have none, or none where they have one: the row has a field too many or too few before it',
        );
      const characteristics = of.level === 'SCHOOL' && described.length ? characteristicsIn(described, at) : null;
      if (of.level === 'SCHOOL' && described.length && !characteristics) return;
      // Nothing else tells whether a row without results has all the fields before them.
      const ageRange = described.find(({ line }) => line.of === 'ageRange');
      if (
        characteristics &&
        ageRange &&
        characteristics.ageRange === null &&
        found.every(({ value }) => value === null)
      )
        return at.reject(
          ageRange.column,
          '',
          'is empty, and the row has no results: it has a field too many or too few',
        );

      lines.set(key, at.line);
      if (of.level === 'SCHOOL') sawUrn(of.subject);
      if (characteristics)
        schools.push({
          urn: of.subject,
          academicYear: year,
          pupilsOf: kind.slice(0, 3).toUpperCase(),
          ...characteristics,
          fileId,
        });
      for (const [index, { value, marker, beside }] of found.entries()) {
        const { of: measureCode, group: pupilGroup } = cells[index]!.line;
        coverage.count(measureCode, pupilGroup!, marker);
        if (marker !== null) report.marker(marker);
        if (of.level === 'SCHOOL')
          plausibility.school(
            columns[index]!,
            value,
            beside.pupils,
            of.localAuthorityCode,
            characteristics?.stateFunded ?? null,
          );
        else if (of.level !== 'ENGLAND_ALL')
          plausibility.benchmark(columns[index]!, of.level, of.subject, value, beside.pupils);
        batch.push({
          level: of.level,
          subject: of.subject,
          academicYear: year,
          measureCode,
          pupilGroup,
          source: 'PUBLISHED',
          value,
          marker,
          ...beside,
          status,
          localAuthorityCode: of.localAuthorityCode,
          fileId,
          submittedBy: null,
        });
      }
      if (batch.length >= BATCH) await write();
    },
    async finish() {
      await write();
      await merge.settled();
      const oddLine = signs.oddFirst();
      if (oddLine !== null)
        refuse(
          'its percent signs stand in other columns than those of the rows below: it has a field too many or too few.',
          oddLine,
        );
      await plausibility.check(session, title, year);
      await sayNotPublished(session, year);
      await keepAccount(em, fileId, coverage.list());
      coverage.tell(report, name);
    },
  };
  if (kind !== 'ks2' && kind !== 'ks4') return sink;
  const types = RECORD_TYPES[kind];
  const typeAt = session.columns.findIndex((column) => column.toUpperCase() === 'RECTYPE');
  const { last, why } = cutShort(cells, session.columns);
  const seen = new Set<string>();
  const alignment = new Alignment();
  return {
    ...sink,
    async row(row: unknown, at: RowPlace) {
      const level = types.get(at.text('RECTYPE').trim()) ?? '';
      seen.add(level);
      if (level && level !== 'SCHOOL') alignment.take(at.line, at.fields, level === 'ENGLAND_STATE_FUNDED');
      await sink.row(row as Record<string, unknown>, at);
    },
    async finish() {
      const odd = alignment.odd();
      if (odd)
        refuse(
          `this row and that of England in line ${odd.england} are alike only if what stands from ${session.columns[odd.place] || `column ${odd.place + 1}`} on is moved by a column: one of the two has a field too many or too few.`,
          odd.line,
        );
      await sink.finish();
      for (const [level, whose] of [
        ['LOCAL_AUTHORITY', 'a local authority'],
        ['ENGLAND_STATE_FUNDED', 'England (state-funded)'],
      ] as const) {
        if (!seen.has(level))
          report.notes.push(
            `there is no row of ${whose}: the file may be cut off before it, and nothing stands beside these schools' results unless another file has it`,
          );
      }
    },
    cutShort: why,
    begins: (fields) => types.has((fields[typeAt] ?? '').trim()),
    // The Department's files end with England's row, and without a line break; any other may be the beginning of a row.
    mayBeLast: (fields) =>
      fields.length > last + 1 &&
      (types.get((fields[typeAt] ?? '').trim()) === 'ENGLAND_STATE_FUNDED' || fields.length === session.columns.length),
  };
}

/**
 * For the years without results, such as those of the pandemic, says so of every school that had results in the last
 * year before: NOT_PUBLISHED is not missing data.
 */
async function sayNotPublished({ em, report }: ImportSession, year: string): Promise<void> {
  const gaps = MEASURES.flatMap(({ code, yearsNotPublished }) =>
    yearsNotPublished.flatMap((gap) => {
      let before = academicYear(startOf(gap) - 1);
      while (yearsNotPublished.includes(before)) before = academicYear(startOf(before) - 1);
      return before === year ? [{ code, gap }] : [];
    }),
  );
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

const recordType = { from: 'RECTYPE', to: 'recordType', read: text, must: 'value' } as const;
const schoolUrn = { from: 'URN', to: 'urn', read: text, must: 'column' } as const;

export const ks2: ImportKind = {
  kind: 'ks2',
  describes: 'Key stage 2 performance tables (…_ks2final.csv)',
  columns: [
    recordType,
    schoolUrn,
    { from: 'LEA', to: 'authority', read: text, must: 'column' },
    { from: 'PTRWM_EXP', to: 'expected', read: text, must: 'column' },
    { from: 'TELIG', to: 'pupils', read: text, must: 'column' },
  ],
  open: (session) =>
    results(session, 'ks2', 'Key stage 2 performance tables', releaseOf(session), subjectByRecordType('ks2', session)),
};

export const ks4: ImportKind = {
  kind: 'ks4',
  describes: 'Key stage 4 performance tables (…_ks4final.csv)',
  columns: [recordType, schoolUrn, { from: 'ATT8SCR', to: 'attainment', read: text, must: 'column' }],
  open: (session) =>
    results(session, 'ks4', 'Key stage 4 performance tables', releaseOf(session), subjectByRecordType('ks4', session)),
};

/** A kind of file of multi-academy trusts' results. */
function trusts(kind: 'mats' | 'ks2-mats', title: string, describes: string, mustHave: string): ImportKind {
  return {
    kind,
    describes,
    columns: [
      { from: 'TRUST_UID', to: 'uid', read: text, must: 'value' },
      { from: 'TIME_PERIOD', to: 'year', read: text, must: 'value' },
      { from: 'TRUST_GROUP_TYPE', to: 'type', read: word('Multi-academy trust'), must: 'value' },
      { from: mustHave, to: 'measure', read: text, must: 'column' },
    ],
    open(session) {
      const release = releaseOf(session);
      return results(session, kind, title, release, (at) => {
        const period = at.text('TIME_PERIOD').trim();
        if (parseAcademicYear(period) !== release.year)
          throw new ImportRefused(
            `TIME_PERIOD is ${period} and not ${release.year}, which ${session.file.year ? '--year' : 'the name of the file'} says.`,
            at.line,
          );
        const uid = at.text('TRUST_UID').trim();
        if (/^\d{1,6}[A-Z]?$/.test(uid)) return { level: 'TRUST', subject: uid, localAuthorityCode: null };
        at.reject('TRUST_UID', uid, 'is not the UID of a group: one is up to six digits, and at times a letter');
        return null;
      });
    },
  };
}

export const mats = trusts(
  'mats',
  'Multi-academy trust performance measures, key stage 4',
  'Key stage 4 results of multi-academy trusts (…_ks4-mats-performance.csv)',
  'ATT8SCR_WGTAVG',
);
export const ks2Mats = trusts(
  'ks2-mats',
  'Multi-academy trust performance measures, key stage 2',
  'Key stage 2 results of multi-academy trusts (…_ks2-mats-performance.csv)',
  'PRWM_EXP_WGTAVG',
);
