import { Random } from './random.ts';
import type { DemoSchool, DemoTrust, DemoWorld, Establishment } from './world.ts';

const british = (date: string | null) => (date ? date.split('-').toReversed().join('-') : '');

/** The establishment register, in the format of Get Information About Schools. */
export function establishmentRows({ schools }: DemoWorld): string[][] {
  const header = [
    'URN',
    'LA (code)',
    'LA (name)',
    'EstablishmentNumber',
    'EstablishmentName',
    'TypeOfEstablishment (name)',
    'EstablishmentTypeGroup (name)',
    'EstablishmentStatus (name)',
    'OpenDate',
    'CloseDate',
    'PhaseOfEducation (name)',
    'StatutoryLowAge',
    'StatutoryHighAge',
    'Gender (name)',
    'ReligiousCharacter (name)',
    'SchoolCapacity',
    'NumberOfPupils',
    'PercentageFSM',
    'UKPRN',
    'Street',
    'Locality',
    'Town',
    'County (name)',
    'Postcode',
    'SchoolWebsite',
    'GOR (name)',
    'UrbanRural (name)',
    'Easting',
    'Northing',
    'Linked establishments',
  ];
  const rows = schools.flatMap((school) =>
    school.establishments.map((establishment, index) => establishmentRow(school, establishment, index)),
  );
  // An establishment that was split is listed once, with the first of the schools it became.
  return [header, ...rows];
}

function establishmentRow(
  school: DemoSchool,
  { urn, name, type, typeGroup, opened, closed }: Establishment,
  index: number,
): string[] {
  const random = new Random(`establishment ${urn}`);
  const { authority, phase, special, rural, roll, fsm, place, number } = school;
  const ages = special
    ? [5, 16]
    : phase === 'Primary'
      ? name.endsWith('Infant School')
        ? [4, 7]
        : name.endsWith('Junior School')
          ? [7, 11]
          : [random.pick([3, 4]), 11]
      : phase === 'Secondary'
        ? [11, random.pick([16, 18])]
        : [4, 18];
  const open = closed === null;
  return [
    urn,
    authority.code,
    authority.name,
    String(2000 + number + index),
    name,
    type,
    typeGroup,
    open ? 'Open' : 'Closed',
    british(opened),
    british(closed),
    phase,
    String(ages[0]),
    String(ages[1]),
    phase === 'Secondary' && random.chance(0.08) ? random.pick(['Boys', 'Girls']) : 'Mixed',
    type.startsWith('Voluntary') ? random.pick(['Church of England', 'Roman Catholic']) : 'Does not apply',
    String(Math.round((roll * random.normal(1.07, 0.06)) / 5) * 5),
    open ? String(roll) : '',
    open ? fsm.toFixed(1) : '',
    open ? String(19_000_000 + Number(urn) - 900_000) : '',
    `${random.whole(1, 140)} ${random.pick(['School Lane', 'Church Road', 'The Green', 'Station Road', 'Mill Street'])}`,
    '',
    place,
    authority.name,
    `ZZ${(number % 98) + 1} ${random.whole(1, 9)}${random.pick([...'ABDEFGHJ'])}${random.pick([...'LNPQRSTU'])}`,
    open ? `www.${name.toLowerCase().replace(/[^a-z]+/g, '-')}.example` : '',
    authority.region.name,
    rural
      ? '(England/Wales) Rural village'
      : random.pick(['(England/Wales) Urban city and town', '(England/Wales) Urban major conurbation']),
    String(authority.region.easting + random.whole(-25_000, 25_000)),
    String(authority.region.northing + random.whole(-25_000, 25_000)),
    '',
  ];
}

/** Links between establishments, from both sides. */
export function linkRows({ links }: DemoWorld): string[][] {
  return [
    ['URN', 'LinkURN', 'LinkName', 'LinkType', 'LinkEstablishedDate'],
    ...links.flatMap(({ from, to, type, date }) => [
      [to.urn, from.urn, from.name, `Predecessor${type}`, british(date)],
      [from.urn, to.urn, to.name, `Successor${type}`, british(date)],
    ]),
  ];
}

const companyNumber = ({ uid }: DemoTrust) => `DEMO${uid.slice(1)}`;

/** Trusts. */
export function groupRows({ trusts }: DemoWorld): string[][] {
  return [
    [
      'Group UID',
      'Group ID',
      'Group Name',
      'Companies House Number',
      'Group Type (code)',
      'Group Type',
      'Closed Date',
      'Open date',
      'Incorporated on (open date)',
      'Group Status (code)',
      'Group Status',
      'Group Street',
      'Group Locality',
      'Group Address 3',
      'Group Town',
      'Group County',
      'Group Postcode',
      'UKPRN',
    ],
    ...trusts.map((trust) => [
      trust.uid,
      `TR${trust.uid}`,
      trust.name,
      companyNumber(trust),
      trust.multi ? '6' : '10',
      trust.multi ? 'Multi-academy trust' : 'Single-academy trust',
      '',
      trust.opened,
      trust.opened,
      'OPEN',
      'Open',
      '1 Market Place',
      '',
      '',
      trust.town,
      'Not recorded',
      `ZZ99 ${Number(trust.uid) % 10}AA`,
      String(19_900_000 + Number(trust.uid) - 90_000),
    ]),
  ];
}

/** Which school is in which trust, as a release of a year says: schools that moved are in their earlier trust before. */
export function groupLinkRows({ schools }: DemoWorld, release: 2017 | 2026): string[][] {
  const header = [
    'URN',
    'Group UID',
    'Group ID',
    'Group Name',
    'Companies House Number',
    'Group Type (code)',
    'Group Type',
    'Closed Date',
    'Open date',
    'Incorporated on (open date)',
    'Group Status (code)',
    'Group Status',
    'Joined date',
    'EstablishmentName',
  ];
  const rows = schools.flatMap((school) => {
    if (!school.trust || (release === 2017 && !school.formerTrust)) return [];
    const { urn, name } = school.establishments.at(-1)!;
    const trust = release === 2017 ? school.formerTrust! : school.trust;
    const joined = release === 2026 && school.formerTrust ? '2018-09-01' : school.joinedTrust!;
    return [
      [
        urn,
        trust.uid,
        `TR${trust.uid}`,
        trust.name,
        companyNumber(trust),
        trust.multi ? '6' : '10',
        trust.multi ? 'Multi-academy trust' : 'Single-academy trust',
        '',
        trust.opened,
        trust.opened,
        'OPEN',
        'Open',
        joined,
        name,
      ],
    ];
  });
  return [header, ...rows];
}

/** Members, hubs, and who is in them: the charity's own format. */
export function memberRows({ schools, hubs, trusts }: DemoWorld): string[][] {
  const rows: string[][] = [
    ['Record', 'Hub ID', 'Hub name', 'Hub kind', 'Region', 'Hub Manager', 'URN', 'Trust UID', 'Joined', 'Left'],
  ];
  for (const { id, name, kind, region, manager, lead } of hubs)
    rows.push(['HUB', id, name, kind, region?.name ?? '', manager, lead?.establishments.at(-1)!.urn ?? '', '', '', '']);
  for (const school of schools) {
    // The charity keeps a membership under the URN that the school had when it joined.
    const urnThen = (date: string) =>
      (
        school.establishments.find(({ opened, closed }) => opened <= date && (!closed || date < closed)) ??
        school.establishments.at(-1)!
      ).urn;
    for (const { joined, left } of school.memberships)
      rows.push(['MEMBER', '', '', '', '', '', urnThen(joined), '', joined, left ?? '']);
    for (const { hub, joined, left } of school.hubs)
      rows.push(['HUB MEMBER', hub.id, '', '', '', '', urnThen(joined), '', joined, left ?? '']);
  }
  const random = new Random('trusts that joined');
  for (const { uid, multi } of trusts)
    if (multi && random.chance(0.55))
      rows.push(['TRUST', '', '', '', '', '', '', uid, `${random.whole(2015, 2023)}-09-01`, '']);
  return rows;
}
