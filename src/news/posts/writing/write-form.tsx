/** The form on which a post is written: its words, for whom it is, and how it will look. */
import type { JSX } from 'preact';
import { type Filled, fieldOf, Story } from '../../../platform/form/filled.tsx';
import { typedValues } from '../../../platform/form/typed.ts';
import { newId } from '../../../platform/ids.ts';
import { showDate } from '../../../platform/pure/dates.ts';
import { capital } from '../../../platform/pure/text.ts';
import { Checkboxes } from '../../../platform/ui/choices.tsx';
import { Select, TextArea, TextField } from '../../../platform/ui/fields.tsx';
import { Form, type FormError, SubmitRow } from '../../../platform/ui/form.tsx';
import { roleName } from '../../../registers/index.ts';
import { type Language, languages, languagesInDutch } from '../languages.ts';
import { audiences } from '../post.access.ts';
import { longestBody } from '../post.input.ts';
import type { PostFile } from '../post.view.ts';
import { audienceHints, audienceWords } from '../post.words.ts';
import type { WriteChoices } from './choices.store.ts';
import { Preview } from './preview.tsx';

export const postLabels = {
  title: 'Titel',
  lead: 'Inleiding',
  body: 'Tekst',
  audiences: 'Voor wie is dit bericht?',
  areas: 'Alleen in deze gebieden',
  boards: 'Alleen bij deze schoolbesturen',
  topics: 'Onderwerpen',
  language: 'Taal',
  pictureId: 'Beeld boven de tekst',
  pictureAlt: 'Wat is er op dat beeld te zien?',
  pilotId: 'Gaat over een pilot',
  ambitionId: 'Gaat over een ambitie',
  appointmentId: 'Gaat over een aanstelling',
} as const;

export interface WriteFormProps {
  readonly action: string;
  readonly autosave: string;
  readonly cancel: string;
  readonly csrf: string;
  readonly choices: WriteChoices;
  readonly labels: Readonly<Record<string, string>>;
  readonly form: Filled;
  readonly summary: readonly FormError[];
  readonly files: readonly PostFile[];
  readonly version?: number | undefined;
  /** Whether the writer asked to see how it looks. */
  readonly preview: boolean;
}

export function WriteForm(props: WriteFormProps): JSX.Element {
  const { form, choices, files } = props;
  const named = (list: readonly { readonly code: string; readonly name: string }[]) =>
    list.map(({ code, name }) => ({ value: code, label: name }));
  const scoped = [...typedValues(form.typed, 'areas'), ...typedValues(form.typed, 'boards')].length > 0;
  return (
    <>
      {props.preview && <Preview typed={form.typed} files={files} />}
      <Form
        action={props.action}
        csrf={props.csrf}
        errors={props.summary}
        idempotencyKey={newId()}
        version={props.version}
        autosave={props.autosave}
      >
        <TextFields form={form} files={files} />
        <Checkboxes
          {...fieldOf(form, 'audiences')}
          options={audiences.map((one) => ({
            value: one,
            label: audienceWords[one],
            hint: audienceHints[one],
          }))}
          values={typedValues(form.typed, 'audiences')}
        />
        <details class="fold" open={scoped}>
          <summary class="fold__summary">Alleen in een deel van het samenwerkingsverband</summary>
          <div class="fold__body">
            <p>
              Kiest u niets, dan is het voor alle scholen en besturen. Wie voor «iedereen» of «ouders»
              schrijft, schrijft voor heel het internet, ook als u hier iets kiest.
            </p>
            <Checkboxes
              {...fieldOf(form, 'areas')}
              options={named(choices.areas)}
              values={typedValues(form.typed, 'areas')}
              optional
            />
            <Checkboxes
              {...fieldOf(form, 'boards')}
              options={named(choices.boards)}
              values={typedValues(form.typed, 'boards')}
              optional
            />
          </div>
        </details>
        {choices.topics.length > 0 && (
          <Checkboxes
            {...fieldOf(form, 'topics')}
            options={named(choices.topics)}
            values={typedValues(form.typed, 'topics')}
            optional
          />
        )}
        <Belongs form={form} choices={choices} labels={props.labels} />
        <SubmitRow
          primary="Bewaar concept"
          secondary={[{ label: 'Bekijk hoe het wordt', do: 'preview' }]}
          cancel={props.cancel}
        />
      </Form>
    </>
  );
}

/** Words of a post in one language, as each form of them asks. */
export function TextFields({
  form,
  files,
  language,
}: {
  readonly form: Filled;
  readonly files: readonly PostFile[];
  /** Of a translation: which one it is; without it the writer says. */
  readonly language?: Language;
}): JSX.Element {
  const pictures = files.filter(({ kind }) => kind === 'picture');
  return (
    <>
      <TextField {...fieldOf(form, 'title')} hint="Zeg wat er nieuw is, in hoogstens 150 tekens." />
      {language === undefined ? (
        <Select
          {...fieldOf(form, 'language')}
          options={languages.map((one) => ({ value: one, label: capital(languagesInDutch[one]) }))}
        />
      ) : (
        <input type="hidden" name="language" value={language} />
      )}
      <Story
        form={form}
        name="lead"
        hint="Een of twee zinnen. Staat ook in lijsten en mails."
        rows={2}
        max={500}
        optional
      />
      <TextArea {...fieldOf(form, 'body')} rows={8} max={longestBody} help={<MarkdownHelp />} />
      {pictures.length > 0 && (
        <>
          <Select
            {...fieldOf(form, 'pictureId')}
            empty="Geen beeld"
            options={pictures.map(({ id, nth, name }) => ({ value: id, label: `Beeld ${nth}: ${name}` }))}
            optional
          />
          <TextField
            {...fieldOf(form, 'pictureAlt')}
            hint="Voor wie het beeld niet ziet. Nodig als u een beeld kiest."
            optional
          />
        </>
      )}
    </>
  );
}

function MarkdownHelp(): JSX.Element {
  return (
    <>
      <p>Opmaak typt u zo:</p>
      <ul>
        <li>
          <code># Kop</code> en <code>## Kleinere kop</code>
        </li>
        <li>
          <code>**vet**</code> en <code>*schuin*</code>
        </li>
        <li>
          <code>- punt</code> of <code>1. punt</code>
        </li>
        <li>
          <code>[tekst](https://adres)</code>
        </li>
        <li>
          <code>![wat erop staat](beeld:1)</code>
        </li>
      </ul>
    </>
  );
}

function Belongs({
  form,
  choices,
  labels,
}: Pick<WriteFormProps, 'form' | 'choices' | 'labels'>): JSX.Element | null {
  const { pilots, ambitions, appointments } = choices;
  return (
    <>
      {pilots.length > 0 && (
        <Select
          {...fieldOf(form, 'pilotId')}
          empty="Geen pilot"
          options={pilots.map(({ id, name }) => ({ value: id, label: name }))}
          optional
        />
      )}
      {ambitions.length > 0 && (
        <Select
          {...fieldOf(form, 'ambitionId')}
          hint="Van het ondersteuningsplan."
          empty="Geen ambitie"
          options={ambitions.map(({ id, name }) => ({ value: id, label: name }))}
          optional
        />
      )}
      {appointments.length > 0 && (
        <Select
          {...fieldOf(form, 'appointmentId')}
          hint="Dan staat bij het bericht wie, wat en vanaf wanneer, zoals het register het zegt."
          empty="Geen aanstelling"
          options={appointments.map(({ id, name, role, startsOn }) => ({
            value: id,
            label: `${name}, ${roleName(role as never, labels)} vanaf ${showDate(startsOn)}`,
          }))}
          optional
        />
      )}
    </>
  );
}
