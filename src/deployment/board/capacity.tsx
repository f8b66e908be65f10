/** Weeks as columns, each the contracts of that week and what fills them. The table under it holds the same numbers. */
import type { JSX } from 'preact';
import { addDays, type CivilDate, showPeriod } from '../../platform/pure/dates.ts';
import { weekNumber } from '../../platform/pure/weeks.ts';
import { Patterns, patternOf } from '../../platform/ui/charts/fills.tsx';
import { Table } from '../../platform/ui/table.tsx';
import { monthWord, showDagdelen } from './board.words.ts';
import type { Room, WeekRoom } from './capacity.rules.ts';

export interface ShownWeek extends WeekRoom {
  /** Without a single school day. */
  readonly holiday: boolean;
}

/** From the ground up; together they are the contract. */
const parts = ['stationed', 'assigned', 'away', 'free'] as const satisfies readonly (keyof Room)[];
type Part = (typeof parts)[number];
const partWords: Readonly<Record<Part, string>> = {
  stationed: 'Gestationeerd',
  assigned: 'Toegewezen werk daarnaast',
  away: 'Afwezig',
  free: 'Vrij',
};

const fills: Readonly<Partial<Record<Part, string>>> = {
  assigned: patternOf('hatch'),
  away: patternOf('dots'),
};

const [column, height, foot, left] = [18, 300, 26, 44] as const;

export function CapacityFigure({
  weeks,
  today,
}: {
  readonly weeks: readonly ShownWeek[];
  readonly today: CivilDate;
}): JSX.Element {
  const most = Math.max(1, ...weeks.map(({ contract, over }) => contract + over));
  const top = roundUp(most);
  const yOf = (n: number) => Number((height - (n / top) * (height - 10)).toFixed(1));
  return (
    <div class="capacity">
      <Patterns />
      <svg
        class="capacity__figure"
        viewBox={`0 0 ${left + weeks.length * column} ${height + foot}`}
        aria-hidden="true"
      >
        {[0, top / 2, top].map((n) => (
          <g key={n}>
            <line class="bars__month" x1={left} x2={left + weeks.length * column} y1={yOf(n)} y2={yOf(n)} />
            <text class="bars__label" x={left - 6} y={yOf(n) + 5} text-anchor="end">
              {showDagdelen(n)}
            </text>
          </g>
        ))}
        {weeks.map((week, nth) => (
          <WeekColumn
            key={week.monday}
            week={week}
            x={left + nth * column}
            last={nth === weeks.length - 1}
            yOf={yOf}
            today={today}
          />
        ))}
      </svg>
      <ul class="figure-key" role="list">
        {parts.map((part) => (
          <li key={part}>
            <svg viewBox="0 0 24 16" width="24" height="16" aria-hidden="true">
              <rect class={`room room--${part}`} fill={fills[part]} x={1} y={1} width={22} height={14} />
            </svg>
            {partWords[part]}
          </li>
        ))}
      </ul>
    </div>
  );
}

interface WeekColumnProps {
  readonly week: ShownWeek;
  readonly x: number;
  readonly yOf: (n: number) => number;
  readonly today: CivilDate;
  readonly last: boolean;
}

function WeekColumn({ week, x, yOf, today, last }: WeekColumnProps): JSX.Element {
  const { monday, holiday } = week;
  const sunday = addDays(monday, 6);
  const isNow = monday <= today && today <= sunday;
  // Where a month begins, its name stands under its first week; under the last week there is no room.
  const month = sunday.slice(8) <= '07' && !last ? monthWord(sunday) : undefined;
  let ground = 0;
  return (
    <g>
      {!holiday &&
        parts.map((part) => {
          const from = ground;
          ground += week[part];
          if (week[part] === 0) return null;
          const y = yOf(ground);
          return (
            <rect
              key={part}
              class={`room room--${part}`}
              fill={fills[part]}
              x={x + 1}
              y={y}
              width={column - 2}
              height={Number((yOf(from) - y).toFixed(1))}
            />
          );
        })}
      {week.over > 0 && !holiday && (
        <rect class="room room--over" x={x + 1} y={yOf(ground + week.over)} width={column - 2} height={4} />
      )}
      {isNow && <path class="capacity__now" d={`M${x} ${height + 2}h${column}`} />}
      {month !== undefined && (
        <text class="bars__label" x={x} y={height + foot - 4}>
          {month}
        </text>
      )}
    </g>
  );
}

/** One, two or five with noughts: what people read off a scale. */
function roundUp(n: number): number {
  const power = 10 ** Math.floor(Math.log10(n));
  return ([1, 2, 4, 6, 8, 10].find((times) => times * power >= n) ?? 10) * power;
}

export function CapacityTable({ weeks }: { readonly weeks: readonly ShownWeek[] }): JSX.Element {
  const cell = (part: keyof Room) => (week: ShownWeek) => (week.holiday ? '' : showDagdelen(week[part]));
  return (
    <Table
      caption="Dagdelen per week"
      hideCaption
      rows={weeks}
      columns={[
        {
          label: 'Week',
          cell: ({ monday, holiday }) => (
            <>
              {weekNumber(monday)}:
              <span class="bars__facts">
                {' '}
                {showPeriod(monday, addDays(monday, 4))}
                {holiday && ', vakantie'}
              </span>
            </>
          ),
        },
        { label: 'Contract', numeric: true, cell: cell('contract') },
        { label: 'Gestationeerd', numeric: true, cell: cell('stationed') },
        { label: 'Toegewezen daarnaast', numeric: true, cell: cell('assigned') },
        { label: 'Afwezig', numeric: true, cell: cell('away') },
        { label: 'Vrij', numeric: true, cell: cell('free') },
        { label: 'Te veel', numeric: true, cell: cell('over') },
      ]}
    />
  );
}
