// What people see on a page, and what outsiders do not.
import { randomUUID } from 'node:crypto';
import { expect } from 'vitest';
import type { SchoolCast } from './cast.ts';
import { findFaults, narrow, wide } from './checks.ts';
import type { Hands } from './hands.ts';

export interface Outsider {
  /** They see what they saw before, and this concern is not there for them. */
  nothing(concern: string): Promise<void>;
}

/** Looks at what somebody sees who may know nothing: it stays the same, byte for byte. */
export async function outsider({ page }: Hands, { school }: SchoolCast): Promise<Outsider> {
  const look = async (path: string) => {
    const answer = await page.context().request.get(path, { maxRetries: 2 });
    return { status: answer.status(), text: await answer.text() };
  };
  const doors = [
    '/',
    '/zorgen',
    `/zorgen?school=${school.code}`,
    '/zorgen?staat=with_board',
    `/scholen/${school.code}`,
  ];
  const before = await Promise.all(doors.map(look));
  expect(before.map(({ status }) => status)).toEqual(doors.map(() => 200));
  return {
    nothing: async (concern: string) => {
      expect(await Promise.all(doors.map(look))).toEqual(before);
      const absent = await look(`/zorgen/${randomUUID()}`);
      expect(absent.status).toBe(404);
      for (const address of [concern, `${concern}/wie-weet-dit`, `${concern}/zienswijze`]) {
        expect(await look(address)).toEqual(absent);
      }
    },
  };
}

/** The message on top of the page after a deed. */
export async function says({ page }: Hands, text: string): Promise<void> {
  expect(await page.locator('main .notice').first().textContent()).toContain(text);
}

export async function shows({ page }: Hands, text: string): Promise<void> {
  expect(await page.getByRole('main').textContent()).toContain(text);
}

/** All faults stand on top, and the focus is there when there is JavaScript. */
export async function refuses({ page }: Hands, texts: readonly string[]): Promise<void> {
  const summary = page.locator('.error-summary');
  const said = (await summary.textContent()) ?? '';
  for (const text of texts) expect(said).toContain(text);
  expect(await summary.getByRole('listitem').count()).toBe(texts.length);
}

/** Everything that people wrote, as it stands on this page. */
export async function wordsIn({ page }: Hands): Promise<readonly string[]> {
  const texts = await page.locator('main .prose').allTextContents();
  return texts.map((text) => text.trim()).sort();
}

/** No fault on this page, whatever the screen; and a picture of it. */
export async function look(hands: Hands, name: string): Promise<void> {
  const before = hands.page.viewportSize();
  expect.soft([name, ...(await findFaults(hands.page))]).toEqual([name]);
  if (before !== null) await hands.page.setViewportSize(before);
  await picture(hands, name);
}

/** For the eyes of who changes a page: with `SHOTS` pictures of it go to that folder, at both widths. */
export async function picture({ page }: Hands, name: string): Promise<void> {
  const { SHOTS } = process.env;
  if (!SHOTS) return;
  const before = page.viewportSize();
  for (const [size, viewport] of Object.entries({ narrow, wide })) {
    await page.setViewportSize(viewport);
    await page.screenshot({ path: `${SHOTS}/${name}-${size}.png`, fullPage: true });
  }
  if (before !== null) await page.setViewportSize(before);
}
