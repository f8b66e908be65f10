/** What the API of development answers, the same for profiles, rounds and pilots. */
import { idOf } from '../platform/input.ts';
import { problem, problems } from '../platform/problem.ts';
import type { Actor, Role } from '../platform/pure/actor.ts';
import type { ApiAnswer, Call, Deed, Known } from '../platform/route.ts';
import { answerNotTaken } from '../privacy/index.ts';
import { explain, type NeedCode } from './needs.words.ts';
import type { Outcome } from './outcome.ts';

const notYours = problem(403, 'forbidden', 'Niet toegestaan', 'Deze stap hoort niet bij uw rol.');

/** Of a step: what it was taken on, as it is now. */
export const stepped = (outcome: Outcome, now: () => Promise<ApiAnswer>): Promise<ApiAnswer> =>
  outcome.outcome === 'taken' ? now() : answerNotTaken(outcome, notYours, now);

/** Of something that was made: it, and where it stands. */
export async function made(
  outcome: Outcome,
  path: string,
  shown: (id: string) => Promise<ApiAnswer>,
): Promise<ApiAnswer> {
  if (outcome.outcome !== 'taken') return answerNotTaken(outcome, notYours, async () => problems.notFound());
  return { ...(await shown(outcome.id)), status: 201, location: `/api/v1${path}/${outcome.id}` };
}

/** A step as the API tells of it: whether it can be taken now, and what it lacks. */
export function stepView<Step extends string>(step: Step, codes: readonly NeedCode[]) {
  const unmet = explain(codes);
  return { step, allowed: unmet.length === 0, unmet };
}

export const rolesOf = ({ appointments }: Actor): readonly Role[] => appointments.map(({ role }) => role);

/** Before the input is looked at: is it there for this person, and is the step it names (or, of none, any) ever theirs? */
export const knownStep =
  <Step extends string>(
    find: (deed: Deed, actor: Actor, id: string) => Promise<unknown>,
    steps: readonly Step[],
    mayTake: (step: Step, roles: readonly Role[]) => boolean,
  ): Known =>
  async ({ actor, params, deed }: Call<Actor>, body) => {
    const id = idOf(params);
    if (id === undefined || (await find(deed, actor, id)) === undefined) return problems.notFound();
    const named = steps.find((step) => step === (body as { readonly step?: unknown } | null)?.step);
    const asked = named === undefined ? steps : [named];
    return asked.some((step) => mayTake(step, rolesOf(actor))) ? undefined : notYours;
  };
