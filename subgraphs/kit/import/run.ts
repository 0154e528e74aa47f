import type { Database } from '../database.ts';
import { BadValue, type Column } from './columns.ts';
import { ImportRefused, type ImportFile, type ImportKind, type ImportSession, type Row, type RowPlace } from './kind.ts';
import { merging } from './merge.ts';
import { CUT_OFF, linesOf, type Line, type Source } from './read.ts';
import { ImportReport } from './report.ts';

export interface ImportOptions {
  /** Reads and checks everything, and keeps nothing. */
  dryRun?: boolean;
  /** File for all rejected rows and unknown URNs. */
  reportPath?: string;
  year?: string;
  status?: string;
  fictional?: boolean;
  /** Which of these URNs are on the register; without it none is reported as unknown. */
  onRegister?: (urns: string[]) => Promise<Set<string>>;
  onProgress?: (read: number, rows: number) => void;
  /** All kinds there are, to tell what a file of the wrong kind looks like. */
  kinds?: readonly ImportKind[];
}

class DryRun extends Error {}

/**
 * Imports one file in one transaction: rows that are wrong are rejected one by one and the rest goes in; a file
 * that is wrong as a whole is refused, and nothing of it is kept.
 * @throws ImportRefused
 */
export async function importFile(db: Database, kind: ImportKind, source: Source, options: ImportOptions = {}): Promise<ImportReport> {
  const report = new ImportReport(options.reportPath);
  try {
    await db.transaction(async (em) => {
      await em.execute('select pg_advisory_xact_lock(hashtext(?))', [`import into ${db.orm.config.get('schema')}`]);
      const urns = new Set<string>();
      const file: ImportFile = { name: source.name, fictional: options.fictional ?? false, year: options.year, status: options.status };
      const session: ImportSession = {
        em,
        report,
        file,
        merge: merging(em, report),
        header: new Set(),
        sawUrn: (urn) => urns.add(urn),
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

async function read(kind: ImportKind, source: Source, session: ImportSession, { onProgress, kinds }: ImportOptions): Promise<void> {
  let characters = 0;
  const lines = linesOf(source, (now) => (characters = now));
  const first = (await lines.next()).value as Line;
  const header = first.fields.map((name) => name.trim());
  (session as { header: ReadonlySet<string> }).header = new Set(header);
  checkHeader(kind, header, kinds ?? []);
  const readRow = rowReader(kind.columns, header);
  const sink = await kind.open(session);
  const { report } = session;
  const position = new Map(header.map((name, index) => [name, index]));

  for await (const { line, fields, unterminated } of lines) {
    report.rowsRead++;
    if (report.rowsRead % 1_000 === 0) onProgress?.(characters, report.rowsRead);
    const reject = (column: string, value: string, reason: string) => {
      if (unterminated) throw new ImportRefused(`${CUT_OFF} (${column} "${value.slice(0, 60)}" ${reason})`, line);
      report.reject({ line, column, value: value.slice(0, 200), reason });
    };
    if (unterminated && fields.length < header.length) throw new ImportRefused(CUT_OFF, line);
    if (fields.length < header.length && !kind.rowsMayEndEarly) {
      reject(header[fields.length]!, fields.join(',').slice(0, 60), `has no such field: the row has ${fields.length} fields and the header ${header.length}`);
      continue;
    }
    if (fields.length > header.length && !kind.lastColumnSpills && fields.slice(header.length).some((field) => field.trim())) {
      reject(header.at(-1)!, fields.slice(header.length).join(',').slice(0, 60), `is followed by more: the row has ${fields.length} fields and the header ${header.length}`);
      continue;
    }
    const place: RowPlace = { line, fields, reject, text: (column) => fields[position.get(column) ?? -1] ?? '' };
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

function missingColumns(kind: ImportKind, header: readonly string[]): string[] {
  return kind.columns.filter((column) => column.must && !names(column).some((name) => header.includes(name))).map((column) => names(column)[0]!);
}

function checkHeader(kind: ImportKind, header: readonly string[], kinds: readonly ImportKind[]): void {
  const missing = missingColumns(kind, header);
  if (!missing.length) return;
  const alike = kinds.find((other) => other !== kind && !missingColumns(other, header).length);
  const hint = alike ? ` It looks like ${alike.kind}.` : '';
  throw new ImportRefused(`this is not a file of kind ${kind.kind}: the header has no ${missing.length > 1 ? 'columns' : 'column'} ${missing.map((name) => `"${name}"`).join(', ')}.${hint}`, 1);
}

/** Makes of a column table and a header what reads a row: null, and the reason, for one that is wrong. */
function rowReader(columns: readonly Column[], header: readonly string[]) {
  const found = columns.flatMap((column) => {
    const name = names(column).find((each) => header.includes(each));
    return name === undefined ? [] : [{ ...column, name, index: header.indexOf(name) }];
  });
  const absent = columns.filter((column) => !names(column).some((each) => header.includes(each))).map(({ to }) => to);

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
