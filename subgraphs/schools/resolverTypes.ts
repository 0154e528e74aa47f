// Generated from schema/schools.graphql by `npm run codegen`.
// oxlint-disable
import type * as Types from './types.ts';
import type { GraphQLResolveInfo, GraphQLScalarType, GraphQLScalarTypeConfig } from 'graphql';
import type { AuditEntry as AuditEntryModel, AuditPage as AuditConnectionModel, Receipt as SubmissionReceiptModel, RollReport as RollReportModel, School as SchoolModel, SchoolLink as SchoolLinkModel, LocalAuthority as LocalAuthorityModel, Trust as TrustModel, TrustMembership as TrustMembershipModel, Hub as HubModel, Membership as MembershipModel, Network as NetworkModel, Address as AddressModel, Location as LocationModel, AgeRange as AgeRangeModel, SchoolPage as SchoolConnectionModel, TrustPage as TrustConnectionModel, HubPage as HubConnectionModel, Event as CollaborationEventModel, Event as ReviewHostedEventModel, Event as ReviewVisitEventModel, Event as AccreditationEventModel, Event as EnrolmentEventModel, Event as VisitEventModel, Event as PracticeSharedEventModel, Event as MembershipEventModel, HistoryPage as CollaborationHistoryConnectionModel, Collaborator as CollaboratorModel, CollaboratorPage as CollaboratorConnectionModel, ChangeFeed as ChangeFeedModel, Change as ChangeModel, Changed as ChangedModel, Reference as ReviewModel, Reference as EnrolmentModel, Reference as OutcomeModel } from './models.ts';
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
  School: Types.School;
  LocalAuthority: Types.LocalAuthority;
  Trust: Types.Trust;
  Hub: Types.Hub;
  Network: Types.Network;
  ChangeFeed: Types.ChangeFeed;
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
  Date: ResolverTypeWrapper<Types.Scalars['Date']['output']>;
  URL: ResolverTypeWrapper<Types.Scalars['URL']['output']>;
  URN: ResolverTypeWrapper<Types.Scalars['URN']['output']>;
  UKPRN: ResolverTypeWrapper<Types.Scalars['UKPRN']['output']>;
  AcademicYear: ResolverTypeWrapper<Types.Scalars['AcademicYear']['output']>;
  EventReferences: ResolverTypeWrapper<Types.Scalars['EventReferences']['output']>;
  ChangeReferences: ResolverTypeWrapper<Types.Scalars['ChangeReferences']['output']>;
  Phase: Types.Phase;
  SchoolStatus: Types.SchoolStatus;
  Gender: Types.Gender;
  Region: Types.Region;
  TrustType: Types.TrustType;
  HubKind: Types.HubKind;
  MembershipKind: Types.MembershipKind;
  SchoolLinkKind: Types.SchoolLinkKind;
  CollaborationEventKind: Types.CollaborationEventKind;
  CollaborationWay: Types.CollaborationWay;
  SchoolOrderField: Types.SchoolOrderField;
  SortDirection: Types.SortDirection;
  SchoolOrder: Types.SchoolOrder;
  FloatRange: Types.FloatRange;
  Float: ResolverTypeWrapper<Types.Scalars['Float']['output']>;
  SchoolFilter: Types.SchoolFilter;
  ID: ResolverTypeWrapper<Types.Scalars['ID']['output']>;
  School: ResolverTypeWrapper<SchoolModel>;
  Int: ResolverTypeWrapper<Types.Scalars['Int']['output']>;
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
  NetworkPhase: ResolverTypeWrapper<Types.NetworkPhase>;
  NetworkRegion: ResolverTypeWrapper<Types.NetworkRegion>;
  CollaborationEvent: ResolverTypeWrapper<CollaborationEventModel>;
  ReviewHostedEvent: ResolverTypeWrapper<ReviewHostedEventModel>;
  ReviewVisitEvent: ResolverTypeWrapper<ReviewVisitEventModel>;
  AccreditationEvent: ResolverTypeWrapper<AccreditationEventModel>;
  EnrolmentEvent: ResolverTypeWrapper<EnrolmentEventModel>;
  VisitEvent: ResolverTypeWrapper<VisitEventModel>;
  PracticeSharedEvent: ResolverTypeWrapper<PracticeSharedEventModel>;
  MembershipEvent: ResolverTypeWrapper<MembershipEventModel>;
  CollaborationHistoryConnection: ResolverTypeWrapper<CollaborationHistoryConnectionModel>;
  CollaborationHistoryEdge: ResolverTypeWrapper<Omit<Types.CollaborationHistoryEdge, 'node'> & { node: ResolversTypes['CollaborationEvent'] }>;
  Collaborator: ResolverTypeWrapper<CollaboratorModel>;
  CollaboratorWay: ResolverTypeWrapper<Types.CollaboratorWay>;
  CollaboratorConnection: ResolverTypeWrapper<CollaboratorConnectionModel>;
  CollaboratorEdge: ResolverTypeWrapper<Omit<Types.CollaboratorEdge, 'node'> & { node: ResolversTypes['Collaborator'] }>;
  SchoolConnection: ResolverTypeWrapper<SchoolConnectionModel>;
  SchoolEdge: ResolverTypeWrapper<Omit<Types.SchoolEdge, 'node'> & { node: ResolversTypes['School'] }>;
  TrustConnection: ResolverTypeWrapper<TrustConnectionModel>;
  TrustEdge: ResolverTypeWrapper<Omit<Types.TrustEdge, 'node'> & { node: ResolversTypes['Trust'] }>;
  HubConnection: ResolverTypeWrapper<HubConnectionModel>;
  HubEdge: ResolverTypeWrapper<Omit<Types.HubEdge, 'node'> & { node: ResolversTypes['Hub'] }>;
  ChangeFeed: ResolverTypeWrapper<ChangeFeedModel>;
  Change: ResolverTypeWrapper<ChangeModel>;
  Changed: ResolverTypeWrapper<ChangedModel>;
  ChangeType: Types.ChangeType;
  ChangeOperation: Types.ChangeOperation;
  Review: ResolverTypeWrapper<ReviewModel>;
  Enrolment: ResolverTypeWrapper<EnrolmentModel>;
  Outcome: ResolverTypeWrapper<OutcomeModel>;
  RollReport: ResolverTypeWrapper<RollReportModel>;
  RollInput: Types.RollInput;
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
  UKPRN: Types.Scalars['UKPRN']['output'];
  AcademicYear: Types.Scalars['AcademicYear']['output'];
  EventReferences: Types.Scalars['EventReferences']['output'];
  ChangeReferences: Types.Scalars['ChangeReferences']['output'];
  SchoolOrder: Types.SchoolOrder;
  FloatRange: Types.FloatRange;
  Float: Types.Scalars['Float']['output'];
  SchoolFilter: Types.SchoolFilter;
  ID: Types.Scalars['ID']['output'];
  School: SchoolModel;
  Int: Types.Scalars['Int']['output'];
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
  NetworkPhase: Types.NetworkPhase;
  NetworkRegion: Types.NetworkRegion;
  CollaborationEvent: CollaborationEventModel;
  ReviewHostedEvent: ReviewHostedEventModel;
  ReviewVisitEvent: ReviewVisitEventModel;
  AccreditationEvent: AccreditationEventModel;
  EnrolmentEvent: EnrolmentEventModel;
  VisitEvent: VisitEventModel;
  PracticeSharedEvent: PracticeSharedEventModel;
  MembershipEvent: MembershipEventModel;
  CollaborationHistoryConnection: CollaborationHistoryConnectionModel;
  CollaborationHistoryEdge: Omit<Types.CollaborationHistoryEdge, 'node'> & { node: ResolversParentTypes['CollaborationEvent'] };
  Collaborator: CollaboratorModel;
  CollaboratorWay: Types.CollaboratorWay;
  CollaboratorConnection: CollaboratorConnectionModel;
  CollaboratorEdge: Omit<Types.CollaboratorEdge, 'node'> & { node: ResolversParentTypes['Collaborator'] };
  SchoolConnection: SchoolConnectionModel;
  SchoolEdge: Omit<Types.SchoolEdge, 'node'> & { node: ResolversParentTypes['School'] };
  TrustConnection: TrustConnectionModel;
  TrustEdge: Omit<Types.TrustEdge, 'node'> & { node: ResolversParentTypes['Trust'] };
  HubConnection: HubConnectionModel;
  HubEdge: Omit<Types.HubEdge, 'node'> & { node: ResolversParentTypes['Hub'] };
  ChangeFeed: ChangeFeedModel;
  Change: ChangeModel;
  Changed: ChangedModel;
  Review: ReviewModel;
  Enrolment: EnrolmentModel;
  Outcome: OutcomeModel;
  RollReport: RollReportModel;
  RollInput: Types.RollInput;
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
  __resolveReference?: ReferenceResolver<Types.Maybe<ResolversTypes['School']> | FederationReferenceType, FederationReferenceType, ContextType>;
  urn?: Resolver<ResolversTypes['URN'], ParentType, ContextType>;
  ukprn?: Resolver<Types.Maybe<ResolversTypes['UKPRN']>, ParentType, ContextType>;
  laestab?: Resolver<Types.Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  name?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  updatedAt?: Resolver<ResolversTypes['DateTime'], ParentType, ContextType>;
  status?: Resolver<ResolversTypes['SchoolStatus'], ParentType, ContextType>;
  phase?: Resolver<ResolversTypes['Phase'], ParentType, ContextType>;
  type?: Resolver<Types.Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  typeGroup?: Resolver<Types.Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  gender?: Resolver<Types.Maybe<ResolversTypes['Gender']>, ParentType, ContextType>;
  religiousCharacter?: Resolver<Types.Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  ages?: Resolver<Types.Maybe<ResolversTypes['AgeRange']>, ParentType, ContextType>;
  capacity?: Resolver<Types.Maybe<ResolversTypes['Int']>, ParentType, ContextType>;
  roll?: Resolver<Types.Maybe<ResolversTypes['Int']>, ParentType, ContextType>;
  rollReports?: Resolver<Types.Maybe<Array<ResolversTypes['RollReport']>>, ParentType, ContextType, RequireFields<Types.SchoolRollReportsArgs, 'first'>>;
  fsmShare?: Resolver<Types.Maybe<ResolversTypes['Float']>, ParentType, ContextType>;
  urbanRural?: Resolver<Types.Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  opened?: Resolver<Types.Maybe<ResolversTypes['Date']>, ParentType, ContextType>;
  closed?: Resolver<Types.Maybe<ResolversTypes['Date']>, ParentType, ContextType>;
  address?: Resolver<ResolversTypes['Address'], ParentType, ContextType>;
  location?: Resolver<Types.Maybe<ResolversTypes['Location']>, ParentType, ContextType>;
  website?: Resolver<Types.Maybe<ResolversTypes['URL']>, ParentType, ContextType>;
  localAuthority?: Resolver<Types.Maybe<ResolversTypes['LocalAuthority']>, ParentType, ContextType>;
  region?: Resolver<Types.Maybe<ResolversTypes['Region']>, ParentType, ContextType>;
  trust?: Resolver<Types.Maybe<ResolversTypes['Trust']>, ParentType, ContextType>;
  trustHistory?: Resolver<Array<ResolversTypes['TrustMembership']>, ParentType, ContextType>;
  hub?: Resolver<Types.Maybe<ResolversTypes['Hub']>, ParentType, ContextType>;
  member?: Resolver<Types.Maybe<ResolversTypes['Boolean']>, ParentType, ContextType>;
  memberships?: Resolver<Types.Maybe<Array<ResolversTypes['Membership']>>, ParentType, ContextType>;
  predecessors?: Resolver<Array<ResolversTypes['SchoolLink']>, ParentType, ContextType>;
  successors?: Resolver<Array<ResolversTypes['SchoolLink']>, ParentType, ContextType>;
  lineage?: Resolver<Array<ResolversTypes['URN']>, ParentType, ContextType>;
  historyUrns?: Resolver<Array<ResolversTypes['URN']>, ParentType, ContextType>;
  collaborationHistory?: Resolver<Types.Maybe<ResolversTypes['CollaborationHistoryConnection']>, ParentType, ContextType, RequireFields<Types.SchoolCollaborationHistoryArgs, 'includePredecessors'>>;
  collaborators?: Resolver<Types.Maybe<ResolversTypes['CollaboratorConnection']>, ParentType, ContextType, Partial<Types.SchoolCollaboratorsArgs>>;
  __isTypeOf?: IsTypeOfResolverFn<ParentType, ContextType>;
};

export type AgeRangeResolvers<ContextType = Loaders, ParentType extends ResolversParentTypes['AgeRange'] = ResolversParentTypes['AgeRange']> = {
  from?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  to?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
};

export type AddressResolvers<ContextType = Loaders, ParentType extends ResolversParentTypes['Address'] = ResolversParentTypes['Address']> = {
  street?: Resolver<Types.Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  locality?: Resolver<Types.Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  town?: Resolver<Types.Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  county?: Resolver<Types.Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  postcode?: Resolver<Types.Maybe<ResolversTypes['String']>, ParentType, ContextType>;
};

export type LocationResolvers<ContextType = Loaders, ParentType extends ResolversParentTypes['Location'] = ResolversParentTypes['Location']> = {
  easting?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  northing?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  latitude?: Resolver<ResolversTypes['Float'], ParentType, ContextType>;
  longitude?: Resolver<ResolversTypes['Float'], ParentType, ContextType>;
};

export type SchoolLinkResolvers<ContextType = Loaders, ParentType extends ResolversParentTypes['SchoolLink'] = ResolversParentTypes['SchoolLink']> = {
  urn?: Resolver<ResolversTypes['URN'], ParentType, ContextType>;
  name?: Resolver<Types.Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  kind?: Resolver<ResolversTypes['SchoolLinkKind'], ParentType, ContextType>;
  date?: Resolver<Types.Maybe<ResolversTypes['Date']>, ParentType, ContextType>;
  school?: Resolver<Types.Maybe<ResolversTypes['School']>, ParentType, ContextType>;
};

export type LocalAuthorityResolvers<ContextType = Loaders, ParentType extends ResolversParentTypes['LocalAuthority'] = ResolversParentTypes['LocalAuthority'], FederationReferenceType extends FederationReferenceTypes['LocalAuthority'] = FederationReferenceTypes['LocalAuthority']> = {
  __resolveReference?: ReferenceResolver<Types.Maybe<ResolversTypes['LocalAuthority']> | FederationReferenceType, FederationReferenceType, ContextType>;
  code?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  name?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  region?: Resolver<Types.Maybe<ResolversTypes['Region']>, ParentType, ContextType>;
  schools?: Resolver<ResolversTypes['SchoolConnection'], ParentType, ContextType, Partial<Types.LocalAuthoritySchoolsArgs>>;
};

export type TrustResolvers<ContextType = Loaders, ParentType extends ResolversParentTypes['Trust'] = ResolversParentTypes['Trust'], FederationReferenceType extends FederationReferenceTypes['Trust'] = FederationReferenceTypes['Trust']> = {
  __resolveReference?: ReferenceResolver<Types.Maybe<ResolversTypes['Trust']> | FederationReferenceType, FederationReferenceType, ContextType>;
  uid?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  groupId?: Resolver<Types.Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  name?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  updatedAt?: Resolver<ResolversTypes['DateTime'], ParentType, ContextType>;
  type?: Resolver<ResolversTypes['TrustType'], ParentType, ContextType>;
  open?: Resolver<ResolversTypes['Boolean'], ParentType, ContextType>;
  companiesHouseNumber?: Resolver<Types.Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  ukprn?: Resolver<Types.Maybe<ResolversTypes['UKPRN']>, ParentType, ContextType>;
  opened?: Resolver<Types.Maybe<ResolversTypes['Date']>, ParentType, ContextType>;
  closed?: Resolver<Types.Maybe<ResolversTypes['Date']>, ParentType, ContextType>;
  address?: Resolver<ResolversTypes['Address'], ParentType, ContextType>;
  schoolCount?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  pupils?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  joinedNetwork?: Resolver<Types.Maybe<ResolversTypes['Date']>, ParentType, ContextType>;
  schools?: Resolver<ResolversTypes['SchoolConnection'], ParentType, ContextType, Partial<Types.TrustSchoolsArgs>>;
  historyUrns?: Resolver<Array<ResolversTypes['URN']>, ParentType, ContextType>;
  collaborationHistory?: Resolver<Types.Maybe<ResolversTypes['CollaborationHistoryConnection']>, ParentType, ContextType, RequireFields<Types.TrustCollaborationHistoryArgs, 'includePredecessors'>>;
  __isTypeOf?: IsTypeOfResolverFn<ParentType, ContextType>;
};

export type TrustMembershipResolvers<ContextType = Loaders, ParentType extends ResolversParentTypes['TrustMembership'] = ResolversParentTypes['TrustMembership']> = {
  trust?: Resolver<ResolversTypes['Trust'], ParentType, ContextType>;
  urn?: Resolver<ResolversTypes['URN'], ParentType, ContextType>;
  joined?: Resolver<Types.Maybe<ResolversTypes['Date']>, ParentType, ContextType>;
  left?: Resolver<Types.Maybe<ResolversTypes['Date']>, ParentType, ContextType>;
};

export type HubResolvers<ContextType = Loaders, ParentType extends ResolversParentTypes['Hub'] = ResolversParentTypes['Hub'], FederationReferenceType extends FederationReferenceTypes['Hub'] = FederationReferenceTypes['Hub']> = {
  __resolveReference?: ReferenceResolver<Types.Maybe<ResolversTypes['Hub']> | FederationReferenceType, FederationReferenceType, ContextType>;
  id?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  name?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  kind?: Resolver<ResolversTypes['HubKind'], ParentType, ContextType>;
  region?: Resolver<Types.Maybe<ResolversTypes['Region']>, ParentType, ContextType>;
  seniorPartner?: Resolver<Types.Maybe<ResolversTypes['School']>, ParentType, ContextType>;
  hubManager?: Resolver<Types.Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  schoolCount?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  schools?: Resolver<ResolversTypes['SchoolConnection'], ParentType, ContextType, Partial<Types.HubSchoolsArgs>>;
};

export type MembershipResolvers<ContextType = Loaders, ParentType extends ResolversParentTypes['Membership'] = ResolversParentTypes['Membership']> = {
  id?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  kind?: Resolver<ResolversTypes['MembershipKind'], ParentType, ContextType>;
  urn?: Resolver<ResolversTypes['URN'], ParentType, ContextType>;
  school?: Resolver<Types.Maybe<ResolversTypes['School']>, ParentType, ContextType>;
  hub?: Resolver<Types.Maybe<ResolversTypes['Hub']>, ParentType, ContextType>;
  joined?: Resolver<ResolversTypes['Date'], ParentType, ContextType>;
  academicYear?: Resolver<ResolversTypes['AcademicYear'], ParentType, ContextType>;
  left?: Resolver<Types.Maybe<ResolversTypes['Date']>, ParentType, ContextType>;
  __isTypeOf?: IsTypeOfResolverFn<ParentType, ContextType>;
};

export type NetworkResolvers<ContextType = Loaders, ParentType extends ResolversParentTypes['Network'] = ResolversParentTypes['Network'], FederationReferenceType extends FederationReferenceTypes['Network'] = FederationReferenceTypes['Network']> = {
  __resolveReference?: ReferenceResolver<Types.Maybe<ResolversTypes['Network']> | FederationReferenceType, FederationReferenceType, ContextType>;
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
  region?: Resolver<Types.Maybe<ResolversTypes['Region']>, ParentType, ContextType>;
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
  urn?: Resolver<Types.Maybe<ResolversTypes['URN']>, ParentType, ContextType>;
  school?: Resolver<Types.Maybe<ResolversTypes['School']>, ParentType, ContextType>;
  __isTypeOf?: IsTypeOfResolverFn<ParentType, ContextType>;
};

export type ReviewVisitEventResolvers<ContextType = Loaders, ParentType extends ResolversParentTypes['ReviewVisitEvent'] = ResolversParentTypes['ReviewVisitEvent']> = {
  id?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  kind?: Resolver<ResolversTypes['CollaborationEventKind'], ParentType, ContextType>;
  date?: Resolver<ResolversTypes['Date'], ParentType, ContextType>;
  academicYear?: Resolver<ResolversTypes['AcademicYear'], ParentType, ContextType>;
  urn?: Resolver<Types.Maybe<ResolversTypes['URN']>, ParentType, ContextType>;
  school?: Resolver<Types.Maybe<ResolversTypes['School']>, ParentType, ContextType>;
  __isTypeOf?: IsTypeOfResolverFn<ParentType, ContextType>;
};

export type AccreditationEventResolvers<ContextType = Loaders, ParentType extends ResolversParentTypes['AccreditationEvent'] = ResolversParentTypes['AccreditationEvent']> = {
  id?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  kind?: Resolver<ResolversTypes['CollaborationEventKind'], ParentType, ContextType>;
  date?: Resolver<ResolversTypes['Date'], ParentType, ContextType>;
  academicYear?: Resolver<ResolversTypes['AcademicYear'], ParentType, ContextType>;
  urn?: Resolver<Types.Maybe<ResolversTypes['URN']>, ParentType, ContextType>;
  school?: Resolver<Types.Maybe<ResolversTypes['School']>, ParentType, ContextType>;
  __isTypeOf?: IsTypeOfResolverFn<ParentType, ContextType>;
};

export type EnrolmentEventResolvers<ContextType = Loaders, ParentType extends ResolversParentTypes['EnrolmentEvent'] = ResolversParentTypes['EnrolmentEvent']> = {
  id?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  kind?: Resolver<ResolversTypes['CollaborationEventKind'], ParentType, ContextType>;
  date?: Resolver<ResolversTypes['Date'], ParentType, ContextType>;
  academicYear?: Resolver<ResolversTypes['AcademicYear'], ParentType, ContextType>;
  urn?: Resolver<Types.Maybe<ResolversTypes['URN']>, ParentType, ContextType>;
  school?: Resolver<Types.Maybe<ResolversTypes['School']>, ParentType, ContextType>;
  __isTypeOf?: IsTypeOfResolverFn<ParentType, ContextType>;
};

export type VisitEventResolvers<ContextType = Loaders, ParentType extends ResolversParentTypes['VisitEvent'] = ResolversParentTypes['VisitEvent']> = {
  id?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  kind?: Resolver<ResolversTypes['CollaborationEventKind'], ParentType, ContextType>;
  date?: Resolver<ResolversTypes['Date'], ParentType, ContextType>;
  academicYear?: Resolver<ResolversTypes['AcademicYear'], ParentType, ContextType>;
  urn?: Resolver<Types.Maybe<ResolversTypes['URN']>, ParentType, ContextType>;
  school?: Resolver<Types.Maybe<ResolversTypes['School']>, ParentType, ContextType>;
  __isTypeOf?: IsTypeOfResolverFn<ParentType, ContextType>;
};

export type PracticeSharedEventResolvers<ContextType = Loaders, ParentType extends ResolversParentTypes['PracticeSharedEvent'] = ResolversParentTypes['PracticeSharedEvent']> = {
  id?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  kind?: Resolver<ResolversTypes['CollaborationEventKind'], ParentType, ContextType>;
  date?: Resolver<ResolversTypes['Date'], ParentType, ContextType>;
  academicYear?: Resolver<ResolversTypes['AcademicYear'], ParentType, ContextType>;
  urn?: Resolver<Types.Maybe<ResolversTypes['URN']>, ParentType, ContextType>;
  school?: Resolver<Types.Maybe<ResolversTypes['School']>, ParentType, ContextType>;
  __isTypeOf?: IsTypeOfResolverFn<ParentType, ContextType>;
};

export type MembershipEventResolvers<ContextType = Loaders, ParentType extends ResolversParentTypes['MembershipEvent'] = ResolversParentTypes['MembershipEvent']> = {
  id?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  kind?: Resolver<ResolversTypes['CollaborationEventKind'], ParentType, ContextType>;
  date?: Resolver<ResolversTypes['Date'], ParentType, ContextType>;
  academicYear?: Resolver<ResolversTypes['AcademicYear'], ParentType, ContextType>;
  urn?: Resolver<Types.Maybe<ResolversTypes['URN']>, ParentType, ContextType>;
  school?: Resolver<Types.Maybe<ResolversTypes['School']>, ParentType, ContextType>;
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
  school?: Resolver<Types.Maybe<ResolversTypes['School']>, ParentType, ContextType>;
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
  __resolveReference?: ReferenceResolver<Types.Maybe<ResolversTypes['ChangeFeed']> | FederationReferenceType, FederationReferenceType, ContextType>;
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
  node?: Resolver<Types.Maybe<ResolversTypes['Changed']>, ParentType, ContextType>;
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
  boys?: Resolver<Types.Maybe<ResolversTypes['Int']>, ParentType, ContextType>;
  girls?: Resolver<Types.Maybe<ResolversTypes['Int']>, ParentType, ContextType>;
  fsmEligible?: Resolver<Types.Maybe<ResolversTypes['Int']>, ParentType, ContextType>;
  version?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
};

export type MutationResolvers<ContextType = Loaders, ParentType extends ResolversParentTypes['Mutation'] = ResolversParentTypes['Mutation']> = {
  updateRoll?: Resolver<Types.Maybe<ResolversTypes['SubmissionReceipt']>, ParentType, ContextType, RequireFields<Types.MutationUpdateRollArgs, 'rows' | 'idempotencyKey' | 'dryRun' | 'onError' | 'acceptWarnings'>>;
};

export type QueryResolvers<ContextType = Loaders, ParentType extends ResolversParentTypes['Query'] = ResolversParentTypes['Query']> = {
  school?: Resolver<Types.Maybe<ResolversTypes['School']>, ParentType, ContextType, RequireFields<Types.QuerySchoolArgs, 'urn'>>;
  schools?: Resolver<Types.Maybe<ResolversTypes['SchoolConnection']>, ParentType, ContextType, Partial<Types.QuerySchoolsArgs>>;
  trust?: Resolver<Types.Maybe<ResolversTypes['Trust']>, ParentType, ContextType, RequireFields<Types.QueryTrustArgs, 'uid'>>;
  trusts?: Resolver<Types.Maybe<ResolversTypes['TrustConnection']>, ParentType, ContextType, Partial<Types.QueryTrustsArgs>>;
  hub?: Resolver<Types.Maybe<ResolversTypes['Hub']>, ParentType, ContextType, RequireFields<Types.QueryHubArgs, 'id'>>;
  hubs?: Resolver<Types.Maybe<ResolversTypes['HubConnection']>, ParentType, ContextType, Partial<Types.QueryHubsArgs>>;
  localAuthority?: Resolver<Types.Maybe<ResolversTypes['LocalAuthority']>, ParentType, ContextType, RequireFields<Types.QueryLocalAuthorityArgs, 'code'>>;
  network?: Resolver<Types.Maybe<ResolversTypes['Network']>, ParentType, ContextType, Partial<Types.QueryNetworkArgs>>;
  changes?: Resolver<ResolversTypes['ChangeFeed'], ParentType, ContextType, RequireFields<Types.QueryChangesArgs, 'first'>>;
  rollAudit?: Resolver<Types.Maybe<ResolversTypes['AuditConnection']>, ParentType, ContextType, Partial<Types.QueryRollAuditArgs>>;
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
