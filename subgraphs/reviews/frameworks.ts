import type { FrameworkRow } from './entities.ts';

/** The frameworks that reviews have followed; the database is brought in line with this list at start. */
export const FRAMEWORKS: FrameworkRow[] = [
  {
    code: 'QAR_2019',
    name: 'Quality Assurance Review, since 2019',
    kind: 'QA_REVIEW',
    from: '2019-09-01',
    to: null,
    headings: [
      { code: 'LEADERSHIP', title: 'Leadership at all levels' },
      { code: 'PROVISION', title: 'The quality of provision and outcomes' },
      {
        code: 'DISADVANTAGED',
        title: 'The quality of provision and outcomes for disadvantaged pupils and pupils with additional needs',
      },
    ],
    estimates: ['LEADING', 'EFFECTIVE', 'WORKING_TOWARDS_EFFECTIVE', 'INEFFECTIVE'],
  },
  {
    code: 'QAR_2011',
    name: 'Quality Assurance Review, 2011 to 2019',
    kind: 'QA_REVIEW',
    from: '2011-09-01',
    to: '2019-08-31',
    headings: [
      { code: 'OVERALL', title: 'School improvement strategies' },
      { code: 'OUTCOMES', title: 'Outcomes for pupils' },
      { code: 'TEACHING', title: 'Quality of teaching, learning and assessment' },
      { code: 'DISADVANTAGED', title: 'Quality of provision for disadvantaged pupils' },
    ],
    estimates: ['OUTSTANDING', 'GOOD', 'REQUIRES_IMPROVEMENT', 'INADEQUATE'],
  },
  {
    code: 'TPR',
    name: 'Trust Peer Review',
    kind: 'TRUST_PEER_REVIEW',
    from: '2017-09-01',
    to: null,
    headings: [
      { code: 'STRATEGY', title: 'Vision, strategy and governance of the trust' },
      { code: 'IMPROVEMENT', title: 'School improvement across the trust' },
      { code: 'PEOPLE', title: 'People and development' },
    ],
    estimates: [],
  },
  {
    code: 'SEND',
    name: 'Review of provision for special educational needs and disabilities',
    kind: 'SEND_REVIEW',
    from: '2016-09-01',
    to: null,
    headings: [
      { code: 'LEADERSHIP', title: 'Leadership of the provision' },
      { code: 'PROVISION', title: 'Provision and outcomes for pupils with additional needs' },
    ],
    estimates: [],
  },
  {
    code: 'MLQAR',
    name: 'Middle Leadership Quality Assurance Review',
    kind: 'MIDDLE_LEADERSHIP_REVIEW',
    from: '2018-09-01',
    to: null,
    headings: [
      { code: 'SUBJECT', title: 'Leadership of a subject or phase' },
      { code: 'PROVISION', title: 'The quality of provision and outcomes in it' },
    ],
    estimates: [],
  },
];
