/** How the concerns of the world get where they stand. */
import type { StepRequest } from '../../src/concerns/concern.input.ts';
import { aTalk, type Cast } from '../support/factories.ts';

/** Walks a concern further: who takes which step, one after the other. */
export type Walk = readonly (readonly [who: string, request: StepRequest])[];

export function walksOf(cast: Cast, id: (name: string) => string) {
  const { author, director, coordinator, teamLead } = cast;
  const propose: StepRequest = { step: 'propose_board', whyNotAtSchool: 'Er is geld nodig.' };
  const position: StepRequest = { step: 'take_position', position: 'other', text: 'Ik zie dat anders.' };
  const add: StepRequest = { step: 'add_participant', personId: coordinator };
  const moments = ['2026-03-20T10:00:00.000Z', '2026-03-21T10:00:00.000Z'];
  const plan: StepRequest = { step: 'plan_conversation', proposals: moments, participants: [coordinator] };
  const answer = (proposal: string): StepRequest => ({ step: 'answer_invitation', proposal });
  const [first = '', second = ''] = moments;
  // In the mirror an author is of the school, and stands by nobody else's concern.
  const helper = cast.about === 'partnership' ? teamLead : author;
  const talked: Walk = [[helper, aTalk('2026-03-02', [helper, director])]];
  return {
    helper,
    talked,
    propose,
    position,
    after: {
      'with_director participant': [[author, add]],
      'with_director invited': [
        [author, add],
        [author, plan],
      ],
      'with_director accepted': [
        [author, add],
        [author, plan],
        [director, answer(first)],
      ],
      'with_director other date': [
        [author, add],
        [author, plan],
        [director, answer('2026-04-24T09:00:00.000Z')],
      ],
      'with_director answered by participant': [
        [author, add],
        [author, plan],
        [coordinator, answer(second)],
      ],
      'with_director replied': [
        [director, { step: 'reply', verdict: 'inaccurate', text: 'Het zijn er twee.' }],
      ],
      'working invited': [
        [director, add],
        [director, plan],
      ],
      'working confirmed': [
        [director, { step: 'confirm_report', agrees: false, text: 'Ik zie het anders.' }],
      ],
      'working reviewed': [[author, { step: 'review', childrenNotice: 'Nog weinig.', resolved: false }]],
      'with_board talked': [
        [
          cast.boardMember,
          { ...aTalk('2026-03-02', [author]), directorInvitedOn: '2026-03-02' } as StepRequest,
        ],
        [director, { step: 'add_view', text: 'Wij zijn gehoord.' }],
      ],
      'with_board resolved': [
        [teamLead, { step: 'resolve', outcome: 'Extra inzet.', childrenNotice: 'Rust.' }],
      ],
      'with_board closed': [
        [teamLead, { step: 'close', outcome: 'not_further', reason: 'Geen mogelijkheden.' }],
      ],
    } satisfies Record<string, Walk>,
    until: {
      'board_proposed unheard': [[author, propose]],
      'board_proposed heard': [
        [author, propose],
        [director, position],
      ],
      'board_proposed by director': [[director, propose]],
      'board_proposed by lead': [
        [id('leadAndContact'), propose],
        [director, position],
      ],
      'board_proposed again': [
        [author, propose],
        [director, position],
        [author, { step: 'withdraw_proposal', reason: 'Wij proberen het nog eens.' }],
        [author, propose],
      ],
      'with_board invited': [
        [author, add],
        [author, plan],
        [author, propose],
        [director, position],
        [teamLead, { step: 'share_with_board' }],
      ],
      'working not to board': [
        [author, propose],
        [teamLead, { step: 'not_to_board', reason: 'Eerst het rooster.', reviewOn: '2026-05-01' }],
      ],
    } satisfies Record<string, Walk>,
  };
}
