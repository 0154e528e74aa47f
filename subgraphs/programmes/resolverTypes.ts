// Generated from schema/programmes.graphql by `npm run codegen`.
// oxlint-disable
import type * as Types from './types.ts';
import type { GraphQLResolveInfo, GraphQLScalarType, GraphQLScalarTypeConfig } from 'graphql';
import type { AuditEntry as AuditEntryModel, AuditPage as AuditConnectionModel, Receipt as SubmissionReceiptModel, Programme as ProgrammeModel, Cohort as CohortModel, Session as SessionModel, Enrolment as EnrolmentModel, Visit as VisitModel, PracticeShared as PracticeSharedModel, School as SchoolModel, Trust as TrustModel, ProgrammePage as ProgrammeConnectionModel, CohortPage as CohortConnectionModel, EnrolmentPage as EnrolmentConnectionModel, VisitPage as VisitConnectionModel, PracticeSharedPage as PracticeSharedConnectionModel, EventOf as EnrolmentEventModel, EventOf as VisitEventModel, EventOf as PracticeSharedEventModel, ChangeFeed as ChangeFeedModel } from './models.ts';
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
  Programme: Types.Programme;
  Cohort: Types.Cohort;
  Session: Types.Session;
  Enrolment: Types.Enrolment;
  Visit: Types.Visit;
  PracticeShared: Types.PracticeShared;
  School: Types.School;
  Trust: Types.Trust;
  EnrolmentEvent: Types.EnrolmentEvent;
  VisitEvent: Types.VisitEvent;
  PracticeSharedEvent: Types.PracticeSharedEvent;
  ChangeFeed: Types.ChangeFeed;
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
  Date: ResolverTypeWrapper<Types.Scalars['Date']['output']>;
  URL: ResolverTypeWrapper<Types.Scalars['URL']['output']>;
  URN: ResolverTypeWrapper<Types.Scalars['URN']['output']>;
  AcademicYear: ResolverTypeWrapper<Types.Scalars['AcademicYear']['output']>;
  EventReferences: ResolverTypeWrapper<Types.Scalars['EventReferences']['output']>;
  ChangeReferences: ResolverTypeWrapper<Types.Scalars['ChangeReferences']['output']>;
  Mode: Types.Mode;
  ProgrammeKind: Types.ProgrammeKind;
  EnrolmentRole: Types.EnrolmentRole;
  EnrolmentStatus: Types.EnrolmentStatus;
  VisitKind: Types.VisitKind;
  VisitRole: Types.VisitRole;
  PracticeChannel: Types.PracticeChannel;
  Programme: ResolverTypeWrapper<ProgrammeModel>;
  ID: ResolverTypeWrapper<Types.Scalars['ID']['output']>;
  Int: ResolverTypeWrapper<Types.Scalars['Int']['output']>;
  Cohort: ResolverTypeWrapper<CohortModel>;
  Session: ResolverTypeWrapper<SessionModel>;
  Enrolment: ResolverTypeWrapper<EnrolmentModel>;
  Visit: ResolverTypeWrapper<VisitModel>;
  PracticeShared: ResolverTypeWrapper<PracticeSharedModel>;
  ProgrammeConnection: ResolverTypeWrapper<ProgrammeConnectionModel>;
  ProgrammeEdge: ResolverTypeWrapper<Omit<Types.ProgrammeEdge, 'node'> & { node: ResolversTypes['Programme'] }>;
  CohortConnection: ResolverTypeWrapper<CohortConnectionModel>;
  CohortEdge: ResolverTypeWrapper<Omit<Types.CohortEdge, 'node'> & { node: ResolversTypes['Cohort'] }>;
  EnrolmentConnection: ResolverTypeWrapper<EnrolmentConnectionModel>;
  EnrolmentEdge: ResolverTypeWrapper<Omit<Types.EnrolmentEdge, 'node'> & { node: ResolversTypes['Enrolment'] }>;
  VisitConnection: ResolverTypeWrapper<VisitConnectionModel>;
  VisitEdge: ResolverTypeWrapper<Omit<Types.VisitEdge, 'node'> & { node: ResolversTypes['Visit'] }>;
  PracticeSharedConnection: ResolverTypeWrapper<PracticeSharedConnectionModel>;
  PracticeSharedEdge: ResolverTypeWrapper<Omit<Types.PracticeSharedEdge, 'node'> & { node: ResolversTypes['PracticeShared'] }>;
  School: ResolverTypeWrapper<SchoolModel>;
  Trust: ResolverTypeWrapper<TrustModel>;
  EnrolmentEvent: ResolverTypeWrapper<EnrolmentEventModel>;
  VisitEvent: ResolverTypeWrapper<VisitEventModel>;
  PracticeSharedEvent: ResolverTypeWrapper<PracticeSharedEventModel>;
  ChangeFeed: ResolverTypeWrapper<ChangeFeedModel>;
  EnrolmentInput: Types.EnrolmentInput;
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
  URL: Types.Scalars['URL']['output'];
  URN: Types.Scalars['URN']['output'];
  AcademicYear: Types.Scalars['AcademicYear']['output'];
  EventReferences: Types.Scalars['EventReferences']['output'];
  ChangeReferences: Types.Scalars['ChangeReferences']['output'];
  Programme: ProgrammeModel;
  ID: Types.Scalars['ID']['output'];
  Int: Types.Scalars['Int']['output'];
  Cohort: CohortModel;
  Session: SessionModel;
  Enrolment: EnrolmentModel;
  Visit: VisitModel;
  PracticeShared: PracticeSharedModel;
  ProgrammeConnection: ProgrammeConnectionModel;
  ProgrammeEdge: Omit<Types.ProgrammeEdge, 'node'> & { node: ResolversParentTypes['Programme'] };
  CohortConnection: CohortConnectionModel;
  CohortEdge: Omit<Types.CohortEdge, 'node'> & { node: ResolversParentTypes['Cohort'] };
  EnrolmentConnection: EnrolmentConnectionModel;
  EnrolmentEdge: Omit<Types.EnrolmentEdge, 'node'> & { node: ResolversParentTypes['Enrolment'] };
  VisitConnection: VisitConnectionModel;
  VisitEdge: Omit<Types.VisitEdge, 'node'> & { node: ResolversParentTypes['Visit'] };
  PracticeSharedConnection: PracticeSharedConnectionModel;
  PracticeSharedEdge: Omit<Types.PracticeSharedEdge, 'node'> & { node: ResolversParentTypes['PracticeShared'] };
  School: SchoolModel;
  Trust: TrustModel;
  EnrolmentEvent: EnrolmentEventModel;
  VisitEvent: VisitEventModel;
  PracticeSharedEvent: PracticeSharedEventModel;
  ChangeFeed: ChangeFeedModel;
  EnrolmentInput: Types.EnrolmentInput;
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
  __resolveReference?: ReferenceResolver<Types.Maybe<ResolversTypes['Programme']> | FederationReferenceType, FederationReferenceType, ContextType>;
  code?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  name?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  kind?: Resolver<ResolversTypes['ProgrammeKind'], ParentType, ContextType>;
  description?: Resolver<Types.Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  cohorts?: Resolver<ResolversTypes['CohortConnection'], ParentType, ContextType, Partial<Types.ProgrammeCohortsArgs>>;
};

export type CohortResolvers<ContextType = Loaders, ParentType extends ResolversParentTypes['Cohort'] = ResolversParentTypes['Cohort'], FederationReferenceType extends FederationReferenceTypes['Cohort'] = FederationReferenceTypes['Cohort']> = {
  __resolveReference?: ReferenceResolver<Types.Maybe<ResolversTypes['Cohort']> | FederationReferenceType, FederationReferenceType, ContextType>;
  id?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  programme?: Resolver<ResolversTypes['Programme'], ParentType, ContextType>;
  name?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  academicYear?: Resolver<ResolversTypes['AcademicYear'], ParentType, ContextType>;
  startsOn?: Resolver<ResolversTypes['Date'], ParentType, ContextType>;
  endsOn?: Resolver<Types.Maybe<ResolversTypes['Date']>, ParentType, ContextType>;
  place?: Resolver<Types.Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  sessions?: Resolver<Array<ResolversTypes['Session']>, ParentType, ContextType>;
  enrolments?: Resolver<ResolversTypes['EnrolmentConnection'], ParentType, ContextType, Partial<Types.CohortEnrolmentsArgs>>;
};

export type SessionResolvers<ContextType = Loaders, ParentType extends ResolversParentTypes['Session'] = ResolversParentTypes['Session'], FederationReferenceType extends FederationReferenceTypes['Session'] = FederationReferenceTypes['Session']> = {
  __resolveReference?: ReferenceResolver<Types.Maybe<ResolversTypes['Session']> | FederationReferenceType, FederationReferenceType, ContextType>;
  id?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  title?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  date?: Resolver<ResolversTypes['Date'], ParentType, ContextType>;
  mode?: Resolver<ResolversTypes['Mode'], ParentType, ContextType>;
  hostUrn?: Resolver<Types.Maybe<ResolversTypes['URN']>, ParentType, ContextType>;
  host?: Resolver<Types.Maybe<ResolversTypes['School']>, ParentType, ContextType>;
};

export type EnrolmentResolvers<ContextType = Loaders, ParentType extends ResolversParentTypes['Enrolment'] = ResolversParentTypes['Enrolment'], FederationReferenceType extends FederationReferenceTypes['Enrolment'] = FederationReferenceTypes['Enrolment']> = {
  __resolveReference?: ReferenceResolver<Types.Maybe<ResolversTypes['Enrolment']> | FederationReferenceType, FederationReferenceType, ContextType>;
  id?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  cohort?: Resolver<ResolversTypes['Cohort'], ParentType, ContextType>;
  programme?: Resolver<ResolversTypes['Programme'], ParentType, ContextType>;
  urn?: Resolver<ResolversTypes['URN'], ParentType, ContextType>;
  school?: Resolver<Types.Maybe<ResolversTypes['School']>, ParentType, ContextType>;
  role?: Resolver<ResolversTypes['EnrolmentRole'], ParentType, ContextType>;
  status?: Resolver<ResolversTypes['EnrolmentStatus'], ParentType, ContextType>;
  staff?: Resolver<Types.Maybe<ResolversTypes['Int']>, ParentType, ContextType>;
  enrolledOn?: Resolver<ResolversTypes['Date'], ParentType, ContextType>;
  academicYear?: Resolver<ResolversTypes['AcademicYear'], ParentType, ContextType>;
  completedOn?: Resolver<Types.Maybe<ResolversTypes['Date']>, ParentType, ContextType>;
  version?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  updatedAt?: Resolver<ResolversTypes['DateTime'], ParentType, ContextType>;
};

export type VisitResolvers<ContextType = Loaders, ParentType extends ResolversParentTypes['Visit'] = ResolversParentTypes['Visit'], FederationReferenceType extends FederationReferenceTypes['Visit'] = FederationReferenceTypes['Visit']> = {
  __resolveReference?: ReferenceResolver<Types.Maybe<ResolversTypes['Visit']> | FederationReferenceType, FederationReferenceType, ContextType>;
  id?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  kind?: Resolver<ResolversTypes['VisitKind'], ParentType, ContextType>;
  cohort?: Resolver<Types.Maybe<ResolversTypes['Cohort']>, ParentType, ContextType>;
  hostUrn?: Resolver<ResolversTypes['URN'], ParentType, ContextType>;
  hostSchool?: Resolver<Types.Maybe<ResolversTypes['School']>, ParentType, ContextType>;
  visitingUrn?: Resolver<ResolversTypes['URN'], ParentType, ContextType>;
  visitingSchool?: Resolver<Types.Maybe<ResolversTypes['School']>, ParentType, ContextType>;
  date?: Resolver<ResolversTypes['Date'], ParentType, ContextType>;
  academicYear?: Resolver<ResolversTypes['AcademicYear'], ParentType, ContextType>;
  days?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  mode?: Resolver<ResolversTypes['Mode'], ParentType, ContextType>;
  focus?: Resolver<Types.Maybe<ResolversTypes['String']>, ParentType, ContextType>;
};

export type PracticeSharedResolvers<ContextType = Loaders, ParentType extends ResolversParentTypes['PracticeShared'] = ResolversParentTypes['PracticeShared'], FederationReferenceType extends FederationReferenceTypes['PracticeShared'] = FederationReferenceTypes['PracticeShared']> = {
  __resolveReference?: ReferenceResolver<Types.Maybe<ResolversTypes['PracticeShared']> | FederationReferenceType, FederationReferenceType, ContextType>;
  id?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  urn?: Resolver<ResolversTypes['URN'], ParentType, ContextType>;
  school?: Resolver<Types.Maybe<ResolversTypes['School']>, ParentType, ContextType>;
  title?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  theme?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  channel?: Resolver<ResolversTypes['PracticeChannel'], ParentType, ContextType>;
  sharedOn?: Resolver<ResolversTypes['Date'], ParentType, ContextType>;
  academicYear?: Resolver<ResolversTypes['AcademicYear'], ParentType, ContextType>;
  recipientUrn?: Resolver<Types.Maybe<ResolversTypes['URN']>, ParentType, ContextType>;
  recipient?: Resolver<Types.Maybe<ResolversTypes['School']>, ParentType, ContextType>;
  url?: Resolver<Types.Maybe<ResolversTypes['URL']>, ParentType, ContextType>;
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
  __resolveReference?: ReferenceResolver<Types.Maybe<ResolversTypes['School']> | FederationReferenceType, FederationReferenceType, ContextType>;
  urn?: Resolver<ResolversTypes['URN'], ParentType, ContextType>;
  enrolments?: Resolver<Types.Maybe<ResolversTypes['EnrolmentConnection']>, ParentType, ContextType, RequireFields<Types.SchoolEnrolmentsArgs, 'includePredecessors'>>;
  visits?: Resolver<Types.Maybe<ResolversTypes['VisitConnection']>, ParentType, ContextType, RequireFields<Types.SchoolVisitsArgs, 'includePredecessors'>>;
  practiceShared?: Resolver<Types.Maybe<ResolversTypes['PracticeSharedConnection']>, ParentType, ContextType, RequireFields<Types.SchoolPracticeSharedArgs, 'includePredecessors'>>;
  programmeEvents?: Resolver<Types.Maybe<ResolversTypes['EventReferences']>, ParentType, ContextType>;
  programmePartners?: Resolver<Types.Maybe<ResolversTypes['EventReferences']>, ParentType, ContextType>;
};

export type TrustResolvers<ContextType = Loaders, ParentType extends ResolversParentTypes['Trust'] = ResolversParentTypes['Trust'], FederationReferenceType extends FederationReferenceTypes['Trust'] = FederationReferenceTypes['Trust']> = {
  __resolveReference?: ReferenceResolver<Types.Maybe<ResolversTypes['Trust']> | FederationReferenceType, FederationReferenceType, ContextType>;
  uid?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  enrolments?: Resolver<Types.Maybe<ResolversTypes['EnrolmentConnection']>, ParentType, ContextType, Partial<Types.TrustEnrolmentsArgs>>;
  programmeEvents?: Resolver<Types.Maybe<ResolversTypes['EventReferences']>, ParentType, ContextType>;
};

export type EnrolmentEventResolvers<ContextType = Loaders, ParentType extends ResolversParentTypes['EnrolmentEvent'] = ResolversParentTypes['EnrolmentEvent'], FederationReferenceType extends FederationReferenceTypes['EnrolmentEvent'] = FederationReferenceTypes['EnrolmentEvent']> = {
  __resolveReference?: ReferenceResolver<Types.Maybe<ResolversTypes['EnrolmentEvent']> | FederationReferenceType, FederationReferenceType, ContextType>;
  id?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  enrolment?: Resolver<Types.Maybe<ResolversTypes['Enrolment']>, ParentType, ContextType>;
};

export type VisitEventResolvers<ContextType = Loaders, ParentType extends ResolversParentTypes['VisitEvent'] = ResolversParentTypes['VisitEvent'], FederationReferenceType extends FederationReferenceTypes['VisitEvent'] = FederationReferenceTypes['VisitEvent']> = {
  __resolveReference?: ReferenceResolver<Types.Maybe<ResolversTypes['VisitEvent']> | FederationReferenceType, FederationReferenceType, ContextType>;
  id?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  role?: Resolver<Types.Maybe<ResolversTypes['VisitRole']>, ParentType, ContextType>;
  visit?: Resolver<Types.Maybe<ResolversTypes['Visit']>, ParentType, ContextType>;
};

export type PracticeSharedEventResolvers<ContextType = Loaders, ParentType extends ResolversParentTypes['PracticeSharedEvent'] = ResolversParentTypes['PracticeSharedEvent'], FederationReferenceType extends FederationReferenceTypes['PracticeSharedEvent'] = FederationReferenceTypes['PracticeSharedEvent']> = {
  __resolveReference?: ReferenceResolver<Types.Maybe<ResolversTypes['PracticeSharedEvent']> | FederationReferenceType, FederationReferenceType, ContextType>;
  id?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  practice?: Resolver<Types.Maybe<ResolversTypes['PracticeShared']>, ParentType, ContextType>;
};

export type ChangeFeedResolvers<ContextType = Loaders, ParentType extends ResolversParentTypes['ChangeFeed'] = ResolversParentTypes['ChangeFeed'], FederationReferenceType extends FederationReferenceTypes['ChangeFeed'] = FederationReferenceTypes['ChangeFeed']> = {
  __resolveReference?: ReferenceResolver<Types.Maybe<ResolversTypes['ChangeFeed']> | FederationReferenceType, FederationReferenceType, ContextType>;
  id?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  programmeChanges?: Resolver<Types.Maybe<ResolversTypes['ChangeReferences']>, ParentType, ContextType>;
};

export type MutationResolvers<ContextType = Loaders, ParentType extends ResolversParentTypes['Mutation'] = ResolversParentTypes['Mutation']> = {
  recordEnrolments?: Resolver<Types.Maybe<ResolversTypes['SubmissionReceipt']>, ParentType, ContextType, RequireFields<Types.MutationRecordEnrolmentsArgs, 'rows' | 'idempotencyKey' | 'dryRun' | 'onError'>>;
};

export type QueryResolvers<ContextType = Loaders, ParentType extends ResolversParentTypes['Query'] = ResolversParentTypes['Query']> = {
  programme?: Resolver<Types.Maybe<ResolversTypes['Programme']>, ParentType, ContextType, RequireFields<Types.QueryProgrammeArgs, 'code'>>;
  programmes?: Resolver<Types.Maybe<ResolversTypes['ProgrammeConnection']>, ParentType, ContextType, Partial<Types.QueryProgrammesArgs>>;
  cohort?: Resolver<Types.Maybe<ResolversTypes['Cohort']>, ParentType, ContextType, RequireFields<Types.QueryCohortArgs, 'id'>>;
  enrolment?: Resolver<Types.Maybe<ResolversTypes['Enrolment']>, ParentType, ContextType, RequireFields<Types.QueryEnrolmentArgs, 'id'>>;
  enrolmentAudit?: Resolver<Types.Maybe<ResolversTypes['AuditConnection']>, ParentType, ContextType, Partial<Types.QueryEnrolmentAuditArgs>>;
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
