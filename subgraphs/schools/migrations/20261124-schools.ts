import { Migration } from '@mikro-orm/migrations';

export class Migration20261124Schools extends Migration {
  override name = '20261124-schools';

  override up(): void {
    this.addSql(`
      create extension if not exists pg_trgm with schema public;

      create table "ancestor" (
        "urn" varchar(255) not null,
        "ancestor" varchar(255) not null,
        "distance" int not null,
        primary key ("urn", "ancestor")
      );
      create index "ancestor_ancestor" on "ancestor" ("ancestor");

      create table "hub" (
        "id" varchar(255) not null,
        "name" text not null,
        "kind" text not null,
        "region" text null,
        "senior_partner_urn" varchar(255) null,
        "hub_manager" text null,
        primary key ("id")
      );

      create table "local_authority" (
        "code" varchar(255) not null,
        "name" text not null,
        "region" text null,
        primary key ("code")
      );
      alter table "local_authority" add constraint "local_authority_code" check (code ~ '^[0-9]{3}$');

      create table "membership" (
        "id" varchar(255) not null,
        "kind" text not null,
        "urn" varchar(255) not null,
        "hub_id" varchar(255) null,
        "joined" date not null,
        "left" date null,
        primary key ("id")
      );
      create index "membership_urn" on "membership" ("urn", "kind");
      create index "membership_hub" on "membership" ("hub_id");
      alter table "membership" add constraint "membership_kind" check ((kind = 'HUB') = (hub_id is not null));
      alter table "membership" add constraint "membership_dates" check ("left" >= joined);

      create table "school" (
        "urn" varchar(255) not null,
        "ukprn" varchar(255) null,
        "laestab" varchar(255) null,
        "name" text not null,
        "status" text not null,
        "phase" text not null,
        "type" text null,
        "type_group" text null,
        "gender" text null,
        "religious_character" text null,
        "low_age" int null,
        "high_age" int null,
        "capacity" int null,
        "roll" int null,
        "fsm_share" double precision null,
        "urban_rural" text null,
        "opened" date null,
        "closed" date null,
        "street" text null,
        "locality" text null,
        "town" text null,
        "county" text null,
        "postcode" text null,
        "easting" int null,
        "northing" int null,
        "latitude" double precision null,
        "longitude" double precision null,
        "website" text null,
        "local_authority_code" varchar(255) null,
        "region" text null,
        primary key ("urn")
      );
      create index "school_name" on "school" ("name", "urn");
      create index "school_local_authority" on "school" ("local_authority_code");
      create index "school_laestab" on "school" ("laestab");
      create index "school_ukprn" on "school" ("ukprn");
      create index "school_name_trgm" on "school" using gin (name public.gin_trgm_ops);
      create index "school_postcode" on "school" (postcode text_pattern_ops);
      alter table "school" add constraint "school_urn" check (urn ~ '^[1-9][0-9]{5}$');
      alter table "school" add constraint "school_fsm_share" check (numrange(0, 100, '[]') @> fsm_share::numeric);
      alter table "school" add constraint "school_roll" check (roll >= 0 and capacity >= 0);
      alter table "school" add constraint "school_dates" check (closed >= opened);

      create table "school_link" (
        "predecessor" varchar(255) not null,
        "successor" varchar(255) not null,
        "kind" text not null,
        "date" date null,
        "predecessor_name" text null,
        "successor_name" text null,
        primary key ("predecessor", "successor")
      );
      create index "school_link_successor" on "school_link" ("successor");
      alter table "school_link" add constraint "school_link_self" check (predecessor <> successor);

      create table "trust" (
        "uid" varchar(255) not null,
        "group_id" varchar(255) null,
        "name" text not null,
        "type" text not null,
        "open" boolean not null,
        "companies_house_number" varchar(255) null,
        "ukprn" varchar(255) null,
        "opened" date null,
        "closed" date null,
        "street" text null,
        "locality" text null,
        "town" text null,
        "county" text null,
        "postcode" text null,
        "joined_network" date null,
        primary key ("uid")
      );
      create index "trust_name" on "trust" ("name", "uid");
      create index "trust_name_trgm" on "trust" using gin (name public.gin_trgm_ops);

      create table "trust_membership" (
        "urn" varchar(255) not null,
        "trust_uid" varchar(255) not null,
        "joined" date null,
        "left" date null,
        primary key ("urn", "trust_uid")
      );
      create index "trust_membership_trust" on "trust_membership" ("trust_uid", "left");
      alter table "trust_membership" add constraint "trust_membership_dates" check ("left" >= joined);

      alter table "membership" add constraint "membership_hub_id_foreign" foreign key ("hub_id") references "hub" ("id") on delete set null;

      alter table "school" add constraint "school_local_authority_code_foreign" foreign key ("local_authority_code") references "local_authority" ("code") on delete set null;

      alter table "trust_membership" add constraint "trust_membership_trust_uid_foreign" foreign key ("trust_uid") references "trust" ("uid");
    `);
  }
}
