/** How much longer than usual tests may take: `TEST_TIME_SCALE=4 npm test` on a machine that is slow or busy. */
export const TIME_SCALE = Math.max(Number(process.env['TEST_TIME_SCALE'] ?? 1) || 1, 0.1);

/** A limit of time, in milliseconds, for the machine that the tests run on. */
export const scaled = (milliseconds: number): number => milliseconds * TIME_SCALE;
