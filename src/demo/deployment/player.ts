/** Plays stationings through the product's own actions, with a moved clock. */
import { addDays } from '../../platform/pure/dates.ts';
import {
  proposeStationing,
  recordVisit,
  type StationingInput,
  takeStationingStep,
} from '../../stationing/index.ts';
import type { StagedSchool } from '../demo.store.ts';
import { mustBeTaken } from '../questions/player.ts';
import type { DemonstrationRegisters } from '../registers.ts';
import type { Stage } from './stage.ts';
import { type StationingRoad, stationingRoads, type Who } from './stationings.ts';

export async function playStationings(stage: Stage, ambitions: readonly string[]): Promise<void> {
  const ids: string[] = [];
  for (const [nth, road] of stationingRoads.entries())
    ids.push(await play({ ...stage, ambitions }, road, ids, `stationing ${nth}`));
}

interface Scene extends Stage {
  readonly ambitions: readonly string[];
}

/** What would lie ahead of today has not happened yet. */
async function play(
  scene: Scene,
  road: StationingRoad,
  earlier: readonly string[],
  what: string,
): Promise<string> {
  const { monday, today, team } = scene;
  const school = scene.schools[road.school % scene.schools.length];
  const specialistId = team.specialists[road.specialist % team.specialists.length] ?? '';
  if (school === undefined) throw new Error('the demonstration has no school');
  const lead = await scene.actor(team.teamLead);
  const input = inputOf(scene, road, school, specialistId, earlier);
  const id = mustBeTaken(
    await proposeStationing(scene.at(addDays(monday, road.proposed)), lead, input),
    `${what}: propose`,
  );
  for (const act of road.acts) {
    const day = addDays(monday, act.day);
    if (day >= today) break;
    const deed = scene.at(day, 11);
    const actor = await scene.actor(personOf(act.who, road, school, specialistId, team.teamLead));
    const { take } = act;
    const outcome =
      take.step === 'visit'
        ? await recordVisit(deed, actor, visitOf(school, day, scene.ambitions[take.ambition] ?? ''))
        : await takeStationingStep(deed, actor, id, take.step === 'end' ? { ...take, lastDay: day } : take);
    mustBeTaken(outcome, `${what}: ${take.step}`);
  }
  return id;
}

function inputOf(
  { monday, registers, ambitions }: Scene,
  road: StationingRoad,
  school: StagedSchool,
  specialistId: string,
  earlier: readonly string[],
): StationingInput {
  const { dagdelen, from, weeks, note, words, continues } = road;
  return {
    specialistId,
    dagdelen,
    from: addDays(monday, 7 * from),
    to: addDays(monday, 7 * (from + weeks) - 1),
    note,
    words,
    ...(road.board === undefined ? { schoolCode: school.code } : boardOf(registers, school, road.board)),
    ...(continues !== undefined && { continuesId: earlier[continues] }),
    ...(road.ambitions && {
      ambitions: road.ambitions.map(({ ambition, share }) => ({ id: ambitions[ambition] ?? '', share })),
    }),
  };
}

/** The board of a school, and so many of its schools with this one. */
function boardOf({ boards, schools }: DemonstrationRegisters, school: StagedSchool, many: number) {
  const boardId = schools.find(({ id }) => id === school.id)?.boardId;
  const others = schools.filter((one) => one.boardId === boardId && one.id !== school.id);
  return {
    boardCode: boards.find(({ id }) => id === boardId)?.code,
    schools: [school.code, ...others.slice(0, many - 1).map(({ code }) => code)],
  };
}

function personOf(
  who: Who,
  { board }: StationingRoad,
  { cast }: StagedSchool,
  specialistId: string,
  teamLead: string,
): string {
  if (who === 'specialist') return specialistId;
  if (who === 'team_lead') return teamLead;
  const role = who === 'host' ? (board === undefined ? 'school_director' : 'board_member') : who;
  return cast[role] ?? '';
}

const visitOf = (school: StagedSchool, date: string, ambitionId: string) => ({
  schools: [school.code],
  date,
  minutes: 120,
  travelMinutes: 25,
  preparationMinutes: 30,
  kind: 'team_training' as const,
  participants: [{ role: 'teachers' as const, number: 6 }],
  split: [{ minutes: 120, ambitionId }],
});
