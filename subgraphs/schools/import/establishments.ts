import proj4 from 'proj4';
import {
  BadValue,
  count,
  date,
  integer,
  oneOf,
  percent,
  text,
  ukprn,
  urn,
  website,
  type Read,
} from '../../kit/import/columns.ts';
import type { ImportKind } from '../../kit/import/kind.ts';
import { LocalAuthority, School } from '../entities.ts';
import type { Region } from '../types.ts';
import { GENDER_NAMES, PHASE_NAMES, REGION_NAMES, STATUS_NAMES } from '../values.ts';

// The Ordnance Survey National Grid, with the seven-parameter shift to WGS 84 that is right to about 5 metres.
proj4.defs(
  'EPSG:27700',
  '+proj=tmerc +lat_0=49 +lon_0=-2 +k=0.9996012717 +x_0=400000 +y_0=-100000 +ellps=airy +towgs84=446.448,-125.157,542.06,0.15,0.247,0.842,-20.489 +units=m +no_defs',
);
const grid = proj4('EPSG:27700', 'EPSG:4326');
const degrees = (value: number) => Math.round(value * 1e6) / 1e6;

interface Establishment {
  urn: string;
  name: string;
  opened: string | null;
  closed: string | null;
  easting: number | null;
  northing: number | null;
  localAuthorityCode: string | null;
  localAuthorityName: string | null;
  establishmentNumber: string | null;
  region: Region | null;
  lowAge: number | null;
  highAge: number | null;
  religiousCharacter: string | null;
}

/** What the register writes where a school has no religious character. */
const NO_CHARACTER = new Set(['Does not apply', 'None', 'Not applicable']);

/** Three digits; the register writes 000 for schools that no local authority is responsible for. */
const authorityCode: Read<string | null> = (value) => {
  if (!/^\d{3}$/.test(value)) throw new BadValue('is not the code of a local authority: a code is three digits');
  return value === '000' ? null : value;
};

/** Why a school has no place on the map although the register has numbers for one. */
const NOWHERE = 'Easting and Northing 0: the register says so where it knows no location';

/** The establishment register: the full download, or one from its search. */
export const establishments: ImportKind = {
  kind: 'gias-establishments',
  describes: 'Establishment register of Get Information About Schools (edubasealldata….csv)',
  template: `URN,LA (code),LA (name),EstablishmentNumber,EstablishmentName,TypeOfEstablishment (name),EstablishmentStatus (name),PhaseOfEducation (name),OpenDate,CloseDate,Gender (name),GOR (name),Postcode
900001,970,Exampleshire,2001,Example Primary School,Community school,Open,Primary,01-09-1990,,Mixed,South East,ZZ1 1ZZ
900002,970,Exampleshire,4001,Example High School,Academy converter,Open,Secondary,01-09-2012,,Mixed,South East,ZZ1 2ZZ
`,
  spills: 'Linked establishments',
  columns: [
    { from: 'URN', to: 'urn', read: urn, must: 'value' },
    { from: 'EstablishmentName', to: 'name', read: text, must: 'value' },
    { from: 'EstablishmentStatus (name)', to: 'status', read: oneOf(STATUS_NAMES), must: 'value' },
    { from: 'PhaseOfEducation (name)', to: 'phase', read: oneOf(PHASE_NAMES), must: 'value' },
    { from: 'TypeOfEstablishment (name)', to: 'type', read: text, must: 'column' },
    { from: 'EstablishmentTypeGroup (name)', to: 'typeGroup', read: text },
    { from: 'LA (code)', to: 'localAuthorityCode', read: authorityCode },
    { from: 'LA (name)', to: 'localAuthorityName', read: text },
    { from: 'EstablishmentNumber', to: 'establishmentNumber', read: text },
    { from: 'UKPRN', to: 'ukprn', read: ukprn },
    { from: 'Gender (name)', to: 'gender', read: oneOf({ ...GENDER_NAMES, 'Not applicable': null }) },
    { from: 'ReligiousCharacter (name)', to: 'religiousCharacter', read: text },
    { from: 'StatutoryLowAge', to: 'lowAge', read: count },
    { from: 'StatutoryHighAge', to: 'highAge', read: count },
    { from: 'SchoolCapacity', to: 'capacity', read: count },
    { from: 'NumberOfPupils', to: 'roll', read: count },
    { from: 'PercentageFSM', to: 'fsmShare', read: percent },
    { from: 'UrbanRural (name)', to: 'urbanRural', read: text },
    { from: 'OpenDate', to: 'opened', read: date },
    { from: 'CloseDate', to: 'closed', read: date },
    { from: 'Street', to: 'street', read: text },
    { from: 'Locality', to: 'locality', read: text },
    { from: 'Town', to: 'town', read: text },
    { from: 'County (name)', to: 'county', read: text },
    { from: 'Postcode', to: 'postcode', read: text },
    { from: 'Easting', to: 'easting', read: integer },
    { from: 'Northing', to: 'northing', read: integer },
    { from: 'SchoolWebsite', to: 'website', read: website },
    { from: 'GOR (name)', to: 'region', read: oneOf(REGION_NAMES) },
  ],

  open({ merge, report, given }) {
    const lines = new Map<string, number>();
    const authorities = new Map<string, { code: string; name: string; region: Region | null }>();
    let batch: object[] = [];
    let nowhere = 0;
    const write = async () => {
      if (!batch.length) return;
      if (authorities.size) await merge(LocalAuthority, [...authorities.values()]);
      authorities.clear();
      await merge(School, batch);
      batch = [];
    };
    const written = new Set<string>();

    return {
      async row(row, { line, reject, text }) {
        const { localAuthorityName, establishmentNumber, ...school } = row as unknown as Establishment;
        if (lines.has(school.urn)) return reject('URN', school.urn, `stands in line ${lines.get(school.urn)} already`);
        if (school.opened && school.closed && school.closed < school.opened)
          return reject('CloseDate', text('CloseDate'), `is before OpenDate ${text('OpenDate')}`);
        lines.set(school.urn, line);

        const code = school.localAuthorityCode;
        if (code && localAuthorityName && !written.has(code)) {
          written.add(code);
          authorities.set(code, { code, name: localAuthorityName, region: school.region });
        }
        const number =
          establishmentNumber && /^\d{1,4}$/.test(establishmentNumber) ? establishmentNumber.padStart(4, '0') : null;
        const { easting, northing } = school;
        const place = easting && northing ? grid.forward([easting, northing]) : null;
        if (easting === 0 || northing === 0) nowhere++;
        const located = given({ easting, northing });
        batch.push({
          ...given(school),
          ...('establishmentNumber' in given({ establishmentNumber })
            ? { laestab: code && number ? `${code}/${number}` : null }
            : {}),
          ...given({
            religiousCharacter:
              school.religiousCharacter && !NO_CHARACTER.has(school.religiousCharacter)
                ? school.religiousCharacter
                : null,
          }),
          ...('easting' in located && 'northing' in located
            ? { latitude: place ? degrees(place[1]!) : null, longitude: place ? degrees(place[0]!) : null }
            : {}),
        });
        if (batch.length === 2_000) await write();
      },
      async finish() {
        await write();
        if (nowhere) report.notes.push(`without a location: ${nowhere} (${NOWHERE})`);
      },
    };
  },
};
