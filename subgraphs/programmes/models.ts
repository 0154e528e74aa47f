import type { Page } from '../kit/read/pages.ts';
import type { CohortRow, EnrolmentRow, PracticeRow, ProgrammeRow, SessionRow, VisitRow } from './entities.ts';

export type {
  EventReference as EventOf,
  SchoolReference as School,
  TrustReference as Trust,
  FeedReference as ChangeFeed,
} from '../kit/domain/references.ts';

export type Programme = ProgrammeRow;
export type Cohort = CohortRow;
export type Session = SessionRow;
export type Enrolment = EnrolmentRow;
export type Visit = VisitRow;
export type PracticeShared = PracticeRow;

export type ProgrammePage = Page<ProgrammeRow>;
export type CohortPage = Page<CohortRow>;
export type EnrolmentPage = Page<EnrolmentRow>;
export type VisitPage = Page<VisitRow>;
export type PracticeSharedPage = Page<PracticeRow>;

export type { AuditEntry, Receipt } from '../kit/write/submissions.ts';
export type AuditPage = Page<import('../kit/write/submissions.ts').AuditEntry>;
