/** Who is found in the directory, by what, and what is told of them. */
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { comeIn } from '../../../tests/support/house.ts';
import { only, openRegisters, type RegisterHouse, textOf } from '../../../tests/support/registers.ts';
import { special } from '../../demo/index.ts';
import { sql } from '../../platform/database.ts';
import type { Role } from '../../platform/pure/actor.ts';
import { addDays, dayOf, showDate } from '../../platform/pure/dates.ts';

let here: RegisterHouse;
beforeAll(async () => {
  here = await openRegisters();
});
afterAll(() => here.house.close());

const today = dayOf(Date.now());
const nameOf = (id: string) => only(here.rotterdam.people.find((one) => one.id === id)).name;
const isNow = ({ startsOn, endsOn }: { startsOn: string; endsOn: string | null }) =>
  startsOn <= today && (endsOn === null || endsOn > today);
/** Ids of who is in a role now, at a school when its number is given. */
const holders = (role: Role, school?: number) =>
  here.rotterdam.appointments
    .filter((one) => one.role === role && isNow(one))
    .filter((one) => school === undefined || one.schoolId === here.rotterdam.schools[school]?.id)
    .map(({ personId }) => personId);
const coming = () =>
  only(here.rotterdam.appointments.find((one) => one.role === 'team_lead' && one.startsOn > today));

/** Everybody on every page of the list. */
async function listed(query: string): Promise<readonly string[]> {
  const ids: string[] = [];
  let path: string | undefined = `/mensen?${query}`;
  for (let pages = 0; path !== undefined && pages < 20; pages += 1) {
    const page: string = await textOf(here.teacher.get(path));
    ids.push(...[...page.matchAll(/href="\/mensen\/([\w-]{36})"/g)].map(([, id]) => only(id)));
    path = /href="([^"]+)" rel="next"/.exec(page)?.[1]?.replaceAll('&amp;', '&');
  }
  return ids;
}

describe('the list', () => {
  test('holds everybody who is there or will be, once, over all its pages; nobody who left or may not come in', async () => {
    const { people, appointments } = here.rotterdam;
    const should = people
      .filter(({ suspendedAt }) => suspendedAt === null)
      .filter(({ id }) =>
        appointments.some(({ personId, endsOn }) => personId === id && (endsOn === null || endsOn > today)),
      );
    expect(should.length).toBeGreaterThan(100);
    expect(should.length).toBeLessThan(people.length - 3);
    expect([...(await listed(''))].sort()).toEqual(should.map(({ id }) => id).sort());
  });

  test('finds a name, also with a slip of the keyboard', async () => {
    const id = only(holders('team_lead')[0]);
    const [first = '', ...last] = nameOf(id).split(' ');
    for (const typed of [nameOf(id), last.join(' '), `${first.slice(0, -1)} ${last.join(' ')}`])
      expect([typed, await listed(new URLSearchParams({ zoek: typed }).toString())]).toEqual([
        typed,
        expect.arrayContaining([id]),
      ]);
    expect(await listed('zoek=walvisvaarder')).toEqual([]);
  });

  test('is narrowed by role, school and area together', async () => {
    const school = only(here.rotterdam.schools[0]);
    expect(await listed('rol=administrator')).toEqual(holders('administrator'));
    expect(await listed(`rol=school_director&school=${school.code}`)).toEqual(holders('school_director', 0));
    // A role elsewhere does not count at this school.
    expect(await listed(`rol=board_member&school=${school.code}`)).toEqual([]);
    const inArea = await listed('rol=support_coordinator&gebied=G1');
    const should = here.rotterdam.schools.flatMap(({ areaId }, nth) =>
      areaId === here.rotterdam.areas[0]?.id ? holders('support_coordinator', nth) : [],
    );
    expect([...inArea].sort()).toEqual([...new Set(should)].sort());
    expect(await listed('gebied=bestaat-niet')).toEqual([]);
    expect((await here.teacher.get('/mensen?rol=keizer')).status).toBe(200);
  });

  test('finds specialists by what they are good at, and where they chose to work', async () => {
    const [good, other] = holders('specialist');
    await here.house.database.write(here.administrator.person, async (tx) => {
      const { tenantId, areas } = here.rotterdam;
      await tx.run(
        sql`insert into expertise (tenant_id, code, name, position) values (${tenantId}, 'slapen', 'slapen', 99)`,
      );
      await tx.run(
        sql`insert into specialist (tenant_id, person_id, areas) values (${tenantId}, ${good}, ${[only(areas[1]).id]})`,
      );
      await tx.run(
        sql`insert into specialist_expertise (tenant_id, person_id, expertise, level) values (${tenantId}, ${good}, 'slapen', 2)`,
      );
    });
    expect(await listed('expertise=slapen')).toEqual([good]);
    expect(await listed('expertise=slapen&gebied=G2')).toEqual([good]);
    expect(await listed('expertise=slapen&rol=team_lead')).toEqual([]);
    expect(await listed('expertise=slapen&gebied=G9')).toEqual([]);
    expect(await textOf(here.teacher.get(`/mensen/${good}`))).toContain('Slapen.');
    expect(await textOf(here.teacher.get(`/mensen/${other}`))).toContain('Nog niet ingevuld.');
  });
});

describe('one person', () => {
  test('shows who takes over on the day, and whose work it was', async () => {
    const acting = only(holders('school_director', special.actingDirector)[0]);
    const next = only(
      here.rotterdam.appointments.find(
        (one) =>
          one.schoolId === here.rotterdam.schools[special.actingDirector]?.id &&
          one.role === 'school_director' &&
          one.startsOn > today,
      ),
    );
    const [ends, begins] = [addDays(next.startsOn, -1), next.startsOn];
    const now = await textOf(here.teacher.get(`/mensen/${acting}`));
    expect(now).toContain('Waarnemend directeur');
    expect(now).toContain(`tot en met ${showDate(ends)}`);
    expect(now).toContain(`Daarna: <a href="/mensen/${next.personId}">`);
    const then = await textOf(here.teacher.get(`/mensen/${next.personId}`));
    expect(then).toContain(`Vanaf ${showDate(begins)}. Neemt het over van <a href="/mensen/${acting}">`);
    expect(then).toContain('Nu geen rol');
    here.at(new Date(`${begins}T09:00:00Z`));
    const later = await comeIn(here.house, here.teacher.person);
    const onTheDay = await textOf(later.get(`/mensen/${next.personId}`));
    expect(onTheDay).toContain(`Sinds ${showDate(begins)}`);
    expect(onTheDay).not.toContain('Neemt het over');
    expect((await later.get(`/mensen/${acting}`)).status).toBe(404);
    here.at(new Date());
  });

  test('of a role that begins later the list and the page say from when', async () => {
    const { personId, startsOn } = coming();
    const from = `vanaf ${showDate(startsOn)}`;
    expect(await textOf(here.teacher.get('/mensen?rol=team_lead'))).toContain(`Teamleider, ${from}`);
    const page = await textOf(here.teacher.get(`/mensen/${personId}`));
    expect(page).toContain('Straks');
    expect(page).not.toContain('mailto:');
  });

  test('can be mailed when working for the partnership, not at a school', async () => {
    for (const role of ['team_lead', 'contact_person', 'specialist', 'privacy_officer'] as const)
      expect(await textOf(here.teacher.get(`/mensen/${holders(role)[0]}`)), role).toContain('mailto:');
    for (const role of ['school_director', 'teacher', 'support_coordinator', 'board_member'] as const)
      expect(await textOf(here.teacher.get(`/mensen/${holders(role)[0]}`)), role).not.toContain('mailto:');
  });

  test('who left, may not come in or belongs to another partnership is not there', async () => {
    const { people, appointments } = here.rotterdam;
    const gone = only(
      people.find(({ id }) =>
        appointments.every(({ personId, endsOn }) => personId !== id || (endsOn !== null && endsOn <= today)),
      ),
    );
    const suspended = only(people.find(({ suspendedAt }) => suspendedAt !== null));
    const absent = await textOf(here.teacher.get('/mensen/0190a000-0000-7000-8000-000000000000'), 404);
    for (const id of [gone.id, suspended.id, only(here.oss.people[0]).id, 'x']) {
      expect(await textOf(here.teacher.get(`/mensen/${id}`), 404)).toBe(absent);
    }
    expect((await here.house.app.request('/mensen')).status).toBe(303);
  });
});
