/**
 * Roads that concerns of the demonstration go, as data: together they reach every state. Days count from the note; people are named
 * by what they are at the school.
 */
import type { StepName } from '../concerns/index.ts';

export type Part =
  | 'contact_person'
  | 'school_director'
  | 'support_coordinator'
  | 'teacher'
  | 'specialist'
  | 'team_lead'
  | 'board_member'
  | 'partnership_director';

export interface RoadStep {
  /** Days after the note. */
  readonly day: number;
  readonly who: Part;
  readonly step: StepName;
  /** Which of several answers, for steps that have them. */
  readonly choice?: string;
}

export interface Road {
  readonly author: Part;
  /** Days before today on which it was noted. */
  readonly ago: number;
  /** Whether the note is complete enough to share. */
  readonly complete: boolean;
  readonly steps: readonly RoadStep[];
  /** The mirror: the school raises it about the partnership. */
  readonly about?: 'partnership';
  /** Takes up again the concern of the road with this position. */
  readonly continues?: number;
  /** So many days after the note an agreement becomes a question. */
  readonly asks?: number;
}

const shared: RoadStep = { day: 1, who: 'contact_person', step: 'share_with_director' };
const at = (day: number, who: Part, step: StepName, choice?: string): RoadStep =>
  choice === undefined ? { day, who, step } : { day, who, step, choice };

const talked = [
  shared,
  at(3, 'school_director', 'reply', 'accurate'),
  at(12, 'contact_person', 'hold_conversation'),
];
const proposed = [
  ...talked,
  at(16, 'school_director', 'confirm_report', 'agrees'),
  at(40, 'contact_person', 'propose_board'),
];
const forward = [
  ...proposed,
  at(45, 'school_director', 'take_position', 'agrees'),
  at(50, 'team_lead', 'share_with_board'),
];

const road = (ago: number, steps: readonly RoadStep[], more: Partial<Road> = {}): Road => ({
  author: 'contact_person',
  ago,
  complete: true,
  steps,
  ...more,
});

export const roads: readonly Road[] = [
  road(1, [], { complete: false }),
  road(4, []),
  road(6, [at(0, 'support_coordinator', 'revise')], { author: 'support_coordinator', complete: false }),
  road(2, [shared]),
  road(9, [shared, at(4, 'school_director', 'reply', 'inaccurate')]),
  road(12, [
    shared,
    at(2, 'school_director', 'reply', 'addition'),
    at(3, 'school_director', 'add_participant'),
    at(5, 'contact_person', 'plan_conversation'),
  ]),
  road(8, [
    shared,
    at(2, 'contact_person', 'plan_conversation'),
    at(4, 'school_director', 'answer_invitation', 'accepted'),
  ]),
  // Far enough apart that a whole summer holiday fits between.
  road(130, [
    shared,
    at(3, 'contact_person', 'plan_conversation'),
    at(80, 'contact_person', 'plan_conversation'),
  ]),
  road(16, talked),
  road(
    70,
    [
      ...talked,
      at(15, 'school_director', 'confirm_report', 'agrees'),
      at(45, 'contact_person', 'review', 'working'),
    ],
    { asks: 20 },
  ),
  road(60, [
    ...talked,
    at(16, 'school_director', 'confirm_report', 'own_view'),
    at(30, 'contact_person', 'hold_conversation'),
    at(33, 'school_director', 'confirm_report', 'agrees'),
  ]),
  road(150, [
    ...talked,
    at(15, 'school_director', 'confirm_report', 'agrees'),
    at(60, 'contact_person', 'review', 'resolved'),
  ]),
  road(210, [
    shared,
    at(3, 'school_director', 'reply', 'inaccurate'),
    at(6, 'contact_person', 'close', 'withdrawn'),
  ]),
  road(45, proposed),
  road(58, [...proposed, at(46, 'school_director', 'take_position', 'disagrees')]),
  road(95, proposed),
  road(100, [...forward, at(56, 'board_member', 'add_view')]),
  road(240, [
    ...forward,
    at(56, 'board_member', 'add_view'),
    at(70, 'team_lead', 'hold_conversation'),
    at(110, 'team_lead', 'resolve'),
  ]),
  road(120, [
    ...proposed,
    at(47, 'school_director', 'take_position', 'disagrees'),
    at(52, 'team_lead', 'not_to_board'),
  ]),
  road(180, [...talked, at(50, 'contact_person', 'close', 'not_further')]),
  road(5, [], { author: 'school_director' }),
  road(7, [at(1, 'teacher', 'share_with_director'), at(3, 'school_director', 'reply', 'accurate')], {
    author: 'teacher',
  }),
  road(
    14,
    [
      at(1, 'specialist', 'share_with_director'),
      at(3, 'school_director', 'reply', 'addition'),
      at(6, 'contact_person', 'plan_conversation'),
    ],
    {
      author: 'specialist',
    },
  ),
  road(20, [shared, at(2, 'school_director', 'reply', 'accurate')], { continues: 11 }),
  road(170, [
    ...talked,
    at(15, 'school_director', 'confirm_report', 'agrees'),
    at(60, 'school_director', 'review', 'resolved'),
  ]),
  road(260, [
    ...forward,
    at(60, 'school_director', 'add_view'),
    at(100, 'team_lead', 'close', 'not_further'),
  ]),
  road(195, [...talked, at(70, 'contact_person', 'review', 'resolved')]),
  road(30, talked),
  road(
    18,
    [
      at(1, 'support_coordinator', 'share_with_director'),
      at(3, 'team_lead', 'reply', 'accurate'),
      at(4, 'team_lead', 'add_participant'),
      at(6, 'support_coordinator', 'plan_conversation'),
    ],
    { about: 'partnership', author: 'support_coordinator' },
  ),
  road(
    115,
    [
      at(1, 'teacher', 'share_with_director'),
      at(3, 'team_lead', 'reply', 'accurate'),
      at(12, 'school_director', 'hold_conversation'),
      at(16, 'team_lead', 'confirm_report', 'agrees'),
      at(40, 'teacher', 'propose_board'),
      at(45, 'team_lead', 'take_position', 'agrees'),
      at(50, 'school_director', 'share_with_board'),
      at(56, 'partnership_director', 'add_view'),
    ],
    { about: 'partnership', author: 'teacher' },
  ),
];
