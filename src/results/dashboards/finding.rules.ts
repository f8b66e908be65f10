/**
 * What a figure says, as the title of its chart: only what it does say. Of few cases nothing; a difference with the year before only where
 * it is larger than chance makes it; «na de inzet», never «door de inzet». It is as true of one school as of all: of both it is said.
 */
import { fewestToSplit } from '../../platform/pure/suppression.ts';
import { capital, count } from '../../platform/pure/text.ts';
import type { ShownFigure } from '../measures/figure.rules.ts';
import { isAmount, isApart, type Measure, type MeasureCode } from '../measures/measure.rules.ts';
import { valueTold } from './told.rules.ts';

/** A sentence without a full stop, as titles are. */
export const findingOf = (measure: Measure, now: ShownFigure, before?: ShownFigure): string =>
  saidOf(measure, now, before) ?? untold(measure, now);

/** The same, only where the figure says something. */
export function saidOf(measure: Measure, now: ShownFigure, before?: ShownFigure): string | undefined {
  const { code, kind } = measure;
  if (now.n === 0 || now.n === '<5' || (!isAmount(kind) && now.n < fewestToSplit)) return undefined;
  const said = sentences[code](now);
  return said && `${said}${besideOf(measure, now, before)}`;
}

/** Why there is nothing to say: nothing or too little was counted, a piece of it is hidden, or each kind is too few. */
function untold({ name, kind }: Measure, now: ShownFigure): string {
  const { n: all, parts = [], open } = now;
  if (all === 0) return titled(name, 'nog niets geteld');
  // Hidden because it is small, or so that nobody works out another that is.
  if (all === '<5') return titled(name, 'het aantal is verborgen');
  if (!isAmount(kind) && all < fewestToSplit) return titled(name, 'te weinig voor een conclusie');
  const isHidden = isApart(kind) ? parts.some(({ n }) => n === '<5') : valueTold(now) === '<5';
  if (isHidden && open === undefined) return titled(name, 'deels verborgen');
  return isApart(kind) && parts.length > 0 ? titled(name, 'te weinig voor een conclusie') : name;
}

/** Above a line of quarters. */
export const quartersTitle = ({ name }: Measure): string =>
  name.endsWith('?') ? `${name} Per kwartaal` : `${name}, per kwartaal`;

/** A name may be a question itself. */
const titled = (name: string, rest: string) =>
  name.endsWith('?') ? `${name} ${capital(rest)}` : `${name}: ${rest}`;

/** What a line of quarters says; without limits nothing. */
export function runFinding(title: string, signals: readonly (string | undefined)[] | null): string {
  if (signals === null) return title;
  const out = signals.filter((signal) => signal !== undefined).length;
  return `${title}: ${out === 0 ? 'niets valt op' : count(out, 'kwartaal valt op', 'kwartalen vallen op')}`;
}

const decimals = new Intl.NumberFormat('nl-NL', { maximumFractionDigits: 1 });
const percents = new Intl.NumberFormat('nl-NL', { style: 'percent', maximumFractionDigits: 0 });
const wholes = new Intl.NumberFormat('nl-NL', { maximumFractionDigits: 0 });
const number = (n: number) => decimals.format(n);
const percent = (n: number) => percents.format(n);
/** «1.234»: of hours nobody needs the minutes. */
const round = (n: number) => wholes.format(n);
/** «1 uur», «2 uren»: as many as are written. */
const amount = (n: number, one: string, many: string) => `${round(n)} ${round(n) === '1' ? one : many}`;

type Sentence = (figure: ShownFigure) => string | undefined;

/**
 * What half of them reached within so many days; where more than half still waits, that. Who ended before it came so far is no part of that
 * half, though a release counts them in the n beside it: each sentence says of whom it is.
 */
const halfOf =
  (within: (days: string) => string, waits: string): Sentence =>
  ({ value, n, open = 0 }) => {
    if (value !== null)
      return within(
        value === 0 ? 'dezelfde schooldag' : `binnen ${count(value, 'schooldag', 'schooldagen')}`,
      );
    return 2 * open > Number(n) ? waits : undefined;
  };

/** Undefined where the value is not told. */
const told =
  (say: (value: number, figure: ShownFigure) => string): Sentence =>
  (figure) =>
    figure.value === null ? undefined : say(figure.value, figure);

const sentences: Readonly<Record<MeasureCode, Sentence>> = {
  first_contact_days: halfOf(
    (days) => `Van de vragen die niet eerder eindigden, had de helft ${days} een eerste contact`,
    'Van de vragen die niet eerder eindigden, wacht meer dan de helft nog op een eerste contact',
  ),
  start_days: halfOf(
    (days) => `Van de vragen die niet eerder eindigden, was de helft ${days} gestart`,
    'Van de vragen die niet eerder eindigden, wacht meer dan de helft nog op de start',
  ),
  earliness_days: halfOf(
    (days) =>
      `Bij de helft van de vragen die niet eerder eindigden, dacht ${days} na het signaal een specialist mee`,
    'Bij meer dan de helft van de vragen die niet eerder eindigden, denkt nog geen specialist mee',
  ),
  hand_offs: told((mean) => `Een vraag ging gemiddeld ${number(mean)} keer over naar iemand anders`),
  light_route_share: told((share) => `${percent(share)} van de vragen ging over een school, team of groep`),
  hours_done: told((hours) => `${amount(hours, 'uur', 'uren')} inzet gedaan`),
  hours_planned: told((hours) => `${amount(hours, 'uur', 'uren')} inzet gepland`),
  requested_provided: told(
    (done, { of = 0 }) =>
      `Er ${round(of) === '1' ? 'is' : 'zijn'} ${amount(of, 'dagdeel', 'dagdelen')} inzet gevraagd en ${round(done)} gedaan`,
  ),
  schools_unvisited: told((share) => `Op ${percent(share)} van de scholen is geen bezoek opgeschreven`),
  goal_levels: byScorer('was', 'van de doelen na de inzet zoals verwacht of beter'),
  goal_t: ({ parts = [] }) => {
    const scores = parts.flatMap(({ key, n, value }) =>
      Number(n) >= fewestToSplit && typeof value === 'number'
        ? [`${number(value)} volgens ${scorerWords[key] ?? key}`]
        : [],
    );
    return scores.length === 0 ? undefined : `T na de inzet ${scores.join(', ')} (50 is zoals verwacht)`;
  },
  lasted: byScorer('bleef', 'van de doelen na de inzet gelijk of kwam verder'),
  scorer_agreement: told(
    (share) => `School en specialist gaven bij ${percent(share)} van de doelen dezelfde eindscore`,
  ),
  satisfaction: told((grade) => `Het samenwerkingsverband krijgt gemiddeld een ${number(grade)}`),
  basic_support: ({ parts = [] }) => {
    const share = shareFrom(parts, 2);
    return share === undefined ? undefined : `${percent(share)} van de oordelen over de basis is «op orde»`;
  },
  special_reach: told(
    (times) =>
      `In het gewone onderwijs is ${number(times)} keer gewerkt met expertise uit het speciaal onderwijs`,
  ),
  practice_reuse: told(
    (share) => `${percent(share)} van de praktijkkaarten werd na een half jaar nog gebruikt`,
  ),
  recorded_on_time: told((share) => `${percent(share)} van de bezoeken is op tijd opgeschreven`),
  confirmed_on_time: told((share) => `${percent(share)} van de bezoeken is op tijd bevestigd`),
  capacity_use: told((share) => `${percent(share)} van de contracten is gepland`),
};

const scorerWords: Readonly<Record<string, string>> = {
  school: 'de school',
  specialist: 'de specialist',
};

type Parts = NonNullable<ShownFigure['parts']>;

/** School and specialist apart: they are never one figure. */
function byScorer(verb: string, rest: string): Sentence {
  return ({ parts = [] }) => {
    const found = ['school', 'specialist'].flatMap((scorer) => {
      const share = shareFrom(
        parts.filter(({ key }) => key.startsWith(`${scorer}:`)),
        0,
      );
      return share === undefined ? [] : [[percent(share), scorerWords[scorer] ?? scorer] as const];
    });
    const [first, second] = found;
    if (first === undefined) return undefined;
    const also = second === undefined ? '' : `, volgens ${second[1]} ${second[0]}`;
    return `Volgens ${first[1]} ${verb} ${first[0]} ${rest}${also}`;
  };
}

/** The part of at least so much, of ten or more; undefined where any of it is hidden. */
function shareFrom(parts: Parts, least: number): number | undefined {
  let [all, some] = [0, 0];
  for (const { key, n } of parts) {
    if (n === '<5') return undefined;
    all += n;
    if (Number(key.slice(key.indexOf(':') + 1)) >= least) some += n;
  }
  return all < fewestToSplit ? undefined : some / all;
}

/** A share is more or less where the intervals lie apart; other figures only stand beside each other. */
function besideOf({ code, kind }: Measure, now: ShownFigure, before: ShownFigure | undefined): string {
  if (before === undefined || before.value === null || now.value === null) return '';
  if (before.n === '<5' || before.n < fewestToSplit || isApart(kind)) return '';
  if (kind === 'share' || kind === 'agreement') return apart(now, before, percent(before.value));
  const show = kind === 'ratio' ? percent : kind === 'sum' ? round : number;
  // Of two numbers the one that is compared has its name.
  const named = code === 'requested_provided' ? ' gedaan' : '';
  return ` (een jaar eerder ${show(before.value)}${named})`;
}

function apart(now: ShownFigure, before: ShownFigure, was: string): string {
  if ((now.low ?? 0) > (before.high ?? 1)) return `, meer dan een jaar eerder (${was})`;
  return (now.high ?? 1) < (before.low ?? 0) ? `, minder dan een jaar eerder (${was})` : '';
}
