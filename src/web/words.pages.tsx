import type { JSX } from 'preact';
import type { House } from '../platform/door/house.ts';
import type { Entries } from '../platform/input.ts';
import type { Html } from '../platform/route.ts';
import { LinkButton } from '../platform/ui/form.tsx';
import { Prose } from '../platform/ui/parts.tsx';

/** Pages for whoever cannot go on: why, and what to do now. */
export const words: House['words'] = {
  notFound: () =>
    page(404, 'Niet gevonden', [
      'Deze pagina bestaat niet, of u mag die niet zien.',
      'Kwam u hier met een link? Vraag dan na of u nog bij deze school werkt, of begin opnieuw.',
    ]),
  notToday: () =>
    page(404, 'U hebt vandaag geen aanstelling', [
      'U bent ingelogd, maar u hebt vandaag geen aanstelling in dit samenwerkingsverband. Daarom ziet u niets.',
      'Klopt dat niet? Neem contact op met de beheerder van uw samenwerkingsverband.',
    ]),
  forbidden: () =>
    page(403, 'Dit hoort niet bij uw rol', [
      'Met uw aanstelling van vandaag kunt u dit niet openen.',
      'Klopt dat niet? Neem contact op met de beheerder van uw samenwerkingsverband.',
    ]),
  unavailable: () =>
    page(503, 'Even niet bereikbaar', [
      'Kortelijn kan nu niet bij de gegevens. Er is niets verloren gegaan.',
      'Wacht een paar seconden en probeer het opnieuw.',
    ]),
  broken: () =>
    page(500, 'Er ging iets mis', [
      'Dit is een fout van Kortelijn, niet van u. Er is niets half bewaard.',
      'Ga terug en probeer het opnieuw. Blijft het misgaan? Vertel het de beheerder.',
    ]),
  badForm: (why) => page(400, 'Dit lukte niet', [why, 'Ga terug naar de pagina en probeer het opnieuw.']),
  tooLarge: (largest) =>
    page(413, 'Dit is te groot', [
      `U kunt hier hoogstens ${Math.floor(largest / 1_000_000)} MB tegelijk versturen. Er is niets bewaard.`,
      'Ga terug en kies een kleiner bestand, of verstuur minder tegelijk.',
    ]),
  sendAgain: (why, action, typed, csrf) => ({
    kind: 'html',
    status: why === 'loggedOut' ? 401 : 403,
    title: why === 'loggedOut' ? 'U bent uitgelogd' : 'Controleer en verstuur opnieuw',
    body: <SendAgain loggedOut={why === 'loggedOut'} action={action} typed={typed} csrf={csrf} />,
  }),
};

function page(status: number, title: string, lines: readonly string[]): Html {
  return {
    kind: 'html',
    status,
    title,
    body: (
      <>
        <h1>{title}</h1>
        {lines.map((line) => (
          <p key={line}>{line}</p>
        ))}
        <LinkButton href="/">Naar het begin</LinkButton>
      </>
    ),
  };
}

interface SendAgainProps {
  readonly loggedOut: boolean;
  readonly action: string;
  readonly typed: Entries;
  readonly csrf: string;
}

/** Everything that was typed travels along hidden, and the long texts are shown, so that nobody writes a story twice. */
function SendAgain({ loggedOut, action, typed, csrf }: SendAgainProps): JSX.Element {
  const fields = typed.filter(([name]) => name !== '_csrf' && name !== '_key');
  const texts = fields.filter(([name, value]) => !name.startsWith('_') && value.length > 20);
  return (
    <>
      <h1>{loggedOut ? 'U bent uitgelogd' : 'Controleer en verstuur opnieuw'}</h1>
      <p>
        {loggedOut
          ? 'Uw sessie was verlopen. Wat u typte is niet weg. Log in een nieuw tabblad in en kies daarna hier «Verstuur opnieuw».'
          : 'U bent intussen opnieuw ingelogd. Hieronder staat wat u typte. Klopt het nog? Verstuur het dan opnieuw.'}
      </p>
      <form class="form" method="post" action={action}>
        <input type="hidden" name="_csrf" value={csrf} />
        {fields.map(([name, value], nth) => (
          <input key={`${name}${nth}`} type="hidden" name={name} value={value} />
        ))}
        <p class="button-row">
          {loggedOut && (
            <a class="button button--secondary" href="/inloggen" target="_blank" rel="noreferrer">
              Log in (nieuw tabblad)
            </a>
          )}
          <button class="button" type="submit">
            Verstuur opnieuw
          </button>
        </p>
      </form>
      {texts.length > 0 && <h2>Wat u typte</h2>}
      {texts.map(([name, value], nth) => (
        <Prose key={`${name}${nth}`} text={value} />
      ))}
    </>
  );
}
