import type { JSX } from 'preact';
import { z } from 'zod';
import { momentCursorQuery } from '../../platform/paging.ts';
import { type Actor, schoolsOf } from '../../platform/pure/actor.ts';
import { showDate } from '../../platform/pure/dates.ts';
import { getPage, type Route } from '../../platform/route.ts';
import { Select } from '../../platform/ui/fields.tsx';
import { Filter, Paging } from '../../platform/ui/navigate.tsx';
import { Empty, StateBadge } from '../../platform/ui/parts.tsx';
import { type Column, Table } from '../../platform/ui/table.tsx';
import { access } from './goal.access.ts';
import { readGoals } from './goal.actions.ts';
import { pageOfGoals } from './goal.api.ts';
import { ownGaps } from './goal.facts.ts';
import type { GoalView } from './goal.store.ts';
import { levelWords } from './goal.words.ts';
import { type Stand, stands } from './goal-list.store.ts';
import { GoalState } from './goals-of.tsx';

const perPage = 50;

const listQuery = z.object({
  stand: z
    .enum(stands)
    .optional()
    .or(z.literal('').transform(() => undefined)),
  school: z.string().max(6).optional(),
  /** Id of an ambition. */
  ambitie: z.uuid().optional().catch(undefined),
  na: momentCursorQuery,
});
type ListQuery = z.infer<typeof listQuery>;

const standWords = {
  running: 'Loopt',
  to_score: 'Wacht op u',
  ended: 'Afgelopen',
} as const satisfies Record<Stand, string>;

export const goalListPages: readonly Route[] = [
  getPage(
    '/doelen',
    access.read,
    async ({ actor, query, deed }) => {
      const schoolId = schoolsHere(actor).find(({ code }) => code === query.school)?.id;
      const found = await readGoals(deed, actor, {
        limit: perPage,
        after: query.na,
        stand: query.stand,
        schoolId,
        ambitionId: query.ambitie,
      });
      const { items, next } = pageOfGoals(found, perPage);
      return { kind: 'html', title: 'Doelen', body: <GoalList {...{ actor, query, items, next }} /> };
    },
    listQuery,
  ),
];

const schoolsHere = (actor: Actor) =>
  schoolsOf(actor, 'contact_person', 'school_director', 'support_coordinator', 'teacher');

interface GoalListProps {
  readonly actor: Actor;
  readonly query: ListQuery;
  readonly items: readonly GoalView[];
  readonly next: string | null;
}

function GoalList({ actor, query, items, next }: GoalListProps): JSX.Element {
  const schools = schoolsHere(actor);
  const filtered = query.stand !== undefined || (query.school ?? '') !== '' || query.ambitie !== undefined;
  return (
    <>
      <h1>Doelen</h1>
      <p class="lead">
        Wat is afgesproken bij ondersteuningsvragen, en wat ervan kwam. Een doel afspreken doet u bij de
        vraag. <a href="/resultaten/maten">Zo meten wij</a> wat ervan kwam.
      </p>
      <Filter action="/doelen" label="Doelen filteren" clear={filtered ? '/doelen' : undefined}>
        <Select
          name="stand"
          label="Stand"
          empty="Alle"
          value={query.stand}
          options={stands.map((stand) => ({ value: stand, label: standWords[stand] }))}
        />
        {schools.length > 1 && (
          <Select
            name="school"
            label="School"
            empty="Alle"
            value={query.school}
            options={schools.map((school) => ({ value: school.code, label: school.name }))}
          />
        )}
        {query.ambitie !== undefined && <input type="hidden" name="ambitie" value={query.ambitie} />}
      </Filter>
      {query.ambitie !== undefined && <p>Alleen doelen voor één ambitie.</p>}
      {items.length > 0 ? (
        <Table caption="Doelen" hideCaption columns={columns} rows={items} />
      ) : filtered || query.na !== undefined ? (
        <Empty
          title="Geen doelen met dit filter"
          text="Kies een andere stand of school, of wis het filter."
        />
      ) : (
        <Empty
          title="Er zijn nog geen doelen"
          text="Bij een ondersteuningsvraag spreekt u af wat er anders wordt. Elk doel staat daarna ook hier."
        />
      )}
      <Paging
        next={next === null ? undefined : addressWith(query, next)}
        first={query.na === undefined ? undefined : addressWith(query)}
      />
    </>
  );
}

const columns: readonly Column<GoalView>[] = [
  {
    label: 'Doel',
    cell: (goal) => (
      <a href={`/doelen/${goal.id}`}>
        <bdi>{goal.title}</bdi>
      </a>
    ),
  },
  { label: 'Over', cell: (goal) => levelWords[goal.level] },
  {
    label: 'Vraag',
    cell: ({ question, school }) => (
      <>
        <a href={`/vragen/${question.id}`}>{question.number}</a> <bdi>{school.name}</bdi>
      </>
    ),
  },
  { label: 'Streefdatum', cell: (goal) => showDate(goal.targetOn) },
  {
    label: 'Stand',
    cell: (goal) =>
      ownGaps(goal).length > 0 ? <StateBadge tone="alert" label="wacht op u" /> : <GoalState goal={goal} />,
  },
];

function addressWith(query: ListQuery, after?: string): string {
  const terms = new URLSearchParams();
  if (query.stand !== undefined) terms.set('stand', query.stand);
  if (query.school) terms.set('school', query.school);
  if (query.ambitie !== undefined) terms.set('ambitie', query.ambitie);
  if (after !== undefined) terms.set('na', after);
  return terms.size === 0 ? '/doelen' : `/doelen?${terms}`;
}
