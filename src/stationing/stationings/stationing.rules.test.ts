import { describe, expect, test } from 'vitest';
import {
  type Facts,
  mayTake,
  moveOf,
  protocol,
  type Relation,
  relations,
  type Status,
  type StepTaken,
  statuses,
  stepsTaken,
  unmetNeeds,
} from './stationing.rules.ts';
import { explain, roomPeriods, roomWords } from './stationing.words.ts';

/** Where each step leads and who takes it, by hand. */
const byHand: Readonly<
  Record<StepTaken, { readonly from: string; readonly to: string; readonly by: string }>
> = {
  answer: { from: 'proposed', to: 'proposed', by: 'host school_director board_member' },
  agree: { from: 'proposed', to: 'agreed', by: 'host' },
  withdraw: { from: 'proposed', to: 'withdrawn', by: 'team_lead' },
  start: { from: 'agreed', to: 'active', by: 'team_lead specialist' },
  evaluate: { from: 'active', to: 'evaluated', by: 'specialist school_director support_coordinator' },
  shorten: { from: 'agreed active evaluated', to: 'agreed active evaluated', by: 'team_lead' },
  end: { from: 'agreed active evaluated', to: 'ended ended ended', by: 'team_lead' },
};

const facts = (more: Partial<Facts> = {}): Facts => ({
  status: 'active',
  today: '2026-03-02',
  from: '2026-02-02',
  to: '2026-07-03',
  clashes: [],
  ...more,
});

test.each(stepsTaken)('%s leaves the states it leaves, for whom it is', (step) => {
  const { from, to, by } = byHand[step];
  for (const status of statuses) {
    const nth = from.split(' ').indexOf(status);
    expect(moveOf(step, status)?.to, status).toBe(nth < 0 ? undefined : to.split(' ')[nth]);
    for (const relation of relations)
      expect(mayTake(step, { status, relations: [relation] }), `${status} ${relation}`).toBe(
        by.split(' ').includes(relation),
      );
    expect(mayTake(step, { status, relations: [] as readonly Relation[] })).toBe(false);
    const state = unmetNeeds(step, facts({ status })).includes('stateAllows');
    expect(state, status).toBe(nth < 0);
  }
});

describe('needs', () => {
  const whole = { words: 'Zo.', because: 'done', openMarks: 0 } as const;
  const met: Readonly<Record<StepTaken, readonly [Status, object]>> = {
    answer: ['proposed', { words: 'Zo.' }],
    agree: ['proposed', {}],
    withdraw: ['proposed', { words: 'Zo.' }],
    start: ['agreed', {}],
    evaluate: ['active', { words: 'Zo.' }],
    shorten: ['active', { ...whole, lastDay: '2026-05-01' }],
    end: ['active', { ...whole, lastDay: '2026-03-02' }],
  };
  test.each(stepsTaken)('%s is lawful when all is there, and each need that fails is told alone', (step) => {
    const [status, given] = met[step];
    expect(unmetNeeds(step, facts({ status }), given)).toEqual([]);
    const { needs }: { readonly needs: readonly string[] } = protocol[step];
    const broken = (need: string): readonly [Partial<Facts>, object] => {
      switch (need) {
        case 'periodAhead':
          return [{ to: '2026-03-01' }, {}];
        case 'isSpecialist':
        case 'placeFree':
        case 'withinContract':
        case 'notAway':
          return [{ clashes: [need] }, {}];
        case 'begun':
          return [{ from: '2026-03-03' }, {}];
        case 'reasonGiven':
          return [{}, { because: undefined }];
        case 'wordsGiven':
          return [{}, { words: ' \n' }];
        case 'noOpenMarks':
          return [{}, { openMarks: 1 }];
        default:
          return [{}, { lastDay: '2026-12-01' }];
      }
    };
    for (const need of needs) {
      const [world, said] = broken(need);
      expect(unmetNeeds(step, facts({ status, ...world }), { ...given, ...said }), need).toEqual([need]);
      expect(explain([need])[0]?.detail, need).toMatch(/^[A-Z].*\.$/);
    }
  });

  const propose = { questionsShare: 60, ambitions: [{ share: 40, runs: true }], schoolsFit: true } as const;
  test.each([
    ['nothing', {}, []],
    ['shares that do not add up', { questionsShare: 61 }, ['sharesAddUp']],
    ['an ambition of another time', { ambitions: [{ share: 40, runs: false }] }, ['ambitionsRun']],
    ['a school of another board', { schoolsFit: false }, ['schoolsOfBoard']],
    ['a stationing that is over', { continuesFits: false }, ['continuesLive']],
  ] as const)('a proposal with %s', (_name, more, unmet) => {
    expect(unmetNeeds('propose', facts({ status: 'new' }), { ...propose, ...more })).toEqual(unmet);
  });

  test('what has not begun ends without a last day, what has begun with one that has been', () => {
    const end = (from: string, lastDay?: string) => unmetNeeds('end', facts({ from }), { ...whole, lastDay });
    expect(end('2026-03-03')).toEqual([]);
    expect(end('2026-03-03', '2026-03-03')).toEqual(['lastDayBeen']);
    expect(end('2026-03-02', '2026-03-02')).toEqual([]);
    expect(end('2026-03-02')).toEqual(['lastDayBeen']);
    expect(end('2026-02-02', '2026-02-01')).toEqual(['lastDayBeen']);
  });
});

test('room is told in periods of weeks that are alike', () => {
  const weeks = [
    { monday: '2026-04-06', contract: 6, taken: 2.5 },
    { monday: '2026-04-13', contract: 6, taken: 2.5 },
    { monday: '2026-04-20', contract: 6, taken: 7 },
    { monday: '2026-04-27', contract: 0, taken: 0 },
  ];
  expect(roomPeriods(weeks).map(({ from, to, ...week }) => [from, to, roomWords(week)])).toEqual([
    ['2026-04-06', '2026-04-19', '3,5 van 6 dagdelen per week vrij'],
    ['2026-04-20', '2026-04-26', '0 van 6 dagdelen per week vrij'],
    ['2026-04-27', '2026-05-03', 'geen contract'],
  ]);
});
