import { describe, expect, it } from 'vitest';
import { placeName, readKind, readPhone, readWebsite } from './school-fields.rules.ts';

describe('single fields', () => {
  it.each([
    ['SBO', 'SBO'],
    ['SBAO', 'SBO'],
    ['Speciaal basisonderwijs', 'SBO'],
    ['so', 'SO'],
    ['(V)SO', 'SO/VSO'],
    ['SO/VSO', 'SO/VSO'],
    ['VSO', 'VSO'],
    ['basisschool', 'BO'],
    ['Kunstacademie', null],
    ['', null],
  ])('the kind «%s» is %s', (text, kind) => {
    expect(readKind(text)).toBe(kind);
  });

  it.each([
    ["'S-GRAVENHAGE", "'s-Gravenhage"],
    ["'T HARDE", "'t Harde"],
    ['IJSSELSTEIN', 'IJsselstein'],
    ['DE BILT', 'De Bilt'],
    ['BERGEN (NH)', 'Bergen (NH)'],
    ['BERGEN OP ZOOM', 'Bergen op Zoom'],
    ['SÚDWEST-FRYSLÂN', 'Súdwest-Fryslân'],
    ['Hoek van Holland', 'Hoek van Holland'],
    ['', ''],
  ])('the place %s is shown as %s', (text, name) => {
    expect(placeName(text)).toBe(name);
  });

  it.each([
    ['www.school.example', 'https://www.school.example'],
    ['HTTP://school.example/pad?x=1', 'http://school.example/pad?x=1'],
    ['javascript:alert(1)', null],
    ['https://school', null],
    ['www.school.example en meer', null],
    ['"><script>', null],
    ['', null],
  ])('the web address %s becomes %s', (text, website) => {
    expect(readWebsite(text)).toBe(website);
  });

  it.each([
    ['0101234567', '0101234567'],
    ['+31 10 123 45 67', '+31 10 123 45 67'],
    ['geen', null],
    ['', null],
  ])('the telephone number %s becomes %s', (text, phone) => {
    expect(readPhone(text)).toBe(phone);
  });
});
