import type { Caller } from '../kit/caller.ts';
import type { Database } from '../kit/read/database.ts';
import { merging } from '../kit/import/merge.ts';
import { ImportReport } from '../kit/import/report.ts';
import { checkOwn, checkVersion, dayIn } from '../kit/write/rows.ts';
import { Overtaken, query, submit, type Receipt, type Submission, type Written } from '../kit/write/submissions.ts';
import { Enrolment } from './entities.ts';
import type { EnrolmentInput, EnrolmentRole, EnrolmentStatus } from './types.ts';

/** How far an enrolment has come: it does not go back, and from an end nowhere else. */
const RANK: Record<EnrolmentStatus, number> = { APPLIED: 0, ENROLLED: 1, COMPLETED: 2, WITHDRAWN: 2 };
const MOST_STAFF = 1_000;

type Row = EnrolmentInput & { role: EnrolmentRole; status: EnrolmentStatus };

interface Stored {
  id: string;
  cohort_id: string;
  urn: string;
  role: EnrolmentRole;
  status: EnrolmentStatus;
  staff: number | null;
  enrolled_on: string;
  completed_on: string | null;
  changed: string;
}

/** Writes in which cohorts the caller's own schools take part. */
export function recordEnrolments(
  db: Database,
  caller: Caller,
  submission: Submission<EnrolmentInput>,
): Promise<Receipt> {
  return submit<Row>(db, caller, submission as Submission<Row>, {
    operation: 'recordEnrolments',
    urns: (rows) => rows.map(({ urn }) => urn),
    async check(em, rows, reject) {
      const cohorts = new Set(
        (
          await query<{ id: string }>(em, 'select id from cohort where id = any($1)', [
            rows.map(({ cohort }) => cohort),
          ])
        ).map(({ id }) => id),
      );
      const seen = new Map<string, number>();
      const right: { index: number; key: string; row: Row; enrolledOn: string; completedOn: string | null }[] = [];
      rows.forEach((row, index) => {
        let wrong = false;
        const bad: typeof reject = (...args) => {
          wrong = true;
          reject(...args);
        };
        checkOwn(caller, row.urn, index, bad);
        if (!cohorts.has(row.cohort))
          bad(
            index,
            'cohort',
            'COHORT_UNKNOWN',
            `There is no cohort ${JSON.stringify(row.cohort)}: \`programmes\` lists those there are.`,
            row.cohort,
          );
        const enrolledOn = dayIn(row.enrolledOn, index, 'enrolledOn', bad);
        const completedOn = row.completedOn == null ? null : dayIn(row.completedOn, index, 'completedOn', bad);
        if ((row.status === 'COMPLETED') !== (row.completedOn != null))
          bad(
            index,
            'completedOn',
            row.completedOn == null ? 'MISSING' : 'INVALID',
            'The day of completion goes with status COMPLETED, and with no other.',
            row.completedOn,
          );
        else if (enrolledOn && completedOn && completedOn < enrolledOn)
          bad(
            index,
            'completedOn',
            'OUT_OF_RANGE',
            `It was completed before ${enrolledOn}, the day of enrolment.`,
            row.completedOn,
          );
        if (row.staff != null && (row.staff < 0 || row.staff > MOST_STAFF))
          bad(index, 'staff', 'OUT_OF_RANGE', `${row.staff} is not a number of staff of a school.`, row.staff);
        if (wrong || !enrolledOn) return;
        const key = `${row.cohort}:${row.urn}:${row.role}`;
        if (seen.has(key))
          return reject(
            index,
            'cohort',
            'DUPLICATE',
            `The same cohort, school and role stand in row ${seen.get(key)}.`,
            row.cohort,
          );
        seen.set(key, index);
        right.push({ index, key, row, enrolledOn, completedOn });
      });

      const found = await query<{ stored: Stored }>(
        em,
        'select to_jsonb(e) as stored from json_to_recordset($1::json) as k(cohort text, urn text, role text) join enrolment e on e.cohort_id = k.cohort and e.urn = k.urn and e.role = k.role order by e.enrolled_on, e.id for update of e',
        [JSON.stringify(right.map(({ row: { cohort, urn, role } }) => ({ cohort, urn, role })))],
      );
      const stored = new Map(found.map(({ stored: row }) => [`${row.cohort_id}:${row.urn}:${row.role}`, row]));
      const changes: (Written & { row: object })[] = [];
      for (const { index, key, row, enrolledOn, completedOn } of right) {
        const before = stored.get(key);
        if (!checkVersion(row.expectedVersion, before?.changed, index, reject)) continue;
        if (before && row.status !== before.status && RANK[row.status] <= RANK[before.status]) {
          reject(
            index,
            'status',
            'EARLIER_STATUS',
            `It is ${before.status} already, and does not go to ${row.status}.`,
            row.status,
          );
          continue;
        }
        const after = {
          status: row.status,
          staff: row.staff ?? null,
          enrolled_on: enrolledOn,
          completed_on: completedOn,
        };
        if (before && Object.entries(after).every(([name, value]) => before[name as keyof Stored] === value)) continue;
        const id = before?.id ?? `E:${key}`;
        changes.push({
          type: 'ENROLMENT',
          id,
          urn: row.urn,
          before: before ?? null,
          after,
          row: {
            id,
            cohortId: row.cohort,
            urn: row.urn,
            role: row.role,
            status: row.status,
            staff: after.staff,
            enrolledOn,
            completedOn,
          },
        });
      }
      return {
        changes,
        async write(accepted) {
          const report = new ImportReport();
          const merge = merging(em, report);
          await merge(
            Enrolment,
            accepted.map((change) => (change as (typeof changes)[number]).row),
          );
          await merge.settled();
          const { inserted, changed } = report.tables['enrolment']!;
          if (inserted + changed !== accepted.length) throw new Overtaken();
          return accepted;
        },
        dropped: [
          {
            table: 'enrolment',
            keys: {
              id: changes.map(({ id }) => id),
              urn: [...new Set(right.map(({ row }) => row.urn))],
              cohort_id: [...new Set(right.map(({ row }) => row.cohort))],
            },
          },
        ],
      };
    },
  });
}
