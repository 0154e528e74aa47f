import { alike, bareHeading } from './columns.ts';
import { ImportRefused, type ImportKind, type ImportSession } from './kind.ts';
import { linesOf, type Line, type Source, type SourceSheet } from './read.ts';

const headingOf = ({ from }: ImportKind['columns'][number]) => (typeof from === 'string' ? from : from[0]!);

/** The sort of record that a sheet or file holds by its name, as `Team` or `areas.csv`. */
function recordNamed(name: string, { records = {} }: ImportKind): string | undefined {
  const wanted = bareHeading(name.replace(/\.\w+$/, ''));
  return Object.entries(records).find(([record, { names }]) =>
    [record, ...names].some((each) => bareHeading(each) === wanted),
  )?.[0];
}

/** Whether a table of records may be one of a kind: it says what each row is, or its name does. */
export function holdsRecords(kind: ImportKind, name: string, header: readonly string[]): boolean {
  if (!kind.records) return false;
  const there = new Set(header.map(bareHeading));
  const record = there.has('record') ? undefined : recordNamed(name, kind);
  if (!there.has('record') && record === undefined) return false;
  const needed = record
    ? kind.records[record]!.columns
    : kind.columns.filter(({ must }) => must).map((column) => headingOf(column));
  return needed.every((column) => there.has(bareHeading(column)));
}

/** The rows of a file, the header first: of a workbook, those of the sheets that belong to the kind. */
export function rowsFor(
  kind: ImportKind,
  source: Source,
  session: ImportSession,
  onRead: (read: number) => void,
  fits: (header: readonly string[]) => boolean,
): AsyncGenerator<Line, void> {
  if (kind.records) return recordLines(kind, source, session, onRead);
  return source.sheets ? linesOfSheet(sheetFor(source, source.sheets, session, fits)) : linesOf(source, onRead);
}

async function* linesOfSheet({ lines }: SourceSheet): AsyncGenerator<Line, void> {
  yield* lines;
}

/** The sheet of a kind, or else the first, whose header is then told what it lacks. */
function sheetFor(
  { name }: Source,
  sheets: readonly SourceSheet[],
  { report }: ImportSession,
  fits: (header: readonly string[]) => boolean,
): SourceSheet {
  const fitting = sheets.filter(({ lines }) => fits(lines[0]!.fields.map((field) => field.trim())));
  const quoted = (some: readonly SourceSheet[]) => some.map((sheet) => `"${sheet.name}"`).join(', ');
  if (fitting.length > 1)
    throw new ImportRefused(
      `the sheets ${quoted(fitting)} of ${name} are all of this kind: save each as a file of its own.`,
    );
  const chosen = fitting[0] ?? sheets[0]!;
  const others = sheets.filter((sheet) => sheet !== chosen);
  if (others.length) report.notes.push(`sheets that are not read: ${quoted(others)}`);
  return chosen;
}

/**
 * The rows of the charity's own records as one table with the columns of the kind: headings may come in any order and
 * case, and a sheet or file of one sort of record may say by its name which.
 */
async function* recordLines(
  kind: ImportKind,
  source: Source,
  session: ImportSession,
  onRead: (read: number) => void,
): AsyncGenerator<Line, void> {
  const columns = kind.columns.map(headingOf);
  const canonical = new Map(columns.map((column) => [bareHeading(column), column]));
  const { notes } = session.report;
  const tables: { name: string; lines: AsyncIterable<Line> | Iterable<Line> }[] = source.sheets
    ? source.sheets.map((sheet) => sheet)
    : [{ name: source.name, lines: linesOf(source, onRead) }];
  const passedOver: string[] = [];
  let isFirst = true;

  for (const { name, lines } of tables) {
    const inSheet = source.sheets ? `the sheet "${name}"` : 'the file';
    let places: number[] | undefined;
    let header: string[] = [];
    let record: string | undefined;
    for await (const line of lines) {
      if (!places) {
        header = line.fields.map((field) => field.trim());
        const names = header.map(bareHeading);
        places = columns.map((column) => names.indexOf(bareHeading(column)));
        record = names.includes('record') ? undefined : recordNamed(name, kind);
        if (source.sheets && !names.includes('record') && record === undefined) {
          passedOver.push(name);
          break;
        }
        const twice = names.findIndex((each, index) => each && names.indexOf(each) < index);
        if (twice >= 0)
          throw new ImportRefused(
            `${inSheet} names the column "${header[twice]}" twice: leave out the one that is not meant.`,
            line.line,
          );
        if (record) checkRecord(kind, record, header, inSheet, line.line);
        else if (!holdsRecords(kind, name, header)) {
          // Whoever checks the header says what it lacks.
          yield { line: line.line, fields: header.map((each) => canonical.get(bareHeading(each)) ?? each) };
          return;
        }
        for (const each of record ? [record] : Object.keys(kind.records!)) session.holds.add(each);
        const unread = header.filter((each) => each && !canonical.has(bareHeading(each)));
        if (unread.length) notes.push(`columns that are not read in ${inSheet}: ${unread.join(', ')}`);
        if (isFirst) yield { line: line.line, fields: columns, next: line.next };
        isFirst = false;
        continue;
      }
      const fields = columns.map((column, index) => {
        const place = places![index]!;
        return place >= 0 ? (line.fields[place] ?? '') : column === 'Record' && record ? record : '';
      });
      yield { ...line, fields, written: { fields: line.fields, header } };
    }
  }
  if (passedOver.length) {
    const said = `sheets that are not read, since neither their name nor a column Record says which of ${Object.keys(kind.records!).join(', ')} they hold: ${passedOver.join(', ')}`;
    if (isFirst) throw new ImportRefused(said);
    notes.push(said);
  }
}

/** @throws ImportRefused where a table of one sort of record lacks a column of it */
function checkRecord(kind: ImportKind, record: string, header: readonly string[], inSheet: string, line: number): void {
  const there = new Set(header.map(bareHeading));
  const missing = kind.records![record]!.columns.filter((column) => !there.has(bareHeading(column)));
  if (!missing.length) return;
  const near = missing.flatMap((column) => alike(column, header)).map((column) => `"${column}"`);
  const columns = `${missing.length > 1 ? 'columns' : 'column'} ${missing.map((column) => `"${column}"`).join(', ')}`;
  throw new ImportRefused(
    `${inSheet} holds ${record} rows and has no ${columns}.${near.length ? ` Alike: ${near.join(', ')}.` : ''}`,
    line,
  );
}
