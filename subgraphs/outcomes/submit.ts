import type { EntityManager } from '@mikro-orm/postgresql';
import { academicYear, academicYearOf, parseAcademicYear, startOf } from '../kit/domain/academicYear.ts';
import type { Caller } from '../kit/caller.ts';
import type { Database } from '../kit/read/database.ts';
import { merging } from '../kit/import/merge.ts';
import { ImportReport } from '../kit/import/report.ts';
import { checkOwn, checkVersion } from '../kit/write/rows.ts';
import {
  Overtaken,
  query,
  submit,
  type Receipt,
  type Submission,
  type WarningCode,
  type Written,
} from '../kit/write/submissions.ts';
import { Result } from './entities.ts';
import type { OutcomeInput, PupilGroup, ReleaseStatus } from './types.ts';
import { outcomeId } from './identifier.ts';
import { isEarlier, markerOf, MEASURES, NOT_EARLIER, rangeOf } from './measures.ts';

/** A value of this many pupils or fewer is not taken: it would be about pupils rather than about a school. */
const SMALL_NUMBER = 5;
/** Who submitted, where staff did for a school. */
const TITLE = 'Submitted by the trust';

const CATALOGUE = new Map(MEASURES.map((measure) => [measure.code, measure]));

type Row = OutcomeInput & { pupilGroup: PupilGroup; status: ReleaseStatus };

/** A row of `result`, as JSON of its columns. */
interface Stored {
  subject: string;
  measure_code: string;
  pupil_group: string;
  academic_year: string;
  value: number | null;
  marker: string | null;
  pupils: number | null;
  status: ReleaseStatus;
  submitted_by: string | null;
  changed: string;
}

const keyOf = (...parts: string[]) => parts.join(':');

/** Writes results of the caller's own schools. */
export function submitOutcomes(db: Database, caller: Caller, submission: Submission<OutcomeInput>): Promise<Receipt> {
  const submittedBy = caller.submitter;
  return submit<Row>(db, caller, submission as Submission<Row>, {
    operation: 'submitOutcomes',
    urns: (rows) => rows.map(({ urn }) => urn),
    async check(em, rows, reject, warn) {
      const thisYear = startOf(academicYearOf(new Date().toISOString()));
      const seen = new Map<string, number>();
      const right: { index: number; key: string; row: Row; year: string; marker: string | null }[] = [];

      rows.forEach((row, index) => {
        let wrong = false;
        const bad: typeof reject = (...args) => {
          wrong = true;
          reject(...args);
        };
        checkOwn(caller, row.urn, index, bad);
        const year = parseAcademicYear(row.academicYear);
        if (!year)
          bad(
            index,
            'academicYear',
            'INVALID',
            `${JSON.stringify(row.academicYear)} is not an academic year: one is written "2018/19".`,
            row.academicYear,
          );
        const measure = CATALOGUE.get(row.measure);
        if (!measure)
          bad(
            index,
            'measure',
            'MEASURE_UNKNOWN',
            `The catalogue holds no measure ${JSON.stringify(row.measure)}: \`measures\` lists those there are.`,
            row.measure,
          );
        if (measure && year) {
          const { firstYear, lastYear, yearsNotPublished } = measure;
          if (year < firstYear || (lastYear && year > lastYear) || yearsNotPublished.includes(year))
            bad(
              index,
              'academicYear',
              'YEAR_OUT_OF_RANGE',
              `${measure.code} is not published for ${year}: it is from ${firstYear}${lastYear ? ` to ${lastYear}` : ''}${yearsNotPublished.length ? `, without ${yearsNotPublished.join(', ')}` : ''}.`,
              row.academicYear,
            );
          else if (startOf(year) > thisYear)
            bad(index, 'academicYear', 'YEAR_OUT_OF_RANGE', `${year} has not begun.`, row.academicYear);
        }
        const marker = row.noValue ? markerOf(row.noValue) : null;
        if ((row.value == null) === (row.noValue == null))
          bad(
            index,
            'value',
            row.value == null ? 'MISSING' : 'INVALID',
            'A row has either a `value` or a `noValue` that says why there is none.',
            row.value,
          );
        else if (row.noValue && marker === null)
          bad(
            index,
            'noValue',
            'INVALID',
            `${row.noValue} is not a reason that can be submitted: SUPPRESSED, NO_ENTRIES, LOW_COVERAGE, NOT_APPLICABLE, NEW_SCHOOL and OTHER are.`,
            row.noValue,
          );
        else if (row.value != null && measure) {
          const [least, most] = rangeOf(measure);
          if (row.value < least || row.value > most)
            bad(
              index,
              'value',
              'OUT_OF_RANGE',
              `${row.value} is not a value of ${measure.code}: it is from ${least} to ${most}.`,
              row.value,
            );
        }
        if (row.pupils != null && (row.pupils < 0 || row.pupils > 10_000))
          bad(index, 'pupils', 'OUT_OF_RANGE', `${row.pupils} is not a number of pupils of a school.`, row.pupils);
        else if (row.value != null && row.pupils != null && row.pupils <= SMALL_NUMBER)
          bad(
            index,
            'pupils',
            'SMALL_NUMBER',
            `A value of ${row.pupils} pupils is not taken: leave \`value\` out and give \`noValue: SUPPRESSED\`.`,
            row.pupils,
          );
        if (wrong || !year) return;
        const key = keyOf(row.urn, row.measure, row.pupilGroup, year);
        if (seen.has(key))
          return reject(
            index,
            'urn',
            'DUPLICATE',
            `The same school, measure, group and year stand in row ${seen.get(key)}.`,
            row.urn,
          );
        seen.set(key, index);
        right.push({ index, key, row, year, marker });
      });

      // Numbers of pupils of one school, measure and year, against each other.
      const disagree = new Set<number>();
      for (const group of Map.groupBy(right, ({ row, year }) => keyOf(row.urn, row.measure, year)).values()) {
        const pupils = new Map(
          group.flatMap(({ row, index }) =>
            row.pupils == null ? [] : [[row.pupilGroup, { index, pupils: row.pupils }] as const],
          ),
        );
        const all = pupils.get('ALL');
        if (!all) continue;
        const refuse = (index: number, message: string) => {
          if (disagree.has(index)) return;
          disagree.add(index);
          reject(index, 'pupils', 'NUMBERS_DISAGREE', message, pupils.get(rows[index]!.pupilGroup)?.pupils);
        };
        for (const [name, part] of pupils)
          if (part.pupils > all.pupils)
            refuse(
              part.index,
              `${part.pupils} pupils are ${name}, and all together are ${all.pupils}, in row ${all.index}.`,
            );
        for (const [a, b] of [
          ['DISADVANTAGED', 'OTHERS'],
          ['BOYS', 'GIRLS'],
        ] as const satisfies readonly [PupilGroup, PupilGroup][]) {
          const [one, other] = [pupils.get(a), pupils.get(b)];
          if (one && other && one.pupils + other.pupils !== all.pupils)
            refuse(
              Math.max(one.index, other.index),
              `${a} and ${b} together are ${one.pupils + other.pupils} pupils, and all are ${all.pupils}, in row ${all.index}.`,
            );
        }
      }

      const wanted = right.filter(({ index }) => !disagree.has(index));
      const stored = await storedRows(
        em,
        wanted.map(({ row, year }) => ({ subject: row.urn, measure: row.measure, group: row.pupilGroup, year })),
      );
      const changes: (Written & { row: object })[] = [];
      const known = await knownOf(em, wanted);
      const submittedValues = new Map(wanted.map(({ key, row }) => [key, row.value ?? null]));
      const homes = await homesOf(em, [...new Set(wanted.map(({ row }) => row.urn))]);
      for (const { index, key, row, year, marker } of wanted) {
        const before = stored.get(key);
        if (!checkVersion(row.expectedVersion, before?.changed, index, reject)) continue;
        if (before && isEarlier(row.status, before.status)) {
          reject(
            index,
            'status',
            'EARLIER_STATUS',
            `A ${before.status.toLowerCase()} value is there: a ${row.status.toLowerCase()} one does not replace it.`,
            row.status,
          );
          continue;
        }
        const after = {
          value: row.value ?? null,
          marker,
          pupils: row.pupils ?? null,
          status: row.status,
          submitted_by: submittedBy,
        };
        if (before && Object.entries(after).every(([name, value]) => before[name as keyof Stored] === value)) continue;
        const unlikely = unlikelyIn(row, year, known.get(row.urn), submittedValues);
        // Each of them is told.
        const verdicts = unlikely.map((each) => warn(index, each.field, each.code, each.message, each.value));
        if (verdicts.includes(false)) continue;
        const home = homes.get(row.urn);
        const identity = {
          level: 'SCHOOL' as const,
          subject: row.urn,
          measureCode: row.measure,
          pupilGroup: row.pupilGroup,
          academicYear: year,
          source: 'SUBMITTED' as const,
        };
        changes.push({
          type: 'OUTCOME',
          id: outcomeId(identity),
          urn: row.urn,
          before: before ?? null,
          after,
          row: {
            ...identity,
            value: after.value,
            marker,
            pupils: after.pupils,
            lower: null,
            upper: null,
            gapToNationalOthers: null,
            status: row.status,
            localAuthorityCode: home?.authority ?? null,
            fileId: home?.fileId ?? null,
            submittedBy,
          },
        });
      }
      return {
        changes,
        async write(accepted) {
          const report = new ImportReport();
          const merge = merging(em, report);
          await merge(
            Result,
            accepted.map((change) => (change as (typeof changes)[number]).row),
            { when: NOT_EARLIER },
          );
          await merge.settled();
          const { inserted, changed } = report.tables['result']!;
          if (inserted + changed !== accepted.length) throw new Overtaken();
          return accepted;
        },
        dropped: [{ table: 'result', keys: { subject: [...new Set(wanted.map(({ row }) => row.urn))] } }],
      };
    },
  });
}

/** What is known of a school from its results. */
interface Known {
  urn: string;
  /** The last year of which something was published. */
  lastYear: string | null;
  keyStages: string[];
  /** Most pupils that were published behind a value, by key stage. */
  pupils: Record<string, number>;
  /** Values of the years before those that are submitted, by measure, group and year; what is published before what is not. */
  values: Record<string, number>;
}

/** Years after which a school without published results may have closed; the pandemic left out two. */
const YEARS_WITHOUT_RESULTS = 3;
/** In points. */
const LARGEST_STEP = 40;
/** Month from which pupils are assessed. */
const ASSESSED_FROM = '05';

const yearBefore = (year: string) => academicYear(startOf(year) - 1);
const valueKey = (row: Row, year: string) => keyOf(row.measure, row.pupilGroup, year);

/** What is possible, but unlikely, about a row. */
function unlikelyIn(row: Row, year: string, known: Known | undefined, submitted: ReadonlyMap<string, number | null>) {
  const found: { field: string; code: WarningCode; message: string; value: unknown }[] = [];
  const measure = CATALOGUE.get(row.measure)!;
  const { value, pupils } = row;
  if (value != null && measure.unit === 'PERCENT' && value > 0 && value < 1) {
    const message = `${value} is less than one per cent: write ${Math.round(value * 10_000) / 100} if that is meant.`;
    found.push({ field: 'value', code: 'FRACTION', message, value });
  }
  const today = new Date().toISOString();
  if (year === academicYearOf(today) && (today.slice(5, 7) >= '09' || today.slice(5, 7) < ASSESSED_FROM)) {
    const message = `${year} has hardly begun: pupils are assessed from May ${startOf(year) + 1}.`;
    found.push({ field: 'academicYear', code: 'YEAR_HARDLY_BEGUN', message, value: row.academicYear });
  }
  const before =
    submitted.get(keyOf(row.urn, row.measure, row.pupilGroup, yearBefore(year))) ??
    known?.values[valueKey(row, yearBefore(year))];
  if (value != null && before != null && Math.abs(value - before) > LARGEST_STEP) {
    const message = `${value} is more than ${LARGEST_STEP} points away from ${before}, of ${yearBefore(year)}.`;
    found.push({ field: 'value', code: 'JUMP', message, value });
  }
  if (!known) return found;
  if (known.lastYear && startOf(year) - startOf(known.lastYear) > YEARS_WITHOUT_RESULTS) {
    const message = `Nothing has been published of ${row.urn} since ${known.lastYear}: it may have closed, and its successor has another URN.`;
    found.push({ field: 'urn', code: 'SCHOOL_CLOSED', message, value: row.urn });
  }
  if (known.keyStages.length > 0 && !known.keyStages.includes(measure.keyStage)) {
    const message = `${measure.code} is of ${measure.keyStage}, and only results of ${known.keyStages.join(', ')} have been published of ${row.urn}.`;
    found.push({ field: 'measure', code: 'KEY_STAGE_NOT_TAUGHT', message, value: row.measure });
  }
  const most = known.pupils[measure.keyStage];
  if (pupils != null && most != null && pupils > Math.max(2 * most, most + 30)) {
    const message = `${pupils} pupils are more than twice as many as were ever published of ${row.urn} at the end of ${measure.keyStage}, ${most}.`;
    found.push({ field: 'pupils', code: 'PUPILS_UNLIKELY', message, value: pupils });
  }
  return found;
}

/** What is known of the schools of rows. */
async function knownOf(em: EntityManager, wanted: readonly { row: Row; year: string }[]): Promise<Map<string, Known>> {
  const rows = await query<Known>(
    em,
    `with published as (
      select r.subject, m.key_stage, max(r.academic_year) as last, max(r.pupils) as pupils
      from result r join measure m on m.code = r.measure_code
      where r.level = 'SCHOOL' and r.source = 'PUBLISHED' and r.marker is distinct from 'NP' and r.subject = any($1::text[])
      group by 1, 2
    ), earlier as (
      select distinct on (r.subject, r.measure_code, r.pupil_group, r.academic_year) r.subject, r.measure_code || ':' || r.pupil_group || ':' || r.academic_year as key, r.value
      from json_to_recordset($2::json) as k(subject text, measure text, "group" text, year text)
      join result r on r.level = 'SCHOOL' and r.subject = k.subject and r.measure_code = k.measure and r.pupil_group = k."group" and r.academic_year = k.year
      where r.value is not null
      order by r.subject, r.measure_code, r.pupil_group, r.academic_year, r.source
    )
    select u.urn, (select max(last) from published p where p.subject = u.urn) as "lastYear",
      coalesce((select array_agg(key_stage order by key_stage) from published p where p.subject = u.urn), '{}') as "keyStages",
      coalesce((select jsonb_object_agg(key_stage, pupils) filter (where pupils is not null) from published p where p.subject = u.urn), '{}') as pupils,
      coalesce((select jsonb_object_agg(key, value) from earlier e where e.subject = u.urn), '{}') as values
    from unnest($1::text[]) as u(urn)`,
    [
      [...new Set(wanted.map(({ row }) => row.urn))],
      JSON.stringify(
        wanted.map(({ row, year }) => ({
          subject: row.urn,
          measure: row.measure,
          group: row.pupilGroup,
          year: yearBefore(year),
        })),
      ),
    ],
  );
  return new Map(rows.map((known) => [known.urn, known]));
}

async function storedRows(
  em: EntityManager,
  keys: { subject: string; measure: string; group: string; year: string }[],
): Promise<Map<string, Stored>> {
  const rows = await query<{ stored: Stored }>(
    em,
    `select to_jsonb(r) as stored from json_to_recordset($1::json) as k(subject text, measure text, "group" text, year text)
    join result r on r.level = 'SCHOOL' and r.subject = k.subject and r.measure_code = k.measure and r.pupil_group = k."group" and r.academic_year = k.year and r.source = 'SUBMITTED' for update of r`,
    [JSON.stringify(keys)],
  );
  return new Map(
    rows.map(({ stored }) => [
      keyOf(stored.subject, stored.measure_code, stored.pupil_group, stored.academic_year),
      stored,
    ]),
  );
}

/** The local authority of schools, and the file that stands for submissions: of the fictional network, if the school is. */
async function homesOf(
  em: EntityManager,
  urns: readonly string[],
): Promise<Map<string, { authority: string | null; fileId: number }>> {
  await query(
    em,
    `insert into result_file (title, file, fictional) values ($1, '', true), ($1 || ' ', '', false) on conflict do nothing`,
    [TITLE],
  );
  const rows = await query<{ urn: string; authority: string | null; fileId: number }>(
    em,
    `select u.urn, known.authority, (select id from result_file where file = '' and fictional = coalesce(known.fictional, false)) as "fileId"
    from unnest($1::text[]) as u(urn) left join lateral (
      select r.local_authority_code as authority, f.fictional from result r left join result_file f on f.id = r.file_id
      where r.level = 'SCHOOL' and r.subject = u.urn order by r.local_authority_code is null, f.id is null, r.academic_year desc limit 1
    ) known on true`,
    [[...urns]],
  );
  return new Map(rows.map(({ urn, ...home }) => [urn, home]));
}
