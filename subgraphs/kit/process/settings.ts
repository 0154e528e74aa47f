import { fileURLToPath } from 'node:url';
import { resolve } from 'node:path';
import { cacheBudget } from '../read/boundedCache.ts';

/** How much of the allowances each client has. */
export interface RateLimit {
  /** Multiplies them. */
  scale: number;
  /** A Redis server, through which several gateways count together; left out: each counts for itself. */
  redisUrl?: string;
}

/** What the environment says. */
export interface Settings {
  port: number;
  /** Address to listen on: loopback unless it is said otherwise. */
  host: string;
  /** Directory of the embedded database. */
  dataDir: string;
  /** A PostgreSQL server to use instead of the embedded one. */
  databaseUrl?: string;
  logLevel: string;
  /** What may read metrics from anywhere, beside staff. */
  metricsToken?: string;
  /** Origins of browsers that may ask, beside Apollo's. */
  corsOrigins: string[];
  /** What each client may cost in a minute; left out: nothing is limited. */
  rateLimit?: RateLimit;
  times: Times;
  /** The issuer whose tokens are taken; the local one if none is set. */
  issuer?: {
    issuer: string;
    audience: string;
    jwksUrl: string;
    /** How far its clock may be from ours, in seconds. */
    clockTolerance: number;
  };
}

/** How long things may take, in milliseconds. */
export interface Times {
  /** A client's request, with all that is done for it. */
  request: number;
  /** What is under way when the process is told to stop. */
  shutdown: number;
  /** Until it is noticed that changes of rows are not heard of any more. */
  changes: number;
}

/** Reads REQUEST_TIMEOUT, SHUTDOWN_TIMEOUT and CHANGES_TIMEOUT, which are in seconds. */
export function timesIn(env: NodeJS.ProcessEnv = process.env): Times {
  const time = (name: string, seconds: number, most: number) => {
    const text = env[name];
    const value = Number(text || seconds);
    if (!(value >= 0.1 && value <= most))
      throw new Error(`${name}=${text} is not a time: give a number of seconds, from 0.1 to ${most}.`);
    return Math.round(value * 1000);
  };
  return {
    request: time('REQUEST_TIMEOUT', 10, 600),
    shutdown: time('SHUTDOWN_TIMEOUT', 20, 3_600),
    changes: time('CHANGES_TIMEOUT', 2, 60),
  };
}

/** Addresses that only this machine reaches. */
export const isLoopback = (host: string): boolean =>
  host === 'localhost' || host === '::1' || /^127\.\d+\.\d+\.\d+$/.test(host);

/** Reads PORT, HOST, DATA_DIR, DATABASE_URL, LOG_LEVEL, METRICS_TOKEN, CORS_ORIGINS, RATE_LIMIT, REDIS_URL, CACHE_MB, AUTH_ISSUER, AUTH_AUDIENCE, AUTH_JWKS_URL and AUTH_CLOCK_TOLERANCE. */
export function settings(env: NodeJS.ProcessEnv = process.env): Settings {
  const port = portIn(env, 'PORT', 4000);
  cacheBudget(env);
  return {
    port,
    host: env['HOST'] ?? '127.0.0.1',
    dataDir: resolve(env['DATA_DIR'] ?? fileURLToPath(new URL('../../../.data', import.meta.url))),
    databaseUrl: databaseUrlIn(env, 'DATABASE_URL'),
    logLevel: logLevelIn(env),
    metricsToken: metricsTokenIn(env),
    corsOrigins: (env['CORS_ORIGINS'] ?? '')
      .split(',')
      .map((origin) => origin.trim())
      .filter(Boolean),
    rateLimit: rateLimitIn(env),
    times: timesIn(env),
    issuer: issuerIn(env),
  };
}

/** A port that the environment names. */
export function portIn(env: NodeJS.ProcessEnv, name: string, otherwise: number): number {
  const text = env[name] ?? String(otherwise);
  if (!/^\d{1,5}$/.test(text) || Number(text) > 65_535)
    throw new Error(`${name}=${text} is not a port: a port is a number from 0 to 65535.`);
  return Number(text);
}

/** A PostgreSQL server that the environment names. */
export function databaseUrlIn(env: NodeJS.ProcessEnv, name: string): string | undefined {
  const url = env[name];
  if (!url) return undefined;
  // The text itself is not told: it may hold a password.
  if (!/^postgres(ql)?:\/\/\S+$/.test(url))
    throw new Error(
      `${name} is not the address of a PostgreSQL server: one is postgres://user:password@host:5432/database.`,
    );
  return url;
}

const LOG_LEVELS = ['silent', 'fatal', 'error', 'warn', 'info', 'debug', 'trace'];

function logLevelIn({ LOG_LEVEL: level = 'warn' }: NodeJS.ProcessEnv): string {
  if (!LOG_LEVELS.includes(level))
    throw new Error(`LOG_LEVEL=${level} is not a level: it is one of ${LOG_LEVELS.join(', ')}.`);
  return level;
}

/** Shortest token of metrics, in characters: one that nobody guesses. */
const SHORTEST_METRICS_TOKEN = 16;

function metricsTokenIn({ METRICS_TOKEN: token }: NodeJS.ProcessEnv): string | undefined {
  if (!token) return undefined;
  if (token.length < SHORTEST_METRICS_TOKEN) {
    throw new Error(
      `METRICS_TOKEN has ${token.length} characters: give at least ${SHORTEST_METRICS_TOKEN}, made at random.`,
    );
  }
  return token;
}

function rateLimitIn({ RATE_LIMIT: text, REDIS_URL: redisUrl }: NodeJS.ProcessEnv): RateLimit | undefined {
  if (text === 'off') return undefined;
  const scale = Number(text || 1);
  if (!(scale > 0))
    throw new Error(
      `RATE_LIMIT=${text} is not a limit: give a number that the allowances are multiplied with, or off.`,
    );
  if (redisUrl && !/^rediss?:\/\/\S+$/.test(redisUrl))
    throw new Error(`REDIS_URL=${redisUrl} is not the address of a Redis server: one is redis://host:6379.`);
  return { scale, redisUrl: redisUrl || undefined };
}

/** Longest that clocks may be apart, in seconds: further, and one of them is wrong. */
const MOST_CLOCK_TOLERANCE = 300;

function issuerIn({
  AUTH_ISSUER: issuer,
  AUTH_AUDIENCE: audience,
  AUTH_JWKS_URL: jwksUrl,
  AUTH_CLOCK_TOLERANCE: tolerance,
}: NodeJS.ProcessEnv): Settings['issuer'] {
  if (!issuer && !audience && !jwksUrl) return undefined;
  if (!issuer || !audience) throw new Error('AUTH_ISSUER and AUTH_AUDIENCE go together: set both.');
  const keys = jwksUrl || `${issuer.replace(/\/$/, '')}/.well-known/jwks.json`;
  if (!URL.canParse(keys))
    throw new Error(`AUTH_JWKS_URL=${keys} is not an address: it is where the issuer publishes its keys.`);
  const clockTolerance = Number(tolerance || 0);
  if (!(clockTolerance >= 0 && clockTolerance <= MOST_CLOCK_TOLERANCE)) {
    throw new Error(`AUTH_CLOCK_TOLERANCE=${tolerance} is none: give 0 to ${MOST_CLOCK_TOLERANCE} seconds.`);
  }
  return { issuer, audience, jwksUrl: keys, clockTolerance };
}
