/** The protocol explained to whoever wants to know: what each step asks, in a few words; null = goes without saying. */
import type { Need } from '../need.rules.ts';

export const needsExplained: Record<Need, string | null> = {
  stateAllows: null,
  continuesEnded: null,
  signalledLately: null,
  noOpenMarks: null,
  pseudonym: 'bij een leerling: een schuilnaam',
  ageBand: 'bij een leerling: een leeftijd',
  parentsSpoken: 'bij een leerling: de ouders zijn gesproken',
  consent: 'bij een leerling: de toestemming van de huisregel',
  askedAlong: 'wie antwoordt, is gevraagd',
  isSpecialist: 'iemand die vandaag specialist is',
  notYetInvolved: null,
  meetingPlanned: 'een vergadering die nog komt',
  beforeCutOff: 'voor de laatste dag van aanleveren',
  fileComplete: 'een compleet dossier',
  somethingMissing: 'er ontbrak iets',
  adviceAsked: 'er is om een advies gevraagd',
  meetingBegun: 'de vergadering is begonnen',
  quorum: 'genoeg leden die niets met de school of de vraag te maken hadden',
  tlvOfPupil: 'een toelaatbaarheidsverklaring alleen bij een leerling',
  opinionsNotAhead: null,
  opinionsDiffer: 'bij een toelaatbaarheidsverklaring: twee deskundigen met elk een eigen functie',
  notYetAssigned: null,
  periodAhead: 'een periode die nog niet voorbij is',
  withinContract: 'het past binnen het contract',
  notAhead: null,
  afterSignal: null,
  scoresOrReason: 'doelen, of waarom er geen doel is',
  endScores: 'van elk doel een eindscore van school en specialist',
  visitsConfirmed: 'de school heeft de bezoeken bevestigd',
  untilLater: 'een latere laatste dag',
  whoseAssignment: null,
};

/** What everything follows from. */
export const principles = [
  [
    'De kortste lijn',
    'Een vraag gaat meteen naar iemand die kan helpen. Meedenken kan al bij het eerste concept.',
  ],
  [
    'Licht waar het kan',
    'Over school, team of groep stelt u een vraag in een paar zinnen. Zonder leerling en zonder dossier.',
  ],
  ['Altijd een antwoord', 'Afwijzen of stoppen kan niet zonder reden en een volgende stap.'],
  ['Wij tellen onszelf', 'Kortelijn telt de schooldagen en hoe vaak een vraag van hand tot hand gaat.'],
] as const;

/** Who reads what. */
export const readers = [
  [
    'School',
    'De IB’er, de directeur en de contactpersoon lezen elke vraag van de school. Een leerkracht leest de eigen vragen.',
  ],
  ['Specialist', 'Leest een vraag om op mee te denken of aan te werken, en geen andere.'],
  [
    'Teamleider',
    'Leest vragen over school, team en groep. Bij een leerling alleen wat nodig is om te plannen.',
  ],
  [
    'Commissie',
    'Leest wat op haar agenda staat. Wie met de school of de vraag werkte, doet twee jaar niet mee.',
  ],
  ['Bestuur en beleid', 'Zien alleen aantallen, en nooit minder dan vijf.'],
] as const;
