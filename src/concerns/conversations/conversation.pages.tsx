import type { JSX } from 'preact';
import { z } from 'zod';
import { newId } from '../../platform/ids.ts';
import type { Entries } from '../../platform/input.ts';
import { momentCursorQuery } from '../../platform/paging.ts';
import type { Actor } from '../../platform/pure/actor.ts';
import { showMoment } from '../../platform/pure/dates.ts';
import { getPage, type Html, notFound, postPage, type Route } from '../../platform/route.ts';
import { Radios } from '../../platform/ui/choices.tsx';
import { DateTimeField, Select, TextField } from '../../platform/ui/fields.tsx';
import { errorOf, Form, type FormError, LinkButton, SubmitRow } from '../../platform/ui/form.tsx';
import { Breadcrumb, Paging } from '../../platform/ui/navigate.tsx';
import { Empty, Notice } from '../../platform/ui/parts.tsx';
import { Table } from '../../platform/ui/table.tsx';
import { access, mayPlan } from '../concern.access.ts';
import { typedValues } from '../steps/typed.ts';
import {
  type MarkInSentence,
  marksInSentences,
  markTrouble,
  WritingAid,
} from '../steps/writing-aid.parts.tsx';
import { conversationInput, planConversation } from './conversation.actions.ts';
import { pageOfConversations } from './conversation.api.ts';
import { type Conversation, findConversations, findSchoolsToPlanAt } from './conversation.store.ts';

const perPage = 50;
const labels = { title: 'Waar gaat het over?' };
const kindWords: Record<Conversation['kind'], string> = {
  cycle: 'Start- of eindgesprek',
  other: 'Ander gesprek',
  concern: 'Gesprek over een zorg',
};

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
    return formPage({ schools, csrf, formKey: newId(), typed: [], errors: [], marks: [] });
  }),
  postPage('/gesprekken/nieuw', access.planOther, conversationInput, async (call) => {
    const { actor, input, deed } = call;
    const again = async (
      errors: readonly FormError[],
      marks: readonly MarkInSentence[] = [],
    ): Promise<Html> => {
      const schools = await call.database.read(actor, (reader) => findSchoolsToPlanAt(reader, actor));
      return {
        ...formPage({ schools, csrf: call.csrf, formKey: newId(), typed: input.typed, errors, marks }),
        status: 422,
      };
    };
    if (!input.parsed.ok) {
      return again(input.parsed.faults.map(({ location, detail }) => ({ field: location, message: detail })));
    }
    const outcome = await planConversation(deed, actor, input.parsed.value);
    if (outcome.outcome === 'notFound') return notFound;
    if (outcome.outcome === 'refused') {
      if (outcome.marks !== undefined) {
        const { summary, fields } = markTrouble(outcome.marks, labels);
        const atTitle = fields.length > 0 ? fields : summary;
        return again(atTitle, marksInSentences(outcome.marks, input.parsed.value, undefined));
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

function NeverAboutAConcern(): JSX.Element {
  return (
    <Notice tone="info" title="Een zorg bespreekt u nooit volgens plan">
      <p>
        Niemand gaat op zoek naar zorgen. Een gesprek over een zorg komt altijd voort uit die zorg: u plant
        het bij de zorg zelf, en altijd eerst met de directeur. <a href="/zorgen">Naar de zorgen</a>
      </p>
    </Notice>
  );
}

interface FormPageProps {
  readonly schools: readonly { readonly code: string; readonly name: string }[];
  readonly csrf: string;
  readonly formKey: string;
  readonly typed: Entries;
  readonly errors: readonly FormError[];
  readonly marks: readonly MarkInSentence[];
}

function formPage(props: FormPageProps): Html {
  return { kind: 'html', title: 'Gesprek plannen', body: <PlanForm {...props} /> };
}

function PlanForm({ schools, csrf, formKey, typed, errors, marks }: FormPageProps): JSX.Element {
  const field = (name: string) => ({
    name,
    value: typed.findLast(([typedName]) => typedName === name)?.[1],
    error: errorOf(errors, name),
  });
  const only = schools.length === 1 ? schools[0]?.code : undefined;
  return (
    <>
      <Breadcrumb items={[{ href: '/gesprekken', label: 'Gesprekken' }]} />
      <h1>Gesprek plannen</h1>
      <NeverAboutAConcern />
      <Form action="/gesprekken/nieuw" csrf={csrf} idempotencyKey={formKey} errors={errors}>
        <WritingAid marks={marks} labels={labels} accepted={typedValues(typed, 'acceptedMarks')} />
        <Select
          {...field('schoolCode')}
          value={field('schoolCode').value ?? only}
          label="School"
          empty="Kies een school"
          options={schools.map((school) => ({
            value: school.code,
            label: `${school.name} (${school.code})`,
          }))}
        />
        <Radios
          {...field('kind')}
          label="Soort gesprek"
          options={[
            { value: 'cycle', label: kindWords.cycle, hint: 'Aan het begin of het eind van het schooljaar.' },
            { value: 'other', label: kindWords.other, hint: 'Niet over een zorg.' },
          ]}
        />
        <TextField
          {...field('title')}
          label={labels.title}
          hint="Bijvoorbeeld: startgesprek schooljaar. Geen namen van kinderen."
        />
        <DateTimeField {...field('startsAt')} label="Wanneer?" />
        <SubmitRow primary="Plan het gesprek" cancel="/gesprekken" />
      </Form>
    </>
  );
}
