import { announceTable, installAnnouncements } from '../../kit/migrations/announcements.ts';
import { migration } from '../../kit/migrations/migration.ts';

/** Announces which rows change, by the columns that loaders look them up by. */
export const Announce = migration(
  '20261125-announce',
  installAnnouncements,
  announceTable('review', 'id', 'urn'),
  announceTable('reviewer', 'id', 'review_id', 'urn'),
  announceTable('heading', 'review_id'),
  announceTable('finding', 'review_id'),
  announceTable('area_of_excellence', 'id', 'review_id', 'urn'),
);
