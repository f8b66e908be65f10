/** The browser of the tests; `npm test` finds it and names it in `CHROMIUM`. */
import { type Browser, chromium } from 'playwright-core';

/**
 * Playwright's own list, of which ours takes the place, and the popups of an address bar that nobody sees: each window made two of
 * them, which took half of all work of the tests in a browser.
 */
const without = [
  ...[
    'AvoidUnnecessaryBeforeUnloadCheckSync',
    'DestroyProfileOnBrowserClose',
    'HttpsUpgrades',
    'MediaRouter',
  ],
  ...['HttpsFirstBalancedModeAutoEnable', 'LensOverlay', 'PaintHolding', 'ThirdPartyStoragePartitioning'],
  ...['AvoidCorsURLLoaderRestartOnRedirect', 'OptimizationHints', 'NetworkTimeServiceQuerying', 'AimEnabled'],
  ...['PreconnectToSearch', 'WebUIOmniboxPopup', 'WebUIOmniboxAimPopup'],
];

/** @throws when there is no browser: a browser test is never skipped silently */
export function launchChromium(): Promise<Browser> {
  const { CHROMIUM: executablePath = '/usr/bin/chromium' } = process.env;
  return chromium.launch({
    executablePath,
    // No sandbox: the tests open only pages of our own, also as root in a container.
    args: [
      ...['--no-sandbox', '--disable-gpu', '--disable-background-networking', '--no-first-run'],
      `--disable-features=${without.join()}`,
    ],
  });
}
