/** Where a goal stood at each moment: marks on its scale, and the same as a table. */
import type { JSX } from 'preact';
import { showDate } from '../../platform/pure/dates.ts';
import { Table } from '../../platform/ui/table.tsx';
import { latest, type Moment, moments, type Score, type Scorer, scorers } from './goal.rules.ts';
import type { GoalView } from './goal.store.ts';
import { meaningOf, momentWords, scorerWord, showScore } from './goal.words.ts';
import { type Scale, scoresOn } from './goal-scale.rules.ts';

interface FigureProps {
  readonly goal: Pick<GoalView, 'scale' | 'scores'>;
  readonly specialist: string;
}

/** In units of the drawing: room for the names of the moments, a column for each score, a row for each moment. */
const [left, column, row, top] = [92, 38, 34, 26] as const;

/** Each scorer has a shape of its own beside its colour; the table beside it says the same in words. */
export function GoalFigure({ goal, specialist }: FigureProps): JSX.Element | null {
  const shown = moments.filter((moment) => goal.scores.some((score) => score.moment === moment));
  if (shown.length === 0) return null;
  const { scale } = goal;
  const scores = scoresOn(scale);
  const width = left + scores.length * column;
  const height = top + shown.length * row;
  const by = scorers.filter((scorer) => goal.scores.some((score) => score.by === scorer));
  return (
    <div class="goal-figure">
      <svg viewBox={`0 0 ${width} ${height}`} class="goal-figure__scale" aria-hidden="true">
        {scores.map((score) => (
          <g key={score}>
            <line
              class={score === 0 ? 'goal-figure__aim' : 'goal-figure__line'}
              x1={xOf(scale, score)}
              x2={xOf(scale, score)}
              y1={top - 6}
              y2={height}
            />
            <text class="goal-figure__label" x={xOf(scale, score)} y={top - 11} text-anchor="middle">
              {showScore(score)}
            </text>
          </g>
        ))}
        {shown.map((moment, nth) => (
          <Row key={moment} moment={moment} y={top + row * (nth + 0.5)} goal={goal} />
        ))}
      </svg>
      <ul class="goal-figure__key" role="list">
        {by.map((scorer) => (
          <li key={scorer}>
            <svg viewBox="-8 -8 16 16" width="16" height="16" aria-hidden="true">
              <Mark by={scorer} x={0} y={0} />
            </svg>
            {scorerWord(scorer, specialist)}
          </li>
        ))}
      </ul>
    </div>
  );
}

const xOf = (scale: Scale, score: number) => left + column * (scoresOn(scale).indexOf(score) + 0.5);

interface RowProps {
  readonly moment: Moment;
  readonly y: number;
  readonly goal: FigureProps['goal'];
}

function Row({ moment, y, goal }: RowProps): JSX.Element {
  const found = scorers.flatMap((by) => {
    const score = latest(goal.scores, moment, by);
    return score === undefined ? [] : [{ by, score: score.score }];
  });
  return (
    <g>
      <text class="goal-figure__moment" x={0} y={y + 5}>
        {momentWords[moment]}
      </text>
      {found.map(({ by, score }) => {
        // Marks on the same spot stand beside each other.
        const same = found.filter((one) => one.score === score);
        const shift = (same.findIndex((one) => one.by === by) - (same.length - 1) / 2) * 14;
        return <Mark key={by} by={by} x={xOf(goal.scale, score) + shift} y={y} />;
      })}
    </g>
  );
}

function Mark({ by, x, y }: { readonly by: Scorer; readonly x: number; readonly y: number }): JSX.Element {
  if (by === 'school') return <circle class="goal-mark goal-mark--school" cx={x} cy={y} r={6} />;
  if (by === 'specialist')
    return <rect class="goal-mark goal-mark--specialist" x={x - 5.5} y={y - 5.5} width={11} height={11} />;
  return <path class="goal-mark goal-mark--parent" d={`M${x} ${y - 7}l7 12h-14Z`} />;
}

/** What everybody chose, in words: the latest of each moment and scorer. */
export function ScoreTable({ goal, specialist }: FigureProps): JSX.Element | null {
  const shown = moments.filter((moment) => goal.scores.some((score) => score.moment === moment));
  if (shown.length === 0) return null;
  return (
    <Table
      caption="Scores"
      hideCaption
      rows={scorers.filter((scorer) => goal.scores.some((score) => score.by === scorer))}
      columns={[
        { label: 'Wie keek', cell: (by) => scorerWord(by, specialist) },
        ...shown.map((moment) => ({
          label: momentWords[moment],
          cell: (by: Scorer) => <Chosen score={latest(goal.scores, moment, by)} scale={goal.scale} />,
        })),
      ]}
    />
  );
}

function Chosen({ score, scale }: { readonly score: Score | undefined; readonly scale: Scale }): JSX.Element {
  if (score === undefined) return <>niet gescoord</>;
  return (
    <>
      {showScore(score.score)}, {meaningOf(scale, score.score)}, op {showDate(score.on)}
    </>
  );
}
