/**
 * Roads that questions of the demonstration go, as data: together they reach every state. Each act comes so many days after the one
 * before; what would lie ahead of today has not happened yet, so the same road stands in another state when it began later.
 */
import type { StepName } from '../../questions/index.ts';
import type { DemoLevel } from './demo-question.ts';

/** Who acts: somebody of the school, one of the question's two specialists, or the committee's secretary. */
export type Who =
  | 'support_coordinator'
  | 'school_director'
  | 'contact_person'
  | 'teacher'
  | 'team_lead'
  | 'specialist'
  | 'colleague'
  | 'committee_secretary';

/** A step of the protocol, or what is done around it. */
export type Doing = StepName | 'accept' | 'set_goal' | 'score' | 'visit' | 'confirm' | 'dispute';

export interface Act {
  /** Days after the act before it. */
  readonly after: number;
  readonly who: Who;
  readonly doing: Doing;
  /** Which of several: advice or decision, arrangement or tlv, which moment of a score, in which role. */
  readonly choice?: string;
}

export interface QuestionRoad {
  readonly level: DemoLevel;
  readonly author: Who;
  /** Days before today on which it was asked. */
  readonly ago: number;
  readonly acts: readonly Act[];
  /** Takes up again the question of the road with this position. */
  readonly continues?: number;
  /** A language that whoever comes must speak. */
  readonly language?: string;
}

const act = (after: number, who: Who, doing: Doing, choice?: string): Act =>
  choice === undefined ? { after, who, doing } : { after, who, doing, choice };

export const submit = act(1, 'support_coordinator', 'submit');
export const looked = [submit, act(2, 'contact_person', 'triage')];
export const answered = [...looked, act(2, 'contact_person', 'answer')];
export const declined = [...looked, act(3, 'contact_person', 'decline')];
export const withdrawn = [submit, act(3, 'support_coordinator', 'withdraw')];
/** The shortest line: a specialist thinks along from the draft. */
const along = [act(0, 'support_coordinator', 'think_along'), act(1, 'specialist', 'accept')];
const answeredAlong = [...along, ...looked, act(1, 'specialist', 'answer')];
const assigned = act(3, 'contact_person', 'assign');
const begun = [
  act(4, 'specialist', 'start'),
  act(1, 'specialist', 'set_goal'),
  act(1, 'specialist', 'score', 'start'),
  act(0, 'support_coordinator', 'score', 'start'),
  act(6, 'specialist', 'visit', 'observation'),
  act(3, 'support_coordinator', 'confirm'),
];
const ended = [
  act(18, 'specialist', 'visit', 'coaching'),
  act(2, 'support_coordinator', 'confirm'),
  act(12, 'specialist', 'score', 'interim'),
  act(14, 'specialist', 'visit', 'advice'),
  act(3, 'school_director', 'confirm'),
  act(12, 'specialist', 'score', 'end'),
  act(1, 'support_coordinator', 'score', 'end'),
  act(2, 'specialist', 'evaluate'),
  act(3, 'support_coordinator', 'complete'),
  act(185, 'support_coordinator', 'score', 'follow_up'),
  act(1, 'support_coordinator', 'follow_up'),
];
const helped = [...looked, assigned, ...begun, ...ended];
const advised = [
  ...looked,
  act(2, 'contact_person', 'to_committee', 'advice'),
  act(1, 'committee_secretary', 'advise'),
];
const decided = (kind: 'arrangement' | 'tlv') => [
  ...looked,
  act(2, 'contact_person', 'to_committee', 'decision'),
  act(1, 'committee_secretary', 'decide', kind),
];

const road = (
  level: DemoLevel,
  ago: number,
  acts: readonly Act[],
  more: Partial<QuestionRoad> = {},
): QuestionRoad => ({
  level,
  author: 'support_coordinator',
  ago,
  acts,
  ...more,
});

export const questionRoads: readonly QuestionRoad[] = [
  // The light route.
  road('group', 310, answered),
  road('team', 265, answeredAlong),
  road('group', 190, answeredAlong),
  road('school', 150, answered, { author: 'school_director' }),
  road('group', 44, [submit, act(6, 'contact_person', 'triage'), act(9, 'contact_person', 'answer')]),
  road('team', 20, answeredAlong, { author: 'contact_person' }),
  // Helped by a specialist: looked back on, completed, running, just assigned.
  road('group', 330, helped),
  road('pupil', 320, helped),
  road('team', 300, helped),
  road('group', 285, helped),
  road('pupil', 170, [...along, ...helped]),
  road('school', 160, helped, { author: 'school_director' }),
  road('team', 88, helped),
  road('pupil', 84, helped),
  road('team', 200, [...looked, assigned, ...begun, ...ended.slice(0, 8)]),
  road('group', 62, [...looked, assigned, act(1, 'team_lead', 'assign', 'Meewerkend'), ...begun]),
  road('group', 58, [...looked, assigned, ...begun, act(9, 'team_lead', 'hand_over')]),
  road('team', 52, [
    ...looked,
    assigned,
    ...begun,
    act(3, 'specialist', 'visit', 'team_training'),
    act(4, 'support_coordinator', 'dispute'),
  ]),
  road('school', 40, [...looked, assigned, ...begun.slice(0, 5)]),
  road('pupil', 11, [...looked, assigned]),
  // By way of the committee.
  road('pupil', 240, [...advised, assigned, ...begun, ...ended]),
  road('pupil', 130, [
    ...decided('arrangement'),
    assigned,
    ...begun,
    act(29, 'specialist', 'score', 'end'),
    act(1, 'specialist', 'evaluate'),
    act(2, 'team_lead', 'extend'),
  ]),
  road('pupil', 110, [...decided('tlv'), act(4, 'contact_person', 'answer')]),
  road('group', 75, [
    ...looked,
    act(2, 'contact_person', 'to_committee', 'advice'),
    act(1, 'committee_secretary', 'hold_over'),
    act(6, 'contact_person', 'complete_file'),
    act(1, 'committee_secretary', 'advise'),
    act(3, 'contact_person', 'answer'),
  ]),
  road('pupil', 8, [...looked, act(1, 'contact_person', 'to_committee', 'decision')]),
  road('team', 7, [...looked, act(1, 'contact_person', 'to_committee', 'advice')]),
  // Asked for more, declined, withdrawn, stopped, taken up again.
  road('pupil', 26, [...looked, act(2, 'contact_person', 'ask_information')]),
  road('group', 70, [
    ...looked,
    act(2, 'contact_person', 'ask_information'),
    act(9, 'support_coordinator', 'give_information'),
    act(2, 'contact_person', 'answer'),
  ]),
  road('school', 95, declined),
  road('team', 66, withdrawn),
  road('group', 140, [...looked, assigned, ...begun, act(12, 'specialist', 'stop')]),
  road('group', 30, [...looked, assigned, act(5, 'specialist', 'start')], { continues: 30 }),
  // New, and waiting too long.
  road('group', 2, []),
  road('team', 5, [], { author: 'teacher' }),
  road('group', 6, [submit], { author: 'teacher' }),
  road('pupil', 3, [submit]),
  road('school', 14, [submit]),
  road('team', 34, looked),
];
