/** Who works in the demonstration: the specialists with what they know and their contracts, and the days the committee meets. */
import { addDays, type CivilDate, weekday } from '../../platform/pure/dates.ts';
import type { IsOpen } from '../days.ts';
import { demoLanguages, demoOrganisations } from './backgrounds.ts';
import { demoExpertise } from './expertise.ts';

interface DemoSpecialist {
  readonly profile: {
    readonly employedFrom: string;
    readonly formerOrganisation: string;
    readonly fromSpecial: boolean;
    readonly languages: string[];
    readonly areas: string[];
    readonly expertise: { code: string; level: number }[];
  };
  readonly contract: { readonly from: string; readonly fte: number; readonly dagdelen: number };
}

const pick = <T>(list: readonly T[], nth: number): T | undefined => list[nth % list.length];

/** What the nth specialist of a partnership knows and works. */
export function specialistOf(nth: number, today: CivilDate): DemoSpecialist {
  const newYear = `${Number(today.slice(0, 4)) - 3}-01-01`;
  const dagdelen = [8, 7, 6, 7, 6, 7, 5, 7, 6, 5, 8, 6][nth % 12] ?? 8;
  const knows = [0, 5, 9].map((step, place) => ({
    code: pick(demoExpertise, nth + step) ?? 'gedrag',
    level: place === 0 ? 3 : 1 + ((nth + place) % 3),
  }));
  return {
    profile: {
      employedFrom: newYear,
      formerOrganisation: pick(demoOrganisations, nth)?.name ?? '',
      fromSpecial: nth % 3 !== 1,
      languages: nth % 3 === 0 ? [pick(demoLanguages, nth)?.name ?? ''] : [],
      areas: [`G${1 + (nth % 3)}`],
      expertise: knows,
    },
    contract: { from: newYear, fte: dagdelen / 10, dagdelen },
  };
}

/** Thursdays on which the committee meets: every third week behind us, the first three of every second week ahead; never in a holiday. */
export function meetingDays(today: CivilDate, isOpen: IsOpen): readonly CivilDate[] {
  const thursday = (day: CivilDate): CivilDate => (weekday(day) === 4 ? day : thursday(addDays(day, 1)));
  const next = thursday(addDays(today, 9));
  const behind = Array.from({ length: 16 }, (_none, nth) => addDays(next, -14 - 21 * nth)).toReversed();
  const ahead = Array.from({ length: 12 }, (_none, nth) => addDays(next, 14 * nth));
  return [...behind.filter(isOpen), ...ahead.filter(isOpen).slice(0, 3)];
}

interface Away {
  /** Which specialist. */
  readonly nth: number;
  readonly from: CivilDate;
  /** The last day. */
  readonly to: CivilDate;
}

/** Somebody was away for some days; in one partnership somebody who has work in hands is away today. */
export function awayOf(code: string, today: CivilDate): readonly Away[] {
  const between = (nth: number, from: number, to: number): Away => ({
    nth,
    from: addDays(today, from),
    to: addDays(today, to),
  });
  const before = between(4, -75, -71);
  return code === 'oss-uden' ? [before, between(15, -2, 4)] : [before];
}
