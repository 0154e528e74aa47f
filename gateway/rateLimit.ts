import type { ApolloServerPlugin } from '@apollo/server';
import { GraphQLError } from 'graphql';
import { RateLimiterMemory, RateLimiterRes } from 'rate-limiter-flexible';
import type { Caller } from '../subgraphs/kit/caller.ts';
import type { RequestContext } from './supergraph.ts';

/** Length of a window, in seconds. */
const WINDOW = 60;

/** What a client may cost in a window, by who it is. */
export const ALLOWANCES = { anonymous: 120_000, client: 1_200_000, staff: 6_000_000 } as const;
type Kind = keyof typeof ALLOWANCES;

const kindOf = ({ staff, client }: Caller): Kind => (staff ? 'staff' : client === null ? 'anonymous' : 'client');
/** Clients are counted by name; who has none, by address. */
const keyOf = ({ client, from }: Caller): string => (client === null ? `from ${from ?? ''}` : `client ${client}`);

/** What is left after a request. */
interface Left {
  kind: Kind;
  cost: number;
  remaining: number;
  /** Seconds until the window ends. */
  reset: number;
}

/**
 * Limits what each client costs in a minute: the cost is that of the operation, before it is executed.
 * Answers say what it cost and what is left, in `RateLimit` headers and in `extensions`.
 * @param scale multiplies the allowances
 */
export function rateLimit(scale = 1): ApolloServerPlugin<RequestContext> {
  const limiters = Object.fromEntries(Object.entries(ALLOWANCES).map(([kind, points]) => [kind, new RateLimiterMemory({ keyPrefix: kind, points: Math.round(points * scale), duration: WINDOW })])) as Record<Kind, RateLimiterMemory>;
  const lefts = new WeakMap<object, Left>();

  const headers = ({ kind, remaining, reset }: Left): [string, string][] => [
    ['ratelimit-policy', `"${kind}";q=${limiters[kind].points};w=${WINDOW}`],
    ['ratelimit', `"${kind}";r=${remaining};t=${reset}`],
  ];
  const leftOf = (kind: Kind, cost: number, { remainingPoints, msBeforeNext }: RateLimiterRes): Left => ({ kind, cost, remaining: Math.max(0, remainingPoints), reset: Math.ceil(msBeforeNext / 1000) });

  return {
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
