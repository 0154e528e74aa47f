import { sql, type RawBuilder } from 'kysely';
import {
  compare,
  pageOf,
  pagesOfParents,
  type Beside,
  type Columns,
  type OrderKey,
  type PageArgs,
} from '../kit/read/pages.ts';
import { tagsOf, type Tag } from '../kit/read/cache.ts';
import type { Caller } from '../kit/caller.ts';
import type { Database } from '../kit/read/database.ts';
import { changesIn, feedRequest } from '../kit/feed/feed.ts';
import { FOLLOWED } from './followed.ts';
import { problem } from '../kit/domain/errors.ts';
import { cachedQuery, many, manyOfAll, one } from '../kit/read/loaders.ts';
import { auditOf, type AuditArgs, type Submission } from '../kit/write/submissions.ts';
import {
  Result,
  ResultFile,
  SchoolCharacteristics,
  type Level,
  type MeasureRow,
  type OutcomeRow,
  type ResultFileRow,
  type SchoolCharacteristicsRow,
} from './entities.ts';
import type { KeyStage, NetworkOutcomesArgs, OutcomeInput, PupilGroup, QueryResultFilesArgs } from './types.ts';
import { ENGLAND, outcomeId, partsOfId } from './identifier.ts';
import { MEASURES, SUPPRESSED } from './measures.ts';
import type { DisadvantageGap, NetworkOutcome } from './models.ts';
import { seen } from './seen.ts';
import { submitOutcomes } from './submit.ts';

/** Most measures that one list may name. */
const MAX_MEASURES = 100;
/** Most measures that an aggregate may name. */
const MAX_AGGREGATED = 10;
/** An aggregate over fewer schools or pupils is not given. */
const AGGREGATE_MIN_SCHOOLS = 3;
const AGGREGATE_MIN_PUPILS = 30;

/** Most files that are listed at once. */
const MAX_FILES = 500;

const LATEST_FIRST: OrderKey[] = [
  { property: 'academicYear', type: 'text', descending: true },
  { property: 'measureCode', type: 'text' },
  { property: 'pupilGroup', type: 'text' },
  { property: 'subject', type: 'text' },
  { property: 'source', type: 'text' },
];

/** Groups that make up all pupils together: each with the others of its kind. */
const PARTS = sql.raw(
  [
    ['DISADVANTAGED', 'OTHERS'],
    ['BOYS', 'GIRLS'],
    ['LOW_PRIOR', 'MIDDLE_PRIOR', 'HIGH_PRIOR'],
  ]
    .flatMap((parts) =>
      parts.map(
        (part) =>
          `when r.pupil_group = '${part}' then array['${parts.filter((other) => other !== part).join("', '")}']`,
      ),
    )
    .join(' '),
);

/** Leaves out schools that England's state-funded values do not hold. */
const NOT_INDEPENDENT = sql`and not exists (select 1 from school_characteristics c where c.urn = r.subject and c.academic_year = r.academic_year and c.state_funded = false)`;

const BY_KEY_STAGE: OrderKey[] = [
  { property: 'keyStage', type: 'text' },
  { property: 'code', type: 'text' },
];
const CATALOGUE = new Map(
  MEASURES.map((measure): [string, MeasureRow] => [
    measure.code,
    { ...measure, lastYear: measure.lastYear ?? null },
  ]).sort(([, a], [, b]) => compare(BY_KEY_STAGE, [a.keyStage, a.code], [b.keyStage, b.code])),
);

type OutcomeListArgs = PageArgs & {
  keyStage?: KeyStage | null;
  measures?: readonly string[] | null;
  pupilGroups?: readonly PupilGroup[] | null;
  from?: string | null;
  to?: string | null;
  updatedSince?: string | null;
};

/** Checks the arguments of a list before it is read, or found in memory. @throws BAD_USER_INPUT */
function checkOutcomeArgs({ measures }: OutcomeListArgs): void {
  if (!measures || measures.length <= MAX_MEASURES) return;
  const count = `\`measures\` names ${measures.length} measures`;
  throw problem('BAD_USER_INPUT', `${count}: at most ${MAX_MEASURES} can be asked at once.`);
}

function outcomeConditions({
  keyStage,
  measures,
  pupilGroups,
  from,
  to,
  updatedSince,
}: OutcomeListArgs): RawBuilder<unknown> {
  const all: RawBuilder<unknown>[] = [sql`true`];
  if (keyStage) all.push(sql`o.measure_code in (select code from measure where key_stage = ${keyStage})`);
  if (measures) all.push(sql`o.measure_code = any(${measures})`);
  if (pupilGroups) all.push(sql`o.pupil_group = any(${pupilGroups})`);
  if (from) all.push(sql`o.academic_year >= ${from}`);
  if (to) all.push(sql`o.academic_year <= ${to}`);
  if (updatedSince) all.push(sql`o.updated_at >= ${updatedSince}`);
  return sql.join(all, sql` and `);
}

const englandOf = (fictional: string) => `case when ${fictional} then '${ENGLAND.demo}' else '${ENGLAND.real}' end`;
const ENGLAND_OF_FILE = englandOf('file.fictional');

/** The same measure, group and year of `page` at another level. */
const benchmark = (alias: string, level: Level, subject: string) =>
  sql.raw(`
  left join result ${alias} on ${alias}.level = '${level}' and ${alias}.subject = ${subject}
    and ${alias}.academic_year = page."academicYear" and ${alias}.measure_code = page."measureCode" and ${alias}.pupil_group = page."pupilGroup"`);

/** Columns that stand beside a result, by what they are joined from. */
export const JOINED = {
  file: ['title', 'file', 'fictional'],
  localAuthority: ['laValue', 'laMarker', 'laPupils'],
  england: ['englandValue', 'englandMarker', 'englandPupils'],
} as const;
const JOINS = Object.keys(JOINED) as (keyof typeof JOINED)[];
const isNeeded = (columns: Columns, joined: keyof typeof JOINED) =>
  !columns || JOINED[joined].some((name) => columns.includes(name));

/** What stands beside a result, as far as it is needed: its file, and the values of its local authority and of England. */
function besideResults(needed: Columns): Beside {
  const columns = [];
  const joins = [];
  if (isNeeded(needed, 'file') || isNeeded(needed, 'england')) {
    columns.push(sql`, file.title, file.file, file.fictional`);
    joins.push(sql`left join result_file file on file.id = page."fileId"`);
  }
  if (isNeeded(needed, 'localAuthority')) {
    columns.push(sql`, la.value as "laValue", la.marker as "laMarker", la.pupils as "laPupils"`);
    joins.push(benchmark('la', 'LOCAL_AUTHORITY', 'page."localAuthorityCode"'));
  }
  if (isNeeded(needed, 'england')) {
    columns.push(
      sql`, england.value as "englandValue", england.marker as "englandMarker", england.pupils as "englandPupils"`,
    );
    joins.push(benchmark('england', 'ENGLAND_STATE_FUNDED', ENGLAND_OF_FILE));
  }
  return { columns: sql.join(columns, sql` `), joins: sql.join(joins, sql` `) };
}

/** The local authority's and England's values change with theirs. */
const benchmarkTags = ({ localAuthorityCode }: OutcomeRow, columns: Columns): Tag[] => [
  ...(isNeeded(columns, 'localAuthority') && localAuthorityCode
    ? tagsOf(['result.subject'], [localAuthorityCode])
    : []),
  ...(isNeeded(columns, 'england') ? tagsOf(['result.subject'], Object.values(ENGLAND)) : []),
];

/** Everything that can stand beside a result. */
const ALL_BESIDE = besideResults(undefined);

/** How the outcomes subgraph reads its tables: one set for a request. */
export type Loaders = ReturnType<typeof loaders>;

export function loaders(db: Database, caller: Caller) {
  const outcomesOf = (level: Level) => {
    const pages = pagesOfParents<OutcomeRow, OutcomeListArgs>(db, {
      name: `outcomes ${level}`,
      seenBy: caller,
      from: ['result.subject', 'result_file.*'],
      besideFrom: benchmarkTags,
      order: LATEST_FIRST,
      list: (subject, args, columns) =>
        sql`select ${db.columns(Result, 'o', columns)} from result o where o.level = ${sql.lit(level)} and o.subject = ${subject} and ${seen(caller, 'o', level)} and ${outcomeConditions(args)}`,
      beside: (columns) => (JOINS.some((joined) => isNeeded(columns, joined)) ? besideResults(columns) : undefined),
    });
    return (keys: readonly string[], args: OutcomeListArgs, columns: Columns) => {
      checkOutcomeArgs(args);
      return pages(keys, args, columns);
    };
  };

  /** Disadvantaged and others side by side; keys are `subject|measure`. */
  const gapsOf = (level: 'SCHOOL' | 'TRUST') =>
    many<DisadvantageGap>(
      db,
      { name: `gaps ${level}`, seenBy: caller, from: ['result.*', 'result_file.*'] },
      ({ subject, measureCode }) => `${subject}|${measureCode}`,
      db.keyed((keys) => {
        const others = (alias: string, of: string) =>
          sql.raw(`
        left join result ${alias} on ${alias}.level = ${of}.level and ${alias}.subject = ${of}.subject and ${alias}.academic_year = ${of}.academic_year
          and ${alias}.measure_code = ${of}.measure_code and ${alias}.pupil_group = 'OTHERS' and ${alias}.source = ${of}.source`);
        const disadvantaged = (alias: string, at: Level, subject: string) =>
          sql.raw(`
        left join result ${alias} on ${alias}.level = '${at}' and ${alias}.subject = ${subject} and ${alias}.academic_year = d.academic_year
          and ${alias}.measure_code = d.measure_code and ${alias}.pupil_group = 'DISADVANTAGED'`);
        return sql`
        select d.subject, d.level, d.academic_year as "academicYear", d.measure_code as "measureCode", d.source,
          d.value as disadvantaged, d.marker as "disadvantagedMarker", o.value as others, o.marker as "othersMarker",
          case when d.value is not null then d.gap_to_national_others end as "gapToNationalOthers", la.value - la_others.value as "localAuthorityGap", england.value - england_others.value as "englandGap"
        from (select split_part(key, '|', 1) as subject, split_part(key, '|', 2) as measure from unnest(cast(${keys} as text[])) as k(key)) asked
        join result d on d.level = ${sql.lit(level)} and d.subject = asked.subject and d.measure_code = asked.measure and d.pupil_group = 'DISADVANTAGED' and ${seen(caller, 'd', level)}
        ${others('o', 'd')} and ${seen(caller, 'o', level)}
        ${disadvantaged('la', 'LOCAL_AUTHORITY', 'd.local_authority_code')} ${others('la_others', 'la')}
        left join result_file file on file.id = d.file_id
        ${disadvantaged('england', 'ENGLAND_STATE_FUNDED', ENGLAND_OF_FILE)} ${others('england_others', 'england')}
        order by d.academic_year desc, d.source`;
      }),
    );

  const schoolGaps = manyOfAll(gapsOf('SCHOOL'));
  const trustGaps = manyOfAll(gapsOf('TRUST'));

  return {
    /** What changed here, for a page of the feed. */
    changes: (feed: string) => changesIn(db, caller, FOLLOWED, 'outcomes', feedRequest(feed)),

    submitOutcomes: (submission: Submission<OutcomeInput>) => submitOutcomes(db, caller, submission),
    audit: (args: AuditArgs) => auditOf(db, caller, args),

    /** A measure of the catalogue, which the database is kept equal to. */
    measure: (code: string): MeasureRow | null => CATALOGUE.get(code) ?? null,
    measures: ({ keyStage, ...args }: PageArgs & { keyStage?: KeyStage | null }) =>
      pageOf(
        [...CATALOGUE.values()].filter((measure) => !keyStage || measure.keyStage === keyStage),
        args,
        BY_KEY_STAGE,
      ),

    /** A result by its identifier, `level:subject:year:measure:group`, with `:SUBMITTED` behind it if it was. */
    outcome: one<OutcomeRow>(
      db,
      { name: 'outcome', seenBy: caller, from: ['result.*', 'result_file.*'] },
      outcomeId,
      db.keyed(
        (ids) => sql`
        select page.*${ALL_BESIDE.columns} from (
          select ${db.columns(Result, 'o')} from result o
          join (
            select ${partsOfId(sql.ref('id'))}
            from unnest(cast(${ids} as text[])) as i(id)
          ) asked using (level, subject, academic_year, measure_code, pupil_group, source)
          where case o.level when 'SCHOOL' then ${seen(caller, 'o', 'SCHOOL')} when 'TRUST' then ${seen(caller, 'o', 'TRUST')} else true end
        ) page ${ALL_BESIDE.joins}`,
      ),
    ),
    schoolOutcomes: outcomesOf('SCHOOL'),
    trustOutcomes: outcomesOf('TRUST'),

    /** The gap of a school, under all the URNs given, latest year first. */
    schoolGap: async (urns: readonly string[], measure: string) =>
      latestFirst(await schoolGaps(urns.map((urn) => `${urn}|${measure}`))),
    trustGap: async (uid: string, measure: string) => latestFirst(await trustGaps([`${uid}|${measure}`])),

    /** What files say of a school's pupils, latest year first. */
    characteristics: many<SchoolCharacteristicsRow>(
      db,
      { name: 'characteristics', seenBy: 'everyone', from: ['school_characteristics.urn'] },
      ({ urn }) => urn,
      db.keyed(
        (urns) => sql`
      select ${db.columns(SchoolCharacteristics, 'c')} from school_characteristics c where c.urn = any(${urns}) order by c.academic_year desc, c.pupils_of`,
      ),
    ),

    /** Files that results were read from, the latest first. */
    resultFiles({ academicYear, first = MAX_FILES }: QueryResultFilesArgs): Promise<ResultFileRow[]> {
      if (first < 1 || first > MAX_FILES)
        throw problem('BAD_USER_INPUT', `\`first\` is ${first}: ask for 1 to ${MAX_FILES} files.`);
      return cachedQuery(
        db,
        { name: 'resultFiles', seenBy: caller, from: ['result_file.*'] },
        { academicYear, first },
        () =>
          db.rows(sql`
        select ${db.columns(ResultFile, 'f')} from result_file f where f.file <> '' and (${academicYear ?? null}::text is null or f.academic_year = ${academicYear ?? null})
        order by f.imported_at desc nulls last, f.id desc limit ${first}`),
      );
    },

    /**
     * Means over member schools, weighted by pupils, the same for everyone. Nothing that is withheld can be worked out
     * from them: only published values are in them, a mean over few schools or pupils is not given, and where the
     * value of one part of a school's pupils is suppressed, those of its other parts stay out as well. Otherwise all
     * pupils less the others would leave the suppressed ones.
     */
    networkOutcomes(
      urns: readonly string[],
      { measures, pupilGroups, from, to, schools }: NetworkOutcomesArgs,
    ): Promise<NetworkOutcome[]> {
      if (measures.length > MAX_AGGREGATED)
        throw problem(
          'BAD_USER_INPUT',
          `\`measures\` names ${measures.length} measures: at most ${MAX_AGGREGATED} can be aggregated at once.`,
        );
      return cachedQuery(
        db,
        {
          name: 'networkOutcomes',
          seenBy: 'everyone',
          from: ['result.*', 'result_file.*', 'school_characteristics.*'],
        },
        { urns, measures, pupilGroups, from, to, schools },
        () =>
          db.rows(sql`
        select o."academicYear", o."measureCode", o."pupilGroup", o.schools, o.pupils, o.value, england.value as england from (
          select r.academic_year as "academicYear", measure_code as "measureCode", pupil_group as "pupilGroup",
            count(*)::int as schools, sum(pupils)::int as pupils,
            case when count(*) >= ${AGGREGATE_MIN_SCHOOLS} and sum(pupils) >= ${AGGREGATE_MIN_PUPILS} then sum(value * pupils) / sum(pupils) end as value,
            ${sql.raw(englandOf('bool_and(file.fictional)'))} as england
          from result r left join result_file file on file.id = file_id
          where level = 'SCHOOL' and subject = any(${urns}) and measure_code = any(${measures}) and pupil_group = any(${pupilGroups})
            and r.academic_year >= ${from ?? '0000'} and r.academic_year <= ${to ?? '9999'} and value is not null and pupils > 0
            and status <> 'PROVISIONAL' and source = 'PUBLISHED'
            ${schools === 'STATE_FUNDED' ? NOT_INDEPENDENT : sql``}
            and not exists (
              select 1 from result part where part.level = 'SCHOOL' and part.subject = r.subject and part.measure_code = r.measure_code and part.academic_year = r.academic_year
                and part.source = 'PUBLISHED' and part.marker = any(${SUPPRESSED}) and part.pupil_group = any(case ${PARTS} end))
          group by 1, 2, 3
        ) o
        left join result england on england.level = 'ENGLAND_STATE_FUNDED' and england.subject = o.england
          and england.academic_year = o."academicYear" and england.measure_code = o."measureCode" and england.pupil_group = o."pupilGroup"
        order by o."academicYear" desc, o."measureCode", o."pupilGroup"`),
      );
    },
  };
}

/** The latest year first; in it what is published, before what is submitted. */
const BY_YEAR: OrderKey[] = [
  { property: 'academicYear', type: 'text', descending: true },
  { property: 'subject', type: 'text' },
  { property: 'source', type: 'text' },
];
const placeOf = ({ academicYear, subject, source }: DisadvantageGap) => [academicYear, subject, source];
const latestFirst = (gaps: DisadvantageGap[]) => gaps.toSorted((a, b) => compare(BY_YEAR, placeOf(a), placeOf(b)));
