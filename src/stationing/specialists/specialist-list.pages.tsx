/** Who helps at the schools, and with what. */
import type { JSX } from 'preact';
import { z } from 'zod';
import { cursorQuery } from '../../platform/paging.ts';
import { type Actor, hasRole } from '../../platform/pure/actor.ts';
import { pageOf } from '../../platform/pure/cursor.ts';
import { list } from '../../platform/pure/text.ts';
import { getPage, type Html, type Route } from '../../platform/route.ts';
import { Select } from '../../platform/ui/fields.tsx';
import { LinkButton } from '../../platform/ui/form.tsx';
import { Filter, Paging, Search } from '../../platform/ui/navigate.tsx';
import { Card, CardList, Empty } from '../../platform/ui/parts.tsx';
import { type Expertise, findOffered } from './expertise.store.ts';
import { findSpecialists, type SpecialistRow } from './specialist.store.ts';
import { levelWords } from './specialist.words.ts';
import { Presence } from './specialist-parts.tsx';

const path = '/inzet/specialisten';
const perPage = 50;

const listQuery = z.object({
  zoek: z.string().trim().max(200).optional().catch(undefined),
  expertise: z.string().max(40).optional().catch(undefined),
  na: cursorQuery,
});
type ListQuery = z.infer<typeof listQuery>;

export const specialistListPages: readonly Route[] = [
  getPage(
    path,
    'member',
    async ({ actor, database, query }): Promise<Html> => {
      const { zoek: q, expertise, na: after } = query;
      const [found, offered] = await database.read(actor, (reader) =>
        Promise.all([
          findSpecialists(reader, actor.tenantId, { limit: perPage, after, q, expertise }),
          findOffered(reader, actor.tenantId),
        ]),
      );
      const body = <SpecialistList {...{ actor, found, offered, query }} />;
      return { kind: 'html', title: 'Specialisten', body };
    },
    listQuery,
  ),
];

interface SpecialistListProps {
  readonly actor: Actor;
  readonly found: readonly SpecialistRow[];
  readonly offered: readonly Expertise[];
  readonly query: ListQuery;
}

function SpecialistList({ actor, found, offered, query }: SpecialistListProps): JSX.Element {
  const { zoek, expertise, na } = query;
  const { items: rows, next } = pageOf(found, perPage, ({ name }) => name);
  const terms = {
    ...(zoek === undefined ? {} : { zoek }),
    ...(expertise === undefined ? {} : { expertise }),
  };
  const address = (more: Readonly<Record<string, string>>) =>
    `${path}?${new URLSearchParams({ ...terms, ...more })}`;
  const narrowed = Object.keys(terms).length > 0;
  return (
    <>
      <div class="title-row">
        <h1>Specialisten</h1>
        {hasRole(actor, 'specialist') && (
          <LinkButton href={`${path}/${actor.personId}`}>Mijn profiel</LinkButton>
        )}
      </div>
      <p class="lead">Wie scholen helpt, en waarmee.</p>
      {hasRole(actor, 'specialist', 'team_lead') && <Ways actor={actor} />}
      <Filter action={path} label="Specialisten zoeken" clear={narrowed ? path : undefined}>
        <Search name="zoek" label="Naam" value={zoek} />
        <Select
          name="expertise"
          label="Expertise"
          empty="Alle"
          value={expertise}
          options={offered.map(({ code, name }) => ({ value: code, label: name }))}
        />
      </Filter>
      {rows.length === 0 ? (
        <Empty
          title="Niemand gevonden"
          text={
            narrowed
              ? 'Kies een andere expertise, of zoek op een deel van de naam.'
              : 'Wie een aanstelling als specialist heeft, staat hier.'
          }
        />
      ) : (
        <>
          <h2 class="visually-hidden">Wie er zijn</h2>
          <CardList>
            {rows.map((one) => (
              <Card
                key={one.id}
                title={one.name}
                href={`${path}/${one.id}`}
                badge={<Presence specialist={one} />}
                meta={list(one.areas.map(({ name }) => name))}
              >
                {expertiseLine(one)}
              </Card>
            ))}
          </CardList>
        </>
      )}
      <Paging
        next={next === null ? undefined : address({ na: next })}
        first={na === undefined ? undefined : address({})}
      />
    </>
  );
}

/** The other ways into the work of specialists. */
function Ways({ actor }: { readonly actor: Actor }): JSX.Element {
  return (
    <ul class="links" role="list">
      {hasRole(actor, 'specialist') && (
        <li>
          <a href="/inzet/mijn-vragen">Mijn vragen</a>
        </li>
      )}
      <li>
        <a href="/inzet/bezoeken">Bezoeken</a>
      </li>
      <li>
        <a href="/inzet/overdragen">Vragen overdragen</a>
      </li>
    </ul>
  );
}

const expertiseLine = ({ expertise }: SpecialistRow) =>
  expertise.length === 0
    ? 'Nog geen expertise ingevuld.'
    : expertise.map(({ name, level }) => `${name} (${levelWords[level]})`).join(', ');
