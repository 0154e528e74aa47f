import type { ApolloServer } from '@apollo/server';
import { CsvError, parse } from 'csv-parse/sync';
import type { FastifyInstance } from 'fastify';
import { isEnumType, isInputObjectType, isListType, isNonNullType, type GraphQLInputObjectType, type GraphQLInputType, type GraphQLSchema } from 'graphql';
import { MOST_ROWS, type Receipt, type UserError } from '../subgraphs/kit/submissions.ts';
import { ask, failure, refuse } from './ask.ts';
import type { RequestContext } from './supergraph.ts';

/** Mutations whose rows can come as CSV: those with flat rows. */
const OPERATIONS = ['submitOutcomes', 'updateRoll', 'recordEnrolments'] as const;

/** A cell that cannot be what its column must hold. */
class BadCell extends Error {}

/** Column names are the fields of the row, in words or as in the schema: `Academic year`, `academicYear`. */
const nameOf = (column: string) => column.toLowerCase().replace(/[^a-z]/g, '');

/**
 * `POST /submissions?operation=submitOutcomes&idempotencyKey=…`: the rows of a mutation as CSV, with the same checks
 * and the same receipt. Each error names the line that it is in, the header's being 1.
 */
export function registerSubmissions(app: FastifyInstance, apollo: ApolloServer<RequestContext>, schema: GraphQLSchema): void {
  const mutations = schema.getMutationType()?.getFields() ?? {};
  app.addContentTypeParser(['text/csv', 'application/csv'], { parseAs: 'buffer' }, (_, body, done) => done(null, body));
  app.post('/submissions', async (request, reply) => {
    const { operation = '', idempotencyKey, dryRun, onError } = request.query as Record<string, string | undefined>;
    const wrong = (message: string, line?: number) => reply.code(400).send(failure('BAD_USER_INPUT', message, line ? { line } : {}));
    const field = (OPERATIONS as readonly string[]).includes(operation) ? mutations[operation] : undefined;
    if (!field) return wrong(`\`operation\` is ${JSON.stringify(operation)}: it is one of ${OPERATIONS.join(', ')}.`);
    if (!Buffer.isBuffer(request.body)) return wrong('Send the rows as CSV, with `content-type: text/csv`.');
    const input = rowType(field.args.find(({ name }) => name === 'rows')!.type);

    let text: string;
    let lines: { record: string[]; info: { lines: number } }[];
    try {
      text = textOf(request.body);
      lines = parse(text, { bom: true, info: true, relax_column_count: true, skip_empty_lines: true, max_record_size: 100_000 }) as unknown as typeof lines;
    } catch (error) {
      if (!(error instanceof CsvError)) throw error;
      return wrong(`This is not CSV, or it is cut off: ${error.message}`);
    }
    const [header, ...rest] = lines;
    if (!header || !rest.length) return wrong('There are no rows: the first line names the columns, and the others hold the rows.');
    if (rest.length > MOST_ROWS) return wrong(`There are ${rest.length.toLocaleString('en-GB')} rows: at most ${MOST_ROWS.toLocaleString('en-GB')} are taken at once.`);
    if (!/[\r\n]$/.test(text) && rest.at(-1)!.record.length < header.record.length) return wrong('The file ends in the middle of a row: it is cut off, and nothing of it is written.', rest.at(-1)!.info.lines);
    const fields = new Map(Object.values(input.getFields()).map((each) => [nameOf(each.name), each]));
    const columns = header.record.map((name) => fields.get(nameOf(name)));
    const unknown = header.record.find((name, i) => !columns[i] && name.trim());
    if (unknown !== undefined) return wrong(`The column "${unknown}" is none of ${[...fields.values()].map(({ name }) => name).join(', ')}.`, 1);
    const missing = [...fields.values()].find((each) => isNonNullType(each.type) && each.defaultValue === undefined && !columns.includes(each));
    if (missing) return wrong(`The column "${missing.name}" is missing.`, 1);

    const errors: UserError[] = [];
    const rows: Record<string, unknown>[] = [];
    /** Which row of the file each row of the submission is. */
    const places: number[] = [];
    for (const [index, { record }] of rest.entries()) {
      const row: Record<string, unknown> = {};
      const before = errors.length;
      const bad = (name: string, message: string, value: string | null) => errors.push({ index, path: ['rows', String(index), name], code: value === null ? 'MISSING' : 'INVALID', message, value });
      for (const [i, column] of columns.entries()) {
        const text = (record[i] ?? '').trim();
        if (!column) continue;
        if (text === '') {
          if (isNonNullType(column.type) && column.defaultValue === undefined) bad(column.name, `${column.name} is empty and must have a value.`, null);
          continue;
        }
        try {
          row[column.name] = cell(column.type, text);
        } catch (error) {
          if (!(error instanceof BadCell)) throw error;
          bad(column.name, error.message, text.slice(0, 200));
        }
      }
      if (record.length > columns.length && record.slice(columns.length).some((text) => text.trim())) bad('', `The row has ${record.length} fields and the header ${columns.length}.`, record.slice(columns.length).join());
      if (errors.length === before) places.push(rows.push(row) && index);
    }

    const all = onError === 'REJECT_ALL';
    const answer = await ask(apollo, request.caller!, {
      query: `mutation ($rows: [${input.name}!]!, $key: String!, $dryRun: Boolean!, $onError: OnError!) { receipt: ${operation}(rows: $rows, idempotencyKey: $key, dryRun: $dryRun, onError: $onError) { id operation received written unchanged rejected dryRun replayed submittedAt userErrors { index path code message value } } }`,
      // With a cell that cannot be read nothing may be written, if that is what is asked for.
      variables: { rows, key: idempotencyKey, dryRun: dryRun === 'true' || (all && errors.length > 0), onError: onError ?? 'REJECT_ROW' },
    });
    const receipt = answer.data?.['receipt'] as Receipt | null | undefined;
    if (!receipt) return refuse(reply, answer);
    const found = receipt.userErrors.map((error) => ({ ...error, index: places[error.index]!, path: ['rows', String(places[error.index]), ...error.path.slice(2)] }));
    const userErrors = [...errors, ...found].sort((a, b) => a.index - b.index).map((error) => ({ ...error, line: rest[error.index]!.info.lines }));
    const bad = new Set(errors.map(({ index }) => index)).size;
    const none = all && userErrors.length > 0;
    return reply.send({ ...receipt, dryRun: dryRun === 'true', received: rest.length, ...(none ? { written: 0, unchanged: 0, rejected: rest.length } : { rejected: receipt.rejected + bad }), userErrors });
  });
}

/** UTF-8, or else Windows-1252, which spreadsheets still write. */
function textOf(body: Buffer): string {
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(body);
  } catch {
    return new TextDecoder('windows-1252').decode(body);
  }
}

function rowType(type: GraphQLInputType): GraphQLInputObjectType {
  if (isNonNullType(type) || isListType(type)) return rowType(type.ofType as GraphQLInputType);
  if (!isInputObjectType(type)) throw new Error(`${String(type)} is no input of rows.`);
  return type;
}

/** A cell as its column's type wants it. @throws BadCell */
function cell(type: GraphQLInputType, text: string): unknown {
  if (isNonNullType(type)) return cell(type.ofType as GraphQLInputType, text);
  if (isEnumType(type)) {
    const value = type.getValues().find(({ name }) => name === text.toUpperCase().replace(/[\s-]+/g, '_'));
    if (!value) throw new BadCell(`${JSON.stringify(text)} is none of ${type.getValues().map(({ name }) => name).join(', ')}.`);
    return value.name;
  }
  const { name } = type as { name: string };
  if (name === 'Int' || name === 'Float') {
    const number = Number(text.replace(/%$/, '').replaceAll(',', ''));
    if (!Number.isFinite(number) || (name === 'Int' && !Number.isInteger(number))) throw new BadCell(`${JSON.stringify(text)} is not a ${name === 'Int' ? 'whole number' : 'number'}.`);
    return number;
  }
  return text;
}
