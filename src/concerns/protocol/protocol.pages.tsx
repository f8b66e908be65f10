import type { JSX } from 'preact';
import { workingRules } from '../../news/index.ts';
import { capital, list } from '../../platform/pure/text.ts';
import { getPage, type Route } from '../../platform/route.ts';
import { Card, CardList } from '../../platform/ui/parts.tsx';
import { Facts, Table } from '../../platform/ui/table.tsx';
import {
  type About,
  type Need,
  protocol,
  type Relation,
  type Status,
  type StepName,
  statuses,
  stepNames,
} from '../concern.rules.ts';
import { statusWords, wordsAbout } from '../concern.words.ts';
import { StatusBadge } from '../reading/concern-timeline.pages.tsx';
import { mirrored, needsExplained, otherRoads, principles, promises } from './protocol.words.ts';
import { ProtocolDiagram } from './protocol-diagram.pages.tsx';

/** How we share concerns, for everybody who wants to know. */
export const protocolPages: readonly Route[] = [
  getPage('/zorgen/werkwijze', 'public', async (call) => ({
    kind: 'html',
    title: 'Werkwijze: zo delen wij zorgen',
    body: <ProtocolPage rules={await workingRules(call, 'concerns')} />,
  })),
];

function ProtocolPage({ rules }: { readonly rules: JSX.Element | null }): JSX.Element {
  return (
    <>
      <h1>Zo delen wij zorgen</h1>
      <p class="lead">
        Gaat het op een school niet goed met kinderen? Dan praten we er eerst met elkaar over op school, met
        de directeur. Pas daarna, als het nodig is en in goed overleg, komt het bestuur erbij.
      </p>
      <h2>Waar het om draait</h2>
      <Principles />
      {rules}
      <h2>De weg van een zorg</h2>
      <ProtocolDiagram />
      <Facts
        items={statuses.map((status) => ({
          label: statusWords[status],
          value: wordsAbout.school.explained[status],
        }))}
      />
      <h2>Daar houden we ons aan</h2>
      <ul>
        {promises.map((promise) => (
          <li key={promise}>{promise}</li>
        ))}
      </ul>
      <h2>Alle stappen</h2>
      <StepTable about="school" caption="Alle stappen: wie ze zet, wanneer, en wat ervoor nodig is" />
      <h2>Gaat het over het samenwerkingsverband?</h2>
      <p>
        Dan loopt dezelfde weg andersom. De stappen, de termijnen en de regels zijn gelijk. Alleen staan er
        andere mensen langs.
      </p>
      <Facts items={mirrored.map(([label, value]) => ({ label, value }))} />
      <details class="fold">
        <summary class="fold__summary">Alle stappen bij een zorg over het samenwerkingsverband</summary>
        <div class="fold__body">
          <StepTable about="partnership" caption="Alle stappen bij een zorg over het samenwerkingsverband" />
        </div>
      </details>
      <h2>Hier hoort iets anders bij</h2>
      <p>Sommige dingen horen niet in Kortelijn. Hiervan wordt hier niets bewaard.</p>
      <CardList>
        {otherRoads.map((road) => (
          <Card key={road.title} title={road.title}>
            {road.text}
          </Card>
        ))}
      </CardList>
    </>
  );
}

interface StepTableProps {
  readonly about: About;
  readonly caption: string;
}

function StepTable({ about, caption }: StepTableProps): JSX.Element {
  const words = wordsAbout[about];
  const people = (row: Row) => [...new Set(row.by.map((relation) => words.relation[relation]))];
  return (
    <div class="protocol">
      <Table
        caption={caption}
        hideCaption
        rows={rows(about)}
        columns={[
          { label: 'Stap', cell: (row) => words.step[row.step] },
          { label: 'Als de zorg is', cell: (row) => list(row.from.map((status) => words.status[status])) },
          { label: 'Wie', cell: (row) => list(people(row)) },
          {
            label: 'Wat ervoor nodig is',
            cell: (row) => (row.needs.length === 0 ? 'niets' : `${capital(row.needs.join('; '))}.`),
          },
          { label: 'Daarna', cell: (row) => <After row={row} about={about} /> },
        ]}
      />
    </div>
  );
}

/** The four sentences everything follows from. */
export function Principles(): JSX.Element {
  return (
    <div class="principles">
      <CardList>
        {principles.map(([title, text]) => (
          <Card key={title} title={title}>
            {text}
          </Card>
        ))}
      </CardList>
    </div>
  );
}

interface AfterProps {
  readonly row: Row;
  readonly about: About;
}

function After({ row: { step, to, mayStay }, about }: AfterProps): JSX.Element {
  if (step === 'drop') return <>weg</>;
  if (to.length === 0) return <>blijft zo</>;
  return (
    <span class="row">
      {to.map((status) => (
        <StatusBadge key={status} status={status} about={about} />
      ))}
      {mayStay && 'of blijft zo'}
    </span>
  );
}

interface Row {
  readonly step: StepName;
  readonly from: readonly Status[];
  /** Only where it becomes something else. */
  readonly to: readonly Status[];
  /** It may also stay what it is, from the state it becomes something else from. */
  readonly mayStay: boolean;
  readonly by: readonly Relation[];
  readonly needs: readonly string[];
}

interface Told {
  readonly moves: readonly {
    readonly from: Status;
    readonly to: readonly Status[];
    readonly by: readonly Relation[];
  }[];
  readonly needs: readonly Need[];
  readonly inputNeeds: readonly Need[];
}

/** The table of the rules, a row for each step and for each group that may take it. */
function rows(about: About): readonly Row[] {
  return stepNames.flatMap((step) => {
    const { moves, needs, inputNeeds }: Told = protocol[step];
    const groups = [...new Set(moves.map((move) => move.by.join()))];
    return groups.map((group): Row => {
      const same = moves.filter((move) => move.by.join() === group);
      const to = same.flatMap((move) => move.to.filter((status) => status !== move.from));
      return {
        step,
        from: same.map((move) => move.from),
        to: [...new Set(to)],
        mayStay: same.some((move) => move.to.length > 1 && move.to.includes(move.from)),
        by: same[0]?.by ?? [],
        needs: [...needs, ...inputNeeds]
          .filter((need) => need !== (same[0]?.from === 'with_board' ? 'directorPresent' : 'directorInvited'))
          .map((need) => needsExplained[about][need])
          .filter((words) => words !== null),
      };
    });
  });
}
