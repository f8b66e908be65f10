/**
 * What has to be the case before a step of a question: told from facts, never from the database, so that buttons, API and tests can ask.
 * migrations/0024 asks the same of every row; a test holds both against each other, need by need.
 */
import type { Level, Relation, Status } from './question.rules.ts';

/** An assignment as the rules see it. */
export interface Assigned {
  readonly specialistId: string;
  readonly kind: 'thinks_along' | 'assigned';
  readonly state: 'asked' | 'active' | 'declined' | 'ended';
  /** The last day; null for who thinks along. */
  readonly until: string | null;
}

/** Everything the rules need to know about a question and the person who looks at it. */
export interface Facts {
  readonly status: Status;
  readonly level: Level;
  readonly today: string;
  readonly actorId: string;
  readonly relations: readonly Relation[];
  readonly signalledOn: string;
  readonly pseudonym: string | null;
  /** «8-9»: years of age. */
  readonly ageBand: string | null;
  readonly caseNumber: string | null;
  readonly parentsSpokenOn: string | null;
  readonly parentsConsentOn: string | null;
  readonly pupilConsentOn: string | null;
  /** House rule of the partnership: consent of the parents below this age, of the pupil from that age. */
  readonly consentParentsBelow: number;
  readonly consentPupilFrom: number;
  /** Marks of the writing aid that nobody removed or accepted. */
  readonly openMarks: number;
  readonly assignments: readonly Assigned[];
  /** Last day of the longest assignment. */
  readonly evaluateBy: string | null;
  /** The file was complete when it went to the committee; null while something is missing there. */
  readonly incompleteOn: string | null;
  /** The meeting whose agenda it is on: it has begun, and enough members without a conflict of interest were there. */
  readonly meeting: { readonly begun: boolean; readonly takers: number; readonly quorum: number } | null;
  /** Goals still pursued, with the moments scored by each side: «end» by «school». */
  readonly goals: readonly { readonly endBySchool: boolean; readonly endBySpecialist: boolean }[];
  /** Visits for this question that a school has not confirmed yet, or disputed. */
  readonly unconfirmedVisits: number;
}

/** The part of a step's input that rules look at, with what the store looked up about whom and what it names. */
export interface Given {
  readonly openMarks?: number | undefined;
  readonly choice?: 'asked' | 'accepted' | 'declined' | undefined;
  readonly specialistId?: string | undefined;
  readonly fromSpecialistId?: string | undefined;
  /** Whether the named person is a specialist today. */
  readonly isSpecialist?: boolean | undefined;
  /** Whether the named work fits the contract of the named person in every week. */
  readonly fitsContract?: boolean | undefined;
  readonly meeting?:
    | { readonly planned: boolean; readonly ahead: boolean; readonly cutOffOn: string }
    | undefined;
  readonly from?: string | undefined;
  readonly to?: string | undefined;
  readonly until?: string | undefined;
  readonly firstContactOn?: string | undefined;
  readonly noGoalBecause?: string | undefined;
}
