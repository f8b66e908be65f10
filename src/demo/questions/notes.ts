/** Practice notes of the demonstration: most published after a second reader, one handed in, one a draft. */
import type { Actor } from '../../platform/pure/actor.ts';
import type { Deed } from '../../platform/route.ts';
import { type PracticeStepRequest, takePracticeStep, writeNote } from '../../questions/index.ts';
import { demoPracticeNotes } from './practice-notes.ts';

/** The nth note by its writer; `readers` read it and use it. */
export async function playNote(
  deed: Deed,
  nth: number,
  writer: Actor,
  readers: readonly Actor[],
): Promise<void> {
  const note = demoPracticeNotes[nth];
  if (note === undefined) return;
  const written = await writeNote(deed, writer, {
    title: note.title,
    situation: note.situation,
    approach: [note.whatWorked, ...note.tips.map((tip) => `- ${tip}`)].join('\n'),
    expertise: [note.expertise],
  });
  if (written.outcome !== 'taken')
    throw new Error(`the demonstration cannot write a note: ${written.outcome}`);
  const take = async (actor: Actor | undefined, step: PracticeStepRequest) => {
    if (actor === undefined) return;
    const { outcome } = await takePracticeStep(deed, actor, written.id, step);
    if (outcome !== 'taken') throw new Error(`the demonstration cannot ${step.step} a note: ${outcome}`);
  };
  if (nth === 0) return;
  await take(writer, { step: 'hand_in' });
  if (nth === 1) return;
  await take(readers[0], { step: 'approve' });
  for (const reader of readers.slice(0, nth % 4)) await take(reader, { step: 'use' });
}
