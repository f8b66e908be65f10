import { describe, expect, it } from 'vitest';
import { readSchools } from './school-file.rules.ts';

const OLD = [
  'PROVINCIE',
  'BEVOEGD GEZAG NUMMER',
  'BRIN NUMMER',
  'VESTIGINGSNUMMER',
  'VESTIGINGSNAAM',
  'STRAATNAAM',
  'HUISNUMMER-TOEVOEGING',
  'POSTCODE',
  'PLAATSNAAM',
  'GEMEENTENUMMER',
  'GEMEENTENAAM',
  'DENOMINATIE',
  'TELEFOONNUMMER',
  'INTERNETADRES',
];
const OLD_ROW = [
  'Zuid-Holland',
  '99001',
  '99AB',
  '99AB00',
  'De  Regenboog ',
  'Kade',
  '12-a',
  '3055 te',
  'CAPELLE AAN DEN IJSSEL',
  '0502',
  'CAPELLE AAN DEN IJSSEL',
  'Openbaar',
  '010-1234567',
  'www.deregenboog.example',
];
const SCHOOL = {
  line: 2,
  code: '99AB00',
  name: 'De Regenboog',
  kind: 'BO',
  street: 'Kade',
  houseNumber: '12-a',
  postcode: '3055 TE',
  city: 'Capelle aan den IJssel',
  municipality: 'Capelle aan den IJssel',
  denomination: 'Openbaar',
  pupils: null,
  latitude: null,
  longitude: null,
  swv: null,
  boardCode: '99001',
  boardName: null,
  phone: '010-1234567',
  website: 'https://www.deregenboog.example',
};

const numbered = (...rows: readonly (readonly string[])[]) =>
  rows.map((fields, i) => ({ line: i + 2, fields }));
const read = (header: readonly string[], ...rows: readonly (readonly string[])[]) => {
  const file = readSchools(header, numbered(...rows));
  if (file.fault !== null) throw new Error(file.fault);
  return file;
};
const fault = (...header: readonly string[]) => readSchools(header, numbered(header.map(() => 'x'))).fault;

describe('the layouts', () => {
  it('reads the old one of DUO', () => {
    expect(read(OLD, OLD_ROW)).toEqual({ layout: 'duo-old', rows: [SCHOOL], rejected: [], fault: null });
  });

  it('reads the new one of DUO, with the name of the board', () => {
    const names: Readonly<Record<string, string>> = {
      'BRIN NUMMER': 'INSTELLINGSCODE',
      VESTIGINGSNUMMER: 'VESTIGINGSCODE',
    };
    const header = [...OLD.map((name) => names[name] ?? name), 'BEVOEGD GEZAG NAAM'];
    expect(read(header, [...OLD_ROW, 'Stichting De Brug'])).toEqual({
      layout: 'duo-new',
      rows: [{ ...SCHOOL, boardName: 'Stichting De Brug' }],
      rejected: [],
      fault: null,
    });
  });

  it('reads columns in any order, case and spelling of their names', () => {
    const header = OLD.map((name) => ` ${name.toLowerCase().replace(/[ -]/g, '_')} `).reverse();
    expect(read(header, [...OLD_ROW].reverse()).rows).toEqual([SCHOOL]);
  });

  it('reads the one of this project', () => {
    const header =
      'vestigingscode,brin,soort,type_duo,naam,denominatie,straat,huisnummer,postcode,pc4,plaats,gemeente,provincie,' +
      'onderwijsgebied,leerlingen_2023,lat,lon,swv_po,swv_vo,bevoegd_gezag_2017';
    const row =
      '99cd01|99CD|SO/VSO|(V)SO|De Linde|Openbaar|Kade|3|3055TE|3055|Rotterdam|ROTTERDAM|Zuid-Holland|Rijnmond|76|51.96|4,5|PO2806|VO2810|99001';
    expect(read(header.split(','), row.split('|'))).toEqual({
      layout: 'kortelijn',
      rows: [
        {
          line: 2,
          code: '99CD01',
          name: 'De Linde',
          kind: 'SO/VSO',
          street: 'Kade',
          houseNumber: '3',
          postcode: '3055 TE',
          city: 'Rotterdam',
          municipality: 'Rotterdam',
          denomination: 'Openbaar',
          pupils: 76,
          latitude: 51.96,
          longitude: 4.5,
          swv: 'PO2806',
          boardCode: '99001',
          boardName: null,
          phone: null,
          website: null,
        },
      ],
      rejected: [],
      fault: null,
    });
  });

  it('puts a location number of two digits behind the BRIN', () => {
    expect(read(['brin', 'vestigingsnummer', 'vestigingsnaam'], ['99AB', '03', 'De Eik']).rows[0]?.code).toBe(
      '99AB03',
    );
  });

  it('reads the kind from the files of special education', () => {
    const header = ['SOORT PRIMAIR ONDERWIJS', 'VESTIGINGSCODE', 'VESTIGINGSNAAM'];
    expect(read(header, ['(V)SO', '99AB00', 'De Eik']).rows[0]?.kind).toBe('SO/VSO');
  });

  it('knows secondary education by its column, and gives it the partnership of its own', () => {
    const duo = read(
      ['VESTIGINGSCODE', 'VESTIGINGSNAAM', 'ONDERWIJSSTRUCTUUR'],
      ['99AB00', 'Het Lyceum', 'HAVO/VWO'],
    );
    expect(duo.rows[0]?.kind).toBe('VO');
    const header = ['vestigingscode', 'naam', 'soort', 'swv_po', 'swv_vo'];
    expect(read(header, ['99AB00', 'Het Lyceum', 'VO', 'PO2806', 'VO2810']).rows[0]?.swv).toBe('VO2810');
  });
});

describe('bad rows', () => {
  const header = ['vestigingscode', 'brin', 'naam', 'postcode', 'leerlingen_2023', 'lat', 'lon', 'swv_po'];
  const good = ['99AB00', '99AB', 'De Eik', '3055TE', '76', '51.9', '4.5', 'PO2806'];
  const reasons = (...row: readonly string[]) => read(header, row).rejected;
  const withField = (place: number, text: string) =>
    reasons(...good.map((field, i) => (i === place ? text : field)));

  it('says all that is wrong with a row at once', () => {
    expect(reasons('', '99AB', '', '12AB', 'veel', 'noord', '4.5', '2806')).toEqual([
      {
        line: 2,
        reason:
          'De vestigingscode ontbreekt. De naam van de school ontbreekt. De postcode “12AB” klopt niet: hij heeft een vorm als 1234 AB. ' +
          'Het aantal leerlingen “veel” is geen getal. De breedtegraad “noord” klopt niet. ' +
          'Het samenwerkingsverband “2806” klopt niet: het heeft een vorm als PO0000.',
      },
    ]);
  });

  it.each([
    [0, '99AB0', 'De vestigingscode “99AB0” klopt niet: hij heeft een vorm als 01AB00.'],
    [0, '99ABCD', 'De vestigingscode “99ABCD” klopt niet: hij heeft een vorm als 01AB00.'],
    [0, '98AB00', 'De vestigingscode 98AB00 hoort niet bij BRIN 99AB.'],
    [2, 'x'.repeat(201), 'De naam is langer dan 200 tekens.'],
    [3, '0123 AB', 'De postcode “0123 AB” klopt niet: hij heeft een vorm als 1234 AB.'],
    [4, '-3', 'Het aantal leerlingen “-3” is geen getal.'],
    [5, '91', 'De breedtegraad “91” klopt niet.'],
    [6, '', 'Van de plaats op de kaart ontbreekt de helft: geef breedtegraad én lengtegraad.'],
    [6, '-180.5', 'De lengtegraad “-180.5” klopt niet.'],
    [2, 'De\u0007Eik', 'Deze regel bevat tekens die niet te lezen zijn.'],
    [2, 'De E\ufffdk', 'Deze regel bevat tekens die niet te lezen zijn.'],
  ])('column %i with %j', (place, text, reason) => {
    expect(withField(place, text)).toEqual([{ line: 2, reason }]);
  });

  it.each([
    [0, '99ab00'],
    [3, ''],
    [4, ''],
    [4, '<5'],
    [6, '-180'],
    [7, ''],
  ])('column %i may be %j', (place, text) => {
    expect(withField(place, text)).toEqual([]);
  });

  it('rejects the second row of a code, also in other capitals', () => {
    const { rows, rejected } = read(
      header,
      good,
      good.map((field) => field.toLowerCase()),
    );
    expect(rows.map(({ line }) => line)).toEqual([2]);
    expect(rejected).toEqual([{ line: 3, reason: 'De vestigingscode 99AB00 staat ook al op regel 2.' }]);
  });

  it('takes the second row of a code when the first one was rejected', () => {
    const { rows } = read(header, good.with(2, ''), good);
    expect(rows.map(({ line }) => line)).toEqual([3]);
  });

  it('rejects a row with too few or too many columns, but not Excel’s empty ones', () => {
    const { rows, rejected } = read(header, good.slice(1), [...good, 'nog iets'], [...good, '', ' ']);
    expect(rejected).toEqual([
      { line: 2, reason: 'Deze regel heeft 7 kolommen; de kop heeft er 8.' },
      { line: 3, reason: 'Deze regel heeft 9 kolommen; de kop heeft er 8.' },
    ]);
    expect(rows).toHaveLength(1);
  });
});

describe('files that are no list of schools', () => {
  it('says which columns it looked for', () => {
    expect(fault('datum', 'bedrag')).toBe(
      'Dit is geen scholenlijst: de kolommen VESTIGINGSCODE (of VESTIGINGSNUMMER) en VESTIGINGSNAAM (of NAAM) ontbreken.',
    );
    expect(fault('vestigingscode', 'bedrag')).toBe(
      'Dit is geen scholenlijst: de kolom VESTIGINGSNAAM (of NAAM) ontbreekt.',
    );
  });

  it('knows DUO’s lists of boards and of main locations', () => {
    expect(fault('BEVOEGD GEZAG NUMMER', 'BEVOEGD GEZAG NAAM', 'POSTCODE')).toBe(
      'Dit is geen scholenlijst: dit is een lijst van schoolbesturen. Kies bij DUO de lijst “Alle vestigingen”.',
    );
    expect(fault('BEVOEGD GEZAG NUMMER', 'BRIN NUMMER', 'INSTELLINGSNAAM')).toBe(
      'Dit is geen scholenlijst: dit is een lijst van hoofdvestigingen. Kies bij DUO de lijst “Alle vestigingen”.',
    );
  });

  it('wants at least one row', () => {
    expect(readSchools(OLD, [])).toEqual({
      fault: 'Dit bestand heeft wel namen van kolommen, maar geen scholen.',
    });
  });
});
