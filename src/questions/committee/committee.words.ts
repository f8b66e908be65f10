/** The committee in Dutch. Its own name is a word of the partnership. */
import type { Actor } from '../../platform/pure/actor.ts';
import { namesIn } from '../question.words.ts';
import type { ItemKind, ItemState, MeetingStatus } from './committee.rules.ts';

/** What the committee is called here: «ACTA», «toelaatbaarheidscommissie». */
export const committeeName = ({ tenant }: Pick<Actor, 'tenant'>): string => namesIn(tenant.labels).committee;

export const statusWords: Readonly<Record<MeetingStatus, string>> = {
  planned: 'gepland',
  held: 'geweest',
  cancelled: 'gaat niet door',
};

export const kindWords: Readonly<Record<ItemKind, string>> = {
  advice: 'Advies gevraagd',
  decision: 'Besluit gevraagd',
};

export const stateWords: Readonly<Record<ItemState, string>> = {
  open: 'staat open',
  advised: 'advies gegeven',
  decided: 'besloten',
  held_over: 'aangehouden',
  withdrawn: 'van de agenda',
};

export interface Unmet {
  readonly code: string;
  readonly detail: string;
}

/** Why something with a meeting cannot be, with a next step. The codes are those of the triggers in migrations/0025. */
const needWords: Readonly<Record<string, string>> = {
  meetingAhead: 'Kies een dag en tijd die nog komen. Een vergadering die al begon, kunt u niet verplaatsen.',
  cutOffAhead: 'Deze laatste dag is al voorbij. Kies vandaag of later.',
  cutOffBefore: 'De laatste dag om vragen aan te melden ligt na de vergadering. Kies een eerdere dag.',
  meetingOpen: 'Deze vergadering is geweest of gaat niet door. Hier verandert niets meer aan.',
  notYetBegun: 'De vergadering is begonnen. De laatste aanmelddag en het quorum staan nu vast.',
  meetingBegun: 'De vergadering is nog niet begonnen. Leg dit vast op de dag zelf of daarna.',
  agendaSettled:
    'Er staan nog vragen open op de agenda. Leg per vraag een advies of besluit vast, of houd de vraag aan.',
  somebodyPresent: 'Er is nog niemand aanwezig. Kies eerst wie er waren.',
  agendaEmpty:
    'Er staan vragen op de agenda. Houd die eerst aan tot een andere vergadering. Daarna kunt u deze annuleren.',
  nothingSettled:
    'Op deze vergadering is al een advies gegeven of een besluit genomen. Annuleren kan dan niet meer.',
  tookNoPart: 'Wie meedeed aan een advies of besluit, was erbij. Laat die persoon aangevinkt.',
  isMember: 'Alleen wie op die dag lid is van de commissie, kan aanwezig zijn.',
  noOpenMarks: 'De schrijfhulp vond iets in de tekst. Kijk dat eerst na.',
  writingAidLooks: 'De schrijfhulp kan nu niet kijken. Er is niets opgeslagen; probeer het zo weer.',
};

export const explain = (codes: readonly string[]): readonly Unmet[] =>
  codes.map((code) => ({ code, detail: needWords[code] ?? 'Dit kan nu niet.' }));

/** Fields of the forms here that can meet a need. */
export const needFields: Readonly<Record<string, readonly string[]>> = {
  meetingAhead: ['startsAt'],
  cutOffAhead: ['cutOffOn'],
  cutOffBefore: ['cutOffOn'],
  notYetBegun: ['quorum'],
  somebodyPresent: ['present'],
  tookNoPart: ['present'],
  isMember: ['present'],
};
