/** Dutch for the clocks of a question. */
import { showDate } from '../../platform/pure/dates.ts';
import type { Clock, ClockName } from './clock.rules.ts';

/** What each clock measures: its name, and from when to when. */
export const clockWords = {
  first_contact: {
    name: 'Eerste contact',
    meaning:
      'Van het eerste signaal op school tot het eerste contact van een specialist, of tot het antwoord.',
  },
  triage: { name: 'Bekeken', meaning: 'Van het indienen tot iemand de vraag heeft bekeken en ingedeeld.' },
  start: { name: 'Gestart', meaning: 'Van het indienen tot de ondersteuning begint.' },
  committee: {
    name: 'Advies of besluit',
    meaning: 'Van een compleet dossier tot het advies of besluit van de commissie.',
  },
  evaluation: { name: 'Evaluatie', meaning: 'Van de laatste dag van de inzet tot de evaluatie.' },
} as const satisfies Record<ClockName, { readonly name: string; readonly meaning: string }>;

const days = (n: number) => (n === 1 ? '1 schooldag' : `${n} schooldagen`);

/** How it stands, in one sentence: «nog 2 schooldagen (tot en met 3 december 2026)». */
export function showClock(clock: Clock): string {
  const { state, left, elapsed, norm, dueOn } = clock;
  if (state === 'paused') return `staat stil na ${days(elapsed)}, er wordt op informatie gewacht`;
  if (state === 'stopped')
    return left >= 0
      ? `duurde ${days(elapsed)}, binnen ${days(norm)}`
      : `duurde ${days(elapsed)}, ${days(-left)} langer dan afgesproken`;
  if (left < 0) return `${days(-left)} te laat`;
  const until = dueOn === null ? '' : ` (tot en met ${showDate(dueOn)})`;
  return left === 0 ? 'vandaag de laatste dag' : `nog ${days(left)}${until}`;
}
