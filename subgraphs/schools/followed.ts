import type { Followed } from '../kit/feed/feed.ts';

/** What the feed of changes follows here. */
export const FOLLOWED: Followed[] = [
  {
    type: 'SCHOOL',
    table: 'school',
    id: 'urn',
    key: 'urn',
    parts: { trust_membership: 'urn' },
    for: (caller) => caller.may('register:read'),
  },
  { type: 'TRUST', table: 'trust', id: 'uid', key: 'uid', for: (caller) => caller.may('register:read') },
  { type: 'MEMBERSHIP', table: 'membership', id: 'id', key: 'id', for: (caller) => caller.client !== null },
];
