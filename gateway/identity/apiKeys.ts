import { createHash, randomBytes } from 'node:crypto';
import { setTimeout as sleep } from 'node:timers/promises';
import { defineEntity, p, type InferEntity } from '@mikro-orm/core';
import { Migration } from '@mikro-orm/migrations';
import { sql } from 'kysely';
import { Database } from '../../subgraphs/kit/read/database.ts';
import { one, type Loader } from '../../subgraphs/kit/read/loaders.ts';
import { announceTable, installAnnouncements } from '../../subgraphs/kit/migrations/announcements.ts';
import { migration } from '../../subgraphs/kit/migrations/migration.ts';
import { KEY_PREFIX, Refused, type Claimed } from './identify.ts';

/** A key for a client that cannot do OAuth. The key itself is not kept, only its hash: it is random, so that no salt is needed. */
export const ApiKey = defineEntity({
  name: 'ApiKey',
  tableName: 'api_key',
  properties: {
    id: p.string().primary(),
    hash: p.string(),
    client: p.string(),
    trust: p.string().nullable(),
    scopes: p.array<string>(),
    createdAt: p.datetime(),
    expiresAt: p.datetime(),
    revokedAt: p.datetime().nullable(),
  },
});
export type ApiKeyRow = InferEntity<typeof ApiKey>;

class Migration20261127ApiKeys extends Migration {
  override name = '20261127-api-keys';

  override up(): void {
    this.addSql(`
      create table "api_key" (
        "id" varchar(255) primary key, "hash" varchar(255) not null unique, "client" varchar(255) not null, "trust" varchar(255) null, "scopes" text[] not null,
        "created_at" timestamptz not null default now(), "expires_at" timestamptz not null, "revoked_at" timestamptz null
      );
      -- Apart, so that use does not announce a change of the key.
      create table "api_key_use" ("id" varchar(255) primary key references "api_key" ("id") on delete cascade, "last_used_at" timestamptz not null);
    `);
  }
}

const Announce = migration('20261127-announce', installAnnouncements, announceTable('api_key', 'hash'));

/** The steps that have made the tables of API keys. */
export const API_KEY_MIGRATIONS = [Migration20261127ApiKeys, Announce];

const hashOf = (key: string) => createHash('sha256').update(key).digest('base64url');
const KEY = /^cp_([a-z0-9]{10})_[\w-]{43}$/;

/** How often the last use of a key is written down, in milliseconds. */
const NOTED_EVERY = 60_000;

/** How long a start waits for the database, and after what time it is tried again, in milliseconds. */
const PATIENCE = 3_000;
const AGAIN = 1_000;

const uncheckable = () => new Refused('The API key cannot be checked just now: try again in a moment.', 503);

/** API keys of a database that may not be there yet: until it is, none can be checked, and everything else goes on. */
export async function lateApiKeys(url: string): Promise<Pick<ApiKeys, 'check' | 'close'>> {
  let keys: ApiKeys | null = null;
  let closed = false;
  const open = async (tries = 0): Promise<void> => {
    if (closed) return;
    try {
      keys = await ApiKeys.open(url);
    } catch {
      if (tries === 0) console.error('The database does not answer: API keys cannot be checked until it does.');
      await sleep(AGAIN, undefined, { ref: false });
      return open(tries + 1);
    }
    if (closed) await keys.close();
  };
  const opened = open();
  await Promise.race([opened, sleep(PATIENCE)]);
  return {
    check: async (key) => {
      if (!keys) throw uncheckable();
      return keys.check(key);
    },
    close: async () => {
      closed = true;
      await keys?.close();
    },
  };
}

/** Where API keys are kept. */
export class ApiKeys {
  private readonly db: Database;
  private readonly noted = new Map<string, number>();
  private readonly byHash: Loader<string, ApiKeyRow | null>;

  private constructor(db: Database) {
    this.db = db;
    this.byHash = one(
      db,
      { name: 'apiKey', seenBy: 'everyone', from: ['api_key.hash'] },
      ({ hash }) => hash,
      db.keyed((hashes) => sql`select ${db.columns(ApiKey, 'k')} from api_key k where k.hash = any(${hashes})`),
    );
  }

  static async open(url: string): Promise<ApiKeys> {
    const db = await Database.open({
      schema: 'gateway',
      url,
      entities: [ApiKey],
      migrations: API_KEY_MIGRATIONS,
      poolSize: 2,
      cache: true,
    });
    try {
      await db.migrate();
      await db.remember();
    } catch (error) {
      await db.close().catch(() => {});
      throw error;
    }
    return new ApiKeys(db);
  }

  /** Makes a key. It is told here and never again. */
  async create({
    client,
    trust,
    scopes,
    days,
  }: {
    client: string;
    trust?: string;
    scopes: readonly string[];
    days: number;
  }): Promise<{ id: string; key: string; expiresAt: Date }> {
    const id = randomBytes(8).toString('hex').slice(0, 10);
    const key = `${KEY_PREFIX}${id}_${randomBytes(32).toString('base64url')}`;
    const expiresAt = new Date(Date.now() + days * 86_400_000);
    await this.db.transaction(async (em) => {
      em.create(ApiKey, {
        id,
        hash: hashOf(key),
        client,
        trust: trust ?? null,
        scopes: [...scopes],
        createdAt: new Date(),
        expiresAt,
        revokedAt: null,
      });
    });
    return { id, key, expiresAt };
  }

  /** All keys, the newest first, with their last use. */
  list(): Promise<(ApiKeyRow & { lastUsedAt: Date | null })[]> {
    return this.db.rows(
      sql`select ${this.db.columns(ApiKey, 'k')}, u.last_used_at as "lastUsedAt" from api_key k left join api_key_use u on u.id = k.id order by k.created_at desc, k.id`,
    );
  }

  /** Ends a key. @returns whether there was one that was still valid */
  async revoke(id: string): Promise<boolean> {
    return this.db.transaction(
      async (em) => (await em.nativeUpdate(ApiKey, { id, revokedAt: null }, { revokedAt: new Date() })) === 1,
    );
  }

  /** Checks a key. @throws Refused */
  async check(key: string): Promise<Claimed> {
    const id = KEY.exec(key)?.[1];
    const row = id ? await this.byHash.load(hashOf(key)).catch(() => undefined) : null;
    if (row === undefined) throw uncheckable();
    if (!row) throw new Refused('This API key is not known: it begins with cp_ and was shown once, when it was made.');
    if (row.revokedAt)
      throw new Refused(`The API key ${row.id} was revoked at ${new Date(row.revokedAt).toISOString()}.`);
    const expires = new Date(row.expiresAt).getTime();
    if (expires <= Date.now())
      throw new Refused(`The API key ${row.id} expired at ${new Date(expires).toISOString()}: ask for a new one.`);
    this.note(row.id);
    return { client: row.client, issuedBy: `key:${row.id}`, trust: row.trust, scopes: row.scopes, expires };
  }

  /** Writes down when a key was used last, now and then and without anybody waiting for it. */
  private note(id: string): void {
    const now = Date.now();
    if (now - (this.noted.get(id) ?? 0) < NOTED_EVERY) return;
    this.noted.set(id, now);
    this.db
      .rows(
        sql`insert into api_key_use (id, last_used_at) values (${id}, now()) on conflict (id) do update set last_used_at = now()`,
      )
      .catch(() => this.noted.delete(id));
  }

  close(): Promise<void> {
    return this.db.close();
  }
}
