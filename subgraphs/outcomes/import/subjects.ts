import type { ImportSession, RowPlace } from '../../kit/import/kind.ts';
import type { Level } from '../entities.ts';
import { RECORD_TYPES } from './layouts.ts';
import { isUrn } from '../../kit/domain/urn.ts';
import { ENGLAND } from '../identifier.ts';

/** Rows that are written at a time. */
export const BATCH = 5_000;

/** Whose results a row holds. */
export interface Subject {
  level: Level;
  subject: string;
  localAuthorityCode: string | null;
}

/** England, and the England of the fictional demo network: made-up values are never compared with real ones. */
export const england = (fictional: boolean): string => (fictional ? ENGLAND.demo : ENGLAND.real);

/** The code of a local authority: three digits, the first no 0 or 1. */
export const AUTHORITY = /^[2-9]\d\d$/;

/** The URN of a row; null if it is none, and the row is rejected. */
export function urnOf(at: RowPlace, column = 'URN'): string | null {
  const urn = at.text(column).trim();
  if (isUrn(urn)) return urn;
  at.reject(column, urn, 'is not a URN: a URN is six digits');
  return null;
}

/** Whose row it is, by its record type, which differs by key stage. A row that says something else is rejected. */
export function subjectByRecordType(
  kind: 'ks2' | 'ks4',
  { file, header }: ImportSession,
): (at: RowPlace) => Subject | null {
  const types = RECORD_TYPES[kind];
  const hasAuthority = [...header].some((name) => name.toUpperCase() === 'LEA');
  const none = (at: RowPlace, column: string, value: string, reason: string) => {
    at.reject(column, value, reason);
    return null;
  };
  return (at) => {
    const type = at.text('RECTYPE').trim();
    const level = types.get(type);
    if (!level)
      return none(
        at,
        'RECTYPE',
        type,
        `is not a record type of key stage ${kind.at(-1)}: ${[...types].map(([code, name]) => `${code} ${name}`).join(', ')}`,
      );
    const code = at.text('LEA').trim();
    if (level === 'ENGLAND_ALL' || level === 'ENGLAND_STATE_FUNDED') {
      if (code !== '') return none(at, 'LEA', code, `stands in a row of England (record type ${type}), which has none`);
      return { level, subject: england(file.fictional), localAuthorityCode: null };
    }
    if (hasAuthority && !AUTHORITY.test(code))
      return none(at, 'LEA', code, 'is not the three-digit code of a local authority');
    const localAuthorityCode = code || null;
    if (level === 'LOCAL_AUTHORITY')
      return localAuthorityCode
        ? { level, subject: localAuthorityCode, localAuthorityCode }
        : none(at, 'LEA', code, 'is not the three-digit code of a local authority');
    const urn = urnOf(at);
    return urn === null ? null : { level, subject: urn, localAuthorityCode };
  };
}
