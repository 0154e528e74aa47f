import { followTable, installFeed } from '../../kit/migrations/feed.ts';
import { migration } from '../../kit/migrations/migration.ts';

/** Has rows remember when they changed, and deletions be told. */
export const Follow = migration(
  '20261126-follow',
  installFeed,
  followTable({ type: 'ENROLMENT', table: 'enrolment', id: 'id', key: 'id' }),
);
