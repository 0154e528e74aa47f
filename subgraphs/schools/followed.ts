import type { Followed } from '../kit/feed.ts';

/** What the feed of changes follows here. */
export const FOLLOWED: Followed[] = [
  { type: 'SCHOOL', table: 'school', id: 'urn', key: 'urn', parts: { trust_membership: 'urn' } },
  { type: 'TRUST', table: 'trust', id: 'uid', key: 'uid' },
  { type: 'MEMBERSHIP', table: 'membership', id: 'id', key: 'id' },
];
