/** Everything that plans are made of, and who may set it. */
import { getPage, type Route } from '../../platform/route.ts';
import { Card, CardList } from '../../platform/ui/parts.tsx';
import { setters } from './settings.access.ts';
import { settingsLink } from './settings.trail.ts';

const doors = [
  ['ambities', 'Ambities', 'Wat het samenwerkingsverband zelf wil bereiken, en hoe zwaar dat weegt.'],
  ['verwacht', 'Verwachte vragen', 'Werk dat u op een school verwacht voordat iemand het vraagt.'],
  ['gewichten', 'Gewichten', 'Wat een plan beter of slechter maakt, in punten.'],
  ['regels', 'Harde regels', 'Waar een plan nooit van afwijkt, zoals plekken, dagdelen en reistijd.'],
  ['vertrekpunten', 'Vertrekpunten', 'Vanwaar specialisten op weg gaan: een kantoor of een school.'],
  ['reistijden', 'Reistijden', 'Een lijst importeren of ophalen. Zonder lijst meten wij over de kaart.'],
] as const;

export const overviewPages: readonly Route[] = [
  getPage(settingsLink.href, setters, async () => ({
    kind: 'html',
    title: settingsLink.label,
    body: (
      <>
        <h1>{settingsLink.label}</h1>
        <p class="lead">
          Hiermee rekent elk nieuw plan. Een plan dat er al is, verandert niet als u hier iets wijzigt.
        </p>
        <h2>Wat u kunt instellen</h2>
        <CardList>
          {doors.map(([part, title, what]) => (
            <Card key={part} href={`${settingsLink.href}/${part}`} title={title}>
              <p>{what}</p>
            </Card>
          ))}
        </CardList>
        <p>
          Het vertrekpunt en het aantal scholen van één persoon stelt u in bij{' '}
          <a href="/inzet/specialisten">de specialist zelf</a>.
        </p>
      </>
    ),
  })),
];
