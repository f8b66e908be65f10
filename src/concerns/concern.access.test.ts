/** Which role opens which door, and for which schools: by hand, for every role at every kind of place. */
import { describe, expect, test } from 'vitest';
import { type Actor, type Place, type PlaceKind, type Role, roles } from '../platform/pure/actor.ts';
import {
  access,
  coversAllSchools,
  mayNote,
  mayNoteAt,
  mayPlan,
  mayReadLedger,
  mayReadProof,
  readsConcerns,
  schoolsToMirrorAt,
  schoolsToPlanAt,
} from './concern.access.ts';
import { relations } from './concern.rules.ts';
import { seats } from './concern-seats.rules.ts';

const place = (kind: PlaceKind, id: string, name = id): Place => ({ kind, id, code: id, name });
const actorWith = (...appointments: Actor['appointments']): Actor => ({
  personId: 'p',
  tenantId: 't',
  keyId: 'k',
  name: '',
  email: '',
  tenant: { code: 't', name: 'T', preset: 'rotterdam', labels: {} },
  appointments,
});
const as = (role: Role, kind: PlaceKind = 'school') => actorWith({ role, place: place(kind, 'here') });
/** The roles for which it holds at such a place, by name. */
const those = (holds: (actor: Actor) => boolean, kind: PlaceKind = 'school') =>
  roles.filter((role) => holds(as(role, kind))).sort();

const staff: readonly Role[] = ['contact_person', 'specialist', 'team_lead'];
const school: readonly Role[] = ['school_director', 'support_coordinator', 'teacher'];
const above: readonly Role[] = ['board_member', 'partnership_director'];

describe('who may knock', () => {
  test.each<[string, readonly Role[], (actor: Actor) => boolean, readonly Role[]]>([
    ['note', access.note, mayNote, [...staff, ...school]],
    ['read', access.read, readsConcerns, [...staff, ...school, ...above]],
    ['plan another talk', access.planOther, mayPlan, [...staff, 'school_director', 'support_coordinator']],
    [
      'read the yearly proof',
      access.proof,
      mayReadProof,
      ['team_lead', 'partnership_director', 'policy_adviser'],
    ],
  ])('to %s: these roles and no others', (_what, line, holds, should) => {
    expect([...line].sort()).toEqual([...should].sort());
    expect(those(holds)).toEqual([...should].sort());
    expect(holds(actorWith())).toBe(false);
  });
});

describe('where somebody may note', () => {
  test('about a school: who works at it or for it, and there alone', () => {
    const noting = [...school, 'contact_person'].sort();
    expect(those((actor) => mayNoteAt(actor, 'here'))).toEqual(noting);
    expect(those((actor) => mayNoteAt(actor, 'here', 'school'))).toEqual(noting);
    expect(those((actor) => mayNoteAt(actor, 'there'))).toEqual([]);
    expect(those((actor) => mayNoteAt(actor, 'here'), 'board')).toEqual([]);
  });

  test('specialists and team leads of the whole partnership at every school', () => {
    expect(those(coversAllSchools, 'tenant')).toEqual(['specialist', 'team_lead']);
    expect(those(coversAllSchools, 'school')).toEqual([]);
    expect(those(coversAllSchools, 'board')).toEqual([]);
    expect(those((actor) => mayNoteAt(actor, 'there'), 'tenant')).toEqual(['specialist', 'team_lead']);
    const also = actorWith(
      { role: 'teacher', place: place('school', 'here') },
      { role: 'team_lead', place: place('tenant', 't') },
    );
    expect(mayNoteAt(also, 'there')).toBe(true);
  });

  test('about the partnership: only who works at the school itself', () => {
    expect(those((actor) => mayNoteAt(actor, 'here', 'partnership'))).toEqual([...school].sort());
    expect(those((actor) => mayNoteAt(actor, 'there', 'partnership'))).toEqual([]);
    expect(those((actor) => mayNoteAt(actor, 'here', 'partnership'), 'tenant')).toEqual([]);
    expect(those((actor) => schoolsToMirrorAt(actor).length > 0)).toEqual([...school].sort());
  });
});

test('schools to plan at stand by name, each once, and only those of a role that plans', () => {
  const many = actorWith(
    { role: 'contact_person', place: place('school', '2', 'De Zon') },
    { role: 'specialist', place: place('school', '1', 'De Appel') },
    { role: 'school_director', place: place('school', '2', 'De Zon') },
    { role: 'support_coordinator', place: place('school', '3', 'De Éénhoorn') },
    { role: 'teacher', place: place('school', '4', 'De Boom') },
  );
  expect(schoolsToPlanAt(many).map(({ name }) => name)).toEqual(['De Appel', 'De Éénhoorn', 'De Zon']);
  const planning = ['contact_person', 'school_director', 'specialist', 'support_coordinator'];
  expect(those((actor) => schoolsToPlanAt(actor).length > 0)).toEqual(planning);
});

test('the ledger is for author, contact person, director and participant, whatever else they are', () => {
  const readers = relations.filter((relation) => mayReadLedger([relation])).sort();
  expect(readers).toEqual(['author', 'contact_person', 'participant', 'school_director']);
  expect(mayReadLedger([])).toBe(false);
  expect(mayReadLedger(['team_lead', 'author'])).toBe(true);
  expect(mayReadLedger(['team_lead', 'board_member', 'proposer', 'partnership_director'])).toBe(false);
});

/** «role at place», by seat. */
const told = (about: 'school' | 'partnership') =>
  Object.fromEntries(
    Object.entries(seats[about]).map(([seat, chairs]) => [
      seat,
      chairs.map(({ role, at }) => `${role} at ${at}`),
    ]),
  );

test('around a concern about a school sit these', () => {
  expect(told('school')).toEqual({
    author: [
      ...['contact_person at school', 'specialist at school', 'school_director at school'],
      ...[
        'support_coordinator at school',
        'teacher at school',
        'specialist at tenant',
        'team_lead at tenant',
      ],
    ],
    contact_person: ['contact_person at school'],
    school_director: ['school_director at school'],
    team_lead: ['team_lead at tenant'],
    partnership_director: ['partnership_director at tenant'],
    board_member: ['board_member at board'],
    participant: ['support_coordinator at school', 'teacher at school'],
  });
});

test('around a concern about the partnership the school sits where the team lead sat, and nobody of a board', () => {
  expect(told('partnership')).toEqual({
    author: ['school_director at school', 'support_coordinator at school', 'teacher at school'],
    contact_person: ['school_director at school'],
    school_director: ['team_lead at tenant'],
    team_lead: ['school_director at school'],
    partnership_director: [],
    board_member: ['partnership_director at tenant'],
    participant: ['support_coordinator at school', 'teacher at school', 'contact_person at school'],
  });
});
