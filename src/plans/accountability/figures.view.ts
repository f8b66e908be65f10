/** What of the releases the page shows: of each measure the latest school year and quarter, and how the quarters went. */
import type { CivilDate } from '../../platform/pure/dates.ts';
import type { MeasureCode, PublicCell } from '../../results/index.ts';

/** Of measures about the work, not about who does it; in the order in which the page shows them. */
export const publicMeasures: readonly MeasureCode[] = [
  ...(['first_contact_days', 'start_days', 'earliness_days', 'hand_offs', 'light_route_share'] as const),
  ...([
    'hours_done',
    'requested_provided',
    'schools_unvisited',
    'special_reach',
    'confirmed_on_time',
  ] as const),
  ...(['goal_levels', 'lasted', 'satisfaction', 'basic_support', 'practice_reuse'] as const),
];

/** A figure of the whole partnership in a closed period. */
export interface PublicFigure {
  readonly from: CivilDate;
  /** The last day. */
  readonly to: CivilDate;
  /** Null: hidden, as it is less than five or would give such a number away. */
  readonly n: number | null;
  /** Whether anything but the count is told. */
  readonly told: boolean;
  /** Null: not told, or of too few it would mean nothing. */
  readonly value: number | null;
  readonly p85: number | null;
  /** What stands beside a sum. */
  readonly of: number | null;
  /** How the cases are distributed; null: hidden. */
  readonly parts: readonly { readonly key: string; readonly n: number | null }[];
}

export interface PublicMeasure {
  readonly code: MeasureCode;
  readonly year: PublicFigure | undefined;
  readonly quarter: PublicFigure | undefined;
  /** Oldest first. */
  readonly quarters: readonly PublicFigure[];
}

/** Only measures of which something was released, those nobody counted anything of too. */
export function measuresIn(cells: readonly PublicCell[]): readonly PublicMeasure[] {
  const whole = cells.filter(({ dimension }) => dimension === 'all');
  const totals = whole.filter(({ part }) => part === '');
  return publicMeasures.flatMap((code) => {
    const own = totals
      .filter(({ measure }) => measure === code)
      .toSorted((a, b) => (a.from < b.from ? -1 : 1));
    const spanned = (span: PublicCell['span']) =>
      own.filter((one) => one.span === span).map((one) => figureOf(one, whole));
    const quarters = spanned('quarter');
    return own.length === 0
      ? []
      : [{ code, year: spanned('year').at(-1), quarter: quarters.at(-1), quarters }];
  });
}

const figureOf = (
  { measure, span, from, to, n, figure }: PublicCell,
  whole: readonly PublicCell[],
): PublicFigure => ({
  ...{ from, to, n, told: figure !== null },
  ...{ value: figure?.value ?? null, p85: figure?.p85 ?? null, of: figure?.of ?? null },
  parts: whole.flatMap((one) =>
    one.part !== '' && one.measure === measure && one.span === span && one.from === from
      ? [{ key: one.part, n: one.n }]
      : [],
  ),
});

/** The day on which the last of them was made; undefined: there is none. */
export const lastMade = (cells: readonly PublicCell[]): string | undefined =>
  cells
    .map(({ madeAt }) => madeAt)
    .toSorted()
    .at(-1);

/** Measures whose quarters are drawn: those with one number that anybody understands. */
export const drawn: readonly MeasureCode[] = ['first_contact_days', 'start_days', 'hours_done'];

/** Fewer quarters are no course. */
export const hasCourse = ({ code, quarters }: PublicMeasure): boolean =>
  drawn.includes(code) && quarters.filter(({ value }) => value !== null).length > 1;
