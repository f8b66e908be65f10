/** The shape of a step's form. */
import type { JSX } from 'preact';
import type { Labels } from '../../platform/form/form-errors.ts';
import type { Entries } from '../../platform/input.ts';
import type { QuestionRow } from '../question.store.ts';
import type { Choices, StepFields } from './scene.ts';

export interface StepForm {
  /** What this step does, where its own words do not fit. */
  readonly intro?: string;
  readonly labels: Labels;
  readonly Fields: (form: StepFields) => JSX.Element | null;
  readonly button: string;
  /** Said on the next page. */
  readonly done: string;
  /** Takes something away for good. */
  readonly danger?: boolean;
  /** What stands in the fields at first. */
  readonly typed?: (question: QuestionRow, choices: Choices) => Entries;
}
