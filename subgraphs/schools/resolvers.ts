import { academicYearOf, today } from '../kit/domain/academicYear.ts';
import { problem } from '../kit/domain/errors.ts';
import { feedId, MOST_CHANGES, positionsOf } from '../kit/feed/feed.ts';
import { fieldsOf, neededBelow, type MadeOf } from '../kit/subgraph.ts';
import { Phase as PHASES } from './values.ts';
import { collaborationHistory, collaborators } from './history.ts';
import type { SchoolRow } from './entities.ts';
import type { Resolvers } from './resolverTypes.ts';
import type { ChangeType, CollaborationEventKind } from './types.ts';
import type { Loaders } from './loaders.ts';
import type { Changed, Event, Required, School } from './models.ts';

/** A membership or trust that lasts. */
const current = ({ left }: { left?: string | null }) => left == null || left > today();

/** A row with what other subgraphs handed over for it. */
async function completed<Row extends object>(
  reference: object,
  row: Promise<Row | null>,
): Promise<(Row & Required) | null> {
  const found = await row;
  return found && { ...found, ...reference };
}

/** A school's own URN and those of its predecessors, the nearest first. */
const historyUrns = ({ urn, ancestors }: Pick<SchoolRow, 'urn' | 'ancestors'>) => [urn, ...ancestors];

/** What a change of each sort is about: a type, and how it is read if it is held here. */
const CHANGED: Record<
  ChangeType,
  [Changed['__typename'], ((loaders: Loaders, id: string) => Promise<object | null>)?]
> = {
  SCHOOL: ['School', ({ school }, id) => school.load(id)],
  TRUST: ['Trust', ({ trust }, id) => trust.load(id)],
  MEMBERSHIP: ['Membership', ({ membership }, id) => membership.load(id)],
  REVIEW: ['Review'],
  ENROLMENT: ['Enrolment'],
  OUTCOME: ['Outcome'],
};

/** Most reports of pupil numbers that are listed. */
const MOST_REPORTS = 100;

const HISTORY = ['ancestors'] as const;
/** The columns behind the fields of a school. */
const MADE_OF = {
  always: ['urn', 'name'],
  ages: ['lowAge', 'highAge'],
  address: ['street', 'locality', 'town', 'county', 'postcode'],
  location: ['easting', 'northing', 'latitude', 'longitude'],
  localAuthority: ['localAuthorityCode'],
  historyUrns: HISTORY,
  lineage: HISTORY,
  trust: HISTORY,
  trustHistory: HISTORY,
  hub: HISTORY,
  member: HISTORY,
  memberships: HISTORY,
  collaborationHistory: HISTORY,
  collaborators: HISTORY,
  rollReports: HISTORY,
} as const satisfies MadeOf;

const TYPE_OF_EVENT = {
  REVIEW_HOSTED: 'ReviewHostedEvent',
  REVIEW_VISIT: 'ReviewVisitEvent',
  ACCREDITATION: 'AccreditationEvent',
  ENROLMENT: 'EnrolmentEvent',
  VISIT: 'VisitEvent',
  PRACTICE_SHARED: 'PracticeSharedEvent',
  JOINED_NETWORK: 'MembershipEvent',
  LEFT_NETWORK: 'MembershipEvent',
  JOINED_HUB: 'MembershipEvent',
  LEFT_HUB: 'MembershipEvent',
} as const satisfies Record<CollaborationEventKind, string>;

const event = {
  academicYear: ({ date }: Event) => academicYearOf(date),
  school: ({ urn }: Event, _: unknown, { school }: Loaders) => (urn ? school.load(urn) : null),
};

export const resolvers: Resolvers = {
  Query: {
    school: (_, { urn }, { school }) => school.load(urn),
    schools: (_, args, { schools }, info) => schools(args, neededBelow(info, MADE_OF)),
    trust: (_, { uid }, { trust }) => trust.load(uid),
    trusts: (_, args, { trusts }) => trusts(args),
    hub: (_, { id }, { hub }) => hub.load(id),
    hubs: (_, args, { hubs }) => hubs(args),
    localAuthority: (_, { code }, { localAuthority }) => localAuthority.load(code),
    rollAudit: (_, args, { audit }) => audit(args),
    network: (_, { asOf }, { network }) => network(asOf ?? today()),
    changes(_, { since, first, types }) {
      if (first < 1 || first > MOST_CHANGES)
        throw problem(
          first < 1 ? 'BAD_USER_INPUT' : 'PAGE_TOO_LARGE',
          `\`first: ${first}\` is not a size of a page of changes: ask for 1 to ${MOST_CHANGES}.`,
        );
      return { id: feedId({ first, types, positions: since ? positionsOf(since) : {} }) };
    },
  },

  Mutation: {
    updateRoll: (_, submission, { updateRoll }) => updateRoll(submission),
  },

  School: fieldsOf<School, NonNullable<Resolvers['School']>, keyof Required>()(MADE_OF, {
    __resolveReference: (reference, { school }) => completed(reference, school.load(reference.urn)),
    ages: ({ lowAge, highAge }) => (lowAge != null && highAge != null ? { from: lowAge, to: highAge } : null),
    address: (school) => school,
    async rollReports(school, { first }, { rollReports }) {
      if (first < 1 || first > MOST_REPORTS)
        throw problem(
          first < 1 ? 'BAD_USER_INPUT' : 'PAGE_TOO_LARGE',
          `\`first: ${first}\` is not a number of reports: ask for 1 to ${MOST_REPORTS}.`,
        );
      return (await rollReports(historyUrns(school)))?.slice(0, first) ?? null;
    },
    location: ({ easting, northing, latitude, longitude }) =>
      easting != null && northing != null && latitude != null && longitude != null
        ? { easting, northing, latitude, longitude }
        : null,
    localAuthority: ({ localAuthorityCode }, _, { localAuthority }) =>
      localAuthorityCode ? localAuthority.load(localAuthorityCode) : null,
    // Read with the whole history, as trustHistory is, so that both are one statement.
    async trust(school, _, { trust, trustHistory }) {
      const now = (await trustHistory(historyUrns(school))).find(
        (membership) => membership.urn === school.urn && current(membership),
      );
      return now ? trust.load(now.trustUid) : null;
    },
    trustHistory: (school, _, { trustHistory }) => trustHistory(historyUrns(school)),
    async hub(school, _, { memberships, hub }) {
      const now = (await memberships(historyUrns(school))).find(
        (membership) => membership.kind === 'HUB' && current(membership),
      );
      return now ? hub.load(now.hubId!) : null;
    },
    member: async (school, _, { memberships }) =>
      (await memberships(historyUrns(school))).some(
        (membership) => membership.kind === 'NETWORK' && current(membership),
      ),
    memberships: (school, _, { memberships }) => memberships(historyUrns(school)),
    predecessors: ({ urn }, _, { predecessors }) => predecessors.load(urn),
    successors: ({ urn }, _, { successors }) => successors.load(urn),
    lineage: (school, _, { lineage }) => lineage(school),
    historyUrns,
    async collaborationHistory(school, { includePredecessors, ...args }, { memberships }) {
      const urns = includePredecessors ? historyUrns(school) : [school.urn];
      return collaborationHistory(school, await memberships(urns), args, new Set(urns));
    },
    async collaborators(school, args, { currentUrns }) {
      const own = historyUrns(school);
      const nowOf = async (urns: string[]) =>
        new Map(
          [...(await currentUrns(urns))].map(([urn, now]) => [
            urn,
            own.includes(now) || own.includes(urn) ? null : now,
          ]),
        );
      return collaborators(school, nowOf, args);
    },
  }),

  SchoolLink: {
    urn: ({ other }) => other,
    school: ({ other }, _, { school }) => school.load(other),
  },

  LocalAuthority: {
    __resolveReference: ({ code }, { localAuthority }) => localAuthority.load(code),
    schools: ({ code }, args, { schoolsOfLocalAuthority }, info) =>
      schoolsOfLocalAuthority(code, args, neededBelow(info, MADE_OF)),
  },

  Trust: {
    __resolveReference: (reference, { trust }) => completed(reference, trust.load(reference.uid)),
    address: (trust) => trust,
    schoolCount: async ({ uid }, _, { trustSchools }) => (await trustSchools.load(uid))?.schools ?? 0,
    pupils: async ({ uid }, _, { trustSchools }) => (await trustSchools.load(uid))?.pupils ?? 0,
    schools: ({ uid }, args, { schoolsOfTrust }, info) => schoolsOfTrust(uid, args, neededBelow(info, MADE_OF)),
    async historyUrns({ uid }, _, { trustSchools, historyOf }) {
      return historyOf((await trustSchools.load(uid))?.urns ?? []);
    },
    async collaborationHistory(trust, { includePredecessors, ...args }, { trustSchools, historyOf, memberships }) {
      const { urns } = (await trustSchools.load(trust.uid)) ?? { urns: [] };
      const all = includePredecessors ? await historyOf(urns) : urns;
      return collaborationHistory(trust, await memberships(all), args, new Set(all));
    },
  },

  TrustMembership: {
    trust: async ({ trustUid }, _, { trust }) => (await trust.load(trustUid))!,
  },

  Hub: {
    __resolveReference: ({ id }, { hub }) => hub.load(id),
    seniorPartner: ({ seniorPartnerUrn }, _, { school }) => (seniorPartnerUrn ? school.load(seniorPartnerUrn) : null),
    schoolCount: async ({ id }, _, { hubSchoolCount }) => (await hubSchoolCount.load(id))?.schools ?? 0,
    schools: ({ id }, args, { schoolsOfHub }, info) => schoolsOfHub(id, args, neededBelow(info, MADE_OF)),
  },

  Membership: {
    school: ({ urn }, _, { school }) => school.load(urn),
    hub: ({ hubId }, _, { hub }) => (hubId ? hub.load(hubId) : null),
    academicYear: ({ joined }) => academicYearOf(joined),
  },

  Network: {
    __resolveReference: ({ asOf }, { network }) => network(asOf),
    byPhase: ({ byPhase }) => byPhase.toSorted((a, b) => PHASES.indexOf(a.phase) - PHASES.indexOf(b.phase)),
    memberUrns: ({ asOf }, _, { networkUrns }) => networkUrns(asOf),
  },

  ChangeFeed: {
    __resolveReference: (feed) => feed,
    nodes: async (feed, _, { changes }) => (await changes(feed)).changes,
    endCursor: async (feed, _, { changes }) => (await changes(feed)).endCursor,
    hasMore: async (feed, _, { changes }) => (await changes(feed)).hasMore,
    missingSources: async (feed, _, { changes }) => (await changes(feed)).missingSources,
  },

  Change: {
    operation: ({ deleted }) => (deleted ? 'DELETE' : 'UPSERT'),
    async node({ type, id, deleted }, _, loaders) {
      if (deleted) return null;
      const [__typename, load] = CHANGED[type];
      const row = load ? await load(loaders, id) : { id };
      return row && { ...row, __typename };
    },
  },

  Changed: { __resolveType: ({ __typename }) => __typename },

  CollaborationEvent: { __resolveType: ({ kind }) => TYPE_OF_EVENT[kind] },
  ReviewHostedEvent: event,
  ReviewVisitEvent: event,
  AccreditationEvent: event,
  EnrolmentEvent: event,
  VisitEvent: event,
  PracticeSharedEvent: event,
  MembershipEvent: { ...event, membership: ({ membership }) => membership! },

  Collaborator: {
    school: ({ urn }, _, { school }) => school.load(urn),
  },
};
