import { describe, expect, test } from 'vitest';
import {
  isAhead,
  lacks,
  leaves,
  protocol,
  type State,
  type StepName,
  stateAfter,
  states,
  stepNames,
  stepsFrom,
} from './post.rules.ts';

/** By hand: where each step leads from each state; a step that is not named here leads nowhere. */
const roads: Record<State | 'new', Partial<Record<StepName, State | 'gone'>>> = {
  new: { write: 'draft' },
  draft: { write: 'draft', publish: 'published', plan: 'planned', translate: 'draft', discard: 'gone' },
  planned: { write: 'planned', publish: 'published', plan: 'planned', unplan: 'draft', translate: 'planned' },
  published: { update: 'published', fix: 'published', translate: 'published', withdraw: 'withdrawn' },
  withdrawn: {},
};

describe('the road of a post', () => {
  const all = (['new', ...states] as const).flatMap((from) => stepNames.map((step) => [step, from] as const));
  test.each(all)('%s from %s', (step, from) => {
    const to = roads[from][step];
    expect(leaves(step, from)).toBe(to !== undefined);
    expect(stateAfter(step, from)).toBe(to);
  });

  test('readers saw it: nothing of it is written over', () => {
    expect(stepsFrom('published')).toEqual(['update', 'fix', 'translate', 'withdraw']);
    expect(stepsFrom('withdrawn')).toEqual([]);
  });

  test('whatever readers will see was looked at by the writing aid, but for a few letters', () => {
    const looked = stepNames.filter((step) =>
      (protocol[step].needs as readonly string[]).includes('noOpenMarks'),
    );
    expect(looked).toEqual(['publish', 'plan', 'update', 'translate', 'withdraw']);
  });
});

describe('a plan', () => {
  const now = Date.parse('2026-03-02T08:00:00Z');
  const year = 365 * 86_400_000;
  test.each([
    [now - 1, false],
    [now, false],
    [now + 1, true],
    [now + year, true],
    [now + year + 1, false],
  ])('at %s is ahead and near enough: %s', (at, ahead) => {
    expect(isAhead(at, now)).toBe(ahead);
  });
});

describe('what a post lacks', () => {
  const whole = { audiences: ['public'], texts: [{ original: true, body: 'x' }], pictureFaults: 0 };
  test.each([
    [{}, []],
    [{ audiences: [] }, ['audienceGiven']],
    [{ texts: [{ original: true, body: ' \n' }] }, ['bodyGiven']],
    [{ texts: [...whole.texts, { original: false, body: '' }] }, ['translationWhole']],
    [{ pictureFaults: 1 }, ['picturesFit']],
    [
      {
        audiences: [],
        texts: [
          { original: true, body: '' },
          { original: false, body: '' },
        ],
        pictureFaults: 2,
      },
      ['audienceGiven', 'bodyGiven', 'translationWhole', 'picturesFit'],
    ],
  ])('%j: %j', (more, needs) => {
    expect(lacks({ ...whole, ...more })).toEqual(needs);
  });
});
