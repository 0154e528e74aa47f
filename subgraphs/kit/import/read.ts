import { createReadStream } from 'node:fs';
import { open, stat } from 'node:fs/promises';
import { basename } from 'node:path';
import { pipeline } from 'node:stream/promises';
import { CsvError, parse } from 'csv-parse';
import { ImportRefused } from './kind.ts';

/** Text to import, with a name to speak of it. */
export interface Source {
  name: string;
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
  const encoding = await encodingOf(path);
  return {
    name: basename(path),
    bytes: info.size,
    async *text() {
      const decoder = new TextDecoder(encoding);
      for await (const chunk of createReadStream(path, { highWaterMark: 256 * 1024 })) yield decoder.decode(chunk as Buffer, { stream: true });
      yield decoder.decode();
    },
  };
}

/** Finds the encoding by reading the file once: a byte order mark tells; else text that is not UTF-8 is Windows-1252. */
async function encodingOf(path: string): Promise<string> {
  const file = await open(path);
  try {
    const { buffer, bytesRead } = await file.read(Buffer.alloc(4), 0, 4, 0);
    const head = buffer.subarray(0, bytesRead).toString('hex');
    if (head.startsWith('fffe')) return 'utf-16le';
    if (head.startsWith('feff')) return 'utf-16be';
    if (head.startsWith('504b0304') || head.startsWith('d0cf11e0')) throw new ImportRefused(`${basename(path)} is a spreadsheet or an archive, not CSV: save it as CSV first.`);
  } finally {
    await file.close();
  }
  const decoder = new TextDecoder('utf-8', { fatal: true });
  let encoding = 'utf-8';
  for await (const chunk of createReadStream(path, { highWaterMark: 1024 * 1024 })) {
    if ((chunk as Buffer).includes(0)) throw new ImportRefused(`${basename(path)} holds zero bytes: it is not a CSV file.`);
    if (encoding !== 'utf-8') continue;
    try {
      decoder.decode(chunk as Buffer, { stream: true });
    } catch {
      encoding = 'windows-1252';
    }
  }
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
  /** Whether it is the last row and no line break follows it: the file may be cut off there. */
  unterminated?: boolean;
}

/**
 * The rows of a CSV text, the header first, read as they come.
 * @throws ImportRefused where the text is no CSV, or ends in the middle of a row
 * @param onRead called with the number of characters read so far
 */
export async function* linesOf(source: Source, onRead: (read: number) => void = () => {}): AsyncGenerator<Line> {
  const parser = parse({ bom: true, info: true, relax_column_count: true, skip_empty_lines: true, max_record_size: 1_000_000 });
  let read = 0;
  let end = '';
  const watched = async function* () {
    for await (const chunk of source.text()) {
      read += chunk.length;
      if (chunk) end = chunk.at(-1)!;
      onRead(read);
      yield chunk;
    }
  };
  // Errors of the text come out of the parser, which is read below.
  pipeline(watched, parser).catch(() => {});
  let line = 0;
  let last: Line | undefined;
  try {
    for await (const { record, info } of parser as AsyncIterable<{ record: string[]; info: { lines: number } }>) {
      if (last) yield last;
      last = { line: line + 1, fields: record };
      line = info.lines;
    }
  } catch (error) {
    const { code, lines } = error as { code?: string; lines?: number };
    if (code === 'CSV_QUOTE_NOT_CLOSED') throw new ImportRefused('a quotation mark is opened and never closed: the file is cut off, or a mark is missing.', line + 1);
    if (error instanceof CsvError) throw new ImportRefused('this is not CSV: fields with quotation marks or commas must be in quotation marks, and those inside doubled.', lines ?? line + 1);
    throw error;
  }
  if (!last) throw new ImportRefused(`${source.name} is empty.`);
  last.unterminated = end !== '\n' && end !== '\r';
  yield last;
}

export const CUT_OFF = 'the file ends in the middle of a row: it is cut off.';
