/** What pages and API say of a deed on a form that changed nothing. */
import type { Labels, NeedFields, Trouble } from '../../platform/form/form-errors.ts';
import { faultTrouble, noTrouble } from '../../platform/form/form-errors.ts';
import type { Parsed } from '../../platform/input.ts';
import { problem } from '../../platform/problem.ts';
import type { ApiAnswer } from '../../platform/route.ts';
import { answerNotTaken, type MarkInSentence, type NotTaken, refusedForm } from '../../privacy/index.ts';
import type { Unmet } from './needs.words.ts';

/** A form that comes back. */
export interface Back {
  readonly status: number;
  readonly trouble: Trouble;
  readonly marks: readonly MarkInSentence[];
}

export const fresh: Back = { status: 200, trouble: noTrouble, marks: [] };

export function backFrom(
  parsed: Parsed<object>,
  outcome: NotTaken<Unmet> | undefined,
  labels: Labels,
  needFields: NeedFields,
): Back {
  if (!parsed.ok) return { ...fresh, status: 422, trouble: faultTrouble(parsed.faults, labels) };
  if (outcome?.outcome === 'refused')
    return refusedForm(outcome, labels, needFields, parsed.value, undefined);
  const saying = (status: number, message: string): Back => ({
    ...fresh,
    status,
    trouble: { summary: [{ message }], fields: [] },
  });
  switch (outcome?.outcome) {
    case 'stale':
      return saying(
        412,
        'Dit is net ergens anders gewijzigd. Lees het opnieuw en verstuur het dan nog eens.',
      );
    case 'forbidden':
      return saying(403, 'Deze stap is niet aan u.');
    default:
      return saying(409, 'U verstuurde dit formulier al eerder.');
  }
}

const notYours = problem(403, 'forbidden', 'Niet toegestaan', 'Deze stap is niet aan u.');

/** The same for the API; `current` shows how it stands now. */
export const refusalOf = (outcome: NotTaken<Unmet>, current: () => Promise<ApiAnswer>): Promise<ApiAnswer> =>
  answerNotTaken(outcome, notYours, current);
