/// <reference lib="dom" />
/// <reference lib="dom.iterable" />
// While somebody writes a question: what looks like it. The form is sent as its button would, and only that part of the page is taken.

const pauseInMs = 900;
const fewestLetters = 12;

/** Begins to look after each pause in typing, when the form has a place for what is found. */
export function startSimilar(form: HTMLFormElement): void {
  const place = form.querySelector<HTMLElement>('[data-similar]');
  if (!place) return;
  let timer: ReturnType<typeof setTimeout> | undefined;
  let last = '';
  let round = 0;
  form.addEventListener('input', () => {
    clearTimeout(timer);
    timer = setTimeout(() => void look().catch(() => undefined), pauseInMs);
  });

  async function look(): Promise<void> {
    const written = [...form.querySelectorAll<HTMLInputElement>('input[type=text], textarea')];
    const text = written.map(({ value }) => value).join(' ');
    if (text === last || text.trim().length < fewestLetters || form.dataset['sent']) return;
    last = text;
    round += 1;
    const mine = round;
    const fields = [...new FormData(form)].map(([name, value]) => [name, String(value)]);
    const body = new URLSearchParams([...fields, ['_do', place?.dataset['similar'] ?? '']]);
    const response = await fetch(form.getAttribute('action') ?? '', {
      method: 'POST',
      body,
      redirect: 'error',
    });
    if (!response.ok || mine !== round) return;
    const page = new DOMParser().parseFromString(await response.text(), 'text/html');
    const found = page.querySelector('[data-found]');
    if (found) place?.querySelector('[data-found]')?.replaceChildren(...found.childNodes);
  }
}
