import { describe, expect, it } from 'vitest';
import { marksIn } from './writing-aid.rules.ts';

const first = ['Fatima', 'Bram', 'Zoë', 'Sjoerd', 'José', 'Noor', 'Daan', 'Aylin', 'Jan', 'Els'];
const last = [
  'El Amrani',
  'de Wit',
  'Jansen',
  'van Dijk',
  'Groen',
  'Bos',
  'Kaya',
  'Smit',
  'Visser',
  'Mulder',
];
const context = {
  names: first.flatMap((name) =>
    last.flatMap((surname) => last.map((other) => `${name} ${surname} ${other}`)),
  ),
  today: '2026-11-22',
};

describe('a very long text', () => {
  const pieces = [
    'a',
    '1',
    '0',
    '١',
    '@',
    'a@',
    `${'x'.repeat(63)}@`,
    '1 ',
    '06 ',
    '12-',
    '1 jan 2019 ',
    'geb. 3 mei ',
    'Bram de ',
    'Jan Smit ',
    '\u0301',
    '(at)',
    '+31 ',
    'é',
    '１-',
    '12.',
    ' ',
  ];
  it.each(pieces)('of nothing but %j takes time in proportion', (piece) => {
    const text = piece.repeat(Math.ceil(1_000_000 / piece.length));
    const start = performance.now();
    marksIn(text.slice(0, 10_000), context);
    const short = performance.now() - start;
    marksIn(text, context);
    const long = performance.now() - start - short;
    expect(short).toBeLessThan(100);
    expect(long).toBeLessThan(2000);
  });
});
