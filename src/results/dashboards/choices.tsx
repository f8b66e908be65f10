/** What figures can be narrowed by, each with an address of its own. */
import type { JSX } from 'preact';
import type { Actor } from '../../platform/pure/actor.ts';
import type { CivilDate } from '../../platform/pure/dates.ts';
import { capital } from '../../platform/pure/text.ts';
import { DateField, Select } from '../../platform/ui/fields.tsx';
import { Filter, Tabs } from '../../platform/ui/navigate.tsx';
import { Empty } from '../../platform/ui/parts.tsx';
import type { Label } from '../measures/label.store.ts';
import type { Dimension } from '../measures/measure.rules.ts';
import { dimensionWords } from '../measures/measure.words.ts';
import type { Period } from '../measures/period.rules.ts';
import { type Circle, circlesOf } from './dashboard.access.ts';
import { type NamedPeriod, nameIn } from './span.rules.ts';

interface PeriodChoiceProps {
  readonly action: string;
  readonly periods: readonly NamedPeriod[];
  readonly chosen: Period | undefined;
  readonly today: CivilDate;
  readonly by?: Dimension | undefined;
  /** What the measure can be split by. */
  readonly dimensions?: readonly Dimension[] | undefined;
  readonly boards?: readonly Label[] | undefined;
  readonly board?: string | undefined;
  readonly released?: boolean;
  /** Days of one's own as well. */
  readonly free?: boolean;
}

export function PeriodChoice(props: PeriodChoiceProps): JSX.Element {
  const { action, periods, chosen, by, dimensions = [], boards = [], board, released, free, today } = props;
  const named = chosen && nameIn(periods, chosen, today);
  return (
    <>
      <Filter action={action} label="Periode en verdeling kiezen">
        {released === true && <input type="hidden" name="released" value="true" />}
        <Select
          name="period"
          label="Periode"
          empty={named === undefined ? 'Eigen dagen' : undefined}
          value={named?.name}
          options={periods.map(({ name, label }) => ({ value: name, label: capital(label) }))}
        />
        {named === undefined && chosen !== undefined && (
          <>
            <input type="hidden" name="from" value={chosen.from} />
            <input type="hidden" name="to" value={chosen.to} />
          </>
        )}
        {boards.length > 1 && (
          <Select
            name="board"
            label="Bestuur"
            empty="Het samenwerkingsverband"
            value={board}
            options={boards.map(({ code, name }) => ({ value: code, label: name }))}
          />
        )}
        {dimensions.length > 0 && (
          <Select
            name="by"
            label="Verdeeld naar"
            empty="Niet verdeeld"
            value={by}
            options={dimensions.map((one) => ({ value: one, label: capital(dimensionWords[one]) }))}
          />
        )}
      </Filter>
      {free === true && (
        <details class="fold" open={named === undefined}>
          <summary class="fold__summary">Andere dagen</summary>
          <div class="fold__body">
            <Filter action={action} label="Eigen dagen kiezen">
              <DateField name="from" label="Eerste dag" value={chosen?.from} />
              <DateField name="to" label="Laatste dag" value={chosen?.to} />
              {by !== undefined && <input type="hidden" name="by" value={by} />}
            </Filter>
          </div>
        </details>
      )}
    </>
  );
}

interface CircleTabsProps {
  readonly actor: Actor;
  readonly circle: Circle;
  readonly path: string;
}

/** For who works on records and directs as well. */
export function CircleTabs({ actor, circle, path }: CircleTabsProps): JSX.Element | null {
  if (circlesOf(actor).length < 2) return null;
  return (
    <Tabs
      label="Welke cijfers"
      items={[
        { href: path, label: 'Waar u aan werkt', current: circle === 'live' },
        { href: `${path}?released=true`, label: 'Vastgezet', current: circle === 'released' },
      ]}
    />
  );
}

/** Where there may be figures. */
export interface Elsewhere {
  readonly href: string;
  readonly label: string;
}

interface NothingProps {
  readonly circle: Circle;
  /** What there is to choose from; of a release nothing at all means that none was made. */
  readonly periods: readonly unknown[];
  readonly elsewhere?: Elsewhere | undefined;
}

export const NothingYet = ({ circle, periods, elsewhere }: NothingProps): JSX.Element =>
  circle === 'released' && periods.length === 0 ? (
    <Empty
      title="Er is nog niets vastgezet"
      text="Cijfers van een kwartaal of schooljaar komen hier twee weken nadat het voorbij is."
    />
  ) : (
    <Empty
      title="Niets geteld in deze periode"
      text={
        elsewhere === undefined
          ? 'Kies een andere periode of een andere verdeling.'
          : 'Kies een andere periode.'
      }
      action={elsewhere && <a href={elsewhere.href}>{elsewhere.label}</a>}
    />
  );
