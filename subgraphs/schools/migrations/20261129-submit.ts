import { announceTable } from '../../kit/migrations/announcements.ts';
import { migration } from '../../kit/migrations/migration.ts';
import { installSubmissions } from '../../kit/migrations/submissions.ts';

const ROLL_REPORTS = `
  create table "roll_report" (
    "urn" varchar(255) not null, "date" date not null, "pupils" int not null, "boys" int null, "girls" int null, "fsm_eligible" int null, "submitted_by" varchar(255) not null,
    "changed" xid8 not null default pg_current_xact_id(),
    primary key ("urn", "date")
  );
  alter table "roll_report" add constraint "roll_report_numbers" check (pupils >= 0 and boys >= 0 and girls >= 0 and fsm_eligible >= 0);
  create trigger follow_update before update on "roll_report" for each row execute function mark_changed();`;

/** What was submitted, and who changed what. */
export const Submit = migration(
  '20261129-submit',
  installSubmissions,
  ROLL_REPORTS,
  announceTable('audit'),
  announceTable('roll_report', 'urn'),
);
