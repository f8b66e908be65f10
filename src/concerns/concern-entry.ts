/** What each step writes on the timeline. */
import { factsOf } from './concern.facts.ts';
import type { StepRequest } from './concern.input.ts';
import type { ConcernRow } from './concern.store.ts';
import type { NewEntry } from './concern-writes.store.ts';

/** What the step writes on the timeline. */
export function entryOf(
  request: Exclude<StepRequest, { step: 'revise' | 'drop' }>,
  concern: ConcernRow,
): Omit<NewEntry, 'toStatus'> {
  const { step } = request;
  switch (step) {
    case 'share_with_director':
    case 'share_with_board':
      return { step };
    case 'reply':
      return { step, choice: request.verdict, text: request.text };
    case 'add_participant':
      return { step, people: [request.personId], participates: true };
    case 'plan_conversation':
      return { step, proposals: request.proposals, people: invited(request.participants ?? [], concern) };
    case 'answer_invitation': {
      const accepted = factsOf(concern, '').openInvitation?.some((moment) =>
        sameMoment(moment, request.proposal),
      );
      return { step, choice: accepted ? 'accepted' : 'other_date', atMoment: request.proposal };
    }
    case 'hold_conversation':
      return {
        step,
        onDate: request.heldOn,
        people: [...new Set(request.present)],
        text: request.report,
        goesWell: request.goesWell,
        reason: request.noAgreementsBecause,
        agreements: request.agreements,
        atMoment: request.directorInvitedOn,
      };
    case 'confirm_report':
      return { step, choice: request.agrees ? 'agrees' : 'own_view', text: request.text };
    case 'review':
      return {
        step,
        choice: request.resolved ? 'resolved' : 'working',
        text: request.childrenNotice,
        reason: request.outcome,
      };
    case 'close':
      return { step, choice: request.outcome, text: request.reason };
    case 'propose_board':
      return { step, text: request.whyNotAtSchool };
    case 'withdraw_proposal':
      return { step, text: request.reason };
    case 'take_position':
      return { step, choice: request.position, text: request.text };
    case 'not_to_board':
      return { step, text: request.reason, onDate: request.reviewOn };
    case 'add_view':
      return { step, text: request.text };
    case 'resolve':
      return { step, text: request.childrenNotice, reason: request.outcome };
  }
}

/** The director is always invited; who else was named comes along. */
function invited(named: readonly string[], concern: ConcernRow): readonly string[] {
  const directors = concern.directors.filter(
    (one) => one.from <= concern.today && (one.to === null || concern.today < one.to),
  );
  return [...new Set([...directors.map((one) => one.id), ...named])];
}

const sameMoment = (a: string, b: string) => Date.parse(a) === Date.parse(b);
