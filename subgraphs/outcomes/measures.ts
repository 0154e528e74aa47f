import type { KeyStage, Measure, NoValueReason, PupilGroup } from './generated.ts';

type CatalogueEntry = Omit<Measure, 'lastYear'> & { lastYear?: string };

const PANDEMIC = ['2019/20', '2020/21'];

/** The catalogue of measures. Source: DfE, performance tables, descriptions of the published columns. */
export const MEASURES: CatalogueEntry[] = [
  ks2('PTRWM_EXP', 'Reading, writing and maths at the expected standard', 'PERCENT'),
  ks2('PTRWM_HIGH', 'Reading, writing and maths at the higher standard', 'PERCENT'),
  ks2('READPROG', 'Progress in reading', 'PROGRESS_SCORE', '2022/23'),
  ks2('WRITPROG', 'Progress in writing', 'PROGRESS_SCORE', '2022/23'),
  ks2('MATPROG', 'Progress in maths', 'PROGRESS_SCORE', '2022/23'),
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
  { ...ks4('P8MEA', 'Progress 8', 'PROGRESS_SCORE', '2015/16'), yearsNotPublished: [...PANDEMIC, '2024/25', '2025/26'] },
  ks4('ATT8SCR', 'Attainment 8, average score', 'POINTS', '2015/16'),
  ks4('PTL2BASICS_95', 'English and maths at grade 5 or above', 'PERCENT', '2016/17'),
  ks4('PTEBACC_E_PTQ_EE', 'Entered for the English Baccalaureate', 'PERCENT', '2015/16'),
  ks4('EBACCAPS', 'English Baccalaureate, average point score', 'POINTS', '2017/18'),
  ks4('PTEBACC_95', 'English Baccalaureate at grade 5 or above', 'PERCENT', '2017/18'),
  ks4('PTEBACC_94', 'English Baccalaureate at grade 4 or above', 'PERCENT', '2016/17'),
];

function entry(keyStage: KeyStage, code: string, name: string, unit: Measure['unit'], firstYear: string, lastYear?: string): CatalogueEntry {
  const yearsNotPublished = PANDEMIC.filter((year) => year > firstYear && (!lastYear || year < lastYear));
  return { code, name, keyStage, unit, higherIsBetter: true, firstYear, lastYear, yearsNotPublished };
}

function ks2(code: string, name: string, unit: Measure['unit'], lastYear?: string): CatalogueEntry {
  return entry('KS2', code, name, unit, '2015/16', lastYear);
}

function ks4(code: string, name: string, unit: Measure['unit'], firstYear: string): CatalogueEntry {
  return entry('KS4', code, name, unit, firstYear);
}

/** Where the values of a measure stand in a file. */
export interface MeasureColumns {
  measure: string;
  /** Column of the values; the suffix of a pupil group is added. */
  column: string;
  /** Columns of the confidence limits; the suffix is added. Without one: the value's column with `_LOWER`, `_UPPER`. */
  limits?: [lower: string, upper: string];
  /** Column of the gap to other pupils nationally. */
  gap?: string;
}

/** Where the values of a pupil group stand in a file, and the number of pupils behind them. */
export interface GroupColumns {
  group: PupilGroup;
  suffix: string;
  pupils?: string;
}

/** How a file of results is laid out. A new measure or group is a line here; columns that a year's file lacks are passed over. */
export interface Layout {
  measures: MeasureColumns[];
  groups: GroupColumns[];
}

/** Key stage 2 performance tables, `…_ks2final.csv`. */
export const KS2: Layout = {
  measures: [
    { measure: 'PTRWM_EXP', column: 'PTRWM_EXP', gap: 'DIFFN_RWM_EXP' },
    { measure: 'PTRWM_HIGH', column: 'PTRWM_HIGH', gap: 'DIFFN_RWM_HIGH' },
    { measure: 'READPROG', column: 'READPROG', gap: 'DIFFN_READPROG' },
    { measure: 'WRITPROG', column: 'WRITPROG', gap: 'DIFFN_WRITPROG' },
    { measure: 'MATPROG', column: 'MATPROG', gap: 'DIFFN_MATPROG' },
    { measure: 'PTREAD_EXP', column: 'PTREAD_EXP' },
    { measure: 'PTREAD_HIGH', column: 'PTREAD_HIGH' },
    { measure: 'READ_AVERAGE', column: 'READ_AVERAGE' },
    { measure: 'PTGPS_EXP', column: 'PTGPS_EXP' },
    { measure: 'PTGPS_HIGH', column: 'PTGPS_HIGH' },
    { measure: 'GPS_AVERAGE', column: 'GPS_AVERAGE' },
    { measure: 'PTMAT_EXP', column: 'PTMAT_EXP' },
    { measure: 'PTMAT_HIGH', column: 'PTMAT_HIGH' },
    { measure: 'MAT_AVERAGE', column: 'MAT_AVERAGE' },
    { measure: 'PTWRITTA_EXP', column: 'PTWRITTA_EXP' },
    { measure: 'PTWRITTA_HIGH', column: 'PTWRITTA_HIGH' },
    { measure: 'PTSCITA_EXP', column: 'PTSCITA_EXP' },
  ],
  groups: [
    { group: 'ALL', suffix: '', pupils: 'TELIG' },
    { group: 'DISADVANTAGED', suffix: '_FSM6CLA1A', pupils: 'TFSM6CLA1A' },
    { group: 'OTHERS', suffix: '_NotFSM6CLA1A', pupils: 'TNotFSM6CLA1A' },
    { group: 'BOYS', suffix: '_B', pupils: 'BELIG' },
    { group: 'GIRLS', suffix: '_G', pupils: 'GELIG' },
    { group: 'EAL', suffix: '_EAL', pupils: 'TEALGRP2' },
    { group: 'NON_MOBILE', suffix: '_MOBN', pupils: 'TMOBN' },
    { group: 'LOW_PRIOR', suffix: '_L', pupils: 'TKS1GROUP_L' },
    { group: 'MIDDLE_PRIOR', suffix: '_M', pupils: 'TKS1GROUP_M' },
    { group: 'HIGH_PRIOR', suffix: '_H', pupils: 'TKS1GROUP_H' },
  ],
};

/** Key stage 4 performance tables, `…_ks4final.csv`. */
export const KS4: Layout = {
  measures: [
    { measure: 'P8MEA', column: 'P8MEA', limits: ['P8CILOW', 'P8CIUPP'] },
    { measure: 'ATT8SCR', column: 'ATT8SCR' },
    { measure: 'PTL2BASICS_95', column: 'PTL2BASICS_95' },
    { measure: 'PTEBACC_E_PTQ_EE', column: 'PTEBACC_E_PTQ_EE' },
    { measure: 'EBACCAPS', column: 'EBACCAPS' },
    { measure: 'PTEBACC_95', column: 'PTEBACC_95' },
    { measure: 'PTEBACC_94', column: 'PTEBACC_94' },
  ],
  groups: [
    { group: 'ALL', suffix: '', pupils: 'TPUP' },
    { group: 'DISADVANTAGED', suffix: '_FSM6CLA1A', pupils: 'TFSM6CLA1A' },
    { group: 'OTHERS', suffix: '_NFSM6CLA1A', pupils: 'TNFSM6CLA1A' },
    { group: 'BOYS', suffix: '_BOYS', pupils: 'BPUP' },
    { group: 'GIRLS', suffix: '_GIRLS', pupils: 'GPUP' },
  ],
};

/** Results of multi-academy trusts, `…_ks4-mats-performance.csv`. */
export const MATS: Layout = {
  measures: [
    { measure: 'P8MEA', column: 'P8MEA_WGTAVG', limits: ['P8CILOW', 'P8CIUPP'] },
    { measure: 'ATT8SCR', column: 'ATT8SCR_WGTAVG' },
    { measure: 'PTL2BASICS_95', column: 'PTL2BASICS_95_WGTAVG' },
    { measure: 'PTEBACC_E_PTQ_EE', column: 'PTEBACC_E_PTQ_EE_WGTAVG' },
    { measure: 'EBACCAPS', column: 'EBACCAPS_WGTAVG' },
    { measure: 'PTEBACC_95', column: 'PTEBACC_95_WGTAVG' },
    { measure: 'PTEBACC_94', column: 'PTEBACC_94_WGTAVG' },
  ],
  groups: [
    { group: 'ALL', suffix: '', pupils: 'TPUP_MATPTINC' },
    { group: 'DISADVANTAGED', suffix: '_FSM6CLA1A' },
    { group: 'OTHERS', suffix: '_NFSM6CLA1A' },
  ],
};

/** What markers mean: those of the performance tables, and the lower-case ones of statistics since 2024. */
const REASONS = new Map<string, NoValueReason>([
  ['SUPP', 'SUPPRESSED'],
  ['SUPPMAT', 'SUPPRESSED'],
  ['C', 'SUPPRESSED'],
  ['NE', 'NO_ENTRIES'],
  ['NP', 'NOT_PUBLISHED'],
  ['LOWCOV', 'LOW_COVERAGE'],
  ['NA', 'NOT_APPLICABLE'],
  ['Z', 'NOT_APPLICABLE'],
  ['NEW', 'NEW_SCHOOL'],
  // Not available; rounds to nothing; not reliable.
  ['X', 'OTHER'],
  ['LOW', 'OTHER'],
  ['U', 'OTHER'],
  ['', 'BLANK'],
]);

/** What a marker says; null where there is none. */
export const reasonOf = (marker: string | null | undefined): NoValueReason | null => (marker == null ? null : (REASONS.get(marker) ?? 'OTHER'));

/** What a marker says that somebody wrote into a sheet, as `SUPP`, `c`, `[z]` or `N/A`; null if it is none. */
export const reasonWritten = (text: string): NoValueReason | null => (text.length > 12 ? null : (REASONS.get(text.toUpperCase().replaceAll(/[[\]/\s]/g, '') || '-') ?? null));

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

const RANGES: Record<Measure['unit'], [least: number, most: number]> = { PERCENT: [0, 100], SCALED_SCORE: [80, 120], PROGRESS_SCORE: [-40, 40], POINTS: [0, 90] };
const OWN_RANGES = new Map<string, [least: number, most: number]>([
  ['P8MEA', [-9, 9]],
  ['EBACCAPS', [0, 9]],
]);

/** Least and most that a value of a measure can be. */
export const rangeOf = ({ code, unit }: Pick<Measure, 'code' | 'unit'>): [least: number, most: number] => OWN_RANGES.get(code) ?? RANGES[unit];

/** How final a release is: a later one replaces an earlier. */
export const STATUS_RANK = { PROVISIONAL: 0, REVISED: 1, FINAL: 2 } as const;
