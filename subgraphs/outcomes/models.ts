import type { Page } from '../kit/read/pages.ts';
import type { MeasureRow, OutcomeRow, ResultFileRow, SchoolCharacteristicsRow, Source } from './entities.ts';
import type { PupilGroup } from './types.ts';

export type {
  SchoolReference as School,
  TrustReference as Trust,
  FeedReference as ChangeFeed,
} from '../kit/domain/references.ts';
/** The network on a day, with the URNs of its members and of their predecessors. */
export type Network = { asOf: string; memberUrns?: string[] };

export type Measure = MeasureRow;
export type Outcome = OutcomeRow;
export type ResultFile = ResultFileRow;
export type SchoolCharacteristics = SchoolCharacteristicsRow;

export interface DisadvantageGap {
  subject: string;
  level: 'SCHOOL' | 'TRUST';
  academicYear: string;
  measureCode: string;
  source: Source;
  disadvantaged: number | null;
  disadvantagedMarker: string | null;
  others: number | null;
  othersMarker: string | null;
  gapToNationalOthers: number | null;
  localAuthorityGap: number | null;
  englandGap: number | null;
}

export interface NetworkOutcome {
  academicYear: string;
  measureCode: string;
  pupilGroup: PupilGroup;
  value: number | null;
  schools: number;
  pupils: number;
  england: number | null;
}

export type OutcomePage = Page<OutcomeRow>;
export type MeasurePage = Page<MeasureRow>;

export type { AuditEntry, Receipt } from '../kit/write/submissions.ts';
export type AuditPage = Page<import('../kit/write/submissions.ts').AuditEntry>;
