/**
 * The door every request passes: who is it, may they knock here, is it their own form, is the input right. Only then the
 * handler, and after it one place that turns faults of the world into answers.
 */
import type { Hono } from 'hono';
import { bodyLimit } from 'hono/body-limit';
import { answerApi, sendApi } from './door/api.ts';
import type { House } from './door/house.ts';
import { answerPage } from './door/pages.ts';
import { problem } from './problem.ts';
import type { Route } from './route.ts';

/** Hangs all routes in the app. */
export function mount(app: Hono, routes: readonly Route[], house: House): void {
  for (const route of routes) {
    if (route.kind === 'page') {
      app.on(route.method, route.path, (context) => answerPage(context, route, house));
    } else {
      app.on(route.method, `/api/v1${route.path}`, limitTo(route.largest), (context) =>
        answerApi(context, route, house),
      );
    }
  }
  // After all of them: whoever comes to a known address with a method that it has not.
  for (const [path, methods] of methodsOf(routes)) {
    app.all(path, (context) => {
      context.header('Allow', methods.join(', '));
      if (path.startsWith('/api/')) return sendApi(context, noSuchMethod);
      // Somebody typed or kept the address of a form that was sent: an empty answer would be the browser's own fault page.
      const visitor = { actor: undefined, csrf: '', path: context.req.path, flash: undefined };
      return context.html(house.draw(house.words.notFound(), visitor), 405);
    });
  }
}

const tooLargeForApi = problem(413, 'too-big', 'Te groot', 'Dit is te groot om te versturen.');
const limitTo = (maxSize: number) =>
  bodyLimit({ maxSize, onError: (context) => sendApi(context, tooLargeForApi) });

function methodsOf(routes: readonly Route[]): ReadonlyMap<string, readonly string[]> {
  const found = new Map<string, string[]>();
  for (const { kind, path, method } of routes) {
    const address = kind === 'api' ? `/api/v1${path}` : path;
    found.set(address, [...(found.get(address) ?? []), ...(method === 'GET' ? ['GET', 'HEAD'] : [method])]);
  }
  return found;
}

const noSuchMethod = problem(405, 'no-such-method', 'Dat kan hier niet', 'Zie Allow: dat kan hier wel.');
