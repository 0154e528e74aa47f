import type { EntityManager } from '@mikro-orm/postgresql';
import { date, text, urn, word } from '../../kit/import/columns.ts';
import type { ImportKind, RowPlace } from '../../kit/import/kind.ts';
import { cameThroughApi, checkWholeExport, deleteMissing } from '../../kit/import/missing.ts';
import type { FrameworkRow } from '../entities.ts';
import type { Estimate, FindingKind } from '../types.ts';
import { FRAMEWORKS } from '../frameworks.ts';
import { writeReviews, type WholeReview } from '../write.ts';

interface ReviewLine {
  record: 'REVIEW' | 'TEAM' | 'HEADING' | 'FINDING' | 'AREA';
  reviewId: string;
  framework: string | null;
  urn: string | null;
  trustUid: string | null;
  startDate: string | null;
  endDate: string | null;
  mode: string | null;
  phase: string | null;
  id: string | null;
  role: string | null;
  name: string | null;
  heading: string | null;
  estimate: Estimate | null;
  finding: FindingKind | null;
  text: string | null;
  title: string | null;
  theme: string | null;
  status: string | null;
  accreditedOn: string | null;
  validUntil: string | null;
  /** Hosts share their reports here, too: where nothing is said, that is left alone. */
  shared: 'YES' | 'NO' | null;
}

const BATCH = 300;

/** What each sort of row must have a column for. */
const RECORDS = {
  REVIEW: { names: ['reviews'], columns: ['Review ID', 'Framework', 'Start date', 'End date', 'Mode'] },
  TEAM: { names: ['teams', 'reviewers', 'review team'], columns: ['Review ID', 'ID', 'Role', 'URN'] },
  HEADING: { names: ['headings'], columns: ['Review ID', 'Heading', 'Estimate'] },
  FINDING: { names: ['findings'], columns: ['Review ID', 'Heading', 'Finding', 'Text'] },
  AREA: {
    names: ['areas', 'areas of excellence'],
    columns: ['Review ID', 'ID', 'Title', 'Theme', 'Status', 'Accredited on', 'Valid until'],
  },
};

/** Reviews with their teams, reports and areas of excellence: the charity's own record. */
export const reviews: ImportKind = {
  kind: 'reviews',
  describes: "Reviews with teams, reports and areas of excellence, from the charity's own records",
  template: `Record,Review ID,Framework,URN,Trust UID,Start date,End date,Mode,Phase,ID,Role,Name,Heading,Estimate,Finding,Text,Title,Theme,Status,Accredited on,Valid until
REVIEW,QAR-2022-0001,QAR_2019,900001,,2022-11-14,2022-11-16,ON_SITE,PRIMARY,,,,,,,,,,,,
TEAM,QAR-2022-0001,,900002,,,,,,QAR-2022-0001-1,LEAD_REVIEWER,Example Reviewer,,,,,,,,,
HEADING,QAR-2022-0001,,,,,,,,,,,LEADERSHIP,EFFECTIVE,,,,,,,
FINDING,QAR-2022-0001,,,,,,,,,,,LEADERSHIP,,WHAT_WENT_WELL,Leaders know their school well.,,,,,
FINDING,QAR-2022-0001,,,,,,,,,,,LEADERSHIP,,EVEN_BETTER_IF,"… subject leaders visited other schools, too.",,,,,
AREA,QAR-2022-0001,,,,,,,,AOE-2022-0001,,,,,,What others can learn from it.,Talk for writing,Early reading,ACCREDITED,2022-11-16,2025-11-16
`,
  legend: [
    ...FRAMEWORKS.map(
      ({ code, name, headings, estimates }) =>
        `Framework ${code} (${name}): Heading is ${headings.map((heading) => heading.code).join(', ')}; ${estimates.length ? `Estimate is ${estimates.join(', ')}` : 'no Estimate'}`,
    ),
    'Theme: any words, for example Early reading',
    'A review has a URN or, where a trust hosts it, a Trust UID.',
  ],
  records: RECORDS,
  columns: [
    { from: 'Record', to: 'record', read: word('REVIEW', 'TEAM', 'HEADING', 'FINDING', 'AREA'), must: 'value' },
    { from: 'Review ID', to: 'reviewId', read: text, must: 'value' },
    { from: 'Framework', to: 'framework', read: text, must: 'column' },
    { from: 'URN', to: 'urn', read: urn, must: 'column' },
    { from: 'Trust UID', to: 'trustUid', read: text, must: 'column' },
    { from: 'Start date', to: 'startDate', read: date, must: 'column' },
    { from: 'End date', to: 'endDate', read: date, must: 'column' },
    { from: 'Mode', to: 'mode', read: word('ON_SITE', 'REMOTE', 'HYBRID'), must: 'column' },
    {
      from: 'Phase',
      to: 'phase',
      read: word(
        'NURSERY',
        'PRIMARY',
        'MIDDLE_DEEMED_PRIMARY',
        'MIDDLE_DEEMED_SECONDARY',
        'SECONDARY',
        'SIXTEEN_PLUS',
        'ALL_THROUGH',
        'NOT_APPLICABLE',
      ),
    },
    { from: 'ID', to: 'id', read: text, must: 'column' },
    { from: 'Role', to: 'role', read: word('LEAD_REVIEWER', 'REVIEWER'), must: 'column' },
    { from: 'Name', to: 'name', read: text },
    { from: 'Heading', to: 'heading', read: text, must: 'column' },
    {
      from: 'Estimate',
      to: 'estimate',
      read: word(
        'LEADING',
        'EFFECTIVE',
        'WORKING_TOWARDS_EFFECTIVE',
        'INEFFECTIVE',
        'OUTSTANDING',
        'GOOD',
        'REQUIRES_IMPROVEMENT',
        'INADEQUATE',
      ),
      must: 'column',
    },
    {
      from: 'Finding',
      to: 'finding',
      read: word('WHAT_WENT_WELL', 'EVEN_BETTER_IF', 'STRENGTH', 'AREA_FOR_DEVELOPMENT', 'NEXT_STEP'),
      must: 'column',
    },
    { from: 'Text', to: 'text', read: text, must: 'column' },
    { from: 'Title', to: 'title', read: text, must: 'column' },
    { from: 'Theme', to: 'theme', read: text, must: 'column' },
    { from: 'Status', to: 'status', read: word('PUT_FORWARD', 'ACCREDITED', 'NOT_ACCREDITED'), must: 'column' },
    { from: 'Accredited on', to: 'accreditedOn', read: date, must: 'column' },
    { from: 'Valid until', to: 'validUntil', read: date, must: 'column' },
    { from: 'Shared', to: 'shared', read: word('YES', 'NO') },
  ],

  async open(session) {
    const { em, merge, report, sawUrn, holds } = session;
    const byCode = (await em.execute('select code, kind, headings, estimates from framework')) as FrameworkRow[];
    const frameworks = new Map(byCode.map((row) => [row.code, row]));
    const lines = new Map<string, number>();
    const reviews = new Map<string, WholeReview>();
    /** Rows whose review has not come yet. */
    const waiting: { row: ReviewLine; at: RowPlace }[] = [];
    const parts = new Map<string, number>();

    const addReview = ({ reviewId, ...value }: ReviewLine, { line, reject }: RowPlace) => {
      const framework = frameworks.get(value.framework ?? '');
      if (lines.has(reviewId)) return reject('Review ID', reviewId, `stands in line ${lines.get(reviewId)} already`);
      lines.set(reviewId, line);
      if (!framework)
        return reject('Framework', value.framework ?? '', `is none of ${[...frameworks.keys()].join(', ')}`);
      if (Boolean(value.urn) === Boolean(value.trustUid))
        return reject('URN', value.urn ?? '', 'and Trust UID: a review has one host, a school or a trust');
      if (framework.kind === 'TRUST_PEER_REVIEW' && value.urn)
        return reject('URN', value.urn, 'is a school: a Trust Peer Review is hosted by a trust');
      if (!value.startDate || !value.endDate || value.endDate < value.startDate)
        return reject('End date', value.endDate ?? '', `must not be before Start date ${value.startDate ?? ''}`);
      if (!value.mode) return reject('Mode', '', 'is empty: write ON_SITE, REMOTE or HYBRID');
      if (value.urn) sawUrn(value.urn);
      reviews.set(reviewId, {
        review: {
          id: reviewId,
          kind: framework.kind,
          frameworkCode: framework.code,
          urn: value.urn,
          trustUid: value.trustUid,
          startDate: value.startDate,
          endDate: value.endDate,
          mode: value.mode,
          phase: value.phase,
          ...(value.shared === null ? {} : { shared: value.shared === 'YES' }),
        },
        framework,
        team: [],
        headings: new Map(),
        findings: [],
        areas: [],
      });
    };

    const addPart = (whole: WholeReview, { record, reviewId, ...value }: ReviewLine, { line, reject }: RowPlace) => {
      const { review, framework } = whole;
      const heading = framework.headings.find(({ code }) => code === value.heading);
      if ((record === 'HEADING' || record === 'FINDING') && !heading)
        return reject(
          'Heading',
          value.heading ?? '',
          `is no heading of ${framework.code}, which has ${framework.headings.map(({ code }) => code).join(', ')}`,
        );
      if ((record === 'TEAM' || record === 'AREA') && value.id) {
        const earlier = parts.get(`${record} ${value.id}`);
        if (earlier) return reject('ID', value.id, `stands in line ${earlier} already`);
        parts.set(`${record} ${value.id}`, line);
      }

      if (record === 'TEAM') {
        if (!value.id || !value.role)
          return reject(value.id ? 'Role' : 'ID', '', 'is empty: a TEAM row needs ID and Role');
        if (value.urn) sawUrn(value.urn);
        whole.team.push({
          id: value.id,
          reviewId,
          role: value.role,
          name: value.name,
          urn: value.urn,
          date: review.startDate,
        });
      } else if (record === 'HEADING') {
        if (value.estimate && !framework.estimates.includes(value.estimate))
          return reject(
            'Estimate',
            value.estimate,
            framework.estimates.length
              ? `is no estimate of ${framework.code}, which has ${framework.estimates.join(', ')}`
              : `is given, and ${framework.code} gives none`,
          );
        whole.headings.set(heading!.code, { reviewId, code: heading!.code, estimate: value.estimate });
      } else if (record === 'FINDING') {
        if (!value.finding || !value.text)
          return reject(value.finding ? 'Text' : 'Finding', '', 'is empty: a FINDING row needs Finding and Text');
        whole.findings.push({
          reviewId,
          position: whole.findings.length + 1,
          heading: heading!.code,
          kind: value.finding,
          text: value.text,
        });
      } else {
        if (!review.urn) return reject('Record', 'AREA', 'belongs to a school, and this is a review of a trust');
        if (!value.id || !value.title || !value.theme || !value.status)
          return reject('Record', 'AREA', 'needs ID, Title, Theme and Status');
        const accredited = value.status === 'ACCREDITED';
        if (accredited && (!value.accreditedOn || !value.validUntil || value.validUntil < value.accreditedOn))
          return reject(
            'Valid until',
            value.validUntil ?? '',
            'and Accredited on must be given for an accredited area, in this order of time',
          );
        whole.areas.push({
          id: value.id,
          reviewId,
          urn: review.urn,
          title: value.title,
          theme: value.theme,
          description: value.text,
          phase: review.phase,
          status: value.status,
          accreditedOn: accredited ? value.accreditedOn : null,
          validUntil: accredited ? value.validUntil : null,
          date: (accredited && value.accreditedOn) || review.startDate,
        });
      }
    };

    const orphan = ({ reviewId }: ReviewLine, { reject }: RowPlace) => {
      const where = lines.get(reviewId);
      const missing = holds.has('REVIEW') ? 'has no REVIEW row in this file' : 'is no review that is known';
      reject('Review ID', reviewId, where ? `has its REVIEW row in line ${where}, which was rejected` : missing);
    };

    return {
      row(row, at) {
        const line = row as unknown as ReviewLine;
        if (line.record === 'REVIEW') return addReview(line, at);
        const whole = reviews.get(line.reviewId);
        if (whole) addPart(whole, line, at);
        else if (lines.has(line.reviewId)) orphan(line, at);
        else waiting.push({ row: line, at });
      },
      async finish() {
        // Parts may come in files of their own, when their reviews are known already.
        const known = holds.has('REVIEW') ? [] : await knownReviews(em, frameworks, waiting);
        for (const whole of known) reviews.set(whole.review.id, whole);
        for (const { row, at } of waiting) {
          const whole = reviews.get(row.reviewId);
          if (whole) addPart(whole, row, at);
          else orphan(row, at);
        }
        checkWholeExport(session, Object.keys(RECORDS));
        const all = [...reviews.values()];
        for (let from = 0; from < all.length; from += BATCH)
          await writeReviews(em, merge, report, all.slice(from, from + BATCH), holds);
        await deleteMissing(
          session,
          { table: 'review', key: 'id', what: 'reviews', stays: cameThroughApi('REVIEW', 'review.id') },
          reviews.keys(),
        );
      },
    };
  },
};

/** The reviews in the database that rows belong to. */
async function knownReviews(
  em: EntityManager,
  frameworks: ReadonlyMap<string, FrameworkRow>,
  rows: readonly { row: ReviewLine }[],
): Promise<WholeReview[]> {
  const ids = [...new Set(rows.map(({ row }) => row.reviewId))];
  const known = (await em.execute(
    `select id, kind, framework_code as "frameworkCode", urn, trust_uid as "trustUid", start_date::text as "startDate",
        end_date::text as "endDate", mode, phase from review where id in (select json_array_elements_text(?::json))`,
    [JSON.stringify(ids)],
  )) as WholeReview['review'][];
  return known.map((review) => ({
    review,
    framework: frameworks.get(review.frameworkCode as string)!,
    team: [],
    headings: new Map(),
    findings: [],
    areas: [],
  }));
}
