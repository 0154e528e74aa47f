import type { Followed } from '../kit/feed.ts';

/** What the feed of changes follows here. */
export const FOLLOWED: Followed[] = [
  { type: 'OUTCOME', table: 'result', id: "level || ':' || subject || ':' || academic_year || ':' || measure_code || ':' || pupil_group" },
];
