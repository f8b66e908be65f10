import type { ComponentChildren } from 'preact';
import { z } from 'zod';
import type { Actor } from '../../platform/pure/actor.ts';
import { count } from '../../platform/pure/text.ts';
import {
  type Deed,
  getPage,
  type Html,
  type PageAnswer,
  postPage,
  type Route,
  uploadPage,
} from '../../platform/route.ts';
import { Button, ErrorSummary, LinkButton } from '../../platform/ui/form.tsx';
import { Notice } from '../../platform/ui/parts.tsx';
import { Facts, Table } from '../../platform/ui/table.tsx';
import { administrators, home, kept, page } from '../admin/admin-page.tsx';
import type { RejectedRow } from '../files/school-file.rules.ts';
import { getTenant } from '../tenants/tenant.store.ts';
import { importHolidays } from './holiday-import.actions.ts';
import { importSchools } from './school-import.actions.ts';
import { packFile, unpackFile } from './upload.ts';

interface Report {
  readonly added: number;
  readonly changed: number;
  readonly unchanged: number;
  readonly ended?: number;
  readonly rejected: readonly RejectedRow[];
}

type Import =
  | { readonly report: Report; readonly passedOver?: number; readonly fault: null }
  | { readonly fault: string };

/** What one kind of list has that the other has not. */
interface Kind {
  readonly path: string;
  readonly parent: string;
  readonly many: string;
  readonly title: string;
  readonly explanation: ComponentChildren;
  /** Text of the box that says the list is complete, when there is one. */
  readonly complete?: string;
  readonly run: (deed: Deed, actor: Actor, bytes: Uint8Array, how: How) => Promise<Import>;
}

interface How {
  readonly complete: boolean;
  readonly preview: boolean;
}

/** All schools of the country are six million bytes. */
const largestFile = 12_000_000;
const uploadInput = z.object({ complete: z.boolean().optional() });
const confirmInput = z.object({ packed: z.string(), complete: z.boolean().optional() });

/** Upload, look at what would happen, then do it. */
function importPages(kind: Kind): readonly Route[] {
  return [
    getPage(kind.path, administrators, async (call) => showUpload(kind, call.csrf)),
    uploadPage(kind.path, administrators, largestFile, uploadInput, async (call) => {
      const { parsed, file } = call.input;
      if (!parsed.ok || file === undefined) return showUpload(kind, call.csrf, 'Kies een bestand.');
      const { complete = false } = parsed.value;
      const { bytes } = file;
      const done = await kind.run(call.deed, call.actor, bytes, { complete, preview: true });
      if (done.fault !== null) return showUpload(kind, call.csrf, done.fault);
      return page(
        kind.title,
        trailOf(kind),
        <Preview kind={kind} done={done} packed={packFile(bytes)} complete={complete} csrf={call.csrf} />,
      );
    }),
    postPage(
      `${kind.path}/uitvoeren`,
      administrators,
      confirmInput,
      async (call): Promise<PageAnswer> => {
        const { parsed } = call.input;
        const bytes = parsed.ok ? unpackFile(parsed.value.packed) : undefined;
        if (!parsed.ok || bytes === undefined)
          return showUpload(kind, call.csrf, 'Het bestand is onderweg beschadigd. Kies het opnieuw.');
        const done = await kind.run(call.deed, call.actor, bytes, {
          complete: parsed.value.complete ?? false,
          preview: false,
        });
        if (done.fault !== null) return showUpload(kind, call.csrf, done.fault);
        const { added, changed, ended = 0 } = done.report;
        return kept(kind.parent, `Klaar: ${added} toegevoegd, ${changed} gewijzigd, ${ended} beëindigd.`);
      },
      largestFile,
    ),
  ];
}

export const importRoutes: readonly Route[] = [
  ...importPages({
    path: '/beheer/scholen/importeren',
    parent: '/beheer/scholen',
    many: 'Scholen',
    title: 'Scholen importeren',
    explanation: (
      <p>
        Kies bij DUO de lijst «Alle vestigingen», of maak zelf een CSV-bestand met ten minste de kolommen
        vestigingscode en naam. U ziet eerst wat er zou veranderen. Wat niet in het bestand staat, blijft
        zoals het is.
      </p>
    ),
    complete: 'De lijst is volledig: beëindig scholen uit dezelfde bron die er niet meer in staan',
    run: (deed, actor, bytes, how) => importSchools(deed.database, actor, deed.via, bytes, how),
  }),
  ...importPages({
    path: '/beheer/vakanties/importeren',
    parent: '/beheer/vakanties',
    many: 'Vakanties',
    title: 'Vakanties importeren',
    explanation: (
      <p>
        Kies het bestand van opendata.rijksoverheid.nl, of een CSV-bestand met de kolommen vakantie, begin en
        eind_tot_en_met. Uit het bestand van de Rijksoverheid nemen we de vakanties van uw eigen regio. Vrije
        dagen van een bestuur of school blijven staan.
      </p>
    ),
    run: async (deed, actor, bytes, { preview }) => {
      const tenant = await deed.database.read(actor, (reader) => getTenant(reader, actor.tenantId));
      const region = tenant?.holidayRegion ?? 'midden';
      return importHolidays(deed.database, actor, deed.via, bytes, { region, preview });
    },
  }),
];

const trailOf = (kind: Kind) => [home, { href: kind.parent, label: kind.many }];

function showUpload(kind: Kind, csrf: string, fault?: string): Html {
  const errors = fault === undefined ? [] : [{ field: 'file', message: fault }];
  const form = (
    <form key="form" class="form" method="post" action={kind.path} encType="multipart/form-data" noValidate>
      <input type="hidden" name="_csrf" value={csrf} />
      <ErrorSummary errors={errors} />
      {kind.explanation}
      <div class={fault === undefined ? 'field' : 'field field--error'}>
        <label class="field__label" for="file">
          Bestand
        </label>
        {fault !== undefined && (
          <p class="field__error" id="file-fout">
            {fault}
          </p>
        )}
        <input
          class="input"
          type="file"
          id="file"
          name="file"
          accept=".csv,.json,.txt"
          aria-describedby={fault === undefined ? undefined : 'file-fout'}
          aria-invalid={fault !== undefined}
        />
      </div>
      {kind.complete !== undefined && (
        <div class="choice">
          <input class="choice__input" type="checkbox" id="complete" name="complete" value="true" />
          <label class="choice__label" for="complete">
            {kind.complete}
          </label>
        </div>
      )}
      <p class="button-row">
        <Button>Bekijk wat er verandert</Button>
        <LinkButton href={kind.parent} kind="quiet">
          Annuleren
        </LinkButton>
      </p>
    </form>
  );
  return { ...page(kind.title, trailOf(kind), form), status: fault === undefined ? 200 : 422 };
}

interface PreviewProps {
  readonly kind: Kind;
  readonly done: Extract<Import, { readonly fault: null }>;
  readonly packed: string;
  readonly complete: boolean;
  readonly csrf: string;
}

function Preview({ kind, done, packed, complete, csrf }: PreviewProps) {
  const { added, changed, unchanged, ended, rejected } = done.report;
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
        <p>Dit gebeurt er als u doorgaat.</p>
      </Notice>
      <Facts items={numbers} />
      {ended !== undefined && ended > 0 && (
        <Notice tone="warning" title={`${count(ended, 'school sluit', 'scholen sluiten')} vandaag`}>
          <p>Zij staan niet in deze volledige lijst. Klopt dat niet? Kies dan een ander bestand.</p>
        </Notice>
      )}
      {rejected.length > 0 && <Rejected rows={rejected} />}
      <form class="form" method="post" action={`${kind.path}/uitvoeren`}>
        <input type="hidden" name="_csrf" value={csrf} />
        <input type="hidden" name="packed" value={packed} />
        <input type="hidden" name="complete" value={complete ? 'true' : 'false'} />
        <p class="button-row">
          <Button>Voer uit</Button>
          <LinkButton href={kind.path} kind="quiet">
            Kies een ander bestand
          </LinkButton>
        </p>
      </form>
    </>
  );
}

const mostRejected = 200;

function Rejected({ rows }: { readonly rows: readonly RejectedRow[] }) {
  const more = rows.length - mostRejected;
  return (
    <>
      <h2>Afgekeurde regels</h2>
      <p>Deze regels worden overgeslagen. Verbeter ze in het bestand en importeer het opnieuw.</p>
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
