import type { Followed } from '../kit/feed/feed.ts';

/** What the feed of changes follows here. */
export const FOLLOWED: Followed[] = [
  {
    type: 'REVIEW',
    table: 'review',
    id: 'id',
    key: 'id',
    parts: { reviewer: 'review_id', heading: 'review_id', finding: 'review_id', area_of_excellence: 'review_id' },
    for: (caller) => caller.may('reviews:read'),
  },
];
