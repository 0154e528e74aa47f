import type { EntityManager } from '@mikro-orm/postgresql';
import type { Merge } from '../kit/import/merge.ts';
import type { ImportReport } from '../kit/import/report.ts';
import { AreaOfExcellence, Finding, Heading, Review, Reviewer, type FrameworkRow, type ReviewRow } from './entities.ts';

/** A review with everything that hangs on it. */
export interface WholeReview {
  review: Pick<ReviewRow, 'id' | 'kind' | 'frameworkCode' | 'startDate' | 'endDate'> & {
    urn: string | null;
    trustUid: string | null;
    mode: string;
    phase: string | null;
    shared?: boolean;
  };
  framework: FrameworkRow;
  team: object[];
  headings: Map<string, object>;
  findings: object[];
  areas: object[];
}

/** Writes reviews whole: what is no longer said of one is no longer so. */
export async function writeReviews(
  em: EntityManager,
  merge: Merge,
  report: ImportReport,
  reviews: readonly WholeReview[],
): Promise<void> {
  if (!reviews.length) return;
  const known = (await em.execute('select id from review where id in (select json_array_elements_text(?::json))', [
    JSON.stringify(reviews.map(({ review }) => review.id)),
  ])) as { id: string }[];
  const ids = known.map(({ id }) => id);
  const children = [
    [Reviewer, 'reviewer', 'id', reviews.flatMap(({ team }) => team)],
    [Heading, 'heading', 'code', reviews.flatMap(({ headings }) => [...headings.values()])],
    [Finding, 'finding', 'position', reviews.flatMap(({ findings }) => findings)],
    [AreaOfExcellence, 'area_of_excellence', 'id', reviews.flatMap(({ areas }) => areas)],
  ] as const;
  const removeOthers = async (table: string, key: string, keep: object[]) => {
    const column = key === 'position' ? 'position::text' : key;
    const removed = (await em.execute(
      `delete from ${table} old where old.review_id in (select json_array_elements_text(?::json)) and not exists (
        select 1 from json_to_recordset(?::json) as k("reviewId" text, "${key}" text) where k."reviewId" = old.review_id and k."${key}" = old.${column}) returning 1`,
      [JSON.stringify(ids), JSON.stringify(keep)],
    )) as unknown[];
    if (removed.length) report.count(table.replaceAll('_', ' '), 'removed', removed.length);
  };
  await merge(
    Review,
    reviews.map(({ review }) => review),
  );
  for (const [entity, table, key, rows] of children) {
    if (ids.length) await removeOthers(table, key, rows);
    if (rows.length) await merge(entity, rows);
  }
}
