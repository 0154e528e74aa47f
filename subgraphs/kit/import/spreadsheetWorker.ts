import { promisify } from 'node:util';
import { parentPort, workerData } from 'node:worker_threads';
import { readXlsx } from 'hucre/xlsx';
import { fromBuffer, type Entry, type ZipFile } from 'yauzl';

/** A row of a sheet: its cells as text, and its number as the spreadsheet shows it. */
export interface SheetRow {
  cells: string[];
  line: number;
}

/** A sheet of a workbook, by its name. */
export interface Sheet {
  name: string;
  rows: SheetRow[];
}

/** What a thread that reads a spreadsheet is given. */
export interface SheetTask {
  bytes: Uint8Array;
  mostRows: number;
  /** All sheets that are not hidden, and not only the first. */
  allSheets: boolean;
}

/** What it came to. */
export type SheetResult = { sheets: Sheet[] } | { refused: string };

/** Most bytes that a spreadsheet may have once it is unpacked, and most parts. */
const MOST_UNPACKED = 128 * 1024 * 1024;
const MOST_PARTS = 2_000;

const TOO_LARGE = 'The spreadsheet is too large once it is unpacked: send fewer rows, or send them as CSV.';

const open = promisify(fromBuffer) as (bytes: Buffer, options: object) => Promise<ZipFile>;

/** Unpacks everything once and keeps nothing, so that what is larger than it says is found before it is read. */
async function checkSize(bytes: Buffer): Promise<void> {
  const archive = await open(bytes, { lazyEntries: true });
  const unpack = promisify(archive.openReadStream.bind(archive)) as (entry: Entry) => Promise<NodeJS.ReadableStream>;
  let [unpacked, parts] = [0, 0];
  archive.readEntry();
  for await (const entry of entriesOf(archive)) {
    parts++;
    unpacked += entry.uncompressedSize;
    if (parts > MOST_PARTS || unpacked > MOST_UNPACKED) throw new RangeError(TOO_LARGE);
    // What is not as large as it says is an error of the stream.
    if (!entry.fileName.endsWith('/')) for await (const chunk of await unpack(entry)) void chunk;
    archive.readEntry();
  }
}

async function* entriesOf(archive: ZipFile): AsyncGenerator<Entry> {
  while (true) {
    const entry = await new Promise<Entry | null>((resolve, reject) => {
      archive.once('entry', resolve);
      archive.once('end', () => resolve(null));
      archive.once('error', reject);
    });
    archive.removeAllListeners();
    if (!entry) return;
    yield entry;
  }
}

interface Hideable {
  hidden?: boolean;
  veryHidden?: boolean;
}

/** A cell as people see it. */
function textOf(value: unknown, format: string | undefined): string {
  if (value === null || value === undefined) return '';
  if (value instanceof Date) {
    const text = value.toISOString();
    return text.endsWith('T00:00:00.000Z') ? text.slice(0, 10) : text;
  }
  if (typeof value === 'boolean') return value ? 'true' : 'false';
  if (typeof value !== 'number') return String(value);
  // A binary fraction times 100 is not quite what was typed.
  if (format?.includes('%')) return `${Number((value * 100).toPrecision(12))}%`;
  return String(Number(value.toPrecision(15)));
}

async function read({ bytes, mostRows, allSheets }: SheetTask): Promise<SheetResult> {
  try {
    await checkSize(Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength));
    const which = allSheets ? ({ hidden, veryHidden }: Hideable) => !hidden && !veryHidden : [0];
    const { sheets } = await readXlsx(bytes, { sheets: which, readStyles: true, maxRows: mostRows });
    if (sheets.length === 0) return { refused: 'The spreadsheet has no sheets.' };
    return {
      sheets: sheets.map((sheet) => {
        const formatOf = (row: number, column: number) => sheet.cells?.get(`${row},${column}`)?.style?.numFmt;
        const rows = sheet.rows.map((cells, row) => ({
          cells: cells.map((value, column) => textOf(value, formatOf(row, column))),
          line: row + 1,
        }));
        return { name: sheet.name, rows };
      }),
    };
  } catch (error) {
    if (error instanceof RangeError) return { refused: error.message === TOO_LARGE ? TOO_LARGE : UNREADABLE };
    return { refused: UNREADABLE };
  }
}

const UNREADABLE =
  'This is not a spreadsheet that can be read, or it is damaged: save it as .xlsx again, without a password, or as CSV.';

// oxlint-disable-next-line unicorn/require-post-message-target-origin -- a thread has no origin
parentPort!.postMessage(await read(workerData as SheetTask));
