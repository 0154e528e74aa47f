// Released databases were made with these texts: they are never edited. What is to be different is made so by a new
// migration. A test knows what each of them says.

/** The tables of receipts and of the audit. */
export const installSubmissions = `
  create table "receipt" (
    "id" uuid primary key default gen_random_uuid(), "client" text not null, "operation" text not null, "idempotency_key" text not null, "body_hash" text not null,
    "received" int not null default 0, "written" int not null default 0, "unchanged" int not null default 0, "user_errors" jsonb not null default '[]', "submitted_at" timestamptz not null default now(),
    unique ("client", "operation", "idempotency_key")
  );
  create table "audit" (
    "id" bigint generated always as identity primary key, "at" timestamptz not null default now(), "client" text not null, "trust" text null, "from" text null, "operation" text not null,
    "receipt_id" uuid null references "receipt" ("id"), "type" text not null, "subject" text not null, "urn" text null, "before" jsonb null, "after" jsonb null
  );
  create index "audit_urn" on "audit" ("urn", "id");
  create index "audit_trust" on "audit" ("trust", "id");`;

/** Who sent what was received, and who wrote, are one client of one issuer or key, for one trust. */
export const identifyClients = `
  alter table "receipt" add column "issued_by" text null, add column "trust" text null;
  alter table "audit" add column "issued_by" text null;
  -- Receipts of before say a name only, which several clients may have: they answer for nobody any more.
  alter table "receipt" drop constraint "receipt_client_operation_idempotency_key_key";
  create unique index "receipt_identity"
    on "receipt" ("issued_by", "client", "trust", "operation", "idempotency_key") nulls not distinct
    where "issued_by" is not null;`;

/** Receipts keep their warnings. */
export const keepWarnings = `alter table "receipt" add column "warnings" jsonb not null default '[]';`;
