// Generated from schema/reviews.graphql by `npm run codegen`.
// oxlint-disable
import type * as Types from './types.ts';
import type { GraphQLResolveInfo, GraphQLScalarType, GraphQLScalarTypeConfig } from 'graphql';
import type { AuditEntry as AuditEntryModel, AuditPage as AuditConnectionModel, Receipt as SubmissionReceiptModel, Framework as FrameworkModel, Review as ReviewModel, Reviewer as ReviewerModel, ReviewHeading as ReviewHeadingModel, Finding as FindingModel, ReviewVisit as ReviewVisitModel, AreaOfExcellence as AreaOfExcellenceModel, School as SchoolModel, Trust as TrustModel, ReviewPage as ReviewConnectionModel, ReviewVisitPage as ReviewVisitConnectionModel, AreaOfExcellencePage as AreaOfExcellenceConnectionModel, EventOf as ReviewHostedEventModel, EventOf as ReviewVisitEventModel, EventOf as AccreditationEventModel, ChangeFeed as ChangeFeedModel } from './models.ts';
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
  Framework: Types.Framework;
  Review: Types.Review;
  ReviewVisit: Types.ReviewVisit;
  AreaOfExcellence: Types.AreaOfExcellence;
  School: Types.School;
  Trust: Types.Trust;
  ReviewHostedEvent: Types.ReviewHostedEvent;
  ReviewVisitEvent: Types.ReviewVisitEvent;
  AccreditationEvent: Types.AccreditationEvent;
  ChangeFeed: Types.ChangeFeed;
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
  Date: ResolverTypeWrapper<Types.Scalars['Date']['output']>;
  URN: ResolverTypeWrapper<Types.Scalars['URN']['output']>;
  AcademicYear: ResolverTypeWrapper<Types.Scalars['AcademicYear']['output']>;
  EventReferences: ResolverTypeWrapper<Types.Scalars['EventReferences']['output']>;
  ChangeReferences: ResolverTypeWrapper<Types.Scalars['ChangeReferences']['output']>;
  Phase: Types.Phase;
  ReviewKind: Types.ReviewKind;
  Mode: Types.Mode;
  Estimate: Types.Estimate;
  FindingKind: Types.FindingKind;
  ReviewRole: Types.ReviewRole;
  AccreditationStatus: Types.AccreditationStatus;
  Framework: ResolverTypeWrapper<FrameworkModel>;
  ID: ResolverTypeWrapper<Types.Scalars['ID']['output']>;
  FrameworkHeading: ResolverTypeWrapper<Types.FrameworkHeading>;
  Review: ResolverTypeWrapper<ReviewModel>;
  Reviewer: ResolverTypeWrapper<ReviewerModel>;
  ReviewHeading: ResolverTypeWrapper<ReviewHeadingModel>;
  Finding: ResolverTypeWrapper<FindingModel>;
  ReviewVisit: ResolverTypeWrapper<ReviewVisitModel>;
  AreaOfExcellence: ResolverTypeWrapper<AreaOfExcellenceModel>;
  ReviewConnection: ResolverTypeWrapper<ReviewConnectionModel>;
  Int: ResolverTypeWrapper<Types.Scalars['Int']['output']>;
  ReviewEdge: ResolverTypeWrapper<Omit<Types.ReviewEdge, 'node'> & { node: ResolversTypes['Review'] }>;
  ReviewVisitConnection: ResolverTypeWrapper<ReviewVisitConnectionModel>;
  ReviewVisitEdge: ResolverTypeWrapper<Omit<Types.ReviewVisitEdge, 'node'> & { node: ResolversTypes['ReviewVisit'] }>;
  AreaOfExcellenceConnection: ResolverTypeWrapper<AreaOfExcellenceConnectionModel>;
  AreaOfExcellenceEdge: ResolverTypeWrapper<Omit<Types.AreaOfExcellenceEdge, 'node'> & { node: ResolversTypes['AreaOfExcellence'] }>;
  ReviewFilter: Types.ReviewFilter;
  School: ResolverTypeWrapper<SchoolModel>;
  Trust: ResolverTypeWrapper<TrustModel>;
  ReviewHostedEvent: ResolverTypeWrapper<ReviewHostedEventModel>;
  ReviewVisitEvent: ResolverTypeWrapper<ReviewVisitEventModel>;
  AccreditationEvent: ResolverTypeWrapper<AccreditationEventModel>;
  ChangeFeed: ResolverTypeWrapper<ChangeFeedModel>;
  ReviewerInput: Types.ReviewerInput;
  FindingInput: Types.FindingInput;
  ReviewHeadingInput: Types.ReviewHeadingInput;
  AreaOfExcellenceInput: Types.AreaOfExcellenceInput;
  ReviewInput: Types.ReviewInput;
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
  EventReferences: Types.Scalars['EventReferences']['output'];
  ChangeReferences: Types.Scalars['ChangeReferences']['output'];
  Framework: FrameworkModel;
  ID: Types.Scalars['ID']['output'];
  FrameworkHeading: Types.FrameworkHeading;
  Review: ReviewModel;
  Reviewer: ReviewerModel;
  ReviewHeading: ReviewHeadingModel;
  Finding: FindingModel;
  ReviewVisit: ReviewVisitModel;
  AreaOfExcellence: AreaOfExcellenceModel;
  ReviewConnection: ReviewConnectionModel;
  Int: Types.Scalars['Int']['output'];
  ReviewEdge: Omit<Types.ReviewEdge, 'node'> & { node: ResolversParentTypes['Review'] };
  ReviewVisitConnection: ReviewVisitConnectionModel;
  ReviewVisitEdge: Omit<Types.ReviewVisitEdge, 'node'> & { node: ResolversParentTypes['ReviewVisit'] };
  AreaOfExcellenceConnection: AreaOfExcellenceConnectionModel;
  AreaOfExcellenceEdge: Omit<Types.AreaOfExcellenceEdge, 'node'> & { node: ResolversParentTypes['AreaOfExcellence'] };
  ReviewFilter: Types.ReviewFilter;
  School: SchoolModel;
  Trust: TrustModel;
  ReviewHostedEvent: ReviewHostedEventModel;
  ReviewVisitEvent: ReviewVisitEventModel;
  AccreditationEvent: AccreditationEventModel;
  ChangeFeed: ChangeFeedModel;
  ReviewerInput: Types.ReviewerInput;
  FindingInput: Types.FindingInput;
  ReviewHeadingInput: Types.ReviewHeadingInput;
  AreaOfExcellenceInput: Types.AreaOfExcellenceInput;
  ReviewInput: Types.ReviewInput;
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

export interface EventReferencesScalarConfig extends GraphQLScalarTypeConfig<ResolversTypes['EventReferences'], any> {
  name: 'EventReferences';
}

export interface ChangeReferencesScalarConfig extends GraphQLScalarTypeConfig<ResolversTypes['ChangeReferences'], any> {
  name: 'ChangeReferences';
}

export type FrameworkResolvers<ContextType = Loaders, ParentType extends ResolversParentTypes['Framework'] = ResolversParentTypes['Framework'], FederationReferenceType extends FederationReferenceTypes['Framework'] = FederationReferenceTypes['Framework']> = {
  __resolveReference?: ReferenceResolver<Types.Maybe<ResolversTypes['Framework']> | FederationReferenceType, FederationReferenceType, ContextType>;
  code?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  name?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  from?: Resolver<ResolversTypes['Date'], ParentType, ContextType>;
  to?: Resolver<Types.Maybe<ResolversTypes['Date']>, ParentType, ContextType>;
  headings?: Resolver<Array<ResolversTypes['FrameworkHeading']>, ParentType, ContextType>;
  estimates?: Resolver<Array<ResolversTypes['Estimate']>, ParentType, ContextType>;
};

export type FrameworkHeadingResolvers<ContextType = Loaders, ParentType extends ResolversParentTypes['FrameworkHeading'] = ResolversParentTypes['FrameworkHeading']> = {
  code?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  title?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
};

export type ReviewResolvers<ContextType = Loaders, ParentType extends ResolversParentTypes['Review'] = ResolversParentTypes['Review'], FederationReferenceType extends FederationReferenceTypes['Review'] = FederationReferenceTypes['Review']> = {
  __resolveReference?: ReferenceResolver<Types.Maybe<ResolversTypes['Review']> | FederationReferenceType, FederationReferenceType, ContextType>;
  id?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  kind?: Resolver<ResolversTypes['ReviewKind'], ParentType, ContextType>;
  framework?: Resolver<ResolversTypes['Framework'], ParentType, ContextType>;
  urn?: Resolver<Types.Maybe<ResolversTypes['URN']>, ParentType, ContextType>;
  hostSchool?: Resolver<Types.Maybe<ResolversTypes['School']>, ParentType, ContextType>;
  hostTrust?: Resolver<Types.Maybe<ResolversTypes['Trust']>, ParentType, ContextType>;
  startDate?: Resolver<ResolversTypes['Date'], ParentType, ContextType>;
  endDate?: Resolver<ResolversTypes['Date'], ParentType, ContextType>;
  academicYear?: Resolver<ResolversTypes['AcademicYear'], ParentType, ContextType>;
  mode?: Resolver<ResolversTypes['Mode'], ParentType, ContextType>;
  phase?: Resolver<Types.Maybe<ResolversTypes['Phase']>, ParentType, ContextType>;
  lead?: Resolver<Types.Maybe<ResolversTypes['Reviewer']>, ParentType, ContextType>;
  team?: Resolver<Array<ResolversTypes['Reviewer']>, ParentType, ContextType>;
  headings?: Resolver<Types.Maybe<Array<ResolversTypes['ReviewHeading']>>, ParentType, ContextType>;
  reportShared?: Resolver<ResolversTypes['Boolean'], ParentType, ContextType>;
  version?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  updatedAt?: Resolver<ResolversTypes['DateTime'], ParentType, ContextType>;
  areasOfExcellence?: Resolver<Array<ResolversTypes['AreaOfExcellence']>, ParentType, ContextType>;
};

export type ReviewerResolvers<ContextType = Loaders, ParentType extends ResolversParentTypes['Reviewer'] = ResolversParentTypes['Reviewer']> = {
  name?: Resolver<Types.Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  role?: Resolver<ResolversTypes['ReviewRole'], ParentType, ContextType>;
  urn?: Resolver<Types.Maybe<ResolversTypes['URN']>, ParentType, ContextType>;
  school?: Resolver<Types.Maybe<ResolversTypes['School']>, ParentType, ContextType>;
};

export type ReviewHeadingResolvers<ContextType = Loaders, ParentType extends ResolversParentTypes['ReviewHeading'] = ResolversParentTypes['ReviewHeading']> = {
  code?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  title?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  estimate?: Resolver<Types.Maybe<ResolversTypes['Estimate']>, ParentType, ContextType>;
  findings?: Resolver<Array<ResolversTypes['Finding']>, ParentType, ContextType, Partial<Types.ReviewHeadingFindingsArgs>>;
};

export type FindingResolvers<ContextType = Loaders, ParentType extends ResolversParentTypes['Finding'] = ResolversParentTypes['Finding']> = {
  kind?: Resolver<ResolversTypes['FindingKind'], ParentType, ContextType>;
  text?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
};

export type ReviewVisitResolvers<ContextType = Loaders, ParentType extends ResolversParentTypes['ReviewVisit'] = ResolversParentTypes['ReviewVisit'], FederationReferenceType extends FederationReferenceTypes['ReviewVisit'] = FederationReferenceTypes['ReviewVisit']> = {
  __resolveReference?: ReferenceResolver<Types.Maybe<ResolversTypes['ReviewVisit']> | FederationReferenceType, FederationReferenceType, ContextType>;
  id?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  name?: Resolver<Types.Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  role?: Resolver<ResolversTypes['ReviewRole'], ParentType, ContextType>;
  urn?: Resolver<ResolversTypes['URN'], ParentType, ContextType>;
  school?: Resolver<Types.Maybe<ResolversTypes['School']>, ParentType, ContextType>;
  date?: Resolver<ResolversTypes['Date'], ParentType, ContextType>;
  academicYear?: Resolver<ResolversTypes['AcademicYear'], ParentType, ContextType>;
  review?: Resolver<ResolversTypes['Review'], ParentType, ContextType>;
};

export type AreaOfExcellenceResolvers<ContextType = Loaders, ParentType extends ResolversParentTypes['AreaOfExcellence'] = ResolversParentTypes['AreaOfExcellence'], FederationReferenceType extends FederationReferenceTypes['AreaOfExcellence'] = FederationReferenceTypes['AreaOfExcellence']> = {
  __resolveReference?: ReferenceResolver<Types.Maybe<ResolversTypes['AreaOfExcellence']> | FederationReferenceType, FederationReferenceType, ContextType>;
  id?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  title?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  theme?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  description?: Resolver<Types.Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  urn?: Resolver<ResolversTypes['URN'], ParentType, ContextType>;
  school?: Resolver<Types.Maybe<ResolversTypes['School']>, ParentType, ContextType>;
  phase?: Resolver<Types.Maybe<ResolversTypes['Phase']>, ParentType, ContextType>;
  review?: Resolver<ResolversTypes['Review'], ParentType, ContextType>;
  status?: Resolver<ResolversTypes['AccreditationStatus'], ParentType, ContextType>;
  accreditedOn?: Resolver<Types.Maybe<ResolversTypes['Date']>, ParentType, ContextType>;
  validUntil?: Resolver<Types.Maybe<ResolversTypes['Date']>, ParentType, ContextType>;
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
  __resolveReference?: ReferenceResolver<Types.Maybe<ResolversTypes['School']> | FederationReferenceType, FederationReferenceType, ContextType>;
  urn?: Resolver<ResolversTypes['URN'], ParentType, ContextType>;
  reviews?: Resolver<Types.Maybe<ResolversTypes['ReviewConnection']>, ParentType, ContextType, RequireFields<Types.SchoolReviewsArgs, 'includePredecessors'>>;
  reviewVisits?: Resolver<Types.Maybe<ResolversTypes['ReviewVisitConnection']>, ParentType, ContextType, RequireFields<Types.SchoolReviewVisitsArgs, 'includePredecessors'>>;
  areasOfExcellence?: Resolver<Types.Maybe<ResolversTypes['AreaOfExcellenceConnection']>, ParentType, ContextType, RequireFields<Types.SchoolAreasOfExcellenceArgs, 'includePredecessors'>>;
  reviewEvents?: Resolver<Types.Maybe<ResolversTypes['EventReferences']>, ParentType, ContextType>;
  reviewPartners?: Resolver<Types.Maybe<ResolversTypes['EventReferences']>, ParentType, ContextType>;
};

export type TrustResolvers<ContextType = Loaders, ParentType extends ResolversParentTypes['Trust'] = ResolversParentTypes['Trust'], FederationReferenceType extends FederationReferenceTypes['Trust'] = FederationReferenceTypes['Trust']> = {
  __resolveReference?: ReferenceResolver<Types.Maybe<ResolversTypes['Trust']> | FederationReferenceType, FederationReferenceType, ContextType>;
  uid?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  reviews?: Resolver<Types.Maybe<ResolversTypes['ReviewConnection']>, ParentType, ContextType, RequireFields<Types.TrustReviewsArgs, 'trustOnly'>>;
  reviewEvents?: Resolver<Types.Maybe<ResolversTypes['EventReferences']>, ParentType, ContextType>;
};

export type ReviewHostedEventResolvers<ContextType = Loaders, ParentType extends ResolversParentTypes['ReviewHostedEvent'] = ResolversParentTypes['ReviewHostedEvent'], FederationReferenceType extends FederationReferenceTypes['ReviewHostedEvent'] = FederationReferenceTypes['ReviewHostedEvent']> = {
  __resolveReference?: ReferenceResolver<Types.Maybe<ResolversTypes['ReviewHostedEvent']> | FederationReferenceType, FederationReferenceType, ContextType>;
  id?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  review?: Resolver<Types.Maybe<ResolversTypes['Review']>, ParentType, ContextType>;
};

export type ReviewVisitEventResolvers<ContextType = Loaders, ParentType extends ResolversParentTypes['ReviewVisitEvent'] = ResolversParentTypes['ReviewVisitEvent'], FederationReferenceType extends FederationReferenceTypes['ReviewVisitEvent'] = FederationReferenceTypes['ReviewVisitEvent']> = {
  __resolveReference?: ReferenceResolver<Types.Maybe<ResolversTypes['ReviewVisitEvent']> | FederationReferenceType, FederationReferenceType, ContextType>;
  id?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  reviewVisit?: Resolver<Types.Maybe<ResolversTypes['ReviewVisit']>, ParentType, ContextType>;
};

export type AccreditationEventResolvers<ContextType = Loaders, ParentType extends ResolversParentTypes['AccreditationEvent'] = ResolversParentTypes['AccreditationEvent'], FederationReferenceType extends FederationReferenceTypes['AccreditationEvent'] = FederationReferenceTypes['AccreditationEvent']> = {
  __resolveReference?: ReferenceResolver<Types.Maybe<ResolversTypes['AccreditationEvent']> | FederationReferenceType, FederationReferenceType, ContextType>;
  id?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  areaOfExcellence?: Resolver<Types.Maybe<ResolversTypes['AreaOfExcellence']>, ParentType, ContextType>;
};

export type ChangeFeedResolvers<ContextType = Loaders, ParentType extends ResolversParentTypes['ChangeFeed'] = ResolversParentTypes['ChangeFeed'], FederationReferenceType extends FederationReferenceTypes['ChangeFeed'] = FederationReferenceTypes['ChangeFeed']> = {
  __resolveReference?: ReferenceResolver<Types.Maybe<ResolversTypes['ChangeFeed']> | FederationReferenceType, FederationReferenceType, ContextType>;
  id?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  reviewChanges?: Resolver<Types.Maybe<ResolversTypes['ChangeReferences']>, ParentType, ContextType>;
};

export type MutationResolvers<ContextType = Loaders, ParentType extends ResolversParentTypes['Mutation'] = ResolversParentTypes['Mutation']> = {
  recordReview?: Resolver<Types.Maybe<ResolversTypes['SubmissionReceipt']>, ParentType, ContextType, RequireFields<Types.MutationRecordReviewArgs, 'rows' | 'idempotencyKey' | 'dryRun' | 'onError'>>;
  shareReport?: Resolver<Types.Maybe<ResolversTypes['Review']>, ParentType, ContextType, RequireFields<Types.MutationShareReportArgs, 'id' | 'shared'>>;
};

export type QueryResolvers<ContextType = Loaders, ParentType extends ResolversParentTypes['Query'] = ResolversParentTypes['Query']> = {
  review?: Resolver<Types.Maybe<ResolversTypes['Review']>, ParentType, ContextType, RequireFields<Types.QueryReviewArgs, 'id'>>;
  reviews?: Resolver<Types.Maybe<ResolversTypes['ReviewConnection']>, ParentType, ContextType, Partial<Types.QueryReviewsArgs>>;
  areasOfExcellence?: Resolver<Types.Maybe<ResolversTypes['AreaOfExcellenceConnection']>, ParentType, ContextType, Partial<Types.QueryAreasOfExcellenceArgs>>;
  frameworks?: Resolver<Types.Maybe<Array<ResolversTypes['Framework']>>, ParentType, ContextType>;
  reviewAudit?: Resolver<Types.Maybe<ResolversTypes['AuditConnection']>, ParentType, ContextType, Partial<Types.QueryReviewAuditArgs>>;
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
