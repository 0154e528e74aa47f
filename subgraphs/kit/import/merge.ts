import type { EntityManager } from '@mikro-orm/postgresql';
import { CompiledQuery } from 'kysely';
import type { AnyEntitySchema } from '../read/database.ts';
import { ImportReport } from './report.ts';

export interface MergeOptions {
  /** Properties that are written with a new or changed row but do not make a row changed by themselves. */
  alongside?: string[];
  /** Properties that are only written with a new row. */
  initial?: string[];
  /** Properties that nothing does not replace: a null leaves what is there. */
  kept?: string[];
  /** SQL condition for changing a row that exists: `old` is that row, `new` the one that comes. */
  when?: string;
  /** Count these rows under this name; the table's if left out. */
  countAs?: string;
}

export interface Merge {
  /** Sends rows to be written; the next ones may be made ready meanwhile. */
  (entity: AnyEntitySchema, rows: readonly object[], options?: MergeOptions): Promise<void>;
  /** Resolves when all rows that were sent are written. */
  settled(): Promise<void>;
}

/** Most rows of one statement. */
const CHUNK = 5_000;

/**
 * Writes rows by their primary key: new ones are inserted, different ones changed, equal ones left alone.
 * One statement for thousands of rows, which travel as one JSON parameter.
 */
export function merging(em: EntityManager, report: ImportReport): Merge {
  const statements = new Map<string, string>();
  const connection = em.getKysely();
  let writing: Promise<void> = Promise.resolve();

  const merge = async (entity: AnyEntitySchema, rows: readonly object[], options: MergeOptions = {}) => {
    const { tableName, properties: all } = em.getMetadata().get(entity.meta.class as never);
    const properties = all as Record<string, { fieldNames: string[]; primary?: boolean }>;
    const field = (property: string) => properties[property]!.fieldNames[0]!;
    const column = (property: string) => `"${field(property)}"`;
    for (let start = 0; start < rows.length; start += CHUNK) {
      const chunk = rows.slice(start, start + CHUNK);
      const given = Object.keys(chunk[0]!);
      const name = `${tableName}:${given.join()}:${JSON.stringify(options)}`;
      let statement = statements.get(name);
      if (!statement) {
        const keys = given.filter((property) => properties[property]!.primary);
        const compared = given.filter(
          (property) =>
            !keys.includes(property) && !options.alongside?.includes(property) && !options.initial?.includes(property),
        );
        const updated = given.filter((property) => !keys.includes(property) && !options.initial?.includes(property));
        const columns = given.map(column).join(', ');
        const next = (property: string) =>
          options.kept?.includes(property)
            ? `coalesce(excluded.${column(property)}, old.${column(property)})`
            : `excluded.${column(property)}`;
        const differs = compared.length
          ? `(${compared.map((property) => `old.${column(property)}`).join(', ')}) is distinct from (${compared.map(next).join(', ')})`
          : 'false';
        statement = `
          with written as (
            insert into "${tableName}" as old (${columns})
            select ${columns} from json_populate_recordset(null::"${tableName}", $1::json)
            on conflict (${keys.map(column).join(', ')}) do update set ${(updated.length ? updated : keys).map((property) => `${column(property)} = ${next(property)}`).join(', ')}
            where ${differs}${options.when ? ` and (${options.when.replaceAll('new.', 'excluded.')})` : ''}
            returning (xmax = 0) as inserted
          )
          select count(*) filter (where inserted)::int as inserted, count(*) filter (where not inserted)::int as changed from written`;
        statements.set(name, statement);
      }
      const table = options.countAs ?? tableName.replaceAll('_', ' ');
      const json = JSON.stringify(
        chunk.map((row) =>
          Object.fromEntries(given.map((property) => [field(property), (row as Record<string, unknown>)[property]])),
        ),
      );
      await writing;
      writing = connection
        .executeQuery<{ inserted: number; changed: number }>(CompiledQuery.raw(statement, [json]))
        .then(({ rows: [counts] }) => {
          report.count(table, 'inserted', counts!.inserted);
          report.count(table, 'changed', counts!.changed);
          report.count(table, 'unchanged', chunk.length - counts!.inserted - counts!.changed);
        });
      writing.catch(() => {}); // whoever awaits it next is told
    }
  };
  return Object.assign(merge, { settled: () => writing });
}

/** Brings a table of reference data in line with the code. */
export async function keep(em: EntityManager, entity: AnyEntitySchema, rows: readonly object[]): Promise<void> {
  const merge = merging(em, new ImportReport());
  await merge(entity, rows);
  await merge.settled();
}
