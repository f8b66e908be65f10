/** Travel times: how many are known, from a file and back into one. */
import type { JSX } from 'preact';
import { z } from 'zod';
import { toCsv } from '../../platform/pure/csv.ts';
import { getPage, type Html, postPage, type Route } from '../../platform/route.ts';
import { ConfirmBox, LinkButton } from '../../platform/ui/form.tsx';
import { Breadcrumb } from '../../platform/ui/navigate.tsx';
import { Empty } from '../../platform/ui/parts.tsx';
import { Table } from '../../platform/ui/table.tsx';
import { importPages } from '../../registers/index.ts';
import { type Base, findBases } from './base.store.ts';
import { setters } from './settings.access.ts';
import { settingsLink } from './settings.trail.ts';
import { forgetTravel, importTravel } from './travel.actions.ts';
import { findTravel, type TravelTime } from './travel.store.ts';

const path = '/inzet/instellingen/reistijden';
const basesPath = '/inzet/instellingen/vertrekpunten';

/** More offices than any partnership has. */
const mostBases = 200;

export const travelPages: readonly Route[] = [
  getPage(path, setters, async ({ actor, database, csrf }) => {
    const bases = await database.read(actor, (reader) =>
      findBases(reader, actor.tenantId, { limit: mostBases }),
    );
    return travelPage(bases, csrf);
  }),
  getPage(`${path}/lijst.csv`, setters, async ({ actor, database }) => ({
    kind: 'file',
    name: 'reistijden.csv',
    type: 'text/csv; charset=utf-8',
    body: toCsv<TravelTime>(
      [
        { label: 'vertrekpunt', cell: ({ base }) => base },
        { label: 'schoolcode', cell: ({ school }) => school },
        { label: 'minuten', cell: ({ minutes }) => minutes },
      ],
      await database.read(actor, (reader) => findTravel(reader, actor.tenantId)),
    ),
  })),
  ...importPages({
    path: `${path}/importeren`,
    list: path,
    access: setters,
    parent: settingsLink,
    many: 'Reistijden',
    title: 'Reistijden importeren',
    whole: true,
    explanation: (
      <p>
        Kies een CSV-bestand met de kolommen vertrekpunt (de code), schoolcode en minuten (enkele reis). U
        ziet eerst wat er zou veranderen. Is er een regel fout, dan verandert er niets. Reizen die niet in het
        bestand staan, blijven zoals ze zijn.
      </p>
    ),
    run: (deed, actor, bytes, { preview }) => importTravel(deed, actor, bytes, preview),
  }),
  postPage(`${path}/wissen`, setters, z.object({}), async ({ actor, deed }) => {
    await forgetTravel(deed, actor);
    return {
      kind: 'redirect',
      to: path,
      flash: { tone: 'good', text: 'Gewist. Wij meten de reizen weer zelf.' },
    };
  }),
];

function travelPage(bases: readonly Base[], csrf: string): Html {
  const known = bases.some(({ times }) => times > 0);
  const body: JSX.Element = (
    <>
      <Breadcrumb items={[settingsLink]} />
      <h1>Reistijden</h1>
      <p class="lead">
        Hoe lang iemand van een vertrekpunt naar een school onderweg is. Waar niets is ingelezen, meten wij de
        afstand over de kaart.
      </p>
      {bases.length === 0 ? (
        <Empty
          title="Er zijn nog geen vertrekpunten"
          text="Voeg er eerst een toe: een kantoor of een school."
          action={<LinkButton href={`${basesPath}/nieuw`}>Nieuw vertrekpunt</LinkButton>}
        />
      ) : (
        <>
          <p class="button-row">
            <LinkButton href={`${path}/importeren`}>Importeer een lijst</LinkButton>
            <LinkButton href={`${path}/lijst.csv`} kind="secondary">
              Haal de lijst op (CSV)
            </LinkButton>
          </p>
          <Table
            caption="Vertrekpunten"
            hideCaption
            rows={bases}
            columns={[
              { label: 'Vertrekpunt', cell: ({ id, name }) => <a href={`${basesPath}/${id}`}>{name}</a> },
              { label: 'Code', cell: ({ code }) => code },
              { label: 'Scholen met een reistijd', cell: ({ times }) => times, numeric: true },
            ]}
          />
        </>
      )}
      {known && (
        <ConfirmBox label="Wis alle reistijden" action={`${path}/wissen`} csrf={csrf} confirm="Wis alles">
          <p>Daarna meten wij elke reis over de kaart. Haal eerst de lijst op als u die wilt bewaren.</p>
        </ConfirmBox>
      )}
    </>
  );
  return { kind: 'html', title: 'Reistijden', body };
}
