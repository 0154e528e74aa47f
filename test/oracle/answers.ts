import type { ExecutionResult } from 'graphql';

/** In what a gateway's answer is not the right one. */
export type Difference =
  | 'data'
  | 'key order'
  | 'error missing'
  | 'error too many'
  | 'error at what is there'
  | 'internal error'
  | 'request not valid'
  | 'thrown'
  | 'hangs'
  | 'process ended';

type Path = readonly (string | number)[];
interface AnswerError {
  message: string;
  path?: Path;
  extensions?: Record<string, unknown>;
}
export interface Answer {
  data?: unknown;
  errors?: AnswerError[];
}

/** An answer as a client gets it. */
export const asJson = (result: ExecutionResult): Answer => JSON.parse(JSON.stringify(result)) as Answer;

/** Codes that say what went wrong. */
const KNOWN_CODES = new Set([
  'DOWNSTREAM_SERVICE_ERROR',
  'BAD_USER_INPUT',
  'GRAPHQL_VALIDATION_FAILED',
  'UNAUTHORIZED_FIELD',
  'BAD_CURSOR',
  'STALE_CURSOR',
  'PAGE_TOO_LARGE',
  'MEASURE_UNKNOWN',
  'SCOPE_UNKNOWN',
  'OUT_OF_SCOPE',
]);

/** Whether an error of the gateway is nobody's: neither a subgraph's, nor of a known kind, nor about a null. */
function isInternal({ message, extensions }: AnswerError): boolean {
  if (/^The subgraph ".*" failed/.test(message) || extensions?.['code'] === 'INTERNAL_SERVER_ERROR') return true;
  if (message.startsWith('Cannot return null for non-nullable')) return false;
  return extensions?.['serviceName'] === undefined && !KNOWN_CODES.has(String(extensions?.['code']));
}

/** Everything in which an answer differs from the right one; empty if it is the right one. */
export function differences(answer: Answer, right: Answer): Difference[] {
  const found = new Set<Difference>();
  if (answer.errors?.some(isInternal)) found.add('internal error');
  const [given, expected] = [answer.data ?? null, right.data ?? null];
  if (JSON.stringify(given) !== JSON.stringify(expected))
    found.add(sorted(given) === sorted(expected) ? 'key order' : 'data');
  const places = errorPlaces(answer);
  const expectedPlaces = errorPlaces(right);
  if (places.some(({ empty }) => !empty)) found.add('error at what is there');
  // Where the data is not the same, errors are about other places.
  if (!found.has('data')) {
    const has = new Set(places.map(({ place }) => place));
    const expects = new Set(expectedPlaces.map(({ place }) => place));
    if ([...expects].some((place) => !has.has(place))) found.add('error missing');
    if (places.some(({ place, empty }) => empty && !expects.has(place))) found.add('error too many');
  }
  return [...found];
}

/** Where errors left null: how far up is decided by the schema, so only the place that is null is compared. */
function errorPlaces({ data = null, errors = [] }: Answer): { place: string; empty: boolean }[] {
  return errors.map(({ path = [] }) => {
    let value: unknown = data;
    const place: (string | number)[] = [];
    for (const part of path) {
      const next: unknown =
        typeof value === 'object' && value !== null ? (value as Record<string | number, unknown>)[part] : undefined;
      if (next === undefined) break;
      place.push(part);
      value = next;
    }
    return { place: JSON.stringify(place), empty: value === null };
  });
}

const sorted = (value: unknown): string =>
  JSON.stringify(value, (_, each: unknown) =>
    typeof each === 'object' && each !== null && !Array.isArray(each)
      ? Object.fromEntries(Object.entries(each).toSorted(([one], [other]) => (one < other ? -1 : 1)))
      : each,
  );
