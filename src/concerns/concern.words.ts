/** Dutch for everything of a concern. A new state, step or need without a sentence here does not compile. */
import { showDate } from '../platform/pure/dates.ts';
import { capital } from '../platform/pure/text.ts';
import type { About, Need, Relation, Status, StepName, SystemStep } from './concern.rules.ts';
import { type Parties, parties } from './concern-parties.words.ts';
import type { Facts } from './needs.rules.ts';

/** What a concern is about, as a choice. */
export const aboutWords: Record<About, string> = {
  school: 'De school',
  partnership: 'Het samenwerkingsverband',
};

const statusesWith = ({ first, theUpper }: Parties): Record<Status, string> => ({
  noted: 'Notitie',
  with_director: `Bij de ${first}`,
  working: 'In gesprek',
  board_proposed: `Voorstel aan ${theUpper}`,
  with_board: `Bij ${theUpper}`,
  resolved: 'Opgelost',
  closed: 'Afgesloten',
});

const explainedWith = ({ first, theUpper }: Parties, whose: string): Record<Status, string> => ({
  noted: 'Alleen de schrijver ziet de notitie.',
  with_director: `De ${first} ${whose} is op de hoogte en reageert.`,
  working: `Er is een gesprek geweest met de ${first}. Wie meedoet, werkt aan een oplossing.`,
  board_proposed: `Iemand vindt dat ${theUpper} nodig is. De ${first} zegt wat die ervan vindt.`,
  with_board: `${capital(theUpper)} ziet de zorg zoals de ${first} hem zag.`,
  resolved: 'Kinderen merken dat het beter gaat.',
  closed: 'Er is met een reden gestopt.',
});

/** The step as a button. */
const stepsWith = ({ first, upper, theUpper }: Parties): Record<StepName, string> => ({
  revise: 'Notitie aanpassen',
  share_with_director: `Delen met de ${first}`,
  drop: 'Notitie weggooien',
  reply: `Reageren als ${first}`,
  add_participant: 'Iemand van de school laten meedoen',
  plan_conversation: 'Gesprek plannen',
  answer_invitation: 'Uitnodiging beantwoorden',
  hold_conversation: 'Gesprek vastleggen',
  confirm_report: 'Verslag bevestigen',
  review: 'Terugkijken',
  close: 'Afsluiten',
  propose_board: `${capital(upper)} voorstellen`,
  withdraw_proposal: 'Voorstel intrekken',
  take_position: 'Standpunt geven',
  not_to_board: `Niet naar ${theUpper}`,
  share_with_board: `Delen met ${theUpper}`,
  add_view: 'Zienswijze geven',
  resolve: 'Opgelost',
});

/** Where the form of a step stands: `/zorgen/:id/<slug>`. */
export const stepSlugs = {
  revise: 'aanpassen',
  share_with_director: 'delen',
  drop: 'weggooien',
  reply: 'reageren',
  add_participant: 'deelnemer',
  plan_conversation: 'gesprek-plannen',
  answer_invitation: 'uitnodiging',
  hold_conversation: 'gesprek',
  confirm_report: 'verslag',
  review: 'terugkijken',
  close: 'afsluiten',
  propose_board: 'bestuur-voorstellen',
  withdraw_proposal: 'voorstel-intrekken',
  take_position: 'standpunt',
  not_to_board: 'niet-naar-bestuur',
  share_with_board: 'delen-met-bestuur',
  add_view: 'zienswijze',
  resolve: 'opgelost',
} as const satisfies Record<StepName, string>;

/** The step as it stands on the timeline. */
const entriesWith = ({ first, theUpper }: Parties): Record<StepName | SystemStep, string> => ({
  revise: 'paste de notitie aan',
  share_with_director: `deelde de zorg met de ${first}`,
  drop: 'gooide de notitie weg',
  reply: 'reageerde',
  add_participant: 'liet iemand meedoen',
  plan_conversation: 'nodigde uit voor een gesprek',
  answer_invitation: 'beantwoordde de uitnodiging',
  hold_conversation: 'legde het gesprek vast',
  confirm_report: 'las het verslag',
  review: 'keek terug',
  close: 'sloot de zorg af',
  propose_board: `stelde voor ${theUpper} te betrekken`,
  withdraw_proposal: 'trok het voorstel in',
  take_position: 'gaf een standpunt',
  not_to_board: `besloot: niet naar ${theUpper}`,
  share_with_board: `deelde de zorg met ${theUpper}`,
  add_view: 'gaf een zienswijze',
  resolve: 'sloot de zorg af als opgelost',
  record_no_position: `Geen reactie van de ${first} binnen tien schooldagen`,
  record_not_confirmed: 'Verslag niet bevestigd binnen tien schooldagen',
  record_no_answer: 'Uitnodiging niet beantwoord binnen tien schooldagen',
});

export const choiceWords: Readonly<Record<string, string>> = {
  accurate: 'Klopt',
  inaccurate: 'Klopt niet',
  addition: 'Aanvulling',
  accepted: 'Akkoord',
  other_date: 'Ander moment',
  agrees: 'Eens',
  own_view: 'Eigen kijk',
  disagrees: 'Oneens',
  other: 'Anders',
  withdrawn: 'Ingetrokken',
  not_further: 'Niet verder',
};

const partnershipDirector = 'directeur-bestuurder van het samenwerkingsverband';

const relationsWith = (
  { first, second }: Parties,
  helper: string,
  upper: string,
): Record<Relation | 'system', string> => ({
  author: 'schrijver',
  contact_person: helper,
  school_director: first,
  team_lead: second,
  partnership_director: partnershipDirector,
  board_member: upper,
  proposer: 'indiener van het voorstel',
  participant: 'deelnemer',
  system: 'Kortelijn',
});

const wordsWith = (who: Parties, whose: string, helper: string, upper: string) => ({
  status: statusesWith(who),
  explained: explainedWith(who, whose),
  step: stepsWith(who),
  entry: entriesWith(who),
  relation: relationsWith(who, helper, upper),
});

/** The words of a concern about a school, and of one about the partnership. */
export const wordsAbout = {
  school: wordsWith(parties.school, 'van de school', 'schoolcontactpersoon', 'schoolbestuur'),
  partnership: wordsWith(
    parties.partnership,
    'van het samenwerkingsverband',
    'directeur',
    partnershipDirector,
  ),
} as const satisfies Record<About, unknown>;

/** Where it is not about one concern, a school's words are used. */
export const {
  status: statusWords,
  step: stepWords,
  entry: entryWords,
  relation: relationWords,
} = wordsAbout.school;

const isMirrored = (facts: Facts | undefined) => facts?.about === 'partnership';

/** A state as a choice over concerns of both kinds; a word that differs between them names both. */
export const statusChoiceWords: Record<Status, string> = {
  ...statusWords,
  with_director: 'Bij de directeur of teamleider',
  board_proposed: 'Voorstel aan bestuur of directeur-bestuurder',
  with_board: 'Bij bestuur of directeur-bestuurder',
};

/** Why the step cannot be taken now, and what to do first. */
const needWords: Record<Need, (facts: Facts | undefined, who: Parties) => string> = {
  stateAllows: (facts) =>
    facts === undefined
      ? 'Deze stap past niet bij hoe het nu staat.'
      : `Deze stap past niet bij «${wordsAbout[facts.about].status[facts.status]}». Kijk op de werkwijze wat er eerst komt.`,
  directorAppointed: (facts, { first }) =>
    `${isMirrored(facts) ? 'Het samenwerkingsverband' : 'Deze school'} heeft vandaag geen ${first} in Kortelijn. Vraag de beheerder een (waarnemend) ${first} aan te stellen.`,
  meaningForChildren: () => 'Er staat nog niet wat dit voor kinderen betekent. Vul dat aan.',
  goesWell: () => 'Er staat nog niet wat er goed gaat. Vul dat aan.',
  factAndImpressionApart: () => 'Wat u zag en wat u ervan denkt is dezelfde tekst. Zet feit en indruk apart.',
  noOpenMarks: () =>
    'De schrijfhulp vond iets dat er niet in hoort. Haal het weg, of bevestig wat moet blijven staan.',
  worksAtSchool: (facts) =>
    isMirrored(facts)
      ? 'Alleen een IB’er, leerkracht of schoolcontactpersoon van deze school kan meedoen. Kies iemand uit de lijst.'
      : 'Alleen een IB’er of leerkracht die nu op deze school werkt kan meedoen. Kies iemand uit de lijst.',
  notYetParticipant: () => 'Deze persoon doet al mee.',
  noOpenInvitation: (_, { first }) =>
    `Er staat nog een uitnodiging open. Wacht op het antwoord van de ${first}, of leg het gesprek vast.`,
  proposalsAhead: () => 'Stel momenten voor die nog komen.',
  invitedTakePart: () => 'U kunt alleen mensen uitnodigen die al meedoen. Laat iemand eerst meedoen.',
  openInvitation: () => 'Er staat geen uitnodiging open. Plan eerst een gesprek.',
  answersTheProposals: () => 'Kies een van de voorgestelde momenten, of noem een ander moment.',
  heldAfterSharing: (facts) =>
    facts?.sharedOn
      ? `Het gesprek kan niet vóór ${showDate(facts.sharedOn)} zijn geweest: toen werd de zorg gedeeld.`
      : 'De zorg is nog niet gedeeld.',
  notAhead: () => 'Deze datum ligt in de toekomst. Vul een dag in die al geweest is.',
  directorPresent: (facts, { first }) =>
    `Er was geen ${first} ${isMirrored(facts) ? 'van het samenwerkingsverband' : 'van de school'} bij. Een gesprek over een zorg voert u altijd eerst met de ${first}.`,
  directorInvited: (_, { first }) =>
    `De ${first} is niet genoemd. Kies de ${first} als aanwezige, of vul in wanneer de ${first} is uitgenodigd.`,
  agreementsOrReason: () =>
    'Leg ten minste één afspraak vast, of schrijf waarom er geen afspraken zijn (niet allebei).',
  reportToConfirm: () => 'Er is geen verslag dat nog bevestigd moet worden.',
  reviewAhead: () => 'Kies een dag in de toekomst om terug te kijken.',
  heldWithPresentDirector: (_, { first }) =>
    `Er is nog geen gesprek vastgelegd met de ${first} van nu. Altijd eerst de ${first}: voer dat gesprek en leg het vast.`,
  boardKnown: (facts) =>
    isMirrored(facts)
      ? 'Er is vandaag geen directeur-bestuurder in Kortelijn. Vraag de beheerder die aan te stellen.'
      : 'Van deze school is geen schoolbestuur bekend. Vraag de beheerder het bestuur in te vullen.',
  boardNotOnlyDirector: (facts) =>
    isMirrored(facts)
      ? 'De directeur-bestuurder is niemand anders dan de teamleider zelf. Vraag de beheerder een ander aan te stellen.'
      : 'Bij dit schoolbestuur is niemand anders bekend dan de directeur zelf. Vraag de beheerder het bestuur aan te vullen.',
  directorHeard: (facts, { first }) =>
    facts?.positionDueOn
      ? `De ${first} heeft nog geen standpunt gegeven. Dat kan tot en met ${showDate(facts.positionDueOn)}; daarna gaat het verder met «geen reactie».`
      : `De ${first} heeft nog geen standpunt gegeven.`,
  secondPerson: (_, { second }) =>
    `U schreef of deed dit voorstel zelf. Een tweede persoon beslist: is er geen andere ${second}, wijs een waarnemend ${second} aan.`,
  continuesEnded: () =>
    'U kunt alleen een opgeloste of afgesloten zorg van dezelfde school opnieuw oppakken.',
};

export interface Unmet {
  readonly code: string;
  readonly detail: string;
}

/** The needs as sentences. A code of the database that has no sentence (it cannot come from these pages) is said plainly. */
export function explain(needs: readonly string[], facts?: Facts): readonly Unmet[] {
  return needs.map((code) => ({ code, detail: detailOf(code, facts) }));
}

function detailOf(code: string, facts: Facts | undefined): string {
  if (code in needWords) return needWords[code as Need](facts, parties[facts?.about ?? 'school']);
  return code === 'writingAidLooks' ? noWritingAid : 'Dit staat de werkwijze niet toe.';
}

/** When the writing aid cannot look, nothing is shared. */
const noWritingAid =
  'De schrijfhulp werkt nu niet. Daarom is er niets gedeeld en niets verstuurd. Uw tekst staat er nog. Probeer het over een paar minuten opnieuw.';
