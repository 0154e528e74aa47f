import { Client, type ClientConfig } from 'pg';
import type { Change } from './cache.ts';

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
