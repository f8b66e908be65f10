/// <reference lib="dom" />
/// <reference lib="dom.iterable" />
// Drafts that save themselves while somebody types: `<form data-autosave="address">`.
import { clockTime, dropCopy, keepCopy } from './enhancer-copies.ts';

/** What the address answers: see `autosave` of the part `Form`. */
interface Saved {
  readonly version: number;
  readonly url: string;
  readonly autosave?: string;
  readonly key?: string;
}

/** Not saved, and nothing is wrong: the sentence says what the draft still lacks. */
interface Unsaved {
  readonly unsaved: string;
}

interface Draft {
  dirty: boolean;
  timer?: ReturnType<typeof setTimeout>;
  saving?: Promise<void> | undefined;
}

const pauseInMs = 1200;
const drafts = new Map<HTMLFormElement, Draft>();

/** Begins to save this form after each pause in typing, and when the page is left. */
export function startAutosave(form: HTMLFormElement): void {
  const draft: Draft = { dirty: false };
  drafts.set(form, draft);
  form.addEventListener('input', () => {
    draft.dirty = true;
    clearTimeout(draft.timer);
    draft.timer = setTimeout(() => save(form, draft), pauseInMs);
  });
  addEventListener('online', () => save(form, draft));
  addEventListener('pagehide', () => save(form, draft));
}

/** Before the form itself is sent: no more saving. Answers the save that is still under way, if any. */
export function stopAutosave(form: HTMLFormElement): Promise<void> | undefined {
  const draft = drafts.get(form);
  if (!draft) return undefined;
  clearTimeout(draft.timer);
  draft.dirty = false;
  return draft.saving;
}

function save(form: HTMLFormElement, draft: Draft): void {
  if (!draft.dirty) return;
  clearTimeout(draft.timer);
  if (draft.saving) {
    // What was typed while an earlier save was under way follows it.
    draft.timer = setTimeout(() => save(form, draft), pauseInMs);
    return;
  }
  draft.dirty = false;
  draft.saving = post(form)
    .then((answer) => {
      if ('unsaved' in answer) {
        keepCopy(form);
        return say(form, answer.unsaved);
      }
      dropCopy(form);
      adopt(form, answer);
      say(form, `Bewaard om ${clockTime(Date.now())}`);
    })
    .catch(() => {
      draft.dirty = true;
      keepCopy(form);
      say(form, 'Niet bewaard. Uw tekst staat nog op dit apparaat.');
    })
    .finally(() => {
      draft.saving = undefined;
    });
}

async function post(form: HTMLFormElement): Promise<Saved | Unsaved> {
  const fields = [...new FormData(form)].map(([name, value]) => [name, String(value)]);
  const response = await fetch(form.dataset['autosave'] ?? '', {
    method: 'POST',
    body: new URLSearchParams(fields),
    headers: { accept: 'application/json' },
    redirect: 'error',
    keepalive: true,
  });
  if (!response.ok && response.status !== 422) throw new Error(response.statusText);
  return (await response.json()) as Saved | Unsaved;
}

/** From now on the form is about the draft as it was just saved. */
function adopt(form: HTMLFormElement, { version, url, autosave, key }: Saved): void {
  setHidden(form, '_version', String(version));
  if (key) setHidden(form, '_key', key);
  if (autosave) form.dataset['autosave'] = autosave;
  form.setAttribute('action', url);
  history.replaceState(history.state, '', url);
}

function setHidden(form: HTMLFormElement, name: string, value: string): void {
  const input =
    form.querySelector<HTMLInputElement>(`input[name=${name}]`) ?? document.createElement('input');
  input.type = 'hidden';
  input.name = name;
  input.value = value;
  if (!input.form) form.append(input);
}

function say(form: HTMLFormElement, text: string): void {
  const status = form.querySelector('.form__status');
  if (status) status.textContent = text;
}
