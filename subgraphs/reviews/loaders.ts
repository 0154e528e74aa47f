import { sql, type RawBuilder } from 'kysely';
import { pageFrom, pagesOfParents, type OrderKey, type PageArgs } from '../kit/connection.ts';
import type { Database } from '../kit/database.ts';
import { many, manyOfAll, one, tuples } from '../kit/loaders.ts';
import { AreaOfExcellence, Finding, Framework, Heading, Review, Reviewer, type AreaRow, type FindingRow, type FrameworkRow, type HeadingRow, type ReviewerRow, type ReviewRow } from './entities.ts';
import type { Phase, ReviewFilter } from './generated.ts';
import type { ReviewVisit } from './models.ts';

const BY_START: OrderKey[] = [{ property: 'startDate', type: 'date', descending: true }, { property: 'id', type: 'text', descending: true }];
const BY_DATE: OrderKey[] = [{ property: 'date', type: 'date', descending: true }, { property: 'id', type: 'text', descending: true }];

type ReviewListArgs = PageArgs & { filter?: ReviewFilter | null };
type AreaListArgs = PageArgs & { valid?: boolean | null };
type AreaSearchArgs = AreaListArgs & { theme?: readonly string[] | null; phase?: readonly Phase[] | null; search?: string | null };

/** The conditions of a filter on `review r`. */
function reviewConditions(filter: ReviewFilter | null | undefined): RawBuilder<unknown> {
  const { kind, framework, mode, phase, academicYear, from, to } = filter ?? {};
  const all: RawBuilder<unknown>[] = [sql`true`];
  if (kind) all.push(sql`r.kind = any(${kind})`);
  if (framework) all.push(sql`r.framework_code = any(${framework})`);
  if (mode) all.push(sql`r.mode = any(${mode})`);
  if (phase) all.push(sql`r.phase = any(${phase})`);
  if (academicYear) {
    const years = academicYear.map((year) => sql`r.start_date between ${`${year.slice(0, 4)}-09-01`} and ${`${Number(year.slice(0, 4)) + 1}-08-31`}`);
    all.push(years.length ? sql`(${sql.join(years, sql` or `)})` : sql`false`);
  }
  if (from) all.push(sql`r.start_date >= ${from}`);
  if (to) all.push(sql`r.start_date <= ${to}`);
  return sql.join(all, sql` and `);
}

const isValid = (valid: boolean | null | undefined) => (valid == null ? sql`true` : sql`coalesce(a.valid_until >= current_date, false) = ${valid}`);

/** How the reviews subgraph reads its tables: one set for a request. */
export type Loaders = ReturnType<typeof loaders>;

export function loaders(db: Database) {
  const reviewColumns = db.columns(Review, 'r');
  const reviewerColumns = db.columns(Reviewer, 'v');
  const areaColumns = db.columns(AreaOfExcellence, 'a');

  const framework = one<FrameworkRow>(({ code }) => code, (codes) => db.rows(sql`select ${db.columns(Framework, 'f')} from framework f where f.code = any(${codes})`));
  const headings = many<HeadingRow>(({ reviewId }) => reviewId, (ids) => db.rows(sql`select ${db.columns(Heading, 'h')} from heading h where h.review_id = any(${ids})`));
  const findings = many<FindingRow>(({ reviewId }) => reviewId, (ids) => db.rows(sql`select ${db.columns(Finding, 'f')} from finding f where f.review_id = any(${ids}) order by f.review_id, f.position`));

  return {
    framework,
    frameworks: () => db.rows<FrameworkRow>(sql`select ${db.columns(Framework, 'f')} from framework f order by f."from" desc, f.code`),

    review: one<ReviewRow>(({ id }) => id, (ids) => db.rows(sql`select ${reviewColumns} from review r where r.id = any(${ids})`)),
    reviews: (args: ReviewListArgs) => pageFrom<ReviewRow>(db, sql`select ${reviewColumns} from review r where ${reviewConditions(args.filter)}`, args, BY_START),
    /** Reviews hosted by a school, under all the URNs given. */
    hostedBy: pagesOfParents<ReviewRow, ReviewListArgs>(db, {
      order: BY_START,
      list: (urn, { filter }) => sql`select ${reviewColumns} from review r where r.urn = ${urn} and ${reviewConditions(filter)}`,
    }),
    /** Reviews hosted by a trust (`uid:…`) or by schools (`urn:…`). */
    hostedByTrust: pagesOfParents<ReviewRow, ReviewListArgs>(db, {
      order: BY_START,
      list: (key, { filter }) => sql`
        select ${reviewColumns} from review r where r.trust_uid = substr(${key}, 5) and ${key} like 'uid:%' and ${reviewConditions(filter)}
        union all select ${reviewColumns} from review r where r.urn = substr(${key}, 5) and ${key} like 'urn:%' and ${reviewConditions(filter)}`,
    }),

    team: many<ReviewerRow>(({ reviewId }) => reviewId, (ids) => db.rows(sql`select ${reviewerColumns} from reviewer v where v.review_id = any(${ids}) order by v.role <> 'LEAD_REVIEWER', v.id`)),
    visit: one<ReviewVisit>(({ id }) => id, (ids) => db.rows(sql`select ${reviewerColumns} from reviewer v where v.id = any(${ids})`)),
    /** Visits of a school's staff to reviews elsewhere, under all the URNs given. */
    visitsFrom: pagesOfParents<ReviewVisit, PageArgs>(db, {
      order: BY_DATE,
      list: (urn) => sql`select ${reviewerColumns} from reviewer v where v.urn = ${urn}`,
    }),

    /** The report: the headings of the framework, with estimate and findings. */
    async report({ id, frameworkCode }: ReviewRow) {
      const [frame, estimates, found] = await Promise.all([framework.load(frameworkCode), headings.load(id), findings.load(id)]);
      return frame!.headings.map(({ code, title }) => ({
        code,
        title,
        estimate: estimates.find((heading) => heading.code === code)?.estimate ?? null,
        findings: found.filter(({ heading }) => heading === code),
      }));
    },

    area: one<AreaRow>(({ id }) => id, (ids) => db.rows(sql`select ${areaColumns} from area_of_excellence a where a.id = any(${ids})`)),
    areasOfReview: many<AreaRow>(({ reviewId }) => reviewId, (ids) => db.rows(sql`select ${areaColumns} from area_of_excellence a where a.review_id = any(${ids}) order by a.id`)),
    areasOf: pagesOfParents<AreaRow, AreaListArgs>(db, {
      order: BY_DATE,
      list: (urn, { valid }) => sql`select ${areaColumns} from area_of_excellence a where a.urn = ${urn} and ${isValid(valid)}`,
    }),
    areas: ({ theme, phase, valid, search, ...args }: AreaSearchArgs) => {
      const all: RawBuilder<unknown>[] = [isValid(valid)];
      if (theme) all.push(sql`lower(a.theme) = any(${theme.map((name) => name.toLowerCase())})`);
      if (phase) all.push(sql`a.phase = any(${phase})`);
      if (search?.trim()) all.push(sql`(cast(${search.trim()} as text) <% a.title or a.title ilike ${`%${search.trim().replace(/[\\%_]/g, '\\$&')}%`})`);
      return pageFrom<AreaRow>(db, sql`select ${areaColumns} from area_of_excellence a where ${sql.join(all, sql` and `)}`, args, BY_DATE);
    },

    /** `[date, kind, id, urn]` of every event under a URN: reviews hosted, visits to reviews, accreditations. */
    events: manyOfAll(
      many<[string, string, string, string]>((event) => event[3], (urns) => tuples(db, sql`
        select start_date::text, 'REVIEW_HOSTED', id, urn from review where urn = any(${urns})
        union all select date::text, 'REVIEW_VISIT', id, urn from reviewer where urn = any(${urns})
        union all select accredited_on::text, 'ACCREDITATION', id, urn from area_of_excellence where urn = any(${urns}) and status = 'ACCREDITED'`)),
    ),
    /** `[date, kind, id, null]` of every review that a trust itself hosted. */
    trustEvents: (uid: string) => tuples(db, sql`select start_date::text, 'REVIEW_HOSTED', id, null from review where trust_uid = ${uid}`),
    /** `[urn, way, date]` of every school met in reviews, for each of the URNs asked. */
    partners: manyOfAll(
      many<[string, string, string, string]>((meeting) => meeting[3], (urns) => tuples(db, sql`
        select v.urn, 'REVIEWED_BY', v.date::text, r.urn as own from review r join reviewer v on v.review_id = r.id where r.urn = any(${urns}) and v.urn is not null
        union all select r.urn, 'REVIEWED', v.date::text, v.urn from reviewer v join review r on r.id = v.review_id where v.urn = any(${urns}) and r.urn is not null
        union all select w.urn, 'REVIEWED_ALONGSIDE', v.date::text, v.urn from reviewer v join reviewer w on w.review_id = v.review_id and w.id <> v.id where v.urn = any(${urns}) and w.urn is not null`)),
    ),
  };
}
