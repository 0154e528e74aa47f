import type { ApolloServerPlugin } from '@apollo/server';
import type { FastifyInstance, FastifyRequest } from 'fastify';
import { Counter, Gauge, Histogram } from 'prom-client';
import type { RowCache } from '../subgraphs/kit/read/cache.ts';
import { failure } from '../subgraphs/kit/serve/httpErrors.ts';
import { DURATIONS, holdsMetricsToken, METRICS_PATH, registryOf } from '../subgraphs/kit/process/metrics.ts';
import type { RunningSubgraph } from '../subgraphs/kit/subgraph.ts';
import type { Load } from './limits/shedding.ts';
import type { RequestContext } from './federation/supergraph.ts';
import type { BoundedTransport, GateUse } from './federation/transport/bounded.ts';

/** Most codes of errors that are counted each by itself. */
const MOST_CODES = 100;

/** What the gateway counts, for Prometheus: served at `/metrics`. */
export interface Metrics {
  plugin: ApolloServerPlugin<RequestContext>;
  /** Counts what a server has to do. */
  watch(load: Load): void;
  register(app: FastifyInstance, access: MetricsAccess): void;
}

/** Who may read metrics, beside staff. */
export interface MetricsAccess {
  /** A token of their own, for what collects them. */
  token?: string;
  /** Whether the server is reached from this machine only: then they are open, unless there is such a token. */
  loopback: boolean;
}

function mayRead({ headers, caller }: FastifyRequest, access: MetricsAccess): boolean {
  if (holdsMetricsToken(headers, access.token) || caller?.staff) return true;
  return access.token === undefined && access.loopback;
}

/** Most errors of an operation that are logged. */
const MOST_TOLD = 20;
/** Most names of operations, and most sources of errors, that are told apart. */
const MOST_NAMES = 200;

/** Lets only so many labels through, and what looks like a name: clients and subgraphs of others give them. */
function bounded(most: number): (label: unknown, otherwise: string) => string {
  const known = new Set<string>();
  return (label, otherwise) => {
    if (label === undefined || label === null || label === '') return otherwise;
    if (typeof label !== 'string' || !/^[\w-]{1,60}$/.test(label)) return 'OTHER';
    if (!known.has(label) && known.size >= most) return 'OTHER';
    known.add(label);
    return label;
  };
}

const BREAKER = { closed: 0, open: 1, trying: 2 } as const;

/**
 * @param running the subgraphs of this process, whose statements and kept rows are counted too
 * @param answers keeps whole answers
 * @param transport asks subgraphs
 */
export function metrics(
  running: readonly RunningSubgraph[] = [],
  answers?: RowCache,
  transport?: BoundedTransport,
): Metrics {
  const registry = registryOf(running);
  const durations = new Histogram({
    name: 'graphql_operation_duration_seconds',
    help: 'How long operations took, by whether they had errors.',
    labelNames: ['outcome'],
    buckets: DURATIONS,
    registers: [registry],
  });
  const byName = new Histogram({
    name: 'graphql_named_operation_duration_seconds',
    help: 'How long operations took, by their name.',
    labelNames: ['operation'],
    buckets: DURATIONS,
    registers: [registry],
  });
  const errors = new Counter({
    name: 'graphql_errors_total',
    help: 'Errors in answers, by code and the subgraph that they come from.',
    labelNames: ['code', 'source'],
    registers: [registry],
  });
  if (transport) {
    const asked = new Histogram({
      name: 'subgraph_request_duration_seconds',
      help: 'How long subgraphs took, by how it ended.',
      labelNames: ['subgraph', 'outcome'],
      buckets: DURATIONS,
      registers: [registry],
    });
    transport.observe = (subgraph, seconds, outcome) => asked.observe({ subgraph, outcome }, seconds);
    const perGate = (name: string, help: string, of: (use: GateUse) => number) =>
      new Gauge({
        name,
        help,
        labelNames: ['subgraph'],
        registers: [registry],
        collect() {
          for (const [subgraph, use] of transport.use()) this.set({ subgraph }, of(use));
        },
      });
    perGate('subgraph_requests_in_flight', 'Requests that were sent and are not answered.', ({ underWay }) => underWay);
    perGate('subgraph_requests_waiting', 'Requests that wait until they are sent.', ({ waiting }) => waiting);
    perGate(
      'subgraph_breaker',
      'Whether a subgraph is asked (0), left alone (1) or tried (2).',
      ({ breaker }) => BREAKER[breaker],
    );
  }
  if (answers) {
    const gauge = (name: string, help: string, of: () => number) =>
      new Gauge({
        name,
        help,
        registers: [registry],
        collect() {
          this.set(of());
        },
      });
    gauge('answer_cache_hits_total', 'Operations that were answered from memory as a whole.', () => answers.hits);
    gauge('answer_cache_misses_total', 'Operations that had to be executed.', () => answers.misses);
    gauge('answer_cache_entries', 'Answers that are kept in memory.', () => answers.size);
  }
  const codeOf = bounded(MOST_CODES);
  const sourceOf = bounded(MOST_NAMES);
  const nameOf = bounded(MOST_NAMES);
  return {
    plugin: {
      async requestDidStart() {
        const began = performance.now();
        return {
          async willSendResponse({ errors: found, operationName, contextValue }) {
            const operation = nameOf(operationName, 'anonymous');
            const { told, cost } = contextValue;
            if (told) Object.assign(told, { operation, cost });
            const seconds = (performance.now() - began) / 1000;
            durations.observe({ outcome: found?.length ? 'errors' : 'ok' }, seconds);
            byName.observe({ operation }, seconds);
            if (!found?.length) return;
            if (told)
              told.errors = found.slice(0, MOST_TOLD).map(({ extensions }) => codeOf(extensions['code'], 'UNKNOWN'));
            for (const { extensions } of found)
              errors.inc({
                code: codeOf(extensions['code'], 'UNKNOWN'),
                source: sourceOf(extensions['serviceName'], 'gateway'),
              });
          },
        };
      },
    },
    watch(load) {
      const gauge = (name: string, help: string, of: () => number) =>
        new Gauge({
          name,
          help,
          registers: [registry],
          collect() {
            this.set(of());
          },
        });
      gauge('requests_in_flight', 'Requests that are not answered yet.', () => load.inFlight);
      gauge('requests_in_flight_limit', 'As many are taken at a time, just now.', () => Math.round(load.limit));
      gauge('requests_shed_total', 'Requests that were refused because there was too much to do.', () => load.shed);
    },
    register(app, access) {
      app.get(METRICS_PATH, async (request, reply) => {
        if (mayRead(request, access)) return reply.type(registry.contentType).send(await registry.metrics());
        const message =
          'Metrics are for staff, and for whoever holds METRICS_TOKEN: send one as `Authorization: Bearer`.';
        if (request.caller?.client) return reply.code(403).send(failure('FORBIDDEN', message));
        return reply
          .code(401)
          .header('www-authenticate', 'Bearer realm="metrics"')
          .send(failure('UNAUTHENTICATED', message));
      });
    },
  };
}
