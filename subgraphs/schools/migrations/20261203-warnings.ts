import { migration } from '../../kit/migrations/migration.ts';
import { keepWarnings } from '../../kit/migrations/submissions.ts';

/** Receipts keep their warnings. */
export const Warnings = migration('20261203-warnings', keepWarnings);
