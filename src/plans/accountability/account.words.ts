/** What everybody reads of figures and ambitions, in plain Dutch. */
import { type CivilDate, showDate } from '../../platform/pure/dates.ts';
import { count } from '../../platform/pure/text.ts';
import { showNumber, showPercent } from '../../platform/ui/charts/chart.words.ts';
import { type MeasureCode, measureOf, releasedCounts, saidOf, unitWords } from '../../results/index.ts';
import type { PublicFigure } from './figures.view.ts';

/** «de helft binnen 8 schooldagen, 85 van de 100 vragen binnen 15 schooldagen»; of levels a sentence, for they are no single figure. */
export function figureWords(code: MeasureCode, figure: PublicFigure | undefined): string {
  if (figure === undefined) return 'niet vastgezet';
  const { n, told: isTold, value, p85, of } = figure;
  const { kind, unit } = measureOf(code);
  if (n !== null && kind === 'levels') return levelWords(code, figure);
  if (n === null || !isTold) return 'verborgen';
  if (value === null) return kind === 'leadTime' ? 'niet te zeggen' : 'te weinig voor een cijfer';
  if (unit === 'share') return showPercent(value);
  if (kind === 'leadTime') return leadWords(value, p85);
  const told = unit === 'grade' ? showNumber(value) : `${showNumber(value)} ${unitWords[unit]}`;
  if (kind === 'mean') return `gemiddeld ${told}`;
  return code === 'requested_provided' && of !== null ? `${told} gedaan, ${showNumber(of)} gevraagd` : told;
}

const withinWords = (days: number) =>
  days === 0 ? 'op dezelfde schooldag' : `binnen ${count(days, 'schooldag', 'schooldagen')}`;
const leadWords = (half: number, most: number | null): string =>
  `de helft ${withinWords(half)}${most === null ? '' : `, 85 van de 100 vragen ${withinWords(most)}`}`;

/** What the distribution says, in the words of its chart; where it says nothing, why not. */
function levelWords(code: MeasureCode, { n, parts }: PublicFigure): string {
  const shown = parts.map((part) => ({ ...part, n: part.n ?? ('<5' as const) }));
  const said = saidOf(measureOf(code), { key: 'all', n: n ?? '<5', value: null, parts: shown });
  if (said !== undefined) return said;
  return shown.some((part) => part.n === '<5')
    ? 'deels verborgen; wat te vertellen is, staat in de open data'
    : 'te weinig voor een cijfer';
}

/** How many were counted; nothing where that is the figure itself, or hidden. */
export function countedWords(code: MeasureCode, figure: PublicFigure | undefined): string {
  if (figure === undefined || figure.n === null || measureOf(code).kind === 'count') return '';
  return `${showNumber(figure.n)} ${counted[code] ?? releasedCounts(measureOf(code))}`;
}

/** What somebody who never saw a visit being written down would not know. */
const counted: Readonly<Partial<Record<MeasureCode, string>>> = {
  hours_done: 'delen van bezoeken: één bezoek kan over meer scholen, vragen of ambities gaan',
};

/** «2025-2026» of a school year, «tot en met 31 oktober 2026» of a quarter. */
export const yearWords = ({ from }: PublicFigure): string =>
  `${from.slice(0, 4)}-${Number(from.slice(0, 4)) + 1}`;

const seasons: Readonly<Record<string, string>> = {
  '08': 'aug t/m okt',
  '02': 'feb t/m apr',
  '05': 'mei t/m jul',
};

/** «aug t/m okt 2026», «nov 2026 t/m jan 2027» */
export function quarterWords(from: CivilDate): string {
  const year = Number(from.slice(0, 4));
  if (from.slice(5, 7) === '11') return `nov ${year} t/m jan ${year + 1}`;
  return `${seasons[from.slice(5, 7)] ?? showDate(from)} ${year}`;
}

/** Units in which a low number is no small count of people. */
const noCount = /%|procent|punt|cijfer|score|niveau|gemiddeld|dag|week|weken|maand|uur|uren|jaar/i;

/** A value its owner read that may count a few people: everybody is told no more than that it is less than five. */
export const mayBeFew = (
  { unit, measure }: { readonly unit: string | null; readonly measure: string | null },
  value: number,
) => measure === null && Number.isInteger(value) && value >= 0 && value < 5 && !noCount.test(unit ?? '');
