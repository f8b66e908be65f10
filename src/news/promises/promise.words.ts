/** Promises in Dutch. A new need, step or state without words here does not compile. */

import { type CivilDate, showDate } from '../../platform/pure/dates.ts';
import { count } from '../../platform/pure/text.ts';
import type { StateTone } from '../../platform/ui/parts.tsx';
import type { Audience } from '../posts/post.access.ts';
import { explainBy, type Sentences, type Unmet } from '../refusal.words.ts';
import {
  type Days,
  dayNow,
  daysLate,
  type Need,
  type State,
  type StepName,
  type StepTaken,
  stateOf,
} from './promise.rules.ts';

export const stateTones: Readonly<Record<State, StateTone>> = {
  open: 'waiting',
  late: 'alert',
  kept: 'done',
  keptLate: 'done',
};

/** In a word or two, late in words: «5 dagen te laat gehouden». */
export function stateWords(promise: Days, today: CivilDate): string {
  const late = count(daysLate(promise, today), 'dag', 'dagen');
  switch (stateOf(promise, today)) {
    case 'open':
      return 'Open';
    case 'late':
      return `${late} te laat`;
    case 'kept':
      return 'Gehouden';
    case 'keptLate':
      return `${late} te laat gehouden`;
  }
}

/** When, as a sentence: what was promised stays said. */
export function dayWords(promise: Days): string {
  const { dueOn, expectedOn, keptOn } = promise;
  const first = `Beloofd voor of op ${showDate(dueOn)}.`;
  if (keptOn !== null) return `${first} Gehouden op ${showDate(keptOn)}.`;
  return expectedOn === null ? first : `${first} Nu verwacht voor of op ${showDate(dayNow(promise))}.`;
}

export const audienceWords: Readonly<Record<Audience, string>> = {
  public: 'iedereen',
  parents: 'ouders',
  schools: 'scholen',
  professionals: 'professionals',
  boards: 'besturen',
};

export const stepWords: Readonly<Record<StepName, string>> = {
  make: 'Maak toezegging',
  keep: 'Vertel dat dit is gehouden',
  postpone: 'Vertel een latere dag',
  hand_over: 'Draag over',
};

/** On its timeline. */
export const entryWords: Readonly<Record<StepName, string>> = {
  make: 'Toegezegd',
  keep: 'Gehouden',
  postpone: 'Een latere dag verteld',
  hand_over: 'Overgedragen',
};

export const takenWords: Readonly<Record<StepTaken, string>> = {
  keep: 'De toezegging staat nu als gehouden.',
  postpone: 'De latere dag staat erbij. De eerste dag blijft ook staan.',
  hand_over: 'De toezegging is overgedragen.',
};

export const stepHints: Readonly<Record<StepTaken, string>> = {
  keep: 'Laat zien dat het is gebeurd: met een bericht, of in uw eigen woorden. Iedereen voor wie de toezegging is, leest dit.',
  postpone:
    'Vertel eerlijk wanneer het wel lukt en waarom het later wordt. De eerste dag blijft staan, en de toezegging blijft te laat als die dag voorbij is.',
  hand_over: 'De nieuwe eigenaar krijgt hierover bericht. De toezegging en haar dag veranderen niet.',
};

export type Trouble = Need | 'onlyWhatBelongs' | 'writingAidLooks';

const troubles: Sentences<Trouble> = {
  stateAllows: { field: '', detail: 'Deze toezegging is al gehouden.' },
  postStands: { field: '', detail: 'Dit bericht is ingetrokken. Een toezegging kan er niet meer bij.' },
  postKnown: {
    field: '',
    detail: 'Het bericht is nog niet gepubliceerd. Haal de toezegging weg en maak haar opnieuw.',
  },
  sentenceStands: {
    field: 'sentence',
    detail: 'Deze zin staat niet zo in het bericht of in een update. Neem de zin letterlijk over.',
  },
  promisedOnce: { field: 'sentence', detail: 'Deze zin is al een toezegging.' },
  audienceFits: {
    field: 'audiences',
    detail: 'Kies doelgroepen waarvoor het bericht is: wie het bericht niet leest, kan u er niet aan houden.',
  },
  dayAhead: { field: 'dueOn', detail: 'Kies vandaag of een latere dag, hoogstens vijf jaar vooruit.' },
  ownerWorks: {
    field: 'ownerId',
    detail: 'Kies iemand die vandaag een aanstelling bij het samenwerkingsverband heeft.',
  },
  otherOwner: { field: 'ownerId', detail: 'Kies iemand anders: deze persoon is al de eigenaar.' },
  laterDay: {
    field: 'onDate',
    detail: 'Kies een dag na de dag die er nu staat, vandaag of later, hoogstens vijf jaar vooruit.',
  },
  wordsGiven: { field: 'words', detail: 'Vertel waarom het later wordt.' },
  proofGiven: { field: 'words', detail: 'Kies een bericht, of vertel in eigen woorden wat er is gebeurd.' },
  dayBeen: { field: 'onDate', detail: 'Kies vandaag of een dag sinds de toezegging is gedaan.' },
  proofReadable: {
    field: 'postId',
    detail:
      'Kies een bericht dat gepubliceerd is, en dat iedereen kan lezen voor wie de toezegging is. Of vertel het in eigen woorden.',
  },
  noOpenMarks: {
    field: '',
    detail: 'De schrijfhulp ziet iets dat er misschien niet hoort. Kijk het na.',
  },
  onlyWhatBelongs: { field: '', detail: 'Er is iets meegestuurd dat niet bij deze stap hoort.' },
  writingAidLooks: {
    field: '',
    detail: 'De schrijfhulp kan nu niet kijken. Uw tekst is niet bewaard. Probeer het zo nog eens.',
  },
};

export const explain = (codes: readonly string[]): readonly Unmet[] => explainBy(troubles, codes);
