import { createHash, timingSafeEqual } from 'node:crypto';
import type { IncomingHttpHeaders } from 'node:http';
import { collectDefaultMetrics, Gauge, Registry } from 'prom-client';
import { CACHE_KINDS, cacheUse, type CacheUse } from '../read/boundedCache.ts';
import type { RunningSubgraph } from '../subgraph.ts';

/** Where metrics are served. */
export const METRICS_PATH = '/metrics';
/** Limits of durations, in seconds. */
export const DURATIONS = [0.001, 0.002, 0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 10, 30];

const digest = (text: string) => createHash('sha256').update(text).digest();

/** Whether a request brings the token of metrics; it is compared in the same time whatever it is. */
export function holdsMetricsToken({ authorization = '' }: IncomingHttpHeaders, token: string | undefined): boolean {
  return token !== undefined && timingSafeEqual(digest(authorization), digest(`Bearer ${token}`));
}

/**
 * What a process counts, for Prometheus: itself, what it keeps in memory, and the subgraphs that run in it.
 * @param running their statements, connections and kept rows
 */
export function registryOf(running: readonly RunningSubgraph[]): Registry {
  const registry = new Registry();
  collectDefaultMetrics({ register: registry });
  const perSubgraph = (name: string, help: string, of: (subgraph: RunningSubgraph) => number | undefined) =>
    new Gauge({
      name,
      help,
      labelNames: ['subgraph'],
      registers: [registry],
      collect() {
        for (const subgraph of running) this.set({ subgraph: subgraph.name }, of(subgraph) ?? 0);
      },
    });
  const perCache = (name: string, help: string, of: (use: CacheUse) => number) =>
    new Gauge({
      name,
      help,
      labelNames: ['cache'],
      registers: [registry],
      collect() {
        for (const cache of CACHE_KINDS) this.set({ cache }, of(cacheUse(cache)));
      },
    });
  perCache('cache_bytes', 'Memory that what is kept takes, as estimated.', ({ bytes }) => bytes);
  perCache('cache_limit_bytes', 'Memory that it may take at most: its share of CACHE_MB.', ({ limit }) => limit);
  perCache('cache_entries', 'Number of things that are kept.', ({ entries }) => entries);
  if (running.length === 0) return registry;
  perSubgraph(
    'subgraph_statements_total',
    'SQL statements that reads have sent.',
    ({ database }) => database.statements,
  );
  perSubgraph(
    'subgraph_cache_hits_total',
    'Rows and lists that were answered from memory.',
    ({ database }) => database.cache?.hits,
  );
  perSubgraph(
    'subgraph_cache_misses_total',
    'Rows and lists that had to be read.',
    ({ database }) => database.cache?.misses,
  );
  perSubgraph(
    'subgraph_cache_entries',
    'Rows and lists that are kept in memory.',
    ({ database }) => database.cache?.size,
  );
  perSubgraph(
    'subgraph_cache_live',
    'Whether changes are heard of, so that rows may be kept: 1 or 0.',
    ({ database }) => Number(database.cache?.begin() != null),
  );
  perSubgraph(
    'subgraph_connections_busy',
    'Connections for reads that have something to do.',
    ({ database }) => database.pool.busy,
  );
  perSubgraph(
    'subgraph_connections_idle',
    'Connections for reads that have nothing to do.',
    ({ database }) => database.pool.idle,
  );
  perSubgraph(
    'subgraph_statements_waiting',
    'Statements that wait for others on their connection.',
    ({ database }) => database.pool.waiting,
  );
  return registry;
}
