/** Rounds of asking as the demonstration plays them, and who is asked. */
import {
  answerRound,
  getResults,
  type RoundInput,
  settleAnswers,
  summarise,
  takeRoundStep,
  writeRound,
} from '../../plans/index.ts';
import type { Actor, Role } from '../../platform/pure/actor.ts';
import { addDays } from '../../platform/pure/dates.ts';
import type { Stage } from '../deployment/stage.ts';
import { mustBeTaken } from '../questions/player.ts';

/** So many people who held this role all year, in the order of the register. */
export function holders({ registers, today }: Stage, role: Role, many: number): readonly string[] {
  const since = addDays(today, -345);
  const steady = registers.appointments
    .filter((one) => one.role === role && one.startsOn <= since && one.endsOn === null)
    .map(({ personId }) => personId);
  return [...new Set(steady)].slice(0, many);
}

export async function one(stage: Stage, role: Role): Promise<Actor> {
  const [personId] = holders(stage, role, 1);
  if (personId === undefined) throw new Error(`the demonstration has no ${role}`);
  return stage.actor(personId);
}

export const day = ({ today }: Stage, days: number) => addDays(today, days);

export async function openRound(stage: Stage, lead: Actor, input: RoundInput): Promise<string> {
  const deed = stage.at(input.startsOn < stage.today ? input.startsOn : day(stage, -1), 8);
  const id = mustBeTaken(await writeRound(deed, lead, input), 'a round');
  mustBeTaken(await takeRoundStep(deed, lead, id, { step: 'open' }), 'open a round');
  return id;
}

export async function answerBy(
  stage: Stage,
  id: string,
  days: number,
  people: readonly string[],
  words: readonly string[],
  option?: string,
): Promise<void> {
  for (const [nth, personId] of people.entries()) {
    const answers = [
      { nth: 1, text: words[nth % words.length] ?? '' },
      ...(option === undefined ? [] : [{ nth: 2, option }]),
    ];
    const deed = stage.at(day(stage, days), 11);
    mustBeTaken(await answerRound(deed, await stage.actor(personId), id, { answers }), 'an answer');
  }
}

/** Says of each answer what was done with it, and with a summary closes the round. */
export async function closeRound(
  stage: Stage,
  lead: Actor,
  id: string,
  days: number,
  summary: string | undefined,
): Promise<void> {
  const deed = stage.at(day(stage, days), 9);
  const results = await stage.database.read(lead, (reader) => getResults(reader, id));
  const said = (results?.answers ?? []).filter(({ text }) => text !== null);
  for (const [nth, { id: answerId }] of said.entries()) {
    const done = nth % 2 === 0 ? ('taken_over' as const) : ('partly' as const);
    const outcomeWords =
      nth % 2 === 0 ? 'Dit staat er nu in.' : 'Een deel staat erin; de rest bespreken we met het team.';
    const input = { answerIds: [answerId], outcome: done, outcomeWords };
    mustBeTaken(await settleAnswers(deed, lead, id, input), 'an outcome');
  }
  if (summary === undefined) return;
  mustBeTaken(await summarise(deed, lead, id, { summary, summaryFor: 'members' }), 'a summary');
}
