import type { Page } from '../kit/connection.ts';
import type { AreaRow, FindingRow, FrameworkRow, ReportHeading, ReviewerRow, ReviewRow } from './entities.ts';

export type { EventReference as EventOf, SchoolReference as School, TrustReference as Trust } from '../kit/references.ts';

export type Framework = FrameworkRow;
export type Review = ReviewRow;
export type Reviewer = ReviewerRow;
export type ReviewVisit = ReviewerRow & { urn: string };
export type ReviewHeading = ReportHeading;
export type Finding = FindingRow;
export type AreaOfExcellence = AreaRow;

export type ReviewPage = Page<ReviewRow>;
export type ReviewVisitPage = Page<ReviewVisit>;
export type AreaOfExcellencePage = Page<AreaRow>;
