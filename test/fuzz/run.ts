import { buildClientSchema, getIntrospectionQuery, type IntrospectionQuery } from 'graphql';
import { Client } from 'pg';
import { Pool } from 'undici';
import { Random } from '../../gateway/demo/random.ts';
import { localIssuer, SCOPES_OF } from '../../gateway/identity/localIssuer.ts';
import { OPEN_TO_ALL } from '../../subgraphs/kit/caller.ts';
import { Operations } from './operations.ts';
import { Requests, type FuzzCaller, type FuzzRequest } from './requests.ts';
import { Sight } from './sight.ts';
import { HELD, SLOW, Tally } from './tally.ts';
import { Values, type KnownIds } from './values.ts';
import type { Vitals } from './server.ts';

export interface FuzzOptions {
  /** Where the server answers, without a path. */
  url: string;
  /** Says how the server is. */
  vitals: () => Promise<Vitals>;
  databaseUrl: string;
  /** Data directory with the key of the local issuer. */
  dataDir: string;
  requests: number;
  seed: number;
  /** Most seconds that are spent on asking. */
  seconds: number;
  /** Asks this request alone, and gives it with its answer. */
  only?: number;
}

/** Requests that are under way at the same time. */
const PARALLEL = 6;
/** Every so many requests one is asked while nothing else is, to compare its time with its cost. */
const ALONE_EVERY = 20;
/** How often the server is asked how it is, in milliseconds. */
const VITALS_EVERY = 500;
/** What takes so long while others are under way is asked again alone, in milliseconds; at most so many requests are. */
const SUSPECT = 150;
const MOST_SUSPECTS = 60;
/** How often they are: what only a busy machine holds up is not held up each time. */
const TIMES_ALONE = 5;
/** Longest time that an answer is waited for, in milliseconds. */
const LONGEST = 30_000;

/** Sends random requests to a server, and counts what must not be. A seed and a number give the same request again. */
export async function fuzz(options: FuzzOptions): Promise<Tally> {
  const client = new Client({ connectionString: options.databaseUrl });
  await client.connect();
  const pool = new Pool(options.url, { connections: PARALLEL * 2, headersTimeout: LONGEST, bodyTimeout: LONGEST });
  try {
    return await asked(options, client, pool);
  } finally {
    await pool.close();
    await client.end();
  }
}

async function asked(
  { url, vitals, dataDir, requests, seed, seconds, only }: FuzzOptions,
  client: Client,
  pool: Pool,
): Promise<Tally> {
  const known = await knownIds(client);
  const callers = await callersOf(dataDir, known);
  const schema = await schemaOf(url);
  const tally = new Tally(seed);
  const sight = new Sight();
  const cursors: string[] = [];

  /** Each request has a random of its own, so that it can be made again alone. */
  const requestOf = (number: number): FuzzRequest => {
    const random = new Random(`fuzz ${seed} ${number}`);
    const values = new Values(random, known);
    if (only === undefined) values.cursors.push(...cursors);
    const made = new Requests(random, new Operations(schema, random, values), values, callers);
    return number % ALONE_EVERY === 0 ? made.operation(random.pick(callers)) : made.next();
  };

  const ask = async ({ method, path, headers, body }: FuzzRequest) => {
    const began = performance.now();
    const answer = await pool.request({ method: method as 'POST', path, headers, body });
    const text = await answer.body.text();
    return { status: answer.statusCode, text, milliseconds: performance.now() - began };
  };
  /** Requests that took long, since the server was asked how it is. */
  let lately: Suspect[] = [];
  const suspects: Suspect[] = [];

  const send = async (number: number, isAlone: boolean): Promise<void> => {
    const request = requestOf(number);
    const began = performance.now();
    try {
      const { status, text, milliseconds } = await ask(request);
      const data = parsed(text);
      if (milliseconds > SUSPECT) lately.push({ number, request, milliseconds });
      tally.answered(number, request, { status, text, data, milliseconds, isAlone });
      sight.look(request.caller, data, number);
      for (const [, cursor] of text.matchAll(/"fz_page":\{"endCursor":"([^"]+)"\}/g)) {
        if (cursors.length < 50) cursors.push(cursor!);
      }
      if (only !== undefined)
        console.log(
          `${request.method} ${request.path}\n${JSON.stringify(request.headers)}\n${String(request.body)}\n\n${status} in ${milliseconds.toFixed(0)} ms\n${text.slice(0, 20_000)}`,
        );
    } catch (error) {
      tally.unanswered(number, request, error as Error, performance.now() - began);
    }
  };

  if (only !== undefined) {
    await send(only, true);
    return tally;
  }

  const ending = new AbortController();
  const watching = (async () => {
    while (!ending.signal.aborted) {
      // A server that has died is found by those who ask it.
      const now = await vitals().catch(() => null);
      if (now) tally.saw(now);
      suspects.push(...lately.filter(({ milliseconds }) => milliseconds > SLOW || (now && now.held > HELD)));
      lately = [];
      await new Promise((resolve) => setTimeout(resolve, VITALS_EVERY));
    }
  })();
  const until = performance.now() + seconds * 1_000;
  for (let number = 0; number < requests && performance.now() < until && tally.isAnswered; number += ALONE_EVERY) {
    await send(number, true);
    const others = Array.from(
      { length: Math.min(ALONE_EVERY, requests - number) - 1 },
      (_, index) => number + 1 + index,
    );
    await Promise.all(
      Array.from({ length: PARALLEL }, async () => {
        for (let next = others.shift(); next !== undefined; next = others.shift()) await send(next, false);
      }),
    );
  }
  ending.abort();
  await watching;
  for (const { number, request } of suspects
    .toSorted((a, b) => b.milliseconds - a.milliseconds)
    .slice(0, MOST_SUSPECTS)) {
    const times: { milliseconds: number; held: number }[] = [];
    for (let time = 0; time < TIMES_ALONE && tally.isAnswered; time++) {
      await vitals();
      const { milliseconds } = await ask(request);
      times.push({ milliseconds, held: (await vitals()).held });
    }
    tally.alone(number, request, times);
  }
  tally.outOfScope.push(...(await sight.outOfScope(client)));
  tally.looked = sight.seen;
  return tally;
}

interface Suspect {
  number: number;
  request: FuzzRequest;
  milliseconds: number;
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return null;
  }
}

async function knownIds(client: Client): Promise<KnownIds> {
  const column = async (statement: string) => (await client.query<{ id: string }>(statement)).rows.map(({ id }) => id);
  return {
    urns: await column('select urn as id from schools.school order by md5(urn) limit 60'),
    trusts: await column(
      'select trust_uid as id from schools.trust_membership where "left" is null group by 1 order by count(*) desc, 1 limit 6',
    ),
    hubs: await column('select id from schools.hub order by id limit 6'),
    reviews: await column('select id from reviews.review order by md5(id) limit 20'),
    outcomes: await column(
      `select concat_ws(':', level, subject, academic_year, measure_code, pupil_group) as id from outcomes.result
       order by status <> 'PROVISIONAL', md5(subject || measure_code) limit 20`,
    ),
  };
}

/** Somebody of each kind: without a token, exploring, of two trusts, with few scopes, and staff. */
async function callersOf(dataDir: string, { trusts }: KnownIds): Promise<FuzzCaller[]> {
  const { issue } = await localIssuer(dataDir);
  const caller = async (name: string, scopes: readonly string[], trust: string | null = null): Promise<FuzzCaller> => {
    const token = await issue({ client: name, scopes, ...(trust === null ? {} : { trust }) });
    return { name, token, trust, staff: name === 'staff', scopes };
  };
  return [
    { name: 'anonymous', token: null, trust: null, staff: false, scopes: OPEN_TO_ALL },
    await caller('explorer', SCOPES_OF.explorer),
    await caller('trust one', SCOPES_OF.trust, trusts[0]),
    await caller('trust other', SCOPES_OF.trust, trusts[1]),
    await caller('register only', ['register:read']),
    await caller('staff', SCOPES_OF.staff),
  ];
}

async function schemaOf(url: string) {
  const response = await fetch(`${url}/graphql`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ query: getIntrospectionQuery() }),
  });
  const { data } = (await response.json()) as { data: IntrospectionQuery };
  return buildClientSchema(data);
}
