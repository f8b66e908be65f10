import type { StateTone } from '../../platform/ui/parts.tsx';
import type { Decision, PilotStatus } from './pilot.rules.ts';

export const pilotWords: Record<PilotStatus, string> = {
  draft: 'Concept',
  running: 'Loopt',
  decided: 'Besloten',
};

export const pilotTones: Record<PilotStatus, StateTone> = {
  draft: 'quiet',
  running: 'busy',
  decided: 'done',
};

export const decisionWords: Record<Decision, string> = {
  adopted: 'We gaan overal zo werken',
  adapted: 'We gaan zo werken, met aanpassingen',
  stopped: 'We stoppen ermee',
};

/** What a pilot is compared by: the same as elsewhere. By code, so that their figures can be read beside it. */
export const measureWords = {
  lead_time: 'Doorlooptijd van een vraag',
  first_contact: 'Tijd tot het eerste contact',
  hand_offs: 'Overdrachten tussen mensen',
  earliness: 'Hoe vroeg we betrokken zijn',
  light_route: 'Deel van de vragen zonder dossier',
  goal_attainment: 'Doelen die zijn bereikt',
  did_it_last: 'Of het standhield',
  visits: 'Bezoeken en tijd op school',
  own_words: 'Ervaringen in eigen woorden',
} as const;
export type MeasureCode = keyof typeof measureWords;
export const measureCodes = Object.keys(measureWords) as readonly MeasureCode[];

export const measureName = (code: string): string =>
  code in measureWords ? measureWords[code as MeasureCode] : code;

export const pilotLabels = {
  name: 'Naam van de pilot',
  difference: 'Wat gaat hier anders?',
  measures: 'Waarmee vergelijkt u?',
  ambitionId: 'Ambitie',
  startsOn: 'Eerste dag',
  endsOn: 'Laatste dag',
  schools: 'Scholen die meedoen',
  'schools.row': 'School',
  'schools.code': 'School',
  'schools.startsOn': 'Doet mee vanaf',
  'schools.endsOn': 'Tot en met',
  decision: 'Wat is het besluit?',
  reasons: 'Waarom?',
} as const;
