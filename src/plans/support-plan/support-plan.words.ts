import type { StateTone } from '../../platform/ui/parts.tsx';
import type { PlanStatus, RoadStep } from './support-plan.rules.ts';

export const planWords: Record<PlanStatus, string> = {
  draft: 'Concept',
  discussed: 'Besproken met gemeenten',
  consented: 'Ingestemd door de OPR',
  adopted: 'Vastgesteld',
};

export const planTones: Record<PlanStatus, StateTone> = {
  draft: 'quiet',
  discussed: 'busy',
  consented: 'waiting',
  adopted: 'done',
};

/** As a heading above the form of a step. */
export const roadWords: Record<RoadStep, string> = {
  discuss: 'Overleg met de gemeenten vastleggen',
  consent: 'Instemming van de OPR vastleggen',
  adopt: 'Plan vaststellen',
  reopen: 'Terug naar concept',
};

/** As a line of the history. */
export const entryWords: Record<RoadStep, string> = {
  discuss: 'Besproken met de gemeenten (op overeenstemming gericht overleg)',
  consent: 'Instemming van de ondersteuningsplanraad (OPR)',
  adopt: 'Vastgesteld',
  reopen: 'Terug naar concept',
};

export const fileKinds = ['plan', 'talk'] as const;
export type PlanFileKind = (typeof fileKinds)[number];
export const fileWords: Record<PlanFileKind, string> = {
  plan: 'Het ondersteuningsplan',
  talk: 'Verslag van het overleg met de gemeenten',
};

export const planLabels = {
  name: 'Naam van het plan',
  from: 'Eerste dag',
  to: 'Laatste dag',
  pages: 'Aantal bladzijden',
  on: 'Op welke dag?',
  with: 'Met welke gemeenten?',
  reasons: 'Waarom gaat het plan terug?',
  file: 'Bestand',
  kind: 'Wat is het?',
} as const;

export const priorityLabels = {
  name: 'Naam van het speerpunt',
  position: 'Volgorde',
  page: 'Bladzijde',
  text: 'Waar gaat het over?',
} as const;
