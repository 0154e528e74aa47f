import { Migration } from '@mikro-orm/migrations';

/** The identifier of a result on the day of this migration: that of a submitted one says so. */
const RESULT_ID = `level || ':' || subject || ':' || academic_year || ':' || measure_code || ':' || pupil_group
  || case source when 'SUBMITTED' then ':SUBMITTED' else '' end`;
const ARGUMENT = RESULT_ID.replaceAll("'", "''");

/** What is published and what is submitted are rows of their own: neither replaces the other. */
export class SideBySide extends Migration {
  override name = '20261202-side-by-side';

  override up(): void {
    this.addSql(`
      drop trigger follow_insert on "result";
      drop trigger follow_delete on "result";
      drop index "result_changed";
      insert into "tombstone" ("type", "id")
        select 'OUTCOME', level || ':' || subject || ':' || academic_year || ':' || measure_code || ':' || pupil_group
        from "result" where submitted_by is not null
        on conflict ("type", "id") do update set changed = excluded.changed, buried_at = now();
      alter table "result" add column "source" text not null default 'PUBLISHED';
      update "result" set "source" = 'SUBMITTED' where "submitted_by" is not null;
      alter table "result" drop constraint "result_pkey";
      alter table "result" add primary key ("level", "subject", "measure_code", "pupil_group", "academic_year", "source");
      alter table "result" add constraint "result_source" check ((source = 'SUBMITTED') = (submitted_by is not null));
      create index "result_changed" on "result" ("changed", ((${RESULT_ID})::text collate "C"));
      create trigger follow_insert after insert on "result" referencing new table as new_rows
        for each statement execute function unbury('OUTCOME', '${ARGUMENT}');
      create trigger follow_delete after delete on "result" referencing old table as old_rows
        for each statement execute function bury('OUTCOME', '${ARGUMENT}');
    `);
  }
}
