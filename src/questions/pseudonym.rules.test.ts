import { describe, expect, it } from 'vitest';
import { marksInPseudonym } from './pseudonym.rules.ts';

const found = (pseudonym: string) => marksInPseudonym(pseudonym).map(({ kind, text }) => `${kind} ${text}`);

describe('in a pseudonym', () => {
  it.each([
    ['J', ['initials J']],
    ['J.', ['initials J.']],
    ['JK', ['initials JK']],
    ['J.K.', ['initials J.K.']],
    ['J.K.L.', ['initials J.K.L.']],
    ['J K', ['initials J K']],
    ['J_K', ['initials J_K']],
    ['J\u00ad.K', ['initials J\u00ad.K']],
    ['Leerling B', ['initials B']],
    ['Leerling É.', ['initials É.']],
    ['B uit groep 5', ['initials B']],
    ['j.k.', ['initials j.k.']],
    ['leerling j. k', ['initials j. k']],
    ['jk', ['initials jk']],
    ['j k', ['initials j k']],
    ['m-j', ['initials m-j']],
    ['Zeester j.', ['initials j.']],
    ['S a n n e', ['initials S a n n e']],
    ['s.a.n.n.e', ['initials s.a.n.n.e']],
    ['JdV', ['initials JdV']],
    ['JvdB uit groep 5', ['initials JvdB']],
    ['JPB', ['initials JPB']],
    ['jpb', ['initials jpb']],
  ])('«%s» are initials', (pseudonym, marks) => expect(found(pseudonym)).toEqual(marks));

  it.each([
    ['12032016', ['birthdate 12032016']],
    ['120316', ['birthdate 120316']],
    ['１２０３２０１６', ['birthdate １２０３２０１６']],
    ['Ster van 2016', ['birthdate 2016']],
    ['12/3/16', ['birthdate 12/3/16']],
    ['Zon 12-3', ['birthdate 12-3']],
    ['5 mei', ['birthdate 5 mei']],
    ['12 Maart', ['birthdate 12 Maart']],
    ['123456789', ['bsn 123456789']],
    ['1234 56 789', ['bsn 1234 56 789']],
  ])('«%s» is a number or day of somebody', (pseudonym, marks) => expect(found(pseudonym)).toEqual(marks));

  it.each([
    ['van Dijk', ['name van Dijk']],
    ['Van der Berg', ['name Van der Berg']],
    ['El Amrani', ['name El Amrani']],
  ])('«%s» is a last name', (pseudonym, marks) => expect(found(pseudonym)).toEqual(marks));

  it.each([
    'Zeester',
    'Leerling 4',
    'Maan en ster',
    'zon',
    'ABC',
    'MAAN',
    'Groep 5B',
    'Groep 5/6',
    'Leeuw-2',
    'x',
    'X1',
    'om 3 u. op de maan',
    'Prins van Oranje',
    'De Leeuw',
    '🦁',
    '',
  ])('«%s» holds nothing of it', (pseudonym) => expect(found(pseudonym)).toEqual([]));

  it('it is told where that stands', () =>
    expect(marksInPseudonym('Ster J.')).toEqual([{ kind: 'initials', start: 5, end: 7, text: 'J.' }]));
});
