import type { EntityManager } from '@mikro-orm/postgresql';
import { date, oneOf, text, ukprn, urn, type Column } from '../../kit/import/columns.ts';
import type { ImportKind, RowPlace } from '../../kit/import/kind.ts';
import { query } from '../../kit/write/submissions.ts';
import { Trust, TrustMembership } from '../entities.ts';
import { TRUST_TYPE_NAMES } from '../values.ts';
import { coverageNote, NEARLY_ALL, releaseOf, rememberRelease, withdrawnNote } from './release.ts';

const statuses = { Open: true, Closed: false, 'Proposed to open': false };

/** Columns about the group itself, in both files of groups. */
const group: Column[] = [
  { from: 'Group UID', to: 'uid', read: text, must: 'value' },
  { from: 'Group ID', to: 'groupId', read: text, must: 'column' },
  { from: 'Group Name', to: 'name', read: text, must: 'column' },
  {
    from: 'Companies House Number',
    to: 'companiesHouseNumber',
    read: (value) => (/^\d+$/.test(value) ? value.padStart(8, '0') : value),
    must: 'column',
  },
  { from: 'Group Type', to: 'type', read: text, must: 'value' },
  { from: 'Group Status', to: 'open', read: oneOf(statuses), must: 'value' },
  { from: ['Open date', 'Incorporated on (open date)'], to: 'opened', read: date },
  { from: 'Closed Date', to: 'closed', read: date },
];

const notATrust = (at: RowPlace) => {
  const type = at.text('Group Type');
  return Object.hasOwn(TRUST_TYPE_NAMES, type) ? undefined : `groups of type "${type}", which are no academy trusts`;
};

/** Academy trusts: groups of other types, such as federations, are passed over. */
export const groups: ImportKind = {
  kind: 'gias-groups',
  describes: 'Groups of Get Information About Schools (allgroupsdata….csv): academy trusts',
  template: `Group UID,Group ID,Group Name,Companies House Number,Group Type,Group Status,Open date,Closed Date,UKPRN,Group Street
90001,TR90001,Example Trust,99000001,Multi-academy trust,Open,2012-01-01,,,1 Example Street
`,
  legend: [`Group Type: ${Object.keys(TRUST_TYPE_NAMES).join(', ')}; groups of other types are passed over`],
  columns: [
    ...group,
    { from: 'UKPRN', to: 'ukprn', read: ukprn, must: 'column' },
    { from: 'Group Street', to: 'street', read: text, must: 'column' },
    { from: 'Group Locality', to: 'locality', read: text },
    { from: 'Group Town', to: 'town', read: text },
    { from: 'Group County', to: 'county', read: (value) => (value === 'Not recorded' ? null : value) },
    { from: 'Group Postcode', to: 'postcode', read: text },
  ],

  passOver: notATrust,
  open({ merge, given }) {
    const trusts = new Map<string, object>();
    return {
      row(row, { reject }) {
        const { uid, type } = row as { uid: string; type: string };
        if (!row['name']) return reject('Group Name', '', 'is empty and must have a value');
        if (trusts.has(uid)) return reject('Group UID', uid, 'stands in an earlier line already');
        trusts.set(uid, given({ ...row, type: TRUST_TYPE_NAMES[type] }));
      },
      async finish() {
        if (trusts.size) await merge(Trust, [...trusts.values()]);
      },
    };
  },
};

interface GroupLink {
  urn: string;
  uid: string;
  type: string;
  joined: string | null;
  closed: string | null;
  open: boolean;
}

/** Which school is in which trust, since when. */
export const groupLinks: ImportKind = {
  kind: 'gias-group-links',
  describes: 'Group links of Get Information About Schools (allgrouplinks….csv): schools of academy trusts',
  columns: [
    { from: 'URN', to: 'urn', read: urn, must: 'value' },
    ...group,
    { from: 'Joined date', to: 'joined', read: date, must: 'column' },
  ],

  passOver: notATrust,
  async open(session) {
    const { em, merge, report, sawUrn } = session;
    const release = await releaseOf(session, 'gias-group-links');
    const trusts = new Map<string, object>();
    const memberships = new Map<
      string,
      { urn: string; trustUid: string; joined: string | null; left: string | null }
    >();
    const covered = new Set<string>();
    return {
      row(row, { reject, text }) {
        const { urn, joined, ...trust } = row as unknown as GroupLink & Record<string, unknown>;
        const left = trust.open ? null : trust.closed;
        if (joined && left && left < joined)
          return reject('Joined date', text('Joined date'), `is after the trust's Closed Date ${text('Closed Date')}`);
        sawUrn(urn);
        covered.add(urn);
        trusts.set(trust.uid, { ...trust, type: TRUST_TYPE_NAMES[trust.type] });
        memberships.set(`${urn} ${trust.uid}`, { urn, trustUid: trust.uid, joined, left });
      },
      async finish() {
        const isWhole = await isWholeDownload(em, covered);
        // The file of groups says more about a trust: what it has said stands.
        if (trusts.size) await merge(Trust, [...trusts.values()], { initial: Object.keys([...trusts.values()][0]!) });
        if (memberships.size)
          await merge(TrustMembership, [...memberships.values()], {
            when: 'new."left" is not null or old.joined is distinct from new.joined',
          });
        // A school has one trust at a time: who joins another has left the one before.
        await em.execute(`
          update trust_membership earlier set "left" = later.joined from trust_membership later
          where later.urn = earlier.urn and later.trust_uid <> earlier.trust_uid and earlier."left" is null and later."left" is null
            and later.joined is not null and (earlier.joined is null or earlier.joined < later.joined)`);
        if (release) {
          const withdrawn = await withdraw(em, [...memberships.values()], isWhole ? null : [...covered]);
          report.count('trust membership', 'removed', withdrawn.length);
          report.notes.push(...withdrawnNote(withdrawn));
          if (isWhole) await rememberRelease(em, 'gias-group-links', release);
        }
        report.notes.push(coverageNote(release, isWhole, covered.size));
      },
    };
  },
};

/** Whether a download is of all trusts: nearly all schools that are in one are in it. */
async function isWholeDownload(em: EntityManager, covered: ReadonlySet<string>): Promise<boolean> {
  const [counts] = await query<{ known: number; here: number }>(
    em,
    `select count(*)::int as known, count(covered.urn)::int as here
    from trust_membership member left join unnest($1::text[]) as covered(urn) on covered.urn = member.urn where member."left" is null`,
    [[...covered]],
  );
  return counts!.here >= counts!.known * NEARLY_ALL;
}

/**
 * Removes that schools are in trusts, where a release does not say so any more. What has ended is history, and stays; a
 * school that has closed was in its trust until then.
 * @param covered the schools that the file speaks of; all if left out
 * @returns the schools and trusts, in words
 */
async function withdraw(
  em: EntityManager,
  memberships: readonly { urn: string; trustUid: string }[],
  covered: readonly string[] | null,
): Promise<string[]> {
  const removed = await query<{ urn: string; trust_uid: string }>(
    em,
    `with gone as (
      select old.urn, old.trust_uid, school.closed from trust_membership old left join school on school.urn = old.urn
      where old."left" is null
        and not exists (select from unnest($1::text[], $2::text[]) as here(urn, uid) where here.urn = old.urn and here.uid = old.trust_uid)
        and ($3::text[] is null or exists (select from unnest($3) as c(urn) where c.urn = old.urn))
    ), ended as (
      update trust_membership old set "left" = gone.closed from gone
      where old.urn = gone.urn and old.trust_uid = gone.trust_uid and gone.closed >= coalesce(old.joined, gone.closed)
      returning old.urn, old.trust_uid
    )
    delete from trust_membership old using gone
    where old.urn = gone.urn and old.trust_uid = gone.trust_uid and (gone.closed >= coalesce(old.joined, gone.closed)) is not true
    returning old.urn, old.trust_uid`,
    [memberships.map(({ urn }) => urn), memberships.map(({ trustUid }) => trustUid), covered],
  );
  return removed.map(({ urn, trust_uid: uid }) => `${urn} in trust ${uid}`).sort();
}
