import { sql, type RawBuilder } from 'kysely';

/** That a text of a row has what is looked for in it, or is written much like it. */
export const containsOrResembles = (column: RawBuilder<unknown>, text: string): RawBuilder<unknown> =>
  sql`(cast(${text} as text) <% ${column} or ${column} ilike ${`%${text.replace(/[\\%_]/g, '\\$&')}%`})`;
