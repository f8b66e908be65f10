/** Who is who in a sentence. The road of a concern is the same; about a school or about the partnership other people stand along it. */
import type { About } from './concern.rules.ts';

export interface Parties {
  /** Who is addressed first. */
  readonly first: string;
  /** To whom it goes only after that; with and without its article. */
  readonly upper: string;
  readonly theUpper: string;
  /** The second person, who decides whether it goes up. */
  readonly second: string;
  /** Where people first try to solve it together. */
  readonly place: string;
  /** What the upper one is asked to do. */
  readonly talkTogether: string;
}

export const parties: Record<About, Parties> = {
  school: {
    first: 'directeur',
    upper: 'bestuur',
    theUpper: 'het bestuur',
    second: 'teamleider',
    place: 'op school',
    talkTogether: 'Bespreek de zorg met school en samenwerkingsverband',
  },
  partnership: {
    first: 'teamleider',
    upper: 'directeur-bestuurder',
    theUpper: 'de directeur-bestuurder',
    second: 'directeur',
    place: 'met de teamleider',
    talkTogether: 'Bespreek de zorg met de school en de teamleider',
  },
};
