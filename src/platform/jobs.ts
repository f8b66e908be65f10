/** Work that nobody waits for. pg-boss keeps it in PostgreSQL; a job whose worker is killed is taken again. Payloads hold ids only. */
import pg from 'pg';
import PgBoss from 'pg-boss';
import type { Database } from './database.ts';
import { factsOf, log } from './log.ts';

/**
 * Every queue, with when it runs by itself (cron, Europe/Amsterdam) and after how long a silent worker is given up.
 * Handlers stand with their subject and are joined in src/worker.
 */
export const queues = {
  /** Writes down terms that have passed. Every hour, so that a morning without power is made good by ten past. */
  'concern-terms': { cron: '7 * * * *', expireInSeconds: 300 },
  /** Tells who is invited what changed by itself; a step tells it at once. */
  invitations: { cron: '3,18,33,48 * * * *', expireInSeconds: 300 },
  /** Takes away keys, answers and challenges that nobody can use any more. */
  'access-tidy': { cron: '40 3 * * *', expireInSeconds: 600 },
  /** Sends what lies in the outbox; each run ends within five minutes. */
  mail: { cron: '* * * * *', expireInSeconds: 420 },
  /** Lays letters ready for whoever wants to know of a notice at once. */
  'notice-mail': { cron: '* * * * *', expireInSeconds: 120 },
  /** Reminders of a school day and its overview: from seven o'clock, and later what a morning without power left undone. */
  'notice-day': { cron: '0 * * * *', expireInSeconds: 300 },
  /** Seals what was written in the audit since the last minute. */
  'audit-seal': { cron: '* * * * *', expireInSeconds: 300 },
  /** Drops notes and fades concerns whose term has passed; at night, when nobody is reading them. */
  'erase-by-term': { cron: '20 2 * * *', expireInSeconds: 900 },
  /** Writes what was erased in the journal outside the database. */
  'erasure-journal': { cron: '* * * * *', expireInSeconds: 60 },
} as const;
export type QueueName = keyof typeof queues;
const queueNames = Object.keys(queues) as readonly QueueName[];

export type Handlers = Readonly<Record<QueueName, (database: Database) => Promise<void>>>;

/** Makes or updates the job tables and queues. Needs the owner; the program itself may only use them. */
export async function prepareJobs(ownerUrl: string): Promise<void> {
  const boss = bossOn(ownerUrl, { supervise: false });
  await boss.start();
  try {
    for (const name of queueNames) {
      const { cron, expireInSeconds } = queues[name];
      await boss.createQueue(name, {
        name,
        policy: 'short',
        expireInSeconds,
        retryLimit: 3,
        retryBackoff: true,
      });
      await boss.schedule(name, cron, {}, { tz: 'Europe/Amsterdam' });
    }
  } finally {
    await boss.stop({ graceful: false });
  }
  const client = new pg.Client({ connectionString: ownerUrl });
  await client.connect();
  await client
    .query(
      `grant usage on schema pgboss to kortelijn_app;
       grant select, insert, update, delete on all tables in schema pgboss to kortelijn_app;
       grant execute on all functions in schema pgboss to kortelijn_app`,
    )
    .finally(() => client.end());
}

/** Works on all queues until stopped. */
export async function startJobs(appUrl: string, database: Database, handlers: Handlers) {
  const boss = bossOn(appUrl, { migrate: false });
  await boss.start();
  for (const name of queueNames) {
    await boss.work(name, { pollingIntervalSeconds: 5 }, async () => {
      await handlers[name](database);
      log('info', 'job done', { queue: name });
    });
  }
  return {
    /** Lets what runs finish, at most `graceMs`. */
    stop: (graceMs: number) => boss.stop({ graceful: true, timeout: graceMs, wait: true }),
  };
}

function bossOn(
  connectionString: string,
  options: { readonly supervise?: boolean; readonly migrate?: boolean },
): PgBoss {
  const boss = new PgBoss({ connectionString, schema: 'pgboss', max: 3, ...options });
  // Without a listener a lost connection would end the program; pg-boss tries again by itself.
  boss.on('error', (fault) => log('error', 'jobs', factsOf(fault)));
  return boss;
}
