import { expect, test } from 'vitest';
import { readExpected } from './expected-file.rules.ts';

const known = {
  schools: new Map([['12ab00', 'school']]),
  expertise: new Map([
    ['taal en lezen', 'taal'],
    ['taal', 'taal'],
  ]),
  ambitions: new Map([['rust in de klas', 'ambitie']]),
};
const header = ['Schoolcode', 'expertise', 'niveau', 'taal', 'dagdelen', 'ambitie', 'van', 'tot_en_met'];
const read = (...rows: readonly (readonly string[])[]) =>
  readExpected(
    header,
    rows.map((fields, nth) => ({ line: nth + 2, fields })),
    known,
  );

test('a row is read with what may be left empty', () => {
  expect(
    read(
      ['12AB00', 'Taal en lezen', '3', 'Pools', '7,5', 'Rust in de klas', '1-8-2026', '2027-01-31'],
      ['12AB00', 'taal', '', '', '4', '', '2026-08-01', '31-01-2027'],
    ),
  ).toEqual({
    rows: [
      {
        ...{ schoolId: 'school', expertise: 'taal', leastLevel: 3, language: 'Pools', dagdelen: 7.5 },
        ...{ ambitionId: 'ambitie', from: '2026-08-01', to: '2027-01-31' },
      },
      {
        ...{ schoolId: 'school', expertise: 'taal', leastLevel: 1, language: null, dagdelen: 4 },
        ...{ ambitionId: null, from: '2026-08-01', to: '2027-01-31' },
      },
    ],
    rejected: [],
    fault: null,
  });
});

test('a row says everything that is wrong with it', () => {
  const file = read(
    ['99ZZ99', 'dans', '4', 'x'.repeat(61), '0,3', 'iets', '31-02-2026', 'straks'],
    ['12AB00', 'taal', '', '', '400,5', '', '2027-01-31', '2027-01-30'],
    ['12AB00', 'taal', '', '', '0', '', '2027-01-31', '2027-01-31'],
    ['12AB00', 'taal', '', '', '400', '', '2027-01-31', '2027-01-31'],
    ['12AB00', 'taal', '2', '', '1', '', '2027-01-31', '2027-01-31'],
  );
  expect(file).toMatchObject({
    rows: [{ dagdelen: 400 }],
    rejected: [
      {
        line: 2,
        reason: [
          'Er is geen school met de code “99ZZ99”.',
          'Er is geen expertise die “dans” heet.',
          'Er is geen ambitie die “iets” heet.',
          'Het niveau “4” is geen 1, 2 of 3.',
          'De taal is te lang.',
          '“0,3” is geen aantal hele of halve dagdelen tot en met 400.',
          'De eerste dag “31-02-2026” is geen datum zoals 20-11-2026.',
          'De laatste dag “straks” is geen datum zoals 20-11-2026.',
        ].join(' '),
      },
      {
        line: 3,
        reason:
          '“400,5” is geen aantal hele of halve dagdelen tot en met 400. De laatste dag ligt voor de eerste.',
      },
      { line: 4, reason: '“0” is geen aantal hele of halve dagdelen tot en met 400.' },
      { line: 6, reason: 'Dit staat ook op regel 5.' },
    ],
  });
});

test.each(['Pools\u0000', 'Pools\u0007', 'Po\u200bols', '\u202ePools', 'Pools\ud800'])(
  'a language with a sign that nobody sees is refused: %j',
  (language) => {
    const file = read(
      ['12AB00', 'taal', '1', language, '1', '', '2027-01-31', '2027-01-31'],
      ['12AB00', 'taal', '1', 'Pools', '1', '', '2027-02-01', '2027-02-01'],
    );
    expect(file).toMatchObject({
      rows: [{ language: 'Pools' }],
      rejected: [{ line: 2, reason: 'In de taal staat een teken dat niemand ziet.' }],
    });
  },
);

test('a file without a column that is needed is none', () => {
  expect(readExpected(['schoolcode', 'van'], [], known)).toEqual({
    fault: 'In dit bestand ontbreekt een kolom: expertise, dagdelen, tot_en_met.',
  });
});
