/** Which expertise is asked, against what is free of it. */
import type { JSX } from 'preact';
import { count } from '../../platform/pure/text.ts';
import { Patterns, patternOf } from '../../platform/ui/charts/fills.tsx';
import { Empty, StateBadge } from '../../platform/ui/parts.tsx';
import { Table } from '../../platform/ui/table.tsx';
import { dagdelen, showDagdelen } from './board.words.ts';
import type { ExpertiseDemand } from './capacity.store.ts';

export interface ShownDemand extends ExpertiseDemand {
  /** Dagdelen that those who have it have free in the whole period. */
  readonly free: number;
}

/** What falls short most stands first. */
export function ExpertiseTable({ rows }: { readonly rows: readonly ShownDemand[] }): JSX.Element {
  if (rows.length === 0)
    return <Empty title="Er is geen expertise" text="De beheerder maakt de lijst van expertise." />;
  const most = Math.max(1, ...rows.map((row) => Math.max(row.asked + row.expected, row.free)));
  return (
    <>
      <Table
        caption="Gevraagd en vrij per expertise"
        hideCaption
        rows={rows.toSorted((a, b) => shortOf(b) - shortOf(a))}
        columns={[
          { label: 'Expertise', cell: ({ name }) => <bdi>{name}</bdi> },
          {
            label: 'Gevraagd',
            cell: ({ code, asked, questions }) =>
              questions === 0 ? (
                'niets'
              ) : (
                <>
                  {dagdelen(asked)},{' '}
                  <a href={`/inzet/wachtend?expertise=${code}`}>{count(questions, 'vraag', 'vragen')}</a>
                </>
              ),
          },
          {
            label: 'Verwacht',
            cell: ({ expected }) => (expected === 0 ? 'niets' : dagdelen(expected)),
          },
          {
            label: 'Vrij',
            cell: ({ free, holders }) =>
              holders.length === 0
                ? 'niets'
                : `${dagdelen(free)} bij ${count(holders.length, 'specialist', 'specialisten')}`,
          },
          { label: 'Beeld', cell: (row) => <Compared row={row} most={most} /> },
          { label: 'Uitkomst', cell: (row) => <Outcome row={row} /> },
        ]}
      />
      <Patterns />
      <p>
        In het beeld staat boven wat gevraagd wordt, met stippen wat verwacht wordt, en onder wat vrij is.
      </p>
      <p>
        Een vraag met meer soorten expertise telt bij elke soort, en vrije dagdelen tellen bij alles wat
        iemand kan. Tel de rijen dus niet bij elkaar op.
      </p>
    </>
  );
}

const shortOf = ({ asked, expected, free }: ShownDemand) => asked + expected - free;

function Outcome({ row }: { readonly row: ShownDemand }): JSX.Element {
  const { asked, expected, holders } = row;
  const short = shortOf(row);
  if (asked + expected === 0) return <>niet gevraagd</>;
  if (holders.length === 0) return <StateBadge tone="alert" label="Niemand kan dit" />;
  if (short > 0) return <StateBadge tone="alert" label={`${showDagdelen(short)} te weinig`} />;
  return <StateBadge tone="good" label="Genoeg" />;
}

/** What is wanted above, what is free below. */
function Compared({ row, most }: { readonly row: ShownDemand; readonly most: number }): JSX.Element {
  const widthOf = (n: number) => Number(((n / most) * 150).toFixed(1));
  const asked = widthOf(row.asked);
  return (
    <svg class="compared" viewBox="0 0 152 28" width="152" height="28" aria-hidden="true">
      <rect class="room room--stationed" x={1} y={2} width={asked} height={11} />
      <rect
        class="room room--away"
        fill={patternOf('dots')}
        x={1 + asked}
        y={2}
        width={widthOf(row.expected)}
        height={11}
      />
      <rect class="room room--free" x={1} y={15} width={widthOf(row.free)} height={11} />
    </svg>
  );
}
