import { renderToString } from 'preact-render-to-string';
import { expect, test } from 'vitest';
import { WordsOfYear } from './yearly-words.tsx';

const many = (word: string) =>
  Array.from({ length: 30 }, (_, nth) => ({ wentWell: `${word} ${nth}.`, couldBeBetter: null }));
const words = {
  givers: 60,
  named: many('Open').map((one) => ({ ...one, school: 'De Beuk', by: 'Bo' })),
  unnamed: many('Stil'),
};
const page = (nth: number) => renderToString(<WordsOfYear year={2025} now={2026} words={words} page={nth} />);
const said = (html: string) => [...html.matchAll(/(Open|Stil) \d+\./g)].map(([text]) => text);

test('words of a year stand forty on a page, each once, those with a name first', () => {
  const [first, second] = [page(1), page(2)];
  expect([said(first).length, said(first)[0], said(first).at(-1)]).toEqual([40, 'Open 0.', 'Stil 9.']);
  expect([said(second).length, said(second)[0]]).toEqual([20, 'Stil 10.']);
  expect([first.includes('pagina=2'), second.includes('pagina=3')]).toEqual([true, false]);
  expect([first.includes('Met naam'), second.includes('Met naam')]).toEqual([true, false]);
  expect(said(page(3))).toEqual([]);
});
