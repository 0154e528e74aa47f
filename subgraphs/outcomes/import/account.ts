import { alike } from '../../kit/import/columns.ts';
import type { ImportSession } from '../../kit/import/kind.ts';
import type { PupilGroup } from '../types.ts';
import { COMPANIONS, LAYOUTS, type LayoutKind, type LayoutLine, type Publication } from './layouts.ts';

/** Columns of a line as a header names them. */
export interface FoundLine {
  line: LayoutLine;
  publication: Publication;
  column: string;
  pupils?: string;
  coverage?: string;
  lower?: string;
  upper?: string;
  gap?: string;
}

/** What became of the columns that a year's file should have. */
export interface Account {
  found: FoundLine[];
  /** Lines that were not published that year, or may not have been, and are not there. */
  notThere: LayoutLine[];
  /** Groups of pupils of which the file has nothing at all. */
  leftOut: PupilGroup[];
  /** Columns that were published that year and are not there. */
  missing: string[];
}

/** A file made from a download may leave out whole groups of pupils, which is said; of these none may be missing. */
const ALWAYS: ReadonlySet<PupilGroup> = new Set(['ALL', 'DISADVANTAGED', 'OTHERS']);

/** Goes through the catalogue: what of a kind and year a header has, and what it lacks. */
export function accountOf(kind: LayoutKind, year: string, header: ReadonlySet<string>): Account {
  const printed = new Map([...header].map((name) => [name.toLowerCase(), name]));
  const inHeader = (names: readonly string[]) =>
    names.map((name) => printed.get(name.toLowerCase())).find((name) => name !== undefined);
  const lines = LAYOUTS.filter((line) => line.kind === kind);
  const all = lines.map((line) => ({ line, publication: line.published(year), column: inHeader(line.column) }));
  // A characteristic that is the number of pupils behind a measure is there with the measure.
  const counts = new Set(lines.flatMap(({ pupils }) => pupils));
  const described = all.some(
    ({ line, column }) => line.group === null && column !== undefined && !counts.has(line.column[0]!),
  );
  const groups = [...new Set(lines.flatMap(({ group }) => (group && !ALWAYS.has(group) ? [group] : [])))];
  const leftOut = groups.filter(
    (group) => !all.some(({ line, column }) => line.group === group && column !== undefined),
  );

  const account: Account = { found: [], notThere: [], leftOut, missing: [] };
  for (const { line, publication, column } of all) {
    const expected = publication === 'PUBLISHED' && (line.group ? !leftOut.includes(line.group) : described);
    if (column === undefined) {
      if (expected) account.missing.push(line.column[0]!);
      else if (publication !== 'PUBLISHED') account.notThere.push(line);
      continue;
    }
    const found: FoundLine = { line, publication, column };
    for (const companion of COMPANIONS) {
      const name = inHeader(line[companion]);
      if (name !== undefined) found[companion] = name;
      else if (expected && line[companion].length) account.missing.push(line[companion][0]!);
    }
    account.found.push(found);
  }
  account.missing = [...new Set(account.missing)];
  // What stood under another name in another year is there.
  const read = new Set(account.found.map(({ line }) => `${line.of} ${line.group}`));
  account.notThere = account.notThere.filter(({ of, group }) => !read.has(`${of} ${group}`));
  return account;
}

/** Refuses a file that lacks what was published that year, unless that is accepted; then it is said. */
export function checkMissing(
  { missing, leftOut }: Account,
  year: string,
  { header, file, report, refuse }: ImportSession,
): void {
  if (leftOut.length) report.notes.push(`not in the file: nothing of ${leftOut.join(', ')}`);
  if (!missing.length) return;
  const named = missing.slice(0, 10).map((column) => {
    const others = alike(column, [...header]);
    return `"${column}"${others.length ? ` (alike: ${others.map((name) => `"${name}"`).join(', ')})` : ''}`;
  });
  const list = `${named.join(', ')}${missing.length > 10 ? ` and ${missing.length - 10} more` : ''}`;
  if (file.acceptMissing) report.notes.push(`missing, and accepted so: ${list}`);
  else
    refuse(
      `the header has no ${missing.length > 1 ? 'columns' : 'column'} ${list}, which the Department published for ${year}. Correct the header, or take the file as it is with --accept-missing.`,
      1,
    );
}
