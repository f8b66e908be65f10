import type { MarkKind, OpenMark } from './writing-aid.rules.ts';

/** What the writing aid found, why that is not written down here, and what to write instead. */
export interface MarkWords {
  readonly name: string;
  readonly why: string;
  readonly instead: string;
}

export const MARK_WORDS = {
  bsn: {
    name: 'een nummer dat op een burgerservicenummer lijkt',
    why: 'Een burgerservicenummer mag hier nooit staan.',
    instead: 'Haal het nummer weg. Schrijf liever “een leerling in groep 5”.',
  },
  email: {
    name: 'een e-mailadres',
    why: 'Met een e-mailadres is te vinden over wie dit gaat.',
    instead: 'Haal het adres weg. Schrijf liever “de leerkracht van groep 5” of “een ouder”.',
  },
  phone: {
    name: 'een telefoonnummer',
    why: 'Met een telefoonnummer is te vinden over wie dit gaat.',
    instead: 'Haal het nummer weg. Schrijf liever wie u wilt bellen, zoals “de intern begeleider”.',
  },
  birthdate: {
    name: 'een geboortedatum',
    why: 'Met een geboortedatum is te vinden over welke leerling dit gaat.',
    instead:
      'Haal de datum weg. Schrijf liever “een leerling in groep 5”. Gaat het niet om een geboortedatum? Schrijf dan alleen de maand en het jaar.',
  },
  initials: {
    name: 'misschien voorletters',
    why: 'Ook een voorletter wijst op een school al gauw één kind aan.',
    instead:
      'Schrijf liever “een leerling uit groep 5”. Zijn het geen voorletters, of moeten zij er staan? Bevestig dat dan.',
  },
  diagnosis: {
    name: 'misschien een diagnose of medicijn',
    why: 'Wat een arts of psycholoog over een kind vond, hoort in het dossier van dat kind en niet hier.',
    instead:
      'Schrijf liever wat er nodig is: “een leerling die rust en vaste tijden nodig heeft”. Gaat het niet over een kind, zoals bij “beleid voor dyslexie”? Bevestig dat dan.',
  },
  name: {
    name: 'misschien een naam',
    why: 'Met een naam is te vinden over wie dit gaat.',
    instead:
      'Schrijf liever “een leerling uit groep 5” of “de leerkracht van groep 5”. Is het geen naam, of moet de naam er staan? Bevestig dat dan.',
  },
} as const satisfies Record<MarkKind, MarkWords>;

/** What to do about a mark: what is asked about elsewhere, but has to go here, cannot be confirmed. */
export function insteadOf({ kind, blocks }: Pick<OpenMark, 'kind' | 'blocks'>): string {
  const asked = kind === 'name' || kind === 'initials' || kind === 'diagnosis';
  if (blocks && asked)
    return 'Dit kan hier niet blijven staan. Kies iets waaraan niemand de leerling herkent.';
  return MARK_WORDS[kind].instead;
}

/** «een e-mailadres», «dit lijkt op voorletters» */
export const likenessOf = (kind: MarkKind) => MARK_WORDS[kind].name.replace(/^misschien /, 'dit lijkt op ');

/** A mark as the API tells it: what it is, where it stands, why not and what instead. */
export function tellMark(mark: OpenMark) {
  return { ...mark, why: MARK_WORDS[mark.kind].why, instead: insteadOf(mark) };
}
