import { defineEntity, p, type InferEntity } from '@mikro-orm/core';
import type {
  HubKind,
  MembershipKind,
  Phase,
  Region,
  SchoolLinkKind,
  SchoolStatus,
  Gender,
  TrustType,
} from './types.ts';
import { URN_FORM } from '../kit/domain/urn.ts';

/** A local authority, as far as the register names it. */
export const LocalAuthority = defineEntity({
  name: 'LocalAuthority',
  tableName: 'local_authority',
  checks: [{ name: 'local_authority_code', expression: "code ~ '^[0-9]{3}$'" }],
  properties: {
    code: p.string().primary(),
    name: p.text(),
    region: p.text().$type<Region>().nullable(),
  },
});

/** An establishment on the register, under one URN. */
export const School = defineEntity({
  name: 'School',
  tableName: 'school',
  checks: [
    { name: 'school_urn', expression: `urn ~ '${URN_FORM}'` },
    { name: 'school_fsm_share', expression: "numrange(0, 100, '[]') @> fsm_share::numeric" },
    { name: 'school_roll', expression: 'roll >= 0 and capacity >= 0' },
    { name: 'school_dates', expression: 'closed >= opened' },
  ],
  indexes: [
    { name: 'school_name', properties: ['name', 'urn'] },
    { name: 'school_local_authority', properties: ['localAuthorityCode'] },
    { name: 'school_laestab', properties: ['laestab'] },
    { name: 'school_ukprn', properties: ['ukprn'] },
    {
      name: 'school_name_trgm',
      expression: 'create index "school_name_trgm" on "school" using gin (name public.gin_trgm_ops)',
    },
    { name: 'school_postcode', expression: 'create index "school_postcode" on "school" (postcode text_pattern_ops)' },
  ],
  properties: {
    urn: p.string().primary(),
    ukprn: p.string().nullable(),
    laestab: p.string().nullable(),
    name: p.text(),
    status: p.text().$type<SchoolStatus>(),
    phase: p.text().$type<Phase>(),
    type: p.text().nullable(),
    typeGroup: p.text().nullable(),
    gender: p.text().$type<Gender>().nullable(),
    religiousCharacter: p.text().nullable(),
    lowAge: p.integer().nullable(),
    highAge: p.integer().nullable(),
    capacity: p.integer().nullable(),
    roll: p.integer().nullable(),
    fsmShare: p.double().$type<number>().nullable(),
    urbanRural: p.text().nullable(),
    opened: p.date().nullable(),
    closed: p.date().nullable(),
    street: p.text().nullable(),
    locality: p.text().nullable(),
    town: p.text().nullable(),
    county: p.text().nullable(),
    postcode: p.text().nullable(),
    easting: p.integer().nullable(),
    northing: p.integer().nullable(),
    latitude: p.double().$type<number>().nullable(),
    longitude: p.double().$type<number>().nullable(),
    website: p.text().nullable(),
    localAuthorityCode: () => p.manyToOne(LocalAuthority).mapToPk().fieldName('local_authority_code').nullable(),
    region: p.text().$type<Region>().nullable(),
    /** When it was changed last. */
    updatedAt: p.datetime().fieldName('updated_at').defaultRaw('now()'),
  },
});

/** That one establishment became another. Either may be missing from the register that was imported. */
export const SchoolLink = defineEntity({
  name: 'SchoolLink',
  tableName: 'school_link',
  indexes: [{ name: 'school_link_successor', properties: ['successor'] }],
  checks: [{ name: 'school_link_self', expression: 'predecessor <> successor' }],
  properties: {
    predecessor: p.string().primary(),
    successor: p.string().primary(),
    kind: p.text().$type<SchoolLinkKind>(),
    date: p.date().nullable(),
    predecessorName: p.text().nullable(),
    successorName: p.text().nullable(),
  },
});

/** Under which other URNs a school's past is recorded: all its predecessors, near and far. Computed from the links. */
export const Ancestor = defineEntity({
  name: 'Ancestor',
  tableName: 'ancestor',
  indexes: [{ name: 'ancestor_ancestor', properties: ['ancestor'] }],
  properties: {
    urn: p.string().primary(),
    ancestor: p.string().primary(),
    distance: p.integer(),
  },
});

/** An academy trust. */
export const Trust = defineEntity({
  name: 'Trust',
  tableName: 'trust',
  indexes: [
    { name: 'trust_name', properties: ['name', 'uid'] },
    {
      name: 'trust_name_trgm',
      expression: 'create index "trust_name_trgm" on "trust" using gin (name public.gin_trgm_ops)',
    },
  ],
  properties: {
    uid: p.string().primary(),
    groupId: p.string().nullable(),
    name: p.text(),
    type: p.text().$type<TrustType>(),
    open: p.boolean(),
    companiesHouseNumber: p.string().nullable(),
    ukprn: p.string().nullable(),
    opened: p.date().nullable(),
    closed: p.date().nullable(),
    street: p.text().nullable(),
    locality: p.text().nullable(),
    town: p.text().nullable(),
    county: p.text().nullable(),
    postcode: p.text().nullable(),
    joinedNetwork: p.date().nullable(),
    /** When it was changed last. */
    updatedAt: p.datetime().fieldName('updated_at').defaultRaw('now()'),
  },
});

/** A time during which a trust ran a school. */
export const TrustMembership = defineEntity({
  name: 'TrustMembership',
  tableName: 'trust_membership',
  indexes: [{ name: 'trust_membership_trust', properties: ['trustUid', 'left'] }],
  checks: [{ name: 'trust_membership_dates', expression: '"left" >= joined' }],
  properties: {
    urn: p.string().primary(),
    trustUid: () => p.manyToOne(Trust).mapToPk().fieldName('trust_uid').primary(),
    joined: p.date().nullable(),
    left: p.date().nullable(),
  },
});

/** Pupil numbers of a school on a day, as its trust reports them. */
export const RollReport = defineEntity({
  name: 'RollReport',
  tableName: 'roll_report',
  checks: [
    { name: 'roll_report_numbers', expression: 'pupils >= 0 and boys >= 0 and girls >= 0 and fsm_eligible >= 0' },
  ],
  properties: {
    urn: p.string().primary(),
    date: p.date().primary(),
    pupils: p.integer(),
    boys: p.integer().nullable(),
    girls: p.integer().nullable(),
    fsmEligible: p.integer().nullable(),
    submittedBy: p.string(),
    /** The transaction that wrote it: another one, another version. */
    version: p.string().columnType('xid8').fieldName('changed').defaultRaw('pg_current_xact_id()'),
    /** When it was changed last. */
    updatedAt: p.datetime().fieldName('updated_at').defaultRaw('now()'),
  },
});

/** A group of member schools. */
export const Hub = defineEntity({
  name: 'Hub',
  tableName: 'hub',
  properties: {
    id: p.string().primary(),
    name: p.text(),
    kind: p.text().$type<HubKind>(),
    region: p.text().$type<Region>().nullable(),
    seniorPartnerUrn: p.string().nullable(),
    hubManager: p.text().nullable(),
  },
});

/** A time during which a school was a member of the network, or of a hub. */
export const Membership = defineEntity({
  name: 'Membership',
  tableName: 'membership',
  indexes: [
    { name: 'membership_urn', properties: ['urn', 'kind'] },
    { name: 'membership_hub', properties: ['hubId'] },
  ],
  checks: [
    { name: 'membership_kind', expression: "(kind = 'HUB') = (hub_id is not null)" },
    { name: 'membership_dates', expression: '"left" >= joined' },
  ],
  properties: {
    id: p.string().primary(),
    kind: p.text().$type<MembershipKind>(),
    urn: p.string(),
    hubId: () => p.manyToOne(Hub).mapToPk().fieldName('hub_id').nullable(),
    joined: p.date(),
    left: p.date().nullable(),
    /** When it was changed last. */
    updatedAt: p.datetime().fieldName('updated_at').defaultRaw('now()'),
  },
});

/** The last whole release of one of the register's files that was imported. */
export const RegisterRelease = defineEntity({
  name: 'RegisterRelease',
  tableName: 'register_release',
  properties: {
    kind: p.string().primary(),
    date: p.date(),
  },
});

export const entities = [
  LocalAuthority,
  School,
  SchoolLink,
  Ancestor,
  Trust,
  TrustMembership,
  Hub,
  Membership,
  RollReport,
  RegisterRelease,
];

export type LocalAuthorityRow = InferEntity<typeof LocalAuthority>;
/** A school with its predecessors, near and far, the nearest first. */
export type SchoolRow = InferEntity<typeof School> & { ancestors: string[] };
export type TrustRow = InferEntity<typeof Trust>;
export type TrustMembershipRow = InferEntity<typeof TrustMembership>;
export type RollReportRow = InferEntity<typeof RollReport>;
export type HubRow = InferEntity<typeof Hub>;
export type MembershipRow = InferEntity<typeof Membership>;
export type LinkRow = { urn: string; other: string; name: string | null; kind: SchoolLinkKind; date: string | null };
