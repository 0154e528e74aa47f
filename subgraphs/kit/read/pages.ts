import { sql, type RawBuilder } from 'kysely';
import { parseDay } from '../domain/academicYear.ts';
import { boundedCache, shortKey } from './boundedCache.ts';
import { tagsOf, type Tag } from './cache.ts';
import type { Database } from './database.ts';
import { isStorableText, problem } from '../domain/errors.ts';
import { cachedLoader, cachedQuery, type Loading } from './loaders.ts';

/** Items of a list when the client names no number. */
export const DEFAULT_PAGE = 20;
/** About what a compiled statement takes, in bytes: its text, and functions around it. */
const STATEMENT_BYTES = 10_000;
/** Statements that lists have compiled for different arguments: one cache, since every caller has lists of their own. */
const compiled = boundedCache<(...parents: Parents) => Promise<object[]>>('statements', {
  sizeOf: () => STATEMENT_BYTES,
});
type Parents = [numbers: readonly number[], keys: readonly string[]];
let lists = 0;
/** Most items of a page. */
export const MAX_PAGE = 100;

/** The Relay arguments of a list. */
export interface PageArgs {
  first?: number | null;
  after?: string | null;
  last?: number | null;
  before?: string | null;
}

/** One page of a list; `count` is only called when `totalCount` is asked for. */
export interface Page<Row> {
  rows: Row[];
  hasNextPage: boolean;
  hasPreviousPage: boolean;
  cursor(row: Row): string;
  count(): Promise<number> | number;
  missingSources?: string[];
}

/** One key of a list's order: a property of its rows. The last key must be unique. */
export interface OrderKey {
  property: string;
  /** PostgreSQL type of the property, to compare cursors with. */
  type: 'text' | 'date' | 'int' | 'float8';
  descending?: boolean;
}

/** What the Relay arguments ask for, checked. */
export interface Window {
  limit: number;
  backward: boolean;
  /** Order keys of the item next to the page: the page begins after it, or ends before it when going backward. */
  cursor: (string | number)[] | null;
}

/**
 * Checks Relay arguments.
 * @throws PAGE_TOO_LARGE, BAD_USER_INPUT, BAD_CURSOR
 */
export function windowOf({ first, after, last, before }: PageArgs, order: readonly OrderKey[]): Window {
  if (first != null && last != null)
    throw problem(
      'BAD_USER_INPUT',
      'Both `first` and `last` are given: a page is counted from one end, so give one of them.',
    );
  if (after != null && before != null)
    throw problem(
      'BAD_USER_INPUT',
      'Both `after` and `before` are given: give `after` with `first`, or `before` with `last`.',
    );
  if (last == null && before != null)
    throw problem('BAD_USER_INPUT', '`before` goes with `last`: say how many items before the cursor you want.');
  if (last != null && after != null)
    throw problem('BAD_USER_INPUT', '`after` goes with `first`: say how many items after the cursor you want.');
  const [name, asked] = last == null ? ['first', first ?? DEFAULT_PAGE] : ['last', last];
  if (asked < 0) throw problem('BAD_USER_INPUT', `\`${name}: ${asked}\` is negative: ask for 0 to ${MAX_PAGE} items.`);
  if (asked > MAX_PAGE)
    throw problem(
      'PAGE_TOO_LARGE',
      `\`${name}: ${asked}\` is more than a page holds: ask for at most ${MAX_PAGE} items and follow \`pageInfo\`.`,
      { limit: MAX_PAGE },
    );
  const [side, cursor] = last == null ? ['after', after] : ['before', before];
  return { limit: asked, backward: last != null, cursor: cursor == null ? null : decodeCursor(cursor, side!, order) };
}

const fingerprint = (order: readonly OrderKey[]) =>
  order.map(({ property, descending }) => (descending ? '-' : '') + property).join();

/** An opaque mark of a place in a list: the order keys of the item there, so that it survives inserts and restarts. */
export function encodeCursor(row: object, order: readonly OrderKey[]): string {
  const values = order.map(({ property }) => (row as Record<string, unknown>)[property]);
  return Buffer.from(JSON.stringify([fingerprint(order), ...values])).toString('base64url');
}

/** Largest number that PostgreSQL takes for an `int`. */
const MOST_INT = 2 ** 31 - 1;

/** Whether PostgreSQL takes what a cursor holds for a value of its type. */
function isOfType(value: unknown, type: OrderKey['type']): boolean {
  switch (type) {
    case 'date':
      return typeof value === 'string' && parseDay(value) !== null;
    case 'text':
      return typeof value === 'string' && isStorableText(value);
    case 'int':
      return Number.isInteger(value) && Math.abs(value as number) <= MOST_INT;
    case 'float8':
      return Number.isFinite(value);
  }
}

function decodeCursor(cursor: string, side: string, order: readonly OrderKey[]): (string | number)[] {
  try {
    const [kind, ...values] = JSON.parse(Buffer.from(cursor, 'base64url').toString()) as [
      string,
      ...(string | number)[],
    ];
    const right = values.length === order.length && values.every((value, index) => isOfType(value, order[index]!.type));
    if (kind === fingerprint(order) && right) return values;
  } catch {
    // not base64url of JSON: no cursor at all
  }
  throw problem(
    'BAD_CURSOR',
    `\`${side}: ${JSON.stringify(cursor.slice(0, 80))}\` is not a cursor of this list in this order: pass an \`endCursor\`, \`startCursor\` or \`cursor\` that this list has returned.`,
  );
}

/** Compares two rows by an order; rows of one page are sorted with it in memory. */
export function compare(
  order: readonly OrderKey[],
  a: readonly (string | number)[],
  b: readonly (string | number)[],
): number {
  for (const [index, { descending }] of order.entries()) {
    const x = a[index]!;
    const y = b[index]!;
    if (x !== y) return (x < y ? -1 : 1) * (descending ? -1 : 1);
  }
  return 0;
}

const orderBy = (order: readonly OrderKey[], backward: boolean) =>
  sql.join(
    order.map(
      ({ property, descending }) =>
        sql`${sql.id(property)} ${sql.raw(Boolean(descending) === backward ? 'asc' : 'desc')}`,
    ),
  );

/** The condition that a row lies beyond the cursor: `(a > x) or (a = x and b < y) or …`. */
function beyond(order: readonly OrderKey[], { cursor, backward }: Window): RawBuilder<unknown> {
  if (!cursor) return sql`true`;
  const value = (index: number) => sql`cast(${cursor[index]} as ${sql.raw(order[index]!.type)})`;
  const steps = order.map(({ property, descending }, index) =>
    sql.join(
      [
        ...order.slice(0, index).map((earlier, i) => sql`${sql.id(earlier.property)} = ${value(i)}`),
        sql`${sql.id(property)} ${sql.raw(Boolean(descending) === backward ? '>' : '<')} ${value(index)}`,
      ],
      sql` and `,
    ),
  );
  return sql`(${sql.join(steps, sql` or `)})`;
}

/** Makes a page of what was read: one row more than asked for tells whether there is a further page. */
export function toPage<Row extends object>(
  read: Row[],
  window: Window,
  order: readonly OrderKey[],
  count: Page<Row>['count'],
): Page<Row> {
  const more = read.length > window.limit;
  const rows = more ? read.slice(0, window.limit) : read.slice();
  if (window.backward) rows.reverse();
  return {
    rows,
    hasNextPage: window.backward ? window.cursor !== null : more,
    hasPreviousPage: window.backward ? more : window.cursor !== null,
    cursor: (row) => encodeCursor(row, order),
    count,
  };
}

/** Cuts a page from a list that is in memory, in its order. */
export function pageOf<Row extends object>(all: Row[], args: PageArgs, order: readonly OrderKey[]): Page<Row> {
  const window = windowOf(args, order);
  const values = (row: Row) => order.map(({ property }) => (row as Record<string, string | number>)[property]!);
  const { cursor } = window;
  const side = window.backward ? -1 : 1;
  const beyondCursor = cursor ? all.filter((row) => compare(order, values(row), cursor) * side > 0) : all.slice();
  if (window.backward) beyondCursor.reverse();
  return toPage(beyondCursor.slice(0, window.limit + 1), window, order, () => all.length);
}

/**
 * Reads a page of a whole list: one statement, and one more when `totalCount` is asked for. The page is kept, under
 * the arguments, until one of the tables that it is read from changes.
 */
export async function pageFrom<Row extends object, Args extends PageArgs>(
  db: Database,
  { name, seenBy, from }: Loading,
  args: Args,
  order: readonly OrderKey[],
  list: RawBuilder<unknown>,
  columns?: Columns,
): Promise<Page<Row>> {
  const window = windowOf(args, order);
  const rows = await cachedQuery(db, { name: `page ${name}`, seenBy, from }, { args, columns }, () =>
    db.rows<Row>(sql`
      select * from (${list}) list where ${beyond(order, window)}
      order by ${orderBy(order, window.backward)} limit ${window.limit + 1}`),
  );
  const { first: _, after: __, last: ___, before: ____, ...unpaged } = args;
  return toPage(rows, window, order, () =>
    cachedQuery(
      db,
      { name: `count ${name}`, seenBy, from },
      unpaged,
      async () => (await db.rows<{ count: number }>(sql`select count(*)::int as count from (${list}) list`))[0]!.count,
    ),
  );
}

/** The properties that are needed of each row, as an operation asks for them; all if there are none given. */
export type Columns = readonly string[] | undefined;

/** Columns and joins on `page`, each with the comma or `join` that it begins with. */
export interface Beside {
  columns: RawBuilder<unknown>;
  joins?: RawBuilder<unknown>;
}

/** A list that hangs on a parent, for instance a school's reviews. `keys` are all the keys of the parent (its lineage). */
export interface ListOfParent<Row, Args extends PageArgs> extends Loading {
  order: readonly OrderKey[];
  /** The rows of one key, which is the SQL expression given, with at least the columns that are needed. */
  list(key: RawBuilder<unknown>, args: Args, columns: Columns): RawBuilder<unknown>;
  /** What is read beside each row of the page once it is cut: columns and joins on `page`. */
  beside?(columns: Columns): Beside | undefined;
  /** What is read beside a row, beyond `from`. */
  besideFrom?(row: Row, columns: Columns): readonly Tag[];
}

/**
 * Pages of the lists of many parents at once: one statement for all parents that ask with the same arguments,
 * and one more when `totalCount` is asked for.
 */
export function pagesOfParents<Row extends object, Args extends PageArgs>(
  db: Database,
  { name, seenBy, from, order, list, beside, besideFrom }: ListOfParent<Row, Args>,
) {
  db.checkAnnounced(from);
  /** What a parent asks: `asked` is what its list is read with, as text, by which parents are gathered. */
  type Key = { keys: readonly string[]; args: Args; columns: Columns; asked: string };
  const cacheKey = ({ keys, asked }: Key) => `${keys.join()} ${asked}`;

  const listNumber = ++lists;
  /** Reads for some parents that ask with the same arguments: a statement over `parent(i, key)`, all their keys with the number of each. */
  const read = <Found extends object>(
    what: string,
    group: readonly Key[],
    make: (parents: RawBuilder<unknown>) => RawBuilder<unknown>,
  ): Promise<Found[]> => {
    const name = shortKey(`${listNumber} ${what} ${group[0]!.asked}`);
    let send = compiled.get(name);
    if (!send)
      compiled.set(
        name,
        (send = db.keyed<object, Parents>((numbers, keys) =>
          make(sql`unnest(cast(${numbers} as int[]), cast(${keys} as text[])) as parent(i, key)`),
        )),
      );
    return send(
      group.flatMap(({ keys }, i) => keys.map(() => i)),
      group.flatMap(({ keys }) => keys),
    ) as Promise<Found[]>;
  };

  const countsOf = async (group: readonly Key[]): Promise<number[]> => {
    const rows = await read<{ i: number; count: number }>(
      'count',
      group,
      (parents) => sql`
      select parent.i, count(*)::int as count from ${parents}
      cross join lateral (${list(sql.ref('parent.key'), group[0]!.args, undefined)}) list group by parent.i`,
    );
    const found = new Map(rows.map(({ i, count }) => [i, count]));
    return group.map((_, i) => found.get(i) ?? 0);
  };

  const pagesOf = async (group: readonly Key[]): Promise<Row[][]> => {
    const { args, columns } = group[0]!;
    const single = group.every(({ keys }) => keys.length === 1);
    const rows = await read<Row & { _i: number }>(single ? 'single' : 'page', group, (parents) => {
      const window = windowOf(args, order);
      const by = orderBy(order, window.backward);
      const more = beside?.(columns);
      const each = sql`
        select * from (${list(sql.ref('parent.key'), args, columns)}) list where ${beyond(order, window)}
        order by ${by} limit ${window.limit + 1}`;
      // One after the other, the parents' pages come in their order by themselves, unless something is joined to them.
      if (single)
        return sql`select parent.i as "_i", page.*${more?.columns ?? sql``} from ${parents} cross join lateral (${each}) page ${more?.joins ? sql`${more.joins} order by parent.i, ${by}` : sql``}`;
      return sql`
        select page.*${more?.columns ?? sql``} from (
          select parent.i as "_i", list.*, row_number() over (partition by parent.i order by ${by}) as "_n" from ${parents} cross join lateral (${each}) list
        ) page ${more?.joins ?? sql``} where page."_n" <= ${window.limit + 1} order by page."_i", page."_n"`;
    });
    const perParent: Row[][] = group.map(() => []);
    for (const row of rows) perParent[row._i]!.push(row);
    return perParent;
  };

  const counts = cachedLoader<Key, number>(
    db,
    { name: `count ${name}`, seenBy },
    cacheKey,
    ({ keys }) => tagsOf(from, keys),
    (asked) => inGroups(asked, countsOf),
  );
  const tagsOfPage = ({ keys, columns }: Key, rows: Row[]) => [
    ...tagsOf(from, keys),
    ...(besideFrom ? rows.flatMap((row) => besideFrom(row, columns)) : []),
  ];
  const pages = cachedLoader<Key, Row[]>(db, { name: `page ${name}`, seenBy }, cacheKey, tagsOfPage, (asked) =>
    inGroups(asked, pagesOf),
  );

  return async (keys: readonly string[], args: Args, columns?: Columns): Promise<Page<Row>> => {
    const asked = JSON.stringify(args);
    const key = { keys, args, columns, asked: columns ? `${asked} ${columns.join()}` : asked };
    return toPage(await pages.load(key), windowOf(args, order), order, () =>
      counts.load({ keys, args, columns: undefined, asked }),
    );
  };
}

/** Runs a batch in groups of equal arguments and puts the results back in order. */
async function inGroups<Key extends { asked: string }, Result>(
  asked: readonly Key[],
  run: (group: Key[]) => Promise<Result[]>,
): Promise<(Result | Error)[]> {
  const groups = Map.groupBy(
    asked.map((key, position) => ({ key, position })),
    ({ key }) => key.asked,
  );
  const results: (Result | Error)[] = [];
  await Promise.all(
    [...groups.values()].map(async (group) => {
      try {
        const found = await run(group.map(({ key }) => key));
        group.forEach(({ position }, i) => (results[position] = found[i]!));
      } catch (error) {
        group.forEach(({ position }) => (results[position] = error as Error));
      }
    }),
  );
  return results;
}
