/** How every change of the registers goes: one transaction, once per key, on the version the reader saw, with its audit row. */
import { recordAudit } from '../../platform/audit.ts';
import type { Transaction } from '../../platform/database.ts';
import { doOnce, type KeyReused } from '../../platform/once.ts';
import type { Actor } from '../../platform/pure/actor.ts';
import type { Deed } from '../../platform/route.ts';
import type { FormError } from '../../platform/ui/form.tsx';
import { constraintWords } from '../registers.words.ts';
import { lockVersion, type RegisterTable } from './register.store.ts';

export type Saved =
  | { readonly outcome: 'taken'; readonly id: string }
  | { readonly outcome: 'refused'; readonly faults: readonly FormError[] }
  | { readonly outcome: 'stale' }
  | { readonly outcome: 'notFound' }
  | KeyReused;

interface What {
  readonly action: 'add' | 'change' | 'end' | 'remove' | 'suspend' | 'unsuspend';
  readonly subject: RegisterTable | 'tenant';
}

/** Does one change. What the database's constraints refuse comes back as a sentence at its field. */
export async function change(
  deed: Deed,
  actor: Actor,
  what: What,
  work: (tx: Transaction) => Promise<Saved>,
): Promise<Saved> {
  try {
    return await deed.database.write(actor, (tx) =>
      doOnce(tx, actor, deed.once, async () => {
        const saved = await work(tx);
        if (saved.outcome === 'taken')
          await recordAudit(tx, actor, { ...what, subjectId: saved.id, via: deed.via });
        return saved;
      }),
    );
  } catch (fault) {
    const refused = refusalFor(fault);
    if (refused === undefined) throw fault;
    return { outcome: 'refused', faults: [refused] };
  }
}

/** Settings of the own partnership: `save` says whether the version that the reader saw still stood. */
export function changeSettings(
  deed: Deed,
  actor: Actor,
  save: (tx: Transaction, version: number) => Promise<boolean>,
): Promise<Saved> {
  return change(deed, actor, { action: 'change', subject: 'tenant' }, async (tx) =>
    (await save(tx, deed.version ?? 0)) ? { outcome: 'taken', id: actor.tenantId } : { outcome: 'stale' },
  );
}

/** The same for a row that exists: only on the version that the reader saw. */
export function changeRow(
  deed: Deed,
  actor: Actor,
  what: What & { readonly subject: RegisterTable },
  id: string,
  work: (tx: Transaction) => Promise<Saved | undefined>,
): Promise<Saved> {
  return change(deed, actor, what, async (tx) => {
    const version = await lockVersion(tx, actor.tenantId, what.subject, id);
    if (version === undefined) return { outcome: 'notFound' };
    if (version !== deed.version) return { outcome: 'stale' };
    return (await work(tx)) ?? { outcome: 'taken', id };
  });
}

function refusalFor(fault: unknown): FormError | undefined {
  if (!(fault instanceof Error) || !('constraint' in fault)) return undefined;
  return constraintWords[String(fault.constraint)];
}
