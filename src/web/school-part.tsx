import type { JSX } from 'preact';
import { mayNote, readsConcerns } from '../concerns/index.ts';
import type { Actor } from '../platform/pure/actor.ts';
import { LinkButton } from '../platform/ui/form.tsx';

/** On the page of a school: the ways on to concerns, for who has them. Links only: whether there are any concerns is not said here. */
export function schoolPart(actor: Actor, school: { readonly code: string }): JSX.Element | null {
  if (!readsConcerns(actor)) return null;
  return (
    <p class="button-row">
      {mayNote(actor) && (
        <LinkButton href={`/zorgen/nieuw?school=${school.code}`}>Noteer een zorg</LinkButton>
      )}
      <LinkButton href={`/zorgen?school=${school.code}`} kind="secondary">
        Bekijk de zorgen
      </LinkButton>
    </p>
  );
}
