/** The people of a road in a database of their own partnership: eight who act, and the two ways they can sit around a concern. */
import type { Client } from 'pg';
import type { About, Status } from '../../src/concerns/concern.rules.ts';
import { aBoard, anAppointment, aPartnership, aSchool, type School, type Stage } from './factories.ts';
import { dateOf, type Person } from './road-world.ts';

/** Who takes part on a road over HTTP. */
export const actors = ['author', 'd1', 'd2', 'ib', 'lead1', 'lead2', 'board', 'partnership'] as const;
export type RoadActor = (typeof actors)[number];

export interface RoadPeople {
  readonly about: About;
  readonly tenantId: string;
  readonly school: School;
  readonly id: Readonly<Record<RoadActor, string>>;
  /** Day (of `dateOf`) from which d2 is addressed first and d1 no more. */
  readonly changedOn: number;
}

/** A partnership of its own; d1 hands over to d2 on that day. */
export async function roadPeople(stage: Stage, about: About, changedOn: number): Promise<RoadPeople> {
  const tenantId = await aPartnership(stage);
  const boardId = await aBoard(stage, tenantId);
  const school = await aSchool(stage, tenantId, boardId);
  const atSchool = { tenantId, schoolId: school.id };
  const above = { tenantId };
  const turn = dateOf(changedOn);
  const own = about === 'school';
  const first = (more: object) =>
    anAppointment(stage, own ? 'school_director' : 'team_lead', { ...(own ? atSchool : above), ...more });
  const second = () => anAppointment(stage, own ? 'team_lead' : 'school_director', own ? above : atSchool);
  return {
    about,
    tenantId,
    school,
    changedOn,
    id: {
      author: await anAppointment(stage, own ? 'contact_person' : 'support_coordinator', atSchool),
      d1: await first({ to: turn }),
      d2: await first({ from: turn }),
      ib: await anAppointment(stage, 'teacher', atSchool),
      lead1: await second(),
      lead2: await second(),
      board: await anAppointment(stage, 'board_member', { tenantId, boardId }),
      partnership: await anAppointment(stage, 'partnership_director', above),
    },
  };
}

/** What is known of a concern from the outside: where it is, who was let in, whether it was ever put forward. */
export interface Standing {
  readonly status: Status;
  readonly letIn: boolean;
  readonly putForward: boolean;
}

/** Who reads it on that day, as design says: the author a note, the school what is shared, who stands above what was put forward. */
export function readersOn({ about, changedOn }: RoadPeople, at: Standing, day: number): readonly RoadActor[] {
  if (at.status === 'noted') return ['author'];
  const above: readonly RoadActor[] = about === 'school' ? ['board', 'partnership'] : ['partnership'];
  return [
    ...(['author', day >= changedOn ? 'd2' : 'd1', 'lead1', 'lead2'] as const),
    ...(at.letIn ? (['ib'] as const) : []),
    ...(at.putForward ? above : []),
  ];
}

interface EntryRow {
  readonly concern: string;
  readonly step: string;
  readonly who: string;
  readonly at: Date;
  readonly to: Status;
  readonly present: readonly string[];
}

/** Everything that was written down in a partnership, each concern from its beginning; read beside the product. */
export async function entriesOf(owner: Client, { tenantId }: RoadPeople): Promise<readonly EntryRow[]> {
  const found = await owner.query<EntryRow>(
    `select e.concern_id as concern, e.step, e.person_id as who, e.at, e.to_status as "to", coalesce((
       select array_agg(p.person_id) from concern_entry_person p where p.tenant_id = e.tenant_id
         and p.concern_id = e.concern_id and p.version = e.version), '{}') as present
     from concern_entry e where e.tenant_id = $1 order by e.concern_id, e.version`,
    [tenantId],
  );
  return found.rows;
}

/** Whose part a person plays. */
export function partOf({ id }: RoadPeople, personId: string): Person {
  const found = actors.find((part) => id[part] === personId);
  if (found === undefined) throw new Error('nobody of this road');
  return found;
}
