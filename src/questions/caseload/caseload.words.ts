/** What a specialist has to do, in Dutch. */
import type { Duty, DutyKind } from './caseload.rules.ts';

export const dutyTitles: Readonly<Record<DutyKind, string>> = {
  join: 'Denkt u mee?',
  start: 'Neem contact op met de school',
  evaluate: 'Evalueer de inzet',
  complete: 'Rond de vraag af',
  follow_up: 'Houdt het stand?',
  score_start: 'Geef de beginscore',
  score_end: 'Geef de eindscore',
};

/** What the day of a duty says. */
export function dayWordsFor({ kind, when }: Pick<Duty, 'kind' | 'when'>): string {
  if (kind === 'follow_up') return 'vanaf';
  if (kind === 'score_end') return 'doel voor';
  return kind === 'evaluate' && when === 'week' ? 'laatste dag' : 'uiterlijk';
}

const number = new Intl.NumberFormat('nl-NL');
export const showDagdelen = (n: number) => `${number.format(n)} ${n === 1 ? 'dagdeel' : 'dagdelen'}`;
