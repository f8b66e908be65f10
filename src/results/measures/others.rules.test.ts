import { describe, expect, it } from 'vitest';
import { type Figure, type ShownFigure, totalOf } from './figure.rules.ts';
import { isOthers as isOthersOf } from './others.rules.ts';

describe('whoever knows their own part', () => {
  const whole = (more: Partial<ShownFigure>): ShownFigure => ({ key: 'all', n: 30, value: 0.5, ...more });
  const isOthers = (all: ShownFigure, mine: Figure, counted = 0) => isOthersOf(all, mine, counted);
  const own = (more: Partial<Figure>): Figure => ({ key: 'all', n: 20, value: null, ...more });

  it('sees the whole when the others are ten or more', () => {
    expect(isOthers(whole({}), own({ n: 20 }))).toBe(true);
    expect(isOthers(whole({}), own({ n: 21 }))).toBe(false);
    expect(isOthers(whole({ n: '<5' }), own({ n: 0 }))).toBe(false);
  });

  it('is known to have the cases too by which a lead time is counted and that it leaves out', () => {
    expect(isOthers(whole({}), own({ n: 12 }), 20)).toBe(true);
    expect(isOthers(whole({}), own({ n: 12 }), 21)).toBe(false);
  });

  it('sees it only when each part that is told has five others or more', () => {
    const parts = [
      { key: '1', n: 15 },
      { key: '0', n: 15 },
    ];
    const mine = (some: number) => own({ n: 15, parts: [{ key: '1', n: some }] });
    expect(isOthers(whole({ parts }), mine(10))).toBe(true);
    expect(isOthers(whole({ parts }), mine(11))).toBe(false);
    const hidden = [
      { key: '1', n: '<5' as const },
      { key: '0', n: 15 },
    ];
    expect(isOthers(whole({ parts: hidden }), mine(11))).toBe(true);
    // Who has nothing of their own has no parts either.
    expect(isOthers(whole({ parts }), own({ n: 0 }))).toBe(true);
  });

  it('sees how often scorers agree only when five others agree, and five differ', () => {
    const fact = {
      ...{ id: '', schoolId: null, boardId: null, areaId: null, expertise: null, level: null, kind: null },
      ...{ ambitionId: null, on: '2025-10-01', of: null, open: false },
    };
    const scored = (...differences: readonly number[]) =>
      totalOf(
        { kind: 'agreement' },
        differences.map((value) => ({ ...fact, value })),
      );
    const parts = [
      { key: 'same', n: 8 },
      { key: 'other', n: 8 },
    ];
    expect(isOthers(whole({ n: 16, parts }), scored(0, 0, 0, 1, 1, 2))).toBe(true);
    expect(isOthers(whole({ n: 16, parts }), scored(0, 0, 0, 0))).toBe(false);
    expect(isOthers(whole({ n: 16, parts }), scored(1, 1, 2, 3))).toBe(false);
  });
});
