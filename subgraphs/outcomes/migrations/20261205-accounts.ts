import { Migration } from '@mikro-orm/migrations';
import { announceTriggers } from '../../kit/changes.ts';

const ANNOUNCED = announceTriggers({ school_characteristics: ['urn'] });

/** Keeps with a file what was found in it, and takes in what files say of schools' pupils. */
export class Accounts extends Migration {
  override name = '20261205-accounts';

  override up(): void {
    this.addSql(`
      alter table "result_file" add column "academic_year" varchar(255) null, add column "imported_at" timestamptz null, add column "coverage" jsonb not null default '[]';
      create table "school_characteristics" (
        "urn" varchar(255) not null,
        "academic_year" varchar(255) not null,
        "pupils_of" text not null,
        "cohort" int null,
        "roll" int null,
        "disadvantaged" double precision null,
        "eal" double precision null,
        "sen_plan" double precision null,
        "sen_support" double precision null,
        "prior_attainment" double precision null,
        "absence" double precision null,
        "persistent_absence" double precision null,
        "school_type" text null,
        "state_funded" boolean null,
        "age_range" text null,
        "admissions" text null,
        "gender" text null,
        "file_id" int null,
        primary key ("urn", "academic_year", "pupils_of")
      );
      ${ANNOUNCED}
    `);
  }
}
