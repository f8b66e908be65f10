/** The deeds of this subject: pages, API, demonstration and command line all come through here. */
import { recordAudit, type Via } from '../platform/audit.ts';
import { LawRefused, Stale, type Transaction } from '../platform/database.ts';
import { doOnce, type KeyReused } from '../platform/once.ts';
import type { Actor } from '../platform/pure/actor.ts';
import type { Deed } from '../platform/route.ts';
import { type OpenMark, WritingAidDown } from '../privacy/index.ts';
import { statusAfter, unmetNeeds } from './needs.rules.ts';
import { explain, type Unmet } from './needs.words.ts';
import { schoolsToAskFor } from './question.access.ts';
import { factsOf } from './question.facts.ts';
import type { AskInput, StepRequest } from './question.input.ts';
import { mayTake } from './question.rules.ts';
import { getQuestion, lockQuestion, type QuestionRow } from './question.store.ts';
import { draftOf, revised } from './question-draft.ts';
import { entryOf } from './question-entry.ts';
import { lookUp, numberToFill } from './question-given.ts';
import { findMarks } from './question-marks.ts';
import { getSchoolByCode, knowsExpertise } from './question-named.store.ts';
import { numberCase, recordEntry, reviseDraft, saveDraft } from './question-writes.store.ts';

/** Whatever became of a deed. Everything but `taken` changed nothing. */
export type Outcome =
  | { readonly outcome: 'taken'; readonly id: string; readonly version: number }
  | { readonly outcome: 'refused'; readonly unmet: readonly Unmet[]; readonly marks?: readonly OpenMark[] }
  | { readonly outcome: 'stale'; readonly question: QuestionRow }
  | { readonly outcome: 'forbidden' }
  | { readonly outcome: 'notFound' }
  | KeyReused;

/** Asks a question of or for a school: a draft that the school and its contact person read. */
export async function askQuestion(deed: Deed, actor: Actor, input: AskInput): Promise<Outcome> {
  return lawfully(actor, () =>
    deed.database.write(actor, (tx) =>
      doOnce(tx, actor, deed.once, () => askWithin(tx, actor, input, deed.via)),
    ),
  );
}

/** The same as part of a deed of another subject, whose transaction it is. Throws LawRefused. */
export async function askWithin(
  tx: Transaction,
  actor: Actor,
  input: AskInput,
  via: Via,
): Promise<Extract<Outcome, { outcome: 'taken' | 'refused' | 'notFound' }>> {
  const school = await getSchoolByCode(tx, actor, input.schoolCode);
  if (school === undefined || !schoolsToAskFor(actor).some(({ id }) => id === school.id))
    return { outcome: 'notFound' };
  if (!(await knowsExpertise(tx, actor, input.expertise ?? []))) return unknownExpertise;
  const place = { schoolId: school.id, continuesId: input.continuesId ?? null };
  const id = await saveDraft(tx, actor, place, draftOf(input));
  await audit(tx, actor, 'ask', id, via);
  return { outcome: 'taken', id, version: 1 };
}

/** Takes a step of the protocol, or says why it cannot be taken: all reasons at once. */
export async function takeStep(deed: Deed, actor: Actor, id: string, request: StepRequest): Promise<Outcome> {
  return lawfully(
    actor,
    () =>
      deed.database.write(actor, (tx) =>
        doOnce(tx, actor, deed.once, () => takeStepIn(tx, deed, actor, id, request)),
      ),
    () => deed.database.read(actor, (reader) => getQuestion(reader, actor, id)),
  );
}

/** The same within a larger deed, which answers itself for what the law throws. */
export async function takeStepIn(
  tx: Transaction,
  deed: Deed,
  actor: Actor,
  id: string,
  request: StepRequest,
): Promise<Outcome> {
  const question = await lockQuestion(tx, actor, id);
  if (question === undefined) return { outcome: 'notFound' };
  if (!mayTake(request.step, question)) return { outcome: 'forbidden' };
  if (deed.version !== undefined && deed.version !== question.version) return { outcome: 'stale', question };
  return take(tx, actor, question, request, deed);
}

/** Reads a question; at level pupil that it was read goes into the access log, in the same transaction. */
export function readQuestion(deed: Deed, actor: Actor, id: string): Promise<QuestionRow | undefined> {
  return readQuestionBy(deed, actor, id, getQuestion);
}

/** The same by a query that reads more than the question. */
export async function readQuestionBy<Question extends QuestionRow>(
  deed: Deed,
  actor: Actor,
  id: string,
  read: (tx: Transaction, actor: Actor, id: string) => Promise<Question | undefined>,
): Promise<Question | undefined> {
  return deed.database.write(actor, async (tx) => {
    const question = await read(tx, actor, id);
    if (question?.level === 'pupil') await audit(tx, actor, 'read', id, deed.via);
    return question;
  });
}

async function take(
  tx: Transaction,
  actor: Actor,
  before: QuestionRow,
  request: StepRequest,
  deed: Deed,
): Promise<Outcome> {
  const { id } = before;
  const { step } = request;
  const draft = step === 'revise' || step === 'submit' ? revised(before, request, step) : undefined;
  if (!(await knowsExpertise(tx, actor, newExpertise(before, request)))) return unknownExpertise;
  // Not saved before the step is allowed: the rules look at the text as it would be.
  let question: QuestionRow = draft === undefined ? before : { ...before, ...draft };
  const { open: marks, kept } = await findMarks(tx, actor, question, request);
  const facts = { ...factsOf(question, actor.personId), openMarks: marks.length };
  const given = await lookUp(tx, actor, question, request, marks.length);
  const needs = unmetNeeds(request.step, facts, given);
  // Some texts are looked at beyond what the table asks, such as a draft that somebody is asked to think along with.
  const all = marks.length > 0 && !needs.includes('noOpenMarks') ? [...needs, 'noOpenMarks' as const] : needs;
  if (all.length > 0) return { outcome: 'refused', unmet: explain(all, facts, actor.tenant.labels), marks };

  if (draft !== undefined) {
    question = { ...question, version: await reviseDraft(tx, actor, before, draft) };
  }
  const number = request.step === 'to_committee' ? numberToFill(request, question) : undefined;
  if (number !== undefined) {
    question = { ...question, version: await numberCase(tx, actor, question, number) };
  }
  if (request.step !== 'revise') {
    const toStatus = statusAfter(request.step, question.status) ?? question.status;
    await recordEntry(tx, actor, question, { ...entryOf(request, question, actor.personId), toStatus });
    question = { ...question, version: question.version + 1 };
  }
  await audit(tx, actor, request.step, id, deed.via);
  // That somebody let a mark stand is logged; which one stands in the text itself.
  if (kept.length > 0) await audit(tx, actor, 'accept_marks', id, deed.via);
  return { outcome: 'taken', id, version: question.version };
}

/** Codes that stood there before may have ended since; those that come now may not. */
function newExpertise(before: QuestionRow, request: StepRequest): readonly string[] {
  const sent = 'expertise' in request ? (request.expertise ?? []) : [];
  return sent.filter((code) => !before.expertise.includes(code));
}

const unknownExpertise: Extract<Outcome, { outcome: 'refused' }> = {
  outcome: 'refused',
  unmet: [
    {
      code: 'expertiseKnown',
      detail:
        'Deze expertise staat niet in de lijst van uw samenwerkingsverband. Kies een expertise uit de lijst.',
    },
  ],
};

const audit = (tx: Transaction, actor: Actor, action: string, id: string, via: Via) =>
  recordAudit(tx, actor, { action, subject: 'question', subjectId: id, via });

/** What the database refuses although the rules let it pass (somebody was just first, an appointment just ended) is told like any refusal. */
async function lawfully(
  actor: Actor,
  work: () => Promise<Outcome>,
  reread: () => Promise<QuestionRow | undefined> = async () => undefined,
): Promise<Outcome> {
  try {
    return await work();
  } catch (fault) {
    if (fault instanceof WritingAidDown) return { outcome: 'refused', unmet: explain(['writingAidLooks']) };
    if (fault instanceof LawRefused) {
      return fault.codes.includes('roleAllows')
        ? { outcome: 'forbidden' }
        : { outcome: 'refused', unmet: explain(fault.codes, undefined, actor.tenant.labels) };
    }
    if (fault instanceof Stale) {
      const question = await reread();
      return question === undefined ? { outcome: 'notFound' } : { outcome: 'stale', question };
    }
    throw fault;
  }
}
