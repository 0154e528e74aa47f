import type { Random } from '../../gateway/demo/random.ts';

/** What the stacks are asked for: the same rows in the words of each. */
export interface Operation {
  name: string;
  describes: string;
  query: string;
  variables(random: Random, urns: readonly string[]): Record<string, unknown>;
  /** The same in PostGraphile's schema, and its answer in ours; left out where it cannot be asked in one query. */
  postgraphile?: { query: string; answer(data: any): unknown };
  /** Stacks that have no such thing. */
  lacking?: readonly string[];
  /** The same as one SQL statement that builds the answer. */
  sql: string;
  values(variables: Record<string, any>): unknown[];
}

const MEASURES = ['PTREAD_EXP', 'PTRWM_EXP', 'PTMAT_EXP'];
const FROM = '2022/23';

const OUTCOMES = `outcomes(measures: ${JSON.stringify(MEASURES)}, pupilGroups: [ALL], from: "${FROM}", first: 20) { nodes { academicYear value pupils measure { name } } }`;
const SCHOOL = `
  urn name phase status
  reviews(first: 20) { nodes { id kind startDate headings { estimate findings { kind text } } } }
  enrolments(first: 20) { nodes { id role status enrolledOn } }
  ${OUTCOMES}`;

const PG_SCHOOL = `
  urn name phase status
  reviewsReviewsByUrn(first: 20, orderBy: [START_DATE_DESC, ROW_ID_DESC]) { nodes {
    rowId kind startDate reviewsFrameworkByFrameworkCode { headings } reviewsHeadingsByReviewId { nodes { code estimate } }
    reviewsFindingsByReviewId(orderBy: [POSITION_ASC]) { nodes { heading kind text } }
  } }
  programmesEnrolmentsByUrn(first: 20, orderBy: [ENROLLED_ON_DESC, ROW_ID_DESC]) { nodes { rowId role status enrolledOn } }
  outcomesResultsBySubject(first: 20, condition: { level: "SCHOOL", pupilGroup: "ALL" }, filter: { academicYear: { greaterThanOrEqualTo: "${FROM}" }, measureCode: { in: ${JSON.stringify(MEASURES)} } }, orderBy: [ACADEMIC_YEAR_DESC, MEASURE_CODE_ASC]) {
    nodes { academicYear value pupils outcomesMeasureByMeasureCode { name } }
  }`;

const pgOutcomes = (connection: any) => ({
  nodes: connection.nodes.map(({ academicYear, value, pupils, outcomesMeasureByMeasureCode }: any) => ({
    academicYear,
    value,
    pupils,
    measure: outcomesMeasureByMeasureCode,
  })),
});
const pgSchool = ({
  urn,
  name,
  phase,
  status,
  reviewsReviewsByUrn,
  programmesEnrolmentsByUrn,
  outcomesResultsBySubject,
}: any) => ({
  urn,
  name,
  phase,
  status,
  reviews: {
    nodes: reviewsReviewsByUrn.nodes.map(
      ({
        rowId: id,
        kind,
        startDate,
        reviewsFrameworkByFrameworkCode,
        reviewsHeadingsByReviewId,
        reviewsFindingsByReviewId,
      }: any) => ({
        id,
        kind,
        startDate,
        headings: reviewsFrameworkByFrameworkCode.headings.map(({ code }: any) => ({
          estimate: reviewsHeadingsByReviewId.nodes.find((heading: any) => heading.code === code)?.estimate ?? null,
          findings: reviewsFindingsByReviewId.nodes
            .filter(({ heading }: any) => heading === code)
            .map(({ kind, text }: any) => ({ kind, text })),
        })),
      }),
    ),
  },
  enrolments: {
    nodes: programmesEnrolmentsByUrn.nodes.map(({ rowId: id, role, status: state, enrolledOn }: any) => ({
      id,
      role,
      status: state,
      enrolledOn,
    })),
  },
  outcomes: pgOutcomes(outcomesResultsBySubject),
});

const SQL_OUTCOMES = `json_build_object('nodes', (select coalesce(json_agg(json_build_object('academicYear', o.academic_year, 'value', o.value, 'pupils', o.pupils, 'measure', json_build_object('name', m.name)) order by o.academic_year desc, o.measure_code), '[]') from (
    select * from outcomes.result o where o.level = 'SCHOOL' and o.subject = s.urn and o.pupil_group = 'ALL' and o.academic_year >= '${FROM}' and o.measure_code = any('{${MEASURES.join()}}')
    order by o.academic_year desc, o.measure_code limit 20) o join outcomes.measure m on m.code = o.measure_code))`;
const SQL_SCHOOL = `json_build_object('urn', s.urn, 'name', s.name, 'phase', s.phase, 'status', s.status,
  'reviews', json_build_object('nodes', (select coalesce(json_agg(json_build_object('id', r.id, 'kind', r.kind, 'startDate', r.start_date, 'headings', (
      select json_agg(json_build_object('estimate', h.estimate, 'findings', (
        select coalesce(json_agg(json_build_object('kind', f.kind, 'text', f.text) order by f.position), '[]') from reviews.finding f where f.review_id = r.id and f.heading = w.value->>'code')) order by w.ordinality)
      from reviews.framework k, jsonb_array_elements(k.headings) with ordinality w left join reviews.heading h on h.review_id = r.id and h.code = w.value->>'code' where k.code = r.framework_code
    )) order by r.start_date desc, r.id desc), '[]') from (select * from reviews.review r where r.urn = s.urn order by r.start_date desc, r.id desc limit 20) r)),
  'enrolments', json_build_object('nodes', (select coalesce(json_agg(json_build_object('id', e.id, 'role', e.role, 'status', e.status, 'enrolledOn', e.enrolled_on) order by e.enrolled_on desc, e.id desc), '[]') from (
    select * from programmes.enrolment e where e.urn = s.urn order by e.enrolled_on desc, e.id desc limit 20) e)),
  'outcomes', ${SQL_OUTCOMES})`;

export const OPERATIONS: Operation[] = [
  {
    name: 'school',
    describes: 'a school with its reviews and findings, enrolments and outcomes of three years',
    query: `query School($urn: URN!) { school(urn: $urn) { ${SCHOOL} } }`,
    variables: (random, urns) => ({ urn: random.pick(urns) }),
    postgraphile: {
      query: `query School($urn: String!) { schoolByUrn(urn: $urn) { ${PG_SCHOOL} } }`,
      answer: ({ schoolByUrn }) => ({ school: pgSchool(schoolByUrn) }),
    },
    sql: `select json_build_object('school', (select ${SQL_SCHOOL} from schools.school s where s.urn = $1))::text as answer`,
    values: ({ urn }) => [urn],
  },
  {
    name: 'list',
    describes: 'the same of 50 schools',
    query: `query List($urns: [URN!]) { schools(filter: { urns: $urns }, first: 50) { nodes { ${SCHOOL} } } }`,
    variables: (random, urns) => ({ urns: random.some(urns, 50) }),
    postgraphile: {
      query: `query List($urns: [String!]) { allSchools(filter: { urn: { in: $urns } }, first: 50, orderBy: [NAME_ASC, URN_ASC]) { nodes { ${PG_SCHOOL} } } }`,
      answer: ({ allSchools: schools }) => ({ schools: { nodes: schools.nodes.map(pgSchool) } }),
    },
    sql: `select json_build_object('schools', json_build_object('nodes', (select coalesce(json_agg(${SQL_SCHOOL} order by s.name, s.urn), '[]') from schools.school s where s.urn = any($1))))::text as answer`,
    values: ({ urns }) => [urns],
  },
  {
    name: 'dashboard',
    describes: 'a filtered page of 100 schools with two outcomes each',
    query: `query Dashboard($phase: [Phase!], $least: Float) { schools(filter: { phase: $phase, fsmShare: { min: $least } }, first: 100) { nodes { urn name fsmShare outcomes(measures: ["PTRWM_EXP"], pupilGroups: [ALL], first: 2) { nodes { academicYear value } } } } }`,
    variables: (random) => ({ phase: ['PRIMARY'], least: Math.round(random.next() * 150) / 10 }),
    postgraphile: {
      query: `query Dashboard($phase: [String!], $least: Float) { allSchools(filter: { phase: { in: $phase }, fsmShare: { greaterThanOrEqualTo: $least } }, first: 100, orderBy: [NAME_ASC, URN_ASC]) { nodes { urn name fsmShare
        outcomesResultsBySubject(first: 2, condition: { level: "SCHOOL", pupilGroup: "ALL", measureCode: "PTRWM_EXP" }, orderBy: [ACADEMIC_YEAR_DESC]) { nodes { academicYear value } } } } }`,
      answer: ({ allSchools: schools }) => ({
        schools: {
          nodes: schools.nodes.map(({ urn, name, fsmShare, outcomesResultsBySubject }: any) => ({
            urn,
            name,
            fsmShare,
            outcomes: outcomesResultsBySubject,
          })),
        },
      }),
    },
    sql: `select json_build_object('schools', json_build_object('nodes', (select coalesce(json_agg(json_build_object('urn', s.urn, 'name', s.name, 'fsmShare', s.fsm_share, 'outcomes', json_build_object('nodes', (
        select coalesce(json_agg(json_build_object('academicYear', o.academic_year, 'value', o.value) order by o.academic_year desc), '[]') from (
          select * from outcomes.result o where o.level = 'SCHOOL' and o.subject = s.urn and o.measure_code = 'PTRWM_EXP' and o.pupil_group = 'ALL' order by o.academic_year desc limit 2) o))) order by s.name, s.urn), '[]')
      from (select * from schools.school s where s.phase = any($1) and s.fsm_share >= $2 order by s.name, s.urn limit 100) s)))::text as answer`,
    values: ({ phase, least }) => [phase, least],
  },
  {
    name: 'history',
    describes: 'a school with trust, hub, its last 20 events with what they are about, and outcomes of three years',
    query: `query History($urn: URN!) { school(urn: $urn) {
      urn name trust { name } hub { name }
      collaborationHistory(first: 20) { totalCount nodes {
        id date kind
        ... on ReviewHostedEvent { review { kind mode headings { estimate } } }
        ... on ReviewVisitEvent { reviewVisit { role review { kind hostSchool { name } } } }
        ... on AccreditationEvent { areaOfExcellence { title theme } }
        ... on EnrolmentEvent { enrolment { role status programme { name } } }
        ... on VisitEvent { visit { focus hostSchool { name } visitingSchool { name } } }
        ... on PracticeSharedEvent { practice { title channel } }
        ... on MembershipEvent { membership { kind joined left } }
      } }
      ${OUTCOMES}
    } }`,
    variables: (random, urns) => ({ urn: random.pick(urns) }),
    sql: `
      with event as materialized (
        select start_date as date, 'REVIEW_HOSTED' as kind, 'REVIEW_HOSTED:' || id as id, id as subject from reviews.review where urn = $1
        union all select date, 'REVIEW_VISIT', 'REVIEW_VISIT:' || id, id from reviews.reviewer where urn = $1
        union all select accredited_on, 'ACCREDITATION', 'ACCREDITATION:' || id, id from reviews.area_of_excellence where urn = $1 and status = 'ACCREDITED'
        union all select enrolled_on, 'ENROLMENT', 'ENROLMENT:' || id, id from programmes.enrolment where urn = $1
        union all select date, 'VISIT', 'VISIT:' || id || ':HOST', id from programmes.visit where host_urn = $1
        union all select date, 'VISIT', 'VISIT:' || id || ':VISITOR', id from programmes.visit where visiting_urn = $1
        union all select shared_on, 'PRACTICE_SHARED', 'PRACTICE_SHARED:' || id, id from programmes.practice_shared where urn = $1
        union all select joined, 'JOINED_' || kind, 'JOINED:' || id, id from schools.membership where urn = $1
        union all select "left", 'LEFT_' || kind, 'LEFT:' || id, id from schools.membership where urn = $1 and "left" is not null
      ), page as (select * from event order by date desc, id collate "C" desc limit 20)
      select json_build_object('school', (select json_build_object('urn', s.urn, 'name', s.name,
        'trust', (select json_build_object('name', t.name) from schools.trust_membership m join schools.trust t on t.uid = m.trust_uid where m.urn = s.urn and m."left" is null limit 1),
        'hub', (select json_build_object('name', h.name) from schools.membership m join schools.hub h on h.id = m.hub_id where m.urn = s.urn and m.kind = 'HUB' and m."left" is null order by m.joined desc, m.id desc limit 1),
        'collaborationHistory', json_build_object('totalCount', (select count(*) from event), 'nodes', (select coalesce(json_agg(json_build_object('id', p.id, 'date', p.date, 'kind', p.kind, 'about', case
          when p.kind = 'REVIEW_HOSTED' then (select json_build_object('kind', r.kind, 'mode', r.mode, 'headings', (
            select json_agg(json_build_object('estimate', h.estimate) order by w.ordinality) from reviews.framework k, jsonb_array_elements(k.headings) with ordinality w
            left join reviews.heading h on h.review_id = r.id and h.code = w.value->>'code' where k.code = r.framework_code)) from reviews.review r where r.id = p.subject)
          when p.kind = 'REVIEW_VISIT' then (select json_build_object('role', v.role, 'review', json_build_object('kind', r.kind, 'hostSchool', (select json_build_object('name', x.name) from schools.school x where x.urn = r.urn))) from reviews.reviewer v join reviews.review r on r.id = v.review_id where v.id = p.subject)
          when p.kind = 'ACCREDITATION' then (select json_build_object('title', a.title, 'theme', a.theme) from reviews.area_of_excellence a where a.id = p.subject)
          when p.kind = 'ENROLMENT' then (select json_build_object('role', e.role, 'status', e.status, 'programme', json_build_object('name', g.name)) from programmes.enrolment e join programmes.cohort c on c.id = e.cohort_id join programmes.programme g on g.code = c.programme_code where e.id = p.subject)
          when p.kind = 'VISIT' then (select json_build_object('focus', v.focus, 'hostSchool', (select json_build_object('name', x.name) from schools.school x where x.urn = v.host_urn), 'visitingSchool', (select json_build_object('name', x.name) from schools.school x where x.urn = v.visiting_urn)) from programmes.visit v where v.id = p.subject)
          when p.kind = 'PRACTICE_SHARED' then (select json_build_object('title', x.title, 'channel', x.channel) from programmes.practice_shared x where x.id = p.subject)
          else (select json_build_object('kind', m.kind, 'joined', m.joined, 'left', m."left") from schools.membership m where m.id = p.subject) end
        ) order by p.date desc, p.id collate "C" desc), '[]') from page p)),
        'outcomes', ${SQL_OUTCOMES}) from schools.school s where s.urn = $1))::text as answer`,
    values: ({ urn }) => [urn],
  },
  {
    name: 'sync',
    describes: 'a page of about 500 changes, with the reviews that they are about',
    lacking: ['usual', 'usual, HTTP'],
    query: `query Sync($first: Int!) { changes(first: $first, types: [REVIEW]) { hasMore nodes { type id operation node { ... on Review { id mode startDate } } } } }`,
    variables: (random) => ({ first: random.whole(400, 500) }),
    sql: `select json_build_object('changes', json_build_object('hasMore', (select count(*) > $1 from (select 1 from reviews.review limit $1 + 1) r), 'nodes', (
      select json_agg(json_build_object('type', 'REVIEW', 'id', r.id, 'operation', 'UPSERT', 'node', json_build_object('id', r.id, 'mode', r.mode, 'startDate', r.start_date)) order by r.changed, r.id collate "C")
      from (select * from reviews.review where changed < pg_snapshot_xmin(pg_current_snapshot()) order by changed, (id)::text collate "C" limit $1) r)))::text as answer`,
    values: ({ first }) => [first],
  },
];

/** Our answer in the shape of the SQL statement's: what an event is about stands under one name. */
export function plain(data: any): unknown {
  const nodes = data?.school?.collaborationHistory?.nodes;
  if (!nodes || nodes.some((node: any) => 'about' in node)) return data;
  const flat = nodes.map(
    ({ id, date, kind, review, reviewVisit, areaOfExcellence, enrolment, visit, practice, membership }: any) => ({
      id,
      date,
      kind,
      about: review ?? reviewVisit ?? areaOfExcellence ?? enrolment ?? visit ?? practice ?? membership,
    }),
  );
  return { school: { ...data.school, collaborationHistory: { ...data.school.collaborationHistory, nodes: flat } } };
}
