import type { ExpertiseCode } from './expertise.ts';

/** A practice note of the demonstration: what an answered question taught, for everybody who works with schools. */
export interface DemoPracticeNote {
  readonly key: string;
  readonly expertise: ExpertiseCode;
  /** The question it came from. */
  readonly question: string;
  readonly title: string;
  readonly situation: string;
  readonly whatWorked: string;
  readonly tips: readonly string[];
}
