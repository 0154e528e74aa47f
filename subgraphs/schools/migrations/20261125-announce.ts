import { announcing } from '../../kit/changes.ts';

/** Announces which rows change, by the columns that loaders look them up by. */
export const Announce = announcing('20261125-announce', {
  school: ['urn'],
  ancestor: ['urn', 'ancestor'],
  school_link: ['predecessor', 'successor'],
  membership: ['id', 'urn'],
  trust_membership: ['urn', 'trust_uid'],
  trust: ['uid'],
  hub: ['id'],
  local_authority: ['code'],
});
