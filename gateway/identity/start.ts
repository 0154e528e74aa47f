import { isLoopback, type Settings } from '../../subgraphs/kit/process/settings.ts';
import { lateApiKeys } from './apiKeys.ts';
import { identifier, type Identify, type SchoolsOf } from './identify.ts';
import { localIssuer, type LocalIssuer } from './localIssuer.ts';
import { publishedKeys, tokenChecker } from './tokens.ts';

export interface Identity {
  identify: Identify;
  /** The local issuer, where no other is set. */
  local: LocalIssuer | null;
  close(): Promise<void>;
}

/** Refuses an address that other machines reach while tokens come from the local issuer. */
export function checkReach({ issuer, host }: Pick<Settings, 'issuer' | 'host'>): void {
  if (!issuer && !isLoopback(host))
    throw new Error(
      `HOST=${host} is reached from other machines, and the local issuer of tokens is for this one only: set AUTH_ISSUER and AUTH_AUDIENCE to an issuer of yours.`,
    );
}

/**
 * How this server finds out who asks: tokens of the issuer that the settings name, or else of the local one, which
 * goes no further than this machine; and API keys, if there is a database to keep them in.
 */
export async function startIdentity(
  { issuer, dataDir, ...reach }: Pick<Settings, 'issuer' | 'host' | 'dataDir'>,
  { databaseUrl, schoolsOf }: { databaseUrl?: string; schoolsOf?: SchoolsOf },
): Promise<Identity> {
  checkReach({ issuer, ...reach });
  const local = issuer ? null : await localIssuer(dataDir);
  const token = tokenChecker(local ? local.options : { ...issuer!, keys: publishedKeys(issuer!.jwksUrl) });
  const keys = databaseUrl ? await lateApiKeys(databaseUrl) : null;
  return {
    identify: identifier({ token, apiKey: keys ? (key) => keys.check(key) : undefined, schoolsOf }),
    local,
    close: async () => keys?.close(),
  };
}
