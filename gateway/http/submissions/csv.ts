import { isUtf8 } from 'node:buffer';
import { parse, CsvError, type Parser } from 'csv-parse';
import { readSpreadsheet, SPREADSHEET_TYPE, SpreadsheetRefused } from '../../../subgraphs/kit/import/spreadsheet.ts';
import { SubmissionRefused } from './body.ts';
import { createPace } from './pace.ts';

/** Longest line, in bytes; a quote that is never closed is found by it, too. */
const LONGEST_LINE = 20_000;
/** Longest cell, in characters. */
const LONGEST_CELL = 2_000;
/** Most columns. */
const MOST_COLUMNS = 200;
/** Most rows without any text: spreadsheets may write thousands of them. */
const MOST_BLANKS = 50_000;
/** How many bytes are parsed in one go: thousands of records at most, so that others wait for milliseconds. */
const PIECE = 4_096;

/** A number as sentences have it. */
const inWords = (count: number) => count.toLocaleString('en-GB');

export const DELIMITERS = [',', ';', '\t'] as const;
export type Delimiter = (typeof DELIMITERS)[number];

export interface CsvRow {
  cells: string[];
  /** Line of the file on which it ends, the header's being 1. */
  line: number;
}

export interface Csv {
  delimiter: Delimiter;
  header: string[];
  rows: CsvRow[];
}

/**
 * Reads the first sheet of a spreadsheet, with the same bounds as CSV. A row's line is its number in the sheet.
 * @throws SubmissionRefused
 */
export async function readSheet(bytes: Buffer, mostRows: number): Promise<Csv> {
  const pace = createPace();
  const collector = new Collector(mostRows, { isText: true });
  try {
    for (const { cells, line } of await readSpreadsheet(bytes, mostRows + MOST_BLANKS)) {
      collector.take(cells, line);
      collector.check();
      await pace();
    }
  } catch (error) {
    if (!(error instanceof SpreadsheetRefused)) throw error;
    throw new SubmissionRefused(error.message);
  }
  return collector.finish(true, pace);
}

/**
 * Reads CSV as it arrives: at most so many rows, with commas, semicolons or tabs, whichever the header has most of, in
 * UTF-8, Windows-1252 or, with a byte order mark, UTF-16. Rows without any text and repeated headers are left out.
 * Reading ends at the first row too many, or at a line or cell that is too long.
 * @throws SubmissionRefused
 */
export async function readCsv(body: AsyncIterable<Buffer>, mostRows: number): Promise<Csv> {
  const pace = createPace();
  const collector = new Collector(mostRows);
  let parser: Parser | undefined;
  let head: Buffer = Buffer.alloc(0);
  let last = 0;
  const start = (): Buffer => {
    const delimiter = delimiterOf(head);
    collector.delimiter = delimiter;
    parser = parserFor(delimiter, collector);
    const piece = head;
    head = Buffer.alloc(0);
    return piece;
  };
  try {
    for await (const piece of piecesOf(body)) {
      last = piece.at(-1)!;
      let ready: Buffer | undefined = piece;
      if (!parser) {
        head = Buffer.concat([head, piece]);
        ready = hasHeader(head) || head.length > LONGEST_LINE ? start() : undefined;
      }
      if (ready) await write(parser!, ready, collector);
      await pace();
    }
    if (!parser) {
      const rest = start();
      await write(parser!, rest, collector);
    }
    await end(parser!, collector);
  } catch (error) {
    if (!(error instanceof CsvError)) throw error;
    throw refusalOf(error);
  } finally {
    parser?.destroy();
  }
  return collector.finish(last === 10 || last === 13, pace);
}

/** What cells are read as: every byte is a character, until it is known what the file is written in. */
const RAW = 'latin1';

/** Cuts a body into small pieces; UTF-16 becomes UTF-8, and byte order marks are left out. */
async function* piecesOf(body: AsyncIterable<Buffer>): AsyncGenerator<Buffer> {
  let decoder: TextDecoder | null | undefined;
  let waiting: Buffer = Buffer.alloc(0);
  for await (const chunk of body) {
    let bytes = chunk;
    if (decoder === undefined) {
      waiting = Buffer.concat([waiting, chunk]);
      if (waiting.length < 4) continue;
      decoder = decoderOf(waiting);
      bytes = withoutMark(waiting, decoder);
    }
    yield* cut(decoder ? Buffer.from(decoder.decode(bytes, { stream: true })) : bytes);
  }
  if (decoder === undefined) yield* cut(withoutMark(waiting, null));
  if (decoder) yield* cut(Buffer.from(decoder.decode()));
}

function* cut(bytes: Buffer): Generator<Buffer> {
  for (let from = 0; from < bytes.length; from += PIECE) yield bytes.subarray(from, from + PIECE);
}

/** @throws SubmissionRefused for a spreadsheet or an archive */
function decoderOf(head: Buffer): TextDecoder | null {
  const mark = head.toString('hex', 0, 4);
  if (mark.startsWith('fffe')) return new TextDecoder('utf-16le');
  if (mark.startsWith('feff')) return new TextDecoder('utf-16be');
  if (mark === '504b0304' || mark === 'd0cf11e0') throw new SubmissionRefused(NO_SPREADSHEET, { status: 415 });
  return null;
}

const NO_SPREADSHEET = `This is a spreadsheet and not CSV: send an .xlsx file as \`content-type: ${SPREADSHEET_TYPE}\`, or save it as "CSV UTF-8" and send that.`;

const withoutMark = (bytes: Buffer, decoder: TextDecoder | null) =>
  !decoder && bytes.toString('hex', 0, 3) === 'efbbbf' ? bytes.subarray(3) : bytes;

/** Whether the first line that holds anything has ended. */
const hasHeader = (head: Buffer) => /\S[^\r\n]*[\r\n]/.test(head.toString(RAW));

/** Which delimiter the header has most of, outside of quotes. */
function delimiterOf(head: Buffer): Delimiter {
  const line = /\S[^\r\n]*/.exec(head.toString(RAW))?.[0] ?? '';
  const bare = line.replaceAll(/"[^"]*"/g, '');
  const counts = DELIMITERS.map((delimiter) => bare.split(delimiter).length);
  return DELIMITERS[counts.indexOf(Math.max(...counts))]!;
}

type Parsed = { record: string[]; info: { lines: number } };

function parserFor(delimiter: Delimiter, collector: Collector): Parser {
  const parser = parse({
    delimiter,
    encoding: RAW,
    info: true,
    relax_column_count: true,
    skip_empty_lines: true,
    max_record_size: LONGEST_LINE,
  });
  parser.on('data', ({ record, info }: Parsed) => collector.take(record, info.lines));
  // Errors are told to whoever writes.
  parser.on('error', (error) => (collector.failure ??= error));
  return parser;
}

async function write(parser: Parser, piece: Buffer, collector: Collector): Promise<void> {
  await new Promise<void>((resolve, reject) => {
    parser.write(piece, (error) => (error ? reject(error) : resolve()));
  });
  collector.check();
}

async function end(parser: Parser, collector: Collector): Promise<void> {
  await new Promise<void>((resolve, reject) => {
    parser.once('end', resolve).once('error', reject);
    parser.end();
  });
  collector.check();
}

/** Takes records, and stops taking them at the first that is too much. */
class Collector {
  delimiter: Delimiter = ',';
  failure: Error | undefined;
  private header: string[] | undefined;
  private readonly rows: CsvRow[] = [];
  /** Whether each cell that holds more than ASCII is UTF-8. */
  private utf8 = true;
  /** Where such cells are. */
  private readonly beyondAscii: [cells: string[], place: number][] = [];
  private headers = 0;
  private blanks = 0;
  private readonly mostRows: number;
  /** Whether cells are text already, and not bytes of a text that is yet to be decoded. */
  private readonly isText: boolean;

  constructor(mostRows: number, { isText = false } = {}) {
    this.mostRows = mostRows;
    this.isText = isText;
  }

  take(cells: string[], line: number): void {
    if (this.failure) return;
    if (cells.length > MOST_COLUMNS) {
      return this.fail(`A row has ${cells.length} cells: at most ${MOST_COLUMNS} are taken.`, line);
    }
    if (cells.every((text) => text.trim() === '')) {
      this.blanks++;
      if (this.blanks <= MOST_BLANKS) return;
      this.fail(`There are more than ${inWords(MOST_BLANKS)} rows with nothing in them: leave them out.`, line);
      return;
    }
    for (const [place, text] of cells.entries()) {
      if (text.length > LONGEST_CELL) {
        const most = inWords(LONGEST_CELL);
        return this.fail(`A cell has ${inWords(text.length)} characters: at most ${most} are taken.`, line);
      }
      if (this.isText || !/[\x80-\xff]/.test(text)) continue;
      this.beyondAscii.push([cells, place]);
      this.utf8 &&= isUtf8(Buffer.from(text, RAW));
    }
    if (!this.header) {
      this.header = cells;
    } else if (this.headers < this.mostRows && this.isHeader(cells)) {
      this.headers++;
    } else if (this.rows.length === this.mostRows || this.headers === this.mostRows) {
      const remedy = 'send them in parts, each with an idempotency key of its own';
      this.fail(`There are more than ${inWords(this.mostRows)} rows: ${remedy}.`, line);
    } else {
      this.rows.push({ cells, line });
    }
  }

  /** @throws what has gone wrong */
  check(): void {
    if (this.failure) throw this.failure;
  }

  async finish(endsWithLine: boolean, pace: () => Promise<void>): Promise<Csv> {
    const { header, rows, delimiter } = this;
    if (!header || rows.length === 0) {
      throw new SubmissionRefused('There are no rows: the first line names the columns, and the others hold the rows.');
    }
    const final = rows.at(-1)!;
    if (!endsWithLine && final.cells.length < header.length) {
      const reason = 'The file ends in the middle of a row: it is cut off, and nothing of it is written.';
      throw new SubmissionRefused(reason, { line: final.line });
    }
    const decoder = new TextDecoder(this.utf8 ? 'utf-8' : 'windows-1252');
    for (const [cells, place] of this.beyondAscii) {
      cells[place] = decoder.decode(Buffer.from(cells[place]!, RAW));
      await pace();
    }
    return { header, rows, delimiter };
  }

  private isHeader(cells: readonly string[]): boolean {
    return cells.length === this.header!.length && cells.every((text, place) => text === this.header![place]);
  }

  private fail(message: string, line: number): void {
    this.failure = new SubmissionRefused(message, { line });
  }
}

function refusalOf(error: CsvError): SubmissionRefused {
  const line = typeof error['lines'] === 'number' ? error['lines'] : undefined;
  if (error.code === 'CSV_MAX_RECORD_SIZE') {
    const reason = `a row is longer than ${inWords(LONGEST_LINE)} bytes, or a quote in it is never closed`;
    return new SubmissionRefused(`This is not CSV: ${reason}.`, { line });
  }
  return new SubmissionRefused(`This is not CSV, or it is cut off: ${error.message}`, { line });
}
