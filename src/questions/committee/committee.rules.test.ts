import { describe, expect, it } from 'vitest';
import { agendaOrder, cutOffFor, lastDayToObject, takersOf } from './committee.rules.ts';

describe('the order of an agenda', () => {
  const item = (number: string, urgency: 'normal' | 'soon' | 'now', submittedOn: string | null) => ({
    number,
    urgency,
    submittedOn,
  });

  it('is urgency first, then who waits longest, then the number', () => {
    const items = [
      item('D', 'normal', '2026-01-05'),
      item('B', 'soon', '2026-02-09'),
      item('C', 'soon', '2026-02-09'),
      item('A', 'now', '2026-03-02'),
      item('E', 'normal', '2026-01-06'),
      item('F', 'soon', '2026-01-01'),
    ];
    expect(items.toSorted(agendaOrder).map(({ number }) => number)).toEqual(['A', 'F', 'B', 'C', 'D', 'E']);
    expect(
      items
        .toReversed()
        .toSorted(agendaOrder)
        .map(({ number }) => number),
    ).toEqual(['A', 'F', 'B', 'C', 'D', 'E']);
  });

  it('is the same for two readers of one item', () => {
    expect(agendaOrder(item('A', 'now', null), item('A', 'now', null))).toBe(0);
  });
});

describe('the cut-off', () => {
  it('lies so many days before the day of the meeting in the Netherlands', () => {
    expect(cutOffFor('2026-03-16T13:00:00.000Z', 7)).toBe('2026-03-09');
    expect(cutOffFor('2026-03-16T13:00:00.000Z', 0)).toBe('2026-03-16');
    // Half past midnight in Amsterdam.
    expect(cutOffFor('2026-03-15T23:30:00.000Z', 7)).toBe('2026-03-09');
  });
});

describe('who can take part', () => {
  const members = [
    { id: 'a', present: true },
    { id: 'b', present: false },
    { id: 'c', present: true },
  ];

  it('is who was there and has no conflict of interest', () => {
    const sitting = { members, quorum: 2, attended: true };
    expect(takersOf(sitting, [])).toEqual({ takers: 2, enough: true });
    expect(takersOf(sitting, ['a'])).toEqual({ takers: 1, enough: false });
    expect(takersOf(sitting, ['b'])).toEqual({ takers: 2, enough: true });
  });

  it('is before the meeting everybody who may still come', () => {
    const sitting = { members, quorum: 3, attended: false };
    expect(takersOf(sitting, [])).toEqual({ takers: 3, enough: true });
    expect(takersOf(sitting, ['b'])).toEqual({ takers: 2, enough: false });
  });
});

describe('an objection', () => {
  it('can be made for six weeks from the day after the letter', () => {
    expect(lastDayToObject('2026-03-02')).toBe('2026-04-13');
    expect(lastDayToObject('2026-11-20')).toBe('2027-01-01');
  });

  it('whose six weeks end in a weekend can be made until Monday', () => {
    expect(lastDayToObject('2026-11-21')).toBe('2027-01-04');
    expect(lastDayToObject('2026-11-22')).toBe('2027-01-04');
  });
});
