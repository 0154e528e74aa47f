import { following } from '../../kit/feed.ts';
import { FOLLOWED } from '../followed.ts';

/** Has rows remember when they changed, and deletions be told. */
export const Follow = following('20261126-follow', FOLLOWED);
