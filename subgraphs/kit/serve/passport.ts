import { createHash, randomUUID } from 'node:crypto';
import { createSigner, createVerifier, TokenError } from 'fast-jwt';
import { LRUCache } from 'lru-cache';
import { sameCallers, type Caller, type Claims } from '../caller.ts';

/** Header of a request to a subgraph that says who asks. */
export const PASSPORT = 'x-passport';

/** How long a passport holds, in milliseconds: as long as it takes to arrive. */
const HOLDS_FOR = 15_000;
/** Most passports that are remembered so that none is taken twice: those of its time at 10,000 requests a second. */
const MOST_REMEMBERED = 150_000;
const ISSUER = 'partner-graph-gateway';

const digest = (body: string) => createHash('sha256').update(body).digest('base64url');

/** What a passport says: who asks, and how long they wait, in milliseconds. */
export interface Admitted {
  caller: Caller;
  left?: number;
}

/** A passport that is not taken. */
export class PassportRefused extends Error {}

/**
 * Signs who asks, for one subgraph and one request: the token holds for this body, for seconds, and once.
 * How long the gateway waits for the answer is signed with it.
 * @param secret shared by gateway and subgraphs
 */
export function passportsFrom(
  secret: string,
): (subgraph: string, body: string, caller: Caller, left?: number) => string {
  const sign = createSigner({ key: secret, algorithm: 'HS256', expiresIn: HOLDS_FOR, iss: ISSUER });
  return (subgraph, body, { client, issuedBy, trust, scopes, urns, from }, left) => {
    // All of it: a claim that is left out here is a type error.
    const caller: Required<Claims> = { client, issuedBy, trust, scopes: [...scopes], urns: urns && [...urns], from };
    return sign({ aud: subgraph, jti: randomUUID(), body: digest(body), left, caller });
  };
}

/** Checks passports of one subgraph. @throws PassportRefused */
export function passportsAt(
  subgraph: string,
  secret: string,
): (passport: string | undefined, body: string) => Admitted {
  const verify = createVerifier({
    key: secret,
    algorithms: ['HS256'],
    allowedAud: subgraph,
    allowedIss: ISSUER,
    requiredClaims: ['exp', 'iat', 'jti', 'body', 'caller'],
    maxAge: HOLDS_FOR,
    clockTolerance: 2_000,
    cache: false,
  });
  const callers = sameCallers();
  const seen = new LRUCache<string, true>({ max: MOST_REMEMBERED, ttl: HOLDS_FOR + 4_000 });
  return (passport, body) => {
    if (!passport) throw new PassportRefused(`The ${subgraph} subgraph answers its gateway only: ask there.`);
    let claims: { jti: string; body: string; left?: number; caller: Claims };
    try {
      claims = verify(passport);
    } catch (error) {
      const stale = error instanceof TokenError && error.code === 'FAST_JWT_EXPIRED';
      throw new PassportRefused(
        stale
          ? 'The request comes too late: its signature holds for seconds.'
          : 'The request is not signed by the gateway for this subgraph.',
      );
    }
    if (claims.body !== digest(body)) throw new PassportRefused('The request is not the one that was signed.');
    if (seen.has(claims.jti)) throw new PassportRefused('The request was answered before: each is signed once.');
    seen.set(claims.jti, true);
    return { caller: callers(claims.caller), left: claims.left };
  };
}
