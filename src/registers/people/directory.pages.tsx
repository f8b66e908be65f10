/** Who does what in the partnership and at its schools, for everybody who works there. */
import type { JSX } from 'preact';
import { z } from 'zod';
import { idOf } from '../../platform/input.ts';
import { cursorQuery } from '../../platform/paging.ts';
import { type Actor, roles } from '../../platform/pure/actor.ts';
import { encodeCursor } from '../../platform/pure/cursor.ts';
import type { CivilDate } from '../../platform/pure/dates.ts';
import { capital } from '../../platform/pure/text.ts';
import { getPage, type Html, notFound, type Route } from '../../platform/route.ts';
import { Select } from '../../platform/ui/fields.tsx';
import { Filter, Paging, Search } from '../../platform/ui/navigate.tsx';
import { Card, CardList, Empty } from '../../platform/ui/parts.tsx';
import { SaveView } from '../../platform/ui/save-view.tsx';
import { roleOptions } from '../registers.words.ts';
import {
  type DirectoryChoices,
  type DirectoryRow,
  findDirectory,
  findDirectoryChoices,
  getDirectoryPerson,
} from './directory.store.ts';
import { peoplePath, personPath, RoleLines, ShowPerson } from './directory-person.tsx';

const perPage = 50;

const word = (max: number) => z.string().trim().max(max).optional().catch(undefined);
const listQuery = z.object({
  zoek: word(200),
  rol: z.enum(roles).optional().catch(undefined),
  gebied: word(40),
  school: word(20),
  expertise: word(40),
  na: cursorQuery,
});
type ListQuery = z.infer<typeof listQuery>;

export const directoryPages: readonly Route[] = [
  getPage(
    peoplePath,
    'member',
    async ({ actor, database, query, today, url, csrf }): Promise<Html> => {
      const { zoek, rol, gebied, school, expertise, na: after } = query;
      const terms = { q: zoek, role: rol, area: gebied, school, expertise };
      const [found, choices] = await database.read(actor, (reader) =>
        Promise.all([
          findDirectory(reader, actor.tenantId, { limit: perPage, after, ...terms }),
          findDirectoryChoices(reader, actor.tenantId),
        ]),
      );
      return {
        kind: 'html',
        title: 'Mensen',
        body: (
          <Directory {...{ actor, found, choices, query, today }}>
            <SaveView url={url} csrf={csrf} />
          </Directory>
        ),
      };
    },
    listQuery,
  ),
  getPage(personPath(':id'), 'member', async ({ actor, database, params, today }) => {
    const id = idOf(params);
    const person =
      id === undefined
        ? undefined
        : await database.read(actor, (reader) => getDirectoryPerson(reader, actor.tenantId, id));
    if (person === undefined) return notFound;
    return { kind: 'html', title: person.name, body: <ShowPerson {...{ actor, person, today }} /> };
  }),
];

interface DirectoryProps {
  readonly actor: Actor;
  readonly found: readonly DirectoryRow[];
  readonly choices: DirectoryChoices;
  readonly query: ListQuery;
  readonly today: CivilDate;
  readonly children: JSX.Element;
}

function Directory({ actor, found, choices, query, today, children }: DirectoryProps): JSX.Element {
  const { na, ...terms } = query;
  const { labels } = actor.tenant;
  const rows = found.slice(0, perPage);
  const last = found.length > perPage ? rows.at(-1) : undefined;
  const given = Object.entries(terms).flatMap(([name, value]) => (value ? [[name, value]] : []));
  const address = (more: Readonly<Record<string, string>>) =>
    `${peoplePath}?${new URLSearchParams({ ...Object.fromEntries(given), ...more })}`;
  return (
    <>
      <h1>Mensen</h1>
      <p class="lead">Wie wat doet in het samenwerkingsverband en op de scholen, nu en straks.</p>
      <DirectoryFilter {...{ actor, choices, query }} clear={given.length > 0 ? peoplePath : undefined} />
      {children}
      {rows.length === 0 ? (
        <Empty
          title="Niemand gevonden"
          text="Zoek op een deel van de naam, of kies minder tegelijk. Wie weg is, staat hier niet meer."
        />
      ) : (
        <>
          <h2 class="visually-hidden">Wie er zijn</h2>
          <CardList>
            {rows.map((row) => (
              <Card key={row.id} title={row.name} href={personPath(row.id)}>
                <RoleLines {...{ row, labels, today }} />
              </Card>
            ))}
          </CardList>
        </>
      )}
      <Paging
        next={last === undefined ? undefined : address({ na: encodeCursor({ key: last.name, id: last.id }) })}
        first={na === undefined ? undefined : address({})}
      />
    </>
  );
}

interface DirectoryFilterProps extends Pick<DirectoryProps, 'actor' | 'choices' | 'query'> {
  readonly clear: string | undefined;
}

function DirectoryFilter({ actor, choices, query, clear }: DirectoryFilterProps): JSX.Element {
  const { labels } = actor.tenant;
  const fields = [
    ['gebied', capital(labels['area'] ?? 'gebied'), choices.areas],
    ['school', 'School', choices.schools],
    ['expertise', 'Expertise', choices.expertise],
  ] as const;
  return (
    <Filter action={peoplePath} label="Mensen zoeken" clear={clear}>
      <Search name="zoek" label="Naam" value={query.zoek} />
      <Select name="rol" label="Rol" empty="Alle" value={query.rol} options={roleOptions(labels)} />
      {fields.map(([name, label, some]) => (
        <Select
          key={name}
          {...{ name, label }}
          empty="Alle"
          value={query[name]}
          options={some.map((one) => ({ value: one.code, label: one.name }))}
        />
      ))}
    </Filter>
  );
}
