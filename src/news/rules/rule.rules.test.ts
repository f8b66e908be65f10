import { describe, expect, test } from 'vitest';
import { editionsDuring, type Facts, unmetNeeds } from './rule.rules.ts';

const good: Facts = {
  withdrawn: false,
  knownOn: '2026-02-07',
  startsOn: '2026-02-07',
  body: 'Zo werken wij.',
  taken: ['2026-01-01'],
  openMarks: 0,
};

describe('an edition', () => {
  test('begins on the day its post is known or later, on a day of its own, with words', () => {
    expect(unmetNeeds(good)).toEqual([]);
    expect(
      unmetNeeds({
        withdrawn: true,
        knownOn: '2026-02-07',
        startsOn: '2026-02-06',
        body: ' ',
        taken: ['2026-02-06'],
        openMarks: 1,
      }),
    ).toEqual(['postStands', 'startsAhead', 'dayFree', 'bodyGiven', 'noOpenMarks']);
    for (const [more, need] of [
      [{ withdrawn: true }, 'postStands'],
      [{ startsOn: '2026-02-06' }, 'startsAhead'],
      [{ taken: ['2026-02-07'] }, 'dayFree'],
      [{ body: '\n' }, 'bodyGiven'],
      [{ openMarks: 2 }, 'noOpenMarks'],
    ] as const)
      expect(unmetNeeds({ ...good, ...more })).toEqual([need]);
  });
});

describe('what ran from one day to another', () => {
  const editions = ['2026-03-10', '2025-08-01', '2026-02-07'].map((startsOn) => ({ startsOn }));
  const held = (first: string, last: string) =>
    editionsDuring(editions, first, last).map(({ startsOn }) => startsOn);
  test('ran under the edition of its first day and those that began before its end', () => {
    expect(held('2025-09-01', '2026-02-06')).toEqual(['2025-08-01']);
    expect(held('2025-09-01', '2026-02-07')).toEqual(['2025-08-01', '2026-02-07']);
    expect(held('2026-02-07', '2026-03-09')).toEqual(['2026-02-07']);
    expect(held('2026-02-08', '2026-05-01')).toEqual(['2026-02-07', '2026-03-10']);
    expect(held('2025-07-01', '2025-07-31')).toEqual([]);
    expect(held('2025-07-01', '2026-12-31')).toEqual(['2025-08-01', '2026-02-07', '2026-03-10']);
  });
});
