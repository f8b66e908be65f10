/** «Hebt u vragen, stel ze dan aan uw schoolcontactpersoon»: who that is, for everybody to see. */
import type { ComponentChildren } from 'preact';
import { z } from 'zod';
import type { ReadDatabase, Reader } from '../../platform/database.ts';
import { cursorQuery } from '../../platform/paging.ts';
import type { Actor } from '../../platform/pure/actor.ts';
import { pageOf } from '../../platform/pure/cursor.ts';
import {
  type Call,
  getPage,
  type Html,
  notFound,
  type PageAnswer,
  type Route,
} from '../../platform/route.ts';
import { Select } from '../../platform/ui/fields.tsx';
import { Filter, Paging, Search } from '../../platform/ui/navigate.tsx';
import { Card, CardList, Empty } from '../../platform/ui/parts.tsx';
import { type Column, Table } from '../../platform/ui/table.tsx';
import { findStaff, type HeldAppointment } from '../people/appointment.store.ts';
import {
  findPartnerships,
  findPublicSchool,
  findPublicSchools,
  type ListedSchool,
  type Partnership,
  type PublicSchool,
} from './public-school.store.ts';
import { ShowSchool } from './public-school.tsx';

const perPage = 50;

const listQuery = z.object({
  zoek: z.string().trim().max(200).optional(),
  swv: z.string().max(60).optional(),
  na: cursorQuery,
});
type ListQuery = z.infer<typeof listQuery>;

/** Other subjects' parts of the page of a school. */
export interface SchoolParts<Post> {
  /** For somebody who works in that partnership. */
  readonly own: (
    actor: Actor,
    school: Pick<PublicSchool, 'id' | 'code' | 'name'>,
    reader: Reader,
  ) => Promise<ComponentChildren>;
  /** For everybody. */
  readonly news: (posts: readonly Post[]) => ComponentChildren;
}

export function publicSchoolPages<Post>(parts: SchoolParts<Post>): readonly Route[] {
  return [
    getPage('/scholen', 'public', showList, listQuery),
    getPage(
      '/scholen/:code',
      'public',
      (call) => showSchool(call, parts),
      z.object({ swv: z.string().max(60).optional() }),
    ),
  ];
}

/** Schools of the visitor's own partnership, of the host's, or of all with a filter. */
async function showList({ actor, database, query, url }: Call<Actor | undefined, ListQuery>): Promise<Html> {
  const { zoek: q, swv, na: after } = query;
  const found = await database.read('visitor', async (reader) => {
    const partnerships = await findPartnerships(reader);
    const own = partnerships.find(({ id, hostName }) =>
      actor === undefined ? hostName === url.hostname : id === actor.tenantId,
    );
    const chosen =
      own ??
      partnerships.find(({ code, swvNumber }) => swv !== undefined && (code === swv || swvNumber === swv));
    // A filter for a partnership that does not exist finds nothing, not everything.
    const nothing = own === undefined && swv !== undefined && chosen === undefined;
    const schools = nothing
      ? []
      : await findPublicSchools(reader, chosen?.id ?? null, { limit: perPage, after, q });
    return { partnerships, own, chosen, schools };
  });
  const title = found.own === undefined ? 'Scholen' : `Scholen van ${found.own.name}`;
  return { kind: 'html', title, body: <SchoolList {...found} query={query} title={title} /> };
}

interface SchoolListProps {
  readonly title: string;
  readonly partnerships: readonly Partnership[];
  readonly own: Partnership | undefined;
  readonly chosen: Partnership | undefined;
  readonly schools: readonly ListedSchool[];
  readonly query: ListQuery;
}

function SchoolList({ title, partnerships, own, chosen, schools, query }: SchoolListProps) {
  const { zoek, swv, na } = query;
  const { items: rows, next } = pageOf(schools, perPage, ({ name }) => name);
  const terms = { ...(zoek === undefined ? {} : { zoek }), ...(swv === undefined ? {} : { swv }) };
  const address = (more: Readonly<Record<string, string>>) =>
    `/scholen?${new URLSearchParams({ ...terms, ...more })}`;
  const several = own === undefined && partnerships.length > 1;
  const columns: readonly Column<ListedSchool>[] = [
    { label: 'School', cell: ({ code, name }) => <a href={`/scholen/${code}`}>{name}</a> },
    { label: 'Plaats', cell: ({ city }) => city ?? '' },
    { label: 'Schoolbestuur', cell: ({ board }) => board ?? '' },
    ...(several
      ? [{ label: 'Samenwerkingsverband', cell: ({ partnership }: ListedSchool) => partnership }]
      : []),
  ];
  return (
    <>
      <h1>{title}</h1>
      <p>Zoek de school. Daar staat aan wie u een vraag kunt stellen.</p>
      <Filter
        action="/scholen"
        label="Scholen zoeken"
        clear={zoek === undefined && swv === undefined ? undefined : '/scholen'}
      >
        <Search name="zoek" label="Naam, plaats of code" value={zoek} />
        {several && (
          <Select
            name="swv"
            label="Samenwerkingsverband"
            empty="Alle"
            value={chosen?.code}
            options={partnerships.map(({ code, name }) => ({ value: code, label: name }))}
          />
        )}
      </Filter>
      {rows.length === 0 ? (
        <Empty title="Geen school gevonden" text="Probeer een deel van de naam of de plaats." />
      ) : (
        <Table caption="Scholen" hideCaption columns={columns} rows={rows} />
      )}
      <Paging
        next={next === null ? undefined : address({ na: next })}
        first={na === undefined ? undefined : address({})}
      />
    </>
  );
}

async function showSchool<Post>(
  { actor, database, params, query, url }: Call<Actor | undefined, { readonly swv?: string | undefined }>,
  parts: SchoolParts<Post>,
): Promise<PageAnswer> {
  const code = (params['code'] ?? '').toUpperCase();
  if (!/^[0-9A-Z]{6}$/.test(code)) return notFound;
  const all = await database.read('visitor', (reader) => findPublicSchool<Post>(reader, code));
  const school = choose(all, actor, url.hostname, query.swv);
  if (school === undefined) {
    return all.length === 0
      ? notFound
      : { kind: 'html', title: 'Welke school bedoelt u?', body: <WhichSchool schools={all} /> };
  }
  const own = await ownOf(database, actor, school, parts.own);
  const news = parts.news(school.posts);
  return { kind: 'html', title: school.name, body: <ShowSchool {...{ school, own, news }} /> };
}

/** The visitor's own, the host's, the one asked for, or the only one. */
function choose<Post>(
  all: readonly PublicSchool<Post>[],
  actor: Actor | undefined,
  host: string,
  swv: string | undefined,
): PublicSchool<Post> | undefined {
  return (
    all.find(({ tenantId }) => tenantId === actor?.tenantId) ??
    all.find(({ partnership }) => partnership.hostName === host) ??
    all.find(({ partnership }) => partnership.code === swv) ??
    (all.length === 1 ? all[0] : undefined)
  );
}

interface Own {
  readonly staff: readonly HeldAppointment[];
  readonly more: ComponentChildren;
}

/** Who works there, and what other subjects have to say, for people of the same partnership only. */
async function ownOf(
  database: ReadDatabase,
  actor: Actor | undefined,
  school: PublicSchool,
  ownPart: SchoolParts<never>['own'],
): Promise<Own | undefined> {
  if (actor === undefined || actor.tenantId !== school.tenantId || actor.appointments.length === 0)
    return undefined;
  const [staff, more] = await database.read(actor, (reader) =>
    Promise.all([findStaff(reader, actor.tenantId, school.id), ownPart(actor, school, reader)]),
  );
  return { staff, more };
}

function WhichSchool({ schools }: { readonly schools: readonly PublicSchool[] }) {
  return (
    <>
      <h1>Welke school bedoelt u?</h1>
      <p>Meer dan één samenwerkingsverband werkt met deze school.</p>
      <h2>Samenwerkingsverbanden</h2>
      <CardList>
        {schools.map(({ code, name, partnership }) => (
          <Card
            key={partnership.code}
            href={`/scholen/${code}?swv=${encodeURIComponent(partnership.code)}`}
            title={name}
            meta={partnership.name}
          />
        ))}
      </CardList>
    </>
  );
}
