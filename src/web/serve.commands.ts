/** The commands that keep running: the pages, the jobs, or both in one process. */
import { loadDemonstration } from '../demo/index.ts';
import { leavePlans } from '../deployment/index.ts';
import { findDemonstrationPeople } from '../login/index.ts';
import {
  type Command,
  type DatabaseAccess,
  ensureMigrated,
  openServer,
  ownerOf,
  userOf,
} from '../platform/command.ts';
import { type Config, readConfig } from '../platform/config.ts';
import { type Database, openDatabase } from '../platform/database.ts';
import { prepareJobs, startJobs } from '../platform/jobs.ts';
import { migrate } from '../platform/migrate.ts';
import { migrationsFolder } from '../platform/project.ts';
import { dayOf } from '../platform/pure/dates.ts';
import { requireFinished } from '../platform/restore.ts';
import { requireModestRole } from '../platform/role.ts';
import { requireFreePort, serve, stopRequested } from '../platform/serve.ts';
import { appointmentName } from '../registers/index.ts';
import { handlersFor } from '../worker/handlers.ts';
import { createApp } from './server.ts';

/** How long what runs may go on after a request to stop. */
const graceMs = 10_000;

interface Part {
  /** Lets what runs finish, at most `graceMs`. */
  stop(graceMs: number): Promise<void>;
}

export const serveCommands: readonly Command[] = [
  {
    name: 'start',
    summary: 'Migreert de database en draait de website en de taken',
    help: 'Stoppen gaat met Ctrl-C. Instellingen: zie doctor.',
    run: (_args, env) => runUntilStopped(readConfig(env), { web: true, jobs: true, upgrade: true }),
  },
  {
    name: 'serve',
    summary: 'Draait de website',
    help: 'Op een eigen PostgreSQL moet eerst migrate zijn gedaan. Instellingen: zie doctor.',
    run: (_args, env) => runUntilStopped(readConfig(env), { web: true, jobs: false, upgrade: false }),
  },
  {
    name: 'work',
    summary: 'Draait de taken op de achtergrond',
    help: 'Op een eigen PostgreSQL moet eerst migrate zijn gedaan. Mag vaker naast elkaar draaien.',
    run: (_args, env) => runUntilStopped(readConfig(env), { web: false, jobs: true, upgrade: false }),
  },
];

interface Wanted {
  readonly web: boolean;
  readonly jobs: boolean;
  /** Migrate one's own PostgreSQL too, and fill an empty demonstration. */
  readonly upgrade: boolean;
}

async function runUntilStopped(config: Config, wanted: Wanted): Promise<void> {
  const stop = stopRequested();
  if (wanted.web) await requireFreePort(config.host, config.port);
  const server = await openServer(config, wanted.web ? 'web' : 'other');
  try {
    await makeReady(config, server, wanted);
    await requireModestRole(server.appUrl);
    const database = openDatabase({ url: server.appUrl });
    const parts: Part[] = [];
    if (wanted.jobs) parts.push(await startJobs(server.appUrl, database, handlersFor(config)));
    if (wanted.web) parts.push(await openWebsite(config, database));
    else console.log('De taken draaien.');
    await stop;
    leavePlans();
    await Promise.all(parts.map((part) => part.stop(graceMs)));
    await database.close();
  } finally {
    await server.stop();
  }
}

async function makeReady(config: Config, server: DatabaseAccess, wanted: Wanted): Promise<void> {
  const embedded = config.databaseUrl === undefined;
  const upgrade = wanted.upgrade && server.ownerUrl !== undefined;
  if (upgrade) {
    await migrate(ownerOf(server), userOf(server.appUrl), migrationsFolder);
    await requireFinished(server.appUrl);
  } else await ensureMigrated(config, server);
  if (wanted.jobs && (embedded || upgrade)) await prepareJobs(ownerOf(server));
  if (upgrade && config.demo) await loadDemonstration(server, new Date());
}

async function openWebsite(config: Config, database: Database): Promise<Part> {
  const website = await serve(createApp({ database, config }).fetch, config.host, config.port);
  console.log(`Kortelijn draait op ${website.address}`);
  if (config.demo) console.log(await describeDemonstration(website.address, database));
  return website;
}

/** One person for each role of each partnership: enough to begin with, the page knows them all. */
async function describeDemonstration(address: string, database: Database): Promise<string> {
  const people = await findDemonstrationPeople(database, dayOf(Date.now()));
  const shown = new Map<string, string>();
  for (const { tenantName, labels, name, appointments } of people) {
    for (const appointment of appointments) {
      const key = `${tenantName} ${appointment.role}`;
      if (!shown.has(key)) shown.set(key, `  ${name}: ${appointmentName(appointment, labels)}`);
    }
  }
  return [`Demonstratie met verzonnen mensen: ${address}/demo`, ...shown.values()].join('\n');
}
