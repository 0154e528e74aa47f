import { academicYear } from '../../subgraphs/kit/domain/academicYear.ts';
import { addDays, Random } from './random.ts';
import { FIRST_YEAR, isMember, LAST_YEAR, person, schoolDay, urnOn, type DemoSchool, type DemoWorld } from './world.ts';

const THEMES: [theme: string, titles: string[]][] = [
  ['Early reading', ['Talk for writing', 'Phonics that no child misses', 'A reading spine from nursery to year 6']],
  ['Mathematics', ['Mastery in mixed-age classes', 'Fluency first', 'Problem solving for all']],
  ['Disadvantaged pupils', ['Every leader knows the gap', 'Tutoring that closes gaps', 'Attendance as a shared task']],
  ['SEND', ['Scaffolds in every lesson', 'The sensory curriculum', 'Communication-friendly classrooms']],
  ['Curriculum', ['A local history curriculum', 'Sequencing in science', 'Knowledge that is revisited']],
  ['Leadership development', ['Growing middle leaders', 'Coaching at every level', 'Subject networks across schools']],
  ['Behaviour and culture', ['Calm transitions', 'Pupil voice that changes things', 'Routines taught, not told']],
  ['EAL', ['New arrivals in the mainstream', 'Vocabulary across subjects', 'Home languages as a resource']],
];

const WENT_WELL: Record<string, string[]> = {
  any: [
    'Leaders at all levels know the school well and act on what they know.',
    'Pupils speak about their learning with precision and pride.',
    'Routines are shared by all staff, so that no time to learn is lost.',
    'Teachers check what pupils have understood before they move on.',
    'Professional development follows from what is seen in lessons.',
    'Pupils with additional needs take part in everything.',
    'The curriculum returns to what matters most until it is remembered.',
    'Disadvantaged pupils are known to every member of staff.',
  ],
};
const EVEN_BETTER = [
  'subject leaders visited other schools to see their subject taught.',
  'questions in lessons probed further once a first answer was given.',
  'the most able were stretched from the start of a lesson.',
  'support was withdrawn step by step as pupils grew more independent.',
  'the effect of interventions was looked at every half term.',
  'pupils edited their own work more often.',
  'governors met pupils as well as leaders.',
  'what works in one phase was shared with the next.',
];
const FRAMEWORK_HEADINGS: Record<string, string[]> = {
  QAR_2019: ['LEADERSHIP', 'PROVISION', 'DISADVANTAGED'],
  QAR_2011: ['OVERALL', 'OUTCOMES', 'TEACHING', 'DISADVANTAGED'],
  TPR: ['STRATEGY', 'IMPROVEMENT', 'PEOPLE'],
  SEND: ['LEADERSHIP', 'PROVISION'],
  MLQAR: ['SUBJECT', 'PROVISION'],
};
const ESTIMATES: Record<string, string[]> = {
  QAR_2019: ['LEADING', 'EFFECTIVE', 'EFFECTIVE', 'WORKING_TOWARDS_EFFECTIVE', 'INEFFECTIVE'],
  QAR_2011: ['OUTSTANDING', 'GOOD', 'GOOD', 'REQUIRES_IMPROVEMENT', 'INADEQUATE'],
};

type Columns = Record<string, string | number | null | undefined>;
type Row = string[];

/** Rows under a header, from objects by column. */
function table(header: string[], rows: Iterable<Columns>): Row[] {
  const lines = [header];
  for (const row of rows) lines.push(header.map((column) => String(row[column] ?? '')));
  return lines;
}

/** The share of schools that were reviewed in a partnership year, and how: remote or paused in the pandemic. */
function reviewing(year: number, date: string): { share: number; mode: (random: Random) => string } {
  if (year === 2019) return { share: date < '2020-03-16' ? 1 : 0, mode: () => 'ON_SITE' };
  if (year === 2020) return { share: 0.28, mode: () => 'REMOTE' };
  if (year === 2021) return { share: 0.85, mode: (random) => random.pick(['REMOTE', 'HYBRID', 'ON_SITE', 'ON_SITE']) };
  return { share: 1, mode: (random) => (year > 2021 && random.chance(0.03) ? 'HYBRID' : 'ON_SITE') };
}

const PHASES: Record<string, string> = {
  Primary: 'PRIMARY',
  Secondary: 'SECONDARY',
  'All-through': 'ALL_THROUGH',
  'Not applicable': 'NOT_APPLICABLE',
};

/** The file of reviews. */
export function reviewRows({ schools, trusts }: DemoWorld): Row[] {
  const rows: Columns[] = [];
  for (let year = FIRST_YEAR; year <= LAST_YEAR; year++) {
    const random = new Random(`reviews ${year}`);
    let number = 0;
    const members = schools.filter((school) => isMember(school, `${year}-11-01`));
    const byKind = {
      primary: members.filter(({ phase }) => phase === 'Primary'),
      other: members.filter(({ phase }) => phase !== 'Primary'),
    };

    const review = (
      kind: string,
      framework: string,
      host: Columns,
      date: string,
      mode: string,
      phase: string | null,
      near: DemoSchool[],
      hostSchool: DemoSchool | null,
    ) => {
      const id = `${kind}-${year}-${String(++number).padStart(4, '0')}`;
      rows.push({
        Record: 'REVIEW',
        'Review ID': id,
        Framework: framework,
        ...host,
        'Start date': date,
        'End date': addDays(date, mode === 'REMOTE' ? 1 : 2),
        Mode: mode,
        Phase: phase,
        Shared: new Random(`shared ${id}`).chance(0.4) ? 'YES' : 'NO',
      });
      for (const [index, from] of random
        .some(
          near.filter((school) => school !== hostSchool),
          random.whole(3, 4),
        )
        .entries()) {
        rows.push({
          Record: 'TEAM',
          'Review ID': id,
          ID: `${id}-${index + 1}`,
          Role: index ? 'REVIEWER' : 'LEAD_REVIEWER',
          Name: person(random),
          URN: urnOn(from, date),
        });
      }
      for (const heading of FRAMEWORK_HEADINGS[framework]!) {
        const estimates = ESTIMATES[framework];
        if (estimates) {
          const level = Math.round(
            Math.min(3.4, Math.max(0, random.normal(1.5 - (hostSchool?.strength ?? 0) * 0.6, 0.7))),
          );
          rows.push({ Record: 'HEADING', 'Review ID': id, Heading: heading, Estimate: estimates[level]! });
        }
        const [well, better] =
          framework === 'TPR' ? ['STRENGTH', 'AREA_FOR_DEVELOPMENT'] : ['WHAT_WENT_WELL', 'EVEN_BETTER_IF'];
        for (const text of random.some(WENT_WELL['any']!, random.whole(2, 3)))
          rows.push({ Record: 'FINDING', 'Review ID': id, Heading: heading, Finding: well, Text: text });
        for (const text of random.some(EVEN_BETTER, random.whole(1, 2)))
          rows.push({
            Record: 'FINDING',
            'Review ID': id,
            Heading: heading,
            Finding: better,
            Text: framework === 'TPR' ? `It is not yet the case that ${text}` : `… ${text}`,
          });
      }
      if (hostSchool && framework.startsWith('QAR') && random.chance(0.42)) {
        const [theme, titles] = random.pick(THEMES);
        const accredited = random.chance(0.72);
        const on = addDays(date, 2);
        rows.push({
          Record: 'AREA',
          'Review ID': id,
          ID: `AOE-${year}-${String(number).padStart(4, '0')}`,
          Title: random.pick(titles),
          Theme: theme,
          Status: accredited ? 'ACCREDITED' : 'NOT_ACCREDITED',
          Text: 'What it is, how it came about and what visitors can see of it.',
          'Accredited on': accredited ? on : '',
          'Valid until': accredited ? `${Number(on.slice(0, 4)) + 3}${on.slice(4).replace('02-29', '02-28')}` : '',
        });
      }
    };

    for (const host of members) {
      const date = schoolDay(random, year);
      const { share, mode } = reviewing(year, date);
      if (!random.chance(0.93 * share)) continue;
      review(
        'QAR',
        year < 2019 ? 'QAR_2011' : 'QAR_2019',
        { URN: urnOn(host, date) },
        date,
        mode(random),
        PHASES[host.phase]!,
        host.phase === 'Primary' ? byKind.primary : byKind.other,
        host,
      );
      if (year >= 2018 && share === 1 && random.chance(0.04)) {
        const again = schoolDay(random, year);
        const [kind, framework] = random.chance(0.5) ? ['SEND', 'SEND'] : ['ML', 'MLQAR'];
        if (reviewing(year, again).share === 1)
          review(
            kind,
            framework,
            { URN: urnOn(host, again) },
            again,
            'ON_SITE',
            PHASES[host.phase]!,
            byKind.other.length > 5 ? byKind.other : members,
            host,
          );
      }
    }
    if (year < 2017 || year === 2020) continue;
    for (const trust of random.some(
      trusts.filter(({ multi }) => multi),
      11,
    )) {
      const date = schoolDay(random, year);
      if (reviewing(year, date).share > 0.5)
        review(
          'TPR',
          'TPR',
          { 'Trust UID': trust.uid },
          date,
          'ON_SITE',
          null,
          members.filter((school) => school.trust !== trust),
          null,
        );
    }
  }
  return table(
    [
      'Record',
      'Review ID',
      'Framework',
      'URN',
      'Trust UID',
      'Start date',
      'End date',
      'Mode',
      'Phase',
      'ID',
      'Role',
      'Name',
      'Heading',
      'Estimate',
      'Finding',
      'Text',
      'Title',
      'Theme',
      'Status',
      'Accredited on',
      'Valid until',
      'Shared',
    ],
    rows,
  );
}

interface ProgrammePlan {
  code: string;
  name: string;
  kind: string;
  text: string;
  from: number;
  to: number;
  cohorts: number;
  size: [least: number, most: number];
  visits?: 'VISIT' | 'RESIDENCY';
  places?: string[];
}

const PROGRAMMES: ProgrammePlan[] = [
  {
    code: 'GTT',
    name: 'Growing the Top',
    kind: 'PEER_VISITS',
    text: 'Stand-out schools visit each other and ask what would make them better still.',
    from: 2013,
    to: 2025,
    cohorts: 2,
    size: [14, 22],
    visits: 'VISIT',
  },
  {
    code: 'LRP',
    name: 'Leadership Residency Programme',
    kind: 'RESIDENCY',
    text: 'A leader spends days in a host school, beside its leaders.',
    from: 2014,
    to: 2025,
    cohorts: 2,
    size: [14, 24],
    visits: 'RESIDENCY',
  },
  {
    code: 'LDD',
    name: 'Leadership Development Days',
    kind: 'LEADERSHIP_DEVELOPMENT',
    text: 'Leaders study a practice where it works.',
    from: 2015,
    to: 2025,
    cohorts: 2,
    size: [20, 36],
    visits: 'VISIT',
  },
  {
    code: 'EAL',
    name: 'EAL in the Mainstream Classroom',
    kind: 'TEACHING',
    text: 'Teaching pupils with English as an additional language in every lesson.',
    from: 2015,
    to: 2025,
    cohorts: 1,
    size: [12, 24],
  },
  {
    code: 'CTG',
    name: 'Challenge the Gap',
    kind: 'DISADVANTAGE',
    text: 'Two years of work on the attainment of disadvantaged pupils.',
    from: 2011,
    to: 2018,
    cohorts: 2,
    size: [16, 30],
  },
  {
    code: 'EFE',
    name: 'Excellence for Everyone',
    kind: 'DISADVANTAGE',
    text: 'Whole-school change for disadvantaged pupils.',
    from: 2019,
    to: 2025,
    cohorts: 1,
    size: [14, 26],
  },
  {
    code: 'GA',
    name: 'Getting Ahead',
    kind: 'LEADERSHIP_DEVELOPMENT',
    text: 'Preparing the heads of the future.',
    from: 2014,
    to: 2025,
    cohorts: 1,
    size: [12, 22],
  },
  {
    code: 'TLR',
    name: "Trust Leaders' Residential",
    kind: 'CONFERENCE',
    text: 'Leaders of trusts meet for two days.',
    from: 2017,
    to: 2025,
    cohorts: 1,
    size: [20, 40],
  },
  {
    code: 'CONF',
    name: 'National conference',
    kind: 'CONFERENCE',
    text: 'A day for everybody in the network.',
    from: 2012,
    to: 2025,
    cohorts: 1,
    size: [40, 90],
  },
  {
    code: 'PLACE',
    name: 'Place-based improvement',
    kind: 'PLACE_BASED',
    text: 'Targeted improvement with the schools of one place.',
    from: 2016,
    to: 2024,
    cohorts: 1,
    size: [8, 14],
    places: ['Tarneldale', 'Vespermarsh', 'Quillbeck'],
  },
];

/** The file of programmes. */
export function programmeRows({ schools }: DemoWorld): Row[] {
  const rows: Columns[] = PROGRAMMES.map(({ code, name, kind, text }) => ({
    Record: 'PROGRAMME',
    ID: code,
    Kind: kind,
    Name: name,
    Text: text,
  }));
  for (let year = FIRST_YEAR; year <= LAST_YEAR; year++) {
    const random = new Random(`programmes ${year}`);
    const members = schools.filter((school) => isMember(school, `${year}-10-01`));
    const counters = { enrolment: 0, visit: 0, practice: 0 };
    const pandemic = year === 2020;
    const id = (what: keyof typeof counters, prefix: string) =>
      `${prefix}-${year}-${String(++counters[what]).padStart(4, '0')}`;
    const visit = (kind: string, cohort: string, visitor: DemoSchool) => {
      const host = random.pick(members);
      if (host === visitor || pandemic) return;
      const date = schoolDay(random, year);
      if (date > '2020-03-16' && date < '2020-09-01') return;
      rows.push({
        Record: 'VISIT',
        ID: id('visit', 'VIS'),
        'Belongs to': cohort,
        Kind: kind,
        URN: urnOn(host, date),
        'Other URN': urnOn(visitor, date),
        Date: date,
        Number: kind === 'RESIDENCY' ? random.whole(3, 5) : 1,
        Mode: year === 2021 && random.chance(0.4) ? 'REMOTE' : 'ON_SITE',
        Text: random.pick(THEMES)[0],
      });
    };

    for (const { code, name, from, to, cohorts, size, visits, places } of PROGRAMMES) {
      if (year < from || year > to || (pandemic && code === 'TLR')) continue;
      for (let run = 1; run <= cohorts; run++) {
        const cohort = `${code}-${year}-${run}`;
        const starts = `${year}-10-0${random.whole(1, 9)}`;
        const ends = `${year + 1}-07-0${random.whole(1, 9)}`;
        const mode = pandemic ? 'REMOTE' : year === 2021 ? 'HYBRID' : 'ON_SITE';
        rows.push({
          Record: 'COHORT',
          ID: cohort,
          'Belongs to': code,
          Name: `${name} ${academicYear(year)}${cohorts > 1 ? `, cohort ${run}` : ''}`,
          'Academic year': academicYear(year),
          Date: starts,
          'End date': ends,
          Place: places ? places[year % places.length]! : '',
        });
        const taking = random.some(members, Math.min(members.length, random.whole(...size)));
        for (let session = 1; session <= (code === 'CONF' ? 1 : 3); session++) {
          const date = addDays(starts, session * 55);
          rows.push({
            Record: 'SESSION',
            ID: `${cohort}-${session}`,
            'Belongs to': cohort,
            Name: session === 1 ? 'Opening day' : session === 3 ? 'What we learnt' : 'Practice in between',
            Date: date,
            Mode: mode,
            URN: mode === 'ON_SITE' && taking[0] ? urnOn(taking[0], date) : '',
          });
        }
        for (const [index, school] of taking.entries()) {
          const enrolled = addDays(starts, -random.whole(5, 60));
          const running = year === LAST_YEAR;
          const status = random.chance(0.06) ? 'WITHDRAWN' : running && random.chance(0.3) ? 'ENROLLED' : 'COMPLETED';
          rows.push({
            Record: 'ENROLMENT',
            ID: id('enrolment', 'ENR'),
            'Belongs to': cohort,
            URN: urnOn(school, starts),
            Role: index === 0 ? 'HOST' : index === 1 && random.chance(0.5) ? 'FACILITATOR' : 'PARTICIPANT',
            Status: status,
            Number: random.whole(1, 6),
            Date: enrolled,
            'End date': status === 'COMPLETED' ? ends : '',
          });
          if (visits && random.chance(visits === 'RESIDENCY' ? 0.9 : 0.6)) visit(visits, cohort, school);
        }
      }
    }
    for (const school of members) {
      if (!random.chance(0.16)) continue;
      const date = schoolDay(random, year);
      const [theme, titles] = random.pick(THEMES);
      const channel = random.pick([
        'SCHOOL_SUPPORT_DIRECTORY',
        'LEADING_PRACTICE_DIRECTORY',
        'LEADING_PRACTICE_DIRECTORY',
        'CONFERENCE',
        pandemic ? 'ONLINE' : 'OPEN_DAY',
      ]);
      const recipient = channel === 'SCHOOL_SUPPORT_DIRECTORY' ? random.pick(members) : null;
      rows.push({
        Record: 'PRACTICE',
        ID: id('practice', 'PRA'),
        Kind: channel,
        Name: random.pick(titles),
        Date: date,
        URN: urnOn(school, date),
        'Other URN': recipient && recipient !== school ? urnOn(recipient, date) : '',
        Theme: theme,
      });
    }
  }
  return table(
    [
      'Record',
      'ID',
      'Belongs to',
      'Kind',
      'Name',
      'Academic year',
      'Date',
      'End date',
      'Mode',
      'URN',
      'Other URN',
      'Role',
      'Status',
      'Number',
      'Theme',
      'Place',
      'Text',
      'URL',
    ],
    rows,
  );
}
