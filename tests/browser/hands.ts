/// <reference lib="dom" />
// Ways to work a page: with a pointer, or with the keys Tab, Enter, Space and arrows only.
import type { Locator, Page } from 'playwright-core';
import { expect } from 'vitest';

export interface Hands {
  readonly page: Page;
  /** Goes to an address as from a bookmark; gives the status. */
  open(path: string): Promise<number>;
  /** Chooses from the menu of every page. */
  menu(name: string): Promise<void>;
  follow(link: Locator | string): Promise<void>;
  /** Presses a button that sends its form. */
  press(button: Locator | string): Promise<void>;
  unfold(summary: string): Promise<void>;
  write(label: string, text: string, nth?: number): Promise<void>;
  /** `YYYY-MM-DD` or `YYYY-MM-DDTHH:MM`. */
  date(label: string, value: string, nth?: number): Promise<void>;
  pick(group: string, option: string): Promise<void>;
  select(label: string, option: string): Promise<void>;
}

type Worker = Pick<Hands, 'write' | 'date' | 'select'> & {
  activate(target: Locator): Promise<void>;
  check(choice: Locator): Promise<void>;
};

/** Clicks and types. */
export const byPointer = (page: Page): Hands =>
  handsOf(page, {
    activate: (target) => target.click(),
    check: (choice) => choice.check(),
    write: (label, text, nth = 0) => fieldOf(page, label).nth(nth).fill(text),
    date: (label, value, nth = 0) => fieldOf(page, label).nth(nth).fill(value),
    select: async (label, option) => {
      await fieldOf(page, label).selectOption({ label: option });
    },
  });

/** Never touches the mouse; refuses a stop whose focus cannot be seen. */
export const byKeyboard = (page: Page): Hands =>
  handsOf(page, {
    activate: async (target) => {
      await tabTo(page, target);
      await page.keyboard.press('Enter');
    },
    check: (choice) => checkByKeys(page, choice),
    write: async (label, text, nth = 0) => {
      await tabTo(page, fieldOf(page, label).nth(nth));
      await page.keyboard.press('Control+a');
      await page.keyboard.insertText(text);
    },
    date: async (label, value, nth = 0) => {
      const field = fieldOf(page, label).nth(nth);
      await tabTo(page, field);
      await typeDate(page, value);
      expect(await field.inputValue()).toBe(value);
    },
    select: async (label, option) => {
      const field = fieldOf(page, label);
      await tabTo(page, field);
      const chosen = () => field.evaluate((list: HTMLSelectElement) => list.selectedOptions[0]?.label);
      for (let left = 100; (await chosen()) !== option && left > 0; left -= 1)
        await page.keyboard.press('ArrowDown');
      expect(await chosen()).toBe(option);
    },
  });

function handsOf(page: Page, { activate, check, ...worker }: Worker): Hands {
  const main = page.getByRole('main');
  const toNextPage = async (target: Locator) => {
    // By keyboard the way to a button may be sixty keys long: on a busy machine that took eight seconds by itself.
    const answer = page.waitForEvent('domcontentloaded', { timeout: 30_000 });
    await activate(target);
    await answer;
    await fits(page);
  };
  return {
    page,
    ...worker,
    async open(path) {
      const answer = await page.goto(path, { waitUntil: 'domcontentloaded' });
      await fits(page);
      return answer?.status() ?? 0;
    },
    async menu(name) {
      const button = page.locator('summary.menu__button');
      if (await button.isVisible()) await activate(button);
      await toNextPage(page.getByRole('banner').getByRole('link', { name, exact: true }));
    },
    follow: (link) =>
      toNextPage(
        typeof link === 'string' ? main.getByRole('link', { name: link, exact: true }).first() : link,
      ),
    press: (button) =>
      toNextPage(
        typeof button === 'string' ? main.getByRole('button', { name: button, exact: true }).first() : button,
      ),
    unfold: (summary) => activate(main.locator('summary', { hasText: summary }).first()),
    pick: async (group, option) => {
      const choice = page.getByRole('group', { name: group }).getByLabel(option).first();
      await check(choice);
      expect(await choice.isChecked()).toBe(true);
    },
  };
}

/** Waits for an address, also when a second click breaks off the way of the first: `waitForURL` takes that for a failure. */
export async function arrives(page: Page, address: RegExp): Promise<void> {
  await expect.poll(() => page.url(), { timeout: 30_000 }).toMatch(address);
  await page.waitForLoadState();
}

/** The field with this label, whatever else goes by that name. */
export const fieldOf = (page: Page, label: string): Locator =>
  page.getByLabel(label).and(page.locator('input, textarea, select'));

/** Nobody should ever have to scroll sideways. */
async function fits(page: Page): Promise<void> {
  // Without JavaScript a page is there before its style is.
  await page.waitForLoadState();
  const [inside, outside] = await page.evaluate(() => [
    document.documentElement.scrollWidth,
    document.documentElement.clientWidth,
  ]);
  expect(inside, `${page.url()} scrolls sideways`).toBeLessThanOrEqual(outside ?? 0);
}

// The keyboard ----------------------------------------------------------------------------------------------------------

/** From where the focus is, forward to the target; past the menu with the skip link. */
async function tabTo(page: Page, target: Locator): Promise<void> {
  const inMain = await target.evaluate((element) => element.closest('main') !== null);
  if (inMain && (await page.evaluate(() => document.activeElement === document.body))) {
    await page.keyboard.press('Tab');
    expect(await page.evaluate(() => document.activeElement?.textContent)).toContain('Naar de inhoud');
    await page.keyboard.press('Enter');
  }
  const handle = await target.elementHandle();
  for (let left = 400; left > 0; left -= 1) {
    const stop = await page.evaluate(whereIsFocus, handle);
    expect(stop.hidden, `${page.url()}: the focus cannot be seen`).toBeUndefined();
    if (stop.there) return;
    await page.keyboard.press('Tab');
  }
  throw new Error(`${page.url()}: Tab never comes to ${target}`);
}

/** A group of radios is one stop: being at any of them is being there. */
function whereIsFocus(target: Element | null): {
  readonly there: boolean;
  readonly hidden: string | undefined;
} {
  const focus = document.activeElement;
  if (focus === null || focus === document.body) return { there: false, hidden: undefined };
  const group = (element: Element | null) =>
    element instanceof HTMLInputElement && element.type === 'radio' ? element.name : element;
  const there = focus === target || group(focus) === group(target);
  const box = focus.getBoundingClientRect();
  const inSight = box.bottom > 0 && box.top < innerHeight && box.width > 0 && box.height > 0;
  const drawn = [getComputedStyle(focus), getComputedStyle(focus, '::after')].some(
    (style) => style.outlineStyle !== 'none' && Number.parseFloat(style.outlineWidth) >= 2,
  );
  const seen = focus.matches('main, [data-focus], fieldset') || (inSight && drawn);
  return { there, hidden: seen ? undefined : focus.outerHTML.slice(0, 120) };
}

async function checkByKeys(page: Page, choice: Locator): Promise<void> {
  await tabTo(page, choice);
  if ((await choice.getAttribute('type')) === 'checkbox') {
    if (!(await choice.isChecked())) await page.keyboard.press('Space');
    return;
  }
  await page.keyboard.press('Space');
  for (let left = 30; !(await choice.isChecked()) && left > 0; left -= 1)
    await page.keyboard.press('ArrowDown');
}

/** The parts of a date field in the order of the browser's own language, which is English here. */
async function typeDate(page: Page, value: string): Promise<void> {
  const [day = '', time] = value.split('T');
  const [year = '', month = '', date = ''] = day.split('-');
  await page.keyboard.type(`${month}${date}${year}`);
  if (time === undefined) return;
  const [hour = '', minute = ''] = time.split(':');
  await page.keyboard.press('ArrowRight');
  await page.keyboard.type(`${String(Number(hour) % 12 || 12).padStart(2, '0')}${minute}`);
  await page.keyboard.type(Number(hour) < 12 ? 'A' : 'P');
}
