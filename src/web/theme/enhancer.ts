/// <reference lib="dom" />
/// <reference lib="dom.iterable" />
// What a page gains from a script: drafts that save themselves, text that survives, no double sends.
// Every page works without it.
import { startAgain } from './enhancer-again.ts';
import { startAutosave, stopAutosave } from './enhancer-autosave.ts';
import {
  forgetAll,
  forgetSent,
  forgetStrangers,
  keepCopy,
  offerCopy,
  rememberSent,
} from './enhancer-copies.ts';
import { startPlan } from './enhancer-plan.ts';
import { startShare } from './enhancer-share.ts';
import { startSimilar } from './enhancer-similar.ts';
import { forgetDrafts, mayForgetDrafts } from './visit-drafts.ts';

const listKey = 'kortelijn.list';
const user = document.body.dataset['user'];

forgetStrangers();
if (user) forgetDrafts(user);
forgetSent();
for (const form of document.forms) {
  if (form.dataset['keep']) offerCopy(form);
  if (form.dataset['autosave']) startAutosave(form);
  startSimilar(form);
}
for (const area of document.querySelectorAll<HTMLTextAreaElement>('textarea[data-max]')) {
  if (area.value) count(area);
}
placeFocus();
startPlan();
startAgain();
startShare();

document.addEventListener('input', ({ target }) => {
  if (target instanceof HTMLTextAreaElement && target.dataset['max']) count(target);
});

document.addEventListener('submit', (event) => {
  const form = event.target;
  if (!(form instanceof HTMLFormElement) || form.method !== 'post') return;
  if (form.dataset['sent'] || (form.dataset['leave'] && !mayForgetDrafts(user ?? '')))
    return event.preventDefault();
  const saving = stopAutosave(form);
  if (saving) {
    event.preventDefault();
    void saving.finally(() => form.requestSubmit(event.submitter));
    return;
  }
  send(form, event.submitter);
});

addEventListener('pageshow', ({ persisted }) => {
  if (!persisted) return;
  for (const form of document.forms) delete form.dataset['sent'];
});

document.addEventListener('keydown', ({ key }) => {
  if (key !== 'Escape') return;
  const menu = openMenu();
  closeMenu(menu);
  menu?.querySelector('summary')?.focus();
});

document.addEventListener('click', ({ target }) => {
  const menu = openMenu();
  if (target instanceof Node && !menu?.contains(target)) closeMenu(menu);
});

function send(form: HTMLFormElement, submitter: HTMLElement | null): void {
  form.dataset['sent'] = 'true';
  if (form.dataset['leave']) {
    forgetAll();
    forgetDrafts();
  }
  if (form.dataset['keep']) rememberSent(keepCopy(form));
  if (submitter instanceof HTMLButtonElement && submitter.name === '_do') {
    sessionStorage.setItem(listKey, submitter.value);
  }
}

/** To the faults when there are any; else to where a list of fields just grew or shrank. */
function placeFocus(): void {
  const [step, name] = sessionStorage.getItem(listKey)?.split(':') ?? [];
  sessionStorage.removeItem(listKey);
  const list = name ? document.getElementById(name) : null;
  const added = list?.querySelector<HTMLElement>(
    ':scope > fieldset:last-of-type :is(input, textarea, select)',
  );
  const errors = document.querySelector<HTMLElement>('[data-focus]');
  (errors ?? (step === 'add' ? added : list))?.focus();
}

function count(area: HTMLTextAreaElement): void {
  const left = Number(area.dataset['max']) - area.value.length;
  const counter = document.getElementById(`${area.id}-teller`);
  if (!counter) return;
  const characters = Math.abs(left) === 1 ? 'teken' : 'tekens';
  const amount = Math.abs(left).toLocaleString('nl-NL');
  counter.textContent = left < 0 ? `${amount} ${characters} te veel.` : `Nog ${amount} ${characters}.`;
  counter.toggleAttribute('data-over', left < 0);
}

function openMenu(): HTMLDetailsElement | null {
  return document.querySelector<HTMLDetailsElement>('details.menu[open]');
}

function closeMenu(menu: HTMLDetailsElement | null): void {
  if (menu) menu.open = false;
}
