/** The pages on which a question is asked, as they are drawn: a new one, or a draft that goes on. */
import type { ComponentChildren, JSX } from 'preact';
import type { Attempt as AnyAttempt } from '../../platform/form/attempt.tsx';
import { noTrouble, type Trouble } from '../../platform/form/form-errors.ts';
import { typedValue } from '../../platform/form/typed.ts';
import type { Actor } from '../../platform/pure/actor.ts';
import type { Call, Html, Page } from '../../platform/route.ts';
import { Breadcrumb } from '../../platform/ui/navigate.tsx';
import { Empty, Notice } from '../../platform/ui/parts.tsx';
import type { MarkInSentence } from '../../privacy/index.ts';
import { roleName } from '../../registers/index.ts';
import { schoolsReadBy, schoolsToAskFor } from '../question.access.ts';
import type { QuestionRow } from '../question.store.ts';
import { findSimilar, nothingSimilar, type Similar } from '../similar/similar.store.ts';
import { askLabels } from './ask-fields.tsx';
import { AskForm } from './ask-form.tsx';
import { type Asking, getAsking } from './asking.store.ts';
import { similarTo } from './similar-ones.tsx';

/** What a page of a question that is being written needs of the request. */
export type Visit = Pick<Call<Actor> & Page, 'csrf' | 'actor' | 'today' | 'database'>;

export interface Attempt extends AnyAttempt {
  readonly marks?: readonly MarkInSentence[];
  /** The reader asks what looks like this; nothing is saved. */
  readonly looks?: boolean;
}

export async function newPage(call: Visit, attempt: Attempt): Promise<Html> {
  const continuesId = typedValue(attempt.typed, 'continuesId') || undefined;
  const all = schoolsToAskFor(call.actor);
  const chosen = typedValue(attempt.typed, 'schoolCode');
  const schools = continuesId === undefined ? all : all.filter((school) => school.code === chosen);
  const title = continuesId === undefined ? 'Vraag stellen' : 'Vraag opnieuw oppakken';
  if (schools.length === 0) return page(title, 403, <NoSchool />);
  const [asking, similar] = await askingOf(call, schools, attempt);
  const maySubmit = schoolsReadBy(call.actor).some(({ id }) => schools.some((school) => school.id === id));
  return page(
    title,
    attempt.status,
    <>
      <p class="lead">
        Vertel in een paar zinnen wat er nodig is. De school, de{' '}
        {roleName('contact_person', call.actor.tenant.labels)} en wie meedenkt lezen uw concept; het bewaart
        zichzelf.
      </p>
      {attempt.notice}
      <AskForm
        {...drawn(call, attempt)}
        action="/vragen/nieuw"
        autosave="/vragen/nieuw/bewaar"
        schools={schools}
        asking={asking}
        similar={similar}
        maySubmit={maySubmit}
        continuesId={continuesId}
        cancel="/vragen"
      />
    </>,
  );
}

export async function draftPage(call: Visit, question: QuestionRow, attempt: Attempt): Promise<Html> {
  const schools = [question.school];
  const [asking, similar] = await askingOf(call, schools, attempt, question.id);
  return page(
    'Concept van uw vraag',
    attempt.status,
    <>
      <p class="lead">
        Het concept bewaart zichzelf. De school, de {roleName('contact_person', call.actor.tenant.labels)} en
        wie meedenkt lezen het. Na het indienen verandert het niet meer.
      </p>
      {attempt.notice}
      <AskForm
        {...drawn(call, attempt)}
        action={`/vragen/${question.id}/aanpassen`}
        autosave={`/vragen/${question.id}/aanpassen/bewaar`}
        schools={schools}
        asking={asking}
        similar={similar}
        maySubmit={maySubmit(call.actor, question)}
        version={attempt.version ?? (typedValue(attempt.typed, '_version') || question.version)}
        cancel={`/vragen/${question.id}`}
      />
    </>,
  );
}

/** A teacher's draft goes on through the IB'er. */
export const maySubmit = (actor: Actor, { school }: Pick<QuestionRow, 'school'>) =>
  schoolsReadBy(actor).some(({ id }) => id === school.id);

const askingOf = (
  call: Visit,
  schools: readonly { readonly id: string }[],
  { looks, typed }: Attempt,
  questionId?: string,
): Promise<readonly [Asking, Similar | undefined]> =>
  call.database.read(call.actor, (reader) => {
    const to = looks === true ? similarTo(typed, questionId) : undefined;
    const ids = schools.map(({ id }) => id);
    return Promise.all([
      getAsking(reader, call.actor, ids),
      to === undefined ? (looks === true ? nothingSimilar : undefined) : findSimilar(reader, call.actor, to),
    ]);
  });

function drawn(call: Visit, { typed, trouble = noTrouble, marks = [] }: Attempt) {
  const { csrf, today, actor } = call;
  return {
    csrf,
    today,
    actor,
    marks,
    summary: trouble.summary,
    form: { typed, errors: trouble.fields, labels: askLabels },
  };
}

function page(title: string, status: number, children: ComponentChildren): Html {
  return {
    kind: 'html',
    status,
    title,
    body: (
      <>
        <Breadcrumb items={[{ href: '/vragen', label: 'Vragen' }]} />
        <h1>{title}</h1>
        {children}
      </>
    ),
  };
}

function NoSchool(): JSX.Element {
  return (
    <Empty
      title="U kunt nu bij geen school een vraag stellen"
      text="Dat kan bij de scholen waar u werkt of waarvan u contactpersoon bent. Klopt dat niet? Vraag het de beheerder."
    />
  );
}

export function AskedBefore(): JSX.Element {
  return (
    <Notice tone="warning" title="U verstuurde dit formulier al eerder">
      <p>
        Wat u toen schreef, is bewaard of al ingediend. Verstuur opnieuw om dit als nieuwe vraag te bewaren.
      </p>
    </Notice>
  );
}

export const noSchool: Trouble = {
  summary: [{ field: 'schoolCode', message: 'School: kies een school uit de lijst.' }],
  fields: [{ field: 'schoolCode', message: 'Kies een school uit de lijst.' }],
};

/** A draft stays where it was asked. */
export const otherSchool: Trouble = {
  summary: [
    {
      field: 'schoolCode',
      message: 'School: een concept blijft bij zijn school. Begin daar een nieuwe vraag.',
    },
  ],
  fields: [
    { field: 'schoolCode', message: 'Een concept blijft bij zijn school. Begin daar een nieuwe vraag.' },
  ],
};
