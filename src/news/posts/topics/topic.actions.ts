/** The deeds on the list of topics. */
import { recordAudit } from '../../../platform/audit.ts';
import type { Transaction } from '../../../platform/database.ts';
import { newId } from '../../../platform/ids.ts';
import { doOnce, type KeyReused } from '../../../platform/once.ts';
import type { Actor } from '../../../platform/pure/actor.ts';
import type { Deed } from '../../../platform/route.ts';
import { slugOf } from '../text.rules.ts';
import { offerTopic, saveTopic } from './topic.store.ts';

export type TopicOutcome =
  | { readonly outcome: 'taken'; readonly code: string }
  | { readonly outcome: 'exists' }
  | { readonly outcome: 'notFound' }
  | KeyReused;

/** Puts a topic at the end of the list. */
export const addTopic = (deed: Deed, actor: Actor, name: string): Promise<TopicOutcome> =>
  deed.database.write(actor, (tx) =>
    doOnce(tx, actor, deed.once, async (): Promise<TopicOutcome> => {
      const code = await savedAs(tx, actor, name);
      if (code === undefined) return { outcome: 'exists' };
      await recordAudit(tx, actor, {
        action: 'add',
        subject: 'topic',
        subjectId: actor.tenantId,
        via: deed.via,
      });
      return { outcome: 'taken', code };
    }),
  );

/** Its code; undefined when there is one by that name. Of a letter alone, or of a name that gives a code that is taken, it is of chance. */
async function savedAs(tx: Transaction, actor: Actor, name: string): Promise<string | undefined> {
  const said = `${slugOf(name)}-`.slice(0, 40).replace(/-+$/, '');
  for (const code of [...(said.length < 2 ? [] : [said]), `onderwerp-${newId().slice(-8)}`])
    if (await saveTopic(tx, actor, code, name)) return code;
  return undefined;
}

/** Takes a topic out of what can be chosen, or back in. Posts that have it keep it. */
export const offer = (deed: Deed, actor: Actor, code: string, offered: boolean): Promise<TopicOutcome> =>
  deed.database.write(actor, async (tx): Promise<TopicOutcome> => {
    if (!(await offerTopic(tx, actor, code, offered))) return { outcome: 'notFound' };
    await recordAudit(tx, actor, {
      action: 'change',
      subject: 'topic',
      subjectId: actor.tenantId,
      via: deed.via,
    });
    return { outcome: 'taken', code };
  });
