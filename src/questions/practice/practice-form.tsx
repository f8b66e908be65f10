import { fieldOf, Story } from '../../platform/form/filled.tsx';
import type { Trouble } from '../../platform/form/form-errors.ts';
import { typedValues } from '../../platform/form/typed.ts';
import { newId } from '../../platform/ids.ts';
import type { Entries } from '../../platform/input.ts';
import type { Html } from '../../platform/route.ts';
import { Checkboxes } from '../../platform/ui/choices.tsx';
import { TextField } from '../../platform/ui/fields.tsx';
import { Form, SubmitRow } from '../../platform/ui/form.tsx';
import { Breadcrumb } from '../../platform/ui/navigate.tsx';
import { Notice } from '../../platform/ui/parts.tsx';
import type { LearntFrom, PracticeNote } from './practice.store.ts';
import { noteLabels } from './practice.words.ts';

export interface WriteForm {
  readonly csrf: string;
  readonly choices: readonly { readonly code: string; readonly name: string }[];
  readonly typed: Entries;
  readonly trouble: Trouble;
  readonly status?: number;
  /** The question that a new note is learnt from. */
  readonly question?: LearntFrom | undefined;
  /** The note that is written on. */
  readonly note?: PracticeNote;
}

/** The form on which a note is written, or goes on. */
export function writePage({ csrf, choices, typed, trouble, status = 200, question, note }: WriteForm): Html {
  const title = note === undefined ? 'Praktijkkaart schrijven' : 'Praktijkkaart aanpassen';
  const form = { typed, errors: trouble.fields, labels: noteLabels };
  const back = note === undefined ? '/praktijkkaarten' : `/praktijkkaarten/${note.id}`;
  return {
    kind: 'html',
    status,
    title,
    body: (
      <>
        <Breadcrumb items={[{ href: '/praktijkkaarten', label: 'Praktijkkaarten' }]} />
        <h1>{title}</h1>
        <p class="lead">
          Wat hielp, zo dat een ander er iets aan heeft. Zonder namen van kinderen, collega’s of scholen.
        </p>
        {question !== undefined && (
          <p>
            Naar aanleiding van <a href={`/vragen/${question.id}`}>vraag {question.number}</a>. Alleen wie die
            vraag leest, ziet dat.
          </p>
        )}
        {note?.open?.sentBackBecause != null && (
          <Notice tone="info" title={`${note.open.reader?.name} las mee`}>
            <p dir="auto">{note.open.sentBackBecause}</p>
          </Notice>
        )}
        {note?.published != null && note.open === null && (
          <Notice tone="info" title="De kaart die er nu staat, blijft staan">
            <p>Wat u wijzigt, ziet iedereen pas als een tweede lezer het heeft goedgekeurd.</p>
          </Notice>
        )}
        <Form
          action={note === undefined ? '/praktijkkaarten/nieuw' : `${back}/aanpassen`}
          csrf={csrf}
          errors={trouble.summary}
          idempotencyKey={newId()}
          version={note?.version}
        >
          {question !== undefined && <input type="hidden" name="questionId" value={question.id} />}
          <TextField {...fieldOf(form, 'title')} hint="Bijvoorbeeld: rustig beginnen na de pauze." />
          <Story form={form} name="situation" hint="Voor wie is dit herkenbaar?" rows={4} max={5_000} />
          <Story form={form} name="approach" hint="Wat deed u, stap voor stap?" rows={8} max={10_000} />
          <Story form={form} name="result" rows={2} max={5_000} optional />
          <Checkboxes
            {...fieldOf(form, 'expertise')}
            options={choices.map(({ code, name }) => ({ value: code, label: name }))}
            values={typedValues(typed, 'expertise')}
            optional
          />
          <SubmitRow primary="Bewaar" cancel={back} />
        </Form>
      </>
    ),
  };
}
