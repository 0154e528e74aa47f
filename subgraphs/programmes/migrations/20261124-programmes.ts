import { Migration } from '@mikro-orm/migrations';

export class Migration20261124Programmes extends Migration {
  override name = '20261124-programmes';

  override up(): void {
    this.addSql(`
      create table "practice_shared" (
        "id" varchar(255) not null,
        "urn" varchar(255) not null,
        "title" text not null,
        "theme" text not null,
        "channel" text not null,
        "shared_on" date not null,
        "recipient_urn" varchar(255) null,
        "url" text null,
        primary key ("id")
      );
      create index "practice_shared_urn" on "practice_shared" ("urn", "shared_on");
      create index "practice_shared_recipient" on "practice_shared" ("recipient_urn");

      create table "programme" (
        "code" varchar(255) not null,
        "name" text not null,
        "kind" text not null,
        "description" text null,
        primary key ("code")
      );

      create table "cohort" (
        "id" varchar(255) not null,
        "programme_code" varchar(255) not null,
        "name" text not null,
        "academic_year" varchar(255) not null,
        "starts_on" date not null,
        "ends_on" date null,
        "place" text null,
        primary key ("id")
      );
      create index "cohort_programme" on "cohort" ("programme_code", "starts_on");
      alter table "cohort" add constraint "cohort_dates" check (ends_on >= starts_on);

      create table "enrolment" (
        "id" varchar(255) not null,
        "cohort_id" varchar(255) not null,
        "urn" varchar(255) not null,
        "role" text not null,
        "status" text not null,
        "staff" int null,
        "enrolled_on" date not null,
        "completed_on" date null,
        primary key ("id")
      );
      create index "enrolment_urn" on "enrolment" ("urn", "enrolled_on");
      create index "enrolment_cohort" on "enrolment" ("cohort_id", "enrolled_on");
      alter table "enrolment" add constraint "enrolment_staff" check (staff >= 0);
      alter table "enrolment" add constraint "enrolment_dates" check (completed_on >= enrolled_on);

      create table "session" (
        "id" varchar(255) not null,
        "cohort_id" varchar(255) not null,
        "title" text not null,
        "date" date not null,
        "mode" text not null,
        "host_urn" varchar(255) null,
        primary key ("id")
      );
      create index "session_cohort" on "session" ("cohort_id", "date");

      create table "visit" (
        "id" varchar(255) not null,
        "kind" text not null,
        "cohort_id" varchar(255) null,
        "host_urn" varchar(255) not null,
        "visiting_urn" varchar(255) not null,
        "date" date not null,
        "days" int not null,
        "mode" text not null,
        "focus" text null,
        primary key ("id")
      );
      create index "visit_host" on "visit" ("host_urn", "date");
      create index "visit_visiting" on "visit" ("visiting_urn", "date");
      alter table "visit" add constraint "visit_days" check (days > 0);
      alter table "visit" add constraint "visit_sides" check (host_urn <> visiting_urn);

      alter table "cohort" add constraint "cohort_programme_code_foreign" foreign key ("programme_code") references "programme" ("code");

      alter table "enrolment" add constraint "enrolment_cohort_id_foreign" foreign key ("cohort_id") references "cohort" ("id") on delete cascade;

      alter table "session" add constraint "session_cohort_id_foreign" foreign key ("cohort_id") references "cohort" ("id") on delete cascade;

      alter table "visit" add constraint "visit_cohort_id_foreign" foreign key ("cohort_id") references "cohort" ("id") on delete set null;
    `);
  }
}
