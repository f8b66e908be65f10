/**
 * The mirrored world: a school raises concerns about the partnership. Everybody is named after the seat they take, so that what is
 * tried in the other world can be tried here: «director» is the team lead who is addressed first, «boardMember» the partnership director.
 */
import type { Identity } from '../../src/platform/pure/actor.ts';
import {
  aMirroredCast,
  aNoteBy,
  anAppointment,
  aSchool,
  type Cast,
  type Stage,
  step,
} from '../support/factories.ts';
import { concernsOf, endsOn, turn, type World } from './world.ts';

/** From September on no team lead and no partnership director are known; in October one person is both. */
export const bare = '2026-09-01';
export const both = '2026-10-01';

export async function aMirroredWorld(stage: Stage): Promise<World> {
  const cast = await aMirroredCast(stage);
  const people = await peopleOf(stage, cast);
  const concerns = await concernsOf(stage, cast, people);
  const joined = await aNoteBy(stage, cast);
  await step(stage, cast.tenantId, cast.author, joined, { step: 'share_with_director' });
  const personId = people['joinedContact']?.personId ?? '';
  await step(stage, cast.tenantId, cast.director, joined, { step: 'add_participant', personId });
  return { cast, people, concerns: { ...concerns, 'with_director contact joined': joined } };
}

async function peopleOf(stage: Stage, cast: Cast): Promise<World['people']> {
  const { tenantId, school, boardId } = cast;
  const here = { tenantId, schoolId: school.id };
  const lone = { tenantId };
  const sameBoard = { tenantId, schoolId: (await aSchool(stage, tenantId, boardId)).id };
  const ended = { tenantId, to: bare };
  const mine = {
    author: cast.author,
    director: cast.director,
    coordinator: cast.coordinator,
    teamLead: cast.teamLead,
    boardMember: cast.boardMember,
    leadAndContact: await anAppointment(stage, 'school_director', here),
    formerDirector: await anAppointment(stage, 'team_lead', { tenantId, to: '2026-02-01' }),
    newDirector: await anAppointment(stage, 'team_lead', { ...ended, from: turn }),
    actingDirector: await anAppointment(stage, 'team_lead', { tenantId, from: turn, to: '2026-08-01' }),
    otherCoordinator: await anAppointment(stage, 'contact_person', here),
    joinedContact: await anAppointment(stage, 'contact_person', here),
    leavingTeacher: await anAppointment(stage, 'teacher', { ...here, to: turn }),
    lateBoardMember: await anAppointment(stage, 'partnership_director', { ...ended, from: turn }),
    leavingBoardMember: await anAppointment(stage, 'partnership_director', { tenantId, to: turn }),
    schoolBoard: await anAppointment(stage, 'board_member', { tenantId, boardId }),
    specialist: await anAppointment(stage, 'specialist', lone),
    administrator: await anAppointment(stage, 'administrator', lone),
    privacyOfficer: await anAppointment(stage, 'privacy_officer', lone),
    directorSameBoard: await anAppointment(stage, 'school_director', sameBoard),
    contactElsewhere: await anAppointment(stage, 'contact_person', sameBoard),
    teacherElsewhere: await anAppointment(stage, 'teacher', sameBoard),
    leadAndUpper: await anAppointment(stage, 'team_lead', { tenantId, from: both }),
  };
  await anAppointment(stage, 'partnership_director', { ...lone, personId: mine.leadAndUpper, from: both });
  await anAppointment(stage, 'editor', { ...lone, personId: mine.leadAndUpper, to: both });
  // The team lead of today goes at the turn, the partnership director with the bare month; whoever went still comes in.
  await endsOn(stage, cast, cast.director, turn);
  await endsOn(stage, cast, cast.boardMember, bare);
  await anAppointment(stage, 'specialist', { ...lone, personId: cast.director, from: turn });
  await anAppointment(stage, 'specialist', { ...lone, personId: mine.formerDirector });
  await anAppointment(stage, 'teacher', { ...sameBoard, personId: mine.leavingTeacher, from: turn });
  await anAppointment(stage, 'contact_person', { ...here, personId: mine.leavingTeacher, from: turn });
  await anAppointment(stage, 'teacher', { ...sameBoard, personId: mine.leavingBoardMember });
  for (const future of [mine.newDirector, mine.actingDirector, mine.lateBoardMember])
    await anAppointment(stage, 'editor', { tenantId, personId: future, to: turn });
  return Object.fromEntries(
    Object.entries(mine).map(([name, personId]): [string, Identity] => [name, { tenantId, personId }]),
  );
}

/** Both worlds in one database: the people and concerns of the mirror stand beside the others under names of their own. */
export function withMirror(world: World, mirror: World): World {
  const named = <Thing>(things: Readonly<Record<string, Thing>>) =>
    Object.fromEntries(Object.entries(things).map(([name, thing]) => [`mirrored_${name}`, thing]));
  return {
    ...world,
    people: { ...world.people, ...named(mirror.people) },
    concerns: { ...world.concerns, ...named(mirror.concerns) },
  };
}
