/** The columns of what was done for ambitions and what was not. */
import { type CivilDate, showDate, showPeriod } from '../../platform/pure/dates.ts';
import { hiddenWord } from '../../platform/pure/suppression.ts';
import type { Column } from '../../platform/ui/table.tsx';
import { dagdelenAWeek } from '../../stationing/index.ts';
import type { Ambition } from './ambitions/ambition.store.ts';
import type { Coverage } from './ambitions/coverage.store.ts';
import { doneId, hours, rowsOf } from './ambitions/coverage-shown.tsx';
import type { ReleasedHours } from './ambitions/measured.store.ts';
import { type Gap, notYet, type Progress } from './ambitions/progress.rules.ts';
import { shareWords, shortGap, showValue } from './ambitions/progress.words.ts';
import { ambitionPath } from './support-plan-parts.tsx';

/** An ambition with what is known of the work for it. */
export interface Covered {
  readonly one: Ambition;
  readonly coverage: Coverage;
  readonly progress: Progress | undefined;
  readonly released: ReleasedHours | undefined;
}

export const gapsOf = (
  { one, coverage, progress }: Covered,
  readsAll: boolean,
  today: CivilDate,
): readonly Gap[] => notYet(one, coverage, { today, progress, readsAll });

export const nameColumn: Column<Covered> = {
  label: 'Ambitie',
  cell: ({ one }) => (
    <a href={ambitionPath(one.id)}>
      <bdi>{one.name}</bdi>
    </a>
  ),
};

export const gapColumn = (readsAll: boolean, today: CivilDate): Column<Covered> => ({
  label: 'Wat nog niet',
  cell: (row) => {
    const gaps = gapsOf(row, readsAll, today).map((gap) => shortGap(gap, row.coverage));
    return gaps.length === 0 ? 'niets' : gaps.join('; ');
  },
});

interface Counted {
  readonly label: string;
  readonly n: (coverage: Coverage) => number;
  readonly href: (id: string) => string;
  /** What stands behind the number. */
  readonly more?: (coverage: Coverage) => string;
}

const decimal = (n: number) => n.toLocaleString('nl-NL', { maximumFractionDigits: 1 });
const named = (id: string) => `${ambitionPath(id)}#${doneId}`;

const counted: readonly Counted[] = [
  { label: 'Vragen', n: ({ questions }) => questions, href: (id) => rowsOf(id).questions },
  { label: 'Doelen', n: ({ goals }) => goals, href: (id) => rowsOf(id).goals },
  {
    label: 'Bezoeken',
    n: ({ visits }) => visits.count,
    href: (id) => rowsOf(id).visits,
    more: ({ visits }) => `${hours(visits.minutes)} uur`,
  },
  {
    label: 'Stationering',
    n: ({ stationings }) => stationings.count,
    href: (id) => rowsOf(id).stationings,
    more: ({ stationings }) => dagdelenAWeek(stationings.dagdelen),
  },
  { label: 'Pilots', n: ({ pilots }) => pilots.length, href: named },
  { label: 'Berichten', n: ({ posts }) => posts.length, href: named },
];

/** What a reader of all work counts; of others a column with nothing in it says nothing, and a release may. */
export function deedColumns(all: readonly Covered[], readsAll: boolean): readonly Column<Covered>[] {
  const shown = counted.filter(({ n }) => readsAll || all.some(({ coverage }) => n(coverage) > 0));
  const columns = shown.map(
    ({ label, n, href, more }): Column<Covered> => ({
      label,
      numeric: true,
      cell: ({ one, coverage }) => {
        const found = n(coverage);
        if (found === 0) return readsAll ? <strong>nog niets</strong> : '0';
        return (
          <>
            <a href={href(one.id)}>
              {found}
              <span class="visually-hidden">
                {' '}
                {label.toLowerCase()} voor {one.name}
              </span>
            </a>
            {more !== undefined && ` (${more(coverage)})`}
          </>
        );
      },
    }),
  );
  const told = lastReleased(all);
  if (readsAll || told === undefined || !told.some) return columns;
  const whole: Column<Covered> = {
    label: `Uren in het hele samenwerkingsverband, ${told.period}`,
    numeric: true,
    cell: ({ released }) => {
      if (released?.to !== told.to) return 'niet verteld';
      return released.hours === null ? hiddenWord : decimal(released.hours);
    },
  };
  return [whole, ...columns];
}

interface LastReleased {
  readonly to: CivilDate;
  readonly period: string;
  /** Whether any is told. */
  readonly some: boolean;
}

/** The last period of which hours for these ambitions were released. */
export function lastReleased(all: readonly Covered[]): LastReleased | undefined {
  const found = all.flatMap(({ released }) => released ?? []);
  const last = found.toSorted((a, b) => a.to.localeCompare(b.to)).at(-1);
  if (last === undefined) return undefined;
  const { from, to } = last;
  return { to, period: showPeriod(from, to), some: found.some((one) => one.to === to && one.hours !== null) };
}

export const wayColumn: Column<Covered> = {
  label: 'Laatste meting en doel',
  cell: ({ one, progress }) => (
    <>
      {readingWords(one, progress)}
      <br />
      Doel: {targetWords(one)}
    </>
  ),
};

function readingWords(one: Ambition, progress: Progress | undefined): string {
  if (progress !== undefined)
    return `${showValue(one, progress.value)} (${showDate(progress.on)}): ${shareWords(progress)}`;
  return one.measure === null ? 'Nog geen meting' : 'Nog geen cijfer te vertellen';
}

const targetWords = ({ targetValue, targetOn, ...one }: Ambition): string =>
  targetValue === null || targetOn === null
    ? 'nog niet gezegd'
    : `${showValue(one, targetValue)}, uiterlijk ${showDate(targetOn)}`;
