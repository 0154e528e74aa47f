import type { ImportSession } from './kind.ts';

/** Most removed records that a report names. */
const MOST_NAMED = 20;

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

/**
 * With `--delete-missing`, removes the rows of a table that the file does not hold, and says which.
 * @param kept keys of the rows that it holds
 * @throws ImportRefused if that is more than half of them, and nobody has said that it may be
 */
export async function deleteMissing(
  { em, merge, report, file, refuse }: ImportSession,
  { table, key, what }: { table: string; key: string; what: string },
  kept: Iterable<string>,
): Promise<void> {
  if (!file.deleteMissing) return;
  await merge.settled();
  const keys = JSON.stringify([...kept]);
  const isMissing = `"${key}" not in (select json_array_elements_text(?::json))`;
  const [counts] = (await em.execute(
    `select count(*)::int as total, count(*) filter (where ${isMissing})::int as missing from "${table}"`,
    [keys],
  )) as [{ total: number; missing: number }];
  if (counts.missing === 0) return;
  if (counts.missing > counts.total / 2 && !file.acceptUnusual)
    refuse(
      `--delete-missing would delete ${counts.missing} of ${counts.total} ${what}, more than half: give --accept-unusual if the file is indeed all there is.`,
    );
  const removed = (await em.execute(`delete from "${table}" where ${isMissing} returning "${key}" as key`, [keys])) as {
    key: string;
  }[];
  report.count(table.replaceAll('_', ' '), 'removed', removed.length);
  const named = removed.map((row) => row.key).sort();
  report.notes.push(
    `deleted ${removed.length} ${what}: ${named.slice(0, MOST_NAMED).join(', ')}${named.length > MOST_NAMED ? ', …' : ''}`,
  );
}
