/** How a stationing goes, from the table of the rules itself. */
import type { JSX } from 'preact';
import { workingRules } from '../../news/index.ts';
import { list } from '../../platform/pure/text.ts';
import { getPage, type Route } from '../../platform/route.ts';
import { Facts, Table } from '../../platform/ui/table.tsx';
import {
  type Need,
  protocol,
  type Relation,
  type Status,
  type StepName,
  statuses,
  stepNames,
} from './stationing.rules.ts';
import {
  needsExplained,
  relationWords,
  statusExplained,
  statusWords,
  stepWords,
} from './stationing.words.ts';

export const stationingProtocolPages: readonly Route[] = [
  getPage('/inzet/werkwijze', 'public', async (call) => ({
    kind: 'html',
    title: 'Werkwijze: zo komt een specialist op een vaste plek',
    body: <ProtocolPage rules={await workingRules(call, 'stationing')} />,
  })),
];

interface Told {
  readonly moves: readonly {
    readonly from: Status | 'new';
    readonly to: Status;
    readonly by: readonly (Relation | 'day' | 'successor')[];
  }[];
  readonly needs: readonly Need[];
}

function ProtocolPage({ rules }: { readonly rules: JSX.Element | null }): JSX.Element {
  return (
    <>
      <h1>Zo komt een specialist op een vaste plek</h1>
      <p class="lead">
        Een stationering is tijdelijk, en gaat in overleg. De teamleider stelt voor, de school of het bestuur
        gaat akkoord, en voor het einde staat er wat het opleverde.
      </p>
      {rules}
      <h2>Waar het staat</h2>
      <Facts
        items={statuses.map((one) => ({ label: statusWords[one].label, value: statusExplained[one] }))}
      />
      <h2>Verlengen of veranderen</h2>
      <p>
        Meer of minder dagdelen, langer, of een andere plek: dat is een nieuw voorstel dat verdergaat op de
        stationering. Is de plek akkoord, dan eindigt de eerste op de dag ervoor. Beide blijven te lezen.
      </p>
      <h2>Alle stappen</h2>
      <div class="protocol">
        <Table
          caption="Alle stappen: wie ze zet, wanneer, en wat ervoor nodig is"
          hideCaption
          rows={stepNames}
          columns={[
            { label: 'Stap', cell: (step: StepName) => stepWords[step] },
            { label: 'Als de stationering is', cell: (step) => fromWords(protocol[step]) },
            { label: 'Wie', cell: (step) => byWords(protocol[step]) },
            { label: 'Wat ervoor nodig is', cell: (step) => needsWords(protocol[step]) },
            { label: 'Daarna', cell: (step) => toWords(protocol[step]) },
          ]}
        />
      </div>
    </>
  );
}

const unique = (words: readonly string[]) => list([...new Set(words)]);
const fromWords = ({ moves }: Told) =>
  unique(moves.map(({ from }) => (from === 'new' ? 'nieuw' : statusWords[from].label.toLowerCase())));
const byWords = ({ moves }: Told) => unique(moves.flatMap(({ by }) => by.map((one) => relationWords[one])));
const toWords = ({ moves }: Told) =>
  unique(moves.map(({ from, to }) => (from === to ? 'blijft zo' : statusWords[to].label.toLowerCase())));

function needsWords({ needs }: Told): string {
  const words = needs.map((need) => needsExplained[need]).filter((one) => one !== null);
  return words.length === 0 ? 'niets' : `${words.join('; ')}.`;
}
