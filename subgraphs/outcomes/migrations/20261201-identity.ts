import { identifyingClients } from '../../kit/submissions.ts';

/** Tells clients of the same name apart, in receipts and in the audit. */
export const Identity = identifyingClients('20261201-identity');
