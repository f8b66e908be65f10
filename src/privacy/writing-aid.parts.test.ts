import { describe, expect, it } from 'vitest';
import { sentenceAround } from './writing-aid.parts.tsx';

const around = (text: string, mark: string) => {
  const start = text.indexOf(mark);
  return text.slice(...sentenceAround(text, start, start + mark.length));
};

describe('the sentence around a mark', () => {
  it('ends where the writer ended it', () => {
    expect(around('Het was druk. Bel Anna voor meer. Daarna stil.', 'Anna')).toBe('Bel Anna voor meer.');
    expect(around('Anna kwam! Daarna niets.', 'Anna')).toBe('Anna kwam!');
    expect(around('Een regel\nhier staat Anna\nnog een', 'Anna')).toBe('hier staat Anna\n');
  });

  it('is the whole text when that is one sentence', () => {
    expect(around('wie zag Anna vandaag', 'Anna')).toBe('wie zag Anna vandaag');
  });

  it('is cut between words when it is very long', () => {
    const long = `${'woord '.repeat(60)}Anna ${'woord '.repeat(60)}`;
    const cut = around(long, 'Anna');
    expect(cut.length).toBeLessThan(250);
    expect(cut).toMatch(/^\s?woord .*Anna.* woord$/);
  });
});
