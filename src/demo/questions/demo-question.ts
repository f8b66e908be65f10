/** What a question of the demonstration says on every road it may take. Everything is invented; no text points at a child. */
import type { ExpertiseCode } from './expertise.ts';

export type DemoLevel = 'school' | 'team' | 'group' | 'pupil';

export interface DemoQuestion {
  /** Stays the same at every load: ids and dates are made of it. */
  readonly key: string;
  readonly level: DemoLevel;
  readonly expertise: ExpertiseCode;
  /** The year group the text speaks of, 1 to 8: an age band that fits can be taken from it. Only at level pupil. */
  readonly yearGroup?: number;
  readonly urgency: 'normal' | 'soon' | 'urgent';
  /** Planned dagdelen (half days). */
  readonly dagdelen: number;
  readonly title: string;
  readonly need: string;
  readonly triedSoFar: string;
  /** What the contact person notes at triage. */
  readonly triage: string;
  /** What was missing, and what the school gave. */
  readonly missing?: { readonly asked: string; readonly given: string };
  readonly answer: string;
  readonly decline: ReasonAndNextStep;
  /** What the committee advises, with its reasons. */
  readonly advice: string;
  readonly arrangement: string;
  /** Outcome of a request for admission to special education, as reference only. Only at level pupil. */
  readonly tlv?: string;
  readonly evaluation: string;
  /** Half a year later. */
  readonly lasted: string;
  readonly stop: ReasonAndNextStep;
  readonly handOver: string;
}

interface ReasonAndNextStep {
  readonly reason: string;
  readonly nextStep: string;
}
