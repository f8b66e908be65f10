/** What every page of the board shares: its tabs, its filters and the ways to something new. */
import type { ComponentChildren, JSX } from 'preact';
import { z } from 'zod';
import { type Actor, hasRole } from '../../platform/pure/actor.ts';
import type { CivilDate } from '../../platform/pure/dates.ts';
import { showSchoolYear, yearsToAsk } from '../../platform/pure/school-years.ts';
import { capital } from '../../platform/pure/text.ts';
import { Select } from '../../platform/ui/fields.tsx';
import { LinkButton } from '../../platform/ui/form.tsx';
import { Filter, Tabs } from '../../platform/ui/navigate.tsx';
import { isLead } from './board.access.ts';
import type { BoardChoices } from './board-choices.store.ts';

export const paths = {
  stationings: '/inzet',
  capacity: '/inzet/capaciteit',
  waiting: '/inzet/wachtend',
  expertise: '/inzet/expertise',
  unvisited: '/inzet/zonder-bezoek',
  map: '/inzet/kaart',
  plans: '/inzet/plannen',
} as const;
type Part = keyof typeof paths;

const tabs: readonly { readonly part: Part; readonly label: string; readonly everybody: boolean }[] = [
  { part: 'stationings', label: 'Wie waar is', everybody: true },
  { part: 'capacity', label: 'Capaciteit', everybody: false },
  { part: 'waiting', label: 'Wachtende vragen', everybody: false },
  { part: 'expertise', label: 'Expertise', everybody: false },
  { part: 'unvisited', label: 'Zonder bezoek', everybody: false },
  { part: 'map', label: 'Kaart', everybody: true },
  { part: 'plans', label: 'Plannen', everybody: false },
];

interface BoardFrameProps {
  readonly actor: Actor;
  readonly here: Part;
  readonly title: string;
  readonly lead: string;
  readonly filter: BoardFilterProps;
  readonly children: ComponentChildren;
}

export function BoardFrame({ actor, here, title, lead, filter, children }: BoardFrameProps): JSX.Element {
  const open = tabs.filter(({ everybody }) => everybody || isLead(actor));
  return (
    <>
      <div class="title-row">
        <h1>{title}</h1>
        {isLead(actor) && (
          <LinkButton href="/inzet/stationeringen/nieuw">Stel een stationering voor</LinkButton>
        )}
      </div>
      <Tabs
        label="Inzet"
        items={open.map(({ part, label }) => ({ href: paths[part], label, current: part === here }))}
      />
      <p class="lead">{lead}</p>
      {hasRole(actor, 'specialist') && (
        <ul class="links" role="list">
          <li>
            <a href="/inzet/mijn-vragen">Mijn vragen</a>
          </li>
          <li>
            <a href="/inzet/agenda">Mijn week</a>
          </li>
        </ul>
      )}
      <BoardFilter path={paths[here]} labels={actor.tenant.labels} {...filter} />
      {children}
    </>
  );
}

/** A word in the address that means nothing is as if it were not there. */
export const term = (max: number) =>
  z
    .string()
    .max(max)
    .transform((text) => (text === '' ? undefined : text))
    .optional()
    .catch(undefined);

export const placeQuery = {
  gebied: term(40),
  bestuur: term(40),
};
export const peopleQuery = {
  expertise: term(40),
  specialist: z.uuid().optional().catch(undefined),
};
export const yearQuery = { jaar: term(4) };

export type Terms = Readonly<Record<string, string | undefined>>;

/** The address with these words in it; those without meaning are left out. */
export function addressOf(path: string, terms: Terms): string {
  const said = Object.entries(terms).flatMap(([name, value]) =>
    value === undefined || value === '' ? [] : [[name, value]],
  );
  return said.length === 0 ? path : `${path}?${new URLSearchParams(said)}`;
}

/** The school year that was asked for; else that of today. Next year can be planned already. */
export function yearAsked(asked: string | undefined, today: CivilDate) {
  const known = yearsToAsk(today);
  const current = known[0] ?? 0;
  const years = [current + 1, ...known];
  return { years, current, year: years.find((year) => String(year) === asked) ?? current };
}

interface BoardFilterProps {
  /** For a screen reader. */
  readonly label: string;
  readonly choices: BoardChoices;
  readonly asked: Terms;
  /** Names of the fields, in order. */
  readonly fields: readonly ('jaar' | 'gebied' | 'bestuur' | 'expertise' | 'specialist')[];
  readonly today: CivilDate;
  /** Fields of one page alone, after the others. */
  readonly more?: ComponentChildren;
}

interface PlacedFilterProps extends BoardFilterProps {
  readonly path: string;
  readonly labels: Actor['tenant']['labels'];
}

function BoardFilter(props: PlacedFilterProps): JSX.Element | null {
  const { path, label, asked, fields, more } = props;
  const narrowed = Object.values(asked).some((value) => value !== undefined);
  const options = optionsOf(props);
  const shown = fields.filter((name) => options[name].options.length > 0);
  if (shown.length === 0 && more === undefined) return null;
  return (
    <Filter action={path} label={label} clear={narrowed ? path : undefined}>
      {shown.map((name) => {
        const field = options[name];
        return (
          <Select
            key={name}
            name={name}
            label={field.label}
            empty={field.empty}
            value={asked[name] ?? field.value}
            options={field.options}
          />
        );
      })}
      {more}
    </Filter>
  );
}

/** What the partnership calls an area, as a heading. */
export const areaLabelOf = ({ tenant }: Actor) => capital(tenant.labels['area'] ?? 'gebied');

function optionsOf({ choices, labels, today }: PlacedFilterProps) {
  const { years, current } = yearAsked(undefined, today);
  const coded = (all: readonly { readonly code: string; readonly name: string }[]) =>
    all.map(({ code, name }) => ({ value: code, label: name }));
  return {
    jaar: {
      label: 'Schooljaar',
      empty: undefined,
      value: String(current),
      options: years.map((year) => ({ value: String(year), label: showSchoolYear(year) })),
    },
    gebied: {
      label: capital(labels['area'] ?? 'gebied'),
      empty: 'Alle',
      value: undefined,
      options: coded(choices.areas),
    },
    bestuur: { label: 'Bestuur', empty: 'Alle', value: undefined, options: coded(choices.boards) },
    expertise: { label: 'Expertise', empty: 'Alle', value: undefined, options: coded(choices.expertise) },
    specialist: {
      label: 'Specialist',
      empty: 'Alle',
      value: undefined,
      options: choices.specialists.map(({ id, name }) => ({ value: id, label: name })),
    },
  };
}
