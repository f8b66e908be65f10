/** Questions with somebody at work, as plain rows: how they got there is tried where questions are. */
import pg from 'pg';
import { inject } from 'vitest';
import { newId } from '../../src/platform/ids.ts';
import type { FreshDatabase } from './database.ts';
import type { Cast } from './factories.ts';

/** Past keys and triggers. */
export async function openSuperuser(fresh: FreshDatabase): Promise<pg.Client> {
  const address = new URL(inject('template').superUrl);
  address.pathname = new URL(fresh.ownerUrl).pathname;
  const client = new pg.Client({ connectionString: address.href });
  await client.connect();
  return client;
}

interface Work {
  readonly level?: 'school' | 'team' | 'group' | 'pupil';
  readonly kind?: 'assigned' | 'thinks_along';
  readonly state?: 'asked' | 'active' | 'ended';
  readonly endedAt?: string;
  readonly title?: string;
}

let made = 0;

/** A question of the cast's school on which this person works; gives its id. */
export async function aQuestionFor(
  superuser: pg.Client,
  { tenantId, school, coordinator }: Cast,
  specialist: string,
  { level = 'team', kind = 'assigned', state = 'active', endedAt, title = 'Rust in de groep' }: Work = {},
): Promise<string> {
  const id = newId();
  made += 1;
  const number = `Q${made.toString(36).toUpperCase().padStart(5, '0')}`;
  await superuser.query('set session_replication_role = replica');
  try {
    await superuser.query(
      `insert into support_question (tenant_id, id, number, school_id, author_id, level, status, signalled_on, asked_at, touched_at, submitted_on)
        values ($1, $2, $3, $4, $5, $6, 'started', '2026-02-02', '2026-02-02', '2026-02-02', '2026-02-02')`,
      [tenantId, id, number, school.id, coordinator, level],
    );
    await superuser.query(
      `insert into question_words (tenant_id, question_id, school_id, level, title, need) values ($1, $2, $3, $4, $5, 'Hulp')`,
      [tenantId, id, school.id, level, title],
    );
    await superuser.query(
      `insert into assignment (tenant_id, id, question_id, specialist_id, kind, role, state, planned_dagdelen, starts_on, ends_on, made_at,
        began_at, ended_at) values ($1, $2, $3, $4, $5, 'begeleider', $6, 2, '2026-02-02', '2026-07-01', '2026-02-02', $7, $8)`,
      [
        tenantId,
        newId(),
        id,
        specialist,
        kind,
        state,
        state === 'asked' ? null : '2026-02-02',
        endedAt ?? null,
      ],
    );
  } finally {
    await superuser.query('set session_replication_role = origin');
  }
  return id;
}
