import { AsyncLocalStorage } from 'node:async_hooks';
import type { LRUCache } from 'lru-cache';
import { boundedCache, bytesOf, shortKey, type CacheKind } from './boundedCache.ts';
import type { Caller } from '../caller.ts';

/** Most drops that are remembered for reads that are under way. */
const MOST_DROPS = 10_000;

/** What a cached value was read from: `review.urn=900001`, or all of a table: `review.*`. */
export type Tag = string;

interface Entry {
  value: unknown;
  tags: readonly Tag[];
}

/** What a tag takes beside its text, in bytes: it is in the map of tags and in a set of keys. */
const TAG_BYTES = 150;

/** What was changed: a table, and the values of the columns that are watched; without them, anything in it. */
export interface Invalidation {
  table: string;
  keys?: Record<string, readonly string[]>;
}

/**
 * Rows that were read, or answers made of them, kept until what they were read from changes. It serves nothing and keeps
 * nothing while it is not told of changes, so that what it gives is never older than a notification on its way.
 */
export class RowCache {
  hits = 0;
  misses = 0;
  /** Those who tell of changes, as long as they hear of none. */
  private readonly deaf: Set<string>;
  /** Counts drops: what was read before a drop is not kept after it. */
  private now = 0;
  private forgottenUntil = 0;
  private readonly drops = new Map<Tag, number>();
  private readonly byTag = new Map<Tag, Set<string>>();
  private readonly entries: LRUCache<string, Entry>;

  /**
   * @param kind whose share of the memory it has
   * @param sources who tells of changes: all of them are listened to
   */
  constructor(kind: Extract<CacheKind, 'rows' | 'answers'>, ...sources: string[]) {
    this.deaf = new Set(sources);
    this.entries = boundedCache<Entry>(kind, {
      sizeOf: ({ value, tags }) => bytesOf(value) + bytesOf(tags) + TAG_BYTES * tags.length,
      dispose: ({ tags }, key) => this.untag(tags, key),
    });
  }

  private untag(tags: readonly Tag[], key: string): void {
    for (const tag of tags) {
      const keys = this.byTag.get(shortKey(tag));
      if (keys?.delete(key) && keys.size === 0) this.byTag.delete(shortKey(tag));
    }
  }

  private get live(): boolean {
    return this.deaf.size === 0;
  }

  get size(): number {
    return this.entries.size;
  }

  /** Says whether a source hears of changes. What was kept before an interruption is gone. */
  hears(source: string, live: boolean): void {
    if (live) this.deaf.delete(source);
    else this.deaf.add(source);
    this.clear();
  }

  /** The moment at which a read begins; null while nothing may be kept. */
  begin(): number | null {
    return this.live ? this.now : null;
  }

  get(key: string): Entry | undefined {
    const entry = this.live ? this.entries.get(shortKey(key)) : undefined;
    if (entry) this.hits++;
    else this.misses++;
    return entry;
  }

  /** Keeps what was read since a moment, unless what it was read from has changed meanwhile. */
  put(key: string, value: unknown, tags: readonly Tag[], since: number): void {
    const short = tags.map(shortKey);
    if (!this.live || since < this.forgottenUntil || short.some((tag) => (this.drops.get(tag) ?? 0) > since)) return;
    const name = shortKey(key);
    this.entries.set(name, { value, tags });
    // What is larger than the cache was not kept, and must leave no tags behind.
    if (!this.entries.has(name)) return;
    for (const tag of short) {
      let keys = this.byTag.get(tag);
      if (!keys) this.byTag.set(tag, (keys = new Set()));
      keys.add(name);
    }
  }

  /** Drops what was read from rows that changed. */
  changed({ table, keys }: Invalidation): void {
    if (!this.live) return;
    if (!keys) return this.clear();
    this.drop(`${table}.*`);
    for (const [column, values] of Object.entries(keys))
      for (const value of values) this.drop(`${table}.${column}=${value}`);
  }

  private drop(changed: Tag): void {
    const tag = shortKey(changed);
    if (this.drops.size >= MOST_DROPS) this.forget();
    this.drops.set(tag, ++this.now);
    for (const key of this.byTag.get(tag) ?? []) this.entries.delete(key);
  }

  private clear(): void {
    this.forget();
    this.entries.clear();
  }

  private forget(): void {
    this.drops.clear();
    this.forgottenUntil = ++this.now;
  }
}

/** What a loader reads from: `review.urn` stands for the rows that have its key there, `cohort.*` for a whole table. */
export type Dependency = `${string}.${string}`;

export function tagsOf(sources: readonly Dependency[], keys: readonly string[]): Tag[] {
  return sources.flatMap((source) => (source.endsWith('.*') ? source : keys.map((key) => `${source}=${key}`)));
}

/** The day, which is part of every key: some rows are read as of today. */
export const dayNumber = (): number => Math.floor(Date.now() / 86_400_000);

/** What one client's request does in a subgraph. */
export class RequestTrace {
  /** What it has loaded: with each loader that it has used. */
  readonly loaded = new Map<object, unknown>();
  /** What it has read from, so that it is known when its answer is no longer right. */
  readonly tags: (readonly Tag[])[] = [];
  /** Whether all of what it has read from is known. */
  known = true;

  /** Takes note of something that was read. */
  reads(tags: readonly Tag[]): void {
    this.tags.push(tags);
  }
}

/** The work of the client's request that is being done; none while something is read that the request knows what it was read from. */
export const requestTrace = new AsyncLocalStorage<RequestTrace | undefined>();

/**
 * Whose kept rows are: the same for all who may ask for them, or those that one caller may see. A loader must say it,
 * so that no row is kept under a key that another caller's request has, too.
 */
export type SeenBy = 'everyone' | Pick<Caller, 'rowScope'>;

/** Under which name rows are kept. */
export interface CacheName {
  name: string;
  seenBy: SeenBy;
}

/** The beginning of the keys of a loader's rows. Rows that are read as of today have another one tomorrow. */
function keyPrefix({ name, seenBy }: CacheName): string {
  const rowScope = seenBy === 'everyone' ? 'everyone' : `seen by ${seenBy.rowScope}`;
  return `${name} ${rowScope} ${dayNumber()} `;
}

/** Answers a batch from the cache, as far as it can, and keeps what had to be read. */
export function readThroughCache<Key, Value>(
  cache: RowCache | null,
  loader: CacheName,
  textOf: (key: Key) => string,
  tags: (key: Key, value: Value) => readonly Tag[],
  load: (keys: readonly Key[]) => Promise<readonly (Value | Error)[]>,
): (keys: readonly Key[]) => Promise<readonly (Value | Error)[]> {
  if (!cache) return load;
  return async (keys) => {
    const since = cache.begin();
    const doing = requestTrace.getStore();
    if (since === null) {
      if (doing) doing.known = false;
      return load(keys);
    }
    const name = keyPrefix(loader);
    const missing: number[] = [];
    const values = keys.map((key, index): Value | Error => {
      const entry = cache.get(name + textOf(key));
      if (entry) doing?.reads(entry.tags);
      else missing.push(index);
      return entry?.value as Value;
    });
    if (missing.length) {
      const loaded = await requestTrace.run(undefined, () => load(missing.map((index) => keys[index]!)));
      for (const [i, index] of missing.entries()) {
        const value = loaded[i]!;
        values[index] = value;
        if (value instanceof Error) continue;
        const from = tags(keys[index]!, value);
        doing?.reads(from);
        cache.put(name + textOf(keys[index]!), value, from, since);
      }
    }
    return values;
  };
}
