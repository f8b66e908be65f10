/** What the browser is told when a draft saves itself (see the part `Form`, `autosave`). */
import { unsaved } from '../../platform/form/attempt.tsx';
import { newId } from '../../platform/ids.ts';
import type { JsonAnswer } from '../../platform/route.ts';
import type { Outcome } from '../concern.actions.ts';

/** The draft is saved, or the sentence that says why not. The text stays in the page either way. */
export function savedDraft(outcome: Outcome): JsonAnswer {
  switch (outcome.outcome) {
    case 'taken': {
      const url = `/zorgen/${outcome.id}/aanpassen`;
      const body = { version: outcome.version, url, autosave: `${url}/bewaar`, key: newId() };
      return { kind: 'json', status: 200, body };
    }
    case 'refused':
      return unsaved(`Nog niet bewaard. ${outcome.unmet.map((need) => need.detail).join(' ')}`);
    case 'stale':
    case 'keyReused':
      return unsaved('Nog niet bewaard: u wijzigde deze notitie ook ergens anders. Kies «Bewaar notitie».');
    case 'notFound':
    case 'forbidden':
      return unsaved('Nog niet bewaard: bij deze school kunt u geen zorg noteren.');
  }
}

/** What a note cannot be saved without, by field. */
export const wantedOfDraft: Readonly<Record<string, string>> = {
  schoolCode: 'de school',
  observation: 'wat er gebeurde',
  noticedOn: 'wanneer u het merkte',
  occasion: 'waar het ter sprake kwam',
  occasionOther: 'waar het ter sprake kwam',
};

/** A director's note is with the director at once, so it is never a draft. */
export const directorsDraft: JsonAnswer = unsaved(
  'Nog niet bewaard: als directeur van deze school legt u de zorg in een keer vast.',
);
