import { describe, expect, it } from 'vitest';
import { afterButton, rowCount, withoutEmptyRows } from './typed.ts';

const typed = [
  ['report', 'Verslag'],
  ['agreements.0.what', 'Een'],
  ['agreements.1.what', ''],
  ['agreements.2.what', 'Drie'],
  ['agreements.2.who', 'IB'],
] as const;

describe('a form with rows', () => {
  it('gets an empty row at the end', () => {
    const more = afterButton(typed, 'add:agreements');
    expect(rowCount(more, 'agreements')).toBe(4);
    expect(more.slice(0, 5)).toEqual(typed);
  });

  it('loses the row that was removed; the others keep what was typed, close together', () => {
    expect(afterButton(typed, 'remove:agreements:0')).toEqual([
      ['report', 'Verslag'],
      ['agreements.0.what', ''],
      ['agreements.1.what', 'Drie'],
      ['agreements.1.who', 'IB'],
    ]);
  });

  it('is numbered as it was read: without the rows that are wholly empty', () => {
    expect(withoutEmptyRows(typed, 'agreements')).toEqual([
      ['report', 'Verslag'],
      ['agreements.0.what', 'Een'],
      ['agreements.1.what', 'Drie'],
      ['agreements.1.who', 'IB'],
    ]);
  });

  it('counts rows by their number, in any order, also of plain values', () => {
    const rows = [
      ['proposals.10', 'b'],
      ['proposals.2', 'a'],
      ['proposals.x', 'c'],
      ['proposalsfor.1', 'd'],
    ] as const;
    expect(rowCount(rows, 'proposals')).toBe(2);
    expect(withoutEmptyRows(rows, 'proposals')[0]).toEqual(['proposals.1', 'b']);
  });
});
