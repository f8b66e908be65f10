/// <reference lib="dom" />
/// <reference lib="dom.iterable" />
// `<form data-passkey="log-in">`: asks the device for a passkey, puts what it signed in the form and sends it.
import {
  browserSupportsWebAuthn,
  type PublicKeyCredentialCreationOptionsJSON,
  type PublicKeyCredentialRequestOptionsJSON,
  startAuthentication,
  startRegistration,
} from '@simplewebauthn/browser';

for (const form of document.querySelectorAll<HTMLFormElement>('form[data-passkey]')) {
  form.addEventListener('submit', (event) => {
    const field = form.elements.namedItem('answer');
    if (!(field instanceof HTMLInputElement) || field.value) return;
    event.preventDefault();
    event.stopPropagation();
    void sign(form, field);
  });
}

async function sign(form: HTMLFormElement, field: HTMLInputElement): Promise<void> {
  if (!browserSupportsWebAuthn()) return say(form, 'Deze browser kan geen passkeys gebruiken.');
  const name = form.elements.namedItem('name');
  if (name instanceof HTMLInputElement && !name.value.trim()) {
    name.focus();
    return say(form, 'Geef de passkey eerst een naam.');
  }
  say(form, 'Volg de vraag van uw apparaat.');
  try {
    field.value = JSON.stringify(await answerTo(form));
    form.requestSubmit();
  } catch (fault) {
    say(form, wordsFor(fault));
  }
}

async function answerTo(form: HTMLFormElement): Promise<unknown> {
  const purpose = form.dataset['passkey'] ?? '';
  const csrf = new FormData(form).get('_csrf');
  const response = await fetch('/inloggen/passkey/vraag', {
    method: 'POST',
    body: new URLSearchParams({ _csrf: typeof csrf === 'string' ? csrf : '', purpose }),
    redirect: 'error',
  });
  if (!response.ok) throw new Error(response.statusText);
  const optionsJSON: unknown = await response.json();
  return purpose === 'register'
    ? startRegistration({ optionsJSON: optionsJSON as PublicKeyCredentialCreationOptionsJSON })
    : startAuthentication({ optionsJSON: optionsJSON as PublicKeyCredentialRequestOptionsJSON });
}

function wordsFor(fault: unknown): string {
  const name = fault instanceof Error ? fault.name : '';
  if (name === 'InvalidStateError') return 'Dit apparaat heeft al een passkey voor uw account.';
  if (name === 'NotAllowedError') return 'Afgebroken, of het duurde te lang. Probeer het opnieuw.';
  return 'Het lukte niet. Probeer het opnieuw of laad de pagina nog eens.';
}

function say(form: HTMLFormElement, text: string): void {
  const status = form.querySelector('.form__status');
  if (status) status.textContent = text;
}
