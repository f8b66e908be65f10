/**
 * Two invented partnerships, the same at every load but for the days, which lie around the base day. Whatever can happen to an
 * appointment happens somewhere: the list `special` says where.
 */
import { createHash } from 'node:crypto';
import type { Role } from '../platform/pure/actor.ts';
import { addDays, type CivilDate } from '../platform/pure/dates.ts';
import type {
  LoadedAppointment,
  LoadedHoliday,
  LoadedPerson,
  LoadedPlace,
  LoadedSchool,
  Registers,
} from '../registers/index.ts';
import { carnivalOf, holidaysOf, schoolYearsAround } from './holidays.ts';
import { firstNames, lastNames, type PartnershipNames, partnerships, streets } from './names.ts';

export interface DemonstrationRegisters extends Registers {
  readonly tenantId: string;
  readonly code: 'rotterdam' | 'oss-uden';
  readonly name: string;
}

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

/** The registers of both partnerships around a day. */
export function demonstrationRegisters(today: CivilDate): readonly DemonstrationRegisters[] {
  return partnerships.map((names) => registersOf(names, today));
}

/** A fixed id for a thing of the demonstration (UUIDv8, RFC 9562 §5.8). */
function fixedId(...path: readonly (string | number)[]): string {
  const hex = createHash('sha256')
    .update(`kortelijn demonstratie ${path.join('/')}`)
    .digest('hex');
  return `${hex.slice(0, 8)}-${hex.slice(8, 12)}-8${hex.slice(13, 16)}-8${hex.slice(17, 20)}-${hex.slice(20, 32)}`;
}

function registersOf(names: PartnershipNames, today: CivilDate): DemonstrationRegisters {
  const { code, name } = names;
  const places = (
    kind: string,
    list: readonly string[],
    codeOf: (nth: number) => string,
  ): readonly LoadedPlace[] =>
    list.map((one, nth) => ({ id: fixedId(code, kind, nth), code: codeOf(nth), name: one }));
  const boards = places('board', names.boards, (nth) => `${code === 'rotterdam' ? '991' : '992'}0${nth + 1}`);
  const areas = places('area', names.areas, (nth) => `G${nth + 1}`);
  const schools = names.schools.map((school, nth) => schoolOf(names, school, nth, boards, areas));
  const posts = postsOf(names, today);
  const keys = [...new Set(posts.map((post) => post.who))];
  const people = keys.map((key, nth) => personOf(names, key, nth, today));
  const appointments = posts.map((post): LoadedAppointment => {
    const { who, role, board, school, from = addDays(today, -1_000), until = null, acting = false } = post;
    return {
      id: fixedId(code, 'appointment', who, role, board ?? '', school ?? ''),
      personId: fixedId(code, 'person', who),
      role,
      boardId: board === undefined ? null : (boards[board]?.id ?? null),
      schoolId: school === undefined ? null : (schools[school]?.id ?? null),
      acting,
      startsOn: from,
      endsOn: until,
    };
  });
  const holidays = holidaysFor(names, today, boards, schools);
  return { tenantId: fixedId(code), code, name, boards, areas, schools, people, appointments, holidays };
}

function schoolOf(
  names: PartnershipNames,
  name: string,
  nth: number,
  boards: readonly LoadedPlace[],
  areas: readonly LoadedPlace[],
): LoadedSchool {
  const board = nth === special.noBoard ? undefined : boards[nth === special.ownBoard ? 3 : nth % 3];
  const number = String(nth + 1).padStart(2, '0');
  return {
    id: fixedId(names.code, 'school', nth),
    code: `${names.brin}${String.fromCharCode(65 + nth)}00`,
    name,
    kind: nth % 13 === 12 ? 'SO' : nth % 9 === 8 ? 'SBO' : 'BO',
    boardId: board?.id ?? null,
    areaId: areas[nth % areas.length]?.id ?? '',
    street: streets[nth % streets.length] ?? '',
    houseNumber: String(3 + nth * 2),
    postcode: `99${number} ZZ`,
    city: names.places[nth % names.places.length] ?? '',
    phone: `000 000 00 ${number}`,
    pupils: 84 + ((nth * 53) % 310),
    // A grid of about one by two kilometres with a crooked edge, so that a map shows no rows.
    latitude: names.latitude + Math.floor(nth / 5) * 0.012 + (nth % 3) * 0.003,
    longitude: names.longitude + (nth % 5) * 0.021 + (nth % 4) * 0.004,
  };
}

function personOf(names: PartnershipNames, key: string, nth: number, today: CivilDate): LoadedPerson {
  // 39 first and 31 last names: no two people among 1,209 have the same pair.
  const at = nth + (names.code === 'rotterdam' ? 0 : 600);
  const first = firstNames[at % firstNames.length] ?? '';
  const last = lastNames[at % lastNames.length] ?? '';
  const plain = `${first}.${last}`.normalize('NFKD').replace(/\p{M}/gu, '').replaceAll(' ', '').toLowerCase();
  return {
    id: fixedId(names.code, 'person', key),
    name: `${first} ${last}`,
    email: `${plain}@${names.mail}`,
    phone: key.startsWith('teacher') ? null : `000 000 ${String(1_000 + nth)}`,
    suspendedAt: key === 'suspended teacher' ? `${addDays(today, -5)}T08:00:00Z` : null,
  };
}

/** Who holds which role where; `board` and `school` are numbers, without them it is the partnership. */
interface Post {
  readonly who: string;
  readonly role: Role;
  readonly board?: number;
  readonly school?: number;
  readonly from?: CivilDate;
  readonly until?: CivilDate;
  readonly acting?: true;
}

function postsOf(names: PartnershipNames, today: CivilDate): readonly Post[] {
  return [
    ...partnershipPosts(names, today),
    ...names.schools.flatMap((_, school) => schoolPosts(school, today)),
    ...boardPosts,
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

function holidaysFor(
  names: PartnershipNames,
  today: CivilDate,
  boards: readonly LoadedPlace[],
  schools: readonly LoadedSchool[],
): readonly LoadedHoliday[] {
  const region = names.code === 'rotterdam' ? 'midden' : 'zuid';
  const base = { boardId: null, schoolId: null, kind: 'free' } as const;
  return schoolYearsAround(today).flatMap((year) => {
    const id = (...path: readonly (string | number)[]) => fixedId(names.code, 'holiday', year, ...path);
    const everybody = holidaysOf(year, region).map(
      ({ name, from, until }): LoadedHoliday => ({
        ...base,
        id: id(name),
        scope: 'tenant',
        name,
        startsOn: from,
        endsOn: until,
      }),
    );
    const carnival = carnivalOf(year);
    const [monday, tuesday, thursday] = [addDays(carnival, 2), addDays(carnival, 3), addDays(carnival, 5)];
    const ofBoard = { ...base, id: id('board'), scope: 'board', boardId: boards[1]?.id ?? null } as const;
    const ofSchool = {
      ...base,
      id: id('school'),
      scope: 'school',
      schoolId: schools[4]?.id ?? null,
    } as const;
    const exceptions: readonly LoadedHoliday[] =
      region === 'midden'
        ? [
            { ...ofBoard, name: 'Carnaval', startsOn: monday, endsOn: addDays(tuesday, 1) },
            {
              ...ofSchool,
              kind: 'open',
              name: 'Gewoon les op carnavalsmaandag',
              startsOn: monday,
              endsOn: tuesday,
            },
          ]
        : [
            {
              ...ofBoard,
              kind: 'open',
              name: 'Weer les na carnaval',
              startsOn: thursday,
              endsOn: addDays(thursday, 2),
            },
            { ...ofSchool, name: 'Vrij na carnaval', startsOn: thursday, endsOn: addDays(thursday, 1) },
          ];
    return [...everybody, ...exceptions];
  });
}

function upTo(n: number): readonly number[] {
  return Array.from({ length: n }, (_, nth) => nth);
}
