import type { JSX } from 'preact';
import { noTrouble } from '../../platform/form/form-errors.ts';
import { showMoment } from '../../platform/pure/dates.ts';
import { capital } from '../../platform/pure/text.ts';
import type { Html } from '../../platform/route.ts';
import { ErrorSummary } from '../../platform/ui/form.tsx';
import { Breadcrumb } from '../../platform/ui/navigate.tsx';
import { Notice } from '../../platform/ui/parts.tsx';
import { usedWords } from '../similar/similar-list.tsx';
import type { PracticeNote } from './practice.store.ts';
import { EditionText, NoteState } from './practice-parts.tsx';
import { type NotePageProps, OpenEdition, UseForm, WithdrawForm } from './practice-steps.tsx';

export function notePage({ status = 200, ...props }: NotePageProps): Html {
  const { note, trouble = noTrouble } = props;
  const shown = note.published ?? note.open;
  return {
    kind: 'html',
    status,
    title: 'Praktijkkaart',
    body: (
      <>
        <Breadcrumb items={[{ href: '/praktijkkaarten', label: 'Praktijkkaarten' }]} />
        <div class="title-row">
          <h1>
            <bdi id="title">{shown?.title ?? 'Ingetrokken praktijkkaart'}</bdi>
          </h1>
          <NoteState note={note} />
        </div>
        <ErrorSummary errors={trouble.summary} />
        <div class="stack">
          <About note={note} />
          {note.published !== null && <EditionText edition={note.published} />}
          <UseForm {...props} />
          <OpenEdition {...props} />
          <WithdrawForm {...props} />
        </div>
      </>
    ),
  };
}

function About({ note }: { readonly note: PracticeNote }): JSX.Element {
  return (
    <>
      <p class="card__meta">
        Geschreven door <bdi>{note.author.name}</bdi>
        {note.published?.reader != null && (
          <>
            , nagelezen door <bdi>{note.published.reader.name}</bdi>
          </>
        )}
        {note.publishedAt !== null && `, ${showMoment(note.publishedAt)}`}
        {note.published !== null && `. ${capital(usedWords(note.used))}.`}
      </p>
      {note.question !== null && (
        <p>
          Naar aanleiding van <a href={`/vragen/${note.question.id}`}>vraag {note.question.number}</a>.
        </p>
      )}
      {note.withdrawnBecause !== null && (
        <Notice tone="info" title="Deze praktijkkaart is ingetrokken">
          <p dir="auto">{note.withdrawnBecause}</p>
        </Notice>
      )}
    </>
  );
}
