import { parse } from 'csv-parse/sync';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { toCsv, toPlainCsv } from './csv.ts';

const columns = [
  { label: 'Wat', cell: (row: { what: string; n: number | null }) => row.what },
  { label: 'Aantal', cell: (row: { what: string; n: number | null }) => row.n },
];

test('a table begins with the mark of UTF-8 and its headings, and ends each line as Excel does', () => {
  expect(toCsv(columns, [{ what: 'één', n: 2 }])).toBe('\ufeffWat;Aantal\r\néén;2\r\n');
});

test('what could part a cell stands in quotation marks', () => {
  expect(toCsv(columns, [{ what: 'a;"b"\nc', n: null }])).toBe('\ufeffWat;Aantal\r\n"a;""b""\nc";\r\n');
});

test.each(['=1+1', '+31', '-2', '@naam', '\t=1', ' =1', '＝1', '|x', '%x'])('%j is no formula', (what) => {
  expect(toCsv(columns, [{ what, n: 1 }]).split('\r\n')[1]).toBe(`"'${what}";1`);
});

test('a number stays a number, also below zero', () => {
  expect(toCsv(columns, [{ what: 'x', n: -3 }])).toContain('x;-3\r\n');
});

test('a number has the comma of Dutch Excel, and needs no quotation marks for it', () => {
  expect(toCsv(columns, [{ what: 'a.b', n: -7.25 }])).toContain('a.b;-7,25\r\n');
});

test('whatever stands in a cell, a reader gets that cell back', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'grapheme', maxLength: 40 }), (what) => {
      const [, row] = parse(toCsv(columns, [{ what, n: 1 }]), { delimiter: ';', bom: true }) as string[][];
      expect([what, `'${what}`]).toContain(row?.[0]);
    }),
  );
});

test('for machines there is no mark, and commas stand between cells', () => {
  expect(toPlainCsv(columns, [{ what: 'a, b;', n: 0.5 }])).toBe('Wat,Aantal\r\n"a, b;",0.5\r\n');
  expect(toPlainCsv(columns, [{ what: '=1', n: null }])).toBe('Wat,Aantal\r\n"\'=1",\r\n');
});
