/** Saving a question that somebody is still writing: it may arrive twice, or late. And submitting it in the same go. */
import { isDeepStrictEqual } from 'node:util';
import { onceForForm, withLastWords } from '../../platform/form/last-words.ts';
import type { Actor } from '../../platform/pure/actor.ts';
import type { Deed } from '../../platform/route.ts';
import { askQuestion, type Outcome, takeStep } from '../question.actions.ts';
import { getQuestion, type QuestionRow } from '../question.store.ts';
import { draftOf } from '../question-draft.ts';
import type { AskForm } from './ask.input.ts';

/** Asks once per key. When the answer got lost and the same form comes again with other words, the draft gets those words. */
export async function askOnce(deed: Deed, actor: Actor, input: AskForm): Promise<Outcome> {
  const { acceptedMarks: _marks, ...asked } = input;
  const once = onceForForm(deed, 'ask');
  return ensureLast(
    deed,
    actor,
    await askQuestion({ ...deed, once, version: undefined }, actor, asked),
    input,
  );
}

/** Saves the words over the last ones, also after a lost answer. */
export async function keepDraft(deed: Deed, actor: Actor, id: string, input: AskForm): Promise<Outcome> {
  const request = { step: 'revise', ...wordsOf(input), acceptedMarks: input.acceptedMarks } as const;
  const outcome = await takeStep({ ...deed, once: onceForForm(deed, 'ask') }, actor, id, request);
  return ensureLast(deed, actor, outcome, input);
}

/** Submits a draft with the words of the form, once per key. */
export async function submitDraft(deed: Deed, actor: Actor, id: string, input: AskForm): Promise<Outcome> {
  const request = { step: 'submit', ...wordsOf(input), acceptedMarks: input.acceptedMarks } as const;
  // The key of the form made the draft; that it was submitted is another deed.
  const once = deed.once && { key: `${deed.once.key}-submit`, request };
  return takeStep({ ...deed, once }, actor, id, request);
}

function ensureLast(deed: Deed, actor: Actor, outcome: Outcome, input: AskForm): Promise<Outcome> {
  return withLastWords<QuestionRow, Outcome>(deed, outcome, {
    read: (id) => deed.database.read(actor, (reader) => getQuestion(reader, actor, id)),
    // Who submits in the same go sends the words again with that step.
    says: (question) => question.status !== 'draft' || says(question, input),
    isDraft: (question) => question.status === 'draft',
    revise: (again, question) =>
      takeStep(again, actor, question.id, {
        step: 'revise',
        ...wordsOf(input),
        acceptedMarks: input.acceptedMarks,
      }),
  });
}

/** What a draft may change: where it was asked stays. */
function wordsOf({ schoolCode: _school, continuesId: _continues, acceptedMarks: _marks, ...words }: AskForm) {
  // What was emptied is taken away.
  return { ...words, requestedDagdelen: words.requestedDagdelen ?? null };
}

/** Whether the draft says exactly this already. */
function says({ words, pupil, ...question }: QuestionRow, input: AskForm): boolean {
  const { level, urgency, expertise, requestedDagdelen, language, signalledOn } = question;
  const { legalGround: _ground, ...gate } = pupil ?? { legalGround: null };
  const kept = {
    level,
    urgency,
    expertise,
    requestedDagdelen,
    language,
    signalledOn,
    words,
    pupil: pupil && gate,
  };
  return isDeepStrictEqual(kept, { ...draftOf(input), signalledOn: input.signalledOn ?? signalledOn });
}
