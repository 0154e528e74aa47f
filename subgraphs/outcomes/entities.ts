import { defineEntity, p, type InferEntity } from '@mikro-orm/core';
import type { KeyStage, MeasureUnit, PupilGroup, ReleaseStatus } from './generated.ts';

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
  },
});

/** A value, or the marker printed in its place: one measure, one group of pupils, one year, of a school, trust, authority or England. */
export const Result = defineEntity({
  name: 'Result',
  tableName: 'result',
  checks: [{ name: 'result_value', expression: '(value is null) <> (marker is null)' }],
  properties: {
    level: p.text().$type<Level>().primary(),
    /** URN, trust UID, local authority code, or `-` for England. */
    subject: p.string().primary(),
    academicYear: p.string().primary(),
    measureCode: () => p.manyToOne(Measure).mapToPk().fieldName('measure_code').primary(),
    pupilGroup: p.text().$type<PupilGroup>().primary(),
    value: p.double().nullable(),
    marker: p.string().nullable(),
    pupils: p.integer().nullable(),
    lower: p.double().nullable(),
    upper: p.double().nullable(),
    /** Disadvantaged pupils here minus other pupils nationally, where it is published. */
    gapToNationalOthers: p.double().nullable(),
    status: p.text().$type<ReleaseStatus>(),
    localAuthorityCode: p.string().nullable(),
    fileId: () => p.manyToOne(ResultFile).mapToPk().fieldName('file_id').nullable(),
  },
});

export const entities = [Measure, ResultFile, Result];

export type MeasureRow = InferEntity<typeof Measure>;
/** The same measure, group and year at another level. */
type BenchmarkColumns<Prefix extends string> = Record<`${Prefix}Value`, number | null> & Record<`${Prefix}Marker`, string | null> & Record<`${Prefix}Pupils`, number | null>;
/** A result beside those of its local authority and of England, with the file it came from. */
export type OutcomeRow = InferEntity<typeof Result> & BenchmarkColumns<'la'> & BenchmarkColumns<'england'> & { title: string | null; file: string | null; fictional: boolean | null };
