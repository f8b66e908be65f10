import { expect, test } from 'vitest';
import { textsIn, withText } from './texts.rules.ts';

test('every text is found by its field, however deep, but not what holds no prose', () => {
  const request = {
    step: 'hold_conversation',
    report: 'Wij spraken elkaar.',
    present: ['a'],
    agreements: [{ what: 'Een vaste leerkracht.', by: '2026-03-02' }, { what: '' }],
    note: null,
    count: 3,
  };
  expect(textsIn(request, new Set(['step', 'present', 'by']))).toEqual({
    report: 'Wij spraken elkaar.',
    'agreements.0.what': 'Een vaste leerkracht.',
  });
});

test('an id is no text, though its digits read as a phone number; words around one are', () => {
  const ambitionId = '0198c3f2-7a03-7030-9905-1f2e3d4c5b6a';
  expect(textsIn({ ambitionId, reason: `Zie ${ambitionId}.` }, new Set())).toEqual({
    reason: `Zie ${ambitionId}.`,
  });
});

test('a field without text is no text', () => {
  expect(withText({ a: 'x', b: '', c: null, d: undefined })).toEqual({ a: 'x' });
});
