/**
 * A lesson that was looked at: who takes which step, and what stands in the way. «Private to teacher and observer; the teacher owns the
 * result.» The observer writes a draft and shares it; from then on nothing of it changes, and only the teacher says what becomes of it.
 * migrations/0063 holds the same law.
 */
import { addDays } from '../../platform/pure/dates.ts';

export const statuses = ['draft', 'shared', 'taken_back'] as const;
export type Status = (typeof statuses)[number];

/** Whose the lesson is, or who looked. */
export type Side = 'teacher' | 'observer';

export const steps = [
  'revise',
  'share',
  'answer',
  'take_back',
  'give_back',
  'set_goal',
  'conclude_goal',
  'erase',
] as const;
export type Step = (typeof steps)[number];

/** Who takes a step, and from where. Whoever may read and finds their own side nowhere is refused. */
const table: Readonly<Record<Step, readonly (readonly [Side, readonly Status[]])[]>> = {
  revise: [['observer', ['draft']]],
  share: [['observer', ['draft']]],
  answer: [['teacher', ['shared']]],
  take_back: [['teacher', ['shared']]],
  give_back: [['teacher', ['taken_back']]],
  set_goal: [['teacher', ['shared', 'taken_back']]],
  conclude_goal: [['teacher', ['shared', 'taken_back']]],
  erase: [
    ['observer', ['draft']],
    ['teacher', ['shared', 'taken_back']],
  ],
};

/** Whether a step is ever this side's. */
export const isOf = (step: Step, side: Side): boolean => table[step].some(([whose]) => whose === side);

/** Whether this side can take it now. */
export const canTake = (step: Step, side: Side, status: Status): boolean =>
  table[step].some(([whose, from]) => whose === side && from.includes(status));

/** How far back a lesson can still be written down, in days: as visits. */
export const reach = 90;

export type Need =
  | 'stateAllows'
  | 'sheetOffered'
  | 'dayInReach'
  | 'teacherThere'
  | 'marksOnScale'
  | 'somethingMarked'
  | 'targetInReach'
  | 'goalKnown'
  | 'goalOpen'
  | 'noOpenMarks'
  | 'writingAidLooks';

/** A mark for an item: 1 is the lowest point; null: not to be seen in this lesson. */
export type Mark = number | null;

export interface Lesson {
  readonly onDate: string;
  readonly marks: readonly Mark[];
}

export interface Ground {
  readonly today: string;
  /** Items and points of the sheet. */
  readonly items: number;
  readonly points: number;
}

/** What stands in the way of writing a lesson down. `kept`: the day that already stood there may stay. */
export function lessonNeeds({ onDate, marks }: Lesson, ground: Ground, kept?: string): readonly Need[] {
  const { today, items, points } = ground;
  const onScale = marks.every((mark) => mark === null || (mark >= 1 && mark <= points));
  return unmet([
    ['dayInReach', onDate === kept || (onDate <= today && onDate >= addDays(today, -reach))],
    ['marksOnScale', marks.length === items && onScale],
  ]);
}

/** What stands in the way of sharing it. */
export const shareNeeds = ({ marks }: Pick<Lesson, 'marks'>): readonly Need[] =>
  unmet([['somethingMarked', marks.some((mark) => mark !== null)]]);

/** What stands in the way of a goal: its day lies ahead, within a year. */
export const goalNeeds = (targetOn: string, today: string): readonly Need[] =>
  unmet([['targetInReach', targetOn >= today && targetOn <= addDays(today, 366)]]);

const unmet = (asked: readonly (readonly [Need, boolean])[]): readonly Need[] =>
  asked.filter(([, met]) => !met).map(([need]) => need);

export interface Domain {
  readonly name: string;
  readonly items: readonly string[];
}

/** How many items there are to mark. */
export const itemsOf = (domains: readonly Domain[]): number =>
  domains.reduce((all, { items }) => all + items.length, 0);

/** The marks of each domain, in order. */
export function marksByDomain(
  domains: readonly Domain[],
  marks: readonly Mark[],
): readonly (readonly Mark[])[] {
  let from = 0;
  return domains.map(({ items }) => {
    const own = marks.slice(from, from + items.length);
    from += items.length;
    return own;
  });
}

/** The mean of what was seen; null: nothing was. */
export function levelOf(marks: readonly Mark[]): number | null {
  const seen = marks.filter((mark) => mark !== null);
  return seen.length === 0 ? null : seen.reduce((all, mark) => all + mark, 0) / seen.length;
}

/** The level of each domain in one lesson. */
export const levelsOf = (domains: readonly Domain[], marks: readonly Mark[]): readonly (number | null)[] =>
  marksByDomain(domains, marks).map(levelOf);

/** The first and the last known level of one domain over lessons in order of day; undefined: fewer than two are known. */
export function growthOf(
  levels: readonly (number | null)[],
): { readonly from: number; readonly to: number } | undefined {
  const known = levels.filter((level) => level !== null);
  const [from, to] = [known[0], known.at(-1)];
  return known.length < 2 || from === undefined || to === undefined ? undefined : { from, to };
}
