import { sql } from 'kysely';
import type { Followed, RowScope } from '../kit/feed/feed.ts';
import { seen } from './seen.ts';

/** The identifier of a result; that of a submitted one says so. */
export const RESULT_ID = `level || ':' || subject || ':' || academic_year || ':' || measure_code || ':' || pupil_group || case source when 'SUBMITTED' then ':SUBMITTED' else '' end`;

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
  { type: 'OUTCOME', table: 'result', id: RESULT_ID, for: (caller) => caller.may('outcomes:read'), rows: BY_SIGHT },
];
