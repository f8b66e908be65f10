/** Plans in Dutch. */
import type { Failure, PlanStatus } from './plan.rules.ts';

export const planStatusWords: Readonly<Record<PlanStatus, string>> = {
  queued: 'Wacht op de planner',
  running: 'De planner rekent',
  done: 'Klaar',
  stopped: 'Gestopt',
  failed: 'Niet gelukt',
  published: 'Gepubliceerd',
  discarded: 'Weggelegd',
};

/** What the planner is doing, under the engine's own word for it. */
export const phaseWords: Readonly<Record<string, string>> = {
  facts: 'Gegevens verzamelen',
  prices: 'Een eerste plan maken, en uitrekenen wat hoogstens kan',
  columns: 'Combinaties zoeken',
  search: 'Het plan verbeteren',
  explain: 'De uitleg schrijven',
};

export const failureWords: Readonly<Record<Failure, string>> = {
  notALead: 'Wie dit plan vroeg, is geen teamleider meer. Vraag het zelf opnieuw aan.',
  keepsEnding: 'De planner is drie keer onderbroken. Kies Opnieuw om het nog eens te proberen.',
  tooLong: 'De planner deed er te lang over en is gestopt. Kies Opnieuw, of maak de periode korter.',
  memory: 'Dit plan is te groot voor de planner. Maak de periode korter of leg een deel vast.',
  clash: 'Wat is vastgezet, kan niet samen. Bij de uitleg staat wat er botst.',
  broken: 'Er ging iets mis in de planner. Kies Opnieuw om het nog eens te proberen.',
};

export const planFaultWords = {
  startsInReach: 'Kies een eerste maandag binnen een jaar, en niet voor deze week.',
  basisKnown: 'Het plan waarop u wilt voortbouwen bestaat niet meer.',
  basisReady: 'Het plan waarop u wilt voortbouwen heeft nog geen uitkomst.',
  planRests: 'De planner is nog bezig met dit plan. Wacht tot het klaar is, of stop de planner eerst.',
  planMoves: 'Dit kan niet meer met dit plan: het is gepubliceerd of weggelegd.',
  notAtWork: 'De planner werkt niet aan dit plan.',
  lineFull: 'Er wachten al tien plannen op de planner. Wacht tot er een klaar is, of stop er een.',
  nothingFound: 'Dit plan heeft nog geen uitkomst.',
  specialistKnown: 'Deze specialist doet niet mee in dit plan.',
  schoolKnown: 'Deze school doet niet mee in dit plan.',
  demandKnown: 'Deze vraag doet niet mee in dit plan.',
  alreadyMarked: 'Dit is al vastgezet of uitgesloten.',
  markKnown: 'Dit staat niet meer vast of uitgesloten.',
  changePossible: 'Deze verandering kan niet.',
  stillFits: 'Niet alles uit dit plan past bij wat er nu is of al is voorgesteld.',
  planPublished: 'Dit plan kan nu niet worden gepubliceerd.',
} as const;
export type PlanFaultCode = keyof typeof planFaultWords;

/** On the timeline of a stationing that an earlier plan proposed. */
export const replacedWords = 'Vervangen door een nieuwer plan.';

/** Why a part of a plan cannot be published any more. */
export const misfitWords = {
  otherPublished: 'Na dit plan is een ander plan gepubliceerd.',
  demandGone: 'Deze vraag heeft al iemand, of is niet meer open.',
  specialistGone: 'Deze specialist werkt hier niet meer.',
  schoolGone: 'Deze school bestaat niet meer.',
  noRoom: 'Dit past niet meer in het contract.',
  periodPast: 'De periode van dit plan is voorbij.',
  stationingRefused: 'Deze stationering kan niet worden voorgesteld.',
} as const;
export type MisfitCode = keyof typeof misfitWords;

/** Somebody who is only made up in a plan. */
export const madeUpName = 'de extra specialist';
