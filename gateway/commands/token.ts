import { parseArgs } from 'node:util';
import { SCOPES } from '../../subgraphs/kit/caller.ts';
import { settings } from '../../subgraphs/kit/process/settings.ts';
import { addressNoted } from '../http/address.ts';
import { localIssuer, SCOPES_OF } from '../identity/localIssuer.ts';

/** How long the server may take to look at a token, in milliseconds. */
const LONGEST_CHECK = 3_000;

const USAGE = `Usage:
  npm run token -- --trust UID [--scope SCOPE…] [--hours 24]
  npm run token -- --staff | --explorer [--hours 24]

Scopes: ${SCOPES.join(', ')}`;

/** The scopes that a command line names. */
export function scopesOf(given: readonly string[] | undefined): string[] {
  const scopes = (given ?? []).flatMap((each) => each.split(/[\s,]+/)).filter(Boolean);
  const unknown = scopes.find((scope) => !(SCOPES as readonly string[]).includes(scope));
  if (unknown) throw new Error(`There is no scope "${unknown}".`);
  return scopes;
}

/** Prints a token of the local issuer: `npm run token`. */
async function main(argv: string[]): Promise<void> {
  const { values } = parseArgs({
    args: argv,
    options: {
      trust: { type: 'string' },
      staff: { type: 'boolean' },
      explorer: { type: 'boolean' },
      scope: { type: 'string', multiple: true },
      hours: { type: 'string', default: '24' },
    },
  });
  const hours = Number(values.hours);
  if ([values.trust, values.staff, values.explorer].filter(Boolean).length !== 1)
    throw new Error('Whose token? Give one of --trust UID, --staff, --explorer.');
  if (values.trust && !/^\d{1,10}$/.test(values.trust))
    throw new Error(`--trust ${values.trust} is not a GIAS group UID: a UID is a number.`);
  if (!(hours > 0 && hours <= 8_784))
    throw new Error(`--hours ${values.hours} is not a time: give a number of hours, at most a year.`);
  if (process.env['AUTH_ISSUER'])
    throw new Error('AUTH_ISSUER is set: tokens come from that issuer, and the local one is off.');
  const kind = values.trust ? 'trust' : values.staff ? 'staff' : 'explorer';
  const scopes = values.scope ? scopesOf(values.scope) : SCOPES_OF[kind];
  const { dataDir, port } = settings();
  const { issue } = await localIssuer(dataDir);
  const token = await issue({
    client: values.trust ? `trust-${values.trust}` : kind,
    trust: values.trust,
    scopes,
    seconds: Math.round(hours * 3600),
  });
  await check(token, addressNoted(dataDir) ?? `http://localhost:${port}`, dataDir, values.trust);
  console.log(token);
}

/** A token that would not be taken, or would be of nobody. */
class Useless extends Error {}

/** Shows a token to the server that it is for, if that answers: whether it takes it, and knows the trust. */
async function check(token: string, origin: string, dataDir: string, trust: string | undefined): Promise<void> {
  const body = JSON.stringify({
    query: 'query ($uid: ID!) { trust(uid: $uid) { uid } }',
    variables: { uid: trust ?? '1' },
  });
  const headers = { 'content-type': 'application/json', authorization: `Bearer ${token}` };
  const response = await fetch(`${origin}/graphql`, {
    method: 'POST',
    headers,
    body,
    signal: AbortSignal.timeout(LONGEST_CHECK),
  }).catch(() => null);
  if (response?.status === 401) {
    throw new Useless(
      `The server at ${origin} does not take tokens of ${dataDir}: it runs with another DATA_DIR, or with an issuer. Set the same here.`,
    );
  }
  const { data } = ((await response?.json().catch(() => null)) ?? {}) as { data?: { trust: object | null } };
  if (data?.trust === undefined)
    return console.error(
      `No server answers at ${origin} just now: whether it would take this token could not be asked.`,
    );
  if (trust && data.trust === null)
    throw new Useless(`There is no trust ${trust} at ${origin}: give the GIAS group UID of one that is there.`);
}

if (import.meta.main) {
  try {
    await main(process.argv.slice(2));
  } catch (error) {
    console.error(error instanceof Useless ? error.message : `${(error as Error).message}\n\n${USAGE}`);
    process.exitCode = 2;
  }
}
