import { expect, it } from 'vitest';
import { readHolidayFile } from './holiday-file.ts';

const read = (text: string) => readHolidayFile(new TextEncoder().encode(text), 'midden');
const YEAR =
  '{"content":[{"vacations":[{"type":"Mei","regions":[{"region":"midden","startdate":"2027-04-24","enddate":"2027-05-02"}]}]}]}';
const MAY = { rows: [{ name: 'mei', from: '2027-04-24', to: '2027-05-02' }], rejected: [], fault: null };

it('reads a table, with the lines that are not readable in order', () => {
  expect(
    read('vakantie;begin;eind_tot_en_met\nx;y;z\nmei;2027-04-24;2027-05-02\nherfst;"2026;x\n'),
  ).toMatchObject({
    rows: MAY.rows,
    rejected: [{ line: 2 }, { line: 4 }],
  });
});

it('reads the JSON of all years or of one', () => {
  expect(read(`\ufeff [${YEAR}]`)).toEqual(MAY);
  expect(read(YEAR)).toEqual(MAY);
});

it.each([
  ['', 'Dit bestand is leeg.'],
  ['[{"content":', 'Dit JSON-bestand is beschadigd. Haal het opnieuw op.'],
  ['{}', 'Dit is geen lijst met vakanties van opendata.rijksoverheid.nl.'],
  ['a,b', 'Dit is geen lijst met vakanties. Deze kolommen ontbreken: vakantie, begin, eind_tot_en_met.'],
])('refuses %j', (text, fault) => {
  expect(read(text)).toEqual({ fault });
});
