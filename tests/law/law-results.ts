/** The law of lessons and of what schools say, by itself, as in law-plans.ts. */
import { forms } from './furnish-forms.ts';
import { lessons } from './furnish-observations.ts';
import { block, by, holds, id } from './law-block.ts';
import { planLaw } from './law-plans.ts';
import { type Probe, personOf } from './probes-registers.ts';
import type { World } from './world.ts';

export const resultLaw = (world: World): readonly Probe[] => [
  ...planLaw(world),
  ...ofLessons(world),
  ...ofAims(world),
  ...ofForms(world),
];

interface Lesson {
  readonly on?: string;
  readonly marks?: string;
  readonly teacher?: string;
  readonly sheet?: string;
}

function ofLessons(world: World): readonly Probe[] {
  const mine = `'${world.cast.tenantId}'`;
  const teacher = personOf(world, 'leavingTeacher');
  const lesson = (told: Lesson = {}) => {
    const {
      on = `'2026-03-02'`,
      marks = '{1,2,3,4,null,1}',
      sheet = '(select id from observation_sheet limit 1)',
    } = told;
    return `insert into observation (tenant_id, id, sheet_id, school_id, teacher_id, on_date, trained, marks)
      values (${mine}, a, ${sheet}, '${world.cast.school.id}', ${told.teacher ?? teacher}, ${on}, true, '${marks}')`;
  };
  const set = (what: string) => `update observation set ${what} where id = a`;
  const share = set(`status = 'shared'`);
  return [
    by(
      'specialist',
      block(
        lesson({ on: 'app_today() - 90' }),
        holds(
          `select observer_id = app_person() and status = 'draft' and version = 1 from observation where id = a`,
        ),
        set(`words = 'Mooi'`),
        share,
        holds('select version = 3 and shared_at = app_now() from observation where id = a'),
      ),
      'nothing',
    ),
    ...[
      lesson({ on: 'app_today() - 91' }),
      lesson({ on: 'app_today() + 1' }),
      lesson({ marks: '{1}' }),
      lesson({ marks: '{1,2,3,4,null,1,1}' }),
      lesson({ marks: '{1,2,3,5,null,1}' }),
      lesson({ marks: '{1,2,3,0,null,1}' }),
      lesson({ teacher: personOf(world, 'specialist') }),
      lesson({ teacher: personOf(world, 'director') }),
      lesson({ sheet: id }),
      block(lesson(), set('on_date = app_today() + 1')),
      block(lesson(), set(`marks = '{9,9,9,9,9,9}'`)),
      block(lesson(), set(`answer = 'x'`)),
      block(lesson(), set(`status = 'taken_back'`)),
      block(lesson({ marks: '{null,null,null,null,null,null}' }), share),
    ].map((sql) => by('specialist', sql.startsWith('do ') ? sql : block(sql), 'KL001')),
  ];
}

/** What the teacher of a lesson that was shared wants to do about it. */
function ofAims(world: World): readonly Probe[] {
  const aim = (on: string) => `insert into observation_goal (tenant_id, id, observation_id, words, target_on)
    values ('${world.cast.tenantId}', a, '${lessons.shared}', 'Kort uitleggen.', ${on})`;
  const conclude = `update observation_goal set outcome = 'Het lukt.' where id = a`;
  const answer = `update observation set answer = 'Dat herken ik.' where id = '${lessons.shared}'`;
  return [
    by(
      'leavingTeacher',
      block(
        aim('app_today() + 366'),
        conclude,
        holds('select made_at = app_now() and ended_at = app_now() from observation_goal where id = a'),
        answer,
        holds(
          `select answered_at = app_now() and version = 2 from observation where id = '${lessons.shared}'`,
        ),
        holds(`select version = 1 from observation where id = '${lessons.taken}'`),
        `perform erase_observation('${lessons.shared}', 2)`,
        holds('select count(*) = 0 from observation_goal where id = a'),
        holds(`select count(*) = 1 from observation_goal where observation_id = '${lessons.taken}'`),
      ),
      'nothing',
    ),
    by('leavingTeacher', block(aim('app_today() - 1')), 'KL001'),
    by('leavingTeacher', block(aim('app_today() + 367')), 'KL001'),
    by('leavingTeacher', block(aim('app_today()'), conclude, conclude), 'KL001'),
    by('leavingTeacher', block(answer, `perform erase_observation('${lessons.shared}', 1)`), 'KL002'),
    by('leavingTeacher', block(`perform erase_observation('${lessons.shared}', null)`), 'KL002'),
  ];
}

function ofForms(world: World): readonly Probe[] {
  const here = `'${world.cast.school.id}'`;
  const levels = (...given: readonly (readonly [nth: number, level: number])[]) =>
    `'${JSON.stringify(given.map(([nth, level]) => ({ nth, level, words: ' ' })))}'`;
  const every = levels([1, 2], [2, 2], [3, 1], [4, 0]);
  const judge = (on: string, what = every) => `perform write_basic_form(a, ${here}, ${on}, ${what})`;
  const keep = (nth: number | null, version: number | null, ended = false) =>
    `perform save_criterion(${nth}, ${version}, 'Anders', null, 'Bron', ${ended})`;
  const one = (which: keyof typeof forms, what: string) =>
    holds(`select ${what} from basic_form where id = '${forms[which]}'`);
  return [
    by(
      'coordinator',
      block(
        judge('app_today() - 366'),
        one('ofSchool', 'replaced_at = app_now() and version = 2'),
        one('ofContact', 'version = 1'),
        holds(
          `select side = 'school' and written_by = app_person() and version = 1 from basic_form where id = a`,
        ),
        holds(`select count(*) = 4 and bool_and(j.asked = c.name and j.words is null) from basic_judgement j
          join basic_criterion c on c.nth = j.nth where j.form_id = a`),
      ),
      'nothing',
    ),
    ...[
      judge('null'),
      judge('app_today() + 1'),
      judge('app_today() - 367'),
      judge('app_today()', levels([1, 2], [2, 2], [3, 1])),
      judge('app_today()', levels([1, 2], [2, 2], [3, 1], [4, 3])),
      judge('app_today()', levels([1, 2], [1, 2], [2, 2], [3, 1], [4, 0])),
      judge('app_today()', 'null'),
    ].map((sql) => by('coordinator', block(sql), 'KL001')),
    by(
      'author',
      block(
        `perform answer_basic_form('${forms.ofSchool}', 1, 'Anders gezien.')`,
        one(
          'ofSchool',
          `verdict = 'answered' and words = 'Anders gezien.' and answered_by = app_person() and version = 2`,
        ),
        one('ofContact', 'verdict is null'),
      ),
      'nothing',
    ),
    by('author', `select answer_basic_form('${forms.ofSchool}', 2, null)`, 'KL002'),
    by(
      'author',
      block(...[1, 2].map((nth) => `perform answer_basic_form('${forms.ofSchool}', ${nth}, null)`)),
      'KL001',
    ),
    by(
      'teamLead',
      block(
        keep(1, 1),
        keep(2, 1, true),
        holds(
          `select name = 'Anders' and version = 2 and ended_on is null from basic_criterion where nth = 1`,
        ),
        holds(`select ended_on = app_today() from basic_criterion where nth = 2`),
        holds(`select version = 1 from basic_criterion where nth = 3`),
        // Twelve at most; one that ended is none of them.
        ...Array.from({ length: 9 }, () => keep(null, null)),
        keep(12, 1),
      ),
      'nothing',
    ),
    by('teamLead', block(...[1, 2, 3].map((nth) => keep(nth, 1, true)), keep(4, 1, true)), 'KL001'),
    by('teamLead', block(...Array.from({ length: 9 }, () => keep(null, null))), 'KL001'),
    by('teamLead', block(keep(1, 2)), 'KL002'),
    by('teamLead', block(keep(99, null)), '42501'),
  ];
}
