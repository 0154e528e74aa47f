import { defineEntity, p, type InferEntity } from '@mikro-orm/core';
import type { KeyStage, MeasureUnit, PupilGroup, PupilsOf, ReleaseStatus } from './types.ts';

/** Who says so: the Department, in a publication, or a trust, in a submission. Neither replaces the other. */
export type Source = 'PUBLISHED' | 'SUBMITTED';
/** Whose result it is. */
export type Level = 'SCHOOL' | 'TRUST' | 'LOCAL_AUTHORITY' | 'ENGLAND_STATE_FUNDED' | 'ENGLAND_ALL';

/** The catalogue of measures; kept equal to `measures.ts` at start. */
export const Measure = defineEntity({
  name: 'Measure',
  tableName: 'measure',
  properties: {
    code: p.string().primary(),
    name: p.text(),
    keyStage: p.text().$type<KeyStage>(),
    unit: p.text().$type<MeasureUnit>(),
    higherIsBetter: p.boolean(),
    firstYear: p.string(),
    lastYear: p.string().nullable(),
    yearsNotPublished: p.array<string>(),
  },
});

/** What a file holds of a measure and group of pupils. */
export interface CoverageEntry {
  measure: string;
  pupilGroup: PupilGroup;
  /** The column that was read; null if the file has none. */
  column: string | null;
  status: 'FOUND' | 'NOT_PUBLISHED';
  values: number;
  /** How many cells have a marker instead of a value, by marker; `blank` for empty ones. */
  markers: Record<string, number>;
}

/** A file that results were read from. */
export const ResultFile = defineEntity({
  name: 'ResultFile',
  tableName: 'result_file',
  uniques: [{ name: 'result_file_name', properties: ['file', 'title'] }],
  properties: {
    id: p.integer().primary().autoincrement(),
    title: p.text(),
    file: p.text(),
    fictional: p.boolean(),
    academicYear: p.string().nullable(),
    /** When it was imported last; null for files of before this was kept. */
    importedAt: p.datetime().nullable(),
    coverage: p.json().$type<CoverageEntry[]>().defaultRaw(`'[]'`),
  },
});

/** What a year's file says of a school's pupils: of the year group that was assessed, or of the whole school. */
export const SchoolCharacteristics = defineEntity({
  name: 'SchoolCharacteristics',
  tableName: 'school_characteristics',
  properties: {
    urn: p.string().primary(),
    academicYear: p.string().primary(),
    /** Of whom: the pupils at the end of a key stage, or the whole school. */
    pupilsOf: p.text().$type<PupilsOf>().primary(),
    cohort: p.integer().nullable(),
    roll: p.integer().nullable(),
    disadvantaged: p.double().$type<number>().nullable(),
    eal: p.double().$type<number>().nullable(),
    senPlan: p.double().$type<number>().nullable(),
    senSupport: p.double().$type<number>().nullable(),
    priorAttainment: p.double().$type<number>().nullable(),
    absence: p.double().$type<number>().nullable(),
    persistentAbsence: p.double().$type<number>().nullable(),
    schoolType: p.text().nullable(),
    stateFunded: p.boolean().nullable(),
    ageRange: p.text().nullable(),
    admissions: p.text().nullable(),
    gender: p.text().nullable(),
    fileId: p.integer().nullable(),
  },
});

/** A value, or the marker printed in its place: one measure, one group of pupils, one year, of a school, trust, authority or England. */
export const Result = defineEntity({
  name: 'Result',
  tableName: 'result',
  checks: [
    { name: 'result_value', expression: '(value is null) <> (marker is null)' },
    { name: 'result_source', expression: "(source = 'SUBMITTED') = (submitted_by is not null)" },
  ],
  properties: {
    level: p.text().$type<Level>().primary(),
    /** URN, trust UID, local authority code, or `-` for England; `demo` for the England of the fictional demo network. */
    subject: p.string().primary(),
    /** The `Measure`; importers take no others, and a foreign key would be checked for each of millions of rows. */
    measureCode: p.string().primary(),
    pupilGroup: p.text().$type<PupilGroup>().primary(),
    academicYear: p.string().primary(),
    source: p.text().$type<Source>().default('PUBLISHED').primary(),
    value: p.double().$type<number>().nullable(),
    marker: p.string().nullable(),
    pupils: p.integer().nullable(),
    lower: p.double().$type<number>().nullable(),
    upper: p.double().$type<number>().nullable(),
    /** Disadvantaged pupils here minus other pupils nationally, where it is published. */
    gapToNationalOthers: p.double().$type<number>().nullable(),
    status: p.text().$type<ReleaseStatus>(),
    localAuthorityCode: p.string().nullable(),
    /** The `ResultFile`; without a foreign key, whose checks would take as long again as writing the rows. */
    fileId: p.integer().nullable(),
    /** UID of the trust that submitted it; null for what was published. */
    submittedBy: p.string().nullable(),
    /** The transaction that wrote it: another one, another version. */
    version: p.string().columnType('xid8').fieldName('changed').defaultRaw('pg_current_xact_id()'),
    /** When it was changed last. */
    updatedAt: p.datetime().fieldName('updated_at').defaultRaw('now()'),
  },
});

export const entities = [Measure, ResultFile, Result, SchoolCharacteristics];

export type MeasureRow = InferEntity<typeof Measure>;
export type ResultFileRow = InferEntity<typeof ResultFile>;
export type SchoolCharacteristicsRow = InferEntity<typeof SchoolCharacteristics>;
/** The same measure, group and year at another level. */
type BenchmarkColumns<Prefix extends string> = Record<`${Prefix}Value`, number | null> &
  Record<`${Prefix}Marker`, string | null> &
  Record<`${Prefix}Pupils`, number | null>;
/** A result beside those of its local authority and of England, with the file it came from. */
export type OutcomeRow = InferEntity<typeof Result> &
  BenchmarkColumns<'la'> &
  BenchmarkColumns<'england'> & { title: string | null; file: string | null; fictional: boolean | null };
