/** A school as the gateway refers to it: the URNs of its past come with it where a field needs them. */
export type SchoolReference = { urn: string; historyUrns?: string[] };
/** A trust as the gateway refers to it, with the URNs of its schools' past. */
export type TrustReference = { uid: string; historyUrns?: string[] };
/** A page of the feed of changes: its identifier says what it was asked with. */
export type FeedReference = { id: string };
/** An event of a collaboration history: `KIND:id of what it is about`. */
export type EventReference = { id: string };

/** The URNs whose records count: the school's own, and those of its predecessors if asked. */
export const urnsOf = ({ urn, historyUrns }: SchoolReference, includePredecessors = true): string[] =>
  includePredecessors && historyUrns ? historyUrns : [urn];

/** What an event is about: `ENROLMENT:E-1` is about `E-1`. */
export const subjectOf = ({ id }: EventReference): string => id.slice(id.indexOf(':') + 1);

/** A reference to the school under a URN, for the gateway to resolve at the register. */
export const schoolAt = (urn: string | null | undefined): SchoolReference | null => (urn ? { urn } : null);
