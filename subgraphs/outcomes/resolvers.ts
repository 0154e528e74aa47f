import { urnsOf } from '../kit/references.ts';
import type { Resolvers } from './generated.ts';
import { outcomeId } from './loaders.ts';
import { reasonOf } from './measures.ts';

/** Differences and means are given to two decimals, as finely as the most precise measure is published. */
const rounded = (value: number) => Math.round(value * 100) / 100;
const difference = (a: number | null | undefined, b: number | null | undefined) => (a == null || b == null ? null : rounded(a - b));
const urnOf = ({ level, subject }: { level: string; subject: string }) => (level === 'SCHOOL' ? subject : null);

export const resolvers: Resolvers = {
  Query: {
    measure: (_, { code }, { measure }) => measure.load(code),
    measures: (_, args, { measures }) => measures(args),
  },

  School: {
    outcomes: (school, { includePredecessors, ...args }, { schoolOutcomes }) => schoolOutcomes(urnsOf(school, includePredecessors), args),
    disadvantageGap: async (school, { measure: code, includePredecessors }, { measure, schoolGap }) =>
      (await measure.load(code)) ? schoolGap(urnsOf(school, includePredecessors), code) : null,
  },

  Trust: {
    outcomes: ({ uid }, args, { trustOutcomes }) => trustOutcomes([uid], args),
    disadvantageGap: async ({ uid }, { measure: code }, { measure, trustGap }) => ((await measure.load(code)) ? trustGap(uid, code) : null),
  },

  Network: {
    outcomes: ({ memberUrns }, args, { networkOutcomes }) => networkOutcomes(memberUrns ?? [], args),
  },

  Measure: { __resolveReference: ({ code }, { measure }) => measure.load(code) },

  Outcome: {
    __resolveReference: ({ id }, { outcome }) => outcome.load(id),
    id: outcomeId,
    urn: urnOf,
    measure: async ({ measureCode }, _, { measure }) => (await measure.load(measureCode))!,
    noValue: ({ marker }) => reasonOf(marker),
    marker: ({ marker, fileId }) => (fileId == null ? null : marker),
    confidenceInterval: ({ lower, upper }) => (lower == null || upper == null ? null : { lower, upper }),
    source: ({ title, file, fictional }) => (title == null || file == null ? null : { title, file, fictional: fictional === true }),
    localAuthority: ({ value, laValue, laMarker, laPupils }) =>
      laValue == null && laMarker == null ? null : { value: laValue, noValue: reasonOf(laMarker), pupils: laPupils, difference: difference(value, laValue) },
    england: ({ value, englandValue, englandMarker, englandPupils }) =>
      englandValue == null && englandMarker == null ? null : { value: englandValue, noValue: reasonOf(englandMarker), pupils: englandPupils, difference: difference(value, englandValue) },
  },

  DisadvantageGap: {
    measure: async ({ measureCode }, _, { measure }) => (await measure.load(measureCode))!,
    urn: urnOf,
    disadvantagedNoValue: ({ disadvantagedMarker }) => reasonOf(disadvantagedMarker),
    othersNoValue: ({ othersMarker }) => reasonOf(othersMarker),
    gap: ({ disadvantaged, others }) => difference(disadvantaged, others),
    localAuthorityGap: ({ localAuthorityGap }) => difference(localAuthorityGap, 0),
    englandGap: ({ englandGap }) => difference(englandGap, 0),
  },

  NetworkOutcome: {
    measure: async ({ measureCode }, _, { measure }) => (await measure.load(measureCode))!,
    value: ({ value }) => (value == null ? null : rounded(value)),
    difference: ({ value, england }) => difference(value, england),
  },
};
