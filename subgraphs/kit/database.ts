import { MikroORM, type EntityManager, type EntitySchema, type Options } from '@mikro-orm/postgresql';
import { Migrator, type Migration } from '@mikro-orm/migrations';
import { sql, type Kysely, type RawBuilder } from 'kysely';
import { Pool, TypeOverrides, type ClientConfig } from 'pg';
import { parseIntoClientConfig } from 'pg-connection-string';
import { RowCache } from './cache.ts';
import { Listener } from './changes.ts';

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
}

/** Most statements that connections keep prepared; those of rarer shapes are planned each time. */
const MOST_PREPARED = 500;
/** PostgreSQL's number for the type `date`, which stays the text that it is. */
const DATE = 1082;

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
  /** Connections for reads, which keep their statements prepared. */
  private readonly pool: Pool;
  private readonly prepared = new Map<string, string>();
  private readonly selections = new Map<string, RawBuilder<unknown>>();

  readonly orm: MikroORM;
  /** Rows kept until they change; null if none are. */
  readonly cache: RowCache | null;
  private readonly listener: Listener | null;
  private readonly options: DatabaseOptions;

  private constructor(orm: MikroORM, pool: Pool, connection: ClientConfig, options: DatabaseOptions) {
    this.orm = orm;
    this.pool = pool;
    this.cache = options.cache ? new RowCache() : null;
    this.listener = this.cache && new Listener(connection, options.schema, this.cache);
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
      driverOptions: connection,
      pool: { min: 0, max },
      extensions: [Migrator],
      migrations: { migrationsList: options.migrations as never, tableName: 'migration', snapshot: false, silent: true },
      logger: () => {},
      colors: false,
    } as Options);
    const types = new TypeOverrides();
    types.setTypeParser(DATE, (text: string) => text);
    // Reads are looked up by index, whatever the values: planning them once is enough.
    const server: ClientConfig = { database: database ?? undefined, host: host ?? undefined, port: port ? Number(port) : undefined, user, password: secret, ssl: ssl as never, types };
    const pool = new Pool({ ...server, options: `${connection.options} -c plan_cache_mode=force_generic_plan`, max, idleTimeoutMillis: 60_000 });
    // A connection that breaks while nobody uses it is replaced when somebody does.
    pool.on('error', () => {});
    return new Database(orm as MikroORM, pool, server, options);
  }

  /** Brings the tables up to date. Several processes may do so at once: they take turns. */
  async migrate(): Promise<void> {
    await this.kysely.connection().execute(async (connection) => {
      await sql`select pg_advisory_lock(${MIGRATING})`.execute(connection);
      try {
        await sql`create schema if not exists ${sql.id(this.options.schema)}`.execute(connection);
        await this.orm.migrator.up();
      } finally {
        await sql`select pg_advisory_unlock(${MIGRATING})`.execute(connection);
      }
    });
  }

  /** Begins to keep rows that were read, once the tables are there. */
  async remember(): Promise<void> {
    await this.listener?.start();
  }

  /** Whether the database answers and holds every migration that this version knows. */
  async ready(): Promise<boolean> {
    const rows = await this.rows<{ count: number }>(sql`select count(*)::int as count from migration`);
    return rows[0]!.count >= this.options.migrations.length;
  }

  /** Sends one statement, prepared once on each connection, and gives its rows. */
  async rows<Row>(statement: RawBuilder<unknown>): Promise<Row[]> {
    this.statements++;
    const { sql: text, parameters } = statement.compile(this.kysely);
    let name = this.prepared.get(text);
    if (!name && this.prepared.size < MOST_PREPARED) this.prepared.set(text, (name = `read_${this.prepared.size}`));
    return (await this.pool.query({ name, text, values: parameters as unknown[] })).rows as Row[];
  }

  /** A transaction in a unit of work of its own. */
  transaction<T>(work: (em: EntityManager) => Promise<T>): Promise<T> {
    return this.orm.em.fork().transactional((em) => work(em as EntityManager));
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
      const properties = Object.values(this.orm.getMetadata().get(entity.meta.class as never).properties) as { name: string; fieldNames: string[] }[];
      selection = sql.raw(properties.filter((property) => !only || only.includes(property.name)).map(({ name: property, fieldNames }) => `${alias}."${fieldNames[0]}" as "${property}"`).join(', '));
      this.selections.set(name, selection);
    }
    return selection;
  }

  async close(): Promise<void> {
    await this.listener?.stop();
    await Promise.all([this.pool.end(), this.orm.close(true)]);
  }
}
