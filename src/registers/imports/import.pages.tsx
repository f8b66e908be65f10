import { z } from 'zod';
import {
  getPage,
  type Html,
  type PageAnswer,
  postPage,
  type Route,
  uploadPage,
} from '../../platform/route.ts';
import { Button, ErrorSummary, LinkButton } from '../../platform/ui/form.tsx';
import { administrators, home, kept, page } from '../admin/admin-page.tsx';
import { getTenant } from '../tenants/tenant.store.ts';
import { importHolidays } from './holiday-import.actions.ts';
import { type ImportKind, Preview } from './import-preview.tsx';
import { importSchools } from './school-import.actions.ts';
import { packFile, unpackFile } from './upload.ts';

/** All schools of the country are six million bytes. */
const largestFile = 12_000_000;
const uploadInput = z.object({ complete: z.boolean().optional() });
const confirmInput = z.object({ packed: z.string(), complete: z.boolean().optional() });

/** Upload, look at what would happen, then do it. */
export function importPages(kind: ImportKind): readonly Route[] {
  const { access = administrators } = kind;
  return [
    getPage(kind.path, access, async (call) => showUpload(kind, call.csrf)),
    uploadPage(kind.path, access, largestFile, uploadInput, async (call) => {
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
      access,
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
        const { added, changed, ended } = done.report;
        const closed = ended === undefined ? '' : `, ${ended} beëindigd`;
        return kept(kind.list, `Klaar: ${added} toegevoegd, ${changed} gewijzigd${closed}.`);
      },
      largestFile,
    ),
  ];
}

export const importRoutes: readonly Route[] = [
  ...importPages({
    path: '/beheer/scholen/importeren',
    list: '/beheer/scholen',
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
    list: '/beheer/vakanties',
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

const trailOf = ({ parent = home, list, many }: ImportKind) => [parent, { href: list, label: many }];

function showUpload(kind: ImportKind, csrf: string, fault?: string): Html {
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
          aria-invalid={fault === undefined ? undefined : true}
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
        <LinkButton href={kind.list} kind="quiet">
          Annuleren
        </LinkButton>
      </p>
    </form>
  );
  return { ...page(kind.title, trailOf(kind), form), status: fault === undefined ? 200 : 422 };
}
