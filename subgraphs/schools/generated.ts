// Generated from schema/schools.graphql by `npm run codegen`.
// oxlint-disable
import type { GraphQLResolveInfo, GraphQLScalarType, GraphQLScalarTypeConfig } from 'graphql';
import type { AuditEntry as AuditEntryModel, AuditPage as AuditConnectionModel, Receipt as SubmissionReceiptModel, RollReport as RollReportModel, School as SchoolModel, SchoolLink as SchoolLinkModel, LocalAuthority as LocalAuthorityModel, Trust as TrustModel, TrustMembership as TrustMembershipModel, Hub as HubModel, Membership as MembershipModel, Network as NetworkModel, Address as AddressModel, Location as LocationModel, AgeRange as AgeRangeModel, SchoolPage as SchoolConnectionModel, TrustPage as TrustConnectionModel, HubPage as HubConnectionModel, Event as CollaborationEventModel, Event as ReviewHostedEventModel, Event as ReviewVisitEventModel, Event as AccreditationEventModel, Event as EnrolmentEventModel, Event as VisitEventModel, Event as PracticeSharedEventModel, Event as MembershipEventModel, HistoryPage as CollaborationHistoryConnectionModel, Collaborator as CollaboratorModel, CollaboratorPage as CollaboratorConnectionModel, ChangeFeed as ChangeFeedModel, Change as ChangeModel, Changed as ChangedModel, Reference as ReviewModel, Reference as EnrolmentModel, Reference as OutcomeModel } from './models.ts';
import type { Loaders } from './loaders.ts';
export type Maybe<T> = T | null | undefined;
export type InputMaybe<T> = T | null | undefined;
export type Omit<T, K extends keyof T> = Pick<T, Exclude<keyof T, K>>;
export type RequireFields<T, K extends keyof T> = Omit<T, K> & { [P in K]-?: NonNullable<T[P]> };
/** All built-in and custom scalars, mapped to their actual values */
export type Scalars = {
  ID: { input: string; output: string; }
  String: { input: string; output: string; }
  Boolean: { input: boolean; output: boolean; }
  Int: { input: number; output: number; }
  Float: { input: number; output: number; }
  /** A calendar date without a time, `YYYY-MM-DD`, for example `2019-03-14`. */
  Date: { input: string; output: string; }
  /** A web address, for example `https://www.example.org/`. */
  URL: { input: string; output: string; }
  /** Unique Reference Number of an establishment in England: six digits, for example `900123`. It changes when a school becomes an academy; see `School.lineage`. Source: GIAS. */
  URN: { input: string; output: string; }
  /** UK Provider Reference Number: eight digits starting with 1, for example `10080446`. Source: GIAS. */
  UKPRN: { input: string; output: string; }
  /** An English academic year, September to August, written `2018/19`. `2018-2019`, `2018-19`, `2018/2019` and `201819` are understood as input. */
  AcademicYear: { input: string; output: string; }
  /** References to events that another subgraph holds: a list of `[date, kind, id, urn]`. It travels between subgraphs and is never seen by clients. */
  EventReferences: { input: [string, string, string, (string | null)?][]; output: [string, string, string, (string | null)?][]; }
  /** What changed in one subgraph: a list of `[transaction, type, id, deleted]`. It travels between subgraphs and is never seen by clients. */
  ChangeReferences: { input: [string, string, string, boolean][]; output: [string, string, string, boolean][]; }
  /** A moment, in Coordinated Universal Time, for example `2026-11-24T09:30:00.000Z`. */
  DateTime: { input: string; output: string; }
  /** A value of any shape, as JSON. */
  JSON: { input: unknown; output: unknown; }
};

/** Which ages or kind of education a school provides. Source: GIAS, `PhaseOfEducation`. */
export type Phase =
  /** Nursery: under 5. */
  | 'NURSERY'
  /** Primary: 4 or 5 to 11. */
  | 'PRIMARY'
  /** A middle school that counts as primary. */
  | 'MIDDLE_DEEMED_PRIMARY'
  /** A middle school that counts as secondary. */
  | 'MIDDLE_DEEMED_SECONDARY'
  /** Secondary: 11 to 16 or 18. */
  | 'SECONDARY'
  /** Sixth forms and colleges: 16 and over. */
  | 'SIXTEEN_PLUS'
  /** Primary and secondary in one school. */
  | 'ALL_THROUGH'
  /** The register gives no phase: most special schools and alternative provision. */
  | 'NOT_APPLICABLE';

/** Whether a school is open. Source: GIAS, `EstablishmentStatus`. */
export type SchoolStatus =
  /** Open. */
  | 'OPEN'
  /** Open, with a proposal to close it. */
  | 'OPEN_PROPOSED_TO_CLOSE'
  /** Closed; the school may go on under another URN, see `successors`. */
  | 'CLOSED'
  /** Not open yet. */
  | 'PROPOSED_TO_OPEN';

/** Who is admitted. Source: GIAS, `Gender`. */
export type Gender =
  /** Boys only. */
  | 'BOYS'
  /** Girls only. */
  | 'GIRLS'
  /** Boys and girls. */
  | 'MIXED';

/** The nine regions of England. Source: GIAS, `GOR`. */
export type Region =
  /** North East. */
  | 'NORTH_EAST'
  /** North West. */
  | 'NORTH_WEST'
  /** Yorkshire and the Humber. */
  | 'YORKSHIRE_AND_THE_HUMBER'
  /** East Midlands. */
  | 'EAST_MIDLANDS'
  /** West Midlands. */
  | 'WEST_MIDLANDS'
  /** East of England. */
  | 'EAST_OF_ENGLAND'
  /** London. */
  | 'LONDON'
  /** South East. */
  | 'SOUTH_EAST'
  /** South West. */
  | 'SOUTH_WEST';

/** What kind of trust. Source: GIAS, `Group Type`. */
export type TrustType =
  /** A trust that runs, or may run, several academies. */
  | 'MULTI_ACADEMY_TRUST'
  /** A trust that runs one academy. */
  | 'SINGLE_ACADEMY_TRUST';

/** How the schools of a hub come together. */
export type HubKind =
  /** Schools of one area. */
  | 'LOCAL'
  /** Schools of a region. */
  | 'REGIONAL'
  /** Schools that meet online. */
  | 'VIRTUAL';

/** What a school is a member of. */
export type MembershipKind =
  /** The Network of Excellence, the membership of the charity. */
  | 'NETWORK'
  /** A hub, the group of member schools it works with. */
  | 'HUB';

/** What GIAS says ties two establishments. */
export type SchoolLinkKind =
  /** One school became the other, for instance by conversion to an academy. */
  | 'SUCCESSION'
  /** Several schools were merged into one that existed before. */
  | 'MERGER'
  /** Several schools were closed and a new one opened in their place. */
  | 'AMALGAMATION'
  /** One school was split into several. */
  | 'SPLIT';

/** What happened, for filtering a collaboration history. */
export type CollaborationEventKind =
  /** The school, or the trust, hosted a review. Source: reviews. */
  | 'REVIEW_HOSTED'
  /** A leader of the school took part in a review elsewhere. Source: reviews. */
  | 'REVIEW_VISIT'
  /** A practice of the school was accredited as an area of excellence. Source: reviews. */
  | 'ACCREDITATION'
  /** The school enrolled in a cohort of a programme. Source: programmes. */
  | 'ENROLMENT'
  /** The school hosted a residency or a visit, or sent leaders on one. Source: programmes. */
  | 'VISIT'
  /** The school shared a practice with others. Source: programmes. */
  | 'PRACTICE_SHARED'
  /** The school joined the network. Source: schools. */
  | 'JOINED_NETWORK'
  /** The school left the network. Source: schools. */
  | 'LEFT_NETWORK'
  /** The school joined a hub. Source: schools. */
  | 'JOINED_HUB'
  /** The school left a hub. Source: schools. */
  | 'LEFT_HUB';

/** In what way two schools worked together, seen from the school that is asked about. */
export type CollaborationWay =
  /** The other school's leaders reviewed this school. */
  | 'REVIEWED_BY'
  /** This school's leaders reviewed the other. */
  | 'REVIEWED'
  /** Leaders of both were in the same review team. */
  | 'REVIEWED_ALONGSIDE'
  /** This school hosted a residency or visit of the other. */
  | 'HOSTED'
  /** This school's leaders went on a residency or visit to the other. */
  | 'VISITED'
  /** This school shared a practice with the other. */
  | 'SHARED_WITH'
  /** The other school shared a practice with this one. */
  | 'LEARNT_FROM';

/** By what a list of schools is ordered; ties are broken by URN. */
export type SchoolOrderField =
  /** By name, A to Z when ascending. */
  | 'NAME'
  /** By URN. */
  | 'URN'
  /** By pupils on roll; schools without a figure count as 0. */
  | 'ROLL'
  /** By the share of pupils eligible for free school meals; schools without a figure count as 0. */
  | 'FSM_SHARE'
  /** By the day of opening; schools without one count as opened on 1 January 1800. */
  | 'OPENED'
  /** By likeness to `filter.search`, the closest first when descending; without a search the same as NAME. */
  | 'RELEVANCE';

/** Which way round a list goes. */
export type SortDirection =
  /** Smallest, earliest or A first. */
  | 'ASC'
  /** Largest, latest or Z first. */
  | 'DESC';

/** The order of a list of schools. */
export type SchoolOrder = {
  /** By what. */
  field: SchoolOrderField;
  /** Which way round. */
  direction?: SortDirection;
};

/** A range of numbers; either end may be left open. */
export type FloatRange = {
  /** Smallest value that is still in the range. */
  min?: InputMaybe<Scalars['Float']['input']>;
  /** Largest value that is still in the range. */
  max?: InputMaybe<Scalars['Float']['input']>;
};

/** Which schools to list; conditions that are given must all hold. */
export type SchoolFilter = {
  /** Name, in part or misspelt; or a URN, a LAESTAB (`850/2000`), a UKPRN or the beginning of a postcode. */
  search?: InputMaybe<Scalars['String']['input']>;
  /** Only these URNs, at most 500. */
  urns?: InputMaybe<Array<Scalars['URN']['input']>>;
  /** Any of these phases. */
  phase?: InputMaybe<Array<Phase>>;
  /** Any of these statuses. */
  status?: InputMaybe<Array<SchoolStatus>>;
  /** Any of these local authorities, by their three-digit DfE code, for example `850`. */
  localAuthority?: InputMaybe<Array<Scalars['String']['input']>>;
  /** Any of these regions. */
  region?: InputMaybe<Array<Region>>;
  /** In any of these trusts now, by GIAS group UID. */
  trust?: InputMaybe<Array<Scalars['ID']['input']>>;
  /** In any of these hubs, now or on the day of `memberAsOf`. */
  hub?: InputMaybe<Array<Scalars['ID']['input']>>;
  /** Whether the school is a member of the network, now or on the day of `memberAsOf`. */
  member?: InputMaybe<Scalars['Boolean']['input']>;
  /** The day on which `member` and `hub` are asked; today if left out. */
  memberAsOf?: InputMaybe<Scalars['Date']['input']>;
  /** Share of pupils eligible for free school meals, in percent, for example `{min: 30}`. */
  fsmShare?: InputMaybe<FloatRange>;
  /** Only schools whose record was changed at or after this moment. To keep a copy, deletions included, follow `changes`. */
  updatedSince?: InputMaybe<Scalars['DateTime']['input']>;
};

/** A school, or another establishment on the register, under one URN. */
export type School = {
  /** Unique Reference Number. Source: GIAS. */
  urn: Scalars['URN']['output'];
  /** UK Provider Reference Number; null if the school has none, as most closed schools. Source: GIAS. */
  ukprn?: Maybe<Scalars['UKPRN']['output']>;
  /** Local authority code and establishment number, for example `850/2000`; null if either is missing. Source: GIAS. */
  laestab?: Maybe<Scalars['String']['output']>;
  /** Name. Source: GIAS. */
  name: Scalars['String']['output'];
  /** When its record here was changed last, or written for the first time; a change of trust counts. */
  updatedAt: Scalars['DateTime']['output'];
  /** Whether it is open. Source: GIAS. */
  status: SchoolStatus;
  /** Phase of education. Source: GIAS. */
  phase: Phase;
  /** Type in the register's own words, for example `Academy converter`; null if not recorded. Source: GIAS. */
  type?: Maybe<Scalars['String']['output']>;
  /** Group of types in the register's own words, for example `Academies`; null if not recorded. Source: GIAS. */
  typeGroup?: Maybe<Scalars['String']['output']>;
  /** Who is admitted; null if not recorded. Source: GIAS. */
  gender?: Maybe<Gender>;
  /** Religious character in the register's own words; null if it has none or none is recorded. Source: GIAS. */
  religiousCharacter?: Maybe<Scalars['String']['output']>;
  /** Statutory age range; null if not recorded. Source: GIAS. */
  ages?: Maybe<AgeRange>;
  /** Places, number of pupils the school is built for; null if not recorded. Source: GIAS. */
  capacity?: Maybe<Scalars['Int']['output']>;
  /** Pupils on roll at the last census; null if not recorded. Source: GIAS. */
  roll?: Maybe<Scalars['Int']['output']>;
  /** Pupil numbers as the school's trust has reported them, latest first, for that trust and the charity's staff; null for others. */
  rollReports?: Maybe<Array<RollReport>>;
  /** Share of pupils known to be eligible for free school meals, in percent (0 to 100); null if not recorded. Source: GIAS, `PercentageFSM`. */
  fsmShare?: Maybe<Scalars['Float']['output']>;
  /** Urban or rural, in the register's own words; null if not recorded. Source: GIAS. */
  urbanRural?: Maybe<Scalars['String']['output']>;
  /** Day it opened under this URN; null if not recorded. Source: GIAS. */
  opened?: Maybe<Scalars['Date']['output']>;
  /** Day it closed under this URN; null while it is open. Source: GIAS. */
  closed?: Maybe<Scalars['Date']['output']>;
  /** Postal address. Source: GIAS. */
  address: Address;
  /** Where it lies; null if not recorded. Source: GIAS. */
  location?: Maybe<Location>;
  /** Website; null if not recorded or not an address. Source: GIAS. */
  website?: Maybe<Scalars['URL']['output']>;
  /** Local authority; null if the register gives no code. Source: GIAS. */
  localAuthority?: Maybe<LocalAuthority>;
  /** Region of England; null outside England. Source: GIAS. */
  region?: Maybe<Region>;
  /** The academy trust that runs it now; null for a school that is in none. Source: GIAS groups. */
  trust?: Maybe<Trust>;
  /** The academy trusts that ran it, latest first, this school's predecessors included. Source: GIAS groups. */
  trustHistory: Array<TrustMembership>;
  /** The hub it works with now; null if none. Source: the charity's records. */
  hub?: Maybe<Hub>;
  /** Whether it is in the Network of Excellence today, be it under a predecessor's URN. Source: the charity's records. */
  member?: Maybe<Scalars['Boolean']['output']>;
  /** Its times in the network and in hubs, latest first, those under predecessors' URNs included. Source: the charity's records. */
  memberships?: Maybe<Array<Membership>>;
  /** Establishments that became this one, or part of it. Source: GIAS links. */
  predecessors: Array<SchoolLink>;
  /** Establishments that this one became, or became part of. Source: GIAS links. */
  successors: Array<SchoolLink>;
  /** All URNs of the same school over time: its predecessors' predecessors to its successors' successors and its own, oldest first. Schools it was merged with count as predecessors of what came out of the merger, not as this school. Source: GIAS links. */
  lineage: Array<Scalars['URN']['output']>;
  /** URNs under which this school's past is recorded: its own first, then those of its predecessors. */
  historyUrns: Array<Scalars['URN']['output']>;
  /** References to its events in the reviews subgraph; absent while that cannot be asked. */
  reviewEvents?: Maybe<Scalars['EventReferences']['output']>;
  /** References to its events in the programmes subgraph; absent while that cannot be asked. */
  programmeEvents?: Maybe<Scalars['EventReferences']['output']>;
  /** Schools it met in reviews: a list of `[urn, way, date]`. */
  reviewPartners?: Maybe<Scalars['EventReferences']['output']>;
  /** Schools it met in programmes: a list of `[urn, way, date]`. */
  programmePartners?: Maybe<Scalars['EventReferences']['output']>;
  /** Everything it has done with other schools, newest first: reviews, visits, programmes, accreditations, practice shared, joining and leaving. */
  collaborationHistory?: Maybe<CollaborationHistoryConnection>;
  /** Schools it has worked with, the most frequent first. */
  collaborators?: Maybe<CollaboratorConnection>;
};


/** A school, or another establishment on the register, under one URN. */
export type SchoolRollReportsArgs = {
  first?: Scalars['Int']['input'];
};


/** A school, or another establishment on the register, under one URN. */
export type SchoolCollaborationHistoryArgs = {
  first?: InputMaybe<Scalars['Int']['input']>;
  after?: InputMaybe<Scalars['String']['input']>;
  last?: InputMaybe<Scalars['Int']['input']>;
  before?: InputMaybe<Scalars['String']['input']>;
  kinds?: InputMaybe<Array<CollaborationEventKind>>;
  from?: InputMaybe<Scalars['Date']['input']>;
  to?: InputMaybe<Scalars['Date']['input']>;
  includePredecessors?: Scalars['Boolean']['input'];
};


/** A school, or another establishment on the register, under one URN. */
export type SchoolCollaboratorsArgs = {
  first?: InputMaybe<Scalars['Int']['input']>;
  after?: InputMaybe<Scalars['String']['input']>;
  last?: InputMaybe<Scalars['Int']['input']>;
  before?: InputMaybe<Scalars['String']['input']>;
};

/** Youngest and oldest age that a school takes. */
export type AgeRange = {
  /** Lowest age, in years. */
  from: Scalars['Int']['output'];
  /** Highest age, in years. */
  to: Scalars['Int']['output'];
};

/** A postal address; parts that are not recorded are null. Source: GIAS. */
export type Address = {
  /** Street and number. */
  street?: Maybe<Scalars['String']['output']>;
  /** Part of a town or village. */
  locality?: Maybe<Scalars['String']['output']>;
  /** Town or city. */
  town?: Maybe<Scalars['String']['output']>;
  /** County. */
  county?: Maybe<Scalars['String']['output']>;
  /** Postcode, for example `GU34 1DH`. */
  postcode?: Maybe<Scalars['String']['output']>;
};

/** A place on the map. Source: GIAS; latitude and longitude are computed from easting and northing and are right to about 5 metres. */
export type Location = {
  /** Metres east on the Ordnance Survey National Grid. */
  easting: Scalars['Int']['output'];
  /** Metres north on the Ordnance Survey National Grid. */
  northing: Scalars['Int']['output'];
  /** Degrees north (WGS 84). */
  latitude: Scalars['Float']['output'];
  /** Degrees east (WGS 84). */
  longitude: Scalars['Float']['output'];
};

/** That one establishment became another, or part of it. Source: GIAS links. */
export type SchoolLink = {
  /** URN of the other establishment. */
  urn: Scalars['URN']['output'];
  /** Name of the other establishment as the link records it; null if not recorded. */
  name?: Maybe<Scalars['String']['output']>;
  /** How the two are tied. */
  kind: SchoolLinkKind;
  /** Day since when; null if not recorded, as often. */
  date?: Maybe<Scalars['Date']['output']>;
  /** The other establishment; null if it is not on the register that was imported. */
  school?: Maybe<School>;
};

/** A local authority in England. Source: GIAS. */
export type LocalAuthority = {
  /** Three-digit DfE code, for example `850`. */
  code: Scalars['String']['output'];
  /** Name, for example `Hampshire`. */
  name: Scalars['String']['output'];
  /** Region of England; null if no school there has one. */
  region?: Maybe<Region>;
  /** Its schools. */
  schools: SchoolConnection;
};


/** A local authority in England. Source: GIAS. */
export type LocalAuthoritySchoolsArgs = {
  filter?: InputMaybe<SchoolFilter>;
  orderBy?: InputMaybe<SchoolOrder>;
  first?: InputMaybe<Scalars['Int']['input']>;
  after?: InputMaybe<Scalars['String']['input']>;
  last?: InputMaybe<Scalars['Int']['input']>;
  before?: InputMaybe<Scalars['String']['input']>;
};

/** An academy trust. Source: GIAS groups. */
export type Trust = {
  /** GIAS group UID, for example `2046`. */
  uid: Scalars['ID']['output'];
  /** GIAS group ID, for example `TR00002`; null if not recorded. */
  groupId?: Maybe<Scalars['String']['output']>;
  /** Name. */
  name: Scalars['String']['output'];
  /** When its record here was changed last, or written for the first time. */
  updatedAt: Scalars['DateTime']['output'];
  /** What kind of trust. */
  type: TrustType;
  /** Whether it is open. */
  open: Scalars['Boolean']['output'];
  /** Companies House number, eight characters with leading zeros; null if not recorded. */
  companiesHouseNumber?: Maybe<Scalars['String']['output']>;
  /** UK Provider Reference Number; null if not recorded. */
  ukprn?: Maybe<Scalars['UKPRN']['output']>;
  /** Day it opened; null if not recorded. */
  opened?: Maybe<Scalars['Date']['output']>;
  /** Day it closed; null while it is open. */
  closed?: Maybe<Scalars['Date']['output']>;
  /** Postal address. */
  address: Address;
  /** Number of schools it runs today. */
  schoolCount: Scalars['Int']['output'];
  /** Pupils on roll in the schools it runs today; schools without a figure count as 0. */
  pupils: Scalars['Int']['output'];
  /** Day the trust joined the network as a whole; null if it has not, though its schools may be members. Source: the charity's records. */
  joinedNetwork?: Maybe<Scalars['Date']['output']>;
  /** Schools it runs today. */
  schools: SchoolConnection;
  /** URNs of the schools it runs today and of their predecessors. */
  historyUrns: Array<Scalars['URN']['output']>;
  /** References to events in the reviews subgraph; absent while that cannot be asked. */
  reviewEvents?: Maybe<Scalars['EventReferences']['output']>;
  /** References to events in the programmes subgraph; absent while that cannot be asked. */
  programmeEvents?: Maybe<Scalars['EventReferences']['output']>;
  /** Everything the trust and the schools it runs today have done with others, newest first. */
  collaborationHistory?: Maybe<CollaborationHistoryConnection>;
};


/** An academy trust. Source: GIAS groups. */
export type TrustSchoolsArgs = {
  filter?: InputMaybe<SchoolFilter>;
  orderBy?: InputMaybe<SchoolOrder>;
  first?: InputMaybe<Scalars['Int']['input']>;
  after?: InputMaybe<Scalars['String']['input']>;
  last?: InputMaybe<Scalars['Int']['input']>;
  before?: InputMaybe<Scalars['String']['input']>;
};


/** An academy trust. Source: GIAS groups. */
export type TrustCollaborationHistoryArgs = {
  first?: InputMaybe<Scalars['Int']['input']>;
  after?: InputMaybe<Scalars['String']['input']>;
  last?: InputMaybe<Scalars['Int']['input']>;
  before?: InputMaybe<Scalars['String']['input']>;
  kinds?: InputMaybe<Array<CollaborationEventKind>>;
  from?: InputMaybe<Scalars['Date']['input']>;
  to?: InputMaybe<Scalars['Date']['input']>;
  includePredecessors?: Scalars['Boolean']['input'];
};

/** A time during which a trust ran a school. Source: GIAS groups. */
export type TrustMembership = {
  /** The trust. */
  trust: Trust;
  /** URN under which the school was in it. */
  urn: Scalars['URN']['output'];
  /** Day the school joined; null if not recorded. */
  joined?: Maybe<Scalars['Date']['output']>;
  /** Day it left; null while it is in the trust. */
  left?: Maybe<Scalars['Date']['output']>;
};

/** A local, regional or virtual group of member schools. Source: the charity's records. */
export type Hub = {
  /** Identifier in the charity's records, for example `HUB-07`. */
  id: Scalars['ID']['output'];
  /** Name. */
  name: Scalars['String']['output'];
  /** How its schools come together. */
  kind: HubKind;
  /** Region it mainly serves; null for a virtual hub. */
  region?: Maybe<Region>;
  /** The school that leads it; null if not recorded. */
  seniorPartner?: Maybe<School>;
  /** Name of the Hub Manager; null if not recorded. */
  hubManager?: Maybe<Scalars['String']['output']>;
  /** Number of schools in it today. */
  schoolCount: Scalars['Int']['output'];
  /** Schools in it, today unless `filter.memberAsOf` says otherwise. */
  schools: SchoolConnection;
};


/** A local, regional or virtual group of member schools. Source: the charity's records. */
export type HubSchoolsArgs = {
  filter?: InputMaybe<SchoolFilter>;
  orderBy?: InputMaybe<SchoolOrder>;
  first?: InputMaybe<Scalars['Int']['input']>;
  after?: InputMaybe<Scalars['String']['input']>;
  last?: InputMaybe<Scalars['Int']['input']>;
  before?: InputMaybe<Scalars['String']['input']>;
};

/** A time during which a school was a member of the network or of a hub. Source: the charity's records. */
export type Membership = {
  /** Stable identifier. */
  id: Scalars['ID']['output'];
  /** Of the network or of a hub. */
  kind: MembershipKind;
  /** URN under which the membership is recorded. */
  urn: Scalars['URN']['output'];
  /** The school; null if the URN is not on the register. */
  school?: Maybe<School>;
  /** The hub; null for membership of the network. */
  hub?: Maybe<Hub>;
  /** Day it joined. */
  joined: Scalars['Date']['output'];
  /** Partnership year, September to August, in which it joined. */
  academicYear: Scalars['AcademicYear']['output'];
  /** Day it left; null while it is a member. */
  left?: Maybe<Scalars['Date']['output']>;
};

/** The Network of Excellence on one day. Source: the charity's records and GIAS. */
export type Network = {
  /** The day. */
  asOf: Scalars['Date']['output'];
  /** Number of member schools that were open. */
  schools: Scalars['Int']['output'];
  /** Number of trusts with at least one member school. */
  trusts: Scalars['Int']['output'];
  /** Number of hubs with at least one member school. */
  hubs: Scalars['Int']['output'];
  /** Pupils in member schools, by the roll that the register holds today; schools without a figure count as 0. */
  pupils: Scalars['Int']['output'];
  /** The same by phase, in the order of the ages. */
  byPhase: Array<NetworkPhase>;
  /** The same by region. */
  byRegion: Array<NetworkRegion>;
  /** URNs of member schools on that day and of their predecessors. */
  memberUrns: Array<Scalars['URN']['output']>;
};

/** Member schools of one phase. */
export type NetworkPhase = {
  /** The phase. */
  phase: Phase;
  /** Number of member schools. */
  schools: Scalars['Int']['output'];
  /** Pupils on roll. */
  pupils: Scalars['Int']['output'];
};

/** Member schools of one region. */
export type NetworkRegion = {
  /** The region; null for schools without one. */
  region?: Maybe<Region>;
  /** Number of member schools. */
  schools: Scalars['Int']['output'];
  /** Pupils on roll. */
  pupils: Scalars['Int']['output'];
};

/** Something a school did with others, on a day. What exactly is in the field of its own type; that field is null while the subgraph that holds it cannot be asked. */
export type CollaborationEvent = {
  /** Stable identifier of the event. */
  id: Scalars['ID']['output'];
  /** What happened. */
  kind: CollaborationEventKind;
  /** Day on which it happened or began. */
  date: Scalars['Date']['output'];
  /** Academic year of that day. */
  academicYear: Scalars['AcademicYear']['output'];
  /** URN the event belonged to, which may be a predecessor's; null where it was the trust's own. */
  urn?: Maybe<Scalars['URN']['output']>;
  /** The school under that URN; null where it was the trust's own or the URN is not on the register. */
  school?: Maybe<School>;
};

/** A review was hosted. */
export type ReviewHostedEvent = CollaborationEvent & {
  /** Stable identifier of the event. */
  id: Scalars['ID']['output'];
  /** Always REVIEW_HOSTED. */
  kind: CollaborationEventKind;
  /** First day of the review. */
  date: Scalars['Date']['output'];
  /** Academic year of that day. */
  academicYear: Scalars['AcademicYear']['output'];
  /** URN of the host school; null for a review of a trust. */
  urn?: Maybe<Scalars['URN']['output']>;
  /** The host school; null for a review of a trust. */
  school?: Maybe<School>;
};

/** A leader of the school took part in a review elsewhere. */
export type ReviewVisitEvent = CollaborationEvent & {
  /** Stable identifier of the event. */
  id: Scalars['ID']['output'];
  /** Always REVIEW_VISIT. */
  kind: CollaborationEventKind;
  /** First day of the review. */
  date: Scalars['Date']['output'];
  /** Academic year of that day. */
  academicYear: Scalars['AcademicYear']['output'];
  /** URN of the school the reviewer came from. */
  urn?: Maybe<Scalars['URN']['output']>;
  /** The school the reviewer came from. */
  school?: Maybe<School>;
};

/** A practice was accredited as an area of excellence. */
export type AccreditationEvent = CollaborationEvent & {
  /** Stable identifier of the event. */
  id: Scalars['ID']['output'];
  /** Always ACCREDITATION. */
  kind: CollaborationEventKind;
  /** Day of accreditation. */
  date: Scalars['Date']['output'];
  /** Academic year of that day. */
  academicYear: Scalars['AcademicYear']['output'];
  /** URN of the accredited school. */
  urn?: Maybe<Scalars['URN']['output']>;
  /** The accredited school. */
  school?: Maybe<School>;
};

/** A school enrolled in a cohort of a programme. */
export type EnrolmentEvent = CollaborationEvent & {
  /** Stable identifier of the event. */
  id: Scalars['ID']['output'];
  /** Always ENROLMENT. */
  kind: CollaborationEventKind;
  /** Day of enrolment. */
  date: Scalars['Date']['output'];
  /** Academic year of that day. */
  academicYear: Scalars['AcademicYear']['output'];
  /** URN of the enrolled school. */
  urn?: Maybe<Scalars['URN']['output']>;
  /** The enrolled school. */
  school?: Maybe<School>;
};

/** A residency or visit in which the school was host or visitor. */
export type VisitEvent = CollaborationEvent & {
  /** Stable identifier of the event: the visit and the side. */
  id: Scalars['ID']['output'];
  /** Always VISIT. */
  kind: CollaborationEventKind;
  /** First day of the visit. */
  date: Scalars['Date']['output'];
  /** Academic year of that day. */
  academicYear: Scalars['AcademicYear']['output'];
  /** URN of the school whose event it is. */
  urn?: Maybe<Scalars['URN']['output']>;
  /** The school whose event it is. */
  school?: Maybe<School>;
};

/** The school shared a practice with others. */
export type PracticeSharedEvent = CollaborationEvent & {
  /** Stable identifier of the event. */
  id: Scalars['ID']['output'];
  /** Always PRACTICE_SHARED. */
  kind: CollaborationEventKind;
  /** Day on which it was shared. */
  date: Scalars['Date']['output'];
  /** Academic year of that day. */
  academicYear: Scalars['AcademicYear']['output'];
  /** URN of the school that shared. */
  urn?: Maybe<Scalars['URN']['output']>;
  /** The school that shared. */
  school?: Maybe<School>;
};

/** A school joined or left the network or a hub. */
export type MembershipEvent = CollaborationEvent & {
  /** Stable identifier of the event. */
  id: Scalars['ID']['output'];
  /** JOINED_NETWORK, LEFT_NETWORK, JOINED_HUB or LEFT_HUB. */
  kind: CollaborationEventKind;
  /** Day of joining or leaving. */
  date: Scalars['Date']['output'];
  /** Academic year of that day. */
  academicYear: Scalars['AcademicYear']['output'];
  /** URN under which the membership is recorded. */
  urn?: Maybe<Scalars['URN']['output']>;
  /** The school under that URN. */
  school?: Maybe<School>;
  /** The membership that began or ended. */
  membership: Membership;
};

/** A page of a collaboration history. */
export type CollaborationHistoryConnection = {
  /** The events of this page with their cursors. */
  edges: Array<CollaborationHistoryEdge>;
  /** The events of this page. */
  nodes: Array<CollaborationEvent>;
  /** Where this page lies. */
  pageInfo: PageInfo;
  /** Number of events in the whole history, of the sources that could be asked. */
  totalCount: Scalars['Int']['output'];
  /** Subgraphs that could not be asked, for example `["reviews"]`: their events are missing from this history. Empty when it is complete. */
  missingSources: Array<Scalars['String']['output']>;
};

/** An event of a collaboration history and its cursor. */
export type CollaborationHistoryEdge = {
  /** Marks this place in the list. */
  cursor: Scalars['String']['output'];
  /** The event. */
  node: CollaborationEvent;
};

/** A school that another has worked with. */
export type Collaborator = {
  /** URN the other school has now. */
  urn: Scalars['URN']['output'];
  /** The other school; null if it is not on the register. */
  school?: Maybe<School>;
  /** How many times the two worked together. */
  times: Scalars['Int']['output'];
  /** In which ways, the most frequent first. */
  ways: Array<CollaboratorWay>;
  /** Day of the first time. */
  firstDate: Scalars['Date']['output'];
  /** Day of the latest time. */
  lastDate: Scalars['Date']['output'];
};

/** One way in which two schools worked together. */
export type CollaboratorWay = {
  /** The way. */
  way: CollaborationWay;
  /** How many times. */
  times: Scalars['Int']['output'];
};

/** A page of the schools that a school has worked with. */
export type CollaboratorConnection = {
  /** The schools of this page with their cursors. */
  edges: Array<CollaboratorEdge>;
  /** The schools of this page. */
  nodes: Array<Collaborator>;
  /** Where this page lies. */
  pageInfo: PageInfo;
  /** Number of schools it has worked with, by the sources that could be asked. */
  totalCount: Scalars['Int']['output'];
  /** Subgraphs that could not be asked; empty when the list is complete. */
  missingSources: Array<Scalars['String']['output']>;
};

/** A collaborator and its cursor. */
export type CollaboratorEdge = {
  /** Marks this place in the list. */
  cursor: Scalars['String']['output'];
  /** The collaborator. */
  node: Collaborator;
};

/** A page of schools. */
export type SchoolConnection = {
  /** The schools of this page with their cursors. */
  edges: Array<SchoolEdge>;
  /** The schools of this page. */
  nodes: Array<School>;
  /** Where this page lies. */
  pageInfo: PageInfo;
  /** Number of schools in the whole list. */
  totalCount: Scalars['Int']['output'];
};

/** A school in a list and its cursor. */
export type SchoolEdge = {
  /** Marks this place in the list. */
  cursor: Scalars['String']['output'];
  /** The school. */
  node: School;
};

/** A page of trusts. */
export type TrustConnection = {
  /** The trusts of this page with their cursors. */
  edges: Array<TrustEdge>;
  /** The trusts of this page. */
  nodes: Array<Trust>;
  /** Where this page lies. */
  pageInfo: PageInfo;
  /** Number of trusts in the whole list. */
  totalCount: Scalars['Int']['output'];
};

/** A trust in a list and its cursor. */
export type TrustEdge = {
  /** Marks this place in the list. */
  cursor: Scalars['String']['output'];
  /** The trust. */
  node: Trust;
};

/** A page of hubs. */
export type HubConnection = {
  /** The hubs of this page with their cursors. */
  edges: Array<HubEdge>;
  /** The hubs of this page. */
  nodes: Array<Hub>;
  /** Where this page lies. */
  pageInfo: PageInfo;
  /** Number of hubs in the whole list. */
  totalCount: Scalars['Int']['output'];
};

/** A hub in a list and its cursor. */
export type HubEdge = {
  /** Marks this place in the list. */
  cursor: Scalars['String']['output'];
  /** The hub. */
  node: Hub;
};

/** What changed since a cursor. Within each part of the graph changes come in the order of their transactions, and none is left out, however late it was committed. */
export type ChangeFeed = {
  /** What the page was asked with. */
  id: Scalars['ID']['output'];
  reviewChanges?: Maybe<Scalars['ChangeReferences']['output']>;
  programmeChanges?: Maybe<Scalars['ChangeReferences']['output']>;
  outcomeChanges?: Maybe<Scalars['ChangeReferences']['output']>;
  /** The changes of this page. What changed several times is there once, as it is now. */
  nodes: Array<Change>;
  /** Where to go on: pass it as `since`, now or tomorrow. It is valid for 90 days. */
  endCursor: Scalars['String']['output'];
  /** Whether there is more already. */
  hasMore: Scalars['Boolean']['output'];
  /** Names of subgraphs that could not be asked; the cursor waits for them. */
  missingSources: Array<Scalars['String']['output']>;
};

/** That something was added, changed or deleted. */
export type Change = {
  /** What sort of thing it is. */
  type: ChangeType;
  /** Its identifier: the URN of a school, the GIAS group UID of a trust, otherwise its `id`. */
  id: Scalars['ID']['output'];
  /** Whether it is there, or gone. */
  operation: ChangeOperation;
  /** The thing itself, as it is now; null when it is gone. */
  node?: Maybe<Changed>;
};

/** What the feed of changes is about. */
export type Changed = School | Trust | Membership | Review | Enrolment | Outcome;

/** Sorts of things that the feed of changes is about. */
export type ChangeType =
  /** A school on the register, its trust included. */
  | 'SCHOOL'
  /** An academy trust. */
  | 'TRUST'
  /** A membership of the network or of a hub. */
  | 'MEMBERSHIP'
  /** A review with its team, report and areas of excellence. */
  | 'REVIEW'
  /** A school's place in a cohort. */
  | 'ENROLMENT'
  /** A result of a school, trust, local authority or England. */
  | 'OUTCOME';

/** What happened to it. */
export type ChangeOperation =
  /** It was added or changed. */
  | 'UPSERT'
  /** It was deleted. */
  | 'DELETE';

export type Review = {
  id: Scalars['ID']['output'];
};

export type Enrolment = {
  id: Scalars['ID']['output'];
};

export type Outcome = {
  id: Scalars['ID']['output'];
};

/** Pupil numbers of a school on a day, as its trust reports them. */
export type RollReport = {
  /** URN of the school. */
  urn: Scalars['URN']['output'];
  /** The day of the count. */
  date: Scalars['Date']['output'];
  /** Pupils on roll. */
  pupils: Scalars['Int']['output'];
  /** Boys; null if not reported. */
  boys?: Maybe<Scalars['Int']['output']>;
  /** Girls; null if not reported. */
  girls?: Maybe<Scalars['Int']['output']>;
  /** Pupils eligible for free school meals; null if not reported. */
  fsmEligible?: Maybe<Scalars['Int']['output']>;
  /** Changes whenever the report does; for `expectedVersion`. */
  version: Scalars['String']['output'];
};

/** Pupil numbers of one of the caller's schools on a day. */
export type RollInput = {
  /** URN of the school, for example `900123`. */
  urn: Scalars['String']['input'];
  /** The day of the count, `YYYY-MM-DD`. */
  date: Scalars['String']['input'];
  /** Pupils on roll. */
  pupils: Scalars['Int']['input'];
  /** Boys. */
  boys?: InputMaybe<Scalars['Int']['input']>;
  /** Girls. With boys they make up all pupils. */
  girls?: InputMaybe<Scalars['Int']['input']>;
  /** Pupils eligible for free school meals. */
  fsmEligible?: InputMaybe<Scalars['Int']['input']>;
  /** `RollReport.version` as it was read; `0` if there must be none yet. Left out: whatever is there is replaced. */
  expectedVersion?: InputMaybe<Scalars['String']['input']>;
};

export type Mutation = {
  /** Reports pupil numbers of the caller's own schools. `School.roll`, of the register, stays as it is. */
  updateRoll?: Maybe<SubmissionReceipt>;
};


export type MutationUpdateRollArgs = {
  rows: Array<RollInput>;
  idempotencyKey: Scalars['String']['input'];
  dryRun?: Scalars['Boolean']['input'];
  onError?: OnError;
  acceptWarnings?: Scalars['Boolean']['input'];
};

export type Query = {
  /** The establishment under a URN; null if the register holds none. */
  school?: Maybe<School>;
  /** Schools on the register. */
  schools?: Maybe<SchoolConnection>;
  /** The academy trust with a GIAS group UID; null if there is none. */
  trust?: Maybe<Trust>;
  /** Academy trusts, by name. */
  trusts?: Maybe<TrustConnection>;
  /** A hub by its identifier; null if there is none. */
  hub?: Maybe<Hub>;
  /** Hubs, by name. */
  hubs?: Maybe<HubConnection>;
  /** A local authority by its three-digit DfE code; null if no school of the register lies in it. */
  localAuthority?: Maybe<LocalAuthority>;
  /** The Network of Excellence, today or on another day. */
  network?: Maybe<Network>;
  /** What changed since a cursor: for systems that keep a copy. Without a cursor it begins with everything there is. */
  changes: ChangeFeed;
  /** Who changed what here through this API, newest first: for staff all of it, for a trust what is about its schools or came from it. */
  rollAudit?: Maybe<AuditConnection>;
};


export type QuerySchoolArgs = {
  urn: Scalars['URN']['input'];
};


export type QuerySchoolsArgs = {
  filter?: InputMaybe<SchoolFilter>;
  orderBy?: InputMaybe<SchoolOrder>;
  first?: InputMaybe<Scalars['Int']['input']>;
  after?: InputMaybe<Scalars['String']['input']>;
  last?: InputMaybe<Scalars['Int']['input']>;
  before?: InputMaybe<Scalars['String']['input']>;
};


export type QueryTrustArgs = {
  uid: Scalars['ID']['input'];
};


export type QueryTrustsArgs = {
  search?: InputMaybe<Scalars['String']['input']>;
  member?: InputMaybe<Scalars['Boolean']['input']>;
  updatedSince?: InputMaybe<Scalars['DateTime']['input']>;
  first?: InputMaybe<Scalars['Int']['input']>;
  after?: InputMaybe<Scalars['String']['input']>;
  last?: InputMaybe<Scalars['Int']['input']>;
  before?: InputMaybe<Scalars['String']['input']>;
};


export type QueryHubArgs = {
  id: Scalars['ID']['input'];
};


export type QueryHubsArgs = {
  region?: InputMaybe<Array<Region>>;
  first?: InputMaybe<Scalars['Int']['input']>;
  after?: InputMaybe<Scalars['String']['input']>;
  last?: InputMaybe<Scalars['Int']['input']>;
  before?: InputMaybe<Scalars['String']['input']>;
};


export type QueryLocalAuthorityArgs = {
  code: Scalars['String']['input'];
};


export type QueryNetworkArgs = {
  asOf?: InputMaybe<Scalars['Date']['input']>;
};


export type QueryChangesArgs = {
  since?: InputMaybe<Scalars['String']['input']>;
  first?: Scalars['Int']['input'];
  types?: InputMaybe<Array<ChangeType>>;
};


export type QueryRollAuditArgs = {
  urn?: InputMaybe<Scalars['URN']['input']>;
  first?: InputMaybe<Scalars['Int']['input']>;
  after?: InputMaybe<Scalars['String']['input']>;
  last?: InputMaybe<Scalars['Int']['input']>;
  before?: InputMaybe<Scalars['String']['input']>;
};

/** Where a page of a list lies in the whole list. */
export type PageInfo = {
  /** Whether more items follow the last one of this page. */
  hasNextPage: Scalars['Boolean']['output'];
  /** Whether items come before the first one of this page. */
  hasPreviousPage: Scalars['Boolean']['output'];
  /** Cursor of the first item of this page; null when the page is empty. */
  startCursor?: Maybe<Scalars['String']['output']>;
  /** Cursor of the last item of this page, to be given as `after` for the next page; null when the page is empty. */
  endCursor?: Maybe<Scalars['String']['output']>;
};

/** What becomes of a submission some of whose rows are wrong. */
export type OnError =
  /** The rows that are wrong are rejected; the others are written. */
  | 'REJECT_ROW'
  /** If one row is wrong, none is written. */
  | 'REJECT_ALL';

/** Why a row was not taken. */
export type UserErrorCode =
  /** It is not of the form that it must have. */
  | 'INVALID'
  /** It must be there. */
  | 'MISSING'
  /** The school is not one of the caller's. */
  | 'OUT_OF_SCOPE'
  /** The same thing stands in an earlier row. */
  | 'DUPLICATE'
  /** The register holds no such school. */
  | 'SCHOOL_UNKNOWN'
  /** The catalogue holds no such measure. */
  | 'MEASURE_UNKNOWN'
  /** There is no such cohort. */
  | 'COHORT_UNKNOWN'
  /** There is no such framework. */
  | 'FRAMEWORK_UNKNOWN'
  /** No such value is possible. */
  | 'OUT_OF_RANGE'
  /** The measure is not published for that year, or the year has not begun. */
  | 'YEAR_OUT_OF_RANGE'
  /** A value of so few pupils is not taken: send it as suppressed. */
  | 'SMALL_NUMBER'
  /** Numbers of the submission contradict each other. */
  | 'NUMBERS_DISAGREE'
  /** A later status is there already. */
  | 'EARLIER_STATUS'
  /** Not given any more: what is submitted stands beside what is published. */
  | 'ALREADY_PUBLISHED'
  /** It was changed since `expectedVersion`. */
  | 'VERSION_CONFLICT';

/** Why a row of a submission was not taken. */
export type UserError = {
  /** Place of the row in the submission, from 0. */
  index: Scalars['Int']['output'];
  /** Where in the arguments it is wrong, for example `["rows", "3", "value"]`. */
  path: Array<Scalars['String']['output']>;
  /** What is wrong, to rely on. */
  code: UserErrorCode;
  /** What is wrong, and what would be right. */
  message: Scalars['String']['output'];
  /** What stands there; null if nothing does. */
  value?: Maybe<Scalars['String']['output']>;
};

/** Why a row is possible but unlikely. */
export type WarningCode =
  /** A fraction where percentages are expected: 0.71 would be less than one per cent. */
  | 'FRACTION'
  /** Far more, or far fewer, pupils than are known of the school. */
  | 'PUPILS_UNLIKELY'
  /** More than 40 points away from the year before. */
  | 'JUMP'
  /** The academic year has hardly begun: pupils are assessed from May. */
  | 'YEAR_HARDLY_BEGUN'
  /** The school closed before, or nothing has been published of it for years. */
  | 'SCHOOL_CLOSED'
  /** Results of the school are published, and none of this key stage. */
  | 'KEY_STAGE_NOT_TAUGHT';

/** Why a row of a submission is possible but unlikely. It is written with `acceptWarnings` only. */
export type SubmissionWarning = {
  /** Place of the row in the submission, from 0. */
  index: Scalars['Int']['output'];
  /** Where in the arguments it is, for example `["rows", "3", "value"]`. */
  path: Array<Scalars['String']['output']>;
  /** What is unlikely, to rely on. */
  code: WarningCode;
  /** What is unlikely, and why. */
  message: Scalars['String']['output'];
  /** What stands there; null if nothing does. */
  value?: Maybe<Scalars['String']['output']>;
};

/** What became of a submission. The same idempotency key with the same rows gets the same receipt and writes nothing again. */
export type SubmissionReceipt = {
  /** Stable identifier; null for a dry run, which leaves none. */
  id?: Maybe<Scalars['ID']['output']>;
  /** The mutation. */
  operation: Scalars['String']['output'];
  /** Number of rows that came. */
  received: Scalars['Int']['output'];
  /** Number of rows that were written. */
  written: Scalars['Int']['output'];
  /** Number of rows that say what was there already. */
  unchanged: Scalars['Int']['output'];
  /** Number of rows that were not taken, those with warnings that were not accepted among them. */
  rejected: Scalars['Int']['output'];
  /** Whether everything was only checked. */
  dryRun: Scalars['Boolean']['output'];
  /** Whether this is the receipt of an earlier submission with the same key. */
  replayed: Scalars['Boolean']['output'];
  /** When it was submitted first. */
  submittedAt: Scalars['DateTime']['output'];
  /** What is wrong with rows, in their order; a row may have several. */
  userErrors: Array<UserError>;
  /** What is possible but unlikely, in the order of the rows. Without `acceptWarnings` these rows were not written. */
  warnings: Array<SubmissionWarning>;
};

/** A change that somebody made through this API: kept for the charity's staff, and for a trust about its own. */
export type AuditEntry = {
  /** Stable identifier. */
  id: Scalars['ID']['output'];
  /** When. */
  at: Scalars['DateTime']['output'];
  /** The client that made it. */
  client: Scalars['String']['output'];
  /** GIAS group UID of the client's trust; null if it belongs to none. */
  trust?: Maybe<Scalars['ID']['output']>;
  /** Network address that it came from; null if not known. */
  from?: Maybe<Scalars['String']['output']>;
  /** The mutation. */
  operation: Scalars['String']['output'];
  /** The submission it was part of; null if it was part of none. */
  receiptId?: Maybe<Scalars['ID']['output']>;
  /** What sort of thing was changed. */
  type: Scalars['String']['output'];
  /** Its identifier. */
  subject: Scalars['ID']['output'];
  /** URN of the school it is about; null if it is about none. */
  urn?: Maybe<Scalars['URN']['output']>;
  /** What was there before; null if nothing was. */
  before?: Maybe<Scalars['JSON']['output']>;
  /** What has been there since. */
  after?: Maybe<Scalars['JSON']['output']>;
};

/** A page of the audit. */
export type AuditConnection = {
  /** The entries of this page with their cursors. */
  edges: Array<AuditEdge>;
  /** The entries of this page. */
  nodes: Array<AuditEntry>;
  /** Where this page lies. */
  pageInfo: PageInfo;
  /** Number of entries in the whole list. */
  totalCount: Scalars['Int']['output'];
};

/** An entry of the audit and its cursor. */
export type AuditEdge = {
  /** Marks this place in the list. */
  cursor: Scalars['String']['output'];
  /** The entry. */
  node: AuditEntry;
};



export type ResolverTypeWrapper<T> = Promise<T> | T;

export type ReferenceResolver<TResult, TReference, TContext> = (
      reference: TReference,
      context: TContext,
      info: GraphQLResolveInfo
    ) => Promise<TResult> | TResult;

      type ScalarCheck<T, S> = S extends true ? T : NullableCheck<T, S>;
      type NullableCheck<T, S> = Maybe<T> extends T ? Maybe<ListCheck<NonNullable<T>, S>> : ListCheck<T, S>;
      type ListCheck<T, S> = T extends (infer U)[] ? NullableCheck<U, S>[] : GraphQLRecursivePick<T, S>;
      export type GraphQLRecursivePick<T, S> = { [K in keyof T & keyof S]: ScalarCheck<T[K], S[K]> };
    

export type ResolverWithResolve<TResult, TParent, TContext, TArgs> = {
  resolve: ResolverFn<TResult, TParent, TContext, TArgs>;
};
export type Resolver<TResult, TParent = Record<PropertyKey, never>, TContext = Record<PropertyKey, never>, TArgs = Record<PropertyKey, never>> = ResolverFn<TResult, TParent, TContext, TArgs> | ResolverWithResolve<TResult, TParent, TContext, TArgs>;

export type ResolverFn<TResult, TParent, TContext, TArgs> = (
  parent: TParent,
  args: TArgs,
  context: TContext,
  info: GraphQLResolveInfo
) => Promise<TResult> | TResult;

export type SubscriptionSubscribeFn<TResult, TParent, TContext, TArgs> = (
  parent: TParent,
  args: TArgs,
  context: TContext,
  info: GraphQLResolveInfo
) => AsyncIterable<TResult> | Promise<AsyncIterable<TResult>>;

export type SubscriptionResolveFn<TResult, TParent, TContext, TArgs> = (
  parent: TParent,
  args: TArgs,
  context: TContext,
  info: GraphQLResolveInfo
) => TResult | Promise<TResult>;

export interface SubscriptionSubscriberObject<TResult, TKey extends string, TParent, TContext, TArgs> {
  subscribe: SubscriptionSubscribeFn<{ [key in TKey]: TResult }, TParent, TContext, TArgs>;
  resolve?: SubscriptionResolveFn<TResult, { [key in TKey]: TResult }, TContext, TArgs>;
}

export interface SubscriptionResolverObject<TResult, TParent, TContext, TArgs> {
  subscribe: SubscriptionSubscribeFn<any, TParent, TContext, TArgs>;
  resolve: SubscriptionResolveFn<TResult, any, TContext, TArgs>;
}

export type SubscriptionObject<TResult, TKey extends string, TParent, TContext, TArgs> =
  | SubscriptionSubscriberObject<TResult, TKey, TParent, TContext, TArgs>
  | SubscriptionResolverObject<TResult, TParent, TContext, TArgs>;

export type SubscriptionResolver<TResult, TKey extends string, TParent = Record<PropertyKey, never>, TContext = Record<PropertyKey, never>, TArgs = Record<PropertyKey, never>> =
  | ((...args: any[]) => SubscriptionObject<TResult, TKey, TParent, TContext, TArgs>)
  | SubscriptionObject<TResult, TKey, TParent, TContext, TArgs>;

export type TypeResolveFn<TTypes, TParent = Record<PropertyKey, never>, TContext = Record<PropertyKey, never>> = (
  parent: TParent,
  context: TContext,
  info: GraphQLResolveInfo
) => Maybe<TTypes> | Promise<Maybe<TTypes>>;

export type IsTypeOfResolverFn<T = Record<PropertyKey, never>, TContext = Record<PropertyKey, never>> = (obj: T, context: TContext, info: GraphQLResolveInfo) => boolean | Promise<boolean>;

export type NextResolverFn<T> = () => Promise<T>;

export type DirectiveResolverFn<TResult = Record<PropertyKey, never>, TParent = Record<PropertyKey, never>, TContext = Record<PropertyKey, never>, TArgs = Record<PropertyKey, never>> = (
  next: NextResolverFn<TResult>,
  parent: TParent,
  args: TArgs,
  context: TContext,
  info: GraphQLResolveInfo
) => TResult | Promise<TResult>;

/** Mapping of federation types */
export type FederationTypes = {
  School: School;
  LocalAuthority: LocalAuthority;
  Trust: Trust;
  Hub: Hub;
  Network: Network;
  ChangeFeed: ChangeFeed;
};

/** Mapping of federation reference types */
export type FederationReferenceTypes = {
  School:
    ( { __typename: 'School' }
    & GraphQLRecursivePick<FederationTypes['School'], {"urn":true}>
    & ( Record<PropertyKey, never>
        | GraphQLRecursivePick<FederationTypes['School'], {"reviewEvents":true,"programmeEvents":true}>
        | GraphQLRecursivePick<FederationTypes['School'], {"reviewEvents":true,"programmeEvents":true,"reviewPartners":true,"programmePartners":true}>
        | GraphQLRecursivePick<FederationTypes['School'], {"reviewPartners":true,"programmePartners":true}> ) );
  LocalAuthority:
    ( { __typename: 'LocalAuthority' }
    & GraphQLRecursivePick<FederationTypes['LocalAuthority'], {"code":true}> );
  Trust:
    ( { __typename: 'Trust' }
    & GraphQLRecursivePick<FederationTypes['Trust'], {"uid":true}>
    & ( Record<PropertyKey, never>
        | GraphQLRecursivePick<FederationTypes['Trust'], {"reviewEvents":true,"programmeEvents":true}> ) );
  Hub:
    ( { __typename: 'Hub' }
    & GraphQLRecursivePick<FederationTypes['Hub'], {"id":true}> );
  Network:
    ( { __typename: 'Network' }
    & GraphQLRecursivePick<FederationTypes['Network'], {"asOf":true}> );
  ChangeFeed:
    ( { __typename: 'ChangeFeed' }
    & GraphQLRecursivePick<FederationTypes['ChangeFeed'], {"id":true}>
    & ( Record<PropertyKey, never>
        | GraphQLRecursivePick<FederationTypes['ChangeFeed'], {"reviewChanges":true,"programmeChanges":true,"outcomeChanges":true}>
        | GraphQLRecursivePick<FederationTypes['ChangeFeed'], {"reviewChanges":true,"programmeChanges":true,"outcomeChanges":true}>
        | GraphQLRecursivePick<FederationTypes['ChangeFeed'], {"reviewChanges":true,"programmeChanges":true,"outcomeChanges":true}>
        | GraphQLRecursivePick<FederationTypes['ChangeFeed'], {"reviewChanges":true,"programmeChanges":true,"outcomeChanges":true}>
        | GraphQLRecursivePick<FederationTypes['ChangeFeed'], {"reviewChanges":true,"programmeChanges":true,"outcomeChanges":true}>
        | GraphQLRecursivePick<FederationTypes['ChangeFeed'], {"reviewChanges":true,"programmeChanges":true,"outcomeChanges":true}>
        | GraphQLRecursivePick<FederationTypes['ChangeFeed'], {"reviewChanges":true,"programmeChanges":true,"outcomeChanges":true}>
        | GraphQLRecursivePick<FederationTypes['ChangeFeed'], {"reviewChanges":true,"programmeChanges":true,"outcomeChanges":true}>
        | GraphQLRecursivePick<FederationTypes['ChangeFeed'], {"reviewChanges":true,"programmeChanges":true,"outcomeChanges":true}>
        | GraphQLRecursivePick<FederationTypes['ChangeFeed'], {"reviewChanges":true,"programmeChanges":true,"outcomeChanges":true}>
        | GraphQLRecursivePick<FederationTypes['ChangeFeed'], {"reviewChanges":true,"programmeChanges":true,"outcomeChanges":true}>
        | GraphQLRecursivePick<FederationTypes['ChangeFeed'], {"reviewChanges":true,"programmeChanges":true,"outcomeChanges":true}>
        | GraphQLRecursivePick<FederationTypes['ChangeFeed'], {"reviewChanges":true,"programmeChanges":true,"outcomeChanges":true}>
        | GraphQLRecursivePick<FederationTypes['ChangeFeed'], {"reviewChanges":true,"programmeChanges":true,"outcomeChanges":true}> ) );
};



/** Mapping between all available schema types and the resolvers types */
export type ResolversTypes = {
  Date: ResolverTypeWrapper<Scalars['Date']['output']>;
  URL: ResolverTypeWrapper<Scalars['URL']['output']>;
  URN: ResolverTypeWrapper<Scalars['URN']['output']>;
  UKPRN: ResolverTypeWrapper<Scalars['UKPRN']['output']>;
  AcademicYear: ResolverTypeWrapper<Scalars['AcademicYear']['output']>;
  EventReferences: ResolverTypeWrapper<Scalars['EventReferences']['output']>;
  ChangeReferences: ResolverTypeWrapper<Scalars['ChangeReferences']['output']>;
  Phase: Phase;
  SchoolStatus: SchoolStatus;
  Gender: Gender;
  Region: Region;
  TrustType: TrustType;
  HubKind: HubKind;
  MembershipKind: MembershipKind;
  SchoolLinkKind: SchoolLinkKind;
  CollaborationEventKind: CollaborationEventKind;
  CollaborationWay: CollaborationWay;
  SchoolOrderField: SchoolOrderField;
  SortDirection: SortDirection;
  SchoolOrder: SchoolOrder;
  FloatRange: FloatRange;
  Float: ResolverTypeWrapper<Scalars['Float']['output']>;
  SchoolFilter: SchoolFilter;
  ID: ResolverTypeWrapper<Scalars['ID']['output']>;
  School: ResolverTypeWrapper<SchoolModel>;
  Int: ResolverTypeWrapper<Scalars['Int']['output']>;
  AgeRange: ResolverTypeWrapper<AgeRangeModel>;
  Address: ResolverTypeWrapper<AddressModel>;
  Location: ResolverTypeWrapper<LocationModel>;
  SchoolLink: ResolverTypeWrapper<SchoolLinkModel>;
  LocalAuthority: ResolverTypeWrapper<LocalAuthorityModel>;
  Trust: ResolverTypeWrapper<TrustModel>;
  TrustMembership: ResolverTypeWrapper<TrustMembershipModel>;
  Hub: ResolverTypeWrapper<HubModel>;
  Membership: ResolverTypeWrapper<MembershipModel>;
  Network: ResolverTypeWrapper<NetworkModel>;
  NetworkPhase: ResolverTypeWrapper<NetworkPhase>;
  NetworkRegion: ResolverTypeWrapper<NetworkRegion>;
  CollaborationEvent: ResolverTypeWrapper<CollaborationEventModel>;
  ReviewHostedEvent: ResolverTypeWrapper<ReviewHostedEventModel>;
  ReviewVisitEvent: ResolverTypeWrapper<ReviewVisitEventModel>;
  AccreditationEvent: ResolverTypeWrapper<AccreditationEventModel>;
  EnrolmentEvent: ResolverTypeWrapper<EnrolmentEventModel>;
  VisitEvent: ResolverTypeWrapper<VisitEventModel>;
  PracticeSharedEvent: ResolverTypeWrapper<PracticeSharedEventModel>;
  MembershipEvent: ResolverTypeWrapper<MembershipEventModel>;
  CollaborationHistoryConnection: ResolverTypeWrapper<CollaborationHistoryConnectionModel>;
  CollaborationHistoryEdge: ResolverTypeWrapper<Omit<CollaborationHistoryEdge, 'node'> & { node: ResolversTypes['CollaborationEvent'] }>;
  Collaborator: ResolverTypeWrapper<CollaboratorModel>;
  CollaboratorWay: ResolverTypeWrapper<CollaboratorWay>;
  CollaboratorConnection: ResolverTypeWrapper<CollaboratorConnectionModel>;
  CollaboratorEdge: ResolverTypeWrapper<Omit<CollaboratorEdge, 'node'> & { node: ResolversTypes['Collaborator'] }>;
  SchoolConnection: ResolverTypeWrapper<SchoolConnectionModel>;
  SchoolEdge: ResolverTypeWrapper<Omit<SchoolEdge, 'node'> & { node: ResolversTypes['School'] }>;
  TrustConnection: ResolverTypeWrapper<TrustConnectionModel>;
  TrustEdge: ResolverTypeWrapper<Omit<TrustEdge, 'node'> & { node: ResolversTypes['Trust'] }>;
  HubConnection: ResolverTypeWrapper<HubConnectionModel>;
  HubEdge: ResolverTypeWrapper<Omit<HubEdge, 'node'> & { node: ResolversTypes['Hub'] }>;
  ChangeFeed: ResolverTypeWrapper<ChangeFeedModel>;
  Change: ResolverTypeWrapper<ChangeModel>;
  Changed: ResolverTypeWrapper<ChangedModel>;
  ChangeType: ChangeType;
  ChangeOperation: ChangeOperation;
  Review: ResolverTypeWrapper<ReviewModel>;
  Enrolment: ResolverTypeWrapper<EnrolmentModel>;
  Outcome: ResolverTypeWrapper<OutcomeModel>;
  RollReport: ResolverTypeWrapper<RollReportModel>;
  RollInput: RollInput;
  Mutation: ResolverTypeWrapper<Record<PropertyKey, never>>;
  Query: ResolverTypeWrapper<Record<PropertyKey, never>>;
  PageInfo: ResolverTypeWrapper<PageInfo>;
  DateTime: ResolverTypeWrapper<Scalars['DateTime']['output']>;
  JSON: ResolverTypeWrapper<Scalars['JSON']['output']>;
  OnError: OnError;
  UserErrorCode: UserErrorCode;
  UserError: ResolverTypeWrapper<UserError>;
  WarningCode: WarningCode;
  SubmissionWarning: ResolverTypeWrapper<SubmissionWarning>;
  SubmissionReceipt: ResolverTypeWrapper<SubmissionReceiptModel>;
  AuditEntry: ResolverTypeWrapper<AuditEntryModel>;
  AuditConnection: ResolverTypeWrapper<AuditConnectionModel>;
  AuditEdge: ResolverTypeWrapper<Omit<AuditEdge, 'node'> & { node: ResolversTypes['AuditEntry'] }>;
  String: ResolverTypeWrapper<Scalars['String']['output']>;
  Boolean: ResolverTypeWrapper<Scalars['Boolean']['output']>;
};

/** Mapping between all available schema types and the resolvers parents */
export type ResolversParentTypes = {
  Date: Scalars['Date']['output'];
  URL: Scalars['URL']['output'];
  URN: Scalars['URN']['output'];
  UKPRN: Scalars['UKPRN']['output'];
  AcademicYear: Scalars['AcademicYear']['output'];
  EventReferences: Scalars['EventReferences']['output'];
  ChangeReferences: Scalars['ChangeReferences']['output'];
  SchoolOrder: SchoolOrder;
  FloatRange: FloatRange;
  Float: Scalars['Float']['output'];
  SchoolFilter: SchoolFilter;
  ID: Scalars['ID']['output'];
  School: SchoolModel;
  Int: Scalars['Int']['output'];
  AgeRange: AgeRangeModel;
  Address: AddressModel;
  Location: LocationModel;
  SchoolLink: SchoolLinkModel;
  LocalAuthority: LocalAuthorityModel;
  Trust: TrustModel;
  TrustMembership: TrustMembershipModel;
  Hub: HubModel;
  Membership: MembershipModel;
  Network: NetworkModel;
  NetworkPhase: NetworkPhase;
  NetworkRegion: NetworkRegion;
  CollaborationEvent: CollaborationEventModel;
  ReviewHostedEvent: ReviewHostedEventModel;
  ReviewVisitEvent: ReviewVisitEventModel;
  AccreditationEvent: AccreditationEventModel;
  EnrolmentEvent: EnrolmentEventModel;
  VisitEvent: VisitEventModel;
  PracticeSharedEvent: PracticeSharedEventModel;
  MembershipEvent: MembershipEventModel;
  CollaborationHistoryConnection: CollaborationHistoryConnectionModel;
  CollaborationHistoryEdge: Omit<CollaborationHistoryEdge, 'node'> & { node: ResolversParentTypes['CollaborationEvent'] };
  Collaborator: CollaboratorModel;
  CollaboratorWay: CollaboratorWay;
  CollaboratorConnection: CollaboratorConnectionModel;
  CollaboratorEdge: Omit<CollaboratorEdge, 'node'> & { node: ResolversParentTypes['Collaborator'] };
  SchoolConnection: SchoolConnectionModel;
  SchoolEdge: Omit<SchoolEdge, 'node'> & { node: ResolversParentTypes['School'] };
  TrustConnection: TrustConnectionModel;
  TrustEdge: Omit<TrustEdge, 'node'> & { node: ResolversParentTypes['Trust'] };
  HubConnection: HubConnectionModel;
  HubEdge: Omit<HubEdge, 'node'> & { node: ResolversParentTypes['Hub'] };
  ChangeFeed: ChangeFeedModel;
  Change: ChangeModel;
  Changed: ChangedModel;
  Review: ReviewModel;
  Enrolment: EnrolmentModel;
  Outcome: OutcomeModel;
  RollReport: RollReportModel;
  RollInput: RollInput;
  Mutation: Record<PropertyKey, never>;
  Query: Record<PropertyKey, never>;
  PageInfo: PageInfo;
  DateTime: Scalars['DateTime']['output'];
  JSON: Scalars['JSON']['output'];
  UserError: UserError;
  SubmissionWarning: SubmissionWarning;
  SubmissionReceipt: SubmissionReceiptModel;
  AuditEntry: AuditEntryModel;
  AuditConnection: AuditConnectionModel;
  AuditEdge: Omit<AuditEdge, 'node'> & { node: ResolversParentTypes['AuditEntry'] };
  String: Scalars['String']['output'];
  Boolean: Scalars['Boolean']['output'];
};

export type LinkDirectiveArgs = {
  url: Scalars['String']['input'];
  import?: Maybe<Array<Maybe<Scalars['String']['input']>>>;
};

export type LinkDirectiveResolver<Result, Parent, ContextType = Loaders, Args = LinkDirectiveArgs> = DirectiveResolverFn<Result, Parent, ContextType, Args>;

export type ShareableDirectiveArgs = { };

export type ShareableDirectiveResolver<Result, Parent, ContextType = Loaders, Args = ShareableDirectiveArgs> = DirectiveResolverFn<Result, Parent, ContextType, Args>;

export type InaccessibleDirectiveArgs = { };

export type InaccessibleDirectiveResolver<Result, Parent, ContextType = Loaders, Args = InaccessibleDirectiveArgs> = DirectiveResolverFn<Result, Parent, ContextType, Args>;

export interface DateScalarConfig extends GraphQLScalarTypeConfig<ResolversTypes['Date'], any> {
  name: 'Date';
}

export interface UrlScalarConfig extends GraphQLScalarTypeConfig<ResolversTypes['URL'], any> {
  name: 'URL';
}

export interface UrnScalarConfig extends GraphQLScalarTypeConfig<ResolversTypes['URN'], any> {
  name: 'URN';
}

export interface UkprnScalarConfig extends GraphQLScalarTypeConfig<ResolversTypes['UKPRN'], any> {
  name: 'UKPRN';
}

export interface AcademicYearScalarConfig extends GraphQLScalarTypeConfig<ResolversTypes['AcademicYear'], any> {
  name: 'AcademicYear';
}

export interface EventReferencesScalarConfig extends GraphQLScalarTypeConfig<ResolversTypes['EventReferences'], any> {
  name: 'EventReferences';
}

export interface ChangeReferencesScalarConfig extends GraphQLScalarTypeConfig<ResolversTypes['ChangeReferences'], any> {
  name: 'ChangeReferences';
}

export type SchoolResolvers<ContextType = Loaders, ParentType extends ResolversParentTypes['School'] = ResolversParentTypes['School'], FederationReferenceType extends FederationReferenceTypes['School'] = FederationReferenceTypes['School']> = {
  __resolveReference?: ReferenceResolver<Maybe<ResolversTypes['School']> | FederationReferenceType, FederationReferenceType, ContextType>;
  urn?: Resolver<ResolversTypes['URN'], ParentType, ContextType>;
  ukprn?: Resolver<Maybe<ResolversTypes['UKPRN']>, ParentType, ContextType>;
  laestab?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  name?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  updatedAt?: Resolver<ResolversTypes['DateTime'], ParentType, ContextType>;
  status?: Resolver<ResolversTypes['SchoolStatus'], ParentType, ContextType>;
  phase?: Resolver<ResolversTypes['Phase'], ParentType, ContextType>;
  type?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  typeGroup?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  gender?: Resolver<Maybe<ResolversTypes['Gender']>, ParentType, ContextType>;
  religiousCharacter?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  ages?: Resolver<Maybe<ResolversTypes['AgeRange']>, ParentType, ContextType>;
  capacity?: Resolver<Maybe<ResolversTypes['Int']>, ParentType, ContextType>;
  roll?: Resolver<Maybe<ResolversTypes['Int']>, ParentType, ContextType>;
  rollReports?: Resolver<Maybe<Array<ResolversTypes['RollReport']>>, ParentType, ContextType, RequireFields<SchoolRollReportsArgs, 'first'>>;
  fsmShare?: Resolver<Maybe<ResolversTypes['Float']>, ParentType, ContextType>;
  urbanRural?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  opened?: Resolver<Maybe<ResolversTypes['Date']>, ParentType, ContextType>;
  closed?: Resolver<Maybe<ResolversTypes['Date']>, ParentType, ContextType>;
  address?: Resolver<ResolversTypes['Address'], ParentType, ContextType>;
  location?: Resolver<Maybe<ResolversTypes['Location']>, ParentType, ContextType>;
  website?: Resolver<Maybe<ResolversTypes['URL']>, ParentType, ContextType>;
  localAuthority?: Resolver<Maybe<ResolversTypes['LocalAuthority']>, ParentType, ContextType>;
  region?: Resolver<Maybe<ResolversTypes['Region']>, ParentType, ContextType>;
  trust?: Resolver<Maybe<ResolversTypes['Trust']>, ParentType, ContextType>;
  trustHistory?: Resolver<Array<ResolversTypes['TrustMembership']>, ParentType, ContextType>;
  hub?: Resolver<Maybe<ResolversTypes['Hub']>, ParentType, ContextType>;
  member?: Resolver<Maybe<ResolversTypes['Boolean']>, ParentType, ContextType>;
  memberships?: Resolver<Maybe<Array<ResolversTypes['Membership']>>, ParentType, ContextType>;
  predecessors?: Resolver<Array<ResolversTypes['SchoolLink']>, ParentType, ContextType>;
  successors?: Resolver<Array<ResolversTypes['SchoolLink']>, ParentType, ContextType>;
  lineage?: Resolver<Array<ResolversTypes['URN']>, ParentType, ContextType>;
  historyUrns?: Resolver<Array<ResolversTypes['URN']>, ParentType, ContextType>;
  collaborationHistory?: Resolver<Maybe<ResolversTypes['CollaborationHistoryConnection']>, ParentType, ContextType, RequireFields<SchoolCollaborationHistoryArgs, 'includePredecessors'>>;
  collaborators?: Resolver<Maybe<ResolversTypes['CollaboratorConnection']>, ParentType, ContextType, Partial<SchoolCollaboratorsArgs>>;
  __isTypeOf?: IsTypeOfResolverFn<ParentType, ContextType>;
};

export type AgeRangeResolvers<ContextType = Loaders, ParentType extends ResolversParentTypes['AgeRange'] = ResolversParentTypes['AgeRange']> = {
  from?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  to?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
};

export type AddressResolvers<ContextType = Loaders, ParentType extends ResolversParentTypes['Address'] = ResolversParentTypes['Address']> = {
  street?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  locality?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  town?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  county?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  postcode?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
};

export type LocationResolvers<ContextType = Loaders, ParentType extends ResolversParentTypes['Location'] = ResolversParentTypes['Location']> = {
  easting?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  northing?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  latitude?: Resolver<ResolversTypes['Float'], ParentType, ContextType>;
  longitude?: Resolver<ResolversTypes['Float'], ParentType, ContextType>;
};

export type SchoolLinkResolvers<ContextType = Loaders, ParentType extends ResolversParentTypes['SchoolLink'] = ResolversParentTypes['SchoolLink']> = {
  urn?: Resolver<ResolversTypes['URN'], ParentType, ContextType>;
  name?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  kind?: Resolver<ResolversTypes['SchoolLinkKind'], ParentType, ContextType>;
  date?: Resolver<Maybe<ResolversTypes['Date']>, ParentType, ContextType>;
  school?: Resolver<Maybe<ResolversTypes['School']>, ParentType, ContextType>;
};

export type LocalAuthorityResolvers<ContextType = Loaders, ParentType extends ResolversParentTypes['LocalAuthority'] = ResolversParentTypes['LocalAuthority'], FederationReferenceType extends FederationReferenceTypes['LocalAuthority'] = FederationReferenceTypes['LocalAuthority']> = {
  __resolveReference?: ReferenceResolver<Maybe<ResolversTypes['LocalAuthority']> | FederationReferenceType, FederationReferenceType, ContextType>;
  code?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  name?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  region?: Resolver<Maybe<ResolversTypes['Region']>, ParentType, ContextType>;
  schools?: Resolver<ResolversTypes['SchoolConnection'], ParentType, ContextType, Partial<LocalAuthoritySchoolsArgs>>;
};

export type TrustResolvers<ContextType = Loaders, ParentType extends ResolversParentTypes['Trust'] = ResolversParentTypes['Trust'], FederationReferenceType extends FederationReferenceTypes['Trust'] = FederationReferenceTypes['Trust']> = {
  __resolveReference?: ReferenceResolver<Maybe<ResolversTypes['Trust']> | FederationReferenceType, FederationReferenceType, ContextType>;
  uid?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  groupId?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  name?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  updatedAt?: Resolver<ResolversTypes['DateTime'], ParentType, ContextType>;
  type?: Resolver<ResolversTypes['TrustType'], ParentType, ContextType>;
  open?: Resolver<ResolversTypes['Boolean'], ParentType, ContextType>;
  companiesHouseNumber?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  ukprn?: Resolver<Maybe<ResolversTypes['UKPRN']>, ParentType, ContextType>;
  opened?: Resolver<Maybe<ResolversTypes['Date']>, ParentType, ContextType>;
  closed?: Resolver<Maybe<ResolversTypes['Date']>, ParentType, ContextType>;
  address?: Resolver<ResolversTypes['Address'], ParentType, ContextType>;
  schoolCount?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  pupils?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  joinedNetwork?: Resolver<Maybe<ResolversTypes['Date']>, ParentType, ContextType>;
  schools?: Resolver<ResolversTypes['SchoolConnection'], ParentType, ContextType, Partial<TrustSchoolsArgs>>;
  historyUrns?: Resolver<Array<ResolversTypes['URN']>, ParentType, ContextType>;
  collaborationHistory?: Resolver<Maybe<ResolversTypes['CollaborationHistoryConnection']>, ParentType, ContextType, RequireFields<TrustCollaborationHistoryArgs, 'includePredecessors'>>;
  __isTypeOf?: IsTypeOfResolverFn<ParentType, ContextType>;
};

export type TrustMembershipResolvers<ContextType = Loaders, ParentType extends ResolversParentTypes['TrustMembership'] = ResolversParentTypes['TrustMembership']> = {
  trust?: Resolver<ResolversTypes['Trust'], ParentType, ContextType>;
  urn?: Resolver<ResolversTypes['URN'], ParentType, ContextType>;
  joined?: Resolver<Maybe<ResolversTypes['Date']>, ParentType, ContextType>;
  left?: Resolver<Maybe<ResolversTypes['Date']>, ParentType, ContextType>;
};

export type HubResolvers<ContextType = Loaders, ParentType extends ResolversParentTypes['Hub'] = ResolversParentTypes['Hub'], FederationReferenceType extends FederationReferenceTypes['Hub'] = FederationReferenceTypes['Hub']> = {
  __resolveReference?: ReferenceResolver<Maybe<ResolversTypes['Hub']> | FederationReferenceType, FederationReferenceType, ContextType>;
  id?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  name?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  kind?: Resolver<ResolversTypes['HubKind'], ParentType, ContextType>;
  region?: Resolver<Maybe<ResolversTypes['Region']>, ParentType, ContextType>;
  seniorPartner?: Resolver<Maybe<ResolversTypes['School']>, ParentType, ContextType>;
  hubManager?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  schoolCount?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  schools?: Resolver<ResolversTypes['SchoolConnection'], ParentType, ContextType, Partial<HubSchoolsArgs>>;
};

export type MembershipResolvers<ContextType = Loaders, ParentType extends ResolversParentTypes['Membership'] = ResolversParentTypes['Membership']> = {
  id?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  kind?: Resolver<ResolversTypes['MembershipKind'], ParentType, ContextType>;
  urn?: Resolver<ResolversTypes['URN'], ParentType, ContextType>;
  school?: Resolver<Maybe<ResolversTypes['School']>, ParentType, ContextType>;
  hub?: Resolver<Maybe<ResolversTypes['Hub']>, ParentType, ContextType>;
  joined?: Resolver<ResolversTypes['Date'], ParentType, ContextType>;
  academicYear?: Resolver<ResolversTypes['AcademicYear'], ParentType, ContextType>;
  left?: Resolver<Maybe<ResolversTypes['Date']>, ParentType, ContextType>;
  __isTypeOf?: IsTypeOfResolverFn<ParentType, ContextType>;
};

export type NetworkResolvers<ContextType = Loaders, ParentType extends ResolversParentTypes['Network'] = ResolversParentTypes['Network'], FederationReferenceType extends FederationReferenceTypes['Network'] = FederationReferenceTypes['Network']> = {
  __resolveReference?: ReferenceResolver<Maybe<ResolversTypes['Network']> | FederationReferenceType, FederationReferenceType, ContextType>;
  asOf?: Resolver<ResolversTypes['Date'], ParentType, ContextType>;
  schools?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  trusts?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  hubs?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  pupils?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  byPhase?: Resolver<Array<ResolversTypes['NetworkPhase']>, ParentType, ContextType>;
  byRegion?: Resolver<Array<ResolversTypes['NetworkRegion']>, ParentType, ContextType>;
  memberUrns?: Resolver<Array<ResolversTypes['URN']>, ParentType, ContextType>;
};

export type NetworkPhaseResolvers<ContextType = Loaders, ParentType extends ResolversParentTypes['NetworkPhase'] = ResolversParentTypes['NetworkPhase']> = {
  phase?: Resolver<ResolversTypes['Phase'], ParentType, ContextType>;
  schools?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  pupils?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
};

export type NetworkRegionResolvers<ContextType = Loaders, ParentType extends ResolversParentTypes['NetworkRegion'] = ResolversParentTypes['NetworkRegion']> = {
  region?: Resolver<Maybe<ResolversTypes['Region']>, ParentType, ContextType>;
  schools?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  pupils?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
};

export type CollaborationEventResolvers<ContextType = Loaders, ParentType extends ResolversParentTypes['CollaborationEvent'] = ResolversParentTypes['CollaborationEvent']> = {
  __resolveType?: TypeResolveFn<'ReviewHostedEvent' | 'ReviewVisitEvent' | 'AccreditationEvent' | 'EnrolmentEvent' | 'VisitEvent' | 'PracticeSharedEvent' | 'MembershipEvent', ParentType, ContextType>;
};

export type ReviewHostedEventResolvers<ContextType = Loaders, ParentType extends ResolversParentTypes['ReviewHostedEvent'] = ResolversParentTypes['ReviewHostedEvent']> = {
  id?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  kind?: Resolver<ResolversTypes['CollaborationEventKind'], ParentType, ContextType>;
  date?: Resolver<ResolversTypes['Date'], ParentType, ContextType>;
  academicYear?: Resolver<ResolversTypes['AcademicYear'], ParentType, ContextType>;
  urn?: Resolver<Maybe<ResolversTypes['URN']>, ParentType, ContextType>;
  school?: Resolver<Maybe<ResolversTypes['School']>, ParentType, ContextType>;
  __isTypeOf?: IsTypeOfResolverFn<ParentType, ContextType>;
};

export type ReviewVisitEventResolvers<ContextType = Loaders, ParentType extends ResolversParentTypes['ReviewVisitEvent'] = ResolversParentTypes['ReviewVisitEvent']> = {
  id?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  kind?: Resolver<ResolversTypes['CollaborationEventKind'], ParentType, ContextType>;
  date?: Resolver<ResolversTypes['Date'], ParentType, ContextType>;
  academicYear?: Resolver<ResolversTypes['AcademicYear'], ParentType, ContextType>;
  urn?: Resolver<Maybe<ResolversTypes['URN']>, ParentType, ContextType>;
  school?: Resolver<Maybe<ResolversTypes['School']>, ParentType, ContextType>;
  __isTypeOf?: IsTypeOfResolverFn<ParentType, ContextType>;
};

export type AccreditationEventResolvers<ContextType = Loaders, ParentType extends ResolversParentTypes['AccreditationEvent'] = ResolversParentTypes['AccreditationEvent']> = {
  id?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  kind?: Resolver<ResolversTypes['CollaborationEventKind'], ParentType, ContextType>;
  date?: Resolver<ResolversTypes['Date'], ParentType, ContextType>;
  academicYear?: Resolver<ResolversTypes['AcademicYear'], ParentType, ContextType>;
  urn?: Resolver<Maybe<ResolversTypes['URN']>, ParentType, ContextType>;
  school?: Resolver<Maybe<ResolversTypes['School']>, ParentType, ContextType>;
  __isTypeOf?: IsTypeOfResolverFn<ParentType, ContextType>;
};

export type EnrolmentEventResolvers<ContextType = Loaders, ParentType extends ResolversParentTypes['EnrolmentEvent'] = ResolversParentTypes['EnrolmentEvent']> = {
  id?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  kind?: Resolver<ResolversTypes['CollaborationEventKind'], ParentType, ContextType>;
  date?: Resolver<ResolversTypes['Date'], ParentType, ContextType>;
  academicYear?: Resolver<ResolversTypes['AcademicYear'], ParentType, ContextType>;
  urn?: Resolver<Maybe<ResolversTypes['URN']>, ParentType, ContextType>;
  school?: Resolver<Maybe<ResolversTypes['School']>, ParentType, ContextType>;
  __isTypeOf?: IsTypeOfResolverFn<ParentType, ContextType>;
};

export type VisitEventResolvers<ContextType = Loaders, ParentType extends ResolversParentTypes['VisitEvent'] = ResolversParentTypes['VisitEvent']> = {
  id?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  kind?: Resolver<ResolversTypes['CollaborationEventKind'], ParentType, ContextType>;
  date?: Resolver<ResolversTypes['Date'], ParentType, ContextType>;
  academicYear?: Resolver<ResolversTypes['AcademicYear'], ParentType, ContextType>;
  urn?: Resolver<Maybe<ResolversTypes['URN']>, ParentType, ContextType>;
  school?: Resolver<Maybe<ResolversTypes['School']>, ParentType, ContextType>;
  __isTypeOf?: IsTypeOfResolverFn<ParentType, ContextType>;
};

export type PracticeSharedEventResolvers<ContextType = Loaders, ParentType extends ResolversParentTypes['PracticeSharedEvent'] = ResolversParentTypes['PracticeSharedEvent']> = {
  id?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  kind?: Resolver<ResolversTypes['CollaborationEventKind'], ParentType, ContextType>;
  date?: Resolver<ResolversTypes['Date'], ParentType, ContextType>;
  academicYear?: Resolver<ResolversTypes['AcademicYear'], ParentType, ContextType>;
  urn?: Resolver<Maybe<ResolversTypes['URN']>, ParentType, ContextType>;
  school?: Resolver<Maybe<ResolversTypes['School']>, ParentType, ContextType>;
  __isTypeOf?: IsTypeOfResolverFn<ParentType, ContextType>;
};

export type MembershipEventResolvers<ContextType = Loaders, ParentType extends ResolversParentTypes['MembershipEvent'] = ResolversParentTypes['MembershipEvent']> = {
  id?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  kind?: Resolver<ResolversTypes['CollaborationEventKind'], ParentType, ContextType>;
  date?: Resolver<ResolversTypes['Date'], ParentType, ContextType>;
  academicYear?: Resolver<ResolversTypes['AcademicYear'], ParentType, ContextType>;
  urn?: Resolver<Maybe<ResolversTypes['URN']>, ParentType, ContextType>;
  school?: Resolver<Maybe<ResolversTypes['School']>, ParentType, ContextType>;
  membership?: Resolver<ResolversTypes['Membership'], ParentType, ContextType>;
  __isTypeOf?: IsTypeOfResolverFn<ParentType, ContextType>;
};

export type CollaborationHistoryConnectionResolvers<ContextType = Loaders, ParentType extends ResolversParentTypes['CollaborationHistoryConnection'] = ResolversParentTypes['CollaborationHistoryConnection']> = {
  edges?: Resolver<Array<ResolversTypes['CollaborationHistoryEdge']>, ParentType, ContextType>;
  nodes?: Resolver<Array<ResolversTypes['CollaborationEvent']>, ParentType, ContextType>;
  pageInfo?: Resolver<ResolversTypes['PageInfo'], ParentType, ContextType>;
  totalCount?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  missingSources?: Resolver<Array<ResolversTypes['String']>, ParentType, ContextType>;
};

export type CollaborationHistoryEdgeResolvers<ContextType = Loaders, ParentType extends ResolversParentTypes['CollaborationHistoryEdge'] = ResolversParentTypes['CollaborationHistoryEdge']> = {
  cursor?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  node?: Resolver<ResolversTypes['CollaborationEvent'], ParentType, ContextType>;
};

export type CollaboratorResolvers<ContextType = Loaders, ParentType extends ResolversParentTypes['Collaborator'] = ResolversParentTypes['Collaborator']> = {
  urn?: Resolver<ResolversTypes['URN'], ParentType, ContextType>;
  school?: Resolver<Maybe<ResolversTypes['School']>, ParentType, ContextType>;
  times?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  ways?: Resolver<Array<ResolversTypes['CollaboratorWay']>, ParentType, ContextType>;
  firstDate?: Resolver<ResolversTypes['Date'], ParentType, ContextType>;
  lastDate?: Resolver<ResolversTypes['Date'], ParentType, ContextType>;
};

export type CollaboratorWayResolvers<ContextType = Loaders, ParentType extends ResolversParentTypes['CollaboratorWay'] = ResolversParentTypes['CollaboratorWay']> = {
  way?: Resolver<ResolversTypes['CollaborationWay'], ParentType, ContextType>;
  times?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
};

export type CollaboratorConnectionResolvers<ContextType = Loaders, ParentType extends ResolversParentTypes['CollaboratorConnection'] = ResolversParentTypes['CollaboratorConnection']> = {
  edges?: Resolver<Array<ResolversTypes['CollaboratorEdge']>, ParentType, ContextType>;
  nodes?: Resolver<Array<ResolversTypes['Collaborator']>, ParentType, ContextType>;
  pageInfo?: Resolver<ResolversTypes['PageInfo'], ParentType, ContextType>;
  totalCount?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  missingSources?: Resolver<Array<ResolversTypes['String']>, ParentType, ContextType>;
};

export type CollaboratorEdgeResolvers<ContextType = Loaders, ParentType extends ResolversParentTypes['CollaboratorEdge'] = ResolversParentTypes['CollaboratorEdge']> = {
  cursor?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  node?: Resolver<ResolversTypes['Collaborator'], ParentType, ContextType>;
};

export type SchoolConnectionResolvers<ContextType = Loaders, ParentType extends ResolversParentTypes['SchoolConnection'] = ResolversParentTypes['SchoolConnection']> = {
  edges?: Resolver<Array<ResolversTypes['SchoolEdge']>, ParentType, ContextType>;
  nodes?: Resolver<Array<ResolversTypes['School']>, ParentType, ContextType>;
  pageInfo?: Resolver<ResolversTypes['PageInfo'], ParentType, ContextType>;
  totalCount?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
};

export type SchoolEdgeResolvers<ContextType = Loaders, ParentType extends ResolversParentTypes['SchoolEdge'] = ResolversParentTypes['SchoolEdge']> = {
  cursor?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  node?: Resolver<ResolversTypes['School'], ParentType, ContextType>;
};

export type TrustConnectionResolvers<ContextType = Loaders, ParentType extends ResolversParentTypes['TrustConnection'] = ResolversParentTypes['TrustConnection']> = {
  edges?: Resolver<Array<ResolversTypes['TrustEdge']>, ParentType, ContextType>;
  nodes?: Resolver<Array<ResolversTypes['Trust']>, ParentType, ContextType>;
  pageInfo?: Resolver<ResolversTypes['PageInfo'], ParentType, ContextType>;
  totalCount?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
};

export type TrustEdgeResolvers<ContextType = Loaders, ParentType extends ResolversParentTypes['TrustEdge'] = ResolversParentTypes['TrustEdge']> = {
  cursor?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  node?: Resolver<ResolversTypes['Trust'], ParentType, ContextType>;
};

export type HubConnectionResolvers<ContextType = Loaders, ParentType extends ResolversParentTypes['HubConnection'] = ResolversParentTypes['HubConnection']> = {
  edges?: Resolver<Array<ResolversTypes['HubEdge']>, ParentType, ContextType>;
  nodes?: Resolver<Array<ResolversTypes['Hub']>, ParentType, ContextType>;
  pageInfo?: Resolver<ResolversTypes['PageInfo'], ParentType, ContextType>;
  totalCount?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
};

export type HubEdgeResolvers<ContextType = Loaders, ParentType extends ResolversParentTypes['HubEdge'] = ResolversParentTypes['HubEdge']> = {
  cursor?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  node?: Resolver<ResolversTypes['Hub'], ParentType, ContextType>;
};

export type ChangeFeedResolvers<ContextType = Loaders, ParentType extends ResolversParentTypes['ChangeFeed'] = ResolversParentTypes['ChangeFeed'], FederationReferenceType extends FederationReferenceTypes['ChangeFeed'] = FederationReferenceTypes['ChangeFeed']> = {
  __resolveReference?: ReferenceResolver<Maybe<ResolversTypes['ChangeFeed']> | FederationReferenceType, FederationReferenceType, ContextType>;
  id?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  nodes?: Resolver<Array<ResolversTypes['Change']>, ParentType, ContextType>;
  endCursor?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  hasMore?: Resolver<ResolversTypes['Boolean'], ParentType, ContextType>;
  missingSources?: Resolver<Array<ResolversTypes['String']>, ParentType, ContextType>;
};

export type ChangeResolvers<ContextType = Loaders, ParentType extends ResolversParentTypes['Change'] = ResolversParentTypes['Change']> = {
  type?: Resolver<ResolversTypes['ChangeType'], ParentType, ContextType>;
  id?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  operation?: Resolver<ResolversTypes['ChangeOperation'], ParentType, ContextType>;
  node?: Resolver<Maybe<ResolversTypes['Changed']>, ParentType, ContextType>;
};

export type ChangedResolvers<ContextType = Loaders, ParentType extends ResolversParentTypes['Changed'] = ResolversParentTypes['Changed']> = {
  __resolveType?: TypeResolveFn<'School' | 'Trust' | 'Membership' | 'Review' | 'Enrolment' | 'Outcome', ParentType, ContextType>;
};

export type ReviewResolvers<ContextType = Loaders, ParentType extends ResolversParentTypes['Review'] = ResolversParentTypes['Review']> = {
  id?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  __isTypeOf?: IsTypeOfResolverFn<ParentType, ContextType>;
};

export type EnrolmentResolvers<ContextType = Loaders, ParentType extends ResolversParentTypes['Enrolment'] = ResolversParentTypes['Enrolment']> = {
  id?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  __isTypeOf?: IsTypeOfResolverFn<ParentType, ContextType>;
};

export type OutcomeResolvers<ContextType = Loaders, ParentType extends ResolversParentTypes['Outcome'] = ResolversParentTypes['Outcome']> = {
  id?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  __isTypeOf?: IsTypeOfResolverFn<ParentType, ContextType>;
};

export type RollReportResolvers<ContextType = Loaders, ParentType extends ResolversParentTypes['RollReport'] = ResolversParentTypes['RollReport']> = {
  urn?: Resolver<ResolversTypes['URN'], ParentType, ContextType>;
  date?: Resolver<ResolversTypes['Date'], ParentType, ContextType>;
  pupils?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  boys?: Resolver<Maybe<ResolversTypes['Int']>, ParentType, ContextType>;
  girls?: Resolver<Maybe<ResolversTypes['Int']>, ParentType, ContextType>;
  fsmEligible?: Resolver<Maybe<ResolversTypes['Int']>, ParentType, ContextType>;
  version?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
};

export type MutationResolvers<ContextType = Loaders, ParentType extends ResolversParentTypes['Mutation'] = ResolversParentTypes['Mutation']> = {
  updateRoll?: Resolver<Maybe<ResolversTypes['SubmissionReceipt']>, ParentType, ContextType, RequireFields<MutationUpdateRollArgs, 'rows' | 'idempotencyKey' | 'dryRun' | 'onError' | 'acceptWarnings'>>;
};

export type QueryResolvers<ContextType = Loaders, ParentType extends ResolversParentTypes['Query'] = ResolversParentTypes['Query']> = {
  school?: Resolver<Maybe<ResolversTypes['School']>, ParentType, ContextType, RequireFields<QuerySchoolArgs, 'urn'>>;
  schools?: Resolver<Maybe<ResolversTypes['SchoolConnection']>, ParentType, ContextType, Partial<QuerySchoolsArgs>>;
  trust?: Resolver<Maybe<ResolversTypes['Trust']>, ParentType, ContextType, RequireFields<QueryTrustArgs, 'uid'>>;
  trusts?: Resolver<Maybe<ResolversTypes['TrustConnection']>, ParentType, ContextType, Partial<QueryTrustsArgs>>;
  hub?: Resolver<Maybe<ResolversTypes['Hub']>, ParentType, ContextType, RequireFields<QueryHubArgs, 'id'>>;
  hubs?: Resolver<Maybe<ResolversTypes['HubConnection']>, ParentType, ContextType, Partial<QueryHubsArgs>>;
  localAuthority?: Resolver<Maybe<ResolversTypes['LocalAuthority']>, ParentType, ContextType, RequireFields<QueryLocalAuthorityArgs, 'code'>>;
  network?: Resolver<Maybe<ResolversTypes['Network']>, ParentType, ContextType, Partial<QueryNetworkArgs>>;
  changes?: Resolver<ResolversTypes['ChangeFeed'], ParentType, ContextType, RequireFields<QueryChangesArgs, 'first'>>;
  rollAudit?: Resolver<Maybe<ResolversTypes['AuditConnection']>, ParentType, ContextType, Partial<QueryRollAuditArgs>>;
};

export type PageInfoResolvers<ContextType = Loaders, ParentType extends ResolversParentTypes['PageInfo'] = ResolversParentTypes['PageInfo']> = {
  hasNextPage?: Resolver<ResolversTypes['Boolean'], ParentType, ContextType>;
  hasPreviousPage?: Resolver<ResolversTypes['Boolean'], ParentType, ContextType>;
  startCursor?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  endCursor?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
};

export interface DateTimeScalarConfig extends GraphQLScalarTypeConfig<ResolversTypes['DateTime'], any> {
  name: 'DateTime';
}

export interface JsonScalarConfig extends GraphQLScalarTypeConfig<ResolversTypes['JSON'], any> {
  name: 'JSON';
}

export type UserErrorResolvers<ContextType = Loaders, ParentType extends ResolversParentTypes['UserError'] = ResolversParentTypes['UserError']> = {
  index?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  path?: Resolver<Array<ResolversTypes['String']>, ParentType, ContextType>;
  code?: Resolver<ResolversTypes['UserErrorCode'], ParentType, ContextType>;
  message?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  value?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
};

export type SubmissionWarningResolvers<ContextType = Loaders, ParentType extends ResolversParentTypes['SubmissionWarning'] = ResolversParentTypes['SubmissionWarning']> = {
  index?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  path?: Resolver<Array<ResolversTypes['String']>, ParentType, ContextType>;
  code?: Resolver<ResolversTypes['WarningCode'], ParentType, ContextType>;
  message?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  value?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
};

export type SubmissionReceiptResolvers<ContextType = Loaders, ParentType extends ResolversParentTypes['SubmissionReceipt'] = ResolversParentTypes['SubmissionReceipt']> = {
  id?: Resolver<Maybe<ResolversTypes['ID']>, ParentType, ContextType>;
  operation?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  received?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  written?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  unchanged?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  rejected?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  dryRun?: Resolver<ResolversTypes['Boolean'], ParentType, ContextType>;
  replayed?: Resolver<ResolversTypes['Boolean'], ParentType, ContextType>;
  submittedAt?: Resolver<ResolversTypes['DateTime'], ParentType, ContextType>;
  userErrors?: Resolver<Array<ResolversTypes['UserError']>, ParentType, ContextType>;
  warnings?: Resolver<Array<ResolversTypes['SubmissionWarning']>, ParentType, ContextType>;
};

export type AuditEntryResolvers<ContextType = Loaders, ParentType extends ResolversParentTypes['AuditEntry'] = ResolversParentTypes['AuditEntry']> = {
  id?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  at?: Resolver<ResolversTypes['DateTime'], ParentType, ContextType>;
  client?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  trust?: Resolver<Maybe<ResolversTypes['ID']>, ParentType, ContextType>;
  from?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  operation?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  receiptId?: Resolver<Maybe<ResolversTypes['ID']>, ParentType, ContextType>;
  type?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  subject?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  urn?: Resolver<Maybe<ResolversTypes['URN']>, ParentType, ContextType>;
  before?: Resolver<Maybe<ResolversTypes['JSON']>, ParentType, ContextType>;
  after?: Resolver<Maybe<ResolversTypes['JSON']>, ParentType, ContextType>;
};

export type AuditConnectionResolvers<ContextType = Loaders, ParentType extends ResolversParentTypes['AuditConnection'] = ResolversParentTypes['AuditConnection']> = {
  edges?: Resolver<Array<ResolversTypes['AuditEdge']>, ParentType, ContextType>;
  nodes?: Resolver<Array<ResolversTypes['AuditEntry']>, ParentType, ContextType>;
  pageInfo?: Resolver<ResolversTypes['PageInfo'], ParentType, ContextType>;
  totalCount?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
};

export type AuditEdgeResolvers<ContextType = Loaders, ParentType extends ResolversParentTypes['AuditEdge'] = ResolversParentTypes['AuditEdge']> = {
  cursor?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  node?: Resolver<ResolversTypes['AuditEntry'], ParentType, ContextType>;
};

export type Resolvers<ContextType = Loaders> = {
  Date?: GraphQLScalarType;
  URL?: GraphQLScalarType;
  URN?: GraphQLScalarType;
  UKPRN?: GraphQLScalarType;
  AcademicYear?: GraphQLScalarType;
  EventReferences?: GraphQLScalarType;
  ChangeReferences?: GraphQLScalarType;
  School?: SchoolResolvers<ContextType>;
  AgeRange?: AgeRangeResolvers<ContextType>;
  Address?: AddressResolvers<ContextType>;
  Location?: LocationResolvers<ContextType>;
  SchoolLink?: SchoolLinkResolvers<ContextType>;
  LocalAuthority?: LocalAuthorityResolvers<ContextType>;
  Trust?: TrustResolvers<ContextType>;
  TrustMembership?: TrustMembershipResolvers<ContextType>;
  Hub?: HubResolvers<ContextType>;
  Membership?: MembershipResolvers<ContextType>;
  Network?: NetworkResolvers<ContextType>;
  NetworkPhase?: NetworkPhaseResolvers<ContextType>;
  NetworkRegion?: NetworkRegionResolvers<ContextType>;
  CollaborationEvent?: CollaborationEventResolvers<ContextType>;
  ReviewHostedEvent?: ReviewHostedEventResolvers<ContextType>;
  ReviewVisitEvent?: ReviewVisitEventResolvers<ContextType>;
  AccreditationEvent?: AccreditationEventResolvers<ContextType>;
  EnrolmentEvent?: EnrolmentEventResolvers<ContextType>;
  VisitEvent?: VisitEventResolvers<ContextType>;
  PracticeSharedEvent?: PracticeSharedEventResolvers<ContextType>;
  MembershipEvent?: MembershipEventResolvers<ContextType>;
  CollaborationHistoryConnection?: CollaborationHistoryConnectionResolvers<ContextType>;
  CollaborationHistoryEdge?: CollaborationHistoryEdgeResolvers<ContextType>;
  Collaborator?: CollaboratorResolvers<ContextType>;
  CollaboratorWay?: CollaboratorWayResolvers<ContextType>;
  CollaboratorConnection?: CollaboratorConnectionResolvers<ContextType>;
  CollaboratorEdge?: CollaboratorEdgeResolvers<ContextType>;
  SchoolConnection?: SchoolConnectionResolvers<ContextType>;
  SchoolEdge?: SchoolEdgeResolvers<ContextType>;
  TrustConnection?: TrustConnectionResolvers<ContextType>;
  TrustEdge?: TrustEdgeResolvers<ContextType>;
  HubConnection?: HubConnectionResolvers<ContextType>;
  HubEdge?: HubEdgeResolvers<ContextType>;
  ChangeFeed?: ChangeFeedResolvers<ContextType>;
  Change?: ChangeResolvers<ContextType>;
  Changed?: ChangedResolvers<ContextType>;
  Review?: ReviewResolvers<ContextType>;
  Enrolment?: EnrolmentResolvers<ContextType>;
  Outcome?: OutcomeResolvers<ContextType>;
  RollReport?: RollReportResolvers<ContextType>;
  Mutation?: MutationResolvers<ContextType>;
  Query?: QueryResolvers<ContextType>;
  PageInfo?: PageInfoResolvers<ContextType>;
  DateTime?: GraphQLScalarType;
  JSON?: GraphQLScalarType;
  UserError?: UserErrorResolvers<ContextType>;
  SubmissionWarning?: SubmissionWarningResolvers<ContextType>;
  SubmissionReceipt?: SubmissionReceiptResolvers<ContextType>;
  AuditEntry?: AuditEntryResolvers<ContextType>;
  AuditConnection?: AuditConnectionResolvers<ContextType>;
  AuditEdge?: AuditEdgeResolvers<ContextType>;
};

export type DirectiveResolvers<ContextType = Loaders> = {
  link?: LinkDirectiveResolver<any, any, ContextType>;
  shareable?: ShareableDirectiveResolver<any, any, ContextType>;
  inaccessible?: InaccessibleDirectiveResolver<any, any, ContextType>;
};
