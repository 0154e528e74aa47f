import { Migration } from '@mikro-orm/migrations';
import { Client, type ClientConfig } from 'pg';
import type { Change } from './cache.ts';

/** Which columns of which tables are announced when rows change. */
export type Watched = Record<string, readonly string[]>;

/** Most rows of one statement that are announced one by one. */
const MOST_ROWS = 300;
/** Longest text that PostgreSQL takes for a notification is 8,000 bytes. */
const LONGEST = 7_800;

/** Announces changed rows in the transaction that changes them: whoever listens hears of it once it is committed. */
const ANNOUNCE = `
  create function announce() returns trigger language plpgsql as $$
  declare
    rows text := case tg_op when 'INSERT' then 'select * from new_rows' when 'DELETE' then 'select * from old_rows' else 'select * from old_rows union all select * from new_rows' end;
    keys jsonb := '{}';
    found jsonb;
    changed int;
  begin
    if tg_op <> 'TRUNCATE' then
      execute format('select count(*) from (%s limit ${MOST_ROWS + 1}) r', rows) into changed;
      if changed = 0 then return null; end if;
      if changed <= ${MOST_ROWS} then
        for i in 0 .. tg_nargs - 1 loop
          execute format('select coalesce(jsonb_agg(distinct %1$I) filter (where %1$I is not null), ''[]'') from (%2$s) r', tg_argv[i], rows) into found;
          keys := keys || jsonb_build_object(tg_argv[i], found);
        end loop;
        if octet_length(keys::text) < ${LONGEST} then
          perform pg_notify(tg_table_schema || '_changes', jsonb_build_object('table', tg_table_name, 'keys', keys)::text);
          return null;
        end if;
      end if;
    end if;
    perform pg_notify(tg_table_schema || '_changes', jsonb_build_object('table', tg_table_name)::text);
    return null;
  end $$;`;

/** The triggers that have the changes of tables announced. */
export function announceTriggers(watched: Watched): string {
  return Object.entries(watched).flatMap(([table, columns]) => {
    const call = `for each statement execute function announce(${columns.map((column) => `'${column}'`).join(', ')})`;
    return [
      `create trigger announce_insert after insert on "${table}" referencing new table as new_rows ${call};`,
      `create trigger announce_update after update on "${table}" referencing old table as old_rows new table as new_rows ${call};`,
      `create trigger announce_delete after delete on "${table}" referencing old table as old_rows ${call};`,
      `create trigger announce_truncate after truncate on "${table}" ${call};`,
    ];
  }).join('\n');
}

/** A migration that has the changes of tables announced. */
export function announcing(name: string, watched: Watched): new (...args: never[]) => Migration {
  return class extends Migration {
    override name = name;

    override up(): void {
      this.addSql([ANNOUNCE, announceTriggers(watched)].join('\n'));
    }
  };
}

/** How often a connection that says nothing is asked whether it is there, in milliseconds. */
const CHECK = 10_000;
const LONGEST_PAUSE = 5_000;

/** Is told what changes, and whether changes are heard of. */
export interface Hearing {
  hears(live: boolean): void;
  changed(change: Change): void;
}

/** Tells what changes in a schema, over a connection of its own that is made anew whenever it breaks. */
export class Listener {
  private client: Client | null = null;
  private stopped = false;
  /** Transactions below this number have ended, and what they announced has been heard. */
  settled = 0n;
  private ended = 0n;
  private pause = 100;
  private waiting: NodeJS.Timeout | undefined;
  private readonly config: ClientConfig;
  private readonly channel: string;
  private readonly told: Hearing;

  constructor(config: ClientConfig, schema: string, told: Hearing) {
    this.config = config;
    this.channel = `${schema}_changes`;
    this.told = told;
  }

  async start(): Promise<void> {
    const client = new Client({ ...this.config, keepAlive: true });
    const lost = () => {
      if (this.client !== client) return;
      this.client = null;
      this.told.hears(false);
      client.end().catch(() => {});
      this.again();
    };
    client.on('error', lost).on('end', lost).on('notification', ({ payload }) => this.told.changed(JSON.parse(payload!) as Change));
    this.client = client;
    try {
      await client.connect();
      await client.query(`listen "${this.channel}"`);
      if (this.stopped) return;
      this.pause = 100;
      this.told.hears(true);
      this.check(client, lost);
    } catch {
      lost();
    }
  }

  private again(): void {
    if (this.stopped) return;
    this.waiting = setTimeout(() => void this.start(), this.pause);
    this.pause = Math.min(this.pause * 2, LONGEST_PAUSE);
  }

  /** A connection can be cut without a word: what it does not answer in time, it does not hear either. */
  private check(client: Client, lost: () => void): void {
    this.waiting = setTimeout(() => {
      if (this.client !== client) return;
      const late = setTimeout(lost, CHECK / 2);
      client.query<{ ended: string }>('select pg_snapshot_xmin(pg_current_snapshot())::text as ended').then(({ rows }) => {
        clearTimeout(late);
        // What had ended at the last look was announced since.
        this.settled = this.ended;
        this.ended = BigInt(rows[0]!.ended);
        this.check(client, lost);
      }, lost);
    }, CHECK);
    this.waiting.unref();
  }

  async stop(): Promise<void> {
    this.stopped = true;
    clearTimeout(this.waiting);
    const { client } = this;
    this.client = null;
    this.told.hears(false);
    await client?.end().catch(() => {});
  }
}
