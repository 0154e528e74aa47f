import { migration } from '../../kit/migrations/migration.ts';
import { identifyClients } from '../../kit/migrations/submissions.ts';

/** Tells clients of the same name apart, in receipts and in the audit. */
export const Identity = migration('20261201-identity', identifyClients);
