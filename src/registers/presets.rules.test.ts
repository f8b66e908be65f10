import { expect, test } from 'vitest';
import { codeFromName, isPresetName, presets } from './presets.rules.ts';

test('each preset has its own words and region', () => {
  expect(presets.rotterdam.labels).toEqual({
    contact_person: 'schoolcontactpersoon',
    specialist: 'ondersteuningsspecialist',
    area: 'OAT-gebied',
    committee: 'toelaatbaarheidscommissie',
  });
  expect(presets['oss-uden'].labels).toEqual({
    contact_person: 'trajectbegeleider',
    specialist: 'ondersteuningsspecialist',
    area: 'gebied',
    committee: 'ACTA',
  });
  expect([presets.rotterdam.holidayRegion, presets['oss-uden'].holidayRegion]).toEqual(['midden', 'zuid']);
  expect([
    isPresetName('rotterdam'),
    isPresetName('oss-uden'),
    isPresetName('toString'),
    isPresetName(''),
  ]).toEqual([true, true, false, false]);
});

test('a code is made of a name: letters without marks, words joined, never at a loss', () => {
  expect(codeFromName('SWV De Maasbrug (Noord)')).toBe('swv-de-maasbrug-noord');
  expect(codeFromName('Coöperatie «Één» & Zo')).toBe('cooperatie-een-zo');
  expect(codeFromName('  ---  ')).toBe('swv');
  expect(codeFromName('A')).toBe('swv');
  expect(codeFromName('ab')).toBe('ab');
  const long = codeFromName(`${'a'.repeat(39)} bcd`);
  expect(long).toBe('a'.repeat(39));
  expect(codeFromName('x'.repeat(100))).toHaveLength(40);
});
