import { Client, type ClientConfig } from 'pg';
import { prepareValue } from 'pg/lib/utils.js';

/** A statement as it is sent: the same text is prepared once on each connection, and what its columns are is asked once. */
export interface Statement {
  readonly text: string;
  /** Under which a connection keeps it prepared; empty for one that is not kept. */
  readonly name: string;
  /** Makes a row of the texts of its columns; known once it has been answered. */
  row?: (texts: readonly (string | null)[]) => object;
}

/** What `pg` lets a statement do with the connection that it is sent on. */
interface Wire {
  stream: { cork(): void; uncork(): void };
  parsedStatements: Record<string, string>;
  submittedNamedStatements: Record<string, string>;
  parse(message: { name: string; text: string; types: [] }): void;
  bind(message: { portal: string; statement: string; values: unknown[]; binary: boolean; valueMapper: (value: unknown) => unknown }): void;
  describe(message: { type: 'P'; name: string }): void;
  execute(message: { portal: string; rows: number }): void;
  sync(): void;
}

type Parser = (text: string) => unknown;
interface Field {
  name: string;
  dataTypeID: number;
}

/** One statement under way, as `client.query` takes those that are not its own. */
class Read {
  readonly rows: object[] = [];
  readonly name: string;
  readonly text: string;
  private row: Statement['row'];
  private readonly statement: Statement;
  private readonly values: unknown[];
  private readonly parserOf: (type: number) => Parser;
  readonly callback: (error: Error | null) => void;

  constructor(statement: Statement, values: unknown[], parserOf: (type: number) => Parser, done: (error: Error | null, rows: object[]) => void) {
    this.statement = statement;
    this.name = statement.name;
    this.text = statement.text;
    this.row = statement.row;
    this.values = values;
    this.parserOf = parserOf;
    this.callback = (error) => done(error, this.rows);
  }

  submit(wire: Wire): void {
    const { name, text } = this;
    wire.stream.cork();
    // What is sent in the same moment goes out in one write.
    process.nextTick(() => wire.stream.uncork());
    if (!name || !(wire.parsedStatements[name] ?? wire.submittedNamedStatements[name])) {
      wire.parse({ name, text, types: [] });
      if (name) wire.submittedNamedStatements[name] = text;
    }
    wire.bind({ portal: '', statement: name, values: this.values, binary: false, valueMapper: prepareValue });
    if (!this.row) wire.describe({ type: 'P', name: '' });
    wire.execute({ portal: '', rows: 0 });
    wire.sync();
  }

  handleRowDescription({ fields }: { fields: Field[] }): void {
    this.row = this.statement.row = rowOf(fields.map(({ name, dataTypeID }) => [name, this.parserOf(dataTypeID)]));
  }

  handleDataRow({ fields }: { fields: (string | null)[] }): void {
    this.rows.push(this.row!(fields));
  }

  handleError(error: Error): void {
    this.callback(error);
  }

  handleReadyForQuery(): void {
    this.callback(null);
  }

  handleCommandComplete(): void {}
  handleEmptyQuery(): void {}
  handlePortalSuspended(): void {}
  handleCopyInResponse(): void {}
}

/** Text is what it is; what else there is is parsed. */
const asIs: Parser = (text) => text;

function rowOf(columns: readonly (readonly [name: string, parse: Parser])[]): NonNullable<Statement['row']> {
  const parsers = columns.map(([, parse]) => parse);
  // An object written out is made faster than one that is filled field by field.
  const fields = columns.map(([name, parse], i) => `${JSON.stringify(name)}: ${parse === asIs ? `texts[${i}]` : `texts[${i}] === null ? null : parsers[${i}](texts[${i}])`}`);
  return new Function('parsers', `return (texts) => ({ ${fields.join(', ')} });`)(parsers) as NonNullable<Statement['row']>;
}

/** PostgreSQL's numbers for `text` and `varchar`. */
const TEXTS = new Set([25, 1043]);

interface Connection {
  client: Client;
  opened: Promise<unknown>;
  /** Statements that are not answered yet. */
  busy: number;
}

/**
 * Connections for reads. A connection takes a statement without waiting for the answer to the one before, and a
 * connection is opened only when all there are have something to do. One that breaks fails the statements on it, and is
 * replaced when there is something to read again.
 */
export class Reads {
  private readonly connections: Connection[] = [];
  private readonly config: ClientConfig;
  private readonly most: number;
  private ended = false;

  constructor(config: ClientConfig, most: number) {
    this.config = config;
    this.most = most;
  }

  async send<Row>(statement: Statement, values: unknown[]): Promise<Row[]> {
    const connection = this.free();
    connection.busy++;
    try {
      await connection.opened;
      return await new Promise<Row[]>((resolve, reject) => {
        const read = new Read(statement, values, (type) => (TEXTS.has(type) ? asIs : (connection.client.getTypeParser(type) as Parser)), (error, rows) => (error ? reject(error) : resolve(rows as Row[])));
        connection.client.query(read as never);
      });
    } catch (error) {
      // The tables are not what they were when the statement was prepared: it is prepared anew.
      if ((error as { code?: string }).code === '0A000') {
        statement.row = undefined;
        this.drop(connection);
      }
      throw error;
    } finally {
      connection.busy--;
    }
  }

  /** The connection with least to do, or a new one. */
  private free(): Connection {
    if (this.ended) throw new Error('The database is closed.');
    let least: Connection | undefined;
    for (const connection of this.connections) if (!least || connection.busy < least.busy) least = connection;
    return least && (least.busy === 0 || this.connections.length >= this.most) ? least : this.open();
  }

  private open(): Connection {
    const client = new Client({ ...this.config, pipeline: true } as ClientConfig);
    const connection: Connection = { client, opened: client.connect(), busy: 0 };
    const gone = () => this.drop(connection);
    client.on('error', gone).on('end', gone);
    connection.opened.catch(gone);
    this.connections.push(connection);
    return connection;
  }

  private drop(connection: Connection): void {
    const index = this.connections.indexOf(connection);
    if (index < 0) return;
    this.connections.splice(index, 1);
    connection.client.end().catch(() => {});
  }

  async end(): Promise<void> {
    this.ended = true;
    await Promise.all(this.connections.splice(0).map(({ client }) => client.end().catch(() => {})));
  }
}
