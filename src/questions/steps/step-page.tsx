/** A step as a page: what it does, the form, or why it cannot be taken now. */
import type { ComponentChildren, JSX } from 'preact';
import { type Attempt as AnyAttempt, FormEnd } from '../../platform/form/attempt.tsx';
import { noTrouble } from '../../platform/form/form-errors.ts';
import { NotNow, NotYours } from '../../platform/form/step-parts.tsx';
import { typedValue, typedValues } from '../../platform/form/typed.ts';
import { newId } from '../../platform/ids.ts';
import type { Entries } from '../../platform/input.ts';
import type { Actor } from '../../platform/pure/actor.ts';
import type { Html } from '../../platform/route.ts';
import { Form, LinkButton } from '../../platform/ui/form.tsx';
import { Breadcrumb } from '../../platform/ui/navigate.tsx';
import { type MarkInSentence, WritingAid } from '../../privacy/index.ts';
import type { Unmet } from '../needs.words.ts';
import type { StepName } from '../question.rules.ts';
import type { QuestionRow } from '../question.store.ts';
import { stepWordsIn } from '../question.words.ts';
import { Asked } from '../reading/asked.tsx';
import { nameOf } from '../reading/question-parts.tsx';
import { NextSteps } from '../reading/steps-now.tsx';
import type { Similar } from '../similar/similar.store.ts';
import { SimilarList } from '../similar/similar-list.tsx';
import type { Scene } from './scene.ts';
import { stepSlugs } from './step.slugs.ts';
import { stepFormOf } from './step-table.tsx';

/** The form as it was sent, what was wrong with it, and what the writing aid found. */
export interface Attempt extends AnyAttempt {
  readonly marks?: readonly MarkInSentence[];
}

/** The form of a step, at first or again with everything that was typed. */
export function stepPage(step: StepName, scene: Scene, attempt?: Attempt): Html {
  const { question, actor, csrf } = scene;
  const words = stepWordsIn(actor.tenant.labels)[step];
  const form = stepFormOf(step, question);
  const typed = attempt?.typed ?? form.typed?.(question, scene.choices) ?? [];
  const { trouble = noTrouble, marks = [], notice } = attempt ?? {};
  const version = attempt?.version ?? (typedValue(typed, '_version') || question.version);
  const filled = { ...scene, typed, errors: trouble.fields, labels: form.labels };
  return page(
    question,
    words.button,
    attempt?.status ?? 200,
    <>
      <p class="lead">{form.intro ?? words.does}</p>
      {notice}
      <details class="fold">
        <summary class="fold__summary">Lees de vraag terug</summary>
        <div class="fold__body stack">
          <Asked question={question} />
        </div>
      </details>
      <AlikeBefore similar={scene.choices.similar} questionId={question.id} />
      <Form
        action={`/vragen/${question.id}/${stepSlugs[step]}`}
        csrf={csrf}
        errors={trouble.summary}
        idempotencyKey={newId()}
        version={version}
      >
        <WritingAid marks={marks} labels={form.labels} accepted={typedValues(typed, 'acceptedMarks')} />
        <form.Fields {...filled} />
        <FormEnd button={form.button} danger={form.danger} back={`/vragen/${question.id}`} />
      </Form>
    </>,
  );
}

/** What was answered before and looks like it, for who looks at a question or answers it. */
function AlikeBefore({
  similar,
  questionId,
}: {
  readonly similar: Similar;
  readonly questionId: string;
}): JSX.Element | null {
  const found = similar.questions.length + similar.practiceNotes.length;
  if (found === 0) return null;
  return (
    <details class="fold">
      <summary class="fold__summary">Hier leek het eerder op ({found})</summary>
      <div class="fold__body">
        <SimilarList {...similar} questionId={questionId} />
      </div>
    </details>
  );
}

/** Why the step cannot be taken now: everything that is missing, and what can be done instead. */
export function blockedPage(
  step: StepName,
  question: QuestionRow,
  actor: Actor,
  unmet: readonly Unmet[],
  typed: Entries,
): Html {
  return page(
    question,
    stepWordsIn(actor.tenant.labels)[step].button,
    409,
    <NotNow unmet={unmet} typed={typed}>
      <Instead question={question} actor={actor} />
    </NotNow>,
  );
}

/** The step belongs to somebody else. What was typed is shown, so that it is not lost. */
export function notYoursPage(step: StepName, question: QuestionRow, actor: Actor, typed: Entries): Html {
  return page(
    question,
    stepWordsIn(actor.tenant.labels)[step].button,
    403,
    <NotYours where="bij deze vraag" protocol="/vragen/werkwijze" typed={typed}>
      <Instead question={question} actor={actor} />
    </NotYours>,
  );
}

interface InsteadProps {
  readonly question: QuestionRow;
  readonly actor: Actor;
}

function Instead({ question, actor }: InsteadProps): JSX.Element {
  return (
    <>
      <NextSteps question={question} actor={actor} />
      <p>
        <LinkButton href={`/vragen/${question.id}`} kind="secondary">
          Terug naar de vraag
        </LinkButton>
      </p>
    </>
  );
}

function page(question: QuestionRow, title: string, status: number, children: ComponentChildren): Html {
  const { id, number, school } = question;
  return {
    kind: 'html',
    status,
    title: `${title}, ${school.name} ${number}`,
    body: (
      <>
        <Breadcrumb
          items={[
            { href: '/vragen', label: 'Vragen' },
            { href: `/vragen/${id}`, label: nameOf(question) },
          ]}
        />
        <h1>{title}</h1>
        {children}
      </>
    ),
  };
}
