import { readFileSync } from 'node:fs';
import { parse } from 'csv-parse/sync';
import { startOf } from '../../kit/domain/academicYear.ts';
import type { Level } from '../entities.ts';
import type { PupilGroup } from '../types.ts';

/** Kinds of files whose columns stand in the table. */
export type LayoutKind = 'ks2' | 'ks4' | 'mats' | 'ks2-mats' | 'census' | 'absence';
/** Whether the Department publishes a column in a year; `MAYBE` where that is not known. */
export type Publication = 'PUBLISHED' | 'MAYBE' | 'NOT_PUBLISHED';

/** A line of `layouts.csv`. Each column may have had several names: the first of them that a file has is read. */
export interface LayoutLine {
  kind: LayoutKind;
  /** The code of a measure, or the name of a characteristic. */
  of: string;
  /** The pupils it is about; null for a characteristic. */
  group: PupilGroup | null;
  column: string[];
  /** The number of pupils behind it. */
  pupils: string[];
  /** The percentage of these pupils whom a progress score covers. */
  coverage: string[];
  lower: string[];
  upper: string[];
  /** The gap to other pupils nationally. */
  gap: string[];
  published(year: string): Publication;
}

/** Columns of a line, beside that of its values. */
export const COMPANIONS = ['pupils', 'coverage', 'lower', 'upper', 'gap'] as const;

/** Whose row it is, by RECTYPE, which differs by key stage: the Department's descriptions of the columns say so. */
export const RECORD_TYPES: Record<'ks2' | 'ks4', ReadonlyMap<string, Level>> = {
  ks2: new Map([
    ['1', 'SCHOOL'],
    ['2', 'SCHOOL'],
    ['3', 'LOCAL_AUTHORITY'],
    ['4', 'ENGLAND_ALL'],
    ['5', 'ENGLAND_STATE_FUNDED'],
  ]),
  ks4: new Map([
    ['1', 'SCHOOL'],
    ['2', 'SCHOOL'],
    ['4', 'LOCAL_AUTHORITY'],
    ['5', 'ENGLAND_ALL'],
    ['7', 'ENGLAND_STATE_FUNDED'],
  ]),
};

/** `2015/16-2022/23 (2025/26-)`: from and to which years it is published, and in brackets those for which that is not known. */
function publicationOf(years: string): (year: string) => Publication {
  const spans = [...years.matchAll(/(\()?(\d{4})\/\d\d(-)?(?:(\d{4})\/\d\d)?/g)].map(([, open, from, dash, to]) => ({
    from: Number(from),
    to: to ? Number(to) : dash ? Infinity : Number(from),
    publication: (open ? 'MAYBE' : 'PUBLISHED') as Publication,
  }));
  return (year) =>
    spans.find(({ from, to }) => startOf(year) >= from && startOf(year) <= to)?.publication ?? 'NOT_PUBLISHED';
}

const namesOf = (text: string) =>
  text
    .split('|')
    .map((name) => name.trim())
    .filter(Boolean);

/** The catalogue of layouts: which measures and groups stand in which kind of file, in which years, under which columns. */
export const LAYOUTS: LayoutLine[] = (
  parse(readFileSync(new URL('layouts.csv', import.meta.url)), { columns: true }) as Record<string, string>[]
).map((line) => ({
  kind: line['kind'] as LayoutKind,
  of: line['of']!,
  group: (line['group'] || null) as PupilGroup | null,
  column: namesOf(line['column']!),
  pupils: namesOf(line['pupils']!),
  coverage: namesOf(line['coverage']!),
  lower: namesOf(line['lower']!),
  upper: namesOf(line['upper']!),
  gap: namesOf(line['gap']!),
  published: publicationOf(line['years']!),
}));
