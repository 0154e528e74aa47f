/**
 * By how much a row of an authority or of England must fit another better when its end is moved by one column. Of the
 * Department's files, in any order of columns, none comes to 1.3; one that has lost a field comes to dozens.
 */
const MOVED = 2;

interface AggregateRow {
  line: number;
  fields: readonly string[];
}

const NUMBER = /^-?\d+(?:\.\d+)?%?$/;

/** How little two cells are alike, from 0 to 1. */
function difference(one = '', other = ''): number {
  const [a, b] = [one.trim(), other.trim()];
  if (a === b) return 0;
  if (!NUMBER.test(a) || !NUMBER.test(b)) return 1;
  const [x, y] = [Number.parseFloat(a), Number.parseFloat(b)];
  if (a.endsWith('%') !== b.endsWith('%') && x && y) return 1;
  return x === y ? 0 : Math.min(1, Math.abs(x - y) / (Math.abs(x) + Math.abs(y)));
}

/** The place from which on the fields of two rows fit better when those of one are moved by one column; null if there is none. */
export function movedFrom(row: readonly string[], other: readonly string[]): number | null {
  const last = Math.max(row.length, other.length) - 1;
  let best = { gain: 0, place: 0 };
  for (const step of [-1, 1]) {
    let gain = 0;
    for (let place = last; place > 0; place--) {
      gain += difference(row[place], other[place]) - difference(row[place], other[place - step]);
      if (gain > best.gain) best = { gain, place };
    }
  }
  return best.gain >= MOVED ? best.place : null;
}

/** Compares the rows of authorities and of all of England with that of England's state-funded schools. */
export class Alignment {
  private readonly rows: AggregateRow[] = [];
  private england: AggregateRow | undefined;

  take(line: number, fields: readonly string[], isEngland: boolean): void {
    const row = { line, fields: [...fields] };
    if (isEngland) this.england ??= row;
    else this.rows.push(row);
  }

  /** A row that has a field too many or too few, or whose counterpart has; null if all stand as they should. */
  odd(): { line: number; england: number; place: number } | null {
    const { england } = this;
    if (!england) return null;
    for (const { line, fields } of this.rows) {
      const place = movedFrom(fields, england.fields);
      if (place !== null) return { line, england: england.line, place };
    }
    return null;
  }
}
