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
    ['kat', 'hond', ['fixNear']],
    ['de directeur', 'het bestuur', ['fixNear']],
    ['hier', 'hier', ['fixChanges']],
    ['hier', ' ', ['fixShort', 'fixNear']],
    ['', 'hier', ['fixShort', 'fixNear']],
    ['x'.repeat(61), 'x'.repeat(60), ['fixShort']],
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
});
