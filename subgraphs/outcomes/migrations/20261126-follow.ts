import { following } from '../../kit/feed.ts';

/** The identifier of a result on the day of this migration. */
const RESULT_ID = "level || ':' || subject || ':' || academic_year || ':' || measure_code || ':' || pupil_group";

/** Has rows remember when they changed, and deletions be told. */
export const Follow = following('20261126-follow', [{ type: 'OUTCOME', table: 'result', id: RESULT_ID, for: () => true }]);
