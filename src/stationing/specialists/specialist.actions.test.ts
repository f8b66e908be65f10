/** Who keeps the profile, contract and absence of a specialist, and who reads them. */
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { type FreshDatabase, freshDatabase } from '../../../tests/support/database.ts';
import {
  aCast,
  actorOf,
  anAppointment,
  type Cast,
  deedOf,
  openStage,
  type Stage,
} from '../../../tests/support/factories.ts';
import { NotAdmitted, sql } from '../../platform/database.ts';
import {
  addAbsence,
  addContract,
  changeAbsence,
  changeContract,
  dropAbsence,
  type SpecialistOutcome,
  saveProfile,
} from './specialist.actions.ts';
import { findSpecialists, getSpecialist } from './specialist.store.ts';

let fresh: FreshDatabase;
let stage: Stage;
let cast: Cast;
let lead: string;
let administrator: string;
let specialist: string;
let colleague: string;

beforeAll(async () => {
  fresh = await freshDatabase();
  stage = openStage(fresh);
  cast = await aCast(stage);
  const { tenantId } = cast;
  lead = await anAppointment(stage, 'team_lead', { tenantId });
  administrator = await anAppointment(stage, 'administrator', { tenantId });
  colleague = await anAppointment(stage, 'specialist', { tenantId });
});
afterAll(async () => {
  await stage.close();
  await fresh.drop();
});
beforeEach(async () => {
  specialist = await anAppointment(stage, 'specialist', { tenantId: cast.tenantId });
});

const as = (who: string) => actorOf(stage, cast.tenantId, who);
const seenBy = async (who: string, id = specialist) =>
  stage.database.read({ tenantId: cast.tenantId, personId: who }, (reader) =>
    getSpecialist(reader, cast.tenantId, id),
  );
const said = (outcome: SpecialistOutcome) =>
  outcome.outcome === 'refused' ? outcome.faults.map(({ code }) => code) : outcome.outcome;
const profile = async (who: string, version = 0, more = {}) =>
  said(
    await saveProfile(deedOf(stage, { version }), await as(who), specialist, {
      languages: ['Turks'],
      expertise: [
        { code: 'rekenen', level: 1 },
        { code: 'gedrag', level: 3 },
      ],
      ...more,
    }),
  );
const contract = async (who: string, more = {}) =>
  said(
    await addContract(deedOf(stage), await as(who), specialist, {
      from: '2026-01-01',
      fte: 0.8,
      dagdelen: 6.5,
      ...more,
    }),
  );
const absence = async (who: string, from: string, to?: string) =>
  addAbsence(deedOf(stage), await as(who), specialist, { from, to });

describe('a profile', () => {
  test('is written by the specialist, read by everybody, strongest expertise first', async () => {
    expect(await profile(specialist, 0, { formerOrganisation: 'De Brug', employedFrom: '2024-08-01' })).toBe(
      'taken',
    );
    expect(await seenBy(cast.coordinator)).toMatchObject({
      version: 1,
      languages: ['Turks'],
      formerOrganisation: 'De Brug',
      employedFrom: '2024-08-01',
      expertise: [
        { code: 'gedrag', name: 'Gedrag', level: 3 },
        { code: 'rekenen', name: 'Rekenen', level: 1 },
      ],
    });
  });

  test('is saved whole: what is left out is gone', async () => {
    await profile(specialist);
    expect(await profile(lead, 1, { languages: [], expertise: [{ code: 'gedrag', level: 2 }] })).toBe(
      'taken',
    );
    expect(await seenBy(specialist)).toMatchObject({
      version: 2,
      languages: [],
      expertise: [{ code: 'gedrag', level: 2 }],
    });
  });

  test('is kept by its specialist, the team lead and the administrator, and by nobody else', async () => {
    expect(await profile(colleague)).toBe('forbidden');
    expect(await profile(cast.author)).toBe('forbidden');
    expect(await profile(administrator)).toBe('taken');
    expect(await profile(lead, 1)).toBe('taken');
  });

  test('that changed meanwhile is not overwritten', async () => {
    await profile(specialist);
    expect(await profile(lead)).toBe('stale');
    expect(await profile(lead, 1)).toBe('taken');
    expect(await profile(specialist, 1)).toBe('stale');
  });

  test('names what the lists of the partnership have', async () => {
    expect(
      await profile(specialist, 0, { expertise: [{ code: 'toveren', level: 1 }], areas: ['nergens'] }),
    ).toEqual(['areasKnown', 'expertiseKnown']);
  });

  test('of who is no specialist does not exist', async () => {
    const outcome = await saveProfile(deedOf(stage), await as(lead), cast.author, {});
    expect(outcome.outcome).toBe('notFound');
  });

  test('the database refuses what the program would not ask', async () => {
    const insert = (who: string, about: string) =>
      stage.database.write({ tenantId: cast.tenantId, personId: who }, (tx) =>
        tx.run(sql`insert into specialist (tenant_id, person_id) values (${cast.tenantId}, ${about})`),
      );
    await expect(insert(colleague, specialist)).rejects.toThrow(NotAdmitted);
    await expect(insert(cast.author, specialist)).rejects.toThrow(NotAdmitted);
    await expect(insert(lead, cast.author)).rejects.toThrow('isSpecialist');
    expect(await insert(specialist, specialist)).toBe(1);
  });
});

describe('a contract', () => {
  test('is written by team lead and administrator; the specialist reads it, a colleague not', async () => {
    expect(await contract(specialist)).toBe('forbidden');
    expect(await contract(lead, { to: '2026-07-31' })).toBe('taken');
    expect(await contract(administrator, { from: '2026-08-01' })).toBe('taken');
    const mine = [
      { from: '2026-08-01', to: null, fte: 0.8, dagdelen: 6.5 },
      { from: '2026-01-01', to: '2026-07-31', fte: 0.8, dagdelen: 6.5 },
    ];
    for (const who of [specialist, lead, administrator])
      expect((await seenBy(who))?.contracts).toMatchObject(mine);
    for (const who of [colleague, cast.author, cast.coordinator])
      expect((await seenBy(who))?.contracts).toEqual([]);
  });

  test('leaves room that who assigns knows, and who does not assign not', async () => {
    await contract(lead);
    expect((await seenBy(cast.author))?.free).toBe(6.5);
    expect((await seenBy(colleague))?.free).toBe(6.5);
    expect((await seenBy(cast.coordinator))?.free).toBeNull();
  });

  test('holds alone: another in the same days is refused, one after it not', async () => {
    await contract(lead, { to: '2026-05-31' });
    expect(await contract(lead, { from: '2026-05-31' })).toEqual(['oneContract']);
    expect(await contract(lead, { from: '2026-06-01' })).toBe('taken');
  });

  test('changes on the version that was seen', async () => {
    await contract(lead);
    const id = (await seenBy(lead))?.contracts[0]?.id ?? '';
    const change = async (version: number) =>
      said(
        await changeContract(deedOf(stage, { version }), await as(lead), specialist, id, {
          from: '2026-01-01',
          to: '2026-12-31',
          fte: 1,
          dagdelen: 8,
        }),
      );
    expect(await change(1)).toBe('taken');
    expect(await change(1)).toBe('stale');
    expect((await seenBy(specialist))?.contracts).toMatchObject([
      { to: '2026-12-31', dagdelen: 8, version: 2 },
    ]);
  });
});

describe('an absence', () => {
  test('is written by the specialist and the team lead, by nobody else', async () => {
    expect(said(await absence(specialist, '2026-03-02', '2026-03-06'))).toBe('taken');
    expect(said(await absence(lead, '2026-04-02'))).toBe('taken');
    expect(said(await absence(colleague, '2026-01-02', '2026-01-03'))).toBe('forbidden');
    expect(said(await absence(administrator, '2026-01-02', '2026-01-03'))).toBe('forbidden');
    expect((await seenBy(specialist))?.absences).toMatchObject([
      { from: '2026-03-02', to: '2026-03-06' },
      { from: '2026-04-02', to: null },
    ]);
  });

  test('is known to who plans: away, and no room', async () => {
    await contract(lead);
    await absence(specialist, '2026-03-02', '2026-03-06');
    expect(await seenBy(cast.author)).toMatchObject({
      away: { from: '2026-03-02', to: '2026-03-06' },
      free: 0,
    });
    expect(await seenBy(cast.coordinator)).toMatchObject({ away: null, free: null, absences: [] });
  });

  test('changes, goes, and never lies over another', async () => {
    await absence(specialist, '2026-03-02', '2026-03-06');
    expect(said(await absence(specialist, '2026-03-06'))).toEqual(['oneAbsence']);
    const id = (await seenBy(specialist))?.absences[0]?.id ?? '';
    const days = { from: '2026-03-02', to: '2026-03-04' };
    const actor = await as(specialist);
    expect(said(await changeAbsence(deedOf(stage, { version: 1 }), actor, specialist, id, days))).toBe(
      'taken',
    );
    expect(said(await changeAbsence(deedOf(stage, { version: 1 }), actor, specialist, id, days))).toBe(
      'stale',
    );
    expect(said(await dropAbsence(deedOf(stage), await as(colleague), specialist, id))).toBe('forbidden');
    expect(said(await dropAbsence(deedOf(stage), actor, specialist, id))).toBe('taken');
    expect(said(await dropAbsence(deedOf(stage), actor, specialist, id))).toBe('notFound');
  });
});

test('the list finds specialists by name and by expertise', async () => {
  await profile(specialist, 0, { expertise: [{ code: 'motoriek', level: 2 }] });
  const found = (listing: object) =>
    stage.database.read({ tenantId: cast.tenantId, personId: cast.coordinator }, async (reader) =>
      (await findSpecialists(reader, cast.tenantId, { limit: 200, ...listing })).map(({ id }) => id),
    );
  expect(await found({})).toEqual(expect.arrayContaining([specialist, colleague]));
  expect(await found({})).not.toContain(cast.author);
  expect(await found({ expertise: 'motoriek' })).toEqual([specialist]);
});
