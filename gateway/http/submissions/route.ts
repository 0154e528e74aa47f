import type { ApolloServer } from '@apollo/server';
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import {
  coerceInputValue,
  isInputObjectType,
  isListType,
  isNonNullType,
  type GraphQLInputObjectType,
  type GraphQLInputType,
  type GraphQLSchema,
} from 'graphql';
import { SPREADSHEET_TYPE } from '../../../subgraphs/kit/import/spreadsheet.ts';
import { MOST_ROWS, type Receipt, type UserError } from '../../../subgraphs/kit/write/submissions.ts';
import { ask, refuse, type Answer } from '../ask.ts';
import { structureProblem } from '../jsonBody.ts';
import type { RequestContext } from '../../federation/supergraph.ts';
import { bytesOf, checkLength, SubmissionRefused, wholeBody } from './body.ts';
import { columnsOf, rowOf } from './cells.ts';
import { readCsv, readSheet } from './csv.ts';
import { createPace } from './pace.ts';
import { SchoolsNotAnswered, urnsByIdentifier } from './schools.ts';

/** Mutations whose rows can come as CSV: those with flat rows. */
const FLAT = ['submitOutcomes', 'updateRoll', 'recordEnrolments'];
/** Mutations whose rows can come as JSON. */
const OPERATIONS = [...FLAT, 'recordReview'];

/** What browsers and spreadsheets send CSV as. */
const CSV_TYPES = new Set(['text/csv', 'application/csv', 'text/tab-separated-values', 'application/vnd.ms-excel']);

/** What the address of a submission says about it. */
interface Settings {
  operation: string;
  idempotencyKey: string;
  dryRun: boolean;
  onError: string;
  ignoreUnknownColumns: boolean;
  acceptWarnings: boolean;
}

/** Rows as they were read, with those that could not be. */
interface ReadRows {
  received: number;
  rows: Record<string, unknown>[];
  /** Which row of what was sent each of `rows` is. */
  places: number[];
  errors: UserError[];
  /** Line of the file that a row is on; null where there are no lines. */
  lineOf: (index: number) => number | null;
}

/**
 * `POST /submissions?operation=submitOutcomes&idempotencyKey=…`: the rows of a mutation as CSV, or as a list of JSON,
 * with the same checks and the same receipt. A row that cannot be read fails itself, and no other. Each error of CSV
 * names the line that it is in, the header's being 1. Whether the client may write at all is asked before anything of
 * the body is read.
 */
export function registerSubmissions(
  app: FastifyInstance,
  apollo: ApolloServer<RequestContext>,
  schema: GraphQLSchema,
): void {
  const mutations = schema.getMutationType()?.getFields() ?? {};
  const inputOf = (operation: string) => rowType(mutations[operation]!.args.find(({ name }) => name === 'rows')!.type);
  const settingsOf = new WeakMap<FastifyRequest, Settings>();

  const mayWrite = async (request: FastifyRequest, reply: FastifyReply) => {
    const settings = settingsIn(request.query as Record<string, unknown>);
    checkLength(request.raw);
    checkType(request, settings.operation);
    settingsOf.set(request, settings);
    // The mutation itself is asked, with no rows, so that there is one place that decides who may write.
    const answer = await askFor(apollo, request, settings, {
      input: inputOf(settings.operation),
      rows: [],
      dryRun: true,
    });
    return answer.data?.['receipt'] ? undefined : refuse(reply, answer);
  };

  void app.register(async (route) => {
    // Bodies are read here, as they come.
    route.removeAllContentTypeParsers();
    route.addContentTypeParser('*', (_, payload, done) => done(null, payload));
    route.setErrorHandler((error, _, reply) => {
      if (error instanceof SchoolsNotAnswered) return refuse(reply, error.answer);
      throw error;
    });
    route.post('/submissions', { onRequest: mayWrite }, async (request, reply) => {
      const settings = settingsOf.get(request)!;
      const input = inputOf(settings.operation);
      const isJson = typeOf(request) === 'application/json';
      const read = isJson ? await jsonRows(request, input) : await csvRows(request, input, settings, apollo);
      const all = settings.onError === 'REJECT_ALL';
      // With a row that cannot be read nothing may be written, if that is what is asked for.
      const dryRun = settings.dryRun || (all && read.errors.length > 0);
      const answer = await askFor(apollo, request, settings, { input, rows: read.rows, dryRun });
      const receipt = answer.data?.['receipt'] as Receipt | null | undefined;
      return receipt ? reply.send(wholeReceipt(receipt, read, settings)) : refuse(reply, answer);
    });
  });
}

const typeOf = ({ headers }: FastifyRequest) => (headers['content-type'] ?? '').split(';')[0]!.trim().toLowerCase();

function checkType(request: FastifyRequest, operation: string): void {
  const type = typeOf(request);
  if (type === 'application/json') return;
  const asJson = 'as a list of JSON, with `content-type: application/json`';
  if (!CSV_TYPES.has(type) && type !== SPREADSHEET_TYPE) {
    const asCsv = 'as CSV, with `content-type: text/csv`, as .xlsx';
    throw new SubmissionRefused(`Send the rows ${asCsv}, or ${asJson}.`, { status: 415 });
  }
  if (!FLAT.includes(operation)) {
    throw new SubmissionRefused(`The rows of ${operation} are not flat: send them ${asJson}.`, { status: 415 });
  }
}

/** A parameter as a sentence repeats it. */
const shown = (text: string) => JSON.stringify(text.slice(0, 40));

/** @throws SubmissionRefused for whatever is not known, since a slip must not turn a check into a write */
function settingsIn(query: Record<string, unknown>): Settings {
  const given = new Map(Object.entries(query));
  const text = (name: string): string => {
    const value = given.get(name);
    given.delete(name);
    if (Array.isArray(value)) throw new SubmissionRefused(`\`${name}\` is given ${value.length} times: give it once.`);
    return typeof value === 'string' ? value : '';
  };
  const flag = (name: string): boolean => {
    const value = text(name);
    if (!['', 'true', 'false'].includes(value)) {
      throw new SubmissionRefused(`\`${name}\` is ${shown(value)}: it is true or false.`);
    }
    return value === 'true';
  };
  const operation = text('operation');
  if (!OPERATIONS.includes(operation)) {
    throw new SubmissionRefused(`\`operation\` is ${shown(operation)}: it is one of ${OPERATIONS.join(', ')}.`);
  }
  const settings: Settings = {
    operation,
    idempotencyKey: text('idempotencyKey'),
    dryRun: flag('dryRun'),
    onError: text('onError') || 'REJECT_ROW',
    ignoreUnknownColumns: flag('ignoreUnknownColumns'),
    acceptWarnings: flag('acceptWarnings'),
  };
  const [unknown] = given.keys();
  if (unknown !== undefined) {
    const known = Object.keys(settings).join(', ');
    throw new SubmissionRefused(`There is no parameter ${shown(unknown)}: there are ${known}.`);
  }
  return settings;
}

/** Asks for the mutation of a submission, whose receipt is answered as `receipt`. */
function askFor(
  apollo: ApolloServer<RequestContext>,
  { caller }: FastifyRequest,
  { operation, idempotencyKey, onError, acceptWarnings }: Settings,
  { input, rows, dryRun }: { input: GraphQLInputObjectType; rows: readonly object[]; dryRun: boolean },
): Promise<Answer> {
  const warnings = acceptWarnings ? ', acceptWarnings: true' : '';
  return ask(apollo, caller!, {
    query: `mutation ($rows: [${input.name}!]!, $key: String!, $dryRun: Boolean!, $onError: OnError!) {
      receipt: ${operation}(rows: $rows, idempotencyKey: $key, dryRun: $dryRun, onError: $onError${warnings}) {
        id operation received written unchanged rejected dryRun replayed submittedAt
        userErrors { index path code message value }
        warnings { index path code message value }
      }
    }`,
    variables: { rows, key: idempotencyKey, dryRun, onError },
  });
}

function rowType(type: GraphQLInputType): GraphQLInputObjectType {
  if (isNonNullType(type) || isListType(type)) return rowType(type.ofType as GraphQLInputType);
  if (!isInputObjectType(type)) throw new Error(`${String(type)} is no input of rows.`);
  return type;
}

async function csvRows(
  request: FastifyRequest,
  input: GraphQLInputObjectType,
  { ignoreUnknownColumns }: Settings,
  apollo: ApolloServer<RequestContext>,
): Promise<ReadRows> {
  const isSheet = typeOf(request) === SPREADSHEET_TYPE;
  const csv = isSheet
    ? await readSheet(await wholeBody(request.raw), MOST_ROWS)
    : await readCsv(bytesOf(request.raw), MOST_ROWS);
  const columns = columnsOf(csv, input, ignoreUnknownColumns);
  const { identifier } = columns;
  const noUrns = new Map<string, string>();
  const urns = identifier ? await urnsByIdentifier(apollo, request.caller!, identifier.name) : noUrns;
  const lineOf = (index: number) => csv.rows[index]!.line;
  const read: ReadRows = { received: csv.rows.length, rows: [], places: [], errors: [], lineOf };
  const pace = createPace();
  for (const [index, each] of csv.rows.entries()) {
    const { row, problems } = rowOf(each, columns, urns);
    for (const { field, ...problem } of problems) {
      read.errors.push({ index, path: ['rows', String(index), field], ...problem });
    }
    if (problems.length === 0) {
      read.rows.push(row);
      read.places.push(index);
    }
    await pace();
  }
  return read;
}

async function jsonRows(request: FastifyRequest, input: GraphQLInputObjectType): Promise<ReadRows> {
  const found = listIn((await wholeBody(request.raw)).toString());
  const read: ReadRows = { received: found.length, rows: [], places: [], errors: [], lineOf: () => null };
  const pace = createPace();
  for (const [index, row] of found.entries()) {
    const before = read.errors.length;
    coerceInputValue(row, input, (path, value, { message }) => {
      const text = typeof value === 'object' ? JSON.stringify(value) : String(value);
      const place = ['rows', String(index), ...path.map(String)];
      read.errors.push({ index, path: place, code: 'INVALID', message, value: text.slice(0, 200) });
    });
    if (read.errors.length === before) {
      read.rows.push(row as Record<string, unknown>);
      read.places.push(index);
    }
    await pace();
  }
  return read;
}

/** @throws SubmissionRefused */
function listIn(text: string): unknown[] {
  const problem = structureProblem(text);
  if (problem !== null) throw new SubmissionRefused(problem);
  let value: unknown;
  try {
    value = JSON.parse(text);
  } catch (error) {
    throw new SubmissionRefused(`The body is not JSON: ${(error as Error).message}`);
  }
  if (!Array.isArray(value) || value.length === 0) throw new SubmissionRefused('Send a list of rows: [{ … }, { … }].');
  if (value.length > MOST_ROWS) {
    const [count, most] = [value.length, MOST_ROWS].map((number) => number.toLocaleString('en-GB'));
    throw new SubmissionRefused(`There are ${count} rows: at most ${most} are taken at once.`);
  }
  return value;
}

type PlacedInRow = Pick<UserError, 'index' | 'path'>;

/** The receipt with the rows that could not be read, and with all rows where they stand in what was sent. */
function wholeReceipt(
  receipt: Receipt,
  { received, errors, places, lineOf }: ReadRows,
  { dryRun, onError }: Settings,
): object {
  const placed = <Found extends PlacedInRow>(found: readonly Found[]) =>
    found.map((each) => {
      const index = places[each.index]!;
      return { ...each, index, path: ['rows', String(index), ...each.path.slice(2)] };
    });
  const withLines = <Found extends PlacedInRow>(found: readonly Found[]) =>
    found.toSorted((a, b) => a.index - b.index).map((each) => ({ ...each, line: lineOf(each.index) }));
  const userErrors = withLines([...errors, ...placed(receipt.userErrors)]);
  const warnings = withLines(placed(receipt.warnings));
  const unread = new Set(errors.map(({ index }) => index)).size;
  const isNothingWritten = onError === 'REJECT_ALL' && receipt.rejected + unread > 0;
  const none = { written: 0, unchanged: 0, rejected: received };
  const counts = isNothingWritten ? none : { rejected: receipt.rejected + unread };
  return { ...receipt, dryRun, received, ...counts, userErrors, warnings };
}
