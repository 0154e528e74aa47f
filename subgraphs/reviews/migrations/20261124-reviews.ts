import { Migration } from '@mikro-orm/migrations';

export class Migration20261124Reviews extends Migration {
  override name = '20261124-reviews';

  override up(): void {
    this.addSql(`
      create extension if not exists pg_trgm with schema public;

      create table "framework" (
        "code" varchar(255) not null,
        "name" text not null,
        "kind" text not null,
        "from" date not null,
        "to" date null,
        "headings" jsonb not null,
        "estimates" text[] not null,
        primary key ("code")
      );

      create table "review" (
        "id" varchar(255) not null,
        "kind" text not null,
        "framework_code" varchar(255) not null,
        "urn" varchar(255) null,
        "trust_uid" varchar(255) null,
        "start_date" date not null,
        "end_date" date not null,
        "mode" text not null,
        "phase" text null,
        primary key ("id")
      );
      create index "review_urn" on "review" ("urn", "start_date");
      create index "review_trust" on "review" ("trust_uid", "start_date");
      create index "review_start" on "review" ("start_date", "id");
      alter table "review" add constraint "review_host" check ((urn is null) <> (trust_uid is null));
      alter table "review" add constraint "review_dates" check (end_date >= start_date);

      create table "heading" (
        "review_id" varchar(255) not null,
        "code" varchar(255) not null,
        "estimate" text null,
        primary key ("review_id", "code")
      );

      create table "finding" (
        "review_id" varchar(255) not null,
        "position" int not null,
        "heading" varchar(255) not null,
        "kind" text not null,
        "text" text not null,
        primary key ("review_id", "position")
      );

      create table "area_of_excellence" (
        "id" varchar(255) not null,
        "review_id" varchar(255) not null,
        "urn" varchar(255) not null,
        "title" text not null,
        "theme" text not null,
        "description" text null,
        "phase" text null,
        "status" text not null,
        "accredited_on" date null,
        "valid_until" date null,
        "date" date not null,
        primary key ("id")
      );
      create index "area_of_excellence_review" on "area_of_excellence" ("review_id");
      create index "area_of_excellence_urn" on "area_of_excellence" ("urn");
      create index "area_of_excellence_date" on "area_of_excellence" ("date", "id");
      create index "area_of_excellence_title_trgm" on "area_of_excellence" using gin (title public.gin_trgm_ops);
      alter table "area_of_excellence" add constraint "area_of_excellence_accredited" check ((status = 'ACCREDITED') = (accredited_on is not null and valid_until is not null));
      alter table "area_of_excellence" add constraint "area_of_excellence_valid" check (valid_until >= accredited_on);

      create table "reviewer" (
        "id" varchar(255) not null,
        "review_id" varchar(255) not null,
        "role" text not null,
        "name" text null,
        "urn" varchar(255) null,
        "date" date not null,
        primary key ("id")
      );
      create index "reviewer_review" on "reviewer" ("review_id");
      create index "reviewer_urn" on "reviewer" ("urn", "date");

      alter table "review" add constraint "review_framework_code_foreign" foreign key ("framework_code") references "framework" ("code");

      alter table "heading" add constraint "heading_review_id_foreign" foreign key ("review_id") references "review" ("id") on delete cascade;

      alter table "finding" add constraint "finding_review_id_foreign" foreign key ("review_id") references "review" ("id") on delete cascade;

      alter table "area_of_excellence" add constraint "area_of_excellence_review_id_foreign" foreign key ("review_id") references "review" ("id") on delete cascade;

      alter table "reviewer" add constraint "reviewer_review_id_foreign" foreign key ("review_id") references "review" ("id") on delete cascade;
    `);
  }
}
