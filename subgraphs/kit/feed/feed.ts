import { sql, type RawBuilder } from 'kysely';
import { dayNumber } from '../read/cache.ts';
import type { Caller } from '../caller.ts';
import type { Database } from '../read/database.ts';
import { isStorableText, problem } from '../domain/errors.ts';
import { SUBGRAPHS, type SubgraphName } from '../serve/sdl.ts';

/** A table whose rows the feed follows, as one type of change. */
export interface Followed {
  type: string;
  table: string;
  /** The row's identifier in the graph, as an SQL expression of its columns. */
  id: string;
  /** Column of the identifier, if it is one; and tables that belong to a row, by which of their columns: a change there is one of the row. */
  key?: string;
  parts?: Record<string, string>;
  /** Whether a caller hears of it at all. */
  for: (caller: Caller) => boolean;
  /** Of which rows a caller hears; of all if it is left out. */
  rows?: RowScope;
}

/** Which rows of a table a caller hears of, while they are there and once they are deleted. */
export interface RowScope {
  /** The columns that decide it: a deletion leaves them in `tombstone.scope`, as a migration says. */
  by: readonly string[];
  /** The condition, of these columns of the table. */
  seen: (caller: Caller) => RawBuilder<unknown>;
}

/** Where a subgraph's changes have been read to: transaction, type and identifier of the last. */
export type Position = [transaction: string, type: string, id: string];
/** `[transaction, type, id, deleted]` of a change. */
export type ChangeReference = [transaction: string, type: string, id: string, deleted: boolean];

/** What a page of the feed is asked with; it travels between subgraphs as the page's identifier. */
export interface FeedRequest {
  first: number;
  types?: readonly string[] | null;
  positions: Partial<Record<SubgraphName, Position>>;
}

/** How long deletions are told, in days; a cursor that is older might have missed one. */
export const KEPT_DAYS = 90;
/** Most changes of a page. */
export const MOST_CHANGES = 500;

/**
 * Changes after a position, oldest first: at most one more than asked for, which tells that there are more. Nothing is
 * told of transactions that began after one that is still under way, so that no change comes in behind a position.
 */
export async function changesIn(
  db: Database,
  caller: Caller,
  followed: readonly Followed[],
  source: SubgraphName,
  { first, types, positions }: FeedRequest,
): Promise<ChangeReference[]> {
  const [transaction, type, id] = positions[source] ?? ['0', '', ''];
  const at = sql`cast(cast(${transaction} as text) as xid8)`;
  /** What comes after the position, of one type: types follow each other within a transaction. */
  const after = (of: string, key: RawBuilder<unknown>) => {
    const beyond =
      of > type
        ? sql`changed >= ${at}`
        : of < type
          ? sql`changed > ${at}`
          : sql`(changed, ${key} collate "C") > (${at}, cast(${id} as text) collate "C")`;
    return sql`${beyond} and changed < pg_snapshot_xmin(pg_current_snapshot())`;
  };
  const wanted = followed.filter((each) => each.for(caller) && (!types || types.includes(each.type)));
  if (!wanted.length) return [];
  const limit = first + 1;
  const branches = wanted.map((each) => {
    const key = sql.raw(`(${each.id})::text`);
    return sql`(select cast(${sql.lit(each.type)} as text) as type, ${key} as id, false as deleted, changed from ${sql.table(each.table)} where ${after(each.type, key)}${each.rows ? sql` and ${each.rows.seen(caller)}` : sql``} order by changed, ${key} collate "C" limit ${limit})`;
  });
  for (const each of wanted) {
    branches.push(sql`(
      select type, id, true, changed from ${tombstonesFor(caller, each)}
      where type = ${sql.lit(each.type)} and ${after(each.type, sql`id`)} order by changed, id collate "C" limit ${limit}
    )`);
  }
  const rows = await db.rows<{ type: string; id: string; deleted: boolean; changed: string }>(sql`
    select type, id, deleted, changed::text as changed from (${sql.join(branches, sql` union all `)}) c order by c.changed, type collate "C", id collate "C" limit ${limit}`);
  const recent = db.cache ? rows.filter(({ changed }) => BigInt(changed) >= db.settled) : [];
  for (const each of wanted)
    dropKept(
      db,
      each,
      recent.flatMap((row) => (row.type === each.type ? row.id : [])),
    );
  return rows.map(({ changed, ...row }) => [changed, row.type, row.id, row.deleted]);
}

/**
 * The deletions that a caller hears of: those of rows that they could see. Which rows those of before the columns were
 * kept were is not known, and only staff, who see all, hear of them.
 */
function tombstonesFor(caller: Caller, { table, rows }: Followed): RawBuilder<unknown> {
  if (!rows || caller.staff) return sql`tombstone`;
  const columns = rows.by.map((name) => sql`t.scope ->> ${sql.lit(name)} as ${sql.id(name)}`);
  // Under the name of the table, so that the condition on its rows holds here as it stands.
  return sql`(
    select * from (
      select t.type, t.id, t.changed, t.scope, ${sql.join(columns)} from tombstone t
    ) as ${sql.table(table)} where scope is not null and ${rows.seen(caller)}
  ) as buried`;
}

/** What the feed tells of is read anew, even if the announcement of its change is still on its way: who keeps a copy does not ask again. */
function dropKept(db: Database, { table, key, parts = {} }: Followed, ids: readonly string[]): void {
  if (!ids.length) return;
  db.changed({ table, keys: key ? { [key]: ids } : {} });
  for (const [part, column] of Object.entries(parts)) db.changed({ table: part, keys: { [column]: ids } });
}

/** Forgets deletions that no cursor may ask for any more. */
export async function forgetOldDeletions(db: Database): Promise<void> {
  await db.rows(sql`delete from tombstone where buried_at < now() - cast(${KEPT_DAYS + 10} as int) * interval '1 day'`);
}

const encode = (value: unknown) => Buffer.from(JSON.stringify(value)).toString('base64url');
const decode = (text: string): unknown => JSON.parse(Buffer.from(text, 'base64url').toString());

export const feedId = (request: FeedRequest): string => encode(request);
export const feedRequest = (id: string): FeedRequest => decode(id) as FeedRequest;

/** A mark in the feed, which holds for as long as deletions are told. */
export const feedCursor = (positions: FeedRequest['positions']): string => encode(['changes', dayNumber(), positions]);

/**
 * Where a cursor stands.
 * @throws BAD_CURSOR, STALE_CURSOR
 */
export function positionsOf(cursor: string): FeedRequest['positions'] {
  let read: unknown;
  try {
    read = decode(cursor);
  } catch {
    // no cursor at all
  }
  if (!Array.isArray(read) || read[0] !== 'changes' || !isDayOfCursor(read[1]) || !isPositions(read[2])) {
    throw problem(
      'BAD_CURSOR',
      `\`since: ${JSON.stringify(cursor.slice(0, 80))}\` is not a cursor of this feed: pass an \`endCursor\` that \`changes\` has returned, or leave \`since\` out to begin at the beginning.`,
    );
  }
  if (dayNumber() - read[1] > KEPT_DAYS) {
    throw problem(
      'STALE_CURSOR',
      `This cursor is ${dayNumber() - read[1]} days old, and deletions are told for ${KEPT_DAYS} days: begin again without \`since\`, and drop what the feed does not name.`,
      { keptDays: KEPT_DAYS },
    );
  }
  return read[2];
}

/** Whether a cursor can be of a day: none is of the days to come, but for what clocks may differ. */
const isDayOfCursor = (day: unknown): day is number =>
  Number.isInteger(day) && (day as number) >= 0 && (day as number) <= dayNumber() + 1;

/** Largest number of a transaction. */
const MOST_TRANSACTION = 2n ** 64n - 1n;

const isTransaction = (text: string) => /^\d{1,20}$/.test(text) && BigInt(text) <= MOST_TRANSACTION;

function isPositions(value: unknown): value is FeedRequest['positions'] {
  return (
    typeof value === 'object' &&
    value !== null &&
    Object.entries(value).every(
      ([name, position]) =>
        (SUBGRAPHS as readonly string[]).includes(name) &&
        Array.isArray(position) &&
        position.length === 3 &&
        position.every((part) => typeof part === 'string' && isStorableText(part)) &&
        isTransaction(position[0] as string),
    )
  );
}
