import type { EntityManager } from '@mikro-orm/postgresql';
import type { Column } from './columns.ts';
import type { ImportReport } from './report.ts';
import type { Merge } from './merge.ts';

/** A kind of file that can be imported, and where its rows go. */
export interface ImportKind {
  /** Name on the command line, for example `gias-links`. */
  kind: string;
  /** What it is and where it comes from, in a line. */
  describes: string;
  /** Which columns are read, into what. */
  columns: Column[];
  /** A column that may spill into fields beyond the header where it is the last, as the register's links do. */
  spills?: string;
  /** Why a row is of a sort that is not imported; its values are then not looked at. */
  passOver?(at: RowPlace): string | undefined;
  /** For the charity's own formats: an example file. */
  template?: string;
  /** What a template says below its rows of the words that may stand in them, beside those that its columns know. */
  legend?: readonly string[];
  /** For the charity's own formats: the sorts of rows, the names that a sheet or file of each may have, and the columns that it must have. */
  records?: Readonly<Record<string, { names: readonly string[]; columns: readonly string[] }>>;
  /** Called once the header is known; gives what takes the rows. */
  open(session: ImportSession): RowSink | Promise<RowSink>;
}

/** A row whose values have been read by the column table, under the names of that table. */
export type Row = Record<string, unknown>;

/** Takes the rows of a file in their order. */
export interface RowSink {
  /** One row, and how to refuse it. May write in batches. */
  row(row: Row, at: RowPlace): void | Promise<void>;
  /** All rows have come: writes the rest. */
  finish(): Promise<void>;
  /** Why a row that has fewer fields than the header is not whole, as a phrase about its last field; undefined if it is. Without this no row may end early. */
  cutShort?(fields: readonly string[]): string | undefined;
  /** Whether a line can begin a row: a row that ends early before one that cannot was broken by a line break inside it. */
  begins?(fields: readonly string[]): boolean;
  /** Whether the file may end with this row without a line break behind it. Without this a row of all fields may. */
  mayBeLast?(fields: readonly string[]): boolean;
}

/** Where a row stands. */
export interface RowPlace {
  line: number;
  /** A field of the row as text, by the header's names in any case; empty where the row ends before. */
  text(column: string): string;
  /** The fields of the row as they stand. */
  fields: readonly string[];
  /** Refuses the row; the rest of the file goes on. */
  reject(column: string, value: string, reason: string): void;
}

/** What an import has to work with: one file in one transaction. */
export interface ImportSession {
  em: EntityManager;
  /** Writes rows, and counts which were new, changed, or as they are. */
  merge: Merge;
  report: ImportReport;
  file: ImportFile;
  /** The names in the header. */
  header: ReadonlySet<string>;
  /** The same in their order. */
  columns: readonly string[];
  /** The sorts of records that the file holds, even if there are none of them. */
  holds: Set<string>;
  /** Remembers a URN that the file speaks of; those that are not on the register are listed at the end. */
  sawUrn(urn: string): void;
  /** A row without what the file has no column for: what another file said of that stands. */
  given<Fields extends object>(row: Fields): Fields;
  /** Refuses the whole file: nothing of it is kept. */
  refuse(reason: string, line?: number): never;
}

export interface ImportFile {
  name: string;
  /** Whether it belongs to the fictional demo network. */
  fictional: boolean;
  /** Academic year, if it was given. */
  year?: string;
  /** Release status, if it was given. */
  status?: string;
  /** The folder it lies in. */
  folder?: string;
  /** The day of a release, if it was given. */
  release?: string;
  /** It is taken although columns are missing that are expected. */
  acceptMissing?: boolean;
  /** It is taken although its figures are unlikely. */
  acceptUnusual?: boolean;
  /** It holds everything there is of its kind: what it does not hold is removed. */
  deleteMissing?: boolean;
}

/** The whole file was refused. */
export class ImportRefused extends Error {
  readonly line?: number;

  constructor(reason: string, line?: number) {
    super(line == null ? reason : `line ${line}: ${reason}`);
    this.line = line;
  }
}
