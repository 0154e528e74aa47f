import { createReadStream } from 'node:fs';
import { open, readFile, stat } from 'node:fs/promises';
import { basename, dirname, resolve } from 'node:path';
import { pipeline } from 'node:stream/promises';
import { CsvError, parse } from 'csv-parse';
import { readWorkbook, SpreadsheetRefused } from './spreadsheet.ts';
import { ImportRefused } from './kind.ts';

/** Text to import, with a name to speak of it. */
export interface Source {
  name: string;
  /** The folder it lies in, which may say what its name does not. */
  folder?: string;
  /** Size in bytes, if it is known, for the progress bar. */
  bytes?: number;
  text(): AsyncIterable<string>;
  /** Of a workbook, in place of text: its sheets that hold anything, in their order. */
  sheets?: readonly SourceSheet[];
}

/** A sheet of a workbook; its first line is the header. */
export interface SourceSheet {
  name: string;
  lines: readonly Line[];
}

/** A file on disk: UTF-8 with or without a byte order mark, UTF-16 with one, or else Windows-1252. */
export async function fileSource(path: string): Promise<Source> {
  const info = await stat(path).catch(() => null);
  if (!info) throw new ImportRefused(`There is no file ${path}.`);
  if (!info.isFile()) throw new ImportRefused(`${path} is not a file.`);
  if (info.size === 0) throw new ImportRefused(`${basename(path)} is empty.`);
  const magic = await magicOf(path);
  if (magic.startsWith('d0cf11e0'))
    throw new ImportRefused(
      `${basename(path)} is an old spreadsheet or has a password: save it as .xlsx or CSV first.`,
    );
  if (magic.startsWith('504b0304')) return workbookSource(path, info.size);
  return textSource({ name: basename(path), folder: basename(dirname(resolve(path))), bytes: info.size }, () =>
    createReadStream(path, { highWaterMark: 256 * 1024 }),
  );
}

/** Most bytes of a workbook, and most rows of a sheet: the largest download of the register has a quarter of them. */
const MOST_WORKBOOK_BYTES = 64 * 1024 ** 2;
const MOST_SHEET_ROWS = 200_000;

/** A workbook: what is in its cells, as people see them. */
async function workbookSource(path: string, bytes: number): Promise<Source> {
  const name = basename(path);
  if (bytes > MOST_WORKBOOK_BYTES)
    throw new ImportRefused(`${name} is larger than ${MOST_WORKBOOK_BYTES / 1024 ** 2} MB: save it as CSV first.`);
  const sheets: SourceSheet[] = [];
  try {
    for (const { name: sheet, rows } of await readWorkbook(await readFile(path), MOST_SHEET_ROWS + 1)) {
      if (rows.length > MOST_SHEET_ROWS)
        throw new ImportRefused(
          `the sheet "${sheet}" of ${name} has more than ${MOST_SHEET_ROWS.toLocaleString('en-GB')} rows: save it as CSV first.`,
        );
      const full = rows.filter(({ cells }) => cells.some((text) => text.trim() !== '') && !isComment(cells));
      // A row ends with its last cell that holds anything, which says nothing about the columns behind.
      const width = full[0]?.cells.length ?? 0;
      const padded = full.map(({ cells, line }) => ({
        line,
        fields: [...cells, ...Array<string>(Math.max(0, width - cells.length)).fill('')],
        sheet,
      }));
      const lines = padded.map((line, index) => ({ ...line, next: padded[index + 1]?.fields }));
      if (lines.length) sheets.push({ name: sheet, lines });
    }
  } catch (error) {
    if (error instanceof SpreadsheetRefused) throw new ImportRefused(`${name}: ${error.message}`);
    throw error;
  }
  if (!sheets.length) throw new ImportRefused(`${name} is empty.`);
  return { name, folder: basename(dirname(resolve(path))), async *text() {}, sheets };
}

/** The first bytes of a file, in hexadecimal: they tell what it is. */
export async function magicOf(path: string): Promise<string> {
  const file = await open(path);
  try {
    const { buffer, bytesRead } = await file.read(Buffer.alloc(4), 0, 4, 0);
    return buffer.subarray(0, bytesRead).toString('hex');
  } finally {
    await file.close();
  }
}

/** Text out of bytes that can be read more than once. */
export async function textSource(
  named: Omit<Source, 'text'>,
  bytes: () => AsyncIterable<Buffer> | Promise<AsyncIterable<Buffer>>,
): Promise<Source> {
  const encoding = await encodingOf(named.name, await bytes());
  return {
    ...named,
    async *text() {
      const decoder = new TextDecoder(encoding);
      for await (const chunk of await bytes()) yield decoder.decode(chunk, { stream: true });
      yield decoder.decode();
    },
  };
}

/** Finds the encoding by reading everything once: a byte order mark tells; else text that is not UTF-8 is Windows-1252. */
async function encodingOf(name: string, bytes: AsyncIterable<Buffer>): Promise<string> {
  const decoder = new TextDecoder('utf-8', { fatal: true });
  let encoding = '';
  for await (const chunk of bytes) {
    if (!encoding) {
      const mark = chunk.subarray(0, 2).toString('hex');
      if (mark === 'fffe' || mark === 'feff') return mark === 'fffe' ? 'utf-16le' : 'utf-16be';
      encoding = 'utf-8';
    }
    if (chunk.includes(0)) throw new ImportRefused(`${name} holds zero bytes: it is not a CSV file.`);
    if (encoding !== 'utf-8') continue;
    try {
      decoder.decode(chunk, { stream: true });
    } catch {
      encoding = 'windows-1252';
    }
  }
  if (!encoding) throw new ImportRefused(`${name} is empty.`);
  if (encoding !== 'utf-8') return encoding;
  try {
    decoder.decode();
    return 'utf-8';
  } catch {
    return 'windows-1252';
  }
}

export interface Line {
  /** Number of the line on which the row begins, the header's being 1. */
  line: number;
  fields: string[];
  /** The fields of the next row; none after the last. */
  next?: string[];
  /** Whether it is the last row and no line break follows it: the file may be cut off there. */
  unterminated?: boolean;
  /** The sheet of a workbook that it is in. */
  sheet?: string;
  /** Where its fields have been put into the order of a kind's columns: those of the file, and the names above them. */
  written?: { fields: readonly string[]; header: readonly string[] };
}

/** Every line break as one `\n`: each line is told by its own, whichever that is. */
async function* evenLines(chunks: AsyncIterable<string>): AsyncGenerator<string> {
  let held = '';
  for await (const chunk of chunks) {
    const text = held + chunk;
    // What follows a carriage return decides whether it is a line break by itself.
    held = text.endsWith('\r') ? '\r' : '';
    yield (held ? text.slice(0, -1) : text).replace(/\r\n?/g, '\n');
  }
  if (held) yield '\n';
}

/** A line that begins with `# ` and has no other field speaks to people, as those below a template do. */
const isComment = ([first, ...others]: readonly string[]): boolean =>
  first!.startsWith('# ') && others.every((field) => field.trim() === '');

const SEPARATORS = [',', ';', '\t'];

/** What separates fields: of comma, semicolon and tab the one that the header has most of. */
export function separatorOf(header: string): string {
  const bare = header.replace(/"[^"]*"/g, '');
  const counts = SEPARATORS.map((separator) => bare.split(separator).length);
  return SEPARATORS[counts.indexOf(Math.max(...counts))]!;
}

/**
 * The rows of a CSV text, the header first, read as they come.
 * @throws ImportRefused where the text is no CSV, or ends in the middle of a row
 * @param onRead called with the number of characters read so far
 */
export async function* linesOf(source: Source, onRead: (read: number) => void = () => {}): AsyncGenerator<Line, void> {
  if (source.sheets) return yield* source.sheets[0]!.lines;
  const chunks = evenLines(source.text());
  let head = '';
  while (!head.trimStart().includes('\n')) {
    const { value, done } = await chunks.next();
    if (done) break;
    head += value;
  }
  const delimiter = separatorOf(head.trimStart().split('\n', 1)[0]!);
  const parser = parse({
    bom: true,
    info: true,
    delimiter,
    record_delimiter: '\n',
    relax_column_count: true,
    skip_empty_lines: true,
    max_record_size: 1_000_000,
  });
  let read = 0;
  let end = '';
  const watched = async function* () {
    const pass = (chunk: string) => {
      read += chunk.length;
      if (chunk) end = chunk.at(-1)!;
      onRead(read);
      return chunk;
    };
    yield pass(head);
    for await (const chunk of chunks) yield pass(chunk);
  };
  // Errors of the text come out of the parser, which is read below.
  pipeline(watched, parser).catch(() => {});
  let line = 0;
  let last: Line | undefined;
  try {
    for await (const { record, info } of parser as AsyncIterable<{ record: string[]; info: { lines: number } }>) {
      const startsAt = line + 1;
      line = info.lines;
      // A row of blanks is what a spreadsheet leaves behind.
      if (record.every((field) => field.trim() === '') || isComment(record)) continue;
      if (last) yield { ...last, next: record };
      last = { line: startsAt, fields: record };
    }
  } catch (error) {
    const { code, lines } = error as { code?: string; lines?: number };
    if (code === 'CSV_QUOTE_NOT_CLOSED')
      throw new ImportRefused(
        'a quotation mark is opened and never closed: the file is cut off, or a mark is missing.',
        line + 1,
      );
    if (error instanceof CsvError)
      throw new ImportRefused(
        'this is not CSV: fields with quotation marks or separators must be in quotation marks, and those inside doubled.',
        lines ?? line + 1,
      );
    throw error;
  }
  if (!last) throw new ImportRefused(`${source.name} is empty.`);
  last.unterminated = end !== '\n';
  yield last;
}

export const CUT_OFF = 'the file ends in the middle of a row: it is cut off.';
