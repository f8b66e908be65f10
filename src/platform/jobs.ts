/** Work that nobody waits for. pg-boss keeps it in PostgreSQL; a job whose worker is killed is taken again. Payloads hold ids only. */
import pg from 'pg';
import PgBoss from 'pg-boss';
import sql, { Sql } from 'sql-template-tag';
import type { Database, Transaction } from './database.ts';
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
  /** Tells members and subscribers of news whose hour came; lays letters ready for whoever wants to know of a notice at once. */
  'notice-mail': { cron: '* * * * *', expireInSeconds: 120 },
  /** Reminders of a school day and its overview: from seven o'clock, and later what a morning without power left undone. */
  'notice-day': { cron: '0 * * * *', expireInSeconds: 300 },
  /** Seals what was written in the audit since the last minute. */
  'audit-seal': { cron: '* * * * *', expireInSeconds: 300 },
  /** Drops notes and fades concerns whose term has passed; at night, when nobody is reading them. */
  'erase-by-term': { cron: '20 2 * * *', expireInSeconds: 900 },
  /** Writes what was erased in the journal outside the database. */
  'erasure-journal': { cron: '* * * * *', expireInSeconds: 60 },
  /** Releases the figures of periods that ended two weeks ago; at night, when nobody waits for the machine. */
  'measure-releases': { cron: '40 4 * * *', expireInSeconds: 900 },
  /** Makes the reports that were asked for, and asks for those that are sent again and again. Somebody is looking. */
  reports: { cron: '* * * * *', expireInSeconds: 600, pollSeconds: 2 },
  /** Works on the next plan of the line, or on one whose planner fell silent. Somebody is looking, so it is fetched within a second. */
  'deployment-plans': { cron: '* * * * *', expireInSeconds: 150, pollSeconds: 1 },
} as const;
interface Queue {
  readonly cron: string;
  readonly expireInSeconds: number;
  /** How often a worker looks; five seconds when it is not said. */
  readonly pollSeconds?: number;
}
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
    const { pollSeconds = 5 }: Queue = queues[name];
    await boss.work(name, { pollingIntervalSeconds: pollSeconds }, async () => {
      await handlers[name](database);
      log('info', 'job done', { queue: name });
    });
  }
  return {
    /** Lets what runs finish, at most `graceMs`. */
    stop: (graceMs: number) => boss.stop({ graceful: true, timeout: graceMs, wait: true }),
  };
}

/** Lets a queue run once this transaction is kept, instead of at its next hour. Who knocks while somebody waits at the door changes nothing. */
export async function knock(tx: Transaction, name: QueueName): Promise<void> {
  // Where no worker ever ran there is no queue; one that comes looks by itself.
  const queue = await tx.first<{ stands: boolean }>(
    sql`select to_regclass('pgboss.job') is not null as stands`,
  );
  if (queue?.stands !== true) return;
  // pg-boss's own statement with its $1, $2, …, in our transaction.
  const executeSql = async (text: string, values: readonly unknown[]) => {
    const holes = [...text.matchAll(/\$(\d+)/g)].map(([, nth]) => values[Number(nth) - 1] ?? null);
    return { rows: [...(await tx.rows(new Sql(text.split(/\$\d+/), holes as string[])))] };
  };
  const boss = new PgBoss({ db: { executeSql }, schema: 'pgboss', migrate: false });
  await boss.send(name, {}, {});
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
