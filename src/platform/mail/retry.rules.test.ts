import { describe, expect, test } from 'vitest';
import { afterFault } from './retry.rules.ts';

const days = (n: number) => n * 24 * 60;

describe('a letter that was not taken', () => {
  test.each([
    [1, 1],
    [2, 5],
    [3, 15],
    [4, 60],
    [5, 240],
    [19, 240],
  ])('after attempt %i waits %i minutes', (attempts, inMinutes) => {
    expect(afterFault({ code: 450, aboutLetter: true }, attempts, 0)).toEqual({ kind: 'again', inMinutes });
  });

  test('is given up at once when the server refuses this person for good', () => {
    expect(afterFault({ code: 550, aboutLetter: true }, 1, 0)).toEqual({ kind: 'givenUp' });
  });

  test('is tried again when what was refused is not about this person: a wrong password of ours', () => {
    expect(afterFault({ code: 535, aboutLetter: false }, 1, 0)).toEqual({ kind: 'again', inMinutes: 1 });
  });

  test('is tried again when the line broke', () => {
    expect(afterFault({ code: undefined, aboutLetter: false }, 2, 1)).toEqual({
      kind: 'again',
      inMinutes: 5,
    });
  });

  test('is given up when the next try would come after three days', () => {
    expect(afterFault({ code: 450, aboutLetter: true }, 30, days(3) - 240)).toEqual({
      kind: 'again',
      inMinutes: 240,
    });
    expect(afterFault({ code: 450, aboutLetter: true }, 30, days(3) - 239)).toEqual({ kind: 'givenUp' });
  });
});
