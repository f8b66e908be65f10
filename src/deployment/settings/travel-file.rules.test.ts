import { expect, test } from 'vitest';
import { readTravel } from './travel-file.rules.ts';

const known = { bases: new Set(['kantoor']), schools: new Set(['12AB00', '34CD00']) };
const read = (...rows: readonly (readonly string[])[]) =>
  readTravel(
    ['Minuten', 'vertrekpunt', 'schoolcode'],
    rows.map((fields, nth) => ({ line: nth + 2, fields })),
    known,
  );

test('columns are known by name, and codes in any case', () => {
  expect(read(['15', 'Kantoor', '12ab00'], ['0', 'kantoor', '34CD00'])).toEqual({
    rows: [
      { line: 2, base: 'kantoor', school: '12AB00', minutes: 15 },
      { line: 3, base: 'kantoor', school: '34CD00', minutes: 0 },
    ],
    rejected: [],
    fault: null,
  });
});

test('a row says everything that is wrong with it, and the others stay', () => {
  expect(
    read(
      ['601', 'huis', '99ZZ00'],
      ['1,5', 'kantoor', '12AB00'],
      ['10', 'kantoor', '12AB00'],
      ['600', 'kantoor', '34CD00'],
    ),
  ).toEqual({
    rows: [{ line: 5, base: 'kantoor', school: '34CD00', minutes: 600 }],
    rejected: [
      {
        line: 2,
        reason:
          'Er is geen vertrekpunt met de code “huis”. Er is geen school met de code “99ZZ00”. “601” is geen heel aantal minuten van 0 tot en met 600.',
      },
      { line: 3, reason: '“1,5” is geen heel aantal minuten van 0 tot en met 600.' },
      { line: 4, reason: 'Deze reis staat ook op regel 3.' },
    ],
    fault: null,
  });
});

test('a file without one of the columns is none', () => {
  expect(readTravel(['vertrekpunt', 'school'], [], known)).toEqual({
    fault:
      'In dit bestand ontbreekt een kolom: schoolcode, minuten. Nodig zijn vertrekpunt, schoolcode, minuten.',
  });
});
