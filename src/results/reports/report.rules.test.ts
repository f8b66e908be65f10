import { describe, expect, it } from 'vitest';
import type { Actor, Appointment } from '../../platform/pure/actor.ts';
import { measureOf } from '../measures/measure.rules.ts';
import { isAsLead, maySchedule, ownerOf, subjectsOf } from './report.access.ts';
import {
  committeePeriods,
  everyFor,
  livePeriods,
  measuresIn,
  reportKinds,
  sending,
  sourceOf,
  splitsIn,
} from './report.rules.ts';
import { partRows } from './report.view.ts';

const codes = (kind: (typeof reportKinds)[number]) => measuresIn(kind).map(({ code }) => code);
const year = { from: '2025-08-01', to: '2026-07-31' };
const quarter = { from: '2025-08-01', to: '2025-10-31' };

describe('what stands in a report', () => {
  it('is of outsiders what was released, of who does the work what is there now', () => {
    expect(reportKinds.map((kind) => [kind, sourceOf(kind)])).toEqual([
      ['school', 'live'],
      ['board', 'released'],
      ['partnership', 'released'],
      ['committee', 'live'],
    ]);
  });

  it('is everything for the partnership, for a school nothing that says who gave a grade', () => {
    expect(codes('partnership').length).toBe(20);
    expect(codes('school')).toContain('goal_levels');
    for (const code of ['satisfaction', 'schools_unvisited', 'capacity_use', 'practice_reuse'])
      expect(codes('school')).not.toContain(code);
    expect(codes('board')).toContain('satisfaction');
    expect(codes('board')).not.toContain('capacity_use');
    expect(codes('committee')).toEqual([
      'first_contact_days',
      'start_days',
      'hand_offs',
      'requested_provided',
    ]);
  });

  it('is split by what its readers may compare, never by school, and by quarter only in a year', () => {
    const [contact] = measuresIn('partnership').filter(({ code }) => code === 'first_contact_days');
    if (contact === undefined) throw new Error('no such measure');
    expect(splitsIn('partnership', contact, year)).toEqual([
      'board',
      'area',
      'expertise',
      'level',
      'quarter',
    ]);
    expect(splitsIn('partnership', contact, quarter)).toEqual(['board', 'area', 'expertise', 'level']);
    expect(splitsIn('school', contact, year)).toEqual(['expertise', 'level', 'quarter']);
    expect(splitsIn('board', contact, year)).toEqual(['expertise', 'level', 'quarter']);
    expect(splitsIn('committee', contact, year)).toEqual(['expertise', 'level']);
    // A hundred days and the day after them are within one quarter, or near enough.
    const until = (to: string) => splitsIn('school', contact, { from: '2026-01-01', to });
    expect(until('2026-04-11')).not.toContain('quarter');
    expect(until('2026-04-12')).toContain('quarter');
  });
});

describe('periods', () => {
  it('are this school year so far, the four quarters before today, and last year', () => {
    expect(livePeriods('2026-11-22')).toEqual([
      { from: '2026-08-01', to: '2026-11-22' },
      { from: '2026-08-01', to: '2026-10-31' },
      { from: '2026-05-01', to: '2026-07-31' },
      { from: '2026-02-01', to: '2026-04-30' },
      { from: '2025-11-01', to: '2026-01-31' },
      { from: '2025-08-01', to: '2026-07-31' },
    ]);
    // A quarter is behind us the day after its last.
    expect(livePeriods('2026-10-31')[1]).toEqual({ from: '2026-05-01', to: '2026-07-31' });
    expect(livePeriods('2026-11-01')[1]).toEqual({ from: '2026-08-01', to: '2026-10-31' });
    expect(livePeriods('2026-08-01')[0]).toEqual({ from: '2026-08-01', to: '2026-08-01' });
  });

  it('are of the committee at most a year back, as far as its agenda is read', () => {
    const all = committeePeriods('2026-11-22');
    expect(all.map(({ from }) => from)).toEqual(['2026-08-01', '2026-08-01', '2026-05-01', '2026-02-01']);
    // 360 days before the 27th is 1 November: no longer; before the 26th it is the day before.
    const first = (today: string) => committeePeriods(today).map(({ from }) => from);
    expect(first('2026-10-27')).not.toContain('2025-11-01');
    expect(first('2026-10-26')).toContain('2025-11-01');
  });
});

describe('sending again', () => {
  it('is a week after a month, and when the figures of a quarter or year are released', () => {
    expect(sending('month', '2026-11-07')).toEqual({
      period: { from: '2026-09-01', to: '2026-09-30' },
      nextOn: '2026-11-08',
    });
    expect(sending('month', '2026-11-08')).toEqual({
      period: { from: '2026-10-01', to: '2026-10-31' },
      nextOn: '2026-12-08',
    });
    expect(sending('quarter', '2026-11-16')).toEqual({
      period: { from: '2026-05-01', to: '2026-07-31' },
      nextOn: '2026-11-17',
    });
    expect(sending('quarter', '2026-11-17')).toEqual({
      period: { from: '2026-08-01', to: '2026-10-31' },
      nextOn: '2027-02-17',
    });
    expect(sending('year', '2026-11-22')).toEqual({ period: year, nextOn: '2027-08-17' });
    expect(sending('year', '2026-08-16')).toMatchObject({
      period: { from: '2024-08-01' },
      nextOn: '2026-08-17',
    });
  });

  it('goes on at the turn of a school year', () => {
    expect(sending('month', '2026-07-31').nextOn).toBe('2026-08-08');
    expect(sending('quarter', '2026-07-31').nextOn).toBe('2026-08-17');
  });

  it('is as often as there is something new', () => {
    expect(reportKinds.map((kind) => everyFor(kind))).toEqual([
      ['month', 'quarter', 'year'],
      ['quarter', 'year'],
      ['quarter', 'year'],
      ['month', 'quarter'],
    ]);
  });
});

const school = (nth: number) => ({
  kind: 'school' as const,
  id: `s${nth}`,
  code: `0${nth}`,
  name: `School ${nth}`,
});
const board = { kind: 'board' as const, id: 'b', code: '41', name: 'De Wilg' };
const other = { kind: 'board' as const, id: 'o', code: '40', name: 'De Els' };
const whole = { kind: 'tenant' as const, id: 't', code: 't', name: 'De Linde' };
const actor = (...appointments: readonly Appointment[]): Actor => ({
  personId: 'p',
  tenantId: 't',
  keyId: 'k',
  name: '',
  email: '',
  tenant: { code: 't', name: 'De Linde', preset: 'rotterdam', labels: {} },
  appointments,
});
const offered = (one: Actor) =>
  subjectsOf(one, { schools: [school(1), school(2)], boards: [board, other] }).map(({ kind, place }) => [
    kind,
    place?.id ?? null,
  ]);

describe('who asks for which', () => {
  it('follows from their appointments', () => {
    expect(offered(actor({ role: 'school_director', place: school(2) }))).toEqual([['school', 's2']]);
    expect(
      offered(
        actor({ role: 'contact_person', place: school(2) }, { role: 'contact_person', place: school(1) }),
      ),
    ).toEqual([
      ['school', 's1'],
      ['school', 's2'],
    ]);
    expect(offered(actor({ role: 'board_member', place: board }))).toEqual([['board', 'b']]);
    expect(
      offered(actor({ role: 'board_member', place: board }, { role: 'board_member', place: other })),
    ).toEqual([
      ['board', 'o'],
      ['board', 'b'],
    ]);
    for (const role of ['policy_adviser', 'partnership_director'] as const)
      expect(offered(actor({ role, place: whole }))).toEqual([
        ['partnership', null],
        ['board', 'b'],
        ['board', 'o'],
      ]);
    expect(offered(actor({ role: 'committee_member', place: whole }))).toEqual([['committee', null]]);
    expect(offered(actor({ role: 'team_lead', place: whole }))).toEqual([
      ['partnership', null],
      ['committee', null],
      ['board', 'b'],
      ['board', 'o'],
      ['school', 's1'],
      ['school', 's2'],
    ]);
    expect(offered(actor({ role: 'teacher', place: school(1) }))).toEqual([]);
    expect(offered(actor({ role: 'administrator', place: whole }))).toEqual([]);
  });

  it('keeps the report of a member of the committee to that member', () => {
    const member = actor({ role: 'committee_member', place: whole });
    const secretary = actor({ role: 'committee_secretary', place: whole });
    const both = actor({ role: 'committee_member', place: whole }, { role: 'team_lead', place: whole });
    expect([member, secretary, both].map((one) => ownerOf(one, 'committee'))).toEqual(['p', null, null]);
    expect([member, secretary, both].map((one) => maySchedule(one, 'committee'))).toEqual([
      false,
      true,
      true,
    ]);
    expect(ownerOf(actor({ role: 'board_member', place: board }), 'board')).toBeNull();
  });

  it('gives a team lead another report of a school than who works there', () => {
    const of = { kind: 'school' as const, place: school(1) };
    const lead = { role: 'team_lead' as const, place: whole };
    expect(isAsLead(actor(lead), of)).toBe(true);
    expect(isAsLead(actor(lead, { role: 'contact_person', place: school(2) }), of)).toBe(true);
    expect(isAsLead(actor(lead, { role: 'contact_person', place: school(1) }), of)).toBe(false);
    expect(isAsLead(actor(lead), { kind: 'partnership', place: null })).toBe(false);
  });
});

describe('a part of a figure', () => {
  const names: Readonly<Record<string, string>> = { criterion_2: 'Zicht op ontwikkeling', school: 'School' };
  const rows = (code: 'basic_support' | 'goal_levels' | 'light_route_share', key: string) =>
    partRows(measureOf(code), [{ key, n: 7 }], (kind) => names[kind] ?? kind).map(({ name }) => name);

  it('of basisondersteuning has the name of its criterion, not its code', () => {
    expect(rows('basic_support', 'criterion_2:2')).toEqual(['Zicht op ontwikkeling: op orde']);
    expect(rows('basic_support', 'criterion_2:0')).toEqual(['Zicht op ontwikkeling: nog niet']);
  });

  it('of others says who scored, or what it is', () => {
    expect(rows('goal_levels', 'school:1')).toEqual(['School: niveau +1']);
    expect(rows('light_route_share', '1')).toEqual(['Lichte route']);
  });
});
