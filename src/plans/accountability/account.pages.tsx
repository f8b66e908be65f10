/** `/verantwoording`: what was promised, how far it is and what came of it; the same for whoever looks, logged in or not. */
import type { JSX } from 'preact';
import { z } from 'zod';
import type { Actor } from '../../platform/pure/actor.ts';
import { type Call, getPage, type Html, type Route } from '../../platform/route.ts';
import { Select } from '../../platform/ui/fields.tsx';
import { Filter } from '../../platform/ui/navigate.tsx';
import { Empty } from '../../platform/ui/parts.tsx';
import { findPartnerships, type PublicPartnership } from '../../registers/index.ts';
import { findPublicReleases, type PublicCell } from '../../results/index.ts';
import { measuredIn } from '../support-plan/ambitions/measured.store.ts';
import { findPublicPlan, type PublicPlan } from '../support-plan/support-plan.store.ts';
import { Figures, OpenData } from './account.tsx';
import { accountPath } from './account-paths.ts';
import { publicMeasures } from './figures.view.ts';
import { Promised } from './promised.tsx';

const query = z.object({ swv: z.string().max(60).optional() });
type AccountCall = Call<Actor | undefined, z.infer<typeof query>>;

export const accountPages: readonly Route[] = [
  getPage(
    accountPath,
    'public',
    async (call): Promise<Html> => {
      const found = await findAccount(call);
      const title =
        found.chosen === undefined ? 'Plan en cijfers' : `Plan en cijfers van ${found.chosen.name}`;
      const description = 'Wat ons samenwerkingsverband beloofde, hoe ver het is en wat het opleverde.';
      const { site } = call;
      const code = found.several && found.chosen !== undefined ? `?swv=${found.chosen.code}` : '';
      return {
        kind: 'html',
        title,
        head: {
          description,
          canonical: `${site}${accountPath}${code}`,
          shared: { title, siteName: found.chosen?.name ?? 'Kortelijn' },
        },
        body: <Account {...found} title={title} />,
      };
    },
    query,
  ),
];

interface Found {
  readonly partnerships: readonly PublicPartnership[];
  /** Whether there is anything to choose from. */
  readonly several: boolean;
  readonly chosen: PublicPartnership | undefined;
  readonly plan: PublicPlan | undefined;
  readonly cells: readonly PublicCell[];
}

/** Of the visitor's own partnership, of the host's, of the only one there is, or of the one that was chosen. */
function findAccount({ actor, database, query: { swv }, url }: AccountCall): Promise<Found> {
  return database.read('visitor', async (reader) => {
    const partnerships = await findPartnerships(reader);
    const own = partnerships.find(({ id, hostName }) =>
      actor === undefined ? hostName === url.hostname : id === actor.tenantId,
    );
    const several = own === undefined && partnerships.length > 1;
    const chosen =
      own ??
      (several
        ? partnerships.find(({ code, swvNumber }) => swv !== undefined && (code === swv || swvNumber === swv))
        : partnerships[0]);
    if (chosen === undefined) return { partnerships, several, chosen, plan: undefined, cells: [] };
    const [plan, cells] = await Promise.all([
      findPublicPlan(reader, chosen.id),
      findPublicReleases(reader, chosen.id, publicMeasures),
    ]);
    return { partnerships, several, chosen, plan, cells };
  });
}

function Account({
  title,
  partnerships,
  several,
  chosen,
  plan,
  cells,
}: Found & { readonly title: string }): JSX.Element {
  return (
    <div class="stack">
      <h1>{title}</h1>
      <p class="lead">
        Wat wij beloofden, hoe ver wij zijn en wat de inzet opleverde. Voor iedereen te lezen.
      </p>
      {several && (
        <Filter action={accountPath} label="Samenwerkingsverband kiezen">
          <Select
            name="swv"
            label="Samenwerkingsverband"
            empty="Kies een samenwerkingsverband"
            value={chosen?.code}
            options={partnerships.map(({ code, name }) => ({ value: code, label: name }))}
          />
        </Filter>
      )}
      {chosen === undefined ? (
        <Empty title="Kies een samenwerkingsverband" text="Daarna staan hier het plan en de cijfers." />
      ) : (
        <>
          {plan === undefined ? (
            <p>Er geldt nu geen vastgesteld ondersteuningsplan.</p>
          ) : (
            <Promised plan={plan} measured={measuredIn(cells)} />
          )}
          <Figures partnership={chosen} cells={cells} />
          <OpenData partnership={chosen} cells={cells} />
        </>
      )}
    </div>
  );
}
