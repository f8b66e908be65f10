import { describe, expect, it } from 'vitest';
import { isWorkedOn, standing, startOf, toldOf } from './asked.facts.ts';
import type { AskedQuestion } from './asked.store.ts';

const asked = (agreementId: string, status?: 'draft' | 'withdrawn' | 'completed'): AskedQuestion => ({
  agreementId,
  entry: 3,
  at: '2026-03-02T08:00:00Z',
  question:
    status === undefined
      ? null
      : {
          id: `${agreementId} ${status}`,
          number: 'AAAAAA',
          status,
          faded: false,
          by: 'Anna',
          evaluatedOn: null,
          completedOn: null,
          lasted: null,
          results: [],
        },
});
const agreement = {
  id: 'a',
  what: 'Rooster maken',
  who: 'Directeur',
  by: '2026-12-01',
  childrenNotice: 'Rust.',
};

describe('a question of an agreement', () => {
  it('starts from what was agreed, on one line of at most 200 characters, and what children will notice', () => {
    expect(startOf(agreement)).toEqual({ title: 'Rooster maken', need: 'Rust.' });
    expect(startOf({ ...agreement, what: ' Een\n\n  rooster ' }).title).toBe('Een rooster');
    expect(startOf({ ...agreement, what: 'a'.repeat(200) }).title).toBe('a'.repeat(200));
    expect(startOf({ ...agreement, what: 'a'.repeat(201) }).title).toBe(`${'a'.repeat(199)}…`);
    // No half characters: the 199th and 200th are one.
    expect(startOf({ ...agreement, what: `${'a'.repeat(198)}😀😀` }).title).toBe(`${'a'.repeat(198)}…`);
  });

  it('stands until it was withdrawn', () => {
    const all = [asked('a', 'withdrawn'), asked('b', 'completed')];
    expect(standing(all, 'a')).toBeUndefined();
    expect(standing(all, 'b')?.question?.id).toBe('b completed');
    expect(standing([...all, asked('a', 'draft')], 'a')?.question?.id).toBe('a draft');
  });

  it('that is not for the reader is told of once for each agreement, however many there were', () => {
    const bare = [asked('a'), asked('b'), asked('a')];
    expect(toldOf(bare)).toEqual([bare[0], bare[1]]);
    const own = [asked('a', 'withdrawn'), asked('a', 'draft')];
    expect(toldOf(own)).toEqual(own);
  });

  it('is made while the concern is not over', () => {
    expect(
      (['working', 'board_proposed', 'with_board'] as const).every((status) => isWorkedOn({ status })),
    ).toBe(true);
    expect((['resolved', 'closed'] as const).some((status) => isWorkedOn({ status }))).toBe(false);
  });
});
