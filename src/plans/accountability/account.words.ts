/** What everybody reads of figures and ambitions, in plain Dutch. */
import { type CivilDate, showDate } from '../../platform/pure/dates.ts';
import { showNumber, showPercent } from '../../platform/ui/charts/chart.words.ts';
import { type MeasureCode, measureOf, releasedCounts, unitWords } from '../../results/index.ts';
import type { PublicFigure } from './figures.view.ts';

/** «8 schooldagen, 85 van de 100 binnen 15» */
export function figureWords(code: MeasureCode, figure: PublicFigure | undefined): string {
  if (figure === undefined) return 'niet vastgezet';
  const { n, told: isTold, value, p85, of } = figure;
  const { kind, unit } = measureOf(code);
  if (n !== null && kind === 'levels') return 'verdeling in de open data';
  if (n === null || !isTold) return 'verborgen';
  if (value === null) return kind === 'leadTime' ? 'niet te zeggen' : 'te weinig voor een cijfer';
  if (unit === 'share') return showPercent(value);
  const told = unit === 'grade' ? showNumber(value) : `${showNumber(value)} ${unitWords[unit]}`;
  if (kind === 'leadTime' && p85 !== null) return `${told}, 85 van de 100 binnen ${showNumber(p85)}`;
  return code === 'requested_provided' && of !== null ? `${told}, gevraagd ${showNumber(of)}` : told;
}

/** How many were counted; nothing where that is the figure itself, or hidden. */
export function countedWords(code: MeasureCode, figure: PublicFigure | undefined): string {
  if (figure === undefined || figure.n === null || measureOf(code).kind === 'count') return '';
  return `${showNumber(figure.n)} ${releasedCounts(measureOf(code))}`;
}

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
