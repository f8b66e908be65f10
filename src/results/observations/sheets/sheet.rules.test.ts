import { describe, expect, it } from 'vitest';
import { domainsFault, domainsOf, domainsText, linesOf, pointsFault } from './sheet.rules.ts';

describe('points', () => {
  it('stand one on a line', () => {
    expect(linesOf(' nooit \n\n vaak\n')).toEqual(['nooit', 'vaak']);
  });

  it('are two to seven, each with words of its own', () => {
    expect(pointsFault(['nooit', 'vaak'])).toBeNull();
    expect(pointsFault(['1', '2', '3', '4', '5', '6', '7'])).toBeNull();
    expect(pointsFault(['nooit'])).toMatch('twee tot zeven');
    expect(pointsFault(['1', '2', '3', '4', '5', '6', '7', '8'])).toMatch('twee tot zeven');
    expect(pointsFault(['nooit', 'nooit'])).toMatch('eigen woorden');
    expect(pointsFault(['nooit', 'x'.repeat(81)])).toMatch('80 tekens');
    expect(pointsFault(['nooit', 'x'.repeat(80)])).toBeNull();
  });
});

describe('domains', () => {
  const text = 'Rust\n- Spullen liggen klaar.\n• Wisselen gaat snel.\nUitleg\n* Eén zin.';
  const read = [
    { name: 'Rust', items: ['Spullen liggen klaar.', 'Wisselen gaat snel.'] },
    { name: 'Uitleg', items: ['Eén zin.'] },
  ];

  it('are read from their lines, and written back so', () => {
    expect(domainsOf(text)).toEqual(read);
    expect(domainsOf(domainsText(read))).toEqual(read);
    expect(domainsText(read)).toBe(
      'Rust\n- Spullen liggen klaar.\n- Wisselen gaat snel.\nUitleg\n- Eén zin.',
    );
  });

  it('have a name each and something to look at', () => {
    expect(domainsFault(read)).toBeNull();
    expect(domainsFault([])).toMatch('ten minste één domein');
    expect(domainsFault(domainsOf('- los punt'))).toMatch('Begin met de naam');
    expect(domainsFault(domainsOf('Rust\nUitleg\n- x'))).toMatch('«Rust»');
    expect(domainsFault(domainsOf('Rust\n- x\nRust\n- y'))).toMatch('eigen naam');
    expect(domainsFault([{ name: 'x'.repeat(201), items: ['y'] }])).toMatch('200 tekens');
    expect(domainsFault([{ name: 'x'.repeat(200), items: ['y'] }])).toBeNull();
  });

  it('are ten at most, with twenty items each', () => {
    const many = (n: number) => Array.from({ length: n }, (_, nth) => ({ name: `${nth}`, items: ['x'] }));
    expect([domainsFault(many(10)), domainsFault(many(11))]).toEqual([
      null,
      'Gebruik hoogstens 10 domeinen.',
    ]);
    const full = (n: number) => [{ name: 'Rust', items: Array.from({ length: n }, () => 'x') }];
    expect([domainsFault(full(20)), domainsFault(full(21))]).toEqual([
      null,
      'Gebruik per domein hoogstens 20 punten.',
    ]);
  });
});
