import type { JSX } from 'preact';
import { z } from 'zod';
import type { ReadDatabase } from '../../platform/database.ts';
import { limitQuery, momentCursorQuery } from '../../platform/paging.ts';
import type { Actor } from '../../platform/pure/actor.ts';
import { pageOf } from '../../platform/pure/cursor.ts';
import { dayOf, daysBetween, showDate } from '../../platform/pure/dates.ts';
import { count } from '../../platform/pure/text.ts';
import { type ApiRoute, getApi, getPage, type Html, type Route } from '../../platform/route.ts';
import { Breadcrumb, Paging } from '../../platform/ui/navigate.tsx';
import { Empty, Notice, Prose, StateBadge } from '../../platform/ui/parts.tsx';
import { Facts, Table } from '../../platform/ui/table.tsx';
import { access } from '../concern.access.ts';
import { statuses } from '../concern.rules.ts';
import { wordsAbout } from '../concern.words.ts';
import { type FadedConcern, findFaded, getFaded } from './fading.store.ts';

const perPage = 50;

/** What stays of a concern whose persons and texts have gone; undefined when it is not there, not theirs or not faded. */
export async function fadedPage(
  database: ReadDatabase,
  actor: Actor,
  id: string | undefined,
): Promise<Html | undefined> {
  const faded =
    id === undefined ? undefined : await database.read(actor, (reader) => getFaded(reader, actor, id));
  if (faded === undefined) return undefined;
  return {
    kind: 'html',
    title: `Vervaagde zorg ${faded.number}, ${faded.school.name}`,
    body: <Faded faded={faded} />,
  };
}

function Faded({ faded }: { readonly faded: FadedConcern }): JSX.Element {
  return (
    <>
      <Breadcrumb
        items={[
          { href: '/zorgen', label: 'Zorgen' },
          { href: '/zorgen/vervaagd', label: 'Vervaagd' },
        ]}
      />
      <div class="title-row">
        <h1>
          <bdi>{faded.school.name}</bdi> <span class="title-row__number">{faded.number}</span>
        </h1>
        <StateBadge tone="quiet" label="Vervaagd" />
      </div>
      <Notice tone="info" title={`Deze zorg is vervaagd op ${showDate(dayOf(faded.fadedAt))}`}>
        <p>
          Een tijd na het einde verdwijnen namen en teksten. Wat blijft is het thema, wat hielp en hoe lang
          het duurde. Zo kan iedereen ervan leren en blijft er niets over mensen staan.
        </p>
      </Notice>
      <h2>Wat hielp</h2>
      {faded.helped === null ? <p>Daar is niets over vastgelegd.</p> : <Prose text={faded.helped} />}
      <h2>Hoe lang het duurde</h2>
      <Facts items={factsOf(faded)} />
    </>
  );
}

function factsOf(faded: FadedConcern) {
  const from = dayOf(faded.sharedAt);
  const days = faded.endedAt === null ? undefined : daysBetween(from, dayOf(faded.endedAt));
  return [
    { label: 'Thema', value: faded.theme ?? 'Niet gekozen' },
    ...faded.states.map(({ status, at }) => ({
      label: wordsAbout[faded.about].status[status],
      value: showDate(dayOf(at)),
    })),
    ...(days === undefined
      ? []
      : [{ label: 'Van delen tot einde', value: days === 0 ? 'Dezelfde dag' : count(days, 'dag', 'dagen') }]),
  ];
}

export const fadedPages: readonly Route[] = [
  getPage(
    '/zorgen/vervaagd',
    access.read,
    async ({ actor, query, database }) => {
      const { items, next } = await pageOfFaded(database, actor, { limit: perPage, after: query.na });
      return {
        kind: 'html',
        title: 'Vervaagde zorgen',
        body: <FadedList items={items} next={next} isFirst={query.na === undefined} />,
      };
    },
    z.object({ na: momentCursorQuery }),
  ),
];

export const fadedApi: readonly ApiRoute[] = [
  getApi(
    '/faded-concerns',
    access.read,
    {
      summary: 'Vervaagde zorgen die u mag zien: thema, wat hielp en hoe lang het duurde',
      answer: z.object({
        items: z.array(
          z.looseObject({
            id: z.uuid(),
            number: z.string(),
            status: z.enum(statuses),
            helped: z.string().nullable(),
          }),
        ),
        next: z.string().nullable(),
      }),
      query: z.object({ limit: limitQuery, after: momentCursorQuery }),
    },
    async ({ actor, query, database }) => ({ status: 200, body: await pageOfFaded(database, actor, query) }),
  ),
];

async function pageOfFaded(database: ReadDatabase, actor: Actor, page: Parameters<typeof findFaded>[2]) {
  const found = await database.read(actor, (reader) => findFaded(reader, actor, page));
  return pageOf(found, page.limit, ({ fadedAt }) => fadedAt);
}

interface FadedListProps {
  readonly items: readonly FadedConcern[];
  readonly next: string | null;
  readonly isFirst: boolean;
}

function FadedList({ items, next, isFirst }: FadedListProps): JSX.Element {
  return (
    <>
      <Breadcrumb items={[{ href: '/zorgen', label: 'Zorgen' }]} />
      <h1>Vervaagde zorgen</h1>
      <p class="lead">
        Een tijd na het einde vervaagt een zorg. Alleen thema, wat hielp en hoe lang het duurde blijven.
      </p>
      {items.length === 0 ? (
        <Empty
          title="Er zijn geen vervaagde zorgen"
          text="Hier staat pas iets als de bewaartermijn van een afgeronde zorg voorbij is."
        />
      ) : (
        <Table
          caption="Vervaagde zorgen"
          hideCaption
          rows={items}
          columns={[
            {
              label: 'Zorg',
              cell: (one) => (
                <a href={`/zorgen/${one.id}`}>
                  <bdi>{one.school.name}</bdi> {one.number}
                </a>
              ),
            },
            { label: 'Thema', cell: (one) => <bdi>{one.theme ?? 'Niet gekozen'}</bdi> },
            { label: 'Wat hielp', cell: (one) => <bdi>{one.helped ?? 'Niet vastgelegd'}</bdi> },
            { label: 'Vervaagd', cell: (one) => showDate(dayOf(one.fadedAt)) },
          ]}
        />
      )}
      <Paging
        next={next === null ? undefined : `/zorgen/vervaagd?na=${next}`}
        first={isFirst ? undefined : '/zorgen/vervaagd'}
      />
    </>
  );
}
