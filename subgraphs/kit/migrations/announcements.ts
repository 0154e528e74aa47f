// Released databases were made with these texts: they are never edited. What is to be different is made so by a new
// migration. A test knows what each of them says.

/** Most rows of one statement that are announced one by one. */
const MOST_ROWS = 300;
/** Longest text that PostgreSQL takes for a notification is 8,000 bytes. */
const LONGEST = 7_800;

/** Announces changed rows in the transaction that changes them: whoever listens hears of it once it is committed. */
export const installAnnouncements = `
  create function announce() returns trigger language plpgsql as $$
  declare
    rows text := case tg_op when 'INSERT' then 'select * from new_rows' when 'DELETE' then 'select * from old_rows' else 'select * from old_rows union all select * from new_rows' end;
    keys jsonb := '{}';
    found jsonb;
    changed int;
  begin
    if tg_op <> 'TRUNCATE' then
      execute format('select count(*) from (%s limit ${MOST_ROWS + 1}) r', rows) into changed;
      if changed = 0 then return null; end if;
      if changed <= ${MOST_ROWS} then
        for i in 0 .. tg_nargs - 1 loop
          execute format('select coalesce(jsonb_agg(distinct %1$I) filter (where %1$I is not null), ''[]'') from (%2$s) r', tg_argv[i], rows) into found;
          keys := keys || jsonb_build_object(tg_argv[i], found);
        end loop;
        if octet_length(keys::text) < ${LONGEST} then
          perform pg_notify(tg_table_schema || '_changes', jsonb_build_object('table', tg_table_name, 'keys', keys)::text);
          return null;
        end if;
      end if;
    end if;
    perform pg_notify(tg_table_schema || '_changes', jsonb_build_object('table', tg_table_name)::text);
    return null;
  end $$;`;

/** The triggers that have changed rows of a table announced, with what these columns hold. */
export function announceTable(table: string, ...columns: readonly string[]): string {
  const call = `for each statement execute function announce(${columns.map((column) => `'${column}'`).join(', ')})`;
  return [
    `create trigger announce_insert after insert on "${table}" referencing new table as new_rows ${call};`,
    `create trigger announce_update after update on "${table}" referencing old table as old_rows new table as new_rows ${call};`,
    `create trigger announce_delete after delete on "${table}" referencing old table as old_rows ${call};`,
    `create trigger announce_truncate after truncate on "${table}" ${call};`,
  ].join('\n');
}
