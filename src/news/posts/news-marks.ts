/**
 * The writing aid for news. Posts are about people who want to be known by their name (a new team lead), so names, initials and diagnoses
 * («dag van de dyslexie») are nothing to ask about. A mail address, a telephone number and a date of birth can be meant, but also be
 * somebody's own: those are confirmed one by one. A burgerservicenummer never stands in news.
 */
import type { Transaction } from '../../platform/database.ts';
import type { Actor } from '../../platform/pure/actor.ts';
import { type Looked, lookAtTexts } from '../../privacy/index.ts';

const asked: readonly string[] = ['bsn', 'email', 'phone', 'birthdate'];

/**
 * What the writing aid finds in texts that will be published, by field. Throws WritingAidDown when it cannot look.
 * @param accepted exact texts of marks that their writer looked at and keeps
 */
export async function newsMarks(
  tx: Transaction,
  actor: Actor,
  texts: Readonly<Record<string, string>>,
  accepted: readonly string[],
  today: string,
): Promise<Looked> {
  const { open, kept } = await lookAtTexts(tx, actor, texts, [], today);
  const marks = [...open, ...kept]
    .filter(({ kind }) => asked.includes(kind))
    .map((mark) => ({ ...mark, blocks: mark.kind === 'bsn' }));
  const known = new Set(accepted);
  const stays = (mark: (typeof marks)[number]) => !mark.blocks && known.has(mark.text);
  return { open: marks.filter((mark) => !stays(mark)), kept: marks.filter(stays) };
}
