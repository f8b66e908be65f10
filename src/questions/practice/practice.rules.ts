/** Who does what with a practice note, and when. Pure; migrations/0029 holds the same law. */
import { type Actor, hasRole, type Role } from '../../platform/pure/actor.ts';

export const practiceAccess = {
  /** Whoever works with questions may write down what helped. */
  write: [
    'support_coordinator',
    'school_director',
    'contact_person',
    'teacher',
    'specialist',
    'team_lead',
    'committee_member',
    'committee_secretary',
  ],
  /** Who reads a note of somebody else before everybody does. */
  secondReader: ['contact_person', 'specialist', 'team_lead', 'committee_member'],
} as const satisfies Record<string, readonly Role[]>;

export const practiceSteps = ['revise', 'hand_in', 'approve', 'send_back', 'withdraw', 'use'] as const;
export type PracticeStep = (typeof practiceSteps)[number];

export interface NoteFacts {
  readonly mine: boolean;
  /** Whether everybody reads an edition of it. */
  readonly published: boolean;
  readonly withdrawn: boolean;
  /** The edition that is being written or read; null when there is none. */
  readonly openState: 'draft' | 'handed_in' | null;
}

/** Whether this step can ever be this person's. */
export function mayTakeStep(step: PracticeStep, { mine }: Pick<NoteFacts, 'mine'>, actor: Actor): boolean {
  switch (step) {
    case 'revise':
    case 'hand_in':
      return mine;
    case 'approve':
    case 'send_back':
      return !mine && hasRole(actor, ...practiceAccess.secondReader);
    case 'withdraw':
      return mine || hasRole(actor, 'team_lead');
    case 'use':
      return !mine;
  }
}

/** Whether the note is where this step can be taken. */
export function fitsState(step: PracticeStep, { published, withdrawn, openState }: NoteFacts): boolean {
  if (withdrawn) return false;
  switch (step) {
    case 'revise':
      return openState !== 'handed_in';
    case 'hand_in':
      return openState === 'draft';
    case 'approve':
    case 'send_back':
      return openState === 'handed_in';
    case 'withdraw':
      return true;
    case 'use':
      return published;
  }
}
