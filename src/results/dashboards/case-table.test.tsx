import { render } from 'preact-render-to-string';
import { expect, it } from 'vitest';
import { type MeasureCode, measureOf } from '../measures/measure.rules.ts';
import { CaseTable } from './case-table.tsx';
import type { Case } from './cases.store.ts';

const one: Case = {
  ...{ id: 'a:1', school: { code: '11AA', name: 'De Els' }, questionId: null, kind: null, called: null },
  ...{ on: '2026-03-02', value: 1, of: null, open: false },
};

/** Each line of the table as its cells. */
const linesOf = (code: MeasureCode, ...cases: readonly Partial<Case>[]) =>
  [
    ...render(
      <CaseTable measure={measureOf(code)} cases={cases.map((own) => ({ ...one, ...own }))} />,
    ).matchAll(/<tr.*?<\/tr>/g),
  ].map(([line]) =>
    [...line.matchAll(/<(?:th|td) [^>]*>(.*?)<\/(?:th|td)>/g)].map(([, cell = '']) =>
      cell.replace(/<[^>]+>/g, ''),
    ),
  );

it('calls a criterion by its name', () => {
  expect(linesOf('basic_support', { kind: 'criterion_4', called: 'Rust in de klas' })).toEqual([
    ['School', 'Geteld als', 'Criterium'],
    ['De Els', 'deels', 'Rust in de klas'],
  ]);
});

it('tells cases of one school apart, and names a school once', () => {
  expect(linesOf('special_reach', { called: 'Rekenen' }, { called: 'Taal' })).toEqual([
    ['School', 'Geteld als', 'Expertise'],
    ['De Els', '1', 'Rekenen'],
    ['De Els', '1', 'Taal'],
  ]);
  expect(linesOf('satisfaction', { value: 8.5 }, { school: null, value: 7 })).toEqual([
    ['School', 'Geteld als'],
    ['De Els', '8,5'],
    ['Meer scholen', '7'],
  ]);
});

it('names a specialist, who is at no school', () => {
  expect(linesOf('capacity_use', { school: null, called: 'Noor Vermeulen', value: 3, of: 4 })).toEqual([
    ['Geval', 'Geteld als'],
    ['Noor Vermeulen', '3 van 4 dagdelen'],
  ]);
});

it('tells quarters of an hour, which add up to what the figure says', () => {
  const lines = linesOf('hours_done', { value: 1.25, kind: 'other' }, { value: 2, kind: 'other' });
  expect(lines.map((cells) => cells.slice(0, 3))).toEqual([
    ['Geval', 'School', 'Geteld als'],
    ['Bezoek van 2 maart 2026', 'De Els', '1,25 uur'],
    ['Bezoek van 2 maart 2026', 'De Els', '2 uur'],
  ]);
});
