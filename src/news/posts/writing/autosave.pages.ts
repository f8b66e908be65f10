/** Words that save themselves while somebody types. */
import { unfinishedDraft, unsaved } from '../../../platform/form/attempt.tsx';
import { newId } from '../../../platform/ids.ts';
import { idOf } from '../../../platform/input.ts';
import { type JsonAnswer, notFound, type PageAnswer, postPage, type Route } from '../../../platform/route.ts';
import { languages } from '../languages.ts';
import { writers } from '../post.access.ts';
import { changeInput, translationInput } from '../post.input.ts';
import type { PostOutcome } from '../post-outcome.ts';
import { newPath, postOf, textPath, translationPath } from './write.pages.tsx';
import { changeOnce, isOpen, translateOnce, writeOnce } from './write-once.ts';

const wanted = { title: 'de titel' };

export const autosavePages: readonly Route[] = [
  postPage(`${newPath}/bewaar`, writers, changeInput, async ({ input: { parsed }, deed, actor }) => {
    if (!parsed.ok) return unfinishedDraft(parsed.faults, wanted);
    return saved(await writeOnce(deed, actor, parsed.value), textPath);
  }),
  postPage(`${textPath(':id')}/bewaar`, writers, changeInput, async (call): Promise<PageAnswer> => {
    const { parsed } = call.input;
    const id = idOf(call.params);
    if (id === undefined) return notFound;
    if (!parsed.ok) return unfinishedDraft(parsed.faults, wanted);
    return saved(await changeOnce(call.deed, call.actor, id, parsed.value), textPath);
  }),
  postPage(`${translationPath(':id', ':language')}/bewaar`, writers, translationInput, async (call) => {
    const { parsed } = call.input;
    const language = languages.find((one) => one === call.params['language']);
    const post = await postOf(call);
    if (post === undefined || language === undefined) return notFound;
    // What readers see is said once, and on purpose.
    if (!isOpen(post)) return unsaved('Nog niet bewaard: het bericht is al uit. Kies «Bewaar de vertaling».');
    if (!parsed.ok) return unfinishedDraft(parsed.faults, wanted);
    const outcome = await translateOnce(call.deed, call.actor, post.id, { ...parsed.value, language });
    return saved(outcome, (id) => translationPath(id, language), 'Bewaar de vertaling');
  }),
];

function saved(
  outcome: PostOutcome,
  pathOf: (id: string) => string,
  button = 'Bewaar concept',
): JsonAnswer | typeof notFound {
  switch (outcome.outcome) {
    case 'taken': {
      const url = pathOf(outcome.id);
      const body = { version: outcome.textVersion, url, autosave: `${url}/bewaar`, key: newId() };
      return { kind: 'json', status: 200, body };
    }
    case 'refused':
      return unsaved(`Nog niet bewaard. ${outcome.unmet.map(({ detail }) => detail).join(' ')}`);
    case 'notFound':
      return notFound;
    default:
      return unsaved(`Nog niet bewaard: dit is ook ergens anders gewijzigd. Kies «${button}».`);
  }
}
