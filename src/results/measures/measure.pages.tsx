/** What every figure means, in one place: figures elsewhere link to their definition here. */
import type { JSX } from 'preact';
import { hiddenMeans } from '../../platform/pure/suppression.ts';
import { getPage, type Route } from '../../platform/route.ts';
import { Facts } from '../../platform/ui/table.tsx';
import { type Measure, measures } from './measure.rules.ts';
import { definitionHref, dimensionWords, releasedCounts, unitWords } from './measure.words.ts';

export const measurePages: readonly Route[] = [
  getPage('/resultaten/maten', 'public', async () => ({
    kind: 'html',
    title: 'Zo meten wij',
    body: (
      <div class="stack">
        <h1>Zo meten wij</h1>
        <p class="lead">
          Elk cijfer in Kortelijn heeft één definitie. Wij tellen wat al is opgeschreven; niemand vult iets
          dubbel in.
        </p>
        <h2>Wat voor alle cijfers geldt</h2>
        <ul>
          <li>Bij elk cijfer staat hoeveel gevallen er zijn geteld en tot welke dag.</li>
          <li>Een percentage tonen wij pas vanaf tien gevallen: daaronder verandert één geval te veel.</li>
          <li>
            Wie niet zelf aan de vragen werkt, ziet aantallen onder vijf niet, en ook niet waaruit ze te
            berekenen zijn.
          </li>
          <li>
            Vastgezette cijfers over bijna dezelfde gevallen tonen hetzelfde aantal: een verschil zou een
            klein aantal verraden. Bij doorlooptijden telt n dan alle ingediende vragen, bij de T-score alle
            eindscores. Hun cijfer staat er vanaf veertien gevallen. Van bezoeken telt alleen waarvan bekend
            is of de school op tijd antwoordde.
          </li>
          <li>
            Schooldagen zijn maandag tot en met vrijdag, zonder de vakanties en vrije dagen van die school.
          </li>
          <li>
            Wij zeggen «na de inzet» en niet «door de inzet»: dat iets veranderde, zegt nog niet waardoor.
          </li>
          <li>Scholen en mensen zetten wij nooit op volgorde van een cijfer.</li>
        </ul>
        <h2 id="vastgezet">Vastgezette cijfers</h2>
        <p>
          Wie niet zelf aan de vragen werkt, leest cijfers van afgesloten kwartalen en schooljaren (1 augustus
          tot en met 31 juli). Veertien dagen na het einde worden ze vastgezet. Daarna verandert er niets meer
          aan: wie twee periodes of twee dagen van elkaar aftrekt, vindt zo geen klein aantal.
        </p>
        <p>
          {hiddenMeans} Welke er dan bij verborgen wordt, hangt nooit af van de grootte. In de API staat
          «&lt;5».
        </p>
        <h2>De maten</h2>
        <ul>
          {measures.map(({ code, name }) => (
            <li key={code}>
              <a href={definitionHref(code)}>{name}</a>
            </li>
          ))}
        </ul>
        {measures.map((measure) => (
          <Definition key={measure.code} measure={measure} />
        ))}
      </div>
    ),
  })),
];

function Definition({ measure }: { readonly measure: Measure }): JSX.Element {
  const { code, name, unit, definition, source, counts, dimensions, higherIsBetter } = measure;
  const released = releasedCounts(measure);
  return (
    <section id={code} class="stack">
      <h3>{name}</h3>
      <p>{definition}</p>
      <Facts
        items={[
          { label: 'Eenheid', value: unitWords[unit] },
          { label: 'Wat is geteld (n)', value: counts },
          ...(released === counts ? [] : [{ label: 'Bij vastgezette cijfers', value: released }]),
          { label: 'Bron', value: source },
          ...(dimensions.length === 0
            ? []
            : [
                { label: 'Te verdelen naar', value: dimensions.map((one) => dimensionWords[one]).join(', ') },
              ]),
          { label: 'Is meer beter?', value: better(higherIsBetter) },
          { label: 'Naam in de API', value: code },
        ]}
      />
    </section>
  );
}

const better = (higher: boolean | null) =>
  higher === null ? 'Niet per se: het cijfer beschrijft.' : higher ? 'Ja.' : 'Nee, minder is beter.';
