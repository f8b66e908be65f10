/** Deeds with texts in them: how one is done, logged, and told to the API when it changed nothing. */
import { recordAudit } from '../platform/audit.ts';
import { LawRefused, NotAdmitted, Stale, type Transaction } from '../platform/database.ts';
import { doOnce, type KeyReused } from '../platform/once.ts';
import { problems } from '../platform/problem.ts';
import type { Actor } from '../platform/pure/actor.ts';
import type { ApiAnswer, Deed } from '../platform/route.ts';
import type { OpenMark } from './writing-aid.rules.ts';
import { WritingAidDown } from './writing-aid.ts';
import { tellMark } from './writing-aid.words.ts';

/** What became of a deed that changed nothing. `Unmet`: a need with its sentence. */
export type NotTaken<Unmet> =
  | { readonly outcome: 'refused'; readonly unmet: readonly Unmet[]; readonly marks?: readonly OpenMark[] }
  | { readonly outcome: 'stale' }
  | { readonly outcome: 'forbidden' }
  | { readonly outcome: 'notFound' }
  | KeyReused;

/**
 * One transaction, once per key. What the database refuses although the rules let it pass (somebody was just first) is told like any
 * refusal; `told` says what another fault of the database comes to, such as a name that is taken.
 */
export async function doLawfully<Taken extends { readonly outcome: 'taken' }, Unmet>(
  deed: Deed,
  actor: Actor,
  explain: (codes: readonly string[]) => readonly Unmet[],
  work: (tx: Transaction) => Promise<Taken | NotTaken<Unmet>>,
  told: (fault: DatabaseFault) => NotTaken<Unmet> | undefined = () => undefined,
): Promise<Taken | NotTaken<Unmet>> {
  try {
    return await deed.database.write(actor, (tx) => doOnce(tx, actor, deed.once, () => work(tx)));
  } catch (fault) {
    const known = tell(fault, explain) ?? (fault instanceof Error ? told(fault as DatabaseFault) : undefined);
    if (known === undefined) throw fault;
    return known;
  }
}

function tell<Unmet>(
  fault: unknown,
  explain: (codes: readonly string[]) => readonly Unmet[],
): NotTaken<Unmet> | undefined {
  if (fault instanceof WritingAidDown) return { outcome: 'refused', unmet: explain(['writingAidLooks']) };
  if (fault instanceof Stale) return { outcome: 'stale' };
  if (fault instanceof NotAdmitted) return { outcome: 'notFound' };
  if (!(fault instanceof LawRefused)) return undefined;
  return fault.codes.includes('roleAllows')
    ? { outcome: 'forbidden' }
    : { outcome: 'refused', unmet: explain(fault.codes) };
}

/** SQLSTATE, and which constraint of the schema was not met. */
interface DatabaseFault extends Error {
  readonly code?: unknown;
  readonly constraint?: unknown;
}

/** The deed in the log; that somebody let a mark stand is logged too, which one stands in the text itself. */
export async function recordDeed(
  tx: Transaction,
  { via }: Deed,
  actor: Actor,
  what: { readonly action: string; readonly subject: string; readonly subjectId: string },
  keptMarks: boolean,
): Promise<void> {
  await recordAudit(tx, actor, { ...what, via });
  if (keptMarks) await recordAudit(tx, actor, { ...what, action: 'accept_marks', via });
}

/** What the API answers; `notYours`: to somebody on another side; `current` shows how it stands now. */
export async function answerNotTaken(
  outcome: NotTaken<{ readonly code: string; readonly detail: string }>,
  notYours: ApiAnswer,
  current: () => Promise<ApiAnswer>,
): Promise<ApiAnswer> {
  switch (outcome.outcome) {
    case 'refused':
      return problems.refused(outcome.unmet, outcome.marks?.map(tellMark));
    case 'stale':
      return { ...(await current()), status: 412 };
    case 'forbidden':
      return notYours;
    case 'keyReused':
      return problems.keyReused();
    case 'notFound':
      return problems.notFound();
  }
}
