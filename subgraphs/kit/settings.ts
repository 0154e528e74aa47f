import { fileURLToPath } from 'node:url';
import { resolve } from 'node:path';

/** What the environment says. */
export interface Settings {
  port: number;
  /** Address to listen on. Loopback unless it is said otherwise: nobody has to prove who they are. */
  host: string;
  /** Directory of the embedded database. */
  dataDir: string;
  /** A PostgreSQL server to use instead of the embedded one. */
  databaseUrl?: string;
  logLevel: string;
  /** Origins of browsers that may ask, beside Apollo's. */
  corsOrigins: string[];
}

/** Reads PORT, HOST, DATA_DIR, DATABASE_URL, LOG_LEVEL and CORS_ORIGINS. */
export function settings(env: NodeJS.ProcessEnv = process.env): Settings {
  const port = Number(env['PORT'] ?? 4000);
  if (!Number.isInteger(port) || port < 0 || port > 65535) throw new Error(`PORT=${env['PORT']} is not a port: a port is a number from 0 to 65535.`);
  return {
    port,
    host: env['HOST'] ?? '127.0.0.1',
    dataDir: resolve(env['DATA_DIR'] ?? fileURLToPath(new URL('../../.data', import.meta.url))),
    databaseUrl: env['DATABASE_URL'] || undefined,
    logLevel: env['LOG_LEVEL'] ?? 'warn',
    corsOrigins: (env['CORS_ORIGINS'] ?? '').split(',').map((origin) => origin.trim()).filter(Boolean),
  };
}
