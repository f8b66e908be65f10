import { describe, expect, it } from 'vitest';
import { initialsIn } from './pseudonym.rules.ts';

const found = (pseudonym: string) => initialsIn(pseudonym).map(({ text }) => text);

describe('initials in a pseudonym', () => {
  it.each([
    ['J', ['J']],
    ['J.', ['J.']],
    ['JK', ['JK']],
    ['J.K.', ['J.K.']],
    ['J K', ['J K']],
    ['Leerling B', ['B']],
    ['Leerling É.', ['É.']],
    ['B uit groep 5', ['B']],
    ['j.k.', ['j.k.']],
    ['leerling j. k', ['j. k']],
    ['jk', ['jk']],
    ['j k', ['j k']],
  ])('«%s» holds %j', (pseudonym, initials) => expect(found(pseudonym)).toEqual(initials));

  it.each([
    'Zeester',
    'Leerling 4',
    'Maan en ster',
    'zon',
    'ABC',
    'Groep 5B',
    'x',
    'X1',
    'om 3 u. op de maan',
    '',
  ])('«%s» holds none', (pseudonym) => expect(found(pseudonym)).toEqual([]));

  it('says where they stand', () =>
    expect(initialsIn('Ster J.')).toEqual([{ start: 5, end: 7, text: 'J.' }]));
});
