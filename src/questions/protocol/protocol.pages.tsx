import type { JSX } from 'preact';
import { workingRules } from '../../news/index.ts';
import { capital, count, list } from '../../platform/pure/text.ts';
import { getPage, type Route } from '../../platform/route.ts';
import { LinkButton } from '../../platform/ui/form.tsx';
import { Card, CardList } from '../../platform/ui/parts.tsx';
import { Facts, Table } from '../../platform/ui/table.tsx';
import { clockNames, type Term } from '../clocks/clock.rules.ts';
import { clockWords } from '../clocks/clock.words.ts';
import type { Need } from '../need.rules.ts';
import {
  protocol,
  type Relation,
  type Status,
  type StepName,
  statuses,
  stepNames,
} from '../question.rules.ts';
import { explainedIn, type Labels, relationWordsIn, statusWordsIn, stepWordsIn } from '../question.words.ts';
import { StatusBadge } from '../reading/question-parts.tsx';
import { needsExplained, principles, readers } from './protocol.words.ts';
import { ProtocolDiagram } from './protocol-diagram.tsx';
import { findTerms } from './terms.store.ts';

/** How a question finds its way, for everybody who wants to know. */
export const protocolPages: readonly Route[] = [
  getPage('/vragen/werkwijze', 'public', async (call) => {
    const { actor, database } = call;
    const rules = await workingRules(call, 'questions', 'committee');
    const terms = actor === undefined ? [] : await database.read(actor, (reader) => findTerms(reader, actor));
    return {
      kind: 'html',
      title: 'Werkwijze: zo vindt een vraag de kortste lijn',
      body: <ProtocolPage labels={actor?.tenant.labels} terms={terms} rules={rules} />,
    };
  }),
];

interface ProtocolPageProps {
  readonly labels: Labels | undefined;
  readonly terms: readonly Term[];
  readonly rules: JSX.Element | null;
}

function ProtocolPage({ labels, terms, rules }: ProtocolPageProps): JSX.Element {
  const status = statusWordsIn(labels);
  const explained = explainedIn(labels);
  return (
    <>
      <h1>Zo vindt een vraag de kortste lijn</h1>
      <p class="lead">
        Een school heeft een vraag. Iemand kijkt snel wat er nodig is: een antwoord, iemand die meedenkt, of
        een specialist op school. Iedereen ziet waar de vraag is en hoe lang het duurt.
      </p>
      <h2>Waar het om draait</h2>
      <div class="principles">
        <CardList>
          {principles.map(([title, text]) => (
            <Card key={title} title={title}>
              {text}
            </Card>
          ))}
        </CardList>
      </div>
      {rules}
      <h2>De weg van een vraag</h2>
      <ProtocolDiagram labels={labels} />
      <Facts items={statuses.map((one) => ({ label: status[one], value: explained[one] }))} />
      <Terms terms={terms} />
      <h2>Wie leest wat</h2>
      <Facts items={readers.map(([label, value]) => ({ label, value }))} />
      <h2>Alle stappen</h2>
      <StepTable labels={labels} />
    </>
  );
}

/** How long each part may take; that is for each partnership to say, so a visitor hears that it is counted. */
function Terms({ terms }: { readonly terms: readonly Term[] }): JSX.Element {
  const known = clockNames.flatMap((name) => terms.filter(({ clock }) => clock === name));
  return (
    <>
      <h2>Hoe lang het mag duren</h2>
      <p>
        Wij tellen schooldagen, zonder weekenden en vakanties van de school. Vraagt iemand om informatie, dan
        staat de klok van de school stil.
      </p>
      {known.length === 0 ? (
        <>
          <p>Elk samenwerkingsverband heeft eigen termijnen. Log in om die van u te zien.</p>
          <p>
            <LinkButton href="/inloggen" kind="secondary">
              Inloggen
            </LinkButton>
          </p>
        </>
      ) : (
        <Table
          caption="Termijnen, met hun bron"
          hideCaption
          rows={known}
          columns={[
            { label: 'Klok', cell: ({ clock }) => clockWords[clock].name },
            { label: 'Wat wij tellen', cell: ({ clock }) => clockWords[clock].meaning },
            { label: 'Hoogstens', cell: ({ days }) => count(days, 'schooldag', 'schooldagen') },
            { label: 'Bron', cell: ({ source }) => <bdi>{source}</bdi> },
          ]}
        />
      )}
    </>
  );
}

function StepTable({ labels }: { readonly labels: Labels | undefined }): JSX.Element {
  const [status, step, relation] = [statusWordsIn(labels), stepWordsIn(labels), relationWordsIn(labels)];
  return (
    <div class="protocol">
      <Table
        caption="Alle stappen: wie ze zet, wanneer, en wat ervoor nodig is"
        hideCaption
        rows={rows}
        columns={[
          { label: 'Stap', cell: (row) => step[row.step].button },
          { label: 'Als de vraag is', cell: (row) => list(row.from.map((one) => status[one])) },
          { label: 'Wie', cell: (row) => list([...new Set(row.by.map((one) => relation[one]))]) },
          {
            label: 'Wat ervoor nodig is',
            cell: ({ needs }) => (needs.length === 0 ? 'niets' : `${capital(needs.join('; '))}.`),
          },
          {
            label: 'Daarna',
            cell: ({ to }) => (to === null ? 'blijft zo' : <StatusBadge status={to} labels={labels} />),
          },
        ]}
      />
    </div>
  );
}

interface Row {
  readonly step: StepName;
  readonly from: readonly Status[];
  /** null: it stays what it is. */
  readonly to: Status | null;
  readonly by: readonly Relation[];
  readonly needs: readonly string[];
}

interface Told {
  readonly moves: readonly { readonly from: Status; readonly to: Status; readonly by: readonly Relation[] }[];
  readonly needs: readonly Need[];
  readonly inputNeeds: readonly Need[];
}

/** The table of the rules, a row for each step, for each group that may take it and each state it leads to. */
const rows: readonly Row[] = stepNames.flatMap((step) => {
  const { moves, needs, inputNeeds }: Told = protocol[step];
  const groupOf = (move: Told['moves'][number]) =>
    `${move.by.join()} ${move.from === move.to ? '' : move.to}`;
  return [...new Set(moves.map(groupOf))].map((group): Row => {
    const same = moves.filter((move) => groupOf(move) === group);
    const first = same[0];
    return {
      step,
      from: same.map(({ from }) => from),
      to: first === undefined || first.from === first.to ? null : first.to,
      by: first?.by ?? [],
      needs: [...needs, ...inputNeeds].map((need) => needsExplained[need]).filter((words) => words !== null),
    };
  });
});
