import type { Page } from '../kit/read/pages.ts';
import type { ChangeReference } from '../kit/feed/feed.ts';
import type { ChangeType, CollaborationEventKind, CollaborationWay } from './types.ts';
import type {
  HubRow,
  LinkRow,
  LocalAuthorityRow,
  MembershipRow,
  RollReportRow,
  SchoolRow,
  TrustMembershipRow,
  TrustRow,
} from './entities.ts';

/** `[date, kind, id, urn]` of an event that another subgraph holds. */
export type EventReference = [date: string, kind: string, id: string, urn?: string | null];
/** `[urn, way, date]` of a meeting with another school. */
export type PartnerReference = [urn: string, way: string, date: string];

/** What other subgraphs hand over for `@requires`; null or absent while one cannot be asked. */
export interface Required {
  reviewEvents?: EventReference[] | null;
  programmeEvents?: EventReference[] | null;
  reviewPartners?: PartnerReference[] | null;
  programmePartners?: PartnerReference[] | null;
}

export type School = SchoolRow & Required;
export type Trust = TrustRow & Required;
export type LocalAuthority = LocalAuthorityRow;
export type TrustMembership = TrustMembershipRow;
export type Hub = HubRow;
export type Membership = MembershipRow;
export type SchoolLink = LinkRow;
export type Address = Pick<SchoolRow, 'street' | 'locality' | 'town' | 'county' | 'postcode'>;
export type Location = { easting: number; northing: number; latitude: number; longitude: number };
export type AgeRange = { from: number; to: number };

export interface Count {
  schools: number;
  pupils: number;
}

export interface Network extends Count {
  asOf: string;
  trusts: number;
  hubs: number;
  byPhase: (Count & { phase: SchoolRow['phase'] })[];
  byRegion: (Count & { region: SchoolRow['region'] })[];
}

/** An event of a collaboration history; what it is about stays with the subgraph that owns it. */
export interface Event {
  id: string;
  kind: CollaborationEventKind;
  date: string;
  urn: string | null;
  membership?: MembershipRow;
}

export interface Collaborator {
  urn: string;
  times: number;
  ways: { way: CollaborationWay; times: number }[];
  firstDate: string;
  lastDate: string;
}

/** A page of the feed of changes, with what the other subgraphs say. */
export interface ChangeFeed {
  id: string;
  reviewChanges?: ChangeReference[] | null;
  programmeChanges?: ChangeReference[] | null;
  outcomeChanges?: ChangeReference[] | null;
}
export type Change = { type: ChangeType; id: string; deleted: boolean };
/** Something that another subgraph holds. */
export type Reference = { id: string };
export type Changed = { __typename: 'School' | 'Trust' | 'Membership' | 'Review' | 'Enrolment' | 'Outcome' };

export type SchoolPage = Page<SchoolRow>;
export type TrustPage = Page<TrustRow>;
export type HubPage = Page<HubRow>;
export type HistoryPage = Page<Event> & { missingSources: string[] };
export type CollaboratorPage = Page<Collaborator> & { missingSources: string[] };

export type { AuditEntry, Receipt } from '../kit/write/submissions.ts';
export type AuditPage = Page<import('../kit/write/submissions.ts').AuditEntry>;
export type RollReport = RollReportRow;
