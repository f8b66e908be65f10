/** What each person finds of the invitations to talks: their own. */
import type pg from 'pg';
import { foundExactly, type Probe, personOf } from './probes-registers.ts';
import type { World } from './world.ts';

/** Two people who were told of the same talk. Needs the talks of the world. */
export async function furnishMail(superuser: pg.Client, world: World): Promise<void> {
  const mine = `'${world.cast.tenantId}'`;
  const told = (who: string) => `
    insert into invitation (tenant_id, conversation_id, person_id, state, changed_at)
      select ${mine}, k.id, ${personOf(world, who)}, 'off', now() from conversation k where k.tenant_id = ${mine} order by k.id limit 1
    on conflict do nothing;`;
  await superuser.query(told('author') + told('teamLead'));
}

export function mailProbes(world: World): readonly Probe[] {
  const exactly = (who: string, kind: string): Probe => ({
    who,
    sql: foundExactly('invitation', kind),
    expected: 'nothing',
  });
  const own = (who: string) => `tenant_id = '${world.cast.tenantId}' and person_id = ${personOf(world, who)}`;
  return [
    exactly('author', own('author')),
    exactly('teamLead', own('teamLead')),
    exactly('privacyOfficer', 'false'),
    exactly('foreignLead', 'false'),
  ];
}
