import type { EntityManager } from '@mikro-orm/postgresql';
import type { Caller } from '../kit/caller.ts';
import type { Database } from '../kit/read/database.ts';
import { problem } from '../kit/domain/errors.ts';
import { merging } from '../kit/import/merge.ts';
import { ImportReport } from '../kit/import/report.ts';
import { checkVersion, dayIn } from '../kit/write/rows.ts';
import { query, submit, type Receipt, type Submission, type Written } from '../kit/write/submissions.ts';
import { FRAMEWORKS } from './frameworks.ts';
import type { ReviewInput } from './types.ts';
import { writeReviews, type WholeReview } from './write.ts';
import { isUrn } from '../kit/domain/urn.ts';

const BY_CODE = new Map(FRAMEWORKS.map((framework) => [framework.code, framework]));

/** What a review consists of, as JSON: for the audit, and to tell whether anything changes. */
const STORED = `
  select jsonb_build_object('review', to_jsonb(r) - 'changed' - 'shared',
    'team', (select coalesce(jsonb_agg(to_jsonb(v) order by v.id), '[]') from reviewer v where v.review_id = r.id),
    'headings', (select coalesce(jsonb_agg(to_jsonb(h) order by h.code), '[]') from heading h where h.review_id = r.id),
    'findings', (select coalesce(jsonb_agg(to_jsonb(f) order by f.position), '[]') from finding f where f.review_id = r.id),
    'areas', (select coalesce(jsonb_agg(to_jsonb(a) order by a.id), '[]') from area_of_excellence a where a.review_id = r.id)) as stored, r.id, r.changed::text as version
  from review r where r.id = any($1)`;

const storedIn = async (em: EntityManager, ids: readonly string[], lock = '') =>
  new Map(
    (await query<{ id: string; stored: object; version: string }>(em, STORED + lock, [[...ids]])).map((row) => [
      row.id,
      row,
    ]),
  );

/** Writes reviews with their teams and reports. */
export function recordReview(db: Database, caller: Caller, submission: Submission<ReviewInput>): Promise<Receipt> {
  return submit<ReviewInput>(db, caller, submission, {
    operation: 'recordReview',
    urns: (rows) => rows.map(({ id }) => id),
    async check(em, rows, reject) {
      const seen = new Map<string, number>();
      const right: { index: number; review: WholeReview; expectedVersion: string | null | undefined }[] = [];
      rows.forEach((row, index) => {
        const review = wholeReview(row, index, reject);
        if (!review) return;
        if (seen.has(row.id))
          return reject(index, 'id', 'DUPLICATE', `The same review stands in row ${seen.get(row.id)}.`, row.id);
        seen.set(row.id, index);
        right.push({ index, review, expectedVersion: row.expectedVersion });
      });
      const ids = right.map(({ review }) => review.review.id);
      const before = await storedIn(em, ids, ' for update of r');
      const kept = right.filter(({ index, review, expectedVersion }) =>
        checkVersion(expectedVersion, before.get(review.review.id)?.version, index, reject),
      );
      const changes: Written[] = kept.map(({ review }) => ({
        type: 'REVIEW',
        id: review.review.id,
        urn: review.review.urn,
        before: before.get(review.review.id)?.stored ?? null,
        after: null,
      }));
      return {
        changes,
        async write(accepted) {
          const report = new ImportReport();
          const merge = merging(em, report);
          await writeReviews(
            em,
            merge,
            report,
            kept.map(({ review }) => review),
          );
          await merge.settled();
          const after = await storedIn(em, ids);
          const written = accepted.map((change) => ({ ...change, after: after.get(change.id)!.stored }));
          // What says what was there already is no change.
          const unchanged = await query<{ id: string }>(
            em,
            'select w.id from json_to_recordset($1::json) as w(id text, before jsonb, after jsonb) where w.before = w.after',
            [JSON.stringify(written)],
          );
          const same = new Set(unchanged.map(({ id }) => id));
          return written.filter(({ id }) => !same.has(id));
        },
        dropped: [
          { table: 'review', keys: { id: ids, urn: kept.flatMap(({ review }) => review.review.urn ?? []) } },
          ...['reviewer', 'heading', 'finding', 'area_of_excellence'].map((table) => ({
            table,
            keys: { review_id: ids },
          })),
        ],
      };
    },
  });
}

type Bad = (
  field: string | readonly string[],
  code: 'INVALID' | 'MISSING' | 'FRAMEWORK_UNKNOWN' | 'OUT_OF_RANGE' | 'DUPLICATE',
  message: string,
  value?: unknown,
) => void;

/** A review as it is written; null, with the reasons, if something in it is wrong. */
function wholeReview(
  row: ReviewInput,
  index: number,
  reject: Parameters<Parameters<typeof submit<ReviewInput>>[3]['check']>[2],
): WholeReview | null {
  let wrong = false;
  const bad: Bad = (field, code, message, value) => {
    wrong = true;
    reject(index, field, code, message, value);
  };
  const day = (text: string, field: string | readonly string[]) =>
    dayIn(text, index, field, (_, ...rest) => bad(...(rest as Parameters<Bad>)));
  const framework = BY_CODE.get(row.framework);
  if (!row.id.trim() || row.id.length > 100) bad('id', 'INVALID', 'An identifier has 1 to 100 characters.', row.id);
  if (!framework)
    bad(
      'framework',
      'FRAMEWORK_UNKNOWN',
      `There is no framework ${JSON.stringify(row.framework)}: it is one of ${[...BY_CODE.keys()].join(', ')}.`,
      row.framework,
    );
  if ((row.urn == null) === (row.trustUid == null))
    bad(
      'urn',
      row.urn == null ? 'MISSING' : 'INVALID',
      'A review has one host, a school (`urn`) or a trust (`trustUid`).',
      row.urn,
    );
  if (row.urn != null && !isUrn(row.urn))
    bad('urn', 'INVALID', `${JSON.stringify(row.urn)} is not a URN: a URN is six digits.`, row.urn);
  if (framework?.kind === 'TRUST_PEER_REVIEW' && row.urn != null)
    bad('urn', 'INVALID', 'A Trust Peer Review is hosted by a trust.', row.urn);
  const [startDate, endDate] = [day(row.startDate, 'startDate'), day(row.endDate, 'endDate')];
  if (startDate && endDate && endDate < startDate)
    bad('endDate', 'OUT_OF_RANGE', `It ends before it begins, on ${startDate}.`, row.endDate);
  const headings = new Map<string, object>();
  const findings: object[] = [];
  row.headings?.forEach(({ code, estimate, findings: found }, at) => {
    const place = ['headings', String(at)];
    if (framework && !framework.headings.some((heading) => heading.code === code))
      bad(
        [...place, 'code'],
        'INVALID',
        `${framework.code} has no heading ${JSON.stringify(code)}: it has ${framework.headings.map((heading) => heading.code).join(', ')}.`,
        code,
      );
    if (headings.has(code)) bad([...place, 'code'], 'DUPLICATE', 'The heading is there already.', code);
    if (framework && estimate && !framework.estimates.includes(estimate))
      bad(
        [...place, 'estimate'],
        'INVALID',
        framework.estimates.length
          ? `${framework.code} has the estimates ${framework.estimates.join(', ')}.`
          : `${framework.code} gives no estimates.`,
        estimate,
      );
    headings.set(code, { reviewId: row.id, code, estimate: estimate ?? null });
    for (const { kind, text } of found ?? [])
      findings.push({ reviewId: row.id, position: findings.length + 1, heading: code, kind, text });
  });
  const team = (row.team ?? []).map(({ role, name, urn }, at) => {
    if (urn != null && !isUrn(urn))
      bad(['team', String(at), 'urn'], 'INVALID', `${JSON.stringify(urn)} is not a URN: a URN is six digits.`, urn);
    return { id: `${row.id}-${at + 1}`, reviewId: row.id, role, name: name ?? null, urn: urn ?? null, date: startDate };
  });
  if (row.areasOfExcellence?.length && row.urn == null)
    bad('areasOfExcellence', 'INVALID', 'An area of excellence belongs to a school, and this is a review of a trust.');
  const areas = (row.areasOfExcellence ?? []).map(({ id, title, theme, description, status, ...days }, at) => {
    const place = ['areasOfExcellence', String(at)];
    const accredited = status === 'ACCREDITED';
    const accreditedOn = days.accreditedOn == null ? null : day(days.accreditedOn, [...place, 'accreditedOn']);
    const validUntil = days.validUntil == null ? null : day(days.validUntil, [...place, 'validUntil']);
    if (
      accredited !== (accreditedOn !== null && validUntil !== null) ||
      (!accredited && (accreditedOn !== null || validUntil !== null))
    )
      bad(
        [...place, 'accreditedOn'],
        accredited ? 'MISSING' : 'INVALID',
        'The days of accreditation, both, go with status ACCREDITED and with no other.',
        days.accreditedOn,
      );
    else if (accreditedOn && validUntil && validUntil < accreditedOn)
      bad([...place, 'validUntil'], 'OUT_OF_RANGE', `It ends before it begins, on ${accreditedOn}.`, days.validUntil);
    return {
      id,
      reviewId: row.id,
      urn: row.urn,
      title,
      theme,
      description: description ?? null,
      phase: row.phase ?? null,
      status,
      accreditedOn,
      validUntil,
      date: accreditedOn ?? startDate,
    };
  });
  if (wrong || !framework || !startDate || !endDate) return null;
  return {
    review: {
      id: row.id,
      kind: framework.kind,
      frameworkCode: framework.code,
      urn: row.urn ?? null,
      trustUid: row.trustUid ?? null,
      startDate,
      endDate,
      mode: row.mode,
      phase: row.phase ?? null,
    },
    framework,
    team,
    headings,
    findings,
    areas,
  };
}

/** Shares a report with the network, or takes that back. @returns whether there is such a review */
export async function shareReport(db: Database, caller: Caller, id: string, shared: boolean): Promise<boolean> {
  if (caller.urns === null)
    throw problem('SCOPE_UNKNOWN', 'Which schools are yours could not be asked just now: try again in a moment.');
  const review = await db.transaction(async (em) => {
    const [found] = await query<{ urn: string | null; trust_uid: string | null; shared: boolean }>(
      em,
      'select urn, trust_uid, shared from review where id = $1 for update',
      [id],
    );
    if (!found) return null;
    if (!caller.owns(found.urn, found.trust_uid))
      throw problem(
        'OUT_OF_SCOPE',
        `The review ${id} was not hosted by your trust: its host decides who sees the report.`,
      );
    if (found.shared !== shared) {
      await query(em, 'update review set shared = $2 where id = $1', [id, shared]);
      await query(
        em,
        `insert into audit (issued_by, client, trust, "from", operation, type, subject, urn, before, after) values ($1, $2, $3, $4, 'shareReport', 'REVIEW', $5, $6, $7, $8)`,
        [
          caller.issuedBy ?? '',
          caller.client,
          caller.trust,
          caller.from,
          id,
          found.urn,
          JSON.stringify({ shared: found.shared }),
          JSON.stringify({ shared }),
        ],
      );
    }
    return found;
  });
  if (review) db.changed({ table: 'review', keys: { id: [id], urn: review.urn ? [review.urn] : [] } });
  return review !== null;
}
