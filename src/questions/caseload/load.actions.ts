/** Handing over the whole load at once: every question gets its own entry with the reason, and all of them move or none. */
import { LawRefused, type Transaction } from '../../platform/database.ts';
import { doOnce, type KeyReused } from '../../platform/once.ts';
import { type Actor, hasRole } from '../../platform/pure/actor.ts';
import type { Deed } from '../../platform/route.ts';
import { type OpenMark, WritingAidDown } from '../../privacy/index.ts';
import { explain, type Unmet } from '../needs.words.ts';
import { type Outcome, takeStepIn } from '../question.actions.ts';

export interface Handing {
  /** Whose work. */
  readonly fromId: string;
  readonly reason: string;
  readonly acceptedMarks?: readonly string[] | undefined;
  /** Each question with who takes it. */
  readonly questions: readonly { readonly id: string; readonly toId: string }[];
}

/** Why one of the questions could not be handed over. */
export interface Refusal {
  readonly questionId: string;
  readonly unmet: readonly Unmet[];
}

export type LoadOutcome =
  | { readonly outcome: 'taken'; readonly count: number }
  | {
      readonly outcome: 'refused';
      readonly refusals: readonly Refusal[];
      /** What the writing aid found in the reason. */
      readonly marks: readonly OpenMark[];
    }
  | { readonly outcome: 'notFound' }
  | KeyReused;

class NotAll extends Error {
  readonly refusals: readonly Refusal[];
  readonly marks: readonly OpenMark[];
  constructor(refusals: readonly Refusal[], marks: readonly OpenMark[]) {
    super('not every question can be handed over');
    this.refusals = refusals;
    this.marks = marks;
  }
}

/** Hands over these questions of one specialist; a specialist their own, a team lead anybody's. */
export async function handOverLoad(deed: Deed, actor: Actor, handing: Handing): Promise<LoadOutcome> {
  if (handing.fromId !== actor.personId && !hasRole(actor, 'team_lead')) return { outcome: 'notFound' };
  try {
    return await deed.database.write(actor, (tx) =>
      doOnce(tx, actor, deed.once, () => handEach(tx, deed, actor, handing)),
    );
  } catch (fault) {
    if (!(fault instanceof NotAll)) throw fault;
    return { outcome: 'refused', refusals: fault.refusals, marks: fault.marks };
  }
}

/** @throws {NotAll} with every refusal, so that nothing is kept */
async function handEach(tx: Transaction, deed: Deed, actor: Actor, handing: Handing): Promise<LoadOutcome> {
  const refusals: Refusal[] = [];
  let marks: readonly OpenMark[] = [];
  // Always in the same order, so that two who do this at once wait for each other.
  for (const { id, toId } of handing.questions.toSorted((a, b) => a.id.localeCompare(b.id))) {
    const outcome = await handOne(tx, deed, actor, { ...handing, id, toId });
    if (outcome.outcome === 'taken') continue;
    refusals.push({ questionId: id, unmet: reasonsOf(outcome) });
    if (outcome.outcome === 'refused') marks = outcome.marks ?? marks;
  }
  if (refusals.length > 0) throw new NotAll(refusals, marks);
  return { outcome: 'taken', count: handing.questions.length };
}

async function handOne(
  tx: Transaction,
  deed: Deed,
  actor: Actor,
  { id, toId, fromId, reason, acceptedMarks = [] }: Handing & { readonly id: string; readonly toId: string },
): Promise<Outcome> {
  try {
    return await takeStepIn(tx, { ...deed, version: undefined }, actor, id, {
      step: 'hand_over',
      specialistId: toId,
      fromSpecialistId: fromId,
      reason,
      acceptedMarks: [...acceptedMarks],
    });
  } catch (fault) {
    throw lawfulFault(fault, id, actor);
  }
}

/** What the database refuses although the rules let it pass, for the question it was about. */
function lawfulFault(fault: unknown, questionId: string, actor: Actor): unknown {
  if (fault instanceof WritingAidDown)
    return new NotAll([{ questionId, unmet: explain(['writingAidLooks']) }], []);
  if (fault instanceof LawRefused)
    return new NotAll([{ questionId, unmet: explain(fault.codes, undefined, actor.tenant.labels) }], []);
  return fault;
}

function reasonsOf(outcome: Outcome): readonly Unmet[] {
  if (outcome.outcome === 'refused') return outcome.unmet;
  // Somebody was first: it ended, or another has it now.
  return [
    {
      code: 'stateAllows',
      detail: 'Deze vraag kan nu niet worden overgedragen. Open de vraag en kijk hoe die ervoor staat.',
    },
  ];
}
