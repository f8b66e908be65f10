import { expect, test } from 'vitest';
import { readSchools } from '../files/school-file.rules.ts';
import { rowsFor, sourceOf, unreadableCodes } from './school-import.rules.ts';

function fileOf(header: string, ...rows: readonly string[]) {
  const file = readSchools(
    header.split(';'),
    rows.map((row, nth) => ({ line: nth + 2, fields: row.split(';') })),
  );
  if (file.fault !== null) throw new Error(file.fault);
  return file;
}

const own = 'vestigingscode;soort;naam;swv_po;swv_vo';
const codes = (rows: readonly { readonly code: string }[]) => rows.map(({ code }) => code);

test('a partnership with a number takes its own rows of a file that names partnerships', () => {
  const file = fileOf(own, '99AA00;BO;A;PO9901;', '99AB00;BO;B;PO9902;', '99AC00;BO;C;;');
  expect(rowsFor(file, 'PO9901')).toMatchObject({ passedOver: 2 });
  expect(codes(rowsFor(file, 'PO9901').rows)).toEqual(['99AA00']);
});

test('without a number, or without names of partnerships in the file, every row is meant', () => {
  const file = fileOf(own, '99AA00;BO;A;PO9901;', '99AB00;BO;B;PO9902;');
  expect(rowsFor(file, null)).toEqual({ rows: file.rows, passedOver: 0 });
  const nameless = fileOf('vestigingscode;naam', '99AA00;A', '99AB00;B');
  expect(codes(rowsFor(nameless, 'PO9901').rows)).toEqual(['99AA00', '99AB00']);
});

test('a source is a layout and what it lists, so that lists of other schools stay apart', () => {
  expect(sourceOf(fileOf(own, '99AA00;BO;A;;', '99AB00;SBO;B;;'))).toBe('kortelijn po');
  expect(sourceOf(fileOf(own, '99AA00;VO;A;;'))).toBe('kortelijn vo');
  expect(sourceOf(fileOf('VESTIGINGSNUMMER;VESTIGINGSNAAM', '99AA00;A'))).toBe('duo-old bo');
  expect(sourceOf(fileOf('VESTIGINGSCODE;VESTIGINGSNAAM', '99AA00;A'))).toBe('duo-new bo');
  expect(sourceOf(fileOf('VESTIGINGSCODE;VESTIGINGSNAAM;TYPE_PO', '99AA00;A;SO'))).toBe('duo-new special');
  expect(sourceOf(fileOf('VESTIGINGSCODE;VESTIGINGSNAAM;ONDERWIJSSTRUCTUUR', '99AA00;A;HAVO'))).toBe(
    'duo-new vo',
  );
  expect(sourceOf({ ...fileOf('VESTIGINGSCODE;VESTIGINGSNAAM', '99AA00;A'), rows: [] })).toBe(
    'duo-new special',
  );
});

test('codes in the text without a readable row are known, in capitals and once', () => {
  const file = fileOf(own, '99AA00;BO;A;;');
  expect(unreadableCodes('99AA00;99ab01;x\n99AB01 99AC', file.rows)).toEqual(['99AB01']);
  expect(unreadableCodes('', file.rows)).toEqual([]);
});
