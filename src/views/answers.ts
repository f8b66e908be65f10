/** Which addresses can be kept, and whether one still leads somewhere for who kept it. */
import { parseValue } from '../platform/input.ts';
import type { Actor } from '../platform/pure/actor.ts';
import { mayKnock, type Route } from '../platform/route.ts';

/**
 * Whether an address of this site is answered to this actor with what it is filtered by. What is on the page is another matter: a filter
 * on something that is gone finds nothing, as the list says itself.
 */
export function answers(routes: readonly Route[], actor: Actor, address: string): boolean {
  // Two slashes would be another site.
  if (!/^\/[a-z]/.test(address)) return false;
  const { pathname, searchParams } = new URL(address, 'https://kortelijn.invalid');
  const route = routes.find(
    ({ kind, method, path }) => kind === 'page' && method === 'GET' && fits(path, pathname),
  );
  if (route === undefined || !mayKnock(route.access, actor)) return false;
  const filled = Object.fromEntries([...searchParams].filter(([, value]) => value !== ''));
  return route.query === undefined || parseValue(route.query, filled, 'query').ok;
}

function fits(path: string, pathname: string): boolean {
  const wanted = path.split('/');
  const given = pathname.split('/');
  return (
    wanted.length === given.length &&
    wanted.every((part, nth) => (part.startsWith(':') ? given[nth] !== '' : part === given[nth]))
  );
}
