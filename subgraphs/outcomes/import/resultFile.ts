import type { EntityManager } from '@mikro-orm/postgresql';
import type { ImportFile } from '../../kit/import/kind.ts';
import type { CoverageEntry } from '../entities.ts';

/** The identifier of a file that results are read from, by its name and title; new if it is. */
export async function resultFileOf(
  em: EntityManager,
  file: ImportFile,
  title: string,
  academicYear: string,
): Promise<number> {
  await em.execute(
    `insert into result_file (title, file, fictional, academic_year, coverage) values (?, ?, ?, ?, '[]') on conflict (file, title) do update set academic_year = excluded.academic_year`,
    [title, file.name, file.fictional, academicYear],
  );
  const [{ id }] = (await em.execute('select id from result_file where file = ? and title = ?', [
    file.name,
    title,
  ])) as [{ id: number }];
  return id;
}

/** Keeps the account of a file with it. */
export async function keepAccount(em: EntityManager, id: number, coverage: CoverageEntry[]): Promise<void> {
  await em.execute('update result_file set coverage = ?::jsonb, imported_at = now() where id = ?', [
    JSON.stringify(coverage),
    id,
  ]);
}
