import { hash } from 'node:crypto';
import { getHeapStatistics } from 'node:v8';
import { LRUCache } from 'lru-cache';

const MEGABYTE = 1024 * 1024;

/**
 * What is kept in memory, and which share of `CACHE_MB` each kind has, in percent. `caches` is the largest number of
 * caches of that kind in one process: they divide the share, so that the sum over all of them is the setting.
 */
const SHARES = {
  /** Rows and lists that a subgraph has read. */
  rows: { percent: 40, caches: 5 },
  /** Whole answers. */
  answers: { percent: 20, caches: 1 },
  /** Documents with their plans and compiled operations. */
  documents: { percent: 22, caches: 1 },
  /** Documents as clients have sent them once, to be asked for by their hash. */
  persisted: { percent: 3, caches: 1 },
  /** SQL statements that lists have compiled for different arguments. */
  statements: { percent: 5, caches: 1 },
  /** Who asks, with the schools that they may see. */
  callers: { percent: 4, caches: 1 },
  /** Tokens that were checked. */
  tokens: { percent: 2, caches: 1 },
  /** Which schools a trust runs. */
  trusts: { percent: 2, caches: 1 },
  /** What clients have used up of their allowance. */
  allowances: { percent: 2, caches: 4 },
} as const;

export type CacheKind = keyof typeof SHARES;
export const CACHE_KINDS = Object.keys(SHARES) as CacheKind[];

/**
 * How much memory all caches of this process may take together, in bytes. Without `CACHE_MB` that is a quarter of what
 * Node may use: the rest is needed for requests that are under way, and what is kept is estimated rather than measured.
 */
export function cacheBudget({ CACHE_MB: text }: NodeJS.ProcessEnv = process.env): number {
  if (!text) return Math.floor(getHeapStatistics().heap_size_limit / 4);
  const megabytes = Number(text);
  if (!(megabytes >= 1))
    throw new Error(`CACHE_MB=${text} is not an amount of memory: give a number of megabytes, at least 1.`);
  return Math.floor(megabytes * MEGABYTE);
}

/** Longest text that is a key as it is; a longer one is kept as its hash. */
const LONGEST_KEY = 120;

/** What stands for a text as a key: never longer than a fixed length, whatever a client has sent. */
export const shortKey = (text: string): string =>
  text.length <= LONGEST_KEY ? text : `#${hash('sha256', text, 'base64url')}`;

/** What a string, an object and an entry of a cache take beside what they hold, in bytes: a little more than V8 does. */
const STRING = 24;
const OBJECT = 40;
const SLOT = 16;
const ENTRY = 200;
/** Lists that are longer than this are estimated from as many of their items. */
const SAMPLE = 32;

/** About how much memory a value takes, in bytes. Values may be nested as deep as they like. */
export function bytesOf(value: unknown): number {
  let bytes = 0;
  /** Each value with how many like it there are. */
  const open: [value: unknown, times: number][] = [[value, 1]];
  for (let next = open.pop(); next; next = open.pop()) {
    const [each, times] = next;
    if (typeof each === 'string') {
      bytes += times * (STRING + 2 * each.length);
    } else if (Array.isArray(each)) {
      bytes += times * (OBJECT + SLOT * each.length);
      const step = Math.max(1, each.length / SAMPLE);
      for (let at = 0; at < each.length; at += step) open.push([each[Math.floor(at)], times * step]);
    } else if (typeof each === 'object' && each !== null) {
      bytes += times * OBJECT;
      for (const property of Object.values(each)) {
        bytes += times * SLOT;
        if (typeof property === 'string' || (typeof property === 'object' && property !== null))
          open.push([property, times]);
      }
    }
  }
  return Math.ceil(bytes);
}

/** Caches of this process, for as long as they are used. */
const caches = new Map<CacheKind, Set<WeakRef<LRUCache<string, object>>>>();

export interface BoundedCacheOptions<Value> {
  /** About how much memory a value takes, in bytes; `bytesOf` if left out. */
  sizeOf?: (value: Value) => number;
  /** Most entries, where there is a reason for a number beside the memory. */
  max?: number;
  /** How long an entry is kept, in milliseconds. */
  ttl?: number;
  dispose?: (value: Value, key: string) => void;
  fetchMethod?: (key: string) => Promise<Value>;
}

/**
 * A cache that is bounded by bytes: it has its share of `CACHE_MB`, and drops what was used longest ago. Keys must come
 * from `shortKey`. A value that alone is larger than the share is not kept.
 */
export function boundedCache<Value extends object>(
  kind: CacheKind,
  options: BoundedCacheOptions<Value> = {},
): LRUCache<string, Value> {
  const { sizeOf = bytesOf, ...others } = options;
  const share = SHARES[kind];
  const cache = new LRUCache<string, Value>({
    ...others,
    maxSize: Math.max(1, Math.floor((cacheBudget() * share.percent) / 100 / share.caches)),
    sizeCalculation: (value, key) => ENTRY + STRING + 2 * key.length + Math.ceil(sizeOf(value)),
  });
  let ofKind = caches.get(kind);
  if (!ofKind) caches.set(kind, (ofKind = new Set()));
  ofKind.add(new WeakRef(cache as unknown as LRUCache<string, object>));
  return cache;
}

/** How much the caches of a kind hold. */
export interface CacheUse {
  entries: number;
  /** Estimated. */
  bytes: number;
  limit: number;
}

export function cacheUse(kind: CacheKind): CacheUse {
  const use: CacheUse = { entries: 0, bytes: 0, limit: 0 };
  const ofKind = caches.get(kind) ?? new Set();
  for (const reference of ofKind) {
    const cache = reference.deref();
    if (!cache) {
      ofKind.delete(reference);
      continue;
    }
    use.entries += cache.size;
    use.bytes += cache.calculatedSize;
    use.limit += cache.maxSize;
  }
  return use;
}
