import type { StateTone } from '../../../platform/ui/parts.tsx';
import type { FormState, Level, Side } from './basic.rules.ts';

export const basicPath = '/resultaten/basisondersteuning';
export const schoolHref = (code: string): string => `${basicPath}/${code}`;
export const criteriaPath = `${basicPath}/criteria`;

export const levelWords: Readonly<Record<Level, string>> = {
  met: 'Op orde',
  partly: 'Deels op orde',
  not_yet: 'Nog niet op orde',
};

export const sideWords: Readonly<Record<Side, string>> = {
  school: 'de school',
  contact: 'de contactpersoon',
};

/** Of a form that one side wrote: who has to answer it. */
export const waitsFor = (writtenBy: Side): string =>
  `Wacht op antwoord van ${sideWords[writtenBy === 'school' ? 'contact' : 'school']}`;

export const stateWords: Readonly<Record<FormState, { readonly label: string; readonly tone: StateTone }>> = {
  waiting: { label: 'Wacht op antwoord', tone: 'waiting' },
  agreed: { label: 'Samen vastgesteld', tone: 'good' },
  answered: { label: 'Anders gezien', tone: 'alert' },
  replaced: { label: 'Vervangen', tone: 'quiet' },
};

export const needFields = {
  judgedInReach: ['judgedOn'],
  everyCriterion: ['judgements.0.level'],
  wordsGiven: ['words'],
} as const;

export const criterionLabels = {
  name: 'Criterium',
  explanation: 'Uitleg',
  source: 'Waar dit criterium vandaan komt',
  ended: 'Vervallen',
} as const;
