/** The mailbox of the demonstration: what its invented people get by mail, as they get it. */
import type { JSX } from 'preact';
import { z } from 'zod';
import { findDemonstrationPeople } from '../login/index.ts';
import { wordNews } from '../news/index.ts';
import { id } from '../platform/input.ts';
import { inWords } from '../platform/mail/mail.jobs.ts';
import { type Message, messageOf, type Posted } from '../platform/mail/message.tsx';
import { type DemonstrationMail, findDemonstrationMail } from '../platform/mail/outbox.store.ts';
import { momentCursorQuery } from '../platform/paging.ts';
import { pageOf } from '../platform/pure/cursor.ts';
import { showMoment } from '../platform/pure/dates.ts';
import { getPage, type Route } from '../platform/route.ts';
import { Select } from '../platform/ui/fields.tsx';
import { Breadcrumb, Filter, Paging } from '../platform/ui/navigate.tsx';
import { Card, CardList, Empty, Notice, Prose } from '../platform/ui/parts.tsx';

const perPage = 20;
const path = '/demo/post';
const postQuery = z.object({
  persoon: z
    .union([z.literal('').transform(() => undefined), id()])
    .optional()
    .catch(undefined),
  na: momentCursorQuery,
});

export const demonstrationPost: readonly Route[] = [
  getPage(
    path,
    'public',
    async ({ deed, query, site, today }) => {
      const [people, found] = await Promise.all([
        findDemonstrationPeople(deed.database, today),
        findDemonstrationMail(deed.database, {
          personId: query.persoon,
          after: query.na,
          limit: perPage + 1,
        }),
      ]);
      return {
        kind: 'html',
        title: 'Post van de demonstratie',
        body: <Post {...{ people, found, query, site }} />,
      };
    },
    postQuery,
  ),
];

interface PostProps {
  readonly people: readonly { readonly id: string; readonly name: string; readonly tenantName: string }[];
  /** One more than a page, when there is a next. */
  readonly found: readonly DemonstrationMail[];
  readonly query: z.output<typeof postQuery>;
  readonly site: string;
}

function Post({ people, found, query, site }: PostProps): JSX.Element {
  const { items, next } = pageOf(found, perPage, ({ madeAt }) => madeAt);
  const whose = query.persoon === undefined ? '' : `persoon=${query.persoon}`;
  return (
    <>
      <Breadcrumb items={[{ href: '/demo', label: 'Demonstratie' }]} />
      <h1>Post van de demonstratie</h1>
      <Notice tone="info" title="Alles hier is verzonnen">
        <p>
          Hier komt aan wat de verzonnen mensen als mail krijgen. In een mail staat nooit een naam of tekst
          uit een zorg: alleen dat er iets is, en waar u kijkt.
        </p>
      </Notice>
      <Filter action={path} label="Post kiezen" clear={whose === '' ? undefined : path}>
        <Select
          name="persoon"
          label="Post van"
          empty="Iedereen"
          value={query.persoon}
          options={people.map(({ id: value, name, tenantName }) => ({
            value,
            label: `${name} (${tenantName})`,
          }))}
        />
      </Filter>
      <h2 class="visually-hidden">Ontvangen mail</h2>
      {items.length === 0 ? (
        <Empty
          title="Er is geen post"
          text="Plan een gesprek bij een zorg, of deel een zorg: dan komt er post."
        />
      ) : (
        <CardList>
          {items.map((one) => (
            <Mail key={one.id} mail={one} site={site} />
          ))}
        </CardList>
      )}
      <Paging
        next={
          next === null
            ? undefined
            : `${path}?${[whose, `na=${encodeURIComponent(next)}`].filter(Boolean).join('&')}`
        }
        first={query.na === undefined ? undefined : `${path}${whose && `?${whose}`}`}
      />
    </>
  );
}

/** What a mail server would send; to a subscriber with the secret that only the demonstration shows. */
function postedOf(mail: DemonstrationMail): Posted {
  return mail.news === null ? mail : inWords(mail, mail.news, mail.secret ?? '', wordNews);
}

function Mail({ mail, site }: { readonly mail: DemonstrationMail; readonly site: string }): JSX.Element {
  const posted = postedOf(mail);
  const message: Message = messageOf(posted, {
    site,
    name: 'Kortelijn',
    address: 'kortelijn@demonstratie.example',
  });
  const once = posted.link.includes('{eenmalig}');
  return (
    <Card
      title={posted.subject}
      meta={
        <>
          Aan <bdi>{mail.name ?? 'een abonnee'}</bdi> ({mail.to}),{' '}
          <time datetime={mail.madeAt}>{showMoment(mail.madeAt)}</time>
        </>
      }
    >
      <details class="fold">
        <summary class="fold__summary">
          Lees de mail<span class="visually-hidden">: {posted.subject}</span>
        </summary>
        <div class="fold__body">
          <Prose text={message.text} />
          {message.calendar && (
            <>
              <p>Bijlage voor de agenda: uitnodiging.ics</p>
              <Prose text={message.calendar.content} />
            </>
          )}
          {once ? (
            <p>
              De link om één keer mee in te loggen wordt pas gemaakt als een mailserver de mail verstuurt.
            </p>
          ) : (
            <p>
              <a href={posted.link}>Open de link uit deze mail</a>
            </p>
          )}
        </div>
      </details>
    </Card>
  );
}
