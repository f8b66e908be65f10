import type { FormError } from '../../platform/ui/form.tsx';
import type { PromiseOutcome } from './promise.actions.ts';

type Refusal = Extract<PromiseOutcome, { outcome: 'refused' | 'stale' | 'keyReused' }>;

/** What a form says of a deed that changed nothing. `marked`: the writing aid tells its marks itself. */
export function errorsOf(outcome: Refusal, marked = false): readonly FormError[] {
  switch (outcome.outcome) {
    case 'refused':
      return outcome.unmet
        .filter(({ code }) => code !== 'noOpenMarks' || !marked)
        .map(({ field, detail }) => ({ field: field || undefined, message: detail }));
    case 'stale':
      return [{ message: 'Deze toezegging is net veranderd. Kijk eerst wat er nu staat.' }];
    case 'keyReused':
      return [{ message: 'Dit formulier was al verstuurd. Kijk bij de toezegging of de stap er staat.' }];
  }
}
