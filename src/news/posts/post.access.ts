/** Who writes posts, and for whom they can be. Who reads which one stands in the policy of migrations/0043. */
import { type Actor, hasRole, type Role } from '../../platform/pure/actor.ts';

export const writers = ['editor', 'policy_adviser', 'team_lead'] as const satisfies readonly Role[];

/** `public` and `parents` need no log-in: parents have none. */
export const audiences = ['public', 'parents', 'schools', 'professionals', 'boards'] as const;
export type Audience = (typeof audiences)[number];

/** Whoever began a draft, or an editor, may throw it away. */
export const mayDiscard = (actor: Actor, { mine }: { readonly mine?: boolean }): boolean =>
  mine === true || hasRole(actor, 'editor');

/** Read by anybody. */
export const openAudiences = ['public', 'parents'] as const satisfies readonly Audience[];

export const isOpen = (wanted: readonly Audience[]): boolean =>
  wanted.some((one) => (openAudiences as readonly Audience[]).includes(one));
