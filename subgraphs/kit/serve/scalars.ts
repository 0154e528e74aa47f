import { GraphQLScalarType, Kind, type ValueNode } from 'graphql';
import { GraphQLURL } from 'graphql-scalars';
import { parseAcademicYear, parseDay } from '../domain/academicYear.ts';
import { problem } from '../domain/errors.ts';
import { URN } from '../domain/urn.ts';

/**
 * A scalar that travels as a string. Values from the database are right by constraint and pass as they are;
 * values from clients are parsed, and refused with a sentence that says what a right one looks like.
 */
function text(
  name: string,
  likeThis: string,
  parse: (value: string) => string | null,
): GraphQLScalarType<string, string> {
  const read = (value: unknown) => {
    const parsed = typeof value === 'string' || typeof value === 'number' ? parse(String(value).trim()) : null;
    if (parsed === null) throw problem('BAD_USER_INPUT', `${shown(value)} is not a ${name}: ${likeThis}.`);
    return parsed;
  };
  return new GraphQLScalarType<string, string>({
    name,
    serialize: (value) => (value instanceof Date ? value.toISOString() : (value as string)),
    parseValue: read,
    parseLiteral: (node: ValueNode) => read(node.kind === Kind.STRING || node.kind === Kind.INT ? node.value : null),
  });
}

/** A value as an error names it: what somebody sent by mistake may be very long. */
const shown = (value: unknown): string => {
  if (typeof value === 'string') return JSON.stringify(value.length > 100 ? `${value.slice(0, 100)}…` : value);
  return String(JSON.stringify(value)).slice(0, 100);
};

const matching = (pattern: RegExp) => (value: string) => (pattern.test(value) ? value : null);

/** A moment as ISO 8601 writes it: a day, or a day and a time with its distance from UTC. */
const MOMENT = /^(\d{4}-\d\d-\d\d)(T\d\d:\d\d(:\d\d(\.\d{1,9})?)?(Z|[+-]\d\d:\d\d))?$/;

const moment = (value: string) => {
  const day = MOMENT.exec(value)?.[1];
  if (!day || parseDay(day) === null || Number.isNaN(Date.parse(value))) return null;
  const utc = new Date(value).toISOString();
  // Its distance from UTC may take it out of the years that are dates.
  return parseDay(utc.slice(0, 10)) === null || utc.length !== 'YYYY-MM-DDTHH:MM:SS.sssZ'.length ? null : utc;
};

/** The scalars of the graph, by name. */
export const scalars: Record<string, GraphQLScalarType> = {
  URN: text('URN', 'a URN is six digits, for example "900123"', matching(URN)),
  UKPRN: text('UKPRN', 'a UKPRN is eight digits that begin with 1, for example "10080446"', matching(/^1\d{7}$/)),
  AcademicYear: text(
    'AcademicYear',
    'an academic year is written "2018/19", and also "2018-2019" or "201819"',
    parseAcademicYear,
  ),
  Date: text('Date', 'a date is written year-month-day, for example "2019-03-14"', parseDay),
  URL: GraphQLURL,
  DateTime: text('DateTime', 'a moment is written "2026-11-24T09:30:00Z"', moment),
  JSON: new GraphQLScalarType({ name: 'JSON' }),
  EventReferences: new GraphQLScalarType({ name: 'EventReferences' }),
  ChangeReferences: new GraphQLScalarType({ name: 'ChangeReferences' }),
};

/**
 * Gives the scalars of a schema that was built from SDL their parsing, so that a gateway refuses what a subgraph would.
 * Only for our own graph: another graph's `Date` may be something else.
 */
export function withScalars<Schema extends { getType(name: string): unknown }>(schema: Schema): Schema {
  for (const [name, scalar] of Object.entries(scalars)) {
    const type = schema.getType(name);
    if (type instanceof GraphQLScalarType) {
      Object.assign(type, {
        parseValue: scalar.parseValue,
        parseLiteral: scalar.parseLiteral,
        serialize: scalar.serialize,
      });
    }
  }
  return schema;
}
