import { urnsOf } from '../kit/domain/references.ts';
import { fieldsOf, neededBelow, type MadeOf } from '../kit/subgraph.ts';
import type { Resolvers } from './resolverTypes.ts';
import type { OutcomeRow } from './entities.ts';
import { outcomeId, PARTS_OF_ID } from './identifier.ts';
import { JOINED } from './loaders.ts';
import { isZeroInEngland, reasonIn } from './measures.ts';

/** Differences and means are given to two decimals, as finely as the most precise measure is published. */
const rounded = (value: number) => Math.round(value * 100) / 100;
const difference = (a: number | null | undefined, b: number | null | undefined) =>
  a == null || b == null ? null : rounded(a - b);
const urnOf = ({ level, subject }: { level: string; subject: string }) => (level === 'SCHOOL' ? subject : null);

/** Why England's key stage 2 progress is 0. */
const ZERO_IN_ENGLAND = '0 by construction: progress is measured from the mean of pupils in England who began alike.';

/** The columns behind the fields of a result, those that are joined to it included. */
const MADE_OF = {
  always: ['academicYear', 'measureCode', 'pupilGroup', 'subject', 'source'],
  id: PARTS_OF_ID,
  urn: ['level'],
  measure: ['measureCode'],
  noValue: ['marker'],
  marker: ['marker', 'fileId'],
  confidenceInterval: ['lower', 'upper'],
  submitted: ['source'],
  source: ['fileId', 'submittedBy', ...JOINED.file],
  localAuthority: ['localAuthorityCode', 'value', ...JOINED.localAuthority],
  england: ['fileId', 'value', ...JOINED.england],
} as const satisfies MadeOf;

export const resolvers: Resolvers = {
  Query: {
    measure: (_, { code }, { measure }) => measure(code),
    measures: (_, args, { measures }) => measures(args),
    resultFiles: (_, args, { resultFiles }) => resultFiles(args),
    outcomeAudit: (_, args, { audit }) => audit(args),
  },

  Mutation: {
    submitOutcomes: (_, submission, { submitOutcomes }) => submitOutcomes(submission),
  },

  School: {
    outcomes: (school, { includePredecessors, ...args }, { schoolOutcomes }, info) =>
      schoolOutcomes(urnsOf(school, includePredecessors), args, neededBelow(info, MADE_OF)),
    disadvantageGap: (school, { measure: code, includePredecessors }, { measure, schoolGap }) =>
      measure(code) ? schoolGap(urnsOf(school, includePredecessors), code) : null,
    characteristics: async ({ urn }, { of }, { characteristics }) =>
      (await characteristics.load(urn)).filter(({ pupilsOf }) => !of || pupilsOf === of),
  },

  ChangeFeed: { outcomeChanges: ({ id }, _, { changes }) => changes(id) },

  Trust: {
    outcomes: ({ uid }, args, { trustOutcomes }, info) => trustOutcomes([uid], args, neededBelow(info, MADE_OF)),
    disadvantageGap: ({ uid }, { measure: code }, { measure, trustGap }) =>
      measure(code) ? trustGap(uid, code) : null,
  },

  Network: {
    outcomes: ({ memberUrns }, args, { networkOutcomes }) => networkOutcomes(memberUrns ?? [], args),
  },

  Measure: { __resolveReference: ({ code }, { measure }) => measure(code) },

  Outcome: fieldsOf<OutcomeRow, NonNullable<Resolvers['Outcome']>>()(MADE_OF, {
    __resolveReference: ({ id }, { outcome }) => outcome.load(id),
    id: outcomeId,
    urn: urnOf,
    measure: ({ measureCode }, _, { measure }) => measure(measureCode)!,
    noValue: ({ measureCode, academicYear, marker }) => reasonIn(measureCode, academicYear, marker),
    marker: ({ marker, fileId }) => (fileId == null ? null : marker),
    confidenceInterval: ({ lower, upper }) => (lower == null || upper == null ? null : { lower, upper }),
    submitted: ({ source }) => source === 'SUBMITTED',
    source: ({ title, file, fictional, submittedBy }) =>
      title == null || file == null || submittedBy != null ? null : { title, file, fictional: fictional === true },
    localAuthority: ({ value, measureCode, academicYear, laValue, laMarker, laPupils }) =>
      laValue == null && laMarker == null
        ? null
        : {
            value: laValue,
            noValue: reasonIn(measureCode, academicYear, laMarker),
            pupils: laPupils,
            difference: difference(value, laValue),
            note: null,
          },
    england: ({ value, measureCode, academicYear, pupilGroup, englandValue, englandMarker, englandPupils }) =>
      englandValue == null && englandMarker == null
        ? null
        : {
            value: englandValue,
            noValue: reasonIn(measureCode, academicYear, englandMarker),
            pupils: englandPupils,
            difference: difference(value, englandValue),
            note: englandValue === 0 && pupilGroup === 'ALL' && isZeroInEngland(measureCode) ? ZERO_IN_ENGLAND : null,
          },
  }),

  DisadvantageGap: {
    measure: ({ measureCode }, _, { measure }) => measure(measureCode)!,
    urn: urnOf,
    submitted: ({ source }) => source === 'SUBMITTED',
    disadvantagedNoValue: ({ measureCode, academicYear, disadvantagedMarker }) =>
      reasonIn(measureCode, academicYear, disadvantagedMarker),
    othersNoValue: ({ measureCode, academicYear, othersMarker }) => reasonIn(measureCode, academicYear, othersMarker),
    gap: ({ disadvantaged, others }) => difference(disadvantaged, others),
    localAuthorityGap: ({ localAuthorityGap }) => difference(localAuthorityGap, 0),
    englandGap: ({ englandGap }) => difference(englandGap, 0),
  },

  NetworkOutcome: {
    measure: ({ measureCode }, _, { measure }) => measure(measureCode)!,
    value: ({ value }) => (value == null ? null : rounded(value)),
    difference: ({ value, england }) => difference(value, england),
  },
};
