/** Whether the audit is still what was sealed: every chain from its beginning, and each against the anchor. */

import { type Chains, type Waiting, withChains } from './chain.store.ts';
import { type AnchorLine, type ChainFault, checkChain } from './chain.ts';

export interface Verdict {
  readonly ok: boolean;
  /** Sealed rows that were read. */
  readonly rows: number;
  readonly anchorLines: number;
  readonly faults: readonly ChainFault[];
  /** Written and not sealed yet: that takes a minute. */
  readonly waiting: Waiting;
  /** Up to where each chain agrees with the anchor. */
  readonly agreed: readonly Pick<AnchorLine, 'tenant' | 'tenantId' | 'number'>[];
}

/** Reads all chains; needs the owner's login, which row-level security shows every row. */
export function verifyAudit(ownerUrl: string, anchor: readonly AnchorLine[]): Promise<Verdict> {
  return withChains(ownerUrl, async (chains) => {
    const agreed: Verdict['agreed'][number][] = [];
    const faults: ChainFault[] = [];
    let rows = 0;
    for (const { id, code } of everybody(chains, anchor)) {
      const check = checkChain(
        id,
        code,
        anchor.filter(({ tenantId }) => tenantId === id),
      );
      for await (const row of chains.rowsOf(id)) check.take(row);
      const result = check.end();
      rows += result.rows;
      faults.push(...result.faults);
      agreed.push({ tenant: code, tenantId: id, number: result.agreed });
    }
    return {
      ok: faults.length === 0,
      rows,
      anchorLines: anchor.length,
      faults,
      waiting: chains.waiting,
      agreed,
    };
  });
}

/** The partnerships of the database, and those that only the anchor still knows. */
function everybody(chains: Chains, anchor: readonly AnchorLine[]) {
  const known = new Map(anchor.map(({ tenantId, tenant }) => [tenantId, { id: tenantId, code: tenant }]));
  for (const tenant of chains.tenants) known.set(tenant.id, tenant);
  return known.values();
}
