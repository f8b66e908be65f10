/** The program: one table of commands. `npm start` runs `start`, `npm run kortelijn -- NAME` any of them. */
import { eraseAfterRestore } from './concerns/index.ts';
import { demoCommands } from './demo/index.ts';
import { fadePlansByTerm } from './deployment/index.ts';
import type { Command } from './platform/command.ts';
import type { Environment } from './platform/config.ts';
import { factsOf, log } from './platform/log.ts';
import { operatingCommands } from './platform/operating.commands.ts';
import { PlainFault } from './platform/plain-fault.ts';
import { auditCommands } from './privacy/index.ts';
import { fadeQuestionsAfterRestore } from './questions/index.ts';
import { registerCommands } from './registers/index.ts';
import { fadeObservationsByTerm } from './results/index.ts';
import { fadeStationingByTerm } from './stationing/index.ts';
import { serveCommands } from './web/serve.commands.ts';

const commands: readonly Command[] = [
  ...serveCommands,
  ...operatingCommands(async (database) => {
    await eraseAfterRestore(database);
    await fadeQuestionsAfterRestore(database);
    await fadeStationingByTerm(database);
    await fadePlansByTerm(database);
    await fadeObservationsByTerm(database);
  }),
  ...auditCommands,
  ...registerCommands,
  ...demoCommands,
];

await main(process.argv.slice(2), process.env);

async function main(args: readonly string[], env: Environment): Promise<void> {
  process.on('uncaughtException', (error) => {
    log('error', 'unexpected fault', factsOf(error));
    process.exit(1);
  });
  try {
    await runCommand(args, env);
    await allSaid();
    process.exit();
  } catch (error) {
    for (const line of linesFor(error)) process.stderr.write(`${line}\n`);
    process.exit(1);
  }
}

/** An exit cuts off what a slow reader at the other end of a pipe has not taken yet (64 KB). */
function allSaid(): Promise<void> {
  return new Promise((resolve) => process.stdout.write('', () => resolve()));
}

async function runCommand(args: readonly string[], env: Environment): Promise<void> {
  const command = commands.find(({ name }) => name.split(' ').every((word, at) => args[at] === word));
  if (!command) {
    console.log(overview());
    if (args[0] === undefined || args[0] === '--help') return;
    throw new PlainFault(`Het commando «${args[0]}» bestaat niet.`);
  }
  if (args.includes('--help')) console.log(helpOf(command));
  else await command.run(args.slice(command.name.split(' ').length), env);
}

function overview(): string {
  const width = Math.max(...commands.map(({ name }) => name.length)) + 2;
  const lines = commands.map(({ name, summary }) => `  ${name.padEnd(width)}${summary}`);
  return ['Gebruik: npm run kortelijn -- COMMANDO [--help]', '', ...lines].join('\n');
}

function helpOf({ name, summary, help }: Command): string {
  return `npm run kortelijn -- ${name}\n${summary}\n\n${help}`;
}

function linesFor(error: unknown): readonly string[] {
  if (error instanceof PlainFault) return error.lines;
  const code = error instanceof Error && 'code' in error ? String(error.code) : '';
  if (code.startsWith('ERR_PARSE_ARGS'))
    return ['Deze opties horen niet bij dit commando. Met --help ziet u welke wel.'];
  if (/^(ECONN|ENOTFOUND|EAI_|ETIMEDOUT|EHOSTUNREACH)/.test(code))
    return [`De database is niet bereikbaar (${code}).`];
  if (/^(28|3D)/.test(code)) return [`De database laat ons niet binnen (${code}). Klopt DATABASE_URL?`];
  log('error', 'unexpected fault', factsOf(error));
  return ['Er ging iets onverwachts mis. Hierboven staat waar; npm run kortelijn -- doctor kan helpen.'];
}
