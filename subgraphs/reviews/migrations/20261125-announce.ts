import { announcing } from '../../kit/changes.ts';

/** Announces which rows change, by the columns that loaders look them up by. */
export const Announce = announcing('20261125-announce', {
  review: ['id', 'urn'],
  reviewer: ['id', 'review_id', 'urn'],
  heading: ['review_id'],
  finding: ['review_id'],
  area_of_excellence: ['id', 'review_id', 'urn'],
});
