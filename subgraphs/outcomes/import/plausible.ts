import type { EntityManager } from '@mikro-orm/postgresql';
import type { ImportSession } from '../../kit/import/kind.ts';
import type { Level } from '../entities.ts';
import type { PupilGroup } from '../types.ts';
import { measureOf, rangeOf } from '../measures.ts';

/** Fewer values of schools than this say nothing of a distribution. */
const ENOUGH = 20;
/** A median that moves by more than this part of a unit's range is unlikely: 20 points of a percentage. */
const MEDIAN_MOVES = 0.2;
/** The share of markers is unlikely if it is twice that of the year before, and this much more. */
const MARKERS_MORE = 0.1;
/** An authority's or England's value is this far from the mean of its schools, in points: that is said. */
const FAR_FROM_MEAN = 3;
/** That is only said where the schools have this share of its pupils. */
const MOST_PUPILS = 0.8;

/** The cells of one measure and group. */
export interface Column {
  measureCode: string;
  pupilGroup: string;
  name: string;
  published: boolean;
  values: number[];
  markers: number;
  /** Pupil-weighted sums of state-funded schools, by authority. */
  schools: Map<string, { sum: number; pupils: number }>;
  /** Values of authorities and of England, with their pupils. */
  benchmarks: { level: Level; subject: string; value: number; pupils: number }[];
}

/** Looks at the figures of a file together, before anything is kept. */
export class Plausibility {
  private readonly columns: Column[] = [];
  private readonly authorities = new Set<string>();

  /** A measure and group whose cells will come. */
  column(measureCode: string, pupilGroup: PupilGroup, name: string, published: boolean): Column {
    const column: Column = {
      measureCode,
      pupilGroup,
      name,
      published,
      values: [],
      markers: 0,
      schools: new Map(),
      benchmarks: [],
    };
    this.columns.push(column);
    return column;
  }

  /** A cell of a school. */
  school(
    column: Column,
    value: number | null,
    pupils: number | null,
    authority: string | null,
    stateFunded: boolean | null,
  ): void {
    if (authority) this.authorities.add(authority);
    if (value === null) {
      column.markers++;
      return;
    }
    column.values.push(value);
    if (!pupils || stateFunded === false || !authority) return;
    let sum = column.schools.get(authority);
    if (!sum) column.schools.set(authority, (sum = { sum: 0, pupils: 0 }));
    sum.sum += value * pupils;
    sum.pupils += pupils;
  }

  /** A cell of an authority, or of England's state-funded schools. */
  benchmark(column: Column, level: Level, subject: string, value: number | null, pupils: number | null): void {
    if (value !== null && pupils) column.benchmarks.push({ level, subject, value, pupils });
  }

  /** Refuses figures that are unlikely, unless they are accepted; says what is odd. */
  async check(session: ImportSession, title: string, year: string): Promise<void> {
    const { report, file, refuse } = session;
    const unlikely = [
      ...this.fractions(),
      ...this.empty(),
      ...(await this.moved(session.em, title, year, file.fictional)),
    ];
    report.notes.push(...this.farFromMean());
    if (!unlikely.length) return;
    const list = `${unlikely.slice(0, 5).join('; ')}${unlikely.length > 5 ? `; and ${unlikely.length - 5} more` : ''}`;
    if (file.acceptUnusual) report.notes.push(`unusual, and accepted so: ${list}`);
    else refuse(`unlikely figures: ${list}. Correct the file, or take it as it is with --accept-unusual.`);
  }

  /** Percentages whose largest is at most 1 are fractions: one column of them, or all together. */
  private fractions(): string[] {
    const percentages = this.columns.filter(
      ({ measureCode, values }) => measureOf(measureCode)?.unit === 'PERCENT' && values.length,
    );
    const isFraction = ({ values }: Column) =>
      Math.max(...values) <= 1 && values.some((value) => value > 0 && value < 1);
    const found = percentages.filter(
      (column) =>
        column.values.length >= 5 &&
        isFraction(column) &&
        column.values.filter((value) => value > 0).length > column.values.length / 2,
    );
    if (!found.length && percentages.some(isFraction) && percentages.every(({ values }) => Math.max(...values) <= 1))
      found.push(...percentages);
    return found.map(
      ({ name, values }) =>
        `the largest of ${values.length} percentages in ${name} is ${Math.max(...values)}: these are fractions, 0.47 for 47%`,
    );
  }

  /** What was published has values, where there are many schools. */
  private empty(): string[] {
    return this.columns
      .filter(
        ({ published, pupilGroup, values, markers }) =>
          published && pupilGroup === 'ALL' && !values.length && markers >= ENOUGH,
      )
      .map(({ name, markers }) => `${name} was published that year, and not one of ${markers} schools has a value`);
  }

  /** Columns that are not what they were the year before, for the same authorities. */
  private async moved(em: EntityManager, title: string, year: string, fictional: boolean): Promise<string[]> {
    if (!this.authorities.size) return [];
    const [last] = (await em.execute(
      `select academic_year as year from result_file where split_part(title, ', 20', 1) = ? and academic_year < ? and fictional = ? order by 1 desc limit 1`,
      [title, year, fictional],
    )) as { year: string }[];
    if (!last) return [];
    const rows = (await em.execute(
      `select measure_code as code, pupil_group as "group", academic_year as year,
        percentile_cont(0.5) within group (order by value) as median, count(value)::int as values, count(marker)::int as markers
      from result
      where level = 'SCHOOL' and source = 'PUBLISHED' and file_id is not null and academic_year = ?
        and measure_code = any(string_to_array(?, ' ')) and local_authority_code = any(string_to_array(?, ' '))
      group by 1, 2, 3`,
      [
        last.year,
        [...new Set(this.columns.map(({ measureCode }) => measureCode))].join(' '),
        [...this.authorities].join(' '),
      ],
    )) as { code: string; group: string; year: string; median: number; values: number; markers: number }[];
    const before = new Map(rows.map((row) => [`${row.code} ${row.group}`, row]));
    return this.columns.flatMap(({ measureCode, pupilGroup, name, published, values, markers }) => {
      const old = before.get(`${measureCode} ${pupilGroup}`);
      if (!old || !published) return [];
      const said: string[] = [];
      const [least, most] = rangeOf(measureOf(measureCode)!);
      const median = medianOf(values);
      if (
        values.length >= ENOUGH &&
        old.values >= ENOUGH &&
        Math.abs(median - old.median) > (most - least) * MEDIAN_MOVES
      ) {
        said.push(`the median of ${name} is ${median}, and was ${old.median} in ${old.year}`);
      }
      const [share, was] = [markers / (values.length + markers), old.markers / (old.values + old.markers)];
      if (
        values.length + markers >= ENOUGH &&
        old.values + old.markers >= ENOUGH &&
        share >= 2 * was &&
        share - was >= MARKERS_MORE
      ) {
        said.push(`${percent(share)} of ${name} are markers, and ${percent(was)} were in ${old.year}`);
      }
      return said;
    });
  }

  /** Authorities, and England, whose value is far from the mean of their schools. */
  private farFromMean(): string[] {
    const notes = this.columns.flatMap(({ measureCode, name, schools, benchmarks }) => {
      if (!['PERCENT', 'POINTS'].includes(measureOf(measureCode)!.unit)) return [];
      return benchmarks.flatMap(({ level, subject, value, pupils }) => {
        const parts = level === 'LOCAL_AUTHORITY' ? [schools.get(subject)] : [...schools.values()];
        const sum = parts.reduce((all, part) => all + (part?.sum ?? 0), 0);
        const counted = parts.reduce((all, part) => all + (part?.pupils ?? 0), 0);
        if (counted < pupils * MOST_PUPILS || counted > pupils / MOST_PUPILS) return [];
        const mean = Math.round((sum / counted) * 10) / 10;
        const whose = level === 'LOCAL_AUTHORITY' ? `authority ${subject}` : 'England';
        return Math.abs(mean - value) > FAR_FROM_MEAN
          ? [`${name} of ${whose} is ${value}, and the mean of its schools ${mean}`]
          : [];
      });
    });
    return notes.length > 5
      ? [...notes.slice(0, 5), `… and ${notes.length - 5} more values that are far from the mean of their schools`]
      : notes;
  }
}

const percent = (share: number) => `${Math.round(share * 100)}%`;

function medianOf(values: number[]): number {
  const sorted = Float64Array.from(values).sort();
  const middle = sorted.length >> 1;
  return sorted.length % 2 ? sorted[middle]! : (sorted[middle - 1]! + sorted[middle]!) / 2;
}
