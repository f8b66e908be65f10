import type { JSX } from 'preact';
import { z } from 'zod';
import { faultTrouble } from '../../platform/form/form-errors.ts';
import { newId } from '../../platform/ids.ts';
import { momentCursorQuery } from '../../platform/paging.ts';
import type { Actor } from '../../platform/pure/actor.ts';
import { showMoment } from '../../platform/pure/dates.ts';
import { getPage, type Html, notFound, postPage, type Route } from '../../platform/route.ts';
import { type FormError, LinkButton } from '../../platform/ui/form.tsx';
import { Paging } from '../../platform/ui/navigate.tsx';
import { Empty } from '../../platform/ui/parts.tsx';
import { Table } from '../../platform/ui/table.tsx';
import { type MarkInSentence, marksInSentences, markTrouble } from '../../privacy/index.ts';
import { access, mayPlan } from '../concern.access.ts';
import { conversationInput, planConversation } from './conversation.actions.ts';
import { pageOfConversations } from './conversation.api.ts';
import { type Conversation, findConversations, findSchoolsToPlanAt } from './conversation.store.ts';
import { formPage, kindWords, labels, NeverAboutAConcern } from './plan-form.tsx';

const perPage = 50;
export const conversationPages: readonly Route[] = [
  getPage(
    '/gesprekken',
    access.read,
    async ({ actor, query, database, now }) => {
      const page = { limit: perPage, after: query.na };
      const found = await database.read(actor, (reader) => findConversations(reader, actor, page));
      const { items, next } = pageOfConversations(found, perPage);
      return {
        kind: 'html',
        title: 'Gesprekken',
        body: <ConversationList {...{ actor, items, next, now }} isFirst={query.na === undefined} />,
      };
    },
    z.object({ na: momentCursorQuery }),
  ),
  getPage('/gesprekken/nieuw', access.planOther, async ({ actor, database, csrf }) => {
    const schools = await database.read(actor, (reader) => findSchoolsToPlanAt(reader, actor));
    return formPage({ schools, csrf, formKey: newId(), typed: [], errors: [], summary: [], marks: [] });
  }),
  postPage('/gesprekken/nieuw', access.planOther, conversationInput, async (call) => {
    const { actor, input, deed } = call;
    const again = async (
      errors: readonly FormError[],
      summary = errors,
      marks: readonly MarkInSentence[] = [],
    ): Promise<Html> => {
      const schools = await call.database.read(actor, (reader) => findSchoolsToPlanAt(reader, actor));
      return {
        ...formPage({
          schools,
          csrf: call.csrf,
          formKey: newId(),
          typed: input.typed,
          errors,
          summary,
          marks,
        }),
        status: 422,
      };
    };
    if (!input.parsed.ok) {
      const { fields, summary } = faultTrouble(input.parsed.faults, labels);
      return again(fields, summary);
    }
    const outcome = await planConversation(deed, actor, input.parsed.value);
    if (outcome.outcome === 'notFound') return notFound;
    if (outcome.outcome === 'refused') {
      if (outcome.marks !== undefined) {
        const { summary, fields } = markTrouble(outcome.marks, labels);
        const atTitle = fields.length > 0 ? fields : summary;
        return again(atTitle, summary, marksInSentences(outcome.marks, input.parsed.value, undefined));
      }
      const late = outcome.unmet.some(({ code }) => code === 'startsAhead');
      if (!late) return again(outcome.unmet.map(({ detail }) => ({ message: detail })));
      return again(outcome.unmet.map(({ detail }) => ({ field: 'startsAt', message: detail })));
    }
    if (outcome.outcome === 'keyReused') {
      return again([
        { message: 'Dit formulier was al verstuurd. Kijk in de lijst of het gesprek er staat.' },
      ]);
    }
    return { kind: 'redirect', to: '/gesprekken', flash: { tone: 'good', text: 'Het gesprek is gepland.' } };
  }),
];

interface ConversationListProps {
  readonly actor: Actor;
  readonly items: readonly Conversation[];
  readonly next: string | null;
  readonly isFirst: boolean;
  readonly now: Date;
}

function ConversationList({ actor, items, next, isFirst, now }: ConversationListProps): JSX.Element {
  return (
    <>
      <div class="title-row">
        <h1>Gesprekken</h1>
        {mayPlan(actor) && <LinkButton href="/gesprekken/nieuw">Gesprek plannen</LinkButton>}
      </div>
      <p class="lead">
        Start- en eindgesprekken en andere gesprekken met scholen, het laatst geplande eerst.
      </p>
      <NeverAboutAConcern />
      {items.length === 0 ? (
        <Empty
          title="Er zijn geen gesprekken"
          text={
            mayPlan(actor)
              ? 'Plan een startgesprek of eindgesprek met een school.'
              : 'Zodra er een gesprek met uw school is gepland, staat het hier.'
          }
        />
      ) : (
        <Table
          caption="Gesprekken"
          hideCaption
          rows={items}
          columns={[
            { label: 'Gesprek', cell: (one) => <What conversation={one} /> },
            { label: 'School', cell: (one) => <bdi>{one.school.name}</bdi> },
            { label: 'Wanneer', cell: (one) => <When conversation={one} now={now} /> },
            { label: 'Gepland door', cell: (one) => <bdi>{one.madeBy.name}</bdi> },
          ]}
        />
      )}
      <Paging
        next={next === null ? undefined : `/gesprekken?na=${encodeURIComponent(next)}`}
        first={isFirst ? undefined : '/gesprekken'}
      />
    </>
  );
}

function What({ conversation: { kind, title, concernId } }: { readonly conversation: Conversation }) {
  if (concernId !== null) return <a href={`/zorgen/${concernId}`}>{kindWords.concern}</a>;
  return (
    <>
      <bdi>{title}</bdi> <span class="said">{kindWords[kind]}</span>
    </>
  );
}

function When({
  conversation,
  now,
}: {
  readonly conversation: Conversation;
  readonly now: Date;
}): JSX.Element {
  const { id, concernId, startsAt } = conversation;
  if (startsAt === null) return <>nog geen antwoord</>;
  return (
    <>
      <time datetime={startsAt}>{showMoment(startsAt)}</time>
      {concernId === null && Date.parse(startsAt) > now.getTime() && (
        <>
          {' '}
          <a href={`/gesprekken/${id}/gesprek.ics`}>
            Zet in uw agenda<span class="visually-hidden">: {showMoment(startsAt)}</span>
          </a>
        </>
      )}
    </>
  );
}
