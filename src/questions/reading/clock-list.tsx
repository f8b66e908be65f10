import type { JSX } from 'preact';
import { type CivilDate, showDate } from '../../platform/pure/dates.ts';
import type { Clock } from '../clocks/clock.rules.ts';
import { clockWords } from '../clocks/clock.words.ts';
import { ClockBadge } from './question-parts.tsx';

interface ClockListProps {
  readonly clocks: readonly Clock[];
  readonly handOffs: number;
  readonly today: CivilDate;
}

/** How long each part of the line takes: against its norm, where that norm comes from, and how long there still is. */
export function ClockList({ clocks: all, handOffs, today }: ClockListProps): JSX.Element | null {
  // An evaluation is due after the last day of the work, which may still come.
  const clocks = all.filter(({ from }) => from <= today);
  const later = all.filter(({ from }) => from > today);
  if (all.length === 0) return null;
  return (
    <section class="stack" aria-labelledby="hoe-lang">
      <h2 id="hoe-lang">Hoe lang duurt het?</h2>
      <ul class="clocks" role="list">
        {clocks.map((clock) => (
          <li key={clock.name} class="clocks__item">
            <div class="clocks__head">
              <h3 class="clocks__name">{clockWords[clock.name].name}</h3>
              <ClockBadge clock={clock} />
            </div>
            <Bar clock={clock} />
            <p>
              {clock.elapsed} van {days(clock.norm)}, sinds{' '}
              <time datetime={clock.from}>{showDate(clock.from)}</time>. <Until clock={clock} />
            </p>
            <p class="clocks__source">
              {clockWords[clock.name].meaning} Norm: {days(clock.norm)}. Bron: {clock.source}.
            </p>
          </li>
        ))}
      </ul>
      {later.map(({ name, from, norm }) => (
        <p key={name}>
          {clockWords[name].name}: binnen {days(norm)} na <time datetime={from}>{showDate(from)}</time>, de
          laatste dag van de inzet.
        </p>
      ))}
      <p>
        {handOffs === 0
          ? 'De vraag ging nog niet van hand tot hand.'
          : `De vraag ging ${handOffs === 1 ? '1 keer' : `${handOffs} keer`} van de een naar de ander.`}
      </p>
    </section>
  );
}

/** The last day within the norm, or why there is none. */
function Until({ clock: { state, dueOn } }: { readonly clock: Clock }): JSX.Element | null {
  if (state === 'paused') return <>De klok staat stil tot er antwoord is.</>;
  if (state === 'stopped' || dueOn === null) return null;
  return (
    <>
      Uiterlijk <time datetime={dueOn}>{showDate(dueOn)}</time>.
    </>
  );
}

/** What was used of the norm; the sentence under it says the same. */
function Bar({ clock: { elapsed, norm, left, state } }: { readonly clock: Clock }): JSX.Element {
  const used = Math.min(elapsed / norm, 1) * 200;
  const kind = left < 0 ? 'late' : state;
  return (
    <svg class="clocks__bar" viewBox="0 0 200 8" preserveAspectRatio="none" aria-hidden="true">
      <rect class="clocks__norm" width="200" height="8" rx="4" />
      <rect class={`clocks__used clocks__used--${kind}`} width={used} height="8" rx="4" />
    </svg>
  );
}

const days = (n: number) => (n === 1 ? '1 schooldag' : `${n} schooldagen`);
