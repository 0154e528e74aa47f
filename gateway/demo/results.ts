import { Random } from './random.ts';
import { isMember, type DemoSchool, type DemoWorld } from './world.ts';

/** Academic years, by their first calendar year, for which results were published. */
export const RESULT_YEARS = [2015, 2016, 2017, 2018, 2021, 2022, 2023, 2024];

/** The year of which key stage 2 results are provisional. */
export const PROVISIONAL_YEAR = 2025;

/** What England's state-funded schools have in this invented world, and how far school strength moves it. */
const KS2_LEVEL: Record<string, [level: number, spread: number]> = {
  PTRWM_EXP: [62, 9],
  PTRWM_HIGH: [9, 4],
  PTREAD_EXP: [73, 8],
  PTREAD_HIGH: [28, 7],
  PTGPS_EXP: [75, 8],
  PTGPS_HIGH: [31, 8],
  PTMAT_EXP: [75, 8],
  PTMAT_HIGH: [25, 7],
  PTWRITTA_EXP: [75, 8],
  PTWRITTA_HIGH: [17, 6],
  PTSCITA_EXP: [82, 6],
};
const KS2_SCALED: Record<string, number> = { READ_AVERAGE: 104.4, GPS_AVERAGE: 105.6, MAT_AVERAGE: 104.6 };
const KS2_PROGRESS = ['READPROG', 'WRITPROG', 'MATPROG'];
/** Column name of the gap to others nationally. */
const GAP: Record<'KS2' | 'KS4', Record<string, string>> = {
  KS2: {
    PTRWM_EXP: 'DIFFN_RWM_EXP',
    PTRWM_HIGH: 'DIFFN_RWM_HIGH',
    READPROG: 'DIFFN_READPROG',
    WRITPROG: 'DIFFN_WRITPROG',
    MATPROG: 'DIFFN_MATPROG',
  },
  KS4: { ATT8SCR: 'DIFFN_ATT8', P8MEA: 'DIFFN_P8MEA' },
};

/** Record types, which differ by key stage. */
const RECORD = {
  KS2: { authority: '3', all: '4', stateFunded: '5' },
  KS4: { authority: '4', all: '5', stateFunded: '7' },
};

const KS4_LEVEL: Record<string, [level: number, spread: number, percent: boolean]> = {
  ATT8SCR: [46.6, 5, false],
  PTL2BASICS_95: [45, 9, true],
  PTL2BASICS_94: [65, 9, true],
  PTEBACC_E_PTQ_EE: [39, 12, true],
  EBACCAPS: [4.05, 0.45, false],
  PTEBACC_95: [18, 6, true],
  PTEBACC_94: [25, 7, true],
};

/** Columns of groups at key stage 4 are not named by one rule: what stands before the name, in the middle of it, or behind. */
const KS4_NAMES: [RegExp, (group: string, ...parts: string[]) => string][] = [
  [
    /^PTL2BASICS_(94|95)_(FSM6CLA1A|NFSM6CLA1A|BOYS|GIRLS)$/,
    (group, grade) =>
      ({
        FSM6CLA1A: `PTFSM6CLA1ABASICS_${grade}`,
        NFSM6CLA1A: `PTNOTFSM6CLA1ABASICS_${grade}`,
        BOYS: `PBL2BASICS_${grade}`,
        GIRLS: `PGL2BASICS_${grade}`,
      })[group]!,
  ],
  [/^PTEBACC_(94|95)_(BOYS|GIRLS)$/, (group, grade) => `P${group[0]}EBACC_${grade}`],
  [
    /^PTEBACC_E_PTQ_EE_()(FSM6CLA1A|NFSM6CLA1A|BOYS|GIRLS)$/,
    (group) => ({ BOYS: 'PBEBACC_E_PTQ_EE', GIRLS: 'PGEBACC_E_PTQ_EE' })[group] ?? `PTEBACC_E${group}_PTQ_EE`,
  ],
];

/** The Department's name for a column of key stage 4. */
function ks4Name(column: string): string {
  for (const [pattern, name] of KS4_NAMES) {
    const match = pattern.exec(column);
    if (match) return name(match[2]!, match[1]!);
  }
  return column;
}

type Row = Record<string, string>;

/** Disadvantaged pupils are behind others everywhere, and less so in partner schools. */
const GROUP_SHIFT: Record<string, number> = { '': 0, disadvantaged: -1.45, others: 0.5, boys: -0.25, girls: 0.25 };

const AUTHORITY = (code: string): DemoSchool['strength'] => new Random(`authority ${code}`).normal(0, 0.25);

interface Cohort {
  pupils: number;
  groups: { suffix: string; pupils: number; shift: number; pupilsColumn: string }[];
}

function cohortOf(pupils: number, fsm: number, random: Random, stage: 'KS2' | 'KS4'): Cohort {
  const disadvantaged = Math.round(pupils * Math.min(0.85, (fsm / 100) * random.normal(1.15, 0.12)));
  const boys = Math.round(pupils * random.normal(0.51, 0.05));
  const columns =
    stage === 'KS2'
      ? ['TELIG', 'TFSM6CLA1A', 'TNotFSM6CLA1A', 'BELIG', 'GELIG']
      : ['TPUP', 'TFSM6CLA1A', 'TNOTFSM6CLA1A', 'BPUP', 'GPUP'];
  const suffixes =
    stage === 'KS2'
      ? ['', '_FSM6CLA1A', '_NotFSM6CLA1A', '_B', '_G']
      : ['', '_FSM6CLA1A', '_NFSM6CLA1A', '_BOYS', '_GIRLS'];
  const sizes = [pupils, disadvantaged, pupils - disadvantaged, boys, pupils - boys];
  return {
    pupils,
    groups: Object.values(GROUP_SHIFT).map((shift, i) => ({
      suffix: suffixes[i]!,
      pupils: sizes[i]!,
      shift,
      pupilsColumn: columns[i]!,
    })),
  };
}

const clamp = (value: number, least: number, most: number) => Math.min(most, Math.max(least, value));

/** A group of five pupils or fewer is suppressed, and so is its counterpart, as the Department does: all less the one would leave the other. */
const isSuppressed = ({ groups }: Cohort, index: number): boolean =>
  groups[index]!.pupils <= 5 || (index > 0 && groups[index % 2 ? index + 1 : index - 1]!.pupils <= 5);

/** Values of one school, authority or of England. */
function ks2Values(cohort: Cohort, strength: number, random: Random, year: number, noise: number): Row {
  const row: Row = {};
  for (const { pupils, pupilsColumn } of cohort.groups) row[pupilsColumn] = String(pupils);
  if (year <= 2022) for (const subject of ['READ', 'WRIT', 'MAT']) row[`${subject}COV`] = '100%';
  const base = strength + (random.next() - 0.5) * noise - (year === 2021 ? 0.25 : 0);
  for (const [index, { suffix, pupils, shift }] of cohort.groups.entries()) {
    const suppressed = isSuppressed(cohort, index);
    const at = base + shift + (suffix ? (random.next() - 0.5) * noise * 0.6 : 0);
    for (const [measure, [level, spread]] of Object.entries(KS2_LEVEL))
      row[measure + suffix] = suppressed ? 'SUPP' : `${Math.round(clamp(level + at * spread, 0, 100))}%`;
    for (const [measure, level] of Object.entries(KS2_SCALED))
      row[measure + suffix] = suppressed ? 'SUPP' : String(Math.round(clamp(level + at * 2.2, 82, 119)));
    for (const measure of KS2_PROGRESS) {
      if (year > 2022) continue;
      const value = clamp(at * 1.5, -12, 12);
      const half = 11 / Math.sqrt(Math.max(6, pupils));
      row[measure + suffix] = suppressed ? 'SUPP' : value.toFixed(1);
      row[`${measure}${suffix}_LOWER`] = suppressed ? 'SUPP' : (value - half).toFixed(1);
      row[`${measure}${suffix}_UPPER`] = suppressed ? 'SUPP' : (value + half).toFixed(1);
    }
  }
  return row;
}

function ks4Values(cohort: Cohort, strength: number, random: Random, year: number, noise: number): Row {
  const row: Row = {};
  for (const { pupils, pupilsColumn } of cohort.groups) row[pupilsColumn] = String(pupils);
  const base = strength + (random.next() - 0.5) * noise;
  for (const [index, { suffix, pupils, shift }] of cohort.groups.entries()) {
    const suppressed = isSuppressed(cohort, index);
    const at = base + shift * 0.9 + (suffix ? (random.next() - 0.5) * noise * 0.5 : 0);
    for (const [measure, [level, spread, percent]] of Object.entries(KS4_LEVEL)) {
      const value = clamp(level + at * spread, 0, percent ? 100 : 90);
      row[measure + suffix] = suppressed
        ? 'SUPP'
        : percent
          ? `${Math.round(value)}%`
          : value.toFixed(measure === 'EBACCAPS' ? 2 : 1);
    }
    if (year <= 2023) {
      const value = clamp(at * 0.35, -2.5, 2);
      const half = 2.6 / Math.sqrt(Math.max(6, pupils));
      row[`P8PUP${suffix}`] = String(pupils);
      row[`P8MEA${suffix}`] = suppressed ? 'SUPP' : value.toFixed(2);
      row[`P8CILOW${suffix}`] = suppressed ? 'SUPP' : (value - half).toFixed(2);
      row[`P8CIUPP${suffix}`] = suppressed ? 'SUPP' : (value + half).toFixed(2);
    }
  }
  return row;
}

/** A file of results of one year, in the format of the performance tables; the header is the first row. */
export function resultRows(world: DemoWorld, stage: 'KS2' | 'KS4', year: number): string[][] {
  const values = stage === 'KS2' ? ks2Values : ks4Values;
  const rows: Row[] = [];
  const england = values(
    cohortOf(640_000, 24, new Random(`england ${stage} ${year}`), stage),
    0,
    new Random(`england ${stage} ${year}`),
    year,
    0,
  );
  const gaps = (row: Row) => {
    for (const [measure, column] of Object.entries(GAP[stage])) {
      const [value, national] = [
        row[`${measure}_FSM6CLA1A`],
        england[measure + (stage === 'KS2' ? '_NotFSM6CLA1A' : '_NFSM6CLA1A')],
      ];
      if (value !== undefined && national !== undefined)
        row[column] =
          value === 'SUPP'
            ? 'SUPP'
            : String(Math.round((Number.parseFloat(value) - Number.parseFloat(national)) * 10) / 10);
    }
    return row;
  };
  for (const school of world.schools) {
    if (stage === 'KS2' ? school.phase === 'Secondary' : school.phase === 'Primary') continue;
    const random = new Random(`${stage} ${year} ${school.number}`);
    const may = `${year + 1}-05-10`;
    const taught = school.establishments.filter(({ opened, closed }) => opened <= may && (!closed || may < closed));
    for (const [index, { urn, name }] of taught.entries()) {
      // An infant school has no key stage 2 results.
      if (stage === 'KS2' && name.endsWith('Infant School')) continue;
      const share =
        stage === 'KS2'
          ? school.phase === 'All-through'
            ? 0.06
            : 0.14
          : school.phase === 'All-through'
            ? 0.12
            : 0.185;
      const pupils = Math.max(
        2,
        Math.round((school.roll * share * random.normal(1, 0.08)) / (school.special ? 1.4 : 1)),
      );
      const learning = isMember(school, may) ? 0.04 * (year - 2013) : 0;
      const cohort = cohortOf(pupils, school.fsm, random, stage);
      // What partner schools do for disadvantaged pupils shows.
      cohort.groups[1]!.shift += isMember(school, may) ? 0.25 : 0;
      const noise = 1.1 + 8 / Math.sqrt(pupils);
      const row = values(cohort, school.strength + learning - (school.special ? 3.2 : 0), random, year, noise);
      if (pupils <= 5)
        for (const column of Object.keys(row))
          if (!/^[TBG](PUP|ELIG|FSM|NOTFSM)|^P8PUP|COV$/i.test(column)) row[column] = 'SUPP';
      rows.push(
        gaps({
          RECTYPE: school.special ? '2' : '1',
          LEA: school.authority.code,
          ESTAB: String(2000 + school.number + index),
          URN: urn,
          SCHNAME: name,
          ...row,
        }),
      );
    }
  }
  for (const { code, name } of world.authorities) {
    const random = new Random(`${stage} ${year} authority ${code}`);
    rows.push(
      gaps({
        RECTYPE: RECORD[stage].authority,
        LEA: code,
        ESTAB: ' ',
        URN: ' ',
        SCHNAME: name,
        ...values(cohortOf(random.whole(2_000, 15_000), 26, random, stage), AUTHORITY(code), random, year, 0.1),
      }),
    );
  }
  rows.push(
    gaps({ RECTYPE: RECORD[stage].all, LEA: ' ', ESTAB: ' ', URN: ' ', SCHNAME: ' ', ...england }),
    gaps({ RECTYPE: RECORD[stage].stateFunded, LEA: ' ', ESTAB: ' ', URN: ' ', SCHNAME: ' ', ...england }),
  );
  return stage === 'KS4' ? renamed(table(rows)) : table(rows);
}

/** Results of multi-academy trusts of one year, in the format of the Department's file. */
export function trustRows(world: DemoWorld, year: number): string[][] {
  const rows: Row[] = [];
  for (const trust of world.trusts) {
    const schools = world.schools.filter(
      (school) => school.trust === trust && (school.phase === 'Secondary' || school.phase === 'All-through'),
    );
    if (!trust.multi || schools.length < 2) continue;
    const random = new Random(`mat ${year} ${trust.uid}`);
    const pupils = Math.round(schools.reduce((sum, { roll }) => sum + roll * 0.185, 0));
    const strength = schools.reduce((sum, school) => sum + school.strength, 0) / schools.length;
    const values = ks4Values(cohortOf(pupils, 27, random, 'KS4'), strength, random, year, 0.3);
    const row: Row = {
      TIME_PERIOD: `${year}${String((year + 1) % 100).padStart(2, '0')}`,
      TIME_IDENTIFIER: 'Academic year',
      TRUST_GROUP_TYPE: 'Multi-academy trust',
      TRUST_NAME: trust.name,
      TRUST_UID: trust.uid,
      TPUP_MATPTINC: String(pupils),
      P8MEACOV: '100%',
    };
    for (const [column, value] of Object.entries(values)) {
      const match =
        /^(P8MEA|ATT8SCR|PTL2BASICS_95|PTEBACC_E_PTQ_EE|EBACCAPS|PTEBACC_95|PTEBACC_94)(|_FSM6CLA1A|_NFSM6CLA1A)$/.exec(
          column,
        );
      if (match) row[`${match[1]}_WGTAVG${match[2]}`] = value;
      else if (/^P8CI(LOW|UPP)(|_FSM6CLA1A|_NFSM6CLA1A)$/.test(column)) row[column] = value;
    }
    rows.push(row);
  }
  return table(rows);
}

/** A table of key stage 4 with the Department's names in its header. */
const renamed = ([header, ...rows]: string[][]): string[][] => [header!.map(ks4Name), ...rows];

function table(rows: Row[]): string[][] {
  const header = [...new Set(rows.flatMap((row) => Object.keys(row)))];
  return [header, ...rows.map((row) => header.map((column) => row[column] ?? ''))];
}
