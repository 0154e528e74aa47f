import { GraphQLError } from 'graphql';
import { NobodyWaits, TimeIsUp } from '../read/deadline.ts';
import { DatabaseAway, isAway } from '../read/pipeline.ts';

/** Codes of errors that clients may rely on. */
export type ErrorCode =
  | 'BAD_USER_INPUT'
  | 'BAD_CURSOR'
  | 'STALE_CURSOR'
  | 'PAGE_TOO_LARGE'
  | 'MEASURE_UNKNOWN'
  | 'UNAUTHORIZED_FIELD'
  | 'SCOPE_UNKNOWN'
  | 'OUT_OF_SCOPE'
  | 'TOO_MANY_ROWS'
  | 'IDEMPOTENCY_CONFLICT'
  | 'INTERNAL_SERVER_ERROR'
  | Fault;

/** What passes: a client may ask again. `OVERLOADED` is said of a whole server, the others of a subgraph. */
export type Fault = 'SUBGRAPH_TIMEOUT' | 'SUBGRAPH_UNAVAILABLE' | 'OVERLOADED';
/** After how many seconds it may. */
export const RETRY_AFTER = 1;

/** Whether PostgreSQL takes a text: it has no U+0000, and UTF-8 has no half of a surrogate pair. */
export const isStorableText = (text: string): boolean => !text.includes('\u0000') && text.isWellFormed();

/** A text that PostgreSQL does not take, where it stands in a value, and why. */
export interface Unstorable {
  at: readonly string[];
  text: string;
  what: string;
}

/** The first text in a value that PostgreSQL does not take; null if there is none. */
export function unstorableText(value: unknown, at: readonly string[] = []): Unstorable | null {
  if (typeof value === 'string') {
    if (isStorableText(value)) return null;
    const what = value.includes('\u0000') ? 'the character U+0000' : 'half of a surrogate pair';
    return { at, text: value, what };
  }
  if (typeof value !== 'object' || value === null) return null;
  for (const [name, part] of Object.entries(value)) {
    const found = unstorableText(part, [...at, name]);
    if (found) return found;
  }
  return null;
}

/**
 * What is wrong with a value that PostgreSQL does not take, by its code. All of class 22, "data exception", are about
 * values, and values come from clients.
 */
const DATA_EXCEPTIONS: Readonly<Record<string, string>> = {
  '22001': 'A text is longer than what it is meant for.',
  '22003': 'A number is larger or smaller than what it is meant for.',
  '22007': 'A text that should be a date or a moment is none: one is written "2019-03-14".',
  '22008': 'A date or a moment is out of the range of dates: give one of the years 0001 to 9999.',
  '22021': 'A text holds the character U+0000, which nothing here has: leave it out.',
  '22P05': 'A text holds a character that nothing here has, such as U+0000: leave it out.',
};

/** What is wrong with a client's value, if it is that which the database says; null for anything else. */
function dataException(error: unknown): string | null {
  for (
    let cause = error as { code?: unknown; cause?: unknown } | null | undefined;
    cause;
    cause = cause.cause as never
  ) {
    const { code } = cause;
    if (typeof code !== 'string' || !/^22[0-9A-Z]{3}$/.test(code)) continue;
    return (
      DATA_EXCEPTIONS[code] ?? 'A value is not one that the database takes: compare it with what the schema says of it.'
    );
  }
  return null;
}

/** An error for the person at the other end: says what was wrong, with which value, and what would be right. */
export function problem(code: ErrorCode, message: string, extensions: Record<string, unknown> = {}): GraphQLError {
  return new GraphQLError(message, { extensions: { code, ...extensions } });
}

/**
 * What clients may see of an error: those raised for them pass, all others are reported to `log` and
 * replaced, so that no SQL, stack or path leaves the process.
 */
export function presentable(error: GraphQLError, source: string, log: (error: unknown) => void): GraphQLError {
  let cause: unknown = error;
  while (cause instanceof GraphQLError && cause.originalError) cause = cause.originalError;
  if (cause instanceof GraphQLError) {
    if (cause === error || Object.keys(error.extensions).length > 0) return error;
    return new GraphQLError(error.message, { nodes: error.nodes, path: error.path, extensions: cause.extensions });
  }
  const mistake = dataException(cause);
  if (mistake !== null) {
    const extensions = { code: 'BAD_USER_INPUT' satisfies ErrorCode };
    return new GraphQLError(mistake, { nodes: error.nodes, path: error.path, extensions });
  }
  log(cause);
  const fault = databaseFault(cause);
  const when = fault === 'SUBGRAPH_TIMEOUT' ? 'in time' : 'just now';
  return new GraphQLError(`The ${source} data could not be read ${when}; try again in a moment.`, {
    nodes: error.nodes,
    path: error.path,
    extensions: {
      code: fault ?? ('INTERNAL_SERVER_ERROR' satisfies ErrorCode),
      serviceName: source,
      ...(fault ? { retryAfter: RETRY_AFTER } : {}),
    },
  });
}

/** A statement or a lock took longer than it may. */
const LATE = new Set(['57014', '55P03', '25P03', '25P04']);
/** What passes of the faults of a database: it took too long, or is away; null for anything else. */
function databaseFault(error: unknown): Fault | null {
  for (
    let cause = error as { code?: unknown; message?: unknown; cause?: unknown } | null | undefined;
    cause;
    cause = cause.cause as never
  ) {
    const code = String(cause.code ?? '');
    if (cause instanceof TimeIsUp || cause instanceof NobodyWaits || LATE.has(code)) return 'SUBGRAPH_TIMEOUT';
    if (cause instanceof DatabaseAway || isAway(cause)) return 'SUBGRAPH_UNAVAILABLE';
  }
  return null;
}

/** Ends a transaction of which nothing is to be kept, since it was only to be tried. */
export class DryRun extends Error {}
