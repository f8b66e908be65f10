/** The commands of the one who runs the program: schema, backup, health. */
import { resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { backup, type Counted } from './backup.ts';
import { type Command, ownerOf, userOf, withDatabase, withServer } from './command.ts';
import { readConfig } from './config.ts';
import { type Examination, examine } from './doctor.ts';
import { prepareJobs } from './jobs.ts';
import { migrate } from './migrate.ts';
import { PlainFault } from './plain-fault.ts';
import { migrationsFolder } from './project.ts';
import { restore } from './restore.ts';

export const operatingCommands: readonly Command[] = [
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
      const counted = await withDatabase(readConfig(env), (access) => backup(ownerOf(access), file));
      console.log(`Bewaard in ${file}: ${said(counted)}.`);
    },
  },
  {
    name: 'restore',
    summary: 'Zet een back-up terug in een lege database',
    help: 'restore BESTAND\nAlles of niets: bij een fout blijft de database leeg.',
    run: async (args, env) => {
      const file = oneFile(args);
      const counted = await withServer(readConfig(env), (access) =>
        restore(ownerOf(access), userOf(access.appUrl), migrationsFolder, file),
      );
      console.log(`Teruggezet uit ${file}: ${said(counted)}.`);
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
