/** Saving a note that somebody is still writing: it may arrive twice, late, or for another school than at first. */
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
  const outcome = await noteConcern({ ...deed, once: onceOf(deed), version: undefined }, actor, input);
  return withLastWords(deed, actor, outcome, input);
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
    const outcome = await takeStep({ ...deed, once: onceOf(deed) }, actor, concern.id, request);
    return withLastWords(deed, actor, outcome, input);
  }
  const noted = await noteConcern({ ...deed, version: undefined }, actor, input);
  if (noted.outcome === 'taken')
    await takeStep({ ...deed, once: undefined }, actor, concern.id, { step: 'drop' });
  return noted;
}

/** The key alone says whether the form came before; its words may have grown since. */
const onceOf = ({ once }: Deed) => (once === undefined ? undefined : { key: once.key, request: 'note' });

/** An answer that was given before may be about older words of the same form: then the note gets the last ones. */
async function withLastWords(deed: Deed, actor: Actor, outcome: Outcome, input: NoteInput): Promise<Outcome> {
  if (outcome.outcome !== 'taken' || deed.once === undefined) return outcome;
  const concern = await deed.database.read(actor, (reader) => getConcern(reader, actor, outcome.id));
  if (concern !== undefined && says(concern, input)) return outcome;
  if (concern?.status !== 'noted') return { outcome: 'keyReused' };
  return reviseNote({ ...deed, once: undefined, version: outcome.version }, actor, concern, input);
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
