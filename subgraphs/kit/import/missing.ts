import type { ImportSession } from './kind.ts';

/** Most removed records that a report names. */
const MOST_NAMED = 20;

/** A table whose rows go with `--delete-missing`. */
export interface Removable {
  table: string;
  key: string;
  /** What its rows are called in a report. */
  what: string;
  stays?: string;
}

/**
 * With `--delete-missing`, checks that a file may be a whole export: what is missing from it is then gone.
 * @param records every sort of record of the kind
 * @throws ImportRefused
 */
export function checkWholeExport({ file, report, holds, refuse }: ImportSession, records: readonly string[]): void {
  if (!file.deleteMissing) return;
  if (report.rejected > 0)
    refuse(
      `${report.rejected} ${report.rejected === 1 ? 'row was' : 'rows were'} rejected, so that what is missing cannot be told: mend them first, or leave out --delete-missing. The first: ${report.firstRejection()}.`,
    );
  const absent = records.filter((record) => !holds.has(record));
  if (absent.length)
    refuse(
      `--delete-missing is for a whole export, and there is no sheet of ${absent.join(', ')}: add it, with its headings only if there are no such records.`,
    );
}

/** @throws ImportRefused if more than half of what there is would go, and nobody has said that it may */
export function checkShare(
  { file, refuse }: ImportSession,
  { missing, total }: { missing: number; total: number },
  what: string,
): void {
  if (missing > total / 2 && !file.acceptUnusual)
    refuse(
      `--delete-missing would delete ${missing} of ${total} ${what}, more than half: give --accept-unusual if the file is indeed all there is.`,
    );
}

/** Some names of a list, as far as a report has room for them. */
export const nameSome = (names: readonly string[]): string =>
  `${names.slice(0, MOST_NAMED).join(', ')}${names.length > MOST_NAMED ? ', …' : ''}`;

/** The condition, in SQL, that something was first sent through the API, which no export of other systems knows of. */
export const cameThroughApi = (type: 'REVIEW' | 'ENROLMENT', key: string): string =>
  `exists (select 1 from audit a where a.type = '${type}' and a.subject = ${key} and a.before is null)`;

/**
 * With `--delete-missing`, removes the rows of a table that the file does not hold, and says which.
 * @param kept keys of the rows that it holds
 * @param stays the condition, in SQL, that a row stays although it is missing; the report names these, too
 * @throws ImportRefused if that is more than half of them, and nobody has said that it may be
 */
export async function deleteMissing(
  session: ImportSession,
  { table, key, what, stays = 'false' }: Removable,
  kept: Iterable<string>,
): Promise<void> {
  const { em, merge, report, file } = session;
  if (!file.deleteMissing) return;
  await merge.settled();
  const keys = JSON.stringify([...kept]);
  const isAbsent = `"${key}" not in (select json_array_elements_text(?::json))`;
  const isMissing = `${isAbsent} and not (${stays})`;
  const staying = (await em.execute(
    `select "${key}" as key from "${table}" where ${isAbsent} and (${stays}) order by 1`,
    [keys],
  )) as { key: string }[];
  if (staying.length)
    report.notes.push(
      `kept ${staying.length} ${what} that the file does not hold, since they came through the API or have what did: ${nameSome(staying.map((row) => row.key))}`,
    );
  const [counts] = (await em.execute(
    `select count(*)::int as total, count(*) filter (where ${isMissing})::int as missing from "${table}"`,
    [keys],
  )) as [{ total: number; missing: number }];
  if (counts.missing === 0) return;
  checkShare(session, counts, what);
  const removed = (await em.execute(`delete from "${table}" where ${isMissing} returning "${key}" as key`, [keys])) as {
    key: string;
  }[];
  report.count(table.replaceAll('_', ' '), 'removed', removed.length);
  const named = removed.map((row) => row.key).sort();
  report.notes.push(`deleted ${removed.length} ${what}: ${nameSome(named)}`);
}
