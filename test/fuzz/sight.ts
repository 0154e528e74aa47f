import type { Client } from 'pg';
import type { FuzzCaller } from './requests.ts';

/** Things that an answer has told somebody. */
interface Told {
  kind: 'outcome' | 'report' | 'name in a team' | 'name of a visit' | 'area' | 'programmes' | 'reviews' | 'membership';
  id: string;
  /** Number of the request. */
  request: number;
}

/** A row that somebody was told who may not see it. */
export interface OutOfScope extends Told {
  caller: string;
}

/**
 * Looks through answers for rows that are not for everyone, and asks the tables whether they are for who got them. The
 * rules are written anew from what README says of who may see what, and share nothing with the product's code.
 */
export class Sight {
  private readonly told = new Map<FuzzCaller, Map<string, Told>>();
  /** How many things were looked at. */
  seen = 0;

  look(caller: FuzzCaller, answer: unknown, request: number): void {
    if (caller.staff) return;
    const open: unknown[] = [answer];
    for (let value = open.pop(); value !== undefined; value = open.pop()) {
      if (typeof value !== 'object' || value === null) continue;
      if (!Array.isArray(value)) this.lookAt(caller, value as Record<string, unknown>, request);
      for (const each of Object.values(value)) if (typeof each === 'object' && each !== null) open.push(each);
    }
  }

  private lookAt(caller: FuzzCaller, object: Record<string, unknown>, request: number): void {
    const tell = (kind: Told['kind'], id: unknown) => {
      if (typeof id !== 'string') return;
      this.seen++;
      let told = this.told.get(caller);
      if (!told) this.told.set(caller, (told = new Map()));
      if (!told.has(`${kind} ${id}`)) told.set(`${kind} ${id}`, { kind, id, request });
    };
    tell('outcome', object['fz_outcome']);
    tell('area', object['fz_area']);
    tell('programmes', object['fz_enrolment'] ?? object['fz_programme_visit']);
    tell('membership', object['fz_membership']);
    tell('reviews', object['fz_review'] ?? object['fz_visit'] ?? object['fz_area']);
    if (object['fz_name'] != null) tell('name of a visit', object['fz_visit']);
    if (object['fz_headings'] != null) tell('report', object['fz_review']);
    const team = (object['fz_team'] ?? []) as ({ name?: unknown } | null)[];
    if (team.some((member) => member?.name != null)) tell('name in a team', object['fz_review']);
  }

  /** What was told to whom it is not for, by what stands in the tables. */
  async outOfScope(client: Client): Promise<OutOfScope[]> {
    const found: OutOfScope[] = [];
    for (const [caller, told] of this.told) {
      const own = caller.trust === null ? new Set<string>() : await schoolsOf(client, caller.trust);
      const all = [...told.values()];
      const of = (kind: Told['kind']) => all.filter((each) => each.kind === kind);
      const lacks = (scope: string) => !caller.scopes.includes(scope);
      const hidden = [
        ...(lacks('reviews:read') ? of('reviews') : []),
        ...(lacks('programmes:read') ? of('programmes') : []),
        ...(caller.token === null ? of('membership') : []),
        ...(await hiddenOutcomes(client, of('outcome'), caller, own)),
        ...(await hiddenReports(client, of('report'), caller, own, true)),
        ...(await hiddenReports(client, of('name in a team'), caller, own, false)),
        ...(await hiddenNames(client, of('name of a visit'), caller, own)),
        ...(await hiddenAreas(client, of('area'), own)),
      ];
      found.push(...hidden.map((each) => ({ ...each, caller: caller.name })));
    }
    return found;
  }
}

/** URNs of a trust's schools of today, and of what they were before. */
async function schoolsOf(client: Client, trust: string): Promise<Set<string>> {
  const { rows } = await client.query<{ urn: string }>(
    `with recursive own as (
       select urn from schools.trust_membership where trust_uid = $1 and "left" is null
       union
       select a.ancestor from schools.ancestor a join own using (urn))
     select urn from own`,
    [trust],
  );
  return new Set(rows.map(({ urn }) => urn));
}

async function hiddenOutcomes(client: Client, told: Told[], { trust }: FuzzCaller, own: Set<string>): Promise<Told[]> {
  interface Row {
    id: string;
    level: string;
    subject: string;
    status: string;
    submitted_by: string | null;
  }
  const { rows } = await client.query<Row>(
    `select concat_ws(':', level, subject, academic_year, measure_code, pupil_group, case source when 'SUBMITTED' then source end) as id,
       level, subject, status, submitted_by from outcomes.result
     where status = 'PROVISIONAL' or submitted_by is not null`,
  );
  const guarded = new Map(rows.map((row) => [row.id, row]));
  return told.filter(({ id }) => {
    const row = guarded.get(id);
    if (!row) return false;
    const isOwn = (row.level === 'SCHOOL' && own.has(row.subject)) || (row.level === 'TRUST' && row.subject === trust);
    if (row.submitted_by === null) return !isOwn && !row.level.startsWith('ENGLAND') && row.level !== 'LOCAL_AUTHORITY';
    return !(row.submitted_by === trust || (row.submitted_by === 'staff' && isOwn));
  });
}

async function hiddenReports(
  client: Client,
  told: Told[],
  { trust }: FuzzCaller,
  own: Set<string>,
  ifShared: boolean,
): Promise<Told[]> {
  const { rows } = await client.query<{ id: string; urn: string | null; trust_uid: string | null; shared: boolean }>(
    'select id, urn, trust_uid, shared from reviews.review where id = any($1)',
    [told.map(({ id }) => id)],
  );
  const open = rows.filter(
    (row) => (ifShared && row.shared) || own.has(row.urn ?? '') || (trust !== null && row.trust_uid === trust),
  );
  const ids = new Set(open.map(({ id }) => id));
  return told.filter(({ id }) => !ids.has(id));
}

async function hiddenNames(client: Client, told: Told[], { trust }: FuzzCaller, own: Set<string>): Promise<Told[]> {
  const { rows } = await client.query<{ id: string; urn: string | null; trust_uid: string | null }>(
    'select v.id, r.urn, r.trust_uid from reviews.reviewer v join reviews.review r on r.id = v.review_id where v.id = any($1)',
    [told.map(({ id }) => id)],
  );
  const ids = new Set(
    rows.filter((row) => own.has(row.urn ?? '') || (trust !== null && row.trust_uid === trust)).map(({ id }) => id),
  );
  return told.filter(({ id }) => !ids.has(id));
}

async function hiddenAreas(client: Client, told: Told[], own: Set<string>): Promise<Told[]> {
  const { rows } = await client.query<{ id: string; urn: string }>(
    "select id, urn from reviews.area_of_excellence where status <> 'ACCREDITED' and id = any($1)",
    [told.map(({ id }) => id)],
  );
  const ids = new Set(rows.filter(({ urn }) => !own.has(urn)).map(({ id }) => id));
  return told.filter(({ id }) => ids.has(id));
}
