import { suggestionList } from 'graphql/jsutils/suggestionList.js';
import { parseAcademicYear } from '../domain/academicYear.ts';
import { isUrn } from '../domain/urn.ts';

/** Reads the text of a field, which is trimmed and not empty. Throws a `BadValue` that says what would be right. */
export type Read<T = unknown> = ((text: string) => T) & {
  /** The words that it takes, if it takes no others. */
  words?: readonly string[];
};

/** A heading without what differs from one export to another: case, and whatever stands between its words. */
export const bareHeading = (name: string): string => name.toLowerCase().replaceAll(/[^\p{L}\p{N}]/gu, '');

export class BadValue extends Error {}

/** One line of a column table: where a value stands in the file, what it is called in a row, how it is read. */
export interface Column {
  /** Name in the header; the first of several that the file has. */
  from: string | readonly string[];
  to: string;
  read: Read;
  /** `column`: the file must have it. `value`: each row must have a value. Otherwise the file may lack it. */
  must?: 'column' | 'value';
}

export const text: Read<string> = (value) => value;

export const integer: Read<number> = (value) => {
  if (!/^-?\d+$/.test(value)) throw new BadValue('is not a whole number');
  return Number(value);
};

export const count: Read<number> = (value) => {
  if (!/^\d+$/.test(value)) throw new BadValue('is not a whole number of 0 or more');
  return Number(value);
};

export const percent: Read<number> = (value) => {
  const number = Number(value.replace(/%$/, ''));
  if (!(number >= 0 && number <= 100)) throw new BadValue('is not a percentage from 0 to 100');
  return number;
};

/** `dd-mm-yyyy`, `dd/mm/yyyy` and `yyyy-mm-dd`, as the register's downloads have had over the years; an export may add midnight. */
export const date: Read<string> = (written) => {
  const value = written.replace(/[ T]00:00(?::00(?:\.0+)?)?Z?$/, '');
  const british = /^(\d{1,2})([-/])(\d{1,2})\2(\d{4})$/.exec(value);
  const iso = british ? `${british[4]}-${british[3]!.padStart(2, '0')}-${british[1]!.padStart(2, '0')}` : value;
  const parsed = /^\d{4}-\d{2}-\d{2}$/.test(iso) ? new Date(iso) : null;
  if (!parsed || Number.isNaN(parsed.getTime()) || parsed.toISOString().slice(0, 10) !== iso)
    throw new BadValue('is not a date: write 14-03-2019, 14/03/2019 or 2019-03-14');
  return iso;
};

export const urn: Read<string> = (value) => {
  if (!isUrn(value)) throw new BadValue('is not a URN: a URN is six digits');
  return value;
};

/** Copies that went through a spreadsheet have `10060695.0`. */
export const ukprn: Read<string> = (value) => {
  const digits = value.replace(/\.0$/, '');
  if (!/^1\d{7}$/.test(digits)) throw new BadValue('is not a UKPRN: a UKPRN is eight digits that begin with 1');
  return digits;
};

export const academicYear: Read<string> = (value) => {
  const year = parseAcademicYear(value);
  if (!year) throw new BadValue('is not an academic year: write 2018/19');
  return year;
};

/** A web address, with or without `http://`; null for what is none, as the register is full of them. */
export const website: Read<string | null> = (value) => {
  const url = URL.parse(/^https?:\/\//i.test(value) ? value : `http://${value}`);
  return url && url.hostname.includes('.') && !/[\s@]/.test(value) ? url.href : null;
};

/** One of a list of words; in the file as they stand on the left, in a row as on the right. */
export function oneOf<T>(words: Record<string, T>): Read<T> {
  const read = (value: string) => {
    if (!Object.hasOwn(words, value))
      throw new BadValue(
        `is none of ${Object.keys(words)
          .map((word) => `"${word}"`)
          .join(', ')}`,
      );
    return words[value]!;
  };
  return Object.assign(read, { words: Object.keys(words) });
}

/** One of a list of words that are the same in a row; in the file in any case, with spaces or underscores. */
export function word<T extends string>(...words: readonly T[]): Read<T> {
  const plain = (value: string) => value.toUpperCase().replaceAll(/[\s_-]+/g, ' ');
  const exact = oneOf(Object.fromEntries(words.map((each) => [each, each]))) as Read<T>;
  const read = (value: string) => exact(words.find((each) => plain(each) === plain(value)) ?? value);
  return Object.assign(read, { words });
}

/** Names of a header that may be meant by another one, the likeliest first. */
export function alike(name: string, header: readonly string[]): string[] {
  return suggestionList(
    name,
    header.filter((other) => Math.abs(other.length - name.length) <= 6),
  ).slice(0, 3);
}
