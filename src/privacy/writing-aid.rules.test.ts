import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { lookAt, marksIn } from './writing-aid.rules.ts';

const context = {
  names: ['Fatima El Amrani', 'Bram de Wit', 'Zoë Jansen-van Dijk', 'Sjoerd', 'P. Groen', 'José Bos'],
  today: '2026-11-22',
};
const found = (text: string) => marksIn(text, context).map(({ kind, text: mark }) => [kind, mark]);

describe('what is marked', () => {
  it.each([
    // BSN-like numbers
    ['Het nummer is 123456782.', [['bsn', '123456782']]],
    ['BSN:123456782', [['bsn', '123456782']]],
    ['nr123456782x', [['bsn', '123456782']]],
    [
      '1234.56.782 en 1234 56 782',
      [
        ['bsn', '1234.56.782'],
        ['bsn', '1234 56 782'],
      ],
    ],
    ['123-456-782', [['bsn', '123-456-782']]],
    ['1234.56-782', [['bsn', '1234.56-782']]],
    ['123 - 456 - 782', [['bsn', '123 - 456 - 782']]],
    ['123456782,', [['bsn', '123456782']]],
    ['1 2 3 4 5 6 7 8 2', [['bsn', '1 2 3 4 5 6 7 8 2']]],
    ['1-2-3-4-5-6-7-8-2', [['bsn', '1-2-3-4-5-6-7-8-2']]],
    ['groep 3 123 456 782 4', [['bsn', '123 456 782']]],
    ['leerling 12345672', [['bsn', '12345672']]],
    ['leerling 1234.56.72', [['bsn', '1234.56.72']]],
    ['2026 123456782', [['bsn', '123456782']]],
    ['１２３４５６７８２', [['bsn', '１２３４５６７８２']]],
    ['123\u200b456\u200d782', [['bsn', '123\u200b456\u200d782']]],
    ['123\u00ad456\u2060782', [['bsn', '123\u00ad456\u2060782']]],
    ['1234\u00a056\u2009782', [['bsn', '1234\u00a056\u2009782']]],
    ['123–456—782', [['bsn', '123–456—782']]],
    ['١٢٣٤٥٦٧٨٢', [['bsn', '١٢٣٤٥٦٧٨٢']]],
    ['𝟏𝟐𝟑𝟒𝟓𝟔𝟕𝟖𝟐', [['bsn', '𝟏𝟐𝟑𝟒𝟓𝟔𝟕𝟖𝟐']]],
    ['①②③④⑤⑥⑦⑧②', [['bsn', '①②③④⑤⑥⑦⑧②']]],
    ['1️⃣2️⃣3️⃣4️⃣5️⃣6️⃣7️⃣8️⃣2️⃣', [['bsn', '1️⃣2️⃣3️⃣4️⃣5️⃣6️⃣7️⃣8️⃣2️⃣']]],
    // Mail addresses
    ['mail naam@school.example.', [['email', 'naam@school.example']]],
    ['a.b+c_d-e%f@sub.school-x.nl,', [['email', 'a.b+c_d-e%f@sub.school-x.nl']]],
    ['naam ＠ school．nl', [['email', 'naam ＠ school．nl']]],
    ['naam (at) school.nl', [['email', 'naam (at) school.nl']]],
    ['naam[AT]school.nl', [['email', 'naam[AT]school.nl']]],
    ['123456782@school.nl', [['email', '123456782@school.nl']]],
    ['sjoerd@school.nl', [['email', 'sjoerd@school.nl']]],
    // Telephone numbers
    ['bel 0612345678', [['phone', '0612345678']]],
    [
      '06-12345678, 06 12 34 56 78',
      [
        ['phone', '06-12345678'],
        ['phone', '06 12 34 56 78'],
      ],
    ],
    ['06.12.34.56.78', [['phone', '06.12.34.56.78']]],
    [
      '010-1234567 of (010) 123 45 67',
      [
        ['phone', '010-1234567'],
        ['phone', '(010) 123 45 67'],
      ],
    ],
    ['0412 - 12 34 56', [['phone', '0412 - 12 34 56']]],
    ['+31 6 1234 5678', [['phone', '+31 6 1234 5678']]],
    ['+31(0)10-1234567', [['phone', '+31(0)10-1234567']]],
    ['+31 06 12345678', [['phone', '+31 06 12345678']]],
    ['0031612345678', [['phone', '0031612345678']]],
    ['06_12345678', [['phone', '06_12345678']]],
    ['123/456/782', [['bsn', '123/456/782']]],
    ['tel.0612345678tel', [['phone', '0612345678']]],
    ['06–1234\u00a05678', [['phone', '06–1234\u00a05678']]],
    // Birthdays
    ['geb. 12-11-2018', [['birthdate', '12-11-2018']]],
    ['geboren op 3 mei 2019', [['birthdate', '3 mei 2019']]],
    ['geboortedatum: 2019-05-03', [['birthdate', '2019-05-03']]],
    ['geb.datum 3/5/19', [['birthdate', '3/5/19']]],
    ['geboren 12112018', [['birthdate', '12112018']]],
    ['is 12 november jarig', [['birthdate', '12 november']]],
    ['jarig op 12 nov.', [['birthdate', '12 nov']]],
    ['Geboren in Delft op 3 mei 1985', [['birthdate', '3 mei 1985']]],
    ['hij (12-11-2018) valt uit', [['birthdate', '12-11-2018']]],
    ['het kind van 1 april 2023', [['birthdate', '1 april 2023']]],
    ['het kind van 1 april 2005', [['birthdate', '1 april 2005']]],
    ['de 3e mei 2019', [['birthdate', '3e mei 2019']]],
    // Names of people in the registers
    ['Vandaag zei Bram de Wit dat', [['name', 'Bram de Wit']]],
    ['bram DE wit', [['name', 'bram DE wit']]],
    [
      'meester Bram en mevrouw Amrani',
      [
        ['name', 'Bram'],
        ['name', 'Amrani'],
      ],
    ],
    ['Wit is de kleur van de muur.', [['name', 'Wit']]],
    ['Zoe Jansen – van Dijk', [['name', 'Zoe Jansen – van Dijk']]],
    [
      'Zoë, Jansen en Dijk',
      [
        ['name', 'Zoë'],
        ['name', 'Jansen'],
        ['name', 'Dijk'],
      ],
    ],
    ['Zoe\u0308.', [['name', 'Zoe\u0308']]],
    [
      'de klas van Jansens en Sjoerd’s groep',
      [
        ['name', 'Jansens'],
        ['name', 'Sjoerd'],
      ],
    ],
    ['P. Groen', [['name', 'P. Groen']]],
    ['p groen belde', [['name', 'p groen']]],
    ['JOSE\nBOS', [['name', 'JOSE\nBOS']]],
    // Given names of no register
    ['gisteren sloeg daan weer', [['name', 'daan']]],
    ['Ik zag Ayşe van den Berg', [['name', 'Ayşe van den Berg']]],
    [
      'F\u0430tim\u0430 en Pawe\u0142',
      [
        ['name', 'F\u0430tim\u0430'],
        ['name', 'Pawe\u0142'],
      ],
    ],
    ['toen liep Roos weg', [['name', 'Roos']]],
    ['Roos huilt', [['name', 'Roos']]],
    [
      'de moeder van Xeno belde meester Wubbo',
      [
        ['name', 'Xeno'],
        ['name', 'Wubbo'],
      ],
    ],
    ['mevrouw de Koning', [['name', 'de Koning']]],
    // Initials
    ['J. de V. was er', [['initials', 'J. de V.']]],
    [
      'de jongen M en met B.',
      [
        ['initials', 'M'],
        ['initials', 'B.'],
      ],
    ],
    // Diagnoses
    [
      'ADHD, pdd nos en dislexie',
      [
        ['diagnosis', 'ADHD'],
        ['diagnosis', 'pdd nos'],
        ['diagnosis', 'dislexie'],
      ],
    ],
    ['een IQ van 78', [['diagnosis', 'IQ van 78']]],
    // Said aloud, clipped and spelled
    ['naam at school punt nl', [['email', 'naam at school punt nl']]],
    ['info apenstaartje school.nl', [['email', 'info apenstaartje school.nl']]],
    [
      'bel O6-12345678 of +32 470 12 34 56',
      [
        ['phone', 'O6-12345678'],
        ['phone', '+32 470 12 34 56'],
      ],
    ],
    ['geboren op de derde mei', [['birthdate', 'derde mei']]],
    [
      "geb. 3-5-17 of 3 mei '17",
      [
        ['birthdate', '3-5-17'],
        ['birthdate', "3 mei '17"],
      ],
    ],
  ])('%j', (text, marks) => {
    expect(found(text)).toEqual(marks);
  });
});

describe('what is not marked', () => {
  it.each([
    '',
    'Wij hebben 1.234.567,89 nodig, of € 12.345.672.',
    'Dat kost 12.345.672 euro; EUR 123.456.782 zou te veel zijn; 123.456.782,-',
    'In groep 5/6 zitten 28 kinderen; 12 14 15 18 scoren laag.',
    'School 01XU00 aan de Kade 12, 3055 TE Rotterdam (PO2806).',
    'Schooljaar 2026-2027 en 2027 2028, zie 2025/2026.',
    'Van 08.30-09.15 en 12.30-13.15 uur, om 14:03, 8:30 tot 15:45.',
    '08.30-09.15 12.30-13.15 uur',
    'Op 12 november 2026 en 12-11-2026 om 14.00, 01-02-2026 14.30 uur en 2026-11-22 10:00.',
    'Wij spraken elkaar op 3 september 2025 en 12-06-2024.',
    'Sinds 1 augustus 2020, per 1 januari 2021, vanaf 3-9-2019 en tot 31-07-2022; het overleg op maandag 3 september 2018.',
    'Het gebouw is van 1 april 2004, het plan uit augustus 2019.',
    'Geboren in Delft. Op 12 november 2026 spraken wij de directeur.',
    'De jarige school vierde feest. 12 november was druk.',
    'Het nummer 123456789 voldoet niet, 1234567820 is te lang, 1123456782 ook.',
    '1234 5678 2000 4000 is een rekening; 12 11 2026 een dag.',
    '1234.56.782.1 en 9-123-456-782',
    'Zaak 2026-00123 en versie 1.2.3.4.5',
    'wit papier, bos en groen; het bos; dijk',
    'Witte muren, Bosrand, Dijken en Abrams school',
    'De directeur van El Camino en De Brug.',
    '@groep, a@b, @ school.nl, naam@, twitter @school',
    'straat (at) huis',
    'Roos en wit zijn kleuren; Wil je dat? De Roos bloeit en de lente komt.',
    'Op obs De Bloem en basisschool Anne Frank, aan de Jan van Galenstraat.',
    'Groep A. Plan B. In lokaal C en met niveau D. Zie bijlage E.',
    'A. Rekenen\nB. Taal',
    'Hij at brood. De nl klas.',
    'Op 12-06-25 en 4-11-26 was er overleg; kinderen van 10-11-12 jaar.',
    '👩‍👧 שלום مرحبا 🎉',
  ])('%j', (text) => {
    expect(found(text)).toEqual([]);
  });
});

describe('a small word that is a name too', () => {
  it.each([
    'De leerkracht wil een start.',
    'De leerkracht kan dit.',
    'kinderen elke dag',
    'Een kind alle ruimte geven.',
    'De leerling koos een boek.',
  ])('is nobody behind who it is about: «%s»', (text) => expect(found(text)).toEqual([]));

  it.each([
    ['De leerkracht Wil helpt.', 'Wil'],
    ['leerling Elke leest', 'Elke'],
    ['leerling roos leest', 'roos'],
  ])('is somebody with a capital, and a flower is without: «%s»', (text, name) =>
    expect(found(text)).toEqual([['name', name]]),
  );
});

describe('a mark', () => {
  it('gives its exact place in the text as it was typed', () => {
    const text = '👩‍👧 e\u0301e\u0301n: １２３ ４５６ ７８２\u200b!';
    for (const mark of marksIn(text, context)) expect(text.slice(mark.start, mark.end)).toBe(mark.text);
    expect(marksIn(text, context)).toEqual([
      { kind: 'bsn', start: 13, end: 24, text: '１２３ ４５６ ７８２', blocks: true },
    ]);
  });

  it('blocks, unless it is a name', () => {
    const text = 'Bram 123456782 a@b.nl 0612345678 geb. 3 mei 2019';
    expect(marksIn(text, context).map(({ kind, blocks }) => [kind, blocks])).toEqual([
      ['name', false],
      ['bsn', true],
      ['email', true],
      ['phone', true],
      ['birthdate', true],
    ]);
  });

  it('never lies over another, whatever the text', () => {
    const piece = fc.constantFrom(
      '12',
      '345',
      '06',
      '-',
      '.',
      ' ',
      '@',
      'a.nl',
      'Bram',
      'de',
      'Wit',
      'mei',
      '2019',
      'geb.',
      '１',
      '\u200b',
      '\u0301',
      '😀',
      '\n',
      '(',
      '+31',
    );
    const texts = fc.array(fc.oneof(piece, fc.string({ unit: 'binary', maxLength: 4 })), { maxLength: 60 });
    fc.assert(
      fc.property(texts, (pieces) => {
        const text = pieces.join('');
        let end = 0;
        for (const mark of marksIn(text, context)) {
          expect(mark.start).toBeGreaterThanOrEqual(end);
          expect(mark.end).toBeGreaterThan(mark.start);
          expect(mark.text).toBe(text.slice(mark.start, mark.end));
          end = mark.end;
        }
        expect(end).toBeLessThanOrEqual(text.length);
      }),
      { numRuns: 500 },
    );
  });
});

describe('marks left open', () => {
  const texts = { observation: 'Bram zag 123456782. Wit is wit.', goesWell: 'Bram lacht.' };
  const open = (...accepted: readonly string[]) =>
    lookAt(texts, accepted, context).open.map(({ field, text }) => [field, text]);

  it('are all, with the field they stand in', () => {
    expect(open()).toEqual([
      ['observation', 'Bram'],
      ['observation', '123456782'],
      ['observation', 'Wit'],
      ['goesWell', 'Bram'],
    ]);
  });

  it('are fewer once the exact text of a name is accepted', () => {
    expect(open('Wit', 'bram')).toEqual([
      ['observation', 'Bram'],
      ['observation', '123456782'],
      ['goesWell', 'Bram'],
    ]);
  });

  it('cannot be accepted when they block', () => {
    expect(open('Bram', 'Wit', '123456782')).toEqual([['observation', '123456782']]);
  });
});
