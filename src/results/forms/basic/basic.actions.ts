/** The deeds on basisondersteuning: pages, API and demonstration all come through here. */
import { type Actor, hasRole } from '../../../platform/pure/actor.ts';
import type { Deed } from '../../../platform/route.ts';
import { access } from '../form.access.ts';
import { lawfully, look, type Outcome, record } from '../form.outcome.ts';
import type { AnswerInput, CriterionInput, JudgeInput } from './basic.input.ts';
import { addForm, answerForm, getForm, saveCriterion } from './basic.store.ts';

/** Writes where a school stands, for the other side to agree with. */
export function judgeSchool(deed: Deed, actor: Actor, schoolId: string, input: JudgeInput): Promise<Outcome> {
  return lawfully(deed, actor, async (tx) => {
    const texts = input.judgements.map(({ words }, nth) => [`judgements.${nth}.words`, words] as const);
    const { refusal, kept } = await look(tx, deed, actor, texts, input.acceptedMarks);
    if (refusal !== undefined) return refusal;
    const id = await addForm(tx, schoolId, input);
    await record(tx, deed, actor, { action: 'judge', subject: 'basic_form', subjectId: id }, kept);
    return { outcome: 'taken', id, version: 1 };
  });
}

/** The other side agrees, or says how it sees it. */
export function answerJudgement(deed: Deed, actor: Actor, id: string, input: AnswerInput): Promise<Outcome> {
  return lawfully(deed, actor, async (tx) => {
    const form = await getForm(tx, actor, id);
    if (form === undefined) return { outcome: 'notFound' };
    const words = input.step === 'answer' ? input.words : null;
    const accepted = input.step === 'answer' ? input.acceptedMarks : undefined;
    const { refusal, kept } = await look(tx, deed, actor, [['words', words]], accepted);
    if (refusal !== undefined) return refusal;
    await answerForm(tx, id, deed.version, words);
    await record(tx, deed, actor, { action: input.step, subject: 'basic_form', subjectId: id }, kept);
    return { outcome: 'taken', id, version: form.version + 1 };
  });
}

/** Adds a criterion (`nth` null), or changes one. What was judged keeps the words it was judged by. */
export function keepCriterion(
  deed: Deed,
  actor: Actor,
  nth: number | null,
  input: CriterionInput,
): Promise<Outcome> {
  return lawfully(deed, actor, async (tx) => {
    if (!hasRole(actor, ...access.keepCriteria)) return { outcome: 'forbidden' };
    const kept = await saveCriterion(tx, nth, deed.version, input);
    await record(tx, deed, actor, {
      action: nth === null ? 'add' : 'change',
      subject: 'basic_criterion',
      subjectId: actor.tenantId,
    });
    return { outcome: 'taken', id: `${kept}`, version: (deed.version ?? 0) + 1 };
  });
}
