import type { JSX } from 'preact';
import { mayNote, readsConcerns } from '../concerns/index.ts';
import type { Actor } from '../platform/pure/actor.ts';
import { LinkButton } from '../platform/ui/form.tsx';
import { mayAskAt, readsQuestions } from '../questions/index.ts';
import { readsAgendaAt } from '../stationing/index.ts';

/** On the page of a school: the ways on, for who has them. Links only: whether there is anything behind them is not said here. */
export function schoolPart(actor: Actor, school: { readonly code: string }): JSX.Element | null {
  if (!readsConcerns(actor) && !readsQuestions(actor)) return null;
  return (
    <>
      {readsQuestions(actor) && (
        <p class="button-row">
          {mayAskAt(actor, school.code) && (
            <LinkButton href={`/vragen/nieuw?school=${school.code}`}>Stel een vraag</LinkButton>
          )}
          <LinkButton href={`/vragen?school=${school.code}`} kind="secondary">
            Bekijk de vragen
          </LinkButton>
          {readsAgendaAt(actor, school.code) && (
            <LinkButton href={`/scholen/${school.code}/agenda`} kind="secondary">
              Bekijk de agenda
            </LinkButton>
          )}
        </p>
      )}
      {readsConcerns(actor) && (
        <p class="button-row">
          {mayNote(actor) && (
            <LinkButton href={`/zorgen/nieuw?school=${school.code}`}>Noteer een zorg</LinkButton>
          )}
          <LinkButton href={`/zorgen?school=${school.code}`} kind="secondary">
            Bekijk de zorgen
          </LinkButton>
        </p>
      )}
    </>
  );
}
