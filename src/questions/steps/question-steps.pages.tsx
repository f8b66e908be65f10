/** Every step of the protocol as a form: one pair of doors, drawn from one table. */
import type { z } from 'zod';
import { faultTrouble } from '../../platform/form/form-errors.ts';
import { idOf } from '../../platform/input.ts';
import type { Actor } from '../../platform/pure/actor.ts';
import {
  type Call,
  getPage,
  notFound,
  type Page,
  type PageAnswer,
  postPage,
  type Route,
  type Sent,
} from '../../platform/route.ts';
import { access } from '../question.access.ts';
import { readQuestion, takeStep } from '../question.actions.ts';
import { type StepRequest, stepInputs } from '../question.input.ts';
import { type StepName, stepNames } from '../question.rules.ts';
import { getQuestion, type QuestionRow } from '../question.store.ts';
import { choicesFor, type Scene } from './scene.ts';
import { stepSlugs } from './step.slugs.ts';
import { attemptAfter, closedStep } from './step-answers.tsx';
import { type Attempt, notYoursPage, stepPage } from './step-page.tsx';
import { stepFormOf } from './step-table.tsx';

type StepInput = z.infer<(typeof stepInputs)[StepName]>;
type Reading = Call<Actor> & Page;
type Sending = Call<Actor, Record<string, never>, Sent<StepInput>> & Page;

/** A draft is written and submitted where it is asked: asking/ask.pages.tsx. */
const formSteps = stepNames.filter((step) => step !== 'revise' && step !== 'submit');

export const stepPages: readonly Route[] = formSteps.flatMap((step) => [
  getPage(`/vragen/:id/${stepSlugs[step]}`, access.read, (call) => showStep(step, call)),
  // The table gives each step its own input; together they are the inputs of all steps.
  postPage(`/vragen/:id/${stepSlugs[step]}`, access.read, stepInputs[step] as z.ZodType<StepInput>, (call) =>
    sendStep(step, call),
  ),
]);

async function showStep(step: StepName, call: Reading): Promise<PageAnswer> {
  const question = await questionOf(call);
  if (question === undefined) return notFound;
  return closedStep(step, question, call.actor) ?? stepPage(step, await sceneOf(step, question, call));
}

async function sendStep(step: StepName, call: Sending): Promise<PageAnswer> {
  const { parsed, typed } = call.input;
  const again = async (attemptIn: (question: QuestionRow) => Attempt) => {
    const question = await questionOf(call);
    if (question === undefined) return notFound;
    const closed = closedStep(step, question, call.actor, typed);
    return closed ?? stepPage(step, await sceneOf(step, question, call), attemptIn(question));
  };
  if (!parsed.ok) {
    return again((question) => ({
      status: 422,
      typed,
      trouble: faultTrouble(parsed.faults, stepFormOf(step, question).labels),
    }));
  }
  if (step === 'think_along' && isUnsaid(parsed.value)) return again((question) => unsaid(question, typed));
  const id = idOf(call.params);
  if (id === undefined) return notFound;
  // The schema of this step read the form, so the value is the input of this step.
  // A form does not send what was emptied; the API leaves out what stays.
  const emptied = step === 'triage' ? { language: '' } : {};
  const request = { step, ...emptied, ...parsed.value } as StepRequest;
  const outcome = await takeStep(call.deed, call.actor, id, request);
  switch (outcome.outcome) {
    case 'taken':
      return done(step, call, outcome.id, request);
    case 'notFound':
      return notFound;
    case 'forbidden': {
      const question = await questionOf(call);
      return question === undefined ? notFound : notYoursPage(step, question, call.actor, typed);
    }
    default:
      return again((question) => attemptAfter(step, outcome, question, typed, parsed.value));
  }
}

/** Nobody was asked and nothing answered: a form says so, where the API takes it for a yes of whoever was asked. */
const isUnsaid = (value: object): boolean => !('specialistId' in value || 'decision' in value);

function unsaid(question: QuestionRow, typed: Attempt['typed']): Attempt {
  const answers = question.relations.includes('asked_along');
  const fault = answers
    ? { location: 'decision', detail: 'Maak een keuze.' }
    : { location: 'specialistId', detail: 'Kies iemand uit de lijst.' };
  const { labels } = stepFormOf('think_along', question);
  return { status: 422, typed, trouble: faultTrouble([fault], labels) };
}

/** Steps after which who took them may read the question no longer. */
const leaving: readonly StepName[] = ['think_along', 'hand_over', 'stop'];

async function done(step: StepName, call: Sending, id: string, request: StepRequest): Promise<PageAnswer> {
  const { actor, database } = call;
  const answered = request.step === 'think_along' && request.decision !== undefined;
  const { done: text } = stepFormOf(step, { relations: answered ? ['asked_along'] : [], goals: [] });
  const reads =
    !leaving.includes(step) ||
    (await database.read(actor, (reader) => getQuestion(reader, actor, id))) !== undefined;
  return { kind: 'redirect', to: reads ? `/vragen/${id}` : '/vragen', flash: { tone: 'good', text } };
}

async function questionOf({ params, deed, actor }: Reading | Sending): Promise<QuestionRow | undefined> {
  const id = idOf(params);
  return id === undefined ? undefined : readQuestion(deed, actor, id);
}

async function sceneOf(step: StepName, question: QuestionRow, call: Reading | Sending): Promise<Scene> {
  const { actor, csrf, database } = call;
  return { question, actor, csrf, choices: await choicesFor(step, question, actor, database) };
}
