/** Where deployment of the demonstration is played: its people and schools, and a clock that moves. */
import { type DatabaseAccess, operatorDatabase } from '../../platform/command.ts';
import type { Database } from '../../platform/database.ts';
import type { Actor } from '../../platform/pure/actor.ts';
import { addDays, type CivilDate, dayOf, weekday } from '../../platform/pure/dates.ts';
import type { Deed } from '../../platform/route.ts';
import { momentOn } from '../days.ts';
import { findStagedSchools, findTeam, getActorOn, type StagedSchool, type Team } from '../demo.store.ts';
import type { DemonstrationRegisters } from '../registers.ts';

export interface Stage {
  readonly registers: DemonstrationRegisters;
  readonly schools: readonly StagedSchool[];
  readonly team: Team;
  readonly today: CivilDate;
  /** Of this week. */
  readonly monday: CivilDate;
  readonly database: Database;
  /** Moves the clock, and gives what a deed at that moment goes with. */
  at(day: CivilDate, hour?: number): Deed;
  /** Somebody as they are today. */
  actor(personId: string): Promise<Actor>;
}

/** Who opens a stage, closes its database. */
export async function openStage(
  access: DatabaseAccess,
  registers: DemonstrationRegisters,
  now: Date,
): Promise<Stage> {
  const { tenantId } = registers;
  const today = dayOf(now.getTime());
  const first = addDays(today, -345);
  let clock = now;
  const database = operatorDatabase(access, () => clock);
  const [schools, team] = await database.read({ operatorFor: tenantId }, (reader) =>
    Promise.all([
      findStagedSchools(reader, tenantId, addDays(today, -300)),
      findTeam(reader, tenantId, first),
    ]),
  );
  const actors = new Map<string, Actor>();
  return {
    ...{ registers, schools, team, today, database },
    monday: addDays(today, 1 - weekday(today)),
    at: (day, hour = 10) => {
      clock = momentOn(day, hour);
      return { database, via: 'command', now: clock };
    },
    actor: async (personId) => {
      const actor =
        actors.get(personId) ??
        (await database.read({ operatorFor: tenantId }, (reader) =>
          getActorOn(reader, tenantId, personId, today),
        ));
      if (actor === undefined) throw new Error('the demonstration names somebody who is not there');
      actors.set(personId, actor);
      return actor;
    },
  };
}
