import { randomUUID } from 'node:crypto';
import type { IncomingMessage } from 'node:http';
import { LogController, type FastifyInstance, type FastifyRequest } from 'fastify';
import { pino, type Logger } from 'pino';

/** A log of lines of JSON, on standard output. */
export const createLog = (level: string): Logger =>
  pino({ level, base: undefined, timestamp: pino.stdTimeFunctions.isoTime });

/** How long an error that comes again is only counted, in milliseconds. */
const COUNTED_FOR = 10_000;
/** Most errors that are told apart. */
const MOST_KINDS = 200;
const LONGEST_MESSAGE = 300;

/**
 * Logs errors: each when it comes for the first time, and after a while how many more of it came. Values that were
 * written or asked for are in none of them: statements and their parameters stay out.
 */
export function errorLog(log: Logger): (error: unknown) => void {
  const kinds = new Map<string, number>();
  return (error) => {
    const about = described(error);
    const kind = `${about.code ?? ''} ${about.message}`;
    const count = kinds.get(kind);
    if (count !== undefined) return void kinds.set(kind, count + 1);
    log.error(about, about.message);
    if (kinds.size >= MOST_KINDS) return;
    kinds.set(kind, 0);
    setTimeout(() => {
      const more = kinds.get(kind)!;
      kinds.delete(kind);
      if (more > 0)
        log.error({ count: more, seconds: COUNTED_FOR / 1000, code: about.code }, `Again: ${about.message}`);
    }, COUNTED_FOR).unref();
  };
}

/** What an error is made of, at its root: what wraps it repeats the statement. */
function described(error: unknown) {
  let root = error as Error & { code?: unknown; table?: unknown; constraint?: unknown };
  while (root?.cause instanceof Error) root = root.cause;
  if (!(root instanceof Error))
    return { type: typeof root, code: undefined, message: String(root).slice(0, LONGEST_MESSAGE) };
  const at = (root.stack ?? '')
    .split('\n')
    .filter((line) => line.startsWith('    at '))
    .slice(0, 8)
    .map((line) => line.trim());
  const { code, table, constraint } = root;
  return {
    type: root.name,
    code,
    table,
    constraint,
    message: root.message.split('\n')[0]!.slice(0, LONGEST_MESSAGE),
    at,
  };
}

/** What Fastify is told of logging: requests have the name that a client or gateway gave them, or one of their own. */
export const requestNames = {
  logController: new LogController({ disableRequestLogging: true }),
  requestIdHeader: false,
  genReqId: ({ headers }: IncomingMessage) => {
    const given = headers['x-request-id'];
    return typeof given === 'string' && /^[\w.:-]{1,100}$/.test(given) ? given : randomUUID();
  },
} as const;

/** Logs a line for each request at level `info`: never a header, a query or a variable. */
export function logRequests(
  app: FastifyInstance,
  log: Logger,
  more: (request: FastifyRequest) => Record<string, unknown>,
): void {
  if (!log.isLevelEnabled('info')) return;
  app.addHook('onResponse', async (request, reply) => {
    log.info(
      {
        requestId: request.id,
        traceId: /^00-([\da-f]{32})-/.exec(String(request.headers['traceparent'] ?? ''))?.[1],
        path: request.routeOptions.url ?? '',
        client: request.caller?.client ?? undefined,
        status: reply.statusCode,
        milliseconds: Math.round(reply.elapsedTime * 10) / 10,
        ...more(request),
      },
      'request',
    );
  });
}
