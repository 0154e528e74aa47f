import type { Socket } from 'node:net';
import { Client, type ClientConfig } from 'pg';
import { prepareValue } from 'pg/lib/utils.js';
import { before, waiting, type Patience } from './deadline.ts';

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
  bind(message: {
    portal: string;
    statement: string;
    values: unknown[];
    binary: boolean;
    valueMapper: (value: unknown) => unknown;
  }): void;
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

  constructor(
    statement: Statement,
    values: unknown[],
    parserOf: (type: number) => Parser,
    done: (error: Error | null, rows: object[]) => void,
  ) {
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
  const fields = columns.map(
    ([name, parse], i) =>
      `${JSON.stringify(name)}: ${parse === asIs ? `texts[${i}]` : `texts[${i}] === null ? null : parsers[${i}](texts[${i}])`}`,
  );
  return new Function('parsers', `return (texts) => ({ ${fields.join(', ')} });`)(parsers) as NonNullable<
    Statement['row']
  >;
}

/** PostgreSQL's numbers for `text` and `varchar`. */
const TEXTS = new Set([25, 1043]);

/** The database cannot be reached, or the connection to it broke. */
export class DatabaseAway extends Error {}

/** A statement that is not answered yet. */
interface Sent {
  began: number;
  /** Whether somebody waits for it. */
  wanted: boolean;
}

interface Connection {
  client: Client;
  opened: Promise<unknown>;
  /** When it was opened, in milliseconds. */
  since: number;
  /** Statements that are not answered yet, in the order in which they were sent. */
  sent: Set<Sent>;
  /** Bytes that had come when it was looked at last. */
  heard: number;
  /** Whether the server was told to cancel a statement: which one that hits cannot be known. */
  cancelled: boolean;
}

/** How long a connection may say nothing before the server is asked whether it is still working, in milliseconds. */
const SILENT = 1_000;
/** How often connections that have something to do are looked at, in milliseconds. */
const LOOK = 500;
/** Longest time in which a connection must be made, in milliseconds. */
const CONNECTING = 2_000;
/** How old a connection becomes, in milliseconds: what stands between may forget one that is older. */
const OLDEST = 30 * 60_000;

/** Which of these are still at work: one that waits for us to read what it sends is, too, only if something comes. */
const AT_WORK = `select pid from pg_stat_activity where pid = any($1) and state = 'active' and wait_event is distinct from 'ClientWrite'`;
const CANCEL = `select pg_cancel_backend(pid) from pg_stat_activity where pid = any($1) and state = 'active'`;

/**
 * Connections for reads. A connection takes a statement without waiting for the answer to the one before, and a
 * connection is opened only when all there are have something to do. One that breaks, or says nothing while the server
 * does not work on anything for it either, is dropped, and what was sent on it is sent once more on another: whatever is
 * sent here may be done twice. What nobody waits for any more is cancelled.
 */
export class Reads {
  private readonly connections: Connection[] = [];
  private readonly config: ClientConfig;
  private readonly most: number;
  private readonly limit: number;
  private looking: NodeJS.Timeout | undefined;
  private ended = false;

  /**
   * @param most connections at a time
   * @param limit longest time of a statement, in milliseconds
   */
  constructor(config: ClientConfig, most: number, limit: number) {
    const options = `${config.options ?? ''} -c statement_timeout=${limit}`;
    this.config = { ...config, options, keepAlive: true, connectionTimeoutMillis: CONNECTING };
    this.most = most;
    this.limit = limit;
  }

  /** What there is: connections with something to do and without, and statements that wait for those before them. */
  get use(): { busy: number; idle: number; waiting: number } {
    const busy = this.connections.filter(({ sent }) => sent.size > 0);
    const waiting = busy.reduce((sum, { sent }) => sum + sent.size - 1, 0);
    return { busy: busy.length, idle: this.connections.length - busy.length, waiting };
  }

  /** @throws DatabaseAway, and what the database says; TimeIsUp or NobodyWaits where nobody waits any more */
  async send<Row>(statement: Statement, values: unknown[]): Promise<Row[]> {
    const patience = waiting.getStore();
    if (patience?.over) throw patience.over;
    const lost = (error: unknown) => error instanceof DatabaseAway && !patience?.over && !this.ended;
    const began = performance.now();
    return this.sendOnce<Row>(statement, values, patience).catch((error: unknown) => {
      if (!lost(error)) throw error;
      // Those that were there already may be lost, too.
      return this.sendOnce<Row>(statement, values, patience, began);
    });
  }

  private async sendOnce<Row>(
    statement: Statement,
    values: unknown[],
    patience: Patience | undefined,
    after = 0,
  ): Promise<Row[]> {
    const connection = this.free(after);
    const sent: Sent = { began: performance.now(), wanted: true };
    connection.sent.add(sent);
    this.looking ??= setTimeout(() => void this.look(), LOOK);
    try {
      const answered = this.answer<Row>(connection, statement, values).finally(() => connection.sent.delete(sent));
      return await (patience ? before(patience, answered) : answered);
    } catch (error) {
      if (patience?.over === error) {
        sent.wanted = false;
        this.cancelUnwanted();
        throw error;
      }
      // The tables are not what they were when the statement was prepared: it is prepared anew.
      if ((error as { code?: string }).code === '0A000') {
        statement.row = undefined;
        this.drop(connection);
      }
      throw isLoss(error, connection) ? new DatabaseAway('The database cannot be reached.', { cause: error }) : error;
    }
  }

  private async answer<Row>({ client, opened }: Connection, statement: Statement, values: unknown[]): Promise<Row[]> {
    await opened;
    return new Promise<Row[]>((resolve, reject) => {
      const parserOf = (type: number) => (TEXTS.has(type) ? asIs : (client.getTypeParser(type) as Parser));
      client.query(
        new Read(statement, values, parserOf, (error, rows) =>
          error ? reject(error) : resolve(rows as Row[]),
        ) as never,
      );
    });
  }

  /** The connection with least to do, of those that were opened after a moment, or a new one. */
  private free(after: number): Connection {
    if (this.ended) throw new Error('The database is closed.');
    let least: Connection | undefined;
    for (const connection of this.connections) {
      if (connection.since >= after && (!least || connection.sent.size < least.sent.size)) least = connection;
    }
    if (least && least.sent.size === 0 && performance.now() - least.since > OLDEST) {
      this.drop(least);
      return this.free(after);
    }
    return least && (least.sent.size === 0 || this.connections.length >= this.most) ? least : this.open();
  }

  private open(): Connection {
    const client = new Client({ ...this.config, pipeline: true } as ClientConfig);
    const connection: Connection = {
      client,
      opened: client.connect(),
      since: performance.now(),
      sent: new Set(),
      heard: 0,
      cancelled: false,
    };
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

  /** Looks after connections that have something to do, for as long as there are any. */
  private async look(): Promise<void> {
    const now = performance.now();
    const silent: Connection[] = [];
    for (const connection of this.connections) {
      const [first] = connection.sent;
      const heard = streamOf(connection.client).bytesRead;
      // One that is being made has a time limit of its own.
      const isSilent =
        first !== undefined &&
        pidOf(connection.client) !== null &&
        now - first.began > SILENT &&
        heard === connection.heard;
      connection.heard = heard;
      if (!isSilent) continue;
      // The server would have ended the statement by itself: it does not hear, or is not heard.
      if (now - first.began > this.limit + SILENT) this.cut(connection);
      else silent.push(connection);
    }
    if (silent.length > 0) {
      const atWork = await this.control(AT_WORK, silent).catch(() => null);
      for (const connection of silent) {
        const stillSilent = streamOf(connection.client).bytesRead === connection.heard && connection.sent.size > 0;
        if (atWork && stillSilent && !atWork.has(pidOf(connection.client)!)) this.cut(connection);
      }
    }
    this.cancelUnwanted();
    const goesOn = !this.ended && this.connections.some(({ sent }) => sent.size > 0);
    this.looking = goesOn ? setTimeout(() => void this.look(), LOOK) : undefined;
  }

  /** Ends a connection that does not answer: what was sent on it fails. */
  private cut(connection: Connection): void {
    this.drop(connection);
    streamOf(connection.client).destroy();
  }

  private cancelUnwanted(): void {
    const unwanted = this.connections.filter(({ sent, cancelled }) => {
      const [first] = sent;
      return first && !first.wanted && !cancelled;
    });
    if (unwanted.length === 0) return;
    for (const connection of unwanted) connection.cancelled = true;
    const again = () => {
      for (const connection of unwanted) connection.cancelled = false;
    };
    this.control(CANCEL, unwanted)
      .catch(() => {})
      .finally(() => setTimeout(again, LOOK).unref());
  }

  /** Asks the server about connections, over one of its own; the processes that it tells of. */
  private async control(statement: string, connections: readonly Connection[]): Promise<Set<number>> {
    const client = new Client({ ...this.config, connectionTimeoutMillis: SILENT, query_timeout: SILENT });
    client.on('error', () => {});
    try {
      await client.connect();
      const { rows } = await client.query<{ pid: number }>(statement, [connections.map((each) => pidOf(each.client))]);
      return new Set(rows.map(({ pid }) => pid));
    } finally {
      streamOf(client).destroy();
    }
  }

  async end(): Promise<void> {
    this.ended = true;
    clearTimeout(this.looking);
    await Promise.all(this.connections.splice(0).map(({ client }) => client.end().catch(() => {})));
  }
}

const streamOf = (client: Client) => (client as unknown as { connection: { stream: Socket } }).connection.stream;
const pidOf = (client: Client) => (client as unknown as { processID: number | null }).processID;

/** The server is being ended or begun, has no connection left, or cannot be reached. */
const AWAY =
  /^(08\w{3}|57P0\d|53300|ECONNREFUSED|ECONNRESET|ENOENT|EPIPE|ETIMEDOUT|ENOTFOUND|EHOSTUNREACH|ENETUNREACH|EAI_AGAIN)$/;
/** What `pg` says, without a code, of a connection that is lost or could not be made. */
const LOST =
  /^(Connection terminated|timeout expired|timeout exceeded when trying to connect|Client (has encountered a connection error|was closed)|Query read timeout)/;

/** Whether an error is of the connection, not of the statement. */
export const isAway = ({ code, message }: { code?: unknown; message?: unknown }): boolean =>
  AWAY.test(String(code ?? '')) || LOST.test(String(message ?? ''));

/** A statement that was cancelled though somebody waited for it was not meant. */
const isLoss = (error: unknown, { cancelled }: Connection): boolean =>
  isAway(error as Error) || (cancelled && (error as { code?: string }).code === '57014');
