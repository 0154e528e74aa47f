import { sql, type RawBuilder } from 'kysely';
import { pageFrom, pagesOfParents, type OrderKey, type PageArgs } from '../kit/read/pages.ts';
import type { Caller } from '../kit/caller.ts';
import type { Database } from '../kit/read/database.ts';
import { auditOf, type AuditArgs, type Submission } from '../kit/write/submissions.ts';
import { changesIn, feedRequest } from '../kit/feed/feed.ts';
import { FOLLOWED } from './followed.ts';
import { many, manyOfAll, one, tuples } from '../kit/read/loaders.ts';
import {
  AreaOfExcellence,
  Review,
  Reviewer,
  type AreaRow,
  type FrameworkRow,
  type ReviewerRow,
  type ReviewRow,
} from './entities.ts';
import { FRAMEWORKS } from './frameworks.ts';
import type { Estimate, FindingKind, Phase, ReviewFilter, ReviewInput } from './types.ts';
import type { ReviewHeading, ReviewVisit } from './models.ts';
import { recordReview, shareReport } from './submit.ts';
import { containsOrResembles } from '../kit/read/search.ts';

const BY_START: OrderKey[] = [
  { property: 'startDate', type: 'date', descending: true },
  { property: 'id', type: 'text', descending: true },
];
const BY_DATE: OrderKey[] = [
  { property: 'date', type: 'date', descending: true },
  { property: 'id', type: 'text', descending: true },
];

const BY_CODE = new Map(FRAMEWORKS.map((framework) => [framework.code, framework]));
const LATEST_FRAMEWORKS = FRAMEWORKS.toSorted((a, b) =>
  a.from === b.from ? (a.code < b.code ? -1 : 1) : a.from < b.from ? 1 : -1,
);

/** How much of a report is asked for. */
export type ReportPart = 'estimates' | 'whole';

type ReviewListArgs = PageArgs & { filter?: ReviewFilter | null };

/** What a report consists of, each part as `code|…` in one text, which PostgreSQL writes several times as fast as lists of lists. */
interface ReportRow {
  id: string;
  /** `heading|estimate`, the latter empty where there is none; null if there are none. */
  estimates: string[] | null;
  /** `heading|kind|text`, in the report's order. */
  findings: string[] | null;
}

type AreaListArgs = PageArgs & { valid?: boolean | null };
type AreaSearchArgs = AreaListArgs & {
  theme?: readonly string[] | null;
  phase?: readonly Phase[] | null;
  search?: string | null;
};

/** The conditions of a filter on `review r`. */
function reviewConditions(filter: ReviewFilter | null | undefined): RawBuilder<unknown> {
  const { kind, framework, mode, phase, academicYear, from, to, updatedSince } = filter ?? {};
  const all: RawBuilder<unknown>[] = [sql`true`];
  if (kind) all.push(sql`r.kind = any(${kind})`);
  if (framework) all.push(sql`r.framework_code = any(${framework})`);
  if (mode) all.push(sql`r.mode = any(${mode})`);
  if (phase) all.push(sql`r.phase = any(${phase})`);
  if (academicYear) {
    const years = academicYear.map(
      (year) => sql`r.start_date between ${`${year.slice(0, 4)}-09-01`} and ${`${Number(year.slice(0, 4)) + 1}-08-31`}`,
    );
    all.push(years.length ? sql`(${sql.join(years, sql` or `)})` : sql`false`);
  }
  if (from) all.push(sql`r.start_date >= ${from}`);
  if (to) all.push(sql`r.start_date <= ${to}`);
  if (updatedSince) all.push(sql`r.updated_at >= ${updatedSince}`);
  return sql.join(all, sql` and `);
}

/** What of a reviewer everyone may see. */
const UNNAMED = ['id', 'reviewId', 'role', 'urn', 'date'];

const isValid = (valid: boolean | null | undefined) =>
  valid == null ? sql`true` : sql`coalesce(a.valid_until >= current_date, false) = ${valid}`;

/** How the reviews subgraph reads its tables: one set for a request. */
export type Loaders = ReturnType<typeof loaders>;

export function loaders(db: Database, caller: Caller) {
  const reviewColumns = db.columns(Review, 'r');
  /** Reviewers with the review that they were in: their names are for the host's trust and staff. */
  const reviewers = (condition: RawBuilder<unknown>) =>
    caller.staff
      ? sql`select ${db.columns(Reviewer, 'v')} from reviewer v where ${condition}`
      : sql`select ${db.columns(Reviewer, 'v', UNNAMED)}, case when ${caller.ownsRow(sql.ref('host.urn'), sql.ref('host.trust_uid'))} then v.name end as name from reviewer v join review host on host.id = v.review_id where ${condition}`;
  /** Practice that was accredited, and what the caller's own schools have put forward. */
  const areaSeen = caller.staff ? sql`true` : sql`(a.status = 'ACCREDITED' or ${caller.ownsRow(sql.ref('a.urn'))})`;
  const areaColumns = db.columns(AreaOfExcellence, 'a');

  /** A report is seen by the host's trust and staff, and by all once the host has shared it. */
  const open = caller.staff
    ? sql`true`
    : sql`(r.shared or ${caller.ownsRow(sql.ref('r.urn'), sql.ref('r.trust_uid'))})`;
  const reportOf = (part: ReportPart) =>
    one<ReportRow>(
      db,
      { name: `report ${part}`, seenBy: caller, from: ['review.id', 'heading.review_id', 'finding.review_id'] },
      ({ id }) => id,
      db.keyed(
        (ids) => sql`
      select r.id, (select json_agg(h.code || '|' || coalesce(h.estimate, '')) from heading h where h.review_id = r.id) as estimates,
        ${part === 'estimates' ? sql`null` : sql`(select json_agg(f.heading || '|' || f.kind || '|' || f.text order by f.position) from finding f where f.review_id = r.id)`} as findings
      from review r where r.id = any(${ids}) and ${open}`,
      ),
    );
  const reports = { estimates: reportOf('estimates'), whole: reportOf('whole') };

  return {
    recordReview: (submission: Submission<ReviewInput>) => recordReview(db, caller, submission),
    shareReport: (id: string, shared: boolean) => shareReport(db, caller, id, shared),
    audit: (args: AuditArgs) => auditOf(db, caller, args),

    /** What changed here, for a page of the feed. */
    changes: (feed: string) => changesIn(db, caller, FOLLOWED, 'reviews', feedRequest(feed)),

    /** A framework of reviews, of the list that the database is kept equal to. */
    framework: (code: string): FrameworkRow | null => BY_CODE.get(code) ?? null,
    frameworks: () => LATEST_FRAMEWORKS,

    review: one<ReviewRow>(
      db,
      { name: 'review', seenBy: 'everyone', from: ['review.id'] },
      ({ id }) => id,
      db.keyed((ids) => sql`select ${reviewColumns} from review r where r.id = any(${ids})`),
    ),
    reviews: (args: ReviewListArgs) =>
      pageFrom<ReviewRow, ReviewListArgs>(
        db,
        { name: 'reviews', seenBy: 'everyone', from: ['review.*'] },
        args,
        BY_START,
        sql`select ${reviewColumns} from review r where ${reviewConditions(args.filter)}`,
      ),
    /** Reviews hosted by a school, under all the URNs given. */
    hostedBy: pagesOfParents<ReviewRow, ReviewListArgs>(db, {
      name: 'hostedBy',
      seenBy: 'everyone',
      from: ['review.urn'],
      order: BY_START,
      list: (urn, { filter }, columns) =>
        sql`select ${db.columns(Review, 'r', columns)} from review r where r.urn = ${urn} and ${reviewConditions(filter)}`,
    }),
    /** Reviews hosted by a trust (`uid:…`) or by schools (`urn:…`). */
    hostedByTrust: pagesOfParents<ReviewRow, ReviewListArgs>(db, {
      name: 'hostedByTrust',
      seenBy: 'everyone',
      from: ['review.*'],
      order: BY_START,
      list: (key, { filter }, columns) => sql`
        select ${db.columns(Review, 'r', columns)} from review r where r.trust_uid = substr(${key}, 5) and ${key} like 'uid:%' and ${reviewConditions(filter)}
        union all select ${db.columns(Review, 'r', columns)} from review r where r.urn = substr(${key}, 5) and ${key} like 'urn:%' and ${reviewConditions(filter)}`,
    }),

    team: many<ReviewerRow>(
      db,
      { name: 'team', seenBy: caller, from: ['reviewer.review_id', 'review.id'] },
      ({ reviewId }) => reviewId,
      db.keyed((ids) => sql`${reviewers(sql`v.review_id = any(${ids})`)} order by v.role <> 'LEAD_REVIEWER', v.id`),
    ),
    visit: one<ReviewVisit>(
      db,
      { name: 'visit', seenBy: caller, from: ['reviewer.id', 'review.*'] },
      ({ id }) => id,
      db.keyed((ids) => reviewers(sql`v.id = any(${ids})`)),
    ),
    /** Visits of a school's staff to reviews elsewhere, under all the URNs given. */
    visitsFrom: pagesOfParents<ReviewVisit, PageArgs>(db, {
      name: 'visitsFrom',
      seenBy: caller,
      from: ['reviewer.urn', 'review.*'],
      order: BY_DATE,
      list: (urn) => reviewers(sql`v.urn = ${urn}`),
    }),

    /** The report: the headings of the framework, with estimate and findings; null if it is not for the caller. */
    async report(
      { id, frameworkCode }: Pick<ReviewRow, 'id' | 'frameworkCode'>,
      part: ReportPart,
    ): Promise<ReviewHeading[] | null> {
      const report = await reports[part].load(id);
      if (!report) return null;
      const headings = BY_CODE.get(frameworkCode)!.headings.map(({ code, title }): ReviewHeading => ({
        code,
        title,
        estimate: null,
        findings: [],
      }));
      const at = (line: string, end: number) =>
        headings.find(({ code }) => code.length === end && line.startsWith(code));
      for (const line of report.estimates ?? []) {
        const end = line.indexOf('|');
        const heading = at(line, end);
        if (heading) heading.estimate = (line.slice(end + 1) || null) as Estimate | null;
      }
      for (const line of report.findings ?? []) {
        const end = line.indexOf('|');
        const kindEnd = line.indexOf('|', end + 1);
        at(line, end)?.findings.push({
          kind: line.slice(end + 1, kindEnd) as FindingKind,
          text: line.slice(kindEnd + 1),
        });
      }
      return headings;
    },

    area: one<AreaRow>(
      db,
      { name: 'area', seenBy: caller, from: ['area_of_excellence.id'] },
      ({ id }) => id,
      db.keyed((ids) => sql`select ${areaColumns} from area_of_excellence a where a.id = any(${ids}) and ${areaSeen}`),
    ),
    areasOfReview: many<AreaRow>(
      db,
      { name: 'areasOfReview', seenBy: caller, from: ['area_of_excellence.review_id'] },
      ({ reviewId }) => reviewId,
      db.keyed(
        (ids) =>
          sql`select ${areaColumns} from area_of_excellence a where a.review_id = any(${ids}) and ${areaSeen} order by a.id`,
      ),
    ),
    areasOf: pagesOfParents<AreaRow, AreaListArgs>(db, {
      name: 'areasOf',
      seenBy: caller,
      from: ['area_of_excellence.urn'],
      order: BY_DATE,
      list: (urn, { valid }) =>
        sql`select ${areaColumns} from area_of_excellence a where a.urn = ${urn} and ${areaSeen} and ${isValid(valid)}`,
    }),
    areas: ({ theme, phase, valid, search, ...args }: AreaSearchArgs) => {
      const all: RawBuilder<unknown>[] = [areaSeen, isValid(valid)];
      if (theme) all.push(sql`lower(a.theme) = any(${theme.map((name) => name.toLowerCase())})`);
      if (phase) all.push(sql`a.phase = any(${phase})`);
      if (search?.trim()) all.push(containsOrResembles(sql`a.title`, search.trim()));
      return pageFrom<AreaRow, AreaSearchArgs>(
        db,
        { name: 'areas', seenBy: caller, from: ['area_of_excellence.*'] },
        { theme, phase, valid, search, ...args },
        BY_DATE,
        sql`select ${areaColumns} from area_of_excellence a where ${sql.join(all, sql` and `)}`,
      );
    },

    /** `[date, kind, id, urn]` of every event under a URN: reviews hosted, visits to reviews, accreditations. */
    events: manyOfAll(
      many<[string, string, string, string]>(
        db,
        { name: 'events', seenBy: 'everyone', from: ['review.urn', 'reviewer.urn', 'area_of_excellence.urn'] },
        (event) => event[3],
        tuples(
          db,
          (urns) => sql`
        select start_date::text, 'REVIEW_HOSTED', id, urn from review where urn = any(${urns})
        union all select date::text, 'REVIEW_VISIT', id, urn from reviewer where urn = any(${urns})
        union all select accredited_on::text, 'ACCREDITATION', id, urn from area_of_excellence where urn = any(${urns}) and status = 'ACCREDITED'`,
        ),
      ),
    ),
    /** `[date, kind, id, uid]` of every review that a trust itself hosted. */
    trustEvents: many<[string, string, string, string]>(
      db,
      { name: 'trustEvents', seenBy: 'everyone', from: ['review.*'] },
      (event) => event[3],
      tuples(
        db,
        (uids) =>
          sql`select start_date::text, 'REVIEW_HOSTED', id, trust_uid from review where trust_uid = any(${uids})`,
      ),
    ),
    /** `[urn, way, date]` of every school met in reviews, for each of the URNs asked. */
    partners: manyOfAll(
      many<[string, string, string, string]>(
        db,
        { name: 'partners', seenBy: 'everyone', from: ['review.*', 'reviewer.*'] },
        (meeting) => meeting[3],
        tuples(
          db,
          (urns) => sql`
        select v.urn, 'REVIEWED_BY', v.date::text, r.urn as own from review r join reviewer v on v.review_id = r.id where r.urn = any(${urns}) and v.urn is not null
        union all select r.urn, 'REVIEWED', v.date::text, v.urn from reviewer v join review r on r.id = v.review_id where v.urn = any(${urns}) and r.urn is not null
        union all select w.urn, 'REVIEWED_ALONGSIDE', v.date::text, v.urn from reviewer v join reviewer w on w.review_id = v.review_id and w.id <> v.id where v.urn = any(${urns}) and w.urn is not null`,
        ),
      ),
    ),
  };
}
