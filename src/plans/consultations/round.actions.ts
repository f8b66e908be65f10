/** The deeds on rounds: pages, API and demonstration all come through here. */
import type { Transaction } from '../../platform/database.ts';
import { type Actor, hasRole } from '../../platform/pure/actor.ts';
import { type CivilDate, dayOf } from '../../platform/pure/dates.ts';
import type { Deed } from '../../platform/route.ts';
import type { NeedCode } from '../needs.words.ts';
import { lawfully, type Outcome, onLocked, record, refused, taken } from '../outcome.ts';
import type { AnswersInput, RoundInput, RoundStepRequest, SettleInput, SummaryInput } from './round.input.ts';
import {
  type RoundFacts,
  type RoundGiven,
  type RoundStep,
  roundRunners,
  unmetByRound,
} from './round.rules.ts';
import { findRoundChoices, getResults, getRound, type Results, type Round } from './round.store.ts';
import {
  addRound,
  answerRoundWith,
  endRound,
  lockRound,
  moveRound,
  saveRound,
  settleAnswersWith,
  summariseRound,
} from './round-writes.store.ts';

/** What the rules must know of a round. */
export const roundFacts = (round: Round, results: Results | undefined, today: CivilDate): RoundFacts => ({
  status: round.status,
  today,
  startsOn: round.startsOn,
  endsOn: round.endsOn,
  questions: round.questions.length,
  subjectIsOpen: round.subject?.isOpen ?? true,
  isAboutPost: round.subject?.kind === 'post',
  answersOpen: results?.open ?? false,
  unsettled: results?.answers?.filter(({ text, outcome }) => text !== null && outcome === null).length ?? 0,
});

/** Writes a round down: a draft. */
export function writeRound(deed: Deed, actor: Actor, input: RoundInput): Promise<Outcome> {
  return lawfully(deed, actor, input, async (tx) => {
    if (!hasRole(actor, ...roundRunners)) return { outcome: 'forbidden' };
    const wrong = await unknownIn(tx, actor, input);
    if (wrong.length > 0) return refused(...wrong);
    const id = await addRound(tx, actor, input);
    await audit(tx, deed, actor, 'write', id);
    return taken(id);
  });
}

async function unknownIn(tx: Transaction, actor: Actor, input: RoundInput): Promise<readonly NeedCode[]> {
  const { areas, boards, subjects } = await findRoundChoices(tx, actor);
  const known = (all: readonly { readonly id: string }[], ids: readonly string[] = []) =>
    ids.every((id) => all.some((one) => one.id === id));
  return [
    ...(input.about === undefined || subjects.some(({ value }) => value === input.about)
      ? []
      : (['subjectKnown'] as const)),
    ...(known(areas, input.areas) && known(boards, input.boards) ? [] : (['placesKnown'] as const)),
  ];
}

/** Takes a step with a round. */
export function takeRoundStep(
  deed: Deed,
  actor: Actor,
  id: string,
  request: RoundStepRequest,
): Promise<Outcome> {
  return onRound(deed, actor, id, request.step, request, {}, async (tx) => {
    switch (request.step) {
      case 'revise': {
        const wrong = await unknownIn(tx, actor, request);
        if (wrong.length > 0) return refused(...wrong);
        await saveRound(tx, actor, id, request);
        return undefined;
      }
      case 'open':
      case 'take_back':
        await moveRound(tx, actor, id, request.step === 'open' ? 'open' : 'draft');
        return undefined;
      case 'move_end': {
        const round = await getRound(tx, actor, id);
        if (round !== undefined && request.endsOn < round.startsOn) return refused('endsAfterStart');
        await endRound(tx, actor, id, request.endsOn);
        return undefined;
      }
    }
  });
}

/**
 * Answers a round, all of its questions at once. In a round without names a retry under the same key is known by the round alone: what a
 * key remembers of it may not say what was answered. With names other answers under that key are not what was sent before.
 */
export async function answerRound(
  deed: Deed,
  actor: Actor,
  id: string,
  input: AnswersInput,
): Promise<Outcome> {
  const round = await deed.database.read(actor, (reader) => getRound(reader, actor, id));
  if (round === undefined) return { outcome: 'notFound' };
  const once = round.anonymous && deed.once ? { key: deed.once.key, request: ['answer', id] } : deed.once;
  return lawfully({ ...deed, once }, actor, input, async (tx) => {
    if (!(await answerRoundWith(tx, id, input))) return { outcome: 'notFound' };
    await audit(tx, deed, actor, 'answer', id);
    return taken(id);
  });
}

/** Says of answers what was done with them. */
export const settleAnswers = (deed: Deed, actor: Actor, id: string, input: SettleInput): Promise<Outcome> =>
  onRound(deed, actor, id, 'settle', input, {}, async (tx) =>
    (await settleAnswersWith(tx, id, input)) ? undefined : { outcome: 'notFound' },
  );

/** Closes a round with what came of it, for whom was asked or for all members. */
export const summarise = (deed: Deed, actor: Actor, id: string, input: SummaryInput): Promise<Outcome> =>
  onRound(deed, actor, id, 'summarise', input, input, async (tx) => {
    await summariseRound(tx, actor, id, input);
    return undefined;
  });

function onRound(
  deed: Deed,
  actor: Actor,
  id: string,
  step: RoundStep,
  said: unknown,
  given: RoundGiven,
  work: (tx: Transaction) => Promise<Outcome | undefined>,
): Promise<Outcome> {
  return onLocked(
    deed,
    actor,
    said,
    (tx) => lockRound(tx, actor, id),
    async (tx) => {
      const [round, results] = await Promise.all([getRound(tx, actor, id), getResults(tx, id)]);
      if (round === undefined) return { outcome: 'notFound' };
      if (!hasRole(actor, ...roundRunners)) return { outcome: 'forbidden' };
      const unmet = unmetByRound(step, roundFacts(round, results, dayOf(deed.now.getTime())), given);
      if (unmet.length > 0) return refused(...unmet);
      const refusal = await work(tx);
      if (refusal !== undefined) return refusal;
      await audit(tx, deed, actor, step, id);
      return taken(id);
    },
  );
}

const audit = (tx: Transaction, deed: Deed, actor: Actor, action: string, subjectId: string) =>
  record(tx, deed, actor, { action, subject: 'consultation', subjectId });
