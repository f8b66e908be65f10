/** Which addresses to look at: found by following links as somebody of every role, so that a new page is not forgotten. */
import { type Identity, type Role, roles } from '../../src/platform/pure/actor.ts';
import type { PageRoute } from '../../src/platform/route.ts';
import { allRoutes } from '../../src/web/server.ts';
import { type AtWork, findAtWork } from './at-work.ts';
import { once } from './database.ts';
import { comeIn, type House, peopleWith } from './house.ts';

export interface Address {
  readonly path: string;
  readonly route: string;
  /** Nobody when it was found without logging in. */
  readonly who: Identity | undefined;
  readonly role: Role | 'visitor';
}

/** A file to keep is no page to look at. */
const isFile = (path: string) =>
  /\.(csv|ics|pdf|txt|xml)$|\/:file$|^\/(nieuws|ondersteuningsplan)\/(beeld|bestand)\//.test(path);

/** Every page that shows, as it stands in the table of routes. */
export const pageRoutes: readonly PageRoute[] = allRoutes(true).filter(
  (route): route is PageRoute => route.kind === 'page' && route.method === 'GET' && !isFile(route.path),
);

/** The demonstration has a page of its own to log in; the link for one time comes by mail. */
export const unlinked: readonly string[] = [
  '/inloggen',
  '/inloggen/eenmalig/:secret',
  '/inloggen/oidc/terug',
  // The demonstration asks no second step, and nobody there has a passkey: tests/browser/passkeys looks at these.
  '/inloggen/tweede-stap',
  '/mijn/passkeys/:id',
  // These wait only on some days of the demonstration: tests/browser/questions looks at these.
  '/vragen/:id/dossier-compleet',
  '/vragen/:id/advies',
  '/vragen/:id/besluit',
  '/vragen/:id/verlengen',
  // Not every specialist the walk happens to meet has a contract; specialist.pages.test.ts looks at it.
  '/inzet/specialisten/:id/contract/:row',
  // Nobody in the demonstration is away.
  '/inzet/specialisten/:id/afwezig/:row',
  // Only the writer of a draft note comes here, who need not be the one that walks: practice.pages.test.ts looks at it.
  '/praktijkkaarten/:id/aanpassen',
  // Among all stationings the walk meets none that can be withdrawn or begun just then: stationing.pages.test.ts looks at these.
  '/inzet/stationeringen/:id/intrekken',
  '/inzet/stationeringen/:id/beginnen',
  // There is much else to open at a school: agenda.pages.test.ts looks at it.
  '/scholen/:code/agenda',
  // The walk opens one promise, which may be kept already: promise.pages.test.ts looks at these.
  '/toezeggingen/:id/gehouden',
  '/toezeggingen/:id/later',
  '/toezeggingen/:id/overdragen',
  // Only a letter leads here: subscription.pages.test.ts looks at these.
  '/nieuws/abonneren/verzonden',
  '/nieuws/abonnement/:secret',
  '/nieuws/abonnement/:secret/stoppen',
  // A file, and news as it happens: no pages.
  '/inzage/export',
  '/inzet/plannen/:id/voortgang',
  // Leads on to what was kept: view.pages.test.ts looks at it.
  '/mijn/weergaven/:id',
];

/** Pages that tell another story to these. */
const differs: Readonly<Record<string, readonly (Role | 'visitor')[]>> = {
  '/': ['visitor', 'contact_person', 'school_director', 'team_lead', 'board_member', 'administrator'],
  '/zorgen': ['contact_person', 'school_director', 'board_member'],
  '/zorgen/nieuw': ['contact_person', 'school_director'],
  '/zorgen/verantwoording': ['team_lead', 'partnership_director'],
  '/berichten': ['contact_person', 'administrator'],
  '/gesprekken': ['contact_person', 'school_director'],
  '/zorgen/:id': [
    'school_director',
    'team_lead',
    'board_member',
    'partnership_director',
    'support_coordinator',
  ],
  '/vragen/:id': ['contact_person', 'team_lead', 'specialist', 'committee_secretary', 'support_coordinator'],
  '/scholen/:code': ['visitor', 'contact_person', 'editor'],
};
/** Pages a person of the crawl opens at most; who plans and who sets things has many to themselves. */
const perPerson = 50;
const perPersonOf: Partial<Record<Role | 'visitor', number>> = {
  team_lead: 220,
  policy_adviser: 130,
  editor: 120,
  administrator: 100,
  school_director: 90,
  contact_person: 90,
  committee_secretary: 80,
};

/**
 * Each route at least once where a link leads to it; some once for every role, a concern and a question once in every state. The
 * copies of the demonstration are alike: one walk does for all files of a run.
 */
export function findAddresses(house: House): Promise<readonly Address[]> {
  return once('addresses', () => walkAll(house));
}

async function walkAll(house: House): Promise<readonly Address[]> {
  const found = new Map<string, Address>();
  const missing = () =>
    pageRoutes.map(({ path }) => path).filter((path) => !found.has(path) && isToOpen(path));
  const go = async ({ role, person, from }: Walker, isWanted?: (path: string) => boolean) => {
    const visitor = person && (await comeIn(house, person));
    const get = async (path: string) => visitor?.get(path) ?? house.app.request(path);
    await walk(
      { get, role, found, ...(from && { from }), ...(isWanted && { isWanted }) },
      (path, route, html) => {
        const address = { path, route, who: person, role };
        for (const key of keysOf(address, html)) if (!found.has(key)) found.set(key, address);
      },
    );
  };
  const { first, more } = await peopleToBe(house);
  for (const one of first) await go(one);
  // What few people have is not searched for: it is known who has it.
  for (const one of await findAtWork(house.fresh)) await go(one, () => false);
  // Who comes now looks only where something is missing; should it lead there from elsewhere, everywhere.
  for (const one of more) {
    const places = new Set(missing().map(placeOf));
    if (places.size > 0) await go(one, (path) => places.has(placeOf(path)));
  }
  for (const one of more) if (missing().length > 0) await go(one);
  return [...new Set(found.values())];
}

/** «/vragen» */
const placeOf = (path: string) => /^\/[^/?]*/.exec(path)?.[0];

/** Begins at the start page unless told. */
type Walker = Partial<Pick<AtWork, 'person' | 'from'>> & { readonly role: Role | 'visitor' };

const isWork =
  /^\/(acta|inzet|doelen|praktijkkaarten|ontwikkeling|nieuws\/schrijven|ondersteuningsplan|resultaten($|\/(jaarvraag|basis|rapp|les)))/;

interface Walk {
  readonly get: (path: string) => Promise<Response>;
  readonly role: Role | 'visitor';
  readonly from?: readonly string[];
  /** By the keys of `keysOf`: what somebody saw. */
  readonly found: Pick<ReadonlyMap<string, unknown>, 'has'>;
  /** Which of the pages that somebody saw to open as well. */
  readonly isWanted?: (path: string) => boolean;
}

/** From link to link: to what nobody saw yet first, then in turns to concerns and questions and to other work, each with other steps. */
async function walk(
  { get, role, found, from = ['/'], isWanted = () => true }: Walk,
  saw: (path: string, route: string, html: string) => void,
): Promise<void> {
  const queue = [...from];
  const known = new Set(queue);
  const opened = new Map<string | undefined, number>();
  const isNew = (path: string) => {
    const route = routeOf(path) ?? '';
    return !found.has(route) || (isOfRole(route, role) && !found.has(`${route} ${role}`));
  };
  const timesOpened = (path: string) => opened.get(routeOf(path)) ?? 0;
  for (let left = perPersonOf[role] ?? perPerson; left > 0 && queue.length > 0; left -= 1) {
    const steps = queue.find((one) => /^\/(zorgen|vragen)/.test(one));
    const work = queue
      .filter((one) => isWork.test(one))
      .toSorted((a, b) => timesOpened(a) - timesOpened(b))[0];
    const path = queue.find(isNew) ?? (left % 2 === 0 ? steps : work) ?? steps ?? work ?? queue[0] ?? '';
    queue.splice(queue.indexOf(path), 1);
    opened.set(routeOf(path), timesOpened(path) + 1);
    const answer = await get(path);
    const route = routeOf(path);
    if (answer.status >= 500) throw new Error(`${path} answers ${answer.status}`);
    if (answer.status !== 200 || route === undefined) continue;
    const html = await answer.text();
    saw(path, route, html);
    const links = linksIn(html).filter(
      (link) => !known.has(link) && isToOpen(routeOf(link)) && (isNew(link) || isWanted(link)),
    );
    for (const link of links) known.add(link);
    queue.push(...links);
  }
}

const isToOpen = (route: string | undefined) => route !== undefined && !unlinked.includes(route);

/** Somebody of every role; for while pages are missing two more, and after them those whose steps depend most on how things stand. */
async function peopleToBe(house: House): Promise<Readonly<Record<'first' | 'more', readonly Walker[]>>> {
  const people = await Promise.all(
    roles.map(async (role) => (await peopleWith(house, role)).map((person) => ({ role, person }))),
  );
  const changing: readonly Role[] = [
    'school_director',
    'contact_person',
    'board_member',
    'support_coordinator',
    'specialist',
    'teacher',
  ];
  return {
    first: [
      { role: 'visitor', from: ['/', '/demo', '/demo/stijl'] },
      ...people.flatMap((some) => some.slice(0, 1)),
    ],
    more: [
      ...people.flatMap((some) => some.slice(1, 3)),
      ...people.flatMap((some) => some.slice(3)).filter(({ role }) => changing.includes(role)),
    ],
  };
}

const isOfRole = (route: string, role: Role | 'visitor') => differs[route]?.includes(role) ?? false;

function keysOf({ route, role }: Address, html: string): readonly string[] {
  const state = /class="title-row__number".*?<span class="badge[^>]*>(?:<svg.*?<\/svg>)?([^<]+)/.exec(
    html,
  )?.[1];
  return [
    route,
    ...(route === '/zorgen/:id' || route === '/vragen/:id' ? [`${route} ${state}`] : []),
    ...(isOfRole(route, role) ? [`${route} ${role}`] : []),
  ];
}

function linksIn(html: string): readonly string[] {
  return [
    ...new Set(
      [...html.matchAll(/<a [^>]*href="(\/[^"#]*)/g)].map(([, href = '']) => href.replaceAll('&amp;', '&')),
    ),
  ];
}

/** A fixed address before one with an id. */
const patterns = pageRoutes
  .map(({ path }) => ({ path, pattern: new RegExp(`^${path.replace(/:\w+/g, '[^/]+')}$`) }))
  .sort((a, b) => a.path.split(':').length - b.path.split(':').length);

const routes = new Map<string, string | undefined>();

export function routeOf(path: string): string | undefined {
  // A walk asks it of all that waits at each step, some hundred thousand times.
  const known = routes.get(path);
  if (known !== undefined || routes.has(path)) return known;
  const bare = path.split('?')[0] ?? '';
  const route = isFile(bare) ? undefined : patterns.find(({ pattern }) => pattern.test(bare))?.path;
  routes.set(path, route);
  return route;
}
