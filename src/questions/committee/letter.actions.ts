import { recordAudit } from '../../platform/audit.ts';
import { renderLetter } from '../../platform/documents/letter.ts';
import type { Actor } from '../../platform/pure/actor.ts';
import { dayOf } from '../../platform/pure/dates.ts';
import type { Deed, SentFile } from '../../platform/route.ts';
import { mayFetchLetter } from './committee.access.ts';
import { committeeName } from './committee.words.ts';
import { getLetterFacts } from './letter.store.ts';
import { decisionLetter } from './letter.words.ts';

/** The letter about a decision, dated today; undefined when it is not there or not the actor's. That it was fetched is recorded. */
export async function fetchLetter(
  deed: Deed,
  actor: Actor,
  decisionId: string,
): Promise<SentFile | undefined> {
  const facts = await deed.database.write(actor, async (tx) => {
    const found = await getLetterFacts(tx, actor, decisionId);
    if (found === undefined || !mayFetchLetter(found.relations)) return undefined;
    const subjectId = found.questionId;
    await recordAudit(tx, actor, { action: 'fetch_letter', subject: 'question', subjectId, via: deed.via });
    return found;
  });
  if (facts === undefined) return undefined;
  const letter = decisionLetter(facts, committeeName(actor), dayOf(deed.now.toISOString()));
  // Outside the transaction: making it takes a moment, and nothing waits for it.
  const body = await renderLetter(letter, { madeAt: deed.now });
  return { name: `besluit-${facts.number}.pdf`, type: 'application/pdf', body };
}
