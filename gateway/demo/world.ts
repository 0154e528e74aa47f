import { addDays, Random } from './random.ts';

// A network that does not exist: invented places, URNs from 900000 up, identifiers that nobody has.

export const FIRST_YEAR = 2011;
export const LAST_YEAR = 2025;
const SCHOOLS = 550;
const TRUSTS = 104;
const HUBS = 54;
const LEAVERS = 40;

export type DemoPhase = 'Primary' | 'Secondary' | 'All-through' | 'Not applicable';

/** One establishment on the register. */
export interface Establishment {
  urn: string;
  name: string;
  type: string;
  typeGroup: string;
  opened: string;
  closed: string | null;
  school: DemoSchool;
}

/** A school through its URNs over time. */
export interface DemoSchool {
  number: number;
  place: string;
  phase: DemoPhase;
  special: boolean;
  authority: DemoAuthority;
  roll: number;
  fsm: number;
  /** How well its pupils do, around 0. */
  strength: number;
  rural: boolean;
  establishments: Establishment[];
  trust: DemoTrust | null;
  joinedTrust: string | null;
  formerTrust: DemoTrust | null;
  /** Times in the network. */
  memberships: { joined: string; left: string | null }[];
  /** Times in hubs. */
  hubs: { hub: DemoHub; joined: string; left: string | null }[];
}

export interface DemoAuthority {
  code: string;
  name: string;
  region: DemoRegion;
}

export interface DemoTrust {
  uid: string;
  name: string;
  multi: boolean;
  opened: string;
  town: string;
}

export interface DemoHub {
  id: string;
  name: string;
  kind: 'Local' | 'Regional' | 'Virtual';
  region: DemoRegion | null;
  lead: DemoSchool | null;
  manager: string;
}

export interface DemoRegion {
  name: string;
  easting: number;
  northing: number;
}

const REGIONS: DemoRegion[] = [
  { name: 'North East', easting: 420000, northing: 550000 },
  { name: 'North West', easting: 365000, northing: 410000 },
  { name: 'Yorkshire and the Humber', easting: 450000, northing: 430000 },
  { name: 'East Midlands', easting: 470000, northing: 340000 },
  { name: 'West Midlands', easting: 400000, northing: 285000 },
  { name: 'East of England', easting: 590000, northing: 260000 },
  { name: 'London', easting: 530000, northing: 180000 },
  { name: 'South East', easting: 500000, northing: 140000 },
  { name: 'South West', easting: 290000, northing: 95000 },
];

const STEMS = [
  'Quill',
  'Wexel',
  'Brackle',
  'Tarnel',
  'Yarl',
  'Penzel',
  'Mistle',
  'Orrin',
  'Vantle',
  'Saffer',
  'Dunmer',
  'Pelter',
  'Ravel',
  'Tolver',
  'Umber',
  'Zeal',
  'Garrow',
  'Fennick',
  'Corvel',
  'Havel',
  'Jessam',
  'Kestle',
  'Lorran',
  'Nettle',
  'Ospring',
  'Pridd',
  'Ruskel',
  'Sorrel',
  'Thessel',
  'Vesper',
];
const ENDINGS = ['combe', 'wick', 'mere', 'stead', 'holt', 'fold', 'ness', 'dale', 'thorpe', 'beck', 'garth', 'marsh'];
const GIVEN = [
  'Ada',
  'Bram',
  'Cleo',
  'Dara',
  'Edwin',
  'Farah',
  'Gwen',
  'Hari',
  'Imani',
  'Jonas',
  'Keira',
  'Lucian',
  'Mina',
  'Noor',
  'Orla',
  'Pavel',
  'Quincy',
  'Rosa',
  'Samir',
  'Tilda',
  'Una',
  'Viggo',
  'Wren',
  'Xanthe',
  'Yusuf',
  'Zora',
];

const place = (random: Random) => random.pick(STEMS) + random.pick(ENDINGS);
/** A person who does not exist. */
export const person = (random: Random) => `${random.pick(GIVEN)} ${place(random)}`;

/** The URN a school has on a day. */
export const urnOn = (school: DemoSchool, date: string): string =>
  (
    school.establishments.find(({ opened, closed }) => opened <= date && (!closed || date < closed)) ??
    school.establishments.at(-1)!
  ).urn;

/** Whether a school is a member on a day. */
export const isMember = ({ memberships }: DemoSchool, date: string): boolean =>
  memberships.some(({ joined, left }) => joined <= date && (!left || date < left));

export interface DemoWorld {
  schools: DemoSchool[];
  trusts: DemoTrust[];
  hubs: DemoHub[];
  authorities: DemoAuthority[];
  /** Who became whom, beyond one school's own succession. */
  links: {
    from: Establishment;
    to: Establishment;
    type: '' | ' - merged' | ' - amalgamated' | ' - Split School';
    date: string;
  }[];
}

/** Makes the world; the same one each time. */
export function demoWorld(): DemoWorld {
  const random = new Random('world');
  const authorities = Array.from({ length: 24 }, (_, i): DemoAuthority => ({
    code: String(970 + i),
    name: `${STEMS[i]}shire`,
    region: REGIONS[i % REGIONS.length]!,
  }));
  const trusts = demoTrusts(random);
  const hubs = demoHubs(random);
  const names = new Set<string>();
  let nextUrn = 900_001;
  const urn = () => String(nextUrn++);
  const links: DemoWorld['links'] = [];

  const schools = Array.from({ length: SCHOOLS + LEAVERS }, (_, number): DemoSchool => {
    const draw = random.next();
    const phase: DemoPhase =
      draw < 0.62 ? 'Primary' : draw < 0.88 ? 'Secondary' : draw < 0.91 ? 'All-through' : 'Not applicable';
    const special = phase === 'Not applicable';
    const rural = random.chance(0.22);
    const size =
      { Primary: 352, Secondary: 1020, 'All-through': 1330, 'Not applicable': 105 }[phase] * (rural ? 0.7 : 1.04);
    const where = uniquePlace(random, names, phase);
    const authority = random.pick(authorities);
    const fsm = Math.min(78, Math.max(2.1, random.normal(rural ? 15 : 29, 11) + (special ? 16 : 0)));
    const inTrust = number < TRUSTS || (number < SCHOOLS && random.chance(0.65));
    const trust = number < TRUSTS ? trusts[number]! : inTrust ? random.pick(trusts.filter(({ multi }) => multi)) : null;
    const school: DemoSchool = {
      number,
      place: where,
      phase,
      special,
      authority,
      rural,
      trust,
      roll: Math.max(12, Math.round(random.normal(size, size * 0.28))),
      fsm: Math.round(fsm * 10) / 10,
      strength: random.normal(0.25, 0.9) - (fsm - 27) / 40,
      establishments: [],
      joinedTrust: null,
      formerTrust: null,
      memberships: [],
      hubs: [],
    };
    const kind = special ? random.pick(['special', 'alternative']) : '';
    const name = `${where} ${nameOf(phase, kind, random)}`;
    const founded = `${random.whole(1902, 1998)}-09-01`;
    const maintained = special
      ? kind === 'special'
        ? 'Community special school'
        : 'Pupil referral unit'
      : random.pick([
          'Community school',
          'Community school',
          'Voluntary aided school',
          'Voluntary controlled school',
          'Foundation school',
        ]);

    if (trust && random.chance(0.62)) {
      // Became an academy: under a new URN, on the day after the old one closed.
      const year = random.whole(2012, 2022);
      const converted = `${year}-${random.pick(['01', '04', '09', '11'])}-01`;
      const first: Establishment = {
        urn: urn(),
        name,
        type: maintained,
        typeGroup: special ? 'Special schools' : 'Local authority maintained schools',
        opened: founded,
        closed: converted,
        school,
      };
      const second: Establishment = {
        urn: urn(),
        name: name.replace(/ School$/, ' Academy'),
        type: special ? 'Academy special converter' : random.chance(0.75) ? 'Academy converter' : 'Academy sponsor led',
        typeGroup: 'Academies',
        opened: converted,
        closed: null,
        school,
      };
      school.establishments.push(first, second);
      school.joinedTrust = converted;
      links.push({ from: first, to: second, type: '', date: converted });
    } else {
      const opened = trust ? `${random.whole(2003, 2012)}-09-01` : founded;
      school.establishments.push({
        urn: urn(),
        name,
        type: trust ? (special ? 'Academy special converter' : 'Free schools') : maintained,
        typeGroup: trust ? 'Academies' : special ? 'Special schools' : 'Local authority maintained schools',
        opened,
        closed: null,
        school,
      });
      school.joinedTrust = trust ? `${random.whole(2012, 2016)}-09-01` : null;
    }
    if (trust && number >= TRUSTS && school.joinedTrust! < '2016' && random.chance(0.12)) {
      // Moved from one trust to another.
      school.formerTrust = random.pick(trusts.filter((other) => other !== trust && other.multi));
    }
    join(school, random, number >= SCHOOLS);
    joinHubs(school, hubs, random);
    return school;
  });

  for (const hub of hubs)
    hub.lead = schools.find((school) => school.hubs.some((time) => time.hub === hub && !time.left)) ?? null;
  mergeAndSplit(schools, links, urn, random);
  return { schools, trusts, hubs, authorities, links };
}

function uniquePlace(random: Random, names: Set<string>, phase: DemoPhase): string {
  for (;;) {
    const prefix = random.pick(['', '', '', 'Upper ', 'Nether ', 'Great ', 'Little ', 'East ', 'West ']);
    const name = prefix + place(random);
    if (names.has(name + phase)) continue;
    names.add(name + phase);
    return name;
  }
}

function nameOf(phase: DemoPhase, kind: string, random: Random): string {
  if (phase === 'Primary')
    return random.pick(['Primary School', 'Primary School', 'Community Primary School', 'Infant and Junior School']);
  if (phase === 'Secondary') return random.pick(['High School', 'Secondary School', 'Upper School', 'School']);
  if (phase === 'All-through') return 'All-through School';
  return kind === 'special' ? 'Special School' : 'Learning Centre School';
}

function demoTrusts(random: Random): DemoTrust[] {
  const words = [
    'Lantern',
    'Compass',
    'Bridgework',
    'Fourwinds',
    'Kindling',
    'Wayfarer',
    'Millwheel',
    'Cornerstone-on-',
    'Evergreen',
    'Tideway',
    'Harbourlight',
    'Skylark',
  ];
  const names = new Set<string>();
  return Array.from({ length: TRUSTS }, (_, i): DemoTrust => {
    const town = place(random);
    const word = random.pick(words);
    let name = `${word.endsWith('-') ? word + town : `${town} ${word}`} ${i < 84 ? 'Academies Trust' : 'Academy Trust'}`;
    if (names.has(name)) name = `New ${name}`;
    names.add(name);
    return {
      uid: String(90_001 + i),
      name,
      multi: i < 84,
      opened: `${random.whole(2010, 2012)}-0${random.whole(1, 8)}-01`,
      town,
    };
  });
}

function demoHubs(random: Random): DemoHub[] {
  return Array.from({ length: HUBS }, (_, i): DemoHub => {
    const kind = i < 44 ? 'Local' : i < 51 ? 'Regional' : 'Virtual';
    const region = kind === 'Virtual' ? null : REGIONS[i % REGIONS.length]!;
    const name =
      kind === 'Local'
        ? `${place(random)} Hub`
        : kind === 'Regional'
          ? `${region!.name} Network Hub`
          : `Online Hub ${i - 50}`;
    return { id: `HUB-${String(i + 1).padStart(2, '0')}`, name, kind, region, lead: null, manager: person(random) };
  });
}

/** When a school is a member: most joined once and stayed, some left, some came back. */
function join(school: DemoSchool, random: Random, leaver: boolean): void {
  const year = Math.min(2024, Math.floor(FIRST_YEAR + 13 * random.next() ** 1.25));
  const joined = `${year}-${random.chance(0.8) ? '09' : '01'}-01`;
  if (leaver) {
    const left = Math.min(year + random.whole(2, 6), LAST_YEAR);
    school.memberships.push({ joined, left: `${left}-08-31` });
  } else if (year < 2016 && random.chance(0.07)) {
    school.memberships.push({ joined, left: `${year + 3}-08-31` }, { joined: `${year + 5}-09-01`, left: null });
  } else {
    school.memberships.push({ joined, left: null });
  }
}

function joinHubs(school: DemoSchool, hubs: DemoHub[], random: Random): void {
  // The first schools make sure that no hub is empty.
  const near = hubs.filter(({ region }) => !region || region === school.authority.region);
  for (const [index, { joined, left }] of school.memberships.entries()) {
    const hub = index === 0 && school.number < HUBS ? hubs[school.number]! : random.pick(near);
    if (!left && joined < '2018' && random.chance(0.15)) {
      const changed = `${random.whole(2019, 2023)}-09-01`;
      school.hubs.push(
        { hub: random.pick(near.filter((other) => other !== hub)), joined, left: changed },
        { hub, joined: changed, left: null },
      );
    } else {
      school.hubs.push({ hub, joined, left });
    }
  }
}

/** Some schools came out of two, and some were one with another before. */
function mergeAndSplit(schools: DemoSchool[], links: DemoWorld['links'], urn: () => string, random: Random): void {
  const primaries = schools.filter(
    ({ phase, establishments, number }) => phase === 'Primary' && establishments.length === 1 && number < SCHOOLS,
  );
  for (const [index, school] of primaries.slice(0, 6).entries()) {
    const only = school.establishments[0]!;
    const merged = `${2015 + index}-09-01`;
    const before = (name: string): Establishment => ({
      urn: urn(),
      name: `${school.place} ${name}`,
      type: 'Community school',
      typeGroup: only.typeGroup,
      opened: '1968-09-01',
      closed: merged,
      school,
    });
    const infant = before('Infant School');
    const junior = before('Junior School');
    only.opened = merged;
    school.establishments = [infant, junior, only];
    links.push(
      { from: infant, to: only, type: ' - amalgamated', date: merged },
      { from: junior, to: only, type: ' - amalgamated', date: merged },
    );
  }
  const [one, two] = primaries.slice(6, 8) as [DemoSchool, DemoSchool];
  const split = '2014-09-01';
  const common: Establishment = {
    urn: urn(),
    name: `${one.place} and ${two.place} School`,
    type: 'Community school',
    typeGroup: 'Local authority maintained schools',
    opened: '1951-09-01',
    closed: split,
    school: one,
  };
  for (const school of [one, two]) {
    const now = school.establishments[0]!;
    now.opened = split;
    links.push({ from: common, to: now, type: ' - Split School', date: split });
  }
  one.establishments.unshift(common);
  random.next();
}

/** The day in the middle of the working week nearest to a day of a partnership year. */
export function schoolDay(random: Random, year: number): string {
  for (;;) {
    const date = addDays(`${year}-09-10`, random.whole(0, 300));
    const month = date.slice(5, 7);
    const day = new Date(date).getUTCDay();
    if (day >= 1 && day <= 3 && month !== '08' && !(month === '12' && date.slice(8) > '15') && date < '2026-07-18')
      return date;
  }
}
