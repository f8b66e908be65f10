/** The list as a file: exactly what is filtered, and that it was taken along stands in the access log. */
import { allRows } from '../../platform/all-rows.ts';
import { recordAudit } from '../../platform/audit.ts';
import type { Actor } from '../../platform/pure/actor.ts';
import type { Deed } from '../../platform/route.ts';
import type { Clock } from '../clocks/clock.rules.ts';
import { clocksOfList } from '../question.view.ts';
import { findQuestions, type ListedQuestion } from '../question-list.store.ts';
import { getListChoices } from './list-choices.store.ts';
import { filterOf, type ListQuery } from './list-query.ts';

export interface ExportedQuestion {
  readonly question: ListedQuestion;
  readonly clocks: readonly Clock[];
}

/** Every question of the filtered list, newest first, as the list shows it: who does not read its words gets none of them. */
export function exportQuestions(
  deed: Deed,
  actor: Actor,
  query: ListQuery,
): Promise<readonly ExportedQuestion[]> {
  return deed.database.write(actor, async (tx) => {
    const asked = filterOf(query, await getListChoices(tx, actor));
    const clocks = new Map<string, readonly Clock[]>();
    const rows = await allRows(async (page) => {
      const found = await findQuestions(tx, actor, { ...asked, ...page });
      for (const [id, own] of clocksOfList(found)) clocks.set(id, own);
      return found.items;
    });
    await recordAudit(tx, actor, {
      action: 'export',
      subject: 'question_list',
      subjectId: actor.personId,
      via: deed.via,
    });
    return rows.map((question) => ({ question, clocks: clocks.get(question.id) ?? [] }));
  });
}
