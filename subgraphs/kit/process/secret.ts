import { randomBytes } from 'node:crypto';
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { isLoopback } from './settings.ts';

/** Shortest secret that is taken, in characters. */
const SHORTEST = 32;

/**
 * The secret that gateway and subgraphs share: SUBGRAPH_SECRET, or else one in the data directory, made the first
 * time, for processes of one machine.
 */
export function subgraphSecret(dataDir: string, env: NodeJS.ProcessEnv = process.env, host = '127.0.0.1'): string {
  const given = env['SUBGRAPH_SECRET'];
  if (given) {
    if (given.length < SHORTEST)
      throw new Error(
        `SUBGRAPH_SECRET has ${given.length} characters: take at least ${SHORTEST} random ones, for instance from \`openssl rand -hex 32\`.`,
      );
    return given;
  }
  if (!isLoopback(host))
    throw new Error(
      'SUBGRAPH_SECRET is not set: gateway and subgraphs on different machines share a secret, the same for all, for instance from `openssl rand -hex 32`.',
    );
  const file = join(dataDir, 'subgraph-secret');
  mkdirSync(dataDir, { recursive: true });
  try {
    writeFileSync(file, randomBytes(32).toString('hex'), { mode: 0o600, flag: 'wx' });
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'EEXIST') throw error;
  }
  return readFileSync(file, 'utf8');
}
