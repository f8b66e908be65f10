import { type Reader, sql } from '../../platform/database.ts';
import { type Actor, boardsOf, hasRole, schoolsOf } from '../../platform/pure/actor.ts';
import { findAllSchools, type SchoolChoice } from '../note/note.store.ts';

/** The schools whose concerns the actor may meet: a neutral list, whatever stands there. */
export async function findSchoolsInReach(reader: Reader, actor: Actor): Promise<readonly SchoolChoice[]> {
  if (hasRole(actor, 'team_lead', 'specialist', 'partnership_director')) {
    return findAllSchools(reader, actor);
  }
  const own = schoolsOf(actor, 'contact_person', 'school_director', 'support_coordinator', 'teacher');
  const boards = boardsOf(actor).map((board) => board.id);
  if (boards.length === 0) return own.toSorted((a, b) => a.name.localeCompare(b.name, 'nl'));
  return reader.rows(sql`select id, code, name from school where tenant_id = ${actor.tenantId}
    and (board_id = any (${boards}::uuid[]) or id = any (${own.map((school) => school.id)}::uuid[])) order by name, id`);
}

/** Which of these concerns the actor has opened before. */
export async function findOpened(reader: Reader, ids: readonly string[]): Promise<ReadonlySet<string>> {
  const row = await reader.first<{ opened: readonly string[] }>(
    sql`select to_jsonb(opened_concerns(${ids}::uuid[])) as opened`,
  );
  return new Set(row?.opened);
}
