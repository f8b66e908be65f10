/** The address of one's own feed, with what is not for everybody. Whoever has it reads along: so it can be renewed. */
import type { JSX } from 'preact';
import { z } from 'zod';
import { OwnAddress } from '../../platform/form/own-address.tsx';
import { findAddress, removeAddress, renewAddress } from '../../platform/own-address.ts';
import { getPage, type Html, notFound, postPage, type Route } from '../../platform/route.ts';
import { TextField } from '../../platform/ui/fields.tsx';
import { Breadcrumb } from '../../platform/ui/navigate.tsx';
import { Notice } from '../../platform/ui/parts.tsx';
import { ownFeed } from './site.store.ts';

const path = '/mijn/nieuwsfeed';

export const ownFeedPages: readonly Route[] = [
  getPage(path, 'member', async ({ actor, database, csrf }): Promise<Html> => {
    const madeAt = await database.read(actor, (reader) => findAddress(reader, ownFeed, actor));
    return page(<OwnFeedView madeAt={madeAt} csrf={csrf} />);
  }),
  // The address is shown in this answer and never again: only its hash is kept.
  postPage(path, 'member', z.object({}), async ({ actor, deed, site }): Promise<Html> => {
    const secret = await renewAddress(deed, actor, ownFeed);
    return page(
      <Notice tone="good" title="Uw adres is gemaakt">
        <p>U ziet dit adres nu één keer. Kopieer het naar uw feedlezer.</p>
        <TextField name="adres" label="Adres van uw feed" value={`${site}/nieuws/feed/${secret}.xml`} />
        <p>
          <a href="/nieuws">Naar het nieuws</a>
        </p>
      </Notice>,
    );
  }),
  postPage(`${path}/verwijderen`, 'member', z.object({}), async ({ actor, deed }) => {
    if (!(await removeAddress(deed, actor, ownFeed))) return notFound;
    return {
      kind: 'redirect',
      to: path,
      flash: { tone: 'good', text: 'Het adres werkt niet meer. Haal de feed ook weg uit uw feedlezer.' },
    };
  }),
];

const page = (children: JSX.Element): Html => ({
  kind: 'html',
  title: 'Mijn nieuwsfeed',
  body: (
    <>
      <Breadcrumb items={[{ href: '/mijn', label: 'Mijn gegevens' }]} />
      <h1>Mijn nieuwsfeed</h1>
      {children}
    </>
  ),
});

interface OwnFeedProps {
  readonly madeAt: string | undefined;
  readonly csrf: string;
}

function OwnFeedView({ madeAt, csrf }: OwnFeedProps): JSX.Element {
  return (
    <>
      <p class="lead">
        Lees het nieuws in uw eigen feedlezer, ook wat alleen voor u en uw collega’s is. Wie het adres heeft,
        leest mee.
      </p>
      <OwnAddress {...{ path, madeAt, csrf }} removed="Uw feedlezer krijgt dan geen nieuws meer." />
    </>
  );
}
