import { expect, test } from 'vitest';
import { roles } from '../platform/pure/actor.ts';
import { presets } from './presets.rules.ts';
import {
  addressLine,
  appointmentName,
  placeName,
  roleName,
  roleOptions,
  schoolKindName,
} from './registers.words.ts';

const place = { kind: 'school', id: '1', code: '99AA00', name: 'De Linden' } as const;
const { labels } = presets['oss-uden'];

test('a role has the word of its partnership, and the usual one when none was chosen', () => {
  expect(roleName('contact_person', labels)).toBe('trajectbegeleider');
  expect(roleName('committee_member', labels)).toBe('lid ACTA');
  expect(roleName('contact_person', {})).toBe('schoolcontactpersoon');
  expect(roleName('school_director', labels)).toBe('directeur');
});

test('an appointment is said with its place, unless that is the whole partnership', () => {
  expect(appointmentName({ role: 'school_director', place, acting: true }, labels)).toBe(
    'waarnemend directeur van De Linden',
  );
  expect(appointmentName({ role: 'teacher', place }, labels)).toBe('leerkracht van De Linden');
  expect(appointmentName({ role: 'team_lead', place: { ...place, kind: 'tenant' } }, labels)).toBe(
    'teamleider',
  );
});

test('every role can be chosen, in the order of the alphabet', () => {
  const options = roleOptions(labels);
  expect(options.map(({ value }) => value).sort()).toEqual([...roles].sort());
  expect(options[0]?.label).toBe('Beleidsadviseur');
  expect(options.at(-1)?.label).toBe('Trajectbegeleider');
});

test('an address is said as far as it is known', () => {
  const none = { street: null, houseNumber: null, postcode: null, city: null };
  expect(addressLine({ street: 'Kiezelweg', houseNumber: '11', postcode: '9901 ZZ', city: 'Kadewijk' })).toBe(
    'Kiezelweg 11, 9901 ZZ Kadewijk',
  );
  expect(addressLine({ ...none, city: 'Kadewijk' })).toBe('Kadewijk');
  expect(addressLine(none)).toBe('');
});

test('schools carry their code in a list of choices, for two can have one name', () => {
  expect(placeName(place)).toBe('De Linden (99AA00)');
  expect(placeName({ ...place, kind: 'board' })).toBe('De Linden');
});

test('a kind of school is said in words when it is known', () => {
  expect(schoolKindName('SBO')).toBe('Speciaal basisonderwijs');
  expect(schoolKindName('HAVO')).toBeUndefined();
  expect(schoolKindName(null)).toBeUndefined();
});
