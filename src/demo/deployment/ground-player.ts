/** Writes down what plans are made of, as the team lead does on the pages of settings. */
import {
  addAmbition,
  addBase,
  addExpected,
  changePlanningSettings,
  changeSpecialistPlanning,
  getAmbition,
  saveAmbition,
  usualSettings,
} from '../../deployment/index.ts';
import type { Transaction } from '../../platform/database.ts';
import { newId } from '../../platform/ids.ts';
import type { Actor } from '../../platform/pure/actor.ts';
import { addDays, type CivilDate } from '../../platform/pure/dates.ts';
import type { Deed } from '../../platform/route.ts';
import { change } from '../../registers/index.ts';
import type { Planned } from '../plans/planned.ts';
import { playAfterPlan, playSupportPlan } from '../plans/support-plan.ts';
import { mustBeTaken } from '../questions/player.ts';
import { type DemoExpected, demoAmbitions, demoBases, demoExpected, planningOf } from './ground.ts';
import type { Stage } from './stage.ts';

type Subject = 'ambition' | 'travel_base' | 'expected_need';

/** Gives the ids of the ambitions, in their order. */
export async function layGround(stage: Stage): Promise<readonly string[]> {
  const { team, monday } = stage;
  const lead = await stage.actor(team.teamLead);
  const planned = await playSupportPlan(stage, addDays(monday, -250));
  const ambitions = await addAmbitions(stage, stage.at(addDays(monday, -248)), lead, planned);
  await addBases(stage, stage.at(addDays(monday, -240)), lead);
  await addExpectedNeeds(stage, addDays(monday, -70), demoExpected.running, ambitions);
  await playAfterPlan(stage, planned, addDays(monday, -69));
  return ambitions;
}

/** Writes down what is expected, on a day. */
export async function addExpectedNeeds(
  stage: Stage,
  day: CivilDate,
  needs: readonly DemoExpected[],
  ambitions: readonly string[],
): Promise<void> {
  const { monday, schools } = stage;
  const lead = await stage.actor(stage.team.teamLead);
  const deed = stage.at(day);
  for (const { school, ambition, language, from, weeks, ...rest } of needs) {
    const need = {
      ...rest,
      schoolId: schools[school % schools.length]?.id ?? '',
      language: language ?? null,
      ambitionId: ambition === undefined ? null : (ambitions[ambition] ?? null),
      from: addDays(monday, 7 * from),
      to: addDays(monday, 7 * (from + weeks) - 1),
    };
    await add(deed, lead, 'expected_need', (tx, id) => addExpected(tx, lead.tenantId, id, need));
  }
}

async function add(
  deed: Deed,
  lead: Actor,
  subject: Subject,
  save: (tx: Transaction, id: string) => Promise<void>,
): Promise<string> {
  const saved = await change(deed, lead, { action: 'add', subject }, async (tx) => {
    const id = newId();
    await save(tx, id);
    return { outcome: 'taken', id };
  });
  return mustBeTaken(saved, subject);
}

/** Those of the plan are weighed; what stands in none comes into the list. */
async function addAmbitions(
  { monday }: Stage,
  deed: Deed,
  lead: Actor,
  planned: Planned,
): Promise<readonly string[]> {
  const ids: string[] = [];
  for (const { name, weight, ended } of demoAmbitions) {
    const id = planned.get(name);
    if (id !== undefined) {
      ids.push(id);
      await weigh(deed, lead, id, weight);
      continue;
    }
    const to = ended === undefined ? null : addDays(monday, 7 * ended - 1);
    const ambition = { name, weight, from: addDays(monday, -250), to };
    ids.push(await add(deed, lead, 'ambition', (tx, id) => addAmbition(tx, lead.tenantId, id, ambition)));
  }
  return ids;
}

async function weigh(deed: Deed, lead: Actor, id: string, weight: number): Promise<void> {
  const saved = await change(deed, lead, { action: 'change', subject: 'ambition' }, async (tx) => {
    const one = await getAmbition(tx, lead.tenantId, id);
    if (one === undefined) return { outcome: 'notFound' };
    await saveAmbition(tx, lead.tenantId, id, { ...one, weight });
    return { outcome: 'taken', id };
  });
  mustBeTaken(saved, 'the weight of an ambition');
}

/** With who sets out from which, and how fast one travels: between villages by car. */
async function addBases({ team, registers }: Stage, deed: Deed, lead: Actor): Promise<void> {
  const { latitude, longitude } = registers.middle;
  const ids: string[] = [];
  for (const { code, name, north, east } of demoBases) {
    const base = { code, name, latitude: latitude + north, longitude: longitude + east };
    ids.push(await add(deed, lead, 'travel_base', (tx, id) => addBase(tx, lead.tenantId, id, base)));
  }
  for (const [nth, personId] of team.specialists.entries()) {
    const planning = planningOf(nth);
    if (planning === undefined) continue;
    const { base, mostPlaces } = planning;
    const saved = await changeSpecialistPlanning(deed, lead, personId, {
      baseId: ids[base] ?? null,
      mostPlaces,
    });
    mustBeTaken(saved, 'planning of a specialist');
  }
  if (registers.code === 'oss-uden') {
    const settings = { ...usualSettings, mostTravel: 30, speed: 45, detour: 1.2 };
    mustBeTaken(await changePlanningSettings({ ...deed, version: 0 }, lead, settings), 'settings');
  }
}
