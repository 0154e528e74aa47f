import type { KeyStage, Measure, NoValueReason, ReleaseStatus } from './types.ts';
import { reasonOf } from '../kit/domain/markers.ts';

type CatalogueEntry = Omit<Measure, 'lastYear'> & { lastYear?: string };

/** Years without results of schools. */
export const PANDEMIC = ['2019/20', '2020/21'];

/** The catalogue of measures. Source: DfE, performance tables, descriptions of the published columns. */
export const MEASURES: CatalogueEntry[] = [
  ks2('PTRWM_EXP', 'Reading, writing and maths at the expected standard', 'PERCENT'),
  ks2('PTRWM_HIGH', 'Reading, writing and maths at the higher standard', 'PERCENT'),
  ks2Progress('READPROG', 'Progress in reading'),
  ks2Progress('WRITPROG', 'Progress in writing'),
  ks2Progress('MATPROG', 'Progress in maths'),
  ks2('PTREAD_EXP', 'Reading at the expected standard', 'PERCENT'),
  ks2('PTREAD_HIGH', 'Reading at the higher standard', 'PERCENT'),
  ks2('READ_AVERAGE', 'Average scaled score in reading', 'SCALED_SCORE'),
  ks2('PTGPS_EXP', 'Grammar, punctuation and spelling at the expected standard', 'PERCENT'),
  ks2('PTGPS_HIGH', 'Grammar, punctuation and spelling at the higher standard', 'PERCENT'),
  ks2('GPS_AVERAGE', 'Average scaled score in grammar, punctuation and spelling', 'SCALED_SCORE'),
  ks2('PTMAT_EXP', 'Maths at the expected standard', 'PERCENT'),
  ks2('PTMAT_HIGH', 'Maths at the higher standard', 'PERCENT'),
  ks2('MAT_AVERAGE', 'Average scaled score in maths', 'SCALED_SCORE'),
  ks2('PTWRITTA_EXP', 'Writing at the expected standard, by teacher assessment', 'PERCENT'),
  ks2('PTWRITTA_HIGH', 'Writing at greater depth, by teacher assessment', 'PERCENT'),
  ks2('PTSCITA_EXP', 'Science at the expected standard, by teacher assessment', 'PERCENT'),
  // Pupils who end key stage 4 in 2025 and 2026 have no key stage 2 results to measure progress from.
  {
    ...ks4('P8MEA', 'Progress 8', 'PROGRESS_SCORE', '2015/16'),
    yearsNotPublished: [...PANDEMIC, '2024/25', '2025/26'],
  },
  ks4('ATT8SCR', 'Attainment 8, average score', 'POINTS', '2015/16'),
  ks4('PTL2BASICS_95', 'English and maths at grade 5 or above', 'PERCENT', '2016/17'),
  ks4('PTL2BASICS_94', 'English and maths at grade 4 or above', 'PERCENT', '2016/17'),
  ks4('PTEBACC_E_PTQ_EE', 'Entered for the English Baccalaureate', 'PERCENT', '2015/16'),
  ks4('EBACCAPS', 'English Baccalaureate, average point score', 'POINTS', '2017/18'),
  ks4('PTEBACC_95', 'English Baccalaureate at grade 5 or above', 'PERCENT', '2016/17'),
  ks4('PTEBACC_94', 'English Baccalaureate at grade 4 or above', 'PERCENT', '2016/17'),
];

function entry(
  keyStage: KeyStage,
  code: string,
  name: string,
  unit: Measure['unit'],
  firstYear: string,
): CatalogueEntry {
  return { code, name, keyStage, unit, higherIsBetter: true, firstYear, yearsNotPublished: PANDEMIC };
}

function ks2(code: string, name: string, unit: Measure['unit']): CatalogueEntry {
  return entry('KS2', code, name, unit, '2015/16');
}

/** Pupils who ended key stage 2 in 2024 and 2025 were not assessed at the end of key stage 1. */
function ks2Progress(code: string, name: string): CatalogueEntry {
  return { ...ks2(code, name, 'PROGRESS_SCORE'), yearsNotPublished: [...PANDEMIC, '2023/24', '2024/25'] };
}

function ks4(code: string, name: string, unit: Measure['unit'], firstYear: string): CatalogueEntry {
  return entry('KS4', code, name, unit, firstYear);
}

const BY_CODE = new Map(MEASURES.map((measure) => [measure.code, measure]));

/** A measure of the catalogue. */
export const measureOf = (code: string): CatalogueEntry | undefined => BY_CODE.get(code);

/** Key stage 2 progress of all pupils in England is 0 by construction, and the Department leaves it blank. */
export const isZeroInEngland = (code: string): boolean => ['READPROG', 'WRITPROG', 'MATPROG'].includes(code);

/** Why a measure has no value in a year: nobody has one where none was published, whatever was printed instead. */
export const reasonIn = (
  measureCode: string,
  academicYear: string,
  marker: string | null | undefined,
): NoValueReason | null =>
  marker != null && BY_CODE.get(measureCode)?.yearsNotPublished.includes(academicYear)
    ? 'NOT_PUBLISHED'
    : reasonOf(marker);

/** Markers of suppressed values, as printed: of the performance tables, and of statistics. */
export const SUPPRESSED = ['SUPP', 'SUPPMAT', 'c'];

/** The markers that submitted results are kept with. */
const SUBMITTED_MARKERS = new Map<NoValueReason, string>([
  ['SUPPRESSED', 'SUPP'],
  ['NO_ENTRIES', 'NE'],
  ['LOW_COVERAGE', 'LOWCOV'],
  ['NOT_APPLICABLE', 'NA'],
  ['NEW_SCHOOL', 'NEW'],
  ['OTHER', 'OTHER'],
]);

/** The marker of a reason that can be submitted; null for those that only a publication can have. */
export const markerOf = (reason: NoValueReason): string | null => SUBMITTED_MARKERS.get(reason) ?? null;

const RANGES: Record<Measure['unit'], [least: number, most: number]> = {
  PERCENT: [0, 100],
  SCALED_SCORE: [80, 120],
  PROGRESS_SCORE: [-40, 40],
  POINTS: [0, 90],
};
const OWN_RANGES = new Map<string, [least: number, most: number]>([
  ['P8MEA', [-9, 9]],
  ['EBACCAPS', [0, 9]],
]);

/** Least and most that a value of a measure can be. */
export const rangeOf = ({ code, unit }: Pick<Measure, 'code' | 'unit'>): [least: number, most: number] =>
  OWN_RANGES.get(code) ?? RANGES[unit];

/** How final a release is: a later one replaces an earlier. */
const STATUSES: readonly ReleaseStatus[] = ['PROVISIONAL', 'REVISED', 'FINAL'];
export const isStatus = (text: string): text is ReleaseStatus => (STATUSES as readonly string[]).includes(text);
export const isEarlier = (one: ReleaseStatus, other: ReleaseStatus): boolean =>
  STATUSES.indexOf(one) < STATUSES.indexOf(other);
const STATUSES_SQL = `array['${STATUSES.join("', '")}']`;
/** The condition that the row that comes is as final as the one that is there. */
export const NOT_EARLIER = `array_position(${STATUSES_SQL}, new.status) >= array_position(${STATUSES_SQL}, old.status)`;
