import { createHash, timingSafeEqual } from 'node:crypto';
import type { IncomingHttpHeaders } from 'node:http';
import type { ApolloServerPlugin } from '@apollo/server';
import type { FastifyInstance, FastifyRequest } from 'fastify';
import { collectDefaultMetrics, Counter, Gauge, Histogram, Registry } from 'prom-client';
import { CACHE_KINDS, cacheUse, type CacheUse } from '../subgraphs/kit/boundedCache.ts';
import type { RowCache } from '../subgraphs/kit/cache.ts';
import { failure } from '../subgraphs/kit/httpErrors.ts';
import type { RunningSubgraph } from '../subgraphs/kit/subgraph.ts';

/** Most codes of errors that are counted each by itself. */
const MOST_CODES = 100;

/** What the gateway counts, for Prometheus: served at `/metrics`. */
export interface Metrics {
  plugin: ApolloServerPlugin;
  register(app: FastifyInstance, access: MetricsAccess): void;
}

/** Where metrics are served. */
export const METRICS_PATH = '/metrics';

/** Who may read metrics, beside staff. */
export interface MetricsAccess {
  /** A token of their own, for what collects them. */
  token?: string;
  /** Whether the server is reached from this machine only: then they are open, unless there is such a token. */
  loopback: boolean;
}

const digest = (text: string) => createHash('sha256').update(text).digest();

/** Whether a request brings the token of metrics; it is compared in the same time whatever it is. */
export function holdsMetricsToken({ authorization = '' }: IncomingHttpHeaders, { token }: MetricsAccess): boolean {
  return token !== undefined && timingSafeEqual(digest(authorization), digest(`Bearer ${token}`));
}

function mayRead({ headers, caller }: FastifyRequest, access: MetricsAccess): boolean {
  if (holdsMetricsToken(headers, access) || caller?.staff) return true;
  return access.token === undefined && access.loopback;
}

/**
 * @param running the subgraphs of this process, whose statements and kept rows are counted too
 * @param answers keeps whole answers
 */
export function metrics(running: readonly RunningSubgraph[] = [], answers?: RowCache): Metrics {
  const registry = new Registry();
  collectDefaultMetrics({ register: registry });
  const durations = new Histogram({ name: 'graphql_operation_duration_seconds', help: 'How long operations took, by whether they had errors.', labelNames: ['outcome'], buckets: [0.001, 0.002, 0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 1, 5], registers: [registry] });
  const errors = new Counter({ name: 'graphql_errors_total', help: 'Errors in answers, by code.', labelNames: ['code'], registers: [registry] });
  const perSubgraph = (name: string, help: string, of: (subgraph: RunningSubgraph) => number | undefined) =>
    new Gauge({
      name, help, labelNames: ['subgraph'], registers: [registry],
      collect() {
        for (const subgraph of running) this.set({ subgraph: subgraph.name }, of(subgraph) ?? 0);
      },
    });
  const perCache = (name: string, help: string, of: (use: CacheUse) => number) =>
    new Gauge({
      name, help, labelNames: ['cache'], registers: [registry],
      collect() {
        for (const cache of CACHE_KINDS) this.set({ cache }, of(cacheUse(cache)));
      },
    });
  perCache('cache_bytes', 'Memory that what is kept takes, as estimated.', ({ bytes }) => bytes);
  perCache('cache_limit_bytes', 'Memory that it may take at most: its share of CACHE_MB.', ({ limit }) => limit);
  perCache('cache_entries', 'Number of things that are kept.', ({ entries }) => entries);
  if (answers) {
    const gauge = (name: string, help: string, of: () => number) => new Gauge({ name, help, registers: [registry], collect() { this.set(of()); } });
    gauge('answer_cache_hits_total', 'Operations that were answered from memory as a whole.', () => answers.hits);
    gauge('answer_cache_misses_total', 'Operations that had to be executed.', () => answers.misses);
    gauge('answer_cache_entries', 'Answers that are kept in memory.', () => answers.size);
  }
  if (running.length) {
    perSubgraph('subgraph_statements_total', 'SQL statements that reads have sent.', ({ database }) => database.statements);
    perSubgraph('subgraph_cache_hits_total', 'Rows and lists that were answered from memory.', ({ database }) => database.cache?.hits);
    perSubgraph('subgraph_cache_misses_total', 'Rows and lists that had to be read.', ({ database }) => database.cache?.misses);
    perSubgraph('subgraph_cache_entries', 'Rows and lists that are kept in memory.', ({ database }) => database.cache?.size);
    perSubgraph('subgraph_cache_live', 'Whether changes are heard of, so that rows may be kept: 1 or 0.', ({ database }) => Number(database.cache?.begin() != null));
  }
  /** Subgraphs of others give codes of their own: so many of them are told apart, and what is no code is none. */
  const codes = new Set<string>();
  const labelOf = (code: unknown): string => {
    if (code === undefined || code === null) return 'UNKNOWN';
    if (typeof code !== 'string' || !/^\w{1,60}$/.test(code)) return 'OTHER';
    if (!codes.has(code) && codes.size >= MOST_CODES) return 'OTHER';
    codes.add(code);
    return code;
  };
  return {
    plugin: {
      async requestDidStart() {
        const began = performance.now();
        return {
          async willSendResponse({ errors: found }) {
            durations.observe({ outcome: found?.length ? 'errors' : 'ok' }, (performance.now() - began) / 1000);
            for (const { extensions } of found ?? []) errors.inc({ code: labelOf(extensions['code']) });
          },
        };
      },
    },
    register(app, access) {
      app.get(METRICS_PATH, async (request, reply) => {
        if (mayRead(request, access)) return reply.type(registry.contentType).send(await registry.metrics());
        const message = 'Metrics are for staff, and for whoever holds METRICS_TOKEN: send one as `Authorization: Bearer`.';
        if (request.caller?.client) return reply.code(403).send(failure('FORBIDDEN', message));
        return reply.code(401).header('www-authenticate', 'Bearer realm="metrics"').send(failure('UNAUTHENTICATED', message));
      });
    },
  };
}
