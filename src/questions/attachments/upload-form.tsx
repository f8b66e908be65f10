/** The form that adds a file to a question, or why there is none. */
import type { ComponentChildren, JSX } from 'preact';
import { acceptedFiles } from '../../platform/files/type.ts';
import { noTrouble, type Trouble } from '../../platform/form/form-errors.ts';
import { newId } from '../../platform/ids.ts';
import type { Actor } from '../../platform/pure/actor.ts';
import { Button, ErrorSummary, errorOf } from '../../platform/ui/form.tsx';
import { Notice } from '../../platform/ui/parts.tsx';
import { type MarkInSentence, WritingAid } from '../../privacy/index.ts';
import { mayAttach, questionNeeds } from './attachment.rules.ts';
import type { QuestionWithFiles } from './attachment.store.ts';
import { explainFile } from './attachment.words.ts';

export const labels = { file: 'Bestand', confirmed: 'Bevestiging', acceptedMarks: 'Dit mag blijven staan' };

/** What the form says of a file that was not kept. */
export interface Back {
  readonly status: number;
  readonly trouble: Trouble;
  readonly marks?: readonly MarkInSentence[];
}

export interface FilesPageProps extends Partial<Back> {
  readonly question: QuestionWithFiles;
  readonly actor: Actor;
  readonly csrf: string;
  readonly confirmed?: boolean;
  readonly accepted?: readonly string[] | undefined;
}

/** The form, or why there is none. */
export function Adding(props: Omit<FilesPageProps, 'status'>): JSX.Element | null {
  const { question, trouble = noTrouble } = props;
  const [need] = explainFile(questionNeeds(question));
  if (question.level === 'pupil')
    return (
      <Notice tone="info" title="Bij een vraag over een leerling komen hier geen bijlagen">
        <p>Het dossier blijft in uw eigen systeem. Zo komt er nooit een leerling met naam in Kortelijn.</p>
        {question.caseNumber !== null && (
          <p>
            Zoek het daar op met dossiernummer <bdi>{question.caseNumber}</bdi>.
          </p>
        )}
      </Notice>
    );
  if (need !== undefined || !mayAttach(question))
    return (
      <>
        <ErrorSummary errors={trouble.summary} />
        {need !== undefined && <Notice tone="info" title={need.detail} />}
      </>
    );
  return <UploadForm {...props} trouble={trouble} />;
}

function UploadForm({
  question,
  csrf,
  trouble = noTrouble,
  marks = [],
  accepted = [],
  confirmed = false,
}: FilesPageProps): JSX.Element {
  return (
    <form
      class="form"
      method="post"
      action={`/vragen/${question.id}/bijlagen`}
      encType="multipart/form-data"
      noValidate
    >
      <input type="hidden" name="_csrf" value={csrf} />
      <input type="hidden" name="_key" value={newId()} />
      <ErrorSummary errors={trouble.summary} />
      <h2>Bijlage toevoegen</h2>
      <WritingAid marks={marks} labels={labels} accepted={accepted} />
      <FieldWithFault name="file" trouble={trouble}>
        <label class="field__label" for="file">
          Bestand
        </label>
        <p class="field__hint" id="file-hint">
          PDF, Word, Excel, PowerPoint, LibreOffice, foto of platte tekst, hoogstens 10 MB.
        </p>
        <input
          class="input"
          type="file"
          id="file"
          name="file"
          accept={acceptedFiles}
          aria-describedby={errorOf(trouble.fields, 'file') ? 'file-hint file-fout' : 'file-hint'}
          aria-invalid={errorOf(trouble.fields, 'file') !== undefined || undefined}
        />
      </FieldWithFault>
      <FieldWithFault name="confirmed" trouble={trouble}>
        <div class="choice">
          <input
            class="choice__input"
            type="checkbox"
            id="confirmed"
            name="confirmed"
            value="true"
            checked={confirmed}
          />
          <label class="choice__label" for="confirmed">
            Ik heb het bestand nagekeken: er staat geen naam van een leerling in
          </label>
        </div>
      </FieldWithFault>
      <p>
        De schrijfhulp leest de tekst in het bestand ook na. Een foto of scan kan zij niet lezen; dan telt
        alleen uw bevestiging.
      </p>
      <p class="button-row">
        <Button>Voeg toe</Button>
      </p>
    </form>
  );
}

interface FieldWithFaultProps {
  readonly name: string;
  readonly trouble: Trouble;
  readonly children: ComponentChildren;
}

function FieldWithFault({ name, trouble, children }: FieldWithFaultProps): JSX.Element {
  const fault = errorOf(trouble.fields, name);
  return (
    <div class={fault === undefined ? 'field' : 'field field--error'}>
      {fault !== undefined && (
        <p class="field__error" id={`${name}-fout`}>
          {fault}
        </p>
      )}
      {children}
    </div>
  );
}
