/**
 * An answer is the same each time: what a store puts in order ends in something that two rows never share. Rows that tie come in any
 * order, and an answer that differs from the one before tells of a change that was none (the ledger did so, once in many requests).
 */
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { sourcesFolder } from '../../src/platform/project.ts';

/** Columns that two rows of what is ordered never share: keys, and numbers within what they number. */
const unshared = /(^|\.)(id|code|number|version|nth)$/;

/** What is no key by its name and yet never shared, with why. */
const total: Readonly<Record<string, string>> = {
  'e.position, e.name': 'a name stands in the list of expertise once (0026)',
  'x.position, x.name': 'the same',
  'position, name': 'the same',
  'x.level desc, e.position, e.name': 'the same',
  'k.level desc, e.position, e.name': 'the same',
  'r.starts_on desc, r.span': 'a measure has one release of a quarter or year (0059)',
  'r.starts_on, r.span, r.measure, c.position': 'the cells of a release are numbered (0059)',
  'r.starts_on desc, r.ends_on desc': 'one row for each period',
  'q.starts_on, c.position': 'the cells of a release are numbered, and of quarters each has one (0059)',
  'x.position': 'the parts of an agreement and of a visit are numbered (0005, 0023)',
  'd.at, d.version, d.person_id, d.kind': 'the key of a line of the ledger (0005)',
  'name, person_id': 'one row for each person',
  'a.person_id': 'the same',
  'w.monday, w.person_id': 'one row for each person and week',
  't.base_id, t.school_id': 'the key of a travel time (0037)',
  'question_id, person_id': 'one row for each member and question',
  'a.question_id, a.kind': 'once on a question at a time (0022)',
  'a.path': 'an old address leads to one post (0043)',
  'p.email': 'an address is one person’s (0002)',
  'l.score': 'the levels of a goal are numbered by it (0023)',
  "array_position(array['pupil', 'group', 'teacher', 'team', 'school'], level), title":
    'a title stands in the library once (0028)',
  'x.role': 'one number of participants for each role (0023)',
  'lower(r)': 'ranges of one multirange do not meet',
  'r.subject, r.starts_on desc': 'one edition of a rule begins on a day (0043)',
  'r.starts_on, r.subject': 'the same',
  's.kind desc, s.name, s.value': 'a value names one edition or pilot',
  '1 desc, 2 desc': 'the day and the id of a visit',
};

interface Order {
  readonly at: string;
  readonly keys: readonly string[];
  /** What is put together in this order; a value that ties with its equal is the same value. */
  readonly of: string;
}

const stores = readdirSync(sourcesFolder, { recursive: true, encoding: 'utf8' })
  .filter((name) => name.endsWith('.store.ts'))
  .map((name) => [name, readFileSync(join(sourcesFolder, name), 'utf8')] as const);

function ordersIn([name, text]: readonly [string, string]): readonly Order[] {
  return [...text.matchAll(/(?:_agg\((?:distinct )?([\w.]+) )?\border by\s/gi)].map((found) => ({
    at: `${name}:${text.slice(0, found.index).split('\n').length}`,
    keys: keysFrom(text, found.index + found[0].length),
    of: found[1] ?? '',
  }));
}

/** The keys of an order that begins here, up to the bracket, quote or clause that ends it. */
function keysFrom(text: string, start: number): readonly string[] {
  let depth = 0;
  let end = start;
  const keys: string[] = [];
  for (let from = start; ; end += 1) {
    const rest = text.slice(end, end + 16);
    const ends = depth === 0 && /^([)`]|'[,\s]|\s+(limit|for update)\b)/.test(rest);
    if (ends || (depth === 0 && rest.startsWith(','))) {
      keys.push(text.slice(from, end).trim());
      from = end + 1;
    }
    if (ends || rest === '') return keys;
    if (/^[([{]/.test(rest)) depth += 1;
    if (/^[)\]}]/.test(rest)) depth -= 1;
  }
}

const plain = (key = '') => key.replace(/( (asc|desc))?( nulls (first|last))?$/, '');
const isTotal = ({ keys: all, of }: Order) => {
  const last = plain(all.at(-1));
  return unshared.test(last) || last === of || all.join(', ') in total;
};

const orders = stores.flatMap(ordersIn);

test('every order of a store ends in what two rows never share', () => {
  const found = orders
    .filter((order) => !isTotal(order))
    .map(({ at, keys: all }) => `${at}: ${all.join(', ')}`);
  expect(found).toEqual([]);
  // The control: there are orders to look at, and those that tie are found.
  expect(orders.length).toBeGreaterThan(150);
  const ties = 'sql`select jsonb_agg(p.id order by p.name) from x order by d.at, lower(d.name) desc limit 5`';
  expect(ordersIn(['', ties]).map(isTotal)).toEqual([false, false]);
});

test('no reason is kept for an order that is gone', () => {
  const here = new Set(orders.map(({ keys: all }) => all.join(', ')));
  expect(Object.keys(total).filter((one) => !here.has(one))).toEqual([]);
});
