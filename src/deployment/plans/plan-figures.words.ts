/** Figures of plans in Dutch. */
import type { StateTone } from '../../platform/ui/parts.tsx';
import { isReady, type PlanStatus } from './plan.rules.ts';
import type { PlanProgress } from './plan.store.ts';
import { gapOf } from './plan.view.ts';

const number = new Intl.NumberFormat('nl-NL', { maximumFractionDigits: 1 });
export const showNumber = (n: number): string => number.format(n);

/** «een half dagdeel», «een dagdeel», «2,5 dagdelen» */
export function halvesWords(halves: number): string {
  if (halves === 1) return 'een half dagdeel';
  return halves === 2 ? 'een dagdeel' : `${showNumber(halves / 2)} dagdelen`;
}

/** 0.0084 is «0,9 %»: what is proven is never rounded to something better. */
const percent = (gap: number): string => `${showNumber(Math.ceil(gap * 1_000 - 1e-6) / 10)} %`;

/** How good it is, as far as that is proven. */
export function provenWords({ value, bound }: Pick<PlanProgress, 'value' | 'bound'>): string {
  const gap = gapOf(value, bound);
  if (gap === null) return 'nog niets bewezen';
  return gap === 0
    ? 'bewezen: het best mogelijke'
    : `bewezen: hoogstens ${percent(gap)} onder het best mogelijke`;
}

/** «geen plan kan meer dan 0,8 % beter zijn» */
export function noBetterWords({ value, bound }: Pick<PlanProgress, 'value' | 'bound'>): string {
  const gap = gapOf(value, bound);
  if (gap === null) return 'hoeveel beter het kan, is niet bekend';
  return gap === 0 ? 'geen plan kan beter zijn' : `geen plan kan meer dan ${percent(gap)} beter zijn`;
}

export const statusTones: Readonly<Record<PlanStatus, StateTone>> = {
  queued: 'waiting',
  running: 'busy',
  done: 'good',
  stopped: 'good',
  failed: 'alert',
  published: 'done',
  discarded: 'quiet',
};

/** Something was found that people can work with. */
export const hasOutcome = (status: PlanStatus): boolean => isReady(status) || status === 'published';
