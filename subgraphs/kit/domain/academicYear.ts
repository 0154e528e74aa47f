/**
 * Understands a day as `2019-03-14`.
 * @returns it; null for what is no day of the calendar, or none that PostgreSQL and ISO 8601 both have: year 0 is not
 */
export function parseDay(text: string): string | null {
  if (!/^\d{4}-\d\d-\d\d$/.test(text) || text.startsWith('0000')) return null;
  const day = new Date(`${text}T00:00:00Z`);
  // A day that its month does not have would come out as one of the next.
  return !Number.isNaN(day.getTime()) && day.toISOString().startsWith(text) ? text : null;
}

/** The day that it is, in Coordinated Universal Time. */
export const today = (): string => new Date().toISOString().slice(0, 10);

/** The academic year of a day, September to August: `2019-03-14` is in `2018/19`. */
export function academicYearOf(date: string): string {
  const year = Number(date.slice(0, 4));
  return academicYear(date.slice(5, 7) >= '09' ? year : year - 1);
}

/** The academic year that begins in September of a calendar year: `2018` gives `2018/19`. */
export function academicYear(start: number): string {
  return `${start}/${String((start + 1) % 100).padStart(2, '0')}`;
}

/** The calendar year in which an academic year begins: `2018/19` gives 2018. */
export function startOf(year: string): number {
  return Number(year.slice(0, 4));
}

/**
 * Understands `2018/19`, `2018-19`, `2018/2019`, `2018-2019` and `201819`.
 * @returns the year as `2018/19`; null if the text is none, or its two years do not follow each other
 */
export function parseAcademicYear(text: string): string | null {
  const match = /^(\d{4})[/-]?(\d{4}|\d{2})$/.exec(text.trim());
  if (!match) return null;
  const start = Number(match[1]);
  const end = Number(match[2]!.slice(-2));
  // Years are compared as texts, of four digits each; of the year 0 and of those after 9999 there are no dates.
  if (start < 1000 || start > 9998) return null;
  const century = match[2]!.length === 4 ? Number(match[2]!.slice(0, 2)) : Math.floor((start + 1) / 100);
  return century * 100 + end === start + 1 ? academicYear(start) : null;
}
