import { academicYearOf } from '../kit/domain/academicYear.ts';
import { schoolAt, subjectOf, urnsOf } from '../kit/domain/references.ts';
import { fieldsOf, neededBelow, type MadeOf } from '../kit/subgraph.ts';
import type { Resolvers } from './resolverTypes.ts';
import type { EnrolmentRow } from './entities.ts';
import type { EventOf, Trust } from './models.ts';

/** The visit of an event, which names the side as well: `VISIT:V-1:HOST`. */
const visitOf = (event: EventOf) => subjectOf(event).replace(/:(HOST|VISITOR)$/, '');

/** The columns behind the fields of an enrolment. */
const MADE_OF = {
  always: ['id', 'enrolledOn'],
  cohort: ['cohortId'],
  programme: ['programmeCode'],
  school: ['urn'],
} as const satisfies MadeOf;

export const resolvers: Resolvers = {
  Query: {
    programme: (_, { code }, { programme }) => programme.load(code),
    programmes: (_, args, { programmes }) => programmes(args),
    cohort: (_, { id }, { cohort }) => cohort.load(id),
    enrolment: (_, { id }, { enrolment }) => enrolment.load(id),
    enrolmentAudit: (_, args, { audit }) => audit(args),
  },

  Mutation: {
    recordEnrolments: (_, submission, { recordEnrolments }) => recordEnrolments(submission),
  },

  School: {
    enrolments: (school, { includePredecessors, ...args }, { enrolmentsOf }, info) =>
      enrolmentsOf(urnsOf(school, includePredecessors), args, neededBelow(info, MADE_OF)),
    visits: (school, { includePredecessors, ...args }, { visitsOf }) =>
      visitsOf(urnsOf(school, includePredecessors), args),
    practiceShared: (school, { includePredecessors, ...args }, { practiceOf }) =>
      practiceOf(urnsOf(school, includePredecessors), args),
    programmeEvents: (school, _, { events }) => events(urnsOf(school)),
    programmePartners: async (school, _, { partners }) =>
      (await partners(urnsOf(school))).map(([urn, way, date]) => [urn, way, date]),
  },

  ChangeFeed: { programmeChanges: ({ id }, _, { changes }) => changes(id) },

  Trust: {
    enrolments: ({ historyUrns }: Trust, args, { enrolmentsOf }, info) =>
      enrolmentsOf(historyUrns ?? [], args, neededBelow(info, MADE_OF)),
    programmeEvents: ({ historyUrns }: Trust, _, { events }) => events(historyUrns ?? []),
  },

  Programme: {
    __resolveReference: ({ code }, { programme }) => programme.load(code),
    cohorts: ({ code }, args, { cohortsOf }) => cohortsOf([code], args),
  },

  Cohort: {
    __resolveReference: ({ id }, { cohort }) => cohort.load(id),
    programme: async ({ programmeCode }, _, { programme }) => (await programme.load(programmeCode))!,
    sessions: ({ id }, _, { sessionsOf }) => sessionsOf.load(id),
    enrolments: ({ id }, args, { enrolmentsInCohort }, info) =>
      enrolmentsInCohort([id], args, neededBelow(info, MADE_OF)),
  },

  Session: {
    __resolveReference: ({ id }, { session }) => session.load(id),
    host: ({ hostUrn }) => schoolAt(hostUrn),
  },

  Enrolment: fieldsOf<EnrolmentRow, NonNullable<Resolvers['Enrolment']>>()(MADE_OF, {
    __resolveReference: ({ id }, { enrolment }) => enrolment.load(id),
    cohort: async ({ cohortId }, _, { cohort }) => (await cohort.load(cohortId))!,
    programme: async ({ programmeCode }, _, { programme }) => (await programme.load(programmeCode))!,
    school: ({ urn }) => schoolAt(urn),
  }),

  Visit: {
    __resolveReference: ({ id }, { visit }) => visit.load(id),
    cohort: ({ cohortId }, _, { cohort }) => (cohortId ? cohort.load(cohortId) : null),
    hostSchool: ({ hostUrn }) => schoolAt(hostUrn),
    visitingSchool: ({ visitingUrn }) => schoolAt(visitingUrn),
    academicYear: ({ date }) => academicYearOf(date),
  },

  PracticeShared: {
    __resolveReference: ({ id }, { practice }) => practice.load(id),
    school: ({ urn }) => schoolAt(urn),
    recipient: ({ recipientUrn }) => schoolAt(recipientUrn),
    academicYear: ({ sharedOn }) => academicYearOf(sharedOn),
  },

  EnrolmentEvent: { enrolment: (event, _, { enrolment }) => enrolment.load(subjectOf(event)) },
  VisitEvent: {
    role: (event) => (event.id.endsWith(':HOST') ? 'HOST' : 'VISITOR'),
    visit: (event, _, { visit }) => visit.load(visitOf(event)),
  },
  PracticeSharedEvent: { practice: (event, _, { practice }) => practice.load(subjectOf(event)) },
};
