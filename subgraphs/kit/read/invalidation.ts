import { randomUUID } from 'node:crypto';
import type { Socket } from 'node:net';
import { Client, type ClientConfig } from 'pg';
import type { Invalidation } from './cache.ts';
import { limited } from './deadline.ts';

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
  changed(change: Invalidation): void;
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
    const client = new Client({
      ...this.config,
      keepAlive: true,
      connectionTimeoutMillis: this.limit,
      query_timeout: this.limit,
    });
    const lost = () => {
      if (this.client !== client) return;
      this.client = null;
      this.told.hears(false);
      cutOff(client);
      this.again();
    };
    client
      .on('error', lost)
      .on('end', lost)
      .on('notification', ({ payload }) => this.hear(payload!));
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
    if (!payload.startsWith(HEARTBEAT)) return this.told.changed(JSON.parse(payload) as Invalidation);
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
    const late = setTimeout(
      () => setImmediate(() => setImmediate(reject, new Error('The heartbeat was not heard.'))),
      this.limit * (1 - BEAT),
    );
    this.awaited = { text, heard: resolve };
    try {
      const sent = client.query<{ ended: string }>(
        'select pg_snapshot_xmin(pg_current_snapshot())::text as ended, pg_notify($1, $2)',
        [this.channel, text],
      );
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
