/** Why there is no value, as the schema of outcomes has it. */
type Reason =
  | 'SUPPRESSED'
  | 'NO_ENTRIES'
  | 'NOT_PUBLISHED'
  | 'LOW_COVERAGE'
  | 'NOT_APPLICABLE'
  | 'NEW_SCHOOL'
  | 'OTHER'
  | 'BLANK';

/** What markers mean: those of the performance tables, and the lower-case ones of statistics since 2024. */
const REASONS = new Map<string, Reason>([
  ['SUPP', 'SUPPRESSED'],
  ['SUPPMAT', 'SUPPRESSED'],
  ['C', 'SUPPRESSED'],
  ['NE', 'NO_ENTRIES'],
  ['NP', 'NOT_PUBLISHED'],
  ['LOWCOV', 'LOW_COVERAGE'],
  ['NA', 'NOT_APPLICABLE'],
  ['Z', 'NOT_APPLICABLE'],
  ['NEW', 'NEW_SCHOOL'],
  // Not available; rounds to nothing; not reliable.
  ['X', 'OTHER'],
  ['LOW', 'OTHER'],
  ['U', 'OTHER'],
  ['', 'BLANK'],
]);

/** What a marker says; null where there is none. */
export const reasonOf = (marker: string | null | undefined): Reason | null =>
  marker == null ? null : (REASONS.get(marker.toUpperCase()) ?? 'OTHER');

/** What a marker says that somebody wrote into a sheet, as `SUPP`, `c`, `[z]` or `N/A`; null if it is none. */
export const reasonWritten = (text: string): Reason | null =>
  text.length > 12 ? null : (REASONS.get(text.toUpperCase().replaceAll(/[[\]/\s]/g, '') || '-') ?? null);
