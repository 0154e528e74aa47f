import { Migration } from '@mikro-orm/migrations';

export class Migration20261124Outcomes extends Migration {
  override name = '20261124-outcomes';

  override up(): void {
    this.addSql(`
      create table "measure" (
        "code" varchar(255) not null,
        "name" text not null,
        "key_stage" text not null,
        "unit" text not null,
        "higher_is_better" boolean not null,
        "first_year" varchar(255) not null,
        "last_year" varchar(255) null,
        "years_not_published" text[] not null,
        primary key ("code")
      );

      create table "result_file" (
        "id" serial primary key,
        "title" text not null,
        "file" text not null,
        "fictional" boolean not null
      );
      alter table "result_file" add constraint "result_file_name" unique ("file", "title");

      create table "result" (
        "level" text not null,
        "subject" varchar(255) not null,
        "measure_code" varchar(255) not null,
        "pupil_group" text not null,
        "academic_year" varchar(255) not null,
        "value" double precision null,
        "marker" varchar(255) null,
        "pupils" int null,
        "lower" double precision null,
        "upper" double precision null,
        "gap_to_national_others" double precision null,
        "status" text not null,
        "local_authority_code" varchar(255) null,
        "file_id" int null,
        primary key ("level", "subject", "measure_code", "pupil_group", "academic_year")
      );
      alter table "result" add constraint "result_value" check ((value is null) <> (marker is null));
    `);
  }
}
