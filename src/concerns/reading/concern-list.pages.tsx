import type { JSX } from 'preact';
import { z } from 'zod';
import { momentCursorQuery } from '../../platform/paging.ts';
import { type Actor, hasRole } from '../../platform/pure/actor.ts';
import { dayOf, showDate } from '../../platform/pure/dates.ts';
import { getPage, type Route } from '../../platform/route.ts';
import { Select } from '../../platform/ui/fields.tsx';
import { LinkButton } from '../../platform/ui/form.tsx';
import { Filter, Paging } from '../../platform/ui/navigate.tsx';
import { Badge, Empty, StateBadge } from '../../platform/ui/parts.tsx';
import { Table } from '../../platform/ui/table.tsx';
import { access, mayNote } from '../concern.access.ts';
import { type Status, statuses } from '../concern.rules.ts';
import { pageOfConcerns } from '../concern.view.ts';
import { statusChoiceWords, statusWords } from '../concern.words.ts';
import { type ConcernSummary, findConcernsAsJson } from '../concern-list.store.ts';
import type { SchoolChoice } from '../note/note.store.ts';
import { StatusBadge } from './concern-timeline.pages.tsx';
import { findOpened, findSchoolsInReach } from './reach.store.ts';

/** Rows on a page of the list. */
const perPage = 50;

export const listQuery = z.object({
  staat: z
    .enum(statuses)
    .optional()
    .or(z.literal('').transform(() => undefined)),
  school: z.string().max(6).optional(),
  na: momentCursorQuery,
});
type ListQuery = z.infer<typeof listQuery>;

export const concernListPages: readonly Route[] = [
  getPage(
    '/zorgen',
    access.read,
    async ({ actor, query, database }) =>
      database.read(actor, async (reader) => {
        const schools = await findSchoolsInReach(reader, actor);
        const school = schools.find((one) => one.code === query.school);
        const filter = { limit: perPage, after: query.na, status: query.staat, schoolId: school?.id };
        const found: readonly ConcernSummary[] = JSON.parse(await findConcernsAsJson(reader, actor, filter));
        const { items, next } = pageOfConcerns(found, filter);
        const opened = await findOpened(
          reader,
          items.map((item) => item.id),
        );
        return {
          kind: 'html',
          title: 'Zorgen',
          body: <ConcernList {...{ actor, query, schools, items, next, opened }} />,
        };
      }),
    listQuery,
  ),
];

interface ConcernListProps {
  readonly actor: Actor;
  readonly query: ListQuery;
  readonly schools: readonly SchoolChoice[];
  readonly items: readonly ConcernSummary[];
  readonly next: string | null;
  readonly opened: ReadonlySet<string>;
}

function ConcernList({ actor, query, schools, items, next, opened }: ConcernListProps): JSX.Element {
  // A board never meets a concern about the partnership.
  const choices = mayNote(actor) || hasRole(actor, 'partnership_director') ? statusChoiceWords : statusWords;
  const filtered = query.staat !== undefined || (query.school ?? '') !== '';
  return (
    <>
      <div class="title-row">
        <h1>Zorgen</h1>
        {mayNote(actor) && <NoteButton />}
      </div>
      <p class="lead">Wat u mag zien, het laatst bijgewerkt bovenaan.</p>
      <Filter action="/zorgen" label="Zorgen filteren" clear={filtered ? '/zorgen' : undefined}>
        <Select
          name="staat"
          label="Stand"
          empty="Alle"
          value={query.staat}
          options={statusesFor(actor).map((status) => ({ value: status, label: choices[status] }))}
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
      </Filter>
      {items.length > 0 ? (
        <Table caption="Zorgen" hideCaption columns={columnsFor(actor, opened)} rows={items} />
      ) : (
        <NothingHere actor={actor} filtered={filtered || query.na !== undefined} />
      )}
      {items.length > 0 && (
        <p>
          <a href={addressWith(query, undefined, '/zorgen/lijst.csv')}>Bewaar deze lijst als bestand (CSV)</a>
        </p>
      )}
      <p>
        Een tijd na het einde vervaagt een zorg. <a href="/zorgen/vervaagd">Bekijk wat hielp</a>.
      </p>
      <Paging
        next={next === null ? undefined : addressWith(query, next)}
        first={query.na === undefined ? undefined : addressWith(query, undefined)}
      />
    </>
  );
}

/** What stands in a concern is told to whoever wrote or opened it; the ledger knows of nobody else. */
function columnsFor(actor: Actor, opened: ReadonlySet<string>) {
  const knows = (concern: ConcernSummary) => concern.author.id === actor.personId || opened.has(concern.id);
  return [
    {
      label: 'Zorg',
      cell: (concern: ConcernSummary) => (
        <>
          <a href={`/zorgen/${concern.id}`}>
            <bdi>{concern.school.name}</bdi> {concern.number}
          </a>{' '}
          {concern.about === 'partnership' && <Badge label="over het samenwerkingsverband" />}{' '}
          {!knows(concern) && <StateBadge tone="new" label="nieuw" />}
        </>
      ),
    },
    {
      label: 'Wat gebeurde er',
      cell: (concern: ConcernSummary) =>
        knows(concern) ? <bdi>{shortened(concern.summary)}</bdi> : 'Nog niet door u geopend.',
    },
    {
      label: 'Stand',
      cell: (concern: ConcernSummary) => <StatusBadge status={concern.status} about={concern.about} />,
    },
    {
      label: 'Bijgewerkt',
      cell: (concern: ConcernSummary) => (
        <time datetime={concern.touchedAt}>{showDate(dayOf(concern.touchedAt))}</time>
      ),
    },
  ];
}

/** The list tells which concern it is, not the whole story. */
function shortened(text: string): string {
  const line = text.replaceAll('\n', ' ');
  return line.length < 120 ? line : `${line.slice(0, line.lastIndexOf(' ', 115) + 1 || 115).trimEnd()} …`;
}

function NothingHere({
  actor,
  filtered,
}: {
  readonly actor: Actor;
  readonly filtered: boolean;
}): JSX.Element {
  if (filtered)
    return (
      <Empty
        title="Geen zorgen met dit filter"
        text="Kies een andere stand of school, of wis het filter."
        action={
          <LinkButton href="/zorgen" kind="secondary">
            Wis filter
          </LinkButton>
        }
      />
    );
  if (mayNote(actor))
    return (
      <Empty
        title="Er zijn geen zorgen"
        text="Merkt u iets waar u niet gerust op bent? Schrijf het op. Alleen u ziet het, tot u het deelt."
        action={<NoteButton />}
      />
    );
  return (
    <Empty
      title="Er zijn geen zorgen die u mag zien"
      text="School en samenwerkingsverband bespreken een zorg altijd eerst zelf. U ziet een zorg pas als die met u gedeeld is."
      action={
        <LinkButton href="/zorgen/werkwijze" kind="secondary">
          Lees de werkwijze
        </LinkButton>
      }
    />
  );
}

const NoteButton = () => <LinkButton href="/zorgen/nieuw">Zorg noteren</LinkButton>;

/** The states this person can ever meet. */
function statusesFor(actor: Actor): readonly Status[] {
  if (mayNote(actor)) return statuses;
  return statuses.filter((status) => status === 'with_board' || status === 'resolved' || status === 'closed');
}

function addressWith(query: ListQuery, after: string | undefined, path = '/zorgen'): string {
  const terms = new URLSearchParams();
  if (query.staat !== undefined) terms.set('staat', query.staat);
  if (query.school) terms.set('school', query.school);
  if (after !== undefined) terms.set('na', after);
  return terms.size === 0 ? path : `${path}?${terms}`;
}
