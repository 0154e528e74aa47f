import { date, text, urn, word } from '../../kit/import/columns.ts';
import type { ImportKind } from '../../kit/import/kind.ts';
import type { FrameworkRow } from '../entities.ts';
import type { Estimate, FindingKind } from '../generated.ts';
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
  shared: 'YES' | 'NO' | null;
}

const BATCH = 300;

/** Reviews with their teams, reports and areas of excellence: the charity's own record. The rows of a review follow each other. */
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

  async open({ em, merge, report, sawUrn, header }) {
    // Hosts share their reports here, too: a file that does not say leaves that alone.
    const sharing = header.has('Shared');
    const frameworks = new Map(
      ((await em.execute('select code, kind, headings, estimates from framework')) as FrameworkRow[]).map((row) => [
        row.code,
        row,
      ]),
    );
    const lines = new Map<string, number>();
    let batch: WholeReview[] = [];
    let current: WholeReview | undefined;

    const write = async () => {
      await writeReviews(em, merge, report, batch);
      batch = [];
    };

    return {
      async row(row, { line, reject }) {
        const { record, reviewId, ...value } = row as unknown as ReviewLine;
        if (record === 'REVIEW') {
          current = undefined;
          const framework = frameworks.get(value.framework ?? '');
          if (lines.has(reviewId))
            return reject(
              'Review ID',
              reviewId,
              `stands in line ${lines.get(reviewId)} already: the rows of a review must follow each other`,
            );
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
          if (batch.length === BATCH) await write();
          current = {
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
              ...(sharing ? { shared: value.shared === 'YES' } : {}),
            },
            framework,
            team: [],
            headings: new Map(),
            findings: [],
            areas: [],
          };
          batch.push(current);
          return;
        }

        if (current?.review.id !== reviewId) {
          const where = lines.get(reviewId);
          return reject(
            'Review ID',
            reviewId,
            where
              ? `has its REVIEW row in line ${where}, which was rejected or does not come right before`
              : 'has no REVIEW row before this one',
          );
        }
        const { review, framework } = current;
        const heading = framework.headings.find(({ code }) => code === value.heading);
        if ((record === 'HEADING' || record === 'FINDING') && !heading)
          return reject(
            'Heading',
            value.heading ?? '',
            `is no heading of ${framework.code}, which has ${framework.headings.map(({ code }) => code).join(', ')}`,
          );

        if (record === 'TEAM') {
          if (!value.id || !value.role)
            return reject(value.id ? 'Role' : 'ID', '', 'is empty: a TEAM row needs ID and Role');
          if (value.urn) sawUrn(value.urn);
          current.team.push({
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
          current.headings.set(heading!.code, { reviewId, code: heading!.code, estimate: value.estimate });
        } else if (record === 'FINDING') {
          if (!value.finding || !value.text)
            return reject(value.finding ? 'Text' : 'Finding', '', 'is empty: a FINDING row needs Finding and Text');
          current.findings.push({
            reviewId,
            position: current.findings.length + 1,
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
          current.areas.push({
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
      },
      finish: write,
    };
  },
};
