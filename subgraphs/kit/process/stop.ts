import { limited } from '../read/deadline.ts';
import { timesIn } from './settings.ts';

/** What ends last has at least this long, in milliseconds, however long the others took. */
const LEAST = 2_000;

const leave = () => process.exit(1);

/** Ends this process with the one that started it and speaks with it, as `npm run services` does. */
export function endWithParent(): void {
  if (process.connected) process.once('disconnect', leave);
}

/**
 * Waits for Ctrl-C or SIGTERM, or for the end of the process that started this one, then ends what was started, one after
 * the other, and leaves the process. What does not end within SHUTDOWN_TIMEOUT is cut off. A second signal leaves at once.
 */
export function untilStopped(stops: readonly (() => Promise<unknown>)[]): Promise<never> {
  const limit = timesIn().shutdown;
  return new Promise(() => {
    let stopping = false;
    const stop = async () => {
      if (stopping) leave();
      stopping = true;
      const ends = performance.now() + limit;
      let late = false;
      for (const each of stops) {
        await limited(Math.max(ends - performance.now(), LEAST), each).catch((error: unknown) => {
          late ||= performance.now() >= ends;
          if (performance.now() < ends) console.error(error);
        });
      }
      if (late)
        console.error(
          `What was under way has not ended within ${limit / 1000} seconds (SHUTDOWN_TIMEOUT): it was cut off.`,
        );
      process.exit(late ? 1 : 0);
    };
    process.removeListener('disconnect', leave);
    process
      .on('SIGINT', stop)
      .on('SIGTERM', stop)
      .on('disconnect', () => void stop());
  });
}
