/** What somebody did, as a sentence that begins with their name: on the timeline and in a notice. */
import type { StepName } from './question.rules.ts';

export const entryWords: Record<StepName, string> = {
  revise: 'werkte de vraag bij',
  submit: 'diende de vraag in',
  withdraw: 'trok de vraag in',
  think_along: 'liet weten wie meedenkt',
  add_note: 'schreef een bericht',
  triage: 'bekeek de vraag en deelde die in',
  answer: 'beantwoordde de vraag',
  ask_information: 'vroeg om meer informatie',
  give_information: 'gaf de gevraagde informatie',
  decline: 'wees de vraag af, met een volgende stap',
  to_committee: 'legde de vraag aan de commissie voor',
  complete_file: 'meldde dat het dossier compleet is',
  advise: 'legde het advies van de commissie vast',
  decide: 'legde het besluit van de commissie vast',
  hold_over: 'legde vast dat de commissie de vraag aanhoudt',
  assign: 'wees een specialist toe',
  start: 'startte de ondersteuning',
  evaluate: 'evalueerde de ondersteuning',
  complete: 'rondde de vraag af',
  extend: 'verlengde de ondersteuning',
  hand_over: 'droeg het werk over',
  stop: 'stopte de ondersteuning',
  follow_up: 'keek terug: houdt het stand?',
};
