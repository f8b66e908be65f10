/// <reference lib="dom" />
/// <reference lib="dom.iterable" />
// What the form of a visit gains from a script: it says what is left to divide. And the page for on the way, whose drafts are sent as
// soon as there is a connection.
import { faultOf, helpDivide } from './visit-division.ts';
import { type Draft, readDrafts, writeDrafts } from './visit-drafts.ts';

const path = '/inzet/bezoeken/onderweg';
const user = document.body.dataset['user'] ?? '';
const away = document.querySelector<HTMLFormElement>('form[data-away]');
let editing: string | undefined;
let sending = false;
/** Somebody asked while it was sending. */
let askedAgain = false;

for (const form of document.forms) if (form.querySelector('[data-portions]')) helpDivide(form);
if (away) beginAway(away);
draw();
addEventListener('online', () => void send());
addEventListener('storage', draw);
void send();

function beginAway(form: HTMLFormElement): void {
  form.hidden = false;
  try {
    // Whose page is kept here is known even before the first draft.
    writeDrafts(user, readDrafts(user));
  } catch {
    say('Deze browser bewaart niets. Gebruik het gewone formulier.');
    return;
  }
  dateToday(form);
  form.addEventListener('submit', (event) => {
    event.preventDefault();
    void keep(form);
  });
  document.querySelector('[data-send]')?.addEventListener('click', () => void send(true));
  addEventListener('offline', () => say('U hebt geen verbinding. U kunt gewoon vastleggen.'));
  navigator.serviceWorker
    ?.register(`${path}.js`, { scope: path })
    .then(() => navigator.serviceWorker.ready)
    .then(() => document.body.setAttribute('data-away-ready', ''))
    .catch(() => say('Deze browser bewaart de pagina niet. Laat hem open tot alles verzonden is.'));
}

/** The page may have been kept for days. */
function dateToday(form: HTMLFormElement): void {
  const date = form.querySelector<HTMLInputElement>('input[name=date]');
  const now = new Date();
  const today = [now.getFullYear(), now.getMonth() + 1, now.getDate()]
    .map((part) => String(part).padStart(2, '0'))
    .join('-');
  if (date) [date.max, date.value, date.defaultValue] = [today, today, today];
}

async function keep(form: HTMLFormElement): Promise<void> {
  const fault = faultOf(form);
  const status = form.querySelector('[data-away-fault]');
  if (status) status.textContent = fault ?? '';
  if (fault) return;
  const fields = [...new FormData(form)].flatMap(([name, value]): [string, string][] =>
    typeof value === 'string' && value !== '' ? [[name, value]] : [],
  );
  const draft = { id: editing ?? crypto.randomUUID(), title: titleOf(form), fields };
  change((drafts) => [...drafts.filter(({ id }) => id !== draft.id), draft]);
  editing = undefined;
  form.reset();
  form.dispatchEvent(new Event('change', { bubbles: true }));
  document.querySelector('[data-drafts]')?.scrollIntoView({ block: 'start' });
  await send();
}

function titleOf(form: HTMLFormElement): string {
  const data = new FormData(form);
  const boxes = [...form.querySelectorAll<HTMLInputElement>('input[name=schools]:checked')];
  const other = form.querySelector<HTMLSelectElement>('select[name=otherSchool]');
  const schools = [
    ...boxes.map(({ labels }) => labels?.[0]?.textContent ?? ''),
    ...(other?.value ? [other.selectedOptions[0]?.textContent ?? ''] : []),
  ];
  const day = new Date(`${String(data.get('date'))}T12:00`).toLocaleDateString('nl-NL', {
    weekday: 'long',
    day: 'numeric',
    month: 'long',
  });
  return `${day}, ${schools.join(' en ')}, ${String(data.get('otherMinutes') || data.get('minutes'))} minuten`;
}

function change(act: (drafts: readonly Draft[]) => readonly Draft[]): void {
  writeDrafts(user, act(readDrafts(user)));
  draw();
}

/** Sends what waits, one by one; `again`: also what was refused. */
async function send(again = false): Promise<void> {
  const waiting = readDrafts(user).filter(({ refused }) => again || !refused);
  if (sending) askedAgain = true;
  if (sending || waiting.length === 0) return;
  sending = true;
  say('Wordt verzonden.');
  try {
    const token = await freshToken();
    if (!token) return say('Log eerst opnieuw in. Uw bezoeken staan nog op dit apparaat.');
    for (const draft of waiting) await sendOne(draft, token);
    say(readDrafts(user).length === 0 ? 'Alles is verzonden.' : '');
  } catch {
    say('Geen verbinding. Wat u vastlegde, staat op dit apparaat en gaat later vanzelf weg.');
  } finally {
    sending = false;
    draw();
    if (askedAgain) void send(true);
    askedAgain = false;
  }
}

/** The kept page may be of an older session: the token comes from the server, and only for the same person. */
async function freshToken(): Promise<string | undefined> {
  const answer = await fetch(path, { redirect: 'manual' });
  if (answer.status >= 500) throw new Error(answer.statusText);
  const text = answer.ok ? await answer.text() : '';
  const isMine = /<body data-user="([^"]*)"/.exec(text)?.[1] === user;
  return isMine ? /name="_csrf" value="([^"]*)"/.exec(text)?.[1] : undefined;
}

async function sendOne({ id, fields }: Draft, token: string): Promise<void> {
  const body = new URLSearchParams([...fields.map((pair) => [...pair]), ['_csrf', token], ['_key', id]]);
  const answer = await fetch(path, { method: 'POST', body, redirect: 'error' });
  const isOurs = answer.headers.get('content-type')?.startsWith('application/json');
  if (isOurs && answer.status === 201) return change((drafts) => drafts.filter((one) => one.id !== id));
  if (!isOurs || answer.status !== 422) throw new Error(answer.statusText);
  const { refused } = (await answer.json()) as { readonly refused: string };
  change((drafts) => drafts.map((one) => (one.id === id ? { ...one, refused } : one)));
}

function draw(): void {
  const drafts = readDrafts(user);
  const count = document.querySelector('[data-unsent-count]');
  if (count) count.textContent = drafts.length > 0 ? ` (${drafts.length} nog niet verzonden)` : '';
  const section = document.querySelector<HTMLElement>('[data-drafts]');
  const title = document.querySelector('[data-drafts-title]');
  if (!section || !title) return;
  section.hidden = drafts.length === 0;
  title.textContent = `Nog niet verzonden (${drafts.length})`;
  section.querySelector('[data-drafts-list]')?.replaceChildren(...drafts.map(cardOf));
}

function cardOf(draft: Draft): HTMLLIElement {
  const card = element('li', 'card', '');
  card.append(element('p', 'card__title', draft.title));
  if (draft.refused) card.append(element('p', 'field__error', `Niet aangenomen. ${draft.refused}`));
  const buttons = element('div', 'submit-row', '');
  buttons.append(
    button('Pas aan', () => putBack(draft)),
    button('Verwijder', () => change((drafts) => drafts.filter(({ id }) => id !== draft.id))),
  );
  card.append(buttons);
  return card;
}

/** Back into the form. Rows are found by what they are about: the page may be newer than the draft. */
function putBack({ id, fields }: Draft): void {
  if (!away) return;
  const all = new Map(fields);
  const whats = [...away.querySelectorAll<HTMLInputElement>('input[name$=".what"]')];
  for (const field of away.querySelectorAll<HTMLInputElement | HTMLSelectElement>(
    'input:not([type=hidden]), select',
  )) {
    const row = /^(split\.\d+\.)(.*)$/.exec(field.name);
    const what = row && whats.find(({ name }) => name === `${row[1]}what`)?.value;
    const old = row && fields.find(([name, value]) => name.endsWith('.what') && value === what)?.[0];
    const name = row ? (old?.replace('what', row[2] ?? '') ?? '') : field.name;
    if (field instanceof HTMLInputElement && /radio|checkbox/.test(field.type))
      field.checked = fields.some(([key, value]) => key === name && value === field.value);
    else field.value = all.get(name) ?? '';
  }
  editing = id;
  away.dispatchEvent(new Event('change', { bubbles: true }));
  away.scrollIntoView({ block: 'start' });
  away.querySelector('input')?.focus();
}

function button(text: string, act: () => void): HTMLButtonElement {
  const made = element('button', 'button button--quiet', text);
  made.type = 'button';
  made.addEventListener('click', act);
  return made;
}

function element<Name extends keyof HTMLElementTagNameMap>(name: Name, look: string, text: string) {
  const made = document.createElement(name);
  made.className = look;
  made.textContent = text;
  return made;
}

function say(text: string): void {
  const status = document.querySelector('[data-away-status]');
  if (status) status.textContent = text;
}
