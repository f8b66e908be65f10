/** The browser of the tests; `npm test` finds it and names it in `CHROMIUM`. */
import { type Browser, chromium } from 'playwright-core';

/** @throws when there is no browser: a browser test is never skipped silently */
export function launchChromium(): Promise<Browser> {
  const { CHROMIUM: executablePath = '/usr/bin/chromium' } = process.env;
  return chromium.launch({
    executablePath,
    // No sandbox: the tests open only pages of our own, also as root in a container.
    args: ['--no-sandbox', '--disable-gpu', '--disable-background-networking', '--no-first-run'],
  });
}
