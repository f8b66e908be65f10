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

test('a field without text is no text', () => {
  expect(withText({ a: 'x', b: '', c: null, d: undefined })).toEqual({ a: 'x' });
});
