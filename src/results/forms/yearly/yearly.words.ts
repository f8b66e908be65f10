import { showDate } from '../../../platform/pure/dates.ts';
import type { Days } from './yearly.rules.ts';

export const yearlyPath = '/resultaten/jaarvraag';
export const yearlyHref = (code: string): string => `${yearlyPath}/${code}`;

export const monthNames = [
  ...['januari', 'februari', 'maart', 'april', 'mei', 'juni'],
  ...['juli', 'augustus', 'september', 'oktober', 'november', 'december'],
] as const;

export const labels = {
  grade: 'Welk cijfer geeft u het werk van het samenwerkingsverband?',
  wentWell: 'Wat ging er goed?',
  couldBeBetter: 'Wat kan er beter?',
  nameShown: 'Uw naam',
} as const;

export const needFields = { gradeGiven: ['grade'] } as const;

/** `2025` is the school year 2025-2026. */
export const schoolYearName = (year: number): string => `${year}-${year + 1}`;

export const openWords = ({ opens, lastDay }: Days): string =>
  `De jaarvraag staat open van ${showDate(opens)} tot en met ${showDate(lastDay)}.`;

/** Who reads what, said before somebody writes. */
export const whoReads = [
  'Uw cijfer telt mee in het cijfer van het samenwerkingsverband. De teamleider kan het per school zien; anderen alleen als gemiddelde van ten minste tien mensen.',
  'Uw woorden lezen de teamleider, de directeur-bestuurder en de beleidsadviseur, vanaf 1 augustus. Uw naam en school staan er alleen bij als u dat wilt.',
] as const;
