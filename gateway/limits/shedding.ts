import { monitorEventLoopDelay } from 'node:perf_hooks';
import type { FastifyInstance } from 'fastify';
import { failure } from '../../subgraphs/kit/serve/httpErrors.ts';
import { RETRY_AFTER } from '../../subgraphs/kit/domain/errors.ts';

/** How often the load is looked at, in milliseconds. */
const LOOK = 100;
/** How finely the event loop is watched, in milliseconds. */
const RESOLUTION = 5;
/** Longest that whatever is ready may wait for its turn, in milliseconds: an answer takes some ten turns. */
const MOST_DELAY = 30;
/** As many requests are taken at a time whatever it takes; as many by a server that has had little to do; and at most. */
const LEAST = 32;
const START = 256;
const MOST = 4_000;
/** By how much more are taken after a look that saw nobody wait. */
const GROWTH = 1.25;

/** How much a server has to do. */
export interface Load {
  /** Requests that are not answered yet. */
  inFlight: number;
  /** As many are taken at a time, just now. */
  limit: number;
  /** How many were refused so far. */
  shed: number;
  /** Whether requests were refused just now. */
  overloaded: boolean;
}

/**
 * Refuses requests that would only make all others wait, once there is more to do than can be done: 503, `OVERLOADED`.
 * What counts is how long things wait for their turn in the event loop, since that is what every answer is made of; so
 * requests that wait for a subgraph that does not answer are in nobody's way. The number that is taken at a time follows:
 * down in proportion to the wait, up again step by step. A fixed number would fit one operation only: a page of 100
 * schools takes twenty times as long as one school.
 * @param refuses whether it does, or only counts
 */
export function shedLoad(app: FastifyInstance, isExempt: (path: string) => boolean, refuses = true): Load {
  const load: Load = { inFlight: 0, limit: START, shed: 0, overloaded: false };
  const delays = monitorEventLoopDelay({ resolution: RESOLUTION });
  delays.enable();
  let shedBefore = 0;
  const looking = setInterval(() => {
    const delay = delays.mean / 1e6 - RESOLUTION;
    delays.reset();
    if (delay > MOST_DELAY)
      load.limit = Math.max(LEAST, Math.min(load.limit, load.inFlight) * Math.max(0.1, MOST_DELAY / delay));
    // Many that wait for something else, and for no turn, are no load.
    else load.limit = Math.min(load.limit * GROWTH, load.inFlight > load.limit / 2 ? MOST : START);
    load.overloaded = load.shed > shedBefore;
    shedBefore = load.shed;
  }, LOOK);
  looking.unref();

  app.addHook('onRequest', async ({ routeOptions }, reply) => {
    if (isExempt(routeOptions.url ?? '')) return undefined;
    if (refuses && load.inFlight >= load.limit) {
      load.shed++;
      load.overloaded = true;
      return reply
        .code(503)
        .header('retry-after', String(RETRY_AFTER))
        .send(
          failure('OVERLOADED', 'This server has more to do than it can just now: send it again in a moment.', {
            retryAfter: RETRY_AFTER,
          }),
        );
    }
    load.inFlight++;
    reply.raw.once('close', () => void load.inFlight--);
    return undefined;
  });
  app.addHook('onClose', async () => {
    clearInterval(looking);
    delays.disable();
  });
  return load;
}
