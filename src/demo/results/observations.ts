/** A year of lessons that were looked at, played through the product's own actions: so many that figures of teachers can be told, and a draft. */

import type { Actor } from '../../platform/pure/actor.ts';
import { addDays, type CivilDate } from '../../platform/pure/dates.ts';
import {
  findOfferedSheets,
  type ObservationStep,
  takeObservationStep,
  writeObservation,
} from '../../results/index.ts';
import type { IsOpen } from '../days.ts';
import { nextOpen } from '../days.ts';
import type { StagedSchool } from '../demo.store.ts';
import type { Stage } from '../deployment/stage.ts';
import { mustBeTaken } from '../questions/player.ts';

/** Days before today of the first and the second lesson; the third is this school year's. */
const daysBefore = [262, 205, 24] as const;

const remarks = [
  'De start was rustig. Daarna wachtte een deel van de groep op het materiaal.',
  'De uitleg was kort. Bij het nabespreken kwamen dezelfde kinderen aan het woord.',
  'Mooi om te zien hoe de groep elkaar hielp. De overgang naar de kring kostte tijd.',
] as const;
const answers = [
  'Dat herken ik. Ik leg het materiaal voortaan voor de pauze klaar.',
  'Fijn om terug te lezen. De beurten verdeel ik nu met stokjes.',
] as const;
const aims = [
  'Elke les begint met één zin op het bord.',
  'Iedereen krijgt in de eerste tien minuten een beurt.',
] as const;

interface Scene {
  readonly stage: Stage;
  readonly sheetId: string;
  readonly school: StagedSchool;
  /** Which school it is, and which lesson there, from nothing. */
  readonly nth: number;
  readonly time: number;
  readonly last: boolean;
  readonly onDate: CivilDate;
}

/** Each school has its own teacher and specialist. One in four was looked at once; this year a few were. */
export async function playObservations(stage: Stage, isOpen: IsOpen): Promise<void> {
  const { schools, today, database, registers } = stage;
  const [sheet] = await database.read({ operatorFor: registers.tenantId }, (reader) =>
    findOfferedSheets(reader, registers.tenantId),
  );
  if (sheet === undefined) return;
  for (const [nth, school] of schools.entries()) {
    const days = daysBefore.slice(0, nth % 4 === 3 ? 1 : nth < 4 ? 3 : 2);
    for (const [time, before] of days.entries()) {
      const onDate = nextOpen(addDays(today, -before + (nth % 5)), isOpen);
      const last = time === days.length - 1;
      await playLesson({ stage, sheetId: sheet.id, school, nth, time, last, onDate });
    }
  }
  await leaveDraft(stage, sheet.id);
}

async function playLesson({ stage, sheetId, school, nth, time, last, onDate }: Scene): Promise<void> {
  const { team, today } = stage;
  const observer = await stage.actor(team.specialists[nth % team.specialists.length] ?? '');
  const teacher = await stage.actor(teacherOf(school));
  const id = mustBeTaken(
    await writeObservation(stage.at(onDate, 14), observer, {
      ...{ sheetId, schoolCode: school.code, teacherId: teacher.personId, onDate, trained: true },
      marks: marksOf(nth, time),
      words: remarks[(nth + time) % remarks.length],
    }),
    'a lesson',
  );
  const take = async (by: Actor, days: number, step: ObservationStep) =>
    mustBeTaken(await takeObservationStep(stage.at(addDays(onDate, days), 15), by, id, step), step.step);
  await take(observer, 1, { step: 'share' });
  if (nth % 3 === 0) await take(teacher, 2, { step: 'answer', text: answers[(nth + time) % 2] ?? '' });
  const aim = { aim: aims[time % 2] ?? '', targetDate: addDays(today, 30) };
  if (last && nth % 2 === 0) await take(teacher, 3, { step: 'set_goal', ...aim });
}

const teacherOf = ({ cast }: StagedSchool) => cast['teacher'] ?? '';

/** Something that its observer alone reads. */
async function leaveDraft(stage: Stage, sheetId: string): Promise<void> {
  const { schools, team, today } = stage;
  const school = schools[1];
  if (school === undefined) return;
  const observer = await stage.actor(team.specialists[0] ?? '');
  const onDate = addDays(today, -2);
  mustBeTaken(
    await writeObservation(stage.at(addDays(today, -1), 16), observer, {
      ...{ sheetId, schoolCode: school.code, teacherId: teacherOf(school), onDate, trained: true },
      marks: marksOf(2, 1),
    }),
    'a draft of a lesson',
  );
}

/** From 1 to 4; a later lesson shows a little more. Now and then something is not to be seen. */
const marksOf = (nth: number, time: number): (number | null)[] =>
  Array.from({ length: 6 }, (_, item) =>
    (nth + item * 5 + time) % 9 === 0
      ? null
      : Math.min(4, 1 + ((nth * 7 + item * 3) % 3) + (item % 2 === 0 ? time : 0)),
  );
