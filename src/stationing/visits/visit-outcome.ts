/** What becomes of a deed around a visit, and how each is done: one transaction, once per key, its refusals as values. */
import { recordAudit } from '../../platform/audit.ts';
import { LawRefused, NotAdmitted, Stale, type Transaction } from '../../platform/database.ts';
import { doOnce, type KeyReused } from '../../platform/once.ts';
import type { Actor } from '../../platform/pure/actor.ts';
import type { Deed } from '../../platform/route.ts';
import { type OpenMark, WritingAidDown } from '../../privacy/index.ts';
import { faultWords, type VisitFaultCode } from './visit.words.ts';

export interface VisitFault {
  /** Where, as the API names it. */
  readonly field: string;
  readonly code: VisitFaultCode;
  readonly message: string;
}

/** Whatever became of a deed. Everything but `taken` changed nothing. */
export type VisitOutcome =
  | { readonly outcome: 'taken'; readonly id: string; readonly version: number }
  | {
      readonly outcome: 'refused';
      readonly faults: readonly VisitFault[];
      readonly marks?: readonly OpenMark[];
    }
  | { readonly outcome: 'stale' }
  | { readonly outcome: 'forbidden' }
  | { readonly outcome: 'notFound' }
  | KeyReused;

const fields: Readonly<Record<VisitFaultCode, string>> = {
  ownVisit: 'specialistId',
  dayInReach: 'date',
  schoolsKnown: 'schools',
  sharesAddUp: 'split',
  ownQuestions: 'split',
  goalOfQuestion: 'split',
  ambitionRuns: 'split',
  notYetConfirmed: '',
  notFaded: '',
  saysWhatIsWrong: 'words',
  ownSchool: 'schoolCode',
  noOpenMarks: 'words',
  writingAidLooks: 'words',
};
/** A refusal in sentences, each at its field. */
export const refused = (...codes: readonly VisitFaultCode[]): VisitOutcome => ({
  outcome: 'refused',
  faults: codes.map((code) => ({ field: fields[code], code, message: faultWords[code] })),
});

/** Does a deed; what the law refuses comes back as a value. */
export async function lawfully(
  deed: Deed,
  actor: Actor,
  work: (tx: Transaction) => Promise<VisitOutcome>,
): Promise<VisitOutcome> {
  try {
    return await deed.database.write(actor, (tx) => doOnce(tx, actor, deed.once, () => work(tx)));
  } catch (fault) {
    if (fault instanceof LawRefused)
      return refused(...fault.codes.filter((code): code is VisitFaultCode => code in faultWords));
    if (fault instanceof Stale) return { outcome: 'stale' };
    if (fault instanceof WritingAidDown) return refused('writingAidLooks');
    if (fault instanceof NotAdmitted) return { outcome: 'notFound' };
    throw fault;
  }
}

export const audit = (tx: Transaction, deed: Deed, actor: Actor, action: string, subjectId: string) =>
  recordAudit(tx, actor, { action, subject: 'visit', subjectId, via: deed.via });
