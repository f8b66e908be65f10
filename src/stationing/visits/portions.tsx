/** What the minutes of a visit were for: a row for each question, goal, ambition and for preventive work, with its share if somebody says so. */
import type { JSX } from 'preact';
import type { Entries } from '../../platform/input.ts';
import { Icon } from '../../platform/ui/icons.tsx';
import type { OwnQuestion } from './own-work.store.ts';
import type { AmbitionName, VisitShare } from './visit.store.ts';
import { portionOf, whatOf } from './visit-typed.ts';

interface Row {
  readonly what: string;
  readonly label: string;
  /** Absent: it goes with every school. */
  readonly school?: string | undefined;
  readonly isGoal?: boolean;
}

/** `named`: with titles. Without them nothing but numbers stays behind on a device. */
export function rowsFor(
  questions: readonly OwnQuestion[],
  ambitions: readonly AmbitionName[],
  before: readonly VisitShare[],
  named: boolean,
): readonly Row[] {
  const rows = questions.flatMap((question): readonly Row[] => [
    { what: `q:${question.id}`, label: questionName(question, named), school: question.schoolCode },
    ...(named ? question.goals : []).map((goal, nth) => ({
      what: `g:${goal.id}`,
      label: `Doel: ${goal.title ?? `nummer ${nth + 1}`}`,
      school: question.schoolCode,
      isGoal: true,
    })),
  ]);
  // What a visit was for stays in its form, also when that work has ended.
  const gone = before.filter(
    (share) => share.questionId !== null && !rows.some(({ what }) => what === whatOf(share)),
  );
  return [
    ...rows,
    ...gone.map((share) => ({
      what: whatOf(share),
      label: `${share.goalId === null ? 'Vraag' : 'Doel van vraag'} ${share.number ?? ''}`.trimEnd(),
      school: share.schoolCode ?? undefined,
    })),
    ...withThoseBefore(ambitions, before).map(({ id, name }) => ({
      what: `a:${id}`,
      label: `Ambitie: ${name}`,
    })),
    { what: 'p', label: 'Preventief werk, niet voor een vraag' },
  ];
}

/** An ambition that has ended stays in the form of what was for it. */
function withThoseBefore(
  ambitions: readonly AmbitionName[],
  before: readonly VisitShare[],
): readonly AmbitionName[] {
  const all = [...ambitions, ...before.flatMap(({ ambition }) => ambition ?? [])];
  return [...new Map(all.map((one) => [one.id, one])).values()];
}

function questionName({ number, level, title }: OwnQuestion, named: boolean): string {
  if (!named) return `Vraag ${number}`;
  return level === 'pupil'
    ? `Vraag ${number}, over een leerling`
    : `Vraag ${number}${title === null ? '' : `: ${title}`}`;
}

interface PortionsProps {
  readonly rows: readonly Row[];
  readonly schools: ReadonlyMap<string, string>;
  readonly typed: Entries;
  readonly error: string | undefined;
}

export function Portions({ rows, schools, typed, error }: PortionsProps): JSX.Element {
  const severalSchools = new Set(rows.flatMap(({ school }) => school ?? [])).size > 1;
  return (
    <fieldset
      class={error === undefined ? 'field portions' : 'field field--error portions'}
      aria-describedby={error === undefined ? 'split-hint' : 'split-fout split-hint'}
      data-portions
    >
      <legend class="field__label">Waarvoor?</legend>
      <p class="field__hint" id="split-hint">
        Vink aan waaraan u werkte. Laat u minuten leeg? Dan verdelen wij wat over is eerlijk.
      </p>
      {error !== undefined && (
        <p class="field__error" id="split-fout">
          <Icon name="alert" />
          <span>
            <span class="visually-hidden">Fout: </span>
            {error}
          </span>
        </p>
      )}
      {rows.map((row, nth) => (
        <Portion
          key={row.what}
          row={row}
          nth={nth}
          place={severalSchools && row.school !== undefined ? schools.get(row.school) : undefined}
          {...portionOf(typed, row.what)}
        />
      ))}
      <p class="portions__left" role="status" data-left />
    </fieldset>
  );
}

interface PortionProps {
  readonly row: Row;
  readonly nth: number;
  readonly place: string | undefined;
  readonly on: boolean;
  readonly minutes: string;
}

/** The first one carries the id that the summary of faults points at. */
function Portion({ row, nth, place, on, minutes }: PortionProps): JSX.Element {
  const id = nth === 0 ? 'split' : `split-${nth}`;
  return (
    <div class={row.isGoal ? 'portion portion--goal' : 'portion'} data-school={row.school}>
      <input type="hidden" name={`split.${nth}.what`} value={row.what} />
      <div class="choice">
        <input
          class="choice__input"
          type="checkbox"
          id={id}
          name={`split.${nth}.on`}
          value="true"
          checked={on}
        />
        <label class="choice__label" for={id}>
          <bdi>{row.label}</bdi>
          {place !== undefined && <span class="portion__place">{place}</span>}
        </label>
      </div>
      <input
        class="input portion__minutes"
        type="text"
        inputMode="numeric"
        autocomplete="off"
        name={`split.${nth}.minutes`}
        value={minutes}
        placeholder="min"
        aria-label={`Minuten voor ${row.label}`}
      />
    </div>
  );
}
