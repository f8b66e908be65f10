/** A small world with somebody of every kind and a concern in every state and standing, for the tests of the law. */
import { sql } from '../../src/platform/database.ts';
import type { Identity } from '../../src/platform/pure/actor.ts';
import {
  aBoard,
  aCast,
  aConcernIn,
  aNoteBy,
  anAppointment,
  aSchool,
  aTalk,
  type Cast,
  step,
} from '../support/factories.ts';
import type { Stage } from '../support/stage.ts';
import { type Walk, walksOf } from './walks.ts';

export interface World {
  readonly cast: Cast;
  readonly people: Readonly<Record<string, Identity>>;
  /** Concern ids by what is special about them; the name begins with the state. */
  readonly concerns: Readonly<Record<string, string>>;
}

/** Everything happens from 2 March 2026 on; on 1 April appointments begin and end. */
export const turn = '2026-04-01';
/** Before any term has passed, and after all have, with another director. */
export const clocks = ['2026-03-06T08:00:00Z', '2026-04-20T08:00:00Z'] as const;

interface Places {
  /** No board; one whose only board member is its director; one without a director. */
  readonly noBoard: Cast;
  readonly soleBoard: Cast;
  readonly noDirector: Cast;
}

export async function aWorld(stage: Stage): Promise<World> {
  const cast = await aCast(stage);
  const people = await peopleOf(stage, cast);
  const places = await placesOf(stage, cast);
  const concerns = await concernsOf(stage, cast, people, places);
  return { cast, people, concerns };
}

async function peopleOf(stage: Stage, cast: Cast): Promise<World['people']> {
  const { tenantId, school, boardId } = cast;
  const here = { tenantId, schoolId: school.id };
  const otherBoard = await aBoard(stage, tenantId);
  const sameBoard = { tenantId, schoolId: (await aSchool(stage, tenantId, boardId)).id };
  const elsewhere = { tenantId, schoolId: (await aSchool(stage, tenantId, otherBoard)).id };
  const lead = await anAppointment(stage, 'team_lead', { tenantId });
  await anAppointment(stage, 'contact_person', { ...here, personId: lead });
  const lone = { tenantId };
  const mine = {
    author: cast.author,
    director: cast.director,
    coordinator: cast.coordinator,
    teamLead: cast.teamLead,
    boardMember: cast.boardMember,
    partnershipDirector: cast.partnershipDirector,
    otherContact: await anAppointment(stage, 'contact_person', here),
    formerDirector: await anAppointment(stage, 'school_director', { ...here, to: '2026-02-01' }),
    newDirector: await anAppointment(stage, 'school_director', { ...here, from: turn }),
    actingDirector: await anAppointment(stage, 'school_director', { ...here, from: turn, to: '2026-08-01' }),
    otherCoordinator: await anAppointment(stage, 'support_coordinator', here),
    leavingTeacher: await anAppointment(stage, 'teacher', { ...here, to: turn }),
    leadAndContact: lead,
    otherBoardMember: await anAppointment(stage, 'board_member', { tenantId, boardId: otherBoard }),
    lateBoardMember: await anAppointment(stage, 'board_member', { tenantId, boardId, from: turn }),
    leavingBoardMember: await anAppointment(stage, 'board_member', { tenantId, boardId, to: turn }),
    administrator: await anAppointment(stage, 'administrator', lone),
    privacyOfficer: await anAppointment(stage, 'privacy_officer', lone),
    boardMemberWhoTeaches: await anAppointment(stage, 'board_member', { tenantId, boardId }),
    specialist: await anAppointment(stage, 'specialist', lone),
    directorSameBoard: await anAppointment(stage, 'school_director', sameBoard),
    contactElsewhere: await anAppointment(stage, 'contact_person', elsewhere),
    teacherElsewhere: await anAppointment(stage, 'teacher', elsewhere),
  };
  await anAppointment(stage, 'teacher', { ...here, personId: mine.boardMemberWhoTeaches });
  // Today's director goes at the turn; who was moved to another school still comes in.
  await endsOn(stage, cast, cast.director, turn);
  await anAppointment(stage, 'school_director', { ...elsewhere, personId: cast.director, from: turn });
  await anAppointment(stage, 'teacher', { ...elsewhere, personId: mine.leavingTeacher, from: turn });
  await anAppointment(stage, 'school_director', { ...elsewhere, personId: mine.formerDirector });
  await anAppointment(stage, 'teacher', { ...elsewhere, personId: mine.leavingBoardMember });
  for (const future of [mine.newDirector, mine.actingDirector, mine.lateBoardMember])
    await anAppointment(stage, 'editor', { tenantId, personId: future, to: turn });
  const foreign = await aCast(stage);
  const ids = (tenant: string, who: object): World['people'] =>
    Object.fromEntries(Object.entries(who).map(([name, personId]) => [name, { tenantId: tenant, personId }]));
  return {
    ...ids(tenantId, mine),
    ...ids(foreign.tenantId, { foreignDirector: foreign.director, foreignLead: foreign.teamLead }),
  };
}

export async function endsOn(stage: Stage, cast: Cast, personId: string, day: string): Promise<void> {
  await stage.database.write({ operatorFor: cast.tenantId }, (tx) =>
    tx.run(
      sql`update appointment set ends_on = ${day} where tenant_id = ${cast.tenantId} and person_id = ${personId}`,
    ),
  );
}

/** Schools of the same people where something is missing. */
async function placesOf(stage: Stage, cast: Cast): Promise<Places> {
  const { tenantId } = cast;
  const place = async (boardId: string | null, directed: boolean): Promise<Cast> => {
    const school = await aSchool(stage, tenantId, boardId);
    const here = { tenantId, schoolId: school.id };
    await anAppointment(stage, 'contact_person', { ...here, personId: cast.author });
    const director = directed ? await anAppointment(stage, 'school_director', here) : cast.director;
    if (boardId !== null)
      await anAppointment(stage, 'board_member', { tenantId, boardId, personId: director });
    return { ...cast, school, director };
  };
  return {
    noBoard: await place(null, true),
    soleBoard: await place(await aBoard(stage, tenantId), true),
    noDirector: await place(null, false),
  };
}

/** A concern in every state and standing; `places`: also at schools where something is missing. */
export async function concernsOf(
  stage: Stage,
  cast: Cast,
  people: World['people'],
  places?: Places,
): Promise<World['concerns']> {
  const made: Record<string, string> = {};
  const id = (name: string) => people[name]?.personId ?? '';
  const from = async (name: string, begin: () => Promise<string>, walk: Walk = []) => {
    // Each begins at a minute of its own: nobody plans two conversations at one moment.
    stage.at(new Date(Date.parse('2026-03-02T08:00:00Z') + Object.keys(made).length * 60_000).toISOString());
    const concern = await begin();
    for (const [who, request] of walk) await step(stage, cast.tenantId, who, concern, request);
    made[name] = concern;
  };
  const walks = walksOf(cast, id);
  const note =
    (who: string, more = {}) =>
    () =>
      aNoteBy(stage, cast, who, more);
  const { author } = cast;
  await from('noted', note(author));
  await from('noted bare', note(author, { meaningForChildren: undefined, goesWell: ' ' }));
  await from('noted fact is impression', note(author, { impression: 'Gelijk.', observation: 'Gelijk.' }));
  await from('noted by who leaves', note(id('leavingTeacher')));
  await from('noted by team lead', note(id('leadAndContact')));
  if (places !== undefined) {
    await from('noted by specialist', note(id('specialist')));
    await from('with_director by specialist', note(id('specialist')), [
      [id('specialist'), { step: 'share_with_director' }],
    ]);
    await from('noted without director', () => aNoteBy(stage, places.noDirector));
    await from('with_director no board', () => aConcernIn(stage, places.noBoard, 'with_director'));
    await from('working no board', () => aConcernIn(stage, places.noBoard, 'working'));
    await from('working sole board', () => aConcernIn(stage, places.soleBoard, 'working'));
  }
  await from('with_director by who leaves', note(id('leavingTeacher')), [
    [id('leavingTeacher'), { step: 'share_with_director' }],
  ]);
  await from('working by who leaves', note(id('leavingTeacher')), [
    [id('leavingTeacher'), { step: 'share_with_director' }],
    [walks.helper, aTalk('2026-03-02', [cast.director])],
  ]);
  await from('board_proposed by team lead', note(id('leadAndContact')), [
    [id('leadAndContact'), { step: 'share_with_director' }],
    ...walks.talked,
    [walks.helper, walks.propose],
    [cast.director, walks.position],
  ]);
  for (const status of [
    'with_director',
    'working',
    'board_proposed',
    'with_board',
    'resolved',
    'closed',
  ] as const)
    await from(status, () => aConcernIn(stage, cast, status));
  for (const [name, walk] of Object.entries(walks.after)) {
    const status = name.split(' ')[0] as 'with_director';
    await from(name, () => aConcernIn(stage, cast, status), walk);
  }
  for (const [name, walk] of Object.entries(walks.until))
    await from(name, () => aConcernIn(stage, cast, 'working'), walk);
  return made;
}
