import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { serveStatic } from '@hono/node-server/serve-static';
import { type Context, Hono, type MiddlewareHandler } from 'hono';
import { compress } from 'hono/compress';
import { concernRoutes } from '../concerns/index.ts';
import { demonstrationPost } from '../demo/index.ts';
import { deploymentRoutes } from '../deployment/index.ts';
import { type LoginConfig, loginRoutes } from '../login/index.ts';
import { newsRoutes, wayFromElsewhere } from '../news/index.ts';
import { countUnread, noticeRoutes } from '../notices/index.ts';
import { planRoutes } from '../plans/index.ts';
import type { Config } from '../platform/config.ts';
import { type Database, sql } from '../platform/database.ts';
import { addressOf } from '../platform/door/address.ts';
import type { House } from '../platform/door/house.ts';
import { mount } from '../platform/door.ts';
import { readMigrations } from '../platform/migrate.ts';
import { describeApi } from '../platform/openapi.ts';
import { problems } from '../platform/problem.ts';
import { assetsFolder, migrationsFolder } from '../platform/project.ts';
import type { ApiAnswer, Html, Route } from '../platform/route.ts';
import type { Assets } from '../platform/ui/page.tsx';
import { privacyRoutes } from '../privacy/index.ts';
import { questionRoutes } from '../questions/index.ts';
import { registerRoutes } from '../registers/index.ts';
import { resultRoutes } from '../results/index.ts';
import { searchRoutes } from '../search/index.ts';
import { stationingRoutes } from '../stationing/index.ts';
import { viewRoutes } from '../views/index.ts';
import { drawer } from './frame.tsx';
import { infoPages } from './info.pages.tsx';
import { limitRate } from './rate-limit.ts';
import { schoolParts } from './school-part.tsx';
import { securityHeaders } from './security-headers.ts';
import { stylePages } from './style.pages.tsx';
import { todayPages } from './today.pages.tsx';
import { words } from './words.pages.tsx';

export interface Parts {
  readonly database: Database;
  readonly config: Pick<Config, 'rateLimit' | 'baseUrl'> &
    Partial<Pick<Config, 'trustedProxies'>> &
    LoginConfig;
  readonly clock?: () => Date;
}

/** Every door of the product. The matrix test walks this list. */
export function allRoutes(demo: boolean, login: LoginConfig = { demo }): readonly Route[] {
  const routes: readonly Route[] = [
    ...todayPages,
    ...infoPages,
    ...loginRoutes(login),
    ...(demo ? [...demonstrationPost, ...stylePages] : []),
    ...registerRoutes(schoolParts),
    ...resultRoutes,
    ...concernRoutes,
    ...questionRoutes,
    ...stationingRoutes,
    ...deploymentRoutes,
    ...planRoutes,
    ...noticeRoutes,
    ...newsRoutes,
    ...searchRoutes,
    ...privacyRoutes,
    // What somebody kept leads to any of them.
    ...viewRoutes(() => routes),
  ];
  return routes;
}

/** The website and the API as one function from request to response; needs no port. */
export function createApp({ database, config, clock = () => new Date() }: Parts): Hono {
  const routes = allRoutes(config.demo, config);
  const { trustedProxies = 0 } = config;
  const assets = readAssets();
  const house: House = {
    database,
    clock,
    site: config.baseUrl,
    // Where nothing is counted, log-ins are not either.
    addressOf: config.rateLimit ? (context) => addressOf(context, trustedProxies) : undefined,
    unread: (actor) => database.read(actor, (reader) => countUnread(reader, actor)),
    draw: drawer(assets, config.demo),
    words,
  };
  const app = new Hono();
  app.use(securityHeaders(config.baseUrl?.startsWith('https:') === true));
  for (const path of ['/api/*', '/openapi.json']) app.use(path, sayVersion);
  app.use(
    '/assets/*',
    serveStatic({
      root: assetsFolder,
      rewriteRequestPath: (path) => path.slice('/assets'.length),
      onFound: keepForever,
    }),
  );
  app.get('/inzet/bezoeken/onderweg.js', serveWorker(assets));
  app.use('/uitloggen', forgetDevice);
  const latest = readMigrations(migrationsFolder).at(-1)?.name ?? '';
  app.get('/healthz', (context) => context.json({ status: 'ok' }));
  app.get('/readyz', async (context) =>
    (await isReady(database, latest))
      ? context.json({ status: 'ready' })
      : context.json({ status: 'waiting' }, 503),
  );
  app.get('/openapi.json', (context) => {
    context.header('Access-Control-Allow-Origin', '*');
    return context.json(description);
  });
  const description = describeApi(routes, apiVersion);
  if (config.rateLimit) app.use(limitRate(trustedProxies));
  app.use(compress({ threshold: 2_000 }));
  mount(app, routes, house);
  const nowhere = outside(house, words.notFound(), problems.notFound());
  app.notFound(async (context) => (await movedHere(context, database)) ?? nowhere(context));
  return app;
}

/** Posts keep the addresses they had on an older site. */
async function movedHere(context: Context, database: Database): Promise<Response | undefined> {
  const { hostname, pathname } = new URL(context.req.url);
  if (context.req.method !== 'GET' || pathname.startsWith('/api/')) return undefined;
  const way = await wayFromElsewhere(database, hostname, pathname).catch(() => undefined);
  return way === undefined ? undefined : context.redirect(way, 301);
}

const apiVersion = '1.0.0';

/** On every answer, also the ones that come before a route is found. */
const sayVersion: MiddlewareHandler = async (context, next) => {
  await next();
  context.header('API-Version', apiVersion);
};

/** An answer from before any route: a page for people, a problem for programs. */
function outside(house: House, page: Html, answer: ApiAnswer) {
  return (context: Context): Response => {
    const { path } = context.req;
    if (path.startsWith('/api/')) {
      return context.body(JSON.stringify(answer.body), answer.status as 404, {
        'Content-Type': 'application/problem+json',
      });
    }
    const nobody = { actor: undefined, csrf: '', path, flash: undefined };
    return context.html(house.draw(page, nobody), answer.status as 404);
  };
}

const keepForever = (_path: string, context: { header(name: string, value: string): void }) =>
  context.header('Cache-Control', 'public, max-age=31536000, immutable');

/** Under an address that stays: a browser asks there whether its worker is still the newest, and below it for the page it keeps. */
function serveWorker({ worker }: Assets): (context: Context) => Response {
  const script = readFileSync(join(assetsFolder, worker.slice('/assets'.length)), 'utf8');
  return (context) =>
    context.body(script, 200, {
      'Content-Type': 'text/javascript; charset=utf-8',
      'Cache-Control': 'no-cache',
    });
}

/** Who logs out leaves nothing behind on the device: no copies, no drafts, no kept page. */
const forgetDevice: MiddlewareHandler = async (context, next) => {
  await next();
  if (context.res.status < 400) context.header('Clear-Site-Data', '"storage"');
};

function readAssets(): Assets {
  return JSON.parse(readFileSync(join(assetsFolder, 'manifest.json'), 'utf8'));
}

async function isReady(database: Database, latest: string): Promise<boolean> {
  const known = sql`select exists (select from migration.applied where name = ${latest}) as known`;
  return database.ask<{ known: boolean }>(known).then(
    (row) => row?.known === true,
    () => false,
  );
}
