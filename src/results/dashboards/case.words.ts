/** A case behind a figure: what it is called, where it is read, and what it counts for. */
import { showDate } from '../../platform/pure/dates.ts';
import { capital, count } from '../../platform/pure/text.ts';
import { showNumber } from '../../platform/ui/charts/chart.words.ts';
import { showScore } from '../goals/goal.words.ts';
import type { Measure, MeasureCode } from '../measures/measure.rules.ts';
import { kindWords } from '../measures/measure.words.ts';
import type { Case } from './cases.store.ts';

interface Link {
  readonly href: string;
  readonly label: string;
}

/** Ids of facts begin with that of their case: `visit:place`, `goal:scorer`, `school:expertise`. */
const first = ({ id }: Case) => id.split(':')[0] ?? '';

const question = (one: Case): Link => ({
  href: `/vragen/${first(one)}`,
  label: `Vraag van ${showDate(one.on)}`,
});
const visit = (one: Case): Link => ({
  href: `/inzet/bezoeken/${first(one)}`,
  label: `Bezoek van ${showDate(one.on)}`,
});
const goal = (one: Case): Link => ({
  href: `/doelen/${first(one)}`,
  label: `Doel, gescoord op ${showDate(one.on)}`,
});
const school = ({ school: at }: Case): Link | undefined =>
  at === null ? undefined : { href: `/scholen/${at.code}`, label: at.name };

const planned = (one: Case): Link =>
  one.kind === 'assignment'
    ? { href: `/vragen/${one.questionId ?? ''}`, label: `Toewijzing vanaf ${showDate(one.on)}` }
    : { href: `/inzet/stationeringen/${first(one)}`, label: `Stationering vanaf ${showDate(one.on)}` };

const links: Readonly<Record<MeasureCode, (one: Case) => Link | undefined>> = {
  first_contact_days: question,
  start_days: question,
  earliness_days: question,
  hand_offs: question,
  light_route_share: question,
  requested_provided: (one) => ({ ...question(one), label: `Vraag, afgesloten op ${showDate(one.on)}` }),
  hours_done: visit,
  recorded_on_time: visit,
  confirmed_on_time: visit,
  hours_planned: planned,
  goal_levels: goal,
  goal_t: goal,
  lasted: goal,
  scorer_agreement: goal,
  schools_unvisited: school,
  special_reach: school,
  satisfaction: school,
  basic_support: school,
  practice_reuse: (one) => ({
    href: `/praktijkkaarten/${first(one)}`,
    label: `Praktijkkaart van ${showDate(one.on)}`,
  }),
  capacity_use: (one) => ({ href: `/inzet/specialisten/${first(one)}`, label: one.called ?? 'Specialist' }),
};

const ofSchools: readonly MeasureCode[] = [
  'schools_unvisited',
  'special_reach',
  'satisfaction',
  'basic_support',
];

/** The case is a school itself: what it is called says where it is. */
export const isSchool = ({ code }: Measure): boolean => ofSchools.includes(code);

/** Where the case is read; undefined: it has no page of its own. */
export const linkOf = ({ code }: Measure, one: Case): Link | undefined => links[code](one);

const yes = (said: string, not: string) => (value: number) => (value === 1 ? said : not);

const shares: Readonly<Partial<Record<MeasureCode, (value: number) => string>>> = {
  light_route_share: yes('school, team of groep', 'leerling'),
  schools_unvisited: yes('geen bezoek', 'wel bezoek'),
  recorded_on_time: yes('op tijd', 'later'),
  confirmed_on_time: yes('op tijd', 'niet op tijd'),
  practice_reuse: yes('na een half jaar nog gebruikt', 'niet meer gebruikt'),
};

/** Quarters of an hour as they are: rounded, the cases would not add up to their figure. */
const hours = new Intl.NumberFormat('nl-NL', { maximumFractionDigits: 2 });

const grades: Readonly<Record<number, string>> = { 0: 'nog niet', 1: 'deels', 2: 'op orde' };

/** «12 schooldagen, wacht nog» */
export function valueWords({ code, kind, unit }: Measure, { value, of, open }: Case): string {
  const share = shares[code];
  if (share !== undefined) return share(value);
  if (code === 'basic_support') return grades[value] ?? showNumber(value);
  if (code === 'requested_provided') return dagdelen(value, of);
  if (unit === 'hours') return `${hours.format(value)} uur`;
  switch (kind) {
    case 'leadTime':
      return `${count(value, 'schooldag', 'schooldagen')}${open ? ', wacht nog' : ''}`;
    case 'levels':
    case 't':
      return showScore(value);
    case 'agreement':
      return value === 0 ? 'eens' : `${count(value, 'niveau', 'niveaus')} verschil`;
    case 'ratio':
      return dagdelen(value, of);
    default:
      return showNumber(value);
  }
}

const dagdelen = (value: number, of: number | null) =>
  `${showNumber(value)} van ${showNumber(of ?? 0)} dagdelen`;

/** What tells cases of the same school or day apart; undefined: nothing does. */
export const kindLabel = ({ code, kinds }: Measure): string | undefined =>
  code === 'special_reach' ? 'Expertise' : kinds === null ? undefined : capital(kinds);

/** What that is for this case. */
export const kindOfCase = ({ kind, called }: Case): string =>
  kind === null ? (called ?? '') : (kindWords[kind] ?? called ?? kind);
