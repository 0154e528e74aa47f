/**
 * Waits for Ctrl-C or SIGTERM, then ends what was started, one after the other, and leaves the process.
 * A second signal leaves at once.
 */
export function untilStopped(stops: readonly (() => Promise<unknown>)[]): Promise<never> {
  return new Promise(() => {
    let stopping = false;
    const stop = async () => {
      if (stopping) process.exit(1);
      stopping = true;
      for (const each of stops) await each().catch((error: unknown) => console.error(error));
      process.exit(0);
    };
    process.on('SIGINT', stop).on('SIGTERM', stop);
  });
}
