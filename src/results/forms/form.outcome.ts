/** What becomes of a deed on a form, and how each is done: one transaction, once per key, its refusals as values. */
import type { Transaction } from '../../platform/database.ts';
import type { Actor } from '../../platform/pure/actor.ts';
import { dayOf } from '../../platform/pure/dates.ts';
import type { Deed } from '../../platform/route.ts';
import { doLawfully, lookAtTexts, type NotTaken, type OpenMark, recordDeed } from '../../privacy/index.ts';
import { explain, type Unmet } from './needs.words.ts';

/** Whatever became of a deed. Everything but `taken` changed nothing. */
export type Outcome =
  | { readonly outcome: 'taken'; readonly id: string; readonly version: number }
  | NotTaken<Unmet>;

/** Does a deed; what the law refuses comes back as a value. */
export const lawfully = (
  deed: Deed,
  actor: Actor,
  work: (tx: Transaction) => Promise<Outcome>,
): Promise<Outcome> => doLawfully(deed, actor, explain, work);

const refused = (codes: readonly string[], marks?: readonly OpenMark[]): Outcome => ({
  outcome: 'refused',
  unmet: explain(codes),
  ...(marks !== undefined && { marks }),
});

/** What the writing aid says of texts, empty ones left out; `refusal` is undefined when all of it may stand. */
export async function look(
  tx: Transaction,
  deed: Deed,
  actor: Actor,
  texts: readonly (readonly [field: string, text: string | null | undefined])[],
  accepted: readonly string[] = [],
): Promise<{ readonly refusal: Outcome | undefined; readonly kept: boolean }> {
  const given = texts.flatMap(([field, text]) => (text ? [[field, text] as const] : []));
  const today = dayOf(deed.now.getTime());
  const { open, kept } = await lookAtTexts(tx, actor, Object.fromEntries(given), accepted, today);
  return { refusal: open.length > 0 ? refused(['noOpenMarks'], open) : undefined, kept: kept.length > 0 };
}

type FormSubject = 'yearly_answer' | 'basic_form' | 'basic_criterion';

/** The deed in the log. */
export const record = (
  tx: Transaction,
  deed: Deed,
  actor: Actor,
  what: { readonly action: string; readonly subject: FormSubject; readonly subjectId: string },
  keptMarks = false,
): Promise<void> => recordDeed(tx, deed, actor, what, keptMarks);
