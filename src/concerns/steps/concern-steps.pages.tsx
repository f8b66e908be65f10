/** Every step of the protocol as a form: one pair of doors, drawn from one table. */
import type { z } from 'zod';
import { SentBefore } from '../../platform/form/attempt.tsx';
import { faultTrouble, joinTrouble, needTrouble, type Trouble } from '../../platform/form/form-errors.ts';
import { afterButton, typedValue, withoutEmptyRows } from '../../platform/form/typed.ts';
import { type Entries, type Fault, idOf } from '../../platform/input.ts';
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
import { refusedForm } from '../../privacy/index.ts';
import { access } from '../concern.access.ts';
import { type Outcome, readConcern, takeStep } from '../concern.actions.ts';
import { factsOf } from '../concern.facts.ts';
import type { StepInputs, StepRequest } from '../concern.input.ts';
import { mayTake, type StepName, stepNames } from '../concern.rules.ts';
import type { ConcernRow } from '../concern.store.ts';
import { explain, stepSlugs } from '../concern.words.ts';
import { unmetNeeds } from '../needs.rules.ts';
import { getSurroundings } from '../reading/circle.store.ts';
import { askedByForm } from '../reading/concern-steps-now.pages.tsx';
import { earlyNeeds } from './early-needs.ts';
import { needFields } from './fields.tsx';
import { formInputs } from './form.input.ts';
import { type Attempt, blockedPage, NewSinceThen, notYoursPage, type Scene, stepPage } from './step-page.tsx';
import { stepFormOf } from './step-table.tsx';

type StepInput = StepInputs[StepName];
export type Reading = Call<Actor> & Page;
type Sending = Call<Actor, Record<string, never>, Sent<StepInput>> & Page;

/** A note is revised where it is written: note.pages.tsx. */
const formSteps = stepNames.filter((step) => step !== 'revise');

export const stepPages: readonly Route[] = formSteps.flatMap((step) => [
  getPage(`/zorgen/:id/${stepSlugs[step]}`, access.read, (call) => showStep(step, call)),
  // The table gives each step its own input; together they are the inputs of all steps.
  postPage(`/zorgen/:id/${stepSlugs[step]}`, access.read, formInputs[step] as z.ZodType<StepInput>, (call) =>
    sendStep(step, call),
  ),
]);

async function showStep(step: StepName, call: Reading): Promise<PageAnswer> {
  const scene = await sceneOf(call);
  if (scene === undefined) return notFound;
  return closedStep(step, scene) ?? stepPage(step, scene);
}

/** Why there is no form of this step for this reader now. */
export function closedStep(step: StepName, scene: Scene, typed: Entries = []): PageAnswer | undefined {
  const { concern, actor } = scene;
  if (!mayTake(step, concern)) return notYoursPage(step, scene, typed);
  const facts = factsOf(concern, actor.personId);
  const needs = unmetNeeds(step, facts).filter((need) => !askedByForm[step]?.includes(need));
  return needs.length === 0 ? undefined : blockedPage(step, scene, explain(needs, facts), typed);
}

async function sendStep(step: StepName, call: Sending): Promise<PageAnswer> {
  const { parsed, typed, button } = call.input;
  const { rows = {} } = stepFormOf(step, 'school');
  const again = async (attemptIn: (scene: Scene) => Attempt) => {
    const scene = await sceneOf(call);
    if (scene === undefined) return notFound;
    if (!mayTake(step, scene.concern)) return notYoursPage(step, scene, typed);
    return stepPage(step, scene, attemptIn(scene));
  };
  if (Object.keys(rows).some((list) => button === `add:${list}` || button.startsWith(`remove:${list}:`))) {
    return again(() => ({ status: 200, typed: afterButton(typed, button) }));
  }
  // Rows are read without the empty ones: drawn so too, a fault stands at its own row.
  const kept = Object.keys(rows).reduce(withoutEmptyRows, typed);
  if (!parsed.ok) {
    return again((scene) => ({
      status: 422,
      typed: kept,
      trouble: allTrouble(step, scene, kept, parsed.faults),
    }));
  }
  const id = idOf(call.params);
  if (id === undefined) return notFound;
  // The schema of this step read the form, so the value is the input of this step.
  const request = { step, ...parsed.value } as StepRequest;
  const outcome = await takeStep(call.deed, call.actor, id, request);
  if (outcome.outcome === 'taken') return done(step, outcome);
  if (outcome.outcome === 'notFound') return notFound;
  const scene = await sceneOf(call);
  if (scene === undefined) return notFound;
  if (outcome.outcome === 'forbidden') return notYoursPage(step, scene, typed);
  return stepPage(step, scene, attemptAfter(step, outcome, scene, kept, parsed.value));
}

/** The faults of a form, and the needs that can be told already. */
function allTrouble(
  step: StepName,
  { concern, actor }: Scene,
  typed: Entries,
  faults: readonly Fault[],
): Trouble {
  const { labels } = stepFormOf(step, concern.about);
  const facts = factsOf(concern, actor.personId);
  const needs = explain(earlyNeeds(step, facts, typed, faults), facts);
  return joinTrouble(faultTrouble(faults, labels), needTrouble(needs, labels, needFields));
}

function done(step: StepName, outcome: Extract<Outcome, { outcome: 'taken' }>): PageAnswer {
  const to = outcome.dropped === true ? '/zorgen' : `/zorgen/${outcome.id}`;
  return { kind: 'redirect', to, flash: { tone: 'good', text: stepFormOf(step, outcome.about).done } };
}

/** What the form says when it comes back. */
export function attemptAfter(
  step: StepName,
  outcome: Extract<Outcome, { outcome: 'refused' | 'stale' | 'keyReused' }>,
  scene: Scene,
  typed: Entries,
  value: unknown,
): Attempt {
  const { version } = scene.concern;
  switch (outcome.outcome) {
    case 'refused':
      return { typed, ...refusal(step, outcome, value, scene.concern) };
    case 'stale': {
      const since = Number(typedValue(typed, '_version') ?? 0);
      return { typed, status: 412, version, notice: <NewSinceThen scene={scene} since={since} /> };
    }
    case 'keyReused':
      return { typed, status: 409, version, notice: <SentBefore /> };
  }
}

/** What the form says when the step was refused: every need, every mark. `stored`: the texts that were not in the form. */
export function refusal(
  step: StepName,
  outcome: Extract<Outcome, { outcome: 'refused' }>,
  value: unknown,
  stored?: ConcernRow,
): Omit<Attempt, 'typed'> {
  const { labels } = stepFormOf(step, stored?.about ?? 'school');
  return refusedForm(outcome, labels, needFields, value, stored);
}

/** The concern of this address with all that its pages show; that it was read is recorded. */
export async function sceneOf(
  call: Pick<Reading, 'params' | 'actor' | 'deed' | 'database' | 'csrf'>,
): Promise<Scene | undefined> {
  const { actor, csrf } = call;
  const id = idOf(call.params);
  const concern = id === undefined ? undefined : await readConcern(call.deed, actor, id);
  if (concern === undefined) return undefined;
  const around = await call.database.read(actor, (reader) => getSurroundings(reader, actor, concern));
  return { concern, around, actor, csrf };
}
