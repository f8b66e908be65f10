import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type Block, compareTexts, countBlocks } from './compare.view.ts';

describe('two texts beside each other', () => {
  it('that are the same have nothing to say', () => {
    expect(compareTexts('Een.\n\nTwee.', 'Een.\n\n\nTwee. ')).toEqual([
      { kind: 'same', text: 'Een.' },
      { kind: 'same', text: 'Twee.' },
    ]);
  });

  it('show a paragraph that came, one that went, and one that was rewritten by its words', () => {
    const before = 'Kop.\n\nDe specialist werkt op drie scholen in de week.\n\nDit vervalt geheel.\n\nSlot.';
    const after = 'Kop.\n\nDe specialist werkt op vier scholen in de week.\n\nSlot.\n\nNieuw.';
    const blocks = compareTexts(before, after);
    expect(blocks).toEqual([
      { kind: 'same', text: 'Kop.' },
      {
        kind: 'changed',
        parts: [
          { kind: 'same', text: 'De specialist werkt op ' },
          { kind: 'gone', text: 'drie ' },
          { kind: 'added', text: 'vier ' },
          { kind: 'same', text: 'scholen in de week.' },
        ],
      },
      { kind: 'gone', text: 'Dit vervalt geheel.' },
      { kind: 'same', text: 'Slot.' },
      { kind: 'added', text: 'Nieuw.' },
    ]);
    expect(countBlocks(blocks)).toEqual({ added: 1, gone: 1, changed: 1 });
  });

  it('do not pair paragraphs that share too little', () => {
    // One of five words in common is a fifth: less than two fifths.
    expect(
      compareTexts('een twee drie vier vijf', 'een zes zeven acht negen').map(({ kind }) => kind),
    ).toEqual(['gone', 'added']);
    // Two of five is just enough.
    expect(
      compareTexts('een twee drie vier vijf', 'een twee zeven acht negen').map(({ kind }) => kind),
    ).toEqual(['changed']);
  });

  it('keep an old paragraph before the one that it comes before', () => {
    const blocks = compareTexts('weg met dit\n\na b c d', 'a b c e');
    expect(blocks.map(({ kind }) => kind)).toEqual(['gone', 'changed']);
  });

  it('know an empty text', () => {
    expect(compareTexts('', 'Iets.')).toEqual([{ kind: 'added', text: 'Iets.' }]);
    expect(compareTexts('Iets.', '')).toEqual([{ kind: 'gone', text: 'Iets.' }]);
    expect(compareTexts('', '')).toEqual([]);
  });

  it('whatever they are, tell both texts in full', () => {
    const words = fc.array(fc.constantFrom('a', 'b', 'c', 'de', 'fg.'), { minLength: 1, maxLength: 8 });
    const text = fc
      .array(
        words.map((list) => list.join(' ')),
        { maxLength: 6 },
      )
      .map((all) => all.join('\n\n'));
    const told = (blocks: readonly Block[], side: 'added' | 'gone') =>
      blocks.flatMap((block) =>
        block.kind === 'changed'
          ? [
              block.parts
                .filter(({ kind }) => kind === 'same' || kind === side)
                .map((part) => part.text.trim())
                .join(' '),
            ]
          : block.kind === 'same' || block.kind === side
            ? [block.text]
            : [],
      );
    fc.assert(
      fc.property(text, text, (before, after) => {
        const blocks = compareTexts(before, after);
        expect(told(blocks, 'added').join('\n\n')).toBe(after);
        expect(told(blocks, 'gone').join('\n\n')).toBe(before);
      }),
      { numRuns: 300 },
    );
  });

  it('of a whole book are told at once, the one in the place of the other', () => {
    const book = (letter: string) => Array.from({ length: 9_000 }, (_, nth) => `${letter}${nth}`).join(' ');
    const begun = performance.now();
    expect(compareTexts(book('a'), book('b')).map(({ kind }) => kind)).toEqual(['gone', 'added']);
    expect(performance.now() - begun).toBeLessThan(2_000);
  });
});
