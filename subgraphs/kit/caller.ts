import { createHash } from 'node:crypto';
import { sql, type RawBuilder } from 'kysely';
import { boundedCache, bytesOf, shortKey } from './read/boundedCache.ts';

/** What a token may allow its bearer. */
export const SCOPES = [
  'register:read',
  'reviews:read',
  'programmes:read',
  'outcomes:read',
  'outcomes:write',
  'roll:write',
  'programmes:write',
  'reviews:write',
  'network:admin',
] as const;
export type Scope = (typeof SCOPES)[number];

/** What is open: the scopes that everyone has, with a token or without. To open more, add it here. */
export const OPEN_TO_ALL: readonly Scope[] = ['register:read', 'outcomes:read'];

/** Under which name what staff submit is kept, where a trust's has its UID. */
export const BY_STAFF = 'staff';

/** What `@policy` asks of a caller, by the names that the schema uses. */
export const POLICIES: ReadonlyMap<string, (caller: Caller) => boolean> = new Map([
  ['acts_for_schools', ({ staff, trust }: Caller) => staff || trust !== null],
  ['staff', ({ staff }: Caller) => staff],
]);

/** Who asks, as a token or key says it. */
export interface Claims {
  /** The client, as its issuer names it; null for somebody who has not said who they are. */
  client: string | null;
  /** Who says so: the issuer of the token, or `key:` and the API key's identifier. Names are unique with each only. */
  issuedBy?: string | null;
  /** GIAS group UID of the trust that it belongs to. */
  trust?: string | null;
  scopes: readonly string[];
  /** URNs of the schools that the trust runs today and of their predecessors; null where they could not be asked. */
  urns?: readonly string[] | null;
  /** Address that the request came from. */
  from?: string | null;
}

/** Who asks, and what they may see and do. */
export class Caller {
  readonly client: string | null;
  readonly issuedBy: string | null;
  readonly trust: string | null;
  readonly scopes: ReadonlySet<string>;
  readonly urns: ReadonlySet<string> | null;
  readonly from: string | null;
  /** Staff of the charity see every row. */
  readonly staff: boolean;
  private name: string | undefined;
  private all: string | undefined;

  constructor({ client, issuedBy, trust, scopes, urns, from }: Claims) {
    this.client = client;
    this.issuedBy = issuedBy ?? null;
    this.trust = trust ?? null;
    this.scopes = new Set([...OPEN_TO_ALL, ...scopes]);
    this.urns = urns === null ? null : new Set(urns);
    this.from = from ?? null;
    this.staff = client !== null && this.scopes.has('network:admin');
  }

  may(scope: Scope): boolean {
    return this.scopes.has(scope);
  }

  /** Whether a school under this URN, or this trust, is the caller's own. Staff act for all. */
  owns(urn: string | null | undefined, trustUid?: string | null): boolean {
    return (
      this.staff || (urn != null && (this.urns?.has(urn) ?? false)) || (trustUid != null && trustUid === this.trust)
    );
  }

  /** The same in SQL, of the columns that hold a school's URN and a trust's UID. */
  ownsRow(urn: RawBuilder<unknown>, trustUid?: RawBuilder<unknown>): RawBuilder<unknown> {
    if (this.staff) return sql`true`;
    const own: RawBuilder<unknown>[] = [];
    if (this.urns?.size) own.push(sql`coalesce(${urn} = any(${[...this.urns]}), false)`);
    if (trustUid && this.trust !== null) own.push(sql`coalesce(${trustUid} = ${this.trust}, false)`);
    return own.length ? sql`(${sql.join(own, sql` or `)})` : sql`false`;
  }

  /**
   * Stands for the client itself, for whatever is counted or kept for each: two of the same name are different ones if
   * somebody else says so, or if they act for different trusts.
   */
  get identity(): string {
    return JSON.stringify([this.issuedBy, this.client, this.trust]);
  }

  /** Stands for all that the caller may have: rows and fields. */
  get rights(): string {
    return (this.all ??= `${this.rowScope} ${this.client !== null} ${[...this.scopes].sort().join(' ')}`);
  }

  /** Stands for the rows that the caller may see: rows that are kept for one are not given to another. */
  /** Under whose name what it submits is kept: its trust's, or the staff's. */
  get submitter(): string {
    return this.trust ?? BY_STAFF;
  }

  get rowScope(): string {
    return (this.name ??= this.nameOfSight());
  }

  private nameOfSight(): string {
    if (this.staff) return 'staff';
    if (this.client === null) return 'nobody';
    if (this.trust === null) return 'clients';
    const urns = [...(this.urns ?? [])].sort().join();
    return `trust ${this.trust} ${createHash('sha256').update(urns).digest('base64url')}`;
  }
}

/** Most callers that are remembered. */
const MOST_CALLERS = 2_000;
/** About what is made for a caller beside that, in bytes: a set of loaders for each subgraph. */
const CALLER_BYTES = 20_000;

/** Makes callers: the same one for the same claims, so that what is made for a caller serves their next request, too. */
export function sameCallers(): (claims: Claims) => Caller {
  const known = boundedCache<Caller>('callers', {
    max: MOST_CALLERS,
    sizeOf: ({ scopes, urns }) => CALLER_BYTES + bytesOf(scopes) + bytesOf(urns),
  });
  const texts = new WeakMap<readonly string[], string>();
  const textOf = (list: readonly string[] | null | undefined) => {
    if (!list) return String(list);
    let text = texts.get(list);
    if (text === undefined) texts.set(list, (text = JSON.stringify(list)));
    return text;
  };
  return (claims) => {
    const { client, issuedBy, trust, scopes, urns, from } = claims;
    const key = shortKey(JSON.stringify([client, issuedBy, trust, from, textOf(scopes), textOf(urns)]));
    let caller = known.get(key);
    if (!caller) known.set(key, (caller = new Caller(claims)));
    return caller;
  };
}

/** Somebody who has not said who they are. */
export const NOBODY = new Caller({ client: null, scopes: [] });
