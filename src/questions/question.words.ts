import type { Facts } from './needs.rules.ts';

export interface Unmet {
  readonly code: string;
  readonly detail: string;
}

/** The needs as sentences. */
export function explain(needs: readonly string[], _facts?: Facts): readonly Unmet[] {
  return needs.map((code) => ({ code, detail: 'Dit staat de werkwijze niet toe.' }));
}
