import type { Page } from '../kit/read/pages.ts';
import type { AreaRow, FrameworkRow, ReviewerRow, ReviewRow } from './entities.ts';
import type { Estimate, FindingKind } from './types.ts';

export type {
  EventReference as EventOf,
  SchoolReference as School,
  TrustReference as Trust,
  FeedReference as ChangeFeed,
} from '../kit/domain/references.ts';

export type Framework = FrameworkRow;
export type Review = ReviewRow;
export type Reviewer = ReviewerRow;
export type ReviewVisit = ReviewerRow & { urn: string };
export type Finding = { kind: FindingKind; text: string };
/** A heading of a report, with what it says. */
export type ReviewHeading = { code: string; title: string; estimate: Estimate | null; findings: Finding[] };
export type AreaOfExcellence = AreaRow;

export type ReviewPage = Page<ReviewRow>;
export type ReviewVisitPage = Page<ReviewVisit>;
export type AreaOfExcellencePage = Page<AreaRow>;

export type { AuditEntry, Receipt } from '../kit/write/submissions.ts';
export type AuditPage = Page<import('../kit/write/submissions.ts').AuditEntry>;
