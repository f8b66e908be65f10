/** A form of development that comes back: its status and what was wrong. */
import {
  faultTrouble,
  type Labels,
  type NeedFields,
  needTrouble,
  type Trouble,
} from '../platform/form/form-errors.ts';
import type { Parsed } from '../platform/input.ts';
import type { NotTaken } from '../privacy/index.ts';
import type { Unmet } from './needs.words.ts';

export interface Back {
  readonly status: number;
  readonly trouble: Trouble;
}

/** What a form says of words that were not kept. */
export function backFrom(
  parsed: Parsed<unknown>,
  outcome: NotTaken<Unmet> | undefined,
  labels: Labels,
  needFields: NeedFields = {},
): Back {
  if (!parsed.ok) return { status: 422, trouble: faultTrouble(parsed.faults, labels) };
  const saying = (status: number, message: string): Back => ({
    status,
    trouble: { summary: [{ message }], fields: [] },
  });
  switch (outcome?.outcome) {
    case 'refused':
      return { status: 422, trouble: needTrouble(outcome.unmet, labels, needFields) };
    case 'stale':
      return saying(412, 'Iemand anders wijzigde dit net. Lees het opnieuw en verstuur het dan nog eens.');
    case 'forbidden':
      return saying(403, 'Deze stap hoort niet bij uw rol.');
    default:
      return saying(409, 'U verstuurde dit formulier al eerder.');
  }
}
