import type { Caller } from '../kit/caller.ts';
import type { Database } from '../kit/read/database.ts';
import { merging } from '../kit/import/merge.ts';
import { ImportReport } from '../kit/import/report.ts';
import { checkOwn, checkVersion, dayIn } from '../kit/write/rows.ts';
import {
  Overtaken,
  query,
  submit,
  type Receipt,
  type Submission,
  type WarningCode,
  type Written,
} from '../kit/write/submissions.ts';
import { RollReport } from './entities.ts';
import type { RollInput } from './types.ts';
import { today } from '../kit/domain/academicYear.ts';

/** More pupils than any school has. */
const MOST_PUPILS = 10_000;

/** How many times as many pupils as the register has, or as few, are unlikely. */
const UNLIKELY_FACTOR = 1.5;

/** What the register holds of a school. */
interface Known {
  urn: string;
  roll: number | null;
  closed: string | null;
}

/** What is possible, but unlikely, about a row. */
function unlikelyIn({ urn, pupils }: RollInput, date: string, { roll, closed }: Known) {
  const found: { field: string; code: WarningCode; message: string; value: unknown }[] = [];
  if (roll && (pupils > roll * UNLIKELY_FACTOR || pupils * UNLIKELY_FACTOR < roll)) {
    const message = `${pupils} pupils are far from the ${roll} that the register holds of ${urn}.`;
    found.push({ field: 'pupils', code: 'PUPILS_UNLIKELY', message, value: pupils });
  }
  if (closed && date > closed) {
    found.push({
      field: 'date',
      code: 'SCHOOL_CLOSED',
      message: `${urn} closed on ${closed}, before ${date}.`,
      value: date,
    });
  }
  return found;
}

interface Stored {
  urn: string;
  date: string;
  pupils: number;
  boys: number | null;
  girls: number | null;
  fsm_eligible: number | null;
  submitted_by: string;
  changed: string;
}

/** Writes pupil numbers of the caller's own schools. */
export function updateRoll(db: Database, caller: Caller, submission: Submission<RollInput>): Promise<Receipt> {
  const day = today();
  return submit<RollInput>(db, caller, submission, {
    operation: 'updateRoll',
    urns: (rows) => rows.map(({ urn }) => urn),
    async check(em, rows, reject, warn) {
      const schools = await query<Known>(em, 'select urn, roll, closed::text from school where urn = any($1)', [
        rows.map(({ urn }) => urn),
      ]);
      const known = new Map(schools.map((school) => [school.urn, school]));
      const seen = new Map<string, number>();
      const right: { index: number; key: string; row: RollInput; date: string }[] = [];
      rows.forEach((row, index) => {
        let wrong = false;
        const bad: typeof reject = (...args) => {
          wrong = true;
          reject(...args);
        };
        checkOwn(caller, row.urn, index, bad);
        if (!wrong && !known.has(row.urn))
          bad(index, 'urn', 'SCHOOL_UNKNOWN', `The register holds no school ${row.urn}.`, row.urn);
        const date = dayIn(row.date, index, 'date', bad);
        if (date && (date > day || date < '1990-01-01'))
          bad(
            index,
            'date',
            'OUT_OF_RANGE',
            date > day ? `${date} has not come yet.` : `${date} is too long ago.`,
            row.date,
          );
        for (const field of ['pupils', 'boys', 'girls', 'fsmEligible'] as const) {
          const number = row[field];
          if (number != null && (number < 0 || number > MOST_PUPILS))
            bad(index, field, 'OUT_OF_RANGE', `${number} is not a number of pupils of a school.`, number);
          else if (number != null && number > row.pupils)
            bad(index, field, 'NUMBERS_DISAGREE', `${field} is ${number}, and all pupils are ${row.pupils}.`, number);
        }
        if (!wrong && row.boys != null && row.girls != null && row.boys + row.girls !== row.pupils)
          bad(
            index,
            'girls',
            'NUMBERS_DISAGREE',
            `Boys and girls together are ${row.boys + row.girls}, and all pupils are ${row.pupils}.`,
            row.girls,
          );
        if (wrong || !date) return;
        const key = `${row.urn}:${date}`;
        if (seen.has(key))
          return reject(index, 'date', 'DUPLICATE', `The same school and day stand in row ${seen.get(key)}.`, row.date);
        seen.set(key, index);
        right.push({ index, key, row, date });
      });

      const found = await query<{ stored: Stored }>(
        em,
        'select to_jsonb(r) as stored from json_to_recordset($1::json) as k(urn text, date date) join roll_report r on r.urn = k.urn and r.date = k.date for update of r',
        [JSON.stringify(right.map(({ row, date }) => ({ urn: row.urn, date })))],
      );
      const stored = new Map(found.map(({ stored: row }) => [`${row.urn}:${row.date}`, row]));
      const changes: (Written & { row: object })[] = [];
      for (const { index, key, row, date } of right) {
        const before = stored.get(key);
        if (!checkVersion(row.expectedVersion, before?.changed, index, reject)) continue;
        const after = {
          pupils: row.pupils,
          boys: row.boys ?? null,
          girls: row.girls ?? null,
          fsm_eligible: row.fsmEligible ?? null,
        };
        if (before && Object.entries(after).every(([name, value]) => before[name as keyof Stored] === value)) continue;
        const unlikely = unlikelyIn(row, date, known.get(row.urn)!);
        const verdicts = unlikely.map((each) => warn(index, each.field, each.code, each.message, each.value));
        if (verdicts.includes(false)) continue;
        changes.push({
          type: 'ROLL',
          id: key,
          urn: row.urn,
          before: before ?? null,
          after,
          row: {
            urn: row.urn,
            date,
            pupils: after.pupils,
            boys: after.boys,
            girls: after.girls,
            fsmEligible: after.fsm_eligible,
            submittedBy: caller.submitter,
          },
        });
      }
      return {
        changes,
        async write(accepted) {
          const report = new ImportReport();
          const merge = merging(em, report);
          await merge(
            RollReport,
            accepted.map((change) => (change as (typeof changes)[number]).row),
            { alongside: ['submittedBy'] },
          );
          await merge.settled();
          const { inserted, changed } = report.tables['roll report']!;
          if (inserted + changed !== accepted.length) throw new Overtaken();
          return accepted;
        },
        dropped: [{ table: 'roll_report', keys: { urn: [...new Set(right.map(({ row }) => row.urn))] } }],
      };
    },
  });
}
