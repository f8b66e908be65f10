/**
 * Reads lists of schools: both layouts in which DUO publishes them (old: «BRIN NUMMER;VESTIGINGSNUMMER;…», new:
 * «INSTELLINGSCODE,VESTIGINGSCODE,…») and the one of this project («vestigingscode,soort,naam,…»), for primary, special
 * and secondary education. Columns are known by name, not by place. A bad row is named with all its faults and left out.
 */

import {
  isGarbled,
  placeName,
  type Reading,
  readCode,
  readCoordinate,
  readKind,
  readName,
  readPartnership,
  readPhone,
  readPostcode,
  readPupils,
  readWebsite,
  type SchoolKind,
  tidy,
} from './school-fields.rules.ts';

/** One row of a file with the line on which it begins. */
export interface FileRecord {
  readonly line: number;
  readonly fields: readonly string[];
}

/** A row that is left out, with every reason in Dutch. */
export interface RejectedRow {
  readonly line: number;
  readonly reason: string;
}

type SchoolFileLayout = 'duo-old' | 'duo-new' | 'kortelijn';

/** One location (vestiging). What a file does not tell is null; an unknown address part is ''. */
export interface SchoolRow {
  readonly line: number;
  /** Vestigingscode in capitals, `01XU00`. */
  readonly code: string;
  readonly name: string;
  readonly kind: SchoolKind | null;
  readonly street: string;
  readonly houseNumber: string;
  /** `1234 AB`, or '' for the Caribbean Netherlands. */
  readonly postcode: string;
  readonly city: string;
  readonly municipality: string;
  readonly denomination: string;
  readonly pupils: number | null;
  readonly latitude: number | null;
  readonly longitude: number | null;
  /** Number of the partnership, `PO2806`; for secondary education `VO2810`. */
  readonly swv: string | null;
  readonly boardCode: string | null;
  readonly boardName: string | null;
  readonly phone: string | null;
  readonly website: string | null;
}

export type SchoolFile =
  | {
      readonly layout: SchoolFileLayout;
      readonly rows: readonly SchoolRow[];
      readonly rejected: readonly RejectedRow[];
      readonly fault: null;
    }
  | { readonly fault: string };

/** The names each column goes by, after `plainHeader`. */
const COLUMNS = {
  code: ['VESTIGINGSCODE', 'VESTIGINGSNUMMER'],
  brin: ['BRIN_NUMMER', 'INSTELLINGSCODE', 'BRIN', 'BRINNUMMER'],
  name: ['VESTIGINGSNAAM', 'NAAM_VESTIGING', 'INSTELLINGSNAAM_VESTIGING', 'NAAM'],
  kind: ['SOORT', 'SOORT_PRIMAIR_ONDERWIJS', 'TYPE_PO'],
  structure: ['ONDERWIJSSTRUCTUUR'],
  street: ['STRAATNAAM', 'STRAAT'],
  houseNumber: ['HUISNUMMER_TOEVOEGING', 'HUISNUMMER'],
  postcode: ['POSTCODE'],
  city: ['PLAATSNAAM', 'PLAATS'],
  municipality: ['GEMEENTENAAM', 'GEMEENTE'],
  denomination: ['DENOMINATIE'],
  pupils: ['AANTAL_LEERLINGEN', 'LEERLINGEN'],
  latitude: ['LAT', 'LATITUDE'],
  longitude: ['LON', 'LONGITUDE'],
  swvPrimary: ['SWV_PO'],
  swvSecondary: ['SWV_VO'],
  boardCode: ['BEVOEGD_GEZAG_NUMMER', 'BEVOEGD_GEZAG_CODE', 'BEVOEGD_GEZAG'],
  boardName: ['BEVOEGD_GEZAG_NAAM', 'NAAM_BEVOEGD_GEZAG'],
  phone: ['TELEFOONNUMMER'],
  website: ['INTERNETADRES'],
} as const;

type Column = keyof typeof COLUMNS;
type Places = ReadonlyMap<Column, number>;

/** Turns a table into schools, or says in Dutch why it is no list of schools. The first row of a code counts. */
export function readSchools(header: readonly string[], records: readonly FileRecord[]): SchoolFile {
  const names = header.map(plainHeader);
  const fault = notASchoolList(names);
  if (fault !== null) return { fault };
  if (records.length === 0) return { fault: 'Dit bestand heeft wel namen van kolommen, maar geen scholen.' };
  const places = placesOf(names);
  const layout = layoutOf(names);
  const rows: SchoolRow[] = [];
  const rejected: RejectedRow[] = [];
  const lineOfCode = new Map<string, number>();
  for (const { line, fields } of records) {
    if (!fits(fields, header.length)) {
      rejected.push({
        line,
        reason: `Deze regel heeft ${fields.length} kolommen; de kop heeft er ${header.length}.`,
      });
      continue;
    }
    const { row, faults } = readRow(line, fields, places, layout);
    const earlier = lineOfCode.get(row.code);
    if (earlier !== undefined) faults.push(`De vestigingscode ${row.code} staat ook al op regel ${earlier}.`);
    if (faults.length > 0) rejected.push({ line, reason: faults.join(' ') });
    else {
      rows.push(row);
      lineOfCode.set(row.code, line);
    }
  }
  return { layout, rows, rejected, fault: null };
}

/** Upper case, every other run of signs an underscore, years left out: «Huisnummer-toevoeging» -> HUISNUMMER_TOEVOEGING. */
function plainHeader(name: string): string {
  const plain = name
    .normalize('NFKC')
    .toUpperCase()
    .replace(/[^\p{L}\p{N}]+/gu, '_');
  return plain.replace(/^_|_$/g, '').replace(/_(?:19|20)\d\d$/, '');
}

function placesOf(names: readonly string[]): Places {
  const places = new Map<Column, number>();
  for (const column of Object.keys(COLUMNS) as Column[]) {
    const known: readonly string[] = COLUMNS[column];
    const place = known.map((name) => names.indexOf(name)).find((index) => index >= 0);
    if (place !== undefined) places.set(column, place);
  }
  return places;
}

function layoutOf(names: readonly string[]): SchoolFileLayout {
  if (!names.includes('VESTIGINGSNAAM')) return 'kortelijn';
  return names.includes('VESTIGINGSNUMMER') ? 'duo-old' : 'duo-new';
}

function notASchoolList(names: readonly string[]): string | null {
  const places = placesOf(names);
  if (places.has('code') && places.has('name')) return null;
  if (!places.has('code') && places.has('boardName') && !places.has('brin')) {
    return 'Dit is geen scholenlijst: dit is een lijst van schoolbesturen. Kies bij DUO de lijst “Alle vestigingen”.';
  }
  if (!places.has('code') && names.includes('INSTELLINGSNAAM')) {
    return 'Dit is geen scholenlijst: dit is een lijst van hoofdvestigingen. Kies bij DUO de lijst “Alle vestigingen”.';
  }
  const missing = [
    ...(places.has('code') ? [] : ['VESTIGINGSCODE (of VESTIGINGSNUMMER)']),
    ...(places.has('name') ? [] : ['VESTIGINGSNAAM (of NAAM)']),
  ];
  const columns = missing.length > 1 ? 'de kolommen' : 'de kolom';
  const lack = missing.length > 1 ? 'ontbreken' : 'ontbreekt';
  return `Dit is geen scholenlijst: ${columns} ${missing.join(' en ')} ${lack}.`;
}

/** Reads one row; what cannot be right is said in `faults`, all of it. */
function readRow(
  line: number,
  fields: readonly string[],
  places: Places,
  layout: SchoolFileLayout,
): { readonly row: SchoolRow; readonly faults: string[] } {
  const faults: string[] = [];
  const value = (column: Column): string => {
    const place = places.get(column);
    return place === undefined ? '' : tidy(fields[place] ?? '');
  };
  const checked = <T>({ value: read, fault }: Reading<T>): T => {
    if (fault !== null) faults.push(fault);
    return read;
  };
  const kind = kindOf(value, places, layout);
  const row: SchoolRow = {
    line,
    code: checked(readCode(value('code'), value('brin'))),
    name: checked(readName(value('name'))),
    kind,
    street: value('street'),
    houseNumber: value('houseNumber'),
    postcode: checked(readPostcode(value('postcode'))),
    city: placeName(value('city')),
    municipality: placeName(value('municipality')),
    denomination: value('denomination'),
    pupils: checked(readPupils(value('pupils'))),
    latitude: checked(readCoordinate(value('latitude'), 'breedtegraad', 90)),
    longitude: checked(readCoordinate(value('longitude'), 'lengtegraad', 180)),
    swv: checked(readPartnership(value(kind === 'VO' ? 'swvSecondary' : 'swvPrimary'))),
    boardCode: value('boardCode') || null,
    boardName: value('boardName') || null,
    phone: readPhone(value('phone')),
    website: readWebsite(value('website')),
  };
  if ((value('latitude') === '') !== (value('longitude') === '')) {
    faults.push('Van de plaats op de kaart ontbreekt de helft: geef breedtegraad én lengtegraad.');
  }
  if (fields.some(isGarbled)) faults.push('Deze regel bevat tekens die niet te lezen zijn.');
  return { row, faults };
}

/** DUO's own files name the kind only for special education; secondary education shows by its column of structures. */
function kindOf(
  value: (column: Column) => string,
  places: Places,
  layout: SchoolFileLayout,
): SchoolKind | null {
  if (places.has('kind')) return readKind(value('kind'));
  if (places.has('structure')) return 'VO';
  return layout === 'kortelijn' ? null : 'BO';
}

/** Empty columns too many at the end are harmless: Excel adds them. */
function fits(fields: readonly string[], width: number): boolean {
  return fields.length >= width && fields.slice(width).every((field) => field.trim() === '');
}
