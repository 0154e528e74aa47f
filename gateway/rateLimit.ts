import { createHash } from 'node:crypto';
import type { ApolloServerPlugin } from '@apollo/server';
import { GraphQLError } from 'graphql';
import { RateLimiterMemory, RateLimiterRedis, RateLimiterRes, type RateLimiterAbstract } from 'rate-limiter-flexible';
import { createClient } from 'redis';
import type { Caller } from '../subgraphs/kit/caller.ts';
import type { RateLimit } from '../subgraphs/kit/settings.ts';
import type { RequestContext } from './supergraph.ts';

/** Length of a window, in seconds. */
const WINDOW = 60;

/** What a client may cost in a window, by who it is. */
export const ALLOWANCES = { anonymous: 120_000, client: 1_200_000, staff: 6_000_000 } as const;
type Kind = keyof typeof ALLOWANCES;

const kindOf = ({ staff, client }: Caller): Kind => (staff ? 'staff' : client === null ? 'anonymous' : 'client');
/** Clients are counted each for itself, under a key of fixed length; who has no name, by address. */
const keyOf = ({ client, identity, from }: Caller): string =>
  client === null ? `from ${from ?? ''}` : `client ${createHash('sha256').update(identity).digest('base64url')}`;

/** What is left after a request. */
interface Left {
  kind: Kind;
  cost: number;
  remaining: number;
  /** Seconds until the window ends. */
  reset: number;
}

/** Counts what is used up: in this process, or for all gateways in Redis; for itself again while Redis does not answer. */
function counters({ scale, redisUrl }: RateLimit) {
  const redis = redisUrl ? createClient({ url: redisUrl, disableOfflineQueue: true, socket: { connectTimeout: 2_000, reconnectStrategy: (tries) => Math.min(tries * 100, 5_000) } }) : null;
  // It is tried again for as long as the server runs.
  redis?.on('error', () => {});
  const limiterOf = (keyPrefix: string, allowance: number): RateLimiterAbstract => {
    const options = { keyPrefix, points: Math.round(allowance * scale), duration: WINDOW };
    const own = new RateLimiterMemory(options);
    return redis ? new RateLimiterRedis({ ...options, storeClient: redis, useRedisPackage: true, rejectIfRedisNotReady: true, insuranceLimiter: own }) : own;
  };
  return {
    limiters: Object.fromEntries(Object.entries(ALLOWANCES).map(([kind, allowance]) => [kind, limiterOf(kind, allowance)])) as Record<Kind, RateLimiterAbstract>,
    start: () => void redis?.connect().catch(() => {}),
    stop: () => redis?.destroy(),
  };
}

/**
 * Limits what each client costs in a minute: the cost is that of the operation, before it is executed.
 * Answers say what it cost and what is left, in `RateLimit` headers and in `extensions`.
 */
export function rateLimit(limit: RateLimit): ApolloServerPlugin<RequestContext> {
  const { limiters, start, stop } = counters(limit);
  const lefts = new WeakMap<object, Left>();

  const headers = ({ kind, remaining, reset }: Left): [string, string][] => [
    ['ratelimit-policy', `"${kind}";q=${limiters[kind].points};w=${WINDOW}`],
    ['ratelimit', `"${kind}";r=${remaining};t=${reset}`],
  ];
  const leftOf = (kind: Kind, cost: number, { remainingPoints, msBeforeNext }: RateLimiterRes): Left => ({ kind, cost, remaining: Math.max(0, remainingPoints), reset: Math.ceil(msBeforeNext / 1000) });

  return {
    async serverWillStart() {
      start();
      return { serverWillStop: async () => stop() };
    },
    async requestDidStart() {
      return {
        async didResolveOperation({ contextValue, response }) {
          const { caller, cost = 1 } = contextValue;
          if (!caller) return;
          const kind = kindOf(caller);
          try {
            lefts.set(contextValue, leftOf(kind, cost, await limiters[kind].consume(keyOf(caller), cost)));
          } catch (refused) {
            if (!(refused instanceof RateLimiterRes)) throw refused;
            const left = leftOf(kind, cost, refused);
            for (const [name, value] of headers(left)) response.http.headers.set(name, value);
            response.http.headers.set('retry-after', String(left.reset));
            throw new GraphQLError(`This client has used up what it may cost in a minute, ${limiters[kind].points.toLocaleString('en-GB')}: try again in ${left.reset} seconds, and ask for less at once.`, {
              extensions: { code: 'RATE_LIMITED', cost, limit: limiters[kind].points, retryAfter: left.reset, http: { status: 429 } },
            });
          }
        },
        async willSendResponse({ contextValue, response }) {
          const left = lefts.get(contextValue);
          if (!left) return;
          for (const [name, value] of headers(left)) response.http.headers.set(name, value);
          if (response.body.kind === 'single') {
            const { cost, remaining, reset, kind } = left;
            response.body.singleResult.extensions = { ...response.body.singleResult.extensions, cost: { requested: cost, limit: limiters[kind].points, remaining, resetIn: reset } };
          }
        },
      };
    },
  };
}
