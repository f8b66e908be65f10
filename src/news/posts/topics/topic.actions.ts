/** The deeds on the list of topics. */
import { recordAudit } from '../../../platform/audit.ts';
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
      const code = `${slugOf(name)}-`.slice(0, 40).replace(/-+$/, '');
      if (!(await saveTopic(tx, actor, code, name))) return { outcome: 'exists' };
      await recordAudit(tx, actor, {
        action: 'add',
        subject: 'topic',
        subjectId: actor.tenantId,
        via: deed.via,
      });
      return { outcome: 'taken', code };
    }),
  );

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
