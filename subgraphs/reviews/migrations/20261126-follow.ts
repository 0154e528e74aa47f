import { followTable, installFeed } from '../../kit/migrations/feed.ts';
import { migration } from '../../kit/migrations/migration.ts';

/** Has rows remember when they changed, and deletions be told. */
export const Follow = migration(
  '20261126-follow',
  installFeed,
  followTable({
    type: 'REVIEW',
    table: 'review',
    id: 'id',
    key: 'id',
    parts: { reviewer: 'review_id', heading: 'review_id', finding: 'review_id', area_of_excellence: 'review_id' },
  }),
);
