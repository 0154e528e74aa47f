import { parseDay } from '../domain/academicYear.ts';
import type { Caller } from '../caller.ts';
import type { Reject } from './submissions.ts';
import { isUrn } from '../domain/urn.ts';

/** That a row is about one of the caller's schools. */
export function checkOwn(caller: Caller, urn: string, index: number, reject: Reject): void {
  if (!isUrn(urn)) reject(index, 'urn', 'INVALID', `${JSON.stringify(urn)} is not a URN: a URN is six digits.`, urn);
  else if (!caller.owns(urn))
    reject(index, 'urn', 'OUT_OF_SCOPE', `The school ${urn} is not one of your trust's.`, urn);
}

/** That what is there is what the client has read. @returns whether it is */
export function checkVersion(
  expected: string | null | undefined,
  version: string | undefined,
  index: number,
  reject: Reject,
): boolean {
  if (expected == null || expected === (version ?? '0')) return true;
  reject(
    index,
    'expectedVersion',
    'VERSION_CONFLICT',
    version
      ? `It has version ${version} by now: read it again, and send what you want of it.`
      : 'There is nothing yet: it has version 0.',
    expected,
  );
  return false;
}

/** A day as people in schools write it: `14/03/2026`, day first. */
const DAY_FIRST = /^(\d{1,2})\/(\d{1,2})\/(\d{4})$/;

/** A day that a row names, as `2026-03-14` or `14/03/2026`. @returns it; null if it is none */
export function dayIn(text: string, index: number, field: string | readonly string[], reject: Reject): string | null {
  const [, day, month, year] = DAY_FIRST.exec(text.trim()) ?? [];
  const written = year === undefined ? text.trim() : `${year}-${month!.padStart(2, '0')}-${day!.padStart(2, '0')}`;
  const parsed = parseDay(written);
  if (parsed === null)
    reject(
      index,
      field,
      'INVALID',
      `${JSON.stringify(text)} is not a date: one is written "2026-03-14" or "14/03/2026".`,
      text,
    );
  return parsed;
}
