/**
 * `npm run manual`: makes the pictures of docs/manual from a fresh demonstration, so that they show the product as it is.
 * `npm run manual -- zorg delen` makes those two only.
 */
import { spawn } from 'node:child_process';
import { chmodSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { chromium } from 'playwright-core';
import { findChromium } from './chromium.mjs';
import { buildProgram, fail, installPackages, requireNode, root, say } from './setup.mjs';

const folder = join(root, 'docs', 'manual');
const desktop = { width: 1280, tallest: 1000 };
const low = { width: 1280, tallest: 800 };
const phone = { width: 320, tallest: 900 };

/**
 * Each picture: who looks (`as`, a role), at which page (`path`; `find` says which id, or undefined: nothing to show to this
 * person), what is filled in before (`fill`), which part is on top (`scroll`), on what screen.
 */
const pictures = [
  { file: 'demo', path: '/demo', screen: low },
  { file: 'vandaag', as: 'contact_person', path: '/' },
  { file: 'noteren', as: 'contact_person', path: '/zorgen/nieuw', fill: fillNote, screen: low },
  { file: 'noteren-telefoon', as: 'contact_person', path: '/zorgen/nieuw', fill: fillNote, screen: phone },
  { file: 'delen', ...concern('contact_person', 'noted', 'share_with_director', '/delen'), scroll: '.who' },
  { file: 'zorg', ...concern('contact_person', 'working', 'propose_board') },
  { file: 'directeur', ...concern('school_director', 'with_director', 'reply') },
  { file: 'reageren', ...concern('school_director', 'with_director', 'reply', '/reageren') },
  { file: 'wie-weet-dit', ...concern('school_director', 'working', 'reply', '/wie-weet-dit') },
  { file: 'intern-begeleider', ...concern('support_coordinator', 'with_director', 'answer_invitation') },
  { file: 'teamleider', ...concern('team_lead', 'board_proposed', 'not_to_board'), fill: unfold },
  {
    file: 'delen-met-bestuur',
    ...concern('team_lead', 'board_proposed', 'share_with_board', '/delen-met-bestuur'),
  },
  { file: 'bestuurder', ...concern('board_member', 'with_board', 'add_view') },
  { file: 'zienswijze', ...concern('board_member', 'with_board', 'add_view', '/zienswijze') },
  {
    file: 'werkwijze',
    as: 'contact_person',
    path: '/zorgen/werkwijze',
    scroll: 'h2:has-text("De weg")',
    screen: low,
  },
  { file: 'passkeys', as: 'contact_person', path: '/mijn/passkeys', screen: low },
  { file: 'berichten', as: 'contact_person', path: '/berichten', screen: low },
  { file: 'meldingen', as: 'contact_person', path: '/mijn/meldingen', screen: low },
  {
    file: 'post',
    as: 'contact_person',
    path: '/demo/post',
    fill: unfoldFirst,
    scroll: 'main form',
    screen: low,
  },
  { file: 'zoeken', as: 'contact_person', path: '/zoeken', fill: search },
  {
    file: 'weglakken',
    ...concern('contact_person', 'with_director', 'add_participant', '/weglakken'),
    fill: blacken,
    scroll: 'main form',
  },
  { file: 'overdragen', as: 'contact_person', path: '/mijn/afwezigheid', fill: handOver },
  {
    file: 'samenwerkingsverband',
    as: 'school_director',
    path: '/zorgen/nieuw',
    fill: aboutPartnership,
    scroll: 'form:has(input[name=about])',
    screen: low,
  },
  { file: 'verantwoording', as: 'team_lead', path: '/zorgen/verantwoording' },
  { file: 'inzage', as: 'privacy_officer', path: '/inzage' },
  { file: 'vraag-stellen', as: 'support_coordinator', path: '/vragen/nieuw', fill: fillQuestion },
  { file: 'vraag', ...question('contact_person', 'in_triage', 'answer') },
  { file: 'toewijzen', ...question('team_lead', 'in_triage', 'assign', '/toewijzen') },
  { file: 'mijn-vragen', as: 'specialist', ...showing('/inzet/mijn-vragen', 'main a[href^="/vragen/"]') },
  { file: 'bezoek-telefoon', as: 'specialist', path: '/inzet/bezoeken/nieuw', screen: phone },
  {
    file: 'bezoeken-bevestigen',
    as: 'support_coordinator',
    ...showing('/inzet/bezoeken', 'main input[name=visits]'),
  },
  {
    file: 'doel',
    as: 'support_coordinator',
    path: '/doelen/:id',
    find: scoredGoal,
    scroll: 'h2:has-text("Waar het doel")',
    screen: low,
  },
  {
    file: 'stationering',
    as: 'specialist',
    path: '/inzet/stationeringen/:id',
    find: (page) => idOfLink(page, '/inzet/stationeringen', -1),
  },
  { file: 'inzet', as: 'team_lead', path: '/inzet', screen: low },
  {
    file: 'plan',
    as: 'team_lead',
    path: '/inzet/plannen/:id',
    find: (page) => idOfLink(page, '/inzet/plannen', 0),
  },
  { file: 'vergadering', as: 'committee_secretary', path: '/acta/:id', find: meetingAhead },
  { file: 'beheer', as: 'administrator', path: '/beheer' },
  { file: 'aanstelling', as: 'administrator', path: '/beheer/mensen', fill: openAppointment },
];

requireNode();
installPackages({ dev: true });
buildProgram();
const wanted = process.argv.slice(2);
const unknown = wanted.filter((name) => pictures.every(({ file }) => file !== name));
if (unknown.length > 0) fail(`Deze plaat bestaat niet: ${unknown.join(', ')}.`);
const chosen = pictures.filter(({ file }) => wanted.length === 0 || wanted.includes(file));

const scratch = mkdtempSync(join(tmpdir(), 'kortelijn-manual-'));
// Root's database runs as another user, who has to get at its own folder.
chmodSync(scratch, 0o711);
const env = { ...process.env, DATA_DIR: join(scratch, 'data'), PORT: '0', KORTELIJN_DEMO: '1' };
const website = await startWebsite();
const browser = await chromium.launch({
  executablePath: browserPath(),
  args: ['--no-sandbox'],
});
try {
  const accounts = JSON.parse(await outputOf('accounts', '--json'));
  for (const picture of chosen) {
    await take(picture, accounts);
    say(`✓ ${picture.file}.png`);
  }
} finally {
  await browser.close();
  await website.stop();
  rmSync(scratch, { recursive: true, force: true });
}

/** The first concern in `status` on which somebody of this role may take `step`. */
function concern(as, status, step, page = '') {
  return { as, path: `/zorgen/:id${page}`, find: (browser) => findOpen(browser, 'concerns', status, step) };
}

/** The same of a support question. */
function question(as, status, step, page = '') {
  return {
    as,
    path: `/vragen/:id${page}`,
    find: (browser) => findOpen(browser, 'support-questions', status, step),
  };
}

/** A page that has one of these. */
function showing(path, what) {
  const find = async (page) => {
    await open(page, path);
    return (await page.locator(what).count()) > 0 ? '' : undefined;
  };
  return { path, find };
}

function browserPath() {
  return (
    findChromium() || fail('Voor de platen is Chromium nodig. Doe: npx playwright-core install chromium')
  );
}

/** Tries people of the role until one has such a page to show. */
async function take({ file, as, path, find, fill, scroll, screen = desktop }, accounts) {
  const people = as === undefined ? [undefined] : accounts.filter((account) => holds(account, as));
  for (const person of people) {
    const context = await browser.newContext({
      baseURL: website.address,
      viewport: { width: screen.width, height: 800 },
      locale: 'nl-NL',
      timezoneId: 'Europe/Amsterdam',
      reducedMotion: 'reduce',
    });
    try {
      const page = await context.newPage();
      if (person !== undefined) await logIn(page, person);
      const id = find === undefined ? '' : await find(page);
      if (id === undefined) continue;
      await open(page, path.replace(':id', id));
      if (fill !== undefined) await fill(page);
      const height = await page.evaluate('document.documentElement.scrollHeight');
      await page.setViewportSize({ width: screen.width, height: Math.min(height, screen.tallest) });
      await page.locator(scroll ?? 'body').evaluate((element) => element.scrollIntoView({ block: 'start' }));
      // A build that goes on meanwhile takes the stylesheet away: better no picture than a bare one.
      if (await page.evaluate('document.styleSheets.length === 0'))
        throw new Error(`${file}.png would be bare`);
      await page.screenshot({ path: join(folder, `${file}.png`) });
      return;
    } finally {
      await context.close();
    }
  }
  throw new Error(`The demonstration has nobody for ${file}.png`);
}

/** Somebody of the first partnership who is this and nothing else. */
function holds({ tenant, appointments }, role) {
  return tenant === 'rotterdam' && appointments.length > 0 && appointments.every((one) => one.role === role);
}

async function logIn(page, { id }) {
  await page.goto('/demo');
  await page.locator(`form:has(input[value="${id}"]) button`).click();
  await page.waitForURL((url) => url.pathname === '/');
}

async function open(page, path) {
  const answer = await page.goto(path);
  if (answer?.status() !== 200) throw new Error(`${path} answers ${answer?.status()}`);
}

/** The first in this state on which the person may take the step, all needs met; undefined when there is none. */
async function findOpen(page, subject, status, step) {
  const { items } = await getJson(page, `/api/v1/${subject}?limit=50`);
  for (const { id } of items.filter((item) => item.status === status)) {
    const { steps } = await getJson(page, `/api/v1/${subject}/${id}`);
    if (steps.some((one) => one.step === step && one.allowed)) return id;
  }
  return undefined;
}

/** The first goal that school and specialist both scored at the end. */
async function scoredGoal(page) {
  const { items } = await getJson(page, '/api/v1/goals?limit=50');
  const ended = (goal, by) => goal.scores.some((one) => one.moment === 'end' && one.by === by);
  return items.find((goal) => ended(goal, 'school') && ended(goal, 'specialist'))?.id;
}

/** The next meeting with something on its agenda. */
async function meetingAhead(page) {
  const { items } = await getJson(page, '/api/v1/committee-meetings?limit=50');
  for (const { id } of items.filter(({ status }) => status === 'planned').toReversed()) {
    await open(page, `/acta/${id}`);
    if ((await page.locator('main a[href^="/vragen/"]').count()) > 1) return id;
  }
  return undefined;
}

/** The id in one of the links of a list, counted from the start or (below 0) from the end. */
async function idOfLink(page, path, nth) {
  await open(page, path);
  const links = await page.locator('main a').evaluateAll((all) => all.map((one) => one.pathname));
  return links
    .filter((link) => /^[0-9a-f-]{36}$/.test(link.slice(path.length + 1)))
    .at(nth)
    ?.slice(-36);
}

function getJson(page, address) {
  return page.evaluate(async (path) => (await fetch(path)).json(), address);
}

async function fillNote(page) {
  await page.locator('select[name=schoolCode]').selectOption({ index: 1 });
  await page
    .locator('textarea[name=observation]')
    .fill(
      'In groep 5 werkten vanochtend vier van de 24 kinderen aan de rekenles. De anderen wachtten op hulp.',
    );
  await page.locator('input[name=occasion]').first().check();
}

async function fillQuestion(page) {
  await page.locator('input[name=level][value=group]').check();
  await page.locator('input[name=title]').fill('Hoe krijgen we rust na de pauze in groep 6?');
  await page
    .locator('textarea[name=need]')
    .fill('Na de pauze duurt het een kwartier voordat iedereen werkt. De leerkracht wil weten wat helpt.');
}

async function unfold(page) {
  await page
    .locator('main details')
    .evaluateAll((folds) => folds.map((fold) => fold.setAttribute('open', '')));
}

async function unfoldFirst(page) {
  await page.locator('main details > summary').first().click();
}

async function search(page) {
  await page.locator('main input[name=q]').fill('kinderen');
  await page.keyboard.press('Enter');
  await page.locator('main h2').first().waitFor();
}

async function blacken(page) {
  await page.locator('input[name=place]').nth(1).check();
  await page.locator('textarea[name=words]').fill('Acht kinderen');
  await page.locator('select[name=reason]').selectOption('other');
}

async function handOver(page) {
  await page.locator('select[name=standIn]').selectOption({ index: 1 });
  await page.locator('input[name=appointments]').first().check();
}

async function aboutPartnership(page) {
  await page.locator('input[name=about][value=partnership]').check();
}

async function openAppointment(page) {
  const person = await page.locator('main table a[href^="/beheer/mensen/"]').first().getAttribute('href');
  await open(page, `${person}/aanstelling?role=school_director`);
}

// The program -----------------------------------------------------------------------------------------------------------

function run(...args) {
  return spawn(process.execPath, [join(root, 'scripts', 'kortelijn.mjs'), ...args], {
    cwd: root,
    env,
    stdio: ['ignore', 'pipe', 'inherit'],
  });
}

/** Starts the program with its demonstration on a free port. */
function startWebsite() {
  const child = run('start');
  const ended = new Promise((resolve) => child.once('close', resolve));
  const stop = () => {
    child.kill('SIGTERM');
    return ended;
  };
  return new Promise((resolve) => {
    let said = '';
    child.stdout.on('data', (text) => {
      said += text;
      const address = /draait op (http\S+)/.exec(said)?.[1];
      if (address) resolve({ address, stop });
    });
    ended.then(() => /draait op/.test(said) || fail('Kortelijn start niet.'));
  });
}

function outputOf(...args) {
  const child = run(...args);
  let said = '';
  child.stdout.on('data', (text) => {
    said += text;
  });
  return new Promise((resolve, reject) => {
    child.once('close', (code) => (code === 0 ? resolve(said) : reject(new Error(`${args[0]} failed`))));
  });
}
