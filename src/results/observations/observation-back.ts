/** A form about a lesson that comes back: its status, what was typed and what was wrong. */
import { faultTrouble, noTrouble, type Trouble } from '../../platform/form/form-errors.ts';
import type { Entries } from '../../platform/input.ts';
import type { Sent } from '../../platform/route.ts';
import { type MarkInSentence, type NotTaken, refusedForm } from '../../privacy/index.ts';
import { labels, needFields, type Unmet } from './observation.words.ts';

export interface Back {
  readonly status: number;
  readonly typed: Entries;
  readonly trouble: Trouble;
  readonly marks: readonly MarkInSentence[];
}

/** A form that nobody sent yet. */
export const fresh = (typed: Entries = []): Back => ({ status: 200, typed, trouble: noTrouble, marks: [] });

/** What a form says of a deed that did nothing. */
export function backFrom(
  { parsed, typed }: Sent<unknown>,
  outcome: NotTaken<Unmet> | undefined,
  words: Readonly<Record<string, string>> = labels,
): Back {
  if (!parsed.ok) return { ...fresh(typed), status: 422, trouble: faultTrouble(parsed.faults, words) };
  const saying = (status: number, message: string): Back => ({
    ...fresh(typed),
    status,
    trouble: { summary: [{ message }], fields: [] },
  });
  switch (outcome?.outcome) {
    case 'refused':
      return { typed, ...refusedForm(outcome, words, needFields, parsed.value, undefined) };
    case 'stale':
      return saying(412, 'Dit is net gewijzigd. Lees het opnieuw en verstuur het dan nog eens.');
    case 'forbidden':
      return saying(403, 'Deze stap is aan de ander: de leerkracht of de waarnemer.');
    default:
      return saying(409, 'U verstuurde dit formulier al eerder.');
  }
}
