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
          met vergrote tekst, in hoog contrast en op papier. Ook zonder JavaScript: alleen een passkey kan
          niet zonder, en daarvoor is er altijd een andere weg.
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
          <li>
            Van de mensen die inloggen bewaren wij naam, e-mailadres en aanstelling, en met welk account zij
            inloggen. Er is geen wachtwoord, en van een passkey alleen het openbare deel.
          </li>
          <li>
            Wie zich inschrijft voor <a href="/nieuws/abonneren">nieuws per mail</a>, geeft een e-mailadres en
            een paar keuzes. Wij gebruiken die alleen daarvoor, niemand kan ze inzien, en bij uitschrijven
            zijn ze meteen weg.
          </li>
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
          <li>
            In een mail of agenda staat nooit een naam of tekst uit een zorg. Wie zoekt, vindt alleen wat die
            mag lezen.
          </li>
          <li>
            De functionaris gegevensbescherming ziet wie wat deed, zonder de teksten. Dat log is verzegeld.
          </li>
        </ul>
        <h2>Hoe lang</h2>
        <ul>
          <li>
            Een notitie die niemand deelt, verdwijnt vanzelf na dertig dagen. Een samenwerkingsverband kan
            daarvoor 7 tot 90 dagen kiezen.
          </li>
          <li>
            Een schooljaar na het einde vervaagt een zorg: alle namen en teksten gaan weg. Alleen de school,
            het thema, wat hielp en hoe lang het duurde blijven. Een samenwerkingsverband kan daarvoor 6 tot
            36 maanden kiezen.
          </li>
          <li>
            Staat er iets dat er niet hoort? De schrijver en de functionaris gegevensbescherming kunnen het
            weglakken. Dan is het voor iedereen weg.
          </li>
        </ul>
        <h2>Cookies en andere partijen</h2>
        <p>
          Kortelijn gebruikt een cookie om u ingelogd te houden, een om een melding te tonen, en tijdens het
          inloggen een voor de weg naar uw inlogdienst en terug. Er zijn geen cookies om u te volgen. De
          pagina’s halen niets op bij andere bedrijven. Een half ingevuld formulier blijft op uw eigen
          apparaat staan tot u het verstuurt of uitlogt. Legt een specialist een bezoek vast zonder
          verbinding, dan staat dat op het apparaat tot het verzonden is: welke school, welke dag, hoe lang en
          waarvoor, nooit iets over een leerling. Uitloggen wist dat ook.
        </p>
        <h2>Uw rechten</h2>
        <p>
          Logt u in, dan leest u onder «Mijn gegevens» wat u deed en wat anderen aan uw gegevens deden. Wilt u
          meer weten, of klopt er iets niet? Vraag het uw samenwerkingsverband: dat is verantwoordelijk voor
          de gegevens. De functionaris gegevensbescherming daar helpt u verder.
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
