import { LRUCache } from 'lru-cache';

/** Most rows and lists that one subgraph keeps. */
const MOST_ENTRIES = 50_000;
const MOST_ROWS = 300_000;
/** Most drops that are remembered for reads that are under way. */
const MOST_DROPS = 10_000;

/** What a cached value was read from: `review.urn=900001`, or all of a table: `review.*`. */
export type Tag = string;

interface Entry {
  value: unknown;
  tags: readonly Tag[];
}

/** What was changed: a table, and the values of the columns that are watched; without them, anything in it. */
export interface Change {
  table: string;
  keys?: Record<string, readonly string[]>;
}

/**
 * Rows that were read, kept until what they were read from changes. It serves nothing and keeps nothing while it is
 * not told of changes, so that what it gives is never older than a notification on its way.
 */
export class RowCache {
  hits = 0;
  misses = 0;
  private live = false;
  /** Counts drops: what was read before a drop is not kept after it. */
  private now = 0;
  private forgottenUntil = 0;
  private readonly drops = new Map<Tag, number>();
  private readonly byTag = new Map<Tag, Set<string>>();
  private readonly entries = new LRUCache<string, Entry>({
    max: MOST_ENTRIES,
    maxSize: MOST_ROWS,
    sizeCalculation: ({ value }) => 1 + (Array.isArray(value) ? value.length : 0),
    dispose: ({ tags }, key) => {
      for (const tag of tags) {
        const keys = this.byTag.get(tag);
        if (keys?.delete(key) && keys.size === 0) this.byTag.delete(tag);
      }
    },
  });

  get size(): number {
    return this.entries.size;
  }

  /** Says whether changes are heard of. What was kept before an interruption is gone. */
  hears(live: boolean): void {
    this.live = live;
    this.clear();
  }

  /** The moment at which a read begins; null while nothing may be kept. */
  begin(): number | null {
    return this.live ? this.now : null;
  }

  get(key: string): Entry | undefined {
    const entry = this.live ? this.entries.get(key) : undefined;
    if (entry) this.hits++;
    else this.misses++;
    return entry;
  }

  /** Keeps what was read since a moment, unless what it was read from has changed meanwhile. */
  put(key: string, value: unknown, tags: readonly Tag[], since: number): void {
    if (!this.live || since < this.forgottenUntil || tags.some((tag) => (this.drops.get(tag) ?? 0) > since)) return;
    this.entries.set(key, { value, tags });
    for (const tag of tags) {
      let keys = this.byTag.get(tag);
      if (!keys) this.byTag.set(tag, (keys = new Set()));
      keys.add(key);
    }
  }

  /** Drops what was read from rows that changed. */
  changed({ table, keys }: Change): void {
    if (!keys) return this.clear();
    this.drop(`${table}.*`);
    for (const [column, values] of Object.entries(keys)) for (const value of values) this.drop(`${table}.${column}=${value}`);
  }

  private drop(tag: Tag): void {
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
export type Source = `${string}.${string}`;

export function tagsOf(sources: readonly Source[], keys: readonly string[]): Tag[] {
  return sources.flatMap((source) => (source.endsWith('.*') ? source : keys.map((key) => `${source}=${key}`)));
}

/** The day, which is part of every key: some rows are read as of today. */
const today = () => Math.floor(Date.now() / 86_400_000);

/** Answers a batch from the cache, as far as it can, and keeps what had to be read. */
export function remembering<Key, Value>(
  cache: RowCache | null,
  loader: string,
  textOf: (key: Key) => string,
  tags: (key: Key, value: Value) => readonly Tag[],
  load: (keys: readonly Key[]) => Promise<(Value | Error)[]>,
): (keys: readonly Key[]) => Promise<(Value | Error)[]> {
  if (!cache) return load;
  return async (keys) => {
    const since = cache.begin();
    if (since === null) return load(keys);
    const name = `${loader} ${today()} `;
    const missing: number[] = [];
    const values = keys.map((key, index): Value | Error => {
      const entry = cache.get(name + textOf(key));
      if (!entry) missing.push(index);
      return entry?.value as Value;
    });
    if (missing.length) {
      const loaded = await load(missing.map((index) => keys[index]!));
      for (const [i, index] of missing.entries()) {
        const value = loaded[i]!;
        values[index] = value;
        if (!(value instanceof Error)) cache.put(name + textOf(keys[index]!), value, tags(keys[index]!, value), since);
      }
    }
    return values;
  };
}
