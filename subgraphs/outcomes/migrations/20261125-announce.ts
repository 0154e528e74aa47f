import { announcing } from '../../kit/changes.ts';

/** Announces which rows change, by the columns that loaders look them up by. */
export const Announce = announcing('20261125-announce', {
  result: ['subject'],
  result_file: [],
});
