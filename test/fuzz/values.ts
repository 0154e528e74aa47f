import { getNamedType, isEnumType, isInputObjectType, type GraphQLInputType } from 'graphql';
import type { Random } from '../../gateway/demo/random.ts';

/** A value as a client might send it: as JSON, and as it is written in a document. */
export type Value = null | boolean | number | string | Value[] | { [name: string]: Value };

/** Identifiers that the demo network has, by the kind of argument that takes them. */
export interface KnownIds {
  urns: readonly string[];
  trusts: readonly string[];
  hubs: readonly string[];
  reviews: readonly string[];
  outcomes: readonly string[];
}

/** Texts that have broken something somewhere. */
const ODD_TEXTS = [
  '',
  ' ',
  '0',
  '-1',
  'null',
  '__proto__',
  'constructor',
  'toString',
  "'; drop table schools.school; --",
  '%_\\',
  '\u0000',
  '\ud800',
  '\udfff\ud800',
  '\u202e\u200b',
  '🏫'.repeat(50),
  'é'.normalize('NFD'),
  'x'.repeat(201),
  'x'.repeat(5_000),
  '{"a":1}',
  '../../etc/passwd',
  '${7*7}',
  'İstanbul ẞ',
];
const ODD_NUMBERS = [-1, 0, 101, 500, 2 ** 31 - 1, 2 ** 31, -(2 ** 31) - 1, 2 ** 53, 1e308, 0.1, -0, 1e-320];
const DATES = ['2020-01-01', '2025-09-01', '2019-03-14'];
const ODD_DATES = [
  '0000-01-01',
  '2020-02-30',
  '9999-12-31',
  '10000-01-01',
  '20-1-1',
  '2020-01-01T00:00:00Z',
  '-0001-01-01',
];
const MOMENTS = ['2025-01-01T00:00:00Z', '2026-06-30T12:00:00+01:00'];
const ODD_MOMENTS = ['+275760-09-13T00:00:00Z', '0000-01-01T00:00:00Z', '2025-01-01', '2025-13-01T00:00:00Z', 'now'];
const YEARS = ['2018/19', '2023/24', '2024/25', '2025/26'];
const ODD_YEARS = ['0000/01', '9999/00', '2018-19', '2018/20', '18/19', '2018'];
const MEASURES = ['PTRWM_EXP', 'P8MEA', 'READPROG', 'ATT8SCR'];
const SEARCHES = ['nether', 'orinmere primary', 'GU1', '900374', 'phonics', 'hub'];

/** Values for the scalars of the schema: mostly such as the demo network has, now and then odd ones. */
export class Values {
  private readonly random: Random;
  private readonly known: KnownIds;
  /** Cursors that answers have given. */
  readonly cursors: string[] = [];

  constructor(random: Random, known: KnownIds) {
    this.random = random;
    this.known = known;
  }

  scalar(type: string, argument: string): Value {
    const { random } = this;
    if (random.chance(0.04)) return this.anything();
    const odd = random.chance(0.08);
    switch (type) {
      case 'Boolean':
        return random.chance(0.5);
      case 'Int':
        return odd ? random.pick(ODD_NUMBERS) : random.chance(0.06) ? 100 : random.whole(1, 5);
      case 'Float':
        return odd ? random.pick(ODD_NUMBERS) : random.whole(0, 100);
      case 'Date':
        return random.pick(odd ? ODD_DATES : DATES);
      case 'DateTime':
        return random.pick(odd ? ODD_MOMENTS : MOMENTS);
      case 'AcademicYear':
        return random.pick(odd ? ODD_YEARS : YEARS);
      case 'URN':
        return odd ? random.pick(ODD_TEXTS) : random.pick(this.known.urns);
      default:
        return odd ? random.pick(ODD_TEXTS) : this.text(argument);
    }
  }

  private text(argument: string): string {
    const { random, known } = this;
    switch (argument) {
      case 'after':
      case 'before':
      case 'since':
        return this.cursor();
      case 'uid':
      case 'trust':
        return random.pick(known.trusts);
      case 'hub':
        return random.pick(known.hubs);
      case 'measure':
      case 'measures':
      case 'code':
        return random.pick(MEASURES);
      case 'id':
        return random.pick([known.hubs, known.reviews, known.outcomes][random.whole(0, 2)]!);
      case 'search':
        return random.pick(SEARCHES);
      case 'idempotencyKey':
        return `fuzz-${random.whole(1, 1_000_000)}`;
      default:
        return random.pick([...SEARCHES, random.pick(known.urns), '970', 'STAFF']);
    }
  }

  /** A cursor that an answer gave, or one with something else in it. */
  private cursor(): string {
    const { random } = this;
    const cursor = this.cursors.length > 0 ? random.pick(this.cursors) : 'WyJhIl0';
    if (random.chance(0.7)) return cursor;
    const decoded = Buffer.from(cursor, 'base64url').toString();
    const other = random.pick(['0000-01-01', '\u0000', '99999999999999999999', '"', 'NaN', '2020-02-30', '[]']);
    return Buffer.from(decoded.replace(/[\w-]{2,}/, other)).toString('base64url');
  }

  /** A value that need not fit its place at all. */
  anything(): Value {
    const { random } = this;
    const simple: Value[] = [null, true, random.pick(ODD_NUMBERS), random.pick(ODD_TEXTS), [], {}];
    const value = random.pick(simple);
    if (random.chance(0.3)) return [value, value];
    if (random.chance(0.2)) return { [random.pick(['__proto__', 'constructor', 'urn', 'a'])]: value };
    return value;
  }
}

/** A value as it is written in a document, at a place of a type; without one, words are texts. */
export function literal(value: Value, given?: GraphQLInputType): string {
  const type = given && getNamedType(given);
  if (Array.isArray(value)) return `[${value.map((each) => literal(each, type)).join(', ')}]`;
  if (typeof value === 'object' && value !== null) {
    const fields = isInputObjectType(type) ? type.getFields() : {};
    const written = Object.entries(value).map(([name, each]) => {
      const field = Object.hasOwn(fields, name) ? fields[name]!.type : undefined;
      return `${name}: ${literal(each, field)}`;
    });
    return `{ ${written.join(', ')} }`;
  }
  if (isEnumType(type) && typeof value === 'string') return value;
  return JSON.stringify(value);
}
