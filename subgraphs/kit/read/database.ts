import { MikroORM, type EntityManager, type EntitySchema, type Options } from '@mikro-orm/postgresql';
import { Migrator, type Migration } from '@mikro-orm/migrations';
import { sql, type Kysely, type RawBuilder } from 'kysely';
import { TypeOverrides, type ClientConfig } from 'pg';
import { parseIntoClientConfig } from 'pg-connection-string';
import { RowCache, requestTrace, type Invalidation, type Dependency } from './cache.ts';
import { Listener } from './invalidation.ts';
import { Deadline, waiting } from './deadline.ts';
import { Reads, type Statement } from './pipeline.ts';
import { timesIn } from '../process/settings.ts';

// oxlint-disable-next-line typescript/no-explicit-any -- entities of every shape
export type AnyEntitySchema = EntitySchema<any, any>;

export interface DatabaseOptions {
  /** PostgreSQL schema that holds the tables: the subgraph's name. */
  schema: string;
  /** Connection string, for example `postgres://user:secret@host/db`; a socket directory goes in `?host=`. */
  url: string;
  entities: AnyEntitySchema[];
  migrations: (new (...args: never[]) => Migration)[];
  /** Most connections at a time. */
  poolSize?: number;
  /** Whether rows that were read are kept until they change. */
  cache?: boolean;
  /** Longest time of a read, in milliseconds; left out: as long as a request may take. */
  timeout?: number;
  /** Keeps answers that are made of these rows and others: told of changes, too, in tables named `schema.table`. */
  answers?: RowCache;
}

/** Most statements that connections keep prepared; those of rarer shapes are planned each time. */
const MOST_PREPARED = 500;
/** PostgreSQL's number for the type `date`, which stays the text that it is. */
const DATE = 1082;

interface Compiled {
  text: string;
  parameters: unknown[];
}

/** Key of the lock that migrations take turns with; one for all subgraphs, since extensions belong to the database. */
const MIGRATING = 2_011_2026;

/**
 * The tables of one subgraph in a schema of their own. Connections see that schema and `public` (where the
 * extensions are) and no other subgraph's.
 */
export class Database {
  /** Number of statements sent since start, for tests and metrics. */
  statements = 0;
  private readonly kysely: Kysely<unknown>;
  private readonly reads: Reads;
  /** What is announced of which tables; not known before migrations are done. */
  private announced: ReadonlyMap<string, ReadonlySet<string>> | null = null;
  private readonly prepared = new Map<string, Statement>();
  private readonly selections = new Map<string, RawBuilder<unknown>>();

  readonly orm: MikroORM;
  /** Rows kept until they change; null if none are. */
  readonly cache: RowCache | null;
  private readonly listener: Listener | null;
  private readonly options: DatabaseOptions;

  private constructor(orm: MikroORM, reads: Reads, connection: ClientConfig, options: DatabaseOptions) {
    this.orm = orm;
    this.reads = reads;
    this.cache = options.cache ? new RowCache('rows', options.schema) : null;
    this.listener =
      this.cache &&
      new Listener(connection, options.schema, timesIn().changes, {
        hears: (live) => this.hears(live),
        changed: (change) => this.changed(change),
      });
    this.options = options;
    this.kysely = orm.em.fork().getKysely() as unknown as Kysely<unknown>;
  }

  static async open(options: DatabaseOptions): Promise<Database> {
    const { host, port, user, password, database, ssl } = parseIntoClientConfig(options.url);
    const max = options.poolSize ?? 10;
    const connection = { options: `-c search_path=${options.schema},public`, ...(ssl ? { ssl } : {}) };
    const secret = typeof password === 'string' ? password : undefined;
    const orm = await MikroORM.init({
      entities: options.entities,
      dbName: database ?? undefined,
      host,
      port,
      user,
      password: secret,
      schema: options.schema,
      driverOptions: { ...connection, keepAlive: true, connectionTimeoutMillis: options.timeout ?? timesIn().request },
      pool: { min: 0, max },
      extensions: [Migrator],
      migrations: {
        migrationsList: options.migrations as never,
        tableName: 'migration',
        snapshot: false,
        silent: true,
      },
      logger: () => {},
      colors: false,
    } as Options);
    const types = new TypeOverrides();
    types.setTypeParser(DATE, (text: string) => text);
    // Reads are looked up by index, whatever the values: planning them once is enough.
    const server: ClientConfig = {
      database: database ?? undefined,
      host: host ?? undefined,
      port: port ? Number(port) : undefined,
      user,
      password: secret,
      ssl: ssl as never,
      types,
    };
    const reads = new Reads(
      { ...server, options: `${connection.options} -c plan_cache_mode=force_generic_plan` },
      max,
      options.timeout ?? timesIn().request,
    );
    return new Database(orm as MikroORM, reads, server, options);
  }

  /** Brings the tables up to date. Several processes may do so at once: they take turns. */
  async migrate(): Promise<void> {
    await this.kysely.connection().execute(async (connection) => {
      await sql`select pg_advisory_lock(${MIGRATING})`.execute(connection);
      try {
        await sql`create schema if not exists ${sql.id(this.options.schema)}`.execute(connection);
        await this.orm.migrator.up();
        this.announced = await announcedIn(this);
      } finally {
        await sql`select pg_advisory_unlock(${MIGRATING})`.execute(connection);
      }
    });
  }

  /**
   * Refuses what a loader says that it reads from, if no migration has it announced: its rows would be kept for good.
   * @throws Error for whoever writes the loader
   */
  checkAnnounced(from: readonly Dependency[]): void {
    if (!this.announced) return;
    for (const source of from) {
      const [table = '', column = ''] = source.split('.');
      const columns = this.announced.get(table);
      if (columns && (column === '*' || columns.has(column))) continue;
      throw new Error(`A loader of ${this.options.schema} reads from "${source}", which no migration has announced.`);
    }
  }

  /** Begins to keep rows that were read, once the tables are there. */
  async remember(): Promise<void> {
    await this.listener?.start();
  }

  private hears(live: boolean): void {
    for (const cache of [this.cache, this.options.answers]) cache?.hears(this.options.schema, live);
  }

  /** Transactions below this number have ended, and nothing is kept that they changed. */
  get settled(): bigint {
    return this.listener?.settled ?? 0n;
  }

  /** The connections for reads, and what they do. */
  get pool(): Reads['use'] {
    return this.reads.use;
  }

  /** Drops what was made of rows that have changed. */
  changed({ table, keys }: Invalidation): void {
    this.cache?.changed({ table, keys });
    this.options.answers?.changed({ table: `${this.options.schema}.${table}`, keys });
  }

  /** Whether the database answers and holds every migration that this version knows. */
  async ready(): Promise<boolean> {
    const rows = await this.rows<{ count: number }>(sql`select count(*)::int as count from migration`);
    return rows[0]!.count >= this.options.migrations.length;
  }

  /** Sends one statement, prepared once on each connection, and gives its rows. */
  async rows<Row>(statement: RawBuilder<unknown>): Promise<Row[]> {
    const { text, parameters } = this.compile(statement);
    return this.send(text, parameters);
  }

  /**
   * A statement that is compiled once: what it is made with stands for the lists that it is sent with, in their order.
   * They go into it as they are, as `any(${keys})` does.
   */
  keyed<Row, Lists extends readonly (readonly unknown[])[] = [readonly string[]]>(
    make: (...lists: Lists) => RawBuilder<unknown>,
  ): (...lists: Lists) => Promise<Row[]> {
    const stands = Array.from({ length: make.length }, () => Object.freeze([]));
    let compiled: Compiled | undefined;
    return (...lists) => {
      compiled ??= this.compile(make(...(stands as readonly unknown[] as Lists)));
      return this.send(
        compiled.text,
        compiled.parameters.map((parameter) => lists[stands.indexOf(parameter as never)] ?? parameter),
      );
    };
  }

  private compile(statement: RawBuilder<unknown>): Compiled {
    const { sql: text, parameters } = statement.compile(this.kysely);
    return { text, parameters: parameters as unknown[] };
  }

  private send<Row>(text: string, parameters: unknown[]): Promise<Row[]> {
    this.statements++;
    // Whoever reads past what is kept does not know when it changes: an answer that is made of it is not kept.
    const doing = requestTrace.getStore();
    if (doing) doing.known = false;
    let statement = this.prepared.get(text);
    if (!statement) {
      const kept = this.prepared.size < MOST_PREPARED;
      statement = { text, name: kept ? `read_${this.prepared.size}` : '' };
      if (kept) this.prepared.set(text, statement);
    }
    return this.reads.send(statement, parameters);
  }

  /** A transaction in a unit of work of its own. */
  transaction<T>(work: (em: EntityManager) => Promise<T>): Promise<T> {
    const patience = waiting.getStore();
    return this.orm.em.fork().transactional(async (em) => {
      // What writes for a client ends with the time that its request has, and is not cancelled because the client goes.
      if (patience instanceof Deadline)
        await (em as EntityManager).execute(`set local statement_timeout = ${patience.left}`);
      return work(em as EntityManager);
    });
  }

  /**
   * The columns of an entity for a `select`, named as its properties, so that a row has the entity's type:
   * `r.host_urn as "hostUrn", …`.
   * @param only those of these properties; the row then lacks the others
   */
  columns(entity: AnyEntitySchema, alias: string, only?: readonly string[]): RawBuilder<unknown> {
    const name = `${entity.meta.className}:${alias}:${only ?? '*'}`;
    let selection = this.selections.get(name);
    if (!selection) {
      const properties = Object.values(this.orm.getMetadata().get(entity.meta.class as never).properties) as {
        name: string;
        fieldNames: string[];
      }[];
      selection = sql.raw(
        properties
          .filter((property) => !only || only.includes(property.name))
          .map(({ name: property, fieldNames }) => `${alias}."${fieldNames[0]}" as "${property}"`)
          .join(', '),
      );
      this.selections.set(name, selection);
    }
    return selection;
  }

  async close(): Promise<void> {
    await this.listener?.stop();
    await Promise.all([this.reads.end(), this.orm.close(true)]);
  }
}

/** The tables whose changes are announced, each with the columns by which they are. */
async function announcedIn(db: Database): Promise<ReadonlyMap<string, ReadonlySet<string>>> {
  const rows = await db.rows<{ name: string; columns: string }>(sql`
    select c.relname as name, encode(t.tgargs, 'escape') as columns
    from pg_trigger t join pg_class c on c.oid = t.tgrelid
    where t.tgname = 'announce_update' and c.relnamespace = to_regnamespace(${db.orm.config.get('schema')!})`);
  return new Map(rows.map(({ name, columns }) => [name, new Set(columns.split('\\000'))]));
}
