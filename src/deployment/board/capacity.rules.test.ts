import { describe, expect, test } from 'vitest';
import { roomOf, sumWeeks } from './capacity.rules.ts';

const week = { personId: 'a', monday: '2026-03-02', contract: 8, stationed: 3, assigned: 2, away: 0 };

describe('the room of a week', () => {
  test('is what stationings and work leave of the contract', () => {
    expect(roomOf(week)).toEqual({ contract: 8, stationed: 3, assigned: 2, away: 0, free: 3, over: 0 });
  });
  test('is less by absence, which takes no more than the work leaves', () => {
    expect(roomOf({ ...week, away: 1.6 })).toMatchObject({ away: 1.6, free: 1.4 });
    expect(roomOf({ ...week, away: 4.8 })).toMatchObject({ away: 3, free: 0, over: 0 });
  });
  test('is nought when more is planned than the contract holds, and says how much', () => {
    expect(roomOf({ ...week, assigned: 6, away: 8 })).toMatchObject({ away: 0, free: 0, over: 1 });
  });
});

test('the room of one does not make up for the lack of another, and a week without anybody is nought', () => {
  const rows = [week, { ...week, personId: 'b', stationed: 10, assigned: 0 }];
  expect(sumWeeks(rows, ['2026-03-02', '2026-03-09'])).toEqual([
    { monday: '2026-03-02', contract: 16, stationed: 13, assigned: 2, away: 0, free: 3, over: 2 },
    { monday: '2026-03-09', contract: 0, stationed: 0, assigned: 0, away: 0, free: 0, over: 0 },
  ]);
});
