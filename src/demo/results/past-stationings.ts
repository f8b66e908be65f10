/** The rows of stationings of years past, each by who wrote it, and the visits there. */
import { newId } from '../../platform/ids.ts';
import { addDays, type CivilDate } from '../../platform/pure/dates.ts';
import { type IsOpen, momentOn } from '../days.ts';
import type { Chance } from './chance.ts';
import type { Stay } from './past-stays.ts';
import { one } from './past-visits.ts';

interface Ground {
  readonly chance: Chance;
  readonly isOpen: IsOpen;
  readonly teamLead: string;
  readonly today: CivilDate;
  /** Specialist and day of what is there already: nobody is at two schools at once. */
  readonly busy: Set<string>;
}

const welcomes = ['Fijn. Het team kijkt ernaar uit.', 'Welkom.', 'Graag vooral op de ochtenden.'] as const;
const lookedBack = [
  'Het team gaat zelf verder met de vaste afspraken in elke groep.',
  'Wij zien meer rust in de groepen. De overdracht aan de intern begeleider is gedaan.',
  'De leerkrachten bereiden hun lessen nu samen voor. Dat wilden wij.',
  'Twee van de drie doelen zijn gehaald. Het derde pakt de school zelf op.',
  'De start duurde lang. Daarna ging het goed.',
] as const;

/** One that is over: what was proposed, and every step after it. */
export function pastStationing(ground: Ground, stay: Stay) {
  const { chance, teamLead } = ground;
  const { specialist, school, dagdelen, from, to } = stay;
  const id = newId(momentOn(addDays(from, -14), 10).getTime());
  const at = (day: CivilDate, hour: number) => momentOn(day, hour).toISOString();
  const judge = chance.oneOf(['support_coordinator', 'school_director'] as const);
  const entry = (
    by: string,
    clock: string,
    from_status: string,
    to_status: string,
    step: string,
    more = {},
  ) => ({
    ...{ by, clock, stationing_id: id, id: newId(), person_id: by, step, from_status, to_status, ...more },
  });
  const director = school.cast['school_director'] ?? '';
  const steps = [
    entry(director, at(addDays(from, -10), 9), 'proposed', 'agreed', 'agree', {
      words: chance.oneOf(welcomes),
    }),
    entry(specialist, at(from, 9), 'agreed', 'active', 'start'),
    entry(school.cast[judge] ?? '', at(addDays(to, -9), 14), 'active', 'evaluated', 'evaluate', {
      words: chance.oneOf(lookedBack),
    }),
    entry(teamLead, at(to, 16), 'evaluated', 'ended', 'end', {
      ...{ words: 'De afgesproken tijd is om.', because: 'done', on_date: to },
    }),
  ].map((step, nth) => ({ ...step, version: 2 + nth }));
  const proposed = {
    by: teamLead,
    clock: at(addDays(from, -14), 10),
    id,
    specialist,
    school: school.id,
    dagdelen,
    from,
    to,
  };
  return { proposed, steps, visits: visitsDuring(ground, stay) };
}

export type PastStationing = ReturnType<typeof pastStationing>;

/** How much of the work at schools was written down, from the running school year backwards: people learned to. */
const writtenDown = [0.85, 0.78, 0.55];

/** A day at the school in most weeks. */
function visitsDuring(ground: Ground, { specialist, school, yearsAgo, from, to }: Stay) {
  const { chance, isOpen, today, busy } = ground;
  const weekly: CivilDate[] = [];
  for (let day = addDays(from, chance.between(0, 4)); day <= to; day = addDays(day, 7)) weekly.push(day);
  return weekly.flatMap((day) => {
    const comes = chance.next() < (writtenDown[yearsAgo] ?? 0);
    if (!comes || !isOpen(day) || day > addDays(today, -14) || busy.has(specialist + day)) return [];
    busy.add(specialist + day);
    const minutes = 360 + 30 * chance.between(0, 3);
    const kind = chance.weighed([
      ['coaching', 34],
      ['group_support', 26],
      ['team_training', 16],
      ['observation', 14],
      ['advice', 10],
    ] as const);
    const answers = school.cast[chance.oneOf(['school_director', 'support_coordinator'] as const)] ?? '';
    const visit = { day, minutes, kind, specialist, school: school.id, answers, before: addDays(today, -4) };
    const made = one({ chance, isOpen }, { ...visit, shares: [{ minutes }] });
    return made === undefined ? [] : [made];
  });
}
