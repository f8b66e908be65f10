import { describe, expect, test } from 'vitest';
import { placesOf, rangesOfSpans } from './words.rules.ts';

describe('the places of words in a text', () => {
  test('are counted in characters, so that an emoji is one', () => {
    expect(placesOf('🌱🌱 Wit belde', ['Wit'])).toEqual({ ranges: [3, 3], missing: [] });
  });
  test('are every place, whatever the capitals', () => {
    expect(placesOf('Wit zei: wit', ['WIT'])).toEqual({ ranges: [0, 3, 9, 3], missing: [] });
  });
  test('are whole words: in the middle of another word nothing is found', () => {
    expect(placesOf('De witte muur', ['wit'])).toEqual({ ranges: [], missing: ['wit'] });
    expect(placesOf('De wit, en de zwart', ['wit']).ranges).toEqual([3, 3]);
  });
  test('hold for groups of words, also over the end of a line', () => {
    expect(placesOf('belde Anna\nWit op', ['Anna Wit']).ranges).toEqual([6, 8]);
  });
  test('take signs as they are', () => {
    expect(placesOf('a.b axb', ['a.b'])).toEqual({ ranges: [0, 3], missing: [] });
    expect(placesOf('(06) 12 34', ['(06)']).ranges).toEqual([0, 4]);
  });
  test('become one where they touch or overlap', () => {
    expect(
      rangesOfSpans('abcdefgh', [
        { start: 4, end: 6 },
        { start: 0, end: 2 },
        { start: 1, end: 3 },
        { start: 3, end: 4 },
      ]),
    ).toEqual([0, 6]);
  });
});
