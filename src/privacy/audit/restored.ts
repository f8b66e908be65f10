import { type AnchorLine, firstHash } from './chain.ts';
import type { Verdict } from './verify.ts';

/**
 * What the anchor gets when somebody says that an older backup was put back: for each chain that is shorter or other than
 * anchored, up to where it still agrees. Undefined when a chain is broken in itself: no backup does that.
 */
export function acceptedLines(verdict: Verdict, now: Date): readonly AnchorLine[] | undefined {
  if (verdict.faults.some(({ kind }) => kind === 'changed' || kind === 'missing')) return undefined;
  const shorter = new Set(verdict.faults.map(({ tenant }) => tenant));
  return verdict.agreed
    .filter(({ tenant }) => shorter.has(tenant))
    .map(({ tenant, tenantId, number }) => ({
      tenant,
      tenantId,
      number,
      hash: firstHash(tenantId),
      at: now.toISOString(),
      restored: true,
    }));
}
