/**
 * The forms of schools as the demonstration plays them: two school years of the yearly question, and basisondersteuning as schools and
 * contact persons judged it. Two judgements wait for an answer.
 */
import { addDays, type CivilDate } from '../../platform/pure/dates.ts';
import { answerJudgement, answerYearly, changeMonths, getMonths, judgeSchool } from '../../results/index.ts';
import type { Stage } from '../deployment/stage.ts';
import { holders } from '../news/rounds.ts';
import { mustBeTaken } from '../questions/player.ts';
import { type Chance, chanceOf } from './chance.ts';

export async function playForms(stage: Stage): Promise<void> {
  const chance = chanceOf(`forms ${stage.registers.code}`);
  const year = Number(addDays(stage.today, -212).slice(0, 4));
  for (const ago of [2, 1]) await answerIn(stage, chance, year - ago, ago === 1 ? 0.75 : 0.5);
  await judgeIn(stage, chance, `${year - 1}-10-06`, 3);
  await judgeIn(stage, chance, `${year}-05-18`, 1);
  await leaveWaiting(stage);
  if (stage.registers.code === 'oss-uden') await openAllYear(stage);
}

interface Held {
  readonly personId: string;
  readonly schoolId: string;
}

/** Who held one of these roles at a school on a day and does today, in the order of the register. */
function heldAt({ registers, today }: Stage, roles: readonly string[], on: CivilDate): readonly Held[] {
  return registers.appointments.flatMap(({ personId, role, schoolId, startsOn, endsOn }) =>
    roles.includes(role) && schoolId !== null && startsOn <= on && (endsOn === null || endsOn > today)
      ? [{ personId, schoolId }]
      : [],
  );
}

/** Most directors and IB'ers answer, the one more kindly than the other. */
async function answerIn(stage: Stage, chance: Chance, year: number, share: number): Promise<void> {
  const asked = heldAt(stage, ['school_director', 'support_coordinator'], `${year + 1}-05-10`);
  for (const { personId, schoolId } of asked) {
    if (chance.next() >= share) continue;
    const deed = stage.at(addDays(`${year + 1}-05-11`, chance.between(0, 60)), chance.between(9, 16));
    const grade = chance.weighed([
      [5, 1],
      [6, 3],
      [7, 8],
      [8, 7],
      [9, 2],
    ]);
    const input = {
      grade,
      ...(chance.next() < 0.6 && { wentWell: chance.oneOf(good) }),
      ...(chance.next() < 0.6 && { couldBeBetter: chance.oneOf(better) }),
      ...(chance.next() < 0.15 && { nameShown: true }),
    };
    mustBeTaken(
      await answerYearly(deed, await stage.actor(personId), schoolId, input, true),
      'a yearly answer',
    );
  }
}

/** School and contact person judge around a day: one of every so many schools. */
async function judgeIn(stage: Stage, chance: Chance, around: CivilDate, every: number): Promise<void> {
  if (around >= stage.today) return;
  const contacts = heldAt(stage, ['contact_person'], around);
  const schools = heldAt(stage, ['support_coordinator'], around);
  const met = new Set<string>();
  for (const [nth, { personId, schoolId }] of schools.entries()) {
    const contact = contacts.find((one) => one.schoolId === schoolId && one.personId !== personId);
    if (contact === undefined || met.has(schoolId) || nth % every !== 0) continue;
    met.add(schoolId);
    const day = addDays(around, chance.between(0, 20));
    const later = addDays(day, chance.between(1, 9));
    if (later >= stage.today) continue;
    const [writer, reader] =
      chance.next() < 0.5 ? [personId, contact.personId] : [contact.personId, personId];
    const id = mustBeTaken(
      await judgeSchool(stage.at(day, 11), await stage.actor(writer), schoolId, judgedOn(day, chance)),
      'a judgement',
    );
    const sees = chance.next() < 0.12;
    const answer = sees
      ? { step: 'answer' as const, words: chance.oneOf(otherwise) }
      : { step: 'agree' as const };
    mustBeTaken(
      await answerJudgement(stage.at(later, 15), await stage.actor(reader), id, answer),
      'an answer',
    );
  }
}

function judgedOn(day: CivilDate, chance: Chance) {
  const judgements = [1, 2, 3, 4].map((criterion) => {
    const level = chance.weighed([
      ['met' as const, 6],
      ['partly' as const, 3],
      ['not_yet' as const, 1],
    ]);
    const words = level === 'met' || chance.next() < 0.4 ? undefined : chance.oneOf(remarks);
    return { criterion, level, ...(words !== undefined && { words }) };
  });
  return { judgedOn: day, judgements };
}

/** One of each side, at schools that are nobody's first. */
async function leaveWaiting(stage: Stage): Promise<void> {
  const chance = chanceOf(`waiting ${stage.registers.code}`);
  const day = addDays(stage.today, -5);
  const schools = heldAt(stage, ['support_coordinator'], day);
  const contacts = heldAt(stage, ['contact_person'], day);
  const [first, second] = [schools.at(-2), contacts.at(-1)];
  for (const one of [first, second]) {
    if (one === undefined) continue;
    const deed = stage.at(day, 14);
    mustBeTaken(
      await judgeSchool(deed, await stage.actor(one.personId), one.schoolId, judgedOn(day, chance)),
      'a judgement',
    );
  }
}

/** In one of them somebody can try the yearly question on any day. */
async function openAllYear(stage: Stage): Promise<void> {
  const [personId] = holders(stage, 'administrator', 1);
  if (personId === undefined) throw new Error('the demonstration has no administrator');
  const actor = await stage.actor(personId);
  const deed = stage.at(addDays(stage.today, -4), 9);
  const months = await stage.database.read(actor, (reader) => getMonths(reader, actor.tenantId));
  const changed = await changeMonths({ ...deed, version: months?.version }, actor, { from: 8, to: 7 });
  if (changed.outcome !== 'taken') throw new Error('the demonstration could not open the yearly question');
}

const good = [
  'Een vraag werd snel opgepakt, en wij wisten steeds wie er aan zet was.',
  'Het meedenken in de klas hielp de leerkracht meer dan een verslag.',
  'Wij kregen iemand die de tijd nam om eerst te kijken.',
  'Het gesprek vooraf met onze contactpersoon voorkwam een lange aanvraag.',
  'De afspraken stonden op één plek, ook na een wisseling van leerkracht.',
  'Dat er na een half jaar nog eens werd teruggekeken.',
];
const better = [
  'Tussen de eerste vraag en het eerste bezoek zat nu eens een maand.',
  'Wij zouden graag eerder weten wie er komt en op welke dagen.',
  'Meer hulp op het niveau van het team, in plaats van per leerling.',
  'Een vaste dag op school werkt voor ons beter dan losse afspraken.',
  'De uitleg over arrangementen mag korter.',
  'Soms vertellen wij ons verhaal twee keer.',
];
const remarks = [
  'Het staat in het plan, in de groepen is het nog wisselend.',
  'Dit jaar begonnen; in het voorjaar kijken wij opnieuw.',
  'De taken zijn verdeeld, de tijd nog niet.',
  'Voor lezen is er aanbod, voor gedrag nog te weinig.',
];
const otherwise = [
  'In twee groepen zien wij dit nog niet terug. Zullen wij er samen gaan kijken?',
  'Wij zijn verder dan hier staat: het aanbod voor gedrag is er sinds de herfst.',
];
