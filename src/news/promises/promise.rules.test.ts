import { describe, expect, test } from 'vitest';
import { plainWords, standsIn } from './plain-words.rules.ts';
import {
  comesDue,
  coversAudiences,
  dayNow,
  daysLate,
  type Facts,
  type Given,
  mayTake,
  protocol,
  provesTo,
  type Reach,
  stateOf,
  steps,
  unmetNeeds,
} from './promise.rules.ts';

const everywhere = { areas: [], boards: [] };
const facts: Facts = {
  road: 'open',
  today: '2026-03-10',
  madeOn: '2026-03-01',
  ownerId: 'ada',
  published: true,
  withdrawn: false,
  reach: { audiences: ['schools'], ...everywhere },
  dueOn: '2026-04-01',
  expectedOn: null,
  keptOn: null,
};
const made: Facts = { ...facts, road: 'new', published: false };
const whole: Given = { sentenceStands: true, postAudiences: ['schools', 'boards'], ownerWorks: true };

describe('who takes which step', () => {
  test('the owner and writers, but only writers make one', () => {
    expect(steps.filter((step) => mayTake(step, ['owner']))).toEqual(['postpone', 'hand_over', 'keep']);
    expect(steps.filter((step) => mayTake(step, ['writer']))).toEqual([...steps]);
    expect(steps.filter((step) => mayTake(step, []))).toEqual([]);
  });
  test('a kept promise rests', () => {
    for (const step of ['postpone', 'hand_over', 'keep'] as const)
      expect(unmetNeeds(step, { ...facts, road: 'kept' })).toEqual(['stateAllows']);
    expect(unmetNeeds('make', facts)).toEqual(['stateAllows']);
    expect(Object.values(protocol).map(({ from, to }) => `${from}-${to}`)).toEqual([
      'new-open',
      'open-open',
      'open-open',
      'open-kept',
    ]);
  });
  test('of a post that is not out, none is moved', () => {
    for (const step of ['postpone', 'hand_over', 'keep'] as const) {
      expect(unmetNeeds(step, { ...facts, published: false })).toEqual(['postKnown']);
      expect(unmetNeeds(step, facts)).toEqual([]);
    }
  });
});

describe('making', () => {
  test('asks for the sentence, once, for readers of the post, a day ahead and an owner who works there', () => {
    expect(unmetNeeds('make', made, whole)).toEqual([]);
    expect(
      unmetNeeds(
        'make',
        {
          ...made,
          withdrawn: true,
          dueOn: '2026-03-09',
          reach: { audiences: ['schools', 'public'], ...everywhere },
        },
        { promisedBefore: true, postAudiences: ['schools'] },
      ),
    ).toEqual(['postStands', 'sentenceStands', 'promisedOnce', 'audienceFits', 'dayAhead', 'ownerWorks']);
    expect(unmetNeeds('make', made)).toEqual([]);
    expect(unmetNeeds('make', { ...made, withdrawn: true })).toEqual(['postStands']);
    expect(unmetNeeds('make', made, { ...whole, postAudiences: undefined })).toEqual(['audienceFits']);
  });
  test('from today to five years ahead', () => {
    const on = (dueOn: string) => unmetNeeds('make', { ...made, dueOn }, whole);
    expect(on('2026-03-10')).toEqual([]);
    // 1830 days after 10 March 2026: 14 March 2031.
    expect(on('2031-03-14')).toEqual([]);
    expect(on('2031-03-15')).toEqual(['dayAhead']);
  });
});

describe('a later day', () => {
  const later = (onDate: string | undefined, more: Partial<Facts> = {}) =>
    unmetNeeds('postpone', { ...facts, ...more }, { onDate, words: 'Het lukt later.' });
  test('is later than the day that stands now, not past, and has words', () => {
    expect(later('2026-04-02')).toEqual([]);
    expect(later('2026-04-01')).toEqual(['laterDay']);
    expect(later(undefined)).toEqual(['laterDay']);
    expect(later('2026-04-02', { expectedOn: '2026-04-02' })).toEqual(['laterDay']);
    expect(later('2026-03-09', { dueOn: '2026-03-01' })).toEqual(['laterDay']);
    expect(later('2031-03-15')).toEqual(['laterDay']);
    expect(unmetNeeds('postpone', facts, { onDate: '2026-04-02', words: ' ' })).toEqual(['wordsGiven']);
    expect(unmetNeeds('postpone', facts, { onDate: '2026-04-02' })).toEqual(['wordsGiven']);
    expect(unmetNeeds('postpone', facts, { onDate: '2026-04-02', words: 'x', openMarks: 1 })).toEqual([
      'noOpenMarks',
    ]);
  });
});

describe('handing over', () => {
  test('goes to somebody else who works there', () => {
    expect(unmetNeeds('hand_over', facts, { ownerId: 'bea', ownerWorks: true })).toEqual([]);
    expect(unmetNeeds('hand_over', facts, { ownerId: 'bea' })).toEqual(['ownerWorks']);
    expect(unmetNeeds('hand_over', facts, { ownerId: 'ada', ownerWorks: true })).toEqual(['otherOwner']);
  });
});

describe('keeping', () => {
  const keep = (given: Given) => unmetNeeds('keep', facts, { onDate: '2026-03-10', ...given });
  test('needs words or a post that whom it was promised can read', () => {
    expect(keep({ words: 'Gedaan.' })).toEqual([]);
    expect(keep({ words: ' ' })).toEqual(['proofGiven']);
    expect(keep({})).toEqual(['proofGiven']);
    expect(keep({ proof: { audiences: ['schools'], ...everywhere } })).toEqual([]);
    expect(keep({ proof: null })).toEqual(['proofReadable']);
    expect(keep({ proof: { audiences: ['boards'], ...everywhere } })).toEqual(['proofReadable']);
  });
  test('was on a day since it was made, and not ahead', () => {
    const on = (onDate: string | undefined) => unmetNeeds('keep', facts, { onDate, words: 'Gedaan.' });
    expect(on('2026-03-01')).toEqual([]);
    expect(on('2026-02-28')).toEqual(['dayBeen']);
    expect(on('2026-03-11')).toEqual(['dayBeen']);
    expect(on(undefined)).toEqual(['dayBeen']);
  });
});

describe('audiences', () => {
  test('what is for everybody reaches all; else each is named', () => {
    expect(coversAudiences(['public'], ['boards', 'schools'])).toBe(true);
    expect(coversAudiences(['schools', 'boards'], ['boards'])).toBe(true);
    expect(coversAudiences(['parents'], ['public'])).toBe(false);
    expect(coversAudiences([], ['public'])).toBe(false);
  });
  test('a proof reaches at least the areas and boards that were promised', () => {
    const reach = (areas: string[], boards: string[] = []): Reach => ({
      audiences: ['schools'],
      areas,
      boards,
    });
    expect(provesTo(reach([]), reach(['a']))).toBe(true);
    expect(provesTo(reach(['a', 'b']), reach(['a']))).toBe(true);
    expect(provesTo(reach(['a']), reach(['a', 'b']))).toBe(false);
    expect(provesTo(reach([], ['x']), reach([], ['x']))).toBe(true);
    expect(provesTo(reach([], ['x']), reach([], ['y']))).toBe(false);
    expect(provesTo(reach(['a']), reach([], ['x']))).toBe(false);
    expect(provesTo(reach(['a'], ['x']), reach(['a'], ['x']))).toBe(true);
    expect(provesTo(reach(['a']), reach([]))).toBe(false);
    expect(provesTo(reach([], ['x']), reach([]))).toBe(false);
  });
});

describe('late', () => {
  const days = { dueOn: '2026-04-01', expectedOn: null, keptOn: null };
  test('begins the day after the first promised day, and a later day that was told changes nothing', () => {
    expect(stateOf(days, '2026-04-01')).toBe('open');
    expect(stateOf(days, '2026-04-02')).toBe('late');
    expect(stateOf({ ...days, expectedOn: '2026-05-01' }, '2026-04-02')).toBe('late');
    expect(daysLate(days, '2026-04-01')).toBe(0);
    expect(daysLate(days, '2026-03-01')).toBe(0);
    expect(daysLate(days, '2026-05-01')).toBe(30);
  });
  test('stays when it was kept late', () => {
    const kept = { ...days, keptOn: '2026-04-06' };
    expect([stateOf(kept, '2027-01-01'), daysLate(kept, '2027-01-01')]).toEqual(['keptLate', 5]);
    const onTime = { ...days, keptOn: '2026-04-01' };
    expect([stateOf(onTime, '2027-01-01'), daysLate(onTime, '2027-01-01')]).toEqual(['kept', 0]);
  });
  test('comes due two weeks ahead of the day that stands now', () => {
    expect(comesDue(days, '2026-03-17')).toBe(false);
    expect(comesDue(days, '2026-03-18')).toBe(true);
    expect(comesDue({ ...days, expectedOn: '2026-05-01' }, '2026-03-25')).toBe(false);
    expect(comesDue({ ...days, expectedOn: '2026-05-01' }, '2026-04-02')).toBe(true);
    expect(comesDue({ ...days, keptOn: '2026-03-20' }, '2026-04-02')).toBe(false);
    expect([dayNow(days), dayNow({ ...days, expectedOn: '2026-05-01' })]).toEqual([
      '2026-04-01',
      '2026-05-01',
    ]);
  });
});

describe('a sentence', () => {
  const text =
    'Eerst.\n\nWij **delen** met\nalle [scholen](https://school.example) wat\u00a0het\n> gaf\\!  Dan.';
  test('stands in a text as it is read: without signs, each white space one', () => {
    expect(plainWords(text)).toBe('Eerst. Wij delen met alle scholen wat het gaf! Dan.');
    expect(standsIn('Wij delen met alle scholen wat het gaf!', ['', text])).toBe(true);
    expect(standsIn(' Wij  delen *met* ', [text])).toBe(true);
    expect(standsIn('Wij delen met alle ouders', [text])).toBe(false);
    expect(standsIn(' ', [text])).toBe(false);
    expect(standsIn('Wij', [])).toBe(false);
    expect(plainWords('![foto](beeld:1) `x` ~~y~~ _z_')).toBe('foto x y z');
    // A quotation within a quotation, and a sign in a sentence.
    expect(plainWords('Wij\n  >> delen\nmeer> niet')).toBe('Wij delen meer> niet');
  });

  test('reads links as the database does, whatever brackets there are, and a page of them in a moment', () => {
    const signs = ['', '[', '](', ']', '(', ')', '!', 'a'];
    const twice = (all: readonly string[]) => all.flatMap((one) => signs.map((sign) => one + sign));
    for (const text of new Set(twice(twice(twice(twice(signs))))))
      expect(plainWords(text)).toBe(text.replace(/!?\[([^\]]*)\]\([^)]*\)/g, '$1'));
    // By the expression this took minutes.
    expect(plainWords('['.repeat(300_000))).toHaveLength(300_000);
  });
});
