/** A step as a page: what it does, the form, who reads along afterwards; or why it cannot be taken now. */
import type { ComponentChildren, JSX } from 'preact';
import { type Attempt as AnyAttempt, FormEnd, withRows } from '../../platform/form/attempt.tsx';
import { noTrouble } from '../../platform/form/form-errors.ts';
import { NewSince, NotNow, NotYours } from '../../platform/form/step-parts.tsx';
import { typedValue, typedValues } from '../../platform/form/typed.ts';
import { newId } from '../../platform/ids.ts';
import type { Entries } from '../../platform/input.ts';
import type { Actor } from '../../platform/pure/actor.ts';
import type { Html } from '../../platform/route.ts';
import { Form, LinkButton } from '../../platform/ui/form.tsx';
import { Breadcrumb } from '../../platform/ui/navigate.tsx';
import { Who } from '../../platform/ui/parts.tsx';
import { type MarkInSentence, WritingAid } from '../../privacy/index.ts';
import { readersIn } from '../concern.access.ts';
import { type StepName, statusAfter } from '../concern.rules.ts';
import type { ConcernRow } from '../concern.store.ts';
import { stepSlugs, type Unmet, wordsAbout } from '../concern.words.ts';
import type { Surroundings } from '../reading/circle.store.ts';
import { Noted } from '../reading/concern-detail.pages.tsx';
import { NextSteps } from '../reading/concern-steps-now.pages.tsx';
import { readersOf, relationName } from '../reading/readers.pages.tsx';
import { stepFormOf } from './step-table.tsx';

/** Somebody before a concern. */
export interface Scene {
  readonly concern: ConcernRow;
  readonly around: Surroundings;
  readonly actor: Actor;
  readonly csrf: string;
}

/** The form as it was sent, what was wrong with it, and what the writing aid found. */
export interface Attempt extends AnyAttempt {
  readonly marks?: readonly MarkInSentence[];
}

/** The form of a step, at first or again with everything that was typed. */
export function stepPage(step: StepName, scene: Scene, attempt?: Attempt): Html {
  const { concern, around, actor, csrf } = scene;
  const form = stepFormOf(step, concern.about);
  const typed = withRows(attempt?.typed ?? form.typed?.(concern) ?? [], form.rows, attempt === undefined);
  const { trouble = noTrouble, marks = [], notice } = attempt ?? {};
  const version = attempt?.version ?? (typedValue(typed, '_version') || concern.version);
  const filled = { typed, errors: trouble.fields, labels: form.labels, concern, around, actor };
  return page(
    scene,
    wordsAbout[concern.about].step[step],
    attempt?.status ?? 200,
    <>
      <p class="lead">{form.intro}</p>
      {notice}
      {step !== 'share_with_director' && step !== 'share_with_board' && (
        <details class="fold" open={step === 'reply' || step === 'drop'}>
          <summary class="fold__summary">Lees de zorg terug</summary>
          <div class="fold__body stack">
            <Noted concern={concern} />
          </div>
        </details>
      )}
      <Form
        action={`/zorgen/${concern.id}/${stepSlugs[step]}`}
        csrf={csrf}
        errors={trouble.summary}
        idempotencyKey={newId()}
        version={version}
      >
        <WritingAid marks={marks} labels={form.labels} accepted={typedValues(typed, 'acceptedMarks')} />
        <form.Fields {...filled} />
        {step !== 'drop' && <ReadersAfter step={step} scene={scene} />}
        <FormEnd button={form.button} danger={form.danger} back={`/zorgen/${concern.id}`} />
      </Form>
    </>,
  );
}

/** «Before each step the page says who will be able to read along afterwards.» */
function ReadersAfter({ step, scene }: { readonly step: StepName; readonly scene: Scene }): JSX.Element {
  const { concern, around, actor } = scene;
  const readers = (status: ConcernRow['status']) =>
    readersOf(concern, around, readersIn(status, concern.putForward), actor.tenant.labels);
  const now = new Set(readers(concern.status).map((reader) => reader.id));
  const people = readers(statusAfter(step, concern.status, false) ?? concern.status).map((reader) => ({
    ...reader,
    joins: !now.has(reader.id),
  }));
  const chosen = step === 'add_participant' ? [{ name: 'Wie u kiest', role: 'deelnemer', joins: true }] : [];
  return <Who people={[...people, ...chosen]} />;
}

/** Why the step cannot be taken now: everything that is missing, and what can be done instead. */
export function blockedPage(step: StepName, scene: Scene, unmet: readonly Unmet[], typed: Entries): Html {
  return page(
    scene,
    wordsAbout[scene.concern.about].step[step],
    409,
    <NotNow unmet={unmet} typed={typed}>
      <Instead scene={scene} />
    </NotNow>,
  );
}

/** The step belongs to somebody else. What was typed is shown, so that it is not lost. */
export function notYoursPage(step: StepName, scene: Scene, typed: Entries): Html {
  return page(
    scene,
    wordsAbout[scene.concern.about].step[step],
    403,
    <NotYours where="in deze zorg" protocol="/zorgen/werkwijze" typed={typed}>
      <Instead scene={scene} />
    </NotYours>,
  );
}

function Instead({ scene }: { readonly scene: Scene }): JSX.Element {
  return (
    <>
      <NextSteps concern={scene.concern} actor={scene.actor} />
      <Back scene={scene} />
    </>
  );
}

/** What happened since the version that the writer saw. */
export function NewSinceThen({
  scene,
  since,
}: {
  readonly scene: Scene;
  readonly since: number;
}): JSX.Element {
  const { concern, actor } = scene;
  const title =
    concern.status === 'noted' ? 'U wijzigde deze notitie ook ergens anders' : 'Iemand anders was u net voor';
  const entries = concern.entries
    .filter((entry) => entry.version > since)
    .map(({ id, at, text, person, version, step }) => ({
      ...{ id, at, text },
      who: person?.name ?? relationName('system', actor.tenant.labels, concern.about),
      said: wordsAbout[concern.about].entry[step],
      href: `/zorgen/${concern.id}#v${version}`,
    }));
  return <NewSince title={title} entries={entries} />;
}

function Back({ scene }: { readonly scene: Scene }): JSX.Element {
  return (
    <p>
      <LinkButton href={`/zorgen/${scene.concern.id}`} kind="secondary">
        Terug naar de zorg
      </LinkButton>
    </p>
  );
}

function page(scene: Scene, title: string, status: number, children: ComponentChildren): Html {
  const { id, number, school } = scene.concern;
  return {
    kind: 'html',
    status,
    title: `${title}, ${school.name} ${number}`,
    body: (
      <>
        <Breadcrumb
          items={[
            { href: '/zorgen', label: 'Zorgen' },
            { href: `/zorgen/${id}`, label: `${school.name} ${number}` },
          ]}
        />
        <h1>{title}</h1>
        {children}
      </>
    ),
  };
}
