/** What came of goals, in a few lines, for a place that is about something else: levels after the work, and whether they lasted. */
import type { JSX } from 'preact';
import { list } from '../../platform/pure/text.ts';
import { lasted } from './attainment.rules.ts';
import { latest, scorers } from './goal.rules.ts';
import type { GoalView } from './goal.store.ts';
import { lastedWords, meaningOf, shortScorer, showScore, specialistWord } from './goal.words.ts';

interface CameOfProps {
  readonly goals: readonly GoalView[];
  /** The words of the partnership. */
  readonly labels: Readonly<Record<string, string>>;
}

/** Whether a goal that was not let go has a level after the work. */
export const hasOutcome = ({ droppedAt, scores }: GoalView): boolean =>
  droppedAt === null && scorers.some((by) => latest(scores, 'end', by) !== undefined);

/** Each scorer's own level, of each goal; never one figure. */
export function CameOf({ goals, labels }: CameOfProps): JSX.Element | null {
  const found = goals.filter(hasOutcome);
  const specialist = specialistWord(labels);
  if (found.length === 0) return null;
  return (
    <ul>
      {found.map((goal) => {
        const ends = scorers.flatMap((by) => {
          const end = latest(goal.scores, 'end', by);
          if (end === undefined) return [];
          return [
            `${shortScorer(by, specialist)} ${showScore(end.score)} (${meaningOf(goal.scale, end.score)})`,
          ];
        });
        const later = scorers.flatMap((by) => {
          const change = lasted(goal.scores, by);
          return change === undefined ? [] : [`${shortScorer(by, specialist)} ${lastedWords(change)}`];
        });
        return (
          <li key={goal.id}>
            <bdi>{goal.title}</bdi>. Na de inzet: {list(ends)}.
            {later.length > 0 && ` Is het gebleven? Later: ${list(later)}.`}
          </li>
        );
      })}
    </ul>
  );
}
