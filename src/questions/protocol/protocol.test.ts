import { expect, it } from 'vitest';
import { protocol, type Step, statuses, stepNames } from '../question.rules.ts';
import { waysOf } from './protocol-diagram.tsx';

it('the picture shows every way of the protocol and no other', () => {
  const moves = stepNames.flatMap((step) => (protocol[step] as Step).moves);
  const ways = new Set(moves.filter(({ from, to }) => from !== to).map(({ from, to }) => `${from} > ${to}`));
  expect(new Set(waysOf().map(({ from, to }) => `${from} > ${to}`))).toEqual(ways);
  expect(ways.size).toBeGreaterThan(statuses.length);
});
