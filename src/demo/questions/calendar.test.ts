import { describe, expect, test } from 'vitest';
import { addDays, type CivilDate, weekday } from '../../platform/pure/dates.ts';
import type { IsOpen } from '../days.ts';
import { holidaysOf, schoolYearsAround } from '../holidays.ts';
import { byDay, meetingAfter, nextMeeting } from './calendar.ts';
import type { PlannedMeeting } from './meetings.ts';
import { questionRoads } from './roads.ts';
import { meetingDays } from './team.ts';

type Region = 'midden' | 'zuid';

function openIn(today: CivilDate, region: Region): IsOpen {
  const holidays = schoolYearsAround(today).flatMap((year) => holidaysOf(year, region));
  return (day) => weekday(day) <= 5 && !holidays.some(({ from, until }) => from <= day && day < until);
}

const meetingsOf = (today: CivilDate, isOpen: IsOpen): readonly PlannedMeeting[] =>
  meetingDays(today, isOpen).map((day) => ({ id: day, day, cutOffOn: addDays(day, -7) }));

const roads = questionRoads.filter(({ acts }) => acts.some(({ doing }) => doing === 'to_committee'));

/** What goes to a meeting while none is planned. */
function astray(today: CivilDate, region: Region): readonly CivilDate[] {
  const isOpen = openIn(today, region);
  const meetings = meetingsOf(today, isOpen);
  return byDay(roads, meetings, today, isOpen).flatMap(([day, happenings]) =>
    happenings.flatMap(({ act }) => {
      if (act?.doing === 'to_committee') return meetingAfter(meetings, day) ? [] : [day];
      if (act?.doing === 'hold_over') return nextMeeting(meetings, day) ? [] : [day];
      return [];
    }),
  );
}

describe('the committee of the demonstration', () => {
  test('meets three times after the summer holiday when that has just begun', () => {
    const ahead = meetingDays('2026-07-20', openIn('2026-07-20', 'zuid')).filter((day) => day > '2026-07-20');
    expect(ahead).toEqual(['2026-08-27', '2026-09-10', '2026-09-24']);
  });

  test('meets every second week from the week after next when schools are open', () => {
    const ahead = meetingDays('2026-11-23', openIn('2026-11-23', 'midden')).filter(
      (day) => day > '2026-11-26',
    );
    expect(ahead).toEqual(['2026-12-03', '2026-12-17', '2027-01-14']);
  });

  test.each(['midden', 'zuid'] as const)(
    'has a meeting for whatever goes to it, on any day (%s)',
    (region) => {
      for (let today: CivilDate = '2026-01-01'; today < '2028-03-02'; today = addDays(today, 1))
        expect(astray(today, region), today).toEqual([]);
    },
  );
});

describe('what was asked lately', () => {
  const lately = questionRoads.map((road, position) => ({ ...road, position })).filter(({ ago }) => ago < 60);

  /** How many acts of each road have happened. */
  const happened = (today: CivilDate, isOpen: IsOpen) => {
    const days = byDay(questionRoads, meetingsOf(today, isOpen), today, isOpen);
    return lately.map(
      ({ position }) => days.flatMap(([, all]) => all).filter(({ road }) => road === position).length,
    );
  };

  test.each(['midden', 'zuid'] as const)(
    'stands as far in a holiday as on an ordinary day (%s)',
    (region) => {
      // Mondays: the same roads have then come as far as in an autumn without a holiday.
      const ordinary = happened('2026-11-30', openIn('2026-11-30', region));
      for (const today of [
        '2026-12-28',
        '2027-01-04',
        '2027-01-11',
        '2027-02-22',
        '2027-05-03',
        '2027-08-09',
        '2027-08-30',
      ])
        expect(
          happened(today, openIn(today, region)).map((n, nth) => n >= (ordinary[nth] ?? 0)),
          today,
        ).not.toContain(false);
    },
  );
});
