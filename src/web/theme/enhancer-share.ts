/// <reference lib="dom" />
/// <reference lib="dom.iterable" />
// `<button hidden data-copy="id of a field" data-done="Copied">`: there only where a browser can copy.

/** Shows the buttons that copy what stands in a field, and lets them. */
export function startShare(): void {
  if (!navigator.clipboard) return;
  for (const button of document.querySelectorAll<HTMLButtonElement>('button[data-copy]')) {
    const { copy = '', done = '' } = button.dataset;
    const field = document.getElementById(copy);
    if (!(field instanceof HTMLInputElement)) continue;
    button.hidden = false;
    button.addEventListener('click', () => {
      navigator.clipboard.writeText(field.value).then(
        () => {
          button.textContent = done;
        },
        // Not allowed here: then by hand.
        () => field.select(),
      );
    });
  }
}
