import { expect, it } from 'vitest';
import { waitsFor } from './basic.words.ts';

it('waits for the side that did not write', () => {
  expect(waitsFor('school')).toBe('Wacht op antwoord van de contactpersoon');
  expect(waitsFor('contact')).toBe('Wacht op antwoord van de school');
});
