import { createRemoteJWKSet, errors, jwtVerify, type JWTPayload, type JWTVerifyGetKey } from 'jose';
import { boundedCache, shortKey } from '../../subgraphs/kit/read/boundedCache.ts';
import { Refused, type Claimed } from './identify.ts';

/** Algorithms that a token may be signed with: public keys only, so that no key of ours can be taken for a shared secret. */
const ALGORITHMS = ['EdDSA', 'ES256', 'ES384', 'PS256', 'RS256'];
/** How long a token that was checked is not checked again, in milliseconds. */
const CHECKED_FOR = 30_000;

export interface TokenOptions {
  issuer: string;
  audience: string;
  /** Finds the key that a token names. */
  keys: JWTVerifyGetKey;
  /** How far the issuer's clock may be from ours, in seconds; left out: a token holds to the second. */
  clockTolerance?: number;
}

/** The keys that an issuer publishes, fetched anew when a token names one that is not known. */
export const publishedKeys = (url: string): JWTVerifyGetKey =>
  createRemoteJWKSet(new URL(url), { timeoutDuration: 3_000, cooldownDuration: 5_000 });

/**
 * Checks OAuth 2 bearer tokens: JWTs of one issuer, for this audience, signed with a key that it publishes.
 * The claims: `client_id`, `azp` or `sub` names the client, `trust` the GIAS group UID of its trust, `scope` its scopes.
 */
export function tokenChecker(options: TokenOptions): (token: string) => Promise<Claimed> {
  const checked = boundedCache<Claimed>('tokens', { max: 5_000, ttl: CHECKED_FOR });
  return async (token) => {
    const key = shortKey(token);
    const known = checked.get(key);
    if (known && known.expires > Date.now()) return known;
    const claimed = claimsOf(await verified(token, options), options);
    checked.set(key, claimed);
    return claimed;
  };
}

async function verified(token: string, options: TokenOptions): Promise<JWTPayload> {
  const { issuer, audience, keys, clockTolerance = 0 } = options;
  let payload: JWTPayload;
  try {
    const checks = { issuer, audience, algorithms: ALGORITHMS, clockTolerance, requiredClaims: ['exp'] };
    ({ payload } = await jwtVerify(token, keys, checks));
  } catch (error) {
    if (error instanceof errors.JWTExpired)
      throw new Refused(
        `The token expired at ${new Date(error.payload.exp! * 1000).toISOString()}: ask for a new one.`,
      );
    if (error instanceof errors.JWTClaimValidationFailed)
      throw new Refused(
        `The token's claim "${error.claim}" is not what it must be: it needs the issuer ${issuer}, the audience ${audience}, and a time that has come and not passed.`,
      );
    if (error instanceof errors.JOSEAlgNotAllowed)
      throw new Refused(
        `The token is signed with an algorithm that is not taken here: use one of ${ALGORITHMS.join(', ')}.`,
      );
    if (error instanceof errors.JWKSNoMatchingKey)
      throw new Refused('The token names a key that its issuer does not publish.');
    if (
      error instanceof errors.JWKSTimeout ||
      !(error instanceof errors.JOSEError) ||
      error.code === 'ERR_JOSE_GENERIC'
    )
      throw new Refused(
        'The token cannot be checked just now, since its issuer does not answer: try again in a moment.',
        503,
      );
    throw new Refused(
      'The token is not one that can be checked: send `Authorization: Bearer` with a JWT of the issuer, as it was issued.',
    );
  }
  checkIssuedAt(payload, clockTolerance);
  return payload;
}

/** Refuses a token of the future: one that was made ahead, or by a clock that is wrong. */
function checkIssuedAt({ iat }: JWTPayload, clockTolerance: number): void {
  if (iat === undefined || iat <= Date.now() / 1000 + clockTolerance) return;
  const ahead = Math.ceil(iat - Date.now() / 1000).toLocaleString('en-GB');
  const advice = 'check the clock of its issuer, or allow for it with AUTH_CLOCK_TOLERANCE';
  throw new Refused(`The token's claim "iat" says that it is issued ${ahead} seconds from now: ${advice}.`);
}

function claimsOf(payload: JWTPayload, { issuer, clockTolerance = 0 }: TokenOptions): Claimed {
  const { sub, exp, scope, scp, trust, client_id: clientId, azp } = payload;
  const client = [clientId, azp, sub].find((name) => typeof name === 'string' && name !== '') as string | undefined;
  if (!client) throw new Refused('The token does not say whose it is: it needs the claim "client_id", "azp" or "sub".');
  if (trust !== undefined && trust !== null && !(typeof trust === 'string' && /^\d{1,10}$/.test(trust)))
    throw new Refused(
      `The token's claim "trust" is ${JSON.stringify(trust)?.slice(0, 40)}: it must be a GIAS group UID, as a text of digits.`,
    );
  const scopes = typeof scope === 'string' ? scope.split(' ') : Array.isArray(scp) ? scp.map(String) : [];
  const expires = (exp! + clockTolerance) * 1000;
  return {
    client,
    issuedBy: issuer,
    trust: (trust as string | undefined) ?? null,
    scopes: scopes.filter(Boolean),
    expires,
  };
}
