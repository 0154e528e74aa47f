import type { EntityManager } from '@mikro-orm/postgresql';
import { BadValue, date } from '../../kit/import/columns.ts';
import type { ImportSession } from '../../kit/import/kind.ts';

/** How much of what is known a download must speak of to be a whole one. */
export const NEARLY_ALL = 0.9;

/**
 * The day of a release of the register: as given, or as the file's name says; null if neither does. It must not be older
 * than the last whole one, which says more about today.
 * @throws ImportRefused
 */
export async function releaseOf({ em, file, refuse }: ImportSession, kind: string): Promise<string | null> {
  const named = /(?<!\d)(20\d\d)[-_]?(\d\d)[-_]?(\d\d)(?!\d)/.exec(file.name);
  const written = file.release ?? (named ? `${named[1]}-${named[2]}-${named[3]}` : null);
  if (written === null) return null;
  const release =
    dayOf(written) ??
    (file.release ? refuse(`--release ${file.release} is not a date: write --release 2025-07-27.`) : null);
  const [last] = (await em.execute('select date::text from register_release where kind = ?', [kind])) as {
    date: string;
  }[];
  if (release && last && release < last.date)
    refuse(
      `this is the release of ${release}, and that of ${last.date} has been imported: an older one does not replace it.`,
    );
  return release;
}

function dayOf(text: string): string | null {
  try {
    return date(text);
  } catch (error) {
    if (error instanceof BadValue) return null;
    throw error;
  }
}

/** Remembers the last whole release of a kind of file. */
export async function rememberRelease(em: EntityManager, kind: string, release: string): Promise<void> {
  await em.execute(
    'insert into register_release (kind, date) values (?, ?) on conflict (kind) do update set date = excluded.date',
    [kind, release],
  );
}

/** What a report says of a download's kind, so that it can be seen whether it was understood. */
export function coverageNote(release: string | null, isWhole: boolean, covered: number): string {
  const establishments = covered.toLocaleString('en-GB');
  if (!release)
    return 'what is not in this file stays as it is: give --release 2025-07-27 if the file is a release, so that withdrawn links go';
  if (isWhole) return `whole release of ${release}: what is not in it is withdrawn`;
  return `release of ${release}, in part: it replaces the links of the ${establishments} establishments in it, and leaves others alone`;
}

/** Most withdrawn links that a report names. */
const NAMED = 20;

/** Says which links were withdrawn. */
export function withdrawnNote(withdrawn: readonly string[]): string[] {
  if (withdrawn.length === 0) return [];
  const more = withdrawn.length > NAMED ? ', …' : '';
  return [`withdrawn ${withdrawn.length.toLocaleString('en-GB')}: ${withdrawn.slice(0, NAMED).join(', ')}${more}`];
}
