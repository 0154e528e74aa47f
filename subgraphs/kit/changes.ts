import { Migration } from '@mikro-orm/migrations';
import { randomUUID } from 'node:crypto';
import type { Socket } from 'node:net';
import { Client, type ClientConfig } from 'pg';
import type { Change } from './cache.ts';
import { limited } from './deadline.ts';

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

/** What part of the time until silence must be noticed passes before the next heartbeat. */
const BEAT = 0.25;
const LONGEST_PAUSE = 1_000;
/**
 * How what is sent through the channel by listeners themselves begins: a change of a table that there is none of, so that
 * processes of an earlier version, which know no heartbeats, take it for nothing.
 */
const HEARTBEAT = '{"table":"heartbeat"';

/** Is told what changes, and whether changes are heard of. */
export interface Hearing {
  hears(live: boolean): void;
  changed(change: Change): void;
}

/**
 * Tells what changes in a schema, over a connection of its own that is made anew whenever it breaks. A connection can be
 * cut without a word: what is sent through the channel itself, and does not come back in time, says so.
 */
export class Listener {
  private client: Client | null = null;
  private stopped = false;
  /** Transactions below this number have ended, and what they announced has been heard. */
  settled = 0n;
  private pause = 100;
  private timer: NodeJS.Timeout | undefined;
  /** What is told of the heartbeat that is awaited. */
  private awaited: { text: string; heard: () => void } | null = null;
  private readonly config: ClientConfig;
  private readonly channel: string;
  private readonly told: Hearing;
  private readonly limit: number;

  /** @param limit within which it is noticed that nothing is heard any more, in milliseconds */
  constructor(config: ClientConfig, schema: string, limit: number, told: Hearing) {
    this.config = config;
    this.channel = `${schema}_changes`;
    this.limit = limit;
    this.told = told;
  }

  async start(): Promise<void> {
    const client = new Client({ ...this.config, keepAlive: true, connectionTimeoutMillis: this.limit, query_timeout: this.limit });
    const lost = () => {
      if (this.client !== client) return;
      this.client = null;
      this.told.hears(false);
      cutOff(client);
      this.again();
    };
    client.on('error', lost).on('end', lost).on('notification', ({ payload }) => this.hear(payload!));
    this.client = client;
    try {
      await client.connect();
      await client.query(`listen "${this.channel}"`);
      if (this.stopped) return;
      this.pause = 100;
      this.told.hears(true);
      this.next(client, lost);
    } catch {
      lost();
    }
  }

  private hear(payload: string): void {
    if (!payload.startsWith(HEARTBEAT)) return this.told.changed(JSON.parse(payload) as Change);
    // Those of other processes come, too.
    if (payload === this.awaited?.text) this.awaited.heard();
  }

  private again(): void {
    if (this.stopped) return;
    this.timer = setTimeout(() => void this.start(), this.pause);
    this.pause = Math.min(this.pause * 2, LONGEST_PAUSE);
  }

  private next(client: Client, lost: () => void): void {
    this.timer = setTimeout(() => {
      if (this.client === client) void this.beat(client).then(() => this.next(client, lost), lost);
    }, this.limit * BEAT);
    this.timer.unref();
  }

  /** Sends a heartbeat through the channel. @throws if it has not come back in time */
  private async beat(client: Client): Promise<void> {
    const text = `${HEARTBEAT},"keys":{},"beat":"${randomUUID()}"}`;
    const { promise: heard, resolve, reject } = Promise.withResolvers<void>();
    // What has come while this process was busy is heard first.
    const late = setTimeout(() => setImmediate(() => setImmediate(reject, new Error('The heartbeat was not heard.'))), this.limit * (1 - BEAT));
    this.awaited = { text, heard: resolve };
    try {
      const sent = client.query<{ ended: string }>('select pg_snapshot_xmin(pg_current_snapshot())::text as ended, pg_notify($1, $2)', [this.channel, text]);
      const [{ rows }] = await Promise.all([sent, heard]);
      // Announcements come in the order of their transactions: those of what had ended came before.
      this.settled = BigInt(rows[0]!.ended);
    } finally {
      clearTimeout(late);
    }
  }

  async stop(): Promise<void> {
    this.stopped = true;
    clearTimeout(this.timer);
    const { client } = this;
    this.client = null;
    this.told.hears(false);
    await (client && limited(this.limit, () => client.end()).catch(() => cutOff(client)));
  }
}

/** Ends a connection that may not answer any more. */
function cutOff(client: Client): void {
  client.end().catch(() => {});
  (client as unknown as { connection: { stream: Socket } }).connection.stream.destroy();
}
