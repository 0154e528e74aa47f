import { timing } from '../../kit/feed.ts';

/** When rows were changed last. */
export const Timing = timing('20261130-timing', ['school', 'trust', 'membership', 'roll_report']);
