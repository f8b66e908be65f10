/** One question of years past, from its first signal to half a year after: every row that it left. */
import { newId } from '../../platform/ids.ts';
import { addDays } from '../../platform/pure/dates.ts';
import { momentOn } from '../days.ts';
import { pseudonyms } from '../questions/inputs.ts';
import type { Done } from './history.store.ts';
import { type PastGoal, pastGoal } from './past-goal.ts';
import { dagdelenOf, type Step, walkRoad } from './past-road.ts';
import type { PastScene } from './past-scene.ts';
import { type PastVisits, pastVisits } from './past-visits.ts';

export interface PastQuestion {
  readonly asked: Done & Readonly<Record<string, unknown>>;
  readonly words: Done & Readonly<Record<string, unknown>>;
  readonly pupil: (Done & Readonly<Record<string, unknown>>) | undefined;
  readonly steps: readonly Step[];
  readonly goal: PastGoal | undefined;
  readonly visits: PastVisits;
}

/** A question with its whole road; undefined when that would not have ended yet. */
export function pastQuestion(scene: PastScene): PastQuestion | undefined {
  const id = newId(momentOn(scene.asked, 8).getTime());
  const walk = walkRoad(scene, id);
  const { school, text, asked, chance } = scene;
  const started = walk.days.get('start');
  const evaluated = walk.days.get('evaluate') ?? walk.days.get('stop');
  const later = walk.days.get('follow_up');
  const ended = walk.days.get('complete') ?? walk.days.get('stop') ?? walk.day;
  if (ended > scene.last) return undefined;
  const coordinator = school.cast['support_coordinator'] ?? '';
  const at = { by: coordinator, clock: momentOn(asked, 8, chance.between(0, 50)).toISOString() };
  const base = { question_id: id, school_id: school.id, level: text.level };
  const people = { school: coordinator, specialist: scene.specialist };
  const goal =
    started === undefined || evaluated === undefined
      ? undefined
      : pastGoal(scene, { questionId: id, started, evaluated, later, people });
  return {
    asked: {
      ...at,
      id,
      number: scene.number,
      school_id: school.id,
      author_id: coordinator,
      level: text.level,
      urgency: text.urgency,
      expertise: [text.expertise],
      requested_dagdelen: dagdelenOf(text),
      signalled_on: addDays(asked, -chance.between(0, 6 + 5 * scene.yearsAgo)),
    },
    words: {
      ...at,
      ...base,
      title: text.title,
      need: text.need,
      tried_so_far: text.triedSoFar,
      ...childOf(scene),
    },
    pupil: text.level === 'pupil' ? { ...at, ...base, ...gateOf(scene) } : undefined,
    steps: walk.steps.filter(({ clock }) => clock.slice(0, 10) < scene.today),
    goal,
    visits:
      started === undefined || evaluated === undefined
        ? { visits: [], answers: [] }
        : pastVisits(scene, {
            questionId: id,
            goalId: goal?.row.id,
            started,
            evaluated,
            answers: people.school,
          }),
  };
}

const childOf = ({ text, chance }: PastScene) =>
  text.level === 'pupil' ? { pseudonym: chance.oneOf(pseudonyms), age_band: text.ageBand ?? '8-9' } : {};

function gateOf({ text, asked, chance }: PastScene) {
  const [, oldest = 0] = (text.ageBand ?? '8-9').split('-').map(Number);
  return {
    case_number: `OT ${asked.slice(0, 4)} ${chance.between(300, 999)}`,
    parents_spoken_on: asked,
    parents_consent_on: asked,
    ...(oldest >= 12 && { pupil_consent_on: asked }),
  };
}
