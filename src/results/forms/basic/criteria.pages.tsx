/** The criteria of basisondersteuning: everybody who works with them reads them, team leads and policy advisers keep them. */
import type { JSX } from 'preact';
import { type Filled, fieldOf, Story } from '../../../platform/form/filled.tsx';
import { typedValues } from '../../../platform/form/typed.ts';
import { newId } from '../../../platform/ids.ts';
import type { Entries } from '../../../platform/input.ts';
import { type Actor, hasRole } from '../../../platform/pure/actor.ts';
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
  type Sent,
} from '../../../platform/route.ts';
import { Checkboxes } from '../../../platform/ui/choices.tsx';
import { TextField } from '../../../platform/ui/fields.tsx';
import { Form, LinkButton, SubmitRow } from '../../../platform/ui/form.tsx';
import { Breadcrumb } from '../../../platform/ui/navigate.tsx';
import { Badge, Card, CardList } from '../../../platform/ui/parts.tsx';
import { ResultsCrumb } from '../../measures/results-crumb.tsx';
import { access } from '../form.access.ts';
import { type Back, backFrom, fresh } from '../form.answers.ts';
import { keepCriterion } from './basic.actions.ts';
import { type CriterionInput, criterionInput } from './basic.input.ts';
import { type Criterion, findCriteria } from './basic.store.ts';
import { basicPath, criteriaPath, criterionLabels as labels } from './basic.words.ts';

type Sending = Call<Actor, Record<string, never>, Sent<CriterionInput>> & Page;

export const criteriaPages: readonly Route[] = [
  getPage(criteriaPath, access.readCriteria, async ({ actor, database }): Promise<PageAnswer> => {
    const criteria = await database.read(actor, (reader) => findCriteria(reader, actor));
    return {
      kind: 'html',
      title: 'Criteria van basisondersteuning',
      body: <Criteria {...{ actor, criteria }} />,
    };
  }),
  getPage(
    `${criteriaPath}/nieuw`,
    access.keepCriteria,
    async ({ csrf }): Promise<PageAnswer> => page(undefined, csrf, [], fresh),
  ),
  postPage(`${criteriaPath}/nieuw`, access.keepCriteria, criterionInput, (call) => send(call, null)),
  getPage(`${criteriaPath}/:nth`, access.keepCriteria, async (call): Promise<PageAnswer> => {
    const criterion = await one(call);
    return criterion === undefined ? notFound : page(criterion, call.csrf, entriesOf(criterion), fresh);
  }),
  postPage(`${criteriaPath}/:nth`, access.keepCriteria, criterionInput, async (call): Promise<PageAnswer> => {
    const criterion = await one(call);
    return criterion === undefined ? notFound : send(call, criterion);
  }),
];

async function one({ actor, params, database }: Pick<Sending, 'actor' | 'params' | 'database'>) {
  const criteria = await database.read(actor, (reader) => findCriteria(reader, actor));
  return criteria.find(({ nth }) => `${nth}` === params['nth']);
}

async function send({ actor, deed, input, csrf }: Sending, criterion: Criterion | null): Promise<PageAnswer> {
  const { parsed, typed } = input;
  const nth = criterion?.nth ?? null;
  const outcome = parsed.ok
    ? await keepCriterion(nth === null ? { ...deed, version: undefined } : deed, actor, nth, parsed.value)
    : undefined;
  if (outcome?.outcome === 'taken')
    return { kind: 'redirect', to: criteriaPath, flash: { tone: 'good', text: 'Opgeslagen.' } };
  if (outcome?.outcome === 'notFound') return notFound;
  const back = backFrom(parsed, outcome, labels, { oneCriterionStays: ['ended'] });
  return page(criterion ?? undefined, csrf, typed, back);
}

const entriesOf = ({ name, explanation, source, endedOn }: Criterion): Entries => [
  ['name', name],
  ['explanation', explanation ?? ''],
  ['source', source],
  ...(endedOn === null ? [] : [['ended', 'true'] as const]),
];

function page(criterion: Criterion | undefined, csrf: string, typed: Entries, back: Back): Html {
  const title = criterion === undefined ? 'Criterium toevoegen' : 'Criterium wijzigen';
  const form: Filled = { typed, errors: back.trouble.fields, labels };
  const body = (
    <>
      <Breadcrumb items={[{ href: criteriaPath, label: 'Criteria van basisondersteuning' }]} />
      <h1>{title}</h1>
      <p>
        Wat eerder is beoordeeld, houdt de woorden van toen. Betekent het criterium straks iets anders? Laat
        het dan vervallen en voeg een nieuw criterium toe.
      </p>
      <Form
        action={`${criteriaPath}/${criterion?.nth ?? 'nieuw'}`}
        csrf={csrf}
        errors={back.trouble.summary}
        version={criterion?.version}
        idempotencyKey={newId()}
      >
        <TextField {...fieldOf(form, 'name')} hint="Eén zin die waar is als het op orde is." />
        <Story form={form} name="explanation" optional rows={2} max={2_000} />
        <TextField {...fieldOf(form, 'source')} hint="Bijvoorbeeld de paragraaf in uw ondersteuningsplan." />
        {criterion !== undefined && (
          <Checkboxes
            {...fieldOf(form, 'ended')}
            optional
            values={typedValues(typed, 'ended')}
            options={[{ value: 'true', label: 'Dit criterium beoordelen wij niet meer' }]}
          />
        )}
        <SubmitRow primary="Sla op" cancel={criteriaPath} />
      </Form>
    </>
  );
  return { kind: 'html', title, body, ...(back.status !== 200 && { status: back.status }) };
}

interface CriteriaProps {
  readonly actor: Actor;
  readonly criteria: readonly Criterion[];
}

function Criteria({ actor, criteria }: CriteriaProps): JSX.Element {
  const keeps = hasRole(actor, ...access.keepCriteria);
  return (
    <>
      {hasRole(actor, ...access.readBasic) ? (
        <Breadcrumb items={[{ href: basicPath, label: 'Basisondersteuning' }]} />
      ) : (
        <ResultsCrumb actor={actor} />
      )}
      <div class="title-row">
        <h1>Criteria van basisondersteuning</h1>
        {keeps && <LinkButton href={`${criteriaPath}/nieuw`}>Voeg een criterium toe</LinkButton>}
      </div>
      <p class="lead">
        Wanneer de basisondersteuning van een school op orde is. Uw samenwerkingsverband stelt dit zelf vast.
      </p>
      <h2>Wat er op orde moet zijn</h2>
      <CardList>
        {criteria.map(({ nth, name, explanation, source, endedOn }) => (
          <Card
            key={nth}
            title={name}
            href={keeps ? `${criteriaPath}/${nth}` : undefined}
            badge={endedOn === null ? undefined : <Badge label={`Vervallen op ${showDate(endedOn)}`} />}
            meta={`Bron: ${source}`}
          >
            {explanation}
          </Card>
        ))}
      </CardList>
    </>
  );
}
