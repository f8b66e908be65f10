import { noteConcern, type Outcome, readConcern, recordTerms, takeStep } from '../concerns/index.ts';
import { type DatabaseAccess, operatorDatabase } from '../platform/command.ts';
import type { Database } from '../platform/database.ts';
import { addDays, type CivilDate, dayOf } from '../platform/pure/dates.ts';
import type { Deed } from '../platform/route.ts';
import { type IsOpen, momentOn } from './days.ts';
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
    for (const [day, happenings] of byDay(today, isOpen)) {
      clock = momentOn(day, 7);
      await recordTerms(database);
      for (const [nth, happening] of happenings.entries()) {
        clock = momentOn(day, 8, nth * 11);
        await happen(database, tenantId, schools, happening, clock, ids);
      }
    }
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

async function happen(
  database: Database,
  tenantId: string,
  schools: readonly StagedSchool[],
  { day, road: position, nth }: Happening,
  now: Date,
  ids: Map<number, string>,
): Promise<void> {
  const road = roads[position];
  const text = road?.about === 'partnership' ? mirrorText : demoTexts[(position * 3) % demoTexts.length];
  // A concern that takes up another stands at the same school.
  const school = schools[((road?.continues ?? position) * 5) % schools.length];
  if (road === undefined || text === undefined || school === undefined) return;
  const deed: Deed = { database, via: 'command', now };
  const step = road.steps[nth - 1];
  const actor = await actorAs(database, tenantId, school, step?.who ?? road.author, day);
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

async function actorAs(
  database: Database,
  tenantId: string,
  school: StagedSchool,
  part: Part,
  day: CivilDate,
) {
  const personId = school.cast[part];
  if (personId === undefined) return undefined;
  return database.read({ operatorFor: tenantId }, (reader) => getActorOn(reader, tenantId, personId, day));
}

/** The demonstration keeps to the protocol like everybody: a step that is refused is a fault in its script. */
function mustBeTaken(outcome: Outcome, road: Road, step: string): string {
  if (outcome.outcome === 'taken') return outcome.id;
  const why =
    outcome.outcome === 'refused' ? outcome.unmet.map((need) => need.code).join(', ') : outcome.outcome;
  throw new Error(`the demonstration's road of ${road.ago} days ago cannot ${step}: ${why}`);
}
