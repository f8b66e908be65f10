/** Saved views through the API: one's own. */
import { z } from 'zod';
import { idOf } from '../platform/input.ts';
import { problems } from '../platform/problem.ts';
import type { Actor } from '../platform/pure/actor.ts';
import {
  type ApiAnswer,
  type ApiRoute,
  type Deed,
  deleteApi,
  getApi,
  postApi,
  type Route,
} from '../platform/route.ts';
import { answers } from './answers.ts';
import { forgetView, saveView } from './view.actions.ts';
import { viewInput } from './view.input.ts';
import { findViews, getView, type SavedView } from './view.store.ts';
import { notKeptWords, tooManyWords } from './view.words.ts';

/** A view never changes: it is saved, and forgotten. */
const version = 1;

const view = z.object({
  ...{ id: z.uuid(), version: z.int(), name: z.string() },
  address: z.string().meta({ description: 'Pad op deze site, met de filters.' }),
  answers: z.boolean().meta({ description: 'Of de lijst er nog is, en u haar mag openen.' }),
});

/** @param routes every door of the site, so that an address which no longer answers is known */
export function viewApi(routes: () => readonly Route[]): readonly ApiRoute[] {
  const viewOf = (actor: Actor, saved: SavedView) => ({
    ...saved,
    version,
    answers: answers(routes(), actor, saved.address),
  });
  const shown = async ({ database }: Deed, actor: Actor, id: string | undefined): Promise<ApiAnswer> => {
    const found =
      id === undefined ? undefined : await database.read(actor, (reader) => getView(reader, actor, id));
    return found === undefined ? problems.notFound() : { status: 200, body: viewOf(actor, found), version };
  };
  return [
    getApi(
      '/saved-views',
      'member',
      { summary: 'Uw bewaarde weergaven, op naam', answer: z.object({ items: z.array(view) }) },
      async ({ actor, database }) => {
        const found = await database.read(actor, (reader) => findViews(reader, actor));
        return { status: 200, body: { items: found.map((saved) => viewOf(actor, saved)) } };
      },
    ),
    postApi(
      '/saved-views',
      'member',
      {
        summary: 'Een lijst bewaren zoals u haar filterde, onder een eigen naam; hoogstens 50',
        answer: view,
        input: viewInput.strict(),
      },
      async ({ actor, input, deed }) => {
        if (!answers(routes(), actor, input.address))
          return problems.badInput([
            { in: 'body', location: 'address', code: 'answers', detail: notKeptWords },
          ]);
        const outcome = await saveView(deed, actor, input);
        if (outcome.outcome === 'keyReused') return problems.keyReused();
        if (outcome.outcome === 'tooMany')
          return problems.refused([{ code: 'tooMany', detail: tooManyWords }]);
        const { id } = outcome;
        return { ...(await shown(deed, actor, id)), status: 201, location: `/api/v1/saved-views/${id}` };
      },
    ),
    getApi(
      '/saved-views/:id',
      'member',
      { summary: 'Eén bewaarde weergave', answer: view },
      async ({ actor, params, deed }) => shown(deed, actor, idOf(params)),
    ),
    deleteApi(
      '/saved-views/:id',
      'member',
      {
        summary: 'Een bewaarde weergave verwijderen',
        known: async ({ actor, params, deed }) => {
          const answer = await shown(deed, actor, idOf(params));
          return answer.status === 200 ? undefined : answer;
        },
      },
      async ({ actor, params, deed }) => {
        const id = idOf(params);
        if (id === undefined) return problems.notFound();
        if (deed.version !== version) {
          const current = await shown(deed, actor, id);
          return current.status === 200 ? { ...current, status: 412 } : current;
        }
        return (await forgetView(deed, actor, id)) ? { status: 204 } : problems.notFound();
      },
    ),
  ];
}
