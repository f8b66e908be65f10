import type { JSX } from 'preact';
import { Badge, Prose, StateBadge } from '../../platform/ui/parts.tsx';
import type { Edition, PracticeNote } from './practice.store.ts';
import { noteLabels } from './practice.words.ts';

export function NoteState({ note }: { readonly note: PracticeNote }): JSX.Element {
  if (note.withdrawnAt !== null) return <StateBadge tone="done" label="Ingetrokken" />;
  if (note.openState === 'handed_in') return <StateBadge tone="waiting" label="Wacht op een tweede lezer" />;
  if (note.published !== null) return <StateBadge tone="good" label="Gepubliceerd" />;
  return <StateBadge tone="quiet" label="Concept" />;
}

interface EditionTextProps {
  readonly edition: Edition;
  /** Faults in this edition lead to its parts. */
  readonly anchors?: boolean;
}

export function EditionText({ edition, anchors = false }: EditionTextProps): JSX.Element {
  const idOf = (name: string) => (anchors ? name : undefined);
  return (
    <>
      <h2 id={idOf('situation')}>{noteLabels.situation}</h2>
      <Prose text={edition.situation} />
      <h2 id={idOf('approach')}>{noteLabels.approach}</h2>
      <Prose text={edition.approach} />
      {edition.result !== null && (
        <>
          <h2 id={idOf('result')}>{noteLabels.result}</h2>
          <Prose text={edition.result} />
        </>
      )}
      {edition.expertiseNames.length > 0 && (
        <p>
          {edition.expertiseNames.map((name) => (
            <>
              <Badge label={name} />{' '}
            </>
          ))}
        </p>
      )}
    </>
  );
}
