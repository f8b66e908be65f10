import type { TransitionStep } from './transition.rules.ts';

export const transitionWords: Record<TransitionStep, string> = {
  talk: 'Gesprek over arbeidsvoorwaarden',
  offer: 'Aanbod',
  signed: 'Ondertekend',
  started: 'Begonnen in de nieuwe rol',
};

export const transitionLabels = {
  personId: 'Wie?',
  profileId: 'Naar welk functieprofiel?',
  step: 'Welke stap?',
  onDate: 'Wanneer?',
  words: 'In een paar woorden',
} as const;

export const whoReads = 'Alleen deze persoon en de teamleider lezen dit.';
