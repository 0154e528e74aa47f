// Generated from schema/reviews.graphql by `npm run codegen`.
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

/** What kind of review. */
export type ReviewKind =
  /** Quality Assurance Review of a school: three days, two when remote. */
  | 'QA_REVIEW'
  /** Trust Peer Review: three days in a trust, without estimates. */
  | 'TRUST_PEER_REVIEW'
  /** Review of the provision for special educational needs and disabilities. */
  | 'SEND_REVIEW'
  /** Quality Assurance Review led by middle leaders. */
  | 'MIDDLE_LEADERSHIP_REVIEW';

/** How people met. */
export type Mode =
  /** In the school. */
  | 'ON_SITE'
  /** Online. */
  | 'REMOTE'
  /** Partly in the school, partly online. */
  | 'HYBRID';

/** A peer estimate. It only has a meaning within its framework. */
export type Estimate =
  /** Since 2019: practice that others should learn from. */
  | 'LEADING'
  /** Since 2019: effective practice. */
  | 'EFFECTIVE'
  /** Since 2019: on the way to effective practice. */
  | 'WORKING_TOWARDS_EFFECTIVE'
  /** Since 2019: practice that is not effective. */
  | 'INEFFECTIVE'
  /** Before 2019: outstanding. */
  | 'OUTSTANDING'
  /** Before 2019: good. */
  | 'GOOD'
  /** Before 2019: requires improvement. */
  | 'REQUIRES_IMPROVEMENT'
  /** Before 2019: inadequate. */
  | 'INADEQUATE';

/** What a finding says. */
export type FindingKind =
  /** Something that went well (WWW). */
  | 'WHAT_WENT_WELL'
  /** Something that could be better still (EBI). */
  | 'EVEN_BETTER_IF'
  /** Trust Peer Review: a strength. */
  | 'STRENGTH'
  /** Trust Peer Review: an area for development. */
  | 'AREA_FOR_DEVELOPMENT'
  /** Trust Peer Review: a next step. */
  | 'NEXT_STEP';

/** Part that someone plays in a review team. */
export type ReviewRole =
  /** Leads the review and writes the report with the school. */
  | 'LEAD_REVIEWER'
  /** A senior leader of another partner school. */
  | 'REVIEWER';

/** Whether a practice was accredited. */
export type AccreditationStatus =
  /** Put forward by the school, not evaluated yet. */
  | 'PUT_FORWARD'
  /** Evaluated and accredited. */
  | 'ACCREDITED'
  /** Evaluated and not accredited. */
  | 'NOT_ACCREDITED';

/** Which headings a review had and which estimates it could give. */
export type Framework = {
  /** Identifier, for example `QAR_2019`. */
  code: Scalars['ID']['output'];
  /** Name. */
  name: Scalars['String']['output'];
  /** First day it was used. */
  from: Scalars['Date']['output'];
  /** Last day it was used; null while it is in use. */
  to?: Maybe<Scalars['Date']['output']>;
  /** Its headings, in the order of the report. */
  headings: Array<FrameworkHeading>;
  /** Estimates it can give, the best first; empty where it gives none. */
  estimates: Array<Estimate>;
};

/** A heading of a framework. */
export type FrameworkHeading = {
  /** Identifier within the framework, for example `LEADERSHIP`. */
  code: Scalars['ID']['output'];
  /** Title as printed in the report. */
  title: Scalars['String']['output'];
};

/** A peer review. Source: the charity's records. */
export type Review = {
  /** Identifier in the charity's records, for example `QAR-2018-0042`. */
  id: Scalars['ID']['output'];
  /** What kind of review. */
  kind: ReviewKind;
  /** The framework it followed. */
  framework: Framework;
  /** URN of the host school; null for a review of a trust. */
  urn?: Maybe<Scalars['URN']['output']>;
  /** The school that was reviewed; null for a review of a trust, or while the register cannot be asked. */
  hostSchool?: Maybe<School>;
  /** The trust that was reviewed; null for a review of a school. */
  hostTrust?: Maybe<Trust>;
  /** First day. */
  startDate: Scalars['Date']['output'];
  /** Last day. */
  endDate: Scalars['Date']['output'];
  /** Academic year of the first day. */
  academicYear: Scalars['AcademicYear']['output'];
  /** How people met. */
  mode: Mode;
  /** Phase of the host at the time; null if not recorded or for a trust. */
  phase?: Maybe<Phase>;
  /** The Lead Reviewer; null if not recorded. */
  lead?: Maybe<Reviewer>;
  /** Everybody in the team, the Lead Reviewer first. */
  team: Array<Reviewer>;
  /** The report, heading by heading, with findings and estimates. Seen by the host's trust and the charity's staff, and by everyone in the network once the host has shared it; null for others. */
  headings?: Maybe<Array<ReviewHeading>>;
  /** Whether the host has shared the report with the network. */
  reportShared: Scalars['Boolean']['output'];
  /** Changes whenever the review does; for `expectedVersion`. */
  version: Scalars['String']['output'];
  /** When it was changed last, or written for the first time. */
  updatedAt: Scalars['DateTime']['output'];
  /** Practice the host put forward and had accredited; for the host's trust and the charity's staff also what was not, or not yet. */
  areasOfExcellence: Array<AreaOfExcellence>;
};

/** A member of a review team. */
export type Reviewer = {
  /** Name, for the host's trust and the charity's staff; null for others, who see the school, and if not recorded. */
  name?: Maybe<Scalars['String']['output']>;
  /** Part in the team. */
  role: ReviewRole;
  /** URN of the school they came from; null for someone who came from none. */
  urn?: Maybe<Scalars['URN']['output']>;
  /** The school they came from; null for someone who came from none. */
  school?: Maybe<School>;
};

/** A heading of a report with what was found. */
export type ReviewHeading = {
  /** Identifier within the framework, for example `LEADERSHIP`. */
  code: Scalars['ID']['output'];
  /** Title as printed in the report. */
  title: Scalars['String']['output'];
  /** Peer estimate; null where the framework gives none or none was agreed. */
  estimate?: Maybe<Estimate>;
  /** Findings, in the order of the report. */
  findings: Array<Finding>;
};


/** A heading of a report with what was found. */
export type ReviewHeadingFindingsArgs = {
  kinds?: InputMaybe<Array<FindingKind>>;
};

/** One finding of a review. */
export type Finding = {
  /** What it says. */
  kind: FindingKind;
  /** In the words of the report. */
  text: Scalars['String']['output'];
};

/** That someone from a school took part in a review elsewhere. */
export type ReviewVisit = {
  /** Stable identifier. */
  id: Scalars['ID']['output'];
  /** Name of the reviewer, for the host's trust and the charity's staff; null for others, and if not recorded. */
  name?: Maybe<Scalars['String']['output']>;
  /** Part in the team. */
  role: ReviewRole;
  /** URN of the school they came from. */
  urn: Scalars['URN']['output'];
  /** The school they came from. */
  school?: Maybe<School>;
  /** First day of the review. */
  date: Scalars['Date']['output'];
  /** Academic year of that day. */
  academicYear: Scalars['AcademicYear']['output'];
  /** The review they took part in. */
  review: Review;
};

/** A practice that a host school put forward and a review evaluated; accredited ones are what others come to learn from. */
export type AreaOfExcellence = {
  /** Identifier in the charity's records. */
  id: Scalars['ID']['output'];
  /** Title. */
  title: Scalars['String']['output'];
  /** Theme, for example `Early reading`. */
  theme: Scalars['String']['output'];
  /** What it is about, in the school's words; null if not recorded. */
  description?: Maybe<Scalars['String']['output']>;
  /** URN of the school. */
  urn: Scalars['URN']['output'];
  /** The school. */
  school?: Maybe<School>;
  /** Phase of the school at the time; null if not recorded. */
  phase?: Maybe<Phase>;
  /** The review that evaluated it. */
  review: Review;
  /** Whether it was accredited. */
  status: AccreditationStatus;
  /** Day of accreditation; null if it was not accredited. */
  accreditedOn?: Maybe<Scalars['Date']['output']>;
  /** Last day on which the accreditation is valid; null if it was not accredited. */
  validUntil?: Maybe<Scalars['Date']['output']>;
  /** Whether it is accredited and valid today. */
  valid: Scalars['Boolean']['output'];
};

/** A page of reviews. */
export type ReviewConnection = {
  /** The reviews of this page with their cursors. */
  edges: Array<ReviewEdge>;
  /** The reviews of this page. */
  nodes: Array<Review>;
  /** Where this page lies. */
  pageInfo: PageInfo;
  /** Number of reviews in the whole list. */
  totalCount: Scalars['Int']['output'];
};

/** A review in a list and its cursor. */
export type ReviewEdge = {
  /** Marks this place in the list. */
  cursor: Scalars['String']['output'];
  /** The review. */
  node: Review;
};

/** A page of visits to reviews. */
export type ReviewVisitConnection = {
  /** The visits of this page with their cursors. */
  edges: Array<ReviewVisitEdge>;
  /** The visits of this page. */
  nodes: Array<ReviewVisit>;
  /** Where this page lies. */
  pageInfo: PageInfo;
  /** Number of visits in the whole list. */
  totalCount: Scalars['Int']['output'];
};

/** A visit to a review in a list and its cursor. */
export type ReviewVisitEdge = {
  /** Marks this place in the list. */
  cursor: Scalars['String']['output'];
  /** The visit. */
  node: ReviewVisit;
};

/** A page of areas of excellence. */
export type AreaOfExcellenceConnection = {
  /** The areas of this page with their cursors. */
  edges: Array<AreaOfExcellenceEdge>;
  /** The areas of this page. */
  nodes: Array<AreaOfExcellence>;
  /** Where this page lies. */
  pageInfo: PageInfo;
  /** Number of areas in the whole list. */
  totalCount: Scalars['Int']['output'];
};

/** An area of excellence in a list and its cursor. */
export type AreaOfExcellenceEdge = {
  /** Marks this place in the list. */
  cursor: Scalars['String']['output'];
  /** The area. */
  node: AreaOfExcellence;
};

/** Which reviews to list; conditions that are given must all hold. */
export type ReviewFilter = {
  /** Any of these kinds. */
  kind?: InputMaybe<Array<ReviewKind>>;
  /** Any of these frameworks, by code. */
  framework?: InputMaybe<Array<Scalars['ID']['input']>>;
  /** Any of these modes. */
  mode?: InputMaybe<Array<Mode>>;
  /** Any of these phases of the host. */
  phase?: InputMaybe<Array<Phase>>;
  /** Any of these academic years. */
  academicYear?: InputMaybe<Array<Scalars['AcademicYear']['input']>>;
  /** Only reviews that began on or after this day. */
  from?: InputMaybe<Scalars['Date']['input']>;
  /** Only reviews that began on or before this day. */
  to?: InputMaybe<Scalars['Date']['input']>;
  /** Only reviews that were changed at or after this moment, their reports included. */
  updatedSince?: InputMaybe<Scalars['DateTime']['input']>;
};

export type School = {
  /** Unique Reference Number. Source: GIAS. */
  urn: Scalars['URN']['output'];
  /** URNs under which this school's past is recorded: its own first, then those of its predecessors. */
  historyUrns: Array<Scalars['URN']['output']>;
  /** Reviews it hosted, newest first. */
  reviews?: Maybe<ReviewConnection>;
  /** Reviews elsewhere in which its staff took part, newest first. */
  reviewVisits?: Maybe<ReviewVisitConnection>;
  /** Practice it put forward in reviews and had accredited, newest first; for its trust and the charity's staff also what was not, or not yet. */
  areasOfExcellence?: Maybe<AreaOfExcellenceConnection>;
  /** References to its events in this subgraph. */
  reviewEvents?: Maybe<Scalars['EventReferences']['output']>;
  /** Schools it met in reviews: a list of `[urn, way, date]`. */
  reviewPartners?: Maybe<Scalars['EventReferences']['output']>;
};


export type SchoolReviewsArgs = {
  filter?: InputMaybe<ReviewFilter>;
  includePredecessors?: Scalars['Boolean']['input'];
  first?: InputMaybe<Scalars['Int']['input']>;
  after?: InputMaybe<Scalars['String']['input']>;
  last?: InputMaybe<Scalars['Int']['input']>;
  before?: InputMaybe<Scalars['String']['input']>;
};


export type SchoolReviewVisitsArgs = {
  includePredecessors?: Scalars['Boolean']['input'];
  first?: InputMaybe<Scalars['Int']['input']>;
  after?: InputMaybe<Scalars['String']['input']>;
  last?: InputMaybe<Scalars['Int']['input']>;
  before?: InputMaybe<Scalars['String']['input']>;
};


export type SchoolAreasOfExcellenceArgs = {
  valid?: InputMaybe<Scalars['Boolean']['input']>;
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
  /** Reviews hosted by the trust itself and, unless `trustOnly`, by the schools it runs today, newest first. */
  reviews?: Maybe<ReviewConnection>;
  /** References to its events in this subgraph. */
  reviewEvents?: Maybe<Scalars['EventReferences']['output']>;
};


export type TrustReviewsArgs = {
  filter?: InputMaybe<ReviewFilter>;
  trustOnly?: Scalars['Boolean']['input'];
  first?: InputMaybe<Scalars['Int']['input']>;
  after?: InputMaybe<Scalars['String']['input']>;
  last?: InputMaybe<Scalars['Int']['input']>;
  before?: InputMaybe<Scalars['String']['input']>;
};

export type ReviewHostedEvent = {
  /** Stable identifier of the event. */
  id: Scalars['ID']['output'];
  /** The review; null while reviews cannot be asked. */
  review?: Maybe<Review>;
};

export type ReviewVisitEvent = {
  /** Stable identifier of the event. */
  id: Scalars['ID']['output'];
  /** The visit to a review; null while reviews cannot be asked. */
  reviewVisit?: Maybe<ReviewVisit>;
};

export type AccreditationEvent = {
  /** Stable identifier of the event. */
  id: Scalars['ID']['output'];
  /** The accredited practice; null while reviews cannot be asked. */
  areaOfExcellence?: Maybe<AreaOfExcellence>;
};

/** A page of the feed of changes. */
export type ChangeFeed = {
  /** What the page was asked with. */
  id: Scalars['ID']['output'];
  /** What changed here. */
  reviewChanges?: Maybe<Scalars['ChangeReferences']['output']>;
};

/** A member of a review team. */
export type ReviewerInput = {
  /** Part in the team. */
  role?: ReviewRole;
  /** Name. */
  name?: InputMaybe<Scalars['String']['input']>;
  /** URN of the school they came from; left out for someone who came from none. */
  urn?: InputMaybe<Scalars['String']['input']>;
};

/** A finding of a report. */
export type FindingInput = {
  /** What it says. */
  kind: FindingKind;
  /** In the words of the report. */
  text: Scalars['String']['input'];
};

/** A heading of a report. */
export type ReviewHeadingInput = {
  /** Identifier within the framework, for example `LEADERSHIP`. */
  code: Scalars['ID']['input'];
  /** Peer estimate; left out where the framework gives none. */
  estimate?: InputMaybe<Estimate>;
  /** Findings, in the order of the report. */
  findings?: Array<FindingInput>;
};

/** Practice that the host put forward. */
export type AreaOfExcellenceInput = {
  /** Identifier in the charity's records. */
  id: Scalars['ID']['input'];
  /** Title. */
  title: Scalars['String']['input'];
  /** Theme, for example `Early reading`. */
  theme: Scalars['String']['input'];
  /** What it is about. */
  description?: InputMaybe<Scalars['String']['input']>;
  /** Whether it was accredited. */
  status: AccreditationStatus;
  /** Day of accreditation, `YYYY-MM-DD`; with status ACCREDITED only. */
  accreditedOn?: InputMaybe<Scalars['String']['input']>;
  /** Last day on which the accreditation is valid, `YYYY-MM-DD`; with status ACCREDITED only. */
  validUntil?: InputMaybe<Scalars['String']['input']>;
};

/** A review with its team and its report, whole: what is not in it any more is removed. */
export type ReviewInput = {
  /** Identifier in the charity's records, for example `QAR-2026-0042`. */
  id: Scalars['ID']['input'];
  /** Code of the framework it followed, for example `QAR_2019`. */
  framework: Scalars['ID']['input'];
  /** URN of the host school; this or `trustUid`. */
  urn?: InputMaybe<Scalars['String']['input']>;
  /** GIAS group UID of the host trust; this or `urn`. */
  trustUid?: InputMaybe<Scalars['ID']['input']>;
  /** First day, `YYYY-MM-DD`. */
  startDate: Scalars['String']['input'];
  /** Last day, `YYYY-MM-DD`. */
  endDate: Scalars['String']['input'];
  /** How people met. */
  mode: Mode;
  /** Phase of the host at the time. */
  phase?: InputMaybe<Phase>;
  /** The team. */
  team?: Array<ReviewerInput>;
  /** The report, heading by heading. */
  headings?: Array<ReviewHeadingInput>;
  /** Practice that the host put forward. */
  areasOfExcellence?: Array<AreaOfExcellenceInput>;
  /** `Review.version` as it was read; `0` if there must be none yet. Left out: whatever is there is replaced. */
  expectedVersion?: InputMaybe<Scalars['String']['input']>;
};

export type Mutation = {
  /** Records reviews, by the charity's staff. */
  recordReview?: Maybe<SubmissionReceipt>;
  /** Shares the report of a review with the network, or takes that back: by the host's trust, or staff. Null if there is no such review. */
  shareReport?: Maybe<Review>;
};


export type MutationRecordReviewArgs = {
  rows: Array<ReviewInput>;
  idempotencyKey: Scalars['String']['input'];
  dryRun?: Scalars['Boolean']['input'];
  onError?: OnError;
};


export type MutationShareReportArgs = {
  id: Scalars['ID']['input'];
  shared: Scalars['Boolean']['input'];
};

export type Query = {
  /** A review by its identifier; null if there is none. */
  review?: Maybe<Review>;
  /** Reviews, newest first. */
  reviews?: Maybe<ReviewConnection>;
  /** Areas of excellence, newest first, so that a school can find whom to learn from. */
  areasOfExcellence?: Maybe<AreaOfExcellenceConnection>;
  /** All frameworks, the current one first. */
  frameworks?: Maybe<Array<Framework>>;
  /** Who changed what here through this API, newest first: for staff all of it, for a trust what is about its schools or came from it. */
  reviewAudit?: Maybe<AuditConnection>;
};


export type QueryReviewArgs = {
  id: Scalars['ID']['input'];
};


export type QueryReviewsArgs = {
  filter?: InputMaybe<ReviewFilter>;
  first?: InputMaybe<Scalars['Int']['input']>;
  after?: InputMaybe<Scalars['String']['input']>;
  last?: InputMaybe<Scalars['Int']['input']>;
  before?: InputMaybe<Scalars['String']['input']>;
};


export type QueryAreasOfExcellenceArgs = {
  theme?: InputMaybe<Array<Scalars['String']['input']>>;
  phase?: InputMaybe<Array<Phase>>;
  valid?: InputMaybe<Scalars['Boolean']['input']>;
  search?: InputMaybe<Scalars['String']['input']>;
  first?: InputMaybe<Scalars['Int']['input']>;
  after?: InputMaybe<Scalars['String']['input']>;
  last?: InputMaybe<Scalars['Int']['input']>;
  before?: InputMaybe<Scalars['String']['input']>;
};


export type QueryReviewAuditArgs = {
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
