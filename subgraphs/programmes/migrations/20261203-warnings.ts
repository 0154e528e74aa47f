import { keepingWarnings } from '../../kit/submissions.ts';

/** Receipts keep their warnings. */
export const Warnings = keepingWarnings('20261203-warnings');
