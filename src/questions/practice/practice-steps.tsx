/** What can be done with a note, each as a form. */
import type { ComponentChildren, JSX } from 'preact';
import { Story } from '../../platform/form/filled.tsx';
import { noTrouble, type Trouble } from '../../platform/form/form-errors.ts';
import { typedValues } from '../../platform/form/typed.ts';
import { newId } from '../../platform/ids.ts';
import type { Entries } from '../../platform/input.ts';
import type { Actor } from '../../platform/pure/actor.ts';
import { Button, Form, LinkButton } from '../../platform/ui/form.tsx';
import { Notice } from '../../platform/ui/parts.tsx';
import { type MarkInSentence, WritingAid } from '../../privacy/index.ts';
import { noteFacts } from './practice.actions.ts';
import { fitsState, mayTakeStep, type PracticeStep } from './practice.rules.ts';
import type { PracticeNote } from './practice.store.ts';
import { noteLabels } from './practice.words.ts';
import { EditionText } from './practice-parts.tsx';

/** What a form of a note says when it comes back. */
export interface Back {
  readonly status: number;
  readonly trouble: Trouble;
  readonly marks: readonly MarkInSentence[];
}

export interface NotePageProps extends Partial<Back> {
  readonly note: PracticeNote;
  readonly actor: Actor;
  readonly csrf: string;
  readonly typed?: Entries;
  /** The question for which it may have helped. */
  readonly questionId?: string | undefined;
}

const can = (step: PracticeStep, { note, actor }: NotePageProps) =>
  mayTakeStep(step, note, actor) && fitsState(step, noteFacts(note));

function StepForm({
  props: { note, csrf },
  slug,
  children,
}: {
  readonly props: NotePageProps;
  readonly slug: string;
  readonly children: ComponentChildren;
}): JSX.Element {
  return (
    <Form
      action={`/praktijkkaarten/${note.id}/${slug}`}
      csrf={csrf}
      idempotencyKey={newId()}
      version={note.version}
    >
      {children}
    </Form>
  );
}

export function UseForm(props: NotePageProps): JSX.Element | null {
  if (!can('use', props)) return null;
  return (
    <StepForm props={props} slug="gebruikt">
      {props.questionId !== undefined && <input type="hidden" name="questionId" value={props.questionId} />}
      <p class="button-row">
        <Button kind="secondary">Dit hielp ook bij ons</Button>
      </p>
    </StepForm>
  );
}

/** The edition that is being written or read, with what its author or a second reader can do. */
export function OpenEdition(props: NotePageProps): JSX.Element | null {
  const { note, typed = [], trouble = noTrouble } = props;
  const { open } = note;
  const form = { typed, errors: trouble.fields, labels: noteLabels };
  if (open === null)
    return can('revise', props) ? (
      <p>
        <a href={`/praktijkkaarten/${note.id}/aanpassen`}>Schrijf een nieuwe versie</a>
      </p>
    ) : null;
  return (
    <>
      {note.published !== null && (
        <>
          <h2>Nieuwe versie</h2>
          <p>Deze versie ziet nog niet iedereen.</p>
          <p class="said" dir="auto">
            {open.title}
          </p>
        </>
      )}
      {note.openState === 'draft' && open.sentBackBecause !== null && (
        <Notice tone="info" title={`${open.reader?.name} las mee`}>
          <p dir="auto">{open.sentBackBecause}</p>
        </Notice>
      )}
      <EditionText edition={open} anchors />
      {can('revise', props) && (
        <p>
          <LinkButton href={`/praktijkkaarten/${note.id}/aanpassen`} kind="secondary">
            Pas aan
          </LinkButton>
        </p>
      )}
      {can('hand_in', props) && (
        <StepForm props={props} slug="aanbieden">
          <Found props={props} />
          <p>Een collega van het samenwerkingsverband leest mee voordat iedereen de kaart ziet.</p>
          <p class="button-row">
            <Button>Bied aan een tweede lezer aan</Button>
          </p>
        </StepForm>
      )}
      {can('approve', props) && (
        <>
          <h2>U leest mee</h2>
          <p>Is het te volgen, en is er niemand aan te herkennen? Keur de kaart dan goed.</p>
          <StepForm props={props} slug="goedkeuren">
            <p class="button-row">
              <Button>Keur goed en publiceer</Button>
            </p>
          </StepForm>
          <StepForm props={props} slug="terugsturen">
            <Found props={props} field="text" />
            <Story form={form} name="text" rows={2} max={2_000} />
            <p class="button-row">
              <Button kind="secondary">Stuur terug</Button>
            </p>
          </StepForm>
        </>
      )}
    </>
  );
}

/** What the writing aid found in the form that came back; nothing at the other forms of the page. */
function Found({
  props: { marks = [], typed = [] },
  field,
}: {
  readonly props: NotePageProps;
  /** The field that this form has and others have not; none: the form that has no field of its own. */
  readonly field?: string;
}): JSX.Element | null {
  const sent = ['text', 'reason'].find((name) => typed.some(([one]) => one === name));
  if (sent !== field) return null;
  const named = field === undefined && marks.some(({ kind }) => kind === 'name' || kind === 'initials');
  return (
    <>
      <WritingAid marks={marks} labels={noteLabels} accepted={typedValues(typed, 'acceptedMarks')} />
      {named && (
        <p>Een praktijkkaart noemt niemand. Een naam kunt u hier dus niet bevestigen: pas de zin aan.</p>
      )}
    </>
  );
}

export function WithdrawForm(props: NotePageProps): JSX.Element | null {
  const { typed = [], trouble = noTrouble } = props;
  if (!can('withdraw', props)) return null;
  const form = { typed, errors: trouble.fields, labels: noteLabels };
  return (
    <details class="fold confirm" open={typed.some(([name]) => name === 'reason')}>
      <summary class="fold__summary">Intrekken</summary>
      <div class="fold__body">
        <StepForm props={props} slug="intrekken">
          <p>Niemand vindt de kaart daarna nog. Wie hem schreef, leest uw reden.</p>
          <Found props={props} field="reason" />
          <Story form={form} name="reason" rows={2} max={2_000} />
          <p class="button-row">
            <Button kind="danger">Trek de praktijkkaart in</Button>
          </p>
        </StepForm>
      </div>
    </details>
  );
}
