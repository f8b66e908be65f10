/** `npm test`: every test, on a real PostgreSQL and in a real browser. Arguments go on to vitest. */
import { findChromium, installChromium } from './chromium.mjs';
import { becomeTool, buildProgram, fail, installPackages, requireNode, say } from './setup.mjs';

requireNode();
installPackages({ dev: true });
buildProgram();
const chromium = findChromium() || getChromium();
const env = { ...process.env, CHROMIUM: chromium, NODE_ENV: 'test' };
becomeTool('vitest/vitest.mjs', ['run', ...process.argv.slice(2)], env);

function getChromium() {
  if (process.env.CHROMIUM) fail(`CHROMIUM=${process.env.CHROMIUM} is geen browser die start.`);
  say('Geen Chromium gevonden; installeren met apt-get…');
  return (
    installChromium() ||
    fail('De browsertests hebben Chromium nodig. Doe: npx playwright-core install --with-deps chromium')
  );
}
