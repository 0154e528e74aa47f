// Generated from schema/programmes.graphql by `npm run codegen`.
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
