/** How charts write figures. */
import { hiddenWord } from '../../pure/suppression.ts';

/** What can be told of a figure: hidden as it is small or covers a small one, or null as of so few it would mean nothing. */
export type Told = number | '<5' | null;

const number = new Intl.NumberFormat('nl-NL', { maximumFractionDigits: 1 });
const percent = new Intl.NumberFormat('nl-NL', { style: 'percent', maximumFractionDigits: 0 });

/** «13,7» */
export const showNumber = (n: number): string => number.format(n);

/** 0.625 is «63%» */
export const showPercent = (n: number): string => percent.format(n);

/** In words; what is hidden never looks like nothing. */
export function showTold(value: Told, show: (n: number) => string): string {
  if (value === null) return 'te weinig';
  return value === '<5' ? hiddenWord : show(value);
}

export const isTold = (value: Told): value is number => typeof value === 'number';
