/** Dutch for everything of a concern. A new state, step or need without a sentence here does not compile. */
import { showDate } from '../platform/pure/dates.ts';
import type { Need, Relation, Status, StepName, SystemStep } from './concern.rules.ts';
import type { Facts } from './needs.rules.ts';

export const statusWords: Record<Status, string> = {
  noted: 'Notitie',
  with_director: 'Bij de directeur',
  working: 'In gesprek',
  board_proposed: 'Voorstel aan het bestuur',
  with_board: 'Bij het bestuur',
  resolved: 'Opgelost',
  closed: 'Afgesloten',
};

export const statusExplained: Record<Status, string> = {
  noted: 'Alleen de schrijver ziet de notitie.',
  with_director: 'De directeur van de school is op de hoogte en reageert.',
  working: 'Er is een gesprek geweest met de directeur. Wie meedoet, werkt aan een oplossing.',
  board_proposed: 'Iemand vindt dat het bestuur nodig is. De directeur zegt wat die ervan vindt.',
  with_board: 'Het bestuur ziet de zorg zoals de directeur hem zag.',
  resolved: 'Kinderen merken dat het beter gaat.',
  closed: 'Er is met een reden gestopt.',
};

/** The step as a button. */
export const stepWords: Record<StepName, string> = {
  revise: 'Notitie aanpassen',
  share_with_director: 'Delen met de directeur',
  drop: 'Notitie weggooien',
  reply: 'Reageren als directeur',
  add_participant: 'Iemand van de school laten meedoen',
  plan_conversation: 'Gesprek plannen',
  answer_invitation: 'Uitnodiging beantwoorden',
  hold_conversation: 'Gesprek vastleggen',
  confirm_report: 'Verslag bevestigen',
  review: 'Terugkijken',
  close: 'Afsluiten',
  propose_board: 'Bestuur voorstellen',
  withdraw_proposal: 'Voorstel intrekken',
  take_position: 'Standpunt geven',
  not_to_board: 'Niet naar het bestuur',
  share_with_board: 'Delen met het bestuur',
  add_view: 'Zienswijze geven',
  resolve: 'Opgelost',
};

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
export const entryWords: Record<StepName | SystemStep, string> = {
  revise: 'paste de notitie aan',
  share_with_director: 'deelde de zorg met de directeur',
  drop: 'gooide de notitie weg',
  reply: 'reageerde',
  add_participant: 'liet iemand meedoen',
  plan_conversation: 'nodigde uit voor een gesprek',
  answer_invitation: 'beantwoordde de uitnodiging',
  hold_conversation: 'legde het gesprek vast',
  confirm_report: 'las het verslag',
  review: 'keek terug',
  close: 'sloot de zorg af',
  propose_board: 'stelde voor het bestuur te betrekken',
  withdraw_proposal: 'trok het voorstel in',
  take_position: 'gaf een standpunt',
  not_to_board: 'besloot: niet naar het bestuur',
  share_with_board: 'deelde de zorg met het bestuur',
  add_view: 'gaf een zienswijze',
  resolve: 'sloot de zorg af als opgelost',
  record_no_position: 'Geen reactie van de directeur binnen tien schooldagen',
  record_not_confirmed: 'Verslag niet bevestigd binnen tien schooldagen',
  record_no_answer: 'Uitnodiging niet beantwoord binnen tien schooldagen',
};

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

export const relationWords: Record<Relation | 'system', string> = {
  author: 'schrijver',
  contact_person: 'schoolcontactpersoon',
  school_director: 'directeur',
  team_lead: 'teamleider',
  partnership_director: 'directeur-bestuurder van het samenwerkingsverband',
  board_member: 'schoolbestuur',
  proposer: 'indiener van het voorstel',
  participant: 'deelnemer',
  system: 'Kortelijn',
};

/** Why the step cannot be taken now, and what to do first. */
const needWords: Record<Need, (facts: Facts | undefined) => string> = {
  stateAllows: (facts) =>
    facts === undefined
      ? 'Deze stap past niet bij hoe het nu staat.'
      : `Deze stap past niet bij «${statusWords[facts.status]}». Kijk op de werkwijze wat er eerst komt.`,
  directorAppointed: () =>
    'Deze school heeft vandaag geen directeur in Kortelijn. Vraag de beheerder een (waarnemend) directeur aan te stellen.',
  meaningForChildren: () => 'Er staat nog niet wat dit voor kinderen betekent. Vul dat aan.',
  goesWell: () => 'Er staat nog niet wat er goed gaat. Vul dat aan.',
  factAndImpressionApart: () => 'Wat u zag en wat u ervan denkt is dezelfde tekst. Zet feit en indruk apart.',
  noOpenMarks: () =>
    'De schrijfhulp vond iets dat er niet in hoort. Haal het weg, of bevestig elke naam die moet blijven staan.',
  worksAtSchool: () =>
    'Alleen een IB’er of leerkracht die nu op deze school werkt kan meedoen. Kies iemand uit de lijst.',
  notYetParticipant: () => 'Deze persoon doet al mee.',
  noOpenInvitation: () =>
    'Er staat nog een uitnodiging open. Wacht op het antwoord van de directeur, of leg het gesprek vast.',
  proposalsAhead: () => 'Stel momenten voor die nog komen.',
  invitedTakePart: () => 'U kunt alleen mensen uitnodigen die al meedoen. Laat iemand eerst meedoen.',
  openInvitation: () => 'Er staat geen uitnodiging open. Plan eerst een gesprek.',
  answersTheProposals: () => 'Kies een van de voorgestelde momenten, of noem een ander moment.',
  heldAfterSharing: (facts) =>
    facts?.sharedOn
      ? `Het gesprek kan niet vóór ${showDate(facts.sharedOn)} zijn geweest: toen werd de zorg gedeeld.`
      : 'De zorg is nog niet gedeeld.',
  notAhead: () => 'Deze datum ligt in de toekomst. Vul een dag in die al geweest is.',
  directorPresent: () =>
    'Er was geen directeur van de school bij. Een gesprek over een zorg voert u altijd eerst met de directeur.',
  directorInvited: () =>
    'De directeur is niet genoemd. Kies de directeur als aanwezige, of vul in wanneer de directeur is uitgenodigd.',
  agreementsOrReason: () =>
    'Leg ten minste één afspraak vast, of schrijf waarom er geen afspraken zijn (niet allebei).',
  reportToConfirm: () => 'Er is geen verslag dat nog bevestigd moet worden.',
  reviewAhead: () => 'Kies een dag in de toekomst om terug te kijken.',
  heldWithPresentDirector: () =>
    'Er is nog geen gesprek vastgelegd met de directeur van nu. Altijd eerst de directeur: voer dat gesprek en leg het vast.',
  boardKnown: () =>
    'Van deze school is geen schoolbestuur bekend. Vraag de beheerder het bestuur in te vullen.',
  boardNotOnlyDirector: () =>
    'Bij dit schoolbestuur is niemand anders bekend dan de directeur zelf. Vraag de beheerder het bestuur aan te vullen.',
  directorHeard: (facts) =>
    facts?.positionDueOn
      ? `De directeur heeft nog geen standpunt gegeven. Dat kan tot en met ${showDate(facts.positionDueOn)}; daarna gaat het verder met «geen reactie».`
      : 'De directeur heeft nog geen standpunt gegeven.',
  secondPerson: () =>
    'U schreef of deed dit voorstel zelf. Een tweede persoon beslist: is er geen andere teamleider, wijs een waarnemend teamleider aan.',
  continuesEnded: () =>
    'U kunt alleen een opgeloste of afgesloten zorg van dezelfde school opnieuw oppakken.',
};

export interface Unmet {
  readonly code: string;
  readonly detail: string;
}

/** The needs as sentences. A code of the database that has no sentence (it cannot come from these pages) is said plainly. */
export function explain(needs: readonly string[], facts?: Facts): readonly Unmet[] {
  return needs.map((code) => ({
    code,
    detail: code in needWords ? needWords[code as Need](facts) : 'Dit staat de werkwijze niet toe.',
  }));
}
