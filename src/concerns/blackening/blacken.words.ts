/** Dutch for blackening. */
import type { Place, Reason } from './blacken.facts.ts';

/** What the texts of a concern are called on the page, by their name in the API. */
const fieldWords: Readonly<Record<string, string>> = {
  occasion: 'Ter sprake gekomen bij',
  observation: 'Wat gebeurde er',
  impression: 'Indruk van de schrijver',
  meaningForChildren: 'Wat betekent dit voor kinderen',
  goesWell: 'Wat gaat er goed',
  theme: 'Thema',
  text: 'Tekst',
  reason: 'Reden of uitkomst',
  outcome: 'Uitkomst',
  what: 'Wat',
  who: 'Wie',
  childrenNotice: 'Wat kinderen merken',
};

export const reasonWords: Record<Reason, string> = {
  name: 'een naam',
  child: 'iets over één kind',
  health: 'iets over gezondheid',
  contact: 'een adres, telefoonnummer of ander nummer',
  other: 'iets dat hier niet hoort',
};

/** What a place is called: «Wat gebeurde er», «Afspraak 2: wat». */
export function placeName({ field }: Place): string {
  const [, position, of] = /^agreements\.(\d+)\.(\w+)$/.exec(field) ?? [];
  if (position === undefined || of === undefined) return fieldWords[field] ?? field;
  return `Afspraak ${Number(position) + 1}: ${(fieldWords[of] ?? of).toLowerCase()}`;
}
