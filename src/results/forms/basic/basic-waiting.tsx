/** The judgement that waits, with the ways to answer it for whose turn it is. */
import type { JSX } from 'preact';
import { type Filled, Story } from '../../../platform/form/filled.tsx';
import { typedValues } from '../../../platform/form/typed.ts';
import { newId } from '../../../platform/ids.ts';
import type { Entries } from '../../../platform/input.ts';
import { Button, Form } from '../../../platform/ui/form.tsx';
import { WritingAid } from '../../../privacy/index.ts';
import type { Back } from '../form.answers.ts';
import type { BasicForm } from './basic.store.ts';
import { schoolHref, sideWords } from './basic.words.ts';
import { Judged, labelsOf } from './basic-parts.tsx';

interface WaitingProps {
  readonly form: BasicForm;
  /** It is the reader's to answer. */
  readonly answers: boolean;
  readonly csrf: string;
  readonly typed: Entries;
  readonly back: Back;
}

export function Waiting({ form, answers, csrf, typed, back }: WaitingProps): JSX.Element {
  const { id, version, side, school } = form;
  const at = `${schoolHref(school.code)}/${id}`;
  const labels = labelsOf([]);
  const filled: Filled = { typed, errors: back.trouble.fields, labels };
  return (
    <>
      <h2>Wacht op antwoord</h2>
      <Judged form={form} />
      {answers ? (
        <>
          <h3>Bent u het eens?</h3>
          <Form action={`${at}/akkoord`} csrf={csrf} version={version} idempotencyKey={newId()}>
            <Button>Ik ben akkoord</Button>
          </Form>
          <h3>Of ziet u het anders?</h3>
          <Form
            action={`${at}/antwoord`}
            csrf={csrf}
            version={version}
            idempotencyKey={newId()}
            errors={back.trouble.summary}
          >
            <WritingAid marks={back.marks} labels={labels} accepted={typedValues(typed, 'acceptedMarks')} />
            <Story form={filled} name="words" max={4_000} hint="Zonder namen van kinderen." />
            <Button kind="secondary">Verstuur uw antwoord</Button>
          </Form>
        </>
      ) : (
        <p>{`Nu is ${sideWords[side === 'school' ? 'contact' : 'school']} aan zet.`}</p>
      )}
    </>
  );
}
