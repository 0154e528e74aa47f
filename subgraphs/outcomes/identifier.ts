import { sql, type RawBuilder } from 'kysely';
import type { OutcomeRow } from './entities.ts';

// The identifier of a result is `level:subject:year:measure:group`, with `:SUBMITTED` behind it if a trust has sent it.
// It is made and read here only, by code and by SQL.

/** England as a subject: the real one, or that of the fictional demo network. */
export const ENGLAND = { real: '-', demo: 'demo' } as const;

/** What the identifier of a result is made of. */
export const PARTS_OF_ID = ['level', 'subject', 'academicYear', 'measureCode', 'pupilGroup', 'source'] as const;

/** The stable identifier of a result. */
export function outcomeId(result: Pick<OutcomeRow, (typeof PARTS_OF_ID)[number]>): string {
  const { level, subject, academicYear, measureCode, pupilGroup, source } = result;
  const parts = [level, subject, academicYear, measureCode, pupilGroup];
  if (source === 'SUBMITTED') parts.push(source);
  return parts.join(':');
}

/** The same of a row of the table, as an expression of SQL. */
export const OUTCOME_ID_SQL = `level || ':' || subject || ':' || academic_year || ':' || measure_code || ':' || pupil_group || case source when 'SUBMITTED' then ':SUBMITTED' else '' end`;

/** The columns of the table that an identifier names. */
export const partsOfId = (id: RawBuilder<unknown>): RawBuilder<unknown> => sql`
  split_part(${id}, ':', 1) as level, split_part(${id}, ':', 2) as subject, split_part(${id}, ':', 3) as academic_year,
  split_part(${id}, ':', 4) as measure_code, split_part(${id}, ':', 5) as pupil_group,
  coalesce(nullif(split_part(${id}, ':', 6), ''), 'PUBLISHED') as source`;
