import type { JSX } from 'preact';
import type { Actor } from '../../platform/pure/actor.ts';
import { showMoment } from '../../platform/pure/dates.ts';
import { getPage, notFound, type Route } from '../../platform/route.ts';
import { Breadcrumb } from '../../platform/ui/navigate.tsx';
import { Empty } from '../../platform/ui/parts.tsx';
import { Table } from '../../platform/ui/table.tsx';
import { access, mayReadLedger } from '../concern.access.ts';
import { idOf } from '../concern.api.ts';
import { type Relation, relations } from '../concern.rules.ts';
import { type ConcernRow, getConcern } from '../concern.store.ts';
import { type Disclosure, findDisclosures } from '../disclosure.store.ts';
import { relationName } from './readers.pages.tsx';

export const ledgerPages: readonly Route[] = [
  getPage('/zorgen/:id/wie-weet-dit', access.read, async ({ actor, params, database }) => {
    const id = idOf(params);
    return database.read(actor, async (reader) => {
      const concern = id === undefined ? undefined : await getConcern(reader, actor, id);
      if (concern === undefined || !mayReadLedger(concern.relations)) return notFound;
      const disclosures = await findDisclosures(reader, actor, concern.id);
      return {
        kind: 'html',
        title: `Wie weet dit? Zorg ${concern.number}`,
        body: <Ledger concern={concern} disclosures={disclosures} actor={actor} />,
      };
    });
  }),
];

interface LedgerProps {
  readonly concern: ConcernRow;
  readonly disclosures: readonly Disclosure[];
  readonly actor: Actor;
}

/** Who was told and who read it, of which version, when and in what capacity. */
function Ledger({ concern, disclosures, actor }: LedgerProps): JSX.Element {
  const address = `/zorgen/${concern.id}`;
  return (
    <>
      <Breadcrumb
        items={[
          { href: '/zorgen', label: 'Zorgen' },
          { href: address, label: `${concern.school.name} ${concern.number}` },
        ]}
      />
      <h1>Wie weet dit?</h1>
      <p class="lead">
        Kortelijn schrijft op wie deze zorg te horen kreeg en wie hem las. Dat ziet iedereen die op school bij
        de zorg hoort.
      </p>
      {disclosures.length === 0 ? (
        <Empty title="Alleen de schrijver" text="Deze zorg is nog met niemand gedeeld." />
      ) : (
        <Table
          caption="Wie weet dit"
          hideCaption
          rows={disclosures}
          columns={[
            { label: 'Wie', cell: (one) => <bdi>{one.person.name}</bdi> },
            { label: 'Als', cell: (one) => groundName(one.ground, concern, actor) },
            {
              label: 'Wat',
              cell: (one) => (one.kind === 'told' ? 'kreeg het te horen' : 'las de zorg'),
            },
            {
              label: 'Tot en met',
              cell: (one) => <a href={`${address}${anchorOf(concern, one.version)}`}>stap {one.version}</a>,
            },
            {
              label: 'Wanneer',
              cell: (one) => <time datetime={one.at.toISOString()}>{showMoment(one.at.toISOString())}</time>,
            },
          ]}
        />
      )}
    </>
  );
}

function anchorOf(concern: ConcernRow, version: number): string {
  return concern.entries.some((entry) => entry.version === version) ? `#v${version}` : '';
}

function groundName(ground: string, concern: ConcernRow, actor: Actor): string {
  const relation = relations.find((one): one is Relation => one === ground);
  return relation === undefined ? ground : relationName(relation, actor.tenant.labels, concern.about);
}
