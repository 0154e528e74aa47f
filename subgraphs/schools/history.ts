import { pageOf, type OrderKey, type PageArgs } from '../kit/read/pages.ts';
import type { CollaborationEventKind, CollaborationWay } from './types.ts';
import type { MembershipRow } from './entities.ts';
import type {
  Collaborator,
  CollaboratorPage,
  Event,
  EventReference,
  HistoryPage,
  PartnerReference,
  Required,
} from './models.ts';

const NEWEST_FIRST: OrderKey[] = [
  { property: 'date', type: 'date', descending: true },
  { property: 'id', type: 'text', descending: true },
];

const MOST_FREQUENT_FIRST: OrderKey[] = [
  { property: 'times', type: 'int', descending: true },
  { property: 'lastDate', type: 'date', descending: true },
  { property: 'urn', type: 'text' },
];

export interface HistoryArgs extends PageArgs {
  kinds?: readonly CollaborationEventKind[] | null;
  from?: string | null;
  to?: string | null;
}

/** Which subgraphs handed over nothing, not even an empty list: they could not be asked. */
function missing(handedOver: Record<string, unknown>): string[] {
  return Object.keys(handedOver).filter((source) => handedOver[source] == null);
}

/** Joining and leaving, as events. */
function* membershipEvents(memberships: readonly MembershipRow[]): Generator<Event> {
  for (const membership of memberships) {
    const { id, kind, urn, joined, left } = membership;
    yield { id: `JOINED:${id}`, kind: `JOINED_${kind}`, date: joined, urn, membership };
    if (left) yield { id: `LEFT:${id}`, kind: `LEFT_${kind}`, date: left, urn, membership };
  }
}

function* referencedEvents(references: readonly EventReference[] | null | undefined): Generator<Event> {
  for (const [date, kind, id, urn] of references ?? [])
    yield { id: `${kind}:${id}`, kind: kind as CollaborationEventKind, date, urn: urn ?? null };
}

/**
 * One page of a collaboration history: what the other subgraphs hand over and the memberships, interleaved by date.
 * @param urns only events under these URNs, and those of the trust itself; all if left out
 */
export function collaborationHistory(
  { reviewEvents, programmeEvents }: Required,
  memberships: readonly MembershipRow[],
  args: HistoryArgs,
  urns?: ReadonlySet<string>,
): HistoryPage {
  const kinds = args.kinds && new Set(args.kinds);
  const events = new Map<string, Event>();
  for (const source of [
    referencedEvents(reviewEvents),
    referencedEvents(programmeEvents),
    membershipEvents(memberships),
  ]) {
    for (const event of source) {
      if (kinds && !kinds.has(event.kind)) continue;
      if (args.from && event.date < args.from) continue;
      if (args.to && event.date > args.to) continue;
      if (urns && event.urn && !urns.has(event.urn)) continue;
      events.set(event.id, event);
    }
  }
  const sorted = [...events.values()].sort((a, b) =>
    a.date === b.date ? (a.id < b.id ? 1 : -1) : a.date < b.date ? 1 : -1,
  );
  return Object.assign(pageOf(sorted, args, NEWEST_FIRST), {
    missingSources: missing({ reviews: reviewEvents, programmes: programmeEvents }),
  });
}

/**
 * One page of the schools that a school has worked with.
 * @param currentUrn the URN that another school has now; null for the school itself under an earlier URN
 */
export async function collaborators(
  { reviewPartners, programmePartners }: Required,
  currentUrn: (urns: string[]) => Promise<Map<string, string | null>>,
  args: PageArgs,
): Promise<CollaboratorPage> {
  const meetings: PartnerReference[] = [...(reviewPartners ?? []), ...(programmePartners ?? [])];
  const urns = await currentUrn([...new Set(meetings.map(([urn]) => urn))]);
  const bySchool = Map.groupBy(meetings, ([urn]) => urns.get(urn) ?? null);
  bySchool.delete(null);
  const all = [...bySchool].map(([urn, met]): Collaborator => {
    const dates = met.map(([, , date]) => date).sort();
    const ways = [...Map.groupBy(met, ([, way]) => way)].map(([way, times]) => ({
      way: way as CollaborationWay,
      times: times.length,
    }));
    ways.sort((a, b) => b.times - a.times || (a.way < b.way ? -1 : 1));
    return { urn: urn!, times: met.length, ways, firstDate: dates[0]!, lastDate: dates.at(-1)! };
  });
  all.sort(
    (a, b) =>
      b.times - a.times || (a.lastDate < b.lastDate ? 1 : a.lastDate > b.lastDate ? -1 : a.urn < b.urn ? -1 : 1),
  );
  return Object.assign(pageOf(all, args, MOST_FREQUENT_FIRST), {
    missingSources: missing({ reviews: reviewPartners, programmes: programmePartners }),
  });
}
