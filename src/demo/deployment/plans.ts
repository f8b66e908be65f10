/** Plans of the demonstration: one laid aside, one published of which the stationings stand, one that waits for who decides. */
import { discardPlan, makePlan, type PlanInput, planNext, publishPlan } from '../../deployment/index.ts';
import { addDays, type CivilDate } from '../../platform/pure/dates.ts';
import { findStationings, takeStationingStep } from '../../stationing/index.ts';
import { mustBeTaken } from '../questions/player.ts';
import { demoExpected } from './ground.ts';
import { addExpectedNeeds } from './ground-player.ts';
import type { Stage } from './stage.ts';

/** Since the published plan much more is expected; the last plan weighs that too, and says what would change. */
export async function makePlans(stage: Stage, ambitions: readonly string[]): Promise<void> {
  const { monday, today, team } = stage;
  const lead = await stage.actor(team.teamLead);
  const next = { startsOn: addDays(monday, 7), weeks: 20 };
  const asked = await makePlan(stage.at(addDays(today, -13)), lead, { ...next, name: 'Eerste verkenning' });
  const tried = mustBeTaken(asked, 'a plan');
  mustBeTaken(await discardPlan(stage.at(addDays(today, -13), 11), lead, tried), 'a plan laid aside');
  const published = await made(stage, addDays(today, -12), { ...next, name: 'Komende periode', rounds: 60 });
  const publishing = stage.at(addDays(today, -11));
  mustBeTaken(await publishPlan(publishing, lead, published, { leaveOut: true }), 'a published plan');
  await answerProposals(stage, published);
  await addExpectedNeeds(stage, addDays(today, -5), demoExpected.ahead, ambitions);
  const more = { name: 'Met alles wat wij nu verwachten', basedOnId: published, rounds: 60 };
  await made(stage, addDays(today, -1), more);
}

/** Asked for, and worked on at once. */
async function made(stage: Stage, day: CivilDate, input: PlanInput): Promise<string> {
  const lead = await stage.actor(stage.team.teamLead);
  const id = mustBeTaken(await makePlan(stage.at(day), lead, input), 'a plan');
  await planNext(stage.database);
  return id;
}

/** Of three schools one agrees and one answers. What would end another stationing stays open, and so does what does not fit any more. */
async function answerProposals(stage: Stage, planId: string): Promise<void> {
  const { database, registers, schools, team, today } = stage;
  const lead = { tenantId: registers.tenantId, personId: team.teamLead };
  const proposed = await database.read(lead, (reader) =>
    findStationings(reader, lead, { limit: 100, statuses: ['proposed'] }),
  );
  const role = 'school_director';
  const fresh = proposed.filter((one) => one.planId === planId && one.continuesId === null);
  for (const [nth, { id, place }] of fresh.entries()) {
    const director = schools.find(({ code }) => code === place.code)?.cast[role];
    if (director === undefined || nth % 3 === 2) continue;
    const actor = await stage.actor(director);
    const step =
      nth % 3 === 0
        ? ({ step: 'agree' } as const)
        : ({ step: 'answer', words: 'Graag. Kunt u eerst met ons team kennismaken?' } as const);
    await takeStationingStep(stage.at(addDays(today, -7), 14), actor, id, step);
  }
}
