/// <reference lib="dom" />
/// <reference lib="dom.iterable" />
// A copy of typed text on this device, for when it could not reach the server. Kept for one person and page,
// at most a day, and gone as soon as the text arrives, this person logs out, or somebody else logs in here.

interface Copy {
  readonly at: number;
  readonly fields: readonly (readonly [string, string])[];
}

const prefix = 'kortelijn.copy:';
const sentKey = 'kortelijn.sent';
const dayInMs = 86_400_000;
const user = document.body.dataset['user'];

/** Keeps what is typed in this form; answers under which key. */
export function keepCopy(form: HTMLFormElement): string {
  const key = copyKey(form);
  const copy: Copy = { at: Date.now(), fields: typedFields(form) };
  // A full or forbidden store must never stop a form from being sent.
  attempt(() => user && localStorage.setItem(key, JSON.stringify(copy)));
  return key;
}

export function dropCopy(form: HTMLFormElement): void {
  localStorage.removeItem(copyKey(form));
}

/** Marks a copy as on its way: it may go once the next page shows that it arrived. */
export function rememberSent(key: string): void {
  sessionStorage.setItem(sentKey, key);
}

/** Drops the copy that was on its way, unless this page shows that its text is not safe yet. */
export function forgetSent(): void {
  const key = sessionStorage.getItem(sentKey);
  sessionStorage.removeItem(sentKey);
  if (key && user && arrived()) localStorage.removeItem(key);
}

/** A page without a person is the way to log in; a page of errors with a summary has the text in its fields. */
function arrived(): boolean {
  const [visit] = performance.getEntriesByType('navigation');
  if (!(visit instanceof PerformanceNavigationTiming) || visit.type !== 'navigate') return false;
  return (visit.responseStatus ?? 200) < 400 || document.querySelector('[data-focus]') !== null;
}

export function forgetAll(): void {
  forgetWhere(() => true);
}

/** Drops copies of others and copies of more than a day old. */
export function forgetStrangers(): void {
  const mine = `${prefix}${user}:`;
  forgetWhere((key) => {
    const copy = readCopy(key);
    return !copy || copy.at < Date.now() - dayInMs || (user !== undefined && !key.startsWith(mine));
  });
}

/** Offers to put back a copy that differs from what the form shows. */
export function offerCopy(form: HTMLFormElement): void {
  const copy = readCopy(copyKey(form));
  if (!copy || !user || JSON.stringify(copy.fields) === JSON.stringify(typedFields(form))) return;
  const box = document.createElement('div');
  box.className = 'notice notice--warning';
  box.setAttribute('role', 'status');
  const text = document.createElement('p');
  text.textContent = `Uw tekst van ${clockTime(copy.at)} is nog niet verstuurd. Hij staat op dit apparaat.`;
  const put = choice('Zet terug', 'secondary', () => putBack(form, copy));
  const drop = choice('Gooi weg', 'quiet', () => dropCopy(form));
  for (const button of [put, drop]) button.addEventListener('click', () => box.remove());
  const body = document.createElement('div');
  body.className = 'notice__body';
  body.append(text, put, drop);
  box.append(body);
  form.prepend(box);
}

/** A moment of today as people say it: «14:03». */
export function clockTime(at: number): string {
  return new Date(at).toLocaleTimeString('nl-NL', { hour: '2-digit', minute: '2-digit' });
}

function choice(label: string, kind: string, act: () => void): HTMLButtonElement {
  const button = document.createElement('button');
  button.type = 'button';
  button.className = `button button--${kind}`;
  button.textContent = label;
  button.addEventListener('click', act);
  return button;
}

function putBack(form: HTMLFormElement, copy: Copy): void {
  for (const field of form.elements) {
    const name = field.getAttribute('name') ?? '';
    const values = copy.fields.filter(([key]) => key === name).map(([, value]) => value);
    if (field instanceof HTMLInputElement && /radio|checkbox/.test(field.type)) {
      field.checked = values.includes(field.value);
    } else if (isText(field) && values[0] !== undefined) {
      field.value = values[0];
    }
  }
  form.dispatchEvent(new Event('input', { bubbles: true }));
  form.querySelector<HTMLElement>('.input')?.focus();
}

/** What somebody typed or chose here: no secrets, and nothing that the page itself sends along. */
function typedFields(form: HTMLFormElement): [string, string][] {
  const own = [...form.elements].filter((field) => isText(field) && !field.matches('[type=password]'));
  const names = own.map((field) => field.getAttribute('name'));
  return [...new FormData(form)].flatMap(([name, value]): [string, string][] =>
    typeof value === 'string' && !name.startsWith('_') && names.includes(name) ? [[name, value]] : [],
  );
}

function isText(field: Element): field is HTMLInputElement | HTMLTextAreaElement | HTMLSelectElement {
  const kinds = [HTMLInputElement, HTMLTextAreaElement, HTMLSelectElement];
  return kinds.some((kind) => field instanceof kind) && !field.matches('[type=hidden]');
}

/** The page and the form's place on it: a form's address changes when it is a draft, its place does not. */
function copyKey(form: HTMLFormElement): string {
  const place = [...document.forms].filter(({ dataset }) => dataset['keep']).indexOf(form);
  return `${prefix}${user}:${location.pathname}:${place}`;
}

function readCopy(key: string): Copy | undefined {
  return attempt(() => {
    const stored = localStorage.getItem(key);
    return stored ? (JSON.parse(stored) as Copy) : undefined;
  });
}

function forgetWhere(test: (key: string) => boolean): void {
  const keys = Object.keys(localStorage).filter((key) => key.startsWith(prefix) && test(key));
  for (const key of keys) localStorage.removeItem(key);
}

function attempt<Result>(act: () => Result): Result | undefined {
  try {
    return act();
  } catch {
    return undefined;
  }
}
