/** Plans on pages, as the team lead works with them. */
import type pg from 'pg';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { aQuestion, aQuestionCast, type QuestionCast } from '../../../tests/support/factories-questions.ts';
import { hidden, openPages, type Pages, type Seen } from '../../../tests/support/pages.ts';
import { openSuperuser } from '../../../tests/support/visits.ts';
import { prepareJobs } from '../../platform/jobs.ts';
import { planNext } from './plan.jobs.ts';

let pages: Pages;
let superuser: pg.Client;
let cast: QuestionCast;

beforeAll(async () => {
  pages = await openPages();
  const { stage, house } = pages;
  await prepareJobs(house.fresh.ownerUrl);
  superuser = await openSuperuser(house.fresh);
  cast = await aQuestionCast(stage, house.fresh, pages.cast);
  const { tenantId } = cast;
  for (const [id, name] of [
    [cast.specialist, 'Anna Aarde'],
    [cast.colleague, 'Bert Boom'],
  ]) {
    await superuser.query('update person set name = $2 where id = $1', [id, name]);
    await superuser.query('insert into specialist (tenant_id, person_id) values ($1, $2)', [tenantId, id]);
    await superuser.query(`insert into specialist_expertise values ($1, $2, 'gedrag', 2)`, [tenantId, id]);
  }
  await aQuestion(stage, cast, 'in_triage');
});
afterAll(async () => {
  await superuser.end();
  await pages.close();
});

const lead = () => pages.cast.teamLead;
const see = (path: string) => pages.see(lead(), path);
const send = (path: string, fields: Record<string, string> = {}) => pages.send(lead(), path, fields);
const text = ({ html }: Seen) => html.replace(/<[^>]*>/g, ' ').replace(/\s+/g, ' ');
const versionOf = (seen: Seen) => ({ _version: hidden(seen, '_version') });

test('a team lead asks for a plan, sees it at work and finds it in the list', async () => {
  expect(text(await see('/inzet/plannen'))).toContain('Er is nog geen plan');
  const wrong = await send('/inzet/plannen/nieuw', {
    name: 'Voorjaar',
    startsOn: '2026-03-10',
    sickFrom: '2026-03-09',
  });
  expect(wrong.status).toBe(422);
  expect(text(wrong)).toContain('Eerste dag: Kies een maandag.');
  expect(text(wrong)).toContain('Kies een specialist uit de lijst.');
  const made = await send('/inzet/plannen/nieuw', { name: 'Voorjaar', seconds: '1' });
  expect(made.status).toBe(303);
  const path = made.to ?? '';
  const running = await see(path);
  expect(running.html).toContain('<noscript><meta http-equiv="refresh" content="2"/></noscript>');
  // Told once, where it is kept up to date.
  expect(text(running).split('Wacht op de planner')).toHaveLength(2);
  await planNext(pages.stage.database);
  const done = await see(path);
  expect(text(done)).toContain('Voorjaar');
  expect(done.html).not.toContain('http-equiv="refresh"');
  expect(text(await see('/inzet/plannen'))).toMatch(/Voorjaar .*Klaar/);
  const laid = await send(`${path}/wegleggen`, versionOf(done));
  expect(laid.flash).toBe('Het plan is weggelegd.');
  const late = await send(`${path}/opnieuw`, versionOf(done));
  expect(late.flash).toContain('Het staat nu op «Weggelegd»');
});

/** A plan that the planner is done with. */
async function aPlan(fields: Record<string, string> = {}): Promise<string> {
  const { to } = await send('/inzet/plannen/nieuw', { seconds: '1', ...fields });
  await planNext(pages.stage.database);
  return to ?? '';
}

const buttonOf = ({ html }: Seen, kind: string) =>
  new RegExp(`name="_do" value="(${kind}:[^"]+\\.[^"]+\\.[^"]+)"`).exec(html)?.[1] ?? '';

test('what was found is the title; somebody is held fast and let free, and who comes late hears what changed', async () => {
  const path = await aPlan({ name: 'Zomer' });
  const page = await see(path);
  expect(text(page)).toContain('1 van 1 vraag krijgt iemand; geen plan kan');
  expect(text(page)).toMatch(/(Anna Aarde|Bert Boom) neemt vraag/);
  const _do = buttonOf(page, 'pin');
  const fields = { _do, toon: 'wie', pagina: '1' };
  expect(await send(`${path}/markeren`, { ...fields, ...versionOf(page) })).toMatchObject({
    to: path,
    flash: 'Vastgezet. Dit blijft zo als u opnieuw laat rekenen.',
  });
  const held = await see(path);
  expect(text(held)).toContain('1 keer vastgezet of uitgesloten');
  const late = await send(`${path}/markeren`, { ...fields, ...versionOf(page) });
  expect(late.flash).toContain('net veranderd');
  expect(late.flash).toContain('met 1 keer iets vastgezet');
  await send(`${path}/markeren`, { _do: buttonOf(held, 'free'), ...versionOf(held) });
  expect(text(await see(path))).not.toContain('vastgezet of uitgesloten');
  for (const [toon, words] of [
    ['school', 'een half dagdeel per week'],
    ['wacht', 'Er blijft niets liggen'],
    ['verdeling', 'Per expertise'],
  ])
    expect(text(await see(`${path}?toon=${toon}`)), toon).toContain(words);
  expect((await pages.see(cast.specialist, path)).status).toBe(403);
});

test('a change by hand shows what it costs before it is kept, or why it cannot be', async () => {
  const path = await aPlan({ name: 'Met de hand' });
  const demand =
    buttonOf(await see(path), 'pin')
      .split('.')
      .at(-1) ?? '';
  const form = await see(`${path}/wijzigen?vraag=${demand}`);
  const options = [...form.html.matchAll(/<option value="([^"]+)"/g)].map(([, value]) => value);
  expect(options).toHaveLength(3);
  const costs = await see(`${path}/wijzigen?vraag=${demand}&wie=niemand`);
  expect(text(costs)).toContain('Dit kost');
  expect(text(costs)).toContain('blijft dan liggen.');
  const fields = { vraag: demand, wie: 'niemand', ...versionOf(costs) };
  expect((await send(`${path}/wijzigen`, fields)).flash).toContain('opgeslagen');
  const after = await see(path);
  expect(text(after)).toContain('0 van 1 vraag krijgt iemand');
  expect(text(after)).toContain('met de hand veranderd');
  expect((await send(`${path}/wijzigen`, fields)).flash).toContain('net veranderd');
  const { code } = cast.school;
  const much = await see(`${path}/wijzigen?specialist=${cast.specialist}&school=${code}&dagdelen=10`);
  expect(text(much)).toContain('Deze verandering kan niet');
  expect(text(much)).toContain('meer dagdelen dan het contract');
});

test('what waits says why and what would help, and that is tried as a plan of its own', async () => {
  const path = await aPlan({ name: 'Wachten' });
  const [, code, demand] = buttonOf(await see(path), 'pin').split('.');
  for (const person of [cast.specialist, cast.colleague])
    await send(`${path}/markeren`, {
      _do: `forbid:${person}.${code}.${demand}`,
      ...versionOf(await see(path)),
    });
  await send(`${path}/opnieuw`, versionOf(await see(path)));
  await planNext(pages.stage.database);
  const waiting = await see(`${path}?toon=wacht`);
  expect(text(waiting)).toContain('is hier uitgesloten');
  expect(text(waiting)).toContain('Dit lukt wel met');
  const button = {
    _do: `try:${demand}:0`,
    _key: /id="what-if".*?name="_key" value="([^"]+)"/.exec(waiting.html)?.[1] ?? '',
  };
  const tried = await send(`${path}/proberen`, button);
  expect(tried.to).not.toBe(path);
  expect((await send(`${path}/proberen`, button)).to).toBe(tried.to);
  await planNext(pages.stage.database);
  const found = await see(tried.to ?? '');
  expect(text(found)).toContain('1 van 1 vraag krijgt iemand');
  expect(text(found)).toContain('Wat als:');
  expect((await send(`${path}/proberen`, { _do: `try:${demand}:9` })).flash).toContain('doet niet mee');
});

test('two plans are compared in words, and one is published after a look at what comes of it', async () => {
  const path = await aPlan({ name: 'Eerste' });
  const first = await see(path);
  await send(`${path}/markeren`, { _do: buttonOf(first, 'forbid'), ...versionOf(first) });
  const other = await aPlan({ name: 'Tweede', basedOnId: path.split('/').at(-1) ?? '' });
  const both = await see(`${path}/vergelijken?met=${other.split('/').at(-1)}`);
  expect(text(both)).toMatch(/(Anna Aarde|Bert Boom) begint op/);
  expect(text(both)).toMatch(
    /Van (Anna Aarde|Bert Boom) naar (Anna Aarde|Bert Boom) : vraag|naar (Anna Aarde|Bert Boom): vraag/,
  );
  expect(text(await see(`${path}/vergelijken`))).toContain('Tweede');
  const before = await see(`${other}/publiceren`);
  expect(text(before)).toContain('1 stationering wordt voorgesteld');
  expect(text(before)).toContain('1 vraag krijgt een voorstel');
  pages.stage.at(new Date(pages.stage.now().getTime() + 60_000).toISOString());
  const done = await send(`${other}/publiceren`, versionOf(before));
  expect(done).toMatchObject({ status: 303, to: other });
  expect(done.flash).toContain('Het plan is gepubliceerd.');
  expect(text(await see(other))).toContain('Gepubliceerd');
  // What another plan did meanwhile is named, and the team lead decides.
  const late = await send(`${path}/publiceren`, versionOf(await see(`${path}/publiceren`)));
  expect(late.status).toBe(409);
  expect(text(late)).toContain('Na dit plan is een ander plan gepubliceerd.');
  expect(hidden(late, 'leaveOut')).toBe('true');
});
