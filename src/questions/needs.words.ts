/** Every need of a question in Dutch, each with what to do first. A new need without a sentence here does not compile. */
import { showDate } from '../platform/pure/dates.ts';
import type { Need } from './need.rules.ts';
import { consentNeeded, type Facts } from './needs.rules.ts';
import { ended } from './question.rules.ts';
import { type Labels, namesIn, statusWordsIn } from './question.words.ts';

type Names = ReturnType<typeof namesIn>;

/** Whose consent is still missing. */
function consentMissing(facts: Facts | undefined): string {
  const needed = facts === undefined ? { parents: true, pupil: true } : consentNeeded(facts);
  const parents = needed.parents && !facts?.parentsConsentOn;
  const pupil = needed.pupil && !facts?.pupilConsentOn;
  const who = parents && pupil ? 'de ouders en van de leerling' : pupil ? 'de leerling' : 'de ouders';
  return `De toestemming van ${who} staat er nog niet bij. Vraag toestemming en vul in wanneer u die kreeg.`;
}

function otherState(facts: Facts | undefined, labels?: Labels): string {
  if (facts === undefined)
    return 'Deze stap past niet bij hoe het nu staat. Kijk op de werkwijze wat er eerst komt.';
  const status = statusWordsIn(labels)[facts.status];
  return ended.some((one) => one === facts.status)
    ? `De vraag staat op «${status}»: deze stap kan niet meer. Kijk op de werkwijze wat nog wel kan.`
    : `Deze stap past niet bij «${status}». Kijk op de werkwijze wat er eerst komt.`;
}

const needWords: Record<Need, (facts: Facts | undefined, names: Names, labels?: Labels) => string> = {
  stateAllows: (facts, _names, labels) => otherState(facts, labels),
  continuesEnded: () =>
    'U kunt alleen verdergaan op een vraag van dezelfde school die klaar is. Kies een andere vraag, of begin zonder.',
  signalledLately: () =>
    'Dit eerste signaal ligt te ver terug. Kies een dag in dit schooljaar of in de twee schooljaren ervoor.',
  noOpenMarks: () =>
    'De schrijfhulp vond iets dat er niet in hoort. Haal het weg, of bevestig wat moet blijven staan.',
  pseudonym: () =>
    'Er staat nog geen schuilnaam. Kies een naam die niet op de naam van de leerling lijkt, zonder initialen.',
  ageBand: () => 'Er staat nog geen leeftijd. Kies de leeftijd van de leerling, bijvoorbeeld 8-9.',
  parentsSpoken: () =>
    'Er staat nog niet wanneer de ouders zijn gesproken. Spreek de ouders eerst en vul de dag in.',
  consent: consentMissing,
  askedAlong: (facts, { contact }) =>
    facts?.relations.includes('asked_along') === true
      ? `U bent gevraagd om mee te denken: neem het aan of zeg dat het niet kan. Iemand anders vragen doet de ${contact}, de IB’er of de teamleider.`
      : `U bent niet gevraagd om mee te denken. Vraag de ${contact} of de IB’er om dat te doen.`,
  isSpecialist: (_, { specialist }) =>
    `Deze persoon is vandaag geen ${specialist}. Kies iemand uit de lijst.`,
  notYetInvolved: () => 'Deze persoon is al gevraagd of doet al mee. Kies iemand anders.',
  meetingPlanned: (_, { committee }) =>
    `Deze vergadering van de ${committee} is al begonnen of gaat niet door. Kies een vergadering die nog komt.`,
  beforeCutOff: (_, { committee }) =>
    `De agenda van deze vergadering is gesloten. Kies een latere vergadering van de ${committee}.`,
  fileComplete: (facts, { committee }) =>
    facts?.incompleteOn
      ? `Het dossier bij de ${committee} is niet compleet. Vul aan wat er mist en kies «Dossier is compleet».`
      : 'Er staat nog geen dossiernummer bij deze leerling. Vul het nummer uit uw eigen leerlingdossier in.',
  somethingMissing: () => 'Er mist niets in het dossier. U hoeft niets te doen.',
  adviceAsked: (_, { committee }) =>
    `Aan de ${committee} is een besluit gevraagd, geen advies. Leg een besluit vast, of houd de vraag aan.`,
  meetingBegun: (_, { committee }) =>
    `De vergadering van de ${committee} is nog niet begonnen. Leg de uitkomst daarna vast.`,
  quorum: (facts) =>
    facts?.meeting
      ? `Er waren ${facts.meeting.takers} leden die mee mogen beslissen en er zijn er ${facts.meeting.quorum} nodig. Vul in wie er waren, of houd de vraag aan.`
      : 'Er waren niet genoeg leden die mee mogen beslissen. Vul in wie er waren, of houd de vraag aan.',
  tlvOfPupil: () =>
    'Een toelaatbaarheidsverklaring geldt voor één leerling, en deze vraag gaat niet over een leerling. Kies een arrangement, of leg een vraag over de leerling voor.',
  opinionsNotAhead: () =>
    'De dag van een deskundige ligt in de toekomst. Vul de dag in waarop het oordeel er al was.',
  opinionsDiffer: () =>
    'De twee deskundigen hebben dezelfde functie. Vul twee verschillende functies in, zoals orthopedagoog en jeugdarts.',
  notYetAssigned: () => 'Deze persoon is al toegewezen aan deze vraag. Kies iemand anders.',
  periodAhead: () => 'De laatste dag ligt vóór de eerste, of is al voorbij. Kies een periode die nog loopt.',
  withinContract: () =>
    'Dit past niet in de uren van deze persoon in die weken. Kies iemand anders, een andere periode of minder dagdelen, of draag eerst ander werk over.',
  notAhead: () => 'Deze datum ligt in de toekomst. Vul een dag in die al geweest is.',
  afterSignal: (facts) =>
    facts === undefined
      ? 'Het eerste contact kan niet vóór het eerste signaal zijn. Kies een latere dag.'
      : `Het eerste contact kan niet vóór ${showDate(facts.signalledOn)} zijn: toen was het eerste signaal. Kies een latere dag.`,
  scoresOrReason: (facts) => {
    const goals = facts?.goals ?? [];
    if (goals.length === 0)
      return 'Er is nog geen doel bij deze vraag. Maak een doel, of schrijf waarom er geen doel is.';
    return goals.every((goal) => goal.endBySchool || goal.endBySpecialist)
      ? 'Er zijn doelen bij deze vraag. Laat de reden waarom er geen doel is leeg.'
      : 'Niet elk doel heeft een score na de inzet. Geef die eerst, van de school of van de specialist.';
  },
  endScores: (facts) =>
    facts !== undefined && facts.goals.length === 0
      ? 'Er is geen doel meer, en bij de evaluatie staat niet waarom. Verleng de inzet en evalueer opnieuw.'
      : endScoresMissing(facts),
  visitsConfirmed: (facts) =>
    `${visits(facts?.unconfirmedVisits)} nog niet door de school bevestigd. Vraag de school om dat te doen.`,
  untilLater: (facts) =>
    facts?.evaluateBy
      ? `De inzet loopt al tot en met ${showDate(facts.evaluateBy)}. Kies een latere dag, die nog komt.`
      : 'De laatste dag is nog niet later. Kies een dag die nog komt.',
  whoseAssignment: () =>
    'Het is niet duidelijk wiens werk u overdraagt, of u mag dat werk niet overdragen. Kies van wie u het werk overdraagt, of vraag de teamleider.',
};

function endScoresMissing(facts: Facts | undefined): string {
  const goals = facts?.goals ?? [];
  const lacking = [
    ...(goals.some((goal) => !goal.endBySchool) ? ['de school'] : []),
    ...(goals.some((goal) => !goal.endBySpecialist) ? ['de specialist'] : []),
  ];
  const of = lacking.length === 0 ? 'school en specialist' : lacking.join(' en van ');
  return `Bij een doel mist nog de eindscore van ${of}. Vul die eerst in.`;
}

const visits = (number = 1) => (number === 1 ? 'Er is een bezoek' : `Er zijn ${number} bezoeken`);

export interface Unmet {
  readonly code: string;
  readonly detail: string;
}

/** The needs as sentences. A code of the database that has no sentence (it cannot come from these pages) is said plainly. */
export function explain(needs: readonly string[], facts?: Facts, labels?: Labels): readonly Unmet[] {
  return needs.map((code) => ({ code, detail: detailOf(code, facts, labels) }));
}

function detailOf(code: string, facts: Facts | undefined, labels: Labels | undefined): string {
  if (code in needWords) return needWords[code as Need](facts, namesIn(labels), labels);
  if (code === 'levelHasAttachments')
    return 'Er staan bijlagen bij deze vraag. Bij een vraag over een leerling kan dat niet: verwijder ze eerst.';
  if (code === 'ambitionKnown') return 'Kies een ambitie uit de lijst.';
  return code === 'writingAidLooks' ? noWritingAid : 'Dit staat de werkwijze niet toe.';
}

/** When the writing aid cannot look, nothing is sent. */
const noWritingAid =
  'De schrijfhulp werkt nu niet. Daarom is er niets verstuurd. Uw tekst staat er nog. Probeer het over een paar minuten opnieuw.';
