import { installTiming, timeTable } from '../../kit/migrations/feed.ts';
import { migration } from '../../kit/migrations/migration.ts';

/** When rows were changed last. */
export const Timing = migration(
  '20261130-timing',
  installTiming,
  timeTable('school'),
  timeTable('trust'),
  timeTable('membership'),
  timeTable('roll_report'),
);
