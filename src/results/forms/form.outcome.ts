/** What becomes of a deed on a form, and how each is done: one transaction, once per key, its refusals as values. */
import { recordAudit } from '../../platform/audit.ts';
import { LawRefused, NotAdmitted, Stale, type Transaction } from '../../platform/database.ts';
import { doOnce, type KeyReused } from '../../platform/once.ts';
import type { Actor } from '../../platform/pure/actor.ts';
import { dayOf } from '../../platform/pure/dates.ts';
import type { Deed } from '../../platform/route.ts';
import { lookAtTexts, type OpenMark, WritingAidDown } from '../../privacy/index.ts';
import { explain, type Unmet } from './needs.words.ts';

/** Whatever became of a deed. Everything but `taken` changed nothing. */
export type Outcome =
  | { readonly outcome: 'taken'; readonly id: string; readonly version: number }
  | { readonly outcome: 'refused'; readonly unmet: readonly Unmet[]; readonly marks?: readonly OpenMark[] }
  | { readonly outcome: 'stale' }
  | { readonly outcome: 'forbidden' }
  | { readonly outcome: 'notFound' }
  | KeyReused;

export type NotTaken = Exclude<Outcome, { readonly outcome: 'taken' }>;

/** Does a deed; what the law refuses comes back as a value. */
export async function lawfully(
  deed: Deed,
  actor: Actor,
  work: (tx: Transaction) => Promise<Outcome>,
): Promise<Outcome> {
  try {
    return await deed.database.write(actor, (tx) => doOnce(tx, actor, deed.once, () => work(tx)));
  } catch (fault) {
    if (fault instanceof WritingAidDown) return refused(['writingAidLooks']);
    if (fault instanceof Stale) return { outcome: 'stale' };
    if (fault instanceof NotAdmitted) return { outcome: 'notFound' };
    if (fault instanceof LawRefused)
      return fault.codes.includes('roleAllows') ? { outcome: 'forbidden' } : refused(fault.codes);
    throw fault;
  }
}

export const refused = (codes: readonly string[], marks?: readonly OpenMark[]): Outcome => ({
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

export type FormSubject = 'yearly_answer' | 'basic_form' | 'basic_criterion';

/** The deed in the log; that somebody let a mark stand is logged too, which one stands in the text itself. */
export async function record(
  tx: Transaction,
  { via }: Deed,
  actor: Actor,
  what: { readonly action: string; readonly subject: FormSubject; readonly subjectId: string },
  keptMarks = false,
): Promise<void> {
  await recordAudit(tx, actor, { ...what, via });
  if (keptMarks) await recordAudit(tx, actor, { ...what, action: 'accept_marks', via });
}
