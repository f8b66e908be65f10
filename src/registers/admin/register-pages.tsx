/** The pages that every register has: a list, a form for something new, and one for what is there. */
import type { ComponentChildren } from 'preact';
import { z } from 'zod';
import type { Reader } from '../../platform/database.ts';
import { cursorQuery } from '../../platform/paging.ts';
import type { Actor } from '../../platform/pure/actor.ts';
import { type Cursor, encodeCursor } from '../../platform/pure/cursor.ts';
import {
  type Call,
  type Deed,
  getPage,
  type Html,
  notFound,
  type Page,
  type PageAnswer,
  postPage,
  type Route,
  type Sent,
} from '../../platform/route.ts';
import { type FormError, LinkButton } from '../../platform/ui/form.tsx';
import { Filter, Paging, Search } from '../../platform/ui/navigate.tsx';
import { Empty, type Link } from '../../platform/ui/parts.tsx';
import { type Column, Table } from '../../platform/ui/table.tsx';
import { administrators, home, isId, type Keepers, kept, page, problemsOf, valuesOf } from './admin-page.tsx';
import type { Saved } from './change.actions.ts';
import type { Listing } from './register.store.ts';
import { errorsOf, type RegisterField, RegisterForm, type Values } from './register-form.tsx';

const pageSize = 50;

/** Something that stands in a register, as its form shows it. */
interface Held {
  readonly title: string;
  readonly values: Values;
  readonly version: number;
}

/** What one register has that others have not. */
export interface Register<T, Row extends { readonly id: string }> extends Keepers {
  /** `/beheer/…` */
  readonly path: string;
  /** «Schoolbesturen», «schoolbestuur», «Nieuw schoolbestuur» */
  readonly many: string;
  readonly one: string;
  readonly fresh: string;
  readonly input: z.ZodType<T>;
  readonly fields: (reader: Reader, actor: Actor) => Promise<readonly RegisterField[]>;
  readonly find: (reader: Reader, tenantId: string, listing: Listing) => Promise<readonly Row[]>;
  readonly cursor: (row: Row) => Cursor;
  /** Where a page begins, when the list is not by name. */
  readonly after?: typeof cursorQuery;
  /** The first column links to the row. */
  readonly columns: (
    actor: Actor,
  ) => readonly [Pick<Column<Row>, 'label'> & { readonly text: (row: Row) => string }, ...Column<Row>[]];
  readonly get: (reader: Reader, tenantId: string, id: string) => Promise<Held | undefined>;
  readonly add: (deed: Deed, actor: Actor, input: T) => Promise<Saved>;
  readonly save: (deed: Deed, actor: Actor, id: string, input: T) => Promise<Saved>;
  /** Other ways on from the list. */
  readonly links?: readonly Link[];
  /** What stands under the form of something that is there. */
  readonly below?: (reader: Reader, page: BelowProps) => Promise<ComponentChildren>;
}

export interface BelowProps {
  readonly actor: Actor;
  readonly id: string;
  readonly held: Held;
  readonly csrf: string;
}

const listQuery = (na = cursorQuery) => z.object({ zoek: z.string().trim().max(200).optional(), na });

/** Fixed addresses below the same path must be mounted before these. */
export function registerPages<T, Row extends { readonly id: string }>(
  register: Register<T, Row>,
): readonly Route[] {
  const { path, input, access = administrators } = register;
  return [
    getPage(path, access, (call) => showList(register, call), listQuery(register.after)),
    getPage(`${path}/nieuw`, access, (call) => showNew(register, call, {}, [])),
    postPage(`${path}/nieuw`, access, input, async (call) => {
      const { typed, parsed } = call.input;
      if (!parsed.ok) {
        const fields = await call.database.read(call.actor, (reader) => register.fields(reader, call.actor));
        return showNew(register, call, valuesOf(typed), errorsOf(parsed.faults, fields));
      }
      const saved = await register.add(call.deed, call.actor, parsed.value);
      if (saved.outcome === 'taken') return kept(`${path}/${saved.id}`, 'Toegevoegd.');
      return showNew(register, call, valuesOf(typed), problemsOf(saved));
    }),
    getPage(`${path}/:id`, access, (call) => showOne(register, call, undefined)),
    postPage(`${path}/:id`, access, input, async (call) => {
      const id = call.params['id'] ?? '';
      if (!isId(id)) return notFound;
      const { parsed } = call.input;
      if (!parsed.ok) return showOne(register, call, { sent: call.input, faults: parsed.faults });
      const saved = await register.save(call.deed, call.actor, id, parsed.value);
      if (saved.outcome === 'taken') return kept(`${path}/${id}`, 'Opgeslagen.');
      return showOne(register, call, { sent: call.input, saved });
    }),
  ];
}

async function showList<T, Row extends { readonly id: string }>(
  register: Register<T, Row>,
  { actor, database, query }: Call<Actor, z.infer<ReturnType<typeof listQuery>>>,
): Promise<Html> {
  const { path, many, one, fresh, links = [], parent = home } = register;
  const { zoek: q, na: after } = query;
  const found = await database.read(actor, (reader) =>
    register.find(reader, actor.tenantId, { limit: pageSize, after, q }),
  );
  const rows = found.slice(0, pageSize);
  const last = found.length > pageSize ? rows.at(-1) : undefined;
  const address = (more: Readonly<Record<string, string>>) =>
    `${path}?${new URLSearchParams({ ...(q === undefined ? {} : { zoek: q }), ...more })}`;
  const [first, ...others] = register.columns(actor);
  const name: Column<Row> = {
    label: first.label,
    cell: (row) => <a href={`${path}/${row.id}`}>{first.text(row)}</a>,
  };
  return page(
    many,
    [parent],
    [
      <p key="links" class="button-row">
        <LinkButton href={`${path}/nieuw`}>{fresh}</LinkButton>
        {links.map((link) => (
          <LinkButton key={link.href} href={link.href} kind="secondary">
            {link.label}
          </LinkButton>
        ))}
      </p>,
      <Filter key="filter" action={path} label={`${many} zoeken`} clear={q === undefined ? undefined : path}>
        <Search name="zoek" label="Zoek" value={q} />
      </Filter>,
      rows.length === 0 ? (
        <Empty
          key="list"
          title={q === undefined ? 'Hier staat nog niets' : 'Niets gevonden'}
          text={q === undefined ? `Voeg een ${one} toe.` : 'Probeer een ander woord, of een deel ervan.'}
        />
      ) : (
        <Table key="list" caption={many} hideCaption columns={[name, ...others]} rows={rows} />
      ),
      <Paging
        key="paging"
        next={last === undefined ? undefined : address({ na: encodeCursor(register.cursor(last)) })}
        first={after === undefined ? undefined : address({})}
      />,
    ],
  );
}

async function showNew<T, Row extends { readonly id: string }>(
  register: Register<T, Row>,
  { actor, database, csrf }: Call<Actor, object, unknown> & Page,
  values: Values,
  errors: readonly FormError[],
): Promise<Html> {
  const { path, many, fresh, parent = home } = register;
  const fields = await database.read(actor, (reader) => register.fields(reader, actor));
  const form = (
    <RegisterForm
      key="form"
      action={`${path}/nieuw`}
      csrf={csrf}
      fields={fields}
      values={values}
      errors={errors}
      submit="Voeg toe"
      cancel={path}
    />
  );
  return {
    ...page(fresh, [parent, { href: path, label: many }], [form]),
    status: errors.length > 0 ? 422 : 200,
  };
}

/** What was sent and did not get through. */
interface Attempt {
  readonly sent: Pick<Sent<unknown>, 'typed'>;
  readonly faults?: Parameters<typeof errorsOf>[0];
  readonly saved?: Saved;
}

async function showOne<T, Row extends { readonly id: string }>(
  register: Register<T, Row>,
  { actor, database, params, csrf }: Call<Actor, object, unknown> & Page,
  attempt: Attempt | undefined,
): Promise<PageAnswer> {
  const id = params['id'] ?? '';
  if (!isId(id)) return notFound;
  const { path, many, parent = home } = register;
  return database.read(actor, async (reader) => {
    const [held, fields] = await Promise.all([
      register.get(reader, actor.tenantId, id),
      register.fields(reader, actor),
    ]);
    if (held === undefined) return notFound;
    const errors = [
      ...errorsOf(attempt?.faults ?? [], fields),
      ...(attempt?.saved ? problemsOf(attempt.saved) : []),
    ];
    const stale = attempt?.saved?.outcome === 'stale';
    const below = await register.below?.(reader, { actor, id, held, csrf });
    const form = (
      <RegisterForm
        key="form"
        action={`${path}/${id}`}
        csrf={csrf}
        fields={fields}
        values={attempt === undefined ? held.values : valuesOf(attempt.sent.typed)}
        errors={errors}
        version={held.version}
        current={stale ? held.values : undefined}
        submit="Sla op"
        cancel={path}
      />
    );
    const html = page(held.title, [parent, { href: path, label: many }], [form, below]);
    return { ...html, status: stale ? 412 : errors.length > 0 ? 422 : 200 };
  });
}
