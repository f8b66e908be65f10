/** The protocol as design tells it, sentence by sentence and by hand: every state, step, relation and standing of the facts. */
import { expect, test } from 'vitest';
import { readersIn } from './concern.access.ts';
import {
  mayTake,
  protocol,
  type Relation,
  relations,
  type Status,
  type StepName,
  statusAfter,
  statuses,
  stepNames,
} from './concern.rules.ts';

const school: readonly Relation[] = ['author', 'contact_person', 'school_director'];

/** From which state who may take which step, and where it leads. What is not here does not exist. */
const law: Readonly<
  Record<StepName, Partial<Record<Status, readonly [to: Status, by: readonly Relation[]]>>>
> = {
  revise: { noted: ['noted', ['author']] },
  share_with_director: { noted: ['with_director', ['author']] },
  drop: { noted: ['noted', ['author']] },
  reply: { with_director: ['with_director', ['school_director']], working: ['working', ['school_director']] },
  add_participant: {
    with_director: ['with_director', ['author', 'school_director']],
    working: ['working', ['author', 'school_director']],
  },
  plan_conversation: { with_director: ['with_director', school], working: ['working', school] },
  answer_invitation: {
    with_director: ['with_director', ['school_director', 'participant']],
    working: ['working', ['school_director', 'participant']],
  },
  hold_conversation: {
    with_director: ['working', school],
    working: ['working', school],
    with_board: ['with_board', ['contact_person', 'team_lead', 'partnership_director', 'board_member']],
  },
  confirm_report: { working: ['working', ['school_director']] },
  review: { working: ['working', school] },
  close: {
    with_director: ['closed', ['author', 'contact_person']],
    working: ['closed', ['author', 'contact_person']],
    with_board: ['closed', ['team_lead']],
  },
  propose_board: { working: ['board_proposed', ['author', 'contact_person', 'school_director']] },
  withdraw_proposal: { board_proposed: ['working', ['proposer']] },
  take_position: { board_proposed: ['board_proposed', ['school_director']] },
  not_to_board: { board_proposed: ['working', ['team_lead']] },
  share_with_board: { board_proposed: ['with_board', ['team_lead']] },
  add_view: { with_board: ['with_board', ['school_director', 'board_member']] },
  resolve: { with_board: ['resolved', ['team_lead']] },
};

const subsets = Array.from({ length: 2 ** relations.length }, (_, bits) =>
  relations.filter((_relation, nth) => (bits >> nth) & 1),
);

test('there are these steps and no others', () => {
  expect(Object.keys(law).sort()).toEqual([...stepNames].sort());
});

test.each(stepNames)('%s is taken by who may and by nobody else, whatever else they are', (step) => {
  for (const status of statuses) {
    const anywhere = Object.values(law[step]).flatMap(([, by]) => by);
    const allowed = law[step][status]?.[1] ?? anywhere;
    for (const held of subsets) {
      expect(mayTake(step, { status, relations: held }), `${status} ${held}`).toBe(
        held.some((relation) => allowed.includes(relation)),
      );
    }
  }
});

test.each(stepNames)('%s leads where it should', (step) => {
  for (const status of statuses)
    expect(statusAfter(step, status, false), status).toBe(law[step][status]?.[0]);
});

test('only a review can resolve at the school', () => {
  const resolving = stepNames.filter((step) =>
    statuses.some((status) => statusAfter(step, status, true) !== statusAfter(step, status, false)),
  );
  expect(resolving).toEqual(['review']);
  expect(statusAfter('review', 'working', true)).toBe('resolved');
});

test('a note is read by its author alone, a concern by the school, and by the board only once put forward', () => {
  const circle = ['author', 'directors', 'contact_persons', 'team_lead', 'participants'];
  expect(readersIn('noted', false)).toEqual(['author']);
  for (const status of ['with_director', 'working', 'board_proposed', 'resolved', 'closed'] as const)
    expect(readersIn(status, false)).toEqual(circle);
  for (const status of ['with_board', 'resolved', 'closed'] as const)
    expect(readersIn(status, true)).toEqual([...circle, 'board', 'partnership_director']);
  expect(readersIn('with_board', false)).toEqual([...circle, 'board', 'partnership_director']);
});

test('the board sees what was shared with the director and said about it, not who was asked along or turned down', () => {
  const hidden = stepNames.filter((step) => !protocol[step].boardReads).sort();
  expect(hidden).toEqual(
    [
      ...['revise', 'drop', 'add_participant', 'plan_conversation', 'answer_invitation'],
      ...['withdraw_proposal', 'not_to_board'],
    ].sort(),
  );
});
