import { expect, it } from 'vitest';
import { measureOf } from '../measures/measure.rules.ts';
import { foundOf, type Group, groupsOf } from './grouped.rules.ts';

const group = (more: Partial<Group>): Group => ({
  ...{ period: 'now', measure: 'hand_offs', key: 'team', kind: null, value: 1, open: false, n: 3 },
  ...{ sum: 3, of: null },
  ...more,
});

it('cases that are alike count as often as there are', () => {
  const found = foundOf(
    groupsOf([
      group({}),
      group({ key: 'pupil', value: 3, n: 1 }),
      group({ period: 'before', n: 7 }),
      group({ measure: 'lasted', n: 8 }),
    ]),
    measureOf('hand_offs'),
    'now',
  );
  expect(found.total).toMatchObject({
    n: 4,
    value: 1.5,
    parts: [
      { key: '1', n: 3 },
      { key: '3', n: 1 },
    ],
  });
  expect(found.figures).toMatchObject([
    { key: 'team', n: 3, value: 1 },
    { key: 'pupil', n: 1, value: 3 },
  ]);
  expect(found.cases).toHaveLength(4);
});

it('what was added up counts once, and its cases all', () => {
  const hours = { measure: 'hours_done', value: null, key: 'advice', n: 12, sum: 30.5, of: 4 } as const;
  const found = foundOf(
    groupsOf([group(hours), group({ ...hours, key: 'other', n: 1, sum: 1 })]),
    measureOf('hours_done'),
    'now',
  );
  expect(found.total).toMatchObject({ n: 13, value: 31.5, of: 8 });
  expect(found.figures).toMatchObject([
    { key: 'advice', n: 12, value: 30.5, of: 4 },
    { n: 1, value: 1 },
  ]);
});

it('those who wait are told from those who do not, and kinds apart', () => {
  const waits = { measure: 'start_days' } as const;
  const lead = foundOf(
    groupsOf([group({ ...waits, value: 5, n: 2 }), group({ ...waits, value: 5, n: 1, open: true })]),
    measureOf('start_days'),
    'now',
  );
  expect(lead.total).toMatchObject({ n: 3, value: 5, open: 1 });
  const scores = { measure: 'goal_levels', value: 0 } as const;
  const levels = foundOf(
    groupsOf([group({ ...scores, kind: 'school', n: 2 }), group({ ...scores, kind: 'specialist', n: 1 })]),
    measureOf('goal_levels'),
    'now',
  );
  expect(levels.total.parts).toEqual([
    { key: 'school:0', n: 2 },
    { key: 'specialist:0', n: 1 },
  ]);
});
