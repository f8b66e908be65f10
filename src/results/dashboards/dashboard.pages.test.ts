/** Results of a small invented school where nothing was done yet. */
import { afterAll, beforeAll, expect, it } from 'vitest';
import { openPages, type Pages } from '../../../tests/support/pages.ts';

let pages: Pages;
beforeAll(async () => {
  pages = await openPages();
});
afterAll(() => pages.close());

const results = async (query = '') => (await pages.see(pages.cast.director, `/resultaten${query}`)).html;

it('lead to the school year before where nothing was counted in this one', async () => {
  expect(await results()).toContain('href="/resultaten?from=2024-08-01&amp;to=2025-07-31"');
  expect(await results('?from=2024-08-01&to=2025-07-31')).toContain(
    '/resultaten?from=2023-08-01&amp;to=2024-07-31',
  );
  // As far back as there is to choose: nobody is sent on without an end.
  expect(await results('?from=2020-08-01&to=2021-07-31')).not.toContain('schooljaar ervoor');
});

it('say above the figures that a report can be made of them', async () => {
  const html = await results();
  expect(html.indexOf('/resultaten/rapporten')).toBeGreaterThan(0);
  expect(html.indexOf('/resultaten/rapporten')).toBeLessThan(html.indexOf('Niets geteld in deze periode'));
});
