import type { JSX } from 'preact';
import { LinkButton } from '../platform/ui/form.tsx';
import { Card, CardList, Empty, StateBadge } from '../platform/ui/parts.tsx';
import { Table } from '../platform/ui/table.tsx';

/** A word that no line can hold. */
export const longWord = 'Samenwerkingsverbandoverstijgendeonderwijszorgarrangementencommissievergadering';

interface SchoolRow {
  readonly school: string;
  readonly place: string;
  readonly at: string;
  readonly since: string;
  readonly hours: string;
  readonly state: JSX.Element;
}

const rows: readonly SchoolRow[] = [
  {
    school: 'De Zonnewijzer',
    place: 'Oosterveld',
    at: '2026-11-03',
    since: '3 november 2026',
    hours: '1.240',
    state: <StateBadge tone="busy" label="In gesprek" />,
  },
  {
    school: 'مدرسة النور',
    place: 'Westerveld',
    at: '2026-10-19',
    since: '19 oktober 2026',
    hours: '86',
    state: <StateBadge tone="waiting" label="Wacht op directeur" />,
  },
  {
    school: longWord,
    place: 'Çelik-Üsküdar 🌻',
    at: '2026-09-01',
    since: '1 september 2026',
    hours: '100,5',
    state: <StateBadge tone="done" label="Opgelost" />,
  },
];

/** Lists, full and empty. */
export function StyleLists(): JSX.Element {
  return (
    <>
      <h2>Lijsten</h2>
      <Table
        caption="Zorgen van deze maand"
        columns={[
          {
            label: 'School',
            cell: (row) => (
              <a href="/scholen/99ZZ00">
                <bdi>{row.school}</bdi>
              </a>
            ),
          },
          { label: 'Plaats', cell: (row) => row.place },
          { label: 'Sinds', cell: (row) => <time datetime={row.at}>{row.since}</time> },
          { label: 'Minuten', cell: (row) => row.hours, numeric: true },
          { label: 'Staat', cell: (row) => row.state },
        ]}
        rows={rows}
      />
      <CardList>
        <Card
          title="Rekenen in de bovenbouw"
          href="/zorgen/voorbeeld"
          badge={<StateBadge tone="new" label="Nieuw" />}
          meta="De Zonnewijzer, 3 november 2026"
        >
          <p>De directeur antwoordde gisteren. U bent aan zet.</p>
        </Card>
        <Card title={longWord} badge={<StateBadge tone="alert" label="Te laat" />} meta="Zonder koppeling" />
      </CardList>
      <Empty
        title="Nog geen zorgen"
        text="Merkt u iets waar u niet gerust op bent? Schrijf het op. Alleen u ziet het, tot u het deelt."
        action={<LinkButton href="/zorgen/nieuw">Noteer een zorg</LinkButton>}
      />
    </>
  );
}
