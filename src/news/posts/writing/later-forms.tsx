/** The fields of what comes after publishing. */
import type { JSX } from 'preact';
import { type Filled, fieldOf, Story } from '../../../platform/form/filled.tsx';
import { typedValue, typedValues } from '../../../platform/form/typed.ts';
import { newId } from '../../../platform/ids.ts';
import { capital } from '../../../platform/pure/text.ts';
import { Select, TextField } from '../../../platform/ui/fields.tsx';
import { Fieldset, Form, SubmitRow } from '../../../platform/ui/form.tsx';
import { type MarkInSentence, WritingAid } from '../../../privacy/index.ts';
import { languages, languagesInDutch } from '../languages.ts';
import { longestBody } from '../post.input.ts';
import type { Post } from '../post.view.ts';
import { AllAsItStands, AsItStands } from './as-it-stands.tsx';
import { Preview } from './preview.tsx';
import { TextFields } from './write-form.tsx';
import { isOpen, wordsVersion } from './write-once.ts';

/** What a form of something later is drawn with. */
export interface LaterProps {
  readonly post: Post;
  readonly form: Filled;
  readonly marks: readonly MarkInSentence[];
  readonly preview: boolean;
  readonly csrf: string;
  readonly action: string;
  readonly back: string;
  readonly trouble: { readonly summary: Filled['errors'] };
}

export const updateLabels = {
  reason: 'Waarom deze update?',
  body: 'Wat is er nieuw?',
  translations: 'Vertaling',
  'translations.row': 'Vertaling',
  'translations.reason': 'Waarom deze update?',
  'translations.body': 'Wat is er nieuw?',
  acceptedMarks: 'Dit mag blijven staan',
};

export const fixLabels = {
  language: 'In welke taal staat de fout?',
  part: 'Waar staat de fout?',
  updateId: 'In welke update?',
  before: 'Wat er nu staat',
  after: 'Wat het wordt',
};

const previewButton = [{ label: 'Bekijk hoe het wordt', do: 'preview' }];

export function UpdateFields(props: LaterProps): JSX.Element {
  const { post, form, marks, preview } = props;
  const others = post.texts.filter(({ original }) => !original);
  return (
    <>
      {preview && <Preview typed={form.typed} files={post.files} under={2} />}
      <LaterForm props={props} button="Publiceer de update" preview version={post.version}>
        <WritingAid marks={marks} labels={form.labels} accepted={typedValues(form.typed, 'acceptedMarks')} />
        <TextField {...fieldOf(form, 'reason')} hint="Bijvoorbeeld: om verwarring te voorkomen." />
        <Story form={form} name="body" rows={8} max={longestBody} />
        {others.map(({ language }, nth) => (
          <details
            key={language}
            class="fold"
            open={(typedValue(form.typed, `translations.${nth}.body`) ?? '') !== ''}
          >
            <summary class="fold__summary">{`Dezelfde update in het ${languagesInDutch[language]}`}</summary>
            <div class="fold__body">
              <Fieldset legend={capital(languagesInDutch[language])}>
                <LanguageOf nth={nth} language={language} props={props} />
                <TextField
                  {...fieldOf(form, `translations.${nth}.reason`)}
                  label="Waarom deze update?"
                  optional
                />
                <Story form={form} name={`translations.${nth}.body`} rows={8} optional />
              </Fieldset>
            </div>
          </details>
        ))}
      </LaterForm>
    </>
  );
}

/** Which language a row is in. Left out while the row is empty, so that it counts as no row. */
function LanguageOf({
  nth,
  language,
  props,
}: {
  readonly nth: number;
  readonly language: string;
  readonly props: LaterProps;
}) {
  return (
    <Select
      {...fieldOf(props.form, `translations.${nth}.language`)}
      label="Deze update ook in deze taal?"
      empty="Nee"
      options={[{ value: language, label: 'Ja' }]}
    />
  );
}

export function FixFields(props: LaterProps): JSX.Element {
  const { post, form } = props;
  return (
    <>
      <AllAsItStands post={post} />
      <LaterForm props={props} button="Herstel de spelfout" version={post.version}>
        {post.texts.length > 1 && (
          <Select
            {...fieldOf(form, 'language')}
            options={post.texts.map(({ language }) => ({
              value: language,
              label: capital(languagesInDutch[language]),
            }))}
          />
        )}
        <Select
          {...fieldOf(form, 'part')}
          options={[
            { value: 'body', label: 'In de tekst' },
            { value: 'title', label: 'In de titel' },
            { value: 'lead', label: 'In de inleiding' },
            ...(post.updates.length > 0 ? [{ value: 'update', label: 'In een update' }] : []),
          ]}
        />
        {post.updates.length > 0 && (
          <Select
            {...fieldOf(form, 'updateId')}
            empty="Niet in een update"
            options={post.updates.map(({ id, nth }) => ({ value: id, label: `Update ${nth}` }))}
            optional
          />
        )}
        <TextField
          {...fieldOf(form, 'before')}
          hint="Neem het letterlijk over, hele woorden, hoogstens 60 tekens."
        />
        <TextField {...fieldOf(form, 'after')} />
      </LaterForm>
    </>
  );
}

export function TranslationFields(props: LaterProps): JSX.Element {
  const { post, form, marks, preview, action } = props;
  const language = languages.find((one) => one === typedValue(form.typed, 'language')) ?? 'nl';
  const original = post.texts.find((text) => text.original);
  const saving = isOpen(post) ? { autosave: `${action}/bewaar` } : {};
  return (
    <>
      {preview && <Preview typed={form.typed} files={post.files} />}
      {original !== undefined && <AsItStands text={original} />}
      <LaterForm
        props={props}
        button="Bewaar de vertaling"
        preview
        version={wordsVersion(post, language)}
        {...saving}
      >
        <WritingAid marks={marks} labels={form.labels} accepted={typedValues(form.typed, 'acceptedMarks')} />
        <TextFields form={form} files={post.files} language={language} />
      </LaterForm>
    </>
  );
}

function LaterForm({
  props,
  button,
  preview = false,
  version,
  autosave,
  children,
}: {
  readonly props: LaterProps;
  readonly button: string;
  readonly preview?: boolean;
  readonly version: number | undefined;
  readonly autosave?: string;
  readonly children: JSX.Element | readonly (JSX.Element | boolean | null | readonly JSX.Element[])[];
}): JSX.Element {
  const { action, csrf, trouble, back } = props;
  return (
    <Form
      action={action}
      csrf={csrf}
      errors={trouble.summary}
      idempotencyKey={newId()}
      version={version}
      autosave={autosave}
    >
      {children as JSX.Element}
      <SubmitRow primary={button} secondary={preview ? previewButton : []} cancel={back} />
    </Form>
  );
}
