import { followTable, installFeed } from '../../kit/migrations/feed.ts';
import { migration } from '../../kit/migrations/migration.ts';

/** Has rows remember when they changed, and deletions be told. */
export const Follow = migration(
  '20261126-follow',
  installFeed,
  followTable({ type: 'SCHOOL', table: 'school', id: 'urn', key: 'urn', parts: { trust_membership: 'urn' } }),
  followTable({ type: 'TRUST', table: 'trust', id: 'uid', key: 'uid' }),
  followTable({ type: 'MEMBERSHIP', table: 'membership', id: 'id', key: 'id' }),
);
