import { sql } from 'kysely';
import type { Followed } from '../kit/feed.ts';
import { seen } from './seen.ts';

/** What the feed of changes follows here. */
export const FOLLOWED: Followed[] = [
  { type: 'OUTCOME', table: 'result', id: "level || ':' || subject || ':' || academic_year || ':' || measure_code || ':' || pupil_group", for: (caller) => caller.may('outcomes:read'), rows: (caller) => sql`case level when 'SCHOOL' then ${seen(caller, 'result', 'SCHOOL')} when 'TRUST' then ${seen(caller, 'result', 'TRUST')} else true end` },
];
