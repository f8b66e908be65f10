/** The editions of a profile, and the ways to compare them. */
import type { JSX } from 'preact';
import { type CivilDate, dayOf, showDate } from '../../platform/pure/dates.ts';
import { Table } from '../../platform/ui/table.tsx';
import type { EditionRow, Profile } from './profile.store.ts';
import { EditionBadge, profilePath, sinceWords } from './profile-parts.tsx';

interface HistoryProps {
  readonly profile: Profile;
  readonly today: CivilDate;
}

export function History({ profile, today }: HistoryProps): JSX.Element {
  const path = profilePath(profile.id);
  const before = (edition: EditionRow) => profile.editions.find(({ nth }) => nth < edition.nth);
  return (
    <>
      <h2>Versies</h2>
      <Table
        caption="Alle versies, de nieuwste boven"
        hideCaption
        columns={[
          {
            label: 'Versie',
            cell: (one) => <a href={`${path}?versie=${one.nth}`}>{sinceWords(one, today)}</a>,
          },
          { label: 'Stand', cell: (one) => <EditionBadge edition={one} /> },
          {
            label: 'Vastgesteld door',
            cell: (one) => (one.adoptedBy === null ? 'Nog niet' : <bdi>{one.adoptedBy.name}</bdi>),
          },
          { label: 'Gewijzigd', cell: (one) => showDate(dayOf(one.changedAt)) },
          {
            label: 'Vergelijken',
            cell: (one) => <CompareLinks one={one} before={before(one)} path={path} />,
          },
        ]}
        rows={profile.editions}
      />
    </>
  );
}

interface CompareLinksProps {
  readonly one: EditionRow;
  readonly before: EditionRow | undefined;
  readonly path: string;
}

function CompareLinks({ one, before, path }: CompareLinksProps): JSX.Element {
  return (
    <>
      {before && (
        <a href={`${path}/vergelijken?van=${before.nth}&naar=${one.nth}`}>Met versie {before.nth}</a>
      )}{' '}
      {one.wasRevised && (
        <a href={`${path}/vergelijken?van=${one.nth}v&naar=${one.nth}`}>Met wat is voorgelegd</a>
      )}
      {!before && !one.wasRevised && 'Eerste versie'}
    </>
  );
}
