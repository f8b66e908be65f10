import { describe, expect, it } from 'vitest';
import { cleanText, count, folded, isBlank, list, withoutTurns } from './text.ts';

describe('a text that is kept', () => {
  it.each([
    ['a\r\nb\rc\nd', 'a\nb\nc\nd'],
    ['Zoe\u0308', 'Zo\u00eb'],
    ['slot \n\t ', 'slot'],
    ['  inspringen blijft', '  inspringen blijft'],
    ['👩‍👧 שלום', '👩‍👧 שלום'],
    ['', ''],
  ])('gives %j one form', (raw, text) => {
    expect(cleanText(raw)).toEqual({ text, fault: null });
  });

  it.each(['a\0b', '\ud83d', 'x\udc00y'])('refuses %j', (raw) => {
    expect(cleanText(raw)).toEqual({
      text: null,
      fault: 'Deze tekst bevat een teken dat niet bewaard kan worden. Typ de tekst opnieuw.',
    });
  });
});

describe('blank', () => {
  it.each(['', ' \n\t', '\u00a0', '\u200b\ufeff', '\u2800', '\u3164'])('%j shows nothing', (text) => {
    expect(isBlank(text)).toBe(true);
  });
  it.each(['a', ' . ', '0', '👍'])('%j shows something', (text) => {
    expect(isBlank(text)).toBe(false);
  });
});

describe('folded for comparing', () => {
  it.each([
    ['Rust  in de groep!', 'rust in de groep'],
    ['Cafe\u0301 én IJs', 'cafe en ijs'],
    // A soft hyphen, a space of no width, a word joiner and a variation that nobody sees.
    ['Ru\u00adst i\u200bn\u2060 de groep\ufe0f', 'rust in de groep'],
    // Cyrillic and Greek that look like ours; what looks like nothing else stays.
    ['R\u0443st \u03bfp \u0421ito', 'ryst op cito'],
    ['\u0436', '\u0436'],
    ['ﬁjn ½', 'fijn 1 2'],
    ['!?', '!?'],
  ])('%s is compared as «%s»', (text, compared) => {
    expect(folded(text)).toBe(compared);
  });
});

describe('lists and counts', () => {
  it('puts «en» before the last', () => {
    expect(list([])).toBe('');
    expect(list(['a'])).toBe('a');
    expect(list(['a', 'b'])).toBe('a en b');
    expect(list(['a', 'b', 'c'])).toBe('a, b en c');
  });
  it('says one, many and thousands as Dutch people do', () => {
    expect(count(1, 'fout', 'fouten')).toBe('1 fout');
    expect(count(0, 'fout', 'fouten')).toBe('0 fouten');
    expect(count(2, 'fout', 'fouten')).toBe('2 fouten');
    expect(count(7003, 'school', 'scholen')).toBe('7.003 scholen');
  });
});

it('signs that turn the reading direction go; letters of a language that runs the other way stay', () => {
  expect(withoutTurns('rekening \u202e123\u202c \u2066x\u2069 غرفة')).toBe('rekening 123 x غرفة');
});
