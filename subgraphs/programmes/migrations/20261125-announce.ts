import { announcing } from '../../kit/changes.ts';

/** Announces which rows change, by the columns that loaders look them up by. */
export const Announce = announcing('20261125-announce', {
  programme: ['code'],
  cohort: ['id', 'programme_code'],
  session: ['id', 'cohort_id'],
  enrolment: ['id', 'cohort_id', 'urn'],
  visit: ['id', 'host_urn', 'visiting_urn'],
  practice_shared: ['id', 'urn', 'recipient_urn'],
});
