// Released databases were made with these texts: they are never edited. What is to be different is made so by a new
// migration. A test knows what each of them says.

/** What has each row remember the transaction that changed it last, and each deletion leave a tombstone. */
export const installFeed = `
  create table "tombstone" ("type" text not null, "id" text not null, "changed" xid8 not null default pg_current_xact_id(), "buried_at" timestamptz not null default now(), primary key ("type", "id"));
  create index "tombstone_changed" on "tombstone" ("type", "changed", ("id" collate "C"));
  create function mark_changed() returns trigger language plpgsql as $$ begin new.changed := pg_current_xact_id(); return new; end $$;
  create function bury() returns trigger language plpgsql set search_path from current as $$ begin
    execute format('insert into tombstone (type, id) select %L, %s from old_rows on conflict (type, id) do update set changed = excluded.changed, buried_at = now()', tg_argv[0], tg_argv[1]);
    return null;
  end $$;
  create function unbury() returns trigger language plpgsql set search_path from current as $$ begin
    if exists (select 1 from tombstone where type = tg_argv[0]) then
      execute format('delete from tombstone where type = %L and id in (select %s from new_rows)', tg_argv[0], tg_argv[1]);
    end if;
    return null;
  end $$;
  create function touch() returns trigger language plpgsql set search_path from current as $$ begin
    execute format('update %1$I p set changed = pg_current_xact_id() where p.changed <> pg_current_xact_id() and p.%2$I in (select %3$I from %4$s)', tg_argv[0], tg_argv[1], tg_argv[2],
      case tg_op when 'INSERT' then 'new_rows' when 'DELETE' then 'old_rows' else '(select * from old_rows union all select * from new_rows) r' end);
    return null;
  end $$;`;

/** A table whose rows a migration has followed. */
export interface FollowedTable {
  /** The type of its changes. */
  type: string;
  table: string;
  /** The row's identifier in the graph, as an SQL expression of its columns. */
  id: string;
  /** Column of the identifier, and tables that belong to a row, by which of their columns. */
  key?: string;
  parts?: Readonly<Record<string, string>>;
}

/** Has the rows of a table followed. */
export function followTable({ type, table, id, key, parts }: FollowedTable): string {
  const argument = id.replaceAll("'", "''");
  return [
    `alter table "${table}" add column "changed" xid8 not null default pg_current_xact_id();`,
    `create index "${table}_changed" on "${table}" ("changed", ((${id})::text collate "C"));`,
    `create trigger follow_update before update on "${table}" for each row execute function mark_changed();`,
    `create trigger follow_insert after insert on "${table}" referencing new table as new_rows for each statement execute function unbury('${type}', '${argument}');`,
    `create trigger follow_delete after delete on "${table}" referencing old table as old_rows for each statement execute function bury('${type}', '${argument}');`,
    ...Object.entries(parts ?? {}).flatMap(([part, column]) =>
      EVENTS.map(
        ([event, tables]) =>
          `create trigger follow_${event} after ${event} on "${part}" referencing ${tables} for each statement execute function touch('${table}', '${key}', '${column}');`,
      ),
    ),
  ].join('\n');
}

const EVENTS = [
  ['insert', 'new table as new_rows'],
  ['update', 'old table as old_rows new table as new_rows'],
  ['delete', 'old table as old_rows'],
] as const;

/** Has rows that are followed remember when they were changed last, too. */
export const installTiming =
  'create or replace function mark_changed() returns trigger language plpgsql as $$ begin new.changed := pg_current_xact_id(); new.updated_at := now(); return new; end $$;';

/** The column that remembers it. */
export const timeTable = (table: string): string =>
  `alter table "${table}" add column "updated_at" timestamptz not null default now();`;
