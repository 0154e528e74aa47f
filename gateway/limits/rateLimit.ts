import type { ApolloServerPlugin, GraphQLResponse } from '@apollo/server';
import { GraphQLError } from 'graphql';
import { RateLimiterMemory, RateLimiterRedis, RateLimiterRes, type RateLimiterAbstract } from 'rate-limiter-flexible';
import { createClient } from 'redis';
import { boundedCache, shortKey } from '../../subgraphs/kit/read/boundedCache.ts';
import type { Caller } from '../../subgraphs/kit/caller.ts';
import type { RateLimit } from '../../subgraphs/kit/process/settings.ts';
import { costOfReading } from './limits.ts';
import type { RequestContext } from '../federation/supergraph.ts';

/** Length of a window, in seconds. */
const WINDOW = 60;

/** What a client may cost in a window, by who it is. */
export const ALLOWANCES = { anonymous: 300_000, client: 3_000_000, staff: 15_000_000 } as const;
type Kind = keyof typeof ALLOWANCES;

const kindOf = ({ staff, client }: Caller): Kind => (staff ? 'staff' : client === null ? 'anonymous' : 'client');
/** Clients are counted each for itself, under a key of fixed length; who has no name, by address. */
const keyOf = ({ client, identity, from }: Caller): string =>
  shortKey(client === null ? `from ${from ?? ''}` : `client ${identity}`);

/** What a window takes, in bytes. */
const WINDOW_BYTES = 60;

/** What is left after a request. */
interface Left {
  kind: Kind;
  /** What was set aside for it. */
  reserved: number;
  /** When the window ends, in milliseconds. */
  ends: number;
  remaining: number;
  /** Seconds until the window ends. */
  reset: number;
}

/** Counts in the memory of this process, with as many clients as its share of the memory holds. */
class WindowCounter extends RateLimiterMemory {
  private readonly windows = boundedCache<{ consumed: number; ends: number }>('allowances', {
    sizeOf: () => WINDOW_BYTES,
  });

  private add(key: string, points: number): RateLimiterRes {
    const now = Date.now();
    let window = this.windows.get(key);
    if (!window || window.ends <= now)
      this.windows.set(key, (window = { consumed: 0, ends: now + this.duration * 1000 }));
    window.consumed += points;
    return new RateLimiterRes(Math.max(this.points - window.consumed, 0), window.ends - now, window.consumed);
  }

  override async consume(key: string | number, points = 1): Promise<RateLimiterRes> {
    const result = this.add(String(key), points);
    if (result.consumedPoints > this.points) throw result;
    return result;
  }

  override async penalty(key: string | number, points = 1): Promise<RateLimiterRes> {
    return this.add(String(key), points);
  }

  override async reward(key: string | number, points = 1): Promise<RateLimiterRes> {
    return this.add(String(key), -points);
  }
}

/** Counts what is used up: in this process, or for all gateways in Redis; for itself again while Redis does not answer. */
function counters({ scale, redisUrl }: RateLimit) {
  const redis = redisUrl
    ? createClient({
        url: redisUrl,
        disableOfflineQueue: true,
        socket: { connectTimeout: 2_000, reconnectStrategy: (tries) => Math.min(tries * 100, 5_000) },
      })
    : null;
  // It is tried again for as long as the server runs.
  redis?.on('error', () => {});
  const limiterOf = (keyPrefix: string, allowance: number): RateLimiterAbstract => {
    const options = { keyPrefix, points: Math.round(allowance * scale), duration: WINDOW };
    const own = new WindowCounter(options);
    return redis
      ? new RateLimiterRedis({
          ...options,
          storeClient: redis,
          useRedisPackage: true,
          rejectIfRedisNotReady: true,
          insuranceLimiter: own,
        })
      : own;
  };
  return {
    limiters: Object.fromEntries(
      Object.entries(ALLOWANCES).map(([kind, allowance]) => [kind, limiterOf(kind, allowance)]),
    ) as Record<Kind, RateLimiterAbstract>,
    start: () => void redis?.connect().catch(() => {}),
    stop: () => redis?.destroy(),
  };
}

/** Why a client must wait, in the form in which its answer says so. */
interface Wait {
  message: string;
  code: 'RATE_LIMITED';
  limit: number;
  /** Seconds until it may ask again. */
  retryAfter: number;
}

/** What limits clients: a plugin that counts, and a check before anything of a document is read. */
export interface RateLimiter {
  plugin: ApolloServerPlugin<RequestContext>;
  /** That a client has used up everything and must wait; null for all others. */
  waits(caller: Caller): Wait | null;
}

/**
 * Limits what each client costs in a minute. What an operation may cost is set aside before it is executed; once it is
 * answered, what was not spent is given back. Answers say what it might have cost, what it cost and what is left, in
 * `RateLimit` headers and in `extensions`. A document that is refused costs what it takes to read it, and a client that
 * has used up everything is refused before its next one is read.
 */
export function rateLimit(limit: RateLimit): RateLimiter {
  const { limiters, start, stop } = counters(limit);
  const lefts = new WeakMap<object, Left>();
  const usedUp = boundedCache<{ ends: number }>('allowances', { sizeOf: () => WINDOW_BYTES });

  const waits = (caller: Caller) => {
    const key = keyOf(caller);
    const window = usedUp.get(key);
    if (!window) return null;
    const seconds = Math.ceil((window.ends - Date.now()) / 1000);
    if (seconds > 0) return waitOf(limiters[kindOf(caller)].points, seconds);
    usedUp.delete(key);
    return null;
  };
  /** Takes what a document has cost of which nothing was executed. */
  const charge = async (caller: Caller, cost: number): Promise<void> => {
    const limiter = limiters[kindOf(caller)];
    const after = await limiter.penalty(keyOf(caller), cost).catch(() => null);
    if (after && after.consumedPoints >= limiter.points)
      usedUp.set(keyOf(caller), { ends: Date.now() + after.msBeforeNext });
  };

  const headers = ({ kind, remaining, reset }: Left): [string, string][] => [
    ['ratelimit-policy', `"${kind}";q=${limiters[kind].points};w=${WINDOW}`],
    ['ratelimit', `"${kind}";r=${remaining};t=${reset}`],
  ];
  const leftOf = (kind: Kind, reserved: number, { remainingPoints, msBeforeNext }: RateLimiterRes): Left => ({
    kind,
    reserved,
    remaining: Math.max(0, remainingPoints),
    reset: Math.ceil(msBeforeNext / 1000),
    ends: Date.now() + msBeforeNext,
  });

  /** What an answer has cost; what may have been, where it comes in parts or nothing tells what was done for it. */
  const spentOn = ({ cost = 1, spent }: RequestContext, { body }: GraphQLResponse): number => {
    if (body.kind !== 'single' || !spent) return cost;
    const { data } = body.singleResult;
    return data === null || data === undefined ? cost : spent(data);
  };

  /** Gives back what was set aside and not spent, or takes what was spent beyond it. A window that is over is let be. */
  const settle = async (caller: Caller, left: Left, spent: number): Promise<void> => {
    const { kind, reserved, ends } = left;
    if (spent === reserved || Date.now() >= ends) return;
    const [limiter, key] = [limiters[kind], keyOf(caller)];
    const settled = spent < reserved ? limiter.reward(key, reserved - spent) : limiter.penalty(key, spent - reserved);
    // What cannot be settled stays as it was set aside.
    const after = await settled.catch(() => null);
    if (after) left.remaining = Math.max(0, after.remainingPoints);
  };

  const plugin: ApolloServerPlugin<RequestContext> = {
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
          // An operation that may cost more than the whole allowance needs the whole allowance.
          const reserved = Math.min(cost, limiters[kind].points);
          try {
            lefts.set(contextValue, leftOf(kind, reserved, await limiters[kind].consume(keyOf(caller), reserved)));
          } catch (refused) {
            if (!(refused instanceof RateLimiterRes)) throw refused;
            const left = leftOf(kind, reserved, refused);
            // What was not done is not charged.
            await limiters[kind].reward(keyOf(caller), reserved).catch(() => null);
            if (contextValue.reading) await charge(caller, contextValue.reading);
            for (const [name, value] of headers(left)) response.http.headers.set(name, value);
            response.http.headers.set('retry-after', String(left.reset));
            const { message, ...why } = waitOf(limiters[kind].points, left.reset);
            throw new GraphQLError(message, { extensions: { ...why, cost, http: { status: 429 } } });
          }
        },
        async willSendResponse({ contextValue, document, source, response }) {
          const left = lefts.get(contextValue);
          if (!left) {
            const { caller, cost } = contextValue;
            // What was taken in has been accounted for; anything else was read for nothing.
            if (caller && source && cost === undefined) await charge(caller, costOfReading(document, source));
            return;
          }
          const spent = spentOn(contextValue, response);
          await settle(contextValue.caller!, left, spent);
          for (const [name, value] of headers(left)) response.http.headers.set(name, value);
          if (response.body.kind === 'single') {
            const { remaining, reset, kind } = left;
            response.body.singleResult.extensions = {
              ...response.body.singleResult.extensions,
              cost: {
                requested: contextValue.cost ?? 1,
                spent,
                limit: limiters[kind].points,
                remaining,
                resetIn: reset,
              },
            };
          }
        },
      };
    },
  };
  return { plugin, waits };
}

const waitOf = (limit: number, retryAfter: number): Wait => ({
  message: `This client has used up what it may cost in a minute, ${limit.toLocaleString('en-GB')}: try again in ${retryAfter} seconds, and ask for less at once.`,
  code: 'RATE_LIMITED',
  limit,
  retryAfter,
});
