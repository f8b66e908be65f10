/** «Na de jaarwisseling zullen we alle scholen, professionals en ouders informeren»: what was promised, for everybody to see. */
import type { JSX } from 'preact';
import { z } from 'zod';
import { dayCursorQuery } from '../../platform/paging.ts';
import type { Actor } from '../../platform/pure/actor.ts';
import type { CivilDate } from '../../platform/pure/dates.ts';
import { type Call, getPage, type Html, type Route } from '../../platform/route.ts';
import { Select } from '../../platform/ui/fields.tsx';
import { Filter, Paging } from '../../platform/ui/navigate.tsx';
import { Empty } from '../../platform/ui/parts.tsx';
import { findPartnerships, type Partnership } from '../../registers/index.ts';
import { readsOwners } from './promise.access.ts';
import {
  findPromiseOwners,
  findPromises,
  findPublicPromises,
  type ListedPromise,
  type Owner,
  type Shown,
} from './promise.store.ts';
import { pageOfPromises } from './promise.view.ts';
import { PromiseCards, promisesPath } from './promise-parts.tsx';

const perPage = 30;

/** What can be looked at, by the word in the address. */
const views = {
  open: { label: 'Open', shown: 'open' },
  telaat: { label: 'Te laat, ook als het later gehouden is', shown: 'late' },
  gehouden: { label: 'Gehouden', shown: 'kept' },
} as const satisfies Record<string, { readonly label: string; readonly shown: Shown }>;
type View = keyof typeof views;
const viewNames = Object.keys(views) as readonly View[];

const listQuery = z.object({
  toon: z
    .enum(viewNames as [View])
    .optional()
    .catch(undefined),
  eigenaar: z.uuid().optional().catch(undefined),
  swv: z.string().max(60).optional().catch(undefined),
  na: dayCursorQuery,
});
type ListQuery = z.infer<typeof listQuery>;

export const promiseListPages: readonly Route[] = [getPage(promisesPath, 'public', showList, listQuery)];

async function showList(call: Call<Actor | undefined, ListQuery>): Promise<Html> {
  const { actor, database, query, url, today } = call;
  const { toon, eigenaar, swv, na: after } = query;
  const filter = { limit: perPage, after, state: toon === undefined ? undefined : views[toon].shown };
  // Whoever has no appointment today reads what visitors read.
  if (actor === undefined || actor.appointments.length === 0) {
    const visitor = { host: url.hostname, code: swv };
    const [found, partnerships] = await database.read('visitor', (reader) =>
      Promise.all([findPublicPromises(reader, visitor, filter), findPartnerships(reader)]),
    );
    const own = partnerships.some(({ hostName }) => hostName === url.hostname);
    const choice = own || partnerships.length < 2 ? [] : partnerships;
    return shown({ found, owners: [], partnerships: choice, query, today });
  }
  const staff = readsOwners(actor);
  const [found, owners] = await database.read(actor, (reader) =>
    Promise.all([
      findPromises(reader, actor, { ...filter, ownerId: staff ? eigenaar : undefined }),
      staff ? findPromiseOwners(reader, actor) : [],
    ]),
  );
  return shown({ found, owners, partnerships: [], query, today });
}

const shown = (props: ListProps): Html => ({
  kind: 'html',
  title: 'Toezeggingen',
  body: <PromiseList {...props} />,
});

interface ListProps {
  readonly found: readonly ListedPromise[];
  /** For staff; empty for everybody else. */
  readonly owners: readonly Pick<Owner, 'id' | 'name'>[];
  /** To choose from; empty where it is clear whose promises they are. */
  readonly partnerships: readonly Partnership[];
  readonly query: ListQuery;
  readonly today: CivilDate;
}

function PromiseList({ found, owners, partnerships, query, today }: ListProps): JSX.Element {
  const { na, ...asked } = query;
  const { swv } = asked;
  const { items, next } = pageOfPromises(found, perPage);
  const terms = Object.entries(asked).flatMap(([name, value]) =>
    value === undefined || value === '' ? [] : [[name, value]],
  );
  const address = (more: readonly (readonly string[])[]) => {
    const all = new URLSearchParams([...terms, ...more] as string[][]).toString();
    return all === '' ? promisesPath : `${promisesPath}?${all}`;
  };
  const open = items.filter(({ keptOn }) => keptOn === null);
  const kept = items.filter(({ keptOn }) => keptOn !== null);
  return (
    <>
      <h1>Toezeggingen</h1>
      <p class="lead">
        Wat wij in berichten beloven, blijft hier staan tot het gehouden is. De eerste dag verandert nooit:
        wat te laat was, blijft te laat heten.
      </p>
      <Filter
        action={promisesPath}
        label="Toezeggingen kiezen"
        clear={terms.some(([name]) => name !== 'swv' || partnerships.length > 0) ? promisesPath : undefined}
      >
        <Select
          name="toon"
          label="Welke?"
          empty="Alle"
          value={query.toon}
          options={viewNames.map((name) => ({ value: name, label: views[name].label }))}
        />
        {owners.length > 0 && (
          <Select
            name="eigenaar"
            label="Eigenaar"
            empty="Iedereen"
            value={query.eigenaar}
            options={owners.map(({ id, name }) => ({ value: id, label: name }))}
          />
        )}
        {partnerships.length > 0 && (
          <Select
            name="swv"
            label="Samenwerkingsverband"
            empty="Alle"
            value={partnerships.find(({ code, swvNumber }) => swv === code || swv === swvNumber)?.code}
            options={partnerships.map(({ code, name }) => ({ value: code, label: name }))}
          />
        )}
        {partnerships.length === 0 && swv !== undefined && <input type="hidden" name="swv" value={swv} />}
      </Filter>
      {items.length === 0 && (
        <Empty
          title="Er zijn geen toezeggingen"
          text={
            query.toon === undefined && query.eigenaar === undefined && swv === undefined
              ? 'Zodra een bericht iets belooft, staat het hier met de eigenaar en de laatste dag.'
              : 'Kies iets anders, of wis het filter.'
          }
        />
      )}
      {open.length > 0 && <h2>Staan open</h2>}
      {open.length > 0 && <PromiseCards promises={open} today={today} />}
      {kept.length > 0 && <h2>Gehouden</h2>}
      {kept.length > 0 && <PromiseCards promises={kept} today={today} />}
      <Paging
        next={next === null ? undefined : address([['na', next]])}
        first={na === undefined ? undefined : address([])}
      />
    </>
  );
}
