/** Lessons in Dutch. A lesson is looked at, never judged. */
import { showNumber } from '../../platform/ui/charts/chart.words.ts';
import type { Mark, Need, Status } from './observation.rules.ts';

export const observationsPath = '/resultaten/lesobservaties';

/** Who looks. */
export const observers = ['specialist'] as const;

/** Who finds figures of five teachers or more: of the own school, or of the partnership. */
export const figureReaders = ['school_director', 'partnership_director', 'policy_adviser'] as const;

export const statusWords = {
  draft: 'Concept',
  shared: 'Gedeeld',
  taken_back: 'Teruggenomen',
} as const satisfies Record<Status, string>;

export const statusTones = {
  draft: 'waiting',
  shared: 'good',
  taken_back: 'quiet',
} as const satisfies Record<Status, string>;

/** Who reads it, said wherever somebody writes. */
export const whoReads =
  'Alleen de leerkracht en de waarnemer lezen dit. Geen teamleider, directeur of beheerder ziet het, ook niet dat het er is.';

const needWords: Readonly<Record<Need, string>> = {
  stateAllows: 'Dit kan nu niet meer. Kijk eerst hoe de lesobservatie er nu voor staat.',
  sheetOffered: 'Dit formulier wordt niet meer aangeboden. Kies een ander formulier.',
  dayInReach: 'Kies een dag van de afgelopen negentig dagen, vandaag hoort erbij.',
  teacherThere: 'Op die dag was dit geen leerkracht van deze school. Kies een andere dag of iemand anders.',
  marksOnScale: 'Niet elk punt heeft een plek op de schaal van dit formulier. Vul het formulier opnieuw in.',
  somethingMarked: 'Er is nog niets aangegeven. Geef bij ten minste één punt aan wat u zag.',
  targetInReach: 'Kies een dag vanaf vandaag en binnen een jaar.',
  goalKnown: 'Dit doel hoort niet bij deze lesobservatie.',
  goalOpen: 'Op dit doel is al teruggekeken.',
  noOpenMarks: 'De schrijfhulp vond iets in uw tekst. Kijk die zinnen eerst na.',
  writingAidLooks:
    'De schrijfhulp werkt nu niet. Daarom is er niets opgeslagen. Probeer het over een paar minuten opnieuw.',
};

export interface Unmet {
  readonly code: string;
  readonly detail: string;
}

/** The needs as sentences; a code of the database without a sentence is said plainly. */
export const explain = (needs: readonly string[]): readonly Unmet[] =>
  needs.map((code) => ({ code, detail: needWords[code as Need] ?? 'Dit kan nu niet.' }));

/** The fields of every form here; a field of another form is no trouble to have. */
export const labels = {
  teacherId: 'Bij wie keek u?',
  onDate: 'Wanneer was de les?',
  trained: 'Bent u geoefend in dit formulier?',
  marks: 'Wat zag u?',
  words: 'Wat wilt u meegeven?',
  text: 'Uw antwoord',
  aim: 'Wat wilt u doen?',
  targetDate: 'Wanneer kijkt u terug?',
  outcome: 'Wat kwam ervan?',
} as const;

/** What each need is about, among the fields of a form. */
export const needFields = {
  dayInReach: ['onDate'],
  teacherThere: ['teacherId', 'onDate'],
  somethingMarked: ['marks.0.mark'],
  marksOnScale: ['marks.0.mark'],
  targetInReach: ['targetDate'],
} as const;

export const notSeen = 'Kwam niet voor in deze les';

/** «2: een enkele keer» */
export const markWords = (mark: Mark, points: readonly string[]): string =>
  mark === null ? notSeen : `${mark}: ${points[mark - 1] ?? ''}`;

/** «2,5» or that nothing was seen. */
export const levelWords = (level: number | null): string =>
  level === null ? 'niet gezien' : showNumber(level);
