import { sql, type RawBuilder } from 'kysely';
import type { Caller } from '../kit/caller.ts';
import { problem } from '../kit/domain/errors.ts';
import type { OrderKey } from '../kit/read/pages.ts';
import type { SchoolFilter, SchoolOrder } from './types.ts';
import { isUrn } from '../kit/domain/urn.ts';
import { containsOrResembles } from '../kit/read/search.ts';

/** Most URNs that `filter.urns` may name. */
const MAX_URNS = 500;

const POSTCODE = /^([A-Z]{1,2}\d[A-Z\d]?)\s*(\d[A-Z]{0,2})?$/;

/** The condition that a name, or an identifier, is what someone is looking for. */
function searched(search: string): RawBuilder<unknown> {
  const text = search.trim();
  if (!text) return sql`true`;
  if (isUrn(text)) return sql`s.urn = ${text}`;
  if (/^\d{8}$/.test(text)) return sql`s.ukprn = ${text}`;
  const laestab = /^(\d{3})\/?(\d{4})$/.exec(text);
  if (laestab) return sql`s.laestab = ${`${laestab[1]}/${laestab[2]}`}`;
  const postcode = POSTCODE.exec(text.toUpperCase());
  if (postcode) return sql`s.postcode like ${`${postcode[1]}${postcode[2] ? ` ${postcode[2]}` : ''}%`}`;
  return containsOrResembles(sql`s.name`, text);
}

/** Days are asked as of one that is given, or today. */
const day = (asOf: string | null | undefined) => (asOf ? sql`cast(${asOf} as date)` : sql`current_date`);

/** That a school is open on a day: a membership recorded under a predecessor counts for the school that is. */
export const openOn = (asOf: string | null | undefined): RawBuilder<unknown> =>
  sql`(s.opened is null or s.opened <= ${day(asOf)}) and (s.closed is null or s.closed > ${day(asOf)})`;

/** URNs of schools with a membership on a day: those it is recorded under and those that followed them. */
export function memberUrns(
  kind: 'NETWORK' | 'HUB',
  asOf: string | null | undefined,
  hubs?: RawBuilder<unknown>,
): RawBuilder<unknown> {
  const on = day(asOf);
  return sql`
    with held as (
      select urn from membership
      where kind = ${sql.lit(kind)} and joined <= ${on} and ("left" is null or "left" > ${on}) ${hubs ? sql`and hub_id = any(${hubs})` : sql``}
    )
    select urn from held union select ancestor.urn from held join ancestor on ancestor.ancestor = held.urn`;
}

/** Who is in the network is told to those who say who they are, and so is a list that is filtered by it. */
export function mustBeKnown(caller: Caller, argument: string): void {
  if (caller.client === null)
    throw problem(
      'UNAUTHORIZED_FIELD',
      `\`${argument}\` needs a token or an API key: who is in the network is not open to all.`,
    );
}

declare const checked: unique symbol;

/** A filter that its caller may use: conditions are made of no other. */
export type CheckedFilter = SchoolFilter & { readonly [checked]: true };

/**
 * Checks a filter before anything is read with it: an answer that is in memory is given without its SQL being made.
 * @throws UNAUTHORIZED_FIELD, BAD_USER_INPUT
 */
export function checkFilter(filter: SchoolFilter | null | undefined, caller: Caller): CheckedFilter {
  const { urns, hub, member } = filter ?? {};
  if (urns && urns.length > MAX_URNS) {
    throw problem(
      'BAD_USER_INPUT',
      `\`filter.urns\` names ${urns.length} URNs: at most ${MAX_URNS} can be asked at once.`,
    );
  }
  if (hub) mustBeKnown(caller, 'filter.hub');
  if (member != null) mustBeKnown(caller, 'filter.member');
  return (filter ?? {}) as CheckedFilter;
}

/** The conditions of a filter on `school s`. */
export function schoolConditions(filter: CheckedFilter): RawBuilder<unknown> {
  const {
    search,
    urns,
    phase,
    status,
    localAuthority,
    region,
    trust,
    hub,
    member,
    memberAsOf,
    fsmShare,
    updatedSince,
  } = filter;
  const all: RawBuilder<unknown>[] = [sql`true`];
  if (search != null) all.push(searched(search));
  if (urns) all.push(sql`s.urn = any(${urns})`);
  if (phase) all.push(sql`s.phase = any(${phase})`);
  if (status) all.push(sql`s.status = any(${status})`);
  if (localAuthority) all.push(sql`s.local_authority_code = any(${localAuthority})`);
  if (region) all.push(sql`s.region = any(${region})`);
  if (trust)
    all.push(sql`s.urn in (select urn from trust_membership where trust_uid = any(${trust}) and "left" is null)`);
  if (hub) all.push(sql`${openOn(memberAsOf)} and s.urn in (${memberUrns('HUB', memberAsOf, sql`${hub}`)})`);
  if (member != null)
    all.push(sql`${openOn(memberAsOf)} and (s.urn in (${memberUrns('NETWORK', memberAsOf)})) = ${member}`);
  if (fsmShare?.min != null) all.push(sql`s.fsm_share >= ${fsmShare.min}`);
  if (fsmShare?.max != null) all.push(sql`s.fsm_share <= ${fsmShare.max}`);
  if (updatedSince) all.push(sql`s.updated_at >= ${updatedSince}`);
  return sql.join(all, sql` and `);
}

const ORDERS: Record<Exclude<SchoolOrder['field'], 'RELEVANCE'>, OrderKey & { column: string }> = {
  NAME: { property: 'name', type: 'text', column: '' },
  URN: { property: 'urn', type: 'text', column: '' },
  ROLL: { property: 'orderRoll', type: 'int', column: ', coalesce(s.roll, 0) as "orderRoll"' },
  FSM_SHARE: { property: 'orderFsmShare', type: 'float8', column: ', coalesce(s.fsm_share, 0) as "orderFsmShare"' },
  OPENED: { property: 'orderOpened', type: 'date', column: `, coalesce(s.opened, '1800-01-01') as "orderOpened"` },
};

/** The order of a list of schools, and the column it needs beside those of the school. */
export function schoolOrder(
  orderBy: SchoolOrder | null | undefined,
  search: string | null | undefined,
): { order: OrderKey[]; column: RawBuilder<unknown> } {
  const { field, direction } =
    orderBy ?? (search ? { field: 'RELEVANCE', direction: 'DESC' } : { field: 'NAME', direction: 'ASC' });
  const descending = direction === 'DESC';
  if (field === 'RELEVANCE' && search) {
    return {
      order: [
        { property: 'relevance', type: 'float8', descending },
        { property: 'urn', type: 'text' },
      ],
      column: sql`, cast(word_similarity(${search.trim()}, s.name) as float8) as relevance`,
    };
  }
  const { column, ...key } = ORDERS[field === 'RELEVANCE' ? 'NAME' : field];
  const order = [{ ...key, descending: field === 'RELEVANCE' ? false : descending }];
  if (key.property !== 'urn') order.push({ property: 'urn', type: 'text', descending: false });
  return { order, column: sql.raw(column) };
}
