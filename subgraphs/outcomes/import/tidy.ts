import { parseAcademicYear } from '../../kit/domain/academicYear.ts';
import { text } from '../../kit/import/columns.ts';
import type { ImportKind, ImportSession, RowPlace } from '../../kit/import/kind.ts';
import { Result } from '../entities.ts';
import type { PupilGroup, ReleaseStatus } from '../types.ts';
import { isStatus, measureOf, NOT_EARLIER } from '../measures.ts';
import { checkMissing } from './account.ts';
import { readBeside, readCount, readValue } from './cells.ts';
import { Coverage } from './coverage.ts';
import { Plausibility, type Column } from './plausible.ts';
import { keepAccount, resultFileOf } from './resultFile.ts';
import { AUTHORITY, BATCH, england, urnOf, type Subject } from './subjects.ts';

/** Where a measure stands: a column, by the names that it has had; at key stage 2 in the rows of a subject. */
interface TidyMeasure {
  measure: string;
  subject?: string;
  column: string[];
  lower?: string[];
  upper?: string[];
  pupils: string[];
  /** Files without it are taken: it is not published in every year. */
  optional?: boolean;
}

const RWM = 'reading, writing and maths';
const GPS = 'grammar, punctuation and spelling';
const ELIGIBLE = ['eligible_pupil_count'];
const expected = (measure: string, subject: string): TidyMeasure => ({
  measure,
  subject,
  column: ['expected_standard_pupil_percent'],
  pupils: ELIGIBLE,
});
const higher = (measure: string, subject: string): TidyMeasure => ({
  measure,
  subject,
  column: ['higher_standard_pupil_percent'],
  pupils: ELIGIBLE,
});
const scaled = (measure: string, subject: string): TidyMeasure => ({
  measure,
  subject,
  column: ['average_scaled_score'],
  pupils: ELIGIBLE,
});
const progress = (measure: string, subject: string): TidyMeasure => ({
  measure,
  subject,
  column: ['progress_measure_score'],
  lower: ['progress_measure_lower_conf_interval'],
  upper: ['progress_measure_upper_conf_interval'],
  pupils: ['progress_measure_eligible_pupil_count'],
  optional: true,
});
const ks4 = (measure: string, ...column: string[]): TidyMeasure => ({
  measure,
  column,
  pupils: ['pupil_count', 't_pupils'],
});

/** The catalogue of the tidy layout: one row for a school, year, subject and group. */
const MEASURES: TidyMeasure[] = [
  expected('PTRWM_EXP', RWM),
  higher('PTRWM_HIGH', RWM),
  expected('PTREAD_EXP', 'reading'),
  higher('PTREAD_HIGH', 'reading'),
  scaled('READ_AVERAGE', 'reading'),
  progress('READPROG', 'reading'),
  expected('PTWRITTA_EXP', 'writing'),
  higher('PTWRITTA_HIGH', 'writing'),
  progress('WRITPROG', 'writing'),
  expected('PTMAT_EXP', 'maths'),
  higher('PTMAT_HIGH', 'maths'),
  scaled('MAT_AVERAGE', 'maths'),
  progress('MATPROG', 'maths'),
  expected('PTGPS_EXP', GPS),
  higher('PTGPS_HIGH', GPS),
  scaled('GPS_AVERAGE', GPS),
  expected('PTSCITA_EXP', 'science'),
  ks4('ATT8SCR', 'attainment8_average', 'avg_att8'),
  {
    ...ks4('P8MEA', 'progress8_average', 'avg_p8score'),
    lower: ['progress8_lower_95_ci', 'p8score_ci_low'],
    upper: ['progress8_upper_95_ci', 'p8score_ci_upp'],
    pupils: ['progress8_pupil_count', 't_inp8calc'],
    optional: true,
  },
  ks4('PTL2BASICS_95', 'engmath_95_percent', 'pt_l2basics_95'),
  ks4('PTL2BASICS_94', 'engmath_94_percent', 'pt_l2basics_94'),
  ks4('PTEBACC_E_PTQ_EE', 'ebacc_entering_percent', 'pt_ebacc_e_ptq_ee'),
  ks4('EBACCAPS', 'ebacc_aps_average', 'avg_ebaccaps'),
  { ...ks4('PTEBACC_95', 'ebacc_95_percent', 'pt_ebacc_95'), optional: true },
  { ...ks4('PTEBACC_94', 'ebacc_94_percent', 'pt_ebacc_94'), optional: true },
];

/** Groups of pupils as `breakdown` names them. */
const GROUPS = new Map<string, PupilGroup>([
  ['total', 'ALL'],
  ['all pupils', 'ALL'],
  ['disadvantaged', 'DISADVANTAGED'],
  ['not known to be disadvantaged', 'OTHERS'],
  ['not disadvantaged', 'OTHERS'],
  ['disadvantaged all other', 'OTHERS'],
  ['all other pupils', 'OTHERS'],
  ['boys', 'BOYS'],
  ['girls', 'GIRLS'],
  ['known or believed to be other than english', 'EAL'],
  ['other than english', 'EAL'],
  ['non mobile', 'NON_MOBILE'],
  ['non-mobile', 'NON_MOBILE'],
  ['low prior attainment', 'LOW_PRIOR'],
  ['middle prior attainment', 'MIDDLE_PRIOR'],
  ['high prior attainment', 'HIGH_PRIOR'],
]);

/** Whose rows are read, beside schools'. */
const STATE_FUNDED = /^(total|all|z|(all )?state[- ]funded( schools)?( \(total\))?)$/i;

/** Columns that say of a row of an authority or of England which of its schools it counts; for a school they describe it. */
const KINDS_OF_SCHOOLS = [
  'establishment_type_group',
  'institution_group',
  'institution_type',
  'admission_policy',
  'entry_gender',
  'local_authority_selection_status',
];

/** The group of a row; undefined for one that is not read, such as an average of three years. */
const groupOf = (at: RowPlace): PupilGroup | undefined =>
  GROUPS.get((at.text('breakdown').trim() || 'total').toLowerCase());

/** Why a row is not read. */
function passOver(at: RowPlace): string | undefined {
  const level = at.text('geographic_level').trim().toLowerCase();
  if (!['school', 'local authority', 'national'].includes(level))
    return `rows of level ${at.text('geographic_level').trim()}`;
  const kinds = KINDS_OF_SCHOOLS.map((column) => at.text(column).trim());
  if (level !== 'school' && kinds.some((kind) => kind && !STATE_FUNDED.test(kind)))
    return 'rows of some types of schools';
  if (/number|count/i.test(at.text('data_type'))) return 'rows of numbers of pupils in place of percentages';
  return groupOf(at) ? undefined : 'rows of other groups of pupils';
}

/** Whose row it is; null, and the row is rejected, if that is not said. */
function subjectOf(at: RowPlace, fictional: boolean): Subject | null {
  const code = at.text('old_la_code').trim();
  const localAuthorityCode = AUTHORITY.test(code) ? code : null;
  switch (at.text('geographic_level').trim().toLowerCase()) {
    case 'school': {
      const urn = urnOf(at, 'school_urn');
      return urn === null ? null : { level: 'SCHOOL', subject: urn, localAuthorityCode };
    }
    case 'local authority':
      if (localAuthorityCode) return { level: 'LOCAL_AUTHORITY', subject: localAuthorityCode, localAuthorityCode };
      at.reject('old_la_code', code, 'is not the three-digit code of a local authority');
      return null;
    default:
      return { level: 'ENGLAND_STATE_FUNDED', subject: england(fictional), localAuthorityCode: null };
  }
}

/** One year of a file, which may have several. */
interface Year {
  fileId: number;
  title: string;
  coverage: Coverage;
  plausibility: Plausibility;
  columns: Map<string, Column>;
}

/** Explore Education Statistics: results of schools in a tidy layout. */
export const ees: ImportKind = {
  kind: 'ees',
  describes: 'Results of schools in the tidy layout of Explore Education Statistics',
  columns: [
    { from: 'time_period', to: 'period', read: text, must: 'value' },
    { from: 'geographic_level', to: 'level', read: text, must: 'value' },
    { from: 'breakdown', to: 'breakdown', read: text, must: 'column' },
  ],
  passOver,
  open(session) {
    const { em, merge, report, file, header, sawUrn, refuse } = session;
    const printed = new Map([...header].map((name) => [name.toLowerCase(), name]));
    const inHeader = (names: readonly string[] = []) =>
      names.map((name) => printed.get(name)).find((name) => name !== undefined);
    const stage = MEASURES.filter(
      ({ subject }) => (subject !== undefined) === printed.has('expected_standard_pupil_percent'),
    );
    const found = stage.flatMap((measure) => {
      const column = inHeader(measure.column);
      return column === undefined
        ? []
        : [
            {
              ...measure,
              column,
              lower: inHeader(measure.lower),
              upper: inHeader(measure.upper),
              pupils: inHeader(measure.pupils),
            },
          ];
    });
    if (!found.length)
      refuse(
        `none of the measures is in the header, which would be under ${MEASURES.map(({ column }) => column[0])
          .filter((name, index, all) => all.indexOf(name) === index)
          .join(', ')}.`,
        1,
      );
    const missing = stage
      .filter(({ column, optional }) => !optional && !inHeader(column))
      .map(({ column }) => column[0]!);
    checkMissing({ found: [], notThere: [], leftOut: [], missing: [...new Set(missing)] }, 'every year', session);
    const years = new Map<string, Year>();
    const lines = new Map<string, number>();
    let batch: object[] = [];
    const write = async () => {
      if (batch.length) await merge(Result, batch, { alongside: ['fileId'], when: NOT_EARLIER });
      batch = [];
    };

    return {
      async row(_: unknown, at: RowPlace) {
        const period = at.text('time_period').trim();
        const year = parseAcademicYear(period);
        if (!year) return at.reject('time_period', period, 'is not an academic year: one is written 202425');
        const of = subjectOf(at, file.fictional);
        if (!of) return;
        const group = groupOf(at)!;
        const subject = at.text('subject').trim().toLowerCase();
        const key = [of.level, of.subject, year, group, subject].join(' ');
        if (lines.has(key))
          return at.reject('breakdown', at.text('breakdown').trim(), `stands in line ${lines.get(key)} already`);
        const results = [];
        for (const { measure, subject: itsSubject, column, lower, upper, pupils } of found) {
          if (itsSubject !== undefined && itsSubject !== subject) continue;
          const value = readValue(at.text(column).trim(), measureOf(measure)!);
          if ('wrong' in value) return at.reject(column, at.text(column).trim(), value.wrong);
          const beside = [];
          for (const [name, read] of [
            [pupils, readCount],
            [lower, readBeside],
            [upper, readBeside],
          ] as const) {
            const cell = name === undefined ? { value: null } : read(at.text(name).trim());
            if ('wrong' in cell) return at.reject(name!, at.text(name!).trim(), cell.wrong);
            beside.push(cell.value);
          }
          results.push({ measure, column, value, beside });
        }
        lines.set(key, at.line);
        if (of.level === 'SCHOOL') sawUrn(of.subject);
        const ofYear = years.get(year) ?? (await yearOf(session, years, year, measureOf(found[0]!.measure)!.keyStage));
        for (const {
          measure,
          column,
          value: { value, marker },
          beside: [pupils, lower, upper],
        } of results) {
          ofYear.coverage.count(measure, group, marker);
          if (marker !== null) report.marker(marker);
          const place = `${measure} ${group}`;
          let ofColumn = ofYear.columns.get(place);
          if (!ofColumn)
            ofYear.columns.set(
              place,
              (ofColumn = ofYear.plausibility.column(
                measure,
                group,
                column,
                !measureOf(measure)!.yearsNotPublished.includes(year),
              )),
            );
          if (of.level === 'SCHOOL') ofYear.plausibility.school(ofColumn, value, pupils!, of.localAuthorityCode, null);
          batch.push({
            level: of.level,
            subject: of.subject,
            academicYear: year,
            measureCode: measure,
            pupilGroup: group,
            source: 'PUBLISHED',
            value,
            marker,
            pupils,
            lower,
            upper,
            gapToNationalOthers: null,
            status: statusOf(at, file.status),
            localAuthorityCode: of.localAuthorityCode,
            fileId: ofYear.fileId,
            submittedBy: null,
          });
        }
        if (batch.length >= BATCH) await write();
      },
      async finish() {
        await write();
        await merge.settled();
        for (const [year, { fileId, title, coverage, plausibility }] of years) {
          await plausibility.check(session, title, year);
          await keepAccount(em, fileId, coverage.list());
          coverage.tell(report, `${title}, ${year}`);
        }
      },
    };
  },
};

/** How final a row is: as given, or as it says. */
function statusOf(at: RowPlace, given: string | undefined): ReleaseStatus {
  const status = (given ?? /provisional|revised/i.exec(at.text('version'))?.[0] ?? 'FINAL').toUpperCase();
  return isStatus(status) ? status : 'FINAL';
}

async function yearOf(
  { em, file }: ImportSession,
  years: Map<string, Year>,
  year: string,
  keyStage: string,
): Promise<Year> {
  const title = `Key stage ${keyStage.at(-1)} results, Explore Education Statistics`;
  const ofYear: Year = {
    fileId: await resultFileOf(em, file, `${title}, ${year}`, year),
    title,
    coverage: new Coverage({ found: [], notThere: [], leftOut: [], missing: [] }),
    plausibility: new Plausibility(),
    columns: new Map(),
  };
  years.set(year, ofYear);
  return ofYear;
}
