/** What somebody reads who does not come in. It never tells whether anybody else is known here. */
import type { Arrival } from './login.actions.ts';

export type Refused = Exclude<Arrival['outcome'], 'in' | 'choose'>;

interface Words {
  readonly status: number;
  readonly title: string;
  readonly lines: readonly string[];
}

const askAdministrator = 'Klopt dat niet? Vraag het de beheerder van uw samenwerkingsverband.';

export const refusedWords: Readonly<Record<Refused, Words>> = {
  noVisit: {
    status: 400,
    title: 'Inloggen is niet gelukt',
    lines: [
      'Deze poging om in te loggen is verlopen, al gebruikt, of in een andere browser begonnen.',
      'Begin opnieuw. Uw browser moet cookies van deze website bewaren.',
    ],
  },
  down: {
    status: 503,
    title: 'De inlogdienst is niet bereikbaar',
    lines: [
      'De dienst waarmee u inlogt geeft nu geen antwoord. Er is niets verloren gegaan.',
      'Wacht een paar minuten en probeer het opnieuw.',
    ],
  },
  denied: {
    status: 403,
    title: 'U bent niet ingelogd',
    lines: ['Het inloggen is gestopt, door u of door de inlogdienst.', 'U kunt het opnieuw proberen.'],
  },
  clock: {
    status: 400,
    title: 'De klok van de inlogdienst loopt niet gelijk',
    lines: [
      'Het bewijs van de inlogdienst is te oud of komt uit de toekomst. Daarom kunnen wij het niet vertrouwen.',
      'Probeer het opnieuw. Blijft het misgaan? Vertel het de beheerder van uw samenwerkingsverband.',
    ],
  },
  refused: {
    status: 400,
    title: 'Inloggen is niet gelukt',
    lines: [
      'Het antwoord van de inlogdienst klopt niet. Daarom laten wij niemand binnen.',
      'Probeer het opnieuw. Blijft het misgaan? Vertel het de beheerder van uw samenwerkingsverband.',
    ],
  },
  stranger: {
    status: 403,
    title: 'Uw account is nog niet gekoppeld',
    lines: [
      'U bent ingelogd bij uw organisatie, maar Kortelijn kent dit account nog niet.',
      'U koppelt het met de uitnodiging die u per mail krijgt. Geen uitnodiging? Vraag die aan de beheerder van uw samenwerkingsverband.',
    ],
  },
  notToday: {
    status: 403,
    title: 'U hebt vandaag geen toegang',
    lines: ['Bij dit account hoort op dit moment geen toegang tot Kortelijn.', askAdministrator],
  },
  noLink: {
    status: 410,
    title: 'Deze link werkt niet meer',
    lines: [
      'Een link werkt één keer en zeven dagen. Vraag de beheerder van uw samenwerkingsverband om een nieuwe.',
    ],
  },
  taken: {
    status: 403,
    title: 'Dit account kan niet worden gekoppeld',
    lines: [
      'Log bij uw organisatie in met het account dat van u persoonlijk is, en gebruik de link dan opnieuw.',
      askAdministrator,
    ],
  },
};
