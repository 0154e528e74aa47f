import { followTable, installFeed } from '../../kit/migrations/feed.ts';
import { migration } from '../../kit/migrations/migration.ts';

/** The identifier of a result on the day of this migration. */
const RESULT_ID = "level || ':' || subject || ':' || academic_year || ':' || measure_code || ':' || pupil_group";

/** Has rows remember when they changed, and deletions be told. */
export const Follow = migration(
  '20261126-follow',
  installFeed,
  followTable({ type: 'OUTCOME', table: 'result', id: RESULT_ID }),
);
