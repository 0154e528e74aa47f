import { createHash } from 'node:crypto';
import type { EntityManager } from '@mikro-orm/postgresql';
import { CompiledQuery, sql } from 'kysely';
import type { Invalidation } from '../read/cache.ts';
import type { Caller } from '../caller.ts';
import { pageFrom, type Page, type PageArgs } from '../read/pages.ts';
import type { Database } from '../read/database.ts';
import { DryRun, isStorableText, problem, unstorableText } from '../domain/errors.ts';

/** Most rows of a submission. */
export const MOST_ROWS = 10_000;
/** Longest idempotency key, in characters. */
const LONGEST_KEY = 200;
/** How often a submission begins anew when somebody else wrote the same rows meanwhile. */
const TRIES = 3;

export type OnError = 'REJECT_ROW' | 'REJECT_ALL';

/** What a client submits: rows to write, all at once and once only. */
export interface Submission<Row> {
  rows: readonly Row[];
  idempotencyKey: string;
  dryRun: boolean;
  onError: OnError;
  /** Whether rows that are possible but unlikely are written, too. */
  acceptWarnings?: boolean;
}

export const USER_ERROR_CODES = [
  'INVALID',
  'MISSING',
  'OUT_OF_SCOPE',
  'DUPLICATE',
  'SCHOOL_UNKNOWN',
  'MEASURE_UNKNOWN',
  'COHORT_UNKNOWN',
  'FRAMEWORK_UNKNOWN',
  'OUT_OF_RANGE',
  'YEAR_OUT_OF_RANGE',
  'SMALL_NUMBER',
  'NUMBERS_DISAGREE',
  'EARLIER_STATUS',
  'ALREADY_PUBLISHED',
  'VERSION_CONFLICT',
] as const;
export type UserErrorCode = (typeof USER_ERROR_CODES)[number];

export type WarningCode =
  | 'FRACTION'
  | 'PUPILS_UNLIKELY'
  | 'JUMP'
  | 'YEAR_HARDLY_BEGUN'
  | 'SCHOOL_CLOSED'
  | 'KEY_STAGE_NOT_TAUGHT';

/** Why a row is possible but unlikely. */
export interface SubmissionWarning extends Omit<UserError, 'code'> {
  code: WarningCode;
}

/** Why a row was not taken. */
export interface UserError {
  /** Place of the row in the submission, from 0. */
  index: number;
  /** Where in the arguments it is wrong: `["rows", "3", "value"]`. */
  path: string[];
  code: UserErrorCode;
  message: string;
  /** What stands there, as text; null if nothing does. */
  value: string | null;
}

/** What became of a submission. */
export interface Receipt {
  /** Null for a dry run, which leaves none. */
  id: string | null;
  operation: string;
  received: number;
  written: number;
  unchanged: number;
  rejected: number;
  dryRun: boolean;
  /** Whether it is the receipt of an earlier submission with the same key. */
  replayed: boolean;
  submittedAt: string;
  userErrors: UserError[];
  warnings: SubmissionWarning[];
}

/** Says of a row what is wrong with one of its fields. */
export type Reject = (
  index: number,
  field: string | readonly string[],
  code: UserErrorCode,
  message: string,
  value?: unknown,
) => void;

/** Says of a row what is unlikely about it. @returns whether it is written all the same */
export type Warn = (index: number, field: string, code: WarningCode, message: string, value?: unknown) => boolean;

/** A row that is right and differs from what is there. */
export interface Written {
  type: string;
  id: string;
  urn: string | null;
  before: unknown;
  after: unknown;
}

/** The part of a submission that its subgraph knows: which rows are right, and how they are written. */
export interface SubmissionSpec<Row> {
  operation: string;
  /** URNs of the rows: no two submissions write to the same school at once. */
  urns: (rows: readonly Row[]) => readonly string[];
  /** Checks all rows, rejects those that are wrong, and tells what the others would change. */
  check(em: EntityManager, rows: readonly Row[], reject: Reject, warn: Warn): Promise<Checked>;
}

export interface Checked {
  changes: Written[];
  /**
   * Writes the changes.
   * @returns what was written: that which says what was there already is left out
   * @throws Overtaken if one of them could not be written, since somebody else wrote meanwhile
   */
  write(changes: readonly Written[]): Promise<readonly Written[]>;
  /** What is not to be answered from memory any more. */
  dropped: Invalidation[];
}

/** Somebody else wrote what was checked a moment ago. */
export class Overtaken extends Error {}

interface ReceiptRow {
  id: string;
  body_hash: string;
  received: number;
  written: number;
  unchanged: number;
  user_errors: UserError[];
  warnings: SubmissionWarning[];
  /** As PostgreSQL writes it. */
  submitted_at: string;
}

/** Sends a statement with parameters in the transaction of an entity manager. */
export async function query<Row>(em: EntityManager, statement: string, parameters: unknown[]): Promise<Row[]> {
  return (await em.getKysely().executeQuery<Row>(CompiledQuery.raw(statement, parameters))).rows;
}

/**
 * Takes a submission: in one transaction, checked row by row, written once however often it is sent, and with an audit
 * entry for each row that it changes.
 * @throws BAD_USER_INPUT, TOO_MANY_ROWS, IDEMPOTENCY_CONFLICT
 */
export async function submit<Row>(
  db: Database,
  caller: Caller,
  submission: Submission<Row>,
  spec: SubmissionSpec<Row>,
): Promise<Receipt> {
  const { rows, idempotencyKey, dryRun, onError, acceptWarnings = false } = submission;
  if (caller.client === null) throw problem('UNAUTHORIZED_FIELD', 'Writing needs a token or an API key.');
  if (caller.urns === null)
    throw problem(
      'SCOPE_UNKNOWN',
      'Which schools are yours could not be asked just now: try again in a moment, with the same idempotency key.',
    );
  if (!idempotencyKey.trim() || idempotencyKey.length > LONGEST_KEY)
    throw problem(
      'BAD_USER_INPUT',
      `\`idempotencyKey\` has ${idempotencyKey.length} characters: give 1 to ${LONGEST_KEY}, different for each submission, for instance a UUID.`,
    );
  if (!isStorableText(idempotencyKey))
    throw problem(
      'BAD_USER_INPUT',
      '`idempotencyKey` holds a character that cannot be stored: give a UUID, for instance.',
    );
  if (rows.length > MOST_ROWS)
    throw problem(
      'TOO_MANY_ROWS',
      `\`rows\` holds ${rows.length.toLocaleString('en-GB')} rows: at most ${MOST_ROWS.toLocaleString('en-GB')} are taken at once.`,
      { limit: MOST_ROWS },
    );
  for (let tries = 1; ; tries++) {
    try {
      return await once(db, caller, { rows, idempotencyKey, dryRun, onError, acceptWarnings }, spec);
    } catch (error) {
      if (!(error instanceof Overtaken) || tries === TRIES) throw error;
    }
  }
}

async function once<Row>(
  db: Database,
  caller: Caller,
  { rows, idempotencyKey, dryRun, onError, acceptWarnings = false }: Submission<Row>,
  { operation, urns, check }: SubmissionSpec<Row>,
): Promise<Receipt> {
  const bodyHash = createHash('sha256')
    .update(JSON.stringify(acceptWarnings ? [onError, rows, 'acceptWarnings'] : [onError, rows]))
    .digest('base64url');
  const receipt: Receipt = {
    id: null,
    operation,
    received: rows.length,
    written: 0,
    unchanged: 0,
    rejected: 0,
    dryRun,
    replayed: false,
    submittedAt: new Date().toISOString(),
    userErrors: [],
    warnings: [],
  };
  const sender = [caller.issuedBy ?? '', caller.client, caller.trust];
  let dropped: Invalidation[] = [];
  try {
    await db.transaction(async (em) => {
      if (!dryRun) {
        // Whoever sends the same at the same time waits here until this one is committed.
        const [made] = await query<ReceiptRow>(
          em,
          `insert into receipt (issued_by, client, trust, operation, idempotency_key, body_hash)
          values ($1, $2, $3, $4, $5, $6) on conflict do nothing returning id, submitted_at`,
          [...sender, operation, idempotencyKey, bodyHash],
        );
        if (!made) {
          const [earlier] = await query<ReceiptRow>(
            em,
            `select * from receipt
            where issued_by = $1 and client = $2 and trust is not distinct from $3 and operation = $4 and idempotency_key = $5`,
            [...sender, operation, idempotencyKey],
          );
          replay(receipt, earlier!, bodyHash, idempotencyKey);
          return;
        }
        receipt.id = made.id;
        receipt.submittedAt = new Date(made.submitted_at).toISOString();
      }
      await query(
        em,
        `select pg_advisory_xact_lock(hashtextextended($1 || urn, 0)) from (select distinct urn from unnest($2::text[]) as u(urn) order by urn) s`,
        [operation, [...urns(rows)]],
      );
      const errors: UserError[] = [];
      const rejected = new Set<number>();
      const warnings: SubmissionWarning[] = [];
      const reject: Reject = (index, field, code, message, value) => {
        rejected.add(index);
        const path = ['rows', String(index), ...(typeof field === 'string' ? [field] : field)];
        errors.push({ index, path, code, message, value: asText(value) });
      };
      const warn: Warn = (index, field, code, message, value) => {
        if (!acceptWarnings) rejected.add(index);
        warnings.push({ index, path: ['rows', String(index), field], code, message, value: asText(value) });
        return acceptWarnings;
      };
      const checked = await checkStorable(em, rows, check, reject, warn);
      errors.sort((a, b) => a.index - b.index);
      warnings.sort((a, b) => a.index - b.index);
      const isRefused = onError === 'REJECT_ALL' && rejected.size > 0;
      const accepted = isRefused ? [] : checked.changes;
      const changes = accepted.length ? await checked.write(accepted) : [];
      if (changes.length) {
        await query(
          em,
          `insert into audit (issued_by, client, trust, "from", operation, receipt_id, type, subject, urn, before, after)
          select $1, $2, $3, $4, $5, $6, w.type, w.id, w.urn, w.before, w.after from json_to_recordset($7::json) as w(type text, id text, urn text, before jsonb, after jsonb)`,
          [...sender, caller.from, operation, receipt.id, JSON.stringify(changes)],
        );
      }
      receipt.written = changes.length;
      receipt.rejected = isRefused ? rows.length : rejected.size;
      receipt.unchanged = rows.length - receipt.rejected - changes.length;
      receipt.userErrors = errors;
      receipt.warnings = warnings;
      ({ dropped } = checked);
      if (dryRun) throw new DryRun();
      await query(
        em,
        'update receipt set received = $2, written = $3, unchanged = $4, user_errors = $5::jsonb, warnings = $6::jsonb where id = $1',
        [
          receipt.id,
          receipt.received,
          receipt.written,
          receipt.unchanged,
          JSON.stringify(errors),
          JSON.stringify(warnings),
        ],
      );
    });
  } catch (error) {
    if (error instanceof DryRun) return receipt;
    throw error;
  }
  // Who wrote reads what was written, whether its announcement has come or not.
  if (receipt.written && !receipt.replayed) for (const change of dropped) db.changed(change);
  return receipt;
}

/** A value as errors and warnings repeat it. */
function asText(value: unknown): string | null {
  if (value === undefined || value === null) return null;
  return String(value).slice(0, 200).toWellFormed().replaceAll('\0', '\ufffd');
}

/** Checks the rows whose texts can be stored, and rejects the others, so that one of them does not fail all. */
async function checkStorable<Row>(
  em: EntityManager,
  rows: readonly Row[],
  check: SubmissionSpec<Row>['check'],
  reject: Reject,
  warn: Warn,
): Promise<Checked> {
  const places: number[] = [];
  const storable = rows.filter((row, index) => {
    const path = unstorableText(row);
    if (!path) places.push(index);
    else
      reject(
        index,
        path.at,
        'INVALID',
        `The text holds ${path.what}, which cannot be stored: leave it out.`,
        path.text,
      );
    return path === null;
  });
  if (storable.length === rows.length) return check(em, rows, reject, warn);
  return check(
    em,
    storable,
    (index, ...about) => reject(places[index]!, ...about),
    (index, ...about) => warn(places[index]!, ...about),
  );
}

function replay(receipt: Receipt, earlier: ReceiptRow, bodyHash: string, key: string): void {
  if (earlier.body_hash !== bodyHash) {
    throw problem(
      'IDEMPOTENCY_CONFLICT',
      `The idempotency key ${JSON.stringify(key.slice(0, 60))} was used at ${new Date(earlier.submitted_at).toISOString()} with other rows: give each submission a key of its own, and send it again only as it was.`,
      { receipt: earlier.id },
    );
  }
  Object.assign(receipt, {
    id: earlier.id,
    received: earlier.received,
    written: earlier.written,
    unchanged: earlier.unchanged,
    rejected: earlier.received - earlier.written - earlier.unchanged,
    replayed: true,
    submittedAt: new Date(earlier.submitted_at).toISOString(),
    userErrors: earlier.user_errors,
    warnings: earlier.warnings,
  });
}

/** Who changed what, when and from where. */
export interface AuditEntry {
  id: number;
  at: string;
  client: string;
  trust: string | null;
  from: string | null;
  operation: string;
  receiptId: string | null;
  type: string;
  subject: string;
  urn: string | null;
  before: unknown;
  after: unknown;
}

export type AuditArgs = PageArgs & { urn?: string | null };

/** Entries of the audit, the newest first: staff see all, a trust those about its schools and its own. */
export function auditOf(db: Database, caller: Caller, { urn, ...args }: AuditArgs): Promise<Page<AuditEntry>> {
  const seen = caller.staff
    ? sql`true`
    : sql`(${caller.ownsRow(sql.ref('a.urn'))} or coalesce(a.trust = ${caller.trust}, false))`;
  return pageFrom<AuditEntry, AuditArgs>(
    db,
    { name: 'audit', seenBy: caller, from: ['audit.*'] },
    { urn, ...args },
    [{ property: 'id', type: 'float8', descending: true }],
    sql`
    select a.id::float8 as id, to_char(a.at at time zone 'utc', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"') as at, a.client, a.trust, a."from", a.operation, a.receipt_id as "receiptId", a.type, a.subject, a.urn, a.before, a.after
    from audit a where ${seen} and ${urn == null ? sql`true` : sql`a.urn = ${urn}`}`,
  );
}
