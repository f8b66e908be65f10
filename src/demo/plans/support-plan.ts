/** The ondersteuningsplan of the demonstration: the one that holds, read from time to time, and the draft of the next. */
import {
  addPlanFile,
  takeAmbitionStep,
  takePlanStep,
  writeAmbition,
  writePlan,
  writePriority,
} from '../../plans/index.ts';
import type { Actor } from '../../platform/pure/actor.ts';
import { addDays, type CivilDate } from '../../platform/pure/dates.ts';
import type { Stage } from '../deployment/stage.ts';
import { mustBeTaken } from '../questions/player.ts';
import { plainPdf } from './plain-pdf.ts';
import type { Planned } from './planned.ts';
import { type DemoPlanned, demoPriorities, nextPriorities } from './support-plan-texts.ts';

/** The school year in which the plan of today began. Its third year runs: what is played since, and what lies ahead, falls within it. */
export function planYear(today: CivilDate): number {
  return Number(today.slice(0, 4)) - (today.slice(5) < '08-01' ? 3 : 2);
}

const pages = 60;

/** Writes, discusses and adopts it; gives the ambitions that stand in it. */
export async function playSupportPlan(stage: Stage, day: CivilDate): Promise<Planned> {
  const lead = await stage.actor(stage.team.teamLead);
  const deed = stage.at(day);
  const year = planYear(stage.today);
  const name = `Ondersteuningsplan ${year}-${year + 4}`;
  const period = { from: `${year}-08-01`, to: `${year + 4}-07-31` };
  const plan = mustBeTaken(await writePlan(deed, lead, { name, ...period, pages }), 'a support plan');
  const ids = new Map<string, string>();
  for (const { ambitions, ...priority } of demoPriorities) {
    const id = mustBeTaken(await writePriority(deed, lead, plan, priority), 'a priority');
    for (const one of ambitions) ids.set(one.name, await write(stage, lead, day, id, one));
  }
  const file = { name: `${name}.pdf`, bytes: plainPdf(document(name)) };
  mustBeTaken(await addPlanFile(deed, lead, plan, 'plan', file), 'a document');
  const steps = [
    { step: 'discuss', on: `${year}-03-14`, with: 'de gemeenten in ons gebied' },
    { step: 'consent', on: `${year}-04-18` },
    { step: 'adopt', on: `${year}-05-09` },
  ] as const;
  for (const step of steps) mustBeTaken(await takePlanStep(deed, lead, plan, step), step.step);
  await read(stage, lead, ids, day, [-850, -650, -400]);
  return ids;
}

function write(
  stage: Stage,
  lead: Actor,
  day: CivilDate,
  priority: string,
  one: DemoPlanned,
): Promise<string> {
  const { start, target, raised: _later, read: _, ...words } = one;
  const targetOn = `${planYear(stage.today) + 4}-07-31`;
  return writeAmbition(stage.at(day), lead, priority, {
    ...words,
    ...{ startValue: start, targetValue: target, targetOn, ownerId: lead.personId },
  }).then((outcome) => mustBeTaken(outcome, 'an ambition'));
}

/** What came later: one target was moved, the owner looked again, and the next plan was begun. */
export async function playAfterPlan(stage: Stage, planned: Planned, day: CivilDate): Promise<void> {
  const lead = await stage.actor(stage.team.teamLead);
  await read(stage, lead, planned, day, [0], 3);
  for (const one of demoPriorities.flatMap(({ ambitions }) => ambitions)) {
    const { start, target: _before, raised, read: _, ...words } = one;
    if (raised === undefined) continue;
    const change = {
      ...{ ...words, startValue: start, targetValue: raised, ownerId: lead.personId },
      targetOn: `${planYear(stage.today) + 4}-07-31`,
      reasons: 'Het gaat sneller dan gedacht. Met de scholen samen leggen we de lat hoger.',
    };
    const id = planned.get(one.name) ?? '';
    const outcome = await takeAmbitionStep(stage.at(addDays(day, 1)), lead, id, {
      step: 'change',
      ...change,
    });
    mustBeTaken(outcome, 'a change');
  }
  await beginNext(stage, lead, addDays(day, 2));
}

/** From a place in what was read; days from `day` on which it was. Nothing was read a year before the plan began. */
async function read(
  stage: Stage,
  lead: Actor,
  planned: Planned,
  day: CivilDate,
  days: readonly number[],
  from = 0,
): Promise<void> {
  const deed = stage.at(day, 15);
  const first = `${planYear(stage.today) - 1}-08-01`;
  for (const one of demoPriorities.flatMap(({ ambitions }) => ambitions)) {
    for (const [nth, ago] of days.entries()) {
      const value = one.read[from + nth];
      const on = addDays(day, ago);
      if (value === undefined || on < first) continue;
      const reading = { step: 'read', on, value } as const;
      const id = planned.get(one.name) ?? '';
      mustBeTaken(await takeAmbitionStep(deed, lead, id, reading), 'a reading');
    }
  }
}

async function beginNext(stage: Stage, lead: Actor, day: CivilDate): Promise<void> {
  const deed = stage.at(day);
  const year = planYear(stage.today) + 4;
  const period = { from: `${year}-08-01`, to: `${year + 4}-07-31` };
  const next = await writePlan(deed, lead, { name: `Ondersteuningsplan ${year}-${year + 4}`, ...period });
  const plan = mustBeTaken(next, 'the next support plan');
  for (const { ambitions, text, ...priority } of nextPriorities) {
    const words = { ...priority, ...(text !== null && { text }) };
    const id = mustBeTaken(await writePriority(deed, lead, plan, words), 'a priority');
    for (const one of ambitions) {
      const { name, page } = one;
      const measured =
        'indicator' in one
          ? { indicator: one.indicator, unit: one.unit, startValue: one.start, targetValue: one.target }
          : {};
      mustBeTaken(await writeAmbition(deed, lead, id, { name, page, ...measured }), 'an ambition');
    }
  }
}

/** A page each, with what stands there. */
function document(name: string): readonly (readonly string[])[] {
  const found = demoPriorities.flatMap((priority) => [
    { page: priority.page, words: `Speerpunt: ${priority.name}` },
    ...priority.ambitions.map((one) => ({ page: one.page, words: `Ambitie: ${one.name}` })),
  ]);
  return Array.from({ length: pages }, (_, nth) => [
    name,
    `Bladzijde ${nth + 1}`,
    ...(nth === 0 ? ['Dit is een verzonnen plan van een verzonnen samenwerkingsverband.'] : []),
    ...found.filter(({ page }) => page === nth + 1).map(({ words }) => words),
  ]);
}
