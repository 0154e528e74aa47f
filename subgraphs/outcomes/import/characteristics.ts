import type { ImportKind, ImportSession, RowPlace } from '../../kit/import/kind.ts';
import { text } from '../../kit/import/columns.ts';
import { SchoolCharacteristics, type SchoolCharacteristicsRow } from '../entities.ts';
import { accountOf, checkMissing, type FoundLine } from './account.ts';
import { readBeside, readCount, type Cell } from './cells.ts';
import { releaseOf } from './release.ts';
import { keepAccount, resultFileOf } from './resultFile.ts';
import { BATCH, urnOf } from './subjects.ts';

type Characteristic = Exclude<
  Extract<keyof SchoolCharacteristicsRow, string>,
  'urn' | 'academicYear' | 'pupilsOf' | 'fileId' | 'stateFunded'
>;

const COUNTS: ReadonlySet<string> = new Set(['cohort', 'roll']);
const TEXTS: ReadonlySet<string> = new Set(['schoolType', 'ageRange', 'admissions', 'gender']);
const NOTHING: Record<Characteristic, null> = {
  cohort: null,
  roll: null,
  disadvantaged: null,
  eal: null,
  senPlan: null,
  senSupport: null,
  priorAttainment: null,
  absence: null,
  persistentAbsence: null,
  schoolType: null,
  ageRange: null,
  admissions: null,
  gender: null,
};

/** School types of the performance tables that England's state-funded figures do not hold: independent, and non-maintained special schools. */
const NOT_STATE_FUNDED = new Set([
  'IND',
  'INDSPEC',
  'INDSPS',
  'INT',
  'NMSS',
  'INDEPENDENT SCHOOL',
  'INDEPENDENT SPECIAL SCHOOL',
  'NON-MAINTAINED SPECIAL SCHOOL',
]);

/** Types of the performance tables. */
const SCHOOL_TYPES = new Set([
  ...NOT_STATE_FUNDED,
  'AC',
  'ACC',
  'ACCS',
  'ACS',
  'CTC',
  'CY',
  'CYS',
  'F',
  'FD',
  'FDS',
  'FS',
  'FSS',
  'FUTC',
  'VA',
  'VC',
]);
/** An age range as printed, or as a spreadsheet makes a date of it. */
const AGE_RANGE = /^(\d{1,2}-\d{1,2}|\d{1,2}-[A-Z][a-z]{2}|[A-Z][a-z]{2}-\d{1,2})$/;

/** Whether a school is state-funded, by its type as printed; null if no type is. */
export const isStateFunded = (type: string): boolean | null =>
  type === '' ? null : !NOT_STATE_FUNDED.has(type.toUpperCase());

/**
 * What a row says of a school's pupils.
 * @returns null if a value is wrong, and the row is rejected
 */
export function characteristicsIn(
  lines: readonly FoundLine[],
  at: RowPlace,
): Omit<SchoolCharacteristicsRow, 'urn' | 'academicYear' | 'pupilsOf' | 'fileId'> | null {
  const row: Record<string, unknown> = { ...NOTHING, stateFunded: null };
  for (const {
    line: { of },
    column,
  } of lines) {
    const printed = at.text(column).trim();
    if (TEXTS.has(of)) {
      row[of] = printed || null;
      if (of === 'schoolType') row['stateFunded'] = isStateFunded(printed);
      continue;
    }
    const cell: Cell = COUNTS.has(of)
      ? readCount(printed)
      : readBeside(printed, 0, of === 'priorAttainment' ? 130 : 100);
    if ('wrong' in cell) {
      at.reject(column, printed, cell.wrong);
      return null;
    }
    row[of] = cell.value;
  }
  // Stands in every row, and is like nothing beside it: a row that a comma too many or too few has moved is found by it.
  const ageRange = lines.find(({ line: { of } }) => of === 'ageRange');
  const printed = row['ageRange'] as string | null;
  if (ageRange && !(printed === null ? SCHOOL_TYPES.has(String(row['schoolType'])) : AGE_RANGE.test(printed))) {
    at.reject(ageRange.column, printed ?? '', 'is no age range such as 4-11: the row has a field too many or too few');
    return null;
  }
  return row as ReturnType<typeof characteristicsIn>;
}

/** What takes the rows of a file that describes whole schools. */
async function wholeSchools(kind: 'census' | 'absence', title: string, session: ImportSession) {
  const { em, merge, file, header, sawUrn, report } = session;
  const { year } = releaseOf(session);
  const account = accountOf(kind, year, header);
  checkMissing(account, year, session);
  const fileId = await resultFileOf(em, file, `${title}, ${year}`, year);
  const lines = new Map<string, number>();
  const counts = new Map(account.found.map(({ line }) => [line.of, 0]));
  const read = new Set(account.found.map(({ line }) => line.of));
  let batch: object[] = [];
  const write = async () => {
    if (batch.length) await merge(SchoolCharacteristics, batch, { alongside: ['fileId'] });
    batch = [];
  };
  return {
    async row(_: unknown, at: RowPlace) {
      const urn = urnOf(at);
      if (!urn) return;
      if (lines.has(urn)) return at.reject('URN', urn, `stands in line ${lines.get(urn)} already`);
      const found = characteristicsIn(account.found, at);
      if (!found) return;
      lines.set(urn, at.line);
      sawUrn(urn);
      for (const {
        line: { of },
      } of account.found)
        if (found[of as Characteristic] !== null) counts.set(of, counts.get(of)! + 1);
      // What another file says of the whole school stays as it is.
      const said = Object.entries(found).filter(
        ([name]) => read.has(name) || (name === 'stateFunded' && read.has('schoolType')),
      );
      batch.push({ urn, academicYear: year, pupilsOf: 'SCHOOL', ...Object.fromEntries(said), fileId });
      if (batch.length >= BATCH) await write();
    },
    async finish() {
      await write();
      await merge.settled();
      await keepAccount(em, fileId, []);
      report.account.push(
        `account of ${title}, ${year}: ${[...counts].map(([of, values]) => `${of} ${values}`).join(', ')}`,
      );
    },
  };
}

/** The school census of a download of the performance tables. */
export const census: ImportKind = {
  kind: 'census',
  describes: "Pupils' characteristics by school (…_census.csv)",
  columns: [
    { from: 'URN', to: 'urn', read: text, must: 'column' },
    { from: 'NOR', to: 'roll', read: text, must: 'column' },
    { from: 'PNUMEAL', to: 'eal', read: text, must: 'column' },
  ],
  // Sums of authorities and of England stand below, without a URN.
  passOver: (at) =>
    at.text('URN').trim() === '' || at.text('URN').trim().toUpperCase() === 'NAT'
      ? 'sums of authorities and of England'
      : undefined,
  open: (session) => wholeSchools('census', 'School census', session),
};

/** Absence of a download of the performance tables. */
export const absence: ImportKind = {
  kind: 'absence',
  describes: 'Absence by school (…_abs.csv)',
  columns: [
    { from: 'URN', to: 'urn', read: text, must: 'column' },
    { from: 'PERCTOT', to: 'absence', read: text, must: 'column' },
    { from: 'PPERSABS10', to: 'persistent', read: text, must: 'column' },
  ],
  passOver: (at) =>
    at.text('URN').trim() === '' || at.text('LA').trim().toUpperCase() === 'NAT'
      ? 'sums of authorities and of England'
      : undefined,
  open: (session) => wholeSchools('absence', 'Absence', session),
};
