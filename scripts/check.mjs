/** `npm run check`: format, lint, types, import walls and unused code, side by side. */
import { spawn } from 'node:child_process';
import { join } from 'node:path';
import { fail, installPackages, requireNode, root, say } from './setup.mjs';

const checks = {
  'opmaak en regels': ['@biomejs/biome/bin/biome', 'ci', '--colors=off', '.'],
  typen: ['typescript/bin/tsc', '-p', '.'],
  importmuren: [
    'dependency-cruiser/bin/dependency-cruise.mjs',
    '--config',
    '.dependency-cruiser.cjs',
    'src',
    'tests',
    'bench',
  ],
  'ongebruikte code': ['knip/bin/knip.js'],
};

requireNode();
installPackages({ dev: true });
Promise.all(Object.keys(checks).map(check)).then((passed) => {
  if (passed.includes(false)) fail('Niet alles is in orde.');
});

/** Shows what a check said only when it has something to say. */
function check(name) {
  const [script, ...args] = checks[name];
  return new Promise((resolve) => {
    const child = spawn(process.execPath, [join(root, 'node_modules', script), ...args], { cwd: root });
    let said = '';
    child.stdout.on('data', (text) => {
      said += text;
    });
    child.stderr.on('data', (text) => {
      said += text;
    });
    child.on('close', (code) => {
      say(`${code === 0 ? '✓' : '✗'} ${name}`);
      if (code !== 0) say(said);
      resolve(code === 0);
    });
  });
}
