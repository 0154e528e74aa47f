import DataLoader from 'dataloader';
import { sql, type RawBuilder } from 'kysely';
import { readThroughCache, tagsOf, requestTrace, type CacheName, type Dependency, type Tag } from './cache.ts';
import type { Database } from './database.ts';
import { allOf, waiting as patience, type Patience } from './deadline.ts';

/** How a loader is called, whose its rows are, and what it reads from: its rows are kept until that changes. */
export interface Loading extends CacheName {
  from: readonly Dependency[];
}

/** Gathers the keys of a moment, and loads each once in a request. */
export interface Loader<Key, Value> {
  load(key: Key): Promise<Value>;
}

/** Values for keys, in their order; an error where there is none. */
export type Batch<Key, Value> = (keys: readonly Key[]) => Promise<readonly (Value | Error)[]>;

/** A loader over a batch. Outside of a client's request nothing is kept. */
export function loader<Key, Value>(batch: Batch<Key, Value>, textOf: (key: Key) => string): Loader<Key, Value> {
  const self: Loader<Key, Value> = {
    load(key) {
      const loaded = requestTrace.getStore()?.loaded;
      let ofRequest = loaded?.get(self) as DataLoader<Key, Value, string> | undefined;
      if (!ofRequest) {
        ofRequest = new DataLoader<Key, Value, string>(batch, { cacheKeyFn: textOf });
        loaded?.set(self, ofRequest);
      }
      return ofRequest.load(key);
    },
  };
  return self;
}

/** A loader whose values are kept in memory until what they were read from changes, and that reads for many requests at once. */
export function cachedLoader<Key, Value>(
  db: Database,
  name: CacheName,
  textOf: (key: Key) => string,
  tags: (key: Key, value: Value) => readonly Tag[],
  read: Batch<Key, Value>,
): Loader<Key, Value> {
  return loader(readThroughCache(db.cache, name, textOf, tags, batchAcrossRequests(read, textOf)), textOf);
}

/** Reads something that hangs on whole tables: kept, under what is asked, until one of them changes. */
export async function cachedQuery<Value>(
  db: Database,
  { from, ...name }: Loading,
  asked: object,
  read: () => Promise<Value>,
): Promise<Value> {
  db.checkAnnounced(from);
  const [value] = await readThroughCache<object, Value>(
    db.cache,
    name,
    JSON.stringify,
    () => tagsOf(from, []),
    async () => [await read()],
  )([asked]);
  return value as Value;
}

/** How long what is asked for waits for a batch that is being read before another is begun beside it, in milliseconds. */
const PATIENCE = 5;
/** Most batches of one loader that are read at a time. */
const AT_ONCE = 4;
/** Most keys that are read at a time for different requests. */
const MOST_KEYS = 1_000;

/**
 * Reads for several requests at once: while a batch is being read, what other requests ask for waits, and goes into the
 * next batch, each key once. One that begins to wait is never answered with what was read before, and does not wait long
 * for a batch that takes its time.
 */
export function batchAcrossRequests<Key, Value>(
  read: Batch<Key, Value>,
  textOf: (key: Key) => string,
): Batch<Key, Value> {
  interface Asked {
    keys: readonly Key[];
    /** Who waits for them. */
    by: Patience | undefined;
    resolve: (values: readonly (Value | Error)[] | PromiseLike<readonly (Value | Error)[]>) => void;
  }
  const waiting: Asked[] = [];
  let reading = 0;
  let impatient: NodeJS.Timeout | undefined;

  /** Goes on for as long as one of them waits. */
  const readFor = (asked: readonly Asked[], keys: readonly Key[]) =>
    patience.run(allOf(asked.map(({ by }) => by)), () => read(keys));

  const readTogether = async (asked: readonly Asked[]): Promise<void> => {
    const keys = new Map(asked.flatMap((each) => each.keys).map((key) => [textOf(key), key]));
    const values = await readFor(asked, [...keys.values()]).catch((error: Error) => Array.from(keys, () => error));
    const found = new Map([...keys.keys()].map((text, i) => [text, values[i]!]));
    for (const { keys: own, by, resolve } of asked) {
      const answer = own.map((key) => found.get(textOf(key))!);
      // What one asks for does not fail for another.
      resolve(answer.some((value) => value instanceof Error) ? patience.run(by, () => read(own)) : answer);
    }
  };

  /** Those who wait, the first of them at least, as far as one batch goes. */
  const take = (): Asked[] => {
    let count = 1;
    for (let keys = waiting[0]!.keys.length; count < waiting.length; count++)
      if ((keys += waiting[count]!.keys.length) > MOST_KEYS) break;
    return waiting.splice(0, count);
  };

  const next = async (): Promise<void> => {
    reading++;
    while (waiting.length) {
      clearTimeout(impatient);
      impatient = undefined;
      const asked = take();
      if (asked.length === 1) {
        const answer = readFor(asked, asked[0]!.keys);
        asked[0]!.resolve(answer);
        await answer.catch(() => {});
      } else await readTogether(asked);
    }
    reading--;
  };

  return (keys) =>
    new Promise((resolve) => {
      waiting.push({ keys, by: patience.getStore(), resolve });
      if (reading === 0) void next();
      else if (reading < AT_ONCE) impatient ??= setTimeout(() => void next(), PATIENCE);
    });
}

/** Loads one row for a key: a batch function gives the rows of many keys in any order, with one statement. */
export function one<Row>(
  db: Database,
  { from, ...name }: Loading,
  keyOf: (row: Row) => string,
  read: (keys: readonly string[]) => Promise<Row[]>,
): Loader<string, Row | null> {
  db.checkAnnounced(from);
  return cachedLoader<string, Row | null>(
    db,
    name,
    itself,
    (key) => tagsOf(from, [key]),
    async (keys) => {
      const rows = new Map((await read(keys)).map((row) => [keyOf(row), row]));
      return keys.map((key) => rows.get(key) ?? null);
    },
  );
}

/** Loads all rows for a key, in the order of the statement. */
export function many<Row>(
  db: Database,
  { from, ...name }: Loading,
  keyOf: (row: Row) => string,
  read: (keys: readonly string[]) => Promise<Row[]>,
): Loader<string, Row[]> {
  db.checkAnnounced(from);
  return cachedLoader<string, Row[]>(
    db,
    name,
    itself,
    (key) => tagsOf(from, [key]),
    async (keys) => {
      const rows = Map.groupBy(await read(keys), keyOf);
      return keys.map((key) => rows.get(key) ?? []);
    },
  );
}

const itself = (key: string) => key;

/** The same for a set of keys at a time, such as a lineage: the batch gives the rows of each single key. */
export function manyOfAll<Row>(load: Loader<string, Row[]>): (keys: readonly string[]) => Promise<Row[]> {
  return async (keys) =>
    keys.length === 1 ? load.load(keys[0]!) : (await Promise.all(keys.map((key) => load.load(key)))).flat();
}

/** Rows of four columns as arrays: the most compact way to hand many references to the gateway. */
export function tuples(
  db: Database,
  make: (keys: readonly string[]) => RawBuilder<unknown>,
): (keys: readonly string[]) => Promise<[string, string, string, string][]> {
  const read = db.keyed<{ row: [string, string, string, string] }>(
    (keys) => sql`select json_build_array(a, b, c, d) as row from (${make(keys)}) as t(a, b, c, d)`,
  );
  return async (keys) => (await read(keys)).map(({ row }) => row);
}
