/// <reference lib="dom" />
// Work that takes a while: the page is asked again, and the part that tells how far it is takes the place of the old one.

export function startAgain(): void {
  const place = document.querySelector<HTMLElement>('[data-again]');
  const seconds = Number(place?.dataset['again']);
  if (place && seconds > 0) setTimeout(() => void look(place, seconds), seconds * 1_000);
}

async function look(place: HTMLElement, seconds: number): Promise<void> {
  const answer = await fetch(location.href).catch(() => undefined);
  if (answer?.ok) {
    const page = new DOMParser().parseFromString(await answer.text(), 'text/html');
    const found = page.querySelector('[data-again]');
    // It is done, or never will be.
    if (found === null) return location.reload();
    // What did not change is not read aloud again.
    if (found.innerHTML !== place.innerHTML) place.replaceChildren(...found.childNodes);
  }
  setTimeout(() => void look(place, seconds), seconds * 1_000);
}
