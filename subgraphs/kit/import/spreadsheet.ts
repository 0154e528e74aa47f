import { Worker } from 'node:worker_threads';
import type { Sheet, SheetResult, SheetRow, SheetTask } from './spreadsheetWorker.ts';

export type { Sheet, SheetRow } from './spreadsheetWorker.ts';

/** The media type of `.xlsx`. */
export const SPREADSHEET_TYPE = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet';

/** A spreadsheet that cannot be read: people may read why. */
export class SpreadsheetRefused extends Error {}

/** Longest time that reading a spreadsheet may take, in milliseconds, and most memory, in megabytes. */
const LONGEST = 20_000;
const MOST_MEMORY = 320;

const WORKER = new URL('spreadsheetWorker.ts', import.meta.url);

/** Spreadsheets are read one after the other, so that many of them take no more memory than one. */
let turn: Promise<unknown> = Promise.resolve();

/**
 * Reads the first sheet of an `.xlsx` file, in a thread of its own, which holds nobody up and may use only so much memory
 * and time. Cells are as people see them: a percentage of 71% is `71%` and not 0.71, a day is `2026-03-14`, a formula is
 * what it came to.
 * @param mostRows most rows that are looked at, the header and empty ones included
 * @throws SpreadsheetRefused
 */
export async function readSpreadsheet(bytes: Uint8Array, mostRows: number): Promise<SheetRow[]> {
  const sheets = await inTurn({ bytes, mostRows, allSheets: false });
  return sheets[0]!.rows;
}

/**
 * Reads all sheets of an `.xlsx` file that are not hidden, in the same way and within the same bounds.
 * @throws SpreadsheetRefused
 */
export function readWorkbook(bytes: Uint8Array, mostRows: number): Promise<Sheet[]> {
  return inTurn({ bytes, mostRows, allSheets: true });
}

/** Whether the text of a cell is what a spreadsheet shows where a formula came to nothing, such as `#REF!`. */
export const isCellError = (text: string): boolean => text.includes('#') && CELL_ERROR.test(text.trim());
const CELL_ERROR =
  /^#(?:REF!|N\/A|VALUE!|DIV\/0!|NAME\?|NUM!|NULL!|SPILL!|CALC!|FIELD!|BLOCKED!|CONNECT!|BUSY!|UNKNOWN!|GETTING_DATA|EXTERNAL!)$/i;

/** What a spreadsheet calls a cell, by the place of its column, from 0, and the number of its row: `C5`. */
export function cellName(place: number, row: number): string {
  let letters = '';
  for (let rest = place + 1; rest > 0; rest = Math.floor((rest - 1) / 26))
    letters = String.fromCharCode(65 + ((rest - 1) % 26)) + letters;
  return `${letters}${row}`;
}

function inTurn(task: SheetTask): Promise<Sheet[]> {
  const read = turn.then(() => readAside(task));
  turn = read.catch(() => null);
  return read;
}

function readAside(task: SheetTask): Promise<Sheet[]> {
  return new Promise((resolve, reject) => {
    const worker = new Worker(WORKER, { workerData: task, resourceLimits: { maxOldGenerationSizeMb: MOST_MEMORY } });
    const timer = setTimeout(() => {
      reject(new SpreadsheetRefused('The spreadsheet takes too long to read: send fewer rows, or send them as CSV.'));
      void worker.terminate();
    }, LONGEST);
    worker.once('message', (result: SheetResult) => {
      if ('sheets' in result) resolve(result.sheets);
      else reject(new SpreadsheetRefused(result.refused));
    });
    worker.once('error', () => {
      reject(
        new SpreadsheetRefused('The spreadsheet takes too much memory to read: send fewer rows, or send them as CSV.'),
      );
    });
    worker.once('exit', () => {
      clearTimeout(timer);
      reject(new SpreadsheetRefused('The spreadsheet could not be read: send the rows as CSV.'));
    });
  });
}
