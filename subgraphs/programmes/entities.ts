import { defineEntity, p, type InferEntity } from '@mikro-orm/core';
import type { EnrolmentRole, EnrolmentStatus, Mode, PracticeChannel, ProgrammeKind, VisitKind } from './types.ts';

/** A programme of the charity. */
export const Programme = defineEntity({
  name: 'Programme',
  tableName: 'programme',
  properties: {
    code: p.string().primary(),
    name: p.text(),
    kind: p.text().$type<ProgrammeKind>(),
    description: p.text().nullable(),
  },
});

/** One run of a programme. */
export const Cohort = defineEntity({
  name: 'Cohort',
  tableName: 'cohort',
  indexes: [{ name: 'cohort_programme', properties: ['programmeCode', 'startsOn'] }],
  checks: [{ name: 'cohort_dates', expression: 'ends_on >= starts_on' }],
  properties: {
    id: p.string().primary(),
    programmeCode: () => p.manyToOne(Programme).mapToPk().fieldName('programme_code'),
    name: p.text(),
    academicYear: p.string(),
    startsOn: p.date(),
    endsOn: p.date().nullable(),
    place: p.text().nullable(),
  },
});

/** A day or half-day of a cohort. */
export const Session = defineEntity({
  name: 'Session',
  tableName: 'session',
  indexes: [{ name: 'session_cohort', properties: ['cohortId', 'date'] }],
  properties: {
    id: p.string().primary(),
    cohortId: () => p.manyToOne(Cohort).mapToPk().fieldName('cohort_id').deleteRule('cascade'),
    title: p.text(),
    date: p.date(),
    mode: p.text().$type<Mode>(),
    hostUrn: p.string().nullable(),
  },
});

/** That a school takes part in a cohort. */
export const Enrolment = defineEntity({
  name: 'Enrolment',
  tableName: 'enrolment',
  indexes: [
    { name: 'enrolment_urn', properties: ['urn', 'enrolledOn'] },
    { name: 'enrolment_cohort', properties: ['cohortId', 'enrolledOn'] },
  ],
  checks: [
    { name: 'enrolment_staff', expression: 'staff >= 0' },
    { name: 'enrolment_dates', expression: 'completed_on >= enrolled_on' },
  ],
  properties: {
    id: p.string().primary(),
    cohortId: () => p.manyToOne(Cohort).mapToPk().fieldName('cohort_id').deleteRule('cascade'),
    urn: p.string(),
    role: p.text().$type<EnrolmentRole>(),
    status: p.text().$type<EnrolmentStatus>(),
    staff: p.integer().nullable(),
    enrolledOn: p.date(),
    completedOn: p.date().nullable(),
    /** The transaction that wrote it: another one, another version. */
    version: p.string().columnType('xid8').fieldName('changed').defaultRaw('pg_current_xact_id()'),
    /** When it was changed last. */
    updatedAt: p.datetime().fieldName('updated_at').defaultRaw('now()'),
  },
});

/** A residency or visit of leaders of one school in another. */
export const Visit = defineEntity({
  name: 'Visit',
  tableName: 'visit',
  indexes: [
    { name: 'visit_host', properties: ['hostUrn', 'date'] },
    { name: 'visit_visiting', properties: ['visitingUrn', 'date'] },
  ],
  checks: [
    { name: 'visit_days', expression: 'days > 0' },
    { name: 'visit_sides', expression: 'host_urn <> visiting_urn' },
  ],
  properties: {
    id: p.string().primary(),
    kind: p.text().$type<VisitKind>(),
    cohortId: () => p.manyToOne(Cohort).mapToPk().fieldName('cohort_id').nullable(),
    hostUrn: p.string(),
    visitingUrn: p.string(),
    date: p.date(),
    days: p.integer(),
    mode: p.text().$type<Mode>(),
    focus: p.text().nullable(),
  },
});

/** That a school shared a practice. */
export const PracticeShared = defineEntity({
  name: 'PracticeShared',
  tableName: 'practice_shared',
  indexes: [
    { name: 'practice_shared_urn', properties: ['urn', 'sharedOn'] },
    { name: 'practice_shared_recipient', properties: ['recipientUrn'] },
  ],
  properties: {
    id: p.string().primary(),
    urn: p.string(),
    title: p.text(),
    theme: p.text(),
    channel: p.text().$type<PracticeChannel>(),
    sharedOn: p.date(),
    recipientUrn: p.string().nullable(),
    url: p.text().nullable(),
  },
});

export const entities = [Programme, Cohort, Session, Enrolment, Visit, PracticeShared];

export type ProgrammeRow = InferEntity<typeof Programme>;
export type CohortRow = InferEntity<typeof Cohort>;
export type SessionRow = InferEntity<typeof Session>;
/** An enrolment with what it takes from its cohort. */
export type EnrolmentRow = InferEntity<typeof Enrolment> & { academicYear: string; programmeCode: string };
export type VisitRow = InferEntity<typeof Visit>;
export type PracticeRow = InferEntity<typeof PracticeShared>;
