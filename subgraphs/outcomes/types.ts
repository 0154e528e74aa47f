// Generated from schema/outcomes.graphql by `npm run codegen`.
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
  /** What changed in one subgraph: a list of `[transaction, type, id, deleted]`. It travels between subgraphs and is never seen by clients. */
  ChangeReferences: { input: [string, string, string, boolean][]; output: [string, string, string, boolean][]; }
  /** A moment, in Coordinated Universal Time, for example `2026-11-24T09:30:00.000Z`. */
  DateTime: { input: string; output: string; }
  /** A value of any shape, as JSON. */
  JSON: { input: unknown; output: unknown; }
};

/** A stage of the national curriculum that ends in published results. */
export type KeyStage =
  /** Key stage 2: ends at age 11, year 6. */
  | 'KS2'
  /** Key stage 4: ends at age 16, year 11. */
  | 'KS4';

/** In what a measure is counted. */
export type MeasureUnit =
  /** Percent of pupils, 0 to 100. */
  | 'PERCENT'
  /** Points above or below pupils with similar prior attainment; 0 is the national average. */
  | 'PROGRESS_SCORE'
  /** Scaled score, 80 to 120; 100 is the expected standard. */
  | 'SCALED_SCORE'
  /** Points, as a sum or an average of grades. */
  | 'POINTS';

/** Which pupils a result is about. */
export type PupilGroup =
  /** All pupils. */
  | 'ALL'
  /** Disadvantaged: eligible for free school meals in the last six years, or looked after by the local authority (`FSM6CLA1A`). */
  | 'DISADVANTAGED'
  /** All who are not disadvantaged. */
  | 'OTHERS'
  /** Boys. */
  | 'BOYS'
  /** Girls. */
  | 'GIRLS'
  /** English as an additional language. */
  | 'EAL'
  /** Not mobile: in the school throughout the last two years of the key stage (`MOBN`). */
  | 'NON_MOBILE'
  /** Low prior attainment. */
  | 'LOW_PRIOR'
  /** Middle prior attainment. */
  | 'MIDDLE_PRIOR'
  /** High prior attainment. */
  | 'HIGH_PRIOR';

/** How final a result is; a later status replaces an earlier one. */
export type ReleaseStatus =
  /** Before schools have checked it. */
  | 'PROVISIONAL'
  /** After schools have checked it. */
  | 'REVISED'
  /** Final. */
  | 'FINAL';

/** Which schools a mean is over. */
export type SchoolsCounted =
  /** All whose results are published: independent schools, which key stage 4 files hold, among them. */
  | 'ALL'
  /** Without independent and non-maintained special schools, as England's value is. A school whose file does not say its type is counted. */
  | 'STATE_FUNDED';

/** Whose characteristics they are. */
export type PupilsOf =
  /** The pupils at the end of key stage 2. */
  | 'KS2'
  /** The pupils at the end of key stage 4. */
  | 'KS4'
  /** All pupils of the school, by the school census. */
  | 'SCHOOL';

/** What became of the column of a measure and group of pupils in a file. */
export type CoverageStatus =
  /** It is in the file. */
  | 'FOUND'
  /** It was not published that year, and the file has none. */
  | 'NOT_PUBLISHED';

/** Why there is no number: what the Department for Education prints instead of one. A marker is neither zero nor unknown. */
export type NoValueReason =
  /** `SUPP`: suppressed, because five pupils or fewer stand behind it. */
  | 'SUPPRESSED'
  /** `NE`: no entries. */
  | 'NO_ENTRIES'
  /** `NP`: not published, for instance for independent schools, or in a year without results. */
  | 'NOT_PUBLISHED'
  /** `LOWCOV`: too few of the pupils could be covered. */
  | 'LOW_COVERAGE'
  /** `NA`: not applicable. */
  | 'NOT_APPLICABLE'
  /** `NEW`: a new school without results yet. */
  | 'NEW_SCHOOL'
  /** The file leaves it blank; `marker` is empty. */
  | 'BLANK'
  /** `SP`, `SN` or another marker; `marker` has it as printed. */
  | 'OTHER';

/** A measure of the performance tables. */
export type Measure = {
  /** Column name in the performance tables, for example `PTRWM_EXP`. */
  code: Scalars['ID']['output'];
  /** Name. */
  name: Scalars['String']['output'];
  /** Key stage. */
  keyStage: KeyStage;
  /** Unit of its values. */
  unit: MeasureUnit;
  /** Whether a higher value is a better one. */
  higherIsBetter: Scalars['Boolean']['output'];
  /** First academic year for which the Department published it. */
  firstYear: Scalars['AcademicYear']['output'];
  /** Last academic year for which the Department published it; null while it does. */
  lastYear?: Maybe<Scalars['AcademicYear']['output']>;
  /** Academic years between the first and the last without published results, as the pandemic years. */
  yearsNotPublished: Array<Scalars['AcademicYear']['output']>;
};

/** A result of a school or trust: one measure, one group of pupils, one academic year. */
export type Outcome = {
  /** Stable identifier. */
  id: Scalars['ID']['output'];
  /** URN the result belonged to, which may be a predecessor's; null for a result of a trust. */
  urn?: Maybe<Scalars['URN']['output']>;
  /** The academic year at whose end pupils were assessed. */
  academicYear: Scalars['AcademicYear']['output'];
  /** The measure. */
  measure: Measure;
  /** The pupils it is about. */
  pupilGroup: PupilGroup;
  /** Value, in the measure's unit; null when `noValue` says why there is none. */
  value?: Maybe<Scalars['Float']['output']>;
  /** Why there is no value; null when there is one. */
  noValue?: Maybe<NoValueReason>;
  /** The marker as printed, for example `SUPP`; empty when the file leaves the value blank, null when there is a value or no file. */
  marker?: Maybe<Scalars['String']['output']>;
  /** Number of pupils behind the value; null if not published for this group. Of a progress score: those whom it covers, which key stage 4 files say for each group; at key stage 2 it is the group's pupils times the coverage, which is published for all pupils together. */
  pupils?: Maybe<Scalars['Int']['output']>;
  /** The 95% confidence interval, for progress scores; null for other measures. */
  confidenceInterval?: Maybe<ConfidenceInterval>;
  /** How final it is. */
  status: ReleaseStatus;
  /** Whether a trust submitted it for its own school, and the Department did not publish it. What is published and what is submitted stand side by side, as two results. Submitted results, and provisional ones, are seen by that trust and the charity's staff only. */
  submitted: Scalars['Boolean']['output'];
  /** Changes whenever the result does; for `expectedVersion`. */
  version: Scalars['String']['output'];
  /** When it was changed last, or written for the first time. */
  updatedAt: Scalars['DateTime']['output'];
  /** The file it was read from; null for a year in which nothing was published, and for what was submitted. */
  source?: Maybe<ResultSource>;
  /** The same for the school's local authority; null if not published or not imported. */
  localAuthority?: Maybe<BenchmarkValue>;
  /** The same for England, state-funded schools; null if not published or not imported. */
  england?: Maybe<BenchmarkValue>;
};

/** A range in which the true value lies with 95% confidence. */
export type ConfidenceInterval = {
  /** Lower limit, in the measure's unit. */
  lower: Scalars['Float']['output'];
  /** Upper limit, in the measure's unit. */
  upper: Scalars['Float']['output'];
};

/** The value of a local authority or of England, to compare with. */
export type BenchmarkValue = {
  /** Value, in the measure's unit; null when `noValue` says why there is none. */
  value?: Maybe<Scalars['Float']['output']>;
  /** Why there is no value; null when there is one. */
  noValue?: Maybe<NoValueReason>;
  /** Number of pupils behind it; null if not published. */
  pupils?: Maybe<Scalars['Int']['output']>;
  /** Value of the school or trust minus this one, in the measure's unit (percentage points for percentages); null if either is missing. */
  difference?: Maybe<Scalars['Float']['output']>;
  /** What one must know of the value: England's key stage 2 progress of all pupils is 0 by construction. Null if there is nothing. */
  note?: Maybe<Scalars['String']['output']>;
};

/** Where a result was read from. */
export type ResultSource = {
  /** What it is, for example `Key stage 2 performance tables, 2018/19`. */
  title: Scalars['String']['output'];
  /** Name of the file. */
  file: Scalars['String']['output'];
  /** Whether the file is part of the fictional demo network. */
  fictional: Scalars['Boolean']['output'];
};

/** A file that results were read from, with what was found in it. For staff. */
export type ResultFile = {
  /** What it is, for example `Key stage 2 performance tables, 2018/19`. */
  title: Scalars['String']['output'];
  /** Name of the file. */
  file: Scalars['String']['output'];
  /** Its academic year; null for files imported before this was kept. */
  academicYear?: Maybe<Scalars['AcademicYear']['output']>;
  /** When it was imported last; null for files imported before this was kept. */
  importedAt?: Maybe<Scalars['DateTime']['output']>;
  /** Whether the file is part of the fictional demo network. */
  fictional: Scalars['Boolean']['output'];
  /** What it holds of each measure and group of pupils. */
  coverage: Array<ResultCoverage>;
};

/** What a file holds of a measure and group of pupils, in the rows of schools, authorities and England together. */
export type ResultCoverage = {
  /** Code of the measure. */
  measure: Scalars['ID']['output'];
  /** The pupils it is about. */
  pupilGroup: PupilGroup;
  /** The column that was read; null if the file has none. */
  column?: Maybe<Scalars['String']['output']>;
  /** What became of the column. */
  status: CoverageStatus;
  /** Number of values. */
  values: Scalars['Int']['output'];
  /** Number of markers in place of values, by the marker as printed; `blank` where the file leaves it blank. */
  markers: Scalars['JSON']['output'];
};

/** What a year's file says of a school's pupils. Source: Department for Education, performance tables and school census. A value that is not published, or suppressed, is null. */
export type SchoolCharacteristics = {
  /** The academic year. */
  academicYear: Scalars['AcademicYear']['output'];
  /** Of whom: the pupils at the end of a key stage, or the whole school. */
  pupilsOf: PupilsOf;
  /** Number of pupils at the end of the key stage. */
  cohort?: Maybe<Scalars['Int']['output']>;
  /** Number of pupils of the school, of all ages. */
  roll?: Maybe<Scalars['Int']['output']>;
  /** Disadvantaged pupils, percent; of the whole school, pupils eligible for free school meals in the last six years. */
  disadvantaged?: Maybe<Scalars['Float']['output']>;
  /** Pupils with English as an additional language, percent. */
  eal?: Maybe<Scalars['Float']['output']>;
  /** Pupils with an education, health and care plan or, before, a statement of special educational needs, percent; at key stage 4 to 2018/19 as the file counts them. */
  senPlan?: Maybe<Scalars['Float']['output']>;
  /** Pupils with support for special educational needs, percent. */
  senSupport?: Maybe<Scalars['Float']['output']>;
  /** What these pupils had reached at the end of the key stage before: at key stage 2 points of key stage 1, at key stage 4 points of key stage 2 to 2018/19 and its scaled scores since. Values of different scales cannot be compared. */
  priorAttainment?: Maybe<Scalars['Float']['output']>;
  /** Sessions missed, percent. */
  absence?: Maybe<Scalars['Float']['output']>;
  /** Pupils who missed a tenth of their sessions or more, percent. */
  persistentAbsence?: Maybe<Scalars['Float']['output']>;
  /** Type of school as printed, for example `ACC` or `IND`. */
  schoolType?: Maybe<Scalars['String']['output']>;
  /** Whether England's state-funded values hold it, by its type: independent and non-maintained special schools are not; null if the file does not say its type. */
  stateFunded?: Maybe<Scalars['Boolean']['output']>;
  /** Age range as printed, for example `4-11`. */
  ageRange?: Maybe<Scalars['String']['output']>;
  /** Admissions policy as printed. */
  admissions?: Maybe<Scalars['String']['output']>;
  /** Which pupils it takes, boys, girls or mixed, as printed. */
  gender?: Maybe<Scalars['String']['output']>;
};

/** The disadvantage gap of one academic year: disadvantaged pupils minus others. */
export type DisadvantageGap = {
  /** The academic year. */
  academicYear: Scalars['AcademicYear']['output'];
  /** The measure. */
  measure: Measure;
  /** URN the results belonged to; null for a trust. */
  urn?: Maybe<Scalars['URN']['output']>;
  /** Whether both values were submitted by its trust; what is published makes a gap of its own. Submitted gaps are seen by that trust and the charity's staff only. */
  submitted: Scalars['Boolean']['output'];
  /** Value for disadvantaged pupils, in the measure's unit; null when `disadvantagedNoValue` says why there is none. */
  disadvantaged?: Maybe<Scalars['Float']['output']>;
  /** Why there is no value for disadvantaged pupils. */
  disadvantagedNoValue?: Maybe<NoValueReason>;
  /** Value for all other pupils, in the measure's unit; null when `othersNoValue` says why there is none. */
  others?: Maybe<Scalars['Float']['output']>;
  /** Why there is no value for other pupils. */
  othersNoValue?: Maybe<NoValueReason>;
  /** Disadvantaged minus others within the school or trust; negative when disadvantaged pupils are behind. Null if either is missing. */
  gap?: Maybe<Scalars['Float']['output']>;
  /** Disadvantaged pupils of the school minus other pupils nationally, as the Department publishes it (`DIFFN_…`); null if not published or suppressed. */
  gapToNationalOthers?: Maybe<Scalars['Float']['output']>;
  /** The gap within the local authority; null if not published or not imported. */
  localAuthorityGap?: Maybe<Scalars['Float']['output']>;
  /** The gap within England, state-funded schools; null if not published or not imported. */
  englandGap?: Maybe<Scalars['Float']['output']>;
};

/** Partner schools together, beside England: one measure, one group of pupils, one academic year. */
export type NetworkOutcome = {
  /** The academic year. */
  academicYear: Scalars['AcademicYear']['output'];
  /** The measure. */
  measure: Measure;
  /** The pupils it is about. */
  pupilGroup: PupilGroup;
  /** Mean over member schools, weighted by the pupils behind each value, in the measure's unit; null where fewer than 3 schools or 30 pupils remain. It is of published values only, and a school stays out where its value for this group of pupils, or for those who make up all pupils together with it, is suppressed: so nothing can be worked out about it. */
  value?: Maybe<Scalars['Float']['output']>;
  /** Number of member schools with a published value. */
  schools: Scalars['Int']['output'];
  /** Number of pupils behind the value. */
  pupils: Scalars['Int']['output'];
  /** Value of England, state-funded schools; null if not published or not imported. */
  england?: Maybe<Scalars['Float']['output']>;
  /** Partner schools minus England; null if either is missing. */
  difference?: Maybe<Scalars['Float']['output']>;
};

/** A page of outcomes. */
export type OutcomeConnection = {
  /** The outcomes of this page with their cursors. */
  edges: Array<OutcomeEdge>;
  /** The outcomes of this page. */
  nodes: Array<Outcome>;
  /** Where this page lies. */
  pageInfo: PageInfo;
  /** Number of outcomes in the whole list. */
  totalCount: Scalars['Int']['output'];
};

/** One item of a list of outcomes and its cursor. */
export type OutcomeEdge = {
  /** Marks this place in the list. */
  cursor: Scalars['String']['output'];
  /** The item itself. */
  node: Outcome;
};

/** A page of measures. */
export type MeasureConnection = {
  /** The measures of this page with their cursors. */
  edges: Array<MeasureEdge>;
  /** The measures of this page. */
  nodes: Array<Measure>;
  /** Where this page lies. */
  pageInfo: PageInfo;
  /** Number of measures in the whole list. */
  totalCount: Scalars['Int']['output'];
};

/** One item of a list of measures and its cursor. */
export type MeasureEdge = {
  /** Marks this place in the list. */
  cursor: Scalars['String']['output'];
  /** The item itself. */
  node: Measure;
};

export type School = {
  /** Unique Reference Number. Source: GIAS. */
  urn: Scalars['URN']['output'];
  /** URNs under which this school's past is recorded: its own first, then those of its predecessors. */
  historyUrns: Array<Scalars['URN']['output']>;
  /** Its results, latest year first, then by measure and group of pupils. */
  outcomes?: Maybe<OutcomeConnection>;
  /** Its disadvantage gap in a measure, latest year first. */
  disadvantageGap?: Maybe<Array<DisadvantageGap>>;
  /** What files of results and the school census say of its pupils under this URN, latest year first. */
  characteristics?: Maybe<Array<SchoolCharacteristics>>;
};


export type SchoolOutcomesArgs = {
  keyStage?: InputMaybe<KeyStage>;
  measures?: InputMaybe<Array<Scalars['ID']['input']>>;
  pupilGroups?: InputMaybe<Array<PupilGroup>>;
  from?: InputMaybe<Scalars['AcademicYear']['input']>;
  to?: InputMaybe<Scalars['AcademicYear']['input']>;
  updatedSince?: InputMaybe<Scalars['DateTime']['input']>;
  includePredecessors?: Scalars['Boolean']['input'];
  first?: InputMaybe<Scalars['Int']['input']>;
  after?: InputMaybe<Scalars['String']['input']>;
  last?: InputMaybe<Scalars['Int']['input']>;
  before?: InputMaybe<Scalars['String']['input']>;
};


export type SchoolDisadvantageGapArgs = {
  measure: Scalars['ID']['input'];
  includePredecessors?: Scalars['Boolean']['input'];
};


export type SchoolCharacteristicsArgs = {
  of?: InputMaybe<PupilsOf>;
};

export type Trust = {
  /** GIAS group UID, for example `2046`. */
  uid: Scalars['ID']['output'];
  /** Results of the trust as published for trusts, latest year first, then by measure and group of pupils. */
  outcomes?: Maybe<OutcomeConnection>;
  /** The disadvantage gap of the trust in a measure, latest year first. */
  disadvantageGap?: Maybe<Array<DisadvantageGap>>;
};


export type TrustOutcomesArgs = {
  keyStage?: InputMaybe<KeyStage>;
  measures?: InputMaybe<Array<Scalars['ID']['input']>>;
  pupilGroups?: InputMaybe<Array<PupilGroup>>;
  from?: InputMaybe<Scalars['AcademicYear']['input']>;
  to?: InputMaybe<Scalars['AcademicYear']['input']>;
  updatedSince?: InputMaybe<Scalars['DateTime']['input']>;
  first?: InputMaybe<Scalars['Int']['input']>;
  after?: InputMaybe<Scalars['String']['input']>;
  last?: InputMaybe<Scalars['Int']['input']>;
  before?: InputMaybe<Scalars['String']['input']>;
};


export type TrustDisadvantageGapArgs = {
  measure: Scalars['ID']['input'];
};

export type Network = {
  /** The day. */
  asOf: Scalars['Date']['output'];
  /** URNs of member schools on that day and of their predecessors. */
  memberUrns: Array<Scalars['URN']['output']>;
  /** Results of member schools together beside England, latest year first, then by measure and group of pupils. */
  outcomes?: Maybe<Array<NetworkOutcome>>;
};


export type NetworkOutcomesArgs = {
  measures: Array<Scalars['ID']['input']>;
  pupilGroups?: Array<PupilGroup>;
  from?: InputMaybe<Scalars['AcademicYear']['input']>;
  to?: InputMaybe<Scalars['AcademicYear']['input']>;
  schools?: SchoolsCounted;
};

/** A page of the feed of changes. */
export type ChangeFeed = {
  /** What the page was asked with. */
  id: Scalars['ID']['output'];
  /** What changed here. */
  outcomeChanges?: Maybe<Scalars['ChangeReferences']['output']>;
};

/** A result of one of the caller's schools. It is seen by its trust and the charity's staff, beside what the Department publishes. */
export type OutcomeInput = {
  /** URN of the school, for example `900123`. */
  urn: Scalars['String']['input'];
  /** Academic year at whose end pupils were assessed, for example `2025/26`. */
  academicYear: Scalars['String']['input'];
  /** Code of the measure, for example `PTRWM_EXP`. */
  measure: Scalars['ID']['input'];
  /** The pupils it is about. */
  pupilGroup?: PupilGroup;
  /** Value, in the measure's unit; left out if `noValue` says why there is none. */
  value?: InputMaybe<Scalars['Float']['input']>;
  /** Why there is no value. Five pupils or fewer: SUPPRESSED. */
  noValue?: InputMaybe<NoValueReason>;
  /** Number of pupils behind the value. */
  pupils?: InputMaybe<Scalars['Int']['input']>;
  /** How final it is. A later status replaces an earlier one, never the reverse. */
  status?: ReleaseStatus;
  /** `Outcome.version` as it was read; `0` if there must be none yet. Left out: whatever is there is replaced. */
  expectedVersion?: InputMaybe<Scalars['String']['input']>;
};

export type Mutation = {
  /** Writes results of the caller's own schools. They stand beside what the Department publishes, and replace nothing of it. */
  submitOutcomes?: Maybe<SubmissionReceipt>;
};


export type MutationSubmitOutcomesArgs = {
  rows: Array<OutcomeInput>;
  idempotencyKey: Scalars['String']['input'];
  dryRun?: Scalars['Boolean']['input'];
  onError?: OnError;
  acceptWarnings?: Scalars['Boolean']['input'];
};

export type Query = {
  /** A measure by its code; null if the catalogue has none. */
  measure?: Maybe<Measure>;
  /** The catalogue of measures, by key stage and code. */
  measures?: Maybe<MeasureConnection>;
  /** Files that results were read from, the latest imported first, with what was found in them. For staff. */
  resultFiles?: Maybe<Array<ResultFile>>;
  /** Who changed what here through this API, newest first: for staff all of it, for a trust what is about its schools or came from it. */
  outcomeAudit?: Maybe<AuditConnection>;
};


export type QueryMeasureArgs = {
  code: Scalars['ID']['input'];
};


export type QueryMeasuresArgs = {
  keyStage?: InputMaybe<KeyStage>;
  first?: InputMaybe<Scalars['Int']['input']>;
  after?: InputMaybe<Scalars['String']['input']>;
  last?: InputMaybe<Scalars['Int']['input']>;
  before?: InputMaybe<Scalars['String']['input']>;
};


export type QueryResultFilesArgs = {
  academicYear?: InputMaybe<Scalars['AcademicYear']['input']>;
  first?: Scalars['Int']['input'];
};


export type QueryOutcomeAuditArgs = {
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
