import { createWriteStream, type WriteStream } from 'node:fs';
import { once } from 'node:events';
import { stringify } from 'csv-stringify/sync';

/** Most rejected rows and unknown URNs that are kept for the summary; a report file has them all. */
const SHOWN = 20;

export interface Rejection {
  line: number;
  column: string;
  value: string;
  reason: string;
  /** In a workbook, the cell. */
  cell?: string;
}

const said = ({ line, column, value, reason, cell }: Rejection) =>
  `line ${line}: ${column} "${value}" ${cell ? `(cell ${cell}) ` : ''}${reason}`;

/** What happened to a file. */
export class ImportReport {
  rowsRead = 0;
  rejected = 0;
  /** Rows of a sort that is not imported, for instance groups that are no trusts, by the reason. */
  passedOver: Record<string, number> = Object.create(null) as Record<string, number>;
  /** Records written, by table. */
  tables: Record<string, { inserted: number; changed: number; unchanged: number; removed: number }> = {};
  /** Markers instead of values, as printed. */
  markers: Record<string, number> = Object.create(null) as Record<string, number>;
  rejections: Rejection[] = [];
  unknownUrns: string[] = [];
  /** What is said of the file beside its rows: what was taken although it is unlikely, what is not in it. */
  notes: string[] = [];
  /** What became of the columns that are expected, in lines. */
  account: string[] = [];
  private readonly file?: WriteStream;

  constructor(path?: string) {
    if (!path) return;
    this.file = createWriteStream(path);
    this.file.write(stringify([['line', 'column', 'value', 'reason', 'cell']]));
  }

  reject(rejection: Rejection): void {
    this.rejected++;
    if (this.rejections.length < SHOWN) this.rejections.push(rejection);
    this.file?.write(
      stringify([[rejection.line, rejection.column, rejection.value, rejection.reason, rejection.cell ?? '']]),
    );
  }

  /** The first row that was rejected, and why. */
  firstRejection(): string {
    return this.rejections.slice(0, 1).map(said).join('');
  }

  passOver(reason: string): void {
    this.passedOver[reason] = (this.passedOver[reason] ?? 0) + 1;
  }

  marker(marker: string): void {
    this.markers[marker] = (this.markers[marker] ?? 0) + 1;
  }

  count(table: string, what: 'inserted' | 'changed' | 'unchanged' | 'removed', by: number): void {
    (this.tables[table] ??= { inserted: 0, changed: 0, unchanged: 0, removed: 0 })[what] += by;
  }

  unknown(urns: string[]): void {
    this.unknownUrns = urns;
    for (const urn of urns)
      this.file?.write(stringify([['', 'URN', urn, 'not on the register that was imported; its rows are kept', '']]));
  }

  async close(): Promise<void> {
    if (!this.file) return;
    this.file.end();
    await once(this.file, 'finish');
  }

  /** The report in lines for people. */
  lines(): string[] {
    const n = (value: number) => value.toLocaleString('en-GB');
    const lines = [`rows read ${n(this.rowsRead)}, rejected ${n(this.rejected)}`];
    for (const [table, { inserted, changed, unchanged, removed }] of Object.entries(this.tables)) {
      lines.push(
        `${table}: inserted ${n(inserted)}, changed ${n(changed)}, unchanged ${n(unchanged)}${removed ? `, removed ${n(removed)}` : ''}`,
      );
    }
    for (const [reason, number] of Object.entries(this.passedOver)) lines.push(`passed over ${n(number)}: ${reason}`);
    const markers = Object.entries(this.markers).map(([marker, number]) => `${marker || 'blank'} ${n(number)}`);
    if (markers.length) lines.push(`no value: ${markers.join(', ')}`);
    if (this.unknownUrns.length)
      lines.push(
        `not on the register: ${n(this.unknownUrns.length)} URNs (${this.unknownUrns.slice(0, SHOWN).join(', ')}${this.unknownUrns.length > SHOWN ? ', …' : ''})`,
      );
    lines.push(...this.rejections.map(said));
    if (this.rejected > this.rejections.length)
      lines.push(`… and ${n(this.rejected - this.rejections.length)} more: give --report FILE to have them all`);
    lines.push(...this.notes, ...this.account);
    return lines;
  }
}
