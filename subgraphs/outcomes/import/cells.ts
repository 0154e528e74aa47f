import { rangeOf } from '../measures.ts';
import type { Measure } from '../types.ts';

/** A cell: a number, a marker in its place, or what is wrong with it. */
export type Cell = { value: number; marker: null } | { value: null; marker: string } | { wrong: string };

const NUMBER = /^-?\d+(\.\d+)?(%?)$/;

/** Markers as the Department explains them (`abbreviations`), and the lower-case ones of its statistics; blank is one, too. */
const MARKERS = new Set([
  '',
  'SUPP',
  'SUPPMAT',
  'NE',
  'NP',
  'LOWCOV',
  'NA',
  'NEW',
  'SP',
  'SN',
  'RE',
  'C',
  'Z',
  'X',
  'LOW',
  'K',
  'U',
]);

/** The value of a measure: in its range, or one of the markers. */
export function readValue(cell: string, { code, unit }: Pick<Measure, 'code' | 'unit'>): Cell {
  const number = NUMBER.exec(cell);
  if (!number)
    return MARKERS.has(cell.toUpperCase())
      ? { value: null, marker: cell }
      : { wrong: 'is neither a number nor one of the markers (SUPP, NE, NP, LOWCOV, NA, NEW, …)' };
  if (number[2] && unit !== 'PERCENT') return { wrong: `is a percentage, and ${code} is none` };
  const value = Number.parseFloat(cell);
  const [least, most] = rangeOf({ code, unit });
  if (value >= least && value <= most) return { value, marker: null };
  return {
    wrong:
      unit === 'PERCENT'
        ? 'is not a percentage from 0 to 100'
        : `is no value of ${code}, which is from ${least} to ${most}`,
  };
}

/** A number that stands beside a value, such as a limit; a marker is no value. */
export function readBeside(cell: string, least = -100, most = 100): Cell {
  const number = NUMBER.exec(cell);
  if (!number)
    return MARKERS.has(cell.toUpperCase())
      ? { value: null, marker: cell }
      : { wrong: 'is neither a number nor one of the markers' };
  const value = Number.parseFloat(cell);
  return value >= least && value <= most ? { value, marker: null } : { wrong: `is not from ${least} to ${most}` };
}

/** A number of pupils: whole, with or without commas between thousands; or a marker. */
export function readCount(cell: string): Cell {
  if (MARKERS.has(cell.toUpperCase())) return { value: null, marker: cell };
  const plain = /^\d{1,3}(,\d{3})+$/.test(cell) ? cell.replaceAll(',', '') : cell.replace(/\.0+$/, '');
  return /^\d{1,8}$/.test(plain)
    ? { value: Number(plain), marker: null }
    : { wrong: 'is not a whole number of pupils' };
}
