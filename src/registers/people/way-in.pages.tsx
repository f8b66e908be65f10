import type { JSX } from 'preact';
import { z } from 'zod';
import { newId } from '../../platform/ids.ts';
import { id } from '../../platform/input.ts';
import { cursorQuery } from '../../platform/paging.ts';
import type { Actor } from '../../platform/pure/actor.ts';
import { pageOf } from '../../platform/pure/cursor.ts';
import { showMoment } from '../../platform/pure/dates.ts';
import { count } from '../../platform/pure/text.ts';
import {
  type Call,
  getPage,
  type Html,
  notFound,
  type Page,
  postPage,
  type Route,
} from '../../platform/route.ts';
import { Checkboxes } from '../../platform/ui/choices.tsx';
import { Button, ConfirmBox, errorOf, Form, type FormError } from '../../platform/ui/form.tsx';
import { Filter, Paging, Search } from '../../platform/ui/navigate.tsx';
import { Empty, type Link } from '../../platform/ui/parts.tsx';
import { Table } from '../../platform/ui/table.tsx';
import { administrators, home, isId, kept, page } from '../admin/admin-page.tsx';
import { invite, startOver, unlink } from './way-in.actions.ts';
import { findInvitable, getWayIn, type InvitableRow, type WayIn } from './way-in.store.ts';

const pageSize = 50;
const list: Link = { href: '/beheer/mensen', label: 'Mensen' };
const manyPath = '/beheer/mensen/uitnodigen';
const query = z.object({ zoek: z.string().trim().max(200).optional(), na: cursorQuery });
type Query = z.infer<typeof query>;
const many = z.object({ people: z.array(id()).min(1, 'Kies minstens één persoon.').max(pageSize) });

/** Inviting people, one or many, and what ties somebody to an account. */
export const wayInPages: readonly Route[] = [
  getPage(manyPath, administrators, (call) => showMany(call, call.query, []), query),
  postPage(manyPath, administrators, many, async (call) => {
    const { parsed } = call.input;
    if (!parsed.ok) return showMany(call, {}, [{ field: 'people', message: 'Kies wie u wilt uitnodigen.' }]);
    const sent = await invite(call.deed, call.actor, parsed.value.people);
    if (sent.outcome === 'keyReused')
      return showMany(call, {}, [{ message: 'Dit formulier was al verstuurd. Kies opnieuw.' }]);
    return kept(manyPath, saidOf(sent.invited));
  }),
  getPage('/beheer/mensen/:id/inloggen', administrators, async (call) => {
    const who = call.params['id'] ?? '';
    if (!isId(who)) return notFound;
    const held = await call.database.read(call.actor, (reader) => getWayIn(reader, call.actor.tenantId, who));
    if (held === undefined) return notFound;
    const trail = [home, list, { href: `/beheer/mensen/${who}`, label: held.name }];
    return page('Inloggen en uitnodigen', trail, <OneWayIn id={who} held={held} {...call} />);
  }),
  postPage('/beheer/mensen/:id/uitnodigen', administrators, z.object({}), async (call) => {
    const who = call.params['id'] ?? '';
    if (!isId(who)) return notFound;
    const sent = await invite(call.deed, call.actor, [who]);
    if (sent.outcome === 'taken' && sent.invited === 0) return notFound;
    return kept(`/beheer/mensen/${who}/inloggen`, saidOf(1));
  }),
  postPage('/beheer/mensen/:id/ontkoppelen', administrators, z.object({ account: id() }), async (call) => {
    const who = call.params['id'] ?? '';
    const { parsed } = call.input;
    if (!isId(who) || !parsed.ok) return notFound;
    if (!(await unlink(call.deed, call.actor, who, parsed.value.account))) return notFound;
    return kept(`/beheer/mensen/${who}/inloggen`, 'Het account is losgekoppeld.');
  }),
  postPage('/beheer/mensen/:id/opnieuw-beginnen', administrators, z.object({}), async (call) => {
    const who = call.params['id'] ?? '';
    if (!isId(who)) return notFound;
    const { outcome } = await startOver(call.deed, call.actor, who);
    if (outcome === 'notFound') return notFound;
    const to = `/beheer/mensen/${who}/inloggen`;
    if (outcome === 'taken')
      return kept(to, 'Passkeys en herstelcodes zijn weg. Een nieuwe uitnodiging gaat per mail op weg.');
    const text = outcome === 'oneself' ? notOneself : 'Dit formulier was al verstuurd.';
    return { kind: 'redirect', to, flash: { tone: 'error', text } };
  }),
];

const notOneself = 'Voor uzelf kan alleen een andere beheerder dit doen.';

const saidOf = (invited: number) =>
  `${count(invited, 'uitnodiging', 'uitnodigingen')} ${invited === 1 ? 'gaat' : 'gaan'} per mail op weg.`;

async function showMany(
  { actor, database, csrf }: Call<Actor, object, unknown> & Page,
  { zoek: q, na: after }: Query,
  errors: readonly FormError[],
): Promise<Html> {
  const found = await database.read(actor, (reader) =>
    findInvitable(reader, actor.tenantId, { limit: pageSize, after, q }),
  );
  const { items: rows, next } = pageOf(found, pageSize, ({ name }) => name);
  const address = (more: Readonly<Record<string, string>>) =>
    `${manyPath}?${new URLSearchParams({ ...(q === undefined ? {} : { zoek: q }), ...more })}`;
  const body = [
    <p key="why">
      Iedereen die u kiest krijgt een mail met een persoonlijke link. Die werkt één keer en zeven dagen.
    </p>,
    <Filter
      key="filter"
      action={manyPath}
      label="Mensen zoeken"
      clear={q === undefined ? undefined : manyPath}
    >
      <Search name="zoek" label="Zoek" value={q} />
    </Filter>,
    rows.length === 0 ? (
      <Empty key="list" title="Niets gevonden" text="Probeer een ander woord, of een deel ervan." />
    ) : (
      <Form key="list" action={manyPath} csrf={csrf} errors={errors} idempotencyKey={newId()}>
        <Checkboxes
          name="people"
          label="Wie nodigt u uit?"
          error={errorOf(errors, 'people')}
          options={rows.map((row) => ({ value: row.id, label: row.name, hint: standing(row) }))}
        />
        <Button>Verstuur uitnodigingen</Button>
      </Form>
    ),
    <Paging
      key="paging"
      next={next === null ? undefined : address({ na: next })}
      first={after === undefined ? undefined : address({})}
    />,
  ];
  return { ...page('Mensen uitnodigen', [home, list], body), status: errors.length > 0 ? 422 : 200 };
}

function standing({ email, linked, invitedAt }: InvitableRow): string {
  const invited = invitedAt === null ? 'nog niet uitgenodigd' : `uitgenodigd op ${showMoment(invitedAt)}`;
  return `${email}, ${linked ? 'account gekoppeld' : invited}`;
}

interface OneWayInProps {
  readonly id: string;
  readonly held: WayIn;
  readonly csrf: string;
  readonly actor: Actor;
}

function OneWayIn({ id: who, held, csrf, actor }: OneWayInProps): JSX.Element {
  return (
    <>
      <h2>Uitnodigen</h2>
      {held.suspended ? (
        <p>De toegang van {held.name} is stopgezet. Herstel die eerst.</p>
      ) : (
        <>
          <p>
            {held.name} krijgt een mail op {held.email}, met een persoonlijke link om in te loggen. Die werkt
            één keer en zeven dagen.
          </p>
          <p>
            {held.invitedAt === null
              ? 'Nog niet eerder uitgenodigd.'
              : `Laatst uitgenodigd op ${showMoment(held.invitedAt)}.`}
          </p>
          <form method="post" action={`/beheer/mensen/${who}/uitnodigen`}>
            <input type="hidden" name="_csrf" value={csrf} />
            <input type="hidden" name="_key" value={newId()} />
            <Button>Nodig uit</Button>
          </form>
        </>
      )}
      <h2>Gekoppelde accounts</h2>
      {held.accounts.length === 0 ? (
        <Empty
          title="Nog geen account gekoppeld"
          text="Wie de link uit de uitnodiging gebruikt, koppelt een account van de eigen organisatie."
        />
      ) : (
        <Table
          caption="Gekoppelde accounts"
          hideCaption
          rows={held.accounts}
          columns={[
            { label: 'Inlogdienst', cell: ({ issuer }) => new URL(issuer).host },
            { label: 'Gekoppeld', cell: ({ linkedAt }) => showMoment(linkedAt) },
            { label: 'Ontkoppelen', cell: (account) => <Unlink id={who} account={account.id} csrf={csrf} /> },
          ]}
        />
      )}
      <h2>Passkey en herstelcodes kwijt</h2>
      {who === actor.personId ? (
        <p>{notOneself} Is die er niet? Vraag het wie Kortelijn bij u draait.</p>
      ) : (
        held.suspended || <StartOver id={who} held={held} csrf={csrf} />
      )}
    </>
  );
}

function StartOver({ id: who, held, csrf }: Omit<OneWayInProps, 'actor'>): JSX.Element {
  return (
    <ConfirmBox
      label="Begin opnieuw met inloggen"
      action={`/beheer/mensen/${who}/opnieuw-beginnen`}
      csrf={csrf}
      confirm="Begin opnieuw"
    >
      <input type="hidden" name="_key" value={newId()} />
      <p>
        <strong>Bel {held.name} eerst</strong>, op een nummer dat u al had. Wie zich voordoet als een ander,
        komt zo binnen.
      </p>
      <p>
        Alle passkeys en herstelcodes van {held.name} gaan weg en alle sessies stoppen. Daarna gaat een nieuwe
        uitnodiging naar {held.email}.
      </p>
    </ConfirmBox>
  );
}

interface UnlinkProps {
  readonly id: string;
  readonly account: string;
  readonly csrf: string;
}

function Unlink({ id: who, account, csrf }: UnlinkProps): JSX.Element {
  return (
    <ConfirmBox
      label="Koppel los"
      action={`/beheer/mensen/${who}/ontkoppelen`}
      csrf={csrf}
      confirm="Koppel los"
    >
      <input type="hidden" name="account" value={account} />
      <p>
        Deze persoon kan dan niet meer met dit account inloggen en wordt overal uitgelogd. Opnieuw koppelen
        kan met een nieuwe uitnodiging.
      </p>
    </ConfirmBox>
  );
}
