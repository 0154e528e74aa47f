import { announceTable, installAnnouncements } from '../../kit/migrations/announcements.ts';
import { migration } from '../../kit/migrations/migration.ts';

/** Announces which rows change, by the columns that loaders look them up by. */
export const Announce = migration(
  '20261125-announce',
  installAnnouncements,
  announceTable('result', 'subject'),
  announceTable('result_file'),
);
