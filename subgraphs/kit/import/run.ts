import type { Database } from '../read/database.ts';
import { DryRun } from '../domain/errors.ts';
import { alike as namesAlike, BadValue, bareHeading, type Column } from './columns.ts';
import {
  ImportRefused,
  type ImportFile,
  type ImportKind,
  type ImportSession,
  type Row,
  type RowPlace,
} from './kind.ts';
import { merging } from './merge.ts';
import { cellName, isCellError } from './spreadsheet.ts';
import { CUT_OFF, linesOf, type Line, type Source } from './read.ts';
import { ImportReport } from './report.ts';
import { holdsRecords, rowsFor } from './tables.ts';

export interface ImportOptions {
  /** Reads and checks everything, and keeps nothing. */
  dryRun?: boolean;
  /** File for all rejected rows and unknown URNs. */
  reportPath?: string;
  year?: string;
  status?: string;
  fictional?: boolean;
  /** The day of a release of the register. */
  release?: string;
  /** Takes a file although columns are missing that are expected. */
  acceptMissing?: boolean;
  /** Takes a file although its figures are unlikely. */
  acceptUnusual?: boolean;
  /** Removes what the file does not hold: it is all there is of its kind. */
  deleteMissing?: boolean;
  /** Which of these URNs are on the register; without it none is reported as unknown. */
  onRegister?: (urns: string[]) => Promise<Set<string>>;
  onProgress?: (read: number, rows: number) => void;
  /** All kinds there are, to tell what a file of the wrong kind looks like. */
  kinds?: readonly ImportKind[];
}

/**
 * Imports one file in one transaction: rows that are wrong are rejected one by one and the rest goes in; a file
 * that is wrong as a whole is refused, and nothing of it is kept.
 * @throws ImportRefused
 */
export async function importFile(
  db: Database,
  kind: ImportKind,
  source: Source,
  options: ImportOptions = {},
): Promise<ImportReport> {
  const report = new ImportReport(options.reportPath);
  try {
    await db.transaction(async (em) => {
      await em.execute('select pg_advisory_xact_lock(hashtext(?))', [`import into ${db.orm.config.get('schema')}`]);
      const urns = new Set<string>();
      const { fictional = false, year, status, release, acceptMissing, acceptUnusual, deleteMissing } = options;
      const file: ImportFile = {
        name: source.name,
        folder: source.folder,
        fictional,
        year,
        status,
        release,
        acceptMissing,
        acceptUnusual,
        deleteMissing,
      };
      const session: ImportSession = {
        em,
        report,
        file,
        merge: merging(em, report),
        header: new Set(),
        columns: [],
        holds: new Set(),
        sawUrn: (urn) => urns.add(urn),
        given: (row) => row,
        refuse: (reason, line) => {
          throw new ImportRefused(reason, line);
        },
      };
      await read(kind, source, session, options);
      if (options.onRegister) report.unknown(await unknown([...urns], options.onRegister));
      if (options.dryRun) throw new DryRun();
    });
  } catch (error) {
    if (!(error instanceof DryRun)) throw error;
  } finally {
    await report.close();
  }
  return report;
}

async function unknown(urns: string[], onRegister: (urns: string[]) => Promise<Set<string>>): Promise<string[]> {
  const missing: string[] = [];
  for (let start = 0; start < urns.length; start += 500) {
    const chunk = urns.slice(start, start + 500);
    const known = await onRegister(chunk);
    missing.push(...chunk.filter((urn) => !known.has(urn)));
  }
  return missing.sort();
}

async function read(
  kind: ImportKind,
  source: Source,
  session: ImportSession,
  { onProgress, kinds }: ImportOptions,
): Promise<void> {
  let characters = 0;
  if (session.file.deleteMissing && !kind.records)
    throw new ImportRefused(`--delete-missing is for the charity's own records, and ${kind.kind} is none of them.`);
  const lines = rowsFor(
    kind,
    source,
    session,
    (now) => (characters = now),
    (names) => !missingColumns(kind, names).length,
  );
  const first = (await lines.next()).value as Line;
  const header = first.fields.map((name) => name.trim());
  Object.assign(session, { header: new Set(header), columns: header } satisfies Partial<ImportSession>);
  checkHeader(kind, header, kinds ?? []);
  const readRow = rowReader(kind.columns, header);
  const absent = new Set(kind.columns.filter((column) => placeIn(header, column) < 0).map(({ to }) => to));
  session.given = (row) => Object.fromEntries(Object.entries(row).filter(([name]) => !absent.has(name))) as typeof row;
  const nameless = header.flatMap((name, index) => (name ? [] : [index + 1]));
  if (nameless.length)
    session.report.notes.push(
      `not read, since ${nameless.length > 1 ? 'they have' : 'it has'} no name: ${nameless.length > 1 ? 'columns' : 'column'} ${nameless.join(', ')}`,
    );
  const sink = await kind.open(session);
  if (!first.next) throw new ImportRefused('there are no rows below the header.', first.line);
  const { report } = session;
  const position = new Map(
    header.flatMap(
      (name, index) =>
        [
          [name.toLowerCase(), index],
          [name, index],
        ] as const,
    ),
  );

  for await (const { line, fields, next, unterminated, sheet, written } of lines) {
    report.rowsRead++;
    if (report.rowsRead % 1_000 === 0) onProgress?.(characters, report.rowsRead);
    const own = written ?? { fields, header };
    const cellOf = (column: string) => {
      const place = own.header.findIndex((name) => bareHeading(name) === bareHeading(column));
      return sheet !== undefined && place >= 0 ? `${sheet}!${cellName(place, line)}` : undefined;
    };
    const reject = (column: string, value: string, reason: string, cell = cellOf(column)) => {
      if (unterminated) throw new ImportRefused(`${CUT_OFF} (${column} "${value.slice(0, 60)}" ${reason})`, line);
      report.reject({ line, column, value: value.slice(0, 200), reason, ...(cell ? { cell } : {}) });
    };
    const short = own.fields.length < own.header.length;
    const broken = own.fields.findIndex(isCellError);
    if (broken >= 0) {
      const cell = cellName(broken, line);
      reject(
        own.header[broken] || `column ${broken + 1}`,
        own.fields[broken]!,
        `in cell ${sheet === undefined ? cell : `${sheet}!${cell}`} is an error of the spreadsheet: mend its formula, or leave the cell empty`,
        '',
      );
      continue;
    }
    if (unterminated && (sink.mayBeLast ? !sink.mayBeLast(fields) : short)) throw new ImportRefused(CUT_OFF, line);
    if (short) {
      const why = sink.cutShort
        ? (sink.cutShort(fields) ??
          (next && sink.begins && !sink.begins(next)
            ? 'ends the line, and the next one begins no row: a line break stands inside the row'
            : undefined))
        : `has no such field: the row has ${own.fields.length} fields and the header ${own.header.length}`;
      if (why) {
        reject(
          own.header[own.fields.length - (sink.cutShort ? 1 : 0)]!,
          (sink.cutShort ? fields.at(-1)! : own.fields.join(',')).slice(0, 60),
          why,
        );
        continue;
      }
    }
    if (
      own.fields.length > own.header.length &&
      (!kind.spills || header.at(-1) !== kind.spills) &&
      own.fields.slice(own.header.length).some((field) => field.trim())
    ) {
      reject(
        own.header.at(-1)!,
        own.fields.slice(own.header.length).join(',').slice(0, 60),
        `is followed by more: the row has ${own.fields.length} fields and the header ${own.header.length}`,
      );
      continue;
    }
    const place: RowPlace = {
      line,
      fields,
      reject,
      text: (column) => fields[position.get(column) ?? position.get(column.toLowerCase()) ?? -1] ?? '',
    };
    const reason = kind.passOver?.(place);
    if (reason) {
      report.passOver(reason);
      continue;
    }
    const row = readRow(fields, reject);
    if (!row) continue;
    await sink.row(row, place);
  }
  onProgress?.(characters, report.rowsRead);
  await sink.finish();
  await session.merge.settled();
}

const names = ({ from }: Column): readonly string[] => (typeof from === 'string' ? [from] : from);

/** Where a column stands in a header, whose names may be in any case; -1 if it does not. */
function placeIn(header: readonly string[], column: Column): number {
  const lower = header.map((name) => name.toLowerCase());
  return (
    names(column)
      .map((name) => lower.indexOf(name.toLowerCase()))
      .find((index) => index >= 0) ?? -1
  );
}

const missingColumns = (kind: ImportKind, header: readonly string[]): string[] =>
  kind.columns.filter((column) => column.must && placeIn(header, column) < 0).map((column) => names(column)[0]!);

/** The kind that a header looks like: of those whose columns it has the one that demands most of them. */
export function kindOf(header: readonly string[], kinds: readonly ImportKind[]): ImportKind | undefined {
  const demands = ({ columns }: ImportKind) => columns.filter(({ must }) => must).length;
  return kinds.filter((kind) => !missingColumns(kind, header).length).sort((a, b) => demands(b) - demands(a))[0];
}

/**
 * The kinds that a source holds, by its headers: one, or of a workbook those of its sheets.
 * @throws ImportRefused where it is no CSV
 */
export async function kindsIn(source: Source, kinds: readonly ImportKind[]): Promise<ImportKind[]> {
  const kindNamed = (name: string, header: readonly string[]) =>
    kindOf(header, kinds) ?? kinds.find((kind) => holdsRecords(kind, name, header));
  const names = (line: Line) => line.fields.map((name) => name.trim());
  if (source.sheets)
    return [...new Set(source.sheets.flatMap(({ name, lines }) => kindNamed(name, names(lines[0]!)) ?? []))];
  for await (const line of linesOf(source)) return [kindNamed(source.name, names(line)) ?? []].flat();
  return [];
}

function checkHeader(kind: ImportKind, header: readonly string[], kinds: readonly ImportKind[]): void {
  const missing = missingColumns(kind, header);
  if (missing.length) {
    const alike = kindOf(
      header,
      kinds.filter((other) => other !== kind),
    );
    const near = alike ? [] : missing.flatMap((name) => namesAlike(name, header));
    const hint = alike
      ? ` It looks like ${alike.kind}.`
      : near.length
        ? ` Alike: ${near.map((name) => `"${name}"`).join(', ')}.`
        : '';
    throw new ImportRefused(
      `this is not a file of kind ${kind.kind}: the header has no ${missing.length > 1 ? 'columns' : 'column'} ${missing.map((name) => `"${name}"`).join(', ')}.${hint}`,
      1,
    );
  }
  const lower = header.map((name) => name.toLowerCase());
  const twice = header.find((name, index) => name && lower.indexOf(name.toLowerCase()) < index);
  if (twice) throw new ImportRefused(`the header names the column "${twice}" twice: which of the two is right?`, 1);
}

/** Makes of a column table and a header what reads a row: null, and the reason, for one that is wrong. */
function rowReader(columns: readonly Column[], header: readonly string[]) {
  const found = columns.flatMap((column) => {
    const index = placeIn(header, column);
    return index < 0 ? [] : [{ ...column, name: header[index]!, index }];
  });
  const absent = columns.filter((column) => placeIn(header, column) < 0).map(({ to }) => to);

  return (fields: readonly string[], reject: RowPlace['reject']): Row | null => {
    const row: Row = {};
    for (const to of absent) row[to] ??= null;
    for (const { name, index, to, read, must } of found) {
      const value = (fields[index] ?? '').trim();
      if (value === '') {
        if (must === 'value') {
          reject(name, '', 'is empty and must have a value');
          return null;
        }
        row[to] = null;
        continue;
      }
      try {
        row[to] = read(value);
      } catch (error) {
        if (!(error instanceof BadValue)) throw error;
        reject(name, value, error.message);
        return null;
      }
    }
    return row;
  };
}
