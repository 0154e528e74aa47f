import { announceTable, installAnnouncements } from '../../kit/migrations/announcements.ts';
import { migration } from '../../kit/migrations/migration.ts';

/** Announces which rows change, by the columns that loaders look them up by. */
export const Announce = migration(
  '20261125-announce',
  installAnnouncements,
  announceTable('school', 'urn'),
  announceTable('ancestor', 'urn', 'ancestor'),
  announceTable('school_link', 'predecessor', 'successor'),
  announceTable('membership', 'id', 'urn'),
  announceTable('trust_membership', 'urn', 'trust_uid'),
  announceTable('trust', 'uid'),
  announceTable('hub', 'id'),
  announceTable('local_authority', 'code'),
);
