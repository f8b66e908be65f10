/** The directory in Dutch. */
import { showDate, showPeriod } from '../../platform/pure/dates.ts';
import type { Held, Period, Phase } from './directory.rules.ts';

export const phaseWords: Readonly<Record<Phase, string>> = { now: 'Nu', coming: 'Straks', past: 'Eerder' };

/** «tot en met 31 augustus 2026», «vanaf 1 september 2026»; nothing for who is there until further notice. */
export function untilWords({ phase, from, to }: Pick<Held, 'phase'> & Period): string {
  if (phase !== 'now') return showPeriod(from, to);
  return to === null ? '' : `tot en met ${showDate(to)}`;
}

/** «sinds 1 augustus 2025», and what comes of it. */
export function periodWords({ phase, from, to }: Pick<Held, 'phase'> & Period): string {
  return phase === 'now' && to === null ? `sinds ${showDate(from)}` : showPeriod(from, to);
}
