import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { parse } from 'graphql';
import {
  calculateJwkThumbprint,
  createLocalJWKSet,
  exportJWK,
  generateKeyPair,
  importJWK,
  SignJWT,
  type JWK,
} from 'jose';
import { SCOPES, type Scope } from '../../subgraphs/kit/caller.ts';
import type { RunningSubgraph } from '../../subgraphs/kit/subgraph.ts';
import type { TokenOptions } from './tokens.ts';

const ISSUER = 'urn:partner-graph:local-issuer';
const AUDIENCE = 'partner-graph';
const ALGORITHM = 'ES256';

const READING: readonly Scope[] = ['register:read', 'reviews:read', 'programmes:read', 'outcomes:read'];

/** Scopes of a token of each kind of user. */
export const SCOPES_OF = {
  explorer: READING,
  trust: [...READING, 'outcomes:write', 'roll:write', 'programmes:write', 'reviews:write'],
  staff: SCOPES,
} as const satisfies Record<string, readonly Scope[]>;

/** Issues tokens for a server that runs on one machine for itself: with a key of its own, and only as far as loopback. */
export interface LocalIssuer {
  options: TokenOptions;
  issue(claims: { client: string; trust?: string; scopes: readonly string[]; seconds?: number }): Promise<string>;
}

/** The issuer of a data directory, whose key is made the first time. */
export async function localIssuer(dataDir: string): Promise<LocalIssuer> {
  const file = join(dataDir, 'issuer.json');
  if (!existsSync(file)) {
    const { privateKey } = await generateKeyPair(ALGORITHM, { extractable: true });
    mkdirSync(dataDir, { recursive: true });
    try {
      writeFileSync(file, JSON.stringify(await exportJWK(privateKey)), { mode: 0o600, flag: 'wx' });
    } catch (error) {
      if ((error as NodeJS.ErrnoException).code !== 'EEXIST') throw error; // another process was faster
    }
  }
  return issuerWith(JSON.parse(readFileSync(file, 'utf8')) as JWK);
}

/** An issuer with this private key. */
export async function issuerWith({ d, ...publicKey }: JWK): Promise<LocalIssuer> {
  const kid = await calculateJwkThumbprint(publicKey as JWK);
  const key = await importJWK({ ...publicKey, d } as JWK, ALGORITHM);
  return {
    options: {
      issuer: ISSUER,
      audience: AUDIENCE,
      keys: createLocalJWKSet({ keys: [{ ...publicKey, kid, alg: ALGORITHM } as JWK] }),
    },
    issue: ({ client, trust, scopes, seconds = 86_400 }) =>
      new SignJWT({ scope: scopes.join(' '), ...(trust ? { trust } : {}) })
        .setProtectedHeader({ alg: ALGORITHM, kid })
        .setIssuer(ISSUER)
        .setAudience(AUDIENCE)
        .setSubject(client)
        .setIssuedAt()
        .setExpirationTime(Math.floor(Date.now() / 1000) + seconds)
        .sign(key),
  };
}

/**
 * A line for each kind of user, ready to be sent as a header: the trust is the one with most schools.
 * @param isTerminal whether somebody reads them as they are printed
 */
export async function tokenLines(
  { issue }: LocalIssuer,
  running: readonly RunningSubgraph[],
  isTerminal: boolean,
): Promise<string[]> {
  const schools = running.find(({ name }) => name === 'schools');
  const { data } =
    (await schools?.execute({ document: parse('{ trusts(first: 100) { nodes { uid name schoolCount } } }') })) ?? {};
  const trusts =
    (data?.['trusts'] as { nodes: { uid: string; name: string; schoolCount: number }[] } | undefined)?.nodes ?? [];
  const trust = trusts.toSorted((a, b) => b.schoolCount - a.schoolCount || (a.uid < b.uid ? -1 : 1))[0];
  const line = async (who: string, claims: Parameters<LocalIssuer['issue']>[0]) =>
    `  ${who}\n    Authorization: Bearer ${await issue(claims)}`;
  return [
    ...(trust
      ? [
          await line(`trust ${trust.uid}, ${trust.name}`, {
            client: `trust-${trust.uid}`,
            trust: trust.uid,
            scopes: SCOPES_OF.trust,
          }),
        ]
      : []),
    // What is printed elsewhere may be kept: a log is no place for a token that opens everything.
    isTerminal
      ? await line('staff', { client: 'staff', scopes: SCOPES_OF.staff })
      : '  staff\n    npm run token -- --staff',
    await line('explorer', { client: 'explorer', scopes: SCOPES_OF.explorer }),
  ];
}
