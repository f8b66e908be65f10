/** Saving a note that somebody is still writing: it may arrive twice, late, or for another school than at first. */
import { onceForForm, withLastWords } from '../../platform/form/last-words.ts';
import type { Actor } from '../../platform/pure/actor.ts';
import type { Deed } from '../../platform/route.ts';
import { noteConcern, type Outcome, takeStep } from '../concern.actions.ts';
import type { NoteInput } from '../concern.input.ts';
import { type ConcernRow, getConcern } from '../concern.store.ts';

/**
 * Notes a concern, once per key. When the answer got lost and the same form comes again with other words, the note that was made
 * gets those words: a form makes one note. Stale when that note was changed elsewhere meanwhile.
 */
export async function noteOnce(deed: Deed, actor: Actor, input: NoteInput): Promise<Outcome> {
  const outcome = await noteConcern(
    { ...deed, once: onceForForm(deed, 'note'), version: undefined },
    actor,
    input,
  );
  return ensureLast(deed, actor, outcome, input);
}

/** Saves the words over the last ones, also after a lost answer. At another school, or about
 * something else, it is another note, and the old one goes. */
export async function reviseNote(
  deed: Deed,
  actor: Actor,
  concern: ConcernRow,
  input: NoteInput,
): Promise<Outcome> {
  if (input.schoolCode === concern.school.code && aboutOf(input) === concern.about) {
    const {
      schoolCode: _school,
      about: _about,
      continuesId: _continues,
      acceptedMarks: _marks,
      ...words
    } = input;
    const request = { step: 'revise', ...words } as const;
    const outcome = await takeStep({ ...deed, once: onceForForm(deed, 'note') }, actor, concern.id, request);
    return ensureLast(deed, actor, outcome, input);
  }
  const noted = await noteConcern({ ...deed, version: undefined }, actor, input);
  if (noted.outcome === 'taken')
    await takeStep({ ...deed, once: undefined }, actor, concern.id, { step: 'drop' });
  return noted;
}

async function ensureLast(deed: Deed, actor: Actor, outcome: Outcome, input: NoteInput): Promise<Outcome> {
  return withLastWords<ConcernRow, Outcome>(deed, outcome, {
    read: (id) => deed.database.read(actor, (reader) => getConcern(reader, actor, id)),
    says: (concern) => says(concern, input),
    isDraft: (concern) => concern.status === 'noted',
    revise: (again, concern) => reviseNote(again, actor, concern, input),
  });
}

const aboutOf = (input: NoteInput) => input.about ?? 'school';

/** Whether the note says exactly this already. */
function says(concern: ConcernRow, input: NoteInput): boolean {
  const words = ['impression', 'meaningForChildren', 'goesWell', 'theme'] as const;
  return (
    concern.school.code === input.schoolCode &&
    concern.about === aboutOf(input) &&
    concern.noticedOn === input.noticedOn &&
    concern.occasion === input.occasion &&
    concern.observation === input.observation &&
    words.every((word) => (concern[word] ?? '') === (input[word] ?? ''))
  );
}
