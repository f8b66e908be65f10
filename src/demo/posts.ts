/** Who holds which post in the demonstration: all roles, and whatever can happen to an appointment. */
import type { Role } from '../platform/pure/actor.ts';
import { addDays, type CivilDate } from '../platform/pure/dates.ts';
import type { PartnershipNames } from './names.ts';

/** Numbers of schools (from 0) where something is out of the ordinary. */
export const special = {
  /** The director left 60 days ago; another came. */
  changedDirector: 3,
  /** The director is away; another acts for 20 days now. */
  actingDirector: 4,
  /** The director left; the next one begins in 30 days. */
  noDirector: 5,
  noBoard: 6,
  /** The only member of its board is its director. */
  ownBoard: 25,
} as const;

/** Who holds which role where; `board` and `school` are numbers, without them it is the partnership. */
export interface Post {
  readonly who: string;
  readonly role: Role;
  readonly board?: number;
  readonly school?: number;
  readonly from?: CivilDate;
  readonly until?: CivilDate;
  readonly acting?: true;
}

export function postsOf(names: PartnershipNames, today: CivilDate): readonly Post[] {
  return [
    ...partnershipPosts(names, today),
    ...names.schools.flatMap((_, school) => schoolPosts(school, today)),
    ...boardPosts,
    ...comingPosts(names, today),
  ];
}

/** Who takes over on a day that is known already. They stand last: names are handed out in this order. */
function comingPosts({ code }: PartnershipNames, today: CivilDate): readonly Post[] {
  return [
    {
      who: 'coming director',
      role: 'school_director',
      school: special.actingDirector,
      from: addDays(today, 40),
    },
    ...(code === 'rotterdam'
      ? [{ who: 'coming team lead', role: 'team_lead', from: addDays(today, 21) } as const]
      : []),
  ];
}

function partnershipPosts({ code }: PartnershipNames, today: CivilDate): readonly Post[] {
  const single = [
    'partnership_director',
    'policy_adviser',
    'editor',
    'privacy_officer',
    'administrator',
    'committee_secretary',
  ] as const;
  return [
    ...single.map((role) => ({ who: role, role })),
    ...upTo(code === 'rotterdam' ? 2 : 1).map((n): Post => ({ who: `team lead ${n}`, role: 'team_lead' })),
    ...upTo(4).map((n): Post => ({ who: `committee ${n}`, role: 'committee_member' })),
    ...upTo(6).map((n): Post => ({ who: `specialist ${n}`, role: 'specialist' })),
    // The first team lead still works as a specialist too.
    { who: 'team lead 0', role: 'specialist' },
    ...[6, 7, 8, 9, 10, 11].flatMap((n): readonly Post[] => [
      { who: `specialist ${n}`, role: 'specialist', school: n - 6 },
      { who: `specialist ${n}`, role: 'specialist', school: n + 6 },
    ]),
    { who: 'next specialist', role: 'specialist', from: addDays(today, 14) },
    { who: 'former specialist', role: 'specialist', until: addDays(today, -30) },
  ];
}

const contactPersons = 6;

function schoolPosts(school: number, today: CivilDate): readonly Post[] {
  // Schools 12 and 13 share an intern begeleider.
  const coordinator = `coordinator ${school === 13 ? 12 : school}`;
  return [
    { who: `contact ${school % contactPersons}`, role: 'contact_person', school },
    ...(school === 7 ? [{ who: 'contact 4', role: 'contact_person', school } as const] : []),
    ...directorPosts(school, today),
    { who: coordinator, role: 'support_coordinator', school },
    ...(school === 14 ? [{ who: 'second coordinator', role: 'support_coordinator', school } as const] : []),
    { who: `teacher ${school} a`, role: 'teacher', school },
    { who: `teacher ${school} b`, role: 'teacher', school },
    ...(teacherPosts(today)[school] ?? []),
  ];
}

function directorPosts(school: number, today: CivilDate): readonly Post[] {
  const role = 'school_director';
  // Schools 10 and 11 have one director.
  const who = `director ${school === 11 ? 10 : school}`;
  if (school === special.changedDirector) {
    const change = addDays(today, -60);
    return [
      { who: 'former director', role, school, until: change },
      { who, role, school, from: change },
    ];
  }
  if (school === special.actingDirector) {
    const from = addDays(today, -20);
    return [
      { who, role, school, until: from },
      { who: 'acting director', role, school, from, until: addDays(today, 40), acting: true },
    ];
  }
  if (school === special.noDirector) {
    return [
      { who, role, school, until: addDays(today, -10) },
      { who: 'next director', role, school, from: addDays(today, 30) },
    ];
  }
  return [{ who, role, school }];
}

/** Teachers who come, go or may not come in, by number of their school. */
const teacherPosts = (today: CivilDate): readonly (readonly Post[])[] => [
  [{ who: 'former teacher', role: 'teacher', school: 0, until: addDays(today, -45) }],
  [{ who: 'next teacher', role: 'teacher', school: 1, from: addDays(today, 21) }],
  [{ who: 'suspended teacher', role: 'teacher', school: 2 }],
];

const boardPosts: readonly Post[] = [
  ...upTo(3).flatMap((board): readonly Post[] => [
    { who: `board ${board} a`, role: 'board_member', board },
    { who: `board ${board} b`, role: 'board_member', board },
  ]),
  { who: `director ${special.ownBoard}`, role: 'board_member', board: 3 },
];

function upTo(n: number): readonly number[] {
  return Array.from({ length: n }, (_, nth) => nth);
}
