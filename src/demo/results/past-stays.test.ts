import { expect, test } from 'vitest';
import { addDays, type CivilDate, weekday } from '../../platform/pure/dates.ts';
import { stationingRoads } from '../deployment/stationings.ts';
import { holidaysOf, schoolYearsAround } from '../holidays.ts';
import { specialistOf } from '../questions/team.ts';
import { demonstrationRegisters } from '../registers.ts';
import { pastStays } from './past-stays.ts';

const codes = ['oss-uden', 'rotterdam'] as const;
const specialists = Array.from({ length: 12 }, (_, nth) => `specialist ${nth}`);
const schools = Array.from({ length: 18 }, (_, nth) => ({ id: `${nth}`, code: `${nth}`, cast: {} }));

function sceneOn(today: CivilDate, code: (typeof codes)[number]) {
  const registers = demonstrationRegisters(today).find((one) => one.code === code);
  if (registers === undefined) throw new Error(`no ${code}`);
  const team = { specialists, members: [], secretary: '', teamLead: '' };
  const monday = addDays(today, 1 - weekday(today));
  return { today, monday, registers, schools, team, past: { schools, specialists } };
}

const monthly = Array.from({ length: 12 }, (_, nth) => `2026-${String(nth + 1).padStart(2, '0')}-17`);
const days = ['2026-08-01', '2026-08-31', '2026-12-31', '2028-02-29', ...monthly];

test.each(codes.flatMap((code) => days.map((today) => [code, today] as const)))(
  '%s on %s: everybody was at schools for longer periods between the summers, within their contract, and all of it is over',
  (code, today) => {
    const scene = sceneOn(today, code);
    const stays = pastStays(scene);
    const region = code === 'rotterdam' ? 'midden' : 'zuid';
    const [first = 0] = schoolYearsAround(today);
    const summers = [first - 1, first, first + 1, first + 2].flatMap((year) =>
      holidaysOf(year, region).filter(({ name }) => name === 'Zomervakantie'),
    );
    for (const { from, to, yearsAgo } of stays) {
      expect([weekday(from), weekday(to)]).toEqual([1, 5]);
      expect(to < scene.monday && addDays(from, yearsAgo === 0 ? 14 : 49) < to).toBe(true);
      expect(summers.filter((summer) => from < summer.until && summer.from <= to)).toEqual([]);
    }
    for (const [nth, specialist] of specialists.entries()) {
      const own = stays.filter((stay) => stay.specialist === specialist);
      for (const yearsAgo of [2, 1]) expect(own.some((stay) => stay.yearsAgo === yearsAgo)).toBe(true);
      const { dagdelen } = specialistOf(nth, today).contract;
      for (const { from: day } of own) {
        const here = own.filter(({ from, to }) => from <= day && day <= to);
        const weeks = (Date.parse(day) - Date.parse(scene.monday)) / 604_800_000;
        const told = stationingRoads.filter(
          (road) => road.specialist === nth && road.from <= weeks && weeks < road.from + road.weeks,
        );
        expect(new Set(here.map(({ school }) => school.id)).size).toBe(here.length);
        expect([...here, ...told].reduce((sum, one) => sum + one.dagdelen, 0)).toBeLessThan(dagdelen);
      }
    }
  },
);
