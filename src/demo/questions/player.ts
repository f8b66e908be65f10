/**
 * Plays a school year of support questions through the product's own actions, with a moved clock: nothing stands here that the
 * protocol would not allow. The same day and registers give the same stories.
 */
import { type DatabaseAccess, operatorDatabase } from '../../platform/command.ts';
import type { Database } from '../../platform/database.ts';
import type { Actor } from '../../platform/pure/actor.ts';
import { addDays, type CivilDate, dayOf } from '../../platform/pure/dates.ts';
import type { Deed } from '../../platform/route.ts';
import { askQuestion, takeStep } from '../../questions/index.ts';
import { addAbsence } from '../../stationing/index.ts';
import { type IsOpen, momentOn, nextOpen } from '../days.ts';
import { findStagedSchools, findTeam, getActorOn, type StagedSchool, type Team } from '../demo.store.ts';
import { ambitionFor, findPlanned, type Planned } from '../plans/planned.ts';
import { byDay, type Happening, meetingAfter, nextMeeting } from './calendar.ts';
import type { DemoQuestion } from './demo-question.ts';
import { askOf, type Scene, stepOf } from './inputs.ts';
import { lastYear } from './last-year.ts';
import { closeMeeting, holdMeeting, type PlannedMeeting, planMeetings } from './meetings.ts';
import { playNote } from './notes.ts';
import { demoQuestions } from './questions.ts';
import { type Act, type QuestionRoad, questionRoads, type Who } from './roads.ts';
import { awayOf } from './team.ts';
import { waiting } from './waiting.ts';
import { type Work, workAt } from './work.ts';

interface Stage {
  readonly database: Database;
  readonly tenantId: string;
  readonly schools: readonly StagedSchool[];
  readonly team: Team;
  readonly roads: readonly QuestionRoad[];
  readonly meetings: readonly PlannedMeeting[];
  readonly planned: Planned;
  readonly actors: Map<string, Actor>;
}

export async function loadDemoQuestions(
  access: DatabaseAccess,
  tenantId: string,
  now: Date,
  isOpen: IsOpen,
): Promise<void> {
  const today = dayOf(now.getTime());
  const first = addDays(today, -345);
  let clock = momentOn(first, 7);
  const database = operatorDatabase(access, () => clock);
  try {
    const [schools, team] = await database.read({ operatorFor: tenantId }, (reader) =>
      Promise.all([
        findStagedSchools(reader, tenantId, addDays(today, -300)),
        findTeam(reader, tenantId, first),
      ]),
    );
    const roads = [...questionRoads, ...lastYear(today), ...waiting];
    const planned = await findPlanned(database, tenantId);
    const stage = { database, tenantId, schools, team, roads, planned, actors: new Map<string, Actor>() };
    const secretary = await actorOf(stage, team.secretary, today);
    const meetings = await planMeetings({ database, via: 'command', now: clock }, secretary, today, isOpen);
    const works = new Map<number, Work>();
    for (const [day, happenings] of byDay(roads, meetings, today, isOpen)) {
      for (const meeting of meetings.filter((one) => one.day === day)) {
        clock = momentOn(day, 16);
        await holdMeeting({ database, via: 'command', now: clock }, secretary, meeting, team.members);
      }
      for (const [nth, happening] of happenings.entries()) {
        clock = momentOn(day, 8, nth * 7);
        await happen({ ...stage, meetings }, happening, { database, via: 'command', now: clock }, works);
      }
    }
    for (let nth = 0; nth < 10; nth += 1) {
      const day = nextOpen(addDays(today, -20 * nth - 12), isOpen);
      clock = momentOn(day, 15);
      const [writer, ...readers] = [0, 1, 2, 3].map((step) => specialistAt(team, nth + 3 * step));
      const actors = await Promise.all(readers.map((one) => actorOf(stage, one, today)));
      const deed = { database, via: 'command', now: clock } as const;
      await playNote(deed, nth, await actorOf(stage, writer ?? '', today), actors);
    }
    // Of the last two weeks' meetings the secretary still has work to do.
    clock = momentOn(addDays(today, -1), 17);
    for (const meeting of meetings.filter(({ day }) => day < addDays(today, -14)))
      await closeMeeting({ database, via: 'command', now: clock }, secretary, meeting, team.members);
    const lead = await actorOf(stage, team.teamLead, today);
    for (const { nth, from, to } of awayOf(lead.tenant.code, today)) {
      clock = momentOn(from, 7);
      const deed = { database, via: 'command', now: clock } as const;
      mustBeTaken(await addAbsence(deed, lead, specialistAt(team, nth), { from, to }), 'an absence');
    }
  } finally {
    await database.close();
  }
}

async function happen(
  stage: Stage,
  { day, road: position, act }: Happening,
  deed: Deed,
  works: Map<number, Work>,
) {
  const road = stage.roads[position];
  const school = stage.schools[((road?.continues ?? position) * 5) % stage.schools.length];
  if (road === undefined || school === undefined) return;
  const scene = sceneOf(stage, road, position, school, day, act);
  const actor = await actorOf(stage, personOf(stage, school, scene, act?.who ?? road.author), day);
  if (act === undefined) {
    const before = works.get(road.continues ?? -1)?.questionId;
    const id = mustBeTaken(
      await askQuestion(deed, actor, askOf(road, scene, before)),
      `road ${position}: ask`,
    );
    works.set(position, { questionId: id, goalId: undefined, visitId: undefined, nth: position });
    return;
  }
  const work = works.get(position);
  if (work === undefined) return;
  const done = await workAt(deed, actor, act, scene, road.level, work);
  if (done !== undefined) return void works.set(position, { ...work, ...done });
  const request = stepOf(act as Parameters<typeof stepOf>[0], scene);
  mustBeTaken(await takeStep(deed, actor, work.questionId, request), `road ${position}: ${act.doing}`);
}

function sceneOf(
  { team, roads, meetings, planned }: Stage,
  road: QuestionRoad,
  position: number,
  school: StagedSchool,
  day: CivilDate,
  act: Act | undefined,
): Scene {
  const meeting = act?.doing === 'hold_over' ? nextMeeting(meetings, day) : meetingAfter(meetings, day);
  const text = textOf(roads, road, position);
  return {
    day,
    schoolCode: school.code,
    text,
    nth: position,
    specialist: specialistAt(team, position),
    colleague: specialistAt(team, position + 5),
    meeting: meeting?.id,
    ambition: ambitionFor(planned, text.expertise, position),
  };
}

const specialistAt = ({ specialists }: Team, nth: number) => specialists[nth % specialists.length] ?? '';

/** Each road has words of its own level; one that ends in a TLV those that speak of it. */
function textOf(roads: readonly QuestionRoad[], road: QuestionRoad, position: number): DemoQuestion {
  const isTlv = road.acts.some(({ choice }) => choice === 'tlv');
  const fit = demoQuestions.filter(
    ({ level, tlv }) => level === road.level && (!isTlv || tlv?.granted !== undefined),
  );
  const earlier = roads.slice(0, position).filter(({ level }) => level === road.level).length;
  const text = fit[earlier % fit.length];
  if (text === undefined) throw new Error(`no words for a question at level ${road.level}`);
  return text;
}

function personOf({ team }: Stage, school: StagedSchool, scene: Scene, who: Who): string {
  switch (who) {
    case 'specialist':
      return scene.specialist;
    case 'colleague':
      return scene.colleague;
    case 'committee_secretary':
      return team.secretary;
    default:
      return school.cast[who] ?? '';
  }
}

async function actorOf(
  { database, tenantId, actors }: Pick<Stage, 'database' | 'tenantId' | 'actors'>,
  personId: string,
  day: CivilDate,
): Promise<Actor> {
  const known = actors.get(personId);
  if (known !== undefined) return known;
  const actor = await database.read({ operatorFor: tenantId }, (reader) =>
    getActorOn(reader, tenantId, personId, day),
  );
  if (actor === undefined) throw new Error('the demonstration names somebody who is not there');
  actors.set(personId, actor);
  return actor;
}

/** The demonstration keeps to the protocol like everybody: what is refused is a fault in its script. */
export function mustBeTaken(
  outcome: { readonly outcome: string; readonly id?: string },
  what: string,
): string {
  if (outcome.outcome === 'taken' && outcome.id !== undefined) return outcome.id;
  throw new Error(`the demonstration cannot take ${what}: ${JSON.stringify(outcome).slice(0, 400)}`);
}
