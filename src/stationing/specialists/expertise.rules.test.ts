import { expect, test } from 'vitest';
import { codeOf } from './expertise.rules.ts';

test.each([
  ['Taal en lezen', 'taal_en_lezen'],
  ['Één-op-één', 'een_op_een'],
  ['  NT2 & nieuwkomers!', 'nt2_nieuwkomers'],
  ['Executieve functies en zelfsturing in de bovenbouw', 'executieve_functies_en_zelfsturing_in_de'],
])('the code of «%s» is %s', (name, code) => {
  expect(codeOf(name)).toBe(code);
});

test.each(['?', 'A', '数学'])('«%s» has no letters to make a code of', (name) => {
  expect(codeOf(name)).toBeUndefined();
});
