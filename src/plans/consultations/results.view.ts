/** What came of a round, as its readers may know it: to who runs it in full, to others no small number. */
import { type Shown, showAtLeast, showCount, showParts } from '../../platform/pure/suppression.ts';
import { type AnswerOutcome, outcomes } from './round.rules.ts';
import type { Question, Results, Round } from './round.store.ts';

/** How many took part. While a round without names runs, nobody can see one more come. */
export function showTookPart(
  results: Results,
  round: Pick<Round, 'anonymous'>,
  runs: boolean,
  runner: boolean,
): Shown {
  const { tookPart } = results;
  if (round.anonymous && runs) return showAtLeast(tookPart);
  return runner && !round.anonymous ? tookPart : showCount(tookPart);
}

export interface Chosen {
  readonly option: string;
  readonly n: Shown;
}

/** How often each option was chosen. Whoever reads the answers themselves may count them. */
export function showOptions({ options }: Results, { nth }: Question, runner: boolean): readonly Chosen[] {
  const own = (options ?? []).filter((one) => one.nth === nth);
  const shown = runner ? own.map(({ n }) => n) : showParts(own.map(({ n }) => n));
  return own.map(({ option }, place) => ({ option, n: shown[place] ?? '<5' }));
}

/** How many answers were taken over, and so on; those that never happened are left out for who may count them. */
export function showOutcomes(
  { outcomes: counted }: Results,
  runner: boolean,
): readonly { readonly outcome: AnswerOutcome; readonly n: Shown }[] {
  const numbers = outcomes.map((outcome) => counted?.[outcome] ?? 0);
  const shown = runner ? numbers : showParts(numbers);
  return outcomes.map((outcome, place) => ({ outcome, n: shown[place] ?? '<5' }));
}
