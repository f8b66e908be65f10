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
  // Of a year that is over the one before it is known to be as empty: nobody is sent on without an end.
  for (const past of ['?from=2024-08-01&to=2025-07-31', '?from=2020-08-01&to=2021-07-31']) {
    const html = await results(past);
    expect(html).not.toContain('schooljaar ervoor');
    expect(html).toContain('<a href="/resultaten">Bekijk dit schooljaar</a>');
  }
});

it('say on which day they were written down so, and where days were cut off', async () => {
  expect(await results('?period=2024')).toMatch(/zoals het op \d+ \w+ \d{4} is opgeschreven/);
  expect(await results('/hand_offs?period=2024')).toMatch(/Stand van \d+ \w+ \d{4}: wat later/);
  for (const path of ['', '/hand_offs']) {
    expect(await results(`${path}?from=2010-01-01`)).not.toContain('zes schooljaren');
    expect(await results(`${path}?from=2010-01-01&to=2026-02-01`)).toContain(
      'het begint hier op 1 augustus 2020',
    );
  }
});

it('of contracts say that they are not of more than a school year', async () => {
  const lead = (query: string) => pages.see(pages.cast.teamLead, `/resultaten/capacity_use${query}`);
  expect((await lead('?from=2024-08-01&to=2026-07-31')).html).toContain('hoogstens een schooljaar');
  expect((await lead('?period=2025')).html).not.toContain('hoogstens een schooljaar');
});

it('say above the figures that a report can be made of them', async () => {
  const html = await results();
  expect(html.indexOf('/resultaten/rapporten')).toBeGreaterThan(0);
  expect(html.indexOf('/resultaten/rapporten')).toBeLessThan(html.indexOf('Niets geteld in deze periode'));
});
