/** The list of topics, for who writes. */
import { z } from 'zod';
import { fieldOf } from '../../../platform/form/filled.tsx';
import { faultTrouble, noTrouble, type Trouble } from '../../../platform/form/form-errors.ts';
import { newId } from '../../../platform/ids.ts';
import { type Entries, text } from '../../../platform/input.ts';
import type { Actor } from '../../../platform/pure/actor.ts';
import { showDate } from '../../../platform/pure/dates.ts';
import {
  type Call,
  getPage,
  type Html,
  notFound,
  type Page,
  type PageAnswer,
  postPage,
  type Route,
} from '../../../platform/route.ts';
import { TextField } from '../../../platform/ui/fields.tsx';
import { Button, Form, SubmitRow } from '../../../platform/ui/form.tsx';
import { Breadcrumb } from '../../../platform/ui/navigate.tsx';
import { Table } from '../../../platform/ui/table.tsx';
import { writers } from '../post.access.ts';
import { writingPath } from '../writing/write.pages.tsx';
import { addTopic, offer } from './topic.actions.ts';
import { findTopics, type Topic } from './topic.store.ts';

const path = `${writingPath}/onderwerpen`;
const labels = { name: 'Nieuw onderwerp' };
const offerForm = z.object({ offered: z.boolean() });

export const topicPages: readonly Route[] = [
  getPage(path, writers, (call) => drawn(call, [], noTrouble)),
  postPage(path, writers, z.object({ name: text(60) }), async (call): Promise<PageAnswer> => {
    const { parsed, typed } = call.input;
    if (!parsed.ok) return drawn(call, typed, faultTrouble(parsed.faults, labels), 422);
    const outcome = await addTopic(call.deed, call.actor, parsed.value.name);
    if (outcome.outcome === 'taken' || outcome.outcome === 'keyReused')
      return done('Het onderwerp staat in de lijst.');
    const fault = [{ field: 'name', message: 'Dit onderwerp staat al in de lijst.' }];
    return drawn(call, typed, { summary: fault, fields: fault }, 422);
  }),
  postPage(`${path}/:code`, writers, offerForm, async (call): Promise<PageAnswer> => {
    const { parsed } = call.input;
    if (!parsed.ok) return notFound;
    const outcome = await offer(call.deed, call.actor, call.params['code'] ?? '', parsed.value.offered);
    return outcome.outcome === 'taken' ? done('De lijst is gewijzigd.') : notFound;
  }),
];

const done = (words: string): PageAnswer => ({
  kind: 'redirect',
  to: path,
  flash: { tone: 'good', text: words },
});

async function drawn(
  { actor, database, csrf }: Pick<Call<Actor> & Page, 'actor' | 'database' | 'csrf'>,
  typed: Entries,
  trouble: Trouble,
  status = 200,
): Promise<Html> {
  const topics = await database.read(actor, (reader) => findTopics(reader, actor));
  return {
    kind: 'html',
    status,
    title: 'Onderwerpen van berichten',
    body: (
      <>
        <Breadcrumb items={[{ href: writingPath, label: 'Berichten schrijven' }]} />
        <h1>Onderwerpen</h1>
        <p class="lead">Waar berichten over gaan. Lezers kiezen daarop, ook als zij zich inschrijven.</p>
        {topics.length > 0 && <TopicTable topics={topics} csrf={csrf} />}
        <Form action={path} csrf={csrf} errors={trouble.summary} idempotencyKey={newId()}>
          <TextField
            {...fieldOf({ typed, errors: trouble.fields, labels }, 'name')}
            hint="Kort, zoals «Schoolbezoek»."
          />
          <SubmitRow primary="Voeg toe" cancel={writingPath} />
        </Form>
      </>
    ),
  };
}

const TopicTable = ({ topics, csrf }: { readonly topics: readonly Topic[]; readonly csrf: string }) => (
  <Table
    caption="De lijst"
    rows={topics}
    columns={[
      { label: 'Onderwerp', cell: ({ name }) => <bdi>{name}</bdi> },
      { label: 'Te kiezen', cell: ({ endedOn }) => (endedOn === null ? 'ja' : `tot ${showDate(endedOn)}`) },
      {
        label: 'Wijzigen',
        cell: ({ code, name, endedOn }) => (
          <form method="post" action={`${path}/${code}`}>
            <input type="hidden" name="_csrf" value={csrf} />
            <input type="hidden" name="offered" value={endedOn === null ? 'false' : 'true'} />
            <Button kind="quiet">
              {endedOn === null ? 'Niet meer aanbieden' : 'Weer aanbieden'}
              <span class="visually-hidden">: {name}</span>
            </Button>
          </form>
        ),
      },
    ]}
  />
);
