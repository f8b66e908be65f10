/** Which texts of a request somebody wrote: those the writing aid looks at. */

type Texts = Readonly<Record<string, string>>;

const isId = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i;

/**
 * Every free text a request carries, however deep, by its field (`agreements.0.what`). `idle`: fields that hold no prose. An id is
 * never prose: the digits of one in a few hundred read as a phone number, and kept a question from its triage.
 */
export function textsIn(value: unknown, idle: ReadonlySet<string>, path = ''): Texts {
  if (typeof value === 'string') return isId.test(value) ? {} : withText({ [path]: value });
  if (value === null || typeof value !== 'object') return {};
  const members = Object.entries(value)
    .filter(([name]) => !idle.has(name))
    .map(([name, member]) => textsIn(member, idle, path === '' ? name : `${path}.${name}`));
  return Object.assign({}, ...members);
}

/** Only the fields in which something stands. */
export function withText(texts: Readonly<Record<string, string | null | undefined>>): Texts {
  return Object.fromEntries(
    Object.entries(texts).filter((entry): entry is [string, string] => Boolean(entry[1])),
  );
}
