import { setImmediate } from 'node:timers/promises';

/** How long a submission keeps everybody else waiting at a time, in milliseconds. */
const LONGEST_TURN = 10;

/** Gives the event loop back once this caller has held it for a while; to be awaited between small pieces of work. */
export function createPace(): () => Promise<void> {
  let since = performance.now();
  return async () => {
    if (performance.now() - since < LONGEST_TURN) return;
    await setImmediate();
    since = performance.now();
  };
}
