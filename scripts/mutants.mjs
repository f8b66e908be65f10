/**
 * `npm run mutants`: spoils the rules of a subject one place at a time and counts how many of those faults the tests beside the
 * rules notice (S6). Takes about an hour and works in a copy outside the project; Stryker is installed there and nowhere else.
 * `npm run mutants -- src/concerns/needs.rules.ts` looks at those files only. Ends with 1 when one scores below 95 %.
 */
import { spawnSync } from 'node:child_process';
import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fail, requireNode, root, say } from './setup.mjs';

const atLeast = 95;
const stryker = '9.5.1';
const concerns = 'src/concerns';
const questions = 'src/questions';
const judged = [
  // The table of seats is eight mutants, and one of them (it cannot be loaded at all) Stryker does not see fail.
  `${concerns}/concern.access.ts,${concerns}/concern-seats.rules.ts`,
  `${concerns}/concern.rules.ts`,
  `${concerns}/needs.rules.ts`,
  `${questions}/question.access.ts`,
  // The table of steps is twenty mutants, and two of them cannot be loaded either.
  `${questions}/question.rules.ts,${questions}/needs.rules.ts`,
  'src/results/goals/*.rules.ts',
  'src/results/measures/*.rules.ts',
  'src/results/releases/*.rules.ts',
  'src/results/dashboards/*.rules.ts,src/results/dashboards/*.access.ts',
  'src/results/forms/*/*.rules.ts',
  'src/results/observations/*.rules.ts,src/results/observations/*/*.rules.ts',
  'src/results/reports/*.rules.ts,src/results/reports/*.access.ts',
  ['apart', 'sums', 'sum-family', 'leeway', 'tableau', 'doubts']
    .map((name) => `src/platform/pure/${name}.ts`)
    .join(),
  'src/news/posts/*.rules.ts,src/news/posts/*.access.ts',
  'src/news/promises/*.rules.ts,src/news/promises/*.access.ts',
  'src/news/rules/*.rules.ts',
  'src/notices/notice.rules.ts',
  'src/registers/people/directory.rules.ts',
  'src/plans/*/*.rules.ts,src/plans/*/*/*.rules.ts,src/plans/steps.rules.ts',
];

const settings = {
  testRunner: 'vitest',
  plugins: ['@stryker-mutator/vitest-runner'],
  vitest: { configFile: 'vitest.mutants.config.ts' },
  // Words on the screen are not rules.
  mutator: { excludedMutations: ['StringLiteral'] },
  coverageAnalysis: 'perTest',
  concurrency: 1,
  reporters: ['json', 'clear-text'],
  clearTextReporter: { allowColor: false, reportTests: false, logTests: false },
};

/** The tests beside some files, as far as they need no database; random roads are left out, because a mutant must meet the same tests each time. */
const configFor = (files) => `import { defineConfig } from 'vitest/config';
export default defineConfig({ test: {
  include: ${JSON.stringify([...new Set(files.split(',').map((file) => file.replace(/[^/]+$/, '**/*.test.{ts,tsx}')))])},
  exclude: ['**/*.{store,actions,api,pages,jobs,commands}.test.{ts,tsx}', '**/concern-roads.rules.test.ts'],
  testTimeout: 60_000 } });
`;

requireNode();
const copy = mkdtempSync(join(tmpdir(), 'kortelijn-mutants-'));
process.once('exit', () => rmSync(copy, { recursive: true, force: true }));
for (const name of ['package.json', 'package-lock.json', 'tsconfig.json', 'src', 'tests'])
  cpSync(join(root, name), join(copy, name), { recursive: true });
writeFileSync(join(copy, 'stryker.config.json'), JSON.stringify(settings));

say('Pakketten en Stryker installeren in een kopie…');
const packages = ['core', 'vitest-runner'].map((name) => `@stryker-mutator/${name}@${stryker}`);
run('npm', ['install', '--no-save', '--no-audit', '--no-fund', '--loglevel=error', ...packages]);

const asked = process.argv.slice(2);
const scores = (asked.length > 0 ? asked : judged).map((file) => [file, scoreOf(file)]);
for (const [file, { killed, all }] of scores)
  say(`${percent(killed, all)} % ${file}: ${killed} van ${all} opgemerkt`);
if (scores.some(([, { killed, all }]) => (100 * killed) / all < atLeast))
  fail(`Minder dan ${atLeast} % van de mutanten wordt opgemerkt.`);

/** Spoils one file; what no test noticed is printed by Stryker. */
function scoreOf(file) {
  say(`${file}…`);
  writeFileSync(join(copy, 'vitest.mutants.config.ts'), configFor(file));
  run('npx', ['stryker', 'run', '--mutate', file]);
  const report = JSON.parse(readFileSync(join(copy, 'reports', 'mutation', 'mutation.json'), 'utf8'));
  const states = Object.values(report.files).flatMap(({ mutants }) => mutants.map(({ status }) => status));
  const count = (...wanted) => states.filter((status) => wanted.includes(status)).length;
  return { killed: count('Killed', 'Timeout'), all: count('Killed', 'Timeout', 'Survived', 'NoCoverage') };
}

function percent(part, whole) {
  return ((100 * part) / whole).toFixed(1).replace('.', ',');
}

function run(command, args) {
  const shell = process.platform === 'win32';
  if (spawnSync(command, args, { cwd: copy, stdio: ['ignore', 2, 2], shell }).status !== 0)
    fail(`${command} ${args[0]} is niet gelukt.`);
}
