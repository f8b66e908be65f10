import type { ComponentChildren, ComponentProps } from 'preact';
import { mayNote, readsConcerns } from '../concerns/index.ts';
import { SchoolNews } from '../news/index.ts';
import { findPilots, PilotsOfSchool } from '../plans/index.ts';
import type { Reader } from '../platform/database.ts';
import type { Actor } from '../platform/pure/actor.ts';
import { LinkButton } from '../platform/ui/form.tsx';
import { mayAskAt, readsQuestions } from '../questions/index.ts';
import { readsAgendaAt } from '../stationing/index.ts';

/** What other subjects add to the page of a school. */
export const schoolParts = {
  own: ownPart,
  news: (posts: ComponentProps<typeof SchoolNews>['posts']) => <SchoolNews posts={posts} />,
};

/**
 * On the page of a school: in which pilots it takes part, and the ways on, for who has them. Those are links only: whether there is
 * anything behind them is not said here.
 */
async function ownPart(
  actor: Actor,
  school: { readonly code: string },
  reader: Reader,
): Promise<ComponentChildren> {
  const pilots = await findPilots(reader, actor, { limit: 5, school: school.code, status: 'running' });
  return (
    <>
      <PilotsOfSchool pilots={pilots} />
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
