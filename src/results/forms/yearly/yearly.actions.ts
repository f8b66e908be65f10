/** The deeds on the yearly question: pages, API and demonstration all come through here. */
import { onceForForm, withLastWords } from '../../../platform/form/last-words.ts';
import { type Actor, schoolsOf } from '../../../platform/pure/actor.ts';
import type { Deed } from '../../../platform/route.ts';
import { changeSettings } from '../../../registers/index.ts';
import { access } from '../form.access.ts';
import { lawfully, look, type Outcome, record } from '../form.outcome.ts';
import type { YearlyInput } from './yearly.input.ts';
import type { Months } from './yearly.rules.ts';
import { getAnswer, saveAnswer, saveMonths, type YearlyAnswer } from './yearly.store.ts';

/** The school of this code where the actor is asked. */
export const askedSchool = (actor: Actor, code: string) =>
  schoolsOf(actor, ...access.asked).find((school) => school.code === code);

/** Keeps an answer as a draft that nobody else reads, or gives it. A form that saves itself makes one answer, with its last words. */
export async function answerYearly(
  deed: Deed,
  actor: Actor,
  schoolId: string,
  input: YearlyInput,
  give: boolean,
): Promise<Outcome> {
  const way = give ? 'give' : 'keep';
  const once = deed.version === undefined ? onceForForm(deed, `yearly answer ${schoolId} ${way}`) : deed.once;
  const outcome = await save({ ...deed, once }, actor, schoolId, input, give);
  if (deed.version !== undefined) return outcome;
  return withLastWords(deed, outcome, {
    read: (id) => deed.database.read(actor, (reader) => getAnswer(reader, actor, id)),
    says: (answer) => saysSame(answer, input, give),
    isDraft: ({ given }) => !given,
    revise: (later) => save(later, actor, schoolId, input, give),
  });
}

function save(
  deed: Deed,
  actor: Actor,
  schoolId: string,
  input: YearlyInput,
  give: boolean,
): Promise<Outcome> {
  return lawfully(deed, actor, async (tx) => {
    const texts = [['wentWell', input.wentWell] as const, ['couldBeBetter', input.couldBeBetter] as const];
    // A draft is nobody else's to read.
    const { refusal, kept } = await look(tx, deed, actor, give ? texts : [], input.acceptedMarks);
    if (refusal !== undefined) return refusal;
    const saved = await saveAnswer(tx, schoolId, input, give, deed.version);
    const action = give ? 'give' : 'save';
    await record(tx, deed, actor, { action, subject: 'yearly_answer', subjectId: saved.id }, kept);
    return { outcome: 'taken', ...saved };
  });
}

const saysSame = (answer: YearlyAnswer, input: YearlyInput, give: boolean) =>
  answer.given === give &&
  answer.grade === (input.grade ?? null) &&
  (answer.wentWell ?? '') === (input.wentWell ?? '') &&
  (answer.couldBeBetter ?? '') === (input.couldBeBetter ?? '') &&
  answer.nameShown === (input.nameShown ?? false);

/** Changes in which months the question is open. */
export const changeMonths = (deed: Deed, actor: Actor, months: Months) =>
  changeSettings(deed, actor, (tx, version) => saveMonths(tx, actor.tenantId, months, version));
