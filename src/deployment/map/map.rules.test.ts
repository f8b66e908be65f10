import { describe, expect, test } from 'vitest';
import { frameOf, helpOf } from './map.rules.ts';

const cosine = (degrees: number) => Math.cos((degrees * Math.PI) / 180);

describe('a drawing of spots', () => {
  test('is true to scale at their middle, with north above and east to the right', () => {
    // Around 60 degrees north a degree of longitude is half a degree of latitude: the drawing is 2 x 1 degrees, a square.
    const corners = [
      { latitude: 59.5, longitude: 4 },
      { latitude: 60.5, longitude: 6 },
    ];
    const frame = frameOf(corners, 528, 10, cosine);
    expect([frame.width, frame.height]).toEqual([528, 528]);
    expect(corners.map(frame.place)).toEqual([
      { x: 14, y: 514 },
      { x: 514, y: 14 },
    ]);
    expect(frame.place({ latitude: 60, longitude: 5 })).toEqual({ x: 264, y: 264 });
  });

  test('of one spot puts it in the middle, and of none is there all the same', () => {
    const spot = { latitude: 52, longitude: 5 };
    expect(frameOf([spot], 500, 10, cosine).place(spot)).toEqual({ x: 250, y: 132 });
    expect(frameOf([], 500, 10, cosine).height).toBeGreaterThan(0);
  });
});

test.each([
  [{ stationed: true, waiting: 3, visited: true }, 'stationed'],
  [{ stationed: false, waiting: 3, visited: true }, 'waiting'],
  [{ stationed: false, waiting: 0, visited: true }, 'visited'],
  [{ stationed: false, waiting: 0, visited: false }, 'quiet'],
  [{ stationed: false, waiting: null, visited: null }, 'quiet'],
] as const)('a school with %o is marked %s', (school, help) => {
  expect(helpOf(school)).toBe(help);
});
