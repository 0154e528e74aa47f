import type { IncomingHttpHeaders } from 'node:http';
import { parse } from 'graphql';
import { boundedCache } from '../../subgraphs/kit/read/boundedCache.ts';
import { NOBODY, sameCallers, type Caller, type Claims } from '../../subgraphs/kit/caller.ts';
import type { Transport } from '../federation/supergraph.ts';

/** What a token or key says, for as long as it holds. */
export type Claimed = Omit<Claims, 'urns' | 'from'> & { client: string; issuedBy: string; expires: number };

/** A token or key that is not taken: clients may read why. */
export class Refused extends Error {
  readonly status: 401 | 503;

  constructor(message: string, status: 401 | 503 = 401) {
    super(message);
    this.status = status;
  }
}

/** Finds out who asks. @throws Refused */
export type Identify = (headers: IncomingHttpHeaders, from: string) => Promise<Caller>;

/** Which schools a trust runs: their URNs and those of their predecessors. */
export type SchoolsOf = (trust: string) => Promise<readonly string[]>;

export interface IdentifyOptions {
  /** Checks a JWT; left out where no issuer is known. */
  token?: (token: string) => Promise<Claimed>;
  /** Checks an API key; left out where none can be kept. */
  apiKey?: (key: string) => Promise<Claimed>;
  /** Left out for a graph that has no trusts. */
  schoolsOf?: SchoolsOf;
}

const NONE: readonly string[] = [];

/** How API keys begin. */
export const KEY_PREFIX = 'cp_';

/** Who asks, by `Authorization: Bearer` with a token or a key, or by `x-api-key`. Without any of them it is nobody. */
export function identifier({ token, apiKey, schoolsOf }: IdentifyOptions): Identify {
  const callers = sameCallers();
  return async (headers, from) => {
    const secret = secretIn(headers);
    if (!secret) return from ? callers({ client: null, scopes: NONE, urns: NONE, from }) : NOBODY;
    const check = secret.startsWith(KEY_PREFIX) ? apiKey : token;
    if (!check)
      throw new Refused(
        secret.startsWith(KEY_PREFIX)
          ? 'API keys are not taken here: this gateway has no database to keep them in.'
          : 'Tokens are not taken here: this gateway knows no issuer.',
      );
    const { client, issuedBy, trust, scopes } = await check(secret);
    const urns = trust && schoolsOf ? await schoolsOf(trust).catch(() => null) : NONE;
    return callers({ client, issuedBy, trust, scopes, urns, from });
  };
}

function secretIn({ authorization, 'x-api-key': key }: IncomingHttpHeaders): string | null {
  if (authorization !== undefined && key !== undefined)
    throw new Refused('Both `Authorization` and `x-api-key` are given: send one of them.');
  if (typeof key === 'string') {
    if (key.startsWith(KEY_PREFIX)) return key;
    throw new Refused(`\`x-api-key\` does not hold an API key: keys begin with ${KEY_PREFIX}.`);
  }
  if (authorization === undefined) return null;
  const bearer = /^Bearer ([\w.~+/=-]+)$/i.exec(authorization.trim())?.[1];
  if (!bearer)
    throw new Refused('`Authorization` does not hold a bearer token: send `Authorization: Bearer` and the token.');
  return bearer;
}

/** How long a trust's schools are not asked again, in milliseconds. */
const ASKED_FOR = 5_000;
const HISTORY_URNS = parse(
  'query ($of: [_Any!]!) { _entities(representations: $of) { ... on Trust { historyUrns } } }',
  { noLocation: true },
);

/** Asks the schools subgraph which schools a trust runs. */
export function schoolsOfTrusts(transport: Transport): SchoolsOf {
  const known = boundedCache<readonly string[]>('trusts', {
    max: 2_000,
    ttl: ASKED_FOR,
    async fetchMethod(uid) {
      const { data, errors } = await transport('schools', {
        document: HISTORY_URNS,
        variables: { of: [{ __typename: 'Trust', uid }] },
        context: { caller: NOBODY },
      });
      if (errors?.length || !data) throw new Error('The schools of the trust could not be asked.');
      const [trust] = data['_entities'] as ({ historyUrns: string[] } | null)[];
      return trust?.historyUrns ?? [];
    },
  });
  return async (uid) => (await known.fetch(uid)) ?? [];
}
