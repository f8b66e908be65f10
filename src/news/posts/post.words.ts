/** Dutch for posts. */
import { list } from '../../platform/pure/text.ts';
import type { FixNeed } from './fix.rules.ts';
import type { PictureFault } from './markdown.ts';
import { type Audience, audiences } from './post.access.ts';
import type { Need, State } from './post.rules.ts';

export interface Unmet {
  readonly code: string;
  readonly detail: string;
}

/** What the database may refuse besides. */
type Law =
  | 'publishedStays'
  | 'areaKnown'
  | 'boardKnown'
  | 'topicKnown'
  | 'pilotKnown'
  | 'ambitionKnown'
  | 'appointmentKnown'
  | 'pictureKnown'
  | 'pictureUsed'
  | 'roomForMore'
  | 'knownKind'
  | 'fileChosen'
  | 'notTooLarge'
  | 'pictureReadable'
  | 'promisesStand'
  | 'rulesAhead'
  | 'writingAidLooks';

const words: Readonly<Record<Need | FixNeed | Law, string>> = {
  stateAllows: 'Dit past niet bij hoe het bericht nu staat.',
  publishedStays: 'Wat lezers al zagen, verandert niet meer. Schrijf een update.',
  audienceGiven: 'Kies voor wie het bericht is.',
  bodyGiven: 'Schrijf de tekst van het bericht.',
  translationWhole: 'Een vertaling is nog leeg. Maak die af of verwijder die.',
  picturesFit: 'Er is iets mis met een beeld in de tekst.',
  timeAhead: 'Kies een moment dat nog komt, hoogstens een jaar vooruit.',
  reasonGiven: 'Schrijf op waarom.',
  originalGiven: 'Schrijf de update in elk geval in de taal van het bericht zelf.',
  languageKnown: 'Het bericht is er niet in deze taal. Voeg eerst die vertaling toe.',
  languageFree: 'Het bericht is er al in deze taal.',
  spellingOnly: 'Dit is meer dan een spelfout. Schrijf een update.',
  ownOrEditor: 'Een concept van een ander gooit alleen een redacteur weg.',
  noRoundAsks: 'Een consultatie gaat over dit concept. Zolang die er is, blijft het staan.',
  noOpenMarks: 'De schrijfhulp vond iets. Haal het weg, of bevestig dat het mag blijven staan.',
  fixShort: 'Een spelfout is hoogstens 60 tekens. Schrijf voor meer een update.',
  fixChanges: 'Er verandert niets. Vul in wat er komt te staan.',
  fixWordsOnly: 'Een spelfout zit in woorden, niet in een adres of opmaak. Schrijf anders een update.',
  fixKeepsNumbers: 'Een getal verandert niet als spelfout. Schrijf een update.',
  fixKeepsMeaning:
    'Een woord dat zegt of, wie, hoeveel of wanneer («niet», «moet», «twee», «maandag») verandert niet als spelfout. Schrijf een update.',
  fixNear: 'Dit zijn andere woorden. Schrijf een update.',
  fixRoom: 'Deze tekst is al vijftig keer verbeterd. Schrijf een update.',
  fixFound: 'Deze woorden staan niet in de tekst. Neem ze letterlijk over.',
  fixOnce: 'Deze woorden staan vaker in de tekst. Neem er een woord omheen bij.',
  fixWhole: 'Neem hele woorden over.',
  areaKnown: 'Dit gebied kennen wij niet.',
  boardKnown: 'Dit schoolbestuur kennen wij niet.',
  topicKnown: 'Dit onderwerp staat niet in de lijst.',
  pilotKnown: 'Deze pilot kennen wij niet.',
  ambitionKnown: 'Kies een ambitie uit de lijst.',
  appointmentKnown: 'Deze aanstelling kennen wij niet.',
  promisesStand:
    'Een toezegging past niet meer bij het bericht: de zin staat er niet meer zo in, de doelgroep is anders, of de laatste dag is voorbij. Haal haar weg en maak haar opnieuw.',
  rulesAhead:
    'Een werkafspraak begint voor de dag waarop dit bericht uitkomt. Haal haar weg en kies een latere dag.',
  pictureKnown: 'Dit beeld hoort niet bij dit bericht.',
  pictureUsed: 'Dit beeld staat nog in de tekst. Haal het daar eerst weg.',
  roomForMore: 'Bij dit bericht kan geen bestand meer.',
  knownKind: 'Dit soort bestand nemen wij niet aan.',
  fileChosen: 'Kies een bestand.',
  notTooLarge: 'Dit bestand is te groot.',
  pictureReadable: 'Dit beeld kunnen wij niet lezen. Bewaar het opnieuw als JPEG of PNG en probeer het dan.',
  writingAidLooks:
    'De schrijfhulp werkt nu niet. Er is niets verstuurd. Probeer het over een paar minuten opnieuw.',
};

export const explainPost = (codes: readonly string[]): readonly Unmet[] =>
  codes.map((code) => ({
    code,
    detail: (words as Readonly<Record<string, string>>)[code] ?? 'Dit kan nu niet.',
  }));

const pictureWords: Record<PictureFault['code'], string> = {
  pictureOfOthers:
    'hier staat een beeld van een andere website. Dat vertelt die website wie dit leest. Voeg het beeld bij het bericht en schrijf ![wat erop staat](beeld:1).',
  pictureUnknown: 'dit beeld hoort niet bij dit bericht. Kijk welk nummer het heeft.',
  pictureWithoutWords: 'schrijf tussen de haken wat er op het beeld staat, voor wie het niet ziet.',
};

/** «Regel 3: hier staat …» */
export const explainPicture = ({ code, line }: PictureFault): string =>
  `Regel ${line}: ${pictureWords[code]}`;

export const stateWords: Readonly<Record<State, string>> = {
  draft: 'Concept',
  planned: 'Gepland',
  published: 'Gepubliceerd',
  withdrawn: 'Ingetrokken',
};

export const audienceWords: Readonly<Record<Audience, string>> = {
  public: 'Iedereen',
  parents: 'Ouders',
  schools: 'Scholen',
  professionals: 'Professionals',
  boards: 'Schoolbesturen',
};

/** «iedereen, ouders en scholen», in the order of the choice. */
export const forWhom = (chosen: readonly Audience[]): string =>
  list(audiences.filter((one) => chosen.includes(one)).map((one) => audienceWords[one].toLowerCase()));

/** Who that is, at the choice. */
export const audienceHints: Readonly<Record<Audience, string>> = {
  public: 'Staat op de website. Ook zonder inloggen te lezen.',
  parents:
    'Staat op de website bij berichten voor ouders. Ook zonder inloggen te lezen: ouders hebben geen account.',
  schools: 'Directeuren, intern begeleiders en leerkrachten.',
  professionals:
    'Schoolcontactpersonen, ondersteuningsspecialisten en iedereen van het samenwerkingsverband.',
  boards: 'Leden van schoolbesturen.',
};
