import { Migration } from '@mikro-orm/migrations';

/**
 * Has a deletion keep what decides who could see the row, so that nobody else is told of it. What was deleted before
 * has nothing of it. All of it stands here as text: what the feed follows later is another migration's.
 */
export class Tombstones extends Migration {
  override name = '20261204-tombstones';

  override up(): void {
    this.addSql(`
      alter table "tombstone" add column "scope" jsonb null;
      create or replace function bury() returns trigger language plpgsql set search_path from current as $$ begin
        execute format(
          'insert into tombstone (type, id, scope) select %L, %s, %s from old_rows
          on conflict (type, id) do update set changed = excluded.changed, buried_at = now(), scope = excluded.scope',
          tg_argv[0], tg_argv[1], coalesce(tg_argv[2], 'null::jsonb'));
        return null;
      end $$;
      drop trigger follow_delete on "result";
      create trigger follow_delete after delete on "result" referencing old table as old_rows
        for each statement execute function bury(
          'OUTCOME',
          'level || '':'' || subject || '':'' || academic_year || '':'' || measure_code || '':'' || pupil_group
            || case source when ''SUBMITTED'' then '':SUBMITTED'' else '''' end',
          'jsonb_build_object(''level'', level, ''subject'', subject, ''status'', status, ''submitted_by'', submitted_by)');
    `);
  }
}
