import {
  isEnumType,
  isNonNullType,
  type GraphQLInputField,
  type GraphQLInputObjectType,
  type GraphQLInputType,
} from 'graphql';
import { cellName, isCellError } from '../../../subgraphs/kit/import/spreadsheet.ts';
import type { UserErrorCode } from '../../../subgraphs/kit/write/submissions.ts';
import { reasonWritten } from '../../../subgraphs/kit/domain/markers.ts';
import { SubmissionRefused } from './body.ts';
import type { Csv, CsvRow, Delimiter } from './csv.ts';

/** What is wrong with a cell. */
export interface CellProblem {
  field: string;
  code: UserErrorCode;
  message: string;
  value: string | null;
}

/** A cell that cannot be what its column must hold. */
class BadCell extends Error {}

/** Longest piece of a cell that an error repeats. */
const MOST_REPEATED = 200;
const LARGEST_INT = 2 ** 31 - 1;

/** What is said of a cell whose formula came to nothing. */
const brokenCell = (text: string, place: number, line: number) =>
  `${shown(text)} in cell ${cellName(place, line)} is an error of the spreadsheet: mend its formula, or leave the cell empty.`;

/** What is written in a cell, as a sentence shows it. */
const shown = (text: string) => JSON.stringify(text.length > 60 ? `${text.slice(0, 60)}…` : text);

/** Columns are named as the fields of the row, in words or as in the schema: `Academic year`, `academicYear`. */
const nameOf = (column: string) => column.toLowerCase().replaceAll(/\([^)]*\)|[^\p{L}\p{N}]/gu, '');

/** Names under which a school may be given in place of its URN. */
const OTHER_IDENTIFIERS = ['ukprn', 'laestab'] as const;
export type OtherIdentifier = (typeof OTHER_IDENTIFIERS)[number];

/** What each column of a file is. */
export interface Columns {
  /** The field of the row that each column holds; null for one that holds none. */
  fields: (GraphQLInputField | null)[];
  /** The column that names the school, where none has its URN. */
  identifier: { name: OtherIdentifier; place: number } | null;
  /** Columns without a name, which must hold nothing, or it is not known what was meant. */
  nameless: number[];
  delimiter: Delimiter;
  type: GraphQLInputObjectType;
}

const mustHaveValue = ({ type, defaultValue }: GraphQLInputField) => isNonNullType(type) && defaultValue === undefined;

/** Which fields of a row the columns of a file hold. @throws SubmissionRefused */
export function columnsOf({ header, delimiter }: Csv, type: GraphQLInputObjectType, ignoreUnknown: boolean): Columns {
  const wrong = (message: string) => new SubmissionRefused(message, { line: 1 });
  const byName = new Map(Object.values(type.getFields()).map((field) => [nameOf(field.name), field]));
  const first = new Map<string, string>();
  const columns: Columns = { fields: [], identifier: null, nameless: [], delimiter, type };
  for (const [place, column] of header.entries()) {
    const name = nameOf(column);
    const field = byName.get(name) ?? null;
    const other = byName.has('urn') ? OTHER_IDENTIFIERS.find((each) => each === name) : undefined;
    columns.fields.push(field);
    if (!field && !other) {
      if (ignoreUnknown) continue;
      if (column.trim()) {
        const names = [...byName.values()].map((each) => each.name).join(', ');
        const remedy = 'leave it out, or have it passed over with `ignoreUnknownColumns=true`';
        throw wrong(`The column ${shown(column)} is none of ${names}: ${remedy}.`);
      }
      columns.nameless.push(place);
      continue;
    }
    const twin = first.get(name);
    if (twin !== undefined) {
      const both = `${shown(twin)} and ${shown(column)}`;
      throw wrong(`The columns ${both} are the same: leave out the one that is not meant.`);
    }
    first.set(name, column);
    if (other) columns.identifier ??= { name: other, place };
  }
  if (columns.fields.some((field) => field?.name === 'urn')) columns.identifier = null;
  for (const field of byName.values()) {
    const isThere = columns.fields.includes(field) || (field.name === 'urn' && columns.identifier);
    if (mustHaveValue(field) && !isThere) throw wrong(`The column "${field.name}" is missing.`);
  }
  return columns;
}

/** An identifier without what it may be written with: `970/2000` is `9702000`. */
export const identifierKey = (text: string) => text.replaceAll(/[\s/-]/g, '');

/**
 * A row of a submission, made of the cells of a line.
 * @param urns the URNs of the caller's schools, by the identifier that the file has in their place
 */
export function rowOf(
  { cells, line }: CsvRow,
  columns: Columns,
  urns: ReadonlyMap<string, string>,
): { row: Record<string, unknown>; problems: CellProblem[] } {
  const { fields, identifier, nameless, delimiter, type } = columns;
  const row: Record<string, unknown> = {};
  const problems: CellProblem[] = [];
  const bad = (field: string, message: string, value: string | null) => {
    const code = value === null ? 'MISSING' : 'INVALID';
    problems.push({ field, code, message, value: value?.slice(0, MOST_REPEATED) ?? null });
  };
  const textAt = (place: number) => (cells[place] ?? '').trim();
  const takesMarkers = type.getFields()['noValue'] !== undefined;
  let marked: { reason: string; text: string } | null = null;

  for (const [place, field] of fields.entries()) {
    const text = textAt(place);
    if (!field) continue;
    if (isCellError(text)) {
      bad(field.name, brokenCell(text, place, line), text);
      continue;
    }
    if (text === '') {
      if (mustHaveValue(field)) bad(field.name, `${field.name} is empty and must have a value.`, null);
      continue;
    }
    // A marker of the Department stands in place of a value, or of the number of pupils behind it.
    const reason = takesMarkers && !isNonNullType(field.type) ? reasonWritten(text) : null;
    if (reason && isNumeric(field.type)) {
      if (field.name === 'value') marked = { reason, text };
      continue;
    }
    try {
      row[field.name] = field.name === 'noValue' && reason ? reason : cellOf(field.type, text, delimiter);
    } catch (error) {
      if (!(error instanceof BadCell)) throw error;
      bad(field.name, error.message, text);
    }
  }
  if (marked) {
    const given = row['noValue'];
    if (given === undefined) {
      row['noValue'] = marked.reason;
    } else if (given !== marked.reason) {
      const meant = `The value is ${shown(marked.text)}, which means ${marked.reason}`;
      bad('noValue', `${meant}, and noValue says ${String(given)}.`, String(given));
    }
  }
  if (identifier) {
    const text = textAt(identifier.place);
    const urn = urns.get(identifierKey(text));
    if (urn !== undefined) row['urn'] = urn;
    else if (isCellError(text)) bad('urn', brokenCell(text, identifier.place, line), text);
    else if (text === '') bad('urn', `${identifier.name} is empty and must say which school it is.`, null);
    else bad('urn', `${shown(text)} is the ${identifier.name.toUpperCase()} of no school of your trust.`, text);
  }
  for (const place of nameless) {
    if (textAt(place)) bad('', `The column ${place + 1} has no name, and holds something in this row.`, textAt(place));
  }
  const surplus = cells.slice(fields.length).filter((text) => text.trim());
  if (surplus.length > 0) {
    bad('', `The row has ${cells.length} fields and the header ${fields.length}.`, surplus.join());
  }
  return { row, problems };
}

const innermost = (type: GraphQLInputType): GraphQLInputType =>
  isNonNullType(type) ? innermost(type.ofType as GraphQLInputType) : type;
const isNumeric = (type: GraphQLInputType) => ['Int', 'Float'].includes((innermost(type) as { name: string }).name);

/** A cell as its column's type wants it. @throws BadCell */
function cellOf(outer: GraphQLInputType, text: string, delimiter: Delimiter): unknown {
  const type = innermost(outer);
  if (isEnumType(type)) {
    const name = text.toUpperCase().replaceAll(/[\s-]+/g, '_');
    const value = type.getValues().find((each) => each.name === name);
    if (!value)
      throw new BadCell(
        `${shown(text)} is none of ${type
          .getValues()
          .map((each) => each.name)
          .join(', ')}.`,
      );
    return value.name;
  }
  const { name } = type as { name: string };
  if (name === 'Int') return wholeNumber(text, delimiter);
  if (name === 'Float') return number(text.replace(/\s?%$/, ''), delimiter);
  return text;
}

function wholeNumber(text: string, delimiter: Delimiter): number {
  const value = number(text, delimiter);
  const isWhole = Number.isInteger(value) && Math.abs(value) <= LARGEST_INT;
  if (!isWhole) throw new BadCell(`${shown(text)} is not a whole number.`);
  return value;
}

const PLAIN = /^-?\d+(\.\d+)?$/;
const WITH_THOUSANDS = /^-?[1-9]\d{0,2}(,\d{3})+(\.\d+)?$/;
const WITH_DECIMAL_COMMA = /^-?\d+,\d+$/;

/**
 * Reads a number: digits, a point before decimals, and commas only where thousands are. Where semicolons or tabs divide
 * the cells, a comma is more often one of decimals, so that it is not taken at all.
 * @throws BadCell
 */
function number(written: string, delimiter: Delimiter): number {
  const text = written.replace(/^\u2212/, '-');
  const isThousands = WITH_THOUSANDS.test(text);
  if (PLAIN.test(text) || (isThousands && delimiter === ',')) {
    const value = Number(text.replaceAll(',', ''));
    if (Number.isFinite(value)) return value;
  }
  const [whole, decimal] = [text.replaceAll(',', ''), text.replace(',', '.')];
  if (isThousands) throw new BadCell(`${shown(written)} may be ${whole} or ${decimal}: write it without a comma.`);
  if (WITH_DECIMAL_COMMA.test(text)) throw new BadCell(`${shown(written)} has a decimal comma: write ${decimal}.`);
  const likeThis = 'write digits, with a point before decimals, for instance 61 or 7.5';
  throw new BadCell(`${shown(written)} is not a number: ${likeThis}.`);
}
