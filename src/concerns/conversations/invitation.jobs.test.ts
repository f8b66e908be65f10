import pg from 'pg';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { type FreshDatabase, freshDatabase } from '../../../tests/support/database.ts';
import {
  aCast,
  aConcernIn,
  aNoteBy,
  anAppointment,
  aTalk,
  type Cast,
  openStage,
  type Stage,
  step,
} from '../../../tests/support/factories.ts';
import { sql } from '../../platform/database.ts';
import type { CalendarEvent } from '../../platform/mail/letter.ts';
import { tellAllInvited } from './invitation.jobs.ts';

interface Told {
  readonly who: string;
  readonly subject: string;
  readonly lines: readonly string[];
  readonly link: string;
  readonly calendar: CalendarEvent | null;
}

let fresh: FreshDatabase;
let stage: Stage;
let operator: pg.Client;
let cast: Cast;
let id: string;

beforeAll(async () => {
  fresh = await freshDatabase();
  stage = openStage(fresh);
  operator = new pg.Client({ connectionString: fresh.ownerUrl });
  await operator.connect();
  await operator.query('set role kortelijn_operator');
});
beforeEach(async () => {
  stage.at('2026-03-02T08:00:00Z');
  cast = await aCast(stage);
  id = await aConcernIn(stage, cast, 'with_director');
});
afterAll(async () => {
  await operator.end();
  await stage.close();
  await fresh.drop();
});

const chosen = '2026-03-12T13:00:00.000Z';
const take = (who: string, request: Parameters<typeof step>[4]) =>
  step(stage, cast.tenantId, who, id, request);
const plan = (people: readonly string[] = [cast.director]) =>
  take(cast.author, {
    step: 'plan_conversation',
    participants: [...people],
    proposals: [chosen, '2026-03-13T09:00:00.000Z'],
  });
const accept = (who = cast.director) => take(who, { step: 'answer_invitation', proposal: chosen });
const sweep = () => tellAllInvited(stage.database);

/** What this partnership's letters said since the last time this was asked; and they leave. */
async function told(): Promise<readonly Told[]> {
  const { rows } = await operator.query<Told & { readonly person: string }>(
    `select person_id as person, subject, lines, link, calendar from outbox
     where tenant_id = $1 and sent_at is null and given_up_at is null and kind = 'invitation' order by made_at, key`,
    [cast.tenantId],
  );
  await leave();
  const names = new Map(Object.entries(cast).map(([name, person]) => [person, name]));
  return rows
    .map(({ person, ...letter }) => ({ ...letter, who: names.get(person) ?? 'iemand' }))
    .toSorted((a, b) => a.who.localeCompare(b.who));
}
const leave = () =>
  operator.query(
    `reset role; set role kortelijn_gate; update outbox set sent_at = now() where sent_at is null and given_up_at is null; set role kortelijn_operator`,
  );
const inShort = (letters: readonly Told[]) =>
  letters.map(
    ({ who, subject, calendar }) =>
      `${who}: ${subject}${calendar ? ` (${calendar.method} ${calendar.sequence})` : ''}`,
  );
const endAppointments = (personId: string) =>
  stage.database.write({ operatorFor: cast.tenantId }, (tx) =>
    tx.run(
      sql`update appointment set ends_on = app_today() where tenant_id = ${cast.tenantId} and person_id = ${personId}`,
    ),
  );

describe('an invitation', () => {
  test('reaches who is invited and not who invites; who can answer is led to the proposals', async () => {
    await take(cast.director, { step: 'add_participant', personId: cast.coordinator });
    await plan([cast.director, cast.coordinator]);
    const letters = await told();
    expect(inShort(letters)).toEqual([
      'coordinator: U bent uitgenodigd voor een gesprek',
      'director: U bent uitgenodigd voor een gesprek',
    ]);
    expect(letters.map(({ link }) => link)).toEqual([
      `/zorgen/${id}/uitnodiging`,
      `/zorgen/${id}/uitnodiging`,
    ]);
    await sweep();
    expect(await told()).toEqual([]);
  });

  test('tells nobody before there is a plan, and no text of the concern ever', async () => {
    expect(await told()).toEqual([]);
    await plan();
    const said = JSON.stringify(await told());
    expect(said).toContain('U bent uitgenodigd');
    expect(said).not.toMatch(/leerkracht|moe|rust|School|Proefpersoon/);
  });

  test('becomes an appointment for everybody, the inviter too, when the director chooses', async () => {
    await plan();
    await told();
    await accept();
    const letters = await told();
    expect(inShort(letters)).toEqual([
      'author: Een gesprek is gepland (REQUEST 0)',
      'director: Een gesprek is gepland (REQUEST 1)',
    ]);
    expect(letters[0]?.lines[0]).toBe('Het gesprek is op 12 maart 2026 om 14:00.');
    expect(letters[0]?.calendar).toMatchObject({
      start: '2026-03-12T13:00:00Z',
      end: '2026-03-12T14:00:00.000Z',
      summary: 'Gesprek school en samenwerkingsverband',
    });
    expect(letters[0]?.calendar?.uid).toBe(letters[1]?.calendar?.uid);
    await sweep();
    expect(await told()).toEqual([]);
  });

  test('ends in silence when the director asks for another date; the new plan is a new invitation', async () => {
    await plan();
    await told();
    await take(cast.director, {
      step: 'answer_invitation',

      proposal: '2026-03-20T09:00:00.000Z',
    });
    expect(await told()).toEqual([]);
    await plan();
    expect(inShort(await told())).toEqual(['director: U bent uitgenodigd voor een gesprek']);
  });

  test('is asked once, also when nobody answers', async () => {
    await plan();
    expect(await told()).toHaveLength(1);
    stage.pass(30 * 24);
    await sweep();
    expect(await told()).toEqual([]);
  });
});

describe('an appointment in calendars', () => {
  beforeEach(async () => {
    await plan();
    await accept();
    await told();
  });

  test('is taken out when the concern is closed before', async () => {
    await take(cast.author, { step: 'close', outcome: 'withdrawn', reason: 'Het speelt niet meer.' });
    const letters = await told();
    expect(inShort(letters)).toEqual([
      'author: Een gesprek gaat niet door (CANCEL 1)',
      'director: Een gesprek gaat niet door (CANCEL 2)',
    ]);
    expect(letters.map(({ link }) => link)).toEqual(['/', '/']);
    await sweep();
    expect(await told()).toEqual([]);
  });

  test('is taken out when another is planned', async () => {
    await plan();
    expect(inShort(await told())).toEqual([
      'author: Een gesprek gaat niet door (CANCEL 1)',
      'director: Een gesprek gaat niet door (CANCEL 2)',
      'director: U bent uitgenodigd voor een gesprek',
    ]);
  });

  test('stays when its hour has come', async () => {
    stage.at('2026-03-12T15:00:00Z');
    await take(cast.author, aTalk('2026-03-12', [cast.author, cast.director]));
    await sweep();
    expect(await told()).toEqual([]);
  });

  test('is taken out when the talk was held earlier', async () => {
    await take(cast.author, aTalk('2026-03-02', [cast.author, cast.director]));
    expect(inShort(await told())).toEqual([
      'author: Een gesprek gaat niet door (CANCEL 1)',
      'director: Een gesprek gaat niet door (CANCEL 2)',
    ]);
  });

  test('is taken from a director who left, without a way to the concern, and given to the new one', async () => {
    const next = await anAppointment(stage, 'school_director', {
      tenantId: cast.tenantId,
      schoolId: cast.school.id,
    });
    await sweep();
    expect(await told()).toEqual([]);
    await endAppointments(cast.director);
    await sweep();
    const letters = await told();
    expect(inShort(letters)).toEqual([
      'director: Een gesprek gaat niet door (CANCEL 2)',
      'iemand: Een gesprek is gepland (REQUEST 0)',
    ]);
    expect(JSON.stringify(letters[0])).not.toContain(id);
    expect(JSON.stringify(letters[1])).toContain(id);
    expect(next).not.toBe(cast.director);
  });

  test('is given back, as a later version, to who returns', async () => {
    await endAppointments(cast.director);
    await sweep();
    await told();
    stage.pass(24);
    await anAppointment(stage, 'school_director', {
      tenantId: cast.tenantId,
      schoolId: cast.school.id,
      personId: cast.director,
      from: '2026-03-03',
    });
    await sweep();
    expect(inShort(await told())).toEqual(['director: Een gesprek is gepland (REQUEST 3)']);
  });
});

describe('a letter that did not leave yet', () => {
  test('is replaced: who never heard of an appointment is not told that it is off', async () => {
    await plan();
    await accept();
    await take(cast.author, { step: 'close', outcome: 'withdrawn', reason: 'Het speelt niet meer.' });
    expect(await told()).toEqual([]);
  });
});

describe('somebody else', () => {
  test('is told nothing: no participant, no other school, no board', async () => {
    const stranger = await anAppointment(stage, 'teacher', {
      tenantId: cast.tenantId,
      schoolId: cast.school.id,
    });
    await plan();
    await accept();
    await take(cast.author, aTalk('2026-03-02', [cast.author, cast.director]));
    const { rows } = await operator.query<{ person: string }>(
      `select distinct person_id as person from outbox where tenant_id = $1 and kind = 'invitation'`,
      [cast.tenantId],
    );
    expect(rows.map(({ person }) => person).toSorted()).toEqual([cast.author, cast.director].toSorted());
    expect(rows.map(({ person }) => person)).not.toContain(stranger);
  });
});

describe('a concern about the partnership', () => {
  test('invites the team lead, who is spoken to there, and the school that raised it', async () => {
    id = await aNoteBy(stage, cast, cast.director, { about: 'partnership' });
    await take(cast.director, { step: 'share_with_director' });
    await take(cast.director, { step: 'plan_conversation', proposals: [chosen, '2026-03-13T09:00:00.000Z'] });
    const [asked, ...more] = await told();
    expect(more).toEqual([]);
    expect(asked).toMatchObject({ who: 'teamLead', link: `/zorgen/${id}/uitnodiging` });
    await accept(cast.teamLead);
    expect(inShort(await told())).toEqual([
      'director: Een gesprek is gepland (REQUEST 0)',
      'teamLead: Een gesprek is gepland (REQUEST 1)',
    ]);
  });
});
