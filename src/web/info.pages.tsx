import type { ComponentChildren } from 'preact';
import { getPage, type Html, type Route } from '../platform/route.ts';

/** What everybody may know about the website itself. */
export const infoPages: readonly Route[] = [
  getPage('/toegankelijkheid', 'public', async () =>
    page(
      'Toegankelijkheid',
      <>
        <p class="lead">Iedereen moet Kortelijn kunnen gebruiken.</p>
        <p>
          Daarom werkt elke pagina met alleen het toetsenbord, met een schermlezer, op een kleine telefoon,
          met vergrote tekst, in hoog contrast en op papier. Ook zonder JavaScript.
        </p>
        <p>
          Wij maken Kortelijn volgens de richtlijnen WCAG 2.2, niveau AA. Bij elke wijziging controleert een
          programma de pagina’s daarop. Dat programma vindt niet alles. Een onafhankelijk bureau heeft
          Kortelijn nog niet onderzocht.
        </p>
        <h2>Lukt er iets niet?</h2>
        <p>
          Vertel het de beheerder van uw samenwerkingsverband: op welke pagina u was en wat er niet lukte. Dan
          zoeken wij samen een oplossing.
        </p>
      </>,
    ),
  ),
  getPage('/privacy', 'public', async () =>
    page(
      'Privacy',
      <>
        <p class="lead">Een zorg gaat over een school, nooit over een kind bij naam.</p>
        <h2>Wat hier wel en niet staat</h2>
        <ul>
          <li>Er staan geen burgerservicenummers en geen dossiers van leerlingen in Kortelijn.</li>
          <li>
            Wie een zorg deelt, krijgt hulp om namen, nummers en geboortedatums uit de tekst te houden. Helpt
            dat niet, dan blijft de tekst een notitie van de schrijver.
          </li>
          <li>Van de mensen die inloggen bewaren wij naam, e-mailadres en aanstelling.</li>
        </ul>
        <h2>Wie wat ziet</h2>
        <ul>
          <li>Een notitie ziet alleen de schrijver.</li>
          <li>
            Een gedeelde zorg zien de mensen van die school die erbij horen, de contactpersoon en de
            teamleider van het samenwerkingsverband. Het bestuur ziet een zorg pas als die met het bestuur is
            gedeeld.
          </li>
          <li>
            Rechten volgen uit iemands aanstelling. Eindigt die, dan eindigt de toegang op dezelfde dag.
          </li>
          <li>
            Wij schrijven op wie een zorg las en wanneer. Wie op school bij de zorg hoort, kan dat zien.
          </li>
        </ul>
        <h2>Cookies en andere partijen</h2>
        <p>
          Kortelijn gebruikt één cookie om u ingelogd te houden en één om een melding te tonen. Er zijn geen
          cookies om u te volgen. De pagina’s halen niets op bij andere bedrijven. Een half ingevuld formulier
          blijft op uw eigen apparaat staan tot u het verstuurt of uitlogt.
        </p>
        <h2>Uw rechten</h2>
        <p>
          Wilt u weten wat er over u staat, of klopt er iets niet? Vraag het uw samenwerkingsverband: dat is
          verantwoordelijk voor de gegevens. De functionaris gegevensbescherming daar helpt u verder.
        </p>
      </>,
    ),
  ),
];

function page(title: string, children: ComponentChildren): Html {
  return {
    kind: 'html',
    title,
    body: (
      <>
        <h1>{title}</h1>
        {children}
      </>
    ),
  };
}
