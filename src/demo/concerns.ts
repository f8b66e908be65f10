import { noteConcern, type Outcome, readConcern, recordTerms, takeStep } from '../concerns/index.ts';
import { type DatabaseAccess, operatorDatabase } from '../platform/command.ts';
import type { Database } from '../platform/database.ts';
import type { Actor } from '../platform/pure/actor.ts';
import { addDays, type CivilDate, dayOf } from '../platform/pure/dates.ts';
import type { Deed } from '../platform/route.ts';
import { askOfAgreement } from './asked.ts';
import { type IsOpen, momentOn, nextOpen } from './days.ts';
import { findStagedSchools, getActorOn, type StagedSchool } from './demo.store.ts';
import { inputFor, noteFor } from './inputs.ts';
import { type Part, type Road, roads } from './roads.ts';
import { demoTexts, mirrorText } from './texts.ts';

/** One thing that happens in the demonstration's year. */
interface Happening {
  readonly day: CivilDate;
  /** Position in `roads`; a later step of the same road comes later. */
  readonly road: number;
  readonly nth: number;
}

interface Stage {
  readonly database: Database;
  readonly tenantId: string;
  readonly schools: readonly StagedSchool[];
  /** The concern of each road. */
  readonly ids: Map<number, string>;
  readonly actors: Map<string, Actor>;
}

/**
 * Plays a school year of concerns through the product's own actions, with a moved clock: nothing stands here that the protocol
 * would not allow. The same day and registers give the same stories.
 */
export async function loadDemoConcerns(
  access: DatabaseAccess,
  tenantId: string,
  now: Date,
  isOpen: IsOpen,
): Promise<number> {
  const today = dayOf(now.getTime());
  let clock = now;
  const database = operatorDatabase(access, () => clock);
  try {
    const schools = await database.read({ operatorFor: tenantId }, (reader) =>
      findStagedSchools(reader, tenantId, addDays(today, -300)),
    );
    const ids = new Map<number, string>();
    const actors = new Map<string, Actor>();
    for (const [day, happenings] of byDay(today, isOpen)) {
      clock = momentOn(day, 7);
      await recordTerms(database);
      for (const [nth, happening] of happenings.entries()) {
        clock = momentOn(day, 8, nth * 11);
        await happen({ database, tenantId, schools, ids, actors }, happening, clock);
      }
    }
    await askOfAgreements({ database, tenantId, schools, ids, actors }, today, isOpen, (day) => {
      clock = momentOn(day, 14);
      return { database, via: 'command', now: clock };
    });
    clock = now;
    await recordTerms(database);
    return ids.size;
  } finally {
    await database.close();
  }
}

/** Everything that happens, by day; only on school days, and nothing today: the hour of loading may be early. */
function byDay(today: CivilDate, isOpen: IsOpen): readonly (readonly [CivilDate, readonly Happening[]])[] {
  let last = addDays(today, -1);
  while (!isOpen(last)) last = addDays(last, -1);
  const all = roads.flatMap((road, position) => {
    const noted = addDays(today, -road.ago);
    const days = [0, ...road.steps.map((step) => step.day)];
    return days.map(
      (day, nth): Happening => ({ day: schoolDay(addDays(noted, day), last, isOpen), road: position, nth }),
    );
  });
  const days = [...new Set(all.map((happening) => happening.day))].sort();
  return days.map((day) => [
    day,
    all.filter((happening) => happening.day === day).sort((a, b) => a.road - b.road || a.nth - b.nth),
  ]);
}

/** The first school day from then on, but never after the last one. */
function schoolDay(day: CivilDate, last: CivilDate, isOpen: IsOpen): CivilDate {
  if (day >= last) return last;
  return isOpen(day) ? day : schoolDay(addDays(day, 1), last, isOpen);
}

/** Of some concerns an agreement became a question. */
async function askOfAgreements(
  stage: Stage,
  today: CivilDate,
  isOpen: IsOpen,
  at: (day: CivilDate) => Deed,
): Promise<void> {
  for (const [position, { ago, asks, author }] of roads.entries()) {
    const school = stage.schools[(position * 5) % stage.schools.length];
    const id = stage.ids.get(position);
    if (asks === undefined || id === undefined || school === undefined) continue;
    const day = nextOpen(addDays(today, asks - ago), isOpen);
    const contact = await actorAs(stage, school, author, day);
    if (contact !== undefined) await askOfAgreement(at, contact, id, day, isOpen);
  }
}

async function happen(stage: Stage, { day, road: position, nth }: Happening, now: Date): Promise<void> {
  const { database, schools, ids } = stage;
  const road = roads[position];
  const text = road?.about === 'partnership' ? mirrorText : demoTexts[(position * 3) % demoTexts.length];
  // A concern that takes up another stands at the same school.
  const school = schools[((road?.continues ?? position) * 5) % schools.length];
  if (road === undefined || text === undefined || school === undefined) return;
  const deed: Deed = { database, via: 'command', now };
  const step = road.steps[nth - 1];
  const actor = await actorAs(stage, school, step?.who ?? road.author, day);
  if (actor === undefined) return;
  if (step === undefined) {
    const input = noteFor(school, text, road, day, ids.get(road.continues ?? -1));
    ids.set(position, mustBeTaken(await noteConcern(deed, actor, input), road, 'note'));
    return;
  }
  const id = ids.get(position);
  if (id === undefined) return;
  // Who takes a step has opened the concern, also here: else the start page calls old work new.
  await readConcern(deed, actor, id);
  mustBeTaken(
    await takeStep(deed, actor, id, inputFor(step, road.about, text, school, day)),
    road,
    step.step,
  );
}

/** Somebody of the school, who has been the same all year. */
async function actorAs(
  { database, tenantId, actors }: Stage,
  school: StagedSchool,
  part: Part,
  day: CivilDate,
): Promise<Actor | undefined> {
  const personId = school.cast[part];
  if (personId === undefined) return undefined;
  const known = actors.get(personId);
  if (known !== undefined) return known;
  const actor = await database.read({ operatorFor: tenantId }, (reader) =>
    getActorOn(reader, tenantId, personId, day),
  );
  if (actor !== undefined) actors.set(personId, actor);
  return actor;
}

/** The demonstration keeps to the protocol like everybody: a step that is refused is a fault in its script. */
function mustBeTaken(outcome: Outcome, road: Road, step: string): string {
  if (outcome.outcome === 'taken') return outcome.id;
  const why =
    outcome.outcome === 'refused' ? outcome.unmet.map((need) => need.code).join(', ') : outcome.outcome;
  throw new Error(`the demonstration's road of ${road.ago} days ago cannot ${step}: ${why}`);
}
