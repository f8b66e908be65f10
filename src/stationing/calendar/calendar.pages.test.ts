/** The address of somebody's own calendar: who gets one, what it shows, and when it stops. */
import type pg from 'pg';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import {
  aCast,
  anAppointment,
  aSchool,
  type Cast,
  openStage,
  type Stage,
} from '../../../tests/support/factories.ts';
import { comeIn, type House, openHouse, type Visitor } from '../../../tests/support/house.ts';
import { only, send, textOf } from '../../../tests/support/registers.ts';
import { aQuestionFor, openSuperuser } from '../../../tests/support/visits.ts';
import { hashOf, newId } from '../../platform/ids.ts';

const now = new Date('2026-03-02T08:00:00Z');
let house: House;
let stage: Stage;
let superuser: pg.Client;
let cast: Cast;
let specialist: Visitor;
let specialistId: string;
let member: Visitor;
let question: string;

beforeAll(async () => {
  house = await openHouse({ demo: false, clock: () => now });
  stage = openStage(house.fresh);
  superuser = await openSuperuser(house.fresh);
  cast = await aCast(stage);
  const { tenantId } = cast;
  specialistId = await anAppointment(stage, 'specialist', { tenantId });
  specialist = await comeIn(house, { tenantId, personId: specialistId });
  const memberId = await anAppointment(stage, 'committee_member', { tenantId });
  member = await comeIn(house, { tenantId, personId: memberId });
  question = await aQuestionFor(superuser, cast, specialistId, { level: 'pupil', title: 'Geheime titel' });
  // Past the law of meetings, which goes by the real hour.
  await superuser.query('set session_replication_role = replica');
  await superuser.query(
    `insert into committee_meeting (tenant_id, id, starts_at, cut_off_on, made_by) values ($1, $2, '2026-03-10T13:00Z', '2026-03-03', $3)`,
    [tenantId, newId(), memberId],
  );
  await superuser.query(
    `insert into visit_series (tenant_id, id, specialist_id, school_id, weekday, starts_on, ends_on, minutes, kind)
      values ($1, $2, $3, $4, 2, '2026-03-01', '2026-03-12', 60, 'coaching')`,
    [tenantId, newId(), specialistId, cast.school.id],
  );
  await superuser.query('set session_replication_role = origin');
});
afterAll(async () => {
  await superuser.end();
  await stage.close();
  await house.close();
});

/** Makes a new address, as the page shows it. */
async function addressFor(visitor: Visitor): Promise<string> {
  const shown = await textOf(send(visitor, '/mijn/agenda', {}));
  return only(/value="[^"]*(\/agenda\/[\w-]+\.ics)"/.exec(shown)?.[1]);
}
const fetched = (address: string, headers = {}) => house.app.request(address, { headers });

/** The events of a feed, unfolded: each a map of its lines. */
function eventsIn(text: string): readonly Readonly<Record<string, string>>[] {
  const lines = text.replaceAll('\r\n ', '').split('\r\n');
  expect(lines[0]).toBe('BEGIN:VCALENDAR');
  return lines
    .join('\n')
    .split('BEGIN:VEVENT\n')
    .slice(1)
    .map((event) =>
      Object.fromEntries(
        (event.split('\nEND:VEVENT')[0] ?? '').split('\n').map((line) => {
          const at = line.indexOf(':');
          return [line.slice(0, at), line.slice(at + 1)];
        }),
      ),
    );
}

describe('the feed', () => {
  test('tells a specialist the days of their work and visits: number and school, no title and no meeting', async () => {
    const answer = await fetched(await addressFor(specialist));
    expect(answer.headers.get('content-type')).toBe('text/calendar; charset=utf-8');
    const text = await textOf(answer);
    const { rows } = await superuser.query(
      'select q.number, s.name from support_question q join school s on s.id = q.school_id where q.id = $1',
      [question],
    );
    const { name } = rows[0];
    expect(
      eventsIn(text).map((one) => [one['DTSTART;VALUE=DATE'] ?? one['DTSTART'], one['SUMMARY']]),
    ).toEqual([
      ['20260202', `Eerste dag: vraag ${rows[0].number}\\, ${name}`],
      ['20260630', `Laatste dag: vraag ${rows[0].number}\\, ${name}`],
      ['20260303', `Bezoek: ${name} (Coaching van een leerkracht)`],
      ['20260310', `Bezoek: ${name} (Coaching van een leerkracht)`],
    ]);
    expect(text).not.toContain('Geheime titel');
    expect(text).not.toContain('Vergadering');
  });

  test('tells a member of the committee when it meets, and nothing of the work of others', async () => {
    const events = eventsIn(await textOf(fetched(await addressFor(member))));
    expect(events).toMatchObject([
      { DTSTART: '20260310T130000Z', SUMMARY: expect.stringMatching(/^Vergadering /) },
    ]);
  });

  test('is the same as long as nothing changes, and then costs no body', async () => {
    const address = await addressFor(specialist);
    const first = await fetched(address);
    const etag = only(first.headers.get('etag') ?? undefined);
    const again = await fetched(address, { 'If-None-Match': etag });
    expect([again.status, await again.text()]).toEqual([304, '']);
    await superuser.query("update assignment set ends_on = '2026-06-02' where question_id = $1", [question]);
    const changed = await fetched(address, { 'If-None-Match': etag });
    expect(changed.status).toBe(200);
    const uids = (text: string) => eventsIn(text).map((one) => one['UID']);
    expect(uids(await changed.text())).toEqual(uids(await first.text()));
  });

  test('opens at the right secret alone: the database keeps its hash', async () => {
    const address = await addressFor(specialist);
    const secret = only(/agenda\/([\w-]+)\.ics/.exec(address)?.[1]);
    const { rows } = await superuser.query('select hash from calendar_key where person_id = $1', [
      specialistId,
    ]);
    expect(rows).toEqual([{ hash: hashOf(secret) }]);
    const wrong = `${secret.slice(0, -1)}${secret.endsWith('A') ? 'B' : 'A'}`;
    for (const path of [
      `/agenda/${wrong}.ics`,
      `/agenda/${secret}`,
      '/agenda/x.ics',
      `/agenda/${secret}.ICS`,
    ])
      expect([path, (await fetched(path)).status]).toEqual([path, 404]);
    expect((await fetched(address)).status).toBe(200);
  });

  test('a new address ends the old one; taken away, none is left', async () => {
    const old = await addressFor(specialist);
    const fresh = await addressFor(specialist);
    expect([(await fetched(old)).status, (await fetched(fresh)).status]).toEqual([404, 200]);
    expect(await textOf(specialist.get('/mijn/agenda'))).not.toContain(fresh);
    expect((await send(specialist, '/mijn/agenda', {}, '/mijn/agenda/verwijderen')).status).toBe(303);
    expect((await fetched(fresh)).status).toBe(404);
  });

  test('closes when its owner is suspended or has left', async () => {
    const address = await addressFor(member);
    const { personId } = member.person;
    await superuser.query('update person set suspended_at = now() where id = $1', [personId]);
    expect((await fetched(address)).status).toBe(404);
    await superuser.query('update person set suspended_at = null where id = $1', [personId]);
    expect((await fetched(address)).status).toBe(200);
    await superuser.query("update appointment set ends_on = '2026-03-02' where person_id = $1", [personId]);
    expect((await fetched(address)).status).toBe(404);
  });

  test('of who is no specialist any more shows no work', async () => {
    const { tenantId, school } = cast;
    const personId = await anAppointment(stage, 'specialist', { tenantId });
    await aQuestionFor(superuser, cast, personId);
    const visitor = await comeIn(house, { tenantId, personId });
    const address = await addressFor(visitor);
    expect(eventsIn(await textOf(fetched(address)))).not.toEqual([]);
    await superuser.query("update appointment set ends_on = '2026-03-02' where person_id = $1", [personId]);
    await anAppointment(stage, 'teacher', { tenantId, schoolId: school.id, personId });
    expect(eventsIn(await textOf(fetched(address)))).toEqual([]);
  });
});

test('others have no calendar to make', async () => {
  const { tenantId, boardMember } = cast;
  const visitor = await comeIn(house, { tenantId, personId: boardMember });
  expect((await visitor.get('/mijn/agenda')).status).toBe(403);
});

test('who speaks for a school hears when somebody comes there: no names, and nothing of other schools', async () => {
  const { tenantId, coordinator } = cast;
  const visitor = await comeIn(house, { tenantId, personId: coordinator });
  const address = await addressFor(visitor);
  const { rows } = await superuser.query('select name from school where id = $1', [cast.school.id]);
  const visits = [`Bezoek: ${rows[0].name} (Coaching van een leerkracht)`];
  const told = async () => eventsIn(await textOf(fetched(address))).map((one) => one['SUMMARY']);
  expect(new Set(await told())).toEqual(new Set(visits));
  const other = await aSchool(stage, tenantId, cast.boardId);
  await superuser.query('set session_replication_role = replica');
  for (const [school, day] of [
    [cast.school.id, '2026-03-09'],
    [other.id, '2026-03-16'],
  ]) {
    const id = newId();
    await superuser.query(
      `insert into stationing (tenant_id, id, specialist_id, school_id, dagdelen, starts_on, ends_on, status, proposed_by, proposed_at)
        values ($1, $2, $3, $4, 2, $5, '2027-09-01', 'agreed', $3, '2026-01-01')`,
      [tenantId, id, specialistId, school, day],
    );
    await superuser.query('insert into stationing_school values ($1, $2, $3)', [tenantId, id, school]);
  }
  await superuser.query('set session_replication_role = origin');
  expect(new Set(await told())).toEqual(new Set([...visits, `Eerste dag stationering: ${rows[0].name}`]));
  const own = eventsIn(await textOf(fetched(await addressFor(specialist)))).map((one) => one['SUMMARY']);
  expect(own.filter((summary) => summary?.startsWith('Eerste dag stationering'))).toHaveLength(2);
  await superuser.query('delete from stationing_school');
  await superuser.query('delete from stationing');
});
