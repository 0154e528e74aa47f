import { announceTable, installAnnouncements } from '../../kit/migrations/announcements.ts';
import { migration } from '../../kit/migrations/migration.ts';

/** Announces which rows change, by the columns that loaders look them up by. */
export const Announce = migration(
  '20261125-announce',
  installAnnouncements,
  announceTable('programme', 'code'),
  announceTable('cohort', 'id', 'programme_code'),
  announceTable('session', 'id', 'cohort_id'),
  announceTable('enrolment', 'id', 'cohort_id', 'urn'),
  announceTable('visit', 'id', 'host_urn', 'visiting_urn'),
  announceTable('practice_shared', 'id', 'urn', 'recipient_urn'),
);
