import { sql, type RawBuilder } from 'kysely';
import { BY_STAFF, type Caller } from '../kit/caller.ts';
import type { Level } from './entities.ts';

/**
 * Which results of a level a caller may see, as a condition on a table's alias: what is published; what is provisional,
 * of their own schools and trust; what they have submitted. Staff see all.
 */
export function seen(caller: Caller, alias: string, level: Level): RawBuilder<unknown> {
  if (caller.staff) return sql`true`;
  const column = (name: string) => sql.ref(`${alias}.${name}`);
  const own =
    level === 'SCHOOL'
      ? caller.ownsRow(column('subject'))
      : level === 'TRUST'
        ? caller.ownsRow(sql`null`, column('subject'))
        : sql`true`;
  // What staff enter for a school is its trust's own, too.
  const submitted =
    caller.trust === null
      ? sql`false`
      : sql`(${column('submitted_by')} = ${caller.trust} or (${column('submitted_by')} = ${BY_STAFF} and ${own}))`;
  return sql`((${column('submitted_by')} is null and (${column('status')} <> 'PROVISIONAL' or ${own})) or coalesce(${submitted}, false))`;
}
