/** Who may take what, and every reason why not. Hard rules: a weight never outweighs them. */
import { folded } from '../../platform/pure/text.ts';
import type { DemandFacts, MarkFacts, PlanFacts, SpecialistFacts } from './facts.ts';
import type { Travel } from './travel.ts';

/** Why somebody cannot be somewhere or take something; as data, the words stand in explain.words.ts. */
export type Hindrance =
  | { readonly code: 'no contract' }
  | { readonly code: 'away' }
  | { readonly code: 'travel'; readonly minutes: number; readonly most: number }
  | { readonly code: 'forbidden'; readonly mark: MarkFacts }
  | { readonly code: 'expertise'; readonly asked: readonly string[] }
  | { readonly code: 'level'; readonly has: number; readonly asked: number }
  | { readonly code: 'language'; readonly asked: string }
  | { readonly code: 'size'; readonly needs: number; readonly most: number }
  | { readonly code: 'pinned elsewhere'; readonly mark: MarkFacts };

export interface Judge {
  /** School weeks at work in the period. */
  weeks(specialist: SpecialistFacts): number;
  /** Why not at this school at all. */
  at(specialist: SpecialistFacts, schoolId: string): readonly Hindrance[];
  /** Why not on this demand, the school's reasons included; empty: able. */
  on(specialist: SpecialistFacts, demand: DemandFacts): readonly Hindrance[];
}

export function judgeOf(facts: PlanFacts, travel: Travel): Judge {
  const marks = marksOf(facts.marks);
  const languages = new Map(
    facts.specialists.map(({ id, languages }) => [id, new Set(languages.map(folded))]),
  );
  const weeks = new Map(facts.specialists.map((each) => [each.id, weeksOf(facts, each)]));
  const judge: Judge = {
    weeks: ({ id }) => weeks.get(id) ?? 0,
    at: (specialist, schoolId) => {
      const found: Hindrance[] = [];
      if (specialist.capacity <= 0) found.push({ code: 'no contract' });
      if (judge.weeks(specialist) === 0) found.push({ code: 'away' });
      const { minutes } = travel(specialist, schoolId);
      const most = facts.settings.mostTravel;
      if (minutes > most) found.push({ code: 'travel', minutes, most });
      const mark = marks.forbidden.get(`${specialist.id} ${schoolId}`);
      if (mark) found.push({ code: 'forbidden', mark });
      return found;
    },
    on: (specialist, demand) => {
      const found = [...judge.at(specialist, demand.schoolId), ...knowledge(specialist, demand)];
      const { id, language, halves } = demand;
      if (language !== null && !languages.get(specialist.id)?.has(folded(language))) {
        found.push({ code: 'language', asked: language });
      }
      const most = facts.settings.mostBlock;
      const inWeeks = judge.weeks(specialist);
      if (inWeeks > 0 && halves > most * inWeeks)
        found.push({ code: 'size', needs: upTo(halves, inWeeks), most });
      const forbidden = marks.forbidden.get(`${specialist.id} ${id}`);
      if (forbidden) found.push({ code: 'forbidden', mark: forbidden });
      const pin = marks.pinned.get(id);
      if (pin && pin.specialistId !== specialist.id) found.push({ code: 'pinned elsewhere', mark: pin });
      return found;
    },
  };
  return judge;
}

/** Whether they know enough: one of the named expertise at the least level or above; when none is named, anybody. */
function knowledge({ expertise }: SpecialistFacts, demand: DemandFacts): Hindrance[] {
  if (demand.expertise.length === 0) return [];
  let has = 0;
  for (const code of demand.expertise) {
    const level = expertise[code] ?? 0;
    if (level > has) has = level;
  }
  if (has === 0) return [{ code: 'expertise', asked: demand.expertise }];
  return has < demand.leastLevel ? [{ code: 'level', has, asked: demand.leastLevel }] : [];
}

/** School weeks of the period less those they are away. */
export function weeksOf({ period }: Pick<PlanFacts, 'period'>, { away }: SpecialistFacts): number {
  const missed = new Set(away);
  return period.schoolWeeks.filter((monday) => !missed.has(monday)).length;
}

/** Halves a week that so many halves over so many weeks ask, rounded up. */
export function upTo(halves: number, weeks: number): number {
  const over = halves % weeks;
  return (halves - over) / weeks + (over > 0 ? 1 : 0);
}

interface Marks {
  /** `specialist school` or `specialist demand`. */
  readonly forbidden: ReadonlyMap<string, MarkFacts>;
  /** The first pin of each demand; a second one for somebody else is a clash (clash.rules.ts). */
  readonly pinned: ReadonlyMap<string, MarkFacts>;
}

function marksOf(marks: readonly MarkFacts[]): Marks {
  const forbidden = new Map<string, MarkFacts>();
  const pinned = new Map<string, MarkFacts>();
  for (const mark of marks) {
    const { kind, specialistId, schoolId, demandId } = mark;
    if (kind === 'forbid') forbidden.set(`${specialistId} ${demandId ?? schoolId}`, mark);
    else if (demandId !== null && !pinned.has(demandId)) pinned.set(demandId, mark);
  }
  return { forbidden, pinned };
}
