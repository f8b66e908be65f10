import { describe, expect, test } from 'vitest';
import { fixMisfits, fixUnmet } from './fix.rules.ts';

describe('a spelling fix', () => {
  test.each([
    ['wordt', 'word'],
    ['De kofiekamer', 'De koffiekamer'],
    ['te recht', 'terecht'],
    ['de de school', 'de school'],
    ['jou school', 'jouw school'],
    ['op 3 mei binnekort', 'op 3 mei binnenkort'],
    ['zij, die', 'zij die'],
    ['قريبا', 'قريبًا'],
    ['“Wij weerken', 'Wij werken'],
    ['2 schoollen, 3 dagen', '2 scholen, 3 dagen'],
  ])('«%s» becomes «%s»', (before, after) => {
    expect(fixUnmet(before, after)).toEqual([]);
  });

  test.each([
    ['3 mei', '4 mei', ['fixKeepsNumbers']],
    ['1.000 euro', '100 euro', ['fixKeepsNumbers', 'fixNear']],
    ['niet dicht', 'dicht', ['fixKeepsMeaning', 'fixNear']],
    ['neit dicht', 'niet dicht', ['fixKeepsMeaning']],
    ['mag', 'moet', ['fixKeepsMeaning', 'fixNear']],
    ['juni', 'juli', ['fixKeepsMeaning']],
    ['veilig', 'onveilig', ['fixNear']],
    ['possible', 'impossible', ['fixNear']],
    ['onmogelijk', 'mogelijk', ['fixNear']],
    ['kat', 'hond', ['fixNear']],
    ['de directeur', 'het bestuur', ['fixNear']],
    ['hier', 'hier', ['fixChanges']],
    ['hier', ' ', ['fixShort', 'fixNear']],
    ['', 'hier', ['fixShort', 'fixNear']],
    ['x'.repeat(61), 'x'.repeat(60), ['fixShort']],
    ['x'.repeat(60), 'x'.repeat(61), ['fixShort']],
    ['a.example/een', 'a.example/twee', ['fixWordsOnly', 'fixKeepsMeaning', 'fixNear']],
    ['**vet', 'vet', ['fixWordsOnly']],
  ])('«%s» does not become «%s»: that is an update', (before, after, needs) => {
    expect(fixUnmet(before, after)).toEqual(needs);
  });

  // Three letters: one may differ; four to six: two; more: three.
  test.each([
    ['kas', 'kat', 0],
    ['kas', 'kit', 1],
    ['appel', 'abbel', 0],
    ['appel', 'abbil', 1],
    ['appels', 'abbels', 0],
    ['appels', 'abbils', 1],
    ['appelen', 'abbilen', 0],
    ['appelen', 'abbilem', 1],
    ['vergadering', 'vegradering', 0],
    ['vergadering', 'vegradernig', 1],
  ])('«%s» and «%s» lie %s too far apart', (before, after, far) => {
    expect(fixUnmet(before, after).length).toBe(far);
  });

  test('is sixty letters at most, also when each takes two of a computer’s', () => {
    expect(fixUnmet(`${'😀'.repeat(59)}a`, `${'😀'.repeat(59)}b`)).toEqual([]);
  });
});

describe('its place in the text', () => {
  const text =
    'Een kofie in de koffiekamer. [Lees](https://a.example/lees-kofi) meer kofie- en theeplekken. Thee is er.';
  test.each([
    ['koffiekamer', []],
    ['kofie in', []],
    ['thee', ['fixWhole']],
    ['amer', ['fixWhole']],
    ['kofie', ['fixOnce']],
    ['kantine', ['fixFound']],
    ['', ['fixFound']],
    ['lees', ['fixWordsOnly']],
    ['Thee is er.', []],
    ['Een', []],
  ])('«%s»', (before, needs) => {
    expect(fixMisfits(text, before)).toEqual(needs);
  });

  // Each text has `kofi` in an address and nowhere else; the second of a pair has it beside one.
  test.each([
    ['[hier](/nieuws/kofi-1)', '[hier](/nieuws/tee-1) kofi'],
    ['[hier][1]\n\n[1]: /nieuws/kofi-1', '[hier][1]\n\n[1]: /nieuws/tee-1\nkofi'],
    ['<mailto:kofi-1>', '<mailto:tee-1> kofi'],
    ['http://a.example/kofi-1', 'http://a.example/tee-1 kofi'],
    ['https://a.example/kofi-1', 'https://a.example/tee-1 kofi'],
    ['![x](beeld:kofi-1)', '![x](beeld:tee-1) kofi'],
    ['beeld:1-kofi', 'beeld:1-tee kofi'],
  ])('is not in the address of %j, and may be beside it', (within, beside) => {
    expect(fixMisfits(within, 'kofi')).toEqual(['fixWordsOnly']);
    expect(fixMisfits(beside, 'kofi')).toEqual([]);
  });

  test('is among words with a sign of less or more, which is no address', () => {
    expect(fixMisfits('Als 2 < 3 dan kofi > thee', 'kofi')).toEqual([]);
  });
});
