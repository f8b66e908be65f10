/** Needs that a form with faults does not meet either, so that all that is wrong with it is told in one round. */
import { rowCount, typedValue, typedValues } from '../../platform/form/typed.ts';
import type { Entries, Fault } from '../../platform/input.ts';
import type { Need, StepName } from '../concern.rules.ts';
import { type Facts, type Given, unmetNeeds } from '../needs.rules.ts';

/** The fields that a need looks at. One that is not here is told when the form has no faults. */
const looksAt: Partial<Record<Need, readonly string[]>> = {
  heldAfterSharing: ['heldOn'],
  notAhead: ['heldOn', 'noticedOn'],
  directorPresent: ['heldOn', 'present'],
  directorInvited: ['heldOn', 'present', 'directorInvitedOn'],
  agreementsOrReason: ['agreements', 'noAgreementsBecause'],
  reviewAhead: ['reviewOn'],
};

/** Of the needs only those whose fields can be read: a field that is at fault is not told of twice. */
export function earlyNeeds(
  step: StepName,
  facts: Facts,
  typed: Entries,
  faults: readonly Fault[],
): readonly Need[] {
  const wrong = new Set(faults.map(({ location }) => location.split('.')[0] ?? location));
  return unmetNeeds(step, facts, givenIn(typed)).filter((need) =>
    looksAt[need]?.every((field) => !wrong.has(field)),
  );
}

function givenIn(typed: Entries): Given {
  const filled = (name: string) => typedValue(typed, name)?.trim() || undefined;
  return {
    noticedOn: filled('noticedOn'),
    heldOn: filled('heldOn'),
    present: typedValues(typed, 'present'),
    directorInvitedOn: filled('directorInvitedOn'),
    agreements: Array.from({ length: rowCount(typed, 'agreements') }),
    noAgreementsBecause: filled('noAgreementsBecause'),
    reviewOn: filled('reviewOn'),
  };
}
