import { sql, type RawBuilder } from 'kysely';
import { pageFrom, pagesOfParents, type OrderKey, type Columns, type PageArgs } from '../kit/read/pages.ts';
import type { Caller } from '../kit/caller.ts';
import type { Database } from '../kit/read/database.ts';
import { auditOf, type AuditArgs, type Submission } from '../kit/write/submissions.ts';
import { changesIn, feedRequest } from '../kit/feed/feed.ts';
import { FOLLOWED } from './followed.ts';
import { many, manyOfAll, one, tuples } from '../kit/read/loaders.ts';
import {
  Cohort,
  Enrolment,
  PracticeShared,
  Programme,
  Session,
  Visit,
  type CohortRow,
  type EnrolmentRow,
  type PracticeRow,
  type ProgrammeRow,
  type SessionRow,
  type VisitRow,
} from './entities.ts';
import type { EnrolmentInput, EnrolmentRole, EnrolmentStatus, ProgrammeKind, VisitRole } from './types.ts';
import { recordEnrolments } from './submit.ts';

const newestFirst = (property: string): OrderKey[] => [
  { property, type: 'date', descending: true },
  { property: 'id', type: 'text', descending: true },
];

const BY_NAME: OrderKey[] = [
  { property: 'name', type: 'text' },
  { property: 'code', type: 'text' },
];

type ProgrammeListArgs = PageArgs & { kind?: readonly ProgrammeKind[] | null };
type EnrolmentListArgs = PageArgs & {
  programme?: readonly string[] | null;
  role?: readonly EnrolmentRole[] | null;
  status?: readonly EnrolmentStatus[] | null;
  academicYear?: readonly string[] | null;
  updatedSince?: string | null;
};

/** What an enrolment has of its cohort. */
const OF_COHORT = [
  ['academicYear', sql`, c.academic_year as "academicYear"`],
  ['programmeCode', sql`, c.programme_code as "programmeCode"`],
] as const;

/** How the programmes subgraph reads its tables: one set for a request. */
export type Loaders = ReturnType<typeof loaders>;

export function loaders(db: Database, caller: Caller) {
  const cohortColumns = db.columns(Cohort, 'c');
  const visitColumns = db.columns(Visit, 'v');
  const practiceColumns = db.columns(PracticeShared, 's');

  const enrolments = (
    condition: RawBuilder<unknown>,
    { programme, role, status, academicYear, updatedSince }: EnrolmentListArgs = {},
    columns?: Columns,
  ) => {
    const all = [condition];
    if (programme) all.push(sql`c.programme_code = any(${programme})`);
    if (role) all.push(sql`e.role = any(${role})`);
    if (status) all.push(sql`e.status = any(${status})`);
    if (academicYear) all.push(sql`c.academic_year = any(${academicYear})`);
    if (updatedSince) all.push(sql`e.updated_at >= ${updatedSince}`);
    return sql`
      select ${db.columns(Enrolment, 'e', columns)}${sql.join(
        OF_COHORT.flatMap(([property, column]) => (!columns || columns.includes(property) ? column : [])),
        sql``,
      )}
      from enrolment e left join cohort c on c.id = e.cohort_id where ${sql.join(all, sql` and `)}`;
  };

  return {
    recordEnrolments: (submission: Submission<EnrolmentInput>) => recordEnrolments(db, caller, submission),
    audit: (args: AuditArgs) => auditOf(db, caller, args),

    /** What changed here, for a page of the feed. */
    changes: (feed: string) => changesIn(db, caller, FOLLOWED, 'programmes', feedRequest(feed)),

    programme: one<ProgrammeRow>(
      db,
      { name: 'programme', seenBy: 'everyone', from: ['programme.code'] },
      ({ code }) => code,
      db.keyed((codes) => sql`select ${db.columns(Programme, 'p')} from programme p where p.code = any(${codes})`),
    ),
    programmes: ({ kind, ...args }: ProgrammeListArgs) =>
      pageFrom<ProgrammeRow, ProgrammeListArgs>(
        db,
        { name: 'programmes', seenBy: 'everyone', from: ['programme.*'] },
        { kind, ...args },
        BY_NAME,
        sql`select ${db.columns(Programme, 'p')} from programme p where ${kind ? sql`p.kind = any(${kind})` : sql`true`}`,
      ),

    cohort: one<CohortRow>(
      db,
      { name: 'cohort', seenBy: 'everyone', from: ['cohort.id'] },
      ({ id }) => id,
      db.keyed((ids) => sql`select ${cohortColumns} from cohort c where c.id = any(${ids})`),
    ),
    cohortsOf: pagesOfParents<CohortRow, PageArgs & { academicYear?: readonly string[] | null }>(db, {
      name: 'cohortsOf',
      seenBy: 'everyone',
      from: ['cohort.programme_code'],
      order: newestFirst('startsOn'),
      list: (code, { academicYear }) =>
        sql`select ${cohortColumns} from cohort c where c.programme_code = ${code} and ${academicYear ? sql`c.academic_year = any(${academicYear})` : sql`true`}`,
    }),
    session: one<SessionRow>(
      db,
      { name: 'session', seenBy: 'everyone', from: ['session.id'] },
      ({ id }) => id,
      db.keyed((ids) => sql`select ${db.columns(Session, 's')} from session s where s.id = any(${ids})`),
    ),
    sessionsOf: many<SessionRow>(
      db,
      { name: 'sessionsOf', seenBy: 'everyone', from: ['session.cohort_id'] },
      ({ cohortId }) => cohortId,
      db.keyed(
        (ids) =>
          sql`select ${db.columns(Session, 's')} from session s where s.cohort_id = any(${ids}) order by s.date, s.id`,
      ),
    ),

    enrolment: one<EnrolmentRow>(
      db,
      { name: 'enrolment', seenBy: 'everyone', from: ['enrolment.id', 'cohort.*'] },
      ({ id }) => id,
      db.keyed((ids) => enrolments(sql`e.id = any(${ids})`)),
    ),
    enrolmentsInCohort: pagesOfParents<EnrolmentRow, EnrolmentListArgs>(db, {
      name: 'enrolmentsInCohort',
      seenBy: 'everyone',
      from: ['enrolment.cohort_id', 'cohort.*'],
      order: [
        { property: 'enrolledOn', type: 'date' },
        { property: 'id', type: 'text' },
      ],
      list: (cohort, args, columns) => enrolments(sql`e.cohort_id = ${cohort}`, args, columns),
    }),
    /** Enrolments of a school, or of a trust's schools, under all the URNs given. */
    enrolmentsOf: pagesOfParents<EnrolmentRow, EnrolmentListArgs>(db, {
      name: 'enrolmentsOf',
      seenBy: 'everyone',
      from: ['enrolment.urn', 'cohort.*'],
      order: newestFirst('enrolledOn'),
      list: (urn, args, columns) => enrolments(sql`e.urn = ${urn}`, args, columns),
    }),

    visit: one<VisitRow>(
      db,
      { name: 'visit', seenBy: 'everyone', from: ['visit.id'] },
      ({ id }) => id,
      db.keyed((ids) => sql`select ${visitColumns} from visit v where v.id = any(${ids})`),
    ),
    visitsOf: pagesOfParents<VisitRow, PageArgs & { role?: VisitRole | null }>(db, {
      name: 'visitsOf',
      seenBy: 'everyone',
      from: ['visit.host_urn', 'visit.visiting_urn'],
      order: newestFirst('date'),
      list: (urn, { role }) => sql`
        select ${visitColumns} from visit v where ${role === 'VISITOR' ? sql`false` : sql`v.host_urn = ${urn}`}
        union all select ${visitColumns} from visit v where ${role === 'HOST' ? sql`false` : sql`v.visiting_urn = ${urn}`}`,
    }),

    practice: one<PracticeRow>(
      db,
      { name: 'practice', seenBy: 'everyone', from: ['practice_shared.id'] },
      ({ id }) => id,
      db.keyed((ids) => sql`select ${practiceColumns} from practice_shared s where s.id = any(${ids})`),
    ),
    practiceOf: pagesOfParents<PracticeRow, PageArgs>(db, {
      name: 'practiceOf',
      seenBy: 'everyone',
      from: ['practice_shared.urn'],
      order: newestFirst('sharedOn'),
      list: (urn) => sql`select ${practiceColumns} from practice_shared s where s.urn = ${urn}`,
    }),

    /** `[date, kind, id, urn]` of every event under a URN: enrolments, visits on either side, practice shared. */
    events: manyOfAll(
      many<[string, string, string, string]>(
        db,
        {
          name: 'events',
          seenBy: 'everyone',
          from: ['enrolment.urn', 'visit.host_urn', 'visit.visiting_urn', 'practice_shared.urn'],
        },
        (event) => event[3],
        tuples(
          db,
          (urns) => sql`
        select enrolled_on::text, 'ENROLMENT', id, urn from enrolment where urn = any(${urns})
        union all select date::text, 'VISIT', id || ':HOST', host_urn from visit where host_urn = any(${urns})
        union all select date::text, 'VISIT', id || ':VISITOR', visiting_urn from visit where visiting_urn = any(${urns})
        union all select shared_on::text, 'PRACTICE_SHARED', id, urn from practice_shared where urn = any(${urns})`,
        ),
      ),
    ),
    /** `[urn, way, date]` of every school met in programmes, for each of the URNs asked. */
    partners: manyOfAll(
      many<[string, string, string, string]>(
        db,
        {
          name: 'partners',
          seenBy: 'everyone',
          from: ['visit.host_urn', 'visit.visiting_urn', 'practice_shared.urn', 'practice_shared.recipient_urn'],
        },
        (meeting) => meeting[3],
        tuples(
          db,
          (urns) => sql`
        select visiting_urn, 'HOSTED', date::text, host_urn from visit where host_urn = any(${urns})
        union all select host_urn, 'VISITED', date::text, visiting_urn from visit where visiting_urn = any(${urns})
        union all select recipient_urn, 'SHARED_WITH', shared_on::text, urn from practice_shared where urn = any(${urns}) and recipient_urn is not null
        union all select urn, 'LEARNT_FROM', shared_on::text, recipient_urn from practice_shared where recipient_urn = any(${urns})`,
        ),
      ),
    ),
  };
}
