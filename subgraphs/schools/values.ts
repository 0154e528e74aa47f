import type { Gender as G, HubKind as H, Phase as P, Region as R, SchoolStatus as S, TrustType as T } from './types.ts';

/** The phases in the order of the ages. */
export const Phase: readonly P[] = [
  'NURSERY',
  'PRIMARY',
  'MIDDLE_DEEMED_PRIMARY',
  'MIDDLE_DEEMED_SECONDARY',
  'SECONDARY',
  'SIXTEEN_PLUS',
  'ALL_THROUGH',
  'NOT_APPLICABLE',
];

/** The register's words for phases. */
export const PHASE_NAMES: Record<string, P> = {
  Nursery: 'NURSERY',
  Primary: 'PRIMARY',
  'Middle deemed primary': 'MIDDLE_DEEMED_PRIMARY',
  Secondary: 'SECONDARY',
  'Middle deemed secondary': 'MIDDLE_DEEMED_SECONDARY',
  '16 plus': 'SIXTEEN_PLUS',
  'All-through': 'ALL_THROUGH',
  'Not applicable': 'NOT_APPLICABLE',
};

/** The register's words for the status of an establishment. */
export const STATUS_NAMES: Record<string, S> = {
  Open: 'OPEN',
  'Open, but proposed to close': 'OPEN_PROPOSED_TO_CLOSE',
  Closed: 'CLOSED',
  'Proposed to open': 'PROPOSED_TO_OPEN',
};

/** The register's words for who is admitted. */
export const GENDER_NAMES: Record<string, G> = { Boys: 'BOYS', Girls: 'GIRLS', Mixed: 'MIXED' };

/** The register's words for regions, and what it writes where there is none. */
export const REGION_NAMES: Record<string, R | null> = {
  'North East': 'NORTH_EAST',
  'North West': 'NORTH_WEST',
  'Yorkshire and the Humber': 'YORKSHIRE_AND_THE_HUMBER',
  'East Midlands': 'EAST_MIDLANDS',
  'West Midlands': 'WEST_MIDLANDS',
  'East of England': 'EAST_OF_ENGLAND',
  London: 'LONDON',
  'South East': 'SOUTH_EAST',
  'South West': 'SOUTH_WEST',
  'Wales (pseudo)': null,
  'Not Applicable': null,
  'Not applicable': null,
};

/** The register's words for academy trusts; other kinds of group are not trusts that run schools. */
export const TRUST_TYPE_NAMES: Record<string, T> = {
  'Multi-academy trust': 'MULTI_ACADEMY_TRUST',
  'Single-academy trust': 'SINGLE_ACADEMY_TRUST',
};

export const HUB_KIND_NAMES: Record<string, H> = { Local: 'LOCAL', Regional: 'REGIONAL', Virtual: 'VIRTUAL' };
