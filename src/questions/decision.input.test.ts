import { expect, test } from 'vitest';
import { decisionInput } from './decision.input.ts';

test.each([
  [0.01, []],
  [0.004, ['Vul een bedrag in.']],
  [0, ['Vul een bedrag in.']],
  [-5, ['Vul een bedrag in.']],
])('a budget is kept in whole cents: %d', (budget, faults) => {
  const granted = { kind: 'arrangement', text: 'Extra hulp.', from: '2026-03-01', to: '2026-08-01' };
  const { error } = decisionInput.safeParse({ ...granted, budget });
  expect((error?.issues ?? []).map(({ message }) => message)).toEqual(faults);
});
