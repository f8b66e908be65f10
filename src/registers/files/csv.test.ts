import { describe, expect, it } from 'vitest';
import { readCsv } from './csv.ts';
import { readSchoolFile } from './school-file.ts';

const utf8 = (text: string): Uint8Array => new TextEncoder().encode(text);
const bytes = (...parts: readonly (string | number)[]): Uint8Array =>
  Uint8Array.from(parts.flatMap((part) => (typeof part === 'number' ? [part] : [...utf8(part)])));
const BOM = [0xef, 0xbb, 0xbf] as const;

describe('the encoding of a file', () => {
  it.each([
    ['UTF-8', utf8('a,b\nZoë,€ 5\n')],
    ['UTF-8 with a mark', bytes(...BOM, 'a,b\nZoë,€ 5\n')],
    ['windows-1252', bytes('a,b\nZo', 0xeb, ',', 0x80, ' 5\n')],
    ['UTF-16', Uint8Array.from([0xff, 0xfe, ...Buffer.from('a,b\nZoë,€ 5\n', 'utf16le')])],
    ['UTF-16 the other way round', Buffer.from('\ufeffa,b\nZoë,€ 5\n', 'utf16le').swap16()],
  ])('%s is read', (_name, file) => {
    expect(readCsv(file)).toEqual({
      table: { header: ['a', 'b'], records: [{ line: 2, fields: ['Zoë', '€ 5'] }], rejected: [] },
      fault: null,
    });
  });

  it('knows the letters of windows-1252 that are not in latin-1', () => {
    const { table } = readCsv(bytes('a\n', 0x92, 's-Hof ', 0x96, ' ', 0x8a, 'ime\n'));
    expect(table?.records[0]?.fields).toEqual(['’s-Hof – Šime']);
  });

  it.each([
    ['windows-1252 behind a mark of UTF-8', bytes(...BOM, 'a,b\nZo', 0xeb, ',1\n')],
    ['UTF-8 with one broken letter', bytes('a,b\nZoë,1\nRen', 0xe9, ',2\n')],
  ])('refuses %s', (_name, file) => {
    expect(readCsv(file)).toEqual({
      table: null,
      fault:
        'Niet alle letters van dit bestand zijn te lezen. Sla het bestand opnieuw op als “CSV UTF-8” en probeer het nog eens.',
    });
  });

  it.each([
    ['an xlsx with the name of a CSV', bytes('PK', 3, 4, 'xl/workbook.xml')],
    ['an old xls', bytes(0xd0, 0xcf, 0x11, 0xe0, 0xa1)],
  ])('refuses %s and says what to do', (_name, file) => {
    expect(readCsv(file).fault).toBe(
      'Dit is een Excel-bestand. Open het in Excel, kies “Opslaan als” en dan “CSV UTF-8”. Kies daarna dat bestand.',
    );
  });

  it.each([
    ['nothing', utf8(''), 'Dit bestand is leeg.'],
    ['blank lines', bytes(...BOM, '\r\n \r\n'), 'Dit bestand is leeg.'],
    [
      'a web page',
      utf8('<!doctype html><p>Niet gevonden'),
      'Dit is een webpagina of XML-bestand, geen CSV-bestand.',
    ],
    [
      'a picture',
      bytes('a,b\n', 0, 1, 2),
      'Dit bestand bevat geen gewone tekst. Sla het bestand opnieuw op als “CSV UTF-8” en probeer het nog eens.',
    ],
    [
      'a broken first line',
      utf8('a,"b\nc,d\n'),
      'De eerste regel, met de namen van de kolommen, is niet te lezen.',
    ],
  ])('refuses %s', (_name, file, fault) => {
    expect(readCsv(file)).toEqual({ table: null, fault });
  });
});

describe('the rows of a file', () => {
  const rows = (text: string): unknown =>
    readCsv(utf8(text)).table?.records.map(({ line, fields }) => [line, ...fields]);

  it.each([
    ['a;b;c,d\n1;2;3', [[2, '1', '2', '3']]],
    ['a\tb\n1\t2', [[2, '1', '2']]],
    ['"a;x",b\n1,2', [[2, '1', '2']]],
    ['alleen\n1', [[2, '1']]],
  ])('the separator of %j is the one its first line uses most', (text, expected) => {
    expect(rows(text)).toEqual(expected);
  });

  it.each([
    ['a,b\r\n1,2\r\n3,4', 'Windows'],
    ['a,b\r1,2\r3,4', 'old Mac'],
  ])('reads the line ends of %j (%s)', (text) => {
    expect(rows(text)).toEqual([
      [2, '1', '2'],
      [3, '3', '4'],
    ]);
  });

  it('counts blank lines and lines inside quotes, and leaves rows of only separators out', () => {
    expect(rows('a,b\n\n1,"x\ny ""z"""\n\n,\n2,"w"\n')).toEqual([
      [3, '1', 'x\ny "z"'],
      [7, '2', 'w'],
    ]);
  });

  it('loses only the line whose quotation marks are broken', () => {
    const { table } = readCsv(utf8('a,b\n1,"x\n2,"y"\n3,"q"r\n4,z\n5,"open'));
    expect(table?.records.map(({ line, fields }) => [line, ...fields])).toEqual([
      [3, '2', 'y'],
      [5, '4', 'z'],
    ]);
    expect(table?.rejected).toEqual(
      [2, 4, 6].map((line) => ({ line, reason: 'De aanhalingstekens op deze regel kloppen niet.' })),
    );
  });
});

describe('a list of schools from bytes to rows', () => {
  it('names every bad line, in order, and reads the others', () => {
    const file = readSchoolFile(
      utf8('vestigingscode,naam\n99AB00,De Linde\nx,\n99AB01,"De Beuk\n99AB02,De Eik\n'),
    );
    expect(file).toMatchObject({
      layout: 'kortelijn',
      rows: [
        { line: 2, name: 'De Linde' },
        { line: 5, name: 'De Eik' },
      ],
      rejected: [{ line: 3 }, { line: 4, reason: 'De aanhalingstekens op deze regel kloppen niet.' }],
    });
  });

  it('passes on why a file is no table, and why a table is no list of schools', () => {
    expect(readSchoolFile(utf8(''))).toEqual({ fault: 'Dit bestand is leeg.' });
    expect(readSchoolFile(utf8('naam\nDe Linde'))).toEqual({
      fault: 'Dit is geen scholenlijst: de kolom VESTIGINGSCODE (of VESTIGINGSNUMMER) ontbreekt.',
    });
  });

  it('reads the whole country, 7,003 locations, in less than a second', () => {
    const lines = Array.from({ length: 7003 }, (_, i) => {
      const code = `${10 + Math.floor(i / 2600)}${String.fromCharCode(65 + (Math.floor(i / 100) % 26))}A`;
      return `"${code}${String(i % 100).padStart(2, '0')}","School ${i}","BO","Laan","${i}","1234AB","DORP","51.9","4.5"`;
    });
    const file = utf8(
      `vestigingscode,naam,soort,straat,huisnummer,postcode,plaats,lat,lon\n${lines.join('\n')}`,
    );
    const start = performance.now();
    const read = readSchoolFile(file);
    expect(performance.now() - start).toBeLessThan(1000);
    expect(read).toMatchObject({ rejected: [] });
    expect(read.fault === null && read.rows.length).toBe(7003);
  });
});
