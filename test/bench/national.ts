import { Client } from 'pg';

/** Sizes of the national database. */
export const NATIONAL = { schools: 27_000, reviews: 60_000, enrolments: 120_000, years: 10 };

/**
 * Fills an empty, migrated database with as many schools, reviews, enrolments and outcomes as the country has: made
 * up by PostgreSQL itself, evenly, under URNs from 900000.
 */
export async function fillNational(url: string): Promise<void> {
  const client = new Client({ connectionString: url });
  await client.connect();
  const { schools, reviews, enrolments, years } = NATIONAL;
  const urn = (n: string) => `(900000 + (${n}) % ${schools})::text`;
  const statements = [
    'set synchronous_commit = off',
    `insert into schools.local_authority (code, name, region) select (800 + n)::text, 'Authority ' || n, 'SOUTH_EAST' from generate_series(0, 151) n`,
    `insert into schools.school (urn, name, status, phase, type, low_age, high_age, capacity, roll, fsm_share, opened, local_authority_code, region)
      select ${urn('n')}, 'School ' || md5(n::text), 'OPEN', case when n % 5 = 0 then 'SECONDARY' else 'PRIMARY' end, 'Community school', 5, 11, 400, 100 + n % 300, (n * 7919 % 600) / 10.0, '2000-09-01', (800 + n % 152)::text, 'SOUTH_EAST' from generate_series(0, ${schools - 1}) n`,
    `insert into schools.trust (uid, name, type, open) select (90000 + n)::text, 'Trust ' || n, 'MULTI_ACADEMY_TRUST', true from generate_series(0, 2499) n`,
    `insert into schools.trust_membership (urn, trust_uid, joined) select ${urn('n')}, (90000 + n % 2500)::text, date '2015-09-01' from generate_series(0, ${schools - 1}, 2) n`,
    `insert into schools.hub (id, name, kind) select 'HUB-' || n, 'Hub ' || n, 'LOCAL' from generate_series(0, 539) n`,
    `insert into schools.membership (id, kind, urn, hub_id, joined) select 'N-' || n, 'NETWORK', ${urn('n')}, null, date '2014-09-01' from generate_series(0, ${schools - 1}) n
      union all select 'H-' || n, 'HUB', ${urn('n')}, 'HUB-' || n % 540, date '2014-09-02' from generate_series(0, ${schools - 1}) n`,
    `insert into reviews.review (id, kind, framework_code, urn, start_date, end_date, mode, phase) select 'R-' || n, 'QA_REVIEW', (select code from reviews.framework where kind = 'QA_REVIEW' order by "from" desc limit 1), ${urn('n')}, date '2012-01-09' + n % 5000, date '2012-01-11' + n % 5000, 'ON_SITE', 'PRIMARY' from generate_series(0, ${reviews - 1}) n`,
    `insert into reviews.heading (review_id, code, estimate) select r.id, h->>'code', 'EFFECTIVE' from reviews.review r join reviews.framework f on f.code = r.framework_code, jsonb_array_elements(f.headings) h`,
    `insert into reviews.finding (review_id, position, heading, kind, text) select r.id, row_number() over (partition by r.id), h->>'code', case when k = 3 then 'EVEN_BETTER_IF' else 'WHAT_WENT_WELL' end, 'Leaders know their school well, and what it does is checked in lessons: ' || md5(r.id || k)
      from reviews.review r join reviews.framework f on f.code = r.framework_code, jsonb_array_elements(f.headings) h, generate_series(1, 3) k`,
    `insert into reviews.reviewer (id, review_id, role, urn, date) select r.id || '-' || k, r.id, case when k = 1 then 'LEAD_REVIEWER' else 'REVIEWER' end, (900000 + (substr(r.id, 3)::int * 31 + k * 977) % ${schools})::text, r.start_date from reviews.review r, generate_series(1, 3) k`,
    `insert into programmes.programme (code, name, kind) select 'P' || n, 'Programme ' || n, 'TEACHING' from generate_series(0, 9) n`,
    `insert into programmes.cohort (id, programme_code, name, academic_year, starts_on) select 'C-' || n, 'P' || n % 10, 'Cohort ' || n, '2022/23', '2022-10-03' from generate_series(0, 999) n`,
    `insert into programmes.enrolment (id, cohort_id, urn, role, status, staff, enrolled_on) select 'E-' || n, 'C-' || n % 1000, ${urn('n')}, 'PARTICIPANT', 'ENROLLED', 2, date '2014-09-01' + n % 4000 from generate_series(0, ${enrolments - 1}) n`,
    `insert into programmes.visit (id, kind, host_urn, visiting_urn, date, days, mode, focus) select 'V-' || n, 'VISIT', ${urn('n')}, ${urn('n + 17')}, date '2014-09-01' + n % 4000, 1, 'ON_SITE', 'Early reading' from generate_series(0, 39999) n`,
    `insert into programmes.practice_shared (id, urn, title, theme, channel, shared_on) select 'S-' || n, ${urn('n')}, 'Practice ' || n, 'Early reading', 'CONFERENCE', date '2014-09-01' + n % 4000 from generate_series(0, 9999) n`,
    `insert into outcomes.result_file (title, file, fictional) values ('Made up', 'made-up.csv', true)`,
    `insert into outcomes.result (level, subject, academic_year, measure_code, pupil_group, value, pupils, status, local_authority_code, file_id)
      select 'SCHOOL', ${urn('n')}, y || '/' || substr((y + 1)::text, 3), m, g, 40 + (n * 31 + y * 7) % 50, 20 + n % 60, 'FINAL', (800 + n % 152)::text, (select max(id) from outcomes.result_file)
      from generate_series(0, ${schools - 1}) n, generate_series(2015, ${2014 + years}) y, unnest(array['PTRWM_EXP', 'PTREAD_EXP', 'PTMAT_EXP', 'READ_AVERAGE', 'MAT_AVERAGE']) m, unnest(array['ALL', 'DISADVANTAGED', 'OTHERS']) g`,
    `insert into outcomes.result (level, subject, academic_year, measure_code, pupil_group, value, pupils, status, local_authority_code, file_id)
      select level, subject, y || '/' || substr((y + 1)::text, 3), m, g, 60, 1000, 'FINAL', case when level = 'LOCAL_AUTHORITY' then subject end, (select max(id) from outcomes.result_file)
      from (select 'LOCAL_AUTHORITY' as level, (800 + n)::text as subject from generate_series(0, 151) n union all select 'ENGLAND_STATE_FUNDED', 'demo') l,
        generate_series(2015, ${2014 + years}) y, unnest(array['PTRWM_EXP', 'PTREAD_EXP', 'PTMAT_EXP', 'READ_AVERAGE', 'MAT_AVERAGE']) m, unnest(array['ALL', 'DISADVANTAGED', 'OTHERS']) g`,
    'vacuum analyze',
  ];
  try {
    for (const statement of statements) await client.query(statement);
  } finally {
    await client.end();
  }
}
