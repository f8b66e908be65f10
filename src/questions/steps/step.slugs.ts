import type { StepName } from '../question.rules.ts';

/** Where the form of a step stands: `/vragen/:id/<slug>`. */
export const stepSlugs = {
  revise: 'aanpassen',
  submit: 'indienen',
  withdraw: 'intrekken',
  think_along: 'meedenken',
  add_note: 'bericht',
  triage: 'bekijken',
  answer: 'beantwoorden',
  ask_information: 'informatie-vragen',
  give_information: 'informatie-geven',
  decline: 'afwijzen',
  to_committee: 'naar-commissie',
  complete_file: 'dossier-compleet',
  advise: 'advies',
  decide: 'besluit',
  hold_over: 'aanhouden',
  assign: 'toewijzen',
  start: 'starten',
  evaluate: 'evalueren',
  complete: 'afronden',
  extend: 'verlengen',
  hand_over: 'overdragen',
  stop: 'stoppen',
  follow_up: 'terugkijken',
} as const satisfies Record<StepName, string>;
