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

/** The sorts of records that a review is made of. */
const WHOLE: ReadonlySet<string> = new Set(['REVIEW', 'TEAM', 'HEADING', 'FINDING', 'AREA']);

/**
 * Writes reviews whole: what is no longer said of one is no longer so.
 * @param holds the sorts of records that are said; what there is of others stays
 */
export async function writeReviews(
  em: EntityManager,
  merge: Merge,
  report: ImportReport,
  reviews: readonly WholeReview[],
  holds: ReadonlySet<string> = WHOLE,
): Promise<void> {
  if (!reviews.length) return;
  const known = (await em.execute('select id from review where id in (select json_array_elements_text(?::json))', [
    JSON.stringify(reviews.map(({ review }) => review.id)),
  ])) as { id: string }[];
  const ids = known.map(({ id }) => id);
  const children = [
    ['TEAM', Reviewer, 'reviewer', 'id', reviews.flatMap(({ team }) => team)],
    ['HEADING', Heading, 'heading', 'code', reviews.flatMap(({ headings }) => [...headings.values()])],
    ['FINDING', Finding, 'finding', 'position', reviews.flatMap(({ findings }) => findings)],
    ['AREA', AreaOfExcellence, 'area_of_excellence', 'id', reviews.flatMap(({ areas }) => areas)],
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
  if (holds.has('REVIEW')) {
    // Whether a report is shared is not said of every review, and then stays as it is.
    for (const alike of Map.groupBy(reviews, ({ review }) => review.shared !== undefined).values())
      await merge(
        Review,
        alike.map(({ review }) => review),
      );
  }
  for (const [record, entity, table, key, rows] of children) {
    if (!holds.has(record)) continue;
    if (ids.length) await removeOthers(table, key, rows);
    if (rows.length) await merge(entity, rows);
  }
  await merge.settled();
  await follow(em, ids);
}

/** What is kept with the parts of a review follows the review, where only that was written. */
async function follow(em: EntityManager, ids: readonly string[]): Promise<void> {
  const these = '(select json_array_elements_text(?::json))';
  await em.execute(
    `update reviewer set date = review.start_date from review
      where review.id = reviewer.review_id and review.id in ${these} and reviewer.date <> review.start_date`,
    [JSON.stringify(ids)],
  );
  await em.execute(
    `update area_of_excellence area set urn = review.urn, phase = review.phase, date = coalesce(area.accredited_on, review.start_date) from review
      where review.id = area.review_id and review.id in ${these} and review.urn is not null
        and (area.urn, area.phase, area.date) is distinct from (review.urn, review.phase, coalesce(area.accredited_on, review.start_date))`,
    [JSON.stringify(ids)],
  );
}
