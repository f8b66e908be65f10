/** The commands that keep running: the pages, the jobs, or both in one process. */
import { type Command, ensureMigrated, openServer, userOf } from '../platform/command.ts';
import { type Config, readConfig } from '../platform/config.ts';
import { openDatabase } from '../platform/database.ts';
import { migrate } from '../platform/migrate.ts';
import { migrationsFolder } from '../platform/project.ts';
import { requireModestRole } from '../platform/role.ts';
import { requireFreePort, serve, stopRequested } from '../platform/serve.ts';
import { createApp } from './server.ts';

/** How long what runs may go on after a request to stop. */
const graceMs = 10_000;

export const serveCommands: readonly Command[] = [
  {
    name: 'start',
    summary: 'Migreert de database en draait de website en de taken',
    help: 'Stoppen gaat met Ctrl-C. Instellingen: zie doctor.',
    run: async (_args, env) => {
      const config = readConfig(env);
      await runWebsite(config, config.databaseOwnerUrl);
    },
  },
  {
    name: 'serve',
    summary: 'Draait de website',
    help: 'Op een eigen PostgreSQL moet eerst migrate zijn gedaan. Instellingen: zie doctor.',
    run: (_args, env) => runWebsite(readConfig(env), undefined),
  },
];

/** `ownerUrl` = migrate one's own PostgreSQL with it first. */
async function runWebsite(config: Config, ownerUrl: string | undefined): Promise<void> {
  const stop = stopRequested();
  await requireFreePort(config.host, config.port);
  const server = await openServer(config, 'web');
  try {
    if (ownerUrl !== undefined) await migrate(ownerUrl, userOf(server.appUrl), migrationsFolder);
    await ensureMigrated(config, server);
    await requireModestRole(server.appUrl);
    const database = openDatabase({ url: server.appUrl });
    const app = createApp({ database, config });
    const website = await serve(app.fetch, config.host, config.port);
    console.log(`Kortelijn draait op ${website.address}`);
    await stop;
    await website.stop(graceMs);
    await database.close();
  } finally {
    await server.stop();
  }
}
