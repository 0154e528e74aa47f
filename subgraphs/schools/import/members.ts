import type { EntityManager } from '@mikro-orm/postgresql';
import { academicYearOf } from '../../kit/domain/academicYear.ts';
import { date, oneOf, text, urn, word } from '../../kit/import/columns.ts';
import type { ImportKind, ImportSession, RowPlace } from '../../kit/import/kind.ts';
import { checkShare, checkWholeExport, deleteMissing, nameSome } from '../../kit/import/missing.ts';
import { Hub, Membership } from '../entities.ts';
import { HUB_KIND_NAMES, REGION_NAMES } from '../values.ts';

interface MemberRow {
  record: 'HUB' | 'MEMBER' | 'HUB MEMBER' | 'TRUST';
  hubId: string | null;
  hubName: string | null;
  hubKind: string | null;
  region: string | null;
  hubManager: string | null;
  urn: string | null;
  trustUid: string | null;
  joined: string | null;
  left: string | null;
}

/** What each sort of row must have a column for. */
const RECORDS = {
  HUB: { names: ['hubs'], columns: ['Hub ID', 'Hub name', 'Hub kind'] },
  MEMBER: { names: ['members', 'memberships'], columns: ['URN', 'Joined', 'Left'] },
  'HUB MEMBER': { names: ['hub members', 'hub memberships'], columns: ['Hub ID', 'URN', 'Joined', 'Left'] },
  TRUST: { names: ['trusts'], columns: ['Trust UID', 'Joined'] },
};

/** Most corrected memberships that a report names. */
const MOST_NAMED = 20;

/** Members of the network, hubs and who is in them: the charity's own record. */
export const members: ImportKind = {
  kind: 'members',
  describes: "Members, hubs and their schools, from the charity's own records",
  template: `Record,Hub ID,Hub name,Hub kind,Region,Hub Manager,URN,Trust UID,Joined,Left
HUB,HUB-01,Example Hub,Local,South East,,900001,,,
MEMBER,,,,,,900001,,2014-09-01,
MEMBER,,,,,,900002,,2015-09-01,2019-08-31
HUB MEMBER,HUB-01,,,,,900001,,2014-09-01,
TRUST,,,,,,,90001,2016-09-01,
`,
  legend: ['The trusts of TRUST rows come from gias-groups first.'],
  records: RECORDS,
  columns: [
    { from: 'Record', to: 'record', read: word('HUB', 'MEMBER', 'HUB MEMBER', 'TRUST'), must: 'value' },
    { from: 'Hub ID', to: 'hubId', read: text, must: 'column' },
    { from: 'Hub name', to: 'hubName', read: text, must: 'column' },
    { from: 'Hub kind', to: 'hubKind', read: oneOf(HUB_KIND_NAMES), must: 'column' },
    { from: 'Region', to: 'region', read: oneOf(REGION_NAMES) },
    { from: 'Hub Manager', to: 'hubManager', read: text },
    { from: 'URN', to: 'urn', read: urn, must: 'column' },
    { from: 'Trust UID', to: 'trustUid', read: text },
    { from: 'Joined', to: 'joined', read: date, must: 'column' },
    { from: 'Left', to: 'left', read: date, must: 'column' },
  ],

  async open(session) {
    const { em, merge, report, sawUrn } = session;
    const known = async (statement: string) =>
      new Set(((await em.execute(statement)) as { id: string }[]).map(({ id }) => id));
    const hubs = await known('select id from hub');
    const trusts = await known('select uid as id from trust');
    const newHubs: object[] = [];
    /** Rows whose hub has not come yet. */
    const early: { row: MemberRow; at: RowPlace }[] = [];
    const hubLines = new Map<string, number>();
    const memberships = new Map<string, object>();
    const joiningTrusts = new Map<string, string>();

    const take = (row: MemberRow, { line, reject }: RowPlace) => {
      const { record, hubId, hubName, hubKind, region, hubManager, urn, trustUid, joined, left } = row;
      if (joined && left && left < joined) return reject('Left', left, `is before Joined ${joined}`);
      if (record === 'HUB') {
        if (!hubId || !hubName || !hubKind)
          return reject(
            hubId ? (hubName ? 'Hub kind' : 'Hub name') : 'Hub ID',
            '',
            'is empty: a HUB row needs Hub ID, Hub name and Hub kind',
          );
        const earlier = hubLines.get(hubId);
        if (earlier) return reject('Hub ID', hubId, `stands in line ${earlier} already`);
        hubLines.set(hubId, line);
        if (urn) sawUrn(urn);
        hubs.add(hubId);
        newHubs.push({ id: hubId, name: hubName, kind: hubKind, region, seniorPartnerUrn: urn, hubManager });
        return;
      }
      if (!joined) return reject('Joined', '', `is empty: a ${record} row needs the day of joining`);
      if (record === 'TRUST') {
        if (!trustUid || !trusts.has(trustUid))
          return reject('Trust UID', trustUid ?? '', 'is no trust that is known: import gias-groups first');
        joiningTrusts.set(trustUid, joined);
        return;
      }
      if (!urn) return reject('URN', '', `is empty: a ${record} row needs the school's URN`);
      if (record === 'HUB MEMBER' && (!hubId || !hubs.has(hubId)))
        return reject('Hub ID', hubId ?? '', 'is no hub of this file or of an earlier one');
      sawUrn(urn);
      const id = `${record === 'HUB MEMBER' ? hubId : 'NETWORK'}:${urn}:${joined}`;
      if (memberships.has(id))
        return reject('Joined', joined, `stands in an earlier row for ${urn} already, in ${academicYearOf(joined)}`);
      memberships.set(id, {
        id,
        kind: record === 'HUB MEMBER' ? 'HUB' : 'NETWORK',
        urn,
        hubId: record === 'HUB MEMBER' ? hubId : null,
        joined,
        left,
      });
    };

    return {
      row(row, at) {
        const member = row as unknown as MemberRow;
        if (member.record === 'HUB MEMBER' && member.hubId && !hubs.has(member.hubId)) early.push({ row: member, at });
        else take(member, at);
      },
      async finish() {
        for (const { row, at } of early) take(row, at);
        checkWholeExport(session, Object.keys(RECORDS));
        if (newHubs.length) await merge(Hub, newHubs);
        if (memberships.size) await merge(Membership, [...memberships.values()]);
        await merge.settled();
        const corrected = await removeOverlapping(em, [...memberships.values()]);
        if (corrected.length) {
          report.count('membership', 'removed', corrected.length);
          report.notes.push(`corrected: ${corrected.slice(0, MOST_NAMED).join('; ')}`);
        }
        await deleteMissing(session, { table: 'membership', key: 'id', what: 'memberships' }, memberships.keys());
        await deleteMissing(session, { table: 'hub', key: 'id', what: 'hubs' }, hubLines.keys());
        if (session.file.deleteMissing) await forgetTrusts(session, [...joiningTrusts.keys()]);
        if (!joiningTrusts.size) return;
        const changed = (await em.execute(
          `update trust set joined_network = j.joined from json_to_recordset(?::json) as j(uid text, joined date)
            where trust.uid = j.uid and joined_network is distinct from j.joined returning trust.uid`,
          [JSON.stringify([...joiningTrusts].map(([uid, joined]) => ({ uid, joined })))],
        )) as unknown[];
        report.count('trusts joined', 'changed', changed.length);
        report.count('trusts joined', 'unchanged', joiningTrusts.size - changed.length);
      },
    };
  },
};

/**
 * A school is a member of one thing once at a time. A membership at the same time as one of the file is what the file
 * corrects, since a membership is known by the day of joining: it is removed. Times before and after it stay.
 * @returns what was removed, as a report says it
 */
async function removeOverlapping(em: EntityManager, memberships: readonly object[]): Promise<string[]> {
  const removed = (await em.execute(
    `with named as (
       select * from json_to_recordset(?::json) as n(id text, kind text, urn text, "hubId" text, joined date, "left" date)
     )
     delete from membership old using named n
     where old.kind = n.kind and old.urn = n.urn and old.hub_id is not distinct from n."hubId"
       and not exists (select 1 from named same where same.id = old.id)
       and daterange(old.joined, old."left", '[]') && daterange(n.joined, n."left", '[]')
     returning old.urn, old.joined::text, n.joined::text as now`,
    [JSON.stringify(memberships)],
  )) as { urn: string; joined: string; now: string }[];
  return removed.map(({ urn, joined, now }) => `${urn} joined on ${now} and not on ${joined}`);
}

/** Takes back that trusts joined of which a whole export does not say so any more. */
async function forgetTrusts(session: ImportSession, joined: readonly string[]): Promise<void> {
  const { em, report } = session;
  const [{ total }] = (await em.execute(
    'select count(*)::int as total from trust where joined_network is not null',
  )) as [{ total: number }];
  const gone = (await em.execute(
    `update trust set joined_network = null
      where joined_network is not null and uid not in (select json_array_elements_text(?::json)) returning uid`,
    [JSON.stringify(joined)],
  )) as { uid: string }[];
  if (!gone.length) return;
  checkShare(session, { missing: gone.length, total }, 'trusts that joined');
  report.count('trusts joined', 'removed', gone.length);
  report.notes.push(`not in the network any more: trusts ${nameSome(gone.map(({ uid }) => uid))}`);
}
