import DataLoader from 'dataloader';
import { sql, type RawBuilder } from 'kysely';
import { remembering, tagsOf, type Source } from './cache.ts';
import type { Database } from './database.ts';

/** How a loader is called, and what it reads from: its rows are kept until that changes. */
export interface Loading {
  name: string;
  from: readonly Source[];
}

/** Gathers the keys of a moment, and loads each once in a request. */
export interface Loader<Key, Value> {
  load(key: Key): Promise<Value>;
}

/** A loader that is made when it is first used: a request uses few of those there are. */
export function onDemand<Key, Value>(make: () => Loader<Key, Value>): Loader<Key, Value> {
  let loader: Loader<Key, Value> | undefined;
  return { load: (key) => (loader ??= make()).load(key) };
}

/** Loads one row for a key: a batch function gives the rows of many keys in any order, with one statement. */
export function one<Row>(db: Database, { name, from }: Loading, keyOf: (row: Row) => string, batch: (keys: readonly string[]) => Promise<Row[]>): Loader<string, Row | null> {
  return onDemand(() => new DataLoader(
    remembering(db.cache, name, (key) => key, (key) => tagsOf(from, [key]), async (keys) => {
      const rows = new Map((await batch(keys)).map((row) => [keyOf(row), row]));
      return keys.map((key) => rows.get(key) ?? null);
    }),
  ));
}

/** Loads all rows for a key, in the order of the statement. */
export function many<Row>(db: Database, { name, from }: Loading, keyOf: (row: Row) => string, batch: (keys: readonly string[]) => Promise<Row[]>): Loader<string, Row[]> {
  return onDemand(() => new DataLoader(
    remembering(db.cache, name, (key) => key, (key) => tagsOf(from, [key]), async (keys) => {
      const rows = Map.groupBy(await batch(keys), keyOf);
      return keys.map((key) => rows.get(key) ?? []);
    }),
  ));
}

/** The same for a set of keys at a time, such as a lineage: the batch gives the rows of each single key. */
export function manyOfAll<Row>(load: Loader<string, Row[]>): (keys: readonly string[]) => Promise<Row[]> {
  return async (keys) => (keys.length === 1 ? load.load(keys[0]!) : (await Promise.all(keys.map((key) => load.load(key)))).flat());
}

/** Rows of four columns as arrays: the most compact way to hand many references to the gateway. */
export async function tuples(db: Database, statement: RawBuilder<unknown>): Promise<[string, string, string, string][]> {
  const rows = await db.rows<{ row: [string, string, string, string] }>(sql`select json_build_array(a, b, c, d) as row from (${statement}) as t(a, b, c, d)`);
  return rows.map(({ row }) => row);
}
