import { expect, test } from 'vitest';
import { decodeCursor, encodeCursor, pageOf } from './cursor.ts';

const id = '0190c2a4-7d3e-7000-8000-000000000001';

test('a cursor comes back as it went, also with letters outside ASCII', () => {
  for (const key of ['De Zonnewijzer', "'t Höfke ✓", '', 'مدرسة']) {
    expect(decodeCursor(encodeCursor({ key, id }))).toEqual({ key, id });
  }
});

test('a cursor can stand in an address without escaping', () => {
  expect(encodeCursor({ key: '??>>~~ÿÿÿ', id })).toMatch(/^[\w-]+$/);
});

test('what is no cursor is refused, not guessed', () => {
  const made = (value: unknown) => Buffer.from(JSON.stringify(value)).toString('base64url');
  const bad = [
    '',
    'x',
    '%%%',
    made('a'),
    made(['a']),
    made(['a', 'b']),
    made([1, id]),
    made(['a\0', id]),
    made(['a', id, 1]),
  ];
  for (const text of bad) expect(decodeCursor(text), text).toBeUndefined();
});

test('a list shows as many rows as were asked for and says where it goes on only when there is more', () => {
  const rows = ['a', 'b', 'c'].map((name) => ({ name, id }));
  const nameOf = ({ name }: { name: string }) => name;
  expect(pageOf(rows, 2, nameOf)).toEqual({
    items: rows.slice(0, 2),
    next: encodeCursor({ key: 'b', id }),
  });
  expect(pageOf(rows, 3, nameOf)).toEqual({ items: rows, next: null });
  expect(pageOf([], 3, nameOf)).toEqual({ items: [], next: null });
});
