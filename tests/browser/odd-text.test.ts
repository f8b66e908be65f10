/// <reference lib="dom" />
// Text as people really write it: other scripts, pictures, far too long, pasted from anywhere.
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { sql } from '../../src/platform/database.ts';
import { narrow, wide } from './checks.ts';
import { fillReply, openScene, type Scene, textOf } from './scene.ts';

let scene: Scene;
beforeAll(async () => {
  scene = await openScene();
}, 120_000);
afterAll(() => scene.close());

describe('odd text', () => {
  const odd = [
    'قال المعلم إن الدرس كان هادئا.',
    'Zorg 👩‍🏫🌻 met een vlag 🇳🇱.',
    '<b>vet</b> & "aangehaald" <script>alert(1)</script>',
    `${'Langwoordzonderspaties'.repeat(30)}`,
  ].join('\n\n');

  it('comes back exactly as it was written, and fits on a phone', async () => {
    const concern = await scene.aSharedConcern();
    const { hands } = await scene.come('director', { viewport: narrow });
    await fillReply(hands, concern, odd);
    await hands.press('Plaats reactie');
    const texts = await hands.page.locator('main .prose').allInnerTexts();
    expect(texts.map((text) => text.replace(/\s+/g, ' ').trim())).toContain(odd.replace(/\s+/g, ' '));
    const arabic = hands.page.getByText('قال المعلم');
    expect(await arabic.evaluate((element) => getComputedStyle(element).direction)).toBe('rtl');
  });

  it('of 10,000 characters is taken, of one more comes back with the reason', async () => {
    const concern = await scene.aSharedConcern();
    const { hands } = await scene.come('director', { viewport: wide });
    const full = 'Het gaat de goede kant op. '.repeat(400).slice(0, 10_000).trimEnd().padEnd(10_000, '.');
    await fillReply(hands, concern, `${full}!`);
    await hands.press('Plaats reactie');
    expect(await hands.page.locator('.error-summary').textContent()).toContain('hoogstens 10.000 tekens');
    expect(await hands.page.getByLabel('In uw eigen woorden').inputValue()).toBe(`${full}!`);
    await hands.write('In uw eigen woorden', full);
    await hands.press('Plaats reactie');
    expect(await textOf(hands.page)).toContain('Uw reactie staat op de tijdlijn.');
    expect(await textOf(hands.page)).toContain(full);
  });

  it('with characters that cannot be kept comes back with the reason and the rest of it', async () => {
    const concern = await scene.aSharedConcern();
    const { hands } = await scene.come('director');
    await fillReply(hands, concern, `Voor\u0000na. Dit blijft staan.`);
    await hands.press('Plaats reactie');
    expect(await hands.page.locator('.error-summary').count()).toBe(1);
    expect(await hands.page.getByLabel('In uw eigen woorden').inputValue()).toContain('Dit blijft staan.');
  });

  it('names from right to left stand in their own direction and move nothing else', async () => {
    const name = 'عائشة بن صالح';
    await scene.asOperator(
      sql`update person set name = ${name} where tenant_id = ${scene.cast.tenantId} and id = ${scene.cast.coordinator.id}`,
    );
    const concern = await scene.aSharedConcern();
    const { hands } = await scene.come('director', { viewport: narrow });
    await hands.open(`${concern}/deelnemer`);
    await hands.select('Wie doet er mee?', name);
    await hands.press('Laat meedoen');
    expect(await textOf(hands.page)).toContain(name);
    const { hands: reader } = await scene.come('coordinator');
    await reader.open('/');
    expect(await reader.page.locator('bdi', { hasText: name }).count()).toBeGreaterThan(0);
    expect(await reader.page.locator('.account__role').first().isVisible()).toBe(true);
  });
});
