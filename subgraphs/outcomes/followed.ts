import { sql } from 'kysely';
import type { Followed, RowScope } from '../kit/feed/feed.ts';
import { OUTCOME_ID_SQL } from './identifier.ts';
import { seen } from './seen.ts';

/** Results of schools and trusts are told to those who may see them, the others to all. */
const BY_SIGHT: RowScope = {
  by: ['level', 'subject', 'status', 'submitted_by'],
  seen: (caller) => sql`
    case result.level
      when 'SCHOOL' then ${seen(caller, 'result', 'SCHOOL')}
      when 'TRUST' then ${seen(caller, 'result', 'TRUST')}
      else true
    end`,
};

/** What the feed of changes follows here. */
export const FOLLOWED: Followed[] = [
  {
    type: 'OUTCOME',
    table: 'result',
    id: OUTCOME_ID_SQL,
    for: (caller) => caller.may('outcomes:read'),
    rows: BY_SIGHT,
  },
];
