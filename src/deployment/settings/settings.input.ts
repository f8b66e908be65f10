/** Numbers and periods as the forms of settings take them. */
import { z } from 'zod';

/** A whole number within these, both included. */
export function wholeNumber(least: number, most: number) {
  const words = `Vul een heel getal in, van ${least} tot en met ${most}.`;
  return z.int(words).min(least, words).max(most, words);
}

/** A number within these, both included, in whole steps. */
export function steppedNumber(least: number, most: number, step: number) {
  const words = `Vul een getal in van ${dutch(least)} tot en met ${dutch(most)}, in stappen van ${dutch(step)}.`;
  return z.number(words).min(least, words).max(most, words).multipleOf(step, words);
}

/** «0,5» */
export const dutch = (n: number) =>
  n.toLocaleString('nl-NL', { useGrouping: false, maximumFractionDigits: 6 });

export const inOrder = ({ from, to }: { readonly from: string; readonly to?: string | undefined }) =>
  to === undefined || to >= from;
export const order = { path: ['to'], message: 'De laatste dag ligt niet voor de eerste.' };
