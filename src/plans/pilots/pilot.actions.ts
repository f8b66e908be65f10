/** The deeds on pilots: pages, API and demonstration all come through here. */
import type { Transaction } from '../../platform/database.ts';
import type { Actor } from '../../platform/pure/actor.ts';
import { type CivilDate, dayOf } from '../../platform/pure/dates.ts';
import type { Deed } from '../../platform/route.ts';
import { lawfully, type Outcome, onLocked, record, refused, taken } from '../outcome.ts';
import type { PilotInput, PilotStepRequest } from './pilot.input.ts';
import { mayTakePilotStep, type PilotFacts, unmetByPilot } from './pilot.rules.ts';
import {
  addPilot,
  decidePilot,
  endPilot,
  findPilotChoices,
  getPilot,
  lockPilot,
  type Pilot,
  type PilotWords,
  savePilot,
  saveSchools,
  startPilot,
} from './pilot.store.ts';

/** What the rules must know of a pilot. */
export const pilotFacts = (pilot: Pilot, today: CivilDate): PilotFacts => ({
  status: pilot.status,
  today,
  startsOn: pilot.startsOn,
  measures: pilot.measures.length,
  schools: pilot.schools.length,
});

/** Undoes what was written already: not every school is one of today. */
class NotEverySchool extends Error {}

/** Writes a pilot down: a draft. */
export function writePilot(deed: Deed, actor: Actor, input: PilotInput): Promise<Outcome> {
  return withSchools(
    lawfully(deed, actor, input, async (tx) => {
      if (!(await knowsAmbition(tx, actor, input.ambitionId))) return refused('ambitionKnown');
      const id = await addPilot(tx, actor, wordsOf(input));
      await keepSchools(tx, actor, id, input.schools, input.startsOn, true);
      await audit(tx, deed, actor, 'write', id);
      return taken(id);
    }),
  );
}

/** Takes a step with a pilot. */
export function takePilotStep(
  deed: Deed,
  actor: Actor,
  id: string,
  request: PilotStepRequest,
): Promise<Outcome> {
  return withSchools(
    onLocked(
      deed,
      actor,
      request,
      (tx) => lockPilot(tx, actor, id),
      async (tx) => {
        const pilot = await getPilot(tx, actor, id);
        if (pilot === undefined) return { outcome: 'notFound' };
        const { step } = request;
        const roles = actor.appointments.map(({ role }) => role);
        if (!mayTakePilotStep(step, roles)) return { outcome: 'forbidden' };
        const facts = pilotFacts(pilot, dayOf(deed.now.getTime()));
        const unmet = unmetByPilot(step, facts, 'reasons' in request ? request : {});
        if (unmet.length > 0) return refused(...unmet);
        const refusal = await move(tx, actor, pilot, request);
        if (refusal !== undefined) return refusal;
        await audit(tx, deed, actor, step, id);
        return taken(id);
      },
      (tx) => getPilot(tx, actor, id),
    ),
  );
}

async function move(
  tx: Transaction,
  actor: Actor,
  { id, startsOn }: Pilot,
  request: PilotStepRequest,
): Promise<Outcome | undefined> {
  switch (request.step) {
    case 'revise':
      if (!(await knowsAmbition(tx, actor, request.ambitionId))) return refused('ambitionKnown');
      await savePilot(tx, actor, id, wordsOf(request));
      await keepSchools(tx, actor, id, request.schools, request.startsOn, true);
      return undefined;
    case 'start':
      await startPilot(tx, actor, id);
      return undefined;
    case 'change':
      if (request.endsOn !== undefined && request.endsOn < startsOn) return refused('endsAfterStart');
      await endPilot(tx, actor, id, request.endsOn ?? null);
      await keepSchools(tx, actor, id, request.schools, startsOn, false);
      return undefined;
    case 'decide':
      await decidePilot(tx, actor, id, request);
      return undefined;
  }
}

async function keepSchools(
  tx: Transaction,
  actor: Actor,
  id: string,
  schools: PilotInput['schools'] = [],
  from: CivilDate,
  exactly: boolean,
): Promise<void> {
  const wanted = schools.map(({ code, startsOn = from, endsOn = null }) => ({ code, startsOn, endsOn }));
  if (!(await saveSchools(tx, actor, id, wanted, exactly))) throw new NotEverySchool();
}

async function withSchools(outcome: Promise<Outcome>): Promise<Outcome> {
  try {
    return await outcome;
  } catch (fault) {
    if (fault instanceof NotEverySchool) return refused('schoolsKnown');
    if (
      fault instanceof Error &&
      'constraint' in fault &&
      fault.constraint === 'a school takes part for at least a day'
    )
      return refused('endsAfterStart');
    throw fault;
  }
}

const wordsOf = (input: Omit<PilotInput, 'schools'>): PilotWords => ({
  name: input.name,
  difference: input.difference,
  measures: input.measures ?? [],
  ambitionId: input.ambitionId ?? null,
  startsOn: input.startsOn,
  endsOn: input.endsOn ?? null,
});

const knowsAmbition = async (tx: Transaction, actor: Actor, id: string | undefined): Promise<boolean> =>
  id === undefined || (await findPilotChoices(tx, actor)).ambitions.some((one) => one.id === id);

const audit = (tx: Transaction, deed: Deed, actor: Actor, action: string, subjectId: string) =>
  record(tx, deed, actor, { action, subject: 'pilot', subjectId });
