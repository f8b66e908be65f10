/** `npm run bench`: bundles the bench beside the program and runs it; see bench/main.ts. `npm run bench -- search`: bench/search.ts; `-- gap` and `-- planner`: bench/planner.ts; `-- plans`: bench/plans.ts; `-- results`: bench/results.ts. */
import { spawn } from 'node:child_process';
import { join } from 'node:path';
import * as esbuild from 'esbuild';
import { build } from '../scripts/build.mjs';
import { installPackages, requireNode, root } from '../scripts/setup.mjs';

requireNode();
installPackages({ dev: false });
await build();
await esbuild.build({
  absWorkingDir: root,
  entryPoints: {
    ...Object.fromEntries(
      ['main', 'floor', 'search', 'planner', 'plans', 'results'].map((name) => [name, `bench/${name}.ts`]),
    ),
    // Beside what runs it, as in the program.
    'parts/planner': 'src/deployment/plans/plan.part.ts',
  },
  // Inside the project, so that the packages are found.
  outdir: join(root, 'dist', 'bench'),
  bundle: true,
  packages: 'external',
  platform: 'node',
  target: 'node20',
  format: 'esm',
  jsx: 'automatic',
  jsxImportSource: 'preact',
  logLevel: 'warning',
});
const [first, ...rest] = process.argv.slice(2);
const scripts = {
  search: ['search.js', ...rest],
  gap: ['planner.js', first, ...rest],
  planner: ['planner.js', first, ...rest],
  plans: ['plans.js', ...rest],
  results: ['results.js', ...rest],
};
const script = scripts[first] ?? ['main.js', ...process.argv.slice(2)];
const args = [join(root, 'dist', 'bench', script[0]), ...script.slice(1)];
spawn(process.execPath, args, { stdio: 'inherit' }).on('exit', (code) => process.exit(code ?? 1));
