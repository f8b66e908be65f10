import { expect, test } from 'vitest';
import type { VisitForm } from './visit.input.ts';
import { visitOfForm } from './visit-typed.ts';

const question = '01a90000-0000-7000-8000-000000000001';
const goal = '01a90000-0000-7000-8000-000000000002';
const form: VisitForm = {
  schools: ['12AB00'],
  date: '2026-03-02',
  minutes: 60,
  kind: 'coaching',
  split: [{ what: `q:${question}`, on: true }],
};
const faultsOf = (changed: Partial<VisitForm>) => {
  const parsed = visitOfForm({ ...form, ...changed });
  return parsed.ok ? parsed.value : parsed.faults.map(({ location, detail }) => `${location}: ${detail}`);
};

test('one question that is checked gets all minutes', () => {
  expect(visitOfForm(form)).toEqual({
    ok: true,
    value: {
      schools: ['12AB00'],
      date: '2026-03-02',
      minutes: 60,
      kind: 'coaching',
      participants: [],
      split: [{ minutes: 60, supportQuestionId: question }],
    },
  });
});

test('minutes are for an ambition as the form names it', () => {
  expect(
    visitOfForm({
      ...form,
      split: [
        { what: 'p', minutes: 20 },
        { what: `a:${goal}`, on: true },
      ],
    }),
  ).toMatchObject({
    ok: true,
    value: {
      split: [
        { minutes: 20, preventive: true },
        { minutes: 40, ambitionId: goal },
      ],
    },
  });
});

test('minutes of one’s own go before a chip, another school joins, and minutes without a check count', () => {
  expect(
    faultsOf({
      otherMinutes: 50,
      otherSchool: '34cd00',
      split: [{ what: 'p', minutes: 20 }, { what: `g:${goal}`, on: true }, { what: `q:${question}` }],
      participants: { teachers: 2 },
      travelMinutes: 15,
    }),
  ).toMatchObject({
    schools: ['12AB00', '34CD00'],
    minutes: 50,
    travelMinutes: 15,
    participants: [{ role: 'teachers', number: 2 }],
    split: [
      { minutes: 20, preventive: true },
      { minutes: 30, goalId: goal },
    ],
  });
});

test.each([
  ['too little', [{ what: 'p', minutes: 45 }], 'split: Nog 15 minuten te verdelen.'],
  ['too much', [{ what: 'p', minutes: 61 }], 'split: 1 minuut te veel verdeeld.'],
  [
    'nothing left for what is checked',
    [
      { what: 'p', minutes: 60 },
      { what: `q:${question}`, on: true },
    ],
    'split: U verdeelde alle minuten al. Vul ook bij de andere minuten in, of zet ze uit.',
  ],
  ['nothing', [], 'split: Kies waaraan u werkte.'],
] as const)('%s divided is refused in plain Dutch', (_what, split, said) => {
  expect(faultsOf({ split: [...split] })).toEqual([said]);
});

test('every fault stands at its own field', () => {
  expect(
    faultsOf({
      schools: undefined,
      otherMinutes: 3,
      kind: undefined,
      participants: { pupils: 0 },
      travelMinutes: -1,
    }),
  ).toEqual([
    'schools: Kies een school.',
    'otherMinutes: Vul hele minuten in, van 5 tot en met 720.',
    'travelMinutes: Vul hele minuten in, van 0 tot en met 720.',
    'kind: Kies wat u deed.',
    'participants.pupils: Vul een aantal in, van 1 tot en met 500.',
  ]);
  expect(faultsOf({ minutes: undefined })).toContain('minutes: Vul hele minuten in, van 5 tot en met 720.');
});
