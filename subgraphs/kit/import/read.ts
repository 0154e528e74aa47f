import { createReadStream } from 'node:fs';
import { open, stat } from 'node:fs/promises';
import { basename, dirname, resolve } from 'node:path';
import { pipeline } from 'node:stream/promises';
import { CsvError, parse } from 'csv-parse';
import { ImportRefused } from './kind.ts';

/** Text to import, with a name to speak of it. */
export interface Source {
  name: string;
  /** The folder it lies in, which may say what its name does not. */
  folder?: string;
  /** Size in bytes, if it is known, for the progress bar. */
  bytes?: number;
  text(): AsyncIterable<string>;
}

/** A file on disk: UTF-8 with or without a byte order mark, UTF-16 with one, or else Windows-1252. */
export async function fileSource(path: string): Promise<Source> {
  const info = await stat(path).catch(() => null);
  if (!info) throw new ImportRefused(`There is no file ${path}.`);
  if (!info.isFile()) throw new ImportRefused(`${path} is not a file.`);
  if (info.size === 0) throw new ImportRefused(`${basename(path)} is empty.`);
  const magic = await magicOf(path);
  if (magic.startsWith('504b0304') || magic.startsWith('d0cf11e0'))
    throw new ImportRefused(`${basename(path)} is a spreadsheet or an archive, not CSV: save it as CSV first.`);
  return textSource({ name: basename(path), folder: basename(dirname(resolve(path))), bytes: info.size }, () =>
    createReadStream(path, { highWaterMark: 256 * 1024 }),
  );
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
export async function* linesOf(source: Source, onRead: (read: number) => void = () => {}): AsyncGenerator<Line> {
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
      if (record.every((field) => field.trim() === '')) continue;
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
