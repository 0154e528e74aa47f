import type { Followed } from '../kit/feed/feed.ts';

/** What the feed of changes follows here. */
export const FOLLOWED: Followed[] = [
  { type: 'ENROLMENT', table: 'enrolment', id: 'id', key: 'id', for: (caller) => caller.may('programmes:read') },
];
