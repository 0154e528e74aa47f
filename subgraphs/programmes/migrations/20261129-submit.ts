import { announceTriggers } from '../../kit/changes.ts';
import { submitting } from '../../kit/submissions.ts';

/** What was submitted, and who changed what. */
export const Submit = submitting('20261129-submit', announceTriggers({ audit: [] }));
