/** What a question of the demonstration says on every road it may take. Everything is invented; no text points at a child. */
import type { ExpertiseCode } from './expertise.ts';

export type DemoLevel = 'school' | 'team' | 'group' | 'pupil';

export interface DemoQuestion {
  /** Stays the same at every load: ids and dates are made of it. */
  readonly key: string;
  readonly level: DemoLevel;
  readonly expertise: ExpertiseCode;
  /** Youngest and oldest age in the year group that the text speaks of. Only at level pupil. */
  readonly ageBand?: `${number}-${number}`;
  readonly urgency: 'normal' | 'soon' | 'now';
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
  readonly tlv?: DemoTlv;
  readonly evaluation: string;
  /** Half a year later: whether it lasted, and in words. */
  readonly didItLast: 'yes' | 'partly' | 'no';
  readonly lasted: string;
  readonly stop: ReasonAndNextStep;
  readonly handOver: string;
}

export interface DemoTlv {
  readonly text: string;
  /** Absent when nothing was granted. */
  readonly granted?:
    | { readonly schoolType: 'SBO' }
    | { readonly schoolType: 'SO'; readonly category: 1 | 2 | 3 };
}

interface ReasonAndNextStep {
  readonly reason: string;
  readonly nextStep: string;
}
