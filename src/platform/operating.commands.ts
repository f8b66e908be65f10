/** The commands of the one who runs the program: schema, backup, health. */
import { existsSync } from 'node:fs';
import { resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { backup, type Counted } from './backup.ts';
import {
  type Command,
  type DatabaseAccess,
  operatorDatabase,
  ownerOf,
  userOf,
  withDatabase,
  withServer,
} from './command.ts';
import { readConfig } from './config.ts';
import type { Database } from './database.ts';
import { type Examination, examine } from './doctor.ts';
import { journalIn, keepJournal, readJournal } from './erasure-journal.store.ts';
import { prepareJobs } from './jobs.ts';
import { migrate } from './migrate.ts';
import { PlainFault } from './plain-fault.ts';
import { migrationsFolder } from './project.ts';
import { finishRestore, restore } from './restore.ts';

/** `eraseByTerm`: what is past its term goes, in a database that was just put back. */
export const operatingCommands = (eraseByTerm: (database: Database) => Promise<void>): readonly Command[] => [
  {
    name: 'migrate',
    summary: 'Brengt de database naar het schema van deze Kortelijn',
    help: 'Op een eigen PostgreSQL is DATABASE_OWNER_URL nodig. Nog een keer doen kan geen kwaad.',
    run: async (args, env) => {
      parseArgs({ args: [...args], options: {} });
      const applied = await withServer(readConfig(env), async (access) => {
        const names = await migrate(ownerOf(access), userOf(access.appUrl), migrationsFolder);
        await prepareJobs(ownerOf(access));
        return names;
      });
      console.log(applied.length === 0 ? 'Het schema was al bij.' : `Toegepast: ${applied.join(', ')}`);
    },
  },
  {
    name: 'backup',
    summary: 'Bewaart alle gegevens in een bestand',
    help: 'backup BESTAND\nDe website kan blijven draaien. Het bestand bevat persoonsgegevens: bewaar het veilig.',
    run: async (args, env) => {
      const file = oneFile(args);
      const config = readConfig(env);
      const counted = await withDatabase(config, async (access) => {
        await asOperator(access, (database) => keepJournal(database, config.dataDir));
        return backup(ownerOf(access), file);
      });
      console.log(`Bewaard in ${file}: ${said(counted)}.`);
    },
  },
  {
    name: 'restore',
    summary: 'Zet een back-up terug in een lege database',
    help: [
      'restore BESTAND [--journal WISBOEK]',
      'Alles of niets: bij een fout blijft de database leeg. Wat na de back-up is gewist, wordt opnieuw gewist:',
      'dat staat in het wisboek, erasures.jsonl in DATA_DIR. Staat het ergens anders? Noem het met --journal.',
      '--finish   maakt af wat werd onderbroken, zonder BESTAND',
    ].join('\n'),
    run: async (args, env) => {
      const { values, positionals } = parseArgs({
        args: [...args],
        options: { journal: { type: 'string' }, finish: { type: 'boolean' } },
        allowPositionals: true,
      });
      const config = readConfig(env);
      const journal = resolve(values.journal ?? journalIn(config.dataDir));
      if (values.journal !== undefined && !existsSync(journal))
        throw new PlainFault(`Er is geen bestand ${journal}.`);
      const known = existsSync(journal) ? readJournal(journal) : undefined;
      await withServer(config, async (access) => {
        if (values.finish !== true) {
          const file = oneFile(positionals);
          const counted = await restore(ownerOf(access), userOf(access.appUrl), migrationsFolder, file);
          console.log(`Teruggezet uit ${file}: ${said(counted)}.`);
        }
        const erased = await asOperator(access, async (database) => {
          const again = await finishRestore(ownerOf(access), database, known ?? [], eraseByTerm);
          await keepJournal(database, config.dataDir);
          return again;
        });
        console.log(
          known === undefined
            ? `Let op: er is geen wisboek ${journal}. Wat na de back-up is weggelakt of weggegooid, staat er weer.`
            : `Opnieuw gewist volgens het wisboek: ${erased}.`,
        );
      });
    },
  },
  {
    name: 'doctor',
    summary: 'Kijkt of alles er is wat Kortelijn nodig heeft, en toont de instellingen',
    help: '--json   als JSON: { ok, checks: [{ name, ok, detail }], settings: [{ name, meaning, value, given }] }',
    run: async (args, env) => {
      const { values } = parseArgs({ args: [...args], options: { json: { type: 'boolean' } } });
      const examination = await examine(env);
      console.log(values.json ? JSON.stringify(examination, null, 2) : told(examination));
      if (!examination.ok) throw new PlainFault('Niet alles is in orde.');
    },
  },
];

function asOperator<T>(access: DatabaseAccess, work: (database: Database) => Promise<T>): Promise<T> {
  const database = operatorDatabase(access);
  return work(database).finally(() => database.close());
}

function oneFile(args: readonly string[]): string {
  const [file, ...others] = parseArgs({ args: [...args], options: {}, allowPositionals: true }).positionals;
  if (file === undefined || others.length > 0) throw new PlainFault('Noem één bestand.');
  return resolve(file);
}

function said({ tables, rows }: Counted): string {
  return `${tables} tabellen, ${rows} rijen`;
}

function told({ checks, settings }: Examination): string {
  const width = Math.max(...settings.map(({ name }) => name.length)) + 2;
  return [
    ...checks.map(({ name, ok, detail }) => `${ok ? '✓' : '✗'} ${name}: ${detail}`),
    '',
    'Instellingen (omgevingsvariabelen):',
    ...settings.map(
      ({ name, meaning, value, given }) =>
        `  ${name.padEnd(width)}${meaning}\n${' '.repeat(width + 2)}${given ? '=' : 'standaard:'} ${value}`,
    ),
  ].join('\n');
}
