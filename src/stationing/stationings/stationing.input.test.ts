import { expect, test } from 'vitest';
import { stationingInput } from './stationing.input.ts';

const proposal = {
  specialistId: '01890000-0000-7000-8000-000000000000',
  schoolCode: '01AB00',
  dagdelen: 1,
};
const tooLong = 'Een stationering duurt hoogstens twee jaar. Kies een eerdere laatste dag.';

test.each([
  ['2026-03-02', '2028-02-29', []],
  ['2026-03-01', '2028-02-29', []],
  ['2026-03-01', '2028-03-01', [tooLong]],
  ['2028-03-01', '2030-03-01', []],
  ['2028-03-01', '2030-03-02', [tooLong]],
])('from %s to %s is within 731 days, as the database counts', (from, to, faults) => {
  const { error } = stationingInput.safeParse({ ...proposal, from, to });
  expect((error?.issues ?? []).map(({ message }) => message)).toEqual(faults);
});
