/** Who is stationed where: all of it for who plans, one's own school or board for its people. */
import type { JSX } from 'preact';
import { z } from 'zod';
import { day } from '../../platform/input.ts';
import { dayCursorQuery } from '../../platform/paging.ts';
import { type Actor, boardsOf, hasRole, schoolsOf } from '../../platform/pure/actor.ts';
import { getPage, type Html, type Route } from '../../platform/route.ts';
import { DateField, Select } from '../../platform/ui/fields.tsx';
import { LinkButton } from '../../platform/ui/form.tsx';
import { Filter, Paging } from '../../platform/ui/navigate.tsx';
import { Empty } from '../../platform/ui/parts.tsx';
import { mayPropose, readers, readsAll } from './stationing.access.ts';
import type { Status } from './stationing.rules.ts';
import { findStationings, type StationingRow } from './stationing.store.ts';
import { pageOfStationings } from './stationing.view.ts';
import { type Choices, findChoices } from './stationing-choices.store.ts';
import { listPath, StationingCards } from './stationing-parts.tsx';

const perPage = 30;

/** What can be looked at, by the word in the address. */
const views = {
  nu: { label: 'Nu en straks', statuses: ['proposed', 'agreed', 'active', 'evaluated'] },
  voorgesteld: { label: 'Voorstellen', statuses: ['proposed'] },
  afgesproken: { label: 'Afgesproken, ook voorbij', statuses: ['agreed', 'active', 'evaluated', 'ended'] },
  voorbij: { label: 'Voorbij', statuses: ['ended', 'withdrawn'] },
} as const satisfies Record<string, { readonly label: string; readonly statuses: readonly Status[] }>;
type View = keyof typeof views;
const viewNames = Object.keys(views) as readonly View[];

const term = (max: number) => z.string().max(max).optional().catch(undefined);
const listQuery = z.object({
  toon: z
    .enum(viewNames as [View])
    .optional()
    .catch(undefined),
  specialist: z.uuid().optional().catch(undefined),
  school: term(6),
  bestuur: term(40),
  ambitie: z.uuid().optional().catch(undefined),
  van: day().optional().catch(undefined),
  tot: day().optional().catch(undefined),
  na: dayCursorQuery,
});
type ListQuery = z.infer<typeof listQuery>;

export const stationingListPages: readonly Route[] = [
  getPage(
    listPath,
    readers,
    async ({ actor, database, query }): Promise<Html> => {
      const filter = {
        limit: perPage,
        after: query.na,
        statuses: views[query.toon ?? 'nu'].statuses,
        specialistId: query.specialist,
        school: query.school || undefined,
        board: query.bestuur || undefined,
        ambitionId: query.ambitie,
        from: query.van,
        to: query.tot,
      };
      const [found, choices] = await database.read(actor, (reader) =>
        Promise.all([
          findStationings(reader, actor, filter),
          readsAll(actor) ? findChoices(reader, actor) : undefined,
        ]),
      );
      const title = titleFor(actor);
      return { kind: 'html', title, body: <StationingList {...{ title, actor, found, choices, query }} /> };
    },
    listQuery,
  ),
];

function titleFor(actor: Actor): string {
  if (readsAll(actor)) return 'Stationeringen';
  const schools = schoolsOf(actor, 'contact_person', 'school_director', 'support_coordinator', 'teacher');
  return schools.length === 1 && boardsOf(actor).length === 0
    ? 'Wie helpt op onze school'
    : 'Wie helpt op onze scholen';
}

interface StationingListProps {
  readonly title: string;
  readonly actor: Actor;
  readonly found: readonly StationingRow[];
  readonly choices: Choices | undefined;
  readonly query: ListQuery;
}

function StationingList({ title, actor, found, choices, query }: StationingListProps): JSX.Element {
  const { na, ...asked } = query;
  const { items, next } = pageOfStationings(found, perPage);
  const terms = Object.entries(asked).flatMap(([name, value]) =>
    value === undefined || value === '' ? [] : [[name, value]],
  );
  const address = (more: readonly (readonly string[])[]) =>
    `${listPath}?${new URLSearchParams([...terms, ...more] as string[][])}`;
  return (
    <>
      <div class="title-row">
        <h1>{title}</h1>
        {mayPropose(actor) && <LinkButton href={`${listPath}/nieuw`}>Stel een stationering voor</LinkButton>}
      </div>
      <p class="lead">
        Een specialist helpt een tijd op een vaste plek. <a href="/inzet/werkwijze">Zo werkt dat</a>.
      </p>
      <Filter action={listPath} label="Stationeringen zoeken" clear={terms.length > 0 ? listPath : undefined}>
        <Select
          name="toon"
          label="Welke?"
          value={query.toon ?? 'nu'}
          options={viewNames.map((name) => ({ value: name, label: views[name].label }))}
        />
        {choices !== undefined && <Narrow choices={choices} query={query} />}
      </Filter>
      {items.length === 0 ? (
        <Empty title="Er zijn geen stationeringen" text={emptyWords(actor, terms.length > 0)} />
      ) : (
        <>
          <h2 class="visually-hidden">Wie waar is</h2>
          <StationingCards stationings={items} by={isOwnList(actor) ? 'place' : 'person'} />
        </>
      )}
      <Paging
        next={next === null ? undefined : address([['na', next]])}
        first={na === undefined ? undefined : address([])}
      />
    </>
  );
}

const isOwnList = (actor: Actor) => !readsAll(actor) && hasRole(actor, 'specialist');

function emptyWords(actor: Actor, narrowed: boolean): string {
  if (narrowed) return 'Kies iets anders, of wis het filter.';
  return mayPropose(actor)
    ? 'Stel voor wie waar komt, hoeveel dagdelen en hoe lang.'
    : 'Zodra de teamleider voorstelt wie er komt, staat het hier.';
}

interface Choice {
  readonly name: 'specialist' | 'school' | 'bestuur' | 'ambitie';
  readonly label: string;
  readonly options: readonly { readonly value: string; readonly label: string }[];
}

function choicesIn({ specialists, schools, boards, ambitions }: Choices): readonly Choice[] {
  const byId = (all: readonly { readonly id: string; readonly name: string }[]) =>
    all.map(({ id, name }) => ({ value: id, label: name }));
  const byCode = (all: readonly { readonly code: string; readonly name: string }[]) =>
    all.map(({ code, name }) => ({ value: code, label: name }));
  return [
    { name: 'specialist', label: 'Specialist', options: byId(specialists) },
    { name: 'school', label: 'School', options: byCode(schools) },
    { name: 'bestuur', label: 'Bestuur', options: byCode(boards) },
    ...(ambitions.length > 0
      ? [{ name: 'ambitie', label: 'Ambitie', options: byId(ambitions) } as const]
      : []),
  ];
}

function Narrow({ choices, query }: { readonly choices: Choices; readonly query: ListQuery }): JSX.Element {
  return (
    <>
      {choicesIn(choices).map(({ name, label, options }) => (
        <Select key={name} {...{ name, label, options }} empty="Alle" value={query[name]} />
      ))}
      <DateField name="van" label="Vanaf" value={query.van} />
      <DateField name="tot" label="Tot en met" value={query.tot} />
    </>
  );
}
