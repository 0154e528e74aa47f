import { announceTable } from '../../kit/migrations/announcements.ts';
import { migration } from '../../kit/migrations/migration.ts';
import { installSubmissions } from '../../kit/migrations/submissions.ts';

/** What was submitted, and who changed what. */
export const Submit = migration('20261129-submit', installSubmissions, announceTable('audit'));
