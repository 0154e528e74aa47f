import { GraphQLError } from 'graphql';

/** Codes of errors that clients may rely on. */
export type ErrorCode = 'BAD_USER_INPUT' | 'BAD_CURSOR' | 'STALE_CURSOR' | 'PAGE_TOO_LARGE' | 'MEASURE_UNKNOWN' | 'UNAUTHORIZED_FIELD' | 'SCOPE_UNKNOWN' | 'OUT_OF_SCOPE' | 'TOO_MANY_ROWS' | 'IDEMPOTENCY_CONFLICT' | 'INTERNAL_SERVER_ERROR';

/** PostgreSQL's code for a character that no text can hold. */
const NOT_A_CHARACTER = '22021';

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
  if ((cause as { code?: unknown } | undefined)?.code === NOT_A_CHARACTER) return new GraphQLError('A text holds the character U+0000, which nothing here has: leave it out.', { nodes: error.nodes, path: error.path, extensions: { code: 'BAD_USER_INPUT' satisfies ErrorCode } });
  log(cause);
  return new GraphQLError(`The ${source} data could not be read just now; try again in a moment.`, {
    nodes: error.nodes,
    path: error.path,
    extensions: { code: 'INTERNAL_SERVER_ERROR', serviceName: source },
  });
}
