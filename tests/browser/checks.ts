/// <reference lib="dom" />
/// <reference lib="dom.iterable" />
// What must be true of every page in every state, whatever the screen. Each check gives its faults as text; none is right.
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import type { Page } from 'playwright-core';

const axeSource = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');
const tags = ['wcag2a', 'wcag2aa', 'wcag21aa', 'wcag22aa', 'best-practice'];

export const wide = { width: 1280, height: 800 };
export const narrow = { width: 320, height: 700 };

/** Looks at a page that is open, light and dark, wide and narrow, on paper and in forced colours. */
export async function findFaults(page: Page): Promise<readonly string[]> {
  const faults: string[] = [];
  const note = (where: string, found: readonly string[]) => {
    for (const fault of found) faults.push(`${where}: ${fault}`);
  };
  // A click returns when its page has begun to arrive: for a moment a page without even an <html>.
  await page.waitForLoadState();
  await page.evaluate(axeSource);
  note('page', await page.evaluate(aboutMarkup));
  note('page', await page.evaluate(aboutCovered));
  note('wide, light', await runAxe(page));
  await page.emulateMedia({ colorScheme: 'dark' });
  note('wide, dark', await runAxe(page, ['color-contrast']));
  note('text twice as large', await page.evaluate(aboutLargeText));
  await page.setViewportSize(narrow);
  note('narrow, dark', [...(await runAxe(page)), ...(await page.evaluate(aboutNarrow))]);
  await page.emulateMedia({ colorScheme: 'light' });
  await page.setViewportSize(wide);
  return faults;
}

/** In forced colours and on paper the page still shows its heading and is not blank. */
export async function findLost(page: Page): Promise<readonly string[]> {
  const faults: string[] = [];
  for (const media of [{ forcedColors: 'active' }, { media: 'print' }] as const) {
    await page.emulateMedia(media);
    const picture = await page.screenshot();
    const heading = await page.getByRole('heading', { level: 1 }).isVisible();
    // A white page of this size is a PNG of 4 kB.
    if (!heading || picture.length < 9_000)
      faults.push(`${JSON.stringify(media)}: blank (${picture.length} bytes)`);
    await page.emulateMedia({ forcedColors: 'none', media: 'screen' });
  }
  return faults;
}

interface Violation {
  readonly id: string;
  readonly nodes: readonly { readonly html: string; readonly failureSummary?: string }[];
}

async function runAxe(page: Page, rules?: readonly string[]): Promise<readonly string[]> {
  const runOnly = rules === undefined ? { type: 'tag', values: tags } : { type: 'rule', values: rules };
  const options = { runOnly, resultTypes: ['violations'] };
  const { violations }: { readonly violations: readonly Violation[] } = await page.evaluate(
    `axe.run(document, ${JSON.stringify(options)})`,
  );
  return violations.flatMap(({ id, nodes }) =>
    nodes.map(
      ({ html, failureSummary = '' }) => `${id} ${html.slice(0, 160)} ${failureSummary.slice(0, 200)}`,
    ),
  );
}

/** One heading, a title that agrees with it, and nothing that the security policy would refuse. */
function aboutMarkup(): readonly string[] {
  const faults: string[] = [];
  const headings = [...document.querySelectorAll('h1')].map((heading) => heading.textContent ?? '');
  if (headings.length !== 1) faults.push(`${headings.length} h1: ${headings.join(' | ')}`);
  const [here = '', product] = document.title.split(' - ');
  const words = here.toLowerCase().match(/[\p{L}\d]{4,}/gu) ?? [];
  // A goal and a practice note are headed by words of people, which stay out of the title that others see on the screen.
  const theirs = /^(Doel bij vraag \S+|Praktijkkaart)$/.test(here);
  const says = theirs || words.some((word) => headings[0]?.toLowerCase().includes(word));
  if (product !== 'Kortelijn' || !says)
    faults.push(`title «${document.title}» does not say «${headings[0]}»`);
  for (const element of document.querySelectorAll('[style], style, script:not([src])'))
    faults.push(`inline: ${element.outerHTML.slice(0, 100)}`);
  for (const element of document.querySelectorAll('*'))
    for (const { name } of element.attributes) if (name.startsWith('on')) faults.push(`inline: ${name}`);
  // What is for everybody is there in more languages.
  const languages = location.pathname.startsWith('/nieuws') ? ['nl', 'en', 'ar'] : ['nl'];
  if (!languages.includes(document.documentElement.lang)) faults.push('not Dutch');
  return faults;
}

/** What stands in a card that is a link as a whole can be clicked all the same. */
function aboutCovered(): readonly string[] {
  const faults: string[] = [];
  for (const target of document.querySelectorAll('.card--link .card__body :is(a, button, summary)')) {
    if (!target.checkVisibility()) continue;
    target.scrollIntoView({ block: 'center' });
    const { left, top, width, height } = target.getClientRects()[0] ?? target.getBoundingClientRect();
    const hit = document.elementFromPoint(left + Math.min(width, 20) / 2, top + height / 2);
    if (hit === null || !target.contains(hit)) faults.push(`covered: ${target.outerHTML.slice(0, 100)}`);
  }
  return faults;
}

/** As with a browser whose own text size is twice as large: everything is measured in that. */
function aboutLargeText(): readonly string[] {
  const root = document.documentElement;
  root.style.fontSize = `${Number.parseFloat(getComputedStyle(root).fontSize) * 2}px`;
  const wide = [...document.querySelectorAll('main *')].filter(
    (element) => element.getBoundingClientRect().right > root.clientWidth + 1 && element.checkVisibility(),
  );
  const faults =
    root.scrollWidth > root.clientWidth
      ? [`scrolls sideways to ${root.scrollWidth} px: ${wide[0]?.outerHTML.slice(0, 120)}`]
      : [];
  root.style.removeProperty('font-size');
  return faults;
}

function aboutNarrow(): readonly string[] {
  const root = document.documentElement;
  const faults = root.scrollWidth > root.clientWidth ? [`scrolls sideways: ${root.scrollWidth} px`] : [];
  for (const button of document.querySelectorAll('button, .button, summary, select, .nav__link')) {
    const { width, height } = button.getBoundingClientRect();
    // What is not drawn, or drawn for screen readers only, is no target.
    if (width > 2 && (width < 44 || height < 43.5) && button.checkVisibility())
      faults.push(`${Math.round(width)} × ${Math.round(height)} px: ${button.outerHTML.slice(0, 100)}`);
  }
  return faults;
}
