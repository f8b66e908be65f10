/** Dutch on the page on which a question is asked. */
import type { Level } from '../question.rules.ts';

/** Under each level: what it is for. */
export const levelHints: Record<Level, string> = {
  school: 'Bijvoorbeeld: hoe geven wij rekenen een vaste plek?',
  team: 'Bijvoorbeeld: hoe pakken wij gesprekken met ouders samen aan?',
  group: 'Bijvoorbeeld: groep 6 komt na de pauze niet tot werken.',
  pupil: 'Zonder naam. Hierbij vragen wij naar de ouders en naar toestemming.',
};

/** Ages as bands of two years, so that nobody can be told from it. */
export const ageBands = [
  '2-3',
  '4-5',
  '6-7',
  '8-9',
  '10-11',
  '12-13',
  '14-15',
  '16-17',
  '18-19',
  '20-22',
] as const;

/** «8-9» as people say it. */
export function showAge(band: string): string {
  const [from = '', to = ''] = band.split('-');
  if (from === to) return `${from} jaar`;
  return `${from} ${Number(to) - Number(from) === 1 ? 'of' : 'tot en met'} ${to} jaar`;
}

/**
 * Who gives consent, by the house rule of the partnership.
 * `parentsBelow`: below this age the parents do; `pupilFrom`: from this age the pupil does. Both in years.
 */
export function consentWords(parentsBelow: number, pupilFrom: number): string {
  if (parentsBelow === 0 && pupilFrom > 22) return 'Dit samenwerkingsverband vraagt vooraf geen toestemming.';
  if (pupilFrom >= parentsBelow)
    return `Onder ${parentsBelow} jaar geven de ouders toestemming. Vanaf ${pupilFrom} jaar geeft de leerling die zelf.`;
  const both =
    parentsBelow - pupilFrom === 1
      ? `Met ${pupilFrom} jaar`
      : `Van ${pupilFrom} tot en met ${parentsBelow - 1} jaar`;
  return `Onder ${pupilFrom} jaar geven de ouders toestemming. ${both} geven ouders en leerling die allebei. Vanaf ${parentsBelow} jaar geeft de leerling die zelf.`;
}

/** What a draft cannot be saved without, by field. */
export const wantedOfDraft: Readonly<Record<string, string>> = {
  level: 'waar uw vraag over gaat',
  schoolCode: 'de school',
  title: 'uw vraag in één zin',
  need: 'wat er nodig is',
};
