/** What every form of a concern is drawn from. */
import type { Filled } from '../../platform/form/filled.tsx';
import type { NeedFields } from '../../platform/form/form-errors.ts';
import type { Actor } from '../../platform/pure/actor.ts';
import type { Need } from '../concern.rules.ts';
import type { ConcernRow } from '../concern.store.ts';
import type { Surroundings } from '../reading/circle.store.ts';

/** The form of a step. */
export interface StepFields extends Filled {
  readonly concern: ConcernRow;
  readonly around: Surroundings;
  readonly actor: Actor;
}

/** By need: the fields that can meet it. */
export const needFields: NeedFields = {
  meaningForChildren: ['meaningForChildren'],
  goesWell: ['goesWell'],
  factAndImpressionApart: ['impression'],
  worksAtSchool: ['personId'],
  notYetParticipant: ['personId'],
  proposalsAhead: ['proposals'],
  invitedTakePart: ['participants'],
  answersTheProposals: ['proposal'],
  heldAfterSharing: ['heldOn'],
  notAhead: ['heldOn', 'noticedOn'],
  directorPresent: ['present'],
  directorInvited: ['directorInvitedOn'],
  agreementsOrReason: ['noAgreementsBecause'],
  reviewAhead: ['reviewOn'],
} satisfies Partial<Record<Need, readonly string[]>>;
