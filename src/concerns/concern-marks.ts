/** The writing aid on the texts of a step. */

import type { Transaction } from '../platform/database.ts';
import type { Actor } from '../platform/pure/actor.ts';
import { type Looked, lookAtTexts, textsIn, withText } from '../privacy/index.ts';
import type { StepRequest } from './concern.input.ts';
import type { ConcernRow } from './concern.store.ts';

const nothing: Looked = { open: [], kept: [] };

/**
 * What the writing aid finds in what this step would let others read. A private note may hold anything.
 * Throws WritingAidDown when it cannot look, whatever the cause; Unavailable when the database itself is gone.
 */
export async function findMarks(
  tx: Transaction,
  actor: Actor,
  concern: ConcernRow,
  request: StepRequest,
): Promise<Looked> {
  if (request.step === 'revise' || request.step === 'drop') return nothing;
  const texts = request.step === 'share_with_director' ? notedTexts(concern) : textsIn(request, idle);
  const accepted = 'acceptedMarks' in request ? (request.acceptedMarks ?? []) : [];
  return lookAtTexts(tx, actor, texts, accepted, concern.today);
}

function notedTexts(concern: ConcernRow): Readonly<Record<string, string>> {
  const { occasion, observation, impression, meaningForChildren, goesWell, theme } = concern;
  return withText({ occasion, observation, impression, meaningForChildren, goesWell, theme });
}

/** Fields of a request that hold no prose. */
const idle = new Set([
  'step',
  'acceptedMarks',
  'participants',
  'present',
  'proposals',
  'proposal',
  'heldOn',
  'reviewOn',
  'by',
  'directorInvitedOn',
  'verdict',
  'position',
]);
