// Generated from schema/outcomes.graphql by `npm run codegen`.
// oxlint-disable
import type * as Types from './types.ts';
import type { GraphQLResolveInfo, GraphQLScalarType, GraphQLScalarTypeConfig } from 'graphql';
import type { AuditEntry as AuditEntryModel, AuditPage as AuditConnectionModel, Receipt as SubmissionReceiptModel, Measure as MeasureModel, Outcome as OutcomeModel, DisadvantageGap as DisadvantageGapModel, NetworkOutcome as NetworkOutcomeModel, School as SchoolModel, Trust as TrustModel, Network as NetworkModel, OutcomePage as OutcomeConnectionModel, MeasurePage as MeasureConnectionModel, ChangeFeed as ChangeFeedModel, ResultFile as ResultFileModel, SchoolCharacteristics as SchoolCharacteristicsModel } from './models.ts';
import type { Loaders } from './loaders.ts';
export type Omit<T, K extends keyof T> = Pick<T, Exclude<keyof T, K>>;
export type RequireFields<T, K extends keyof T> = Omit<T, K> & { [P in K]-?: NonNullable<T[P]> };


export type ResolverTypeWrapper<T> = Promise<T> | T;

export type ReferenceResolver<TResult, TReference, TContext> = (
      reference: TReference,
      context: TContext,
      info: GraphQLResolveInfo
    ) => Promise<TResult> | TResult;

      type ScalarCheck<T, S> = S extends true ? T : NullableCheck<T, S>;
      type NullableCheck<T, S> = Types.Maybe<T> extends T ? Types.Maybe<ListCheck<NonNullable<T>, S>> : ListCheck<T, S>;
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
) => Types.Maybe<TTypes> | Promise<Types.Maybe<TTypes>>;

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
  Measure: Types.Measure;
  Outcome: Types.Outcome;
  School: Types.School;
  Trust: Types.Trust;
  Network: Types.Network;
  ChangeFeed: Types.ChangeFeed;
};

/** Mapping of federation reference types */
export type FederationReferenceTypes = {
  Measure:
    ( { __typename: 'Measure' }
    & GraphQLRecursivePick<FederationTypes['Measure'], {"code":true}> );
  Outcome:
    ( { __typename: 'Outcome' }
    & GraphQLRecursivePick<FederationTypes['Outcome'], {"id":true}> );
  School:
    ( { __typename: 'School' }
    & GraphQLRecursivePick<FederationTypes['School'], {"urn":true}>
    & ( Record<PropertyKey, never>
        | GraphQLRecursivePick<FederationTypes['School'], {"historyUrns":true}>
        | GraphQLRecursivePick<FederationTypes['School'], {"historyUrns":true}>
        | GraphQLRecursivePick<FederationTypes['School'], {"historyUrns":true}> ) );
  Trust:
    ( { __typename: 'Trust' }
    & GraphQLRecursivePick<FederationTypes['Trust'], {"uid":true}> );
  Network:
    ( { __typename: 'Network' }
    & GraphQLRecursivePick<FederationTypes['Network'], {"asOf":true}>
    & ( Record<PropertyKey, never>
        | GraphQLRecursivePick<FederationTypes['Network'], {"memberUrns":true}> ) );
  ChangeFeed:
    ( { __typename: 'ChangeFeed' }
    & GraphQLRecursivePick<FederationTypes['ChangeFeed'], {"id":true}> );
};



/** Mapping between all available schema types and the resolvers types */
export type ResolversTypes = {
  Date: ResolverTypeWrapper<Types.Scalars['Date']['output']>;
  URN: ResolverTypeWrapper<Types.Scalars['URN']['output']>;
  AcademicYear: ResolverTypeWrapper<Types.Scalars['AcademicYear']['output']>;
  ChangeReferences: ResolverTypeWrapper<Types.Scalars['ChangeReferences']['output']>;
  KeyStage: Types.KeyStage;
  MeasureUnit: Types.MeasureUnit;
  PupilGroup: Types.PupilGroup;
  ReleaseStatus: Types.ReleaseStatus;
  SchoolsCounted: Types.SchoolsCounted;
  PupilsOf: Types.PupilsOf;
  CoverageStatus: Types.CoverageStatus;
  NoValueReason: Types.NoValueReason;
  Measure: ResolverTypeWrapper<MeasureModel>;
  ID: ResolverTypeWrapper<Types.Scalars['ID']['output']>;
  Outcome: ResolverTypeWrapper<OutcomeModel>;
  Float: ResolverTypeWrapper<Types.Scalars['Float']['output']>;
  Int: ResolverTypeWrapper<Types.Scalars['Int']['output']>;
  ConfidenceInterval: ResolverTypeWrapper<Types.ConfidenceInterval>;
  BenchmarkValue: ResolverTypeWrapper<Types.BenchmarkValue>;
  ResultSource: ResolverTypeWrapper<Types.ResultSource>;
  ResultFile: ResolverTypeWrapper<ResultFileModel>;
  ResultCoverage: ResolverTypeWrapper<Types.ResultCoverage>;
  SchoolCharacteristics: ResolverTypeWrapper<SchoolCharacteristicsModel>;
  DisadvantageGap: ResolverTypeWrapper<DisadvantageGapModel>;
  NetworkOutcome: ResolverTypeWrapper<NetworkOutcomeModel>;
  OutcomeConnection: ResolverTypeWrapper<OutcomeConnectionModel>;
  OutcomeEdge: ResolverTypeWrapper<Omit<Types.OutcomeEdge, 'node'> & { node: ResolversTypes['Outcome'] }>;
  MeasureConnection: ResolverTypeWrapper<MeasureConnectionModel>;
  MeasureEdge: ResolverTypeWrapper<Omit<Types.MeasureEdge, 'node'> & { node: ResolversTypes['Measure'] }>;
  School: ResolverTypeWrapper<SchoolModel>;
  Trust: ResolverTypeWrapper<TrustModel>;
  Network: ResolverTypeWrapper<NetworkModel>;
  ChangeFeed: ResolverTypeWrapper<ChangeFeedModel>;
  OutcomeInput: Types.OutcomeInput;
  Mutation: ResolverTypeWrapper<Record<PropertyKey, never>>;
  Query: ResolverTypeWrapper<Record<PropertyKey, never>>;
  PageInfo: ResolverTypeWrapper<Types.PageInfo>;
  DateTime: ResolverTypeWrapper<Types.Scalars['DateTime']['output']>;
  JSON: ResolverTypeWrapper<Types.Scalars['JSON']['output']>;
  OnError: Types.OnError;
  UserErrorCode: Types.UserErrorCode;
  UserError: ResolverTypeWrapper<Types.UserError>;
  WarningCode: Types.WarningCode;
  SubmissionWarning: ResolverTypeWrapper<Types.SubmissionWarning>;
  SubmissionReceipt: ResolverTypeWrapper<SubmissionReceiptModel>;
  AuditEntry: ResolverTypeWrapper<AuditEntryModel>;
  AuditConnection: ResolverTypeWrapper<AuditConnectionModel>;
  AuditEdge: ResolverTypeWrapper<Omit<Types.AuditEdge, 'node'> & { node: ResolversTypes['AuditEntry'] }>;
  String: ResolverTypeWrapper<Types.Scalars['String']['output']>;
  Boolean: ResolverTypeWrapper<Types.Scalars['Boolean']['output']>;
};

/** Mapping between all available schema types and the resolvers parents */
export type ResolversParentTypes = {
  Date: Types.Scalars['Date']['output'];
  URN: Types.Scalars['URN']['output'];
  AcademicYear: Types.Scalars['AcademicYear']['output'];
  ChangeReferences: Types.Scalars['ChangeReferences']['output'];
  Measure: MeasureModel;
  ID: Types.Scalars['ID']['output'];
  Outcome: OutcomeModel;
  Float: Types.Scalars['Float']['output'];
  Int: Types.Scalars['Int']['output'];
  ConfidenceInterval: Types.ConfidenceInterval;
  BenchmarkValue: Types.BenchmarkValue;
  ResultSource: Types.ResultSource;
  ResultFile: ResultFileModel;
  ResultCoverage: Types.ResultCoverage;
  SchoolCharacteristics: SchoolCharacteristicsModel;
  DisadvantageGap: DisadvantageGapModel;
  NetworkOutcome: NetworkOutcomeModel;
  OutcomeConnection: OutcomeConnectionModel;
  OutcomeEdge: Omit<Types.OutcomeEdge, 'node'> & { node: ResolversParentTypes['Outcome'] };
  MeasureConnection: MeasureConnectionModel;
  MeasureEdge: Omit<Types.MeasureEdge, 'node'> & { node: ResolversParentTypes['Measure'] };
  School: SchoolModel;
  Trust: TrustModel;
  Network: NetworkModel;
  ChangeFeed: ChangeFeedModel;
  OutcomeInput: Types.OutcomeInput;
  Mutation: Record<PropertyKey, never>;
  Query: Record<PropertyKey, never>;
  PageInfo: Types.PageInfo;
  DateTime: Types.Scalars['DateTime']['output'];
  JSON: Types.Scalars['JSON']['output'];
  UserError: Types.UserError;
  SubmissionWarning: Types.SubmissionWarning;
  SubmissionReceipt: SubmissionReceiptModel;
  AuditEntry: AuditEntryModel;
  AuditConnection: AuditConnectionModel;
  AuditEdge: Omit<Types.AuditEdge, 'node'> & { node: ResolversParentTypes['AuditEntry'] };
  String: Types.Scalars['String']['output'];
  Boolean: Types.Scalars['Boolean']['output'];
};

export type LinkDirectiveArgs = {
  url: Types.Scalars['String']['input'];
  import?: Types.Maybe<Array<Types.Maybe<Types.Scalars['String']['input']>>>;
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

export interface ChangeReferencesScalarConfig extends GraphQLScalarTypeConfig<ResolversTypes['ChangeReferences'], any> {
  name: 'ChangeReferences';
}

export type MeasureResolvers<ContextType = Loaders, ParentType extends ResolversParentTypes['Measure'] = ResolversParentTypes['Measure'], FederationReferenceType extends FederationReferenceTypes['Measure'] = FederationReferenceTypes['Measure']> = {
  __resolveReference?: ReferenceResolver<Types.Maybe<ResolversTypes['Measure']> | FederationReferenceType, FederationReferenceType, ContextType>;
  code?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  name?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  keyStage?: Resolver<ResolversTypes['KeyStage'], ParentType, ContextType>;
  unit?: Resolver<ResolversTypes['MeasureUnit'], ParentType, ContextType>;
  higherIsBetter?: Resolver<ResolversTypes['Boolean'], ParentType, ContextType>;
  firstYear?: Resolver<ResolversTypes['AcademicYear'], ParentType, ContextType>;
  lastYear?: Resolver<Types.Maybe<ResolversTypes['AcademicYear']>, ParentType, ContextType>;
  yearsNotPublished?: Resolver<Array<ResolversTypes['AcademicYear']>, ParentType, ContextType>;
};

export type OutcomeResolvers<ContextType = Loaders, ParentType extends ResolversParentTypes['Outcome'] = ResolversParentTypes['Outcome'], FederationReferenceType extends FederationReferenceTypes['Outcome'] = FederationReferenceTypes['Outcome']> = {
  __resolveReference?: ReferenceResolver<Types.Maybe<ResolversTypes['Outcome']> | FederationReferenceType, FederationReferenceType, ContextType>;
  id?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  urn?: Resolver<Types.Maybe<ResolversTypes['URN']>, ParentType, ContextType>;
  academicYear?: Resolver<ResolversTypes['AcademicYear'], ParentType, ContextType>;
  measure?: Resolver<ResolversTypes['Measure'], ParentType, ContextType>;
  pupilGroup?: Resolver<ResolversTypes['PupilGroup'], ParentType, ContextType>;
  value?: Resolver<Types.Maybe<ResolversTypes['Float']>, ParentType, ContextType>;
  noValue?: Resolver<Types.Maybe<ResolversTypes['NoValueReason']>, ParentType, ContextType>;
  marker?: Resolver<Types.Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  pupils?: Resolver<Types.Maybe<ResolversTypes['Int']>, ParentType, ContextType>;
  confidenceInterval?: Resolver<Types.Maybe<ResolversTypes['ConfidenceInterval']>, ParentType, ContextType>;
  status?: Resolver<ResolversTypes['ReleaseStatus'], ParentType, ContextType>;
  submitted?: Resolver<ResolversTypes['Boolean'], ParentType, ContextType>;
  version?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  updatedAt?: Resolver<ResolversTypes['DateTime'], ParentType, ContextType>;
  source?: Resolver<Types.Maybe<ResolversTypes['ResultSource']>, ParentType, ContextType>;
  localAuthority?: Resolver<Types.Maybe<ResolversTypes['BenchmarkValue']>, ParentType, ContextType>;
  england?: Resolver<Types.Maybe<ResolversTypes['BenchmarkValue']>, ParentType, ContextType>;
};

export type ConfidenceIntervalResolvers<ContextType = Loaders, ParentType extends ResolversParentTypes['ConfidenceInterval'] = ResolversParentTypes['ConfidenceInterval']> = {
  lower?: Resolver<ResolversTypes['Float'], ParentType, ContextType>;
  upper?: Resolver<ResolversTypes['Float'], ParentType, ContextType>;
};

export type BenchmarkValueResolvers<ContextType = Loaders, ParentType extends ResolversParentTypes['BenchmarkValue'] = ResolversParentTypes['BenchmarkValue']> = {
  value?: Resolver<Types.Maybe<ResolversTypes['Float']>, ParentType, ContextType>;
  noValue?: Resolver<Types.Maybe<ResolversTypes['NoValueReason']>, ParentType, ContextType>;
  pupils?: Resolver<Types.Maybe<ResolversTypes['Int']>, ParentType, ContextType>;
  difference?: Resolver<Types.Maybe<ResolversTypes['Float']>, ParentType, ContextType>;
  note?: Resolver<Types.Maybe<ResolversTypes['String']>, ParentType, ContextType>;
};

export type ResultSourceResolvers<ContextType = Loaders, ParentType extends ResolversParentTypes['ResultSource'] = ResolversParentTypes['ResultSource']> = {
  title?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  file?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  fictional?: Resolver<ResolversTypes['Boolean'], ParentType, ContextType>;
};

export type ResultFileResolvers<ContextType = Loaders, ParentType extends ResolversParentTypes['ResultFile'] = ResolversParentTypes['ResultFile']> = {
  title?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  file?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  academicYear?: Resolver<Types.Maybe<ResolversTypes['AcademicYear']>, ParentType, ContextType>;
  importedAt?: Resolver<Types.Maybe<ResolversTypes['DateTime']>, ParentType, ContextType>;
  fictional?: Resolver<ResolversTypes['Boolean'], ParentType, ContextType>;
  coverage?: Resolver<Array<ResolversTypes['ResultCoverage']>, ParentType, ContextType>;
};

export type ResultCoverageResolvers<ContextType = Loaders, ParentType extends ResolversParentTypes['ResultCoverage'] = ResolversParentTypes['ResultCoverage']> = {
  measure?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  pupilGroup?: Resolver<ResolversTypes['PupilGroup'], ParentType, ContextType>;
  column?: Resolver<Types.Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  status?: Resolver<ResolversTypes['CoverageStatus'], ParentType, ContextType>;
  values?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  markers?: Resolver<ResolversTypes['JSON'], ParentType, ContextType>;
};

export type SchoolCharacteristicsResolvers<ContextType = Loaders, ParentType extends ResolversParentTypes['SchoolCharacteristics'] = ResolversParentTypes['SchoolCharacteristics']> = {
  academicYear?: Resolver<ResolversTypes['AcademicYear'], ParentType, ContextType>;
  pupilsOf?: Resolver<ResolversTypes['PupilsOf'], ParentType, ContextType>;
  cohort?: Resolver<Types.Maybe<ResolversTypes['Int']>, ParentType, ContextType>;
  roll?: Resolver<Types.Maybe<ResolversTypes['Int']>, ParentType, ContextType>;
  disadvantaged?: Resolver<Types.Maybe<ResolversTypes['Float']>, ParentType, ContextType>;
  eal?: Resolver<Types.Maybe<ResolversTypes['Float']>, ParentType, ContextType>;
  senPlan?: Resolver<Types.Maybe<ResolversTypes['Float']>, ParentType, ContextType>;
  senSupport?: Resolver<Types.Maybe<ResolversTypes['Float']>, ParentType, ContextType>;
  priorAttainment?: Resolver<Types.Maybe<ResolversTypes['Float']>, ParentType, ContextType>;
  absence?: Resolver<Types.Maybe<ResolversTypes['Float']>, ParentType, ContextType>;
  persistentAbsence?: Resolver<Types.Maybe<ResolversTypes['Float']>, ParentType, ContextType>;
  schoolType?: Resolver<Types.Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  stateFunded?: Resolver<Types.Maybe<ResolversTypes['Boolean']>, ParentType, ContextType>;
  ageRange?: Resolver<Types.Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  admissions?: Resolver<Types.Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  gender?: Resolver<Types.Maybe<ResolversTypes['String']>, ParentType, ContextType>;
};

export type DisadvantageGapResolvers<ContextType = Loaders, ParentType extends ResolversParentTypes['DisadvantageGap'] = ResolversParentTypes['DisadvantageGap']> = {
  academicYear?: Resolver<ResolversTypes['AcademicYear'], ParentType, ContextType>;
  measure?: Resolver<ResolversTypes['Measure'], ParentType, ContextType>;
  urn?: Resolver<Types.Maybe<ResolversTypes['URN']>, ParentType, ContextType>;
  submitted?: Resolver<ResolversTypes['Boolean'], ParentType, ContextType>;
  disadvantaged?: Resolver<Types.Maybe<ResolversTypes['Float']>, ParentType, ContextType>;
  disadvantagedNoValue?: Resolver<Types.Maybe<ResolversTypes['NoValueReason']>, ParentType, ContextType>;
  others?: Resolver<Types.Maybe<ResolversTypes['Float']>, ParentType, ContextType>;
  othersNoValue?: Resolver<Types.Maybe<ResolversTypes['NoValueReason']>, ParentType, ContextType>;
  gap?: Resolver<Types.Maybe<ResolversTypes['Float']>, ParentType, ContextType>;
  gapToNationalOthers?: Resolver<Types.Maybe<ResolversTypes['Float']>, ParentType, ContextType>;
  localAuthorityGap?: Resolver<Types.Maybe<ResolversTypes['Float']>, ParentType, ContextType>;
  englandGap?: Resolver<Types.Maybe<ResolversTypes['Float']>, ParentType, ContextType>;
};

export type NetworkOutcomeResolvers<ContextType = Loaders, ParentType extends ResolversParentTypes['NetworkOutcome'] = ResolversParentTypes['NetworkOutcome']> = {
  academicYear?: Resolver<ResolversTypes['AcademicYear'], ParentType, ContextType>;
  measure?: Resolver<ResolversTypes['Measure'], ParentType, ContextType>;
  pupilGroup?: Resolver<ResolversTypes['PupilGroup'], ParentType, ContextType>;
  value?: Resolver<Types.Maybe<ResolversTypes['Float']>, ParentType, ContextType>;
  schools?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  pupils?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  england?: Resolver<Types.Maybe<ResolversTypes['Float']>, ParentType, ContextType>;
  difference?: Resolver<Types.Maybe<ResolversTypes['Float']>, ParentType, ContextType>;
};

export type OutcomeConnectionResolvers<ContextType = Loaders, ParentType extends ResolversParentTypes['OutcomeConnection'] = ResolversParentTypes['OutcomeConnection']> = {
  edges?: Resolver<Array<ResolversTypes['OutcomeEdge']>, ParentType, ContextType>;
  nodes?: Resolver<Array<ResolversTypes['Outcome']>, ParentType, ContextType>;
  pageInfo?: Resolver<ResolversTypes['PageInfo'], ParentType, ContextType>;
  totalCount?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
};

export type OutcomeEdgeResolvers<ContextType = Loaders, ParentType extends ResolversParentTypes['OutcomeEdge'] = ResolversParentTypes['OutcomeEdge']> = {
  cursor?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  node?: Resolver<ResolversTypes['Outcome'], ParentType, ContextType>;
};

export type MeasureConnectionResolvers<ContextType = Loaders, ParentType extends ResolversParentTypes['MeasureConnection'] = ResolversParentTypes['MeasureConnection']> = {
  edges?: Resolver<Array<ResolversTypes['MeasureEdge']>, ParentType, ContextType>;
  nodes?: Resolver<Array<ResolversTypes['Measure']>, ParentType, ContextType>;
  pageInfo?: Resolver<ResolversTypes['PageInfo'], ParentType, ContextType>;
  totalCount?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
};

export type MeasureEdgeResolvers<ContextType = Loaders, ParentType extends ResolversParentTypes['MeasureEdge'] = ResolversParentTypes['MeasureEdge']> = {
  cursor?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  node?: Resolver<ResolversTypes['Measure'], ParentType, ContextType>;
};

export type SchoolResolvers<ContextType = Loaders, ParentType extends ResolversParentTypes['School'] = ResolversParentTypes['School'], FederationReferenceType extends FederationReferenceTypes['School'] = FederationReferenceTypes['School']> = {
  __resolveReference?: ReferenceResolver<Types.Maybe<ResolversTypes['School']> | FederationReferenceType, FederationReferenceType, ContextType>;
  urn?: Resolver<ResolversTypes['URN'], ParentType, ContextType>;
  outcomes?: Resolver<Types.Maybe<ResolversTypes['OutcomeConnection']>, ParentType, ContextType, RequireFields<Types.SchoolOutcomesArgs, 'pupilGroups' | 'includePredecessors'>>;
  disadvantageGap?: Resolver<Types.Maybe<Array<ResolversTypes['DisadvantageGap']>>, ParentType, ContextType, RequireFields<Types.SchoolDisadvantageGapArgs, 'measure' | 'includePredecessors'>>;
  characteristics?: Resolver<Types.Maybe<Array<ResolversTypes['SchoolCharacteristics']>>, ParentType, ContextType, Partial<Types.SchoolCharacteristicsArgs>>;
};

export type TrustResolvers<ContextType = Loaders, ParentType extends ResolversParentTypes['Trust'] = ResolversParentTypes['Trust'], FederationReferenceType extends FederationReferenceTypes['Trust'] = FederationReferenceTypes['Trust']> = {
  __resolveReference?: ReferenceResolver<Types.Maybe<ResolversTypes['Trust']> | FederationReferenceType, FederationReferenceType, ContextType>;
  uid?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  outcomes?: Resolver<Types.Maybe<ResolversTypes['OutcomeConnection']>, ParentType, ContextType, RequireFields<Types.TrustOutcomesArgs, 'pupilGroups'>>;
  disadvantageGap?: Resolver<Types.Maybe<Array<ResolversTypes['DisadvantageGap']>>, ParentType, ContextType, RequireFields<Types.TrustDisadvantageGapArgs, 'measure'>>;
};

export type NetworkResolvers<ContextType = Loaders, ParentType extends ResolversParentTypes['Network'] = ResolversParentTypes['Network'], FederationReferenceType extends FederationReferenceTypes['Network'] = FederationReferenceTypes['Network']> = {
  __resolveReference?: ReferenceResolver<Types.Maybe<ResolversTypes['Network']> | FederationReferenceType, FederationReferenceType, ContextType>;
  asOf?: Resolver<ResolversTypes['Date'], ParentType, ContextType>;
  outcomes?: Resolver<Types.Maybe<Array<ResolversTypes['NetworkOutcome']>>, ParentType, ContextType, RequireFields<Types.NetworkOutcomesArgs, 'measures' | 'pupilGroups' | 'schools'>>;
};

export type ChangeFeedResolvers<ContextType = Loaders, ParentType extends ResolversParentTypes['ChangeFeed'] = ResolversParentTypes['ChangeFeed'], FederationReferenceType extends FederationReferenceTypes['ChangeFeed'] = FederationReferenceTypes['ChangeFeed']> = {
  __resolveReference?: ReferenceResolver<Types.Maybe<ResolversTypes['ChangeFeed']> | FederationReferenceType, FederationReferenceType, ContextType>;
  id?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  outcomeChanges?: Resolver<Types.Maybe<ResolversTypes['ChangeReferences']>, ParentType, ContextType>;
};

export type MutationResolvers<ContextType = Loaders, ParentType extends ResolversParentTypes['Mutation'] = ResolversParentTypes['Mutation']> = {
  submitOutcomes?: Resolver<Types.Maybe<ResolversTypes['SubmissionReceipt']>, ParentType, ContextType, RequireFields<Types.MutationSubmitOutcomesArgs, 'rows' | 'idempotencyKey' | 'dryRun' | 'onError' | 'acceptWarnings'>>;
};

export type QueryResolvers<ContextType = Loaders, ParentType extends ResolversParentTypes['Query'] = ResolversParentTypes['Query']> = {
  measure?: Resolver<Types.Maybe<ResolversTypes['Measure']>, ParentType, ContextType, RequireFields<Types.QueryMeasureArgs, 'code'>>;
  measures?: Resolver<Types.Maybe<ResolversTypes['MeasureConnection']>, ParentType, ContextType, Partial<Types.QueryMeasuresArgs>>;
  resultFiles?: Resolver<Types.Maybe<Array<ResolversTypes['ResultFile']>>, ParentType, ContextType, RequireFields<Types.QueryResultFilesArgs, 'first'>>;
  outcomeAudit?: Resolver<Types.Maybe<ResolversTypes['AuditConnection']>, ParentType, ContextType, Partial<Types.QueryOutcomeAuditArgs>>;
};

export type PageInfoResolvers<ContextType = Loaders, ParentType extends ResolversParentTypes['PageInfo'] = ResolversParentTypes['PageInfo']> = {
  hasNextPage?: Resolver<ResolversTypes['Boolean'], ParentType, ContextType>;
  hasPreviousPage?: Resolver<ResolversTypes['Boolean'], ParentType, ContextType>;
  startCursor?: Resolver<Types.Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  endCursor?: Resolver<Types.Maybe<ResolversTypes['String']>, ParentType, ContextType>;
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
  value?: Resolver<Types.Maybe<ResolversTypes['String']>, ParentType, ContextType>;
};

export type SubmissionWarningResolvers<ContextType = Loaders, ParentType extends ResolversParentTypes['SubmissionWarning'] = ResolversParentTypes['SubmissionWarning']> = {
  index?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  path?: Resolver<Array<ResolversTypes['String']>, ParentType, ContextType>;
  code?: Resolver<ResolversTypes['WarningCode'], ParentType, ContextType>;
  message?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  value?: Resolver<Types.Maybe<ResolversTypes['String']>, ParentType, ContextType>;
};

export type SubmissionReceiptResolvers<ContextType = Loaders, ParentType extends ResolversParentTypes['SubmissionReceipt'] = ResolversParentTypes['SubmissionReceipt']> = {
  id?: Resolver<Types.Maybe<ResolversTypes['ID']>, ParentType, ContextType>;
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
  trust?: Resolver<Types.Maybe<ResolversTypes['ID']>, ParentType, ContextType>;
  from?: Resolver<Types.Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  operation?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  receiptId?: Resolver<Types.Maybe<ResolversTypes['ID']>, ParentType, ContextType>;
  type?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  subject?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  urn?: Resolver<Types.Maybe<ResolversTypes['URN']>, ParentType, ContextType>;
  before?: Resolver<Types.Maybe<ResolversTypes['JSON']>, ParentType, ContextType>;
  after?: Resolver<Types.Maybe<ResolversTypes['JSON']>, ParentType, ContextType>;
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
  ChangeReferences?: GraphQLScalarType;
  Measure?: MeasureResolvers<ContextType>;
  Outcome?: OutcomeResolvers<ContextType>;
  ConfidenceInterval?: ConfidenceIntervalResolvers<ContextType>;
  BenchmarkValue?: BenchmarkValueResolvers<ContextType>;
  ResultSource?: ResultSourceResolvers<ContextType>;
  ResultFile?: ResultFileResolvers<ContextType>;
  ResultCoverage?: ResultCoverageResolvers<ContextType>;
  SchoolCharacteristics?: SchoolCharacteristicsResolvers<ContextType>;
  DisadvantageGap?: DisadvantageGapResolvers<ContextType>;
  NetworkOutcome?: NetworkOutcomeResolvers<ContextType>;
  OutcomeConnection?: OutcomeConnectionResolvers<ContextType>;
  OutcomeEdge?: OutcomeEdgeResolvers<ContextType>;
  MeasureConnection?: MeasureConnectionResolvers<ContextType>;
  MeasureEdge?: MeasureEdgeResolvers<ContextType>;
  School?: SchoolResolvers<ContextType>;
  Trust?: TrustResolvers<ContextType>;
  Network?: NetworkResolvers<ContextType>;
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
