import { defineEntity, p, type InferEntity } from '@mikro-orm/core';
import type { AccreditationStatus, Estimate, FindingKind, Mode, Phase, ReviewKind, ReviewRole } from './types.ts';

/** Which headings a review had and which estimates it could give; filled by the first migration. */
export const Framework = defineEntity({
  name: 'Framework',
  tableName: 'framework',
  properties: {
    code: p.string().primary(),
    name: p.text(),
    kind: p.text().$type<ReviewKind>(),
    from: p.date(),
    to: p.date().nullable(),
    headings: p.json<{ code: string; title: string }[]>(),
    estimates: p.array<Estimate>(),
  },
});

/** A peer review of a school or of a trust. */
export const Review = defineEntity({
  name: 'Review',
  tableName: 'review',
  indexes: [
    { name: 'review_urn', properties: ['urn', 'startDate'] },
    { name: 'review_trust', properties: ['trustUid', 'startDate'] },
    { name: 'review_start', properties: ['startDate', 'id'] },
  ],
  checks: [
    { name: 'review_host', expression: '(urn is null) <> (trust_uid is null)' },
    { name: 'review_dates', expression: 'end_date >= start_date' },
  ],
  properties: {
    id: p.string().primary(),
    kind: p.text().$type<ReviewKind>(),
    frameworkCode: () => p.manyToOne(Framework).mapToPk().fieldName('framework_code'),
    urn: p.string().nullable(),
    trustUid: p.string().nullable(),
    startDate: p.date(),
    endDate: p.date(),
    mode: p.text().$type<Mode>(),
    phase: p.text().$type<Phase>().nullable(),
    /** Whether the host has shared the report with the network. */
    shared: p.boolean().default(false),
    /** The transaction that wrote it: another one, another version. */
    version: p.string().columnType('xid8').fieldName('changed').defaultRaw('pg_current_xact_id()'),
    /** When it was changed last. */
    updatedAt: p.datetime().fieldName('updated_at').defaultRaw('now()'),
  },
});

/** A member of a review team: one who was there, for the host; a visit, for the school they came from. */
export const Reviewer = defineEntity({
  name: 'Reviewer',
  tableName: 'reviewer',
  indexes: [
    { name: 'reviewer_review', properties: ['reviewId'] },
    { name: 'reviewer_urn', properties: ['urn', 'date'] },
  ],
  properties: {
    id: p.string().primary(),
    reviewId: () => p.manyToOne(Review).mapToPk().fieldName('review_id').deleteRule('cascade'),
    role: p.text().$type<ReviewRole>(),
    name: p.text().nullable(),
    urn: p.string().nullable(),
    /** First day of the review, kept here so that a school's visits are read from one index. */
    date: p.date(),
  },
});

/** A heading of a report. */
export const Heading = defineEntity({
  name: 'Heading',
  tableName: 'heading',
  properties: {
    reviewId: () => p.manyToOne(Review).mapToPk().fieldName('review_id').deleteRule('cascade').primary(),
    code: p.string().primary(),
    estimate: p.text().$type<Estimate>().nullable(),
  },
});

/** One finding under a heading. */
export const Finding = defineEntity({
  name: 'Finding',
  tableName: 'finding',
  properties: {
    reviewId: () => p.manyToOne(Review).mapToPk().fieldName('review_id').deleteRule('cascade').primary(),
    position: p.integer().primary(),
    heading: p.string(),
    kind: p.text().$type<FindingKind>(),
    text: p.text(),
  },
});

/** A practice that the host put forward. */
export const AreaOfExcellence = defineEntity({
  name: 'AreaOfExcellence',
  tableName: 'area_of_excellence',
  indexes: [
    { name: 'area_of_excellence_review', properties: ['reviewId'] },
    { name: 'area_of_excellence_urn', properties: ['urn'] },
    { name: 'area_of_excellence_date', properties: ['date', 'id'] },
    {
      name: 'area_of_excellence_title_trgm',
      expression:
        'create index "area_of_excellence_title_trgm" on "area_of_excellence" using gin (title public.gin_trgm_ops)',
    },
  ],
  checks: [
    {
      name: 'area_of_excellence_accredited',
      expression: "(status = 'ACCREDITED') = (accredited_on is not null and valid_until is not null)",
    },
    { name: 'area_of_excellence_valid', expression: 'valid_until >= accredited_on' },
  ],
  properties: {
    id: p.string().primary(),
    reviewId: () => p.manyToOne(Review).mapToPk().fieldName('review_id').deleteRule('cascade'),
    urn: p.string(),
    title: p.text(),
    theme: p.text(),
    description: p.text().nullable(),
    phase: p.text().$type<Phase>().nullable(),
    status: p.text().$type<AccreditationStatus>(),
    accreditedOn: p.date().nullable(),
    validUntil: p.date().nullable(),
    /** Day of accreditation, or the first day of the review: what lists are ordered by. */
    date: p.date(),
  },
});

export const entities = [Framework, Review, Reviewer, Heading, Finding, AreaOfExcellence];

export type FrameworkRow = InferEntity<typeof Framework>;
export type ReviewRow = InferEntity<typeof Review>;
export type ReviewerRow = InferEntity<typeof Reviewer>;
export type AreaRow = InferEntity<typeof AreaOfExcellence>;
