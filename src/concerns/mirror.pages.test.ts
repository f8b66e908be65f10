/** A concern about the partnership through the pages: the same road, and at every step only who should know of it does. */
import { afterAll, beforeAll, expect, test } from 'vitest';
import { aMirroredCast, anAppointment, type Cast, type Stage } from '../../tests/support/factories.ts';
import { comeIn } from '../../tests/support/house.ts';
import { type Fields, openPages, type Pages } from '../../tests/support/pages.ts';

let pages: Pages;
let stage: Stage;
let cast: Cast;
let contact: string;
let schoolBoard: string;
let elsewhere: string;

beforeAll(async () => {
  pages = await openPages();
  ({ stage } = pages);
  cast = await aMirroredCast(stage);
  const { tenantId, school, boardId } = cast;
  contact = await anAppointment(stage, 'contact_person', { tenantId, schoolId: school.id });
  schoolBoard = await anAppointment(stage, 'board_member', { tenantId, boardId });
  elsewhere = await anAppointment(stage, 'specialist', { tenantId });
});

afterAll(() => pages.close());

const visitor = (personId: string) => comeIn(pages.house, { tenantId: cast.tenantId, personId });
const statusFor = async (who: string, path: string) => (await (await visitor(who)).get(path)).status;
const see = async (who: string, path: string) => (await (await visitor(who)).get(path)).text();
const send = async (who: string, path: string, fields: Fields) => {
  const answer = await (await visitor(who)).post(path, fields);
  stage.pass(1);
  return answer;
};
const day = () => stage.now().toISOString().slice(0, 10);

const note = (): Fields => ({
  schoolCode: cast.school.code,
  about: 'partnership',
  noticedOn: day(),
  occasion: 'Teamoverleg',
  observation: 'Drie vragen bleven vijf weken liggen.',
  meaningForChildren: 'Kinderen wachten op hulp.',
  goesWell: 'De hulp zelf is goed.',
});

test('first the team lead, then, after a talk and with a second person, the partnership director', async () => {
  const { author, director, teamLead, boardMember, coordinator } = cast;
  expect(await see(author, '/zorgen/nieuw')).toContain('Het samenwerkingsverband');
  expect(await see(contact, '/zorgen/nieuw')).not.toContain('Waarover gaat het?');

  const noted = await send(author, '/zorgen/nieuw', note());
  expect(noted.status).toBe(303);
  const concern = noted.headers.get('location') ?? '';
  const readers = async () => {
    const all = { author, director, teamLead, boardMember, coordinator, contact, schoolBoard, elsewhere };
    const found: string[] = [];
    for (const [name, who] of Object.entries(all)) {
      const listed = (await see(who, '/zorgen')).includes(concern);
      expect({ name, listed }).toEqual({ name, listed: (await statusFor(who, concern)) === 200 });
      if (listed) found.push(name);
    }
    return found;
  };
  const take = async (who: string, step: string, fields: Fields) => {
    const answer = await send(who, `${concern}/${step}`, fields);
    return answer.status;
  };
  expect(await readers()).toEqual(['author']);

  const { schoolCode: _, about: __, ...words } = note();
  const form = await see(author, `${concern}/delen`);
  expect(form).toContain('Delen met de teamleider');
  expect(await take(author, 'delen', words)).toBe(303);
  expect(await readers()).toEqual(['author', 'director', 'teamLead']);
  expect(await see(director, concern)).toContain('Reageren als teamleider');
  expect(await see(director, '/zorgen')).toContain('Bij de directeur of teamleider</option>');
  expect(await see(schoolBoard, '/zorgen')).not.toContain('teamleider</option>');
  expect(await take(author, 'bestuur-voorstellen', { whyNotAtSchool: 'Er is vervanging nodig.' })).toBe(409);

  expect(await take(director, 'reageren', { verdict: 'accurate', text: 'Dit klopt.' })).toBe(303);
  const talk = {
    heldOn: day(),
    report: 'Wij bespraken de wachttijd.',
    goesWell: 'De hulp zelf.',
    noAgreementsBecause: 'Er is eerst iemand nodig.',
  };
  expect(await take(teamLead, 'gesprek', { ...talk, present: [author, teamLead] })).toBe(422);
  expect(await take(teamLead, 'gesprek', { ...talk, present: [author, director] })).toBe(303);
  expect(await take(director, 'verslag', { agrees: 'true' })).toBe(303);
  expect(await readers()).toEqual(['author', 'director', 'teamLead']);

  expect(await take(author, 'bestuur-voorstellen', { whyNotAtSchool: 'Er is vervanging nodig.' })).toBe(303);
  expect(await take(teamLead, 'delen-met-bestuur', {})).toBe(409);
  expect(await take(director, 'standpunt', { position: 'agrees', text: 'Daar ben ik het mee eens.' })).toBe(
    303,
  );
  expect(await readers()).toEqual(['author', 'director', 'teamLead']);
  expect(await take(author, 'delen-met-bestuur', {})).toBe(403);
  expect(await take(teamLead, 'delen-met-bestuur', {})).toBe(303);

  expect(await readers()).toEqual(['author', 'director', 'teamLead', 'boardMember']);
  expect(await see(boardMember, concern)).toContain('deelde de zorg met de directeur-bestuurder');
  expect(await take(boardMember, 'zienswijze', { text: 'Wij regelen vervanging.' })).toBe(303);
  expect(await take(director, 'zienswijze', { text: 'Dank u wel.' })).toBe(303);
});

test('a contact person reads along only when they are let in', async () => {
  const noted = await send(cast.author, '/zorgen/nieuw', note());
  const concern = noted.headers.get('location') ?? '';
  const { schoolCode: _, about: __, ...words } = note();
  await send(cast.author, `${concern}/delen`, words);
  expect(await statusFor(contact, concern)).toBe(404);
  await send(cast.author, `${concern}/deelnemer`, { personId: contact });
  expect(await statusFor(contact, concern)).toBe(200);
});

test('a school director keeps a note about the partnership, and none about the own school', async () => {
  const mine = await send(cast.teamLead, '/zorgen/nieuw', note());
  expect(await see(cast.teamLead, mine.headers.get('location') ?? '')).toContain('Delen met de teamleider');
  expect(await statusFor(cast.director, mine.headers.get('location') ?? '')).toBe(404);
  const own = await send(cast.teamLead, '/zorgen/nieuw', { ...note(), about: 'school' });
  expect(await statusFor(contact, own.headers.get('location') ?? '')).toBe(200);
});

test('what it is about can be changed as long as nobody else read it', async () => {
  const noted = await send(cast.author, '/zorgen/nieuw', note());
  const concern = noted.headers.get('location') ?? '';
  const changed = await send(cast.author, `${concern}/aanpassen`, { ...note(), about: 'school' });
  const other = changed.headers.get('location') ?? '';
  expect(await see(cast.author, other)).toContain('Delen met de directeur');
  expect(await statusFor(cast.author, concern)).toBe(404);
});

test('who is not of the school cannot raise one', async () => {
  expect((await send(contact, '/zorgen/nieuw', note())).status).toBe(422);
  expect((await send(cast.director, '/zorgen/nieuw', note())).status).toBe(422);
  expect((await send(contact, '/zorgen/nieuw', { ...note(), about: 'school' })).status).toBe(303);
});
