import { describe, expect, it } from 'vitest';
import { lookAt } from '../../privacy/index.ts';
import { demonstrationRegisters } from '../registers.ts';
import * as background from './backgrounds.ts';
import * as expertise from './expertise.ts';
import * as groupBehaviour from './group-behaviour.ts';
import * as groupLearning from './group-learning.ts';
import * as groupPractice from './group-practice.ts';
import * as pupilBehaviour from './pupil-behaviour.ts';
import * as pupilLearning from './pupil-learning.ts';
import * as schoolLearning from './school-learning.ts';
import * as schoolLife from './school-life.ts';
import * as teamClassroom from './team-classroom.ts';
import * as teamTogether from './team-together.ts';

const today = '2026-11-22';
const names = demonstrationRegisters(today).flatMap(({ people }) => people.map(({ name }) => name));
const everything = {
  groupBehaviour,
  groupLearning,
  groupPractice,
  pupilBehaviour,
  pupilLearning,
  background,
  expertise,
  schoolLearning,
  schoolLife,
  teamClassroom,
  teamTogether,
};

/** What holds no prose. */
const codes = new Set(['key', 'code', 'expertise', 'level', 'urgency']);

/** Every text, however deep, by where it stands. */
function textsIn(value: unknown, path: string): readonly (readonly [string, string])[] {
  if (typeof value === 'string')
    return codes.has(path.slice(path.lastIndexOf('.') + 1)) ? [] : [[path, value]];
  if (value === null || typeof value !== 'object') return [];
  return Object.entries(value).flatMap(([name, member]) => textsIn(member, `${path}.${name}`));
}
const texts = textsIn(everything, 'demo');

describe('the words of the demonstration', () => {
  it('leave nothing open with the writing aid', () => {
    const marks = lookAt(Object.fromEntries(texts), [], { names, today });
    expect(marks).toEqual({ open: [], kept: [] });
  });
});
