/** What an import would do, before it does it. */
import type { ComponentChildren } from 'preact';
import type { Actor } from '../../platform/pure/actor.ts';
import { count } from '../../platform/pure/text.ts';
import type { Deed } from '../../platform/route.ts';
import { Button, LinkButton } from '../../platform/ui/form.tsx';
import { Notice } from '../../platform/ui/parts.tsx';
import { Facts, Table } from '../../platform/ui/table.tsx';
import type { Keepers } from '../admin/admin-page.tsx';
import type { RejectedRow } from '../files/school-file.rules.ts';

export interface ImportReport {
  readonly added: number;
  readonly changed: number;
  readonly unchanged: number;
  readonly ended?: number;
  readonly rejected: readonly RejectedRow[];
}

export type Import =
  | { readonly report: ImportReport; readonly passedOver?: number; readonly fault: null }
  | { readonly fault: string };

/** What one kind of list has that the other has not. */
export interface ImportKind extends Keepers {
  readonly path: string;
  /** Where the list itself stands. */
  readonly list: string;
  readonly many: string;
  readonly title: string;
  readonly explanation: ComponentChildren;
  /** Text of the box that says the list is complete, when there is one. */
  readonly complete?: string;
  /** Every row must be right before anything is done. */
  readonly whole?: boolean;
  readonly run: (deed: Deed, actor: Actor, bytes: Uint8Array, how: How) => Promise<Import>;
}

export interface How {
  readonly complete: boolean;
  readonly preview: boolean;
}

interface PreviewProps {
  readonly kind: ImportKind;
  readonly done: Extract<Import, { readonly fault: null }>;
  readonly packed: string;
  readonly complete: boolean;
  readonly csrf: string;
}

export function Preview({ kind, done, packed, complete, csrf }: PreviewProps) {
  const { added, changed, unchanged, ended, rejected } = done.report;
  const stopped = kind.whole === true && rejected.length > 0;
  const numbers = [
    { label: 'Toegevoegd', value: added },
    { label: 'Gewijzigd', value: changed },
    { label: 'Hetzelfde', value: unchanged },
    ...(ended === undefined ? [] : [{ label: 'Beëindigd', value: ended }]),
    ...(done.passedOver ? [{ label: 'Van andere samenwerkingsverbanden', value: done.passedOver }] : []),
    { label: 'Afgekeurd', value: rejected.length },
  ];
  return (
    <>
      <Notice tone="info" title="Er is nog niets veranderd">
        <p>{stopped ? 'Verbeter eerst de afgekeurde regels.' : 'Dit gebeurt er als u doorgaat.'}</p>
      </Notice>
      <Facts items={numbers} />
      {ended !== undefined && ended > 0 && (
        <Notice tone="warning" title={`${count(ended, 'school sluit', 'scholen sluiten')} vandaag`}>
          <p>Zij staan niet in deze volledige lijst. Klopt dat niet? Kies dan een ander bestand.</p>
        </Notice>
      )}
      {rejected.length > 0 && <Rejected rows={rejected} whole={kind.whole === true} />}
      <form class="form" method="post" action={`${kind.path}/uitvoeren`}>
        <input type="hidden" name="_csrf" value={csrf} />
        <input type="hidden" name="packed" value={packed} />
        <input type="hidden" name="complete" value={complete ? 'true' : 'false'} />
        <p class="button-row">
          {!stopped && <Button>Voer uit</Button>}
          <LinkButton href={kind.path} kind="quiet">
            Kies een ander bestand
          </LinkButton>
        </p>
      </form>
    </>
  );
}

const mostRejected = 200;

interface RejectedProps {
  readonly rows: readonly RejectedRow[];
  readonly whole: boolean;
}

function Rejected({ rows, whole }: RejectedProps) {
  const more = rows.length - mostRejected;
  return (
    <>
      <h2>Afgekeurde regels</h2>
      <p>
        {whole ? 'Zolang er een regel fout is, verandert er niets.' : 'Deze regels worden overgeslagen.'}{' '}
        Verbeter ze in het bestand en importeer het opnieuw.
      </p>
      <Table
        caption="Afgekeurde regels"
        hideCaption
        rows={rows.slice(0, mostRejected)}
        columns={[
          { label: 'Regel', cell: ({ line }) => line },
          { label: 'Waarom', cell: ({ reason }) => reason },
        ]}
      />
      {more > 0 && <p>En nog {count(more, 'regel', 'regels')}.</p>}
    </>
  );
}
