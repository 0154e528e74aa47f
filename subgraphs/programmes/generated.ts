// Generated from schema/programmes.graphql by `npm run codegen`.
// oxlint-disable
import type { GraphQLResolveInfo, GraphQLScalarType, GraphQLScalarTypeConfig } from 'graphql';
import type { AuditEntry as AuditEntryModel, AuditPage as AuditConnectionModel, Receipt as SubmissionReceiptModel, Programme as ProgrammeModel, Cohort as CohortModel, Session as SessionModel, Enrolment as EnrolmentModel, Visit as VisitModel, PracticeShared as PracticeSharedModel, School as SchoolModel, Trust as TrustModel, ProgrammePage as ProgrammeConnectionModel, CohortPage as CohortConnectionModel, EnrolmentPage as EnrolmentConnectionModel, VisitPage as VisitConnectionModel, PracticeSharedPage as PracticeSharedConnectionModel, EventOf as EnrolmentEventModel, EventOf as VisitEventModel, EventOf as PracticeSharedEventModel, ChangeFeed as ChangeFeedModel } from './models.ts';
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

/** How people met. */
export type Mode =
  /** In the school. */
  | 'ON_SITE'
  /** Online. */
  | 'REMOTE'
  /** Partly in the school, partly online. */
  | 'HYBRID';

/** What a programme is for. */
export type ProgrammeKind =
  /** Schools that stand out visiting each other. */
  | 'PEER_VISITS'
  /** Leaders spending days in a host school. */
  | 'RESIDENCY'
  /** Development of leaders and teachers. */
  | 'LEADERSHIP_DEVELOPMENT'
  /** Better outcomes for disadvantaged pupils. */
  | 'DISADVANTAGE'
  /** Teaching and learning, for example of pupils with English as an additional language. */
  | 'TEACHING'
  /** Conferences and residentials. */
  | 'CONFERENCE'
  /** Improvement in one place, for example an opportunity area. */
  | 'PLACE_BASED';

/** Part that a school plays in a cohort. */
export type EnrolmentRole =
  /** Takes part. */
  | 'PARTICIPANT'
  /** Is where it takes place. */
  | 'HOST'
  /** Leads it. */
  | 'FACILITATOR';

/** How far an enrolment has come. */
export type EnrolmentStatus =
  /** Applied for. */
  | 'APPLIED'
  /** Accepted, the cohort runs or will run. */
  | 'ENROLLED'
  /** Completed. */
  | 'COMPLETED'
  /** Withdrawn before the end. */
  | 'WITHDRAWN';

/** Whether leaders stay or come for a day. */
export type VisitKind =
  /** Several days of working beside the host's leaders. */
  | 'RESIDENCY'
  /** A visit, usually of a day. */
  | 'VISIT';

/** Which side of a visit a school was on. */
export type VisitRole =
  /** It was the host. */
  | 'HOST'
  /** It was the visitor. */
  | 'VISITOR';

/** Where a practice was shared. */
export type PracticeChannel =
  /** The School Support Directory: who can help with what. */
  | 'SCHOOL_SUPPORT_DIRECTORY'
  /** The Leading Practice Directory: what others can learn from. */
  | 'LEADING_PRACTICE_DIRECTORY'
  /** A conference or residential. */
  | 'CONFERENCE'
  /** An open day in the school. */
  | 'OPEN_DAY'
  /** Online, live or written. */
  | 'ONLINE';

/** A programme of the charity. Source: the charity's records. */
export type Programme = {
  /** Identifier, for example `GTT`. */
  code: Scalars['ID']['output'];
  /** Name, for example `Growing the Top`. */
  name: Scalars['String']['output'];
  /** What it is for. */
  kind: ProgrammeKind;
  /** What happens in it and for whom; null if not recorded. */
  description?: Maybe<Scalars['String']['output']>;
  /** Its cohorts, latest first. */
  cohorts: CohortConnection;
};


/** A programme of the charity. Source: the charity's records. */
export type ProgrammeCohortsArgs = {
  academicYear?: InputMaybe<Array<Scalars['AcademicYear']['input']>>;
  first?: InputMaybe<Scalars['Int']['input']>;
  after?: InputMaybe<Scalars['String']['input']>;
  last?: InputMaybe<Scalars['Int']['input']>;
  before?: InputMaybe<Scalars['String']['input']>;
};

/** One run of a programme in an academic year. Source: the charity's records. */
export type Cohort = {
  /** Identifier in the charity's records. */
  id: Scalars['ID']['output'];
  /** The programme. */
  programme: Programme;
  /** Name, for example `Growing the Top 2018/19, North`. */
  name: Scalars['String']['output'];
  /** The academic year in which it runs. */
  academicYear: Scalars['AcademicYear']['output'];
  /** First day. */
  startsOn: Scalars['Date']['output'];
  /** Last day; null if not fixed. */
  endsOn?: Maybe<Scalars['Date']['output']>;
  /** The place it is for, for place-based work; null otherwise. */
  place?: Maybe<Scalars['String']['output']>;
  /** Its sessions, in the order of their dates. */
  sessions: Array<Session>;
  /** Schools in it, in the order of enrolment. */
  enrolments: EnrolmentConnection;
};


/** One run of a programme in an academic year. Source: the charity's records. */
export type CohortEnrolmentsArgs = {
  role?: InputMaybe<Array<EnrolmentRole>>;
  status?: InputMaybe<Array<EnrolmentStatus>>;
  updatedSince?: InputMaybe<Scalars['DateTime']['input']>;
  first?: InputMaybe<Scalars['Int']['input']>;
  after?: InputMaybe<Scalars['String']['input']>;
  last?: InputMaybe<Scalars['Int']['input']>;
  before?: InputMaybe<Scalars['String']['input']>;
};

/** A day or half-day of a cohort. Source: the charity's records. */
export type Session = {
  /** Identifier in the charity's records. */
  id: Scalars['ID']['output'];
  /** Title. */
  title: Scalars['String']['output'];
  /** Day. */
  date: Scalars['Date']['output'];
  /** How people meet. */
  mode: Mode;
  /** URN of the school where it takes place; null if it is in none. */
  hostUrn?: Maybe<Scalars['URN']['output']>;
  /** The school where it takes place; null if it is in none. */
  host?: Maybe<School>;
};

/** That a school takes part in a cohort. Source: the charity's records. */
export type Enrolment = {
  /** Identifier in the charity's records. */
  id: Scalars['ID']['output'];
  /** The cohort. */
  cohort: Cohort;
  /** The programme. */
  programme: Programme;
  /** URN of the school. */
  urn: Scalars['URN']['output'];
  /** The school. */
  school?: Maybe<School>;
  /** Part it plays. */
  role: EnrolmentRole;
  /** How far it has come. */
  status: EnrolmentStatus;
  /** Number of staff who take part; null if not recorded. */
  staff?: Maybe<Scalars['Int']['output']>;
  /** Day of enrolment. */
  enrolledOn: Scalars['Date']['output'];
  /** Academic year of the cohort. */
  academicYear: Scalars['AcademicYear']['output'];
  /** Day of completion; null if it was not completed. */
  completedOn?: Maybe<Scalars['Date']['output']>;
  /** Changes whenever the enrolment does; for `expectedVersion`. */
  version: Scalars['String']['output'];
  /** When it was changed last, or written for the first time. */
  updatedAt: Scalars['DateTime']['output'];
};

/** A residency or visit of leaders of one school in another. Source: the charity's records. */
export type Visit = {
  /** Identifier in the charity's records. */
  id: Scalars['ID']['output'];
  /** Residency or visit. */
  kind: VisitKind;
  /** The cohort it was part of; null if it was part of none. */
  cohort?: Maybe<Cohort>;
  /** URN of the host school. */
  hostUrn: Scalars['URN']['output'];
  /** The host school. */
  hostSchool?: Maybe<School>;
  /** URN of the visiting school. */
  visitingUrn: Scalars['URN']['output'];
  /** The visiting school. */
  visitingSchool?: Maybe<School>;
  /** First day. */
  date: Scalars['Date']['output'];
  /** Academic year of that day. */
  academicYear: Scalars['AcademicYear']['output'];
  /** Number of days. */
  days: Scalars['Int']['output'];
  /** How people met. */
  mode: Mode;
  /** What the visitors came to learn; null if not recorded. */
  focus?: Maybe<Scalars['String']['output']>;
};

/** That a school shared a practice with others. Source: the charity's records. */
export type PracticeShared = {
  /** Identifier in the charity's records. */
  id: Scalars['ID']['output'];
  /** URN of the school that shared. */
  urn: Scalars['URN']['output'];
  /** The school that shared. */
  school?: Maybe<School>;
  /** Title of the practice. */
  title: Scalars['String']['output'];
  /** Theme, for example `Early reading`. */
  theme: Scalars['String']['output'];
  /** Where it was shared. */
  channel: PracticeChannel;
  /** Day on which it was shared. */
  sharedOn: Scalars['Date']['output'];
  /** Academic year of that day. */
  academicYear: Scalars['AcademicYear']['output'];
  /** URN of the school it was shared with; null where it was for all. */
  recipientUrn?: Maybe<Scalars['URN']['output']>;
  /** The school it was shared with; null where it was for all. */
  recipient?: Maybe<School>;
  /** Where to read about it; null if nowhere. */
  url?: Maybe<Scalars['URL']['output']>;
};

/** A page of programmes. */
export type ProgrammeConnection = {
  /** The programmes of this page with their cursors. */
  edges: Array<ProgrammeEdge>;
  /** The programmes of this page. */
  nodes: Array<Programme>;
  /** Where this page lies. */
  pageInfo: PageInfo;
  /** Number of programmes in the whole list. */
  totalCount: Scalars['Int']['output'];
};

/** One item of a list of programmes and its cursor. */
export type ProgrammeEdge = {
  /** Marks this place in the list. */
  cursor: Scalars['String']['output'];
  /** The item itself. */
  node: Programme;
};

/** A page of cohorts. */
export type CohortConnection = {
  /** The cohorts of this page with their cursors. */
  edges: Array<CohortEdge>;
  /** The cohorts of this page. */
  nodes: Array<Cohort>;
  /** Where this page lies. */
  pageInfo: PageInfo;
  /** Number of cohorts in the whole list. */
  totalCount: Scalars['Int']['output'];
};

/** One item of a list of cohorts and its cursor. */
export type CohortEdge = {
  /** Marks this place in the list. */
  cursor: Scalars['String']['output'];
  /** The item itself. */
  node: Cohort;
};

/** A page of enrolments. */
export type EnrolmentConnection = {
  /** The enrolments of this page with their cursors. */
  edges: Array<EnrolmentEdge>;
  /** The enrolments of this page. */
  nodes: Array<Enrolment>;
  /** Where this page lies. */
  pageInfo: PageInfo;
  /** Number of enrolments in the whole list. */
  totalCount: Scalars['Int']['output'];
};

/** One item of a list of enrolments and its cursor. */
export type EnrolmentEdge = {
  /** Marks this place in the list. */
  cursor: Scalars['String']['output'];
  /** The item itself. */
  node: Enrolment;
};

/** A page of visits. */
export type VisitConnection = {
  /** The visits of this page with their cursors. */
  edges: Array<VisitEdge>;
  /** The visits of this page. */
  nodes: Array<Visit>;
  /** Where this page lies. */
  pageInfo: PageInfo;
  /** Number of visits in the whole list. */
  totalCount: Scalars['Int']['output'];
};

/** One item of a list of visits and its cursor. */
export type VisitEdge = {
  /** Marks this place in the list. */
  cursor: Scalars['String']['output'];
  /** The item itself. */
  node: Visit;
};

/** A page of practices shared. */
export type PracticeSharedConnection = {
  /** The practices shared of this page with their cursors. */
  edges: Array<PracticeSharedEdge>;
  /** The practices shared of this page. */
  nodes: Array<PracticeShared>;
  /** Where this page lies. */
  pageInfo: PageInfo;
  /** Number of practices shared in the whole list. */
  totalCount: Scalars['Int']['output'];
};

/** One item of a list of practices shared and its cursor. */
export type PracticeSharedEdge = {
  /** Marks this place in the list. */
  cursor: Scalars['String']['output'];
  /** The item itself. */
  node: PracticeShared;
};

export type School = {
  /** Unique Reference Number. Source: GIAS. */
  urn: Scalars['URN']['output'];
  /** URNs under which this school's past is recorded: its own first, then those of its predecessors. */
  historyUrns: Array<Scalars['URN']['output']>;
  /** Cohorts it took or takes part in, newest first. */
  enrolments?: Maybe<EnrolmentConnection>;
  /** Residencies and visits in which it was host or visitor, newest first. */
  visits?: Maybe<VisitConnection>;
  /** Practice it shared, newest first. */
  practiceShared?: Maybe<PracticeSharedConnection>;
  /** References to its events in this subgraph. */
  programmeEvents?: Maybe<Scalars['EventReferences']['output']>;
  /** Schools it met in programmes: a list of `[urn, way, date]`. */
  programmePartners?: Maybe<Scalars['EventReferences']['output']>;
};


export type SchoolEnrolmentsArgs = {
  programme?: InputMaybe<Array<Scalars['ID']['input']>>;
  status?: InputMaybe<Array<EnrolmentStatus>>;
  academicYear?: InputMaybe<Array<Scalars['AcademicYear']['input']>>;
  updatedSince?: InputMaybe<Scalars['DateTime']['input']>;
  includePredecessors?: Scalars['Boolean']['input'];
  first?: InputMaybe<Scalars['Int']['input']>;
  after?: InputMaybe<Scalars['String']['input']>;
  last?: InputMaybe<Scalars['Int']['input']>;
  before?: InputMaybe<Scalars['String']['input']>;
};


export type SchoolVisitsArgs = {
  role?: InputMaybe<VisitRole>;
  includePredecessors?: Scalars['Boolean']['input'];
  first?: InputMaybe<Scalars['Int']['input']>;
  after?: InputMaybe<Scalars['String']['input']>;
  last?: InputMaybe<Scalars['Int']['input']>;
  before?: InputMaybe<Scalars['String']['input']>;
};


export type SchoolPracticeSharedArgs = {
  includePredecessors?: Scalars['Boolean']['input'];
  first?: InputMaybe<Scalars['Int']['input']>;
  after?: InputMaybe<Scalars['String']['input']>;
  last?: InputMaybe<Scalars['Int']['input']>;
  before?: InputMaybe<Scalars['String']['input']>;
};

export type Trust = {
  /** GIAS group UID, for example `2046`. */
  uid: Scalars['ID']['output'];
  /** URNs of the schools it runs today and of their predecessors. */
  historyUrns: Array<Scalars['URN']['output']>;
  /** Enrolments of the schools it runs today, newest first. */
  enrolments?: Maybe<EnrolmentConnection>;
  /** References to events of the schools it runs today in this subgraph. */
  programmeEvents?: Maybe<Scalars['EventReferences']['output']>;
};


export type TrustEnrolmentsArgs = {
  programme?: InputMaybe<Array<Scalars['ID']['input']>>;
  status?: InputMaybe<Array<EnrolmentStatus>>;
  academicYear?: InputMaybe<Array<Scalars['AcademicYear']['input']>>;
  updatedSince?: InputMaybe<Scalars['DateTime']['input']>;
  first?: InputMaybe<Scalars['Int']['input']>;
  after?: InputMaybe<Scalars['String']['input']>;
  last?: InputMaybe<Scalars['Int']['input']>;
  before?: InputMaybe<Scalars['String']['input']>;
};

export type EnrolmentEvent = {
  /** Stable identifier of the event. */
  id: Scalars['ID']['output'];
  /** The enrolment; null while programmes cannot be asked. */
  enrolment?: Maybe<Enrolment>;
};

export type VisitEvent = {
  /** Stable identifier of the event: the visit and the side. */
  id: Scalars['ID']['output'];
  /** Which side the school was on; null while programmes cannot be asked. */
  role?: Maybe<VisitRole>;
  /** The visit; null while programmes cannot be asked. */
  visit?: Maybe<Visit>;
};

export type PracticeSharedEvent = {
  /** Stable identifier of the event. */
  id: Scalars['ID']['output'];
  /** The practice; null while programmes cannot be asked. */
  practice?: Maybe<PracticeShared>;
};

/** A page of the feed of changes. */
export type ChangeFeed = {
  /** What the page was asked with. */
  id: Scalars['ID']['output'];
  /** What changed here. */
  programmeChanges?: Maybe<Scalars['ChangeReferences']['output']>;
};

/** The place of one of the caller's schools in a cohort. */
export type EnrolmentInput = {
  /** Identifier of the cohort, for example `GTT-2018-1`. */
  cohort: Scalars['ID']['input'];
  /** URN of the school, for example `900123`. */
  urn: Scalars['String']['input'];
  /** Part it plays. A school has one enrolment in a cohort for each part. */
  role?: EnrolmentRole;
  /** How far it has come. It goes from APPLIED to ENROLLED to COMPLETED or WITHDRAWN, and not back. */
  status?: EnrolmentStatus;
  /** Number of staff who take part. */
  staff?: InputMaybe<Scalars['Int']['input']>;
  /** Day of enrolment, `YYYY-MM-DD`. */
  enrolledOn: Scalars['String']['input'];
  /** Day of completion, `YYYY-MM-DD`; with status COMPLETED only. */
  completedOn?: InputMaybe<Scalars['String']['input']>;
  /** `Enrolment.version` as it was read; `0` if there must be none yet. Left out: whatever is there is replaced. */
  expectedVersion?: InputMaybe<Scalars['String']['input']>;
};

export type Mutation = {
  /** Records in which cohorts the caller's own schools take part. */
  recordEnrolments?: Maybe<SubmissionReceipt>;
};


export type MutationRecordEnrolmentsArgs = {
  rows: Array<EnrolmentInput>;
  idempotencyKey: Scalars['String']['input'];
  dryRun?: Scalars['Boolean']['input'];
  onError?: OnError;
};

export type Query = {
  /** A programme by its code; null if there is none. */
  programme?: Maybe<Programme>;
  /** Programmes, by name. */
  programmes?: Maybe<ProgrammeConnection>;
  /** A cohort by its identifier; null if there is none. */
  cohort?: Maybe<Cohort>;
  /** An enrolment by its identifier; null if there is none. */
  enrolment?: Maybe<Enrolment>;
  /** Who changed what here through this API, newest first: for staff all of it, for a trust what is about its schools or came from it. */
  enrolmentAudit?: Maybe<AuditConnection>;
};


export type QueryProgrammeArgs = {
  code: Scalars['ID']['input'];
};


export type QueryProgrammesArgs = {
  kind?: InputMaybe<Array<ProgrammeKind>>;
  first?: InputMaybe<Scalars['Int']['input']>;
  after?: InputMaybe<Scalars['String']['input']>;
  last?: InputMaybe<Scalars['Int']['input']>;
  before?: InputMaybe<Scalars['String']['input']>;
};


export type QueryCohortArgs = {
  id: Scalars['ID']['input'];
};


export type QueryEnrolmentArgs = {
  id: Scalars['ID']['input'];
};


export type QueryEnrolmentAuditArgs = {
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
  Programme: Programme;
  Cohort: Cohort;
  Session: Session;
  Enrolment: Enrolment;
  Visit: Visit;
  PracticeShared: PracticeShared;
  School: School;
  Trust: Trust;
  EnrolmentEvent: EnrolmentEvent;
  VisitEvent: VisitEvent;
  PracticeSharedEvent: PracticeSharedEvent;
  ChangeFeed: ChangeFeed;
};

/** Mapping of federation reference types */
export type FederationReferenceTypes = {
  Programme:
    ( { __typename: 'Programme' }
    & GraphQLRecursivePick<FederationTypes['Programme'], {"code":true}> );
  Cohort:
    ( { __typename: 'Cohort' }
    & GraphQLRecursivePick<FederationTypes['Cohort'], {"id":true}> );
  Session:
    ( { __typename: 'Session' }
    & GraphQLRecursivePick<FederationTypes['Session'], {"id":true}> );
  Enrolment:
    ( { __typename: 'Enrolment' }
    & GraphQLRecursivePick<FederationTypes['Enrolment'], {"id":true}> );
  Visit:
    ( { __typename: 'Visit' }
    & GraphQLRecursivePick<FederationTypes['Visit'], {"id":true}> );
  PracticeShared:
    ( { __typename: 'PracticeShared' }
    & GraphQLRecursivePick<FederationTypes['PracticeShared'], {"id":true}> );
  School:
    ( { __typename: 'School' }
    & GraphQLRecursivePick<FederationTypes['School'], {"urn":true}>
    & ( Record<PropertyKey, never>
        | GraphQLRecursivePick<FederationTypes['School'], {"historyUrns":true}>
        | GraphQLRecursivePick<FederationTypes['School'], {"historyUrns":true}>
        | GraphQLRecursivePick<FederationTypes['School'], {"historyUrns":true}>
        | GraphQLRecursivePick<FederationTypes['School'], {"historyUrns":true}>
        | GraphQLRecursivePick<FederationTypes['School'], {"historyUrns":true}>
        | GraphQLRecursivePick<FederationTypes['School'], {"historyUrns":true}>
        | GraphQLRecursivePick<FederationTypes['School'], {"historyUrns":true}>
        | GraphQLRecursivePick<FederationTypes['School'], {"historyUrns":true}>
        | GraphQLRecursivePick<FederationTypes['School'], {"historyUrns":true}>
        | GraphQLRecursivePick<FederationTypes['School'], {"historyUrns":true}>
        | GraphQLRecursivePick<FederationTypes['School'], {"historyUrns":true}>
        | GraphQLRecursivePick<FederationTypes['School'], {"historyUrns":true}>
        | GraphQLRecursivePick<FederationTypes['School'], {"historyUrns":true}>
        | GraphQLRecursivePick<FederationTypes['School'], {"historyUrns":true}>
        | GraphQLRecursivePick<FederationTypes['School'], {"historyUrns":true}>
        | GraphQLRecursivePick<FederationTypes['School'], {"historyUrns":true}>
        | GraphQLRecursivePick<FederationTypes['School'], {"historyUrns":true}>
        | GraphQLRecursivePick<FederationTypes['School'], {"historyUrns":true}>
        | GraphQLRecursivePick<FederationTypes['School'], {"historyUrns":true}>
        | GraphQLRecursivePick<FederationTypes['School'], {"historyUrns":true}>
        | GraphQLRecursivePick<FederationTypes['School'], {"historyUrns":true}>
        | GraphQLRecursivePick<FederationTypes['School'], {"historyUrns":true}>
        | GraphQLRecursivePick<FederationTypes['School'], {"historyUrns":true}>
        | GraphQLRecursivePick<FederationTypes['School'], {"historyUrns":true}>
        | GraphQLRecursivePick<FederationTypes['School'], {"historyUrns":true}> ) );
  Trust:
    ( { __typename: 'Trust' }
    & GraphQLRecursivePick<FederationTypes['Trust'], {"uid":true}>
    & ( Record<PropertyKey, never>
        | GraphQLRecursivePick<FederationTypes['Trust'], {"historyUrns":true}>
        | GraphQLRecursivePick<FederationTypes['Trust'], {"historyUrns":true}>
        | GraphQLRecursivePick<FederationTypes['Trust'], {"historyUrns":true}> ) );
  EnrolmentEvent:
    ( { __typename: 'EnrolmentEvent' }
    & GraphQLRecursivePick<FederationTypes['EnrolmentEvent'], {"id":true}> );
  VisitEvent:
    ( { __typename: 'VisitEvent' }
    & GraphQLRecursivePick<FederationTypes['VisitEvent'], {"id":true}> );
  PracticeSharedEvent:
    ( { __typename: 'PracticeSharedEvent' }
    & GraphQLRecursivePick<FederationTypes['PracticeSharedEvent'], {"id":true}> );
  ChangeFeed:
    ( { __typename: 'ChangeFeed' }
    & GraphQLRecursivePick<FederationTypes['ChangeFeed'], {"id":true}> );
};



/** Mapping between all available schema types and the resolvers types */
export type ResolversTypes = {
  Date: ResolverTypeWrapper<Scalars['Date']['output']>;
  URL: ResolverTypeWrapper<Scalars['URL']['output']>;
  URN: ResolverTypeWrapper<Scalars['URN']['output']>;
  AcademicYear: ResolverTypeWrapper<Scalars['AcademicYear']['output']>;
  EventReferences: ResolverTypeWrapper<Scalars['EventReferences']['output']>;
  ChangeReferences: ResolverTypeWrapper<Scalars['ChangeReferences']['output']>;
  Mode: Mode;
  ProgrammeKind: ProgrammeKind;
  EnrolmentRole: EnrolmentRole;
  EnrolmentStatus: EnrolmentStatus;
  VisitKind: VisitKind;
  VisitRole: VisitRole;
  PracticeChannel: PracticeChannel;
  Programme: ResolverTypeWrapper<ProgrammeModel>;
  ID: ResolverTypeWrapper<Scalars['ID']['output']>;
  Int: ResolverTypeWrapper<Scalars['Int']['output']>;
  Cohort: ResolverTypeWrapper<CohortModel>;
  Session: ResolverTypeWrapper<SessionModel>;
  Enrolment: ResolverTypeWrapper<EnrolmentModel>;
  Visit: ResolverTypeWrapper<VisitModel>;
  PracticeShared: ResolverTypeWrapper<PracticeSharedModel>;
  ProgrammeConnection: ResolverTypeWrapper<ProgrammeConnectionModel>;
  ProgrammeEdge: ResolverTypeWrapper<Omit<ProgrammeEdge, 'node'> & { node: ResolversTypes['Programme'] }>;
  CohortConnection: ResolverTypeWrapper<CohortConnectionModel>;
  CohortEdge: ResolverTypeWrapper<Omit<CohortEdge, 'node'> & { node: ResolversTypes['Cohort'] }>;
  EnrolmentConnection: ResolverTypeWrapper<EnrolmentConnectionModel>;
  EnrolmentEdge: ResolverTypeWrapper<Omit<EnrolmentEdge, 'node'> & { node: ResolversTypes['Enrolment'] }>;
  VisitConnection: ResolverTypeWrapper<VisitConnectionModel>;
  VisitEdge: ResolverTypeWrapper<Omit<VisitEdge, 'node'> & { node: ResolversTypes['Visit'] }>;
  PracticeSharedConnection: ResolverTypeWrapper<PracticeSharedConnectionModel>;
  PracticeSharedEdge: ResolverTypeWrapper<Omit<PracticeSharedEdge, 'node'> & { node: ResolversTypes['PracticeShared'] }>;
  School: ResolverTypeWrapper<SchoolModel>;
  Trust: ResolverTypeWrapper<TrustModel>;
  EnrolmentEvent: ResolverTypeWrapper<EnrolmentEventModel>;
  VisitEvent: ResolverTypeWrapper<VisitEventModel>;
  PracticeSharedEvent: ResolverTypeWrapper<PracticeSharedEventModel>;
  ChangeFeed: ResolverTypeWrapper<ChangeFeedModel>;
  EnrolmentInput: EnrolmentInput;
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
  AcademicYear: Scalars['AcademicYear']['output'];
  EventReferences: Scalars['EventReferences']['output'];
  ChangeReferences: Scalars['ChangeReferences']['output'];
  Programme: ProgrammeModel;
  ID: Scalars['ID']['output'];
  Int: Scalars['Int']['output'];
  Cohort: CohortModel;
  Session: SessionModel;
  Enrolment: EnrolmentModel;
  Visit: VisitModel;
  PracticeShared: PracticeSharedModel;
  ProgrammeConnection: ProgrammeConnectionModel;
  ProgrammeEdge: Omit<ProgrammeEdge, 'node'> & { node: ResolversParentTypes['Programme'] };
  CohortConnection: CohortConnectionModel;
  CohortEdge: Omit<CohortEdge, 'node'> & { node: ResolversParentTypes['Cohort'] };
  EnrolmentConnection: EnrolmentConnectionModel;
  EnrolmentEdge: Omit<EnrolmentEdge, 'node'> & { node: ResolversParentTypes['Enrolment'] };
  VisitConnection: VisitConnectionModel;
  VisitEdge: Omit<VisitEdge, 'node'> & { node: ResolversParentTypes['Visit'] };
  PracticeSharedConnection: PracticeSharedConnectionModel;
  PracticeSharedEdge: Omit<PracticeSharedEdge, 'node'> & { node: ResolversParentTypes['PracticeShared'] };
  School: SchoolModel;
  Trust: TrustModel;
  EnrolmentEvent: EnrolmentEventModel;
  VisitEvent: VisitEventModel;
  PracticeSharedEvent: PracticeSharedEventModel;
  ChangeFeed: ChangeFeedModel;
  EnrolmentInput: EnrolmentInput;
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

export interface AcademicYearScalarConfig extends GraphQLScalarTypeConfig<ResolversTypes['AcademicYear'], any> {
  name: 'AcademicYear';
}

export interface EventReferencesScalarConfig extends GraphQLScalarTypeConfig<ResolversTypes['EventReferences'], any> {
  name: 'EventReferences';
}

export interface ChangeReferencesScalarConfig extends GraphQLScalarTypeConfig<ResolversTypes['ChangeReferences'], any> {
  name: 'ChangeReferences';
}

export type ProgrammeResolvers<ContextType = Loaders, ParentType extends ResolversParentTypes['Programme'] = ResolversParentTypes['Programme'], FederationReferenceType extends FederationReferenceTypes['Programme'] = FederationReferenceTypes['Programme']> = {
  __resolveReference?: ReferenceResolver<Maybe<ResolversTypes['Programme']> | FederationReferenceType, FederationReferenceType, ContextType>;
  code?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  name?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  kind?: Resolver<ResolversTypes['ProgrammeKind'], ParentType, ContextType>;
  description?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  cohorts?: Resolver<ResolversTypes['CohortConnection'], ParentType, ContextType, Partial<ProgrammeCohortsArgs>>;
};

export type CohortResolvers<ContextType = Loaders, ParentType extends ResolversParentTypes['Cohort'] = ResolversParentTypes['Cohort'], FederationReferenceType extends FederationReferenceTypes['Cohort'] = FederationReferenceTypes['Cohort']> = {
  __resolveReference?: ReferenceResolver<Maybe<ResolversTypes['Cohort']> | FederationReferenceType, FederationReferenceType, ContextType>;
  id?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  programme?: Resolver<ResolversTypes['Programme'], ParentType, ContextType>;
  name?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  academicYear?: Resolver<ResolversTypes['AcademicYear'], ParentType, ContextType>;
  startsOn?: Resolver<ResolversTypes['Date'], ParentType, ContextType>;
  endsOn?: Resolver<Maybe<ResolversTypes['Date']>, ParentType, ContextType>;
  place?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  sessions?: Resolver<Array<ResolversTypes['Session']>, ParentType, ContextType>;
  enrolments?: Resolver<ResolversTypes['EnrolmentConnection'], ParentType, ContextType, Partial<CohortEnrolmentsArgs>>;
};

export type SessionResolvers<ContextType = Loaders, ParentType extends ResolversParentTypes['Session'] = ResolversParentTypes['Session'], FederationReferenceType extends FederationReferenceTypes['Session'] = FederationReferenceTypes['Session']> = {
  __resolveReference?: ReferenceResolver<Maybe<ResolversTypes['Session']> | FederationReferenceType, FederationReferenceType, ContextType>;
  id?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  title?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  date?: Resolver<ResolversTypes['Date'], ParentType, ContextType>;
  mode?: Resolver<ResolversTypes['Mode'], ParentType, ContextType>;
  hostUrn?: Resolver<Maybe<ResolversTypes['URN']>, ParentType, ContextType>;
  host?: Resolver<Maybe<ResolversTypes['School']>, ParentType, ContextType>;
};

export type EnrolmentResolvers<ContextType = Loaders, ParentType extends ResolversParentTypes['Enrolment'] = ResolversParentTypes['Enrolment'], FederationReferenceType extends FederationReferenceTypes['Enrolment'] = FederationReferenceTypes['Enrolment']> = {
  __resolveReference?: ReferenceResolver<Maybe<ResolversTypes['Enrolment']> | FederationReferenceType, FederationReferenceType, ContextType>;
  id?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  cohort?: Resolver<ResolversTypes['Cohort'], ParentType, ContextType>;
  programme?: Resolver<ResolversTypes['Programme'], ParentType, ContextType>;
  urn?: Resolver<ResolversTypes['URN'], ParentType, ContextType>;
  school?: Resolver<Maybe<ResolversTypes['School']>, ParentType, ContextType>;
  role?: Resolver<ResolversTypes['EnrolmentRole'], ParentType, ContextType>;
  status?: Resolver<ResolversTypes['EnrolmentStatus'], ParentType, ContextType>;
  staff?: Resolver<Maybe<ResolversTypes['Int']>, ParentType, ContextType>;
  enrolledOn?: Resolver<ResolversTypes['Date'], ParentType, ContextType>;
  academicYear?: Resolver<ResolversTypes['AcademicYear'], ParentType, ContextType>;
  completedOn?: Resolver<Maybe<ResolversTypes['Date']>, ParentType, ContextType>;
  version?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  updatedAt?: Resolver<ResolversTypes['DateTime'], ParentType, ContextType>;
};

export type VisitResolvers<ContextType = Loaders, ParentType extends ResolversParentTypes['Visit'] = ResolversParentTypes['Visit'], FederationReferenceType extends FederationReferenceTypes['Visit'] = FederationReferenceTypes['Visit']> = {
  __resolveReference?: ReferenceResolver<Maybe<ResolversTypes['Visit']> | FederationReferenceType, FederationReferenceType, ContextType>;
  id?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  kind?: Resolver<ResolversTypes['VisitKind'], ParentType, ContextType>;
  cohort?: Resolver<Maybe<ResolversTypes['Cohort']>, ParentType, ContextType>;
  hostUrn?: Resolver<ResolversTypes['URN'], ParentType, ContextType>;
  hostSchool?: Resolver<Maybe<ResolversTypes['School']>, ParentType, ContextType>;
  visitingUrn?: Resolver<ResolversTypes['URN'], ParentType, ContextType>;
  visitingSchool?: Resolver<Maybe<ResolversTypes['School']>, ParentType, ContextType>;
  date?: Resolver<ResolversTypes['Date'], ParentType, ContextType>;
  academicYear?: Resolver<ResolversTypes['AcademicYear'], ParentType, ContextType>;
  days?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  mode?: Resolver<ResolversTypes['Mode'], ParentType, ContextType>;
  focus?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
};

export type PracticeSharedResolvers<ContextType = Loaders, ParentType extends ResolversParentTypes['PracticeShared'] = ResolversParentTypes['PracticeShared'], FederationReferenceType extends FederationReferenceTypes['PracticeShared'] = FederationReferenceTypes['PracticeShared']> = {
  __resolveReference?: ReferenceResolver<Maybe<ResolversTypes['PracticeShared']> | FederationReferenceType, FederationReferenceType, ContextType>;
  id?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  urn?: Resolver<ResolversTypes['URN'], ParentType, ContextType>;
  school?: Resolver<Maybe<ResolversTypes['School']>, ParentType, ContextType>;
  title?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  theme?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  channel?: Resolver<ResolversTypes['PracticeChannel'], ParentType, ContextType>;
  sharedOn?: Resolver<ResolversTypes['Date'], ParentType, ContextType>;
  academicYear?: Resolver<ResolversTypes['AcademicYear'], ParentType, ContextType>;
  recipientUrn?: Resolver<Maybe<ResolversTypes['URN']>, ParentType, ContextType>;
  recipient?: Resolver<Maybe<ResolversTypes['School']>, ParentType, ContextType>;
  url?: Resolver<Maybe<ResolversTypes['URL']>, ParentType, ContextType>;
};

export type ProgrammeConnectionResolvers<ContextType = Loaders, ParentType extends ResolversParentTypes['ProgrammeConnection'] = ResolversParentTypes['ProgrammeConnection']> = {
  edges?: Resolver<Array<ResolversTypes['ProgrammeEdge']>, ParentType, ContextType>;
  nodes?: Resolver<Array<ResolversTypes['Programme']>, ParentType, ContextType>;
  pageInfo?: Resolver<ResolversTypes['PageInfo'], ParentType, ContextType>;
  totalCount?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
};

export type ProgrammeEdgeResolvers<ContextType = Loaders, ParentType extends ResolversParentTypes['ProgrammeEdge'] = ResolversParentTypes['ProgrammeEdge']> = {
  cursor?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  node?: Resolver<ResolversTypes['Programme'], ParentType, ContextType>;
};

export type CohortConnectionResolvers<ContextType = Loaders, ParentType extends ResolversParentTypes['CohortConnection'] = ResolversParentTypes['CohortConnection']> = {
  edges?: Resolver<Array<ResolversTypes['CohortEdge']>, ParentType, ContextType>;
  nodes?: Resolver<Array<ResolversTypes['Cohort']>, ParentType, ContextType>;
  pageInfo?: Resolver<ResolversTypes['PageInfo'], ParentType, ContextType>;
  totalCount?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
};

export type CohortEdgeResolvers<ContextType = Loaders, ParentType extends ResolversParentTypes['CohortEdge'] = ResolversParentTypes['CohortEdge']> = {
  cursor?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  node?: Resolver<ResolversTypes['Cohort'], ParentType, ContextType>;
};

export type EnrolmentConnectionResolvers<ContextType = Loaders, ParentType extends ResolversParentTypes['EnrolmentConnection'] = ResolversParentTypes['EnrolmentConnection']> = {
  edges?: Resolver<Array<ResolversTypes['EnrolmentEdge']>, ParentType, ContextType>;
  nodes?: Resolver<Array<ResolversTypes['Enrolment']>, ParentType, ContextType>;
  pageInfo?: Resolver<ResolversTypes['PageInfo'], ParentType, ContextType>;
  totalCount?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
};

export type EnrolmentEdgeResolvers<ContextType = Loaders, ParentType extends ResolversParentTypes['EnrolmentEdge'] = ResolversParentTypes['EnrolmentEdge']> = {
  cursor?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  node?: Resolver<ResolversTypes['Enrolment'], ParentType, ContextType>;
};

export type VisitConnectionResolvers<ContextType = Loaders, ParentType extends ResolversParentTypes['VisitConnection'] = ResolversParentTypes['VisitConnection']> = {
  edges?: Resolver<Array<ResolversTypes['VisitEdge']>, ParentType, ContextType>;
  nodes?: Resolver<Array<ResolversTypes['Visit']>, ParentType, ContextType>;
  pageInfo?: Resolver<ResolversTypes['PageInfo'], ParentType, ContextType>;
  totalCount?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
};

export type VisitEdgeResolvers<ContextType = Loaders, ParentType extends ResolversParentTypes['VisitEdge'] = ResolversParentTypes['VisitEdge']> = {
  cursor?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  node?: Resolver<ResolversTypes['Visit'], ParentType, ContextType>;
};

export type PracticeSharedConnectionResolvers<ContextType = Loaders, ParentType extends ResolversParentTypes['PracticeSharedConnection'] = ResolversParentTypes['PracticeSharedConnection']> = {
  edges?: Resolver<Array<ResolversTypes['PracticeSharedEdge']>, ParentType, ContextType>;
  nodes?: Resolver<Array<ResolversTypes['PracticeShared']>, ParentType, ContextType>;
  pageInfo?: Resolver<ResolversTypes['PageInfo'], ParentType, ContextType>;
  totalCount?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
};

export type PracticeSharedEdgeResolvers<ContextType = Loaders, ParentType extends ResolversParentTypes['PracticeSharedEdge'] = ResolversParentTypes['PracticeSharedEdge']> = {
  cursor?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  node?: Resolver<ResolversTypes['PracticeShared'], ParentType, ContextType>;
};

export type SchoolResolvers<ContextType = Loaders, ParentType extends ResolversParentTypes['School'] = ResolversParentTypes['School'], FederationReferenceType extends FederationReferenceTypes['School'] = FederationReferenceTypes['School']> = {
  __resolveReference?: ReferenceResolver<Maybe<ResolversTypes['School']> | FederationReferenceType, FederationReferenceType, ContextType>;
  urn?: Resolver<ResolversTypes['URN'], ParentType, ContextType>;
  enrolments?: Resolver<Maybe<ResolversTypes['EnrolmentConnection']>, ParentType, ContextType, RequireFields<SchoolEnrolmentsArgs, 'includePredecessors'>>;
  visits?: Resolver<Maybe<ResolversTypes['VisitConnection']>, ParentType, ContextType, RequireFields<SchoolVisitsArgs, 'includePredecessors'>>;
  practiceShared?: Resolver<Maybe<ResolversTypes['PracticeSharedConnection']>, ParentType, ContextType, RequireFields<SchoolPracticeSharedArgs, 'includePredecessors'>>;
  programmeEvents?: Resolver<Maybe<ResolversTypes['EventReferences']>, ParentType, ContextType>;
  programmePartners?: Resolver<Maybe<ResolversTypes['EventReferences']>, ParentType, ContextType>;
};

export type TrustResolvers<ContextType = Loaders, ParentType extends ResolversParentTypes['Trust'] = ResolversParentTypes['Trust'], FederationReferenceType extends FederationReferenceTypes['Trust'] = FederationReferenceTypes['Trust']> = {
  __resolveReference?: ReferenceResolver<Maybe<ResolversTypes['Trust']> | FederationReferenceType, FederationReferenceType, ContextType>;
  uid?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  enrolments?: Resolver<Maybe<ResolversTypes['EnrolmentConnection']>, ParentType, ContextType, Partial<TrustEnrolmentsArgs>>;
  programmeEvents?: Resolver<Maybe<ResolversTypes['EventReferences']>, ParentType, ContextType>;
};

export type EnrolmentEventResolvers<ContextType = Loaders, ParentType extends ResolversParentTypes['EnrolmentEvent'] = ResolversParentTypes['EnrolmentEvent'], FederationReferenceType extends FederationReferenceTypes['EnrolmentEvent'] = FederationReferenceTypes['EnrolmentEvent']> = {
  __resolveReference?: ReferenceResolver<Maybe<ResolversTypes['EnrolmentEvent']> | FederationReferenceType, FederationReferenceType, ContextType>;
  id?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  enrolment?: Resolver<Maybe<ResolversTypes['Enrolment']>, ParentType, ContextType>;
};

export type VisitEventResolvers<ContextType = Loaders, ParentType extends ResolversParentTypes['VisitEvent'] = ResolversParentTypes['VisitEvent'], FederationReferenceType extends FederationReferenceTypes['VisitEvent'] = FederationReferenceTypes['VisitEvent']> = {
  __resolveReference?: ReferenceResolver<Maybe<ResolversTypes['VisitEvent']> | FederationReferenceType, FederationReferenceType, ContextType>;
  id?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  role?: Resolver<Maybe<ResolversTypes['VisitRole']>, ParentType, ContextType>;
  visit?: Resolver<Maybe<ResolversTypes['Visit']>, ParentType, ContextType>;
};

export type PracticeSharedEventResolvers<ContextType = Loaders, ParentType extends ResolversParentTypes['PracticeSharedEvent'] = ResolversParentTypes['PracticeSharedEvent'], FederationReferenceType extends FederationReferenceTypes['PracticeSharedEvent'] = FederationReferenceTypes['PracticeSharedEvent']> = {
  __resolveReference?: ReferenceResolver<Maybe<ResolversTypes['PracticeSharedEvent']> | FederationReferenceType, FederationReferenceType, ContextType>;
  id?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  practice?: Resolver<Maybe<ResolversTypes['PracticeShared']>, ParentType, ContextType>;
};

export type ChangeFeedResolvers<ContextType = Loaders, ParentType extends ResolversParentTypes['ChangeFeed'] = ResolversParentTypes['ChangeFeed'], FederationReferenceType extends FederationReferenceTypes['ChangeFeed'] = FederationReferenceTypes['ChangeFeed']> = {
  __resolveReference?: ReferenceResolver<Maybe<ResolversTypes['ChangeFeed']> | FederationReferenceType, FederationReferenceType, ContextType>;
  id?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  programmeChanges?: Resolver<Maybe<ResolversTypes['ChangeReferences']>, ParentType, ContextType>;
};

export type MutationResolvers<ContextType = Loaders, ParentType extends ResolversParentTypes['Mutation'] = ResolversParentTypes['Mutation']> = {
  recordEnrolments?: Resolver<Maybe<ResolversTypes['SubmissionReceipt']>, ParentType, ContextType, RequireFields<MutationRecordEnrolmentsArgs, 'rows' | 'idempotencyKey' | 'dryRun' | 'onError'>>;
};

export type QueryResolvers<ContextType = Loaders, ParentType extends ResolversParentTypes['Query'] = ResolversParentTypes['Query']> = {
  programme?: Resolver<Maybe<ResolversTypes['Programme']>, ParentType, ContextType, RequireFields<QueryProgrammeArgs, 'code'>>;
  programmes?: Resolver<Maybe<ResolversTypes['ProgrammeConnection']>, ParentType, ContextType, Partial<QueryProgrammesArgs>>;
  cohort?: Resolver<Maybe<ResolversTypes['Cohort']>, ParentType, ContextType, RequireFields<QueryCohortArgs, 'id'>>;
  enrolment?: Resolver<Maybe<ResolversTypes['Enrolment']>, ParentType, ContextType, RequireFields<QueryEnrolmentArgs, 'id'>>;
  enrolmentAudit?: Resolver<Maybe<ResolversTypes['AuditConnection']>, ParentType, ContextType, Partial<QueryEnrolmentAuditArgs>>;
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
  AcademicYear?: GraphQLScalarType;
  EventReferences?: GraphQLScalarType;
  ChangeReferences?: GraphQLScalarType;
  Programme?: ProgrammeResolvers<ContextType>;
  Cohort?: CohortResolvers<ContextType>;
  Session?: SessionResolvers<ContextType>;
  Enrolment?: EnrolmentResolvers<ContextType>;
  Visit?: VisitResolvers<ContextType>;
  PracticeShared?: PracticeSharedResolvers<ContextType>;
  ProgrammeConnection?: ProgrammeConnectionResolvers<ContextType>;
  ProgrammeEdge?: ProgrammeEdgeResolvers<ContextType>;
  CohortConnection?: CohortConnectionResolvers<ContextType>;
  CohortEdge?: CohortEdgeResolvers<ContextType>;
  EnrolmentConnection?: EnrolmentConnectionResolvers<ContextType>;
  EnrolmentEdge?: EnrolmentEdgeResolvers<ContextType>;
  VisitConnection?: VisitConnectionResolvers<ContextType>;
  VisitEdge?: VisitEdgeResolvers<ContextType>;
  PracticeSharedConnection?: PracticeSharedConnectionResolvers<ContextType>;
  PracticeSharedEdge?: PracticeSharedEdgeResolvers<ContextType>;
  School?: SchoolResolvers<ContextType>;
  Trust?: TrustResolvers<ContextType>;
  EnrolmentEvent?: EnrolmentEventResolvers<ContextType>;
  VisitEvent?: VisitEventResolvers<ContextType>;
  PracticeSharedEvent?: PracticeSharedEventResolvers<ContextType>;
  ChangeFeed?: ChangeFeedResolvers<ContextType>;
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
