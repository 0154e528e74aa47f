// Generated from schema/schools.graphql by `npm run codegen`.
// oxlint-disable
export type Maybe<T> = T | null | undefined;
export type InputMaybe<T> = T | null | undefined;
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
