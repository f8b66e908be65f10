/// <reference lib="dom" />
/// <reference lib="dom.iterable" />
// The service worker of one page, /inzet/bezoeken/onderweg: the newest from the server, else the one that was kept. It keeps that page
// and the files it needs, nothing else, and everything else goes past it.
import { keptPages } from './visit-drafts.ts';

interface Extendable extends Event {
  waitUntil(work: Promise<unknown>): void;
}
interface Asked extends Extendable {
  readonly request: Request;
  respondWith(answer: Promise<Response>): void;
}
declare const self: {
  skipWaiting(): Promise<void>;
  readonly clients: { claim(): Promise<void> };
  addEventListener(kind: string, act: (event: Event) => void): void;
};

const page = '/inzet/bezoeken/onderweg';
const patienceInMs = 4_000;

self.addEventListener('install', (event) => {
  (event as Extendable).waitUntil(fetch(page).then(keep).then(self.skipWaiting.bind(self)));
});
self.addEventListener('activate', (event) => {
  (event as Extendable).waitUntil(self.clients.claim());
});
self.addEventListener('fetch', (event) => {
  const asked = event as Asked;
  const { pathname } = new URL(asked.request.url);
  if (asked.request.mode === 'navigate' && pathname === page) asked.respondWith(newest(asked));
  else if (pathname.startsWith('/assets/')) asked.respondWith(kept(asked.request));
});

/** On a slow line the kept page comes first; who waits at a school gate has no time. */
async function newest(asked: Asked): Promise<Response> {
  const fresh = fetch(asked.request).then((answer) => {
    asked.waitUntil(keep(answer.clone()));
    return answer;
  });
  const late = new Promise<undefined>((resolve) => setTimeout(resolve, patienceInMs, undefined));
  const first = await Promise.race([fresh, late]).catch(() => undefined);
  return first ?? (await caches.match(page)) ?? fresh;
}

async function kept(request: Request): Promise<Response> {
  return (await caches.match(request)) ?? fetch(request);
}

/** Only a whole page: after logging out the answer leads elsewhere. */
async function keep(answer: Response): Promise<void> {
  if (!answer.ok || answer.redirected) return;
  const text = await answer.clone().text();
  const store = await caches.open(keptPages);
  const files = [...new Set(text.match(/\/assets\/[\w.-]+/g))];
  const before = (await store.keys()).map(({ url }) => new URL(url).pathname);
  await store.addAll(files.filter((file) => !before.includes(file)));
  await store.put(page, answer);
  const old = before.filter((path) => path !== page && !files.includes(path));
  await Promise.all(old.map((path) => store.delete(path)));
}
