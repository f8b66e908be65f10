import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { lookAt } from '../../privacy/index.ts';
import { demonstrationRegisters } from '../registers.ts';
import * as backgrounds from './backgrounds.ts';
import type { DemoLevel } from './demo-question.ts';
import { demoExpertise } from './expertise.ts';
import { demoGoalLibrary } from './goal-library.ts';
import { demoGoals } from './goals.ts';
import { demoMinutes } from './minutes.ts';
import { demoPracticeNotes } from './practice-notes.ts';
import { demoQuestions } from './questions.ts';

const today = '2026-11-22';
const names = demonstrationRegisters(today).flatMap(({ people }) => people.map(({ name }) => name));
const everything = {
  backgrounds,
  demoGoals,
  demoGoalLibrary,
  demoMinutes,
  demoPracticeNotes,
  demoQuestions,
};

/** What holds no prose. */
const codes = new Set([
  'key',
  'code',
  'expertise',
  'level',
  'urgency',
  'question',
  'ageBand',
  'schoolType',
  'didItLast',
]);

/** Every text, however deep, by where it stands. */
function textsIn(value: unknown, path: string): readonly (readonly [string, string])[] {
  if (typeof value === 'string')
    return codes.has(path.slice(path.lastIndexOf('.') + 1)) ? [] : [[path, value]];
  if (value === null || typeof value !== 'object') return [];
  return Object.entries(value).flatMap(([name, member]) => textsIn(member, `${path}.${name}`));
}
const texts = textsIn(everything, 'demo');

const sentencesIn = (text: string) => text.match(/[.!?]+(?=\s|$)/g)?.length ?? 0;
const wordsIn = (text: string) => text.split(/\s+/).length;
const twiceIn = (list: readonly string[]) => list.filter((one, nth) => list.indexOf(one) !== nth);

describe('the words of the demonstration', () => {
  it('leave nothing open with the writing aid', () => {
    expect(texts.length).toBeGreaterThan(900);
    expect(lookAt(Object.fromEntries(texts), [], { names, today })).toEqual({ open: [], kept: [] });
  });

  it('and a text with a name and a diagnosis does (control)', () => {
    const spoilt = { need: 'De moeder van Fatima vertelt dat haar kind ADHD heeft.' };
    expect(lookAt(spoilt, [], { names, today }).open.map(({ kind }) => kind)).toEqual(['name', 'diagnosis']);
  });

  it('have no dashes as decoration and no double spaces', () => {
    expect(texts.filter(([, text]) => /[–—]| - | {2}|\s$/.test(text))).toEqual([]);
  });
});

describe('questions', () => {
  it.each<[DemoLevel, number]>([
    ['school', 12],
    ['team', 12],
    ['group', 18],
    ['pupil', 18],
  ])('of level %s: %i', (level, many) => {
    expect(demoQuestions.filter((question) => question.level === level)).toHaveLength(many);
  });

  it('know the expertise that a partnership begins with', () => {
    const migration = readFileSync('migrations/0022_questions.sql', 'utf8');
    const begun = /array\[('taal_lezen'[^\]]*)\]/.exec(migration)?.[1]?.match(/\w+/g);
    expect(begun).toEqual(demoExpertise);
  });

  it('ask for every expertise at least three times', () => {
    const few = demoExpertise.filter(
      (code) => demoQuestions.filter(({ expertise }) => expertise === code).length < 3,
    );
    expect(few).toEqual([]);
  });

  it('differ in key, title and every sentence of what is needed and tried', () => {
    const sentences = demoQuestions.flatMap(({ need, triedSoFar }) =>
      `${need} ${triedSoFar}`.split(/(?<=[.?!]) /),
    );
    expect(twiceIn(demoQuestions.map(({ key }) => key))).toEqual([]);
    expect(twiceIn(demoQuestions.map(({ title }) => title))).toEqual([]);
    expect(twiceIn(sentences)).toEqual([]);
  });

  it.each(demoQuestions)('$key has texts of a length that people read', (question) => {
    expect(question.title.length).toBeLessThanOrEqual(80);
    expect(sentencesIn(question.need)).toBeGreaterThanOrEqual(3);
    expect(sentencesIn(question.need)).toBeLessThanOrEqual(6);
    expect(sentencesIn(question.triedSoFar)).toBeGreaterThanOrEqual(1);
    expect(sentencesIn(question.triedSoFar)).toBeLessThanOrEqual(3);
    expect(wordsIn(question.answer)).toBeGreaterThanOrEqual(90);
    expect(wordsIn(question.answer)).toBeLessThanOrEqual(170);
  });

  it('speak of the year group of their age band, only for a pupil', () => {
    for (const { level, ageBand, need } of demoQuestions) {
      if (level === 'pupil') expect(need).toContain(`groep ${Number.parseInt(ageBand ?? '', 10) - 3}`);
      else expect(ageBand).toBeUndefined();
    }
  });

  it.each(demoQuestions)(
    '$key plans and grants as many dagdelen as it says',
    ({ dagdelen, triage, arrangement }) => {
      const word = ['', '', 'twee', 'drie', 'vier', 'vijf', 'zes', '', 'acht', '', 'tien'][dagdelen];
      expect(triage.toLowerCase()).toContain(`${word} dagdelen`);
      expect(arrangement).toMatch(new RegExp(`^Toegekend(?: achteraf)?: ${word} dagdelen`));
    },
  );

  it('have an outcome about admission only for a pupil', () => {
    expect(demoQuestions.filter(({ level, tlv }) => level !== 'pupil' && tlv !== undefined)).toEqual([]);
  });
});

describe('what questions leave behind', () => {
  it('the goal library has 24 entries that end in a question, for every expertise', () => {
    expect(demoGoalLibrary).toHaveLength(24);
    expect(demoGoalLibrary.filter(({ prompt }) => !prompt.endsWith('?'))).toEqual([]);
    expect(new Set(demoGoalLibrary.map(({ expertise }) => expertise)).size).toBe(14);
    expect(twiceIn(demoGoalLibrary.map(({ key }) => key))).toEqual([]);
  });

  it('25 practice notes come from a question of the demonstration, at most one from each', () => {
    const expertiseOf = new Map(demoQuestions.map(({ key, expertise }) => [key, expertise]));
    expect(demoPracticeNotes).toHaveLength(25);
    expect(
      demoPracticeNotes.filter(({ question, expertise }) => expertiseOf.get(question) !== expertise),
    ).toEqual([]);
    expect(twiceIn(demoPracticeNotes.map(({ question }) => question))).toEqual([]);
    expect(twiceIn(demoPracticeNotes.map(({ title }) => title))).toEqual([]);
  });

  it('twelve meetings have minutes, each with something of its own', () => {
    expect(demoMinutes).toHaveLength(12);
    expect(demoMinutes.filter(({ points }) => points.length < 2)).toEqual([]);
    expect(twiceIn(demoMinutes.flatMap(({ key, points, closing }) => [key, ...points, closing]))).toEqual([]);
    expect(demoMinutes.some(({ heldOver }) => heldOver !== undefined)).toBe(true);
  });

  it('specialists come from twenty organisations and speak several languages', () => {
    expect(new Set(backgrounds.demoOrganisations.map(({ name }) => name)).size).toBe(20);
    expect(twiceIn(backgrounds.demoLanguages.map(({ code }) => code))).toEqual([]);
  });
});
