// Generated from schema/reviews.graphql by `npm run codegen`.
// oxlint-disable
import type { GraphQLResolveInfo, GraphQLScalarType, GraphQLScalarTypeConfig } from 'graphql';
import type { AuditEntry as AuditEntryModel, AuditPage as AuditConnectionModel, Receipt as SubmissionReceiptModel, Framework as FrameworkModel, Review as ReviewModel, Reviewer as ReviewerModel, ReviewHeading as ReviewHeadingModel, Finding as FindingModel, ReviewVisit as ReviewVisitModel, AreaOfExcellence as AreaOfExcellenceModel, School as SchoolModel, Trust as TrustModel, ReviewPage as ReviewConnectionModel, ReviewVisitPage as ReviewVisitConnectionModel, AreaOfExcellencePage as AreaOfExcellenceConnectionModel, EventOf as ReviewHostedEventModel, EventOf as ReviewVisitEventModel, EventOf as AccreditationEventModel, ChangeFeed as ChangeFeedModel } from './models.ts';
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
  Framework: Framework;
  Review: Review;
  ReviewVisit: ReviewVisit;
  AreaOfExcellence: AreaOfExcellence;
  School: School;
  Trust: Trust;
  ReviewHostedEvent: ReviewHostedEvent;
  ReviewVisitEvent: ReviewVisitEvent;
  AccreditationEvent: AccreditationEvent;
  ChangeFeed: ChangeFeed;
};

/** Mapping of federation reference types */
export type FederationReferenceTypes = {
  Framework:
    ( { __typename: 'Framework' }
    & GraphQLRecursivePick<FederationTypes['Framework'], {"code":true}> );
  Review:
    ( { __typename: 'Review' }
    & GraphQLRecursivePick<FederationTypes['Review'], {"id":true}> );
  ReviewVisit:
    ( { __typename: 'ReviewVisit' }
    & GraphQLRecursivePick<FederationTypes['ReviewVisit'], {"id":true}> );
  AreaOfExcellence:
    ( { __typename: 'AreaOfExcellence' }
    & GraphQLRecursivePick<FederationTypes['AreaOfExcellence'], {"id":true}> );
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
  ReviewHostedEvent:
    ( { __typename: 'ReviewHostedEvent' }
    & GraphQLRecursivePick<FederationTypes['ReviewHostedEvent'], {"id":true}> );
  ReviewVisitEvent:
    ( { __typename: 'ReviewVisitEvent' }
    & GraphQLRecursivePick<FederationTypes['ReviewVisitEvent'], {"id":true}> );
  AccreditationEvent:
    ( { __typename: 'AccreditationEvent' }
    & GraphQLRecursivePick<FederationTypes['AccreditationEvent'], {"id":true}> );
  ChangeFeed:
    ( { __typename: 'ChangeFeed' }
    & GraphQLRecursivePick<FederationTypes['ChangeFeed'], {"id":true}> );
};



/** Mapping between all available schema types and the resolvers types */
export type ResolversTypes = {
  Date: ResolverTypeWrapper<Scalars['Date']['output']>;
  URN: ResolverTypeWrapper<Scalars['URN']['output']>;
  AcademicYear: ResolverTypeWrapper<Scalars['AcademicYear']['output']>;
  EventReferences: ResolverTypeWrapper<Scalars['EventReferences']['output']>;
  ChangeReferences: ResolverTypeWrapper<Scalars['ChangeReferences']['output']>;
  Phase: Phase;
  ReviewKind: ReviewKind;
  Mode: Mode;
  Estimate: Estimate;
  FindingKind: FindingKind;
  ReviewRole: ReviewRole;
  AccreditationStatus: AccreditationStatus;
  Framework: ResolverTypeWrapper<FrameworkModel>;
  ID: ResolverTypeWrapper<Scalars['ID']['output']>;
  FrameworkHeading: ResolverTypeWrapper<FrameworkHeading>;
  Review: ResolverTypeWrapper<ReviewModel>;
  Reviewer: ResolverTypeWrapper<ReviewerModel>;
  ReviewHeading: ResolverTypeWrapper<ReviewHeadingModel>;
  Finding: ResolverTypeWrapper<FindingModel>;
  ReviewVisit: ResolverTypeWrapper<ReviewVisitModel>;
  AreaOfExcellence: ResolverTypeWrapper<AreaOfExcellenceModel>;
  ReviewConnection: ResolverTypeWrapper<ReviewConnectionModel>;
  Int: ResolverTypeWrapper<Scalars['Int']['output']>;
  ReviewEdge: ResolverTypeWrapper<Omit<ReviewEdge, 'node'> & { node: ResolversTypes['Review'] }>;
  ReviewVisitConnection: ResolverTypeWrapper<ReviewVisitConnectionModel>;
  ReviewVisitEdge: ResolverTypeWrapper<Omit<ReviewVisitEdge, 'node'> & { node: ResolversTypes['ReviewVisit'] }>;
  AreaOfExcellenceConnection: ResolverTypeWrapper<AreaOfExcellenceConnectionModel>;
  AreaOfExcellenceEdge: ResolverTypeWrapper<Omit<AreaOfExcellenceEdge, 'node'> & { node: ResolversTypes['AreaOfExcellence'] }>;
  ReviewFilter: ReviewFilter;
  School: ResolverTypeWrapper<SchoolModel>;
  Trust: ResolverTypeWrapper<TrustModel>;
  ReviewHostedEvent: ResolverTypeWrapper<ReviewHostedEventModel>;
  ReviewVisitEvent: ResolverTypeWrapper<ReviewVisitEventModel>;
  AccreditationEvent: ResolverTypeWrapper<AccreditationEventModel>;
  ChangeFeed: ResolverTypeWrapper<ChangeFeedModel>;
  ReviewerInput: ReviewerInput;
  FindingInput: FindingInput;
  ReviewHeadingInput: ReviewHeadingInput;
  AreaOfExcellenceInput: AreaOfExcellenceInput;
  ReviewInput: ReviewInput;
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
  URN: Scalars['URN']['output'];
  AcademicYear: Scalars['AcademicYear']['output'];
  EventReferences: Scalars['EventReferences']['output'];
  ChangeReferences: Scalars['ChangeReferences']['output'];
  Framework: FrameworkModel;
  ID: Scalars['ID']['output'];
  FrameworkHeading: FrameworkHeading;
  Review: ReviewModel;
  Reviewer: ReviewerModel;
  ReviewHeading: ReviewHeadingModel;
  Finding: FindingModel;
  ReviewVisit: ReviewVisitModel;
  AreaOfExcellence: AreaOfExcellenceModel;
  ReviewConnection: ReviewConnectionModel;
  Int: Scalars['Int']['output'];
  ReviewEdge: Omit<ReviewEdge, 'node'> & { node: ResolversParentTypes['Review'] };
  ReviewVisitConnection: ReviewVisitConnectionModel;
  ReviewVisitEdge: Omit<ReviewVisitEdge, 'node'> & { node: ResolversParentTypes['ReviewVisit'] };
  AreaOfExcellenceConnection: AreaOfExcellenceConnectionModel;
  AreaOfExcellenceEdge: Omit<AreaOfExcellenceEdge, 'node'> & { node: ResolversParentTypes['AreaOfExcellence'] };
  ReviewFilter: ReviewFilter;
  School: SchoolModel;
  Trust: TrustModel;
  ReviewHostedEvent: ReviewHostedEventModel;
  ReviewVisitEvent: ReviewVisitEventModel;
  AccreditationEvent: AccreditationEventModel;
  ChangeFeed: ChangeFeedModel;
  ReviewerInput: ReviewerInput;
  FindingInput: FindingInput;
  ReviewHeadingInput: ReviewHeadingInput;
  AreaOfExcellenceInput: AreaOfExcellenceInput;
  ReviewInput: ReviewInput;
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

export type FrameworkResolvers<ContextType = Loaders, ParentType extends ResolversParentTypes['Framework'] = ResolversParentTypes['Framework'], FederationReferenceType extends FederationReferenceTypes['Framework'] = FederationReferenceTypes['Framework']> = {
  __resolveReference?: ReferenceResolver<Maybe<ResolversTypes['Framework']> | FederationReferenceType, FederationReferenceType, ContextType>;
  code?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  name?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  from?: Resolver<ResolversTypes['Date'], ParentType, ContextType>;
  to?: Resolver<Maybe<ResolversTypes['Date']>, ParentType, ContextType>;
  headings?: Resolver<Array<ResolversTypes['FrameworkHeading']>, ParentType, ContextType>;
  estimates?: Resolver<Array<ResolversTypes['Estimate']>, ParentType, ContextType>;
};

export type FrameworkHeadingResolvers<ContextType = Loaders, ParentType extends ResolversParentTypes['FrameworkHeading'] = ResolversParentTypes['FrameworkHeading']> = {
  code?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  title?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
};

export type ReviewResolvers<ContextType = Loaders, ParentType extends ResolversParentTypes['Review'] = ResolversParentTypes['Review'], FederationReferenceType extends FederationReferenceTypes['Review'] = FederationReferenceTypes['Review']> = {
  __resolveReference?: ReferenceResolver<Maybe<ResolversTypes['Review']> | FederationReferenceType, FederationReferenceType, ContextType>;
  id?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  kind?: Resolver<ResolversTypes['ReviewKind'], ParentType, ContextType>;
  framework?: Resolver<ResolversTypes['Framework'], ParentType, ContextType>;
  urn?: Resolver<Maybe<ResolversTypes['URN']>, ParentType, ContextType>;
  hostSchool?: Resolver<Maybe<ResolversTypes['School']>, ParentType, ContextType>;
  hostTrust?: Resolver<Maybe<ResolversTypes['Trust']>, ParentType, ContextType>;
  startDate?: Resolver<ResolversTypes['Date'], ParentType, ContextType>;
  endDate?: Resolver<ResolversTypes['Date'], ParentType, ContextType>;
  academicYear?: Resolver<ResolversTypes['AcademicYear'], ParentType, ContextType>;
  mode?: Resolver<ResolversTypes['Mode'], ParentType, ContextType>;
  phase?: Resolver<Maybe<ResolversTypes['Phase']>, ParentType, ContextType>;
  lead?: Resolver<Maybe<ResolversTypes['Reviewer']>, ParentType, ContextType>;
  team?: Resolver<Array<ResolversTypes['Reviewer']>, ParentType, ContextType>;
  headings?: Resolver<Maybe<Array<ResolversTypes['ReviewHeading']>>, ParentType, ContextType>;
  reportShared?: Resolver<ResolversTypes['Boolean'], ParentType, ContextType>;
  version?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  updatedAt?: Resolver<ResolversTypes['DateTime'], ParentType, ContextType>;
  areasOfExcellence?: Resolver<Array<ResolversTypes['AreaOfExcellence']>, ParentType, ContextType>;
};

export type ReviewerResolvers<ContextType = Loaders, ParentType extends ResolversParentTypes['Reviewer'] = ResolversParentTypes['Reviewer']> = {
  name?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  role?: Resolver<ResolversTypes['ReviewRole'], ParentType, ContextType>;
  urn?: Resolver<Maybe<ResolversTypes['URN']>, ParentType, ContextType>;
  school?: Resolver<Maybe<ResolversTypes['School']>, ParentType, ContextType>;
};

export type ReviewHeadingResolvers<ContextType = Loaders, ParentType extends ResolversParentTypes['ReviewHeading'] = ResolversParentTypes['ReviewHeading']> = {
  code?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  title?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  estimate?: Resolver<Maybe<ResolversTypes['Estimate']>, ParentType, ContextType>;
  findings?: Resolver<Array<ResolversTypes['Finding']>, ParentType, ContextType, Partial<ReviewHeadingFindingsArgs>>;
};

export type FindingResolvers<ContextType = Loaders, ParentType extends ResolversParentTypes['Finding'] = ResolversParentTypes['Finding']> = {
  kind?: Resolver<ResolversTypes['FindingKind'], ParentType, ContextType>;
  text?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
};

export type ReviewVisitResolvers<ContextType = Loaders, ParentType extends ResolversParentTypes['ReviewVisit'] = ResolversParentTypes['ReviewVisit'], FederationReferenceType extends FederationReferenceTypes['ReviewVisit'] = FederationReferenceTypes['ReviewVisit']> = {
  __resolveReference?: ReferenceResolver<Maybe<ResolversTypes['ReviewVisit']> | FederationReferenceType, FederationReferenceType, ContextType>;
  id?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  name?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  role?: Resolver<ResolversTypes['ReviewRole'], ParentType, ContextType>;
  urn?: Resolver<ResolversTypes['URN'], ParentType, ContextType>;
  school?: Resolver<Maybe<ResolversTypes['School']>, ParentType, ContextType>;
  date?: Resolver<ResolversTypes['Date'], ParentType, ContextType>;
  academicYear?: Resolver<ResolversTypes['AcademicYear'], ParentType, ContextType>;
  review?: Resolver<ResolversTypes['Review'], ParentType, ContextType>;
};

export type AreaOfExcellenceResolvers<ContextType = Loaders, ParentType extends ResolversParentTypes['AreaOfExcellence'] = ResolversParentTypes['AreaOfExcellence'], FederationReferenceType extends FederationReferenceTypes['AreaOfExcellence'] = FederationReferenceTypes['AreaOfExcellence']> = {
  __resolveReference?: ReferenceResolver<Maybe<ResolversTypes['AreaOfExcellence']> | FederationReferenceType, FederationReferenceType, ContextType>;
  id?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  title?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  theme?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  description?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  urn?: Resolver<ResolversTypes['URN'], ParentType, ContextType>;
  school?: Resolver<Maybe<ResolversTypes['School']>, ParentType, ContextType>;
  phase?: Resolver<Maybe<ResolversTypes['Phase']>, ParentType, ContextType>;
  review?: Resolver<ResolversTypes['Review'], ParentType, ContextType>;
  status?: Resolver<ResolversTypes['AccreditationStatus'], ParentType, ContextType>;
  accreditedOn?: Resolver<Maybe<ResolversTypes['Date']>, ParentType, ContextType>;
  validUntil?: Resolver<Maybe<ResolversTypes['Date']>, ParentType, ContextType>;
  valid?: Resolver<ResolversTypes['Boolean'], ParentType, ContextType>;
};

export type ReviewConnectionResolvers<ContextType = Loaders, ParentType extends ResolversParentTypes['ReviewConnection'] = ResolversParentTypes['ReviewConnection']> = {
  edges?: Resolver<Array<ResolversTypes['ReviewEdge']>, ParentType, ContextType>;
  nodes?: Resolver<Array<ResolversTypes['Review']>, ParentType, ContextType>;
  pageInfo?: Resolver<ResolversTypes['PageInfo'], ParentType, ContextType>;
  totalCount?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
};

export type ReviewEdgeResolvers<ContextType = Loaders, ParentType extends ResolversParentTypes['ReviewEdge'] = ResolversParentTypes['ReviewEdge']> = {
  cursor?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  node?: Resolver<ResolversTypes['Review'], ParentType, ContextType>;
};

export type ReviewVisitConnectionResolvers<ContextType = Loaders, ParentType extends ResolversParentTypes['ReviewVisitConnection'] = ResolversParentTypes['ReviewVisitConnection']> = {
  edges?: Resolver<Array<ResolversTypes['ReviewVisitEdge']>, ParentType, ContextType>;
  nodes?: Resolver<Array<ResolversTypes['ReviewVisit']>, ParentType, ContextType>;
  pageInfo?: Resolver<ResolversTypes['PageInfo'], ParentType, ContextType>;
  totalCount?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
};

export type ReviewVisitEdgeResolvers<ContextType = Loaders, ParentType extends ResolversParentTypes['ReviewVisitEdge'] = ResolversParentTypes['ReviewVisitEdge']> = {
  cursor?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  node?: Resolver<ResolversTypes['ReviewVisit'], ParentType, ContextType>;
};

export type AreaOfExcellenceConnectionResolvers<ContextType = Loaders, ParentType extends ResolversParentTypes['AreaOfExcellenceConnection'] = ResolversParentTypes['AreaOfExcellenceConnection']> = {
  edges?: Resolver<Array<ResolversTypes['AreaOfExcellenceEdge']>, ParentType, ContextType>;
  nodes?: Resolver<Array<ResolversTypes['AreaOfExcellence']>, ParentType, ContextType>;
  pageInfo?: Resolver<ResolversTypes['PageInfo'], ParentType, ContextType>;
  totalCount?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
};

export type AreaOfExcellenceEdgeResolvers<ContextType = Loaders, ParentType extends ResolversParentTypes['AreaOfExcellenceEdge'] = ResolversParentTypes['AreaOfExcellenceEdge']> = {
  cursor?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  node?: Resolver<ResolversTypes['AreaOfExcellence'], ParentType, ContextType>;
};

export type SchoolResolvers<ContextType = Loaders, ParentType extends ResolversParentTypes['School'] = ResolversParentTypes['School'], FederationReferenceType extends FederationReferenceTypes['School'] = FederationReferenceTypes['School']> = {
  __resolveReference?: ReferenceResolver<Maybe<ResolversTypes['School']> | FederationReferenceType, FederationReferenceType, ContextType>;
  urn?: Resolver<ResolversTypes['URN'], ParentType, ContextType>;
  reviews?: Resolver<Maybe<ResolversTypes['ReviewConnection']>, ParentType, ContextType, RequireFields<SchoolReviewsArgs, 'includePredecessors'>>;
  reviewVisits?: Resolver<Maybe<ResolversTypes['ReviewVisitConnection']>, ParentType, ContextType, RequireFields<SchoolReviewVisitsArgs, 'includePredecessors'>>;
  areasOfExcellence?: Resolver<Maybe<ResolversTypes['AreaOfExcellenceConnection']>, ParentType, ContextType, RequireFields<SchoolAreasOfExcellenceArgs, 'includePredecessors'>>;
  reviewEvents?: Resolver<Maybe<ResolversTypes['EventReferences']>, ParentType, ContextType>;
  reviewPartners?: Resolver<Maybe<ResolversTypes['EventReferences']>, ParentType, ContextType>;
};

export type TrustResolvers<ContextType = Loaders, ParentType extends ResolversParentTypes['Trust'] = ResolversParentTypes['Trust'], FederationReferenceType extends FederationReferenceTypes['Trust'] = FederationReferenceTypes['Trust']> = {
  __resolveReference?: ReferenceResolver<Maybe<ResolversTypes['Trust']> | FederationReferenceType, FederationReferenceType, ContextType>;
  uid?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  reviews?: Resolver<Maybe<ResolversTypes['ReviewConnection']>, ParentType, ContextType, RequireFields<TrustReviewsArgs, 'trustOnly'>>;
  reviewEvents?: Resolver<Maybe<ResolversTypes['EventReferences']>, ParentType, ContextType>;
};

export type ReviewHostedEventResolvers<ContextType = Loaders, ParentType extends ResolversParentTypes['ReviewHostedEvent'] = ResolversParentTypes['ReviewHostedEvent'], FederationReferenceType extends FederationReferenceTypes['ReviewHostedEvent'] = FederationReferenceTypes['ReviewHostedEvent']> = {
  __resolveReference?: ReferenceResolver<Maybe<ResolversTypes['ReviewHostedEvent']> | FederationReferenceType, FederationReferenceType, ContextType>;
  id?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  review?: Resolver<Maybe<ResolversTypes['Review']>, ParentType, ContextType>;
};

export type ReviewVisitEventResolvers<ContextType = Loaders, ParentType extends ResolversParentTypes['ReviewVisitEvent'] = ResolversParentTypes['ReviewVisitEvent'], FederationReferenceType extends FederationReferenceTypes['ReviewVisitEvent'] = FederationReferenceTypes['ReviewVisitEvent']> = {
  __resolveReference?: ReferenceResolver<Maybe<ResolversTypes['ReviewVisitEvent']> | FederationReferenceType, FederationReferenceType, ContextType>;
  id?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  reviewVisit?: Resolver<Maybe<ResolversTypes['ReviewVisit']>, ParentType, ContextType>;
};

export type AccreditationEventResolvers<ContextType = Loaders, ParentType extends ResolversParentTypes['AccreditationEvent'] = ResolversParentTypes['AccreditationEvent'], FederationReferenceType extends FederationReferenceTypes['AccreditationEvent'] = FederationReferenceTypes['AccreditationEvent']> = {
  __resolveReference?: ReferenceResolver<Maybe<ResolversTypes['AccreditationEvent']> | FederationReferenceType, FederationReferenceType, ContextType>;
  id?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  areaOfExcellence?: Resolver<Maybe<ResolversTypes['AreaOfExcellence']>, ParentType, ContextType>;
};

export type ChangeFeedResolvers<ContextType = Loaders, ParentType extends ResolversParentTypes['ChangeFeed'] = ResolversParentTypes['ChangeFeed'], FederationReferenceType extends FederationReferenceTypes['ChangeFeed'] = FederationReferenceTypes['ChangeFeed']> = {
  __resolveReference?: ReferenceResolver<Maybe<ResolversTypes['ChangeFeed']> | FederationReferenceType, FederationReferenceType, ContextType>;
  id?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  reviewChanges?: Resolver<Maybe<ResolversTypes['ChangeReferences']>, ParentType, ContextType>;
};

export type MutationResolvers<ContextType = Loaders, ParentType extends ResolversParentTypes['Mutation'] = ResolversParentTypes['Mutation']> = {
  recordReview?: Resolver<Maybe<ResolversTypes['SubmissionReceipt']>, ParentType, ContextType, RequireFields<MutationRecordReviewArgs, 'rows' | 'idempotencyKey' | 'dryRun' | 'onError'>>;
  shareReport?: Resolver<Maybe<ResolversTypes['Review']>, ParentType, ContextType, RequireFields<MutationShareReportArgs, 'id' | 'shared'>>;
};

export type QueryResolvers<ContextType = Loaders, ParentType extends ResolversParentTypes['Query'] = ResolversParentTypes['Query']> = {
  review?: Resolver<Maybe<ResolversTypes['Review']>, ParentType, ContextType, RequireFields<QueryReviewArgs, 'id'>>;
  reviews?: Resolver<Maybe<ResolversTypes['ReviewConnection']>, ParentType, ContextType, Partial<QueryReviewsArgs>>;
  areasOfExcellence?: Resolver<Maybe<ResolversTypes['AreaOfExcellenceConnection']>, ParentType, ContextType, Partial<QueryAreasOfExcellenceArgs>>;
  frameworks?: Resolver<Maybe<Array<ResolversTypes['Framework']>>, ParentType, ContextType>;
  reviewAudit?: Resolver<Maybe<ResolversTypes['AuditConnection']>, ParentType, ContextType, Partial<QueryReviewAuditArgs>>;
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
  URN?: GraphQLScalarType;
  AcademicYear?: GraphQLScalarType;
  EventReferences?: GraphQLScalarType;
  ChangeReferences?: GraphQLScalarType;
  Framework?: FrameworkResolvers<ContextType>;
  FrameworkHeading?: FrameworkHeadingResolvers<ContextType>;
  Review?: ReviewResolvers<ContextType>;
  Reviewer?: ReviewerResolvers<ContextType>;
  ReviewHeading?: ReviewHeadingResolvers<ContextType>;
  Finding?: FindingResolvers<ContextType>;
  ReviewVisit?: ReviewVisitResolvers<ContextType>;
  AreaOfExcellence?: AreaOfExcellenceResolvers<ContextType>;
  ReviewConnection?: ReviewConnectionResolvers<ContextType>;
  ReviewEdge?: ReviewEdgeResolvers<ContextType>;
  ReviewVisitConnection?: ReviewVisitConnectionResolvers<ContextType>;
  ReviewVisitEdge?: ReviewVisitEdgeResolvers<ContextType>;
  AreaOfExcellenceConnection?: AreaOfExcellenceConnectionResolvers<ContextType>;
  AreaOfExcellenceEdge?: AreaOfExcellenceEdgeResolvers<ContextType>;
  School?: SchoolResolvers<ContextType>;
  Trust?: TrustResolvers<ContextType>;
  ReviewHostedEvent?: ReviewHostedEventResolvers<ContextType>;
  ReviewVisitEvent?: ReviewVisitEventResolvers<ContextType>;
  AccreditationEvent?: AccreditationEventResolvers<ContextType>;
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
