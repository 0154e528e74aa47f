import { academicYear, parseAcademicYear, startOf } from '../../kit/domain/academicYear.ts';
import type { ImportSession } from '../../kit/import/kind.ts';
import type { ReleaseStatus } from '../types.ts';
import { isStatus, PANDEMIC } from '../measures.ts';

/** What a file is a release of. */
export interface Release {
  year: string;
  status: ReleaseStatus;
}

/** A year in a name: `2018-2019_936_ks2final.csv`, `2018-19`, `201819`. */
export function yearIn(name: string | undefined): string | null {
  for (const [text] of (name ?? '').matchAll(/(?<!\d)(\d{4}[-_/]\d{4}|\d{4}[-_/]\d{2}|\d{6})(?!\d)/g)) {
    const year = parseAcademicYear(text.replace('_', '-'));
    if (year) return year;
  }
  return null;
}

/** The calendar year, of two digits, in whose summer the year before ended: files repeat earlier years under `…_18`, `…_17`. */
function latestBefore(header: ReadonlySet<string>): number | null {
  const years = [...header]
    .flatMap(
      (name) => /^(?:PTRWM_EXP|READ_AVERAGE|ATT8SCR|EBACCAPS|PTL2BASICS_94)_(1[4-9]|2\d|3\d)$/i.exec(name)?.[1] ?? [],
    )
    .map(Number);
  return years.length ? 2000 + Math.max(...years) : null;
}

/** Whether columns that repeat the year that ended in `before` belong to a file of `year`: that is the one before, or the last before the pandemic. */
function follows(year: string, before: number): boolean {
  let end = startOf(year);
  while (end > before && PANDEMIC.includes(academicYear(end - 1))) end--;
  return before === end || before === startOf(year);
}

/** First year of the files that repeat earlier years under `…_PREV`. */
const FIRST_WITH_PREV = '2024/25';
/** A header of so many columns is the whole one, as it is published. */
const WHOLE = 250;

/** Why a header is not that of a year, by how it repeats earlier ones: under `…_18` to 2022/23, and at key stage 4 not at all in 2023/24 and under `…_PREV` since. */
function contradiction(year: string, header: ReadonlySet<string>, before: number | null): string | null {
  if (before) return follows(year, before) ? null : academicYear(before);
  const names = [...header].map((name) => name.toUpperCase());
  const previous = names.includes('ATT8SCR_PREV') || names.includes('PTRWM_EXP_PREV');
  if (previous) return year < FIRST_WITH_PREV ? `${FIRST_WITH_PREV} or later` : null;
  if (names.length < WHOLE || !names.includes('ATT8SCR')) return null;
  return year > '2015/16' && year <= '2022/23' ? '2023/24' : year === FIRST_WITH_PREV ? '2023/24' : null;
}

/**
 * Year and status of a release: as given; or else as the file's name says, its folder's, or what its header repeats of
 * the year before. A year that the header contradicts is refused.
 */
export function releaseOf({ file, header, report, refuse }: ImportSession): Release {
  const given = file.year ? parseAcademicYear(file.year) : null;
  if (file.year && !given) refuse(`--year ${file.year} is not an academic year: write --year 2018/19.`);
  const before = latestBefore(header);
  const from: [string | null, string][] = [
    [given, '--year'],
    [yearIn(file.name), 'the name of the file'],
    [yearIn(file.folder), `the folder ${file.folder}`],
    [
      before && !PANDEMIC.includes(academicYear(before)) ? academicYear(before) : null,
      'what the header repeats of the year before',
    ],
  ];
  const [year, source] = from.find(([found]) => found) ?? [null, ''];
  if (!year) return refuse(`which academic year is this? The name ${file.name} does not say: give --year 2018/19.`);
  const other = contradiction(year, header, before);
  if (other) refuse(`the columns are those of ${other} and not of ${year}, which ${source} says.`, 1);
  if (source !== '--year' && source !== 'the name of the file')
    report.notes.push(`the year ${year} is that of ${source}`);
  return { year, status: statusOf(file.status, file.name, refuse) };
}

function statusOf(given: string | undefined, name: string, refuse: ImportSession['refuse']): ReleaseStatus {
  const status = (given ?? /provisional|revised/i.exec(name)?.[0] ?? 'FINAL').toUpperCase();
  if (isStatus(status)) return status;
  return refuse(`--status ${given} is none of provisional, revised, final.`);
}
