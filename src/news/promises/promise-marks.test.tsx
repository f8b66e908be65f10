import { renderToString } from 'preact-render-to-string';
import { describe, expect, test } from 'vitest';
import { Markdown } from '../posts/markdown.ts';
import type { PromiseRow } from './promise.store.ts';
import { markPromises } from './promise-marks.tsx';

const promise = (sentence: string, id = 'een') =>
  ({ id, sentence, dueOn: '2026-04-01', expectedOn: null, keptOn: null }) as unknown as PromiseRow;
const shown = (text: string, promises: readonly PromiseRow[], today = '2026-04-06') =>
  renderToString(markPromises(Markdown({ text }), promises, today));
const link = (id: string, state: string) =>
  ` <a class="promised__state" href="/toezeggingen/${id}" lang="nl" dir="ltr">Toezegging: ${state}</a>`;

describe('a text with promises', () => {
  test('marks the sentence where it stands, over bold words, links and line ends, with its state once', () => {
    const html = shown('Eerst. Wij **delen** met\nalle scholen. Dan.', [
      promise('Wij delen met alle scholen.'),
    ]);
    expect(html).toBe(
      '<div class="markdown"><p>Eerst. <mark class="promised">Wij </mark><strong><mark class="promised">delen</mark></strong>' +
        '<mark class="promised"> met</mark><br/><mark class="promised">alle scholen.</mark>' +
        `${link('een', '5 dagen te laat')} Dan.</p></div>`,
    );
  });
  test('marks two, in their order, and what stands in a list', () => {
    const html = shown('- Een. Twee.\n- Drie.', [promise('Drie.', 'c'), promise('Een.', 'a')], '2026-04-01');
    expect(html).toBe(
      `<div class="markdown"><ul><li><mark class="promised">Een.</mark>${link('a', 'open')} Twee.</li>` +
        `<li><mark class="promised">Drie.</mark>${link('c', 'open')}</li></ul></div>`,
    );
  });
  test('leaves a text alone in which the sentence does not stand, nor over two paragraphs', () => {
    const plain = '<div class="markdown"><p>Een zin.</p><p>En nog een.</p></div>';
    expect(shown('Een zin.\n\nEn nog een.', [promise('Een andere zin.')])).toBe(plain);
    expect(shown('Een zin.\n\nEn nog een.', [promise('Een zin. En nog een.')])).toBe(plain);
    expect(shown('Een zin.\n\nEn nog een.', [])).toBe(plain);
  });
  test('marks what stands in another only once, and signs outside the alphabet at their place', () => {
    const html = shown('Wij delen 🙂 alles. Ja.', [
      promise('Wij delen 🙂 alles.', 'a'),
      promise('alles.', 'b'),
    ]);
    expect(html).toContain(
      `<mark class="promised">Wij delen 🙂 alles.</mark>${link('a', '5 dagen te laat')} Ja.`,
    );
    expect(html).not.toContain('toezeggingen/b');
  });
});
