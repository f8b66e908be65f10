/** How far an ambition is, in words. */
import { showDate, showPeriod } from '../../../platform/pure/dates.ts';
import { isMeasureCode, measureOf, unitWords } from '../../../results/index.ts';
import type { Measured } from './measured.store.ts';
import { type Deeds, type Gap, type Progress, progressOf, schoolsWithout } from './progress.rules.ts';

interface Told {
  readonly unit: string | null;
  readonly measure: string | null;
  readonly startValue: number | null;
  readonly targetValue: number | null;
  readonly targetOn: string | null;
  readonly latest: { readonly on: string; readonly value: number } | null;
}

const dutch = (n: number) => n.toLocaleString('nl-NL', { maximumFractionDigits: 2 });

/** «40%», «12 scholen», «7,5 schooldagen» */
export function showValue({ unit, measure }: Pick<Told, 'unit' | 'measure'>, value: number): string {
  if (measure === null || !isMeasureCode(measure)) return unit === null ? dutch(value) : amount(value, unit);
  const its = measureOf(measure).unit;
  return its === 'share' ? `${dutch(value)}%` : amount(value, unitWords[its]);
}

const amount = (value: number, unit: string) =>
  unit.startsWith('%') ? `${dutch(value)}${unit}` : `${dutch(value)} ${unit}`;

/** Where an ambition is now: by the figure that tells it, else by what its owner read last. */
export const progressNow = (one: Told, measured: Measured | undefined): Progress | undefined =>
  progressOf(
    one,
    one.measure === null
      ? one.latest
      : measured === undefined
        ? null
        : { on: measured.to, value: measured.value },
  );

/** «Van 12 scholen naar 40 scholen, uiterlijk 31 juli 2027.» Undefined: that is not said yet. */
export function wayWords(one: Told): string | undefined {
  const { startValue, targetValue, targetOn } = one;
  if (startValue === null || targetValue === null || targetOn === null) return undefined;
  return `Van ${showValue(one, startValue)} naar ${showValue(one, targetValue)}, uiterlijk ${showDate(targetOn)}.`;
}

/** «Nu 26 scholen (3 november 2026): 50% van de weg.» */
export function nowWords(one: Told, measured: Measured | undefined): string {
  const progress = progressNow(one, measured);
  if (progress === undefined)
    return one.measure === null ? 'Er is nog geen meting.' : 'Er is nog geen vastgezet cijfer te vertellen.';
  const when =
    one.measure === null || measured === undefined
      ? showDate(progress.on)
      : showPeriod(measured.from, measured.to);
  const now = `${one.measure === null ? 'Nu' : 'Laatste cijfer'} ${showValue(one, progress.value)} (${when})`;
  return `${now}: ${shareWords(progress)}.`;
}

export function shareWords({ share, reached }: Progress): string {
  if (reached) return 'bereikt';
  if (share === null) return 'nog niet bereikt';
  if (share < 0) return 'verder weg dan bij het begin';
  // Never all of it before it is reached.
  return `${Math.min(99, Math.round(share * 100))}% van de weg`;
}

export const gapWords: Readonly<Record<Gap, string>> = {
  notRead: 'Er is nog geen meting. De eigenaar legt die vast.',
  readLongAgo: 'De laatste meting is meer dan een half jaar oud.',
  targetPassed: 'De streefdatum is voorbij en het doel is niet bereikt.',
  nothingDone: 'Er is nog niets aan gekoppeld: geen vraag, doel, bezoek, stationering, pilot of bericht.',
  schoolsWithout: 'Niet op elke school is er voor gewerkt.',
};

/** For a cell of a table, where «nog niet» stands above. */
const shortGaps: Readonly<Record<Exclude<Gap, 'schoolsWithout'>, string>> = {
  notRead: 'Geen meting',
  readLongAgo: 'Meting ouder dan een half jaar',
  targetPassed: 'Streefdatum voorbij, doel niet bereikt',
  nothingDone: 'Nog niets gedaan',
};

/** «Op 12 van de 24 scholen», where nobody came yet. */
export const whereNot = (deeds: Deeds): string =>
  `Op ${schoolsWithout(deeds)} van de ${deeds.schools} scholen`;

export const shortGap = (gap: Gap, deeds: Deeds): string =>
  gap === 'schoolsWithout' ? `${whereNot(deeds)} geen bezoek` : shortGaps[gap];
