/** Dutch for the ledger: versions as people remember them, and how somebody got to know. */
import { dayOf, showDate } from '../../platform/pure/dates.ts';
import type { StepName, SystemStep } from '../concern.rules.ts';
import type { Entry } from '../concern.store.ts';
import type { Disclosure } from '../disclosure.store.ts';

/** What a step left behind, as a thing; the day follows. */
const things: Record<Exclude<StepName | SystemStep, 'revise' | 'drop'>, string> = {
  share_with_director: 'het delen',
  reply: 'de reactie',
  add_participant: 'het meedoen',
  plan_conversation: 'de uitnodiging',
  answer_invitation: 'het antwoord op de uitnodiging',
  hold_conversation: 'het gesprek',
  confirm_report: 'de bevestiging van het verslag',
  review: 'de terugblik',
  close: 'het afsluiten',
  propose_board: 'het voorstel',
  withdraw_proposal: 'het intrekken van het voorstel',
  take_position: 'het standpunt',
  not_to_board: 'het besluit',
  share_with_board: 'het delen hogerop',
  add_view: 'de zienswijze',
  resolve: 'de oplossing',
  record_no_position: 'het uitblijven van een standpunt',
  record_not_confirmed: 'het uitblijven van een bevestiging',
  record_no_answer: 'het uitblijven van een antwoord',
};

/** How far somebody knew a concern: «het gesprek van 3 november 2026». */
export function versionWords(entries: readonly Entry[], version: number): string {
  const last = lastUpTo(entries, version);
  if (last === undefined || last.step === 'revise' || last.step === 'drop') return 'de notitie';
  const day = last.step === 'hold_conversation' && last.onDate !== null ? last.onDate : dayOf(last.at);
  return `${things[last.step]} van ${showDate(day)}`;
}

/** The last entry that somebody who saw this version could read. */
export function lastUpTo(entries: readonly Entry[], version: number): Entry | undefined {
  return entries.findLast((entry) => entry.version <= version);
}

export const kindWords: Record<Disclosure['kind'], string> = {
  told: 'Kreeg het te horen',
  saw: 'Las het',
  found: 'Vond het bij het zoeken',
};
