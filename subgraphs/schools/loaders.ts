import { sql, type RawBuilder } from 'kysely';
import { pageFrom, pagesOfParents, type Columns, type PageArgs } from '../kit/read/pages.ts';
import type { Dependency } from '../kit/read/cache.ts';
import type { Caller } from '../kit/caller.ts';
import type { Database } from '../kit/read/database.ts';
import { auditOf, type AuditArgs, type Submission } from '../kit/write/submissions.ts';
import { changesIn, feedRequest } from '../kit/feed/feed.ts';
import { changePage, type ChangePage } from './changes.ts';
import { FOLLOWED } from './followed.ts';
import { cachedQuery, loader, many, manyOfAll, one } from '../kit/read/loaders.ts';
import {
  Hub,
  LocalAuthority,
  Membership,
  RollReport,
  School,
  Trust,
  TrustMembership,
  type HubRow,
  type LinkRow,
  type LocalAuthorityRow,
  type MembershipRow,
  type RollReportRow,
  type SchoolRow,
  type TrustMembershipRow,
  type TrustRow,
} from './entities.ts';
import type { Region, RollInput, SchoolFilter, SchoolOrder } from './types.ts';
import type { ChangeFeed, Network } from './models.ts';
import { updateRoll } from './submit.ts';
import {
  checkFilter,
  memberUrns,
  mustBeKnown,
  openOn,
  schoolConditions,
  schoolOrder,
  type CheckedFilter,
} from './search.ts';

interface SchoolListArgs extends PageArgs {
  filter?: SchoolFilter | null;
  orderBy?: SchoolOrder | null;
}

/** The same once the caller may have it. */
type CheckedListArgs = Omit<SchoolListArgs, 'filter'> & { filter: CheckedFilter };

type TrustListArgs = PageArgs & { search?: string | null; member?: boolean | null; updatedSince?: string | null };
type HubListArgs = PageArgs & { region?: readonly Region[] | null };

/** What lists of schools are filtered by. */
const LISTS: Dependency[] = ['school.*', 'ancestor.*', 'membership.*', 'trust_membership.*'];

const BY_NAME = (key: string) => [
  { property: 'name', type: 'text' as const },
  { property: key, type: 'text' as const },
];

/** How the schools subgraph reads its tables: one set for a request. */
export type Loaders = ReturnType<typeof loaders>;

export function loaders(db: Database, caller: Caller) {
  const ancestorsColumn = sql`, array(select a.ancestor from ancestor a where a.urn = s.urn order by a.distance, a.ancestor desc) as ancestors`;
  const columnsOf = (columns?: Columns) =>
    sql`${db.columns(School, 's', columns)}${!columns || columns.includes('ancestors') ? ancestorsColumn : sql``}`;

  /** Schools under a condition, as a list that can be paged. */
  const list = ({ filter, orderBy }: CheckedListArgs, condition: RawBuilder<unknown>, columns: Columns) =>
    sql`select ${columnsOf(columns)}${schoolOrder(orderBy, filter.search).column} from school s where ${condition} and ${schoolConditions(filter)}`;

  /** Schools that hang on a trust, a hub or a local authority: paged for many of them at once, per order. */
  const schoolsOf = (
    kind: string,
    condition: (key: RawBuilder<unknown>, args: CheckedListArgs) => RawBuilder<unknown>,
  ) => {
    const perOrder = new Map<string, ReturnType<typeof pagesOfParents<SchoolRow, CheckedListArgs>>>();
    return (key: string, args: SchoolListArgs, columns: Columns) => {
      const asked = { ...args, filter: checkFilter(args.filter, caller) };
      const { order } = schoolOrder(asked.orderBy, asked.filter.search);
      const name = JSON.stringify(order);
      let pages = perOrder.get(name);
      if (!pages) {
        pages = pagesOfParents<SchoolRow, CheckedListArgs>(db, {
          name: `${kind} ${name}`,
          seenBy: caller,
          from: LISTS,
          order,
          list: (parent, args, columns) => list(args, condition(parent, args), columns),
        });
        perOrder.set(name, pages);
      }
      return pages([key], asked, columns);
    };
  };

  const school = one<SchoolRow>(
    db,
    { name: 'school', seenBy: 'everyone', from: ['school.urn', 'ancestor.urn'] },
    ({ urn }) => urn,
    db.keyed((urns) => sql`select ${columnsOf()} from school s where s.urn = any(${urns})`),
  );

  const ancestors = many<{ urn: string; ancestor: string }>(
    db,
    { name: 'ancestors', seenBy: 'everyone', from: ['ancestor.urn'] },
    ({ urn }) => urn,
    db.keyed(
      (urns) => sql`select urn, ancestor from ancestor where urn = any(${urns}) order by distance, ancestor desc`,
    ),
  );
  const descendants = many<{ urn: string; ancestor: string }>(
    db,
    { name: 'descendants', seenBy: 'everyone', from: ['ancestor.ancestor'] },
    ({ ancestor }) => ancestor,
    db.keyed((urns) => sql`select urn, ancestor from ancestor where ancestor = any(${urns}) order by distance, urn`),
  );
  /** The same of schools of which no more is known than the URN. */
  const historyOf = async (urns: readonly string[]) => [
    ...new Set(
      (
        await Promise.all(
          urns.map(async (urn) => [urn, ...(await ancestors.load(urn)).map(({ ancestor }) => ancestor)]),
        )
      ).flat(),
    ),
  ];

  const membershipsOf = many<MembershipRow>(
    db,
    { name: 'memberships', seenBy: 'everyone', from: ['membership.urn'] },
    ({ urn }) => urn,
    db.keyed(
      (urns) =>
        sql`select ${db.columns(Membership, 'm')} from membership m where m.urn = any(${urns}) order by m.joined desc, m.id desc`,
    ),
  );
  const trustHistoryOf = many<TrustMembershipRow>(
    db,
    { name: 'trustHistory', seenBy: 'everyone', from: ['trust_membership.urn'] },
    ({ urn }) => urn,
    db.keyed(
      (urns) =>
        sql`select ${db.columns(TrustMembership, 'm')} from trust_membership m where m.urn = any(${urns}) order by m."left" desc nulls first, m.joined desc nulls last`,
    ),
  );

  const trust = one<TrustRow>(
    db,
    { name: 'trust', seenBy: 'everyone', from: ['trust.uid'] },
    ({ uid }) => uid,
    db.keyed((uids) => sql`select ${db.columns(Trust, 't')} from trust t where t.uid = any(${uids})`),
  );
  const hub = one<HubRow>(
    db,
    { name: 'hub', seenBy: 'everyone', from: ['hub.id'] },
    ({ id }) => id,
    db.keyed((ids) => sql`select ${db.columns(Hub, 'h')} from hub h where h.id = any(${ids})`),
  );

  /** The URN under which each of these schools lives on: its own while it is open, else that of its last open successor. */
  const currentUrn = one<{ urn: string; current: string }>(
    db,
    { name: 'currentUrn', seenBy: 'everyone', from: ['school.*', 'ancestor.*'] },
    ({ urn }) => urn,
    db.keyed(
      (urns) => sql`
    select asked.urn, coalesce(
      (select s.urn from school s where s.urn = asked.urn and s.closed is null),
      (select a.urn from ancestor a join school s on s.urn = a.urn where a.ancestor = asked.urn and s.closed is null order by a.distance desc, a.urn limit 1),
      asked.urn
    ) as current
    from unnest(cast(${urns} as text[])) as asked(urn)`,
    ),
  );

  /** A page of the feed, put together once for all of its fields. */
  const changes = loader<ChangeFeed, ChangePage>(
    (feeds) =>
      Promise.all(
        feeds.map(async (feed) =>
          changePage(feed, await changesIn(db, caller, FOLLOWED, 'schools', feedRequest(feed.id))),
        ),
      ),
    ({ id }) => id,
  );

  const rollReportsOf = manyOfAll(
    many<RollReportRow>(
      db,
      { name: 'rollReports', seenBy: caller, from: ['roll_report.urn'] },
      ({ urn }) => urn,
      db.keyed(
        (urns) =>
          sql`select ${db.columns(RollReport, 'r')} from roll_report r where r.urn = any(${urns}) and ${caller.ownsRow(sql.ref('r.urn'))} order by r.date desc`,
      ),
    ),
  );

  return {
    updateRoll: (submission: Submission<RollInput>) => updateRoll(db, caller, submission),
    audit: (args: AuditArgs) => auditOf(db, caller, args),
    /** Pupil numbers that the school's trust has reported, under all its URNs, latest first; null if they are not for the caller. */
    rollReports: async (urns: readonly string[]): Promise<RollReportRow[] | null> =>
      caller.owns(urns[0]) ? rollReportsOf(urns) : null,
    changes: (feed: ChangeFeed) => changes.load(feed),
    membership: one<MembershipRow>(
      db,
      { name: 'membership', seenBy: 'everyone', from: ['membership.id'] },
      ({ id }) => id,
      db.keyed((ids) => sql`select ${db.columns(Membership, 'm')} from membership m where m.id = any(${ids})`),
    ),
    school,
    schools: (args: SchoolListArgs, columns?: Columns) => {
      const asked = { ...args, filter: checkFilter(args.filter, caller) };
      const { order } = schoolOrder(asked.orderBy, asked.filter.search);
      const loading = { name: 'schools', seenBy: caller, from: LISTS };
      return pageFrom<SchoolRow, CheckedListArgs>(db, loading, asked, order, list(asked, sql`true`, columns), columns);
    },
    schoolsOfTrust: schoolsOf(
      'trust',
      (uid) => sql`s.urn in (select urn from trust_membership where trust_uid = ${uid} and "left" is null)`,
    ),
    schoolsOfHub: schoolsOf(
      'hub',
      (id, { filter }) =>
        sql`${openOn(filter.memberAsOf)} and s.urn in (${memberUrns('HUB', filter.memberAsOf, sql`array[${id}]`)})`,
    ),
    schoolsOfLocalAuthority: schoolsOf('authority', (code) => sql`s.local_authority_code = ${code}`),

    historyOf,
    /** All URNs of the same school, oldest first. */
    async lineage({ urn, ancestors: before }: Pick<SchoolRow, 'urn' | 'ancestors'>) {
      return [...new Set([...before.toReversed(), urn, ...(await descendants.load(urn)).map((row) => row.urn)])];
    },
    predecessors: many<LinkRow>(
      db,
      { name: 'predecessors', seenBy: 'everyone', from: ['school_link.successor'] },
      ({ urn }) => urn,
      db.keyed(
        (urns) => sql`
      select successor as urn, predecessor as other, predecessor_name as name, kind, date from school_link where successor = any(${urns}) order by date desc nulls last, predecessor`,
      ),
    ),
    successors: many<LinkRow>(
      db,
      { name: 'successors', seenBy: 'everyone', from: ['school_link.predecessor'] },
      ({ urn }) => urn,
      db.keyed(
        (urns) => sql`
      select predecessor as urn, successor as other, successor_name as name, kind, date from school_link where predecessor = any(${urns}) order by date desc nulls last, successor`,
      ),
    ),
    currentUrns: async (urns: readonly string[]) =>
      new Map(await Promise.all(urns.map(async (urn) => [urn, (await currentUrn.load(urn))!.current] as const))),

    localAuthority: one<LocalAuthorityRow>(
      db,
      { name: 'localAuthority', seenBy: 'everyone', from: ['local_authority.code'] },
      ({ code }) => code,
      db.keyed(
        (codes) => sql`select ${db.columns(LocalAuthority, 'l')} from local_authority l where l.code = any(${codes})`,
      ),
    ),

    trust,
    trusts: (args: TrustListArgs) => {
      const { search, member, updatedSince } = args;
      if (member != null) mustBeKnown(caller, 'member');
      const found = search?.trim()
        ? sql`(cast(${search.trim()} as text) <% t.name or t.uid = ${search.trim()} or t.group_id = ${search.trim()})`
        : sql`true`;
      const has = sql`exists (select 1 from trust_membership m where m.trust_uid = t.uid and m."left" is null and m.urn in (${memberUrns('NETWORK', null)}))`;
      return pageFrom<TrustRow, TrustListArgs>(
        db,
        { name: 'trusts', seenBy: caller, from: ['trust.*', 'trust_membership.*', 'membership.*', 'ancestor.*'] },
        args,
        BY_NAME('uid'),
        sql`select ${db.columns(Trust, 't')} from trust t where ${found} and ${member == null ? sql`true` : sql`${has} = ${member}`} and ${updatedSince ? sql`t.updated_at >= ${updatedSince}` : sql`true`}`,
      );
    },
    trustHistory: manyOfAll(trustHistoryOf),
    /** The schools a trust runs today: how many, their pupils, and their URNs. */
    trustSchools: one<{ uid: string; schools: number; pupils: number; urns: string[] }>(
      db,
      { name: 'trustSchools', seenBy: 'everyone', from: ['trust_membership.trust_uid', 'school.*'] },
      ({ uid }) => uid,
      db.keyed(
        (uids) => sql`
      select m.trust_uid as uid, count(*)::int as schools, coalesce(sum(s.roll), 0)::int as pupils, array_agg(m.urn order by m.urn) as urns
      from trust_membership m left join school s on s.urn = m.urn where m.trust_uid = any(${uids}) and m."left" is null group by m.trust_uid`,
      ),
    ),

    hub,
    hubs: (args: HubListArgs) =>
      pageFrom<HubRow, HubListArgs>(
        db,
        { name: 'hubs', seenBy: 'everyone', from: ['hub.*'] },
        args,
        BY_NAME('id'),
        sql`select ${db.columns(Hub, 'h')} from hub h where ${args.region ? sql`h.region = any(${args.region})` : sql`true`}`,
      ),
    hubSchoolCount: one<{ id: string; schools: number }>(
      db,
      { name: 'hubSchoolCount', seenBy: 'everyone', from: ['hub.id', 'school.*', 'membership.*', 'ancestor.*'] },
      ({ id }) => id,
      db.keyed(
        (ids) => sql`
      select h.id, (select count(*)::int from school s where s.closed is null and s.urn in (${memberUrns('HUB', null, sql`array[h.id]`)})) as schools
      from hub h where h.id = any(${ids})`,
      ),
    ),
    memberships: manyOfAll(membershipsOf),

    async network(asOf: string): Promise<Network> {
      const [row] = await cachedQuery(db, { name: 'network', seenBy: 'everyone', from: LISTS }, [asOf], () =>
        db.rows<Omit<Network, 'asOf'>>(sql`
        with members as materialized (
          select s.urn, s.phase, s.region, coalesce(s.roll, 0) as roll from school s
          where ${openOn(asOf)} and s.urn in (${memberUrns('NETWORK', asOf)})
        )
        select (select count(*)::int from members) as schools,
          (select coalesce(sum(roll), 0)::int from members) as pupils,
          (select count(distinct m.trust_uid)::int from trust_membership m join members using (urn)
            where (m.joined is null or m.joined <= ${asOf}) and (m."left" is null or m."left" > ${asOf})) as trusts,
          (select count(distinct m.hub_id)::int from membership m
            where m.kind = 'HUB' and m.joined <= ${asOf} and (m."left" is null or m."left" > ${asOf})
              and (m.urn in (select urn from members) or m.urn in (select a.ancestor from ancestor a join members using (urn)))) as hubs,
          (select coalesce(json_agg(p), '[]') from (select phase, count(*)::int as schools, sum(roll)::int as pupils from members group by phase) p) as "byPhase",
          (select coalesce(json_agg(r), '[]') from (select region, count(*)::int as schools, sum(roll)::int as pupils from members group by region order by region) r) as "byRegion"`),
      );
      return { asOf, ...row! };
    },
    /** URNs of the member schools of a day and of their predecessors. */
    async networkUrns(asOf: string): Promise<string[]> {
      const rows = await cachedQuery(db, { name: 'networkUrns', seenBy: 'everyone', from: LISTS }, [asOf], () =>
        db.rows<{ urn: string }>(sql`
        with members as (select s.urn from school s where ${openOn(asOf)} and s.urn in (${memberUrns('NETWORK', asOf)}))
        select urn from members union select a.ancestor from ancestor a join members using (urn)`),
      );
      return rows.map(({ urn }) => urn);
    },
  };
}
