/** What schools asked in a year, and what was done there that nobody asked for: chosen by chance, with more of what is asked most. */
import { newNumber } from '../../platform/ids.ts';
import { addDays, type CivilDate } from '../../platform/pure/dates.ts';
import type { IsOpen } from '../days.ts';
import type { StagedSchool } from '../demo.store.ts';
import type { DemoQuestion } from '../questions/demo-question.ts';
import { demoQuestions } from '../questions/questions.ts';
import { specialistOf } from '../questions/team.ts';
import type { Chance } from './chance.ts';
import { type PastQuestion, pastQuestion } from './past-question.ts';
import { one } from './past-visits.ts';
import { daysOfYear } from './season.ts';

/** Visits a school year that no question asked for, of each specialist, beside those where they are stationed. */
const preventive = [5, 6, 8];

export interface Ground {
  readonly schools: readonly StagedSchool[];
  readonly specialists: readonly string[];
  readonly isOpen: IsOpen;
  readonly chance: Chance;
  readonly last: CivilDate;
  readonly today: CivilDate;
  readonly numbers: Set<string>;
  /** Which school asked what already. */
  readonly said: Set<string>;
  /** Specialist and day of visits that are there already: nobody is at two schools at once. */
  readonly busy: Set<string>;
}

export interface Year {
  readonly year: number;
  readonly many: number;
  readonly yearsAgo: number;
}

export function questionsOf(ground: Ground, { year, many, yearsAgo }: Year): readonly PastQuestion[] {
  const { chance, isOpen, last, today } = ground;
  return daysOfYear(year, many, isOpen, chance).flatMap((asked) => {
    const school = schoolOf(ground);
    const text = textOf(ground, school);
    const specialist = specialistFor(ground, text);
    const number = freeNumber(ground.numbers);
    const scene = {
      chance,
      isOpen,
      text,
      school,
      specialist,
      number,
      asked,
      last,
      today,
      yearsAgo,
      said: ground.said,
    };
    return pastQuestion(scene) ?? [];
  });
}

/** Some schools ask more than others; the last three find their own way. */
const schoolOf = ({ schools, chance }: Ground): StagedSchool =>
  chance.weighed(schools.slice(0, -3).map((school, nth) => [school, 2 + (nth % 4)]));

const often: Readonly<Record<string, number>> = {
  ...{ gedrag: 6, taal_lezen: 5, sociaal_emotioneel: 4, executieve_functies: 3, groepsdynamica: 3 },
  didactiek_coaching: 3,
};

/** What a school asks it did not ask before, as long as there is anything left. */
function textOf({ chance, said }: Ground, school: StagedSchool): DemoQuestion {
  const level = chance.weighed([
    ['group', 36],
    ['pupil', 30],
    ['team', 21],
    ['school', 13],
  ] as const);
  const ofLevel = demoQuestions.filter((text) => text.level === level);
  const fresh = ofLevel.filter(({ key }) => !said.has(school.id + key));
  const text = chance.weighed(
    (fresh.length > 0 ? fresh : ofLevel).map((one) => [one, often[one.expertise] ?? 1]),
  );
  said.add(school.id + text.key);
  return text;
}

function specialistFor({ specialists, chance }: Ground, { expertise }: DemoQuestion): string {
  const knowing = specialists.filter((_, nth) =>
    specialistOf(nth, '2026-01-01').profile.expertise.some(({ code }) => code === expertise),
  );
  return chance.oneOf(knowing.length > 0 && chance.next() < 0.7 ? knowing : specialists);
}

/** One that no question has; `numbers` grows with it. */
function freeNumber(numbers: Set<string>): string {
  const number = newNumber();
  if (numbers.has(number)) return freeNumber(numbers);
  numbers.add(number);
  return number;
}

/** Work that nobody asked for: with teams, at schools in turn. What is recent was confirmed: it waits for nobody. */
export function visitsOf(
  { chance, isOpen, specialists, schools, last, today, busy }: Ground,
  { year, yearsAgo }: Year,
) {
  const many = (preventive.at(-1 - yearsAgo) ?? 0) * specialists.length;
  return daysOfYear(year, many, isOpen, chance).flatMap((day, nth) => {
    const school = schools[(nth * 7 + yearsAgo) % schools.length];
    const specialist = specialists[nth % specialists.length] ?? '';
    if (school === undefined || day > addDays(today, -14) || busy.has(specialist + day)) return [];
    const minutes = 60 + 30 * chance.between(0, 4);
    const answered = day > addDays(last, -40) || chance.next() < 0.93;
    const kind = chance.weighed([
      ['team_training', 30],
      ['sharing_knowledge', 25],
      ['meeting', 25],
      ['advice', 12],
      ['group_support', 8],
    ] as const);
    const answers = school.cast[nth % 3 === 0 ? 'school_director' : 'support_coordinator'] ?? '';
    const visit = { day, minutes, kind, specialist, school: school.id, answers, before: addDays(today, -4) };
    const made = one({ chance, isOpen }, { ...visit, shares: [{ minutes }] });
    return made === undefined ? [] : [{ ...made, answered }];
  });
}
