/** How specialists come into their role: for the team lead all of it, for anybody else what is about themselves. */
import type { JSX } from 'preact';
import { z } from 'zod';
import { type Filled, fieldOf, Story } from '../../platform/form/filled.tsx';
import { noTrouble } from '../../platform/form/form-errors.ts';
import { newId } from '../../platform/ids.ts';
import { type Entries, idOf } from '../../platform/input.ts';
import type { Actor } from '../../platform/pure/actor.ts';
import {
  type Call,
  getPage,
  notFound,
  type Page,
  type PageAnswer,
  postPage,
  type Route,
} from '../../platform/route.ts';
import { DateField, Select } from '../../platform/ui/fields.tsx';
import { Button, ConfirmBox, ErrorSummary, Form, SubmitRow } from '../../platform/ui/form.tsx';
import { Breadcrumb } from '../../platform/ui/navigate.tsx';
import { Empty } from '../../platform/ui/parts.tsx';
import { type Back, backFrom } from '../form.ts';
import { correctTransition, dropTransition, recordTransition } from './transition.actions.ts';
import { correctInput, recordInput } from './transition.input.ts';
import { transitionLeads, transitionSteps } from './transition.rules.ts';
import {
  findTransitionChoices,
  findTransitions,
  getTransition,
  type TransitionChoices,
} from './transition.store.ts';
import { transitionLabels, transitionWords, whoReads } from './transition.words.ts';
import { TransitionSteps, transitionsPath, waysOf } from './transition-parts.tsx';

type Reading = Call<Actor, object, unknown> & Page;
const home = { href: '/ontwikkeling', label: 'Ontwikkeling' };

export const transitionPages: readonly Route[] = [
  getPage('/ontwikkeling/mijn-overgang', 'member', showOwn),
  getPage(transitionsPath, transitionLeads, (call) => showAll(call, [])),
  postPage(transitionsPath, transitionLeads, recordInput, async (call): Promise<PageAnswer> => {
    const { parsed, typed } = call.input;
    const outcome = parsed.ok ? await recordTransition(call.deed, call.actor, parsed.value) : undefined;
    if (outcome?.outcome === 'taken') return done('De stap staat erbij.');
    const fields = {
      isSpecialist: ['personId'],
      profileKnown: ['profileId'],
      dayInReach: ['onDate'],
      stepOnce: ['step'],
    };
    return showAll(call, typed, backFrom(parsed, outcome, transitionLabels, fields));
  }),
  getPage(`${transitionsPath}/:id`, transitionLeads, (call) => showOne(call)),
  postPage(`${transitionsPath}/:id`, transitionLeads, correctInput, async (call): Promise<PageAnswer> => {
    const id = idOf(call.params);
    if (id === undefined) return notFound;
    const { parsed, typed } = call.input;
    const outcome = parsed.ok ? await correctTransition(call.deed, call.actor, id, parsed.value) : undefined;
    if (outcome?.outcome === 'taken') return done('Gewijzigd.');
    return showOne(call, typed, backFrom(parsed, outcome, transitionLabels, { dayInReach: ['onDate'] }));
  }),
  postPage(`${transitionsPath}/:id/verwijderen`, transitionLeads, z.object({}), async (call) => {
    const id = idOf(call.params);
    if (id === undefined) return notFound;
    const outcome = await dropTransition(call.deed, call.actor, id);
    if (outcome.outcome === 'taken') return done('De stap is weg.');
    return showOne(call, undefined, backFrom(call.input.parsed, outcome, transitionLabels));
  }),
];

const done = (text: string): PageAnswer => ({
  kind: 'redirect',
  to: transitionsPath,
  flash: { tone: 'good', text },
});

async function showOwn({ actor, database }: Reading): Promise<PageAnswer> {
  const rows = await database.read(actor, (reader) => findTransitions(reader, actor, actor.personId));
  return {
    kind: 'html',
    title: 'Mijn overgang',
    body: (
      <>
        <Breadcrumb items={[home]} />
        <h1>Mijn overgang</h1>
        <p class="lead">Hoe u in uw rol komt. Alleen u en de teamleider lezen dit.</p>
        {rows.length === 0 ? (
          <Empty
            title="Er staat niets over u"
            text="Heeft u een gesprek gehad over een nieuwe rol? Uw teamleider schrijft de stappen hier op."
          />
        ) : (
          waysOf(rows).map((way) => (
            <section key={way.profile.id} class="stack" aria-label={way.profile.name}>
              <h2>
                <bdi>{way.profile.name}</bdi>
              </h2>
              <TransitionSteps way={way} corrects={false} />
            </section>
          ))
        )}
      </>
    ),
  };
}

async function showAll(call: Reading, typed: Entries, back?: Back): Promise<PageAnswer> {
  const { actor, database, csrf } = call;
  const [rows, choices] = await database.read(actor, (reader) =>
    Promise.all([findTransitions(reader, actor), findTransitionChoices(reader, actor)]),
  );
  const trouble = back?.trouble ?? noTrouble;
  const form = { typed, errors: trouble.fields, labels: transitionLabels };
  return {
    kind: 'html',
    status: back?.status ?? 200,
    title: 'Overgang van specialisten',
    body: (
      <>
        <Breadcrumb items={[home]} />
        <h1>Overgang van specialisten</h1>
        <p class="lead">
          Het gesprek, het aanbod, de handtekening en de eerste dag. Elke specialist leest alleen wat over hem
          of haar zelf gaat; verder leest niemand dit.
        </p>
        <ErrorSummary errors={trouble.summary} />
        {rows.length === 0 && (
          <Empty title="Er staat nog niets" text="Schrijf hieronder de eerste stap van iemand op." />
        )}
        {waysOf(rows).map((way) => (
          <section key={`${way.person.id} ${way.profile.id}`} class="stack">
            <h2>
              <bdi>{way.person.name}</bdi>: <bdi>{way.profile.name}</bdi>
            </h2>
            <TransitionSteps way={way} corrects />
          </section>
        ))}
        <h2>Een stap opschrijven</h2>
        {choices.profiles.length === 0 || choices.people.length === 0 ? (
          <p>
            Daarvoor zijn een specialist en een functieprofiel nodig.{' '}
            <a href="/ontwikkeling/functieprofielen">Naar de functieprofielen</a>
          </p>
        ) : (
          <RecordForm {...{ form, choices, csrf }} />
        )}
      </>
    ),
  };
}

interface RecordFormProps {
  readonly form: Filled;
  readonly choices: TransitionChoices;
  readonly csrf: string;
}

function RecordForm({ form, choices, csrf }: RecordFormProps): JSX.Element {
  const named = (all: readonly { readonly id: string; readonly name: string }[]) =>
    all.map(({ id, name }) => ({ value: id, label: name }));
  return (
    <Form action={transitionsPath} csrf={csrf} idempotencyKey={newId()}>
      <p>{whoReads}</p>
      <Select {...fieldOf(form, 'personId')} empty="Kies een specialist" options={named(choices.people)} />
      <Select
        {...fieldOf(form, 'profileId')}
        empty="Kies een functieprofiel"
        options={named(choices.profiles)}
      />
      <Select
        {...fieldOf(form, 'step')}
        empty="Kies een stap"
        options={transitionSteps.map((value) => ({ value, label: transitionWords[value] }))}
      />
      <When form={form} />
      <p class="button-row">
        <Button>Schrijf de stap op</Button>
      </p>
    </Form>
  );
}

const When = ({ form }: { readonly form: Filled }): JSX.Element => (
  <>
    <DateField {...fieldOf(form, 'onDate')} />
    <Story form={form} name="words" rows={2} max={2_000} optional />
  </>
);

async function showOne(call: Reading, typed?: Entries, back?: Back): Promise<PageAnswer> {
  const { actor, database, csrf, params } = call;
  const id = idOf(params);
  const found =
    id === undefined ? undefined : await database.read(actor, (reader) => getTransition(reader, actor, id));
  if (found === undefined) return notFound;
  const trouble = back?.trouble ?? noTrouble;
  const now: Entries = [
    ['onDate', found.onDate],
    ['words', found.words ?? ''],
  ];
  const form = { typed: typed ?? now, errors: trouble.fields, labels: transitionLabels };
  const path = `${transitionsPath}/${found.id}`;
  return {
    kind: 'html',
    status: back?.status ?? 200,
    title: `${transitionWords[found.step]}: stap wijzigen`,
    body: (
      <>
        <Breadcrumb items={[home, { href: transitionsPath, label: 'Overgang van specialisten' }]} />
        <h1>{transitionWords[found.step]}</h1>
        <p class="lead">
          <bdi>{found.person.name}</bdi>, <bdi>{found.profile.name}</bdi>. {whoReads}
        </p>
        <Form
          action={path}
          csrf={csrf}
          errors={trouble.summary}
          idempotencyKey={newId()}
          version={found.version}
        >
          <When form={form} />
          <SubmitRow primary="Bewaar" cancel={transitionsPath} />
        </Form>
        <ConfirmBox
          label="Deze stap verwijderen"
          action={`${path}/verwijderen`}
          csrf={csrf}
          confirm="Verwijder de stap"
          version={found.version}
        >
          <p>Doe dit als de stap er nooit was, bijvoorbeeld omdat die bij iemand anders hoort.</p>
        </ConfirmBox>
      </>
    ),
  };
}
