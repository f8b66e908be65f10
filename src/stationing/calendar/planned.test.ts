import { expect, test } from 'vitest';
import { calendarFeed } from '../../platform/mail/calendar.ts';
import { eventsOf, type Planned, type PlannedSeries, type PlannedWork } from './planned.ts';

const school = { schoolId: 's', boardId: 'b', schoolName: 'De Wilg' };
const work: PlannedWork = {
  ...school,
  questionId: 'q',
  number: '7K2M9P',
  status: 'started',
  firstDay: '2026-03-02',
  lastDay: '2026-04-24',
  evaluateBy: '2026-04-24',
  followUpOn: null,
};
const series: PlannedSeries = {
  ...school,
  id: 'r',
  weekday: 2,
  from: '2026-03-01',
  to: '2026-04-30',
  kind: 'coaching',
};
const nothing: Planned = {
  today: '2026-03-02',
  stationings: [],
  schools: [],
  work: [],
  series: [],
  absences: [],
  meetings: [],
  holidays: [],
  evaluationDays: 10,
  committee: 'ACTA',
};
const told = (planned: Partial<Planned>) =>
  eventsOf({ ...nothing, ...planned }, 'https://k.example').map(({ at, summary }) => [
    'day' in at ? at.day : at.start,
    summary,
  ]);
const holiday = { scope: 'tenant', boardId: null, schoolId: null, kind: 'free' } as const;

test('work shows its first and last day, and when the evaluation is due in school days', () => {
  // Ten school days after Friday 24 April, with a week of holidays: Friday 15 May.
  expect(told({ work: [work], holidays: [{ ...holiday, from: '2026-04-27', to: '2026-05-01' }] })).toEqual([
    ['2026-03-02', 'Eerste dag: vraag 7K2M9P, De Wilg'],
    ['2026-04-24', 'Laatste dag: vraag 7K2M9P, De Wilg'],
    ['2026-05-15', 'Evaluatie uiterlijk: vraag 7K2M9P, De Wilg'],
  ]);
});

test('what was completed shows when to look back, and no evaluation', () => {
  const completed = { ...work, status: 'completed', lastDay: '2026-03-01', followUpOn: '2026-09-01' };
  expect(told({ work: [completed] }).slice(2)).toEqual([
    ['2026-09-01', 'Terugkijken: vraag 7K2M9P, De Wilg'],
  ]);
  expect(told({ work: [{ ...completed, status: 'evaluated' }] })).toHaveLength(2);
});

test('days long past and far ahead are left out', () => {
  const old = { ...work, status: 'evaluated', firstDay: '2026-01-30', lastDay: '2026-01-31' };
  expect(told({ work: [old] })).toEqual([['2026-01-31', 'Laatste dag: vraag 7K2M9P, De Wilg']]);
  expect(told({ work: [{ ...old, lastDay: '2027-04-07' }] })).toEqual([]);
  expect(told({ work: [{ ...old, lastDay: '2027-04-06' }] })).toHaveLength(1);
});

test('a fixed day comes back every week, except in holidays and while its specialist is away', () => {
  const holidays = [{ ...holiday, from: '2026-03-09', to: '2026-03-13' }];
  const absences = [
    { from: '2026-03-17', to: '2026-03-17' },
    { from: '2026-04-01', to: null },
  ];
  expect(told({ series: [series], holidays, absences })).toEqual([
    ['2026-03-03', 'Bezoek: De Wilg (Coaching van een leerkracht)'],
    ['2026-03-24', 'Bezoek: De Wilg (Coaching van een leerkracht)'],
    ['2026-03-31', 'Bezoek: De Wilg (Coaching van een leerkracht)'],
  ]);
  expect(told({ series: [series] }).at(-1)).toEqual([
    '2026-04-28',
    'Bezoek: De Wilg (Coaching van een leerkracht)',
  ]);
});

test('the feed is a calendar: whole days, moments in UTC, commas escaped, lines of 75 octets', () => {
  const meetings = [{ id: 'm', startsAt: '2026-03-10T13:00:00.000Z', place: 'Zaal 2, eerste verdieping' }];
  const events = eventsOf(
    { ...nothing, meetings, work: [{ ...work, status: 'evaluated' }] },
    'https://k.example',
  );
  const text = calendarFeed('Kortelijn', '2026-03-02T00:00:00Z', events);
  expect(text).toContain(
    '\r\nDTSTART;VALUE=DATE:20260302\r\nTRANSP:TRANSPARENT\r\nSUMMARY:Eerste dag: vraag 7K2M9P\\, De Wilg\r\n',
  );
  expect(text).toContain(
    'BEGIN:VEVENT\r\nUID:vergadering-m@kortelijn\r\nDTSTAMP:20260302T000000Z\r\nDTSTART:20260310T130000Z\r\nTRANSP:OPAQUE\r\nSUMMARY:Vergadering ACTA\r\nLOCATION:Zaal 2\\, eerste verdieping\r\nURL:https://k.example/acta/m\r\nEND:VEVENT',
  );
  for (const line of text.split('\r\n')) expect(Buffer.byteLength(line)).toBeLessThanOrEqual(75);
});

test('a stationing shows its first and last day, as far as a calendar looks', () => {
  const one = { id: 'x', place: 'De Wilg', firstDay: '2026-01-30', lastDay: '2026-07-01' };
  // Thirty days back from 2 March is 31 January.
  expect(told({ stationings: [one] })).toEqual([['2026-07-01', 'Laatste dag stationering: De Wilg']]);
  expect(told({ stationings: [{ ...one, firstDay: '2026-01-31' }] })[0]).toEqual([
    '2026-01-31',
    'Eerste dag stationering: De Wilg',
  ]);
});

test('a school hears on which days somebody comes, not who, and not on days that they are away', () => {
  const comes = {
    id: 'r',
    weekday: 2,
    from: '2026-03-01',
    to: '2026-03-17',
    kind: 'coaching',
    whoId: 'a',
  } as const;
  const atSchool = {
    ...school,
    series: [comes, { ...comes, id: 'r2', weekday: 3, to: '2026-03-10', whoId: 'b' }],
    absences: [{ whoId: 'a', from: '2026-03-10', to: '2026-03-10' }],
    stationings: [{ id: 'x', place: 'Bestuur', firstDay: '2026-03-02', lastDay: '2027-12-01' }],
  };
  expect(told({ schools: [atSchool] })).toEqual([
    ['2026-03-02', 'Eerste dag stationering: De Wilg'],
    ['2026-03-03', 'Bezoek: De Wilg (Coaching van een leerkracht)'],
    ['2026-03-17', 'Bezoek: De Wilg (Coaching van een leerkracht)'],
    ['2026-03-04', 'Bezoek: De Wilg (Coaching van een leerkracht)'],
  ]);
});
