import { academicYearOf, today } from '../kit/domain/academicYear.ts';
import { schoolAt, subjectOf, urnsOf } from '../kit/domain/references.ts';
import type { Resolvers } from './resolverTypes.ts';
import { fieldsOf, neededBelow, selectedBelow, type MadeOf } from '../kit/subgraph.ts';
import type { ReviewRow } from './entities.ts';
import type { ReviewVisit, Trust } from './models.ts';

const partOf = (info: object) => (selectedBelow(info).has('findings') ? 'whole' : 'estimates');

/** The columns behind the fields of a review. */
const MADE_OF = {
  always: ['id', 'startDate'],
  framework: ['frameworkCode'],
  headings: ['frameworkCode'],
  hostSchool: ['urn'],
  hostTrust: ['trustUid'],
  reportShared: ['shared'],
} as const satisfies MadeOf;

export const resolvers: Resolvers = {
  Query: {
    review: (_, { id }, { review }) => review.load(id),
    reviews: (_, args, { reviews }) => reviews(args),
    areasOfExcellence: (_, args, { areas }) => areas(args),
    frameworks: (_, __, { frameworks }) => frameworks(),
    reviewAudit: (_, args, { audit }) => audit(args),
  },

  Mutation: {
    recordReview: (_, submission, { recordReview }) => recordReview(submission),
    shareReport: async (_, { id, shared }, { shareReport, review }) =>
      (await shareReport(id, shared)) ? review.load(id) : null,
  },

  School: {
    reviews: (school, { includePredecessors, ...args }, { hostedBy }, info) =>
      hostedBy(urnsOf(school, includePredecessors), args, neededBelow(info, MADE_OF)),
    reviewVisits: (school, { includePredecessors, ...args }, { visitsFrom }) =>
      visitsFrom(urnsOf(school, includePredecessors), args),
    areasOfExcellence: (school, { includePredecessors, ...args }, { areasOf }) =>
      areasOf(urnsOf(school, includePredecessors), args),
    reviewEvents: (school, _, { events }) => events(urnsOf(school)),
    reviewPartners: async (school, _, { partners }) =>
      (await partners(urnsOf(school))).map(([urn, way, date]) => [urn, way, date]),
  },

  ChangeFeed: { reviewChanges: ({ id }, _, { changes }) => changes(id) },

  Trust: {
    reviews: ({ uid, historyUrns }: Trust, { trustOnly, ...args }, { hostedByTrust }, info) =>
      hostedByTrust(
        [`uid:${uid}`, ...(trustOnly ? [] : (historyUrns ?? []).map((urn) => `urn:${urn}`))],
        args,
        neededBelow(info, MADE_OF),
      ),
    reviewEvents: async ({ uid, historyUrns }: Trust, _, { events, trustEvents }) => {
      const [own, ofSchools] = await Promise.all([trustEvents.load(uid), events(historyUrns ?? [])]);
      return [...own.map(([date, kind, id]): [string, string, string, null] => [date, kind, id, null]), ...ofSchools];
    },
  },

  Review: fieldsOf<ReviewRow, NonNullable<Resolvers['Review']>>()(MADE_OF, {
    __resolveReference: ({ id }, { review }) => review.load(id),
    framework: ({ frameworkCode }, _, { framework }) => framework(frameworkCode)!,
    hostSchool: ({ urn }) => schoolAt(urn),
    hostTrust: ({ trustUid }) => (trustUid ? { uid: trustUid } : null),
    academicYear: ({ startDate }) => academicYearOf(startDate),
    lead: async ({ id }, _, { team }) => (await team.load(id)).find(({ role }) => role === 'LEAD_REVIEWER') ?? null,
    team: ({ id }, _, { team }) => team.load(id),
    headings: (review, _, { report }, info) => report(review, partOf(info)),
    reportShared: ({ shared }) => shared,
    areasOfExcellence: ({ id }, _, { areasOfReview }) => areasOfReview.load(id),
  }),

  Framework: { __resolveReference: ({ code }, { framework }) => framework(code) },

  Reviewer: { school: ({ urn }) => schoolAt(urn) },

  ReviewHeading: {
    findings: ({ findings }, { kinds }) => (kinds ? findings.filter(({ kind }) => kinds.includes(kind)) : findings),
  },

  ReviewVisit: {
    __resolveReference: ({ id }, { visit }) => visit.load(id),
    school: ({ urn }) => schoolAt(urn),
    academicYear: ({ date }) => academicYearOf(date),
    review: async ({ reviewId }: ReviewVisit, _, { review }) => (await review.load(reviewId))!,
  },

  AreaOfExcellence: {
    __resolveReference: ({ id }, { area }) => area.load(id),
    school: ({ urn }) => schoolAt(urn),
    review: async ({ reviewId }, _, { review }) => (await review.load(reviewId))!,
    valid: ({ validUntil }) => validUntil != null && validUntil >= today(),
  },

  ReviewHostedEvent: { review: (event, _, { review }) => review.load(subjectOf(event)) },
  ReviewVisitEvent: { reviewVisit: (event, _, { visit }) => visit.load(subjectOf(event)) },
  AccreditationEvent: { areaOfExcellence: (event, _, { area }) => area.load(subjectOf(event)) },
};
